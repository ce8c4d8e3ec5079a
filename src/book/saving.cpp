// One segment at a time on its way to the storage; what comes meanwhile makes up the next.
#include <algorithm>
#include <iterator>
#include <utility>

#include "book/store_impl.h"

namespace leadlight::book {

void Store::save(Operation operation) {
  std::vector<Operation> one;
  one.push_back(std::move(operation));
  save(std::move(one));
}

void Store::save(std::vector<Operation> operations) {
  std::erase_if(operations, [](const Operation& each) { return each.writes.empty(); });
  if (!operations.empty()) impl_->queue.push_back(std::move(operations));
  if (impl_->queue.empty()) return;
  if (impl_->safety == Safety::kSaved) impl_->set_safety(Safety::kSaving);
  impl_->start();
}

std::size_t Store::unsaved_operations() const {
  std::size_t count = impl_->pending_operations;
  for (const auto& together : impl_->queue) count += together.size();
  return count;
}

bool Store::fit_one_blob(std::span<const Operation> operations) const {
  return most_bytes_of(operations) <= impl_->storage.most_bytes();
}

void Store::retry() {
  if (impl_->safety != Safety::kNotSaved) return;
  if (impl_->pending) {
    impl_->set_safety(Safety::kSaving);
    impl_->attempt();
  } else {
    impl_->start();
  }
}

void Store::Impl::start() {
  if (pending || queue.empty() || safety == Safety::kLoading) return;
  std::vector<Operation> operations = std::move(queue.front());
  queue.pop_front();
  for (std::size_t bytes = most_bytes_of(operations); !queue.empty(); queue.pop_front()) {
    bytes += most_bytes_of(queue.front());
    if (bytes > storage.most_bytes()) break;
    std::ranges::move(queue.front(), std::back_inserter(operations));
  }
  const SegmentHeader header{book.clock().session(), next_number, previous_hash, {}};
  Pending next;
  next.name = segment_name(header.session, header.number);
  next.bytes = segment_from_operations(header, operations);
  next.stored.size = next.bytes.size();
  next.stored.hash = hash_of_segment(next.bytes);
  next.stored.ranges.push_back(range_of(header, next.stored.hash));
  for (const Operation& operation : operations) next.stored.stamps.push_back(operation.at);
  pending_operations = operations.size();
  pending = std::move(next);
  set_safety(Safety::kSaving);
  attempt();
}

void Store::Impl::attempt() {
  const std::uint64_t number = ++attempt_number;
  const std::string name = pending->name;
  watch(number);
  // Whichever attempt succeeds, the name and the bytes are the same, and they are durable.
  storage.commit(name, pending->bytes, {},
                 guarded([this, number, name](const Result<void>& result) {
                   if (!pending || pending->name != name) return;
                   if (result)
                     saved();
                   else if (number == attempt_number)
                     attempt_failed(number, result.error());
                 }));
}

// An answer can be lost although the blob is stored, and then its name is taken when it is tried
// again.
void Store::Impl::attempt_failed(std::uint64_t number, const Error& failure) {
  storage.read(pending->name, guarded([this, number, failure](const Result<ports::Bytes>& bytes) {
                 if (!pending || number != attempt_number) return;
                 if (bytes && *bytes == pending->bytes)
                   saved();
                 else
                   not_saved(failure);
               }));
}

void Store::Impl::watch(std::uint64_t number) {
  clock.call_after(kWatchdogMs, guarded([this, number] {
                     if (!pending || number != attempt_number || safety == Safety::kNotSaved)
                       return;
                     not_saved({"The browser does not answer.", {}, {}});
                   }));
}

// It is there. If the connection was lost on the way, the rest may not be.
void Store::Impl::saved() {
  if (!reopened) return acknowledged();
  check(guarded([this, name = pending->name](const Result<void>& result) {
    if (!pending || pending->name != name) return;
    if (result)
      acknowledged();
    else
      not_saved(result.error());
  }));
}

void Store::Impl::acknowledged() {
  const std::string name = pending->name;
  next_number += 1;
  previous_hash = pending->stored.ranges.front().hash;
  all.insert_or_assign(name, std::move(pending->stored));
  pending.reset();
  pending_operations = 0;
  storage.announce(name);
  copy_the_new();
  find_erased();
  if (queue.empty())
    set_safety(Safety::kSaved);
  else
    start();
}

void Store::Impl::not_saved(const Error& failure) {
  error.what = "Your latest changes are not saved: " + failure.what;
  error.where = failure.where;
  error.remedy =
      failure.remedy.empty() ? "Export a copy now, then reload the page." : failure.remedy;
  set_safety(Safety::kNotSaved);
  const std::uint64_t number = attempt_number;
  clock.call_after(kRetryMs, guarded([this, number] {
                     if (pending && number == attempt_number && safety == Safety::kNotSaved)
                       attempt();
                   }));
}

void Store::Impl::set_safety(Safety next) {
  if (safety == next) return;
  safety = next;
  if (changed) changed();
}

}  // namespace leadlight::book
