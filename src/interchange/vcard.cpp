#include "interchange/vcard.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "interchange/csv_sniff.h"
#include "interchange/vcard_lines.h"

namespace leadlight::interchange {

namespace {

constexpr std::string_view kBegin = "BEGIN:VCARD";
constexpr std::string_view kMecard = "MECARD:";
constexpr std::size_t kMostBytes = 0x20000000;

enum class Property : unsigned char {
  kBegin,
  kEnd,
  kVersion,
  kAgent,
  kUid,
  kFullName,
  kName,
  kTags,
  kNote,
  kLabel,  // of another line of its group
  // From here on there can be several; in the order in which the note has those left over.
  kTitle,
  kRole,
  kCompany,
  kEmail,
  kPhone,
  kWebsite,
  kProfile,
  kAddress,
};
struct PropertyWords {
  std::string_view name;
  Property property;
  std::string_view label = {};
};
constexpr std::array kProperties{
    PropertyWords{"BEGIN", Property::kBegin},
    PropertyWords{"END", Property::kEnd},
    PropertyWords{"VERSION", Property::kVersion},
    PropertyWords{"AGENT", Property::kAgent},
    PropertyWords{"UID", Property::kUid},
    PropertyWords{"FN", Property::kFullName},
    PropertyWords{"N", Property::kName},
    PropertyWords{"CATEGORIES", Property::kTags},
    PropertyWords{"NOTE", Property::kNote},
    PropertyWords{"X-ABLABEL", Property::kLabel},
    PropertyWords{"TITLE", Property::kTitle, "Title"},
    PropertyWords{"ROLE", Property::kRole, "Role"},
    PropertyWords{"ORG", Property::kCompany, "Company"},
    PropertyWords{"EMAIL", Property::kEmail, "E-mail"},
    PropertyWords{"TEL", Property::kPhone, "Phone"},
    PropertyWords{"URL", Property::kWebsite, "Website"},
    PropertyWords{"X-SOCIALPROFILE", Property::kProfile, "Profile"},
    PropertyWords{"SOCIALPROFILE", Property::kProfile, "Profile"},
    PropertyWords{"ADR", Property::kAddress, "Address"},
};

const PropertyWords* find_property(std::string_view name) {
  const auto* const found = std::ranges::find_if(kProperties, [name](const PropertyWords& one) {
    return equals_ignoring_case(one.name, name);
  });
  return found == kProperties.end() ? nullptr : found;
}

std::string joined(std::span<const std::string> parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts)
    if (const std::string_view one = trimmed(part); !one.empty())
      text.append(text.empty() ? "" : between).append(one);
  return text;
}

// "tel:+1-418-656-9254;ext=102" as one would write it.
void make_plain(std::string& text) {
  for (const std::string_view scheme : {"tel:", "mailto:"})
    if (starts_ignoring_case(text, scheme)) text.erase(0, scheme.size());
  if (const std::size_t extension = text.find(";ext="); extension != std::string::npos)
    text.replace(extension, 5, " ext. ");
}

// Our own, as export_vcard writes it.
std::string_view own_id(std::string_view uid) {
  constexpr std::string_view kOwn = "leadlight-";
  return uid.starts_with(kOwn) ? uid.substr(kOwn.size()) : std::string_view();
}

}  // namespace

bool holds_cards(std::string_view bytes) {
  const std::string_view text = trimmed(bytes.substr(0, 1024));
  return starts_ignoring_case(text, kBegin) || starts_ignoring_case(text, kMecard);
}

// One file, from its first line to its last.
class CardReader {
 public:
  CardReader(CardTable& table, std::string_view text) : table_(table), lines_(text) {}

  Result<void> read() {
    while (lines_.next()) {
      const PropertyWords* const known = find_property(lines_.name());
      if (depth_ == 0 && starts_ignoring_case(lines_.rest(), kMecard)) {
        read_mecard();
      } else if (known != nullptr) {
        if (auto done = read_line(*known); !done) return done;
      }
      after_agent_ = known != nullptr && known->property == Property::kAgent;
    }
    if (depth_ > 0) return broken("This card does not end.", row_.line);
    if (cards_ == 0)
      return fail("There is no vCard in this file.",
                  "Export the contacts as vCard (.vcf) or CSV, and import that file.");
    return {};
  }

 private:
  static std::unexpected<Error> broken(std::string_view what, std::size_t line) {
    return fail(std::string(what), "The file seems to be cut or damaged: export it again.",
                formatted("line {}", line));
  }

  // One of several of its kind.
  struct Entry {
    const PropertyWords* words = nullptr;
    unsigned hints = 0;
    std::string group, label;
    std::vector<std::string> parts;
    bool taken = false;
  };

  Result<void> read_line(const PropertyWords& known) {
    const bool bounds = known.property == Property::kBegin || known.property == Property::kEnd;
    if (!bounds && depth_ != 1) return {};  // of a card within the card, or between cards
    const CardLines::Content content = lines_.content(version_2_);
    if (!content.charset.empty())
      return fail(
          formatted("This line is written in {}, which can't be read here.", content.charset),
          "Export the contacts again as UTF-8, which vCard 3.0 and 4.0 are.",
          formatted("line {}", lines_.number()));
    if (bounds) return read_bound(known.property, trimmed(content.value));
    if ((content.hints & kBase64) == 0)
      add(known, content.hints, lines_.group(), content.value, ';');
    return {};
  }

  Result<void> read_bound(Property bound, std::string_view of) {
    const bool of_card = equals_ignoring_case(of, "VCARD");
    if (bound == Property::kBegin) {
      // Where the card of an agent stands within, it says so; else an end is missing.
      if (of_card && depth_ == 1 && !after_agent_)
        return broken("Another card begins before the one above ends.", lines_.number());
      if (of_card || depth_ > 0) ++depth_;
      if (of_card && depth_ == 1) begin();
      return {};
    }
    if (depth_ == 0 || (depth_ == 1 && !of_card))
      return broken("Something ends here that did not begin.", lines_.number());
    if (--depth_ == 0) finish();
    return {};
  }

  // "MECARD:N:Silva,Ana;TEL:+49 30 1234;;" is over with an empty field.
  void read_mecard() {
    const std::string_view text = lines_.rest();
    begin();
    std::size_t at = kMecard.size();
    const auto is_another = [&] {
      return (text[at - 1] == '\n' || text[at - 1] == '\r') && holds_cards(text.substr(at));
    };
    while (at < text.size() && text[at] != ';' && !is_another()) {
      std::size_t end = at;
      while (end < text.size() && text[end] != ';') end += text[end] == '\\' ? 2 : 1;
      end = std::min(end, text.size());
      const std::string_view field = text.substr(at, end - at);
      const std::size_t colon = std::min(field.find(':'), field.size());
      if (const PropertyWords* known = find_property(trimmed(field.substr(0, colon)));
          known != nullptr && known->property > Property::kAgent)
        add(*known, 0, {}, utf8(field.substr(std::min(colon + 1, field.size()))), ',');
      at = end + 1;
      while (at < text.size() && (text[at] == '\r' || text[at] == '\n')) ++at;
    }
    // Short of a card that begins below.
    lines_.skip(at < text.size() && text[at] == ';' ? at : at - 1);
    finish();
  }

  void begin() {
    row_ = {};
    row_.line = static_cast<std::uint32_t>(lines_.number());
    version_2_ = false;
    ++cards_;
    full_name_.clear();
    note_.clear();
    tags_.clear();
    entries_.clear();
    has_name_ = false;
  }

  void add(const PropertyWords& known, unsigned hints, std::string_view group,
           std::string_view value, char between) {
    switch (known.property) {
      case Property::kBegin:
      case Property::kEnd:
      case Property::kAgent: return;
      case Property::kVersion: version_2_ = trimmed(value).starts_with('2'); return;
      case Property::kUid: put(CardTable::kId, own_id(trimmed(value))); return;
      case Property::kFullName:
        if (full_name_.empty()) full_name_ = trimmed(card_text(value));
        return;
      case Property::kName: return add_name(card_parts(value, between), between);
      case Property::kTags: return add_tags(card_parts(value, ','));
      case Property::kNote: return add_note(card_text(value), "\n\n");
      case Property::kLabel: return add_label(group, card_text(value));
      default: break;
    }
    // A MECARD has an address in seven parts, or in one.
    const bool is_list = known.property == Property::kAddress
                             ? between == ';' || std::ranges::count(value, ',') == 6
                             : known.property == Property::kCompany && between == ';';
    Entry& entry = entries_.emplace_back();
    entry.words = &known;
    entry.group = group;
    entry.parts = card_parts(value, is_list ? between : '\0');
    entry.hints = hints | (value.contains("linkedin.com/") ? kLinkedIn : 0U);
    if (!is_list) make_plain(entry.parts.front());
    if (joined(entry.parts, " ").empty()) entries_.pop_back();
  }

  void add_name(std::vector<std::string> parts, char between) {
    parts.resize(5);
    if (std::exchange(has_name_, true)) return;
    put(CardTable::kLastName, parts[0]);
    put(CardTable::kFirstName, parts[1]);
    if (between == ',') parts[2].clear();
    std::rotate(parts.begin(), parts.begin() + 1, parts.begin() + 3);
    name_ = joined(std::span(parts).first(3), " ");
  }

  void add_tags(const std::vector<std::string>& tags) {
    for (std::string tag : tags) {
      std::erase(tag, kTagBetween);
      if (!trimmed(tag).empty()) tags_.append(trimmed(tag)).append(1, kTagBetween);
    }
  }

  void add_note(std::string_view text, std::string_view between) {
    text = trimmed(text);
    if (!text.empty()) note_.append(note_.empty() ? "" : between).append(text);
  }

  // "_$!<HomePage>!$_" is Apple's own.
  void add_label(std::string_view group, std::string label) {
    constexpr std::size_t kLookBack = 8;
    if (label.starts_with("_$!<")) label = label.substr(4, label.find('>') - 4);
    const std::size_t all = entries_.size();
    for (std::size_t back = 1; back <= std::min(all, kLookBack); ++back) {
      Entry& entry = entries_[all - back];
      if (group.empty() || entry.group != group) continue;
      entry.hints |= hints_in(label);
      entry.label = std::move(label);
      return;
    }
  }

  // Which entry goes where: the first of those that suit best.
  struct Place {
    CardTable::Column column;
    Property property;
    unsigned asked, hints;  // hints that are asked for, and what they must be
  };
  static constexpr std::array<Place, 10> kPlaces{{
      {CardTable::kTitle, Property::kTitle, 0, 0},
      {CardTable::kTitle, Property::kRole, 0, 0},
      {CardTable::kEmail, Property::kEmail, 0, 0},
      {CardTable::kPhone, Property::kPhone, kMobile | kFax, 0},
      {CardTable::kMobile, Property::kPhone, kMobile | kFax, kMobile},
      {CardTable::kLinkedin, Property::kProfile, kLinkedIn, kLinkedIn},
      {CardTable::kLinkedin, Property::kWebsite, kLinkedIn, kLinkedIn},
      {CardTable::kWebsite, Property::kWebsite, 0, 0},
      {CardTable::kCompany, Property::kCompany, 0, 0},
      {CardTable::kStreet, Property::kAddress, 0, 0},
  }};

  void put_best(const Place& place) {
    if (row_.cells[place.column].size > 0) return;
    constexpr std::array<std::pair<unsigned, int>, 4> kWorth{
        {{kPreferred, 4}, {kWork, 2}, {kHome, -1}, {kElsewhere, -2}}};
    Entry* best = nullptr;
    int most = -100;
    for (Entry& entry : entries_) {
      if (entry.words->property != place.property || entry.taken ||
          (entry.hints & place.asked) != place.hints)
        continue;
      const std::string& text = entry.parts.front();
      int worth = 0;
      if (place.property == Property::kEmail && canonical_email(text).empty()) worth -= 16;
      if (place.property == Property::kPhone && canonical_phone(text).empty()) worth -= 16;
      for (const auto& [hint, points] : kWorth)
        if ((entry.hints & hint) != 0) worth += points;
      if (worth > most) most = worth, best = &entry;
    }
    if (best == nullptr) return;
    best->taken = true;
    if (place.property == Property::kCompany)
      put_company(best->parts);
    else if (place.property == Property::kAddress)
      put_address(best->parts);
    else
      put(place.column, best->parts.front());
  }

  void finish() {
    for (const Place& place : kPlaces) put_best(place);
    put(CardTable::kFullName, full_name_.empty() ? name_ : full_name_);
    put(CardTable::kTags, tags());
    put_note();
    name_.clear();
    if (std::ranges::any_of(row_.cells, [](const auto& cell) { return cell.size > 0; }))
      table_.rows_.push_back(row_);
  }

  void put_company(std::span<const std::string> parts) {
    const std::string_view company = trimmed(parts.front());
    put(CardTable::kCompany, company);
    put(CardTable::kDepartment, joined(parts.subspan(1), ", "));
    // A company's own card has its name for the person's.
    if (name_.empty() && full_name_ == company) full_name_.clear();
  }

  void put_address(std::vector<std::string>& parts) {
    parts.resize(7);
    put(CardTable::kStreet, joined(std::span(parts).first(3), ", "));
    for (std::size_t i = 3; i < 7; ++i)
      put(static_cast<CardTable::Column>(CardTable::kCity + i - 3), parts[i]);
  }

  // Only tags that have commas of their own need another sign between them.
  std::string tags() {
    if (!tags_.empty()) tags_.pop_back();
    if (tags_.find_first_of(",;|") == std::string::npos)
      std::ranges::replace(tags_, kTagBetween, ',');
    else
      tags_ += kTagBetween;
    return std::move(tags_);
  }

  // What has no field of its own stays below what was written, each with what it is.
  void put_note() {
    bool first = true;
    const auto text_in = [&](CardTable::Column column) {
      const auto& cell = row_.cells[column];
      return std::string_view(table_.bytes_).substr(cell.offset, cell.size);
    };
    for (const Entry& entry : entries_) {
      const std::string value = joined(entry.parts, ", ");
      constexpr std::array kShown{CardTable::kTitle, CardTable::kEmail, CardTable::kPhone,
                                  CardTable::kMobile, CardTable::kWebsite};
      // The same once more is no other one.
      if (entry.taken || std::ranges::contains(kShown, value, text_in)) continue;
      const auto has = [&](unsigned hint) { return (entry.hints & hint) != 0; };
      const bool is_phone = entry.words->property == Property::kPhone;
      std::string line(!entry.label.empty()       ? std::string_view(entry.label)
                       : is_phone && has(kFax)    ? "Fax"
                       : is_phone && has(kMobile) ? "Mobile"
                                                  : entry.words->label);
      line += has(kHome) ? " (home): " : ": ";
      add_note(line + value, std::exchange(first, false) ? "\n\n" : "\n");
    }
    put(CardTable::kNote, note_);
  }

  // Everything but a note stands in one line.
  void put(CardTable::Column column, std::string_view value) {
    value = trimmed(value);
    if (column == CardTable::kNote || !value.contains('\n')) return table_.put(row_, column, value);
    std::string text;
    for (const std::string_view line : split(value, '\n')) {
      if (trimmed(line).empty()) continue;
      if (!text.empty()) text += text.ends_with(',') ? " " : ", ";
      text += trimmed(line);
    }
    table_.put(row_, column, text);
  }

  static std::string utf8(std::string_view text) {
    return invalid_utf8_at(text) ? utf8_from_windows_1252(text) : std::string(text);
  }

  CardTable& table_;
  CardLines lines_;
  std::size_t depth_ = 0, cards_ = 0;
  bool after_agent_ = false;

  // Of the card at hand.
  CardTable::Row row_;
  bool version_2_ = false, has_name_ = false;
  std::string full_name_, name_, note_, tags_;
  std::vector<Entry> entries_;
};

void CardTable::put(Row& row, Column column, std::string_view value) {
  if (value.empty() || row.cells[column].size > 0) return;
  const std::size_t offset = bytes_.size();
  if (without_apostrophe(value) != value) bytes_ += '\'';  // or reading would take it away
  bytes_ += value;
  row.cells[column] = {static_cast<std::uint32_t>(offset),
                       static_cast<std::uint32_t>(bytes_.size() - offset)};
  used_[column] = true;
}

Result<void> CardTable::add(std::string_view bytes) {
  if (bytes.size() + bytes_.size() > kMostBytes)
    return fail("These are more than 512 MB of cards.",
                "Split them into smaller files and import those one by one.");
  const std::size_t bytes_before = bytes_.size(), rows_before = rows_.size();
  const auto used_before = used_;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto done = CardReader(*this, bytes).read();
  if (!done) {
    bytes_.resize(bytes_before);
    rows_.resize(rows_before);
    used_ = used_before;
  }
  return done;
}

CsvDocument CardTable::take() {
  constexpr std::array<std::string_view, kColumnCount> kHeaders{
      "leadlight_id", "full_name",         "first_name", "last_name", "title",
      "company",      "custom:Department", "email",      "phone",     "mobile",
      "website",      "linkedin",          "street",     "city",      "region",
      "postal_code",  "country",           "tags",       "note"};
  CsvDocument file;
  Row headers;
  const auto add_row = [&](const Row& row) {
    for (std::size_t column = 0; column < kColumnCount; ++column)
      if (used_[column]) file.cells_.push_back(row.cells[column]);
    file.numbers_.push_back(static_cast<std::uint32_t>(file.row_ends_.size() + 1));
    file.row_ends_.push_back(static_cast<std::uint32_t>(file.cells_.size()));
    file.lines_.push_back(row.line);
  };
  for (std::size_t column = 0; column < kColumnCount; ++column)
    put(headers, static_cast<Column>(column), used_[column] ? kHeaders[column] : "");
  add_row(headers);
  for (const Row& row : rows_) add_row(row);
  rows_.clear();
  file.bytes_ = std::exchange(bytes_, {});
  return file;
}

}  // namespace leadlight::interchange
