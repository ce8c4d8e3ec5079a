#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>

#include "base/sort.h"
#include "base/text.h"
#include "interchange/csv_sniff.h"
#include "interchange/json_events.h"
#include "interchange/snapshot.h"

namespace leadlight::interchange {

namespace {

constexpr int kMaxDepth = 64;
constexpr std::size_t kMaxNames =
    65000;  // fields in one operation: more than a table can have columns
constexpr std::size_t kMaxNameBytes = 1000;  // of a field or kind
constexpr std::string_view kGetItAgain =
    "Get the file again from where it came from; nothing was changed.";

// Names of one operation's fields. Records repeat the same fields in the same order, so the field
// that came behind the last one before is tried first.
class Names {
 public:
  void clear() {
    next_.clear();
    index_.clear();
    last_ = 0;
  }
  // The number of `name` in `names`, added if new.
  std::uint32_t find_or_add(std::vector<std::string>& names, const std::string& name) {
    if (!names.empty() && next_[last_] < names.size() && names[next_[last_]] == name)
      return last_ = next_[last_];
    const auto [found, is_new] = index_.emplace(name, static_cast<std::uint32_t>(names.size()));
    if (is_new) {
      names.push_back(name);
      next_.push_back(0);
    }
    next_[last_] = found->second;
    return last_ = found->second;
  }

 private:
  std::vector<std::uint32_t> next_;
  std::unordered_map<std::string, std::uint32_t> index_;
  std::uint32_t last_ = 0;
};

// The events, each checked against where the reader is; the first fault stops it.
class SnapshotHandler final : public JsonEvents {
 public:
  explicit SnapshotHandler(const char* const& position) : position_(position) {}

  [[nodiscard]] bool done() const { return state_ == State::kDone; }
  std::optional<Error> error;
  const char* error_at = nullptr;
  std::vector<Operation> operations;

  bool null() override { return other("nothing (null)"); }
  bool boolean(bool) override { return other("true or false"); }
  bool below_zero(long long) override { return other("a number below zero"); }
  bool whole(unsigned long long number) override {
    if (state_ != State::kTop || key_ != Key::kVersion) return other("a number");
    if (number > static_cast<unsigned>(kSnapshotVersion)) {
      return refuse(
          "This snapshot was written by a newer Leadlight (snapshot version " +
              std::to_string(number) + ").",
          "Reload the page or update Leadlight, then open it again; nothing was changed.");
    }
    if (number == 0) return refuse("There is no snapshot version 0.", kGetItAgain);
    return true;
  }
  bool fraction(double) override { return other("a number"); }
  bool string(std::string& text) override;
  bool key(std::string& name) override;
  bool start_object() override { return start(Bracket::kObject); }
  bool end_object() override { return end(); }
  bool start_array() override { return start(Bracket::kArray); }
  bool end_array() override { return end(); }

 private:
  enum class State : unsigned char {
    kStart,
    kTop,
    kOperations,
    kOperation,
    kRecords,
    kRecord,
    kSet,
    kReplaces,
    kReplacesList,
    kDone,
  };
  enum class Bracket : unsigned char { kObject, kArray };
  // Keys of the objects that we know. Bits, so that a second one is noticed.
  enum Key : unsigned {
    kNone = 0,
    kFormat = 1,
    kVersion = 2,
    kOperations = 4,
    kAt = 8,
    kWhen = 16,
    kBy = 32,
    kLabel = 64,
    kRecordsKey = 128,
    kKind = 256,
    kId = 512,
    kSetKey = 1024,
    kReplacesKey = 2048,
    kUnknown = 4096,
  };
  struct PendingReplaces {
    std::uint32_t field = 0;
    std::vector<Stamp> stamps;
  };

  bool start(Bracket bracket);
  bool end();
  bool end_top();
  bool end_operation();
  bool end_record();
  bool known_key(const std::string& name);
  bool set_field(const std::string& name);
  bool replaces_field(const std::string& name);
  bool kind(const std::string& name);

  static Key key_from_text(State state, std::string_view name) {
    switch (state) {
      case State::kTop:
        return name == "format"       ? kFormat
               : name == "version"    ? kVersion
               : name == "operations" ? kOperations
                                      : kUnknown;
      case State::kOperation:
        return name == "at"        ? kAt
               : name == "when"    ? kWhen
               : name == "by"      ? kBy
               : name == "label"   ? kLabel
               : name == "records" ? kRecordsKey
                                   : kUnknown;
      case State::kRecord:
        return name == "kind"       ? kKind
               : name == "id"       ? kId
               : name == "set"      ? kSetKey
               : name == "replaces" ? kReplacesKey
                                    : kUnknown;
      default: return kUnknown;
    }
  }

  // A value where it can't be, or anywhere within what is passed over.
  bool other(std::string_view what) {
    if (ignored_depth_ > 0 || is_ignored()) return true;
    if (state_ == State::kStart) return refuse_foreign();
    return refuse("Here is " + std::string(what) + " where it can't be.", kGetItAgain);
  }
  // The value behind a key that this version doesn't know.
  [[nodiscard]] bool is_ignored() const {
    return key_ == kUnknown &&
           (state_ == State::kTop || state_ == State::kOperation || state_ == State::kRecord);
  }

  bool refuse_foreign() {
    return refuse("This is JSON, but no Leadlight snapshot.",
                  "Choose a file that Leadlight has exported.");
  }
  bool refuse(std::string what, std::string_view remedy) {
    error = Error{std::move(what), path(), std::string(remedy)};
    error_at = position_;
    return false;
  }

  // "operations[3].records[0].set.email"
  [[nodiscard]] std::string path() const {
    std::string text;
    if (state_ >= State::kOperations && state_ != State::kDone) text = "operations";
    if (state_ >= State::kOperation && state_ != State::kDone)
      text += "[" + std::to_string(operation_count_) + "]";
    if (state_ >= State::kRecords && state_ != State::kDone) text += ".records";
    if (state_ >= State::kRecord && state_ != State::kDone)
      text += "[" + std::to_string(record_count_) + "]";
    if (state_ == State::kSet) text += ".set";
    if (state_ == State::kReplaces || state_ == State::kReplacesList) text += ".replaces";
    if (name_.empty() || state_ == State::kOperations || state_ == State::kRecords) return text;
    return text + (text.empty() ? "" : ".") + std::string(utf8_prefix(name_, 100));
  }

  const char* const& position_;
  State state_ = State::kStart;
  Key key_ = kNone;
  std::string name_;  // the last key
  int depth_ = 0;
  int ignored_depth_ = 0;
  unsigned top_keys_ = 0;
  unsigned operation_keys_ = 0;
  unsigned record_keys_ = 0;
  std::size_t operation_count_ = 0;
  std::size_t record_count_ = 0;

  Operation operation_;
  OpRecord record_;
  Names fields_;
  Names kinds_;
  std::uint32_t field_ = 0;
  std::uint64_t record_mark_ = 0;
  std::vector<std::uint64_t> set_marks_;       // by field: the last record that set it
  std::vector<std::uint64_t> replaces_marks_;  // likewise
  std::vector<std::uint32_t> write_of_;        // by field, if its mark is of this record
  std::vector<PendingReplaces> pending_;
  std::size_t pending_count_ = 0;
};

bool SnapshotHandler::string(std::string& text) {
  if (ignored_depth_ > 0 || is_ignored()) return true;
  switch (state_) {
    case State::kTop:
      if (key_ != kFormat) break;
      if (text == "leadlight-sealed") {
        return refuse("This file is sealed with a passphrase.",
                      "Open it in the page (Import a file), and export a snapshot there.");
      }
      return text == "leadlight-snapshot" || refuse_foreign();
    case State::kOperation:
      if (key_ == kAt) {
        const auto stamp = stamp_from_text(text);
        if (!stamp || stamp->is_nil())
          return refuse("This is no stamp of an operation.", kGetItAgain);
        operation_.at = *stamp;
      } else if (key_ == kBy) {
        operation_.by = text;
      } else if (key_ == kLabel) {
        operation_.label = text;
      } else if (key_ != kWhen) {
        break;
      }
      return true;
    case State::kRecord:
      if (key_ == kKind) return kind(text);
      if (key_ == kId) {
        const auto id = id_from_text(text);
        if (!id) return refuse("This is no id of a record.", kGetItAgain);
        record_.id = *id;
        return true;
      }
      break;
    case State::kSet:
      operation_.writes.push_back({field_, static_cast<std::uint32_t>(operation_.bytes.size()),
                                   static_cast<std::uint32_t>(text.size()), 0, 0});
      operation_.bytes += text;
      return true;
    case State::kReplacesList: {
      const auto stamp = stamp_from_text(text);
      if (!stamp) return refuse("This is no stamp of an operation.", kGetItAgain);
      pending_[pending_count_ - 1].stamps.push_back(*stamp);
      return true;
    }
    default: break;
  }
  return other("a text");
}

bool SnapshotHandler::key(std::string& name) {
  if (ignored_depth_ > 0) return true;
  name_ = name;
  switch (state_) {
    case State::kTop:
    case State::kOperation:
    case State::kRecord: return known_key(name);
    case State::kSet: return set_field(name);
    case State::kReplaces: return replaces_field(name);
    default: return refuse("Here is a key where none can be.", kGetItAgain);
  }
}

bool SnapshotHandler::known_key(const std::string& name) {
  key_ = key_from_text(state_, name);
  unsigned& seen = state_ == State::kTop         ? top_keys_
                   : state_ == State::kOperation ? operation_keys_
                                                 : record_keys_;
  if (key_ != kUnknown && (seen & key_) != 0)
    return refuse("This key stands here twice.", kGetItAgain);
  seen |= key_;
  return true;
}

bool SnapshotHandler::set_field(const std::string& name) {
  if (name.empty() || name.size() > kMaxNameBytes)
    return refuse("This is no name of a field.", kGetItAgain);
  field_ = fields_.find_or_add(operation_.field_names, name);
  if (operation_.field_names.size() > kMaxNames)
    return refuse("There are too many fields.", kGetItAgain);
  set_marks_.resize(operation_.field_names.size());
  replaces_marks_.resize(operation_.field_names.size());
  write_of_.resize(operation_.field_names.size());
  if (set_marks_[field_] == record_mark_) return refuse("This key stands here twice.", kGetItAgain);
  set_marks_[field_] = record_mark_;
  write_of_[field_] = static_cast<std::uint32_t>(operation_.writes.size());
  return true;
}

bool SnapshotHandler::replaces_field(const std::string& name) {
  if (name.empty() || name.size() > kMaxNameBytes)
    return refuse("This is no name of a field.", kGetItAgain);
  const std::uint32_t field = fields_.find_or_add(operation_.field_names, name);
  if (operation_.field_names.size() > kMaxNames)
    return refuse("There are too many fields.", kGetItAgain);
  set_marks_.resize(operation_.field_names.size());
  replaces_marks_.resize(operation_.field_names.size());
  write_of_.resize(operation_.field_names.size());
  if (replaces_marks_[field] == record_mark_)
    return refuse("This key stands here twice.", kGetItAgain);
  replaces_marks_[field] = record_mark_;
  if (pending_.size() == pending_count_) pending_.emplace_back();
  pending_[pending_count_].field = field;
  pending_[pending_count_++].stamps.clear();
  return true;
}

bool SnapshotHandler::kind(const std::string& name) {
  constexpr std::size_t kMaxKinds = 255;
  if (name.empty() || name.size() > kMaxNameBytes)
    return refuse("This is no kind of record.", kGetItAgain);
  record_.kind = kinds_.find_or_add(operation_.kind_names, name);
  if (operation_.kind_names.size() > kMaxKinds)
    return refuse("There are too many kinds of records.", kGetItAgain);
  return true;
}

bool SnapshotHandler::start(Bracket bracket) {
  if (++depth_ > kMaxDepth)
    return refuse("The file is nested too deeply to be a snapshot.", kGetItAgain);
  if (ignored_depth_ > 0 || is_ignored()) {
    ++ignored_depth_;
    return true;
  }
  const bool object = bracket == Bracket::kObject;
  switch (state_) {
    case State::kStart:
      if (!object) return refuse_foreign();
      state_ = State::kTop;
      return true;
    case State::kTop:
      if (object || key_ != kOperations) break;
      state_ = State::kOperations;
      return true;
    case State::kOperations:
      if (!object) break;
      state_ = State::kOperation;
      key_ = kNone;
      name_.clear();
      operation_keys_ = 0;
      operation_ = {};
      fields_.clear();
      kinds_.clear();
      set_marks_.clear();
      replaces_marks_.clear();
      record_count_ = 0;
      return true;
    case State::kOperation:
      if (object || key_ != kRecordsKey) break;
      state_ = State::kRecords;
      return true;
    case State::kRecords:
      if (!object) break;
      state_ = State::kRecord;
      key_ = kNone;
      name_.clear();
      record_keys_ = 0;
      record_ = {};
      record_.write_first = static_cast<std::uint32_t>(operation_.writes.size());
      ++record_mark_;
      pending_count_ = 0;
      return true;
    case State::kRecord:
      if (!object || (key_ != kSetKey && key_ != kReplacesKey)) break;
      state_ = key_ == kSetKey ? State::kSet : State::kReplaces;
      return true;
    case State::kReplaces:
      if (object) break;
      state_ = State::kReplacesList;
      return true;
    case State::kSet:
    case State::kReplacesList:
    case State::kDone: break;
  }
  return other(object ? "an object" : "a list");
}

bool SnapshotHandler::end() {
  --depth_;
  if (ignored_depth_ > 0) {
    --ignored_depth_;
    return true;
  }
  switch (state_) {
    case State::kTop: return end_top();
    case State::kOperations: state_ = State::kTop; break;
    case State::kOperation: return end_operation();
    case State::kRecords: state_ = State::kOperation; break;
    case State::kRecord: return end_record();
    case State::kSet:
    case State::kReplaces: state_ = State::kRecord; break;
    case State::kReplacesList: state_ = State::kReplaces; return true;
    case State::kStart:
    case State::kDone: break;
  }
  key_ = kNone;
  name_.clear();
  return true;
}

bool SnapshotHandler::end_top() {
  name_.clear();
  if ((top_keys_ & kFormat) == 0) return refuse_foreign();
  if ((top_keys_ & kVersion) == 0)
    return refuse("The snapshot doesn't say its version.", kGetItAgain);
  if ((top_keys_ & kOperations) == 0) return refuse("The snapshot has no operations.", kGetItAgain);
  state_ = State::kDone;
  return true;
}

bool SnapshotHandler::end_operation() {
  name_.clear();
  if ((operation_keys_ & kAt) == 0) return refuse("This operation has no stamp (at).", kGetItAgain);
  if ((operation_keys_ & kRecordsKey) == 0)
    return refuse("This operation has no records.", kGetItAgain);
  operations.push_back(std::move(operation_));
  ++operation_count_;
  state_ = State::kOperations;
  key_ = kNone;
  return true;
}

bool SnapshotHandler::end_record() {
  name_.clear();
  if ((record_keys_ & kKind) == 0) return refuse("This record has no kind.", kGetItAgain);
  if ((record_keys_ & kId) == 0) return refuse("This record has no id.", kGetItAgain);
  if ((record_keys_ & kSetKey) == 0) return refuse("This record sets nothing.", kGetItAgain);
  record_.write_count = static_cast<std::uint32_t>(operation_.writes.size()) - record_.write_first;
  for (std::size_t i = 0; i < pending_count_; ++i) {
    const PendingReplaces& pending = pending_[i];
    if (set_marks_[pending.field] != record_mark_) {
      name_ = operation_.field_names[pending.field];
      return refuse("This record replaces a field that it doesn't set.", kGetItAgain);
    }
    OpWrite& write = operation_.writes[write_of_[pending.field]];
    write.replaces_first = static_cast<std::uint32_t>(operation_.replaces.size());
    write.replaces_count = static_cast<std::uint32_t>(pending.stamps.size());
    operation_.replaces.insert(operation_.replaces.end(), pending.stamps.begin(),
                               pending.stamps.end());
  }
  operation_.records.push_back(record_);
  ++record_count_;
  state_ = State::kRecords;
  key_ = kNone;
  return true;
}

Error error_from_syntax(std::string_view text, std::size_t at, bool done) {
  if (at >= text.size() && !done) {
    return {"The file ends too early: it seems to be cut.", place_of(text, text.size()),
            std::string(kGetItAgain)};
  }
  if (done) {
    return {"Something stands behind the end of the snapshot.", place_of(text, at - 1),
            std::string(kGetItAgain)};
  }
  if (const auto invalid = invalid_utf8_at(text.substr(0, at))) {
    return {"This character is not UTF-8.", place_of(text, *invalid), std::string(kGetItAgain)};
  }
  return {"This is no valid JSON.", place_of(text, at == 0 ? 0 : at - 1), std::string(kGetItAgain)};
}

Result<std::vector<Operation>> in_order(std::vector<Operation> operations) {
  const auto stamp_of = [](const Operation& operation) { return operation.at; };
  if (!std::ranges::is_sorted(operations, {}, stamp_of)) sort_stably(operations, {}, stamp_of);
  const auto twice = std::ranges::adjacent_find(operations, {}, stamp_of);
  if (twice != operations.end()) {
    return fail("Two operations have the same stamp.", std::string(kGetItAgain),
                text_from_stamp(twice->at));
  }
  return operations;
}

}  // namespace

Result<std::vector<Operation>> read_snapshot(std::string_view text) {
  if (trimmed(text).empty()) return fail("The file is empty.", std::string(kGetItAgain));
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    return fail("The file is larger than 4 GB.", "Export the book in parts.");
  }
  const char* position = text.data();
  SnapshotHandler handler(position);
  if (read_json(text, position, handler) && handler.done()) {
    return in_order(std::move(handler.operations));
  }
  if (!handler.error) {
    return std::unexpected(
        error_from_syntax(text, static_cast<std::size_t>(position - text.data()), handler.done()));
  }
  Error error = std::move(*handler.error);
  const auto at = static_cast<std::size_t>(handler.error_at - text.data());
  error.where += (error.where.empty() ? "" : ", ") + place_of(text, at == 0 ? 0 : at - 1);
  return std::unexpected(std::move(error));
}

}  // namespace leadlight::interchange
