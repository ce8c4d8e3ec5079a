// The places that rail, tabs, palette and shortcuts lead to: one table for all of them.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "app/commands.h"
#include "ui/ui.h"
#include "ui/words.h"

namespace leadlight::ui {

struct PlaceInfo {
  app::Place place;
  std::string_view id;
  std::string_view title;
  Icon icon;
  char32_t letter;  // after G
  bool tab;         // has a tab of its own on a phone; the others are under More
  bool rail = true;
};
inline constexpr std::array kPlaces{
    PlaceInfo{app::Place::kToday, "today", words::kToday, Icon::kToday, U't', true},
    PlaceInfo{app::Place::kLeads, "leads", words::kLeads, Icon::kLeads, U'l', true},
    PlaceInfo{app::Place::kCapture, "capture", words::kCapture, Icon::kCapture, U'c', true},
    PlaceInfo{app::Place::kFunnel, "funnel", words::kFunnel, Icon::kFunnel, U'f', true},
    PlaceInfo{app::Place::kShare, "share", words::kShare, Icon::kShare, U'h', false},
    PlaceInfo{app::Place::kSettings, "settings", words::kSettings, Icon::kSettings, U's', false},
    PlaceInfo{app::Place::kChanges, "changes", words::kChanges, Icon::kClock, U'w', false, false},
};

const PlaceInfo& info_of(app::Place place);
// How many things wait there; nothing for places that don't count.
std::optional<std::size_t> count_of(const app::State& state, app::Place place);
bool import_is_shown(const app::State& state);  // in the room of the place
// Whether what is shown there is in the second part of the program (base/late.h).
bool is_late(const app::State& state);

}  // namespace leadlight::ui
