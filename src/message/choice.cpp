#include "message/choice.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/text.h"
#include "message/value.h"

namespace leadlight::message {

const Template* best_template(std::span<const Template> templates, const Model& model, Row lead,
                              TouchKind channel, Purpose purpose) {
  const LeadFacts& facts = model.lead(lead);
  const std::string own_language = language_code(model.text(lead, LeadField::kLanguage));
  const std::string source = folded(trimmed(model.text(lead, LeadField::kSource)));
  const Template* best = nullptr;
  int best_rank = 0;
  for (const Template& one : templates) {
    if (one.channel != channel || one.purpose != purpose) continue;
    const bool any_type = one.lead_type == LeadType::kUnknown;
    const bool any_source = one.source.empty();
    if (!any_type && one.lead_type != facts.type) continue;
    if (one.stage && *one.stage != facts.stage) continue;
    if (!any_source && folded(trimmed(one.source)) != source) continue;
    const std::string language = language_code(one.language);
    const int by_language = language.empty()           ? 2
                            : language == own_language ? 3
                            : language == "en"         ? 1
                                                       : 0;
    if (by_language == 0) continue;
    const int rank = by_language * 8 + !any_type * 4 + !any_source * 2 + one.stage.has_value();
    const bool before =
        best == nullptr || rank > best_rank ||
        (rank == best_rank && std::tie(one.position, one.id) < std::tie(best->position, best->id));
    if (!before) continue;
    best = &one;
    best_rank = rank;
  }
  return best;
}

Purpose purpose_of(const Model& model, const TeamSettings& settings, Row lead,
                   int unanswered_touches, UtcMs now) {
  constexpr UtcMs kNever = std::numeric_limits<UtcMs>::min();
  UtcMs ours = kNever;
  UtcMs answered = kNever;
  bool asked = asks_for_sales(model.lead(lead).type);
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (!model.touch_counts(row)) continue;
    const TouchFacts& touch = model.touch(row);
    const bool spoke =
        touch.result == TouchResult::kReached || touch.result == TouchResult::kReplied;
    if (touch.kind == TouchKind::kReplied || spoke) answered = std::max(answered, touch.at);
    if (is_outbound(touch.kind)) ours = std::max(ours, touch.at);
    asked = asked || touch.kind == TouchKind::kQuoteRequested;
  }
  if (answered != kNever && answered >= ours) return Purpose::kNextStepOffer;
  const auto woken = integer_from_text(model.text(lead, LeadField::kNurtureUntil));
  if (woken && *woken <= now && ours < *woken) return Purpose::kNurture;
  if (ours == kNever) return asked ? Purpose::kFirstTouch : Purpose::kSoftOpening;
  return unanswered_touches >= touches_before_goodbye(settings, model.lead(lead).type)
             ? Purpose::kGoodbye
             : Purpose::kFollowUp;
}

}  // namespace leadlight::message
