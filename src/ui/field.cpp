#include "ui/item.h"

namespace leadlight::ui {

namespace {

constexpr float kLabelHeight = 16;
constexpr float kLabelGap = 6;
constexpr float kErrorGap = 4;
constexpr float kPadding = 12;
constexpr float kIconSize = 18;

// Phones zoom into fields with smaller letters.
TextStyle style_of(const Ui& ui) { return ui.phone() ? TextStyle{16, 24, Weight::k400} : kText; }

bool has_lines(const FieldSpec& spec) {
  return spec.kind == FieldKind::kMultiline || spec.lines > 1;
}

float box_height(const Ui& ui, const FieldSpec& spec) {
  if (!has_lines(spec)) return ui.control_height();
  const auto lines = static_cast<float>(std::max(spec.lines, 2));
  return std::max(ui.control_height(), lines * style_of(ui).line + 16);
}

a11y::Role role_of(const FieldSpec& spec) {
  return spec.kind == FieldKind::kSearch ? a11y::Role::kSearchbox : a11y::Role::kTextbox;
}

// Below the box, where the view has no other place for it.
float error_height(const FieldSpec& spec) {
  return spec.error.empty() || spec.error_at.w > 0 ? 0 : kErrorGap + kSmall.line;
}

struct Parts {
  Rect label, box, text, error;
};
Parts parts_of(const Ui& ui, Rect rect, const FieldSpec& spec) {
  Parts parts;
  if (!spec.hide_label) parts.label = rect.cut_top(kLabelHeight, kLabelGap);
  // A caller may give the box more or less height than usual.
  const float below = error_height(spec);
  const float usual = box_height(ui, spec);
  const float room = rect.h - below;
  parts.box =
      rect.cut_top(spec.hide_label && room > 0 ? room : std::min(usual, std::max(room, 24.0F)));
  rect.cut_top(kErrorGap);
  parts.error = spec.error_at.w > 0 ? spec.error_at : Rect{rect.x, rect.y, rect.w, kSmall.line};
  parts.text = parts.box.inset(kPadding, has_lines(spec) ? 8 : 0);
  if (spec.icon != Icon::kNone) parts.text.cut_left(kIconSize, 8);
  return parts;
}

void draw_box(Ui& ui, const Parts& parts, const FieldSpec& spec, std::string_view value,
              const Item& item, bool active) {
  const Palette& c = ui.colours;
  fill_rect(parts.box, c.panel, kControlRadius);
  const ImU32 edge = !spec.error.empty() ? c.bad
                     : active            ? c.accent
                     : item.hovered      ? c.ink3
                                         : c.line;
  stroke_rect(parts.box, edge, kControlRadius, active ? 2 : 1);
  if (spec.icon != Icon::kNone) {
    icon(ui, {parts.box.x + kPadding, parts.box.y, kIconSize, parts.box.h}, spec.icon, kIconSize,
         c.ink3);
  }
  if (item.ring && !active) focus_ring(ui, parts.box, kControlRadius);
  if (active) return;
  std::string dots;
  if (spec.kind == FieldKind::kPassphrase) {
    for (const char byte : value)
      if ((byte & 0xC0) != 0x80) dots += "•";  // one for each letter
    value = dots;
  }
  const bool blank = value.empty();
  const std::string_view shown = blank ? spec.placeholder : value;
  const ImU32 ink = blank ? c.ink3 : c.ink;
  if (has_lines(spec)) {
    ImGui::PushClipRect(parts.text.min(), parts.text.max(), true);
    text_block(ui, parts.text, shown, style_of(ui), ink, Voice::kSilent);
    ImGui::PopClipRect();
  } else {
    text_line(ui, parts.text, shown, style_of(ui), ink, Align::kLeft, Voice::kSilent);
  }
}

TextEntry entry_of(const Ui& ui, const Parts& parts, std::string_view label,
                   const FieldSpec& spec) {
  TextEntry entry;
  entry.rect = parts.text;
  entry.clip = intersection(parts.text, clip_rect());
  entry.kind = spec.kind;
  entry.label = label;
  entry.placeholder = spec.placeholder;
  entry.autocomplete = spec.autocomplete;
  entry.style = style_of(ui);
  entry.colour = ui.colours.ink;
  entry.last = spec.last;
  return entry;
}

FieldResult result_of(Entry::News news) {
  switch (news) {
    case Entry::News::kNone: return FieldResult::kNone;
    case Entry::News::kChanged: return FieldResult::kChanged;
    case Entry::News::kSubmitted: return FieldResult::kSubmitted;
    case Entry::News::kCommitted: return FieldResult::kCommitted;
    case Entry::News::kCancelled: return FieldResult::kCancelled;
  }
  return FieldResult::kNone;
}

// The mirror's own field has a new value: as if it had been typed and left.
void take_value_of_mirror(UiInternals& in, ImGuiID id) {
  if (in.value_for != id) return;
  if (in.entry.now().id != id) {
    in.entry.start(id, Entry::Caret::kEnd);
    in.frames_of_wishes = 0;  // the field opens first
    return;
  }
  in.value_for = 0;
  in.entry.report(EntryEvent::kChanged, in.value);
  in.wants_frame = true;
}

}  // namespace

float field_height(const Ui& ui, const FieldSpec& spec) {
  const float label = spec.hide_label ? 0 : kLabelHeight + kLabelGap;
  return label + box_height(ui, spec) + error_height(spec);
}

FieldResult text_field(Ui& ui, std::string_view id, Rect rect, std::string_view label,
                       std::string& value, const FieldSpec& spec) {
  UiInternals& in = ui.internals;
  const ImGuiID own = id_of(id);
  const Parts parts = parts_of(ui, rect, spec);
  if (!spec.hide_label) {
    text_line(ui, parts.label, label, kSmallStrong, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  }
  const Item item =
      use_item(ui, own, parts.box, {.role = role_of(spec), .name = label, .textbox = true});
  item.node->multiline = has_lines(spec);
  item.node->description = spec.error;
  if (item.hovered) in.cursor = ImGuiMouseCursor_TextInput;
  if (item.activated) {
    in.entry.start(own, in.pointer.clicked(own) ? Entry::Caret::kEnd : Entry::Caret::kSelectAll);
  }
  take_value_of_mirror(in, own);
  const Entry::News news = in.entry.take_news(own, value, entry_of(ui, parts, label, spec));
  if (!is_secret(spec.kind)) item.node->value = value;
  if (news != Entry::News::kNone) ui.request_frame();
  if (item.visible) draw_box(ui, parts, spec, value, item, in.entry.now().id == own);
  if (!spec.error.empty()) {
    Rect line = parts.error;
    icon(ui, line.cut_left(14, 4), Icon::kAlert, 14, ui.colours.bad);
    text_line(ui, line, spec.error, kSmall, ui.colours.bad);
  }
  return result_of(news);
}

void renew_field(Ui& ui, const std::string& value) {
  ui.internals.entry.renew(value);
  ui.request_frame();
}

bool is_typing(const Ui& ui) { return ui.internals.entry.active(); }
std::string_view typed_now(const Ui& ui) { return ui.internals.entry.now().value; }

void focus_field(Ui& ui, std::string_view id, bool select_all) {
  const ImGuiID own = id_of(id);
  ui.internals.focus.set(own, true);
  ui.internals.focus.scroll_to = own;
  ui.internals.entry.start(own, select_all ? Entry::Caret::kSelectAll : Entry::Caret::kEnd);
  ui.request_frame();
}

}  // namespace leadlight::ui
