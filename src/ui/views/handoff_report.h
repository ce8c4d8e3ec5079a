// How hand-offs went (practice A4, F3) and how exceptions to the criteria ended (B7): a dialog over
// the funnel, with the funnel's own filter. Figures open the leads that they count.
#pragma once
#include <string>

#include "insight/handoffs.h"
#include "query/query.h"
#include "ui/ui.h"

namespace leadlight::ui {

struct HandoffReportView {
  insight::HandoffReport report = {};
  // What it was made of.
  std::size_t revision = static_cast<std::size_t>(-1);
  int days = -1;
  std::string source = {};
  UtcMs hour = 0;
  float height = 400;  // of the dialog's content
};

// Kept while the book and the filter stay the same.
const insight::HandoffReport& report_of(const Ui&, HandoffReportView&);
insight::HandoffReport handoff_report_of(const Ui&);
[[nodiscard]] bool is_empty(const insight::HandoffReport&);
// "2 not enough fit, 1 no need"; empty if nothing was returned.
std::string reasons_of(const insight::HandoffCounts&);

void open_handoff_report(Ui&);
// `base`: what the funnel filters by.
void draw(Ui&, HandoffReportView&, const query::Query& base);

}  // namespace leadlight::ui
