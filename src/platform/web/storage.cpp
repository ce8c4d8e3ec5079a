#include "platform/web/storage.h"

#include <algorithm>
#include <utility>

#include "base/result.h"
#include "base/sort.h"

using leadlight::web::WebStorage;

extern "C" {
void leadlight_storage_start(WebStorage* self);
void leadlight_storage_load(WebStorage* self);
// `remove`: names, a line each.
void leadlight_storage_commit(WebStorage* self, int ticket, const char* name, std::size_t name_size,
                              const std::byte* bytes, std::size_t size, const char* remove,
                              std::size_t remove_size);
void leadlight_storage_read(WebStorage* self, int ticket, const char* name, std::size_t size);
void leadlight_storage_list(WebStorage* self, int ticket);
void leadlight_storage_reset(WebStorage* self, int ticket);
void leadlight_storage_lock(WebStorage* self, int ticket);
void leadlight_storage_unlock();
void leadlight_copies_list(WebStorage* self, int ticket);
void leadlight_copies_copy(WebStorage* self, int ticket, const char* name, std::size_t size);
void leadlight_copies_read(WebStorage* self, int ticket, const char* name, std::size_t size);
void leadlight_copies_remove(WebStorage* self, int ticket, const char* names, std::size_t size);
void leadlight_storage_announce(const char* name, std::size_t size);
void leadlight_storage_room(WebStorage* self, int ticket);
void leadlight_storage_persist(WebStorage* self, int ticket);
}

namespace leadlight::web {

namespace {

// What the browser's refusal means to a person. `error` is a DOMException's name.
Error error_from(std::string_view error) {
  if (error == "QuotaExceededError") {
    return {"The browser has no room left for this change.", "",
            "Export the book now, then free some disk space and try again."};
  }
  if (error == "ConstraintError") {
    return {"A part of the book with this name is already stored.", "",
            "Export the book now, then reload the page."};
  }
  if (error == "NotFoundError") {
    return {"A part of the book that another tab wrote is no longer there.", "",
            "Reload the page to read the book anew."};
  }
  if (error == "MissingError" || error == "SecurityError" || error == "VersionError") {
    return {"This browser window does not let the page keep anything.", "",
            "Open it in a normal window (not a private one) with site data allowed. What you do "
            "here is lost when the page is closed, unless you export it."};
  }
  return {"The browser could not store the change.", std::string(error),
          "Export the book now, then reload the page."};
}

Error load_error_from(std::string_view error) {
  Error result = error_from(error);
  if (result.where == error) {
    result = {"The book could not be read from the browser's storage.", std::string(error),
              "Close other tabs of this page and reload. Do not clear the browser's data: the book "
              "is in it."};
  }
  return result;
}

std::string lines_of(std::span<const std::string> names) {
  std::string lines;
  for (const std::string& one : names) {
    if (!lines.empty()) lines += '\n';
    lines += one;
  }
  return lines;
}

}  // namespace

WebStorage::WebStorage() { leadlight_storage_start(this); }

void WebStorage::load(std::function<void(Result<std::vector<ports::Blob>>)> done) {
  loading_ = std::move(done);
  leadlight_storage_load(this);
}

void WebStorage::loaded(std::string_view name, std::span<const std::byte> bytes) {
  blobs_.push_back({std::string(name), ports::Bytes(bytes.begin(), bytes.end())});
}

void WebStorage::load_ended(std::string_view error) {
  const auto done = std::exchange(loading_, {});
  std::vector<ports::Blob> blobs = std::exchange(blobs_, {});
  if (!done) return;
  if (!error.empty()) return done(std::unexpected(load_error_from(error)));
  sort_stably(blobs, {}, &ports::Blob::name);
  done(std::move(blobs));
}

void WebStorage::commit(std::string_view name, std::span<const std::byte> bytes,
                        std::span<const std::string> remove, Done done) {
  const std::string names = lines_of(remove);
  leadlight_storage_commit(this, commits_.put(std::move(done)), name.data(), name.size(),
                           bytes.data(), bytes.size(), names.data(), names.size());
}

void WebStorage::committed(int ticket, std::string_view error) {
  const Done done = commits_.take(ticket);
  if (!done) return;
  if (error.empty()) {
    done({});
  } else {
    done(std::unexpected(error_from(error)));
  }
}

void WebStorage::read(std::string_view name, std::function<void(Result<ports::Bytes>)> done) {
  leadlight_storage_read(this, reads_.put(std::move(done)), name.data(), name.size());
}

void WebStorage::has_read(int ticket, std::span<const std::byte> bytes, std::string_view error) {
  const auto done = reads_.take(ticket);
  if (!done) return;
  if (error.empty()) {
    done(ports::Bytes(bytes.begin(), bytes.end()));
  } else {
    done(std::unexpected(load_error_from(error)));
  }
}

void WebStorage::list(Names done) { leadlight_storage_list(this, lists_.put(std::move(done))); }

void WebStorage::listed(int ticket, std::string_view names, std::string_view error) {
  const Names done = lists_.take(ticket);
  if (!done) return;
  if (!error.empty()) return done(std::unexpected(load_error_from(error)));
  std::vector<std::string> all;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('\n'), names.size());
    all.emplace_back(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  done(std::move(all));
}

void WebStorage::on_reopened(std::function<void()> listener) { reopened_ = std::move(listener); }
void WebStorage::reopened() const {
  if (reopened_) reopened_();
}

void WebStorage::reset(Done done) { leadlight_storage_reset(this, commits_.put(std::move(done))); }

void WebStorage::try_lock(std::function<void(bool)> done) {
  leadlight_storage_lock(this, questions_.put(std::move(done)));
}
void WebStorage::unlock() { leadlight_storage_unlock(); }

void WebStorage::list_copies(Names done) {
  leadlight_copies_list(this, lists_.put(std::move(done)));
}
void WebStorage::copy(std::string_view name, Done done) {
  leadlight_copies_copy(this, commits_.put(std::move(done)), name.data(), name.size());
}
void WebStorage::read_copy(std::string_view name, std::function<void(Result<ports::Bytes>)> done) {
  leadlight_copies_read(this, reads_.put(std::move(done)), name.data(), name.size());
}
void WebStorage::remove_copies(std::span<const std::string> names, Done done) {
  const std::string lines = lines_of(names);
  leadlight_copies_remove(this, commits_.put(std::move(done)), lines.data(), lines.size());
}

void WebStorage::announce(std::string_view name) {
  leadlight_storage_announce(name.data(), name.size());
}
void WebStorage::on_announced(std::function<void(std::string)> listener) {
  announced_ = std::move(listener);
}
void WebStorage::announced(std::string_view name) {
  if (announced_) announced_(std::string(name));
}

void WebStorage::room(std::function<void(Room)> done) {
  leadlight_storage_room(this, rooms_.put(std::move(done)));
}
void WebStorage::room_known(int ticket, const Room& room) {
  if (const auto done = rooms_.take(ticket)) done(room);
}

void WebStorage::ask_to_persist(std::function<void(bool)> done) {
  leadlight_storage_persist(this, questions_.put(std::move(done)));
}
void WebStorage::answered(int ticket, bool granted) {
  if (const auto done = questions_.take(ticket)) done(granted);
}

}  // namespace leadlight::web

using leadlight::web::text_from;

LEADLIGHT_EXPORT void leadlight_storage_loaded(WebStorage* self, const char* name,
                                               std::size_t name_size, const std::byte* bytes,
                                               std::size_t size) {
  self->loaded(text_from(name, name_size), {bytes, size});
}
LEADLIGHT_EXPORT void leadlight_storage_load_ended(WebStorage* self, const char* error,
                                                   std::size_t size) {
  self->load_ended(text_from(error, size));
}
LEADLIGHT_EXPORT void leadlight_storage_committed(WebStorage* self, int ticket, const char* error,
                                                  std::size_t size) {
  self->committed(ticket, text_from(error, size));
}
LEADLIGHT_EXPORT void leadlight_storage_has_read(WebStorage* self, int ticket,
                                                 const std::byte* bytes, std::size_t size,
                                                 const char* error, std::size_t error_size) {
  self->has_read(ticket, {bytes, size}, text_from(error, error_size));
}
LEADLIGHT_EXPORT void leadlight_storage_announced(WebStorage* self, const char* name,
                                                  std::size_t size) {
  self->announced(text_from(name, size));
}
LEADLIGHT_EXPORT void leadlight_storage_room_known(WebStorage* self, int ticket, double used,
                                                   double quota, bool persistent,
                                                   bool forgets_unused) {
  self->room_known(ticket, {.used_bytes = static_cast<std::uint64_t>(used),
                            .quota_bytes = static_cast<std::uint64_t>(quota),
                            .persistent = persistent,
                            .forgets_unused = forgets_unused});
}
LEADLIGHT_EXPORT void leadlight_storage_answered(WebStorage* self, int ticket, bool granted) {
  self->answered(ticket, granted);
}
LEADLIGHT_EXPORT void leadlight_storage_listed(WebStorage* self, int ticket, const char* names,
                                               std::size_t size, const char* error,
                                               std::size_t error_size) {
  self->listed(ticket, text_from(names, size), text_from(error, error_size));
}
LEADLIGHT_EXPORT void leadlight_storage_reopened(const WebStorage* self) { self->reopened(); }
