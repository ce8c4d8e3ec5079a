#include "app/lead_merge.h"

#include <algorithm>
#include <array>

#include "app/edit_writer.h"
#include "base/checksum.h"
#include "base/sort.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

constexpr ColumnIndex column_of(LeadField field) { return static_cast<ColumnIndex>(field); }

// Where a lead stands and what was decided about it stays as it is.
bool is_of_standing(ColumnIndex column) {
  switch (static_cast<LeadField>(column)) {
    case LeadField::kStage:
    case LeadField::kSubStage:
    case LeadField::kOutcome:
    case LeadField::kOutcomeReason:
    case LeadField::kClosedAt:
    case LeadField::kWeedOut:
    case LeadField::kSnoozedUntil:
    case LeadField::kNurtureUntil:
    case LeadField::kDoNotContact:  // counts for all of them anyway (LeadFacts)
    case LeadField::kMergedInto:
    case LeadField::kMergedSeen: return true;
    default: return false;
  }
}

bool is_own_field(std::string_view name) {
  return name.starts_with(kTagPrefix) || name.starts_with(kCustomPrefix) ||
         name.starts_with(kFitPrefix);
}

// What people read in a lead, and can have two opinions of.
bool is_compared(const Table& leads, ColumnIndex column) {
  if (column >= kLeadFieldCount) return is_own_field(leads.column_name(column));
  switch (static_cast<LeadField>(column)) {
    case LeadField::kCreatedAt:
    case LeadField::kSubStage:
    case LeadField::kClosedAt:
    case LeadField::kOutcome:
    case LeadField::kOutcomeReason:
    case LeadField::kNextStepAt:
    case LeadField::kNurtureUntil:
    case LeadField::kDoNotContact:
    case LeadField::kMergedInto:
    case LeadField::kMergedSeen: return false;
    default: return true;
  }
}

// Of no interest where two leads are compared, but if it was done apart.
bool is_for_now(ColumnIndex column) {
  return column == column_of(LeadField::kWeedOut) || column == column_of(LeadField::kSnoozedUntil);
}
// Stands before marks that have signs of those, too.
constexpr char kWithThose = '+';

// Stands for what a lead says in a column, short.
std::string sign_of(const Model& model, Row lead, ColumnIndex column) {
  const auto text = [&](ColumnIndex of) { return model.text(Kind::kLead, lead, of); };
  std::string all(model.leads().column_name(column));
  all.append("=").append(text(column));
  if (column == column_of(LeadField::kStage)) all.append(text(column_of(LeadField::kSubStage)));
  if (column == column_of(LeadField::kNextStep))
    all.append(text(column_of(LeadField::kNextStepAt)));
  return text_from_id(hash128(all)).substr(0, 6);
}

// All that a lead says, as signs.
std::string mark_of(const Model& model, Row lead) {
  const Table& leads = model.leads();
  std::vector<std::string> signs;
  for (ColumnIndex column = 0; column < leads.column_count(); ++column)
    if (leads.cell(lead, column) != kNoText && is_compared(leads, column))
      signs.push_back(sign_of(model, lead, column));
  sort_stably(signs);  // copies may have the columns in another order
  std::string mark(1, kWithThose);
  for (const std::string& sign : signs) mark.append(" ").append(sign);
  return mark;
}

// Fields that say something together: they are not mixed from two leads that contradict each other.
using Group = std::span<const LeadField>;
constexpr std::array kNames{LeadField::kFullName, LeadField::kFirstName, LeadField::kLastName};
constexpr std::array kAddress{LeadField::kStreet, LeadField::kCity, LeadField::kRegion,
                              LeadField::kPostalCode, LeadField::kCountry};
constexpr std::array kAmount{LeadField::kValueMinor, LeadField::kCurrency};
constexpr std::array kPlan{LeadField::kNextStep, LeadField::kNextStepAt};

Group group_of(ColumnIndex column) {
  for (const Group group : {Group(kNames), Group(kAddress), Group(kAmount), Group(kPlan)})
    if (std::ranges::contains(group, column, column_of)) return group;
  return {};
}

class Merger {
 public:
  Merger(const Model& model, Row into) : model_(model), leads_(model.leads()), into_(into) {
    for (ColumnIndex column = 0; column < leads_.column_count(); ++column)
      values_.push_back(leads_.cell(into, column));
  }

  LeadMerge run(std::span<const Row> others) {
    for (const Row other : others) take_from(other);
    for (const Row other : others) compare_with(other);
    std::erase_if(merge_.differences,
                  [](const LeadMerge::Difference& one) { return is_for_now(one.column); });
    for (const Row other : others) count_logs(other);
    sort_stably(merge_.gains, {}, &LeadMerge::Gain::column);
    return std::move(merge_);
  }

  std::vector<LeadMerge::Difference> differences_to(Row other) {
    compare_with(other);
    const std::string_view seen = model_.text(other, LeadField::kMergedSeen);
    std::erase_if(merge_.differences, [&](const LeadMerge::Difference& one) {
      return is_for_now(one.column) &&
             (!seen.starts_with(kWithThose) || seen.contains(sign_of(model_, other, one.column)));
    });
    constexpr ColumnIndex kStage = column_of(LeadField::kStage);
    if (const TextId theirs = leads_.cell(other, kStage);
        theirs != kNoText && theirs == values_[kStage] && !is_same_in(LeadField::kSubStage, other))
      merge_.differences.push_back({kStage, theirs, theirs, other});
    // What its heir has from it, or had alike, and it has no longer.
    for (ColumnIndex column = 0; column < leads_.column_count(); ++column)
      if (values_[column] != kNoText && leads_.cell(other, column) == kNoText &&
          is_compared(leads_, column) && seen.contains(sign_of(model_, into_, column)))
        merge_.differences.push_back({column, values_[column], kNoText, other});
    return std::move(merge_.differences);
  }

 private:
  [[nodiscard]] std::string_view text(TextId value) const { return model_.texts().view(value); }

  [[nodiscard]] bool is_same(ColumnIndex column, TextId a, TextId b) const {
    if (column == column_of(LeadField::kEmail))
      return canonical_email(text(a)) == canonical_email(text(b));
    if (column == column_of(LeadField::kPhone) || column == column_of(LeadField::kMobile))
      return a == b || (!canonical_phone(text(a)).empty() &&
                        canonical_phone(text(a)) == canonical_phone(text(b)));
    return a == b || folded(trimmed(text(a))) == folded(trimmed(text(b)));
  }

  [[nodiscard]] bool contradicts(Group group, Row other) const {
    if (std::ranges::contains(group, LeadField::kFullName) && has_any(group) &&
        folded(model_.name_of(into_)) != folded(model_.name_of(other)))
      return true;
    return std::ranges::any_of(group, [&](LeadField field) {
      const TextId theirs = leads_.cell(other, column_of(field));
      const TextId ours = values_[column_of(field)];
      return theirs != kNoText && ours != kNoText && !is_same(column_of(field), ours, theirs);
    });
  }
  [[nodiscard]] bool has_any(Group group) const {
    return std::ranges::any_of(
        group, [&](LeadField field) { return values_[column_of(field)] != kNoText; });
  }

  void take_from(Row other) {
    std::vector<LeadMerge::Gain> gains;
    for (ColumnIndex column = 0; column < leads_.column_count(); ++column) {
      const TextId theirs = leads_.cell(other, column);
      const bool known = column < kLeadFieldCount;
      if (theirs == kNoText ||
          (known ? is_of_standing(column) : !is_own_field(leads_.column_name(column))))
        continue;
      const bool earlier = column == column_of(LeadField::kCreatedAt) && is_earlier(theirs);
      if (values_[column] != kNoText && !earlier) continue;
      if (known && contradicts(group_of(column), other)) continue;
      gains.push_back({column, theirs, other});
    }
    for (const LeadMerge::Gain& gain : gains) {
      values_[gain.column] = gain.value;
      std::erase_if(merge_.gains,
                    [&](const LeadMerge::Gain& one) { return one.column == gain.column; });
      merge_.gains.push_back(gain);
    }
  }

  [[nodiscard]] bool is_earlier(TextId theirs) const {
    const TextId ours = values_[column_of(LeadField::kCreatedAt)];
    return integer_from_text(text(theirs)).value_or(0) < integer_from_text(text(ours)).value_or(0);
  }

  void compare_with(Row other) {
    for (ColumnIndex column = 0; column < leads_.column_count(); ++column) {
      const TextId theirs = leads_.cell(other, column);
      if (theirs == kNoText || !is_compared(leads_, column)) continue;
      if (!is_same(column, values_[column], theirs) ||
          (column == column_of(LeadField::kNextStep) && !is_same_in(LeadField::kNextStepAt, other)))
        merge_.differences.push_back({column, values_[column], theirs, other});
    }
  }

  [[nodiscard]] bool is_same_in(LeadField field, Row other) const {
    return values_[column_of(field)] == leads_.cell(other, column_of(field));
  }

  void count_logs(Row other) {
    const LeadFacts& facts = model_.lead(other);
    for (Row row = facts.first_touch; row != kNoRow; row = model_.touch(row).next)
      merge_.touches += model_.table(Kind::kTouch).alive(row) ? 1U : 0U;
    for (Row row = facts.first_note; row != kNoRow; row = model_.note(row).next)
      merge_.notes += model_.table(Kind::kNote).alive(row) ? 1U : 0U;
  }

  const Model& model_;
  const Table& leads_;
  Row into_;
  std::vector<TextId> values_;  // of the lead that stays, by column
  LeadMerge merge_;
};

}  // namespace

LeadMerge merge_of_leads(const Model& model, Row into, std::span<const Row> others) {
  return Merger(model, into).run(others);
}

std::vector<LeadMerge::Difference> differences_of(const Model& model, Row heir, Row merged) {
  return Merger(model, heir).differences_to(merged);
}

bool has_news(const Model& model, Row merged) {
  const Row heir = model.lead(merged).heir;
  const std::string_view seen = model.text(merged, LeadField::kMergedSeen);
  if (heir == kNoRow || seen.empty()) return false;
  return std::ranges::any_of(differences_of(model, heir, merged),
                             [&](const LeadMerge::Difference& one) {
                               return !seen.contains(sign_of(model, merged, one.column));
                             });
}

std::vector<Row> merged_with_news(const Model& model) {
  std::vector<Row> rows;
  for (Row row = 0; row < model.leads().size(); ++row)
    if (model.lead(row).heir != kNoRow && model.leads().alive(model.lead(row).heir) &&
        has_news(model, row))
      rows.push_back(row);
  return rows;
}

// ---- the commands ----------------------------------------------------------------------------------------------

Result<Edit> edit_for(const MergeLeads& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row into = living_row(model, command.into);
  std::vector<Row> others = living_rows(model, command.others);
  std::erase(others, into);
  if (into == kNoRow || others.empty()) return std::unexpected(words::no_such_lead());
  EditWriter writer(context);
  writer.lead(command.into);
  for (const LeadMerge::Gain& gain : merge_of_leads(model, into, others).gains)
    writer.set(model.leads().column_name(gain.column), model.texts().view(gain.value));
  // A redirect that is nothing now might be something later; this one stands.
  if (!model.text(into, LeadField::kMergedInto).empty())
    writer.settle(into, text_of(LeadField::kMergedInto), {});
  for (const Row other : others) {
    writer.lead(model.leads().id(other));
    writer.settle(other, text_of(LeadField::kMergedInto), text_from_id(command.into));
    writer.set(LeadField::kMergedSeen, mark_of(model, other));
  }
  return writer.take(words::merged_leads(whom(model, others), model.name_of(into)));
}

Result<Edit> edit_for(const SeeMerged& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = model.leads().find(command.lead);
  if (row == kNoRow || model.lead(row).heir == kNoRow)
    return std::unexpected(words::no_such_lead());
  EditWriter writer(context);
  writer.lead(command.lead);
  writer.settle(row, text_of(LeadField::kMergedSeen), mark_of(model, row));
  return writer.take(words::saw_merged(model.name_of(row)));
}

Result<Edit> edit_for(const SeparateLead& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = model.leads().find(command.lead);
  if (row == kNoRow || model.lead(row).heir == kNoRow)
    return std::unexpected(words::no_such_lead());
  const Row heir = model.lead(row).heir;
  EditWriter writer(context);
  writer.lead(command.lead);
  writer.settle(row, text_of(LeadField::kMergedInto), {});
  writer.set_alive(Kind::kLead, row, true);
  // Of a circle: the heir's own would count as soon as the circle is open.
  if (!model.text(heir, LeadField::kMergedInto).empty()) {
    writer.lead(model.leads().id(heir));
    writer.settle(heir, text_of(LeadField::kMergedInto), {});
  }
  return writer.take(words::separated(model.name_of(row), model.name_of(heir)));
}

}  // namespace leadlight::app
