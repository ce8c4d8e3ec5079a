// The book as it was: the same operations up to a moment, folded into a book of their own, with
// everything derived from it at that moment. So scores, queue and funnel are what they were then.
// Who was erased since is in neither.
#include <algorithm>

#include "app/app_impl.h"

namespace leadlight::app {

namespace {

book::Book book_until(const book::Book& whole, UtcMs at, Id session) {
  book::Book until(session);
  whole.for_each_operation([&](const Operation& operation) {
    if (operation.at.milliseconds() <= at) until.absorb({&operation, 1}, at);
  });
  return until;
}

}  // namespace

void App::Impl::run(const LookBack& command) {
  if (state.loading) return toasts.error(words::still_opening());
  const std::vector<Stamp> stamps = book.stamps();
  if (stamps.empty()) return toasts.refused(words::no_past());
  const UtcMs at = std::max(command.at, stamps.front().milliseconds());
  if (at >= ports.clock.now()) return come_back_to_now();
  state.past =
      Past{.at = at,
           .now = {},
           .first = stamps.front().milliseconds(),
           .later = static_cast<std::size_t>(
               stamps.end() - std::ranges::upper_bound(stamps, at, {}, &Stamp::milliseconds))};
  update_clock();
  state.selection.clear();
  earlier.reset();  // two books at a time are enough
  earlier = std::make_unique<Then>(book_until(book, at, ports.random.id()), ports.clock, state);
  if (is_of_now(state.place)) run(GoTo{Place::kToday});
  show_undo();
}

void App::Impl::run(const BackToNow&) {
  if (!state.past) return;
  state.past.reset();
  earlier.reset();
  update_clock();
  state.selection.clear();
  present.refresh_all();
  forget_dead_leads();
  show_undo();
}

void App::Impl::come_back_to_now() {
  if (!state.past) return;
  run(BackToNow{});
  toasts.refused(words::now_again(false));
}

}  // namespace leadlight::app
