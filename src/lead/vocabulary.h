// The words of lead follow-up as types: stages, how a lead arrived, why it left, what a touch was.
// Each value has a stable text (in files and in the record) and a label (on screen).
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace leadlight {

// Practice A1. Sub-stages of `sql` are the team's own (TeamSettings::sub_stages).
enum class Stage : std::uint8_t { kNew, kMql, kSql, kCustomer, kNoCustomer };
inline constexpr std::array kStages{Stage::kNew, Stage::kMql, Stage::kSql, Stage::kCustomer,
                                    Stage::kNoCustomer};
inline bool is_open(Stage stage) { return stage <= Stage::kSql; }

// Practice A3, B2: who counts in the funnel.
enum class Standing : std::uint8_t {
  kLead,
  kContact,    // below the minimum match: kept, not counted
  kWeededOut,  // left the funnel without counting as lost
};

// Practice B1: how a lead arrived. The first group asked for a person and goes straight to sales.
enum class LeadType : std::uint8_t {
  kUnknown,
  kConsultationRequest,
  kQuoteRequest,
  kTrialRequest,
  kBadgeScan,
  kWebinar,
  kDownload,
  kInformationRequest,
  kReferral,
  kOther,
};
inline constexpr int kLeadTypeCount = 10;
bool asks_for_sales(LeadType type);

// Practice B2.
enum class WeedOut : std::uint8_t {
  kNone,
  kCompetitor,
  kResearcher,
  kStudent,
  kJobSeeker,
  kSupplier,
  kPress,
  kExistingCustomer,
};
inline constexpr int kWeedOutCount = 8;

// Practice A6: why a lead left as No Customer; `kOwn` means the person's own words, in the move's
// `why`.
enum class LossReason : std::uint8_t {
  kNone,
  kNoBudget,
  kPoorFit,
  kNoNeed,
  kBadTiming,
  kCompetitor,
  kDoNothing,
  kNoResponse,
  kWrongPerson,
  kDuplicate,
  kOwn,
};
inline constexpr int kLossReasonCount = 11;

// Practice A4: what was done to hand a lead over from marketing to sales.
enum class HandoffStep : std::uint8_t {
  kOffered,
  kAccepted,  // without an open offer: taken straight over
  kReturned,  // an offer, or a lead that was accepted before
  kWithdrawn,
};
inline constexpr int kHandoffStepCount = 4;

// Practice A4: why sales returned a lead; `kOwn` means the person's own words.
enum class ReturnReason : std::uint8_t {
  kNone,
  kPoorFit,
  kNoNeed,
  kTooEarly,
  kBadData,
  kWrongPerson,
  kDuplicate,
  kAlreadyKnown,
  kOwn,
};
inline constexpr int kReturnReasonCount = 9;

// What happened between us and a prospect. Inbound kinds are practice B5's list and carry points;
// outbound kinds are our touches (practice C).
enum class TouchKind : std::uint8_t {
  kQrScanned,
  kEmailOpened,
  kEmailForwarded,
  kLinkClicked,
  kCallToAction,
  kLandingPage,
  kSiteVisit,
  kMinutesOnSite,  // Touch::count is minutes
  kPagesViewed,    // Touch::count is pages
  kReturnVisit,
  kDownload,
  kFormCompleted,
  kWebinarAttended,
  kBoothVisit,
  kInformationRequested,
  kQuoteRequested,
  kReplied,  // a message or call from them
  kEmail,    // from here on: ours
  kCall,
  kVoicemail,
  kLinkedin,
  kTextMessage,
  kMeeting,
  kLetter,
  kOther,
};
inline constexpr int kTouchKindCount = 25;
inline bool is_outbound(TouchKind kind) { return kind >= TouchKind::kEmail; }

// How one of our touches ended.
enum class TouchResult : std::uint8_t {
  kNone,
  kReached,
  kVoicemailLeft,
  kReplied,
  kNoAnswer,
  kBounced,
  kNotNow,
  kStop,
  kAcknowledged,  // practice C7: it arrived, somebody will be in touch; no first touch yet
};
inline constexpr int kTouchResultCount = 9;

// Stable texts, as written in files: "no_customer", "quote_requested", "competitor"...
std::string_view text_of(Stage value);
std::string_view text_of(LeadType value);
std::string_view text_of(WeedOut value);
std::string_view text_of(LossReason value);
std::string_view text_of(HandoffStep value);
std::string_view text_of(ReturnReason value);
std::string_view text_of(TouchKind value);
std::string_view text_of(TouchResult value);
// Labels, as read on screen: "No customer", "Quote requested"...
std::string_view label_of(Stage value);
std::string_view label_of(LeadType value);
std::string_view label_of(WeedOut value);
std::string_view label_of(LossReason value);
std::string_view label_of(HandoffStep value);
std::string_view label_of(ReturnReason value);
std::string_view label_of(TouchKind value);
std::string_view label_of(TouchResult value);
std::string_view label_of(Standing value);

std::optional<Stage> stage_from_text(std::string_view text);
std::optional<LeadType> lead_type_from_text(std::string_view text);
std::optional<WeedOut> weed_out_from_text(std::string_view text);
std::optional<LossReason> loss_reason_from_text(std::string_view text);
std::optional<HandoffStep> handoff_step_from_text(std::string_view text);
std::optional<ReturnReason> return_reason_from_text(std::string_view text);
std::optional<TouchKind> touch_kind_from_text(std::string_view text);
std::optional<TouchResult> touch_result_from_text(std::string_view text);

}  // namespace leadlight
