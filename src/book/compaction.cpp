// Blobs are rewritten into one: many small segments when there are many, or all there is. Slices of
// a few milliseconds, so that no frame waits; then one transaction adds the snapshot and removes
// what it holds.
#include <algorithm>
#include <iterator>

#include "base/sort.h"

#include "book/store_impl.h"

namespace leadlight::book {

namespace {

constexpr double kSliceMs = 8;
constexpr double kAskAgainMs = 20;

Error gave_up(std::string_view why) { return {std::string(why), {}, {}}; }

ContentHash content_of(std::span<const Stamp> stamps, const Book& book) {
  ContentHash sum;
  for (const Stamp& stamp : stamps) {
    const Id one = book.fingerprint(stamp);
    sum += {one.high, one.low};
  }
  return sum;
}

}  // namespace

void Store::compact_if_due() { impl_->compact_if_due(); }

void Store::Impl::compact_if_due() {
  constexpr double kPauseMs = 60'000;
  if (safety != Safety::kSaved || pending || rewriting) return;
  const double now = clock.steady_ms();
  std::size_t small = 0;
  std::size_t bytes = 0;
  std::vector<std::string> names;
  std::vector<std::string> with_erased;
  for (const auto& [name, stored] : all) {
    if (stored.has_erased) with_erased.push_back(name);
    if (!stored.is_small()) continue;
    ++small;
    bytes += stored.size;
    if (bytes <= kMostBytes) names.push_back(name);
  }
  if (!with_erased.empty()) {
    names = std::move(with_erased);  // whatever their size, and at once
  } else {
    if (now < no_compaction_before_ms || small < kManySegments) return;
    no_compaction_before_ms = now + kPauseMs;
  }
  storage.try_lock(guarded([this, names = std::move(names)](bool granted) {
    if (!granted) return erase_again();  // another tab is at it
    rewrite(names, guarded([this](const Result<void>&) {
              storage.unlock();
              if (changed) changed();
              erase_again();
            }));
  }));
}

// Somebody waits for it: with the next frame may be too late.
void Store::Impl::erase_again() {
  constexpr double kEraseAgainMs = 1000;
  if (std::ranges::any_of(all, [](const auto& one) { return one.second.has_erased; }))
    clock.call_after(kEraseAgainMs, guarded([this] { compact_if_due(); }));
}

void Store::Impl::find_erased(std::string_view but) {
  if (book.withheld_count() == seen_withheld) return;
  seen_withheld = book.withheld_count();
  const auto look_through = [this](Stored& stored) {
    if (!stored.has_erased)
      stored.has_erased = std::ranges::any_of(
          stored.stamps, [this](const Stamp& stamp) { return book.is_withheld(stamp); });
  };
  for (auto& [name, stored] : all)
    if (name != but) look_through(stored);
  // What is on its way was made before, and may still arrive.
  if (pending) look_through(pending->stored);
  if (rewriting) look_through(rewriting->next.stored);
  clock.call_after(0, guarded([this] { compact_if_due(); }));
}

void Store::Impl::rewrite(std::span<const std::string> names, Done done) {
  auto job = std::make_shared<Rewriting>();
  job->done = std::move(done);
  SegmentHeader header{book.clock().session(), next_snapshot++, {}, {}};
  Pending& next = job->next;
  std::vector<Stamp>& stamps = next.stored.stamps;
  for (const std::string& name : names) {
    const auto found = all.find(name);
    if (found == all.end()) continue;
    next.removes.push_back(name);
    std::ranges::copy(found->second.ranges, std::back_inserter(header.contains));
    std::ranges::copy(found->second.stamps, std::back_inserter(stamps));
  }
  sort_stably(stamps);
  stamps.erase(std::ranges::unique(stamps).begin(), stamps.end());
  std::erase_if(stamps, [this](const Stamp& stamp) { return !book.knows(stamp); });  // erased
  header.contains = joined(std::move(header.contains));
  next.name = snapshot_name(header.session, header.number);
  job->writer = std::make_unique<SegmentWriter>(header);
  next.stored.ranges = std::move(header.contains);
  if (const auto earlier = std::exchange(rewriting, job))
    end_rewriting(earlier, std::unexpected(gave_up("Something else goes first.")));
  rewrite_on(job);
}

void Store::Impl::rewrite_on(const std::shared_ptr<Rewriting>& job, double delay_ms) {
  clock.call_after(delay_ms, guarded([this, job] {
                     const double until = clock.steady_ms() + kSliceMs;
                     while (rewriting == job && !job->verified) {
                       rewrite_one(job);
                       if (clock.steady_ms() >= until) break;
                     }
                     if (rewriting != job) return;
                     // One transaction after the other: an edit's goes first.
                     if (!job->verified)
                       rewrite_on(job);
                     else if (pending && !job->before_saving)
                       rewrite_on(job, kAskAgainMs);
                     else
                       put_rewritten(job);
                   }));
}

// Writes an operation, or reads one back and looks whether the book holds just this one.
void Store::Impl::rewrite_one(const std::shared_ptr<Rewriting>& job) {
  Pending& next = job->next;
  const std::vector<Stamp>& stamps = next.stored.stamps;
  if (job->writer) {
    if (job->at < stamps.size()) return job->writer->add(book.operation(stamps[job->at++]));
    next.bytes = job->writer->finish();
    next.stored.size = next.bytes.size();
    next.stored.hash = hash_of_segment(next.bytes);
    job->writer.reset();
    job->reading = std::make_unique<SegmentReading>(next.bytes);
    job->at = 0;
    return;
  }
  Operation operation;
  const bool more = job->reading->next(operation);
  const bool all_read = !more && job->at == stamps.size() && job->reading->end();
  const bool is_next =
      more && job->at < stamps.size() && operation.at == stamps[job->at] && book.holds(operation);
  if (is_next) job->content += content_of({&stamps[job->at++], 1}, book);
  job->verified = all_read;
  if (!is_next && !all_read) end_rewriting(job, std::unexpected(gave_up("No true copy came out.")));
}

void Store::Impl::put_rewritten(const std::shared_ptr<Rewriting>& job) {
  // A file may have brought more of an operation meanwhile: the next one will have it.
  if (content_of(job->next.stored.stamps, book) != job->content) {
    end_rewriting(job, std::unexpected(gave_up("The book has changed.")));
    return;
  }
  clock.call_after(kWatchdogMs, guarded([this, job] {
                     if (rewriting == job) look_for(job, {"The browser does not answer.", {}, {}});
                   }));
  storage.commit(job->next.name, job->next.bytes, job->next.removes,
                 guarded([this, job](const Result<void>& result) {
                   // However late: other tabs must hear of it, since what it holds is gone.
                   if (result) {
                     rewritten(job);
                     end_rewriting(job, {});
                   } else {
                     look_for(job, result.error());
                   }
                 }));
}

// The answer may be lost although the snapshot is stored.
void Store::Impl::look_for(const std::shared_ptr<Rewriting>& job, const Error& why) {
  storage.read(job->next.name, guarded([this, job, why](const Result<ports::Bytes>& bytes) {
                 if (bytes && *bytes == job->next.bytes) {
                   rewritten(job);
                   end_rewriting(job, {});
                 } else {
                   end_rewriting(job, std::unexpected(why));
                 }
               }));
}

void Store::Impl::rewritten(const std::shared_ptr<Rewriting>& job) {
  if (std::exchange(job->stored, true)) return;
  bool had_erased = false;
  for (const std::string& name : job->next.removes) {
    const auto found = all.find(name);
    had_erased = had_erased || (found != all.end() && found->second.has_erased);
    if (found != all.end()) all.erase(found);
    dropped.push_back(name);
  }
  all.insert_or_assign(job->next.name, job->next.stored);
  storage.announce(job->next.name);
  copy_the_new(had_erased ? 0 : kCopyAfterMs);
}

void Store::Impl::end_rewriting(const std::shared_ptr<Rewriting>& job, const Result<void>& result) {
  if (rewriting == job) rewriting.reset();
  if (const Done done = std::exchange(job->done, {})) done(result);
}

}  // namespace leadlight::book
