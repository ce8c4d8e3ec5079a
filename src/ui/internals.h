// What the widgets share between and within frames. Views don't include this.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "a11y/tree.h"
#include "app/commands.h"
#include "ui/entry.h"
#include "ui/focus.h"
#include "ui/input.h"
#include "ui/layers.h"
#include "ui/measure.h"
#include "ui/motion.h"
#include "ui/pointer.h"
#include "ui/scrolling.h"
#include "ui/slides.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace leadlight::ui {

// Something that is carried from one place to another.
struct Carry {
  ImGuiID source = 0;
  std::uint64_t payload = 0;
  bool dropped = false;  // let go in the frame before, at `at`
  bool taken = false;    // by a target
  bool returns = false;  // no target took it
  ImVec2 at{0, 0};
  ImVec2 grip{0, 0};  // where in the source it is held
  Rect rect;          // of the source when it was lifted
  std::string name;   // of what was pressed
};

struct Tip {
  Rect of;
  std::string text;
  double since_ms = 0;
  bool wanted = false;  // in this frame
};

// A menu or dialog that is being drawn: how far it has come in, and where its paint starts.
struct DrawnSurface {
  enum class Form : unsigned char { kPopup, kDialog, kSheet } form = Form::kPopup;
  Overlay* overlay = nullptr;
  float moved_in = 1;
  float pulled = 0;  // down, by a finger
  float height = 0;
  int first_vertex = 0;
  Rect close;  // of a dialog: its button
};

// The row drawn last: what is drawn over it belongs to it.
struct RowContext {
  ImGuiID id = 0;
  a11y::NodeId parent = 0;
  Rect rect;
  int layer = 0;
  bool name_says_all = false;  // texts inside would only be spoken twice
};

// Home, End and pages in a list of which only a part is drawn: the row is chosen when it has been
// scrolled to.
struct ListWish {
  ImGuiID group = 0;
  enum class Row : unsigned char { kFirst, kLast, kNearest } row = Row::kFirst;
  float y = 0;  // on screen, for kNearest
  int frames = 0;
};

struct UiInternals {
  Pointer pointer;
  Focus focus;
  Layers layers;
  Overlays overlays;
  Scrolling scrolling;
  Slides slides;
  Entry entry;
  Motion motion;
  Measure measure;
  Carry carry;
  Tip tip;
  RowContext row;
  ImGuiID landmark = 0;  // the innermost that is open
  FrameInput input;

  // Wishes of this frame.
  bool wants_frame = false;
  double wake_after_ms = -1;
  ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;
  std::vector<app::Command> commands;
  std::vector<a11y::Announcement> announcements;

  // The mirror's wish to set a value, until its field has it.
  ImGuiID value_for = 0;
  std::string value;
  int frames_of_wishes = 0;  // how long wishes by id have been waiting for their widgets

  std::string typed_ahead;  // in an open menu
  double typed_ahead_at_ms = 0;
  ListWish list_wish;
  int frames_without_focus = 0;  // since its widget has gone
  bool last_input_was_key = false;
  int focus_layer = 0;  // a layer that came up: its first control gets the focus
  std::unordered_map<ImGuiID, std::uint32_t> text_counts;  // by where they stand: ids of texts
  std::vector<DrawnSurface> dialogs;                       // being drawn now
};

}  // namespace leadlight::ui
