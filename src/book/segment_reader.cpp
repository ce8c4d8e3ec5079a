#include <algorithm>
#include <cstring>
#include <string>

#include "base/checksum.h"
#include "base/format.h"
#include "book/segment.h"
#include "book/segment_format.h"

namespace leadlight::book {

namespace {

// Reads from the left; after the first failure everything reads as zero, and `failed()` says where.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  [[nodiscard]] bool failed() const { return !what_.empty(); }
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] std::size_t left() const { return bytes_.size() - position_; }
  [[nodiscard]] Error error() const { return {what_, formatted("byte {}", failed_at_), {}}; }

  void fail_here(std::string_view what) {
    if (failed()) return;
    what_ = what;
    failed_at_ = position_;
    position_ = bytes_.size();
  }

  unsigned byte() {
    if (left() == 0) {
      fail_here("The segment ends too early.");
      return 0;
    }
    return std::to_integer<unsigned>(bytes_[position_++]);
  }

  std::uint64_t fixed() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value |= std::uint64_t{byte()} << (8 * i);
    return value;
  }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const unsigned next = byte();
      const std::uint64_t bits = next & 0x7F;
      if (shift == 63 && bits > 1) break;
      value |= bits << shift;
      if ((next & 0x80) == 0) return value;
    }
    fail_here("A number in the segment is too long.");
    return 0;
  }

  std::uint32_t small() {
    const std::uint64_t value = varint();
    if (value > 0xFFFFFFFF) fail_here("A number in the segment is too great.");
    return failed() ? 0 : static_cast<std::uint32_t>(value);
  }

  // A count of things that take at least `least_size` bytes each.
  std::uint32_t count(std::size_t least_size) {
    const std::uint64_t value = varint();
    if (value > left() / least_size) fail_here("The segment announces more than it holds.");
    return failed() ? 0 : static_cast<std::uint32_t>(value);
  }

  Id id() {
    const std::uint64_t low = fixed();
    return {fixed(), low};
  }

  std::string_view text(std::uint64_t size) {
    if (size > left()) {
      fail_here("A text in the segment is longer than the segment.");
      return {};
    }
    const auto* const start = reinterpret_cast<const char*>(bytes_.data() + position_);
    position_ += static_cast<std::size_t>(size);
    return {start, static_cast<std::size_t>(size)};
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t position_ = 0;
  std::string what_;
  std::size_t failed_at_ = 0;
};

class Parser {
 public:
  explicit Parser(std::span<const std::byte> content)
      : in_(content), names_left_(kNamesAtLeast + 16 * content.size()) {}

  SegmentHeader header() {
    SegmentHeader header;
    in_.text(segment_format::kMagic.size());
    in_.byte();  // version
    header.session = in_.id();
    header.number = in_.small();
    header.previous = in_.id();
    const std::uint32_t ranges = in_.count(50);
    header.contains.reserve(ranges);
    for (std::uint32_t i = 0; i < ranges && !in_.failed(); ++i) {
      SegmentRange range;
      range.session = in_.id();
      range.first = in_.small();
      range.last = in_.small();
      range.previous = in_.id();
      range.hash = in_.id();
      if (range.first == 0 || range.last < range.first)
        in_.fail_here("A range of segments is empty.");
      header.contains.push_back(range);
    }
    return header;
  }

  // False at the end, or after a failure.
  bool next(Operation& operation) {
    const unsigned more = in_.byte();
    if (more == 0) {
      if (in_.left() > 0) in_.fail_here("Something follows the segment's end.");
      return false;
    }
    if (more != 1) in_.fail_here("An operation should begin here.");
    operation = Operation();
    operation.at.session = session();
    operation.at.clock = in_.fixed();
    operation.by = text();
    operation.label = text();
    names(operation.kind_names);
    names(operation.field_names);
    records(operation);
    return !in_.failed();
  }

  std::uint64_t first_clock() {
    header();
    if (in_.byte() != 1) return 0;
    session();
    return in_.fixed();
  }

  [[nodiscard]] const Reader& in() const { return in_; }

 private:
  static constexpr std::size_t kNamesAtLeast = 1 << 20;

  Id session() {
    const std::uint64_t place = in_.varint();
    if (place == sessions_.size() && !in_.failed()) sessions_.push_back(in_.id());
    if (place >= sessions_.size())
      in_.fail_here("A session is named that the segment does not tell.");
    return in_.failed() ? Id{} : sessions_[static_cast<std::size_t>(place)];
  }

  std::string text() {
    const std::uint64_t place = in_.varint();
    if (in_.failed()) return {};
    std::string read;
    if (place == 0) {
      read = in_.text(in_.varint());
      if (read.size() <= segment_format::kLongestNamed && !in_.failed()) texts_.push_back(read);
      return read;
    }
    if (place > texts_.size()) {
      in_.fail_here("A text is named that the segment does not tell.");
      return {};
    }
    read = texts_[static_cast<std::size_t>(place - 1)];
    // A few bytes can name much: what they unpack to is limited.
    const std::size_t cost = sizeof(std::string) + read.size();
    if (cost > names_left_) in_.fail_here("The segment names the same texts too often.");
    names_left_ -= std::min(cost, names_left_);
    return read;
  }

  void names(std::vector<std::string>& names) {
    const std::uint32_t count = in_.count(1);
    for (std::uint32_t i = 0; i < count && !in_.failed(); ++i) names.push_back(text());
  }

  void records(Operation& operation) {
    const std::uint32_t count = in_.count(18);
    operation.records.reserve(count);
    std::uint64_t value_bytes = 0;
    for (std::uint32_t i = 0; i < count && !in_.failed(); ++i) {
      OpRecord record;
      record.kind = in_.small();
      if (record.kind >= operation.kind_names.size()) in_.fail_here("A record is of no kind.");
      record.id = in_.id();
      record.write_first = static_cast<std::uint32_t>(operation.writes.size());
      record.write_count = in_.count(2);
      for (std::uint32_t w = 0; w < record.write_count && !in_.failed(); ++w)
        write(operation, value_bytes);
      operation.records.push_back(record);
    }
    operation.bytes = in_.text(value_bytes);
  }

  void write(Operation& operation, std::uint64_t& value_bytes) {
    const std::uint64_t head = in_.varint();
    OpWrite write;
    if (head / 2 >= operation.field_names.size()) in_.fail_here("A value is of no field.");
    write.field = static_cast<std::uint32_t>(head / 2);
    write.value_offset = static_cast<std::uint32_t>(value_bytes);
    write.value_size = in_.small();
    value_bytes += write.value_size;
    if (value_bytes > in_.left()) in_.fail_here("The values are longer than the segment.");
    write.replaces_first = static_cast<std::uint32_t>(operation.replaces.size());
    write.replaces_count = (head & 1) != 0 ? in_.count(2) : 0;
    for (std::uint32_t i = 0; i < write.replaces_count && !in_.failed(); ++i) {
      Stamp stamp;
      stamp.session = session();
      const std::uint64_t earlier = in_.varint();
      if (earlier > operation.at.clock) in_.fail_here("A stamp lies before all time.");
      stamp.clock = operation.at.clock - earlier;
      if (stamp >= operation.at) in_.fail_here("A write replaces one that is later.");
      operation.replaces.push_back(stamp);
    }
    operation.writes.push_back(write);
  }

  Reader in_;
  std::vector<Id> sessions_;
  std::vector<std::string> texts_;
  std::size_t names_left_;
};

bool begins_like_a_segment(std::span<const std::byte> bytes) {
  const std::string_view magic = segment_format::kMagic;
  return bytes.size() > magic.size() && std::memcmp(bytes.data(), magic.data(), magic.size()) == 0;
}

}  // namespace

bool is_newer_segment(std::span<const std::byte> bytes) {
  return begins_like_a_segment(bytes) &&
         std::to_integer<unsigned>(bytes[segment_format::kMagic.size()]) > segment_format::kVersion;
}

std::uint64_t first_clock_of(std::span<const std::byte> bytes) {
  return Parser(bytes).first_clock();
}

Id hash_of_segment(std::span<const std::byte> bytes) {
  if (bytes.size() < segment_format::kHashSize) return {};
  return Reader(bytes.last(segment_format::kHashSize)).id();
}

bool has_true_hash(std::span<const std::byte> bytes) {
  return bytes.size() >= segment_format::kHashSize &&
         hash128(bytes.first(bytes.size() - segment_format::kHashSize)) == hash_of_segment(bytes);
}

struct SegmentReading::Impl {
  explicit Impl(std::span<const std::byte> bytes)
      : parser(bytes.first(bytes.size() - std::min(bytes.size(), segment_format::kHashSize))) {}
  Parser parser;
  Result<SegmentHead> head;
};

SegmentReading::SegmentReading(std::span<const std::byte> bytes)
    : impl_(std::make_unique<Impl>(bytes)) {
  const std::size_t size = bytes.size() - std::min(bytes.size(), segment_format::kHashSize);
  if (!begins_like_a_segment(bytes))
    impl_->head = fail("This is no segment.", {}, "byte 0");
  else if (is_newer_segment(bytes))
    impl_->head = fail("This segment was written by a newer version of Leadlight.",
                       "Reload the page to get that version.", "byte 4");
  else if (!has_true_hash(bytes))
    impl_->head =
        fail("The segment is damaged: its checksum is wrong.", {}, formatted("byte {}", size));
  else
    impl_->head = SegmentHead{impl_->parser.header(), hash_of_segment(bytes)};
}
SegmentReading::~SegmentReading() = default;

bool SegmentReading::next(Operation& operation) {
  return impl_->head && !impl_->parser.in().failed() && impl_->parser.next(operation);
}

Result<SegmentHead> SegmentReading::end() const {
  if (impl_->parser.in().failed()) return std::unexpected(impl_->parser.in().error());
  return impl_->head;
}

Result<SegmentHead> read_segment(std::span<const std::byte> bytes,
                                 const std::function<void(Operation&&)>& visit) {
  SegmentReading reading(bytes);
  Operation operation;
  while (reading.next(operation)) visit(std::move(operation));
  return reading.end();
}

Result<Segment> read_segment(std::span<const std::byte> bytes) {
  Segment segment;
  auto head = read_segment(
      bytes, [&](Operation&& operation) { segment.operations.push_back(std::move(operation)); });
  if (!head) return std::unexpected(std::move(head.error()));
  segment.header = std::move(head->header);
  segment.hash = head->hash;
  return segment;
}

}  // namespace leadlight::book
