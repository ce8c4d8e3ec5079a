#include "book/store.h"

#include <algorithm>

#include "base/format.h"
#include "base/sort.h"
#include "book/store_impl.h"

namespace leadlight::book {

namespace {

constexpr std::string_view kSegmentPrefix = "seg-";
constexpr std::string_view kSnapshotPrefix = "snap-";

bool is_ours(std::string_view name) {
  return name.starts_with(kSegmentPrefix) || name.starts_with(kSnapshotPrefix);
}

// Folds operations in as they are read, a batch at a time.
class Batch {
 public:
  Batch(Book& book, UtcMs now) : book_(book), now_(now) {}
  void add(Operation&& operation) {
    constexpr std::size_t kWrites = 20'000;
    writes_ += operation.writes.size();
    stamps_.push_back(operation.at);
    operations_.push_back(std::move(operation));
    if (writes_ >= kWrites) flush();
  }
  void flush() {
    book_.absorb(operations_, now_);
    operations_.clear();
    writes_ = 0;
  }
  std::vector<Stamp>& stamps() { return stamps_; }

 private:
  Book& book_;
  UtcMs now_;
  std::vector<Operation> operations_;
  std::vector<Stamp> stamps_;
  std::size_t writes_ = 0;
};

}  // namespace

std::string segment_name(Id session, std::uint32_t number) {
  return formatted("{}{}-{:08}", kSegmentPrefix, text_from_id(session), number);
}

std::string snapshot_name(Id session, std::uint32_t number) {
  return formatted("{}{}-{:08}", kSnapshotPrefix, text_from_id(session), number);
}

Store::Store(ports::Storage& storage, ports::Clock& clock, Book& book)
    : impl_(std::make_unique<Impl>(storage, clock, book)) {
  storage.on_announced(
      impl_->guarded([impl = impl_.get()](const std::string& name) { impl->announced(name); }));
}
Store::~Store() = default;

void Store::load(std::function<void(Result<Loaded>)> done) {
  impl_->storage.load(impl_->guarded(
      [impl = impl_.get(), done = std::move(done)](Result<std::vector<ports::Blob>> blobs) {
        impl->loaded(std::move(blobs), done);
      }));
}

void Store::Impl::loaded(Result<std::vector<ports::Blob>> blobs,
                         const std::function<void(Result<Loaded>)>& done) {
  if (!blobs) {
    safety = Safety::kNotSaved;
    error = blobs.error();
    done(std::unexpected(error));
    return;
  }
  // Oldest first: a field's first write is the cheapest to keep.
  std::vector<std::pair<std::uint64_t, ports::Blob>> in_order;
  for (ports::Blob& blob : *blobs) {
    if (!is_ours(blob.name)) continue;
    const std::uint64_t clock_of_first = first_clock_of(blob.bytes);
    in_order.emplace_back(clock_of_first, std::move(blob));
  }
  sort_stably(in_order, {}, [](const auto& one) { return one.first; });

  Loaded result;
  std::vector<SegmentRange> ranges;
  for (auto& [clock_of_first, blob] : in_order) {
    if (take_in(blob.name, blob.bytes)) {
      ++result.segments;
      std::ranges::copy(all[blob.name].ranges, std::back_inserter(ranges));
    } else {
      result.quarantined.push_back(blob.name);
    }
    blob.bytes = ports::Bytes();  // there may be much to come
  }
  result.operations = book.operation_count();
  result.gaps = count_gaps(ranges);
  // Never so in practice, since each start has its own session; but no name may come twice.
  for (const SegmentRange& range : ranges)
    if (range.session == book.clock().session() && range.last >= next_number) {
      next_number = range.last + 1;
      previous_hash = range.hash;
    }
  safety = Safety::kSaved;
  done(std::move(result));
  for (const std::string& name : std::exchange(announced_early, {})) fetch(name);
  start();
}

Result<void> Store::Impl::take_in(const std::string& name, const ports::Bytes& bytes) {
  Batch batch(book, clock.now());
  auto head = read_segment(bytes, [&](Operation&& operation) { batch.add(std::move(operation)); });
  batch.flush();
  if (!head) {
    outdated = outdated || is_newer_segment(bytes);
    return std::unexpected(std::move(head.error()));
  }
  Stored& stored = all[name];
  stored.size = bytes.size();
  stored.ranges = std::move(head->header.contains);
  if (stored.ranges.empty()) stored.ranges.push_back(range_of(head->header, head->hash));
  if (stored.is_small()) stored.stamps = std::move(batch.stamps());
  return {};
}

void Store::Impl::announced(const std::string& name) {
  if (safety == Safety::kLoading)
    announced_early.push_back(name);
  else
    fetch(name);
}

// Reads what another tab has written. If it is gone already, a snapshot holds it and is announced
// too.
void Store::Impl::fetch(const std::string& name) {
  if (!is_ours(name) || all.contains(name)) return;
  storage.read(name, guarded([this, name](const Result<ports::Bytes>& bytes) {
                 if (!bytes || all.contains(name)) return;
                 const Id before = book.state_hash();
                 const bool was_outdated = outdated;
                 const Result<void> taken = take_in(name, *bytes);
                 if (taken && name.starts_with(kSnapshotPrefix)) forget_contained(name);
                 if ((book.state_hash() != before || outdated != was_outdated) && changed)
                   changed();
               }));
}

// The snapshot's transaction has removed the segments that it holds. It may have held an earlier
// snapshot without knowing it: those stay listed, and the next compaction removes them.
void Store::Impl::forget_contained(const std::string& snapshot) {
  const std::vector<SegmentRange>& held = all[snapshot].ranges;
  const auto holds = [&](const SegmentRange& range) {
    return std::ranges::any_of(held, [&](const SegmentRange& one) {
      return one.session == range.session && one.first <= range.first && range.last <= one.last;
    });
  };
  std::erase_if(all, [&](const auto& entry) {
    return entry.first.starts_with(kSegmentPrefix) &&
           std::ranges::all_of(entry.second.ranges, holds);
  });
}

Safety Store::safety() const { return impl_->safety; }
const Error& Store::error() const { return impl_->error; }
bool Store::outdated() const { return impl_->outdated; }
void Store::on_changed(std::function<void()> listener) { impl_->changed = std::move(listener); }
std::size_t Store::segment_count() const { return impl_->all.size(); }

}  // namespace leadlight::book
