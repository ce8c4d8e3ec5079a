#include "lead/cadence.h"

#include <algorithm>

#include "base/text.h"

namespace leadlight {

std::optional<Cadence> cadence_from_text(std::string_view text) {
  Cadence cadence;
  for (const std::string_view part : split(text, ',')) {
    const std::size_t plus = part.find('+');
    const auto channel = touch_kind_from_text(part.substr(0, plus));
    const auto days = plus == std::string_view::npos ? std::optional<std::int64_t>(0)
                                                     : integer_from_text(part.substr(plus + 1));
    if (!channel || !days || !std::ranges::contains(kCadenceChannels, *channel) || *days < 0 ||
        *days > kMostDaysBetween || cadence.size() == kMostCadenceSteps)
      return std::nullopt;
    cadence.push_back({*channel, static_cast<int>(*days)});
  }
  return cadence;
}

std::string text_of(const Cadence& cadence) {
  std::string text;
  for (const CadenceStep& step : cadence) {
    if (!text.empty()) text += ',';
    text.append(text_of(step.channel));
    if (step.days != 0) text.append("+").append(std::to_string(step.days));
  }
  return text;
}

Cadence default_cadence(LeadType type) {
  using enum TouchKind;
  if (asks_for_sales(type))
    return {{kCall, 0}, {kEmail, 1}, {kCall, 1}, {kLinkedin, 2}, {kCall, 3}};
  if (type == LeadType::kInformationRequest || type == LeadType::kReferral)
    return {{kEmail, 0}, {kCall, 1}, {kLinkedin, 2}, {kEmail, 3}, {kCall, 3}};
  return {{kEmail, 0}, {kCall, 2}, {kLinkedin, 2}, {kEmail, 4}, {kCall, 4}};
}

std::array<Cadence, kLeadTypeCount> default_cadences() {
  std::array<Cadence, kLeadTypeCount> all;
  for (std::size_t type = 0; type < all.size(); ++type)
    all[type] = default_cadence(static_cast<LeadType>(type));
  return all;
}

}  // namespace leadlight
