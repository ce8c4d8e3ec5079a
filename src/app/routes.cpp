#include "app/routes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/url.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

constexpr std::string_view kLeadPrefix = "lead/";
constexpr int kMostFunnelDays = 36'500;

constexpr std::array<std::pair<Place, std::string_view>, 7> kPlaces{{
    {Place::kToday, "today"},
    {Place::kLeads, "leads"},
    {Place::kFunnel, "funnel"},
    {Place::kCapture, "capture"},
    {Place::kShare, "share"},
    {Place::kSettings, "settings"},
    {Place::kChanges, "changes"},
}};

std::string_view text_of(Place place) {
  return std::ranges::find(kPlaces, place, &std::pair<Place, std::string_view>::first)->second;
}

// The value of `key` in "a=1&b=2", still encoded; nothing if it is not there.
std::optional<std::string_view> parameter(std::string_view parameters, std::string_view key) {
  for (const std::string_view part : split(parameters, '&')) {
    const std::size_t equals = part.find('=');
    if (equals != std::string_view::npos && part.substr(0, equals) == key)
      return part.substr(equals + 1);
  }
  return std::nullopt;
}

void append_parameter(std::string& parameters, std::string_view key, std::string_view value) {
  if (!parameters.empty()) parameters += '&';
  parameters.append(key).append("=").append(value);
}

std::string parameters_of(const Route& route) {
  std::string parameters;
  switch (route.place) {
    case Place::kLeads:
      if (route.leads_layout == LeadsLayout::kBoard) append_parameter(parameters, "view", "board");
      if (const std::string query = query::text_from_query(route.query); !query.empty())
        parameters.append(parameters.empty() ? "" : "&").append(query);
      break;
    case Place::kFunnel:
      if (route.funnel_days != kDefaultFunnelDays)
        append_parameter(parameters, "days", std::to_string(route.funnel_days));
      if (!route.funnel_source.empty())
        append_parameter(parameters, "source", percent_encoded(route.funnel_source));
      break;
    case Place::kToday:
    case Place::kCapture:
    case Place::kShare:
    case Place::kSettings:
    case Place::kChanges: break;
  }
  return parameters;
}

void read_parameters(std::string_view parameters, Route& route) {
  switch (route.place) {
    case Place::kLeads:
      route.leads_layout =
          parameter(parameters, "view") == "board" ? LeadsLayout::kBoard : LeadsLayout::kTable;
      route.query = query::query_from_text(parameters);
      break;
    case Place::kFunnel: {
      const auto days = integer_from_text(parameter(parameters, "days").value_or(""));
      route.funnel_days = static_cast<int>(
          std::clamp<std::int64_t>(days.value_or(kDefaultFunnelDays), 0, kMostFunnelDays));
      route.funnel_source = percent_decoded(parameter(parameters, "source").value_or(""));
      break;
    }
    case Place::kToday:
    case Place::kCapture:
    case Place::kShare:
    case Place::kSettings:
    case Place::kChanges: break;
  }
}

}  // namespace

std::string fragment_from_route(const Route& route) {
  if (!route.open_lead.is_nil())
    return std::string("#/").append(kLeadPrefix).append(text_from_id(route.open_lead));
  std::string fragment = std::string("#/").append(text_of(route.place));
  const std::string parameters = parameters_of(route);
  if (!parameters.empty()) fragment.append("?").append(parameters);
  return fragment;
}

std::optional<Route> route_from_fragment(std::string_view fragment, const Route& now) {
  if (fragment.starts_with('#')) fragment.remove_prefix(1);
  if (fragment.starts_with('/')) fragment.remove_prefix(1);
  Route route = now;
  if (fragment.starts_with(kLeadPrefix)) {
    const auto id = id_from_text(fragment.substr(kLeadPrefix.size()));
    if (!id) return std::nullopt;
    route.open_lead = *id;
    return route;
  }
  const std::size_t question = fragment.find('?');
  const auto* const place = std::ranges::find(kPlaces, fragment.substr(0, question),
                                              &std::pair<Place, std::string_view>::second);
  if (place == kPlaces.end()) return std::nullopt;
  route.place = place->first;
  route.open_lead = {};
  read_parameters(
      question == std::string_view::npos ? std::string_view() : fragment.substr(question + 1),
      route);
  return route;
}

}  // namespace leadlight::app
