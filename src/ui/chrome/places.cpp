#include "ui/chrome/places.h"

#include <algorithm>

namespace leadlight::ui {

const PlaceInfo& info_of(app::Place place) {
  const auto* const found = std::ranges::find(kPlaces, place, &PlaceInfo::place);
  return found == kPlaces.end() ? kPlaces.front() : *found;
}

std::optional<std::size_t> count_of(const app::State& state, app::Place place) {
  switch (place) {
    case app::Place::kToday: return state.today.size();
    case app::Place::kLeads: return state.open_lead_count;
    case app::Place::kFunnel:
    case app::Place::kCapture:
    case app::Place::kShare:
    case app::Place::kSettings:
    case app::Place::kChanges: return std::nullopt;
  }
  return std::nullopt;
}

bool import_is_shown(const app::State& state) {
  return state.place == app::Place::kShare &&
         (state.import.has_value() || state.import_error.has_value());
}

bool is_late(const app::State& state) {
  return state.place != app::Place::kToday && state.place != app::Place::kLeads &&
         state.place != app::Place::kCapture;
}

}  // namespace leadlight::ui
