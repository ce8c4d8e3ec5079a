// Which template fits a lead now (practice D1, C5 to C8, C10).
#pragma once
#include <span>

#include "base/time.h"
#include "lead/model.h"
#include "lead/settings.h"
#include "message/template.h"

namespace leadlight::message {

// The most specific one of those that may be sent to this lead by this channel for this purpose;
// null if there is none. A template that names a lead type, source or stage is for such leads
// alone. In this order counts: the lead's own language before one without a language before
// English; then its own lead type, source, stage before any; then position; then id. A lead without
// a language is taken to read English.
const Template* best_template(std::span<const Template> templates, const Model& model, Row lead,
                              TouchKind channel, Purpose purpose);

// What a message to this lead would be for at `now`; `unanswered_touches` as
// followup::unanswered_touches counts them. The first that holds:
// - they replied, or were reached, and nothing of ours went out since: a next-step offer (C10);
// - nurture ended and nothing of ours went out since: nurture (C6);
// - nothing of ours ever went out: a first touch to who asked for sales or for a quote, a soft
//   opening to all others (C8);
// - the limit of touches without an answer is reached: goodbye (C5);
// - else a follow-up.
// An acknowledgement (C7) is never it: only who can't call in time knows.
Purpose purpose_of(const Model& model, const TeamSettings& settings, Row lead,
                   int unanswered_touches, UtcMs now);

}  // namespace leadlight::message
