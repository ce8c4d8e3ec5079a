#include "book/store.h"

#include <algorithm>

#include "base/format.h"
#include "base/sort.h"
#include "book/store_impl.h"

namespace leadlight::book {

namespace {

constexpr std::string_view kSegmentPrefix = "seg-";
constexpr std::string_view kSnapshotPrefix = "snap-";

// Folds operations in as they are read, a batch at a time.
class Batch {
 public:
  using Comes = std::function<void(std::span<const Operation>)>;
  Batch(Book& book, UtcMs now, const Comes& comes) : book_(book), now_(now), comes_(comes) {}
  void add(Operation&& operation) {
    constexpr std::size_t kWrites = 20'000;
    writes_ += operation.writes.size();
    stamps_.push_back(operation.at);
    operations_.push_back(std::move(operation));
    if (writes_ >= kWrites) flush();
  }
  void flush() {
    if (comes_) comes_(operations_);
    withheld_ += book_.absorb(operations_, now_).withheld_writes;
    operations_.clear();
    writes_ = 0;
  }
  std::vector<Stamp>& stamps() { return stamps_; }
  [[nodiscard]] bool has_erased() const { return withheld_ > 0; }

 private:
  Book& book_;
  UtcMs now_;
  const Comes& comes_;
  std::vector<Operation> operations_;
  std::vector<Stamp> stamps_;
  std::size_t writes_ = 0;
  std::size_t withheld_ = 0;
};

}  // namespace

bool is_ours(std::string_view name) {
  return name.starts_with(kSegmentPrefix) || name.starts_with(kSnapshotPrefix);
}

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
  storage.on_reopened(impl_->guarded([impl = impl_.get()] { impl->reopened = true; }));
}
Store::~Store() = default;

void Store::load(std::function<void(Result<Loaded>)> done, std::vector<std::string> ignored) {
  Impl& impl = *impl_;
  impl.ignored = std::move(ignored);
  auto opening = std::make_shared<Opening>();
  opening->done = std::move(done);
  impl.storage.list_copies(
      impl.guarded([&impl, opening](const Result<std::vector<std::string>>& names) {
        if (opening->copies) return;
        opening->copies = names;
        impl.copies = names ? Copies::kBehind : Copies::kNone;
        impl.compare_when_ready(opening);
      }));
  impl.clock.call_after(kCopiesAnswerMs, impl.guarded([&impl, opening] {
    if (opening->copies) return;
    opening->copies = fail("The second copy does not answer.");
    impl.copies = Copies::kUnchecked;
    impl.compare_when_ready(opening);
  }));
  impl.storage.load(impl.guarded([&impl, opening](Result<std::vector<ports::Blob>> blobs) {
    opening->loaded = impl.loaded(std::move(blobs));
    impl.compare_when_ready(opening);
  }));
}

Result<Loaded> Store::Impl::loaded(Result<std::vector<ports::Blob>> blobs) {
  if (!blobs) return std::unexpected(blobs.error());
  // Oldest first: a field's first write is the cheapest to keep.
  std::vector<std::pair<std::uint64_t, ports::Blob>> in_order;
  for (ports::Blob& blob : *blobs) {
    if (!is_ours(blob.name)) continue;
    const std::uint64_t clock_of_first = first_clock_of(blob.bytes);
    in_order.emplace_back(clock_of_first, std::move(blob));
  }
  sort_stably(in_order, {}, [](const auto& one) { return one.first; });

  Loaded result;
  for (auto& [clock_of_first, blob] : in_order) {
    if (!take_in(blob.name, blob.bytes)) quarantined.push_back(blob.name);
    blob.bytes = ports::Bytes();  // there may be much to come
  }
  result.quarantined = quarantined;
  return result;
}

std::vector<SegmentRange> Store::Impl::all_ranges() const {
  std::vector<SegmentRange> ranges;
  for (const auto& [name, stored] : all)
    std::ranges::copy(stored.ranges, std::back_inserter(ranges));
  return ranges;
}

Result<void> Store::Impl::take_in(const std::string& name, const ports::Bytes& bytes) {
  Batch batch(book, clock.now(), comes);
  auto head = read_segment(bytes, [&](Operation&& operation) { batch.add(std::move(operation)); });
  batch.flush();
  if (!head) {
    outdated = outdated || is_newer_segment(bytes);
    return std::unexpected(std::move(head.error()));
  }
  Stored& stored = all[name];
  stored.size = bytes.size();
  stored.hash = head->hash;
  stored.ranges = std::move(head->header.contains);
  if (stored.ranges.empty()) stored.ranges.push_back(range_of(head->header, head->hash));
  stored.stamps = std::move(batch.stamps());
  stored.has_erased = batch.has_erased();
  find_erased(name);
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
void Store::Impl::fetch(const std::string& name, const std::function<void()>& then) {
  if (!is_unknown(name)) {
    if (then) then();
    return;
  }
  storage.read(name, guarded([this, name, then](const Result<ports::Bytes>& bytes) {
                 if (bytes && is_unknown(name)) {
                   const Id before = book.state_hash();
                   const bool was_outdated = outdated;
                   const Result<void> taken = take_in(name, *bytes);
                   if (taken && name.starts_with(kSnapshotPrefix)) forget_contained(name);
                   if (taken) copy_the_new(2 * kCopyAfterMs);  // if the tab that wrote it does not
                   if ((book.state_hash() != before || outdated != was_outdated) && changed)
                     changed();
                 }
                 if (then) then();
               }));
}

void Store::Impl::fetch_all(std::vector<std::string> names, std::function<void()> then) {
  if (names.empty()) return then();
  const std::string name = std::move(names.back());
  names.pop_back();
  fetch(name, [this, names = std::move(names), then = std::move(then)] { fetch_all(names, then); });
}

bool Store::Impl::is_unknown(const std::string& name) const {
  return is_ours(name) && !all.contains(name) && !std::ranges::contains(quarantined, name) &&
         !(pending && pending->name == name);
}

std::vector<std::string> Store::Impl::unknown_of(
    const Result<std::vector<std::string>>& names) const {
  std::vector<std::string> unknown;
  if (names)
    std::ranges::copy_if(*names, std::back_inserter(unknown),
                         [this](const std::string& name) { return is_unknown(name); });
  return unknown;
}

// The snapshot's transaction has removed the segments that it holds. It may have held an earlier
// snapshot without knowing it: those stay listed, and the next compaction removes them.
void Store::Impl::forget_contained(const std::string& snapshot) {
  const std::vector<SegmentRange>& held = all[snapshot].ranges;
  std::erase_if(all, [&](const auto& entry) {
    const bool gone = entry.first.starts_with(kSegmentPrefix) && covers(held, entry.second.ranges);
    if (gone) dropped.push_back(entry.first);  // the other tab may end before its copy is
    return gone;
  });
}

Safety Store::safety() const { return impl_->safety; }
const Error& Store::error() const { return impl_->error; }
bool Store::outdated() const { return impl_->outdated; }
void Store::on_changed(std::function<void()> listener) { impl_->changed = std::move(listener); }
void Store::before_absorbing(std::function<void(std::span<const Operation>)> listener) {
  impl_->comes = std::move(listener);
}
std::size_t Store::segment_count() const { return impl_->all.size(); }
Copies Store::copies() const { return impl_->copies; }
std::size_t Store::left_aside() const { return impl_->left_aside; }

}  // namespace leadlight::book
