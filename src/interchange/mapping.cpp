#include "interchange/mapping.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "interchange/targets.h"
#include "interchange/words.h"
#include "lead/fields.h"

namespace leadlight::interchange {

namespace {

constexpr std::size_t kSampleRows = 200;

std::vector<TargetChoice> make_choices() {
  std::vector<TargetChoice> choices;
  for (ColumnIndex i = 0; i < kLeadFieldCount; ++i) {
    const auto field = static_cast<LeadField>(i);
    if (!is_for_people(field)) continue;
    if (field == LeadField::kValueMinor) choices.push_back({"value", "Value"});
    choices.push_back(
        {text_of(field), field == LeadField::kValueMinor ? "Value in cents" : label_of(field)});
  }
  choices.push_back({"tags", "Tags"});
  choices.push_back({"note", "Note"});
  choices.push_back({"id", "Leadlight's own id"});
  return choices;
}

// Share of the column's filled cells for which `test` holds, among the first rows.
template <class Test>
double share_of(const CsvDocument& file, std::size_t column, Test test) {
  std::size_t filled = 0;
  std::size_t hits = 0;
  for (std::size_t row = 1; row < file.row_count() && row <= kSampleRows; ++row) {
    const std::string_view cell = trimmed(file.cell(row, column));
    if (cell.empty()) continue;
    ++filled;
    hits += test(cell) ? 1U : 0U;
  }
  return filled == 0 ? 0.0 : static_cast<double>(hits) / static_cast<double>(filled);
}

// How much of the column's text stood there before.
struct Repetition {
  std::size_t count = 0;
  double share = 0;
};
Repetition repetition_in(const CsvDocument& file, std::size_t column) {
  std::set<std::string_view> seen;
  Repetition repetition;
  repetition.share = share_of(file, column, [&](std::string_view cell) {
    const bool repeats = !seen.insert(cell).second;
    repetition.count += repeats ? 1U : 0U;
    return repeats;
  });
  return repetition;
}

bool is_email(std::string_view cell) {
  return cell.contains('@') && !canonical_email(cell).empty();
}
bool is_linkedin(std::string_view cell) { return cell.contains("linkedin.com/"); }

class Guess {
 public:
  explicit Guess(const CsvDocument& file) : file_(file) {}

  Mapping make() {
    const std::size_t count = file_.column_count(0);
    headers_.resize(count);
    mapping_.delimiter = file_.delimiter();
    for (std::size_t i = 0; i < count; ++i) {
      mapping_.columns.push_back({std::string(trimmed(file_.cell(0, i))), {}, {}, true});
      headers_[i] = guess_header(mapping_.columns[i].header);
    }
    for (std::size_t i = 0; i < count; ++i) keep_raw_name(i);
    assign(Confidence::kOwn);
    assign(Confidence::kStrong);
    assign_any_names();
    // What stands in a column says more than a vague header.
    for (std::size_t i = 0; i < count; ++i) assign_by_values(i);
    for (std::size_t i = 0; i < count; ++i) drop_improbable(i);
    assign(Confidence::kWeak);
    for (std::size_t i = 0; i < count; ++i) {
      if (mapping_.columns[i].field.empty()) mapping_.columns[i].field = custom_name(i);
    }
    return std::move(mapping_);
  }

 private:
  // Own exports name further columns as the record does.
  void keep_raw_name(std::size_t column) {
    const std::string& header = mapping_.columns[column].header;
    for (const std::string_view prefix : {kCustomPrefix, kTagPrefix, kFitPrefix}) {
      if (header.starts_with(prefix) && is_target(header)) take(column, header);
    }
  }

  void assign(Confidence confidence) {
    for (std::size_t i = 0; i < headers_.size(); ++i) {
      if (headers_[i].confidence == confidence && headers_[i].field != kAnyName)
        take(i, headers_[i].field);
    }
  }

  // Beside "Vorname", "Name" is the family name; beside "Apellidos", "Nombre" is the first name.
  void assign_any_names() {
    for (std::size_t i = 0; i < headers_.size(); ++i) {
      if (headers_[i].field != kAnyName) continue;
      const bool first = is_taken("first_name");
      const bool last = is_taken("last_name");
      take(i, first == last ? "full_name" : first ? "last_name" : "first_name");
    }
  }

  // "Contact" may hold "by phone", and "Number" the number of visitors: names and ids hardly
  // repeat. A lead may stand in the file twice, though, and in a short one that is a large share.
  void drop_improbable(std::size_t column) {
    HeaderGuess& guess = headers_[column];
    if (guess.confidence != Confidence::kWeak) return;
    const Repetition repetition = repetition_in(file_, column);
    if (guess.field == "full_name" && repetition.share > 0.7) guess = {};
    if (guess.field == "external_id" && repetition.count > 1 && repetition.share > 0.05) guess = {};
  }

  void assign_by_values(std::size_t column) {
    if (share_of(file_, column, is_email) > 0.6) take(column, "email");
    if (share_of(file_, column, is_linkedin) > 0.5) take(column, "linkedin");
  }

  void take(std::size_t column, std::string_view field) {
    if (!mapping_.columns[column].field.empty()) return;
    const bool repeatable = field == "tags" || field == "note";
    if (!taken_.emplace(field).second && !repeatable) return;
    mapping_.columns[column].field = field;
  }
  [[nodiscard]] bool is_taken(std::string_view field) const {
    return taken_.contains(std::string(field));
  }

  std::string custom_name(std::size_t column) {
    const std::string name = custom_field(mapping_.columns[column].header, column);
    std::string unique = name;
    for (int n = 2; !taken_.insert(unique).second; ++n) unique = name + " " + std::to_string(n);
    return unique;
  }

  const CsvDocument& file_;
  Mapping mapping_;
  std::vector<HeaderGuess> headers_;
  std::set<std::string> taken_;
};

}  // namespace

const std::vector<TargetChoice>& target_choices() {
  static const std::vector<TargetChoice> kChoices = make_choices();
  return kChoices;
}

bool is_target(std::string_view field) {
  for (const std::string_view prefix : {kCustomPrefix, kTagPrefix, kFitPrefix}) {
    if (field.starts_with(prefix)) return field.size() > prefix.size();
  }
  return std::ranges::contains(target_choices(), field, &TargetChoice::field);
}

std::string custom_field(std::string_view header, std::size_t column) {
  constexpr std::size_t kMaxName = 100;
  std::string name(trimmed(utf8_prefix(header, kMaxName)));
  std::ranges::replace_if(name, [](char c) { return c >= 0 && c < ' '; }, ' ');
  if (name.empty()) name = "Column " + std::to_string(column + 1);
  return std::string(kCustomPrefix) + name;
}

Mapping guess_mapping(const CsvDocument& file) { return Guess(file).make(); }

}  // namespace leadlight::interchange
