// Choices: pills, segments, checkboxes, switches.
#include "ui/item.h"

namespace leadlight::ui {

namespace {

constexpr float kGap = 8;

int draw_options(Ui& ui, ImGuiID id, std::span<const Rect> places,
                 std::span<const std::string_view> options, int selected, a11y::Role role,
                 const auto& draw) {
  int chosen = -1;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto index = static_cast<int>(i);
    const bool on = index == selected;
    const Item item = use_item(ui, id_of(id, index), places[i],
                               {.role = role,
                                .name = options[i],
                                .kind = GroupKind::kChoices,
                                .group = id,
                                .selected = on});
    item.node->checked = role != a11y::Role::kRadio ? a11y::Toggle::kNone
                         : on                       ? a11y::Toggle::kOn
                                                    : a11y::Toggle::kOff;
    if (item.visible) draw(places[i], options[i], on, item);
    if (item.activated && !on) chosen = index;
  }
  return chosen;
}

}  // namespace

int choice_pills(Ui& ui, std::string_view id, Rect rect, std::string_view label,
                 std::span<const std::string_view> options, int selected, float* used_height) {
  const float height = ui.phone() ? kTouchTarget : 34.0F;
  const float padding = ui.phone() ? 16 : 13;
  std::vector<Rect> places;
  float x = rect.x;
  float y = rect.y;
  for (const std::string_view option : options) {
    const float width = std::min(rect.w, std::ceil(text_width(ui, option, kStrong)) + 2 * padding);
    if (x > rect.x && x + width > rect.right() + 0.5F) x = rect.x, y += height + kGap;
    places.push_back({x, y, width, height});
    x += width + kGap;
  }
  const float used = options.empty() ? 0 : y + height - rect.y;
  if (used_height != nullptr) *used_height = used;

  const Scope group(ui, id, a11y::Role::kRadioGroup, label, {rect.x, rect.y, rect.w, used});
  return draw_options(ui, id_of(id), places, options, selected, a11y::Role::kRadio,
                      [&](Rect place, std::string_view option, bool on, const Item& item) {
                        const Palette& c = ui.colours;
                        ImU32 ground = on ? c.accent_ground : c.panel;
                        if (item.hovered && !on) ground = mixed(c.panel, c.ink, 0.045F);
                        fill_rect(place, ground, place.h / 2);
                        stroke_rect(place, on ? c.accent : c.line, place.h / 2);
                        text_line(ui, place.inset(6, 0), option, kStrong, on ? c.accent : c.ink2,
                                  Align::kCentre, Voice::kSilent);
                        if (item.ring) focus_ring(ui, place, place.h / 2);
                      });
}

int segmented(Ui& ui, std::string_view id, Rect rect, std::string_view label,
              std::span<const std::string_view> options, int selected) {
  if (options.empty()) return -1;
  const Palette& c = ui.colours;
  fill_rect(rect, mixed(c.bg, c.ink, 0.05F), kControlRadius);
  std::vector<Rect> places;
  const Rect inner = rect.inset(2);
  const float width = inner.w / static_cast<float>(options.size());
  for (std::size_t i = 0; i < options.size(); ++i) {
    places.push_back({inner.x + width * static_cast<float>(i), inner.y, width, inner.h});
  }
  const Scope group(ui, id, a11y::Role::kTabList, label, rect);
  if (selected >= 0 && selected < static_cast<int>(options.size())) {
    const float target = places[static_cast<std::size_t>(selected)].x;
    const float at = ui.internals.motion.towards(id_of(id_of(id), -1), target - rect.x) + rect.x;
    const Rect thumb{at, inner.y, width, inner.h};
    fill_rect(thumb, c.panel, kControlRadius - 2);
    stroke_rect(thumb, c.line, kControlRadius - 2);
  }
  return draw_options(ui, id_of(id), places, options, selected, a11y::Role::kTab,
                      [&](Rect place, std::string_view option, bool on, const Item& item) {
                        const ImU32 ink = on ? c.ink : item.hovered ? c.ink : c.ink2;
                        text_line(ui, place.inset(4, 0), option, kStrong, ink, Align::kCentre,
                                  Voice::kSilent);
                        if (item.ring) focus_ring(ui, place, kControlRadius - 2);
                      });
}

bool checkbox(Ui& ui, std::string_view id, Rect rect, std::string_view label, bool checked,
              CheckboxPlace place) {
  constexpr float kBox = 18;
  ItemSpec spec{.role = a11y::Role::kCheckbox, .name = label};
  if (place == CheckboxPlace::kInListRow) {
    spec.kind = GroupKind::kList;
    spec.group = id_of(ui.tree.current(), "checkboxes");
    spec.companion = true;
  }
  const Item item = use_item(ui, id_of(id), rect, spec);
  item.node->checked = checked ? a11y::Toggle::kOn : a11y::Toggle::kOff;
  if (item.visible) {
    const Palette& c = ui.colours;
    Rect inner = rect;
    constexpr float kRoomForWords = 44;
    const bool alone = label.empty() || rect.w < kBox + kRoomForWords;
    const Rect box =
        alone ? rect.centred(kBox, kBox) : inner.cut_left(kBox, 10).centred(kBox, kBox);
    const ImU32 edge = item.hovered ? c.ink2 : c.ink3;
    fill_rect(box, checked ? c.accent : c.panel, 5);
    if (checked) {
      icon(ui, box, Icon::kCheck, 14, c.on_accent);
    } else {
      stroke_rect(box, edge, 5);
    }
    if (!alone) text_line(ui, inner, label, kText, c.ink, Align::kLeft, Voice::kSilent);
    if (item.ring) focus_ring(ui, alone ? box : rect, 5);
  }
  return item.activated;
}

bool toggle(Ui& ui, std::string_view id, Rect rect, std::string_view label, bool on) {
  constexpr float kWidth = 38;
  constexpr float kHeight = 22;
  const ImGuiID own = id_of(id);
  const Item item = use_item(ui, own, rect, {.role = a11y::Role::kSwitch, .name = label});
  item.node->checked = on ? a11y::Toggle::kOn : a11y::Toggle::kOff;
  if (item.visible) {
    const Palette& c = ui.colours;
    Rect inner = rect;
    const Rect track = inner.cut_right(kWidth, 12).centred(kWidth, kHeight);
    const float at = ui.internals.motion.towards(own, on ? 1.0F : 0.0F);
    fill_rect(track, mixed(c.ink3, c.accent, at), kHeight / 2);
    const float knob = kHeight - 6;
    fill_rect({track.x + 3 + at * (kWidth - kHeight), track.y + 3, knob, knob}, c.panel, knob / 2);
    text_line(ui, inner, label, kText, c.ink, Align::kLeft, Voice::kSilent);
    if (item.ring) focus_ring(ui, track, kHeight / 2);
  }
  return item.activated;
}

}  // namespace leadlight::ui
