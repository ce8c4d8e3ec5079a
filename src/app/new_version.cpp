// Another version of the page is ready, or has taken over: nothing unsaved is left behind.
#include "app/app_impl.h"

namespace leadlight::app {

using NewVersion = State::NewVersion;

void App::Impl::watch_versions() {
  ports.updates.on_news(guarded([this](ports::Updates::News news) {
    if (news == ports::Updates::News::kReady) {
      if (state.new_version == NewVersion::kNone) state.new_version = NewVersion::kReady;
    } else {
      // In another tab somebody asked for it; this one's program is the old one.
      version_has_taken_over = true;
      if (before_leaving)
        before_leaving();  // what is typed is taken, as if its field had been left
      run(LoadNewVersion{});
    }
    notify();
  }));
}

void App::Impl::run(const PutOffNewVersion&) {
  if (state.new_version == NewVersion::kReady) state.new_version = NewVersion::kPutOff;
}

void App::Impl::run(const LoadNewVersion&) {
  state.new_version = NewVersion::kGoingAhead;
  flush();
  go_ahead_when_saved();
}

void App::Impl::go_ahead_when_saved() {
  if (state.new_version != NewVersion::kGoingAhead) return;
  // An outdated page can't save any more, and what it could is saved.
  const bool is_unsaved =
      store.safety() == book::Safety::kSaving || store.safety() == book::Safety::kNotSaved;
  if (is_unsaved && !store.outdated()) return;
  state.new_version = NewVersion::kNone;
  if (version_has_taken_over)
    ports.address.load_again();
  else
    ports.updates.take();
}

}  // namespace leadlight::app
