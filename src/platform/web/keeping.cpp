#include "platform/web/keeping.h"

#include <string>
#include <utility>

using leadlight::web::text_from;
using leadlight::web::WebEraser;
using leadlight::web::WebFolder;
using leadlight::web::WebSealer;
using leadlight::web::WebUpdates;

extern "C" {
void leadlight_seal_seal(WebSealer* self, int ticket, const char* text, std::size_t size,
                         const char* passphrase, std::size_t passphrase_size);
void leadlight_seal_open(WebSealer* self, int ticket, const char* text, std::size_t size,
                         const char* passphrase, std::size_t passphrase_size);
void leadlight_folder_look(WebFolder* self, int ticket);
void leadlight_folder_choose(WebFolder* self, int ticket);
void leadlight_folder_allow(WebFolder* self, int ticket);
void leadlight_folder_forget(WebFolder* self, int ticket);
void leadlight_folder_write(WebFolder* self, int ticket, const char* name, std::size_t name_size,
                            const char* bytes, std::size_t size);
void leadlight_erase_start();
void leadlight_erase_all(WebEraser* self, int ticket);
int leadlight_erase_found();
void leadlight_updates_start(WebUpdates* self);
void leadlight_updates_take();
}

namespace leadlight::web {

void WebSealer::seal(std::string_view text, std::string_view passphrase, Done done) {
  leadlight_seal_seal(this, waiting_.put(std::move(done)), text.data(), text.size(),
                      passphrase.data(), passphrase.size());
}
void WebSealer::open(std::string_view sealed, std::string_view passphrase, Done done) {
  leadlight_seal_open(this, waiting_.put(std::move(done)), sealed.data(), sealed.size(),
                      passphrase.data(), passphrase.size());
}
void WebSealer::answered(int ticket, Fault fault, std::string_view text) {
  if (const Done done = waiting_.take(ticket)) done(fault, std::string(text));
}

void WebFolder::look(Known done) { leadlight_folder_look(this, asking_.put(std::move(done))); }
void WebFolder::choose(Known done) { leadlight_folder_choose(this, asking_.put(std::move(done))); }
void WebFolder::allow(Known done) { leadlight_folder_allow(this, asking_.put(std::move(done))); }
void WebFolder::forget(Known done) { leadlight_folder_forget(this, asking_.put(std::move(done))); }
void WebFolder::write(std::string_view name, std::string_view bytes, Written done) {
  leadlight_folder_write(this, writing_.put(std::move(done)), name.data(), name.size(),
                         bytes.data(), bytes.size());
}
void WebFolder::known(int ticket, Standing standing, std::string_view name) {
  if (const Known done = asking_.take(ticket)) done({standing, std::string(name)});
}
void WebFolder::written(int ticket, Fault fault) {
  if (const Written done = writing_.take(ticket)) done(fault);
}

WebEraser::WebEraser() { leadlight_erase_start(); }
void WebEraser::erase_all(std::function<void()> blocked) {
  leadlight_erase_all(this, erasing_.put(std::move(blocked)));
}
std::optional<unsigned> WebEraser::erased() {
  const int found = leadlight_erase_found();
  return found < 0 ? std::nullopt : std::optional(static_cast<unsigned>(found));
}
void WebEraser::is_blocked(int ticket) {
  if (const auto blocked = erasing_.take(ticket)) blocked();
}

WebUpdates::WebUpdates() { leadlight_updates_start(this); }
void WebUpdates::take() { leadlight_updates_take(); }
void WebUpdates::news(News news) {
  if (listener_) listener_(news);
}

}  // namespace leadlight::web

LEADLIGHT_EXPORT void leadlight_seal_answered(WebSealer* self, int ticket, int fault,
                                              const char* text, std::size_t size) {
  self->answered(ticket, static_cast<WebSealer::Fault>(fault), text_from(text, size));
}
LEADLIGHT_EXPORT void leadlight_folder_known(WebFolder* self, int ticket, int standing,
                                             const char* name, std::size_t size) {
  self->known(ticket, static_cast<WebFolder::Standing>(standing), text_from(name, size));
}
LEADLIGHT_EXPORT void leadlight_folder_written(WebFolder* self, int ticket, int fault) {
  self->written(ticket, static_cast<WebFolder::Fault>(fault));
}
LEADLIGHT_EXPORT void leadlight_erase_blocked(WebEraser* self, int ticket) {
  self->is_blocked(ticket);
}
LEADLIGHT_EXPORT void leadlight_updates_news(WebUpdates* self, int news) {
  self->news(static_cast<WebUpdates::News>(news));
}
