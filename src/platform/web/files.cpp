#include "platform/web/files.h"

#include <utility>

extern "C" {
void leadlight_files_start(leadlight::web::WebFiles* self);
void leadlight_files_pick(leadlight::web::WebFiles* self, int ticket, const char* accept,
                          std::size_t size);
void leadlight_files_save(const char* name, std::size_t name_size, const char* mime,
                          std::size_t mime_size, const char* bytes, std::size_t size);
}

namespace leadlight::web {

WebFiles::WebFiles() { leadlight_files_start(this); }

void WebFiles::pick(std::string_view accept, Received done) {
  leadlight_files_pick(this, picking_.put(std::move(done)), accept.data(), accept.size());
}

void WebFiles::save(std::string_view name, std::string_view mime, std::string_view bytes) {
  leadlight_files_save(name.data(), name.size(), mime.data(), mime.size(), bytes.data(),
                       bytes.size());
}

void WebFiles::add(std::string_view name, std::string_view bytes, ports::File::Fault fault) {
  arriving_.push_back({std::string(name), std::string(bytes), fault});
}

void WebFiles::end(int ticket) {
  const Received done = ticket == 0 ? brought_ : picking_.take(ticket);
  std::vector<ports::File> files = std::exchange(arriving_, {});
  if (done && !files.empty()) done(std::move(files));
}

}  // namespace leadlight::web

LEADLIGHT_EXPORT void leadlight_files_add(leadlight::web::WebFiles* self, const char* name,
                                          std::size_t name_size, const char* bytes,
                                          std::size_t size, int fault) {
  self->add(leadlight::web::text_from(name, name_size), leadlight::web::text_from(bytes, size),
            static_cast<leadlight::ports::File::Fault>(fault));
}
LEADLIGHT_EXPORT void leadlight_files_end(leadlight::web::WebFiles* self, int ticket) {
  self->end(ticket);
}
