// The second copy as a witness: at the start the names of both are compared. What only the second
// holds is read, and if the book does not know it, the person decides.
#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/sort.h"
#include "base/text.h"

#include "book/store_impl.h"
#include "lead/vocabulary.h"

namespace leadlight::book {

namespace {

constexpr double kVerifyCopiesAfterMs = 15'000;

// A segment's place in its session's chain, from its name alone; a snapshot's name says nothing.
std::vector<SegmentRange> range_from_name(std::string_view name) {
  constexpr std::string_view kPrefix = "seg-";
  if (!name.starts_with(kPrefix)) return {};
  name.remove_prefix(kPrefix.size());
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos) return {};
  const auto session = id_from_text(name.substr(0, dash));
  const auto number = integer_from_text(name.substr(dash + 1));
  if (!session || !number || *number < 1 || *number > 0xFFFFFFFF) return {};
  const auto at = static_cast<std::uint32_t>(*number);
  return {{*session, at, at, {}, {}}};
}

}  // namespace

void Store::Impl::compare_when_ready(const std::shared_ptr<Opening>& opening) {
  if (!opening->loaded || !opening->copies) return;
  if (!*opening->copies) return opened(opening);
  const std::vector<std::string>& names = **opening->copies;
  left_aside = static_cast<std::size_t>(std::ranges::count_if(names, [&](const std::string& name) {
    return !all.contains(name) && std::ranges::contains(ignored, name);
  }));
  if (suspects_among(names).empty()) {
    if (std::ranges::all_of(
            all, [&](const auto& one) { return std::ranges::contains(names, one.first); }))
      copies = Copies::kKept;
    return opened(opening);
  }
  if (!*opening->loaded) return examine(opening, suspects_among(names));
  // Another tab may have written or compacted since: once more, knowing that.
  storage.list(guarded([this, opening](const Result<std::vector<std::string>>& now) {
    fetch_all(unknown_of(now),
              guarded([this, opening] { examine(opening, suspects_among(**opening->copies)); }));
  }));
}

// Copies of blobs that are not there, or damaged. Those whose blob was replaced by another are old.
std::vector<std::string> Store::Impl::suspects_among(const std::vector<std::string>& names) {
  const std::vector<SegmentRange> held = joined(all_ranges());
  std::vector<std::string> suspects;
  for (const std::string& name : names) {
    if (!is_ours(name) || all.contains(name) || std::ranges::contains(ignored, name)) continue;
    const std::vector<SegmentRange> range = range_from_name(name);
    if (range.empty() || !covers(held, range))
      suspects.push_back(name);
    else if (!std::ranges::contains(dropped, name))
      dropped.push_back(name);
  }
  return suspects;
}

void Store::Impl::examine(const std::shared_ptr<Opening>& opening,
                          std::vector<std::string> suspects) {
  if (suspects.empty()) return opened(opening);
  const std::string name = std::move(suspects.back());
  suspects.pop_back();
  storage.read_copy(name, guarded([this, opening, name,
                                   suspects = std::move(suspects)](Result<ports::Bytes> bytes) {
                      if (bytes) examine_one(opening, {name, *std::move(bytes)});
                      examine(opening, suspects);
                    }));
}

// Is there anything in it that the book does not know?
void Store::Impl::examine_one(const std::shared_ptr<Opening>& opening, ports::Blob copy) {
  if (is_newer_segment(copy.bytes)) {
    if (!lost) lost = Lost{};
    lost_blobs.push_back(std::move(copy));
    outdated = true;
    return;
  }
  Lost found;
  std::vector<Id> leads;
  const Model& model = book.model();
  const auto head = read_segment(copy.bytes, [&](const Operation& operation) {
    if (book.missing_of(operation).writes.empty()) return;
    ++found.operations;
    found.last_change = std::max(found.last_change, operation.at.milliseconds());
    for (const OpRecord& record : operation.records) {
      if (operation.kind_names[record.kind] != text_of(Kind::kLead)) continue;
      const Row row = model.leads().find(record.id);
      if (row == kNoRow || !model.lead(row).known) leads.push_back(record.id);
    }
  });
  if (!head) {
    if (*opening->loaded) ++(*opening->loaded)->damaged_copies;
    return;
  }
  const std::vector<SegmentRange> own = {range_of(head->header, head->hash)};
  if (covers(joined(all_ranges()), head->header.contains.empty() ? own : head->header.contains)) {
    dropped.push_back(copy.name);
    return;
  }
  if (found.operations == 0) return links.push_back(std::move(copy));
  if (!lost) lost = Lost{};
  lost->operations += found.operations;
  lost->last_change = std::max(lost->last_change, found.last_change);
  std::ranges::copy(leads, std::back_inserter(lost_leads));
  lost_blobs.push_back(std::move(copy));
}

// The person is asked only now, when all is known.
void Store::Impl::opened(const std::shared_ptr<Opening>& opening) {
  Result<Loaded>& result = *opening->loaded;
  if (lost) {
    sort_stably(lost_leads);
    lost_leads.erase(std::ranges::unique(lost_leads).begin(), lost_leads.end());
    Book held(Id{0, 1});  // only to be counted
    add_lost_to(held);
    lost->leads = static_cast<std::size_t>(std::ranges::count_if(lost_leads, [&](Id lead) {
      const Row row = held.model().leads().find(lead);
      return row != kNoRow && held.model().leads().alive(row);
    }));
    lost->all = all.empty();
    lost->unopened = !result;
    std::ranges::move(std::exchange(links, {}), std::back_inserter(lost_blobs));
    for (const ports::Blob& blob : lost_blobs) lost->names.push_back(blob.name);
    alarmed = opening;
    if (result) result->operations = book.operation_count();
    opening->done(result);
    return;
  }
  if (result) {
    // The book has all that they hold, or must not have it. Before they go, the second copy gets
    // whatever the book was read from.
    for (const ports::Blob& link : std::exchange(links, {})) dropped.push_back(link.name);
    const std::vector<SegmentRange> ranges = all_ranges();
    result->segments = all.size();
    result->operations = book.operation_count();
    result->gaps = count_gaps(ranges);
    // Never so in practice, since each start has its own session; but no name may come twice.
    for (const SegmentRange& range : ranges)
      if (range.session == book.clock().session() && range.last >= next_number) {
        next_number = range.last + 1;
        previous_hash = range.hash;
      }
    safety = Safety::kSaved;
    seen_withheld = 0;
    find_erased();  // what an end in the middle left of somebody erased
  } else {
    safety = Safety::kNotSaved;
    error = result.error();
    copies = Copies::kNone;
  }
  opening->done(result);
  if (!result) return;
  for (const std::string& name : std::exchange(announced_early, {})) fetch(name);
  verify_copies_at_ms = clock.steady_ms() + kVerifyCopiesAfterMs;
  if (copies == Copies::kBehind || !dropped.empty()) copy_soon(kCopyAfterMs);
  clock.call_after(kVerifyCopiesAfterMs, guarded([this] { copy_soon(0); }));
  start();
}

const Lost* Store::lost() const { return impl_->lost ? &*impl_->lost : nullptr; }

void Store::add_lost_to(Book& other) const { impl_->add_lost_to(other); }
void Store::Impl::add_lost_to(Book& other) const {
  for (const ports::Blob& blob : lost_blobs) {
    if (const auto segment = read_segment(blob.bytes))
      other.absorb(segment->operations, clock.now());
  }
}

void Store::go_on_without() {
  Impl& impl = *impl_;
  if (!impl.alarmed) return;
  std::ranges::copy(impl.lost->names, std::back_inserter(impl.ignored));
  impl.left_aside += impl.lost->names.size();
  impl.lost.reset();
  impl.lost_blobs.clear();
  impl.opened(std::exchange(impl.alarmed, {}));
}

void Store::restore(std::function<void(Result<Loaded>)> done) {
  Impl& impl = *impl_;
  if (!impl.alarmed || impl.restoring) return;
  impl.restoring = true;
  const auto end = impl.guarded([&impl, done = std::move(done)](const Result<void>& result) {
    impl.restoring = false;
    if (!result) return done(std::unexpected(result.error()));
    impl.lost.reset();
    impl.lost_blobs.clear();
    const std::shared_ptr<Opening> opening = std::exchange(impl.alarmed, {});
    if (!*opening->loaded) opening->loaded = Loaded{};
    (*opening->loaded)->quarantined = impl.quarantined;
    opening->done = done;
    impl.opened(opening);
  });
  if (*impl.alarmed->loaded) return impl.restore_from(0, end);
  impl.storage.reset(impl.guarded([&impl, end](const Result<void>& result) {
    if (result)
      impl.restore_from(0, end);
    else
      end(result);
  }));
}

// Each in its own transaction, in the place of a damaged one if there is, and read back.
void Store::Impl::restore_from(std::size_t index, const Done& done) {
  if (index == lost_blobs.size()) return done({});
  const ports::Blob& blob = lost_blobs[index];
  storage.commit(blob.name, blob.bytes, std::array{blob.name},
                 guarded([this, index, done](const Result<void>& result) {
                   if (!result) return done(result);
                   storage.read(lost_blobs[index].name,
                                guarded([this, index, done](const Result<ports::Bytes>& bytes) {
                                  const ports::Blob& blob = lost_blobs[index];
                                  if (!bytes || *bytes != blob.bytes)
                                    return done(fail("What was written back can't be read.",
                                                     "Save a copy as a file, then try again."));
                                  std::erase(quarantined, blob.name);
                                  if (!all.contains(blob.name))
                                    std::ignore = take_in(blob.name, blob.bytes);
                                  storage.announce(blob.name);
                                  restore_from(index + 1, done);
                                }));
                 }));
}

}  // namespace leadlight::book
