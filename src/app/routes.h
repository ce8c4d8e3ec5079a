// The address line and where the person is, each from the other, so that every place, filter and
// lead has a link, and the browser's Back does what it says.
//
//   #/today  #/capture  #/share  #/settings  #/changes
//   #/leads?stage=mql,sql&sort=score       as query/query.h writes queries
//   #/leads?view=board&stage=sql
//   #/funnel?days=30&source=Fair%202026    days=0 is all time
//   #/lead/<id>                            the card, over whatever place is shown
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/commands.h"

namespace leadlight::app {

inline constexpr int kDefaultFunnelDays = 90;

struct Route {
  Place place = Place::kToday;
  Id open_lead{};  // nil: no card
  query::Query query{};
  LeadsLayout leads_layout = LeadsLayout::kTable;
  int funnel_days = kDefaultFunnelDays;
  std::string funnel_source{};
};

std::string fragment_from_route(const Route& route);

// With or without its '#'. The named place gets what the fragment says of it, and its defaults for
// the rest; other places stay as in `now`, and a lead's link changes nothing but the card. Nothing
// if it names no place of ours.
std::optional<Route> route_from_fragment(std::string_view fragment, const Route& now);

}  // namespace leadlight::app
