// Short messages at the edge of the screen. They go by themselves, errors later than the rest; an
// error that must be read (`kUntilDismissed`) stays.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "base/result.h"
#include "ports/ports.h"

namespace leadlight::app {

class Toasts {
 public:
  static constexpr double kDoneMs = 8'000;
  static constexpr double kErrorMs = 15'000;
  static constexpr std::size_t kMost = 3;
  enum class Stay : unsigned char { kAWhile, kUntilDismissed };

  // Both must outlive it.
  Toasts(std::vector<Toast>& shown, ports::Clock& clock) : shown_(shown), clock_(clock) {}
  void done(std::string text, std::optional<Stamp> undo = std::nullopt, Id lead = {});
  void conflicts(std::string text, const Stamp& undo);  // done, and offers to settle them
  void refused(std::string text);                       // nothing was done, and nothing is wrong
  void error(const Error& error, Stay stay = Stay::kAWhile, Id lead = {});
  void dismiss(int id);
  void working(std::string text);        // until it is withdrawn
  void withdraw(std::string_view text);  // it is no longer so
  void withdraw(const Stamp& undo);      // what it offers to undo is undone
  void clear();                          // what is said may name who was erased
  bool expire();                         // takes away what had its time; whether there was any
  // When the next one goes, on the steady clock; nothing if none does.
  [[nodiscard]] std::optional<double> next_expiry_ms() const;

 private:
  void show(Toast toast);

  std::vector<Toast>& shown_;
  ports::Clock& clock_;
  int next_id_ = 1;
};

}  // namespace leadlight::app
