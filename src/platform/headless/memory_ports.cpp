#include "platform/headless/memory_ports.h"

#include <algorithm>
#include "sample/snapshot.h"

#include "base/checksum.h"

namespace leadlight::headless {

// --- Storage ---

MemoryStorage::MemoryStorage(MemoryDisk& disk, Mode mode) : disk_(disk), mode_(mode) {
  disk_.tabs.push_back(this);
}

MemoryStorage::~MemoryStorage() {
  std::erase(disk_.tabs, this);
  unlock();
}

void MemoryDisk::empty() {
  blobs.clear();
  for (MemoryStorage* const tab : tabs) tab->disconnected_ = true;
}

namespace {

std::vector<std::string> names_of(const MemoryDisk::Blobs& blobs) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : blobs) names.push_back(name);
  return names;
}

Result<ports::Bytes> bytes_of(const MemoryDisk::Blobs& blobs, const std::string& name) {
  const auto found = blobs.find(name);
  if (found == blobs.end()) return fail("Nothing of this name is stored.", {}, name);
  return found->second;
}

}  // namespace

void MemoryStorage::later(std::function<void()> call) {
  if (mode_ == Mode::kImmediate)
    call();
  else
    waiting_.push_back(std::move(call));
}

bool MemoryStorage::pump_one() {
  if (waiting_.empty()) return false;
  const std::function<void()> call = std::move(waiting_.front());
  waiting_.pop_front();
  call();
  return true;
}

std::size_t MemoryStorage::pump() {
  std::size_t count = 0;
  while (pump_one()) ++count;
  return count;
}

void MemoryStorage::load(std::function<void(Result<std::vector<ports::Blob>>)> done) {
  later([this, done = std::move(done)] {
    std::vector<ports::Blob> blobs;
    blobs.reserve(disk_.blobs.size());
    for (const auto& [name, bytes] : disk_.blobs) blobs.push_back({name, bytes});
    done(std::move(blobs));
  });
}

void MemoryStorage::commit(std::string_view name, std::span<const std::byte> bytes,
                           std::span<const std::string> remove, Done done) {
  later([this, name = std::string(name), bytes = ports::Bytes(bytes.begin(), bytes.end()),
         remove = std::vector<std::string>(remove.begin(), remove.end()), done = std::move(done)] {
    if (std::exchange(disconnected_, false) && reopened_) reopened_();
    if (disk_.blobs.contains(name) && !std::ranges::contains(remove, name)) {
      done(fail("A segment of this name is already stored.", {}, name));
      return;
    }
    if (bytes.size() > disk_.most_bytes) {
      done(fail("A segment is too large.", {}, name));
      return;
    }
    for (const std::string& gone : remove) disk_.blobs.erase(gone);
    disk_.blobs.emplace(name, bytes);
    ++commit_count_;
    done({});
  });
}

void MemoryStorage::read(std::string_view name, std::function<void(Result<ports::Bytes>)> done) {
  later([this, name = std::string(name), done = std::move(done)] {
    done(bytes_of(disk_.blobs, name));
  });
}

void MemoryStorage::list(std::function<void(Result<std::vector<std::string>>)> done) {
  later([this, done = std::move(done)] { done(names_of(disk_.blobs)); });
}

void MemoryStorage::on_reopened(std::function<void()> listener) { reopened_ = std::move(listener); }

void MemoryStorage::reset(Done done) {
  later([this, done = std::move(done)] {
    disk_.empty();
    disconnected_ = false;
    done({});
  });
}

void MemoryStorage::try_lock(std::function<void(bool)> done) {
  later([this, done = std::move(done)] {
    const bool granted = disk_.lock_holder == nullptr;
    if (granted) disk_.lock_holder = this;
    done(granted);
  });
}

void MemoryStorage::unlock() {
  if (disk_.lock_holder == this) disk_.lock_holder = nullptr;
}

void MemoryStorage::list_copies(std::function<void(Result<std::vector<std::string>>)> done) {
  later([this, done = std::move(done)] {
    if (disk_.has_copies)
      done(names_of(disk_.copies));
    else
      done(fail("This browser has no place for a second copy."));
  });
}

void MemoryStorage::copy(std::string_view name, Done done) {
  later([this, name = std::string(name), done = std::move(done)] {
    Result<ports::Bytes> bytes = bytes_of(disk_.blobs, name);
    if (!bytes) return done(std::unexpected(bytes.error()));
    disk_.copies.insert_or_assign(name, *std::move(bytes));
    done({});
  });
}

void MemoryStorage::read_copy(std::string_view name,
                              std::function<void(Result<ports::Bytes>)> done) {
  later([this, name = std::string(name), done = std::move(done)] {
    done(bytes_of(disk_.copies, name));
  });
}

void MemoryStorage::remove_copies(std::span<const std::string> names, Done done) {
  later([this, names = std::vector(names.begin(), names.end()), done = std::move(done)] {
    for (const std::string& name : names) disk_.copies.erase(name);
    done({});
  });
}

void MemoryStorage::announce(std::string_view name) {
  for (MemoryStorage* const tab : std::vector(disk_.tabs)) {
    if (tab == this) continue;
    tab->later([tab, name = std::string(name)] {
      for (const auto& listener : tab->listeners_) listener(name);
    });
  }
}

void MemoryStorage::on_announced(std::function<void(std::string name)> listener) {
  listeners_.push_back(std::move(listener));
}

void MemoryStorage::room(std::function<void(Room)> done) {
  later([this, done = std::move(done)] {
    Room room;
    for (const auto& [name, bytes] : disk_.blobs) room.used_bytes += bytes.size();
    room.persistent = persistent_;
    room.forgets_unused = disk_.forgets_unused;
    done(room);
  });
}

void MemoryStorage::ask_to_persist(std::function<void(bool granted)> done) {
  persistent_ = true;
  later([done = std::move(done)] { done(true); });
}

// --- Faults ---

void FaultyStorage::next_commits(std::vector<Fault> faults) {
  next_.insert(next_.end(), faults.begin(), faults.end());
}

void FaultyStorage::next_copies(std::vector<Fault> faults) {
  next_copies_.insert(next_copies_.end(), faults.begin(), faults.end());
}

void FaultyStorage::load(std::function<void(Result<std::vector<ports::Blob>>)> done) {
  if (load_fails_)
    done(fail("The storage can't be opened.", "Reload the page."));
  else
    inner_.load(std::move(done));
}

void FaultyStorage::commit(std::string_view name, std::span<const std::byte> bytes,
                           std::span<const std::string> remove, Done done) {
  Fault fault = always_;
  if (!next_.empty()) {
    fault = next_.front();
    next_.pop_front();
  }
  switch (fault) {
    case Fault::kNone: inner_.commit(name, bytes, remove, std::move(done)); return;
    case Fault::kAbort: done(fail("The browser has stopped the transaction.")); return;
    case Fault::kQuota: done(fail("The device is full.")); return;
    case Fault::kNeverEnds: return;
    case Fault::kLostAnswer: inner_.commit(name, bytes, remove, [](Result<void>) {}); return;
  }
}

void FaultyStorage::read(std::string_view name, std::function<void(Result<ports::Bytes>)> done) {
  if (reads_fail_)
    done(fail("The segment can't be read.", {}, std::string(name)));
  else
    inner_.read(name, std::move(done));
}

void FaultyStorage::list(std::function<void(Result<std::vector<std::string>>)> done) {
  inner_.list(std::move(done));
}
void FaultyStorage::on_reopened(std::function<void()> listener) {
  inner_.on_reopened(std::move(listener));
}
void FaultyStorage::reset(Done done) {
  if (reset_fails_) return done(fail("It can't be deleted."));
  load_fails_ = false;
  inner_.reset(std::move(done));
}
void FaultyStorage::try_lock(std::function<void(bool)> done) { inner_.try_lock(std::move(done)); }
void FaultyStorage::unlock() { inner_.unlock(); }

void FaultyStorage::list_copies(std::function<void(Result<std::vector<std::string>>)> done) {
  if (!copies_hang_) inner_.list_copies(std::move(done));
}
void FaultyStorage::copy(std::string_view name, Done done) {
  Fault fault = Fault::kNone;
  if (!next_copies_.empty()) {
    fault = next_copies_.front();
    next_copies_.pop_front();
  }
  switch (fault) {
    case Fault::kNone: inner_.copy(name, std::move(done)); return;
    case Fault::kAbort:
    case Fault::kQuota: done(fail("The copy could not be written.")); return;
    case Fault::kNeverEnds: return;
    case Fault::kLostAnswer: inner_.copy(name, [](Result<void>) {}); return;
  }
}
void FaultyStorage::read_copy(std::string_view name,
                              std::function<void(Result<ports::Bytes>)> done) {
  inner_.read_copy(name, std::move(done));
}
void FaultyStorage::remove_copies(std::span<const std::string> names, Done done) {
  inner_.remove_copies(names, std::move(done));
}

void FaultyStorage::announce(std::string_view name) { inner_.announce(name); }
void FaultyStorage::on_announced(std::function<void(std::string name)> listener) {
  inner_.on_announced(std::move(listener));
}
void FaultyStorage::room(std::function<void(Room)> done) { inner_.room(std::move(done)); }
void FaultyStorage::ask_to_persist(std::function<void(bool granted)> done) {
  inner_.ask_to_persist(std::move(done));
}

// --- Clock, randomness ---

int FixedClock::local_offset_minutes(UtcMs /*at*/) { return local_offset_minutes_; }
void FakeSamples::make(std::size_t leads, std::uint32_t seed, UtcMs now,
                       std::function<void(std::string)> done) {
  done(offline ? std::string() : sample::sample_snapshot(leads, seed, now));
}
void FakeRest::bring(std::function<void(bool)> done) {
  if (is_withheld)
    asked.push_back(std::move(done));
  else
    done(true);
}
void FakeRest::answer(bool is_here) {
  for (const auto& done : std::exchange(asked, {})) done(is_here);
}
Zone FixedClock::zone(std::string_view name) {
  const auto found = zones_.find(name);
  return found == zones_.end() ? Zone{.first_offset_minutes = local_offset_minutes_, .changes = {}}
                               : found->second;
}

void FixedClock::call_after(double delay_ms, std::function<void()> call) {
  timers_.emplace(steady_ms_ + delay_ms, std::move(call));
}

void FixedClock::advance(double milliseconds) {
  const double end = steady_ms_ + milliseconds;
  const UtcMs end_now = now_ + static_cast<UtcMs>(milliseconds);
  while (!timers_.empty() && timers_.begin()->first <= end) {
    const auto timer = timers_.extract(timers_.begin());
    const double at = std::max(steady_ms_, timer.key());
    now_ += static_cast<UtcMs>(at - steady_ms_);
    steady_ms_ = at;
    timer.mapped()();
  }
  steady_ms_ = std::max(steady_ms_, end);
  now_ = std::max(now_, end_now);
}

// SplitMix64: every seed gives a good sequence.
std::uint64_t SeededRandom::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBULL;
  return mixed ^ mixed >> 31;
}

Id SeededRandom::id() {
  for (;;) {
    const std::uint64_t high = next();
    const Id made{high, next()};
    if (!made.is_nil()) return made;
  }
}

// --- Files, preferences, address ---

void FakeFiles::pick(std::string_view accept, std::function<void(std::vector<ports::File>)> done) {
  accepts.emplace_back(accept);
  if (!to_pick.empty()) done(std::exchange(to_pick, {}));
}

void FakeFiles::save(std::string_view name, std::string_view mime, std::string_view bytes) {
  saved.push_back({std::string(name), std::string(mime), std::string(bytes)});
}

std::string FakePreferences::get(std::string_view key) {
  const auto found = values.find(key);
  return found == values.end() ? std::string() : found->second;
}

void FakePreferences::set(std::string_view key, std::string_view value) {
  values.insert_or_assign(std::string(key), std::string(value));
}

FakeDrafts::FakeDrafts(DraftShelf& shelf) : shelf_(shelf), own_(shelf.slots.size()) {
  shelf.slots.emplace_back();
}
FakeDrafts::~FakeDrafts() { shelf_.slots[own_].open = false; }

void FakeDrafts::keep(std::string_view text) { shelf_.slots[own_].text = text; }

void FakeDrafts::look(std::function<std::string(std::string left)> take) {
  for (std::size_t i = shelf_.slots.size(); i-- > 0;) {
    DraftShelf::Slot& slot = shelf_.slots[i];
    if (!slot.open && !slot.text.empty()) slot.text = take(slot.text);
  }
}

void FakeAddress::set_fragment(std::string_view fragment, History history) {
  if (history == History::kReplace && !visited.empty()) visited.pop_back();
  now = fragment;
  visited.push_back(now);
}

void FakeAddress::on_changed(Listener changed) { listener = std::move(changed); }

void FakeAddress::go_to(std::string_view fragment) {
  set_fragment(fragment, History::kPush);
  if (listener) listener(now, Step::kElsewhere);
}

void FakeAddress::go_back() {
  if (visited.size() < 2) return;
  visited.pop_back();
  now = visited.back();
  if (listener) listener(now, Step::kBack);
}

// --- Sealed files, the backup folder, erasing ---

namespace {

constexpr std::string_view kSealedStart = R"({"format":"leadlight-sealed","key":")";

std::string key_of(std::string_view passphrase) { return text_from_id(hash128(passphrase)); }

}  // namespace

void FakeSealer::answer(Fault the_fault, std::string text, Done done) {
  auto call = [the_fault, text = std::move(text), done = std::move(done)] {
    done(the_fault, the_fault == Fault::kNone ? text : std::string());
  };
  if (waits)
    waiting.emplace_back(std::move(call));
  else
    call();
}

void FakeSealer::pump() {
  for (const auto& call : std::exchange(waiting, {})) call();
}

void FakeSealer::seal(std::string_view text, std::string_view passphrase, Done done) {
  std::string sealed = std::string(kSealedStart) + key_of(passphrase) + R"(","data":")";
  for (const char c : text) {
    sealed += static_cast<char>('a' + (static_cast<unsigned char>(c) >> 4));
    sealed += static_cast<char>('a' + (static_cast<unsigned char>(c) & 15));
  }
  answer(fault, sealed + R"("})", std::move(done));
}

void FakeSealer::open(std::string_view sealed, std::string_view passphrase, Done done) {
  const std::string start = std::string(kSealedStart) + key_of(passphrase) + R"(","data":")";
  if (fault != Fault::kNone) return answer(fault, {}, std::move(done));
  if (!sealed.starts_with(start)) return answer(Fault::kWrong, {}, std::move(done));
  sealed.remove_prefix(start.size());
  std::string text;
  for (std::size_t i = 0; i + 1 < sealed.size() && sealed[i] != '"'; i += 2)
    text += static_cast<char>((sealed[i] - 'a') << 4 | (sealed[i + 1] - 'a'));
  answer(Fault::kNone, std::move(text), std::move(done));
}

void FakeFolder::choose(Known done) {
  if (!offers.empty()) now = {Standing::kReady, offers};
  done(now);
}

void FakeFolder::allow(Known done) {
  if (now.standing == Standing::kMustAsk) now.standing = Standing::kReady;
  done(now);
}

void FakeFolder::forget(Known done) {
  now = {Standing::kNone, {}};
  done(now);
}

void FakeFolder::write(std::string_view name, std::string_view bytes,
                       std::function<void(Fault)> done) {
  if (fault == Fault::kNone) {
    files.insert_or_assign(std::string(name), std::string(bytes));
    ++writes;
  }
  done(fault);
}

void FakeEraser::erase_all(std::function<void()> blocked) {
  if (other_tab_holds_on) return blocked();
  disk.blobs.clear();
  disk.copies.clear();
  preferences.values.clear();
  found = 0;
}

}  // namespace leadlight::headless
