// Interfaces to what is outside: storage, clock, files, clipboard, sharing, randomness. Implemented
// by platform/web in the page and by platform/headless in tests and on the command line.
// Single-threaded; callbacks come later from the event loop, never from inside the call, unless
// said.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "base/zone.h"

namespace leadlight::ports {

using Bytes = std::vector<std::byte>;

struct Blob {
  std::string name;
  Bytes bytes;
};

// Named immutable blobs. Nothing is overwritten: `commit` removes blobs and adds one in one
// transaction, and fails as a whole if its name is still taken then.
class Storage {
 public:
  virtual ~Storage() = default;
  using Done = std::function<void(Result<void>)>;
  // All blobs in the order of their names. Called once, before the first commit.
  virtual void load(std::function<void(Result<std::vector<Blob>>)> done) = 0;
  // Durable when `done` comes without an error, and not before.
  virtual void commit(std::string_view name, std::span<const std::byte> bytes,
                      std::span<const std::string> remove, Done done) = 0;
  // A blob of more is refused.
  [[nodiscard]] virtual std::size_t most_bytes() const = 0;
  // Reads one blob that another tab has written.
  virtual void read(std::string_view name, std::function<void(Result<Bytes>)> done) = 0;
  // The names of all blobs that are there now.
  virtual void list(std::function<void(Result<std::vector<std::string>>)> done) = 0;
  // Told when the connection to the blobs was lost and made anew: some may be gone. Comes before
  // the answer to the commit that found out.
  virtual void on_reopened(std::function<void()> listener) = 0;
  // Removes all, also what can't be read, so that commits work again.
  virtual void reset(Done done) = 0;
  // Asks for the right that only one tab has at a time; it is held until `unlock` or the tab's end.
  // Granted where the browser has no such thing.
  virtual void try_lock(std::function<void(bool granted)> done) = 0;
  virtual void unlock() = 0;

  // A second copy of the blobs, in a place that is not damaged or emptied together with the first.
  // Not every browser has one: then `list_copies` fails.
  virtual void list_copies(std::function<void(Result<std::vector<std::string>>)> done) = 0;
  // Copies the blob of this name; whole or not at all. What was there of that name is replaced.
  virtual void copy(std::string_view name, Done done) = 0;
  virtual void read_copy(std::string_view name, std::function<void(Result<Bytes>)> done) = 0;
  virtual void remove_copies(std::span<const std::string> names, Done done) = 0;

  // Tells other tabs of a new blob, and is told.
  virtual void announce(std::string_view name) = 0;
  virtual void on_announced(std::function<void(std::string name)> listener) = 0;
  struct Room {
    std::uint64_t used_bytes = 0;
    std::uint64_t quota_bytes = 0;  // 0: unknown
    bool persistent = false;        // the browser has promised not to evict it
    bool forgets_unused = false;    // clears what was not visited for seven days (Safari)
  };
  virtual void room(std::function<void(Room)> done) = 0;
  virtual void ask_to_persist(std::function<void(bool granted)> done) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual UtcMs now() = 0;                         // the wall clock; may jump, may be wrong
  virtual double steady_ms() = 0;                  // monotonic, for timeouts and animation
  virtual int local_offset_minutes(UtcMs at) = 0;  // local time minus UTC at that moment
  // The zone of an IANA name ("Europe/Berlin"), this device's where the name is empty or not known.
  virtual Zone zone(std::string_view name) = 0;
  virtual void call_after(double delay_ms, std::function<void()> call) = 0;
};

class Random {
 public:
  virtual ~Random() = default;
  virtual Id id() = 0;  // 128 unpredictable bits, never nil
};

struct File {
  enum class Fault : unsigned char { kNone, kUnreadable, kTooLarge };
  std::string name;
  std::string bytes;
  Fault fault = Fault::kNone;  // why there are no bytes
};

class Files {
 public:
  virtual ~Files() = default;
  // Asks the person for a file; `accept` as in HTML ("text/csv,.csv"). Nothing happens if she
  // declines.
  virtual void pick(std::string_view accept, std::function<void(std::vector<File>)> done) = 0;
  virtual void save(std::string_view name, std::string_view mime, std::string_view bytes) = 0;
};

class Clipboard {
 public:
  virtual ~Clipboard() = default;
  virtual void copy(std::string_view text) = 0;
};

// Hands over to the person's own programs: mailto:, tel:, sms:, https:.
class Opener {
 public:
  virtual ~Opener() = default;
  virtual void open(std::string_view url) = 0;
};

// Small facts about this device, not about the book: theme, remembered column maps, last backup.
// Losing them loses no lead.
class Preferences {
 public:
  virtual ~Preferences() = default;
  virtual std::string get(std::string_view key) = 0;  // empty if absent
  virtual void set(std::string_view key, std::string_view value) = 0;
};

// What is half typed: a text for each open page, kept beside the blobs. What a page leaves behind,
// others take over.
class Drafts {
 public:
  virtual ~Drafts() = default;
  // This page's; empty: none. It is there before any blob that is committed after it.
  virtual void keep(std::string_view text) = 0;
  // Shows what pages that are gone have left, the newest first; one page looks at a time. `take`
  // says what stays there of each: nothing, and it is removed.
  virtual void look(std::function<std::string(std::string left)> take) = 0;
};

// The address line: "#/lead/<id>".
class Address {
 public:
  virtual ~Address() = default;
  virtual std::string fragment() = 0;
  virtual std::string link() = 0;  // the whole of it, for somebody else to follow
  enum class History { kPush, kReplace };
  virtual void set_fragment(std::string_view fragment, History history) = 0;
  enum class Step { kBack, kElsewhere };
  using Listener = std::function<void(std::string fragment, Step step)>;
  virtual void on_changed(Listener listener) = 0;
  virtual void load_again() = 0;  // this page, from its start
};

// Files that only a passphrase opens (docs/sealed.md).
class Sealer {
 public:
  virtual ~Sealer() = default;
  enum class Fault : unsigned char {
    kNone,
    kNotOffered,  // the browser lends its cryptography to secure pages only
    kWrong,       // another passphrase, or the file was changed: nobody can tell
    kBroken,      // no sealed file, or cut
    kNewer,       // written by a newer version
    kTooLarge,
  };
  using Done = std::function<void(Fault fault, std::string text)>;
  virtual void seal(std::string_view text, std::string_view passphrase, Done done) = 0;
  virtual void open(std::string_view sealed, std::string_view passphrase, Done done) = 0;
};

// One folder of this device, chosen by the person for backups and remembered.
class Folder {
 public:
  virtual ~Folder() = default;
  enum class Standing : unsigned char { kNotOffered, kNone, kReady, kMustAsk };
  struct State {
    Standing standing = Standing::kNotOffered;
    std::string name;
  };
  using Known = std::function<void(State)>;
  virtual void look(Known done) = 0;    // as it is, without asking
  virtual void choose(Known done) = 0;  // asks for a folder, in a click; as before if she declines
  virtual void allow(Known done) = 0;   // asks again for the one that was chosen, in a click
  virtual void forget(Known done) = 0;
  enum class Fault : unsigned char { kNone, kNotAllowed, kGone, kFull, kOther };
  // The whole file or nothing: what was there under this name stays until all is written.
  virtual void write(std::string_view name, std::string_view bytes,
                     std::function<void(Fault)> done) = 0;
};

// Takes everything that this page keeps away from the device, and looks whether it is gone.
class Eraser {
 public:
  virtual ~Eraser() = default;
  // What is still there, as a sum; 0: nothing is. By another tab, which looks itself.
  enum Left : unsigned {
    kDatabase = 1,
    kFiles = 2,
    kPreferences = 4,
    kCaches = 8,
    kByAnother = 16
  };
  // Comes back only if nothing was erased, since another tab holds the database open. Else the page
  // starts over, and says by `erased` what was found: nothing if nobody has erased anything.
  virtual void erase_all(std::function<void()> blocked) = 0;
  virtual std::optional<unsigned> erased() = 0;  // once
};

// New versions of this page, brought beside the one that runs.
class Updates {
 public:
  virtual ~Updates() = default;
  enum class News : unsigned char {
    kReady,      // a newer version is there, whole, and waits
    kTakenOver,  // it has taken over, in all tabs: from the next start on it is what runs
  };
  virtual void on_news(std::function<void(News)> listener) = 0;
  virtual void take() = 0;  // let it take over; where none is ready, the page starts anew
};

// Sample data, which is no part of the page and comes when somebody asks for it.
class Samples {
 public:
  virtual ~Samples() = default;
  // The text of a snapshot with one operation (sample/snapshot.h); empty if it could not be
  // brought. May answer from inside the call.
  virtual void make(std::size_t leads, std::uint32_t seed, UtcMs now,
                    std::function<void(std::string snapshot)> done) = 0;
};

// The second part of the page's program (base/late.h), which comes behind what a person needs to
// work.
class Rest {
 public:
  virtual ~Rest() = default;
  // Says whether it is there now. Where the program is whole: from inside the call.
  virtual void bring(std::function<void(bool is_here)> done) = 0;
};

struct Ports {
  Storage& storage;
  Clock& clock;
  Random& random;
  Files& files;
  Clipboard& clipboard;
  Opener& opener;
  Preferences& preferences;
  Drafts& drafts;
  Address& address;
  Sealer& sealer;
  Folder& folder;
  Eraser& eraser;
  Updates& updates;
  Samples& samples;
  Rest& rest;
};

}  // namespace leadlight::ports
