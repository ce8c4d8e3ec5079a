#include "ui/item.h"

namespace leadlight::ui {

namespace {

constexpr double kDelayMs = 450;

bool same_place(Rect a, Rect b) {
  return std::abs(a.x - b.x) < 1 && std::abs(a.y - b.y) < 1 && a.w == b.w;
}

}  // namespace

void tooltip(Ui& ui, Rect of, std::string_view text) {
  UiInternals& in = ui.internals;
  if (text.empty()) return;
  const Pointer& pointer = in.pointer;
  const bool hovered = !pointer.touch() && !pointer.down() && of.contains(pointer.position()) &&
                       clip_rect().contains(pointer.position()) &&
                       pointer.layer_under() <= in.layers.current();
  const Stop* const stop = in.focus.visible() ? in.focus.stop() : nullptr;
  const bool focused =
      stop != nullptr && stop->layer == in.layers.current() && same_place(stop->rect, of);
  if (!hovered && !focused) return;
  if (in.tip.wanted) return;
  in.tip.wanted = true;
  if (!same_place(in.tip.of, of)) in.tip = {of, {}, ui.time_ms, true};
  in.tip.text = text;
}

// Drawn by the canvas after all else.
void draw_tip(Ui& ui) {
  Tip& tip = ui.internals.tip;
  if (!tip.wanted) {
    tip = {};
    return;
  }
  tip.wanted = false;
  const double rest = kDelayMs - (ui.time_ms - tip.since_ms);
  if (rest > 0) {
    ui.wake_after(rest);
    return;
  }
  const Palette& c = ui.colours;
  const float most = std::min(320.0F, ui.screen.w - 32);
  const float width = std::min(most, text_width(ui, tip.text, kSmall) + 1);
  const float height = text_height(ui, width, tip.text, kSmall);
  Rect box{tip.of.x + (tip.of.w - width) / 2 - 8, tip.of.bottom() + 6, width + 16, height + 12};
  box.x =
      std::clamp(box.x, ui.screen.x + 8, std::max(ui.screen.x + 8, ui.screen.right() - 8 - box.w));
  if (box.bottom() > ui.screen.bottom() - 8) box.y = tip.of.y - 6 - box.h;
  ui.internals.layers.begin(id_of(0, "tip"), Layers::Modality::kNone);
  fill_rect(box, c.ink, 6);
  text_block(ui, box.inset(8, 6), tip.text, kSmall, c.panel, Voice::kSilent);
  ui.internals.layers.end();
}

}  // namespace leadlight::ui
