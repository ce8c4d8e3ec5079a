#include "ui/views/handoff_report.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/format.h"
#include "base/sort.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

using insight::HandoffCounts;
using insight::HandoffLine;

constexpr std::string_view kDialogId = "handoff-report";
constexpr std::size_t kMostLines = 12;  // of a table
constexpr std::size_t kFigures = 4;

void show(Ui& ui, const query::Query& base, HandoffMark mark) {
  query::Query query = base;
  query.handoff = mark;
  ui.emit(app::ShowLeads{std::move(query)});
  close_dialog(ui);
}

void draw_totals(Ui& ui, const HandoffCounts& total, const query::Query& base, Rect& area) {
  struct Total {
    HandoffMark mark;
    std::string text;
    PillTone tone;
  };
  std::vector<Total> all{
      {HandoffMark::kHandedOver, words::counted(total.offered, "hand-off", "hand-offs"),
       PillTone::kOutline},
      {HandoffMark::kOffered, words::count(total.open) + " waiting for sales", PillTone::kAccent},
      {HandoffMark::kAccepted, words::count(total.accepted) + " accepted", PillTone::kGood},
      {HandoffMark::kReturned, words::count(total.returned) + " returned", PillTone::kWarn}};
  if (total.untouched > 0)
    all.push_back({HandoffMark::kUntouched,
                   words::count(total.untouched) + " untouched since" +
                       (total.overdue > 0 ? formatted(", {} over the limit", total.overdue) : ""),
                   total.overdue > 0 ? PillTone::kBad : PillTone::kWarn});
  Flow flow(area, ui.phone() ? 36 : 26, 10);
  for (const Total& one : all)
    if (pill_button(ui, text_of(one.mark), flow.next(pill_width(ui, one.text), 22), one.text,
                    one.tone, one.text + ". Show them"))
      show(ui, base, one.mark);
  area.cut_top(flow.used_height(), 8);
  std::string beside;
  if (total.direct > 0)
    beside = formatted("{} without an offer: one person took {} straight to SQL.",
                       words::count(total.direct), total.direct == 1 ? "it" : "them");
  if (total.withdrawn > 0)
    beside += formatted("{}{} withdrawn, or overtaken by a move.", beside.empty() ? "" : " ",
                        words::count(total.withdrawn));
  if (!beside.empty()) area.cut_top(text_block(ui, area, beside, kSmall, ui.colours.ink2), 4);
  if (const std::string reasons = reasons_of(total); !reasons.empty())
    area.cut_top(text_block(ui, area, formatted("Returned: {}.", reasons), kText, ui.colours.ink),
                 0);
  area.cut_top(12);
}

struct TableLine {
  std::string name, under;
  std::array<std::string, kFigures> figures;
};

// Names at the left, figures in columns at the right. Where lines open something: returns the one
// that was used, or -1.
enum class Lines : unsigned char { kOpen, kPlain };
int draw_table(Ui& ui, Rect& area, std::string_view id, std::string_view title,
               const std::array<std::string_view, kFigures>& heads,
               std::span<const TableLine> lines, Lines which = Lines::kOpen) {
  int used = -1;
  area.cut_top(small_heading(ui, area, title, 3));
  const Scope table(ui, id, a11y::Role::kTable, title);
  const float column = ui.phone() ? 62.0F : 84.0F;
  Rect head = area.cut_top(18, 2);
  for (std::size_t i = kFigures; i-- > 0;)
    text_line(ui, head.cut_right(column), heads[i], kSmall, ui.colours.ink2, Align::kRight,
              Voice::kSilent);
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const TableLine& line = lines[n];
    ImGui::PushID(static_cast<int>(n));
    const float width = area.w - kFigures * column - 8;
    const float name = text_height(ui, width, line.name, kText);
    const float under = line.under.empty() ? 0 : text_height(ui, width, line.under, kSmall);
    const Rect row = area.cut_top(name + under + 10);
    std::string spoken = line.name;
    for (std::size_t i = 0; i < kFigures; ++i)
      spoken += formatted(", {} {}", line.figures[i], words::continued(heads[i]));
    if (!line.under.empty()) spoken += ", " + line.under;
    {
      const Scope group(ui, "line", a11y::Role::kRow, spoken, row);
      const Scope cell(ui, "cell", a11y::Role::kCell, spoken, row);
      if (which == Lines::kOpen &&
          list_row(ui, "open", row.inset(-8, 0), spoken, false, a11y::Role::kButton).activated)
        used = static_cast<int>(n);
    }
    Rect words = row.inset(0, 5);
    for (std::size_t i = kFigures; i-- > 0;)
      text_line(ui, Rect(words.cut_right(column)).cut_top(kText.line), line.figures[i], kText,
                ui.colours.ink, Align::kRight, Voice::kSilent);
    words.w = width;
    text_block(ui, words.cut_top(name), line.name, kText, ui.colours.ink, Voice::kSilent);
    if (under > 0) text_block(ui, words, line.under, kSmall, ui.colours.ink2, Voice::kSilent);
    ImGui::PopID();
  }
  area.cut_top(20);
  return used;
}

constexpr std::array<std::string_view, kFigures> kHeads{"Hand-offs", "Accepted", "Returned",
                                                        "Untouched"};

std::vector<TableLine> lines_of(std::span<const HandoffLine> all) {
  std::vector<TableLine> lines;
  for (const HandoffLine& line : all.first(std::min(all.size(), kMostLines))) {
    const HandoffCounts& counts = line.counts;
    lines.push_back({line.name.empty() ? std::string("No source") : line.name,
                     reasons_of(counts),
                     {words::count(counts.offered), words::count(counts.accepted),
                      words::count(counts.returned), words::count(counts.untouched)}});
  }
  return lines;
}

// Practice B7.
void draw_exceptions(Ui& ui, const insight::HandoffReport& report, const query::Query& base,
                     Rect& area) {
  std::vector<TableLine> lines;
  std::vector<HandoffMark> marks;
  const auto add = [&](HandoffMark mark, const insight::Promotions& promotions) {
    if (promotions.leads == 0) return;
    marks.push_back(mark);
    const auto share = [&](std::size_t part) {
      return formatted("{} · {}", words::count(part), words::percent(part, promotions.leads));
    };
    lines.push_back(
        {formatted("{}: {}", label_of(mark), words::counted(promotions.leads, "lead", "leads")),
         {},
         {share(promotions.sql), share(promotions.won), share(promotions.lost),
          share(promotions.returned)}});
  };
  add(HandoffMark::kException, report.exceptions);
  add(HandoffMark::kByCriteria, report.by_criteria);
  const int used = draw_table(ui, area, "exceptions", "Promoted against the criteria, and the rest",
                              {"To SQL", "Won", "Lost", "Returned"}, lines);
  if (used >= 0) show(ui, base, marks[static_cast<std::size_t>(used)]);
}

}  // namespace

bool is_empty(const insight::HandoffReport& report) {
  return report.total.offered == 0 && report.exceptions.leads == 0;
}

std::string reasons_of(const HandoffCounts& counts) {
  std::vector<std::pair<std::size_t, ReturnReason>> reasons;
  for (std::size_t i = 0; i < counts.reasons.size(); ++i)
    if (counts.reasons[i] > 0)
      reasons.emplace_back(counts.reasons[i], static_cast<ReturnReason>(i));
  sort_stably(reasons, std::ranges::greater{}, [](const auto& reason) { return reason.first; });
  std::string text;
  for (const auto& [count, reason] : reasons)
    text += formatted("{}{} {}", text.empty() ? "" : ", ", words::count(count),
                      words::continued(label_of(reason)));
  return text;
}

insight::HandoffReport handoff_report_of(const Ui& ui) {
  const app::State& state = ui.state;
  insight::FunnelFilter filter;
  if (state.funnel_days > 0) filter.created_from = state.now - state.funnel_days * kDayMs;
  filter.source = state.funnel_source;
  return insight::handoff_report(*state.model, state.settings, ui.app.scorer(), state.points,
                                 filter, state.now);
}

const insight::HandoffReport& report_of(const Ui& ui, HandoffReportView& view) {
  const app::State& state = ui.state;
  const UtcMs hour = state.now / kHourMs;
  if (view.revision == state.revision && view.days == state.funnel_days &&
      view.source == state.funnel_source && view.hour == hour)
    return view.report;
  view.revision = state.revision;
  view.days = state.funnel_days;
  view.source = state.funnel_source;
  view.hour = hour;
  view.report = handoff_report_of(ui);
  return view.report;
}

void open_handoff_report(Ui& ui) { open_dialog(ui, kDialogId); }

void draw(Ui& ui, HandoffReportView& view, const query::Query& base) {
  if (!dialog_is_open(ui, kDialogId)) return;
  const insight::HandoffReport& report = report_of(ui, view);
  FittingDialog shown(ui, kDialogId, "Hand-offs to sales", 720, view.height);
  if (!shown) return;
  Rect area = shown.content();
  const float top = area.y;
  draw_totals(ui, report.total, base, area);
  if (!report.by_source.empty()) {
    const int used =
        draw_table(ui, area, "sources", "By source", kHeads, lines_of(report.by_source));
    if (used >= 0) {
      query::Query query = base;
      query.sources = {report.by_source[static_cast<std::size_t>(used)].name};
      show(ui, query, HandoffMark::kHandedOver);
    }
  }
  if (!report.by_rule.empty())
    draw_table(ui, area, "rules", "By answer to your criteria", kHeads, lines_of(report.by_rule),
               Lines::kPlain);
  if (report.exceptions.leads > 0) draw_exceptions(ui, report, base, area);
  shown.used(area.y - top);
}

}  // namespace leadlight::ui
