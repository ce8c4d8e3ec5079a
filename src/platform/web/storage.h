// The book's blobs in IDBFS's own database and record format. Read once through IDBFS; written by
// our own strict transactions, one blob each, since IDBFS's sync would mirror this tab's files over
// other tabs'.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/web/border.h"
#include "ports/ports.h"

namespace leadlight::web {

class WebStorage final : public ports::Storage {
 public:
  using Names = std::function<void(Result<std::vector<std::string>>)>;
  WebStorage();
  void load(std::function<void(Result<std::vector<ports::Blob>>)> done) override;
  void commit(std::string_view name, std::span<const std::byte> bytes,
              std::span<const std::string> remove, Done done) override;
  // Chromium refuses records from 127 MiB on, whatever room there is.
  [[nodiscard]] std::size_t most_bytes() const override { return std::size_t{120} << 20; }
  void read(std::string_view name, std::function<void(Result<ports::Bytes>)> done) override;
  void list(Names done) override;
  void on_reopened(std::function<void()> listener) override;
  void reset(Done done) override;
  void try_lock(std::function<void(bool granted)> done) override;
  void unlock() override;
  void list_copies(Names done) override;
  void copy(std::string_view name, Done done) override;
  void read_copy(std::string_view name, std::function<void(Result<ports::Bytes>)> done) override;
  void remove_copies(std::span<const std::string> names, Done done) override;
  void announce(std::string_view name) override;
  void on_announced(std::function<void(std::string name)> listener) override;
  void room(std::function<void(Room)> done) override;
  void ask_to_persist(std::function<void(bool granted)> done) override;

  // From JavaScript. `error` is a DOMException's name, empty if all went well.
  void loaded(std::string_view name, std::span<const std::byte> bytes);
  void load_ended(std::string_view error);
  void committed(int ticket, std::string_view error);
  void has_read(int ticket, std::span<const std::byte> bytes, std::string_view error);
  void listed(int ticket, std::string_view names, std::string_view error);  // a line each
  void reopened() const;
  void announced(std::string_view name);
  void room_known(int ticket, const Room& room);
  void answered(int ticket, bool granted);

 private:
  std::function<void(Result<std::vector<ports::Blob>>)> loading_;
  std::vector<ports::Blob> blobs_;
  Tickets<Done> commits_;
  Tickets<std::function<void(Result<ports::Bytes>)>> reads_;
  Tickets<std::function<void(Room)>> rooms_;
  Tickets<std::function<void(bool)>> questions_;
  Tickets<Names> lists_;
  std::function<void()> reopened_;
  std::function<void(std::string)> announced_;
};

}  // namespace leadlight::web
