#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "base/format.h"

#include "a11y/tree.h"

namespace leadlight::a11y {

namespace {

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          constexpr std::string_view kHex = "0123456789abcdef";
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(c) >> 4];
          out += kHex[static_cast<unsigned char>(c) & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

// Tenths of a pixel are finer than any screen; NaN and infinity are not JSON.
void append_json(std::string& out, float number) {
  if (!std::isfinite(number)) number = 0;
  const long long tenths = std::llround(std::clamp(number, -1e9F, 1e9F) * 10);
  out += formatted("{}{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10);
  if (tenths % 10 != 0) out += formatted(".{}", std::abs(tenths) % 10);
}

std::string_view text_of(Toggle toggle) {
  switch (toggle) {
    case Toggle::kNone: return "none";
    case Toggle::kOff: return "off";
    case Toggle::kOn: return "on";
    case Toggle::kMixed: return "mixed";
  }
  return "none";
}

// Writes the attributes in which `node` differs from `old`.
class Attributes {
 public:
  Attributes(std::string& out, const Node& old, const Node& node)
      : out_(out), old_(old), node_(node) {}

  bool write() {
    text("name", &Node::name);
    text("value", &Node::value);
    text("description", &Node::description);
    if (old_.role != node_.role) {
      key("role");
      append_json(out_, a11y::text_of(node_.role));
    }
    if (old_.rect != node_.rect) write_rect();
    number("level", &Node::level);
    number("row_count", &Node::row_count);
    number("column_count", &Node::column_count);
    number("row_index", &Node::row_index);
    number("column_index", &Node::column_index);
    toggle("checked", &Node::checked);
    toggle("expanded", &Node::expanded);
    toggle("sorted", &Node::sorted);
    flag("selected", &Node::selected);
    flag("current", &Node::current);
    flag("disabled", &Node::disabled);
    flag("focusable", &Node::focusable);
    flag("focused", &Node::focused);
    flag("multiline", &Node::multiline);
    flag("offscreen", &Node::offscreen);
    return any_;
  }

 private:
  void key(std::string_view name) {
    out_ += formatted(",\"{}\":", name);
    any_ = true;
  }
  void text(std::string_view name, std::string Node::* member) {
    if (old_.*member == node_.*member) return;
    key(name);
    append_json(out_, node_.*member);
  }
  template <class Number>
  void number(std::string_view name, Number Node::* member) {
    if (old_.*member == node_.*member) return;
    key(name);
    out_ += std::to_string(node_.*member);
  }
  void toggle(std::string_view name, Toggle Node::* member) {
    if (old_.*member == node_.*member) return;
    key(name);
    append_json(out_, text_of(node_.*member));
  }
  void flag(std::string_view name, bool Node::* member) {
    if (old_.*member == node_.*member) return;
    key(name);
    out_ += node_.*member ? "true" : "false";
  }
  void write_rect() {
    key("rect");
    out_ += '[';
    append_json(out_, node_.rect.x);
    out_ += ',';
    append_json(out_, node_.rect.y);
    out_ += ',';
    append_json(out_, node_.rect.width);
    out_ += ',';
    append_json(out_, node_.rect.height);
    out_ += ']';
  }

  std::string& out_;
  const Node& old_;
  const Node& node_;
  bool any_ = false;
};

using Indexes = std::vector<std::size_t>;
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct Place {
  NodeId parent = 0;
  std::size_t position = 0;  // in the list of all nodes, which orders siblings too
};

// Marks a longest rising subsequence of `positions` (kNowhere is left out): those siblings stay
// where they are, the fewest others move around them.
std::vector<bool> longest_rising(const Indexes& positions) {
  Indexes tails;  // tails[n]: index of the smallest end of a subsequence of n + 1
  Indexes previous(positions.size(), kNowhere);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (positions[i] == kNowhere) continue;
    const auto at = std::ranges::lower_bound(tails, positions[i], {},
                                             [&](std::size_t tail) { return positions[tail]; });
    if (at != tails.begin()) previous[i] = *(at - 1);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> stays(positions.size(), false);
  for (std::size_t i = tails.empty() ? kNowhere : tails.back(); i != kNowhere; i = previous[i]) {
    stays[i] = true;
  }
  return stays;
}

class Difference {
 public:
  Difference(const std::vector<Node>& before, const std::vector<Node>& after)
      : before_(before), after_(after) {
    for (std::size_t i = 0; i < before.size(); ++i)
      old_places_[before[i].id] = {before[i].parent, i};
    for (std::size_t i = 0; i < after.size(); ++i) {
      new_positions_[after[i].id] = i;
      children_[after[i].parent].push_back(i);
    }
  }

  std::string run() {
    out_ = "[";
    place_children_of(0);
    for (std::size_t i = before_.size(); i-- > 0;) {
      if (!new_positions_.contains(before_[i].id)) operation("remove", before_[i].id, "}");
    }
    out_ += ']';
    return std::move(out_);
  }

 private:
  void operation(std::string_view name, NodeId id, std::string_view rest) {
    if (out_.size() > 1) out_ += ',';
    out_ += formatted("{{\"op\":\"{}\",\"id\":{}{}", name, id, rest);
  }

  // Top down, so that a parent is in place before its children; siblings from the last to the
  // first, so that the one to stand before is.
  void place_children_of(NodeId parent) {
    const auto found = children_.find(parent);
    if (found == children_.end()) return;
    const Indexes& children = found->second;
    Indexes positions;
    for (const std::size_t child : children) {
      const auto old = old_places_.find(after_[child].id);
      const bool here = old != old_places_.end() && old->second.parent == parent;
      positions.push_back(here ? old->second.position : kNowhere);
    }
    const std::vector<bool> stays = longest_rising(positions);
    NodeId next = 0;
    for (std::size_t i = children.size(); i-- > 0;) {
      place(after_[children[i]], parent, next, stays[i]);
      next = after_[children[i]].id;
    }
    for (const std::size_t child : children) place_children_of(after_[child].id);
  }

  void place(const Node& node, NodeId parent, NodeId next, bool stays) {
    const std::string where = formatted(",\"parent\":{},\"before\":{}", parent, next);
    const auto old = old_places_.find(node.id);
    if (old == old_places_.end()) {
      operation("add", node.id, where);
      out_ += ",\"role\":";
      append_json(out_, text_of(node.role));
      Node blank;
      blank.role = node.role;
      Attributes(out_, blank, node).write();
      out_ += '}';
      return;
    }
    if (!stays) operation("move", node.id, where + "}");
    const std::size_t length = out_.size();
    operation("set", node.id, "");
    if (Attributes(out_, before_[old->second.position], node).write()) {
      out_ += '}';
    } else {
      out_.resize(length);
    }
  }

  const std::vector<Node>& before_;
  const std::vector<Node>& after_;
  std::unordered_map<NodeId, Place> old_places_;
  std::unordered_map<NodeId, std::size_t> new_positions_;
  std::unordered_map<NodeId, Indexes> children_;
  std::string out_;
};

}  // namespace

std::string diff_as_json(const std::vector<Node>& before, const std::vector<Node>& after) {
  if (before == after) return "[]";
  return Difference(before, after).run();
}

}  // namespace leadlight::a11y
