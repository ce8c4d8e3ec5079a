// What settings make of the book: counted once for each state of it.
#include <algorithm>
#include <string>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/lead_parts.h"
#include "ui/views/settings_sections.h"

namespace leadlight::ui {

namespace {

// One open lead or contact.
void count_lead(const Ui& ui, SettingsCounts& counts, Row lead) {
  const score::Points& points = points_of(ui, lead);
  const LeadFacts& facts = ui.state.model->lead(lead);
  if (points.standing == Standing::kContact) ++counts.contacts;
  if (points.standing != Standing::kLead || !is_open(facts.stage)) return;
  ++counts.leads;
  counts.marquee += points.marquee;
  counts.sales += points.band == score::Band::kSales;
  counts.watch += points.band == score::Band::kWatch;
  counts.candidates += facts.stage <= Stage::kMql && !facts.do_not_contact;
  if (facts.stage == Stage::kSql)
    ++counts.by_sub_stage[std::string(ui.state.model->text(lead, LeadField::kSubStage))];
}

// What the counting depends on. Fields and rules are people's texts, so no sign can be relied on to
// part them; their sizes do.
std::string print_of(const Ui& ui, const Criterion& criterion) {
  std::string print = formatted("{} {} {}:{}", ui.state.revision, text_from_id(criterion.id),
                                criterion.field.size(), criterion.field);
  for (const CriterionAnswer& answer : criterion.answers)
    print += formatted(" {} {}:{}", answer.number, answer.match.size(), answer.match);
  return print;
}

void begin_count(AnswerCounts& counts, const Criterion& criterion, std::string print) {
  counts = {};
  counts.rules = std::move(print);
  counts.by_answer.resize(criterion.answers.size());
  for (const CriterionAnswer& answer : criterion.answers) counts.matches.emplace_back(answer.match);
}

// The answer's place, -1: none. By hand goes before the field (score/fit.h).
std::int32_t answer_by_hand(const Model& model, const Criterion& criterion, Row lead,
                            ColumnIndex column) {
  if (column == kNoColumn) return -1;
  const auto number = integer_from_text(model.text(Kind::kLead, lead, column));
  if (!number) return -1;
  const auto found = std::ranges::find(criterion.answers, *number, &CriterionAnswer::number);
  return found == criterion.answers.end()
             ? -1
             : static_cast<std::int32_t>(found - criterion.answers.begin());
}

std::int32_t matching_answer(const AnswerCounts& counts, std::string_view text) {
  for (std::size_t i = 0; i < counts.matches.size(); ++i)
    if (counts.matches[i].matches(text)) return static_cast<std::int32_t>(i);
  return -1;
}

}  // namespace

const SettingsCounts& counts_of(const Ui& ui, SettingsView& view) {
  SettingsCounts& counts = view.counts;
  if (counts.operations == ui.state.revision && counts.at == ui.state.now) return counts;
  counts = {.operations = ui.state.revision, .at = ui.state.now, .by_sub_stage = {}};
  const Table& leads = ui.state.model->leads();
  for (Row lead = 0; lead < leads.size(); ++lead)
    if (leads.alive(lead)) count_lead(ui, counts, lead);
  return counts;
}

const AnswerCounts& answers_of(Ui& ui, SettingsView& view, const Criterion& criterion) {
  constexpr std::size_t kMostRows = 50'000;  // a frame
  constexpr std::size_t kMostTexts = 2'000;  // likewise, of those not met before
  AnswerCounts& counts = view.answers;
  if (std::string print = print_of(ui, criterion); print != counts.rules)
    begin_count(counts, criterion, std::move(print));
  if (counts.done) return counts;

  const Model& model = *ui.state.model;
  const Table& leads = model.leads();
  const ColumnIndex by_hand =
      leads.find_column(std::string(kFitPrefix) + text_from_id(criterion.id));
  const ColumnIndex field =
      criterion.field.empty() ? kNoColumn : leads.find_column(criterion.field);
  const std::size_t texts_before = counts.answer_of.size();
  const Row end = static_cast<Row>(std::min<std::size_t>(leads.size(), counts.next + kMostRows));
  for (; counts.next < end && counts.answer_of.size() - texts_before < kMostTexts; ++counts.next) {
    const Row lead = counts.next;
    if (!leads.alive(lead) || points_of(ui, lead).standing == Standing::kWeededOut) continue;
    ++counts.total;
    std::int32_t answer = answer_by_hand(model, criterion, lead, by_hand);
    if (const TextId text = field == kNoColumn ? kNoText : leads.cell(lead, field);
        answer < 0 && text != kNoText) {
      const auto [known, is_new] = counts.answer_of.try_emplace(text, -1);
      if (is_new) known->second = matching_answer(counts, model.texts().view(text));
      answer = known->second;
    }
    if (answer < 0) continue;
    ++counts.answered;
    ++counts.by_answer[static_cast<std::size_t>(answer)];
  }
  counts.done = counts.next >= leads.size();
  if (!counts.done) ui.request_frame();
  return counts;
}

}  // namespace leadlight::ui
