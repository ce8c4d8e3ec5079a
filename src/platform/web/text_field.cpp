#include "platform/web/text_field.h"

#include "platform/web/border.h"

using leadlight::web::TextField;

extern "C" {
void leadlight_textfield_start(TextField* self);
void leadlight_textfield_open(int kind, bool last, const char* label, std::size_t label_size,
                              const char* placeholder, std::size_t placeholder_size,
                              const char* autocomplete, std::size_t autocomplete_size,
                              const char* value, std::size_t value_size, bool select_all);
// Ten floats: text area, clip, font size and line height.
void leadlight_textfield_place(const float* box, int weight, unsigned colour);
void leadlight_textfield_value(const char* value, std::size_t size);
void leadlight_textfield_close();
}

namespace leadlight::web {

namespace {

bool same_place(const ui::TextEntry& a, const ui::TextEntry& b) {
  const auto same = [](const ui::Rect& p, const ui::Rect& q) {
    return p.x == q.x && p.y == q.y && p.w == q.w && p.h == q.h;
  };
  return same(a.rect, b.rect) && same(a.clip, b.clip) && a.style.size == b.style.size &&
         a.style.line == b.style.line && a.style.weight == b.style.weight && a.colour == b.colour;
}

}  // namespace

TextField::TextField(ui::Shell& shell, FrameLoop& loop) : shell_(shell), loop_(loop) {
  leadlight_textfield_start(this);
}

void TextField::follow(const ui::TextEntry& entry) {
  if (entry.id == 0) {
    if (shown_.id != 0) leadlight_textfield_close();
    shown_ = entry;
    return;
  }
  const bool opened = entry.id != shown_.id || entry.kind != shown_.kind;
  if (opened || !same_place(entry, shown_) || zoom_ != shown_zoom_) {
    shown_zoom_ = zoom_;
    float box[] = {entry.rect.x, entry.rect.y, entry.rect.w, entry.rect.h,     entry.clip.x,
                   entry.clip.y, entry.clip.w, entry.clip.h, entry.style.size, entry.style.line};
    for (float& length : box) length *= zoom_;
    if (opened) {
      leadlight_textfield_open(
          static_cast<int>(entry.kind), entry.last, entry.label.data(), entry.label.size(),
          entry.placeholder.data(), entry.placeholder.size(), entry.autocomplete.data(),
          entry.autocomplete.size(), entry.value.data(), entry.value.size(), entry.select_all);
    }
    leadlight_textfield_place(box, 400 + 100 * static_cast<int>(entry.style.weight), entry.colour);
  }
  if (!opened && entry.value != shown_.value)
    leadlight_textfield_value(entry.value.data(), entry.value.size());
  shown_ = entry;
}

void TextField::event(ui::EntryEvent event, std::string_view value) {
  if (shown_.id == 0) return;
  if (event == ui::EntryEvent::kChanged) shown_.value = value;  // the field has it already
  shell_.text_entry_event(event, value);
  loop_.request(FrameLoop::kSettle);
  // The next field, if there is one, gets the focus before the phone's keyboard goes.
  if (event != ui::EntryEvent::kChanged) loop_.run_now();
}

}  // namespace leadlight::web

LEADLIGHT_EXPORT void leadlight_textfield_event(TextField* self, int event, const char* value,
                                                std::size_t size) {
  self->event(static_cast<leadlight::ui::EntryEvent>(event),
              leadlight::web::text_from(value, size));
}
