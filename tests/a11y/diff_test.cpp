// A naive mirror does what the difference says; it must end with the tree that the difference leads
// to.
#include <gtest/gtest.h>

#include <algorithm>
#include <format>
#include <map>
#include <set>

#include "a11y/tree.h"
#include "tests/support/random.h"

namespace leadlight::a11y {
namespace {

// Reads just the JSON that diff_as_json writes: an array of flat objects.
class Reader {
 public:
  explicit Reader(std::string_view json) : json_(json) {}

  std::vector<std::map<std::string, std::string>> operations() {
    std::vector<std::map<std::string, std::string>> all;
    expect('[');
    while (!take(']')) {
      if (!all.empty()) expect(',');
      all.push_back(object());
    }
    EXPECT_EQ(at_, json_.size());
    return all;
  }

 private:
  std::map<std::string, std::string> object() {
    std::map<std::string, std::string> members;
    expect('{');
    while (!take('}')) {
      if (!members.empty()) expect(',');
      const std::string key = string();
      expect(':');
      members[key] = value();
    }
    return members;
  }
  std::string value() {
    if (json_[at_] == '"') return string();
    std::size_t end = at_;
    int depth = 0;
    while (depth > 0 || (json_[end] != ',' && json_[end] != '}')) {
      if (json_[end] == '[') ++depth;
      if (json_[end] == ']') --depth;
      ++end;
    }
    std::string text(json_.substr(at_, end - at_));
    at_ = end;
    return text;
  }
  std::string string() {
    std::string text;
    expect('"');
    for (; json_[at_] != '"'; ++at_) {
      EXPECT_GE(static_cast<unsigned char>(json_[at_]), 0x20)
          << "a control character is not escaped";
      if (json_[at_] != '\\') {
        text += json_[at_];
        continue;
      }
      switch (json_[++at_]) {
        case 'n': text += '\n'; break;
        case 'r': text += '\r'; break;
        case 't': text += '\t'; break;
        case 'u':
          text += static_cast<char>(std::stoi(std::string(json_.substr(at_ + 1, 4)), nullptr, 16));
          at_ += 4;
          break;
        default: text += json_[at_];
      }
    }
    ++at_;
    return text;
  }
  bool take(char c) {
    if (at_ >= json_.size() || json_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) { ASSERT_TRUE(take(c)) << "no " << c << " at " << at_ << " of " << json_; }

  std::string_view json_;
  std::size_t at_ = 0;
};

using Attributes = std::map<std::string, std::string>;

class Mirror {
 public:
  void apply(std::string_view json) {
    for (Attributes& operation : Reader(json).operations()) {
      const std::string op = operation["op"];
      const std::string id = operation["id"];
      if (op == "add") {
        ASSERT_FALSE(elements_.contains(id)) << "added twice: " << id;
        place(id, operation["parent"], operation["before"]);
      } else {
        ASSERT_TRUE(elements_.contains(id)) << op << " of what is not there: " << id;
      }
      if (op == "move") {
        unlink(id);
        place(id, operation["parent"], operation["before"]);
      }
      if (op == "remove") {
        ASSERT_TRUE(children_[id].empty()) << "removed with children: " << id;
        unlink(id);
        elements_.erase(id);
        continue;
      }
      for (const std::string& key : {"op", "id", "parent", "before"}) operation.erase(key);
      for (const auto& [key, value] : operation) elements_[id][key] = value;
    }
  }
  // Every element below `parent`, in order, with what is not usual about it.
  std::string picture(const std::string& parent = "0", int depth = 0) {
    std::string out;
    for (const std::string& id : children_[parent]) {
      out += std::format("{:{}}{}", "", depth * 2, id);
      for (const auto& [key, value] : elements_[id]) {
        if (!usual(key, value)) out += std::format(" {}={}", key, value);
      }
      out += '\n' + picture(id, depth + 1);
    }
    return out;
  }

 private:
  static bool usual(const std::string& key, const std::string& value) {
    const std::set<std::string> unknown{"row_count", "column_count", "row_index", "column_index"};
    if (unknown.contains(key)) return value == "-1";
    if (key == "rect") return value == "[0,0,0,0]";
    return value.empty() || value == "0" || value == "none" || value == "false";
  }
  void place(const std::string& id, const std::string& parent, const std::string& before) {
    ASSERT_TRUE(parent == "0" || elements_.contains(parent)) << "no parent " << parent;
    auto& siblings = children_[parent];
    auto at = siblings.end();
    if (before != "0") {
      at = std::ranges::find(siblings, before);
      ASSERT_NE(at, siblings.end()) << "no sibling " << before << " below " << parent;
    }
    siblings.insert(at, id);
    elements_[id];
  }
  void unlink(const std::string& id) {
    for (auto& [parent, siblings] : children_) std::erase(siblings, id);
  }

  std::map<std::string, Attributes> elements_;
  std::map<std::string, std::vector<std::string>> children_;
};

// Nodes in reading order, by walking down.
void flatten(const std::map<NodeId, std::vector<NodeId>>& children,
             const std::map<NodeId, Node>& nodes, NodeId parent, std::vector<Node>& out) {
  const auto found = children.find(parent);
  if (found == children.end()) return;
  for (const NodeId id : found->second) {
    out.push_back(nodes.at(id));
    out.back().parent = parent;
    flatten(children, nodes, id, out);
  }
}

Node random_node(test::Random& random, NodeId id) {
  Node node;
  node.id = id;
  node.role = static_cast<Role>(random.between(0, static_cast<int>(Role::kSeparator)));
  const std::vector<std::string> names{
      "",          "Olga \"Olja\" Petrova",    "a\\b",  "line\nbreak\ttab",
      "山田 太郎", std::string("\x01\x1f", 2), "Łukasz"};
  node.name = random.of(names);
  if (random.one_in(3)) node.value = random.of(names);
  if (random.one_in(2)) {
    node.rect = {static_cast<float>(random.between(-50, 900)) / 3, 1.25F,
                 static_cast<float>(random.between(0, 400)), 44};
  }
  if (random.one_in(4)) node.checked = static_cast<Toggle>(random.between(0, 3));
  if (random.one_in(4)) node.row_index = static_cast<std::int32_t>(random.between(-1, 9));
  node.selected = random.one_in(5);
  node.focusable = random.one_in(2);
  node.offscreen = random.one_in(6);
  return node;
}

std::vector<Node> random_tree(test::Random& random, std::int64_t size) {
  std::map<NodeId, std::vector<NodeId>> children;
  std::map<NodeId, Node> nodes;
  std::vector<NodeId> placed{0};
  std::vector<NodeId> ids;
  for (NodeId id = 1; id <= 14; ++id) ids.push_back(id);
  for (std::int64_t i = 0; i < size; ++i) {
    const std::size_t pick = random.index(ids.size());
    const NodeId id = ids[pick];
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(pick));
    const NodeId parent = random.of(placed);
    auto& siblings = children[parent];
    siblings.insert(
        siblings.begin() + static_cast<std::ptrdiff_t>(random.index(siblings.size() + 1)), id);
    nodes[id] = random_node(random, id);
    placed.push_back(id);
  }
  std::vector<Node> out;
  flatten(children, nodes, 0, out);
  return out;
}

TEST(Diff, LeadsAMirrorFromAnyTreeToAnyOther) {
  const std::uint64_t seed = test::seed_of_test(20261122);
  test::Random random(seed);
  for (int round = 0; round < 3000; ++round) {
    const std::vector<Node> before = random_tree(random, random.between(0, 12));
    const std::vector<Node> after = random_tree(random, random.between(0, 12));
    Mirror mirror;
    mirror.apply(diff_as_json({}, before));
    mirror.apply(diff_as_json(before, after));
    Mirror wanted;
    wanted.apply(diff_as_json({}, after));
    ASSERT_EQ(mirror.picture(), wanted.picture()) << "seed " << seed << ", round " << round;
  }
}

TEST(Diff, SaysNothingWhenNothingChanged) {
  test::Random random(3);
  const std::vector<Node> tree = random_tree(random, 12);
  EXPECT_EQ(diff_as_json(tree, tree), "[]");
}

TEST(Diff, SetsJustWhatChanged) {
  Node before;
  before.id = 4;
  before.role = Role::kCheckbox;
  before.name = "Marquee";
  before.checked = Toggle::kOff;
  Node after = before;
  after.checked = Toggle::kOn;
  EXPECT_EQ(diff_as_json({before}, {after}), R"([{"op":"set","id":4,"checked":"on"}])");
}

TEST(Diff, MovesOnlyTheOneThatMoved) {
  const auto row = [](NodeId id) {
    Node node;
    node.id = id;
    node.role = Role::kListItem;
    return node;
  };
  EXPECT_EQ(diff_as_json({row(1), row(2), row(3), row(4)}, {row(4), row(1), row(2), row(3)}),
            R"([{"op":"move","id":4,"parent":0,"before":1}])");
}

TEST(Diff, WritesAWholeNodeWithWhatIsUnusualAboutIt) {
  Node node;
  node.id = 9;
  node.role = Role::kButton;
  node.name = "Add \"lead\"";
  node.rect = {1166, 16.5F, 90, 34};
  node.focusable = true;
  EXPECT_EQ(diff_as_json({}, {node}),
            R"([{"op":"add","id":9,"parent":0,"before":0,"role":"button","name":"Add \"lead\"",)"
            R"("rect":[1166,16.5,90,34],"focusable":true}])");
}

}  // namespace
}  // namespace leadlight::a11y
