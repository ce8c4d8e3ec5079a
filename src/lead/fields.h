// The named fields of each kind of record. An enumerator's number is its column in the kind's
// table, so known fields are reached without a look-up; further columns (custom fields, fields of a
// newer version) follow behind them under their own names.
//
// All values are texts. Numbers are whole and decimal, times are UTC milliseconds in decimal, flags
// are "1" or empty, enumerations are the texts of vocabulary.h. Empty means absent.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace leadlight {

using KindIndex = std::uint8_t;
using ColumnIndex = std::uint16_t;

enum class Kind : KindIndex {
  kLead,
  kTouch,
  kMove,
  kNote,
  kCampaign,
  kCriterion,
  kSetting,
  kErasure,  // of the lead that has its id, for good (book/book.h); written as kErasedField = "1"
  kTemplate,
  kExperiment,
  kHandoff,
};
inline constexpr KindIndex kKnownKindCount = 11;
std::string_view text_of(Kind kind);  // "lead", "touch", "move", "note", "campaign", ...

enum class LeadField : ColumnIndex {
  kExternalId,
  kFullName,
  kFirstName,
  kLastName,
  kTitle,
  kCompany,
  kWebsite,
  kEmail,
  kPhone,
  kMobile,
  kLinkedin,
  kStreet,
  kCity,
  kRegion,
  kPostalCode,
  kCountry,
  kLanguage,
  kSource,
  kCampaign,       // the campaign's name, as imported or chosen
  kLeadType,       // text_of(LeadType)
  kStage,          // text_of(Stage); absent means new
  kSubStage,       // one of TeamSettings::sub_stages, by its id; meaningful in sql only
  kOutcome,        // "won", "lost", "open"
  kOutcomeReason,  // text_of(LossReason), or why it was won in own words
  kValueMinor,     // minor units of kCurrency (cents)
  kCurrency,       // ISO 4217
  kCreatedAt,      // when the lead came in
  kClosedAt,
  kOwner,
  kDoNotContact,  // "1"
  kEmployees,     // number of people, or a range as given
  kIndustry,
  kEvent,      // where it was captured, set once per event
  kWeedOut,    // text_of(WeedOut)
  kOneToOne,   // "1": practice A7
  kHeat,       // "hot", "warm", "cold": the capturer's feeling
  kBuyWhen,    // "now", "this_year", "later"
  kNeed,       // practice B4: what they need
  kMatchOurs,  // practice B4: where that meets what we offer
  kNextStep,   // text_of(TouchKind) of the planned step
  kNextStepAt,
  kSnoozedUntil,  // not in Today before
  kNurtureUntil,
  kNurtureTrack,  // what it gets then (practice C6): "newsletter", "case study", "call", own words
  kNoStepWhy,     // why nothing is planned (practice C3), until somebody is in touch or plans
  kMergedInto,    // id of the lead that is the same person (LeadFacts::heir); not for editing
  kMergedSeen,    // what whoever merged it knew of it (app/lead_merge.h); not for editing
};
inline constexpr ColumnIndex kLeadFieldCount = static_cast<ColumnIndex>(LeadField::kMergedSeen) + 1;

// A touch belongs to a lead and never changes.
enum class TouchField : ColumnIndex {
  kLead,  // id
  kKind,  // text_of(TouchKind)
  kAt,
  kBy,      // who logged it
  kResult,  // text_of(TouchResult)
  kText,    // what it was about: the document, the subject, what was said
  kCount,   // how many (minutes, pages), absent means 1
  kCampaign,
  kTemplate,  // id of the template that the message began as, whatever was changed in it; absent
              // from older touches
};
inline constexpr ColumnIndex kTouchFieldCount = 9;

// A stage move; never changes. The lead's kStage and kSubStage hold the result of the newest.
enum class MoveField : ColumnIndex {
  kLead,
  kAt,
  kBy,
  kFrom,
  kTo,
  kFromSub,
  kToSub,
  kReason,
  kWhy,
  kException,  // "1": promoted against the criteria, as they were then (practice B7)
};
inline constexpr ColumnIndex kMoveFieldCount = 10;

enum class NoteField : ColumnIndex { kLead, kAt, kBy, kText };
inline constexpr ColumnIndex kNoteFieldCount = 4;

// A step of handing a lead over from marketing to sales (practice A4); never changes. What they
// come to: lead/handoff.h.
enum class HandoffField : ColumnIndex {
  kLead,
  kAt,
  kBy,
  kStep,    // text_of(HandoffStep)
  kTo,      // of an offer: to whom; absent: whoever of sales takes it
  kReason,  // of a return: text_of(ReturnReason)
  kWords,
};
inline constexpr ColumnIndex kHandoffFieldCount = 7;

enum class CampaignField : ColumnIndex {
  kName,
  kPhase,
  kStartsAt,
  kEndsAt,
  kCostMinor,
  kCurrency,
  kAudience,
  kOffer,
  kBriefing
};
inline constexpr ColumnIndex kCampaignFieldCount = 9;

// A fit criterion (practice B3). Its answers are further columns "answer/<n>/text", ".../points",
// ".../match"; see settings.h.
enum class CriterionField : ColumnIndex { kPosition, kQuestion, kField, kMustHave };
inline constexpr ColumnIndex kCriterionFieldCount = 4;

// A message template (practice D1); see message/template.h.
enum class TemplateField : ColumnIndex {
  kName,
  kChannel,   // text_of(TouchKind): "email", "linkedin", "voicemail", "text_message"
  kLeadType,  // text_of(LeadType); absent: any
  kSource,    // absent: any
  kStage,     // text_of(Stage); absent: any
  kLanguage,  // "en", "de"
  kPurpose,   // message::text_of(Purpose)
  kSubject,
  kBody,
  kPosition,
  kRemoved,  // "1" in the record of a default template
};
inline constexpr ColumnIndex kTemplateFieldCount = 11;

// An experiment with templates (practice D7), written whole when it starts; see
// experiment/experiment.h.
enum class ExperimentField : ColumnIndex {
  kName,
  kPurpose,   // message::text_of(Purpose)
  kVariants,  // "<template id>:<hash of its words>" of each, a blank between
  kDays,      // within so many days an answer counts
  kStartedAt,
  kEndedAt,  // absent: it runs
};
inline constexpr ColumnIndex kExperimentFieldCount = 6;

// Names of the known columns of a kind, in column order: "external_id", "full_name"...
std::span<const std::string_view> field_names(Kind kind);
std::string_view text_of(LeadField field);
// False for what the program alone writes, the last of the fields: it stands in no list, table or
// file of leads.
inline constexpr ColumnIndex kPeoplesLeadFieldCount =
    static_cast<ColumnIndex>(LeadField::kMergedInto);
constexpr bool is_for_people(LeadField field) {
  return static_cast<ColumnIndex>(field) < kPeoplesLeadFieldCount;
}
std::string_view label_of(LeadField field);  // "First name"
std::optional<LeadField> lead_field_from_text(std::string_view text);

// Columns with a meaning of their own, by prefix of the name.
inline constexpr std::string_view kTagPrefix = "tag:";        // add-wins set: value "1" or empty
inline constexpr std::string_view kCustomPrefix = "custom:";  // a team's own field
inline constexpr std::string_view kFitPrefix =
    "fit:";  // "fit:<criterion id>" = chosen answer number
inline constexpr std::string_view kLifeField =
    "_life";  // counter: odd or absent alive, even deleted
inline constexpr std::string_view kErasedField = "erased";  // the one field of an erasure

// Touches, moves, notes and hand-offs: records that belong to a lead and name it in their field
// "lead", which is the first of each.
constexpr bool is_log(KindIndex kind) {
  return kind == static_cast<KindIndex>(Kind::kTouch) ||
         kind == static_cast<KindIndex>(Kind::kMove) ||
         kind == static_cast<KindIndex>(Kind::kNote) ||
         kind == static_cast<KindIndex>(Kind::kHandoff);
}
inline constexpr ColumnIndex kLogLeadColumn = 0;

}  // namespace leadlight
