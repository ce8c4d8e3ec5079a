#include "app/app.h"

#include <algorithm>
#include <utility>

#include "app/app_impl.h"
#include "app/edit_writer.h"
#include "app/rest.h"
#include "base/late.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

constexpr UtcMs kClockIsWrongMs = kHourMs;
constexpr UtcMs kClockIsBehindMs = kDayMs;
constexpr std::uint64_t kStirs = 0x9E3779B97F4A7C15;  // odd: other moments, other revisions
// Names of copies that the person went on without, a line each.
constexpr std::string_view kIgnoredCopies = "ignored_copies";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

App::App(ports::Ports ports) : impl_(std::make_unique<Impl>(ports)) {}
App::~App() = default;
void App::start() { impl_->start(); }
const State& App::state() const { return impl_->state; }
score::Explanation App::explain(Row lead) const { return impl_->derived().explain(lead); }
const score::Scorer& App::scorer() const { return impl_->derived().scorer(); }
const book::Book& App::book() const { return impl_->shown_book(); }
Row App::lead_row(Id lead) const { return impl_->shown_book().model().leads().find(lead); }
Row App::same_email(std::string_view email) const {
  return impl_->standing(impl_->present.addresses().by_email(impl_->book.model(), email));
}
Row App::same_phone(std::string_view phone) const {
  return impl_->standing(impl_->present.addresses().by_phone(impl_->book.model(), phone));
}
void App::dispatch(Command command) { impl_->dispatch(std::move(command)); }
void App::tick() { impl_->tick(); }
void App::flush() { impl_->flush(); }
void App::on_changed(std::function<void()> listener) { impl_->listener = std::move(listener); }
void App::on_back(std::function<bool()> closes) { impl_->closes = std::move(closes); }
void App::on_leaving(std::function<void()> listener) {
  impl_->before_leaving = std::move(listener);
}

App::Impl::Impl(ports::Ports the_ports)
    : ports(the_ports),
      book(ports.random.id()),
      store(ports.storage, ports.clock, book),
      present(book, ports.clock, state),
      toasts(state.toasts, ports.clock) {
  update_clock();
}

void App::Impl::start() {
  ports::Preferences& device = ports.preferences;
  if (const std::string theme = device.get("theme"); !theme.empty()) state.theme = theme;
  if (device.get("contrast") == "more") state.contrast = "more";
  state.text_percent = text_percent_from(integer_from_text(device.get("text_percent")).value_or(0));
  state.my_name = device.get("my_name");
  state.my_phone = device.get("my_phone");
  state.capture_source = device.get("capture_source");
  state.capture_event = device.get("capture_event");
  state.merges = merges_from_text(device.get(kMergesKey));
  state.last_backup_at = integer_from_text(device.get("last_backup_at")).value_or(0);
  start_backups();
  ports.drafts.look([this, alive = std::weak_ptr(alive_)](const std::string& left) {
    return alive.expired() ? left : take_left_drafts(left);
  });
  ports.address.on_changed(guarded([this](const std::string& fragment, ports::Address::Step step) {
    if (before_leaving) before_leaving();
    if (step == ports::Address::Step::kBack && closes && closes())
      ports.address.set_fragment(address, ports::Address::History::kReplace);
    else
      follow(fragment);
    notify();
  }));
  watch_versions();
  bring_rest();
  store.on_changed(guarded([this] { store_changed(); }));
  store.before_absorbing(guarded([this](std::span<const Operation> operations) {
    if (!state.loading) before_erased(operations);  // the book still knows their names
  }));
  std::vector<std::string> ignored = lines_of(device.get(kIgnoredCopies));
  store.load(guarded([this](const Result<book::Loaded>& result) { loaded(result); }),
             std::move(ignored));
}

void App::Impl::loaded(const Result<book::Loaded>& loaded) {
  state.lost.reset();
  update_clock();
  if (const book::Lost* const lost = store.lost()) {
    noted = read_note(ports.preferences);
    state.lost = *lost;
    state.noted_at = noted.saved_at;
    const std::size_t held = book.operation_count() + lost->operations;
    state.copy_lacks = noted.operations > held ? noted.operations - held : 0;
    return notify();
  }
  state.loading = false;
  noted = read_note(ports.preferences);
  if (Operation again = erase_noted(book); loaded && !store.outdated())
    store.save(std::move(again));
  seen_withheld = book.withheld_count();
  Error unread;
  if (!loaded) {
    const Error error = words::book_could_not_be_opened(loaded.error());
    state.start_error = error.sentence();
    toasts.error(error, Toasts::Stay::kUntilDismissed);
  } else if (const std::size_t damaged =
                 std::max(loaded->quarantined.size(), loaded->damaged_copies);
             damaged > 0 || loaded->gaps > 0) {
    state.damaged_parts = loaded->quarantined;
    unread = words::not_all_could_be_read(damaged, loaded->gaps, loaded->operations > 0);
    state.start_warning = unread.sentence();
  }
  seen_state = book.state_hash();
  present.refresh_all();
  if (loaded) look_for_missing();
  // Where most is missing, a page of its own says so.
  if (!unread.what.empty() && !state.missing) toasts.error(unread, Toasts::Stay::kUntilDismissed);
  settle_left_drafts();
  say_clock();
  update_store_state();
  update_room();
  follow(ports.address.fragment());
  watch_toasts();
  notify();
}

void App::Impl::dispatch(Command command) {
  update_clock();
  derived().refresh_time();
  history = ports::Address::History::kReplace;
  const bool waits = std::visit(
      [this]<class One>(One& one) {
        if constexpr (kIsLate<One>) {
          if (!late::is_here) return true;
          late::run([&] { run(one); });
        } else {
          run(one);
        }
        return false;
      },
      command);
  if (waits) wait_for_rest(std::move(command));
  refresh_preview();
  update_address();
  update_store_state();
  watch_toasts();
}

void App::Impl::tick() {
  update_clock();
  derived().refresh_time();
  toasts.expire();
  say_clock();
  if (!state.loading) store.compact_if_due();
  update_store_state();
}

void App::Impl::flush() {
  // A save starts with its edit; what may still be unsaved is what has failed.
  if (store.safety() == book::Safety::kNotSaved) store.retry();
  store.flush();
  note_now();
  if (state.backup.changed) back_up_to_folder(false);
}

void App::Impl::run(const RetrySave&) { store.retry(); }

void App::Impl::run(const RestoreLost&) {
  if (!state.lost || state.restoring) return;
  state.restoring = true;
  store.restore(guarded([this, operations = state.lost->operations](const auto& result) {
    state.restoring = false;
    if (result) {
      loaded(result);
      toasts.done(words::restored_from_copy(operations));
    } else {
      state.restore_failed = true;
      toasts.error(result.error(), Toasts::Stay::kUntilDismissed);
    }
    watch_toasts();
    notify();
  }));
}

void App::Impl::run(const GoOnWithoutLost&) {
  if (state.missing) {
    state.missing.reset();
    return note_now();  // or it is asked again
  }
  if (!state.lost || state.restoring) return;
  goes_on_without = true;
  std::string names = ports.preferences.get(kIgnoredCopies);
  for (const std::string& name : state.lost->names) names += name + '\n';
  ports.preferences.set(kIgnoredCopies, names);
  store.go_on_without();
  note_now();
}

void App::Impl::run(const LoadAgain& command) {
  if (command.what_was_left_aside) ports.preferences.set(kIgnoredCopies, {});
  ports.address.load_again();
}

void App::Impl::run(const AskToPersist&) {
  ports.storage.ask_to_persist(guarded([this](bool granted) {
    if (granted)
      toasts.done(words::persisted());
    else
      toasts.error(words::not_persisted());
    update_room();
    watch_toasts();
    notify();
  }));
}

// Our own edits are counted as they are made, so more operations than those are another tab's.
void App::Impl::store_changed() {
  if (!state.loading && book.state_hash() != seen_state) {
    seen_state = book.state_hash();
    update_clock();
    bool came_back = false;
    if (earlier && book.withheld_count() == seen_withheld) {
      ++state.past->later;  // seen when she is back
    } else if (state.past) {
      run(BackToNow{});  // nobody who is erased is shown any more
      came_back = true;
    } else {
      present.refresh_all();
    }
    forget_erased();
    if (came_back) toasts.refused(words::now_again(true));
    if (before_leaving && !state.open_lead.is_nil() &&
        living_row(book.model(), state.open_lead) == kNoRow)
      before_leaving();
    settle_drafts();
    forget_dead_leads();
    refresh_preview();
    if (state.missing) look_for_missing();  // another tab has more
    if (book.clock().latest_ms() - ports.clock.now() <= kClockIsBehindMs &&
        book.clock().furthest_ahead_ms() > kClockIsWrongMs)
      toasts.error({words::clock_ahead(book.clock().furthest_ahead_ms()), {}, {}});
  }
  update_store_state();
  watch_toasts();
  notify();
}

void App::Impl::update_store_state() {
  state.safety = state.loading ? book::Safety::kLoading : store.safety();
  if (state.safety == book::Safety::kNotSaved) state.safety_error = store.error();
  state.outdated = store.outdated();
  state.copies = store.copies();
  state.left_aside = store.left_aside();
  if (state.safety == book::Safety::kSaved) forget_given_drafts();
  forget_noted_erasures();
  say_if_erased();
  state.holds_erased = state.erasing > 0 || (!noted.to_erase.empty() && store.holds_erased());
  go_ahead_when_saved();
  state.operations = shown_book().operation_count();
  update_backup();
  note_soon();
  // Rows of the past are others, also where the operations are the same.
  const auto moment = static_cast<std::uint64_t>(state.past ? state.past->at : 0);
  state.revision = static_cast<std::size_t>(shown_book().state_hash().low + moment * kStirs);
}

void App::Impl::update_clock() {
  const UtcMs now = ports.clock.now();
  if (state.past) state.past->now = now;
  state.now = state.past ? state.past->at : now;
  state.local_offset_minutes = ports.clock.local_offset_minutes(state.now);
}

// Once, until it was right again: then it is over by itself.
void App::Impl::say_clock() {
  const UtcMs now = ports.clock.now(), latest = book.clock().latest_ms();
  if (state.loading || latest - now <= kClockIsBehindMs) {
    if (!clock_said.empty()) toasts.withdraw(std::exchange(clock_said, {}));
  } else if (clock_said.empty()) {
    const Error error = words::clock_is_behind(latest, now, ports.clock.local_offset_minutes(now));
    clock_said = error.sentence();
    toasts.error(error, Toasts::Stay::kUntilDismissed);
  }
}

void App::Impl::update_room() {
  ports.storage.room(guarded([this](const ports::Storage::Room& room) {
    state.room = room;
    notify();
  }));
}

// One timer at a time, for the toast that goes first.
void App::Impl::watch_toasts() {
  const auto next = toasts.next_expiry_ms();
  const double now = ports.clock.steady_ms();
  const bool is_watched = toasts_watched_until_ms > now && next && toasts_watched_until_ms <= *next;
  if (!next || is_watched) return;
  toasts_watched_until_ms = *next;
  ports.clock.call_after(*next - now, guarded([this] {
    if (toasts.expire()) notify();
    watch_toasts();
  }));
}

void App::Impl::notify() const {
  if (listener) listener();
}

}  // namespace leadlight::app
