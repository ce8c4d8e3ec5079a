#include <bit>
#include <string>
#include <unordered_map>

#include "base/checksum.h"
#include "book/segment.h"
#include "book/segment_format.h"

namespace leadlight::book {

struct SegmentWriter::Impl {
  ports::Bytes out;
  std::unordered_map<std::string, std::uint64_t> texts;
  std::unordered_map<Id, std::uint64_t, IdHash> sessions;

  void put_byte(unsigned value) { out.push_back(static_cast<std::byte>(value)); }

  void put_bytes(std::string_view bytes) {
    const auto* const data = reinterpret_cast<const std::byte*>(bytes.data());
    out.insert(out.end(), data, data + bytes.size());
  }

  void put_fixed(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) put_byte(value >> (8 * i) & 0xFF);
  }

  void put_varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) put_byte(0x80 | (value & 0x7F));
    put_byte(static_cast<unsigned>(value));
  }

  void put_id(Id id) {
    put_fixed(id.low);
    put_fixed(id.high);
  }

  void put_text(const std::string& text) {
    if (text.size() <= segment_format::kLongestNamed) {
      const auto [found, is_new] = texts.try_emplace(text, texts.size() + 1);
      if (!is_new) return put_varint(found->second);
    }
    put_varint(0);
    put_varint(text.size());
    put_bytes(text);
  }

  void put_session(Id session) {
    const auto [found, is_new] = sessions.try_emplace(session, sessions.size());
    put_varint(found->second);
    if (is_new) put_id(session);
  }

  void put_header(const SegmentHeader& header) {
    put_bytes(segment_format::kMagic);
    put_byte(segment_format::kVersion);
    put_id(header.session);
    put_varint(header.number);
    put_id(header.previous);
    put_varint(header.contains.size());
    for (const SegmentRange& range : header.contains) {
      put_id(range.session);
      put_varint(range.first);
      put_varint(range.last);
      put_id(range.previous);
      put_id(range.hash);
    }
  }

  void put_operation(const Operation& operation) {
    put_byte(1);
    put_session(operation.at.session);
    put_fixed(operation.at.clock);
    put_text(operation.by);
    put_text(operation.label);
    put_varint(operation.kind_names.size());
    for (const std::string& name : operation.kind_names) put_text(name);
    put_varint(operation.field_names.size());
    for (const std::string& name : operation.field_names) put_text(name);
    put_varint(operation.records.size());
    for (const OpRecord& record : operation.records) {
      put_varint(record.kind);
      put_id(record.id);
      put_varint(record.write_count);
      for (std::uint32_t i = 0; i < record.write_count; ++i)
        put_write(operation, operation.writes[record.write_first + i]);
    }
    for (const OpRecord& record : operation.records)
      for (std::uint32_t i = 0; i < record.write_count; ++i)
        put_bytes(operation.value(operation.writes[record.write_first + i]));
  }

  void put_write(const Operation& operation, const OpWrite& write) {
    const auto replaced =
        std::span(operation.replaces).subspan(write.replaces_first, write.replaces_count);
    std::size_t count = 0;  // those not below the operation's own stamp mean nothing (book.h)
    for (const Stamp& stamp : replaced) count += stamp < operation.at ? 1 : 0;
    put_varint(std::uint64_t{write.field} * 2 + (count > 0 ? 1 : 0));
    put_varint(write.value_size);
    if (count == 0) return;
    put_varint(count);
    for (const Stamp& stamp : replaced) {
      if (stamp >= operation.at) continue;
      put_session(stamp.session);
      put_varint(operation.at.clock - stamp.clock);
    }
  }
};

SegmentWriter::SegmentWriter(const SegmentHeader& header) : impl_(std::make_unique<Impl>()) {
  impl_->put_header(header);
}
SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::add(const Operation& operation) { impl_->put_operation(operation); }

ports::Bytes SegmentWriter::finish() {
  impl_->put_byte(0);
  impl_->put_id(hash128(std::span<const std::byte>(impl_->out)));
  return std::move(impl_->out);
}

std::size_t most_bytes_of(std::span<const Operation> operations) {
  constexpr std::size_t kVarint = 10;  // of 64 bits
  constexpr std::size_t kId = 16;
  constexpr std::size_t kHeader = 3 * kId + 4 * kVarint;
  const auto varint = [](std::uint64_t value) {
    return static_cast<std::size_t>(std::bit_width(value)) / 7 + 1;
  };
  const auto text = [&](const std::string& text) { return 2 * kVarint + text.size(); };
  std::size_t bytes = kHeader;
  for (const Operation& operation : operations) {
    bytes += 1 + 4 * kVarint + kId + text(operation.by) + text(operation.label);
    for (const std::string& name : operation.kind_names) bytes += text(name);
    for (const std::string& name : operation.field_names) bytes += text(name);
    for (const OpRecord& record : operation.records)
      bytes += varint(record.kind) + kId + varint(record.write_count);
    for (const OpWrite& write : operation.writes) {
      bytes += varint(std::uint64_t{write.field} * 2 + 1) + varint(write.value_size) +
               write.value_size + varint(write.replaces_count) +
               write.replaces_count * (2 * kVarint + kId);
    }
  }
  return bytes;
}

ports::Bytes segment_from_operations(const SegmentHeader& header,
                                     std::span<const Operation> operations) {
  SegmentWriter writer(header);
  for (const Operation& operation : operations) writer.add(operation);
  return writer.finish();
}

}  // namespace leadlight::book
