// Sealed files, the folder for backups, erasing everything, and new versions of the page.
#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "platform/web/border.h"
#include "ports/ports.h"

namespace leadlight::web {

class WebSealer final : public ports::Sealer {
 public:
  void seal(std::string_view text, std::string_view passphrase, Done done) override;
  void open(std::string_view sealed, std::string_view passphrase, Done done) override;
  void answered(int ticket, Fault fault, std::string_view text);

 private:
  Tickets<Done> waiting_;
};

class WebFolder final : public ports::Folder {
 public:
  using Written = std::function<void(Fault)>;
  void look(Known done) override;
  void choose(Known done) override;
  void allow(Known done) override;
  void forget(Known done) override;
  void write(std::string_view name, std::string_view bytes, Written done) override;
  void known(int ticket, Standing standing, std::string_view name);
  void written(int ticket, Fault fault);

 private:
  Tickets<Known> asking_;
  Tickets<Written> writing_;
};

class WebEraser final : public ports::Eraser {
 public:
  WebEraser();
  void erase_all(std::function<void()> blocked) override;
  std::optional<unsigned> erased() override;
  void is_blocked(int ticket);

 private:
  Tickets<std::function<void()>> erasing_;
};

class WebUpdates final : public ports::Updates {
 public:
  WebUpdates();
  void on_news(std::function<void(News)> listener) override { listener_ = std::move(listener); }
  void take() override;
  void news(News news);

 private:
  std::function<void(News)> listener_;
};

}  // namespace leadlight::web
