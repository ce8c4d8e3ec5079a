// Above the place, in every layout: what keeps the person's work from being kept, which stays until
// it is mended, since nobody may learn of it by closing the page; and a new version that is ready.
#include <array>
#include <span>

#include "app/words.h"
#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr float kButtonHeight = 32;

enum class Way : unsigned char { kExport, kTryAgain, kLoad, kLater };

struct Banner {
  std::string text;
  std::span<const Way> ways;
  bool is_trouble = true;
};

Banner banner_of(const app::State& state) {
  static constexpr std::array kOfOutdated{Way::kLoad};
  static constexpr std::array kOfNotSaved{Way::kExport, Way::kTryAgain};
  static constexpr std::array kOfNewVersion{Way::kLater, Way::kLoad};
  if (state.outdated) return {app::words::page_is_outdated().sentence(), kOfOutdated};
  if (state.safety == book::Safety::kNotSaved) return {state.safety_error.sentence(), kOfNotSaved};
  if (state.new_version == app::State::NewVersion::kReady)
    return {std::string(words::kNewVersion), kOfNewVersion, false};
  return {};
}

std::string_view words_of(Way way) {
  switch (way) {
    case Way::kExport: return words::kExportNow;
    case Way::kTryAgain: return words::kTryAgain;
    case Way::kLoad: return words::kLoadNewVersion;
    case Way::kLater: return words::kLater;
  }
  return {};
}

void go(Ui& ui, Way way) {
  switch (way) {
    case Way::kExport: return ui.emit(app::ExportSnapshot{});
    case Way::kTryAgain: return ui.emit(app::RetrySave{});
    case Way::kLoad: return ui.emit(app::LoadNewVersion{});
    case Way::kLater: return ui.emit(app::PutOffNewVersion{});
  }
}

}  // namespace

float draw_banner(Ui& ui, Rect area) {
  const Banner banner = banner_of(ui.state);
  if (banner.text.empty()) return 0;
  const bool phone = ui.phone();
  float buttons = -8;
  for (const Way way : banner.ways) buttons += button_width(ui, words_of(way)) + 8;
  const float side = phone ? 16.0F : 24.0F;
  const float words_width = area.w - 2 * side - 28 - (phone ? 0 : buttons + 16);
  const float words_height = text_height(ui, words_width, banner.text, kText);
  const float height =
      24 + (phone ? words_height + 8 + kButtonHeight : std::max(words_height, kButtonHeight));
  const Rect bar{area.x, area.y, area.w, height};
  const Scope scope(ui, "banner", banner.is_trouble ? a11y::Role::kAlert : a11y::Role::kStatus,
                    banner.text, bar);
  const ImU32 ink = banner.is_trouble ? ui.colours.bad : ui.colours.ink;
  fill_rect(bar, banner.is_trouble ? ui.colours.bad_ground : ui.colours.accent_ground);
  Rect inner = bar.inset(side, 12);
  Rect row{inner.x + 28, inner.bottom() - kButtonHeight, buttons, kButtonHeight};
  if (!phone) row = inner.cut_right(buttons, 16).centred(buttons, kButtonHeight);
  Rect line = inner.cut_top(phone ? words_height : inner.h);
  icon(ui, line.cut_left(18, 10), banner.is_trouble ? Icon::kAlert : Icon::kRefresh, 18,
       banner.is_trouble ? ink : ui.colours.accent);
  draw_block(ui, line.centred(line.w, words_height), banner.text, kText, ink, Align::kLeft);
  for (const Way way : banner.ways) {
    const std::string_view text = words_of(way);
    if (button(ui, text, row.cut_left(button_width(ui, text), 8), text)) go(ui, way);
  }
  return height;
}

}  // namespace leadlight::ui
