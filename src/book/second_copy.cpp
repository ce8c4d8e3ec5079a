// Keeps the second copy in step with the first, and looks on that occasion whether the first is
// still all there.
#include <algorithm>

#include "base/sort.h"

#include "book/store_impl.h"

namespace leadlight::book {

namespace {

// A run that has not ended by then never will.
constexpr double kDeadMs = 60'000;
constexpr double kTryAgainMs = 60'000;

// Is it among these, which are in order?
bool has(const std::vector<std::string>& sorted, const std::string& name) {
  return std::ranges::binary_search(sorted, name);
}

}  // namespace

bool Store::Impl::copies_are_checked() const {
  return copies == Copies::kBehind || copies == Copies::kKept;
}

// Something is stored that it does not have yet.
void Store::Impl::copy_the_new(double delay_ms) {
  if (copies_are_checked()) copies = Copies::kBehind;
  is_ahead = true;
  copy_soon(delay_ms);
}

void Store::Impl::copy_soon(double delay_ms) {
  if (!copies_are_checked() || safety == Safety::kLoading) return;
  const double now = clock.steady_ms();
  if (!copy_is_due) copy_at_most_ms = now + kCopyAtMostMs;
  copy_at_ms = std::min(now + delay_ms, copy_at_most_ms);
  copy_is_due = true;
  wait_for_copy();
}

// One timer, however many commits.
void Store::Impl::wait_for_copy() {
  if (copy_is_awaited) return;
  copy_is_awaited = true;
  clock.call_after(std::max(0.0, copy_at_ms - clock.steady_ms()), guarded([this] {
                     copy_is_awaited = false;
                     if (!copy_is_due) return;
                     if (clock.steady_ms() < copy_at_ms)
                       wait_for_copy();
                     else
                       copy_now();
                   }));
}

void Store::flush() {
  if (impl_->copy_is_due) impl_->copy_now();
}

bool Store::holds_erased() const {
  const Impl& impl = *impl_;
  const bool is_in_step =
      impl.copies == Copies::kNone || (impl.copies == Copies::kKept && impl.dropped.empty() &&
                                       !impl.has_strange && impl.left_aside == 0);
  return impl.safety != Safety::kSaved || !is_in_step ||
         impl.seen_withheld != impl.book.withheld_count() ||
         std::ranges::any_of(impl.all, [](const auto& one) { return one.second.has_erased; });
}

void Store::Impl::copy_now() {
  const double now = clock.steady_ms();
  if (copying && now - copying->started_ms < kDeadMs) return;  // it looks again at its end
  copy_is_due = false;
  copying = std::make_shared<Copying>();
  const std::shared_ptr<Copying> run = copying;
  run->started_ms = now;
  check(guarded([this, run](const Result<void>& result) {
    if (copying != run) return;
    if (!result) return end_copying(run, Copies::kBehind);
    storage.list_copies(guarded([this, run](Result<std::vector<std::string>> names) {
      if (copying != run) return;
      if (!names) return end_copying(run, Copies::kBehind);
      run->there = std::move(*names);
      sort_stably(run->there);
      is_ahead = false;
      const bool verifies = !copies_are_verified && clock.steady_ms() >= verify_copies_at_ms;
      if (verifies) copies_are_verified = true;
      for (const auto& [name, stored] : all)
        if (verifies || !has(run->there, name)) run->names.push_back(name);
      copy_missing(run);
    }));
  }));
}

void Store::Impl::copy_missing(const std::shared_ptr<Copying>& run) {
  if (copying != run) return;
  if (run->names.empty()) return remove_dropped(run);
  const std::string name = std::move(run->names.back());
  run->names.pop_back();
  if (!has(run->there, name)) return copy_one(run, name);
  // It is there already; once a start it is also read, since it may have been damaged.
  storage.read_copy(name, guarded([this, run, name](const Result<ports::Bytes>& bytes) {
                      const auto found = all.find(name);
                      const bool is_sound =
                          found == all.end() || (bytes && has_true_hash(*bytes) &&
                                                 hash_of_segment(*bytes) == found->second.hash);
                      if (is_sound)
                        copy_missing(run);
                      else
                        copy_one(run, name);
                    }));
}

void Store::Impl::copy_one(const std::shared_ptr<Copying>& run, const std::string& name) {
  storage.copy(name, guarded([this, run, name](const Result<void>& result) {
                 // A compaction may have removed it meanwhile.
                 if (result || !all.contains(name))
                   copy_missing(run);
                 else
                   end_copying(run, Copies::kBehind);
               }));
}

// Last, so that whatever replaces them is there.
void Store::Impl::remove_dropped(const std::shared_ptr<Copying>& run) {
  std::vector<std::string> gone;
  for (std::string& name : std::exchange(dropped, {}))
    if (has(run->there, name) && !all.contains(name)) gone.push_back(std::move(name));
  has_strange = std::ranges::any_of(run->there, [&](const std::string& name) {
    return is_ours(name) && !all.contains(name) && !std::ranges::contains(gone, name);
  });
  if (gone.empty()) return end_copying(run, Copies::kKept);
  storage.remove_copies(gone, guarded([this, run, gone](const Result<void>& result) {
                          if (!result) std::ranges::copy(gone, std::back_inserter(dropped));
                          run->has_removed = result.has_value();
                          end_copying(run, result ? Copies::kKept : Copies::kBehind);
                        }));
}

void Store::Impl::end_copying(const std::shared_ptr<Copying>& run, Copies result) {
  if (copying != run) return;
  copying.reset();
  if (is_ahead) result = Copies::kBehind;
  const bool is_news = copies != result || run->has_removed;
  copies = result;
  if (!copy_is_due && result == Copies::kBehind)
    clock.call_after(kTryAgainMs, guarded([this] { copy_soon(0); }));
  else if (copy_is_due)
    wait_for_copy();
  if (is_news && changed) changed();
}

// Whether all that was stored is still there. What is gone is written again, since it is in memory;
// an error: it is not. Other tabs go on meanwhile, so one look is not enough to miss something.
void Store::Impl::check(const Done& then, int looks) {
  std::vector<std::string> expected;
  for (const auto& [name, stored] : all) expected.push_back(name);
  storage.list(guarded([this, then, looks, expected = std::move(expected)](
                           const Result<std::vector<std::string>>& names) {
    if (!names) return then(std::unexpected(names.error()));
    if (!lacks_any(expected, *names)) {
      reopened = false;
      then({});
    } else if (looks > 0) {
      // What another tab has written may hold what seems to be gone.
      fetch_all(unknown_of(names), guarded([this, then, looks] { check(then, looks - 1); }));
    } else {
      write_all_again(then);
    }
  }));
}

// Those that something else holds are not lacking, and forgotten.
bool Store::Impl::lacks_any(const std::vector<std::string>& expected,
                            const std::vector<std::string>& names) {
  std::vector<std::string> absent;
  for (const std::string& name : expected)
    if (all.contains(name) && !std::ranges::contains(names, name)) absent.push_back(name);
  if (absent.empty()) return false;
  std::vector<SegmentRange> present;
  for (const auto& [name, stored] : all)
    if (!std::ranges::contains(absent, name))
      std::ranges::copy(stored.ranges, std::back_inserter(present));
  std::erase_if(absent, [&](const std::string& name) {
    const bool is_held = covers(present, all[name].ranges);
    if (is_held) all.erase(name);
    return is_held;
  });
  return !absent.empty();
}

void Store::Impl::write_all_again(Done done) {
  std::vector<std::string> names;
  for (const auto& [name, stored] : all) names.push_back(name);
  rewrite(names, guarded([this, done = std::move(done)](const Result<void>& result) {
            if (result) reopened = false;
            done(result);
          }));
  rewriting->before_saving = true;
}

}  // namespace leadlight::book
