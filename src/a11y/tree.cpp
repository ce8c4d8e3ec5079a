#include "a11y/tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/format.h"

namespace leadlight::a11y {

namespace {

constexpr std::array<std::string_view, 37> kRoleNames{
    "application",  "banner",   "navigation", "main",        "complementary", "region",
    "form",         "dialog",   "group",      "heading",     "text",          "button",
    "link",         "checkbox", "radio",      "radiogroup",  "switch",        "textbox",
    "searchbox",    "combobox", "menu",       "menuitem",    "tab",           "tablist",
    "list",         "listitem", "listbox",    "option",      "table",         "row",
    "columnheader", "cell",     "image",      "progressbar", "status",        "alert",
    "separator",
};
static_assert(kRoleNames.size() == static_cast<std::size_t>(Role::kSeparator) + 1);

}  // namespace

std::string_view text_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

void Tree::begin_frame() {
  building_.clear();
  open_.clear();
  seen_.clear();
  repeating_ = 0;
}

void Tree::end_frame() {
  open_.clear();
  nodes_.swap(building_);
  repeated_ids_ = repeating_;
}

NodeId Tree::unique(NodeId id) {
  if (id != 0 && seen_.insert(id).second) return id;
  ++repeating_;
  do {
    id = (id ^ 0x9E3779B9U) * 0x85EBCA6BU + 1;
  } while (id == 0 || !seen_.insert(id).second);
  return id;
}

Node& Tree::add(NodeId id, Role role, std::string_view name) {
  const NodeId parent = current();
  Node& node = building_.emplace_back();
  node.id = unique(id);
  node.parent = parent;
  node.role = role;
  node.name = name;
  return node;
}

Node& Tree::open(NodeId id, Role role, std::string_view name) {
  add(id, role, name);
  open_.push_back(building_.size() - 1);
  return building_.back();
}

void Tree::close() {
  if (!open_.empty()) open_.pop_back();
}

NodeId Tree::current() const { return open_.empty() ? 0 : building_[open_.back()].id; }

Node& Tree::current_node() { return building_[open_.back()]; }

const Node* Tree::find(NodeId id) const {
  const auto found = std::ranges::find(nodes_, id, &Node::id);
  return found == nodes_.end() ? nullptr : &*found;
}

const Node* Tree::find(Role role, std::string_view name) const {
  const Node* longer = nullptr;
  for (const Node& node : nodes_) {
    if (node.role != role) continue;
    if (node.name == name) return &node;
    if (longer == nullptr && node.name.starts_with(name)) longer = &node;
  }
  return longer;
}

std::string Tree::outline() const {
  std::string out;
  std::unordered_map<NodeId, int> depths;
  for (const Node& node : nodes_) {
    const auto parent = depths.find(node.parent);
    const int depth = parent == depths.end() ? 0 : parent->second + 1;
    depths[node.id] = depth;
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    out += formatted("{} \"{}\"", text_of(node.role), node.name);
    if (!node.value.empty()) out += formatted(" = \"{}\"", node.value);
    if (node.checked == Toggle::kOn) out += " checked";
    if (node.expanded == Toggle::kOn) out += " expanded";
    if (node.selected) out += " selected";
    if (node.current) out += " current";
    if (node.disabled) out += " disabled";
    if (node.focused) out += " focused";
    if (node.offscreen) out += " offscreen";
    out += '\n';
  }
  return out;
}

}  // namespace leadlight::a11y
