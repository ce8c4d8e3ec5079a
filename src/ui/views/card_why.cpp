// Why a lead ranks where it does (practice B6), and the fit criteria behind it (B3).
#include <algorithm>

#include "base/format.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kPointsWidth = 48;

// The criterion that an answer among the reasons belongs to.
std::string_view question_of(const Ui& ui, Row lead, const score::Reason& reason) {
  if (reason.cause != score::Cause::kFit) return {};
  const auto& criteria = ui.state.settings.criteria;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const CriterionAnswer* const answer = ui.app.scorer().answer_of(lead, i).answer;
    if (answer != nullptr && answer->text == reason.text && answer->points == reason.points)
      return criteria[i].question;
  }
  return {};
}

// What stands small at the right: when it happened, or which question it answers.
struct Aside {
  std::string shown, spoken;
};
Aside aside_of(const Ui& ui, Row lead, const score::Reason& reason) {
  if (reason.newest_at == 0) {
    const std::string question(question_of(ui, lead, reason));
    return {question, question};
  }
  const std::string age = words::ago(reason.newest_at, ui.state.now);
  return {age, age == "now" ? age : age + " ago"};
}

float draw_reason(Ui& ui, Row lead, Rect area, const score::Reason& reason) {
  constexpr float kGap = 12;
  const std::string points = words::signed_points(reason.points);
  const Aside aside = aside_of(ui, lead, reason);
  const float room = area.w - kPointsWidth;
  const float wanted = text_width(ui, reason.text, kText) + 1;
  // A short aside always has its room; a long one takes what the reason leaves.
  const float aside_width = aside.shown.empty() ? 0
                                                : std::min(text_width(ui, aside.shown, kSmall) + 1,
                                                           std::max(64.0F, room - wanted - kGap));
  const float text_w = aside_width > 0 ? room - aside_width - kGap : room;
  const float height = text_height(ui, text_w, reason.text, kText) + 11;
  const Rect row{area.x, area.y, area.w, height};
  std::string spoken = formatted("{} {}", points, reason.text);
  if (!aside.spoken.empty()) spoken += ", " + aside.spoken;
  {
    const Scope item(ui, "reason", a11y::Role::kListItem, spoken, row);
    const Rect line = row.inset(0, 5);
    const ImU32 colour = reason.points < 0 ? ui.colours.bad : ui.colours.good;
    text_line(ui, {line.x, line.y, kPointsWidth, 20}, points, kStrong, colour, Align::kLeft,
              Voice::kSilent);
    text_block(ui, {line.x + kPointsWidth, line.y, text_w, line.h}, reason.text, kText,
               ui.colours.ink, Voice::kSilent);
    text_line(ui, {line.right() - aside_width, line.y, aside_width, 20}, aside.shown, kSmall,
              ui.colours.ink2, Align::kRight, Voice::kSilent);
  }
  hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
  return height;
}

std::string column_label(std::string_view field) {
  if (const auto known = lead_field_from_text(field)) return std::string(label_of(*known));
  if (field.starts_with(kCustomPrefix)) field.remove_prefix(kCustomPrefix.size());
  return std::string(field);
}

// What counts when nobody answered by hand.
std::string automatic_label(const Criterion& criterion, const score::Scorer::Answer& answer) {
  if (criterion.field.empty()) return "Not answered";
  const std::string from = column_label(criterion.field);
  if (answer.answer == nullptr || answer.by_hand)
    return formatted("As {} says", words::continued(from));
  return formatted("{} (from {})", answer.answer->text, words::continued(from));
}

float draw_criterion(Ui& ui, LeadCardView& view, Row lead, std::size_t index, Rect area) {
  const Criterion& criterion = ui.state.settings.criteria[index];
  const score::Scorer::Answer answer = ui.app.scorer().answer_of(lead, index);
  const std::string automatic = automatic_label(criterion, answer);
  std::vector<std::string> points;
  points.reserve(criterion.answers.size());
  std::vector<Option> options{{automatic}};
  int selected = 0;
  for (const CriterionAnswer& one : criterion.answers) {
    if (answer.by_hand && answer.answer != nullptr && answer.answer->number == one.number)
      selected = static_cast<int>(options.size());
    options.push_back({one.text, points.emplace_back(words::signed_points(one.points))});
  }
  Rect rest{area.x, area.y, area.w, 1000};
  std::string question = criterion.question;
  if (criterion.must_have)
    question += answer.answer == nullptr ? " (must have, missing)" : " (must have)";
  const bool missing = criterion.must_have && answer.answer == nullptr;
  const float question_height = text_height(ui, rest.w, question, kSmall);
  text_block(ui, rest.cut_top(question_height, 4), question, kSmall,
             missing ? ui.colours.warn : ui.colours.ink2, Voice::kSilent);
  const int chosen =
      choice_of(ui, "answer", rest.cut_top(ui.control_height(), 12), question, options, selected);
  if (chosen >= 0)
    ui.emit(app::AnswerCriterion{
        view.lead, criterion.id,
        chosen == 0 ? 0 : criterion.answers[static_cast<std::size_t>(chosen - 1)].number});
  return rest.y - area.y;
}

}  // namespace

float draw_card_why(Ui& ui, LeadCardView&, Row lead, Rect area) {
  const score::Explanation why = ui.app.explain(lead);
  const std::string title = formatted("Why {}", why.points.total());
  float y = small_heading(ui, area, title, 3);
  if (why.reasons.empty())
    return y + text_block(ui, {area.x, area.y + y, area.w, 60},
                          "Nothing speaks for or against this lead yet. Answer the fit criteria, "
                          "or log what they did.",
                          kSmall, ui.colours.ink2);
  const Scope list(ui, "why", a11y::Role::kList, title);
  for (std::size_t i = 0; i < why.reasons.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    y += draw_reason(ui, lead, {area.x, area.y + y, area.w, 0}, why.reasons[i]);
    ImGui::PopID();
  }
  return y;
}

float draw_card_criteria(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  const auto& criteria = ui.state.settings.criteria;
  if (criteria.empty()) return 0;
  std::size_t answered = 0;
  for (std::size_t i = 0; i < criteria.size(); ++i)
    answered += ui.app.scorer().answer_of(lead, i).answer != nullptr;
  const float height = ui.phone() ? 44.0F : 32.0F;
  const Rect row{area.x - 8, area.y - 8, area.w + 16, height};
  const std::string title = formatted("Fit criteria, {} of {} answered", answered, criteria.size());
  if (list_row(ui, "criteria", row,
               view.show_criteria ? "Hide fit criteria" : "Show " + words::continued(title), false,
               a11y::Role::kButton)
          .activated)
    view.show_criteria = !view.show_criteria;
  Rect line = row.inset(8, 0);
  icon(ui, line.cut_right(16, 8), view.show_criteria ? Icon::kChevronUp : Icon::kChevronDown, 16,
       ui.colours.ink2);
  text_line(ui, line, title, kSmallStrong, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  float y = height - 4;
  if (!view.show_criteria) return y - 4;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    y += draw_criterion(ui, view, lead, i, {area.x, area.y + y, area.w, 0});
    ImGui::PopID();
  }
  return y;
}

}  // namespace leadlight::ui
