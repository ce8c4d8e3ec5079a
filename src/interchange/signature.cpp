#include "interchange/signature.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "interchange/signature_contacts.h"
#include "interchange/signature_words.h"
#include "interchange/vcard.h"
#include "interchange/words.h"
#include "lead/fields.h"

namespace leadlight::interchange {

namespace {

constexpr std::size_t kMostBytes = 8 * 1024;  // a letter is none
// Between a title and a company.
constexpr std::array<std::string_view, 6> kEmployedBy{" at ",  " @ ",    " bei ",
                                                      " der ", " chez ", " en "};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Reader {
 public:
  SignatureFields read(std::string_view text) {
    for (const std::string_view line : split(text, '\n'))
      for (const std::string_view piece : pieces_of(line)) read_contacts(piece);
    read_name();
    for (const std::string& piece : pieces_)
      if (!place(piece)) add_note(piece);
    return fields();
  }

 private:
  static std::vector<std::string_view> pieces_of(std::string_view line) {
    std::vector<std::string_view> pieces;
    while (!line.empty()) {
      std::size_t end = line.size(), behind = end;
      for (const std::string_view sign :
           {"|", "•", "·", "\t", " - ", " – ", " — ", " // ", " ; ", "\r"})
        if (const std::size_t at = line.find(sign); at < end && !goes_on_as_number(line, at, sign))
          end = at, behind = at + sign.size();
      if (!bare(line.substr(0, end)).empty()) pieces.push_back(bare(line.substr(0, end)));
      line.remove_prefix(behind);
    }
    return pieces;
  }

  // "0421 - 34 56 78"
  static bool goes_on_as_number(std::string_view line, std::size_t at, std::string_view sign) {
    const std::size_t behind = at + sign.size();
    return sign.front() == ' ' && at > 0 && is_digit(line[at - 1]) && behind < line.size() &&
           is_digit(line[behind]);
  }

  void read_contacts(std::string_view piece) {
    const Contacts contacts = contacts_in(piece);
    for (const auto& [field, value] : contacts.found)
      if (const auto known = lead_field_from_text(field))
        put(*known, value);
      else
        add_note("Fax: " + value);
    const std::string_view left = contacts.rest;
    const std::size_t comma = std::min(left.find(','), left.size());
    const std::string_view kept =
        is_farewell(left.substr(0, comma)) ? bare(left.substr(comma)) : left;
    if (kept.empty()) return;
    std::string& last = pieces_.emplace_back(without_civil(kept));
    if (const std::size_t at = last.find("(FH) "); at != std::string::npos) last.erase(at, 5);
  }

  // ---- who it is --------------------------------------------------------------------------------

  // The part of a list that may be a name, with the degrees behind it.
  static std::string_view name_in(std::string_view piece) {
    std::string_view name = piece.substr(0, std::min(piece.find_first_of(",("), piece.size()));
    for (std::string_view rest = piece.substr(name.size()); rest.starts_with(',');) {
      const std::size_t end = std::min(rest.find(',', 1), rest.size());
      if (!is_degree(rest.substr(0, end))) break;
      name = piece.substr(0, name.size() + end);
      rest.remove_prefix(end);
    }
    const std::string_view first = trimmed(name.substr(0, name.find(',')));
    return is_name(first) ? trimmed(name) : std::string_view();
  }

  // Whose address has the name in it; else the first of the first lines that is one.
  void read_name() {
    constexpr std::size_t kFirst = 3;
    const std::string own = word_key(value(LeadField::kEmail)
                                         .substr(0, std::min(value(LeadField::kEmail).find('@'),
                                                             value(LeadField::kEmail).size())));
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const std::string_view name = name_in(pieces_[i]);
      if (name.empty()) continue;
      const bool is_own = std::ranges::any_of(split(name, ' '), [&](std::string_view word) {
        const std::string key = word_key(word);
        return key.size() > 2 && own.contains(key);
      });
      if (is_own) {
        found = i;
        break;
      }
      if (!found && i < kFirst && !is_own_company(name) && !is_country(name)) found = i;
    }
    if (!found) return;
    const std::string piece = pieces_[*found];
    const std::string_view name = name_in(piece);
    put(LeadField::kFullName, name);
    pieces_[*found] = bare(std::string_view(piece).substr(name.size()));
  }

  static std::string_view without_civil(std::string_view name) {
    for (const std::string_view word :
         {"Herr ", "Frau ", "Mr. ", "Mr ", "Mrs. ", "Ms. ", "Ms ", "Mme ", "M. ", "Sr. ", "Sra. ",
          "i. A. ", "i.A. ", "i. V. ", "i.V. ", "ppa. ", "Ihr ", "Ihre "})
      if (name.starts_with(word)) return name.substr(word.size());
    return name;
  }

  // With umlauts as domains have them.
  static std::string plain_key(std::string_view text) {
    std::string key = word_key(text);
    for (std::size_t i = 0; i + 1 < key.size(); ++i)
      if (key[i + 1] == 'e' && std::string_view("aou").contains(key[i])) key.erase(i + 1, 1);
    return key;
  }

  // "Nordwind Energie" of www.nordwind-energie.de.
  [[nodiscard]] bool is_own_company(std::string_view text) const {
    const std::string key = plain_key(text);
    if (key.size() < 3) return false;
    for (const LeadField field : {LeadField::kEmail, LeadField::kWebsite}) {
      std::string_view host = value(field);
      host.remove_prefix(std::min(host.find('@') + 1, host.size()));
      if (const std::size_t scheme = host.find("//"); scheme != std::string_view::npos)
        host.remove_prefix(scheme + 2);
      if (host.starts_with("www.")) host.remove_prefix(4);
      const std::string domain = plain_key(host.substr(0, host.find_first_of("./")));
      if (domain.size() > 2 && !is_mail_provider(domain) &&
          (key.starts_with(domain) || (key.size() > 4 && domain.starts_with(key))))
        return true;
    }
    return false;
  }

  // ---- what the rest is -------------------------------------------------------------------------

  bool place(std::string_view piece) {
    constexpr std::size_t kLongest = 90;
    if (piece.empty() || value(LeadField::kFullName).contains(piece)) return true;
    if (piece.size() > kLongest) return false;
    if (const std::size_t colon = piece.find(':'); colon != std::string_view::npos) {
      const std::string_view label = piece.substr(0, colon);
      piece = bare(piece.substr(colon + 1));
      const auto field = lead_field_from_text(field_of_label(label));
      if (!field || piece.empty()) return false;
      return *field == LeadField::kStreet ? place(piece) : set(*field, piece);
    }
    if (place_whole(piece)) return true;
    for (const std::string_view between : kEmployedBy)
      if (const std::size_t at = piece.find(between); at != std::string_view::npos &&
                                                      is_title(piece.substr(0, at)) &&
                                                      is_company(piece.substr(at + between.size())))
        return set(LeadField::kTitle, piece.substr(0, at)) &&
               set(LeadField::kCompany, piece.substr(at + between.size()));
    return place_list(piece) || (is_title(piece) && set(LeadField::kTitle, piece));
  }

  [[nodiscard]] bool is_company(std::string_view text) const {
    return has_legal_form(text) || is_own_company(text);
  }

  enum class Part : unsigned char { kNone, kStreet, kTown, kCountry, kCompany, kTitle };
  [[nodiscard]] Part part_of(std::string_view text) const {
    const std::size_t code = town_in(text).postal_code.size();
    if (is_street(text) && code <= 4) return Part::kStreet;  // "2100 Lake Road" has a number
    if (code > 0) return Part::kTown;
    if (is_country(text)) return Part::kCountry;
    if (is_company(text)) return Part::kCompany;
    return is_title(text) ? Part::kTitle : Part::kNone;
  }

  // A piece that is one thing only.
  bool place_whole(std::string_view text) {
    const bool is_employed = std::ranges::any_of(
        kEmployedBy, [text](std::string_view between) { return text.contains(between); });
    if (text.contains(',') || (is_employed && is_title(text))) return false;
    switch (part_of(text)) {
      case Part::kTown: {
        const Town town = town_in(text);
        const bool is_new = set(LeadField::kPostalCode, town.postal_code);
        if (!is_new) return false;
        set(LeadField::kRegion, town.region);
        set(LeadField::kCity, town.city);
        return true;
      }
      case Part::kStreet: return set(LeadField::kStreet, text);
      case Part::kCountry: return set(LeadField::kCountry, text);
      case Part::kCompany: return set(LeadField::kCompany, text);
      case Part::kTitle: return set(LeadField::kTitle, text);
      case Part::kNone: break;
    }
    return false;
  }

  // "Bolt GmbH, Ring 5, 10115 Berlin", "12 Main St, Austin, TX 78701": all of it or nothing.
  bool place_list(std::string_view piece) {
    std::vector<std::string_view> parts = split(piece, ',');
    if (parts.size() < 2) return false;
    for (std::string_view& part : parts) part = bare(part);
    // "Bolt, Inc." is one name, "12, rue Foch" one street.
    if (parts.size() == 2 && has_legal_form(parts[1]) && !parts[1].contains(' '))
      return set(LeadField::kCompany, piece);
    if (std::ranges::all_of(parts[0], is_digit)) {
      parts[1] = piece.substr(0, static_cast<std::size_t>(parts[1].end() - piece.begin()));
      parts.erase(parts.begin());
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      // A town alone is known by the state behind it.
      const Town next = i + 1 < parts.size() ? town_in(parts[i + 1]) : Town();
      if (part_of(parts[i]) == Part::kNone && (next.city.empty() && next.postal_code.empty()))
        return false;
    }
    // Words of a title are more than one part of it: "Director, Sales and Marketing".
    if (std::ranges::count(parts, Part::kTitle, [this](auto part) { return part_of(part); }) > 1)
      return false;
    std::string street;
    for (const std::string_view part : parts) {
      const Part kind = part_of(part);
      if (kind == Part::kStreet)
        street.append(street.empty() ? "" : ", ").append(part);
      else if (kind == Part::kNone)
        set(LeadField::kCity, part);
      else if (!place_whole(part))
        add_note(part);
    }
    put(LeadField::kStreet, street);
    return true;
  }

  // ---- values -----------------------------------------------------------------------------------

  [[nodiscard]] std::string_view value(LeadField field) const {
    return values_[static_cast<std::size_t>(field)];
  }
  bool set(LeadField field, std::string_view text) {
    std::string& value = values_[static_cast<std::size_t>(field)];
    if (!value.empty() || text.empty()) return false;
    value = text;
    return true;
  }
  void put(LeadField field, std::string_view text) {
    if (!text.empty() && value(field) != text && !set(field, text))
      add_note(std::string(label_of(field)) + ": " + std::string(text));
  }
  void add_note(std::string_view text) { note_.append(note_.empty() ? "" : "\n").append(text); }

  SignatureFields fields() {
    SignatureFields all;
    const auto names = field_names(Kind::kLead);
    for (std::size_t i = 0; i < values_.size(); ++i)
      if (!values_[i].empty()) all.emplace_back(names[i], std::move(values_[i]));
    const bool is_known = std::ranges::any_of(
        all, [](const auto& one) { return one.first == "full_name" || one.first == "email"; });
    if (!is_known) return {};
    if (!note_.empty()) all.emplace_back("note", std::move(note_));
    return all;
  }

  std::vector<std::string> pieces_;
  std::array<std::string, kPeoplesLeadFieldCount> values_;
  std::string note_;
};

SignatureFields fields_of_card(std::string_view text) {
  CardTable table;
  if (!table.add(text)) return {};
  const CsvDocument file = table.take();
  if (file.row_count() != 2) return {};
  SignatureFields all;
  std::string note;
  for (std::size_t i = 0; i < file.column_count(0); ++i) {
    const std::string_view field = file.cell(0, i);
    std::string value(without_apostrophe(file.cell(1, i)));
    std::ranges::replace(value, kTagBetween, ' ');
    if (field == "tags" || field == "note")
      note.append(note.empty() ? "" : "\n").append(field == "tags" ? "Tags: " : "").append(value);
    else if (field != "leadlight_id" && field != "first_name" && field != "last_name")
      all.emplace_back(field, std::move(value));
  }
  if (!note.empty()) all.emplace_back("note", std::move(note));
  return all;
}

// Rows of a spreadsheet, or a header that names two of our fields.
bool is_table(std::string_view text) {
  const std::vector<std::string_view> lines = split(trimmed(text), '\n');
  const auto tabs = [&](std::size_t line) { return std::ranges::count(lines[line], '\t'); };
  if (lines.size() > 1 && tabs(0) > 0 && tabs(0) == tabs(1)) return true;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const auto cells = split(lines.front(), delimiter);
    if (std::ranges::count_if(cells, [](std::string_view cell) {
          return guess_header(trimmed(cell)).confidence >= Confidence::kStrong;
        }) > 1)
      return true;
  }
  return false;
}

}  // namespace

SignatureFields fields_from_signature(std::string_view text) {
  if (holds_cards(text)) return fields_of_card(text);
  if (text.size() > kMostBytes || invalid_utf8_at(text) || is_table(text)) return {};
  return Reader().read(text);
}

}  // namespace leadlight::interchange
