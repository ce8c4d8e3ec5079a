// Many small segments become one.
#include <algorithm>
#include <iterator>

#include "base/sort.h"

#include "book/store_impl.h"

namespace leadlight::book {

namespace {

// Reads the bytes back and looks whether they hold just these operations of the book.
bool is_true_copy(const ports::Bytes& bytes, const std::vector<Stamp>& stamps, const Book& book) {
  std::size_t count = 0;
  bool all_held = true;
  const auto head = read_segment(bytes, [&](const Operation& operation) {
    all_held =
        all_held && count < stamps.size() && operation.at == stamps[count] && book.holds(operation);
    ++count;
  });
  return head && all_held && count == stamps.size();
}

}  // namespace

void Store::compact_if_due() {
  const Impl& impl = *impl_;
  if (impl.safety != Safety::kSaved || impl.pending || impl.compaction) return;
  if (impl.clock.steady_ms() < impl.no_compaction_before_ms) return;
  const auto small =
      std::ranges::count_if(impl.all, [](const auto& one) { return one.second.is_small(); });
  if (static_cast<std::size_t>(small) >= kManySegments) impl_->compact();
}

void Store::Impl::compact() {
  constexpr double kPauseMs = 60'000;
  no_compaction_before_ms = clock.steady_ms() + kPauseMs;

  Pending next;
  SegmentHeader header{book.clock().session(), next_snapshot++, {}, {}};
  std::vector<Stamp>& stamps = next.stored.stamps;
  for (const auto& [name, stored] : all) {
    if (!stored.is_small()) continue;
    next.removes.push_back(name);
    std::ranges::copy(stored.ranges, std::back_inserter(header.contains));
    std::ranges::copy(stored.stamps, std::back_inserter(stamps));
  }
  sort_stably(stamps);
  stamps.erase(std::ranges::unique(stamps).begin(), stamps.end());
  header.contains = joined(std::move(header.contains));

  SegmentWriter writer(header);
  for (const Stamp& stamp : stamps) writer.add(book.operation(stamp));
  next.name = snapshot_name(header.session, header.number);
  next.bytes = writer.finish();
  if (!is_true_copy(next.bytes, stamps, book)) return;
  next.stored.size = next.bytes.size();
  next.stored.ranges = std::move(header.contains);
  if (!next.stored.is_small()) stamps.clear();

  compaction = std::make_shared<Pending>(std::move(next));
  const std::shared_ptr<Pending> job = compaction;
  clock.call_after(kWatchdogMs, guarded([this, job] {
                     if (compaction == job) look_for(job);
                   }));
  storage.commit(job->name, job->bytes, job->removes,
                 guarded([this, job](const Result<void>& result) {
                   // However late: other tabs must hear of it, since what it holds is gone.
                   if (result)
                     compacted(*job);
                   else
                     look_for(job);
                   finish_compaction(job);
                 }));
}

// The answer may be lost although the snapshot is stored.
void Store::Impl::look_for(const std::shared_ptr<Pending>& job) {
  storage.read(job->name, guarded([this, job](const Result<ports::Bytes>& bytes) {
                 if (bytes && *bytes == job->bytes) compacted(*job);
               }));
  finish_compaction(job);
}

void Store::Impl::compacted(const Pending& job) {
  if (all.contains(job.name)) return;
  for (const std::string& name : job.removes) all.erase(name);
  all.emplace(job.name, job.stored);
  storage.announce(job.name);
}

// Whether it went well or not: what was queued meanwhile can be saved.
void Store::Impl::finish_compaction(const std::shared_ptr<Pending>& job) {
  if (compaction != job) return;
  compaction.reset();
  start();
}

}  // namespace leadlight::book
