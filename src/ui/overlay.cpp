#include "ui/overlay_parts.h"

namespace leadlight::ui {

namespace {

constexpr float kScreenMargin = 8;
constexpr float kSheetRadius = 18;

float radius_of(DrawnSurface::Form form) {
  switch (form) {
    case DrawnSurface::Form::kPopup: return 10;
    case DrawnSurface::Form::kDialog: return 14;
    case DrawnSurface::Form::kSheet: return kSheetRadius;
  }
  return 0;
}

void draw_ground(Ui& ui, Rect surface, DrawnSurface::Form form, float screen_bottom) {
  const float radius = radius_of(form);
  if (form == DrawnSurface::Form::kSheet) {
    // Down over the safe area, its lower corners out of sight.
    fill_rect({surface.x, surface.y, surface.w, screen_bottom - surface.y + radius},
              ui.colours.panel, radius);
    fill_rect({surface.x + surface.w / 2 - 18, surface.y + 8, 36, 4}, ui.colours.line, 2);
    return;
  }
  card_shadow(ui, surface, radius);
  fill_rect(surface, ui.colours.panel, radius);
  stroke_rect(surface, ui.colours.line, radius);
}

}  // namespace

DrawnSurface begin_surface(Ui& ui, Overlay& overlay, Rect surface, DrawnSurface::Form form) {
  UiInternals& in = ui.internals;
  overlay.layer = in.layers.begin(overlay.name, Layers::Modality::kModal);
  in.row = {};
  DrawnSurface drawn;
  drawn.form = form;
  drawn.overlay = &overlay;
  drawn.height = surface.h;
  drawn.moved_in = in.motion.towards(id_of(overlay.name, "in"), 1, 0);
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const Rect screen{0, 0, display.x, display.y};
  const ImGuiID outside = id_of(overlay.name, "outside");
  block_pointer(ui, outside, screen);
  block_pointer(ui, id_of(overlay.name, "inside"), surface);
  if (in.pointer.clicked(outside) || in.pointer.context(outside)) in.overlays.close(overlay);
  if (form != DrawnSurface::Form::kPopup)
    fill_rect(screen, faded(ui.colours.scrim, drawn.moved_in));
  if (form == DrawnSurface::Form::kSheet) {
    constexpr float kGrip = 56;  // the bar and the title
    const ImGuiID slide = id_of(overlay.name, "slide");
    in.slides.add(slide, {surface.x, surface.y, surface.w, std::min(kGrip, surface.h)},
                  overlay.layer, Slides::Axis::kDown);
    drawn.pulled = in.slides.offset(in.motion, slide);
    if (in.slides.let_go(slide) > std::min(Slides::kFarEnough, surface.h / 3))
      in.overlays.close(overlay);
  }
  drawn.first_vertex = paint().VtxBuffer.Size;
  draw_ground(ui, surface, form, screen.h);
  return drawn;
}

void end_surface(Ui& ui, const DrawnSurface& drawn) {
  if (drawn.moved_in < 1 || drawn.pulled > 0) {
    const float rest = 1 - drawn.moved_in;
    switch (drawn.form) {
      case DrawnSurface::Form::kPopup:
        fade_and_move(paint(), drawn.first_vertex, drawn.moved_in, {0, -6 * rest});
        break;
      case DrawnSurface::Form::kDialog:
        fade_and_move(paint(), drawn.first_vertex, drawn.moved_in, {0, 10 * rest});
        break;
      case DrawnSurface::Form::kSheet:
        fade_and_move(paint(), drawn.first_vertex, 1, {0, drawn.height * rest + drawn.pulled});
        break;
    }
  }
  ui.internals.row = {};
  ui.internals.layers.end();
}

Rect popup_place(const Ui& ui, Rect anchor, float width, float height) {
  const Rect room = ui.screen.inset(kScreenMargin);
  width = std::min(width, room.w);
  constexpr float kGap = 4;
  const float below = room.bottom() - anchor.bottom() - kGap;
  const float above = anchor.y - room.y - kGap;
  const bool up = below < height && above > below;
  height = std::min(height, std::max(up ? above : below, 120.0F));
  // A menu of a small button at the right edge hangs from the button's right end.
  float x = anchor.x;
  if (x + width > room.right()) x = std::min(anchor.right() - width, room.right() - width);
  const float y = up ? anchor.y - kGap - height : anchor.bottom() + kGap;
  return {std::max(x, room.x), std::clamp(y, room.y, std::max(room.y, room.bottom() - height)),
          width, height};
}

Rect sheet_place(const Ui& ui, float height) {
  const float most = ui.screen.h - 24;
  height = std::min(height, most);
  return {ui.screen.x, ui.screen.bottom() - height, ui.screen.w, height};
}

void open_overlay(Ui& ui, Overlay::Kind kind, std::string_view id, Rect anchor) {
  UiInternals& in = ui.internals;
  Overlay overlay;
  overlay.kind = kind;
  overlay.exact = id_of(id);
  overlay.name = id_of(0, id);
  overlay.anchor = anchor;
  overlay.focus_before = in.focus.id();
  overlay.by_keyboard = in.last_input_was_key;
  in.overlays.open(overlay);
  in.typed_ahead.clear();
  ui.request_frame();
}

}  // namespace leadlight::ui
