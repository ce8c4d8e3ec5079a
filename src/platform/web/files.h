// Files in and out: the picker, downloads, and files that are dropped on the page or pasted into
// it.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/web/border.h"
#include "ports/ports.h"

namespace leadlight::web {

class WebFiles final : public ports::Files {
 public:
  using Received = std::function<void(std::vector<ports::File>)>;
  WebFiles();
  void pick(std::string_view accept, Received done) override;
  void save(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void on_brought(Received listener) { brought_ = std::move(listener); }

  // From JavaScript, one call a file, then the end. Ticket 0: dropped or pasted.
  void add(std::string_view name, std::string_view bytes, ports::File::Fault fault);
  void end(int ticket);

 private:
  Tickets<Received> picking_;
  Received brought_;
  std::vector<ports::File> arriving_;
};

}  // namespace leadlight::web
