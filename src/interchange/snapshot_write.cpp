#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "base/sort.h"
#include "base/time.h"
#include "interchange/json_text.h"
#include "interchange/snapshot.h"

namespace leadlight::interchange {

namespace {

void append_stamp(std::string& out, const Stamp& stamp) {
  constexpr std::string_view kHex = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += kHex[stamp.clock >> shift & 0xF];
  out += '-';
  out += text_from_id(stamp.session);
}

// Writes the records of one operation. Field names are escaped once an operation; fields of a
// record come in the order of their names.
class RecordWriter {
 public:
  RecordWriter(std::string& out, const Operation& operation) : out_(out), operation_(operation) {
    const auto& names = operation.field_names;
    std::vector<std::uint32_t> by_name(names.size());
    std::iota(by_name.begin(), by_name.end(), 0U);
    sort_stably(by_name, {}, [&](std::uint32_t i) -> const std::string& { return names[i]; });
    rank_.resize(names.size());
    for (std::size_t i = 0; i < by_name.size(); ++i) {
      const bool same = i > 0 && names[by_name[i]] == names[by_name[i - 1]];
      rank_[by_name[i]] = same ? rank_[by_name[i - 1]] : static_cast<std::uint32_t>(i);
    }
    for (const std::string& name : names) keys_.push_back(json_string(name) + ":");
    for (const std::string& name : operation.kind_names) kinds_.push_back(json_string(name));
  }

  // What the records take if nothing has to be escaped.
  [[nodiscard]] std::size_t least_size() const {
    constexpr std::size_t kRecord =
        sizeof(R"({"kind":,"id":"00000000000000000000000000","set":{}},)") + 12;
    constexpr std::size_t kReplaced = 44 + 4;
    std::size_t size = operation_.bytes.size() + operation_.records.size() * kRecord;
    for (const OpWrite& write : operation_.writes) {
      size += keys_[write.field].size() + 3;
      if (write.replaces_count > 0)
        size += keys_[write.field].size() + write.replaces_count * kReplaced;
    }
    return size;
  }

  void write(const OpRecord& record) {
    out_ += "{\"kind\":";
    out_ += kinds_[record.kind];
    out_ += ",\"id\":\"";
    out_ += text_from_id(record.id);
    out_ += "\",\"set\":{";
    put_in_order(record);
    bool first = true;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      // Two writes of one field (only a hostile file has them) are settled as the book settles
      // them.
      if (i + 1 < order_.size() && rank_of(order_[i]) == rank_of(order_[i + 1])) continue;
      const OpWrite& write = operation_.writes[order_[i]];
      if (!first) out_ += ',';
      first = false;
      out_ += keys_[write.field];
      append_json_string(out_, operation_.value(write));
    }
    out_ += '}';
    write_replaces();
    out_ += '}';
  }

 private:
  [[nodiscard]] std::uint32_t rank_of(std::uint32_t write) const {
    return rank_[operation_.writes[write].field];
  }

  void put_in_order(const OpRecord& record) {
    order_.resize(record.write_count);
    std::iota(order_.begin(), order_.end(), record.write_first);
    const auto before = [this](std::uint32_t a, std::uint32_t b) {
      if (rank_of(a) != rank_of(b)) return rank_of(a) < rank_of(b);
      return operation_.value(operation_.writes[a]) < operation_.value(operation_.writes[b]);
    };
    if (!std::ranges::is_sorted(order_, before)) sort_stably(order_, before);
  }

  void write_replaces() {
    bool any = false;
    for (std::size_t i = 0; i < order_.size();) {
      const std::size_t first = i;
      stamps_.clear();
      for (; i < order_.size() && rank_of(order_[i]) == rank_of(order_[first]); ++i) {
        const OpWrite& write = operation_.writes[order_[i]];
        const auto begin =
            operation_.replaces.begin() + static_cast<std::ptrdiff_t>(write.replaces_first);
        stamps_.insert(stamps_.end(), begin,
                       begin + static_cast<std::ptrdiff_t>(write.replaces_count));
      }
      if (stamps_.empty()) continue;
      sort_stably(stamps_);
      stamps_.erase(std::ranges::unique(stamps_).begin(), stamps_.end());
      out_ += any ? "," : ",\"replaces\":{";
      any = true;
      out_ += keys_[operation_.writes[order_[first]].field];
      for (std::size_t k = 0; k < stamps_.size(); ++k) {
        out_ += k == 0 ? "[\"" : ",\"";
        append_stamp(out_, stamps_[k]);
        out_ += '"';
      }
      out_ += ']';
    }
    if (any) out_ += '}';
  }

  std::string& out_;
  const Operation& operation_;
  std::vector<std::string> keys_;
  std::vector<std::string> kinds_;
  std::vector<std::uint32_t> rank_;  // by field index; equal for equal names
  std::vector<std::uint32_t> order_;
  std::vector<Stamp> stamps_;
};

}  // namespace

SnapshotWriter::SnapshotWriter() {
  out_ = "{\"format\":\"leadlight-snapshot\",\"version\":" + std::to_string(kSnapshotVersion) +
         ",\"operations\":[";
}

void SnapshotWriter::add(const Operation& operation) {
  RecordWriter writer(out_, operation);
  out_.reserve(out_.size() + writer.least_size() + 256);
  out_ += first_ ? "\n" : ",\n";
  first_ = false;
  out_ += "{\"at\":\"";
  append_stamp(out_, operation.at);
  out_ += "\",\"when\":\"" + iso_from_utc(operation.at.milliseconds());
  out_ += "\",\"by\":";
  append_json_string(out_, operation.by);
  out_ += ",\"label\":";
  append_json_string(out_, operation.label);
  out_ += ",\"records\":[";
  for (std::size_t i = 0; i < operation.records.size(); ++i) {
    out_ += i == 0 ? "\n" : ",\n";
    writer.write(operation.records[i]);
  }
  out_ += "\n]}";
}

std::string SnapshotWriter::finish() {
  out_ += "\n]}";
  return std::move(out_);
}

std::string text_from_stamp(const Stamp& stamp) {
  std::string text;
  append_stamp(text, stamp);
  return text;
}

Result<Stamp> stamp_from_text(std::string_view text) {
  constexpr std::size_t kClockDigits = 16;
  const auto bad = [&] { return fail("“" + std::string(text.substr(0, 60)) + "” is no stamp."); };
  if (text.size() != kClockDigits + 1 + 26 || text[kClockDigits] != '-') return bad();
  Stamp stamp;
  for (const char c : text.substr(0, kClockDigits)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (c < 'a' || c > 'f')) return bad();
    stamp.clock = stamp.clock << 4 | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
  }
  const auto session = id_from_text(text.substr(kClockDigits + 1));
  if (!session) return bad();
  stamp.session = *session;
  return stamp;
}

}  // namespace leadlight::interchange
