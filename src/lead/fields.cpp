#include "lead/fields.h"

#include <algorithm>
#include <array>

namespace leadlight {

namespace {

constexpr std::array<std::string_view, kKnownKindCount> kKindNames{
    "lead",    "touch",   "move",     "note",       "campaign", "criterion",
    "setting", "erasure", "template", "experiment", "handoff"};

// In the order of the enumerations.
constexpr std::array<std::string_view, kLeadFieldCount> kLeadFields{
    "external_id",  "full_name",     "first_name",    "last_name",      "title",
    "company",      "website",       "email",         "phone",          "mobile",
    "linkedin",     "street",        "city",          "region",         "postal_code",
    "country",      "language",      "source",        "campaign",       "lead_type",
    "stage",        "sub_stage",     "outcome",       "outcome_reason", "value_minor",
    "currency",     "created_at",    "closed_at",     "owner",          "do_not_contact",
    "employees",    "industry",      "event",         "weed_out",       "one_to_one",
    "heat",         "buy_when",      "need",          "match_ours",     "next_step",
    "next_step_at", "snoozed_until", "nurture_until", "nurture_track",  "no_step_why",
    "merged_into",  "merged_seen"};
static_assert(kLeadFields.back() == "merged_seen");

constexpr std::array<std::string_view, kLeadFieldCount> kLeadLabels{
    "External ID",   "Full name",     "First name",     "Last name",      "Title",
    "Company",       "Website",       "E-mail",         "Phone",          "Mobile",
    "LinkedIn",      "Street",        "City",           "Region",         "Postal code",
    "Country",       "Language",      "Source",         "Campaign",       "Lead type",
    "Stage",         "Sub-stage",     "Outcome",        "Reason",         "Value",
    "Currency",      "Created",       "Closed",         "Owner",          "Do not contact",
    "Employees",     "Industry",      "Event",          "Weeded out",     "One to one needed",
    "Heat",          "Buys when",     "What they need", "Where we match", "Next step",
    "Next step due", "Snoozed until", "Nurture until",  "Nurture track",  "Why no step",
    "Merged into",   "Merged seen"};
static_assert(kLeadLabels.back() == "Merged seen");

constexpr std::array<std::string_view, kTouchFieldCount> kTouchFields{
    "lead", "kind", "at", "by", "result", "text", "count", "campaign", "template"};
constexpr std::array<std::string_view, kMoveFieldCount> kMoveFields{
    "lead", "at", "by", "from", "to", "from_sub", "to_sub", "reason", "why", "exception"};
constexpr std::array<std::string_view, kNoteFieldCount> kNoteFields{"lead", "at", "by", "text"};
constexpr std::array<std::string_view, kHandoffFieldCount> kHandoffFields{
    "lead", "at", "by", "step", "to", "reason", "words"};
constexpr std::array<std::string_view, kCampaignFieldCount> kCampaignFields{
    "name",     "phase",    "starts_at", "ends_at", "cost_minor",
    "currency", "audience", "offer",     "briefing"};
constexpr std::array<std::string_view, kCriterionFieldCount> kCriterionFields{
    "position", "question", "field", "must_have"};
constexpr std::array<std::string_view, kTemplateFieldCount> kTemplateFields{
    "name",    "channel", "lead_type", "source",   "stage",  "language",
    "purpose", "subject", "body",      "position", "removed"};
constexpr std::array<std::string_view, kExperimentFieldCount> kExperimentFields{
    "name", "purpose", "variants", "days", "started_at", "ended_at"};

static_assert(kTouchFields[kLogLeadColumn] == "lead" && kMoveFields[kLogLeadColumn] == "lead" &&
              kNoteFields[kLogLeadColumn] == "lead" && kHandoffFields[kLogLeadColumn] == "lead");

}  // namespace

std::string_view text_of(Kind kind) { return kKindNames[static_cast<KindIndex>(kind)]; }

std::span<const std::string_view> field_names(Kind kind) {
  switch (kind) {
    case Kind::kLead: return kLeadFields;
    case Kind::kTouch: return kTouchFields;
    case Kind::kMove: return kMoveFields;
    case Kind::kNote: return kNoteFields;
    case Kind::kCampaign: return kCampaignFields;
    case Kind::kCriterion: return kCriterionFields;
    case Kind::kTemplate: return kTemplateFields;
    case Kind::kExperiment: return kExperimentFields;
    case Kind::kHandoff: return kHandoffFields;
    case Kind::kSetting:
    case Kind::kErasure: return {};
  }
  return {};
}

std::string_view text_of(LeadField field) { return kLeadFields[static_cast<ColumnIndex>(field)]; }
std::string_view label_of(LeadField field) { return kLeadLabels[static_cast<ColumnIndex>(field)]; }

std::optional<LeadField> lead_field_from_text(std::string_view text) {
  const auto* const found = std::ranges::find(kLeadFields, text);
  if (found == kLeadFields.end()) return std::nullopt;
  return static_cast<LeadField>(found - kLeadFields.begin());
}

}  // namespace leadlight
