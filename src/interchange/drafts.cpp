#include "interchange/drafts.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "interchange/cell_forms.h"
#include "interchange/targets.h"
#include "interchange/values.h"
#include "interchange/vcard.h"
#include "lead/fields.h"
#include "lead/vocabulary.h"

namespace leadlight::interchange {

namespace {

constexpr std::uint32_t kNoField = 0xFFFFFFFF;
constexpr std::size_t kMaxTags = 1000;
constexpr std::size_t kMaxBytes = 0xA0000000;  // an operation holds 4 GB, ids and moves included

// Who a row is about: without one of these there is nothing to follow up.
bool identifies(std::string_view field) {
  constexpr std::string_view kFields[] = {"id",        "external_id", "full_name", "first_name",
                                          "last_name", "company",     "website",   "email",
                                          "phone",     "mobile",      "linkedin"};
  return std::ranges::contains(kFields, field);
}

std::string_view quickly_trimmed(std::string_view text) {
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };
  return !text.empty() && is_plain(text.front()) && is_plain(text.back()) ? text : trimmed(text);
}

struct ColumnPlan {
  Form form = Form::kDrop;
  std::uint32_t field = kNoField;
  std::uint32_t fallback = kNoField;  // "custom:<header>", once something could not be understood
  DateOrder dates = DateOrder::kDayFirst;
  std::size_t misunderstood = 0;
  std::string first_misunderstood;  // "line 7: “n/a”"
  bool ambiguous = false;
  const ColumnTarget* target = nullptr;
  // Words repeat: what a cell's text became. Not understood is an empty optional.
  std::unordered_map<std::string, std::optional<std::string>> seen;
};

class Drafter {
 public:
  Drafter(const CsvDocument& file, const Mapping& mapping) : file_(file), mapping_(mapping) {}

  Drafts make() {
    plan_columns();
    drafts_.rows.reserve(file_.row_count());
    for (std::size_t row = 1; row < file_.row_count(); ++row) {
      add_row(row);
      if (row == kRowsToExtrapolate) reserve();
    }
    add_warnings();
    return std::move(drafts_);
  }

 private:
  static constexpr std::size_t kRowsToExtrapolate = 1000;

  // --- columns ---

  void plan_columns() {
    const std::size_t count = std::min(mapping_.columns.size(), file_.column_count(0));
    columns_.resize(count);
    stage_field_ = field_index("stage");
    outcome_field_ = field_index("outcome");
    currency_field_ = field_index("currency");
    for (std::size_t i = 0; i < count; ++i) {
      ColumnPlan& column = columns_[i];
      column.target = &mapping_.columns[i];
      column.form = form_of(column.target->field);
      if (column.form == Form::kDrop) continue;
      if (column.form == Form::kMajor)
        column.field = field_index("value_minor");
      else if (column.form != Form::kTags)
        column.field = field_index(column.target->field);
      if (column.form == Form::kCurrency && !currency_column_) currency_column_ = i;
      if (column.form == Form::kTime) plan_dates(i);
    }
  }

  // The order in which most of the column's dates make sense; where all are ambiguous, the
  // separator and the kind of file decide, and a warning says so.
  void plan_dates(std::size_t index) {
    ColumnPlan& column = columns_[index];
    column.dates = mapping_.dates;
    if (mapping_.dates != DateOrder::kGuess) return;
    constexpr DateOrder kOrders[] = {DateOrder::kDayFirst, DateOrder::kMonthFirst, DateOrder::kIso};
    std::size_t hits[3] = {};
    bool slashed = false;
    bool ambiguous = false;
    for (std::size_t row = 1; row < file_.row_count() && row <= 20000; ++row) {
      const std::string_view cell = file_.cell(row, index);
      if (cell.empty() || utc_from_iso(cell)) continue;
      for (std::size_t order = 0; order < 3; ++order)
        hits[order] += time_from_text(cell, kOrders[order]).has_value();
      slashed = slashed || cell.contains('/');
      ambiguous = ambiguous || is_ambiguous_date(cell);
    }
    const bool undecided = hits[0] == hits[1];
    std::size_t best = undecided && slashed && file_.delimiter() == ',' ? 1 : 0;
    for (std::size_t order = 0; order < 3; ++order) {
      if (hits[order] > hits[best]) best = order;
    }
    column.dates = kOrders[best];
    column.ambiguous = undecided && ambiguous;
  }

  void reserve() {
    const double scale = static_cast<double>(file_.row_count()) / kRowsToExtrapolate * 1.05;
    const auto scaled = [scale](std::size_t n) {
      return static_cast<std::size_t>(static_cast<double>(n) * scale);
    };
    drafts_.values.reserve(scaled(drafts_.values.size()));
    drafts_.bytes.reserve(scaled(drafts_.bytes.size()));
  }

  // --- rows ---

  void add_row(std::size_t row) {
    ++row_mark_;
    row_ = row;
    const std::size_t cells = file_.column_count(row);
    draft_ = {file_.number_of(row), file_.line_of(row),
              static_cast<std::uint32_t>(drafts_.values.size()), 0};
    outcome_ = {};
    has_identity_ = false;
    if (cells > file_.column_count(0) && has_text_behind_header(row)) {
      return reject("The row has " + std::to_string(cells) + " cells, the header has " +
                    std::to_string(file_.column_count(0)) +
                    ": a cell with a delimiter in it may lack its quotes.");
    }
    if (drafts_.bytes.size() > kMaxBytes)
      return reject("The file has more text than can be imported at once.");
    bool blank = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].form == Form::kDrop) continue;
      std::string_view cell = without_apostrophe(quickly_trimmed(file_.cell(row, i)));
      blank = blank && cell.empty();
      if (!columns_[i].target->values.empty()) cell = translated(*columns_[i].target, cell);
      if (!cell.empty()) add_cell(row, columns_[i], cell);
    }
    if (blank && is_blank(row)) return drop();
    finish_outcome();
    if (!has_identity_)
      return reject("No name, company, e-mail address, phone number or id in this row.");
    draft_.count = static_cast<std::uint32_t>(drafts_.values.size()) - draft_.first;
    drafts_.rows.push_back(draft_);
  }

  [[nodiscard]] bool has_text_behind_header(std::size_t row) const {
    for (std::size_t i = file_.column_count(0); i < file_.column_count(row); ++i) {
      if (!trimmed(file_.cell(row, i)).empty()) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_blank(std::size_t row) const {
    for (std::size_t i = 0; i < file_.column_count(row); ++i) {
      if (!trimmed(file_.cell(row, i)).empty()) return false;
    }
    return true;
  }

  void drop() {
    if (drafts_.values.size() > draft_.first)
      drafts_.bytes.resize(drafts_.values[draft_.first].offset);
    drafts_.values.resize(draft_.first);
  }
  void reject(std::string why) {
    drop();
    drafts_.rejected.push_back({draft_.row, draft_.line, std::move(why), beginning()});
  }
  [[nodiscard]] std::string beginning() const {
    constexpr std::size_t kMostBytes = 80;
    std::string text;
    for (std::size_t i = 0; i < file_.column_count(row_) && text.size() < kMostBytes; ++i) {
      const std::string_view cell = trimmed(file_.cell(row_, i));
      if (!cell.empty()) text.append(text.empty() ? "" : " · ").append(cell);
    }
    return cut(text, kMostBytes);
  }
  static std::string cut(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return std::string(text);
    return std::string(utf8_prefix(text, most_bytes)) + "…";
  }

  // The map's own words for values: exactly, else whatever their case and accents.
  static std::string_view translated(const ColumnTarget& target, std::string_view cell) {
    if (const auto exact = target.values.find(std::string(cell)); exact != target.values.end()) {
      return exact->second;
    }
    const std::string key = folded(cell);
    for (const auto& [from, to] : target.values) {
      if (folded(from) == key) return to;
    }
    return cell;
  }

  // --- cells ---

  void add_cell(std::size_t row, ColumnPlan& column, std::string_view cell) {
    switch (column.form) {
      case Form::kDrop: return;
      case Form::kText: return add(column.field, cell);
      case Form::kNote: return add(column.field, cell, Repeat::kAllow);
      case Form::kEmail: return add_email(column, cell);
      case Form::kTags: return add_tags(column, cell);
      case Form::kMajor: return add_money(row, column, cell);
      default: break;
    }
    const std::optional<std::string> value = understood(column, cell);
    if (!value) return add_misunderstood(column, cell);
    if (value->empty()) return;
    if (column.form == Form::kOutcome) outcome_ = *value;
    add(column.field, *value);
  }

  static std::optional<std::string> understood(ColumnPlan& column, std::string_view cell) {
    if (!is_word(column.form)) return value_from_cell(column.form, cell, column.dates);
    auto found = column.seen.find(std::string(cell));
    if (found == column.seen.end()) {
      if (column.seen.size() > 5000) column.seen.clear();  // not the words that it should hold
      found = column.seen.emplace(cell, value_from_cell(column.form, cell, column.dates)).first;
    }
    return found->second;
  }

  // "Ana Silva <ana@example.com>" is one address; of several, the first is the lead's.
  void add_email(ColumnPlan& column, std::string_view cell) {
    std::string_view address = cell;
    if (const std::size_t open = cell.find('<'); open != std::string_view::npos) {
      address = cell.substr(open + 1, cell.find('>', open) - open - 1);
    }
    if (address.starts_with("mailto:")) address.remove_prefix(7);
    const std::string_view first = quickly_trimmed(address.substr(0, address.find_first_of(",; ")));
    if (canonical_email(first).empty()) return add_misunderstood(column, cell);
    add(column.field, first);
    if (first.size() < address.size()) add(fallback_of(column), cell);
  }

  void add_tags(ColumnPlan& column, std::string_view cell) {
    const std::string_view between = cell.contains(kTagBetween) ? "\x1F" : ",;|";
    for (std::string_view rest = cell; !rest.empty();) {
      const std::size_t end = rest.find_first_of(between);
      const std::string_view tag = utf8_prefix(quickly_trimmed(rest.substr(0, end)), 100);
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
      if (tag.empty()) continue;
      const std::string name = std::string(kTagPrefix) + std::string(tag);
      if (!field_of_.contains(name) && ++tag_count_ > kMaxTags)
        return add_misunderstood(column, cell);
      add(field_index(name), "1");
    }
  }

  void add_money(std::size_t row, ColumnPlan& column, std::string_view cell) {
    std::optional<std::string> currency;
    if (currency_column_) currency = currency_from_text(file_.cell(row, *currency_column_));
    const auto money = money_from_text(cell, currency.value_or(""));
    if (!money) return add_misunderstood(column, cell);
    add(column.field, std::to_string(money->minor));
    if (!currency && !money->currency.empty()) add(currency_field_, money->currency);
  }

  void add_misunderstood(ColumnPlan& column, std::string_view cell) {
    if (++column.misunderstood == 1)
      column.first_misunderstood =
          "line " + std::to_string(draft_.line) + ": “" + cut(cell, 40) + "”";
    // Rather one contact too few than one against somebody's will (practice C9).
    if (column.target->field == "do_not_contact") add(column.field, "1");
    add(fallback_of(column), cell);
  }

  std::uint32_t fallback_of(ColumnPlan& column) {
    if (column.fallback == kNoField) {
      const auto index = static_cast<std::size_t>(&column - columns_.data());
      column.fallback = field_index(custom_field(column.target->header, index));
    }
    return column.fallback;
  }

  // --- values ---

  enum class Repeat : unsigned char { kFirstCounts, kAllow };
  void add(std::uint32_t field, std::string_view value, Repeat repeat = Repeat::kFirstCounts) {
    if (repeat == Repeat::kFirstCounts && marks_[field] == row_mark_) return;
    marks_[field] = row_mark_;
    has_identity_ = has_identity_ || identifies_[field];
    drafts_.values.push_back({field, static_cast<std::uint32_t>(drafts_.bytes.size()),
                              static_cast<std::uint32_t>(value.size())});
    drafts_.bytes += value;
  }

  // Won is a customer and lost is none, whatever the stage column says, and the other way round.
  void finish_outcome() {
    const auto stage = std::find_if(
        drafts_.values.begin() + static_cast<std::ptrdiff_t>(draft_.first), drafts_.values.end(),
        [this](const DraftValue& value) { return value.field == stage_field_; });
    if (outcome_ == "won" || outcome_ == "lost") {
      if (stage != drafts_.values.end()) drafts_.values.erase(stage);
      marks_[stage_field_] = 0;
      add(stage_field_, text_of(outcome_ == "won" ? Stage::kCustomer : Stage::kNoCustomer));
    } else if (outcome_.empty() && stage != drafts_.values.end()) {
      const std::string_view text = drafts_.value(*stage);
      if (text == text_of(Stage::kCustomer)) add(outcome_field_, "won");
      if (text == text_of(Stage::kNoCustomer)) add(outcome_field_, "lost");
    }
  }

  std::uint32_t field_index(const std::string& name) {
    const auto [found, is_new] =
        field_of_.emplace(name, static_cast<std::uint32_t>(drafts_.field_names.size()));
    if (is_new) {
      drafts_.field_names.push_back(name);
      marks_.push_back(0);
      identifies_.push_back(identifies(name));
    }
    return found->second;
  }
  std::uint32_t field_index(std::string_view name) { return field_index(std::string(name)); }
  std::uint32_t field_index(const char* name) { return field_index(std::string(name)); }

  // --- what the person should know ---

  void add_warnings() {
    for (const std::string& name : mapping_.missing) {
      drafts_.warnings.push_back("The map names a column “" + name +
                                 "”, which the file doesn't have.");
    }
    for (std::size_t i = 0; i < file_.column_count(0); ++i) {
      if (!canonical_email(file_.cell(0, i)).empty()) {
        drafts_.warnings.emplace_back(
            "The first row looks like a lead. It was taken as the header; if the file has "
            "none, put one above it and import again.");
        break;
      }
    }
    for (const ColumnPlan& column : columns_) {
      if (column.ambiguous) {
        drafts_.warnings.push_back(
            "The dates in column " + column.target->header +
            " can be read in two ways; they were read " +
            (column.dates == DateOrder::kMonthFirst ? "month first." : "day first."));
      }
      if (column.misunderstood == 0) continue;
      const bool one = column.misunderstood == 1;
      drafts_.warnings.push_back(
          std::to_string(column.misunderstood) + " " + std::string(name_of(column.form, one)) +
          " in column " + column.target->header + " could not be read and " +
          (one ? "was" : "were") + " kept as text" + (one ? ", in " : ", the first in ") +
          column.first_misunderstood + ".");
    }
  }

  const CsvDocument& file_;
  const Mapping& mapping_;
  Drafts drafts_;
  std::vector<ColumnPlan> columns_;
  std::unordered_map<std::string, std::uint32_t> field_of_;
  std::vector<std::size_t> marks_;  // by field: the last row that wrote it
  std::vector<bool> identifies_;    // by field
  std::optional<std::size_t> currency_column_;
  std::uint32_t stage_field_ = kNoField;
  std::uint32_t outcome_field_ = kNoField;
  std::uint32_t currency_field_ = kNoField;
  std::size_t tag_count_ = 0;

  // Of the row at hand.
  std::size_t row_ = 0;
  std::size_t row_mark_ = 0;
  Draft draft_;
  std::string outcome_;
  bool has_identity_ = false;
};

}  // namespace

Drafts drafts_from_csv(const CsvDocument& file, const Mapping& mapping) {
  return Drafter(file, mapping).make();
}

}  // namespace leadlight::interchange
