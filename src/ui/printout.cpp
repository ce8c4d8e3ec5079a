#include "ui/printout.h"

#include <array>
#include <initializer_list>
#include <string_view>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/change_lines.h"
#include "ui/views/handoff_report.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/today_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kMostRows = 1000;  // some 25 sheets: nobody prints more on purpose

class Printout {
 public:
  void block(char kind, std::initializer_list<std::string_view> texts) {
    text_ += '\x1E';
    text_ += kind;
    for (bool first = true; const std::string_view text : texts) {
      if (!std::exchange(first, false)) text_ += '\x1F';
      text_ += text;
    }
  }
  void title(std::string_view text) { block('1', {text}); }
  void heading(std::string_view text) { block('2', {text}); }
  void paragraph(std::string_view text) {
    if (!text.empty()) block('p', {text});
  }
  void more_than(std::size_t shown, std::size_t all) {
    if (shown < all) paragraph(formatted("And {} more.", words::count(all - shown)));
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string name_and_company(const Model& model, Row lead) {
  std::string text = model.name_of(lead);
  const std::string_view company = model.text(lead, LeadField::kCompany);
  if (!company.empty() && company != text) text.append(", ").append(company);
  return text;
}

std::string ways_to(const Model& model, Row lead) {
  std::string ways;
  for (const LeadField field : {LeadField::kPhone, LeadField::kMobile, LeadField::kEmail}) {
    const std::string_view way = model.text(lead, field);
    if (way.empty()) continue;
    if (!ways.empty()) ways += "\n";
    ways += way;
  }
  return ways;
}

// When and by which team: a sheet lies about.
std::string when_of(const Ui& ui) {
  std::string text = words::date(ui.state.now, ui.state.local_offset_minutes);
  text.append(", ").append(words::clock(ui.state.now, ui.state.local_offset_minutes));
  const std::string& team = ui.state.settings.team_name;
  return team.empty() ? text : text + std::string(words::kDot) + team;
}

void print_today(const Ui& ui, Printout& out) {
  out.title("Today");
  out.paragraph(when_of(ui));
  const Model& model = *ui.state.model;
  if (ui.state.today.empty()) return out.paragraph("Nothing is due.");
  out.block('h', {"Score", "Who", "Reach them", "What and why", "Due"});
  std::size_t shown = 0;
  for (const followup::Item& item : ui.state.today) {
    if (shown++ == kMostRows) break;
    const std::string score = std::to_string(points_of(ui, item.lead).total());
    const auto due = words::due(item, ui.state.now, ui.state.local_offset_minutes);
    out.block('r', {score, name_and_company(model, item.lead), ways_to(model, item.lead),
                    line_of(ui, item), due.text});
  }
  out.more_than(kMostRows, ui.state.today.size());
}

void print_leads(const Ui& ui, Printout& out) {
  const Model& model = *ui.state.model;
  const std::vector<Row>& rows = *ui.state.leads;
  out.title(words::counted(rows.size(), "lead", "leads"));
  out.paragraph(when_of(ui));
  if (rows.empty()) return;
  out.block('h', {"Score", "Who", "Reach them", "Stage", "Source", "Owner", "Next step"});
  for (const Row lead : std::span(rows).first(std::min(rows.size(), kMostRows))) {
    const std::string score = std::to_string(points_of(ui, lead).total());
    out.block('r', {score, name_and_company(model, lead), ways_to(model, lead),
                    stage_pill(ui, lead).text, source_text(ui, lead),
                    model.text(lead, LeadField::kOwner), next_step_of(ui, lead).text});
  }
  out.more_than(kMostRows, rows.size());
}

void print_funnel(const Ui& ui, Printout& out) {
  const insight::Funnel& funnel = ui.state.funnel;
  out.title("Funnel");
  out.paragraph(when_of(ui));
  const std::string& source = ui.state.funnel_source;
  out.paragraph(formatted("Leads that came in {}{}.",
                          ui.state.funnel_days == 0
                              ? std::string("at any time")
                              : formatted("in the last {} days", ui.state.funnel_days),
                          source.empty() ? std::string() : " from " + source));
  out.block('h', {"Stage", "Reached it", "There now", "Went on", "Half of them within"});
  for (const insight::FunnelStage& stage : funnel.stages) {
    const bool last = &stage == &funnel.stages.back();
    out.block('r', {label_of(stage.stage), words::count(stage.reached), words::count(stage.here),
                    last ? std::string() : words::percent(stage.converted, stage.reached),
                    stage.median_ms > 0 ? followup::duration_text(stage.median_ms) : ""});
  }
  out.paragraph(formatted("{} lost, {} stuck, {} not counted, {} weeded out.",
                          words::count(funnel.lost), words::count(funnel.stuck.size()),
                          words::counted(funnel.contacts, "contact", "contacts"),
                          words::count(funnel.weeded_out)));
  const insight::HandoffReport report = handoff_report_of(ui);
  if (is_empty(report)) return;
  out.heading("Hand-offs to sales");
  out.block('h', {"Source", "Hand-offs", "Accepted", "Returned", "Why", "Untouched since"});
  for (const insight::HandoffLine& line : report.by_source)
    out.block('r', {line.name.empty() ? "No source" : line.name, words::count(line.counts.offered),
                    words::count(line.counts.accepted), words::count(line.counts.returned),
                    reasons_of(line.counts), words::count(line.counts.untouched)});
}

void print_events(const Ui& ui, Row lead, Printout& out) {
  const Model& model = *ui.state.model;
  std::vector<CardEvent> events;
  take_events(model, lead, events);
  if (events.empty()) return;
  out.heading("What happened");
  for (const CardEvent& event : events) {
    std::string what = "Came in";
    using enum CardEvent::Kind;
    if (event.kind != kCreated)
      what = event_text(ui, model,
                        event.kind == kTouch  ? Kind::kTouch
                        : event.kind == kMove ? Kind::kMove
                        : event.kind == kNote ? Kind::kNote
                                              : Kind::kHandoff,
                        event.row);
    out.block('r', {words::moment(event.at, ui.state.now, ui.state.local_offset_minutes), what});
  }
}

// Practice E5: whoever takes the lead over reads all of it on one page.
void print_card(const Ui& ui, Row lead, Printout& out) {
  const Model& model = *ui.state.model;
  out.title(model.name_of(lead));
  std::string under(model.text(lead, LeadField::kTitle));
  for (const std::string_view part :
       {model.text(lead, LeadField::kCompany), std::string_view(stage_pill(ui, lead).text)}) {
    if (part.empty()) continue;
    if (!under.empty()) under += words::kDot;
    under += part;
  }
  out.paragraph(under);
  out.paragraph("Next: " + next_step_of(ui, lead).text);
  out.paragraph(when_of(ui));
  out.heading("What is known");
  for (ColumnIndex column = 0; column < model.leads().column_count(); ++column) {
    const std::string_view name = model.leads().column_name(column);
    const std::string_view value = model.texts().view(model.leads().cell(lead, column));
    if (value.empty() || name.starts_with('_') || name == text_of(LeadField::kFullName)) continue;
    out.block('r', {field_name(ui, Kind::kLead, name), field_value(ui, Kind::kLead, name, value)});
  }
  const score::Explanation why = ui.app.explain(lead);
  if (!why.reasons.empty()) {
    out.heading(formatted("Why {}", why.points.total()));
    for (const score::Reason& reason : why.reasons)
      out.block('r', {words::signed_points(reason.points), reason.text});
  }
  print_events(ui, lead, out);
}

}  // namespace

std::string printout_of(const Ui& ui) {
  Printout out;
  if (ui.state.loading || ui.state.import) return {};
  const Row lead = ui.state.open_lead.is_nil() ? kNoRow : ui.app.lead_row(ui.state.open_lead);
  if (lead != kNoRow) {
    print_card(ui, lead, out);
    return out.take();
  }
  switch (ui.state.place) {
    case app::Place::kToday: print_today(ui, out); break;
    case app::Place::kLeads: print_leads(ui, out); break;
    case app::Place::kFunnel: print_funnel(ui, out); break;
    case app::Place::kCapture:
    case app::Place::kShare:
    case app::Place::kSettings:
    case app::Place::kChanges: break;
  }
  return out.take();
}

}  // namespace leadlight::ui
