#include "lead/vocabulary.h"

#include <cstddef>

namespace leadlight {

namespace {

struct Word {
  std::string_view text;
  std::string_view label;
};

// Each table is in the order of its enumeration.
constexpr std::array<Word, kStages.size()> kStageWords{{
    {"new", "New"},
    {"mql", "MQL"},
    {"sql", "SQL"},
    {"customer", "Customer"},
    {"no_customer", "No customer"},
}};

constexpr std::array<Word, kLeadTypeCount> kLeadTypeWords{{
    {"", "Unknown"},
    {"consultation_request", "Consultation requested"},
    {"quote_request", "Quote requested"},
    {"trial_request", "Trial requested"},
    {"badge_scan", "Badge scan"},
    {"webinar", "Webinar"},
    {"download", "Download"},
    {"information_request", "Information requested"},
    {"referral", "Referral"},
    {"other", "Other"},
}};

constexpr std::array<Word, kWeedOutCount> kWeedOutWords{{
    {"", "Not weeded out"},
    {"competitor", "Competitor"},
    {"researcher", "Researcher"},
    {"student", "Student"},
    {"job_seeker", "Job seeker"},
    {"supplier", "Supplier"},
    {"press", "Press"},
    {"existing_customer", "Existing customer"},
}};

constexpr std::array<Word, kLossReasonCount> kLossReasonWords{{
    {"", "No reason given"},
    {"no_budget", "No budget"},
    {"poor_fit", "Poor fit"},
    {"no_need", "No need"},
    {"bad_timing", "Bad timing"},
    {"competitor", "Chose a competitor"},
    {"do_nothing", "Chose to do nothing"},
    {"no_response", "No response"},
    {"wrong_person", "Wrong person"},
    {"duplicate", "Duplicate"},
    {"own", "Another reason"},
}};

constexpr std::array<Word, kHandoffStepCount> kHandoffStepWords{{
    {"offered", "Offered to sales"},
    {"accepted", "Accepted by sales"},
    {"returned", "Returned by sales"},
    {"withdrawn", "Offer withdrawn"},
}};

constexpr std::array<Word, kReturnReasonCount> kReturnReasonWords{{
    {"", "No reason given"},
    {"poor_fit", "Not enough fit"},
    {"no_need", "No need"},
    {"too_early", "Too early"},
    {"bad_data", "Wrong or missing data"},
    {"wrong_person", "Wrong person"},
    {"duplicate", "Duplicate"},
    {"already_known", "Already known to sales"},
    {"own", "Another reason"},
}};

constexpr std::array<Word, kTouchKindCount> kTouchKindWords{{
    {"qr_scanned", "QR code scanned"},
    {"email_opened", "E-mail opened"},
    {"email_forwarded", "E-mail forwarded"},
    {"link_clicked", "Link clicked"},
    {"call_to_action", "Call to action answered"},
    {"landing_page", "Landing page seen"},
    {"site_visit", "Site visited"},
    {"minutes_on_site", "Minutes on site"},
    {"pages_viewed", "Pages viewed"},
    {"return_visit", "Came back to the site"},
    {"download", "Document downloaded"},
    {"form_completed", "Form completed"},
    {"webinar_attended", "Webinar attended"},
    {"booth_visit", "Booth visited"},
    {"information_requested", "Information requested"},
    {"quote_requested", "Quote requested"},
    {"replied", "Replied"},
    {"email", "E-mail"},
    {"call", "Call"},
    {"voicemail", "Voicemail"},
    {"linkedin", "LinkedIn"},
    {"text_message", "Text message"},
    {"meeting", "Meeting"},
    {"letter", "Letter"},
    {"other", "Other"},
}};

constexpr std::array<Word, kTouchResultCount> kTouchResultWords{{
    {"", "No result yet"},
    {"reached", "Reached"},
    {"voicemail_left", "Left a voicemail"},
    {"replied", "Replied"},
    {"no_answer", "No answer"},
    {"bounced", "Bounced"},
    {"not_now", "Not now"},
    {"stop", "Asked us to stop"},
    {"acknowledged", "Acknowledged"},
}};

constexpr std::array<std::string_view, 3> kStandingLabels{"Lead", "Contact", "Weeded out"};

template <class Enum, std::size_t size>
std::string_view text_in(const std::array<Word, size>& words, Enum value) {
  return words[static_cast<std::size_t>(value)].text;
}

template <class Enum, std::size_t size>
std::string_view label_in(const std::array<Word, size>& words, Enum value) {
  return words[static_cast<std::size_t>(value)].label;
}

template <class Enum, std::size_t size>
std::optional<Enum> value_in(const std::array<Word, size>& words, std::string_view text) {
  for (std::size_t i = 0; i < size; ++i)
    if (words[i].text == text) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

bool asks_for_sales(LeadType type) {
  return type == LeadType::kConsultationRequest || type == LeadType::kQuoteRequest ||
         type == LeadType::kTrialRequest;
}

std::string_view text_of(Stage value) { return text_in(kStageWords, value); }
std::string_view text_of(LeadType value) { return text_in(kLeadTypeWords, value); }
std::string_view text_of(WeedOut value) { return text_in(kWeedOutWords, value); }
std::string_view text_of(LossReason value) { return text_in(kLossReasonWords, value); }
std::string_view text_of(HandoffStep value) { return text_in(kHandoffStepWords, value); }
std::string_view text_of(ReturnReason value) { return text_in(kReturnReasonWords, value); }
std::string_view text_of(TouchKind value) { return text_in(kTouchKindWords, value); }
std::string_view text_of(TouchResult value) { return text_in(kTouchResultWords, value); }

std::string_view label_of(Stage value) { return label_in(kStageWords, value); }
std::string_view label_of(LeadType value) { return label_in(kLeadTypeWords, value); }
std::string_view label_of(WeedOut value) { return label_in(kWeedOutWords, value); }
std::string_view label_of(LossReason value) { return label_in(kLossReasonWords, value); }
std::string_view label_of(HandoffStep value) { return label_in(kHandoffStepWords, value); }
std::string_view label_of(ReturnReason value) { return label_in(kReturnReasonWords, value); }
std::string_view label_of(TouchKind value) { return label_in(kTouchKindWords, value); }
std::string_view label_of(TouchResult value) { return label_in(kTouchResultWords, value); }
std::string_view label_of(Standing value) {
  return kStandingLabels[static_cast<std::size_t>(value)];
}

std::optional<Stage> stage_from_text(std::string_view text) {
  return value_in<Stage>(kStageWords, text);
}
std::optional<LeadType> lead_type_from_text(std::string_view text) {
  return value_in<LeadType>(kLeadTypeWords, text);
}
std::optional<WeedOut> weed_out_from_text(std::string_view text) {
  return value_in<WeedOut>(kWeedOutWords, text);
}
std::optional<LossReason> loss_reason_from_text(std::string_view text) {
  return value_in<LossReason>(kLossReasonWords, text);
}
std::optional<HandoffStep> handoff_step_from_text(std::string_view text) {
  return value_in<HandoffStep>(kHandoffStepWords, text);
}
std::optional<ReturnReason> return_reason_from_text(std::string_view text) {
  return value_in<ReturnReason>(kReturnReasonWords, text);
}
std::optional<TouchKind> touch_kind_from_text(std::string_view text) {
  return value_in<TouchKind>(kTouchKindWords, text);
}
std::optional<TouchResult> touch_result_from_text(std::string_view text) {
  return value_in<TouchResult>(kTouchResultWords, text);
}

}  // namespace leadlight
