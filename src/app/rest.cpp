// The second part of the program: what needs it waits until it is there, and is refused where it
// can't be had.
#include "app/rest.h"

#include "app/app_impl.h"
#include "base/late.h"

namespace leadlight::app {

using Rest = State::Rest;

void App::Impl::bring_rest() {
  state.rest = Rest::kComing;
  late::is_here = false;
  ports.rest.bring(guarded([this](bool is_here) {
    late::is_here = is_here;
    state.rest = is_here ? Rest::kHere : Rest::kFailed;
    toasts.withdraw(words::rest_is_coming());
    const bool was_wanted = std::exchange(rest_is_wanted, false);
    std::vector<Command> commands = std::exchange(waiting_for_rest, {});
    if (is_here) {
      toasts.withdraw(words::rest_is_missing().sentence());
      for (Command& command : commands) dispatch(std::move(command));
    } else if (was_wanted) {
      toasts.error(words::rest_is_missing());
      // A file that was shared with the page can't be had again.
      std::erase_if(commands,
                    [](const Command& one) { return !std::holds_alternative<OpenFiles>(one); });
      waiting_for_rest = std::move(commands);
    }
    watch_toasts();
    notify();
  }));
}

void App::Impl::run(const BringRest&) {
  if (state.rest == Rest::kHere) return;
  rest_is_wanted = true;
  toasts.withdraw(words::rest_is_coming());
  toasts.working(words::rest_is_coming());
  if (state.rest == Rest::kFailed) bring_rest();
}

void App::Impl::wait_for_rest(Command command) {
  waiting_for_rest.push_back(std::move(command));
  run(BringRest{});
}

}  // namespace leadlight::app
