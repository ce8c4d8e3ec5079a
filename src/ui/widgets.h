// Every control of the interface, once: look, role, name, keyboard, size for a thumb. Views place
// them by rectangle. Ids come from ImGui's id stack (PushID around repeated rows) and the `id`
// text, never from visible words, so that they stay when words change.
//
// All controls: hover and pressed looks, visible focus ring, a semantic node, Enter and Space act,
// a click of the mirror acts. A control returns true in the frame in which the person used it.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"

namespace leadlight::ui {

// ---- text ----------------------------------------------------------------------------------------
enum class Align : unsigned char { kLeft, kCentre, kRight };
float text_width(const Ui&, std::string_view text, const TextStyle& style);
// One line, vertically centred in `rect`, cut by an ellipsis at a grapheme. Adds a text node unless
// `Silent`. Returns the width drawn.
enum class Voice : unsigned char { kSpoken, kSilent };
float text_line(Ui&, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                Align align = Align::kLeft, Voice voice = Voice::kSpoken);
// Wraps by words into the width; returns the height used. Measure first with text_height.
float text_block(Ui&, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                 Voice voice = Voice::kSpoken);
// The same, cut after `most` lines by an ellipsis.
float text_lines(Ui&, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                 std::size_t most, Voice voice = Voice::kSpoken);
float text_height(const Ui&, float width, std::string_view text, const TextStyle& style);
void heading(Ui&, Rect rect, std::string_view text, int level, const TextStyle& style = kHeading);
void icon(Ui&, Rect rect, Icon icon, float size, ImU32 colour);

// ---- surfaces ------------------------------------------------------------------------------------
void panel(Ui&, Rect rect, float radius = 12);  // ground, hairline
void card_shadow(Ui&, Rect rect, float radius = 12);
void hairline(Ui&, Rect rect);  // fills the rectangle with the line's colour (1 px high or wide)
void fill(Ui&, Rect rect, ImU32 colour, float radius = 0);

// ---- semantic groups (RAII) -------------------------------------------------------------------------
// Scope s(ui, "today-now", a11y::Role::kList, "Now");
// The ids of what is drawn in a group are its own: each cell of a row may have its "open".
class Scope {
 public:
  Scope(Ui& ui, std::string_view id, a11y::Role role, std::string_view name, Rect rect = {});
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  a11y::Node& node();  // valid until the next widget

 private:
  Ui& ui_;
  ImGuiID landmark_around_;
};

// ---- controls ------------------------------------------------------------------------------------
enum class ButtonLook : unsigned char { kPrimary, kSecondary, kQuiet, kDanger };
struct ButtonSpec {
  ButtonLook look = ButtonLook::kSecondary;
  Icon icon = Icon::kNone;
  bool disabled = false;
  std::string_view hint = {};  // tooltip and description: "Ctrl+Z"
  bool icon_only = false;      // the label is spoken, not drawn
  bool selected = false;       // a toggle that is on
};
float button_width(const Ui&, std::string_view label, const ButtonSpec& spec = {});
bool button(Ui&, std::string_view id, Rect rect, std::string_view label,
            const ButtonSpec& spec = {});
bool link(Ui&, std::string_view id, Rect rect, std::string_view label,
          const TextStyle& style = kText);

enum class PillTone : unsigned char { kNeutral, kAccent, kGood, kWarn, kBad, kOutline };
float pill_width(const Ui&, std::string_view text);
void pill(Ui&, Rect rect, std::string_view text,
          PillTone tone);  // a state, two or three words; 22 high

// The square with a lead's score; colour by height relative to its band.
void score_badge(Ui&, Rect rect, int score, bool hot, bool warm);

// A choice of one as pills in a row that wraps; returns the index chosen now or -1. Arrow keys
// move.
int choice_pills(Ui&, std::string_view id, Rect rect, std::string_view label,
                 std::span<const std::string_view> options, int selected,
                 float* used_height = nullptr);
// Segmented tabs ("Table | Board").
int segmented(Ui&, std::string_view id, Rect rect, std::string_view label,
              std::span<const std::string_view> options, int selected);
// Those of a list's rows are one stop for Tab, walked with the arrow keys as the rows are.
enum class CheckboxPlace : unsigned char { kAlone, kInListRow };
bool checkbox(Ui&, std::string_view id, Rect rect, std::string_view label, bool checked,
              CheckboxPlace place = CheckboxPlace::kAlone);  // true: toggled
bool toggle(Ui&, std::string_view id, Rect rect, std::string_view label, bool on);

// A text field with its label above. `value` follows every key press; returns kLeft/kSubmitted/...
// once in the frame it happens, kNone otherwise.
enum class FieldResult : unsigned char { kNone, kChanged, kSubmitted, kCommitted, kCancelled };
struct FieldSpec {
  FieldKind kind = FieldKind::kText;
  std::string_view placeholder = {};
  std::string_view autocomplete = "off";
  std::string_view error = {};  // shown under the field, or at `error_at`
  bool hide_label = false;      // spoken only
  Icon icon = Icon::kNone;
  int lines = 1;  // of a multi-line field
  bool last = true;
  Rect error_at = {};  // a place of the view's own, for narrow fields
};
float field_height(const Ui&, const FieldSpec& spec);
FieldResult text_field(Ui&, std::string_view id, Rect rect, std::string_view label,
                       std::string& value, const FieldSpec& spec = {});
// In the present id stack: starts editing next frame. With all of it selected one key replaces it.
bool is_typing(const Ui&);              // some field is edited
std::string_view typed_now(const Ui&);  // what stands in that field
void focus_field(Ui&, std::string_view id, bool select_all = true);
// After a view took what was typed into its own string and set that anew: the field shows it, also
// where it is being edited.
void renew_field(Ui&, const std::string& value);

// A drop-down; the menu opens in the overlay layer, with type-ahead. Returns the index chosen now
// or -1.
struct Option {
  std::string_view label;
  std::string_view detail = {};
};
int select(Ui&, std::string_view id, Rect rect, std::string_view label,
           std::span<const Option> options, int selected, std::string_view placeholder = {});

// ---- lists ---------------------------------------------------------------------------------------
// A clickable row: ground on hover/selected, focusable, arrow keys move between rows of the same
// Scope. Content is drawn by the caller afterwards over `rect`. `name` is what is spoken for the
// whole row.
struct RowResult {
  bool activated = false;  // click, Enter
  bool context = false;    // right click, long press, context-menu key
  bool hovered = false;
  a11y::Node* node = nullptr;  // valid until the next widget: where the row stands in its table
};
RowResult list_row(Ui&, std::string_view id, Rect rect, std::string_view name, bool selected,
                   a11y::Role role = a11y::Role::kListItem);

// A row that a finger swipes aside: what comes up below it says what letting go does. A side
// without a label does not move. Mouse, keyboard and screen reader have the row's menu for the
// same.
struct SwipeSide {
  std::string_view label = {};
  Icon icon = Icon::kNone;
};
struct SwipeSides {
  SwipeSide right, left;  // the way the finger goes
};
class SwipeRow {
 public:
  SwipeRow(Ui& ui, std::string_view id, Rect rect, const SwipeSides& sides);
  ~SwipeRow();
  SwipeRow(const SwipeRow&) = delete;
  SwipeRow& operator=(const SwipeRow&) = delete;
  enum class Done : unsigned char { kNothing, kRight, kLeft };
  [[nodiscard]] Done done() const { return done_; }  // let go, far enough
  [[nodiscard]] Rect rect() const { return rect_; }  // where the row stands

 private:
  Rect rect_;
  Done done_ = Done::kNothing;
  bool clips_ = false;
};

// A vertically scrolling area; inertia on touch, wheel, keys; remembers its place under its id.
// The content's height is what the last frame reported by `content_height`.
class ScrollArea {
 public:
  ScrollArea(Ui& ui, std::string_view id, Rect rect);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;
  [[nodiscard]] Rect content() const {
    return content_;
  }  // x, y moved by scrolling; w without scrollbar; h unbounded
  void content_height(float height);
  // First and one past the last of `count` rows of equal height that can be seen.
  struct Range {
    std::size_t first = 0, last = 0;
  };
  [[nodiscard]] Range visible(std::size_t count, float row_height, float top_offset = 0) const;
  void scroll_into_view(float top, float height);  // content coordinates
  // From the next frame on, whatever is there by then.
  void move_by(float way);

 private:
  Ui& ui_;
  Rect rect_;
  Rect content_;
};

// ---- overlays ------------------------------------------------------------------------------------
// Menus and dialogs are drawn after everything else. A view asks with open_*, and draws them each
// frame with menu()/Dialog, which do nothing while closed.
struct MenuItem {
  std::string_view id;
  std::string_view label;
  Icon icon = Icon::kNone;
  bool danger = false;
  bool separator_before = false;
  std::string_view hint = {};
  bool disabled = false;
};
void open_menu(Ui&, std::string_view id, Rect anchor);
// Index chosen now, or -1. `name` is spoken.
int menu(Ui&, std::string_view id, std::string_view name, std::span<const MenuItem> items);

// A modal dialog in the middle (laptop) or a sheet from below (phone). Holds focus; Escape and the
// scrim close it.
void open_dialog(Ui&, std::string_view id);
void close_dialog(Ui&);
[[nodiscard]] bool dialog_is_open(const Ui&, std::string_view id);
class Dialog {
 public:
  Dialog(Ui& ui, std::string_view id, std::string_view title, float width, float height);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  explicit operator bool() const { return open_; }
  [[nodiscard]] Rect area() const { return area_; }  // inside the padding, below the title

 private:
  Ui& ui_;
  bool open_ = false;
  Rect area_;
};

void tooltip(Ui&, Rect of,
             std::string_view text);  // while `of` is hovered or focused by key, with a delay

// ---- drag and drop inside the page (the board) ------------------------------------------------------
// Mouse: press and move; touch: long press, then move. Keyboard users have the row's menu.
bool drag_source(Ui&, std::string_view id, Rect rect, std::uint64_t payload);  // true while dragged
bool drop_target(Ui&, std::string_view id, Rect rect,
                 std::uint64_t* payload);  // true when dropped here
[[nodiscard]] bool dragging(const Ui&);
[[nodiscard]] std::uint64_t carried(const Ui&);  // the payload of what is dragged

// ---- blank states --------------------------------------------------------------------------------
struct EmptyAction {
  std::string_view id;
  std::string_view label;
  bool primary = false;
};
// An icon, a sentence, what to do next; returns the action's index used now, or -1.
int empty_state(Ui&, std::string_view id, Rect rect, Icon icon, std::string_view title,
                std::string_view text, std::span<const EmptyAction> actions);

}  // namespace leadlight::ui
