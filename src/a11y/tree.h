// The semantic tree of what is on screen: what a screen reader is told, what tests drive. Rebuilt
// every frame by the widgets; the difference to the frame before is mirrored as DOM elements by the
// page.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace leadlight::a11y {

using NodeId = std::uint32_t;  // the widget's ImGui id; never 0

// Names as in WAI-ARIA.
enum class Role : std::uint8_t {
  kApplication,
  kBanner,
  kNavigation,
  kMain,
  kComplementary,
  kRegion,
  kForm,
  kDialog,
  kGroup,
  kHeading,
  kText,
  kButton,
  kLink,
  kCheckbox,
  kRadio,
  kRadioGroup,
  kSwitch,
  kTextbox,
  kSearchbox,
  kCombobox,
  kMenu,
  kMenuItem,
  kTab,
  kTabList,
  kList,
  kListItem,
  kListbox,
  kOption,
  kTable,
  kRow,
  kColumnHeader,
  kCell,
  kImage,
  kProgressbar,
  kStatus,
  kAlert,
  kSeparator,
};
std::string_view text_of(Role role);  // "columnheader"

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;  // CSS pixels from the canvas's corner
  bool operator==(const Rect&) const = default;
};

enum class Toggle : std::uint8_t { kNone, kOff, kOn, kMixed };

struct Node {
  NodeId id = 0;
  NodeId parent = 0;  // 0: the root
  Role role = Role::kGroup;
  std::string name;
  std::string value;        // of a textbox, combobox, progress
  std::string description;  // keyboard shortcut or hint
  Rect rect;
  std::uint8_t level = 0;                          // of a heading
  std::int32_t row_count = -1, column_count = -1;  // of a table, all of it; -1 unknown
  std::int32_t row_index = -1, column_index = -1;  // from 1
  Toggle checked = Toggle::kNone;
  Toggle expanded = Toggle::kNone;
  Toggle sorted = Toggle::kNone;  // of a column header: kOn ascending, kOff descending
  bool selected = false;
  bool current = false;  // aria-current
  bool disabled = false;
  bool focusable = false;
  bool focused = false;
  bool multiline = false;
  bool offscreen = false;  // clipped away by scrolling; scrolls into view when focused
  bool operator==(const Node&) const = default;
};

enum class Action : std::uint8_t { kActivate, kFocus, kSetValue, kContextMenu };

// Nodes of one frame in reading order. `open` ... `close` nest; a node's parent is the open one.
class Tree {
 public:
  void begin_frame();
  // Returned reference is valid until the next add. A repeated id in one frame is a programmer's
  // fault and is made unique by hashing, so that the mirror stays sound; `repeated_ids` counts them
  // for tests.
  Node& open(NodeId id, Role role, std::string_view name);
  void close();
  Node& add(NodeId id, Role role, std::string_view name);  // a leaf
  [[nodiscard]] NodeId current() const;                    // the innermost open node; 0: the root
  Node& current_node();  // likewise; something must be open. Valid until the next add
  void end_frame();

  [[nodiscard]] const std::vector<Node>& nodes() const {
    return nodes_;
  }  // of the last whole frame
  [[nodiscard]] const Node* find(NodeId id) const;
  // First node with this role whose name equals `name` (or starts with it, if none equals).
  [[nodiscard]] const Node* find(Role role, std::string_view name) const;
  [[nodiscard]] std::size_t repeated_ids() const { return repeated_ids_; }
  [[nodiscard]] std::string outline() const;  // "button \"Add lead\"" a line, indented: for tests

 private:
  NodeId unique(NodeId id);

  std::vector<Node> nodes_;
  std::vector<Node> building_;
  std::vector<std::size_t> open_;  // places in building_
  std::unordered_set<NodeId> seen_;
  std::size_t repeating_ = 0;
  std::size_t repeated_ids_ = 0;
};

// What changed between two frames, for the mirror: a JSON array of operations, to be done in order.
//   {"op":"add","id":7,"parent":0,"before":9,...}   before 0: as the last child; parent 0: the root
//   {"op":"set","id":7,...}                         just the attributes that changed
//   {"op":"move","id":7,"parent":3,"before":0}      with everything below it
//   {"op":"remove","id":7}                          that one alone: what lived below has been moved
//   or removed
// Attributes: "role","name","value","description" (texts), "rect":[x,y,width,height], "level",
// "row_count","column_count","row_index","column_index" (numbers, -1 unknown),
// "checked","expanded","sorted"
// ("none","off","on","mixed"),
// "selected","current","disabled","focusable","focused","multiline","offscreen". An attribute that
// "add" doesn't name is empty, 0, -1, "none" or false. "[]" if nothing changed.
std::string diff_as_json(const std::vector<Node>& before, const std::vector<Node>& after);

// A polite or assertive sentence to be spoken once.
struct Announcement {
  std::string text;
  bool assertive = false;
};

}  // namespace leadlight::a11y
