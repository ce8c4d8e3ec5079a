// The store's inside, shared by store.cpp (loading, other tabs), saving.cpp and compaction.cpp.
#pragma once
#include <map>
#include <optional>

#include "book/chain.h"
#include "book/store.h"

namespace leadlight::book {

// A blob that is stored and read in.
struct Stored {
  std::size_t size = 0;
  std::vector<SegmentRange> ranges;
  std::vector<Stamp> stamps;  // of its operations; left empty where it is too large to be compacted
  [[nodiscard]] bool is_small() const { return size < Store::kLargeBytes; }
};

// A blob on its way. It keeps its name and bytes until it is known to be stored, however often it
// is tried.
struct Pending {
  std::string name;
  ports::Bytes bytes;
  Stored stored;
  std::vector<std::string> removes;  // compaction only
};

struct Store::Impl {
  Impl(ports::Storage& storage_port, ports::Clock& clock_port, Book& folded_book)
      : storage(storage_port), clock(clock_port), book(folded_book) {}

  // Wraps a callback so that it does nothing after the store is gone.
  template <class Call>
  auto guarded(Call call) {
    return [alive = std::weak_ptr(alive), call = std::move(call)](auto&&... args) {
      if (!alive.expired()) call(std::forward<decltype(args)>(args)...);
    };
  }

  // Loading, and what other tabs write.
  void loaded(Result<std::vector<ports::Blob>> blobs,
              const std::function<void(Result<Loaded>)>& done);
  Result<void> take_in(const std::string& name, const ports::Bytes& bytes);
  void announced(const std::string& name);
  void fetch(const std::string& name);
  void forget_contained(const std::string& snapshot);

  // Saving.
  void start();    // makes the queue the next segment, if nothing is on its way
  void attempt();  // puts the pending segment
  void attempt_failed(std::uint64_t number, const Error& error);
  void saved();
  void not_saved(const Error& error);
  void watch(std::uint64_t number);
  void set_safety(Safety next);

  // Compaction.
  void compact();
  void look_for(const std::shared_ptr<Pending>& job);
  void compacted(const Pending& job);
  void finish_compaction(const std::shared_ptr<Pending>& job);

  ports::Storage& storage;
  ports::Clock& clock;
  Book& book;
  std::function<void()> changed;
  std::shared_ptr<int> alive = std::make_shared<int>();

  Safety safety = Safety::kLoading;
  Error error;
  bool outdated = false;
  std::map<std::string, Stored> all;         // what is stored and read in, by name
  std::vector<std::string> announced_early;  // while loading

  std::vector<Operation> queue;
  std::optional<Pending> pending;
  std::size_t pending_operations = 0;
  std::uint64_t attempt_number = 0;  // of all puts; a callback of an older one is stale
  std::uint32_t next_number = 1;
  Id previous_hash;

  std::shared_ptr<Pending> compaction;
  std::uint32_t next_snapshot = 1;
  double no_compaction_before_ms = 0;
};

std::string segment_name(Id session, std::uint32_t number);
std::string snapshot_name(Id session, std::uint32_t number);

}  // namespace leadlight::book
