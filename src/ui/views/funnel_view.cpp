#include "ui/views/funnel_view.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/format.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

using insight::FunnelStage;

constexpr std::array<int, 4> kPeriods{30, 90, 365, 0};
constexpr std::array<Option, 4> kPeriodOptions{
    {{"Last 30 days"}, {"Last 90 days"}, {"Last year"}, {"All time"}}};
constexpr std::size_t kMostSources = 60;

// What the funnel itself filters by, for the queries behind its figures.
query::Query base_query(const Ui& ui) {
  query::Query query;
  query.scope = query::Scope::kAllLeads;
  if (!ui.state.funnel_source.empty()) query.sources = {ui.state.funnel_source};
  if (ui.state.funnel_days > 0) query.created_from = ui.state.now - ui.state.funnel_days * kDayMs;
  return query;
}

query::Query in_scope(const Ui& ui, query::Scope scope) {
  query::Query query = base_query(ui);
  query.scope = scope;
  return query;
}

// ---- filters ------------------------------------------------------------------------------------------

void follow_sources(const Ui& ui, FunnelView& view) {
  if (view.operations == ui.state.revision) return;
  view.operations = ui.state.revision;
  view.sources.clear();
  for (auto& [source, count] :
       query::Engine::values_of(*ui.state.model, LeadField::kSource, kMostSources))
    view.sources.push_back(std::move(source));
}

void draw_period(Ui& ui, Rect rect) {
  const auto* const at = std::ranges::find(kPeriods, ui.state.funnel_days);
  const int selected = at == kPeriods.end() ? -1 : static_cast<int>(at - kPeriods.begin());
  const std::string other = formatted("Last {} days", ui.state.funnel_days);
  const int chosen =
      select(ui, "period", rect, "Leads that came in", kPeriodOptions, selected, other);
  if (chosen >= 0)
    ui.emit(
        app::SetFunnelFilter{kPeriods[static_cast<std::size_t>(chosen)], ui.state.funnel_source});
}

void draw_source(Ui& ui, FunnelView& view, Rect rect) {
  std::vector<Option> options{{"All sources"}};
  int selected = ui.state.funnel_source.empty() ? 0 : -1;
  for (const std::string& source : view.sources) {
    if (source == ui.state.funnel_source) selected = static_cast<int>(options.size());
    options.push_back({source});
  }
  const int chosen =
      select(ui, "source", rect, "Source", options, selected, ui.state.funnel_source);
  if (chosen >= 0)
    ui.emit(app::SetFunnelFilter{
        ui.state.funnel_days,
        chosen == 0 ? std::string() : view.sources[static_cast<std::size_t>(chosen - 1)]});
}

// ---- figures --------------------------------------------------------------------------------------------

// A stage's name, how many reached it, and how many stand there now; both open their leads.
void draw_stage_figures(Ui& ui, const FunnelStage& stage, Rect area) {
  const std::string_view name = label_of(stage.stage);
  const std::string reached = words::count(stage.reached);
  const float width =
      std::max(text_width(ui, reached, kFigure), text_width(ui, name, kSmallStrong)) + 16;
  const std::string spoken =
      formatted("{}: {} reached it", name, words::counted(stage.reached, "lead", "leads"));
  const Rect place{area.x - 8, area.y, std::min(width, area.w), 48};
  {
    const Scope cell(ui, "reached", a11y::Role::kCell, spoken, place);
    if (list_row(ui, "open", place, spoken, false, a11y::Role::kButton).activated)
      ui.emit(app::ShowLeads{leads_that_reached(ui, stage.stage)});
    Rect lines = place.inset(8, 2);
    text_line(ui, lines.cut_top(16), name, kSmallStrong, ui.colours.ink2, Align::kLeft,
              Voice::kSilent);
    text_line(ui, lines, reached, kFigure, ui.colours.ink, Align::kLeft, Voice::kSilent);
  }
  const std::string here = formatted("{} here now", words::count(stage.here));
  const Rect below{area.x, area.y + 50, std::min(text_width(ui, here, kSmall) + 2, area.w), 18};
  const Scope cell(ui, "here", a11y::Role::kCell, here, below);
  if (link(ui, "open", below, here, kSmall)) ui.emit(app::ShowLeads{leads_here(ui, stage.stage)});
}

// "45%" over "6 d", on the band where one stage goes over into the next.
void draw_conversion(Ui& ui, const FunnelStage& from, const FunnelStage& to, ImVec2 centre) {
  const std::string share = words::percent(from.converted, from.reached);
  const std::string time =
      from.median_ms > 0 ? followup::duration_text(from.median_ms) : std::string("–");
  const std::string spoken =
      formatted("{} of {} went on to {}{}", share, label_of(from.stage), label_of(to.stage),
                from.median_ms > 0 ? formatted(", half of them within {}", time) : std::string());
  const Rect chip{centre.x - 28, centre.y - 21, 56, 42};
  const Scope cell(ui, "conversion", a11y::Role::kCell, spoken, chip);
  panel(ui, chip, 8);
  if (list_row(ui, "open", chip, spoken, false, a11y::Role::kButton).activated)
    ui.emit(app::ShowLeads{leads_that_reached(ui, to.stage)});
  Rect lines = chip.inset(2, 4);
  text_line(ui, lines.cut_top(18), share, kStrong, ui.colours.ink, Align::kCentre, Voice::kSilent);
  text_line(ui, lines, time, kSmall, ui.colours.ink2, Align::kCentre, Voice::kSilent);
}

struct Remark {
  std::string_view id;
  std::string text;
  PillTone tone;
  query::Query query;
};

std::vector<Remark> remarks(const Ui& ui) {
  const insight::Funnel& funnel = ui.state.funnel;
  std::vector<Remark> all;
  if (!funnel.stuck.empty()) {
    query::Query query = in_scope(ui, query::Scope::kOpenLeads);
    query.stuck_days = static_cast<int>(funnel.stuck_after_ms / kDayMs);
    query.stuck_at = ui.state.now;
    all.push_back(
        {"stuck",
         formatted("{} stuck for over {}", words::count(funnel.stuck.size()),
                   words::counted(static_cast<std::size_t>(query.stuck_days), "day", "days")),
         PillTone::kBad, query});
  }
  if (funnel.lost > 0) {
    query::Query query = base_query(ui);
    query.stages = {Stage::kNoCustomer};
    all.push_back({"lost", words::count(funnel.lost) + " lost", PillTone::kWarn, query});
  }
  if (funnel.contacts > 0)  // A3
    all.push_back({"contacts",
                   words::counted(funnel.contacts, "contact, not counted", "contacts, not counted"),
                   PillTone::kOutline, in_scope(ui, query::Scope::kContacts)});
  if (funnel.weeded_out > 0)  // B2
    all.push_back({"weeded-out", words::count(funnel.weeded_out) + " weeded out",
                   PillTone::kOutline, in_scope(ui, query::Scope::kWeededOut)});
  return all;
}

// "Hand-offs: 3 returned, 2 untouched": what there is to know of them, before it is opened.
std::string handoff_words(const insight::HandoffReport& report) {
  const insight::HandoffCounts& total = report.total;
  std::string text = "Hand-offs";
  std::string_view before = ": ";
  const auto put = [&](std::size_t count, std::string_view what) {
    if (count > 0)
      text += formatted("{}{} {}", std::exchange(before, ", "), words::count(count), what);
  };
  put(total.open, "waiting");
  put(total.returned, "returned");
  put(total.untouched, "untouched");
  put(report.exceptions.leads, "against the criteria");
  return text;
}

float draw_remarks(Ui& ui, FunnelView& view, Rect area) {
  const Scope list(ui, "remarks", a11y::Role::kGroup, "Beside the funnel");
  Flow flow(area, ui.phone() ? 36 : 26, 10);
  for (const Remark& remark : remarks(ui))
    if (pill_button(ui, remark.id, flow.next(pill_width(ui, remark.text), 22), remark.text,
                    remark.tone, remark.text + ". Show them"))
      ui.emit(app::ShowLeads{remark.query});
  const insight::HandoffReport& report = report_of(ui, view.handoffs);
  if (is_empty(report)) return flow.used_height();
  const std::string text = handoff_words(report);
  if (pill_button(ui, "handoffs", flow.next(pill_width(ui, text), 22), text,
                  report.total.overdue > 0 ? PillTone::kBad : PillTone::kAccent,
                  text + ". Show the report"))
    open_handoff_report(ui);
  return flow.used_height();
}

// What the dots mean; colour never stands alone.
void draw_legend(Ui& ui, Rect line, std::size_t every) {
  struct Entry {
    std::string text;
    ImU32 colour;
  };
  const std::array<Entry, 3> entries{
      {{every == 1 ? std::string("Open, a dot each")
                   : formatted("Open, one dot for {}", words::count(every)),
        ui.colours.accent},
       {"Best, for sales", ui.colours.hot},
       {"Customer", ui.colours.good}}};
  Flow flow(line, 18, 16);
  for (const Entry& entry : entries) {
    Rect at = flow.next(text_width(ui, entry.text, kSmall) + 16);
    fill(ui, at.cut_left(8, 6).centred(8, 8), entry.colour, 4);
    text_line(ui, at, entry.text, kSmall, ui.colours.ink2);
  }
}

// Where most leads came in before the period, the picture says little. Returns the height used.
float draw_earlier(Ui& ui, Rect area) {
  const insight::Funnel& funnel = ui.state.funnel;
  const std::size_t in_it = funnel.stages[0].reached;
  if (funnel.earlier <= in_it) return 0;
  const std::string text =
      formatted("{} of {} came in before these {} days.", words::count(funnel.earlier),
                words::counted(funnel.earlier + in_it, "lead", "leads"), ui.state.funnel_days);
  constexpr std::string_view kShowAll = "Show all time";
  const float height = ui.control_height();
  const float width = button_width(ui, kShowAll);
  Rect line{area.x, area.y, area.w, height};
  const float room = std::min(text_width(ui, text, kText), line.w - width - 12);
  const float text_needs = text_height(ui, room, text, kText);
  text_block(ui, line.cut_left(room, 12).centred(room, text_needs), text, kText, ui.colours.ink2);
  if (button(ui, "all-time", line.cut_left(width), kShowAll))
    ui.emit(app::SetFunnelFilter{0, ui.state.funnel_source});
  return height;
}

// ---- the two layouts --------------------------------------------------------------------------------------

void draw_across(Ui& ui, FunnelView& view, Rect area) {
  const insight::Funnel& funnel = ui.state.funnel;
  Rect rest = area.inset(24, 20);
  if (const float used = draw_earlier(ui, rest); used > 0) rest.cut_top(used, 16);
  const float remarks_height = 34;
  Rect foot = rest.cut_bottom(remarks_height + 26, 8);
  const Rect heads = rest.cut_top(76, 4);
  const FunnelBand band = band_of(funnel, rest, FunnelBand::Direction::kAcross);
  draw_band(ui, band);
  const std::size_t every = draw_dots(ui, band);
  {
    const Scope table(ui, "figures", a11y::Role::kTable, "Funnel by stage");
    for (std::size_t i = 0; i < funnel.stages.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      const Rect column = band.stage(i);
      const Scope row(ui, "stage", a11y::Role::kRow, label_of(funnel.stages[i].stage));
      draw_stage_figures(ui, funnel.stages[i], {column.x, heads.y, column.w - 12, heads.h});
      if (i + 1 < funnel.stages.size())
        draw_conversion(ui, funnel.stages[i], funnel.stages[i + 1],
                        {column.right(), rest.y + rest.h / 2});
      ImGui::PopID();
    }
  }
  draw_legend(ui, foot.cut_top(18, 10), every);
  draw_remarks(ui, view, foot);
}

void draw_down(Ui& ui, FunnelView& view, Rect area) {
  const insight::Funnel& funnel = ui.state.funnel;
  ScrollArea scroll(ui, "funnel", area);
  Rect content = scroll.content().inset(16, 0);
  float y = 8;
  Rect filters{content.x, content.y + y, content.w, ui.control_height()};
  draw_period(ui, filters.cut_left((content.w - 8) / 2, 8));
  draw_source(ui, view, filters);
  y += ui.control_height() + 20;
  if (const float used = draw_earlier(ui, {content.x, content.y + y, content.w, 0}); used > 0)
    y += used + 20;
  const float figures = 112;
  const Rect rect{content.x + figures, content.y + y, content.w - figures, 4 * 124};
  const FunnelBand band = band_of(funnel, rect, FunnelBand::Direction::kDown);
  draw_band(ui, band);
  const std::size_t every = draw_dots(ui, band);
  {
    const Scope table(ui, "figures", a11y::Role::kTable, "Funnel by stage");
    for (std::size_t i = 0; i < funnel.stages.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      const Rect part = band.stage(i);
      const Scope row(ui, "stage", a11y::Role::kRow, label_of(funnel.stages[i].stage));
      draw_stage_figures(ui, funnel.stages[i], {content.x, part.y, figures - 8, 76});
      if (i + 1 < funnel.stages.size())
        draw_conversion(ui, funnel.stages[i], funnel.stages[i + 1],
                        {rect.x + rect.w / 2, part.bottom()});
      ImGui::PopID();
    }
  }
  y += rect.h + 20;
  draw_legend(ui, {content.x, content.y + y, content.w, 18}, every);
  y += 50;
  y += draw_remarks(ui, view, {content.x, content.y + y, content.w, 0});
  scroll.content_height(y + 24);
}

void draw_nothing(Ui& ui, Rect area) {
  if (ui.state.model->leads().alive_count() == 0) {
    constexpr std::array<EmptyAction, 2> kActions{
        {{"import", "Import a file", true}, {"sample", "Try it with sample data"}}};
    const int used = empty_state(
        ui, "empty-book", area, Icon::kFunnel, "Nothing to draw yet",
        "The funnel shows how leads go from new to customer. It needs some leads first.", kActions);
    if (used == 0) ui.emit(app::PickFile{});
    if (used == 1) ui.emit(app::LoadSample{});
    return;
  }
  constexpr std::array<EmptyAction, 1> kActions{{{"all", "Show all time and sources", true}}};
  if (empty_state(ui, "nothing", area, Icon::kFunnel, "No lead in this picture",
                  "No lead came in within this time and from this source.", kActions) == 0)
    ui.emit(app::SetFunnelFilter{0, {}});
}

}  // namespace

query::Query leads_here(const Ui& ui, Stage stage) {
  query::Query query = base_query(ui);
  query.stages = {stage};
  return query;
}

query::Query leads_that_reached(const Ui& ui, Stage stage) {
  query::Query query = base_query(ui);
  query.reached = stage;
  return query;
}

void draw_bar(Ui& ui, FunnelView& view, Rect bar) {
  if (ui.phone()) return;  // they stand in the place itself
  ImGui::PushID("funnel");
  follow_sources(ui, view);
  Rect rest = bar.inset(0, (bar.h - ui.control_height()) / 2);
  draw_period(ui, rest.cut_left(150, 8));
  if (rest.w > 100) draw_source(ui, view, rest.cut_left(std::min(rest.w, 190.0F)));
  ImGui::PopID();
}

void draw(Ui& ui, FunnelView& view, Rect area) {
  ImGui::PushID("funnel");
  follow_sources(ui, view);
  if (ui.state.funnel.stages[0].reached == 0)
    draw_nothing(ui, area);
  else if (ui.phone())
    draw_down(ui, view, area);
  else
    draw_across(ui, view, area);
  draw(ui, view.handoffs, base_query(ui));
  ImGui::PopID();
}

}  // namespace leadlight::ui
