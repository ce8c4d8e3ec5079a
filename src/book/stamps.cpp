#include "book/stamps.h"

namespace leadlight::book {

namespace {

std::uint64_t hash_of_id(Id id) { return id.high * 0x9E3779B97F4A7C15ULL ^ id.low; }

}  // namespace

std::uint64_t Stamps::hash_of(const Stamp& stamp) {
  return stamp.clock * 0xC2B2AE3D27D4EB4FULL ^ hash_of_id(stamp.session);
}

std::uint32_t Stamps::session_index(Id session) const {
  return by_session_.find(hash_of_id(session),
                          [&](std::uint32_t index) { return sessions_[index] == session; });
}

StampIndex Stamps::find(const Stamp& stamp) const {
  return by_stamp_.find(hash_of(stamp), [&](StampIndex index) { return at(index) == stamp; });
}

StampIndex Stamps::intern(const Stamp& stamp) {
  if (const StampIndex known = find(stamp); known != kNoStamp) return known;
  std::uint32_t session = session_index(stamp.session);
  if (session == SlotIndex::kNone) {
    session = static_cast<std::uint32_t>(sessions_.size());
    by_session_.add(hash_of_id(stamp.session),
                    [&](std::uint32_t other) { return hash_of_id(sessions_[other]); });
    sessions_.push_back(stamp.session);
  }
  const StampIndex index = size();
  by_stamp_.add(hash_of(stamp), [&](StampIndex other) { return hash_of(at(other)); });
  entries_.push_back({stamp.clock, session});
  return index;
}

StampLists::List StampLists::add(std::span<const StampIndex> stamps) {
  if (stamps.empty()) return kEmpty;
  const auto list = static_cast<List>(numbers_.size());
  numbers_.push_back(static_cast<StampIndex>(stamps.size()));
  numbers_.insert(numbers_.end(), stamps.begin(), stamps.end());
  return list;
}

std::span<const StampIndex> StampLists::view(List list) const {
  if (list == kEmpty) return {};
  return std::span(numbers_).subspan(list + std::size_t{1}, numbers_[list]);
}

}  // namespace leadlight::book
