#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/fold_table.h"
#include "base/text.h"

namespace leadlight {

namespace {

constexpr char folded_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Which code points fold, one bit each, in blocks of 64, and the number of the block's first entry:
// an entry is found by counting bits, because folding is what searches and imports mostly do.
struct Blocks {
  std::array<std::uint64_t, 1024> bits{};
  std::array<std::uint16_t, 1024> first{};
};
consteval Blocks blocks() {
  using namespace fold_table;
  Blocks all;
  for (std::size_t page = 0; page + 1 < kPages.size(); ++page) {
    for (std::uint16_t entry = kPages[page]; entry < kPages[page + 1]; ++entry) {
      all.bits[page * 4 + kLow[entry] / 64] |= std::uint64_t{1} << kLow[entry] % 64;
    }
  }
  std::uint16_t entries = 0;
  for (std::size_t block = 0; block < all.bits.size(); ++block) {
    all.first[block] = entries;
    entries = static_cast<std::uint16_t>(entries + std::popcount(all.bits[block]));
  }
  return all;
}
constexpr Blocks kBlocks = blocks();

// The replacements as UTF-8, spelled out at first use: the table is half as large to load without.
class Replacements {
 public:
  Replacements() {
    using namespace fold_table;
    pool_.reserve(kBytes);
    std::size_t next = 0;
    for (std::size_t entry = 0; entry < kCount.size(); ++entry) {
      for (std::size_t i = 0; i < kCount[entry]; ++i, ++next) {
        append_utf8(pool_, static_cast<char32_t>(kCodeHigh[next] << 8 | kCodeLow[next]));
      }
      end_[entry] = static_cast<std::uint16_t>(pool_.size());
    }
  }
  [[nodiscard]] std::string_view at(std::size_t entry) const {
    const std::size_t start = entry == 0 ? 0 : end_[entry - 1];
    return std::string_view(pool_).substr(start, end_[entry] - start);
  }

 private:
  std::string pool_;
  std::array<std::uint16_t, fold_table::kCount.size()> end_{};
};

// What `code` becomes, or nothing where it stays as it is. Never called for ASCII.
std::optional<std::string_view> replacement_of(char32_t code) {
  if (code > 0xFFFF) return std::nullopt;
  const std::size_t block = code >> 6;
  const std::uint64_t bit = std::uint64_t{1} << (code & 63);
  if ((kBlocks.bits[block] & bit) == 0) return std::nullopt;
  const auto before = static_cast<std::size_t>(std::popcount(kBlocks.bits[block] & (bit - 1)));
  static const Replacements kReplacements;
  return kReplacements.at(kBlocks.first[block] + before);
}

// Length of the run of ASCII at the front.
std::size_t ascii_run(std::string_view text) {
  std::size_t size = 0;
  for (; size + 8 <= text.size(); size += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + size, 8);
    if (eight & 0x8080808080808080ULL) break;
  }
  while (size < text.size() && static_cast<unsigned char>(text[size]) < 0x80) ++size;
  return size;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (const std::size_t run = ascii_run(text.substr(offset))) {
      const std::size_t at = out.size();
      out.append(text.substr(offset, run));
      std::transform(out.begin() + static_cast<std::ptrdiff_t>(at), out.end(),
                     out.begin() + static_cast<std::ptrdiff_t>(at), folded_ascii);
      offset += run;
      continue;
    }
    const std::size_t start = offset;
    const char32_t code = decode_utf8(text, offset);
    if (const auto replacement = replacement_of(code))
      out.append(*replacement);
    else
      out.append(text.substr(start, offset - start));
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

std::weak_ordering compare_for_people(std::string_view a, std::string_view b) {
  const int order = folded(a).compare(folded(b));
  return order != 0 ? order <=> 0 : a.compare(b) <=> 0;
}

std::string canonical_email(std::string_view text) {
  text = trimmed(text);
  constexpr std::string_view kScheme = "mailto:";
  std::string address = folded(text);
  if (address.starts_with(kScheme)) address.erase(0, kScheme.size());
  const std::size_t at = address.find('@');
  const bool one_at = at != std::string::npos && address.find('@', at + 1) == std::string::npos;
  const bool dotted = one_at && address.find('.', at) != std::string::npos;
  const bool blank = address.find_first_of(" \t\r\n<>,;\"") != std::string::npos;
  const bool ends_badly = one_at && (at == 0 || address[at + 1] == '.' || address.back() == '.');
  if (!dotted || blank || ends_badly) return {};
  return address;
}

}  // namespace leadlight
