// What the sample team does and says: its sources, campaigns, documents, reasons and notes.
#pragma once
#include <array>
#include <string_view>

#include "lead/vocabulary.h"

namespace leadlight::sample {

inline constexpr std::array<std::string_view, 5> kOwners{"Ana", "Ben", "Chiara", "Deniz", "Emil"};

enum CampaignNumber : int { kFair, kWhitePaper, kWebinarSeries, kMailing, kLineCheck, kNoCampaign };
struct Campaign {
  std::string_view name;
  std::string_view phase;
  int starts_days_ago;
  int ends_days_ago;  // negative: ahead
  std::string_view cost_minor;
  std::string_view audience;
  std::string_view offer;
  std::string_view briefing;
};
inline constexpr std::array<Campaign, 5> kCampaigns{{
    {"Aquafair autumn", "follow_up", 75, 71, "1840000",
     "Breweries and bottlers with 50 people or more", "A free line check for every visitor",
     "We promised the spec sheet within a day and a line check within three weeks. Open with what "
     "they saw at the stand; ask which of their lines "
     "loses most water. Do not pitch the new filler before they answered."},
    {"Less water per litre", "promotion", 160, -30, "620000",
     "Heads of production and sustainability", "White paper with the figures of eleven plants",
     "They read about water use. Ask what a litre costs them today and offer to compare; the "
     "calculator is the next step, not a visit."},
    {"Cold filling, live", "promotion", 110, -45, "480000",
     "Technical management of juice and dairy plants", "Webinar series with questions and answers",
     "Thank them for the question they asked, if they did; the recording and the dimension sheet "
     "are ready to send. Three sessions to come."},
    {"Returnable glass", "build_up", 30, -60, "950000", "Beverage brands that go back to glass",
     "Sample case and washing trial",
     "Trial slots are in weeks 6 to 9. Whoever forwards the mail to a colleague is worth a call."},
    {"Line check", "core", 300, -90, "150000", "Plants with lines older than ten years",
     "Half a day on site, report within a week",
     "Asked for through the website. They want a date: offer two. The report is theirs whether "
     "they buy or not."},
}};

// How leads arrive. Percent add up to 100.
struct Arrival {
  std::string_view source;
  LeadType type;
  TouchKind first_touch;
  CampaignNumber campaign;
  int percent;
};
inline constexpr std::array<Arrival, 10> kArrivals{{
    {"Trade fair badge scan", LeadType::kBadgeScan, TouchKind::kBoothVisit, kFair, 26},
    {"Webinar", LeadType::kWebinar, TouchKind::kWebinarAttended, kWebinarSeries, 16},
    {"White paper", LeadType::kDownload, TouchKind::kDownload, kWhitePaper, 16},
    {"Quote request", LeadType::kQuoteRequest, TouchKind::kQuoteRequested, kNoCampaign, 9},
    {"Website", LeadType::kConsultationRequest, TouchKind::kFormCompleted, kLineCheck, 4},
    {"Website", LeadType::kTrialRequest, TouchKind::kFormCompleted, kMailing, 3},
    {"Website", LeadType::kInformationRequest, TouchKind::kInformationRequested, kNoCampaign, 7},
    {"Referral", LeadType::kReferral, TouchKind::kFormCompleted, kNoCampaign, 8},
    {"Newsletter", LeadType::kDownload, TouchKind::kDownload, kMailing, 6},
    {"Trade press", LeadType::kInformationRequest, TouchKind::kInformationRequested, kNoCampaign,
     5},
}};

inline constexpr std::array<std::string_view, 3> kEvents{"Aquafair", "PackWorld Summit",
                                                         "Brau & Bottle Days"};
inline constexpr std::array<std::string_view, 4> kStands{
    "Stand B4.312, asked about changeover times", "Stand B4.312, saw the filler run",
    "Talk on returnable glass", "Coffee at the stand, colleague joined"};
inline constexpr std::array<std::string_view, 4> kWebinars{
    "Less water per litre", "Cold filling in 40 minutes", "Glass, can or PET: the sums",
    "Cleaning without stopping"};
inline constexpr std::array<std::string_view, 5> kDocuments{
    "Spec sheet, filler F12", "Less water per litre", "Checklist: line check",
    "Case study: a dairy in three weeks", "Returnable glass, the figures"};
inline constexpr std::array<std::string_view, 4> kMails{
    "The spec sheet you took with you", "Your question about changeover times",
    "Two dates for the line check", "What a litre of water costs you"};
inline constexpr std::array<std::string_view, 4> kReplies{
    "Interested, send dates", "Please call next week", "Which colleague handles service?",
    "Forwarded to our plant manager"};
inline constexpr std::array<std::string_view, 4> kTalks{
    "Went through their lines; two need replacing", "Wants numbers for water and energy",
    "Asked for a reference nearby", "Budget from April"};
inline constexpr std::array<std::string_view, 6> kTags{
    "Returnables", "PET", "Cans", "Cold filling", "Sustainability", "Key account"};
inline constexpr std::array<std::string_view, 5> kNeeds{
    "Two lines to replace before summer", "Less water per litre", "Shorter changeovers",
    "A filler for glass and cans", "Second source for closures"};
inline constexpr std::array<std::string_view, 4> kMatches{
    "Filler F12 with quick change parts", "Water recovery kit", "Line check, then decide",
    "Trial with their own bottles"};
inline constexpr std::array<std::string_view, 5> kWonBecause{
    "Shortest changeover of all offers", "The trial with their own bottles convinced them",
    "Service within a day", "Reference plant nearby", "Water savings pay for it in three years"};
inline constexpr std::array<std::string_view, 6> kNotes{
    "Replaces two lines in spring.",          "Knows us from her former employer.",
    "Decision lies with the parent company.", "Sent the dimension sheet 📎",
    "Asked twice about delivery times.",      "Competitor was there last week."};

// Why leads were lost, in the team's words; one or two for each reason.
struct Loss {
  LossReason reason;
  std::string_view why;
};
inline constexpr std::array<Loss, 12> kLosses{{
    {LossReason::kNoBudget, "Investment stopped until next year"},
    {LossReason::kPoorFit, "Needs fewer than 500 bottles an hour"},
    {LossReason::kNoNeed, "Bought a used line last month"},
    {LossReason::kBadTiming, "Building work comes first"},
    {LossReason::kCompetitor, "Price was 12 % lower"},
    {LossReason::kCompetitor, "Wanted one supplier for the whole plant"},
    {LossReason::kDoNothing, "Keeps the old line running"},
    {LossReason::kNoResponse, "Five touches, no answer"},
    {LossReason::kNoResponse, "Goodbye message sent, no answer"},
    {LossReason::kWrongPerson, "Left the company"},
    {LossReason::kDuplicate, "Same person as in the fair list"},
    {LossReason::kOwn, "Plant will be closed"},
}};

}  // namespace leadlight::sample
