// All stamps that a book has seen, by small numbers: those of its operations, and those that some
// write says it replaced, whose own operation may come later.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/id.h"
#include "base/slot_index.h"
#include "base/text_pool.h"
#include "lead/record.h"

namespace leadlight::book {

using StampIndex = std::uint32_t;
inline constexpr StampIndex kNoStamp = SlotIndex::kNone;

class Stamps {
 public:
  [[nodiscard]] StampIndex find(const Stamp& stamp) const;  // kNoStamp if unknown
  StampIndex intern(const Stamp& stamp);
  [[nodiscard]] Stamp at(StampIndex index) const {
    return {entries_[index].clock, sessions_[entries_[index].session]};
  }
  [[nodiscard]] bool before(StampIndex a, StampIndex b) const {
    const Entry& one = entries_[a];
    const Entry& other = entries_[b];
    if (one.clock != other.clock) return one.clock < other.clock;
    return sessions_[one.session] < sessions_[other.session];
  }
  [[nodiscard]] StampIndex size() const { return static_cast<StampIndex>(entries_.size()); }

 private:
  struct Entry {
    std::uint64_t clock;
    std::uint32_t session;
  };
  [[nodiscard]] std::uint32_t session_index(Id session) const;
  static std::uint64_t hash_of(const Stamp& stamp);

  std::vector<Entry> entries_;
  SlotIndex by_stamp_;
  std::vector<Id> sessions_;
  SlotIndex by_session_;
};

// Ascending lists of stamps, for what a write replaced. A list is named by a number; most have one
// member.
class StampLists {
 public:
  using List = std::uint32_t;
  static constexpr List kEmpty = 0xFFFFFFFF;
  List add(std::span<const StampIndex> stamps);
  [[nodiscard]] std::span<const StampIndex> view(List list) const;

 private:
  std::vector<StampIndex> numbers_;  // a size, then so many stamps
};

}  // namespace leadlight::book
