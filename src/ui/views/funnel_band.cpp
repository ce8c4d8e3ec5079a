// The funnel's picture: a smooth band whose thickness follows the counts, and a dot for each lead.
#include <algorithm>
#include <cmath>

#include "ui/views/funnel_view.h"
#include "ui/views/lead_parts.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kStages4 = 4;
constexpr std::size_t kMostDots = 2500;  // within one draw list's 65,536 vertices, texts included
constexpr int kSteps = 96;

float eased(float t) { return t * t * (3 - 2 * t); }

// Numbers from 0 to 1 that belong to the lead for good.
struct Place {
  float along, across, shade;
};
Place place_of(Id id) {
  std::uint64_t bits = IdHash{}(id);
  bits ^= bits >> 29;
  bits *= 0xBF58476D1CE4E5B9ULL;
  bits ^= bits >> 32;
  constexpr float kScale = 1.0F / 65536.0F;
  const auto part = [&](int shift) {
    return static_cast<float>((bits >> shift) & 0xFFFF) * kScale;
  };
  return {part(0), part(16), part(32)};
}

ImU32 between(ImU32 from, ImU32 to, float part) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from), b = ImGui::ColorConvertU32ToFloat4(to);
  const auto mix = [part](float x, float y) { return x + (y - x) * part; };
  return ImGui::ColorConvertFloat4ToU32(
      {mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), mix(a.w, b.w)});
}

// The ground of the open stages goes over into the customers'.
ImU32 ground_at(const Ui& ui, float along) {
  constexpr float kFrom = 2.85F, kTo = 3.15F;
  const float part = std::clamp((along - kFrom) / (kTo - kFrom), 0.0F, 1.0F);
  return between(ui.colours.accent_ground, ui.colours.good_ground, eased(part));
}

}  // namespace

float FunnelBand::half_at(float along) const {
  const float clamped = std::clamp(along, 0.0F, 3.999F);
  const auto stage = static_cast<std::size_t>(clamped);
  const float into = clamped - static_cast<float>(stage);
  return half[stage] + (half[stage + 1] - half[stage]) * eased(into);
}

ImVec2 FunnelBand::point(float along, float across) const {
  const float offset = across * half_at(along);
  const float part = along / static_cast<float>(kStages4);
  if (direction == Direction::kAcross)
    return {rect.x + part * rect.w, rect.y + rect.h / 2 + offset};
  return {rect.x + rect.w / 2 + offset, rect.y + part * rect.h};
}

Rect FunnelBand::stage(std::size_t index) const {
  const auto i = static_cast<float>(index);
  constexpr auto kCount = static_cast<float>(kStages4);
  if (direction == Direction::kAcross)
    return {rect.x + i * rect.w / kCount, rect.y, rect.w / kCount, rect.h};
  return {rect.x, rect.y + i * rect.h / kCount, rect.w, rect.h / kCount};
}

FunnelBand band_of(const insight::Funnel& funnel, Rect rect, FunnelBand::Direction direction) {
  FunnelBand band{.direction = direction, .rect = rect};
  const float room = (direction == FunnelBand::Direction::kAcross ? rect.h : rect.w) / 2;
  const auto all = static_cast<float>(std::max<std::size_t>(funnel.stages[0].reached, 1));
  for (std::size_t i = 0; i < kStages4; ++i) {
    const auto reached = static_cast<float>(funnel.stages[i].reached);
    band.half[i] =
        reached == 0 ? 2.0F : std::max(6.0F, room * std::pow(reached / all, FunnelBand::kPower));
  }
  band.half[4] = band.half[3] * 0.7F;
  return band;
}

// One strip of triangles, so that no seam shows, and its two edges smoothed by lines.
void draw_band(Ui& ui, const FunnelBand& band) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  std::array<ImVec2, kSteps + 1> above, below;
  std::array<ImU32, kSteps + 1> colours;
  for (std::size_t i = 0; i <= kSteps; ++i) {
    const float along = static_cast<float>(i) * 4.0F / kSteps;
    above[i] = band.point(along, -1);
    below[i] = band.point(along, 1);
    colours[i] = ground_at(ui, along);
  }
  list.PrimReserve(kSteps * 6, (kSteps + 1) * 2);
  const auto first = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
  for (int i = 0; i < kSteps; ++i) {
    const auto at = [&](int offset) { return static_cast<ImDrawIdx>(first + i * 2 + offset); };
    for (const int corner : {0, 1, 2, 2, 1, 3}) list.PrimWriteIdx(at(corner));
  }
  for (std::size_t i = 0; i <= kSteps; ++i) {
    list.PrimWriteVtx(above[i], uv, colours[i]);
    list.PrimWriteVtx(below[i], uv, colours[i]);
  }
  for (std::size_t i = 0; i < kSteps; ++i) {
    list.AddLine(above[i], above[i + 1], colours[i], 1.5F);
    list.AddLine(below[i], below[i + 1], colours[i], 1.5F);
  }
}

std::size_t draw_dots(Ui& ui, const FunnelBand& band) {
  const insight::Funnel& funnel = ui.state.funnel;
  const Table& leads = ui.state.model->leads();
  std::size_t all = 0;
  for (const insight::FunnelStage& stage : funnel.stages) all += stage.rows.size();
  const std::size_t every = std::max<std::size_t>(1, (all + kMostDots - 1) / kMostDots);
  // Few dots are larger, so that the picture is as full.
  const float grow = std::clamp(std::sqrt(600.0F / static_cast<float>(all + 1)), 1.0F, 1.6F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < kStages4; ++i) {
    const std::vector<Row>& rows = funnel.stages[i].rows;
    for (std::size_t n = 0; n < rows.size(); n += every) {
      const Place place = place_of(leads.id(rows[n]));
      const float along = static_cast<float>(i) + 0.03F + place.along * 0.94F;
      const float thickness = std::max(1.0F, band.half_at(along));
      const float across = (place.across * 2 - 1) * std::max(0.0F, thickness - 8) / thickness;
      const score::Points& points = points_of(ui, rows[n]);
      const float radius =
          grow *
          (1.8F + 2.2F * std::clamp(static_cast<float>(points.total()) / 100.0F, 0.0F, 1.0F));
      const float shade = 0.4F + 0.5F * place.shade;
      ImU32 colour = faded(ui.colours.accent, shade);
      if (points.band == score::Band::kSales) colour = ui.colours.hot;
      if (i + 1 == kStages4) colour = faded(ui.colours.good, shade);
      list.AddNgonFilled(band.point(along, across), radius, colour, every == 1 ? 10 : 8);
    }
  }
  return every;
}

}  // namespace leadlight::ui
