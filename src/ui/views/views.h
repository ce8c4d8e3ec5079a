// All places, and how the shell shows them.
//
// The shell draws the rail (or the tabs) and a bar with the place's title (heading level 1).
// Between the title and what else stands in the bar, the place puts its own pills and filters:
// draw_bar. The room below is the place's `area`, without padding; the place brings its own.
//
// While state().import or state().import_error is set, ImportView has the room of Share, titled
// "Import". While state().open_lead is set, LeadCardView stands beside the place (laptop: a column
// of kCardWidth at the right), or over it (phone: all of the screen). It brings its own way to
// close.
#pragma once
#include "ui/views/capture_view.h"
#include "ui/views/changes_view.h"
#include "ui/views/funnel_view.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/leads_view.h"
#include "ui/views/settings_view.h"
#include "ui/views/share_view.h"
#include "ui/views/today_view.h"

namespace leadlight::ui {

inline constexpr float kCardWidth = 400;

// Transient state of every place, kept while the page is open.
struct Views {
  TodayView today;
  LeadsView leads;
  LeadCardView card;
  FunnelView funnel;
  CaptureView capture;
  ShareView share;
  SettingsView settings;
  ImportView import;
  ChangesView changes;
};

// What stands fixed at the lower edge of the place and must stay free of toasts: CSS pixels.
inline float bottom_bar_height(const Ui& ui) {
  if (ui.state.import && ui.state.place == app::Place::kShare) return import_footer_height(ui);
  if (ui.phone() && ui.state.place == app::Place::kCapture) return kCaptureBarHeight;
  if (ui.state.place == app::Place::kLeads && !ui.state.selection.empty()) return kBulkBarHeight;
  return 0;
}

}  // namespace leadlight::ui
