// vCard 3.0 (RFC 2426): what every address book reads.
#include <array>

#include "base/text.h"
#include "interchange/export.h"

namespace leadlight::interchange {

namespace {

// Commas, semicolons, backslashes and line breaks have a meaning of their own.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == ',' || c == ';' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

class Card {
 public:
  Card(std::string& out, const Model& model, Row lead) : out_(out), model_(model), lead_(lead) {}

  void write() {
    line("BEGIN:VCARD");
    line("VERSION:3.0");
    line("UID:leadlight-" + text_from_id(model_.leads().id(lead_)));
    line("FN:" + escaped(model_.name_of(lead_)));
    write_name();
    property("ORG", LeadField::kCompany);
    property("TITLE", LeadField::kTitle);
    property("EMAIL;TYPE=INTERNET,WORK", LeadField::kEmail);
    property("TEL;TYPE=WORK,VOICE", LeadField::kPhone);
    property("TEL;TYPE=CELL", LeadField::kMobile);
    property("URL", LeadField::kWebsite);
    property("X-SOCIALPROFILE;TYPE=linkedin", LeadField::kLinkedin);
    write_address();
    write_tags();
    if (const std::string notes = notes_of(model_, lead_); !notes.empty())
      line("NOTE:" + escaped(notes));
    line("END:VCARD");
  }

 private:
  [[nodiscard]] std::string_view text(LeadField field) const { return model_.text(lead_, field); }

  void property(std::string_view name, LeadField field) {
    if (!text(field).empty()) line(std::string(name) + ":" + escaped(text(field)));
  }

  // Of a full name alone, the last word is taken as the family name.
  void write_name() {
    std::string last(text(LeadField::kLastName));
    std::string first(text(LeadField::kFirstName));
    if (last.empty() && first.empty()) {
      const std::string_view full = trimmed(text(LeadField::kFullName));
      const std::size_t blank = full.rfind(' ');
      last = blank == std::string_view::npos ? full : full.substr(blank + 1);
      if (blank != std::string_view::npos) first = trimmed(full.substr(0, blank));
    }
    line("N:" + escaped(last) + ";" + escaped(first) + ";;;");
  }

  void write_address() {
    constexpr std::array kParts{LeadField::kStreet, LeadField::kCity, LeadField::kRegion,
                                LeadField::kPostalCode, LeadField::kCountry};
    std::string address;
    bool any = false;
    for (const LeadField part : kParts) {
      any = any || !text(part).empty();
      address += ";" + escaped(text(part));
    }
    if (any) line("ADR;TYPE=WORK:;" + address);
  }

  void write_tags() {
    std::string tags;
    const Table& table = model_.leads();
    for (ColumnIndex column = kLeadFieldCount; column < table.column_count(); ++column) {
      const std::string_view name = table.column_name(column);
      if (!name.starts_with(kTagPrefix) || table.cell(lead_, column) == kNoText) continue;
      tags += (tags.empty() ? "" : ",") + escaped(name.substr(kTagPrefix.size()));
    }
    if (!tags.empty()) line("CATEGORIES:" + tags);
  }

  // Lines of more than 75 bytes go on behind a line break and a blank, never inside a character.
  void line(std::string_view text) {
    constexpr std::size_t kMaxLine = 75;
    bool first = true;
    do {
      const std::string_view piece = utf8_prefix(text, first ? kMaxLine : kMaxLine - 1);
      if (!first) out_ += ' ';
      first = false;
      out_ += piece;
      out_ += "\r\n";
      text.remove_prefix(piece.size());
    } while (!text.empty());
  }

  std::string& out_;
  const Model& model_;
  Row lead_;
};

}  // namespace

std::string vcards_from_leads(const Model& model, std::span<const Row> leads, DoNotContact dnc) {
  std::string out;
  for (const Row lead : leads) {
    if (!model.leads().alive(lead)) continue;
    if (dnc == DoNotContact::kLeaveOut && model.lead(lead).do_not_contact) continue;
    Card(out, model, lead).write();
  }
  return out;
}

}  // namespace leadlight::interchange
