// The funnel from the real counts (practice F1): stages, conversion, time, what is stuck. Every
// figure opens the leads it counts.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "insight/funnel.h"
#include "query/query.h"
#include "ui/ui.h"
#include "ui/views/handoff_report.h"

namespace leadlight::ui {

struct FunnelView {
  std::vector<std::string> sources;  // for the filter; taken anew when the book changed
  std::size_t operations = static_cast<std::size_t>(-1);
  HandoffReportView handoffs;
};

void draw(Ui&, FunnelView&, Rect area);
void draw_bar(Ui&, FunnelView&, Rect bar);

// The band on which leads are dots. Laptops see it from left to right, phones from top to bottom.
struct FunnelBand {
  enum class Direction : unsigned char { kAcross, kDown } direction = Direction::kAcross;
  Rect rect;
  static constexpr float kPower =
      0.45F;                    // a plain proportion would leave nothing to see of few customers
  std::array<float, 5> half{};  // half the thickness at each stage's begin, and at the end

  // Half the thickness at `along`, 0 to 4: stage, and how far into it.
  [[nodiscard]] float half_at(float along) const;
  [[nodiscard]] ImVec2 point(float along, float across) const;  // across: -1 to 1 of the thickness
  [[nodiscard]] Rect stage(std::size_t index) const;
};
FunnelBand band_of(const insight::Funnel& funnel, Rect rect, FunnelBand::Direction direction);
void draw_band(Ui&, const FunnelBand& band);
// Draws a dot a lead, or one in so many; returns which (1: every lead).
std::size_t draw_dots(Ui&, const FunnelBand& band);

// The leads behind the figures, with the funnel's own filter.
query::Query leads_here(const Ui&, Stage stage);
query::Query leads_that_reached(const Ui&, Stage stage);

}  // namespace leadlight::ui
