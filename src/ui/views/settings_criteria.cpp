// Fit criteria (practice B3): the list of questions, and from how many points on a contact is a
// lead (A3).
#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "base/format.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/settings_criterion.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kDialogId = "seventh-criterion";
constexpr std::size_t kEnough = 6;  // practice B3
constexpr float kRowHeight = 60;

// "Employees · 1 to 10 points".
std::string summary_of(const Criterion& criterion) {
  std::string text =
      criterion.field.empty() ? std::string(words::kByHandShort) : label_of_field(criterion.field);
  if (criterion.answers.empty()) return text;
  const auto [least, most] = std::ranges::minmax(criterion.answers, {}, &CriterionAnswer::points);
  text += words::kDot;
  text += least.points == most.points ? formatted("{} points", most.points)
                                      : formatted("{} to {} points", least.points, most.points);
  return text;
}

void add_criterion(Ui& ui, SettingsView& view) {
  const auto& criteria = ui.state.settings.criteria;
  Criterion criterion;
  criterion.question = words::kNewQuestion;
  criterion.position = criteria.empty() ? 1 : criteria.back().position + 1;
  criterion.answers = {{1, std::string(words::kFirstAnswer), 5, {}},
                       {2, std::string(words::kSecondAnswer), 0, {}}};
  ui.emit(app::PutCriterion{std::move(criterion)});
  view.criteria_before.clear();
  for (const Criterion& one : criteria) view.criteria_before.push_back(one.id);
  view.open_newest = true;
}

// The one that was just added is opened, to be written.
void open_newest(Ui& ui, SettingsView& view) {
  if (!view.open_newest) return;
  for (const Criterion& criterion : ui.state.settings.criteria) {
    if (std::ranges::contains(view.criteria_before, criterion.id)) continue;
    view.open_criterion = criterion.id;
    view.focus_question = true;
    view.open_newest = false;
  }
}

void draw_row(Form& form, Group& group, const Criterion& criterion) {
  Ui& ui = form.ui;
  const bool open = form.view.open_criterion == criterion.id;
  const Rect row = group.row(kRowHeight);
  const std::string summary = summary_of(criterion);
  std::string spoken = formatted("{}, {}", criterion.question, summary);
  if (criterion.must_have) spoken += formatted(", {}", words::continued(words::kMustHave));
  const Rect hit{row.x - 12, row.y + 3, row.w + 24, row.h - 6};
  if (list_row(ui, "row", hit, spoken, false, a11y::Role::kListItem).activated)
    form.view.open_criterion = open ? Id{} : criterion.id;
  Rect inner = row;
  icon(ui, inner.cut_right(16, 8), open ? Icon::kChevronUp : Icon::kChevronDown, 16,
       ui.colours.ink2);
  if (criterion.must_have) {
    const float width = pill_width(ui, words::kMustHave);
    pill(ui, inner.cut_right(width, 8).centred(width, 22), words::kMustHave, PillTone::kAccent);
  }
  Rect lines = inner.centred(inner.w, 38);
  text_line(ui, lines.cut_top(20), criterion.question, kStrong, ui.colours.ink, Align::kLeft,
            Voice::kSilent);
  text_line(ui, lines, summary, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
}

void draw_criteria(Form& form) {
  Ui& ui = form.ui;
  const auto& criteria = ui.state.settings.criteria;
  if (criteria.empty()) {
    form.text(words::kNoCriteria);
    form.gap(16);
    return;
  }
  Group group(form, "criteria", words::kCriteria);
  Scope list(ui, "list", a11y::Role::kList, words::kCriteria);
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    ImGui::PushID(static_cast<int>(criteria[i].id.low));
    ImGui::PushID(static_cast<int>(criteria[i].id.high));
    draw_row(form, group, criteria[i]);
    if (form.view.open_criterion == criteria[i].id) draw_criterion_editor(form, group, i);
    ImGui::PopID();
    ImGui::PopID();
  }
}

void draw_add(Form& form) {
  Ui& ui = form.ui;
  const std::size_t count = ui.state.settings.criteria.size();
  form.gap(-8);
  const ButtonSpec spec{.icon = Icon::kPlus};
  Rect place = form.place(ui.control_height(), 12);
  if (button(ui, "add", place.cut_left(button_width(ui, words::kAddCriterion, spec)),
             words::kAddCriterion, spec)) {
    if (count >= kEnough)
      form.view.asks_for_seventh = true;
    else
      add_criterion(ui, form.view);
  }
  if (count >= kEnough)  // B3
    form.text(count == kEnough ? words::kSixAreEnough : words::kTooMany,
              count == kEnough ? ui.colours.ink2 : ui.colours.warn);
  form.gap(28);
}

void show_contacts(Ui& ui) {
  query::Query query;
  query.scope = query::Scope::kContacts;
  ui.emit(app::ShowLeads{std::move(query)});
}

// Practice A3, and what it makes of the book as it stands.
void draw_minimum(Form& form) {
  Ui& ui = form.ui;
  Group group(form, "minimum", words::kMinimum);
  const auto points = number_row(form, group,
                                 {.key = settings_key::kMinimumFit,
                                  .label = words::kMinimumFit,
                                  .advice = words::kMinimumFitAdvice,
                                  .unit = words::kPoints,
                                  .value = ui.state.settings.minimum_fit,
                                  .lowest = -1000,
                                  .highest = 1000});
  if (points) put_typed(form, settings_key::kMinimumFit, std::to_string(*points));

  const SettingsCounts& counts = counts_of(ui, form.view);
  const std::string leads = words::counted(counts.leads, "open lead", "open leads");
  const std::string contacts = words::counted(counts.contacts, "contact", "contacts");
  const float line = ui.phone() ? 32.0F : 20.0F;
  Flow flow(group.row(line + 24).inset(0, 12), line, 16);
  text_line(ui, flow.next(text_width(ui, "Now:", kText) + 1), "Now:", kText, ui.colours.ink2);
  if (link(ui, "contacts", flow.next(text_width(ui, contacts, kText) + 1), contacts))
    show_contacts(ui);
  if (link(ui, "leads", flow.next(text_width(ui, leads, kText) + 1), leads))
    ui.emit(app::ShowLeads{query::Query{}});
}

}  // namespace

void draw_seventh_dialog(Ui& ui, SettingsView& view) {
  if (std::exchange(view.asks_for_seventh, false)) open_dialog(ui, kDialogId);
  if (!dialog_is_open(ui, kDialogId)) return;
  FittingDialog dialog(ui, kDialogId, words::kSeventhTitle, 440, view.dialog_height,
                       ui.control_height());
  if (!dialog) return;
  const Rect area = dialog.content();
  dialog.used(text_block(ui, area, words::kSeventhText, kText, ui.colours.ink));
  Rect buttons = dialog.footer();
  const ButtonSpec primary{.look = ButtonLook::kPrimary};
  if (button(ui, "keep", buttons.cut_right(button_width(ui, words::kKeepSix, primary), 8),
             words::kKeepSix, primary))
    close_dialog(ui);
  if (button(ui, "add-anyway", buttons.cut_right(button_width(ui, words::kAddAnyway)),
             words::kAddAnyway)) {
    add_criterion(ui, view);
    close_dialog(ui);
  }
}

void draw_criteria_settings(Form& form) {
  open_newest(form.ui, form.view);
  form.title(words::kSections[1].title, words::kCriteriaAdvice);
  draw_criteria(form);
  draw_add(form);
  draw_minimum(form);
}

}  // namespace leadlight::ui
