// Ports without a device: blobs in memory, a clock that stands still until told, and fakes that
// record what was asked of them. For tests and the command line. Single-threaded, like the ports
// themselves.
#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ports/ports.h"

namespace leadlight::headless {

// What several storages (several tabs of one browser) share.
class MemoryStorage;
struct MemoryDisk {
  using Blobs = std::map<std::string, ports::Bytes, std::less<>>;
  Blobs blobs;
  Blobs copies;
  std::size_t most_bytes = std::numeric_limits<std::size_t>::max();  // of a blob
  bool has_copies = true;       // false: a browser without a place for them
  bool forgets_unused = false;  // as Safari does
  std::vector<MemoryStorage*> tabs;
  MemoryStorage* lock_holder = nullptr;

  void empty();  // as when somebody deletes the database: every tab's connection is lost
};

// Calls back from inside of each call (kImmediate), or only from pump(), in order (kPumped).
class MemoryStorage : public ports::Storage {
 public:
  enum class Mode : std::uint8_t { kImmediate, kPumped };
  explicit MemoryStorage(MemoryDisk& disk, Mode mode = Mode::kImmediate);
  ~MemoryStorage() override;
  MemoryStorage(const MemoryStorage&) = delete;
  MemoryStorage& operator=(const MemoryStorage&) = delete;

  void load(std::function<void(Result<std::vector<ports::Blob>>)> done) override;
  void commit(std::string_view name, std::span<const std::byte> bytes,
              std::span<const std::string> remove, Done done) override;
  [[nodiscard]] std::size_t most_bytes() const override { return disk_.most_bytes; }
  void read(std::string_view name, std::function<void(Result<ports::Bytes>)> done) override;
  void list(std::function<void(Result<std::vector<std::string>>)> done) override;
  void on_reopened(std::function<void()> listener) override;
  void reset(Done done) override;
  void try_lock(std::function<void(bool granted)> done) override;
  void unlock() override;
  void list_copies(std::function<void(Result<std::vector<std::string>>)> done) override;
  void copy(std::string_view name, Done done) override;
  void read_copy(std::string_view name, std::function<void(Result<ports::Bytes>)> done) override;
  void remove_copies(std::span<const std::string> names, Done done) override;
  void announce(std::string_view name) override;
  void on_announced(std::function<void(std::string name)> listener) override;
  void room(std::function<void(Room)> done) override;
  void ask_to_persist(std::function<void(bool granted)> done) override;

  bool pump_one();     // false if nothing was waiting
  std::size_t pump();  // until nothing is waiting; how many calls that were
  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
  [[nodiscard]] std::size_t commit_count() const { return commit_count_; }

 private:
  friend MemoryDisk;
  void later(std::function<void()> call);

  MemoryDisk& disk_;
  Mode mode_;
  std::deque<std::function<void()>> waiting_;
  std::vector<std::function<void(std::string)>> listeners_;
  std::function<void()> reopened_;
  bool disconnected_ = false;
  std::size_t commit_count_ = 0;
  bool persistent_ = false;
};

// Passes everything on to another storage, but for the faults that it is told to make.
class FaultyStorage : public ports::Storage {
 public:
  enum class Fault : std::uint8_t {
    kNone,
    kAbort,       // nothing is kept, an error comes back
    kQuota,       // likewise, because the device is full
    kNeverEnds,   // nothing is kept and no answer ever comes
    kLostAnswer,  // it is kept, but no answer ever comes
  };
  explicit FaultyStorage(ports::Storage& inner) : inner_(inner) {}
  void next_commits(std::vector<Fault> faults);  // one each, in order; then `always`
  void every_commit(Fault fault) { always_ = fault; }
  void every_read_fails(bool fails) { reads_fail_ = fails; }
  void load_fails(bool fails) { load_fails_ = fails; }
  void reset_fails(bool fails) { reset_fails_ = fails; }
  void next_copies(std::vector<Fault> faults);          // likewise, of `copy`
  void copies_hang(bool hang) { copies_hang_ = hang; }  // asked for their names, no answer comes

  void load(std::function<void(Result<std::vector<ports::Blob>>)> done) override;
  void commit(std::string_view name, std::span<const std::byte> bytes,
              std::span<const std::string> remove, Done done) override;
  [[nodiscard]] std::size_t most_bytes() const override { return inner_.most_bytes(); }
  void read(std::string_view name, std::function<void(Result<ports::Bytes>)> done) override;
  void list(std::function<void(Result<std::vector<std::string>>)> done) override;
  void on_reopened(std::function<void()> listener) override;
  void reset(Done done) override;
  void try_lock(std::function<void(bool granted)> done) override;
  void unlock() override;
  void list_copies(std::function<void(Result<std::vector<std::string>>)> done) override;
  void copy(std::string_view name, Done done) override;
  void read_copy(std::string_view name, std::function<void(Result<ports::Bytes>)> done) override;
  void remove_copies(std::span<const std::string> names, Done done) override;
  void announce(std::string_view name) override;
  void on_announced(std::function<void(std::string name)> listener) override;
  void room(std::function<void(Room)> done) override;
  void ask_to_persist(std::function<void(bool granted)> done) override;

 private:
  ports::Storage& inner_;
  std::deque<Fault> next_;
  std::deque<Fault> next_copies_;
  Fault always_ = Fault::kNone;
  bool reads_fail_ = false;
  bool load_fails_ = false;
  bool reset_fails_ = false;
  bool copies_hang_ = false;
};

// Moves only when told; runs what was to be called by then, in order of time.
class FixedClock : public ports::Clock {
 public:
  explicit FixedClock(UtcMs now = 1'790'000'000'000) : now_(now) {}
  UtcMs now() override { return now_; }
  double steady_ms() override { return steady_ms_ += cost_ms_; }
  int local_offset_minutes(UtcMs at) override;
  Zone zone(std::string_view name) override;
  void call_after(double delay_ms, std::function<void()> call) override;

  void advance(double milliseconds);
  void set_now(UtcMs now) { now_ = now; }                   // the wall clock alone: a jump
  void set_cost_ms(double cost_ms) { cost_ms_ = cost_ms; }  // of each look at the steady clock
  void set_local_offset_minutes(int minutes) { local_offset_minutes_ = minutes; }
  void set_zone(std::string_view name, Zone zone) { zones_[std::string(name)] = std::move(zone); }
  [[nodiscard]] std::size_t timers() const { return timers_.size(); }

 private:
  UtcMs now_;
  double steady_ms_ = 0;
  double cost_ms_ = 0;
  int local_offset_minutes_ = 0;
  std::map<std::string, Zone, std::less<>> zones_;
  std::multimap<double, std::function<void()>> timers_;
};

// The same ids for the same seed.
class SeededRandom : public ports::Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  Id id() override;
  std::uint64_t next();
  std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : next() % limit; }

 private:
  std::uint64_t state_;
};

struct FakeFiles : ports::Files {
  struct Saved {
    std::string name;
    std::string mime;
    std::string bytes;
  };
  std::vector<ports::File> to_pick;  // what the person chooses next; nothing happens if empty
  std::vector<std::string> accepts;  // what was asked for
  std::vector<Saved> saved;
  void pick(std::string_view accept, std::function<void(std::vector<ports::File>)> done) override;
  void save(std::string_view name, std::string_view mime, std::string_view bytes) override;
};

struct FakeClipboard : ports::Clipboard {
  std::vector<std::string> copied;
  void copy(std::string_view text) override { copied.emplace_back(text); }
};

struct FakeSamples : ports::Samples {
  bool offline = false;
  void make(std::size_t leads, std::uint32_t seed, UtcMs now,
            std::function<void(std::string)> done) override;
};

// Here at once, or when it is let go.
struct FakeRest : ports::Rest {
  bool is_withheld = false;
  std::vector<std::function<void(bool)>> asked = {};
  void bring(std::function<void(bool)> done) override;
  void answer(bool is_here);
};

struct FakeOpener : ports::Opener {
  std::vector<std::string> opened;
  void open(std::string_view url) override { opened.emplace_back(url); }
};

struct FakePreferences : ports::Preferences {
  std::map<std::string, std::string, std::less<>> values;
  std::string get(std::string_view key) override;
  void set(std::string_view key, std::string_view value) override;
};

// What the pages of a device have half typed, by the order in which they came.
struct DraftShelf {
  struct Slot {
    std::string text;
    bool open = true;  // its page is
  };
  std::vector<Slot> slots;
};

// Of one page: it is gone when this goes.
class FakeDrafts : public ports::Drafts {
 public:
  explicit FakeDrafts(DraftShelf& shelf);
  ~FakeDrafts() override;
  FakeDrafts(const FakeDrafts&) = delete;
  FakeDrafts& operator=(const FakeDrafts&) = delete;
  void keep(std::string_view text) override;
  void look(std::function<std::string(std::string left)> take) override;
  [[nodiscard]] const std::string& kept() const { return shelf_.slots[own_].text; }

 private:
  DraftShelf& shelf_;
  std::size_t own_;
};

struct FakeAddress : ports::Address {
  std::string now;
  std::vector<std::string> visited;  // in the browser's history, `now` last
  Listener listener;
  std::string fragment() override { return now; }
  std::string link() override { return "https://leads.example/" + now; }
  void set_fragment(std::string_view fragment, History history) override;
  void on_changed(Listener changed) override;
  int loaded_again = 0;
  void load_again() override { ++loaded_again; }
  void go_to(std::string_view fragment);  // as the person does, by link or address line
  void go_back();
};

// Opens with the same passphrase, answers when told if `waits`. Not a cipher.
struct FakeSealer : ports::Sealer {
  bool waits = false;
  Fault fault = Fault::kNone;  // of the next ones, whatever they are
  std::vector<std::function<void()>> waiting;
  void seal(std::string_view text, std::string_view passphrase, Done done) override;
  void open(std::string_view sealed, std::string_view passphrase, Done done) override;
  void pump();

 private:
  void answer(Fault fault, std::string text, Done done);
};

struct FakeFolder : ports::Folder {
  State now{Standing::kNone, {}};
  std::string offers = "Backups";  // what the person chooses; empty: she declines
  Fault fault = Fault::kNone;      // of writes
  std::map<std::string, std::string, std::less<>> files;
  std::size_t writes = 0;
  void look(Known done) override { done(now); }
  void choose(Known done) override;
  void allow(Known done) override;
  void forget(Known done) override;
  void write(std::string_view name, std::string_view bytes,
             std::function<void(Fault)> done) override;
};

// The disk and the preferences of the device that it is given.
struct FakeEraser : ports::Eraser {
  FakeEraser(MemoryDisk& the_disk, FakePreferences& the_preferences)
      : disk(the_disk), preferences(the_preferences) {}
  MemoryDisk& disk;
  FakePreferences& preferences;
  bool other_tab_holds_on = false;
  std::optional<unsigned> found;
  void erase_all(std::function<void()> blocked) override;
  std::optional<unsigned> erased() override { return std::exchange(found, std::nullopt); }
};

struct FakeUpdates : ports::Updates {
  std::function<void(News)> listener;
  int taken = 0;
  void on_news(std::function<void(News)> told) override { listener = std::move(told); }
  void take() override { ++taken; }
};

// One of each, ready for an app: `MemoryPorts device; App app(device.ports());`
struct MemoryPorts {
  explicit MemoryPorts(std::uint64_t seed = 1) : random(seed) {}
  MemoryDisk disk;
  MemoryStorage storage{disk};
  FixedClock clock;
  SeededRandom random;
  FakeFiles files;
  FakeClipboard clipboard;
  FakeOpener opener;
  FakePreferences preferences;
  DraftShelf shelf;
  FakeDrafts drafts{shelf};
  FakeAddress address;
  FakeSealer sealer;
  FakeFolder folder;
  FakeEraser eraser{disk, preferences};
  FakeUpdates updates;
  FakeSamples samples;
  FakeRest rest;
  ports::Ports ports() {
    return {storage, clock,  random, files,  clipboard, opener,  preferences, drafts,
            address, sealer, folder, eraser, updates,   samples, rest};
  }
};

}  // namespace leadlight::headless
