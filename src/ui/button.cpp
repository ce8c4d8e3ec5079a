#include <array>

#include "base/format.h"

#include "ui/item.h"

namespace leadlight::ui {

namespace {

constexpr float kIconSize = 18;
constexpr float kIconGap = 7;
constexpr float kPadding = 14;
constexpr float kPillPadding = 8;

struct ButtonColours {
  ImU32 ground = 0, edge = 0, ink = 0;
};

ButtonColours colours_of(const Ui& ui, const ButtonSpec& spec, const Item& item) {
  const Palette& c = ui.colours;
  const bool lit = item.hovered || item.held;
  const float depth = item.held ? 2.0F : 1.0F;
  if (spec.selected) return {c.accent_ground, c.accent_ground, c.accent};
  switch (spec.look) {
    case ButtonLook::kPrimary: {
      const ImU32 ground = lit ? c.accent_hover : c.accent;
      return {ground, 0, c.on_accent};
    }
    case ButtonLook::kSecondary:
      return {lit ? mixed(c.panel, c.ink, 0.045F * depth) : c.panel, c.line, c.ink};
    case ButtonLook::kQuiet: return {lit ? faded(c.hover, depth) : 0, 0, c.ink2};
    case ButtonLook::kDanger:
      return {lit ? mixed(c.bad, c.ink, 0.1F * depth) : c.bad, 0, c.on_accent};
  }
  return {};
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonSpec& spec) {
  if (spec.icon_only) return ui.control_height();
  const float icon_width = spec.icon == Icon::kNone ? 0 : kIconSize + kIconGap;
  return std::ceil(text_width(ui, label, kStrong) + icon_width) + 2 * kPadding;
}

bool button(Ui& ui, std::string_view id, Rect rect, std::string_view label,
            const ButtonSpec& spec) {
  const Item item = use_item(ui, id_of(id), rect,
                             {.role = a11y::Role::kButton,
                              .name = label,
                              .disabled = spec.disabled,
                              .selected = spec.selected});
  item.node->description = spec.hint;
  if (item.visible) {
    ButtonColours colours = colours_of(ui, spec, item);
    if (spec.disabled) {
      constexpr float kDim = 0.45F;
      colours = {faded(colours.ground, kDim), faded(colours.edge, kDim), faded(colours.ink, kDim)};
    }
    fill_rect(rect, colours.ground, kControlRadius);
    if (colours.edge != 0) stroke_rect(rect, colours.edge, kControlRadius);
    const float icon_size = std::min(kIconSize, rect.h - 8);
    if (spec.icon_only) {
      icon(ui, rect, spec.icon, icon_size, colours.ink);
    } else {
      const float icon_width = spec.icon == Icon::kNone ? 0 : icon_size + kIconGap;
      const float room = std::max(0.0F, rect.w - 8 - icon_width);
      const float words = std::min(text_width(ui, label, kStrong), room);
      Rect inner = rect.centred(icon_width + words + 1, rect.h);
      if (spec.icon != Icon::kNone)
        icon(ui, inner.cut_left(icon_size, kIconGap), spec.icon, icon_size, colours.ink);
      text_line(ui, inner, label, kStrong, colours.ink, Align::kLeft, Voice::kSilent);
    }
    if (item.ring) focus_ring(ui, rect, kControlRadius);
    if (spec.icon_only) {
      tooltip(ui, rect,
              spec.hint.empty() ? std::string(label) : formatted("{}  {}", label, spec.hint));
    } else if (!spec.hint.empty()) {
      tooltip(ui, rect, spec.hint);
    }
  }
  return item.activated;
}

bool link(Ui& ui, std::string_view id, Rect rect, std::string_view label, const TextStyle& style) {
  const Item item = use_item(ui, id_of(id), rect, {.role = a11y::Role::kLink, .name = label});
  if (item.visible) {
    const ImU32 colour = item.hovered ? ui.colours.accent_hover : ui.colours.accent;
    const float width = text_line(ui, rect, label, style, colour, Align::kLeft, Voice::kSilent);
    if (item.hovered) {
      const float y = rect.y + (rect.h + style.size) / 2 + 1;
      fill_rect({rect.x, y, width, 1}, colour);
    }
    if (item.ring) focus_ring(ui, rect, 4);
  }
  return item.activated;
}

float pill_width(const Ui& ui, std::string_view text) {
  return std::ceil(text_width(ui, text, kSmallStrong)) + 2 * kPillPadding;
}

void pill(Ui& ui, Rect rect, std::string_view text, PillTone tone) {
  const Palette& c = ui.colours;
  struct Tone {
    ImU32 ground, edge, ink;
  };
  const std::array<Tone, 6> tones{
      {{c.bg, c.line, c.ink2},
       {c.accent_ground, mixed(c.accent_ground, c.accent, 0.3F), c.accent},  // also on that ground

       {c.good_ground, 0, c.good},
       {c.warn_ground, 0, c.warn},
       {c.bad_ground, 0, c.bad},
       {0, c.line, c.ink2}}};
  const Tone& look = tones[static_cast<std::size_t>(tone)];
  fill_rect(rect, look.ground, rect.h / 2);
  if (look.edge != 0) stroke_rect(rect, look.edge, rect.h / 2);
  text_line(ui, rect.inset(kPillPadding - 1, 0), text, kSmallStrong, look.ink, Align::kCentre);
}

void score_badge(Ui& ui, Rect rect, int score, bool hot, bool warm) {
  const Palette& c = ui.colours;
  const float radius = rect.h >= 36 ? 10 : 7;
  const ImU32 ground = hot ? c.hot_ground : warm ? c.accent_ground : 0;
  const ImU32 ink = hot ? c.hot_ink : warm ? c.accent : c.ink2;
  fill_rect(rect, ground, radius);
  if (ground == 0) stroke_rect(rect, c.line, radius);
  const std::string text = std::to_string(score);
  add_node(ui, next_text_id(ui), a11y::Role::kText, formatted("Score {}", text), rect);
  const TextStyle style{rect.h >= 36 ? 15.0F : 13.0F, 20, Weight::k700};
  text_line(ui, rect.inset(1, 0), text, style, ink, Align::kCentre, Voice::kSilent);
}

}  // namespace leadlight::ui
