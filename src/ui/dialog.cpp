#include "ui/overlay_parts.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr float kPadding = 24;
constexpr float kTitleHeight = 28;
constexpr float kTitleGap = 16;
constexpr float kCloseSize = 32;

}  // namespace

void open_dialog(Ui& ui, std::string_view id) {
  if (dialog_is_open(ui, id)) return;
  open_overlay(ui, Overlay::Kind::kDialog, id, {});
}

void close_dialog(Ui& ui) {
  UiInternals& in = ui.internals;
  // The one that is being drawn, else the topmost.
  if (!in.dialogs.empty()) {
    in.overlays.close(*in.dialogs.back().overlay);
  } else {
    in.overlays.close_top();
  }
  ui.request_frame();
}

bool dialog_is_open(const Ui& ui, std::string_view id) {
  return ui.internals.overlays.is_open(Overlay::Kind::kDialog, id);
}

Dialog::Dialog(Ui& ui, std::string_view id, std::string_view title, float width, float height)
    : ui_(ui) {
  UiInternals& in = ui.internals;
  Overlay* const overlay = in.overlays.claim(Overlay::Kind::kDialog, id);
  if (overlay == nullptr) return;
  open_ = true;
  const bool sheet = ui.phone();
  const float padding = sheet ? 16 : kPadding;
  Rect surface = sheet ? sheet_place(ui, height + 16)
                       : ui.screen.centred(std::min(width, ui.screen.w - 32),
                                           std::min(height, ui.screen.h - 32));
  surface = snapped(surface);
  DrawnSurface& drawn = in.dialogs.emplace_back(begin_surface(
      ui, *overlay, surface, sheet ? DrawnSurface::Form::kSheet : DrawnSurface::Form::kDialog));
  ui.tree.open(id_of("dialog"), a11y::Role::kDialog, title);
  place_node(ui, ui.tree.current_node(), surface);
  ui.tree.current_node().parent = 0;

  area_ = surface.inset(padding, sheet ? 20 : kPadding);
  Rect head = area_.cut_top(kTitleHeight, kTitleGap);
  drawn.close = {head.right() - kCloseSize + 6, head.y - 2, kCloseSize, kCloseSize};
  head.cut_right(kCloseSize);
  heading(ui, head, title, 2, kTitle);
}

Dialog::~Dialog() {
  if (!open_) return;
  UiInternals& in = ui_.internals;
  const DrawnSurface drawn = in.dialogs.back();
  // Last, so that the keyboard starts with what the dialog is about.
  if (button(ui_, "close-dialog", drawn.close, words::kClose,
             {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true})) {
    in.overlays.close(*drawn.overlay);
  }
  ui_.tree.close();
  end_surface(ui_, drawn);
  in.dialogs.pop_back();
}

}  // namespace leadlight::ui
