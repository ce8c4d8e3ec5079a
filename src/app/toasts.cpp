#include "app/toasts.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace leadlight::app {

namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

}  // namespace

void Toasts::done(std::string text, std::optional<Stamp> undo, Id lead) {
  show({.tone = Toast::Tone::kDone,
        .text = std::move(text),
        .undo = undo,
        .lead = lead,
        .until_ms = clock_.steady_ms() + kDoneMs});
}

void Toasts::conflicts(std::string text, const Stamp& undo) {
  show({.tone = Toast::Tone::kDone,
        .text = std::move(text),
        .undo = undo,
        .conflicts = true,
        .until_ms = clock_.steady_ms() + kErrorMs});
}

void Toasts::refused(std::string text) {
  show({.tone = Toast::Tone::kRefused,
        .text = std::move(text),
        .undo = {},
        .until_ms = clock_.steady_ms() + kDoneMs});
}

void Toasts::working(std::string text) {
  show({.tone = Toast::Tone::kRefused, .text = std::move(text), .undo = {}, .until_ms = kForever});
}

void Toasts::error(const Error& error, Stay stay, Id lead) {
  const double until = stay == Stay::kAWhile ? clock_.steady_ms() + kErrorMs : kForever;
  show({.tone = Toast::Tone::kError,
        .text = error.sentence(),
        .undo = {},
        .lead = lead,
        .until_ms = until});
}

// The oldest makes room, but never one that must be read before one that need not.
void Toasts::show(Toast toast) {
  // The same said again is said once.
  std::erase_if(shown_, [&](const Toast& old) { return old.text == toast.text && !old.undo; });
  toast.id = next_id_++;
  shown_.push_back(std::move(toast));
  if (shown_.size() <= kMost) return;
  const auto passing =
      std::ranges::find_if(shown_, [](const Toast& old) { return old.until_ms != kForever; });
  shown_.erase(passing == shown_.end() ? shown_.begin() : passing);
}

void Toasts::dismiss(int id) {
  std::erase_if(shown_, [&](const Toast& toast) { return toast.id == id; });
}

void Toasts::withdraw(std::string_view text) {
  std::erase_if(shown_, [&](const Toast& toast) { return toast.text == text; });
}

void Toasts::withdraw(const Stamp& undo) {
  std::erase_if(shown_, [&](const Toast& toast) { return toast.undo == undo; });
}

void Toasts::clear() { shown_.clear(); }

bool Toasts::expire() {
  const double now = clock_.steady_ms();
  return std::erase_if(shown_, [&](const Toast& toast) { return toast.until_ms <= now; }) > 0;
}

std::optional<double> Toasts::next_expiry_ms() const {
  double next = kForever;
  for (const Toast& toast : shown_) next = std::min(next, toast.until_ms);
  if (next == kForever) return std::nullopt;
  return next;
}

}  // namespace leadlight::app
