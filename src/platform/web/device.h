// The small ports: clock, randomness, clipboard, other programs, preferences, address line.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "platform/web/border.h"
#include "ports/ports.h"

namespace leadlight::web {

class WebClock final : public ports::Clock {
 public:
  UtcMs now() override;
  double steady_ms() override;
  int local_offset_minutes(UtcMs at) override;
  Zone zone(std::string_view name) override;
  void call_after(double delay_ms, std::function<void()> call) override;
  // Calls that are due within a moment: the page is not idle before them.
  [[nodiscard]] int soon() const { return soon_; }

 private:
  int soon_ = 0;
};

class WebRandom final : public ports::Random {
 public:
  Id id() override;
};

class WebClipboard final : public ports::Clipboard {
 public:
  void copy(std::string_view text) override;
};

class WebOpener final : public ports::Opener {
 public:
  void open(std::string_view url) override;
};

// In localStorage; where that is refused, only until the page is closed.
class WebPreferences final : public ports::Preferences {
 public:
  std::string get(std::string_view key) override;
  void set(std::string_view key, std::string_view value) override;
};

// In the book's database, each page under a name of its own, which it holds a lock of.
class WebDrafts final : public ports::Drafts {
 public:
  using Take = std::function<std::string(std::string)>;
  WebDrafts();
  void keep(std::string_view text) override;
  void look(Take take) override;
  void found(int ticket);  // those that may be looked at now

 private:
  Tickets<Take> waiting_;
};

class WebSamples final : public ports::Samples {
 public:
  using Done = std::function<void(std::string snapshot)>;
  void make(std::size_t leads, std::uint32_t seed, UtcMs now, Done done) override;
  void made(int ticket, std::string_view snapshot);

 private:
  Tickets<Done> waiting_;
};

class WebRest final : public ports::Rest {
 public:
  using Done = std::function<void(bool is_here)>;
  void bring(Done done) override;
  void brought(int ticket, bool is_here);

 private:
  Tickets<Done> waiting_;
};

class WebAddress final : public ports::Address {
 public:
  WebAddress();
  std::string fragment() override;
  std::string link() override;
  void set_fragment(std::string_view fragment, History history) override;
  void on_changed(Listener listener) override;
  void load_again() override;
  void changed(std::string_view fragment, Step step);  // by the browser's own buttons, or by hand
  // Something lies over the place, which Back is to close first, or no longer.
  void set_covered(bool covered);

 private:
  Listener listener_;
  bool covered_ = false;
};

}  // namespace leadlight::web
