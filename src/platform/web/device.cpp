#include "platform/web/device.h"

#include <emscripten/emscripten.h>
#include <emscripten/eventloop.h>
#include <emscripten/html5.h>

#include <cstdlib>
#include <memory>

#include "base/text.h"
#include "platform/web/border.h"

extern "C" {
int leadlight_clock_offset_minutes(double utc_ms);
char* leadlight_clock_zone(const char* name, std::size_t size);  // malloc'ed
void leadlight_random_fill(void* bytes, std::size_t size);
void leadlight_clipboard_copy(const char* text, std::size_t size);
void leadlight_opener_open(const char* url, std::size_t size);
char* leadlight_preferences_get(const char* key, std::size_t size);  // malloc'ed, or null
void leadlight_preferences_set(const char* key, std::size_t key_size, const char* value,
                               std::size_t value_size);
void leadlight_drafts_start();
void leadlight_drafts_keep(const char* text, std::size_t size);
void leadlight_drafts_look(leadlight::web::WebDrafts* self, int ticket);
char* leadlight_drafts_next();  // malloc'ed, or null
void leadlight_drafts_leave(const char* text, std::size_t size);
void leadlight_rest_bring(leadlight::web::WebRest* self, int ticket);
void leadlight_sample_make(leadlight::web::WebSamples* self, int ticket, std::size_t leads,
                           std::uint32_t seed, double now);
void leadlight_address_start(leadlight::web::WebAddress* self);
void leadlight_address_load_again();
char* leadlight_address_get();   // malloc'ed
char* leadlight_address_link();  // malloc'ed
void leadlight_address_cover(bool covered);
void leadlight_address_set(const char* fragment, std::size_t size, bool push);
}

namespace leadlight::web {

namespace {

std::string take_text(char* text) {
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  return text == nullptr ? std::string() : std::string(text);
}

constexpr double kSoonMs = 200;

}  // namespace

UtcMs WebClock::now() { return static_cast<UtcMs>(emscripten_date_now()); }
double WebClock::steady_ms() { return emscripten_get_now(); }
int WebClock::local_offset_minutes(UtcMs at) {
  return leadlight_clock_offset_minutes(static_cast<double>(at));
}

Zone WebClock::zone(std::string_view name) {
  const std::string text = take_text(leadlight_clock_zone(name.data(), name.size()));
  std::vector<int> numbers;
  for (const std::string_view part : split(text, ','))
    numbers.push_back(static_cast<int>(integer_from_text(part).value_or(0)));
  Zone zone{.first_offset_minutes = numbers.front(), .changes = {}};
  for (std::size_t i = 1; i + 1 < numbers.size(); i += 2)
    zone.changes.push_back({numbers[i] * kMinuteMs, numbers[i + 1]});
  return zone;
}

void WebClock::call_after(double delay_ms, std::function<void()> call) {
  struct Later {
    WebClock* clock;
    bool soon;
    std::function<void()> call;
  };
  const bool soon = delay_ms <= kSoonMs;
  soon_ += soon ? 1 : 0;
  auto later = std::make_unique<Later>(this, soon, std::move(call));
  emscripten_set_timeout(
      [](void* data) {
        const std::unique_ptr<Later> due(static_cast<Later*>(data));
        due->clock->soon_ -= due->soon ? 1 : 0;
        due->call();
      },
      delay_ms, later.release());
}

Id WebRandom::id() {
  Id id;
  while (id.is_nil()) leadlight_random_fill(&id, sizeof id);
  return id;
}

void WebClipboard::copy(std::string_view text) {
  leadlight_clipboard_copy(text.data(), text.size());
}

void WebOpener::open(std::string_view url) { leadlight_opener_open(url.data(), url.size()); }

std::string WebPreferences::get(std::string_view key) {
  return take_text(leadlight_preferences_get(key.data(), key.size()));
}
void WebPreferences::set(std::string_view key, std::string_view value) {
  leadlight_preferences_set(key.data(), key.size(), value.data(), value.size());
}

WebDrafts::WebDrafts() { leadlight_drafts_start(); }
void WebDrafts::keep(std::string_view text) { leadlight_drafts_keep(text.data(), text.size()); }
void WebDrafts::look(Take take) { leadlight_drafts_look(this, waiting_.put(std::move(take))); }
void WebDrafts::found(int ticket) {
  const Take take = waiting_.take(ticket);
  for (std::string left = take_text(leadlight_drafts_next()); !left.empty();
       left = take_text(leadlight_drafts_next())) {
    const std::string stays = take(std::move(left));
    leadlight_drafts_leave(stays.data(), stays.size());
  }
}

void WebSamples::make(std::size_t leads, std::uint32_t seed, UtcMs now, Done done) {
  leadlight_sample_make(this, waiting_.put(std::move(done)), leads, seed, static_cast<double>(now));
}
void WebSamples::made(int ticket, std::string_view snapshot) {
  if (const Done done = waiting_.take(ticket)) done(std::string(snapshot));
}

void WebRest::bring(Done done) { leadlight_rest_bring(this, waiting_.put(std::move(done))); }
void WebRest::brought(int ticket, bool is_here) {
  if (const Done done = waiting_.take(ticket)) done(is_here);
}

WebAddress::WebAddress() { leadlight_address_start(this); }
void WebAddress::load_again() { leadlight_address_load_again(); }
std::string WebAddress::fragment() { return take_text(leadlight_address_get()); }
std::string WebAddress::link() { return take_text(leadlight_address_link()); }
void WebAddress::set_fragment(std::string_view fragment, History history) {
  leadlight_address_set(fragment.data(), fragment.size(), history == History::kPush);
}
void WebAddress::on_changed(Listener listener) { listener_ = std::move(listener); }
void WebAddress::set_covered(bool covered) {
  if (covered || covered_) leadlight_address_cover(covered);
  covered_ = covered;
}
void WebAddress::changed(std::string_view fragment, Step step) {
  if (listener_) listener_(std::string(fragment), step);
}

}  // namespace leadlight::web

LEADLIGHT_EXPORT void leadlight_address_changed(leadlight::web::WebAddress* self, const char* text,
                                                std::size_t size, bool back) {
  using Step = leadlight::ports::Address::Step;
  self->changed(leadlight::web::text_from(text, size), back ? Step::kBack : Step::kElsewhere);
}
LEADLIGHT_EXPORT void leadlight_drafts_found(leadlight::web::WebDrafts* self, int ticket) {
  self->found(ticket);
}
LEADLIGHT_EXPORT void leadlight_rest_brought(leadlight::web::WebRest* self, int ticket,
                                             bool is_here) {
  self->brought(ticket, is_here);
}
LEADLIGHT_EXPORT void leadlight_sample_made(leadlight::web::WebSamples* self, int ticket,
                                            const char* snapshot, std::size_t size) {
  self->made(ticket, leadlight::web::text_from(snapshot, size));
}
