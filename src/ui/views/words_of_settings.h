// What Settings says. Sentences for what is wrong name what and the bounds.
#pragma once
#include <array>
#include <string_view>

#include "ui/icons.h"

namespace leadlight::ui::words {

struct SectionWords {
  std::string_view id, title;
  Icon icon;
};
// In the order of SettingsSection.
inline constexpr std::array<SectionWords, 9> kSections{
    {{"team", "Team and device", Icon::kUsers},
     {"criteria", "Fit criteria", Icon::kTarget},
     {"interest", "Interest points", Icon::kFlame},
     {"bands", "Best leads", Icon::kStar},
     {"sub-stages", "Sub-stages", Icon::kFunnel},
     {"assignment", "Who gets a lead", Icon::kUser},
     {"clocks", "Response times", Icon::kClock},
     {"hours", "Business hours", Icon::kSun},
     {"plans", "Follow-up plans", Icon::kMessage}}};
inline constexpr std::string_view kSectionList = "Settings";
inline constexpr std::string_view kBackToSections = "All settings";

inline constexpr std::string_view kMoveUp = "Move up";
inline constexpr std::string_view kMoveDown = "Move down";
inline constexpr std::string_view kRemove = "Remove";
inline constexpr std::string_view kAdd = "Add";
inline constexpr std::string_view kCancel = "Cancel";

// ---- who gets a lead ----------------------------------------------------------------------------
inline constexpr std::string_view kAssignAdvice =
    "The first rule that fits a lead says who gets it. Rules fill in whom a lead is offered to, "
    "and "
    "assign the leads that you select in Leads.";
inline constexpr std::string_view kNoAssignRules = "No rules yet: leads are assigned by hand.";
inline constexpr std::string_view kAssignRule = "Rule";
inline constexpr std::string_view kAddAssignRule = "Add a rule";
inline constexpr std::string_view kAssignBy = "Looks at";
inline constexpr std::string_view kAssignMatch = "Which";
inline constexpr std::string_view kAssignMatchAdvice =
    "Any of these, by commas; * is whatever it is.";
inline constexpr std::string_view kAssignTo = "Goes to";
inline constexpr std::string_view kAssignToAdvice = "Several names, by commas, get them in turn.";
inline constexpr std::string_view kAssignWhen = "When they come in";
inline constexpr std::string_view kAssignNew = "New leads without an owner";
inline constexpr std::string_view kAssignNewAdvice = "Captured, or imported from a file.";
inline constexpr std::array<std::string_view, 2> kAssignNewChoices{"By hand", "By the rules"};

// ---- team and device ----------------------------------------------------------------------------
inline constexpr std::string_view kTeamAdvice =
    "What the team sets travels with the book, in every snapshot.";
inline constexpr std::string_view kTeam = "Team";
inline constexpr std::string_view kTeamName = "Team name";
inline constexpr std::string_view kTeamNameAdvice = "On exports and reports.";
inline constexpr std::string_view kCurrency = "Default currency";
inline constexpr std::string_view kCurrencyAdvice = "For values that name none.";
inline constexpr std::string_view kDevice = "This device";
inline constexpr std::string_view kYourPhone = "Your phone number";
inline constexpr std::string_view kYourPhoneAdvice = "For your messages and voicemails.";
inline constexpr std::string_view kYourName = "Your name";
inline constexpr std::string_view kYourNameAdvice = "Stands beside what you do.";
inline constexpr std::string_view kTheme = "Look";
inline constexpr std::string_view kThemeAdvice = "System follows the device.";
inline constexpr std::array<std::string_view, 3> kThemes{"System", "Light", "Dark"};
inline constexpr std::string_view kContrast = "Contrast";
inline constexpr std::string_view kContrastAdvice = "More makes text and lines stand out.";
inline constexpr std::array<std::string_view, 2> kContrasts{"System", "More"};
inline constexpr std::string_view kTextSize = "Text size";
inline constexpr std::string_view kTextSizeAdvice = "As far as the screen has room for it.";
inline constexpr std::array<std::string_view, 5> kTextSizes{"100%", "125%", "150%", "175%", "200%"};
inline constexpr std::string_view kNameIsTooLong = "Please write at most 80 letters.";

// ---- criteria (practice B3, A3) -------------------------------------------------------------------
inline constexpr std::string_view kCriteriaAdvice =
    "Five or six simple questions tell how well a lead fits. Each answer gives points; their sum "
    "is "
    "the fit.";
inline constexpr std::string_view kCriteria = "Criteria";
inline constexpr std::string_view kMinimumFit = "Minimum fit";
inline constexpr std::string_view kMinimumFitAdvice =
    "From how many fit points a contact counts as a lead.";
inline constexpr std::string_view kMinimum = "Contact or lead";
inline constexpr std::string_view kPoints = "points";
inline constexpr std::string_view kAddCriterion = "Add a criterion";
inline constexpr std::string_view kNewQuestion = "New question";
inline constexpr std::string_view kFirstAnswer = "Yes";
inline constexpr std::string_view kSecondAnswer = "No";
inline constexpr std::string_view kNoCriteria =
    "There are no criteria: every contact counts as a lead, and nobody ranks by fit.";
inline constexpr std::string_view kSixAreEnough =
    "Six are enough. A seventh makes qualifying slower and hardly tells leads apart any better.";
inline constexpr std::string_view kTooMany =
    "More than six criteria: consider to remove the one whose answers tell the least.";
inline constexpr std::string_view kSeventhTitle = "A seventh criterion?";
inline constexpr std::string_view kSeventhText =
    "Five or six questions are what people really ask and answer. Each one more makes qualifying "
    "slower and hardly tells leads apart any better. Replacing one often works better.";
inline constexpr std::string_view kKeepSix = "Leave it at six";
inline constexpr std::string_view kAddAnyway = "Add it anyway";

inline constexpr std::string_view kQuestion = "Question";
inline constexpr std::string_view kQuestionIsMissing =
    "Please write the question, like “How large is the company?”.";
inline constexpr std::string_view kQuestionIsTooLong = "Please write at most 200 letters.";
inline constexpr std::string_view kByHandShort = "Answered by hand";
inline constexpr std::string_view kReadFrom = "Answered by";
inline constexpr std::string_view kByHand = "A person, on the lead's card";
inline constexpr std::string_view kField = "Field";
inline constexpr std::string_view kOwnField = "Own field";
inline constexpr std::string_view kMustHave = "Must have";
inline constexpr std::string_view kMustHaveAdvice =
    "Without it a contact is no lead, however many points it has.";
inline constexpr std::string_view kAnswers = "Answers";
inline constexpr std::string_view kAnswer = "Answer";
inline constexpr std::string_view kAnswerPoints = "Points";
inline constexpr std::string_view kMatches = "Matches when the field says";
inline constexpr std::string_view kNewAnswer = "Another answer";
inline constexpr std::string_view kAnswerIsMissing = "Please write the answer, or remove it.";
inline constexpr std::string_view kAnswerIsThere = "This answer is there already.";
// One sentence for the whole rule of score/match_rule.h.
inline constexpr std::string_view kRuleHelp =
    "A rule is words with commas between them, a range like 50..249 or 1000.., or * for anything; "
    "the first answer that matches counts, and without a rule a person answers.";
inline constexpr std::string_view kRuleIsTooLong = "Please write at most 2,000 letters.";
inline constexpr std::string_view kRangeNeedsDots =
    "Please write a range with two dots, like 50..249.";
inline constexpr std::string_view kRemoveCriterion = "Remove this criterion";

// ---- interest (practice B5) ----------------------------------------------------------------------
inline constexpr std::string_view kInterestAdvice =
    "Each thing that a prospect does gives points. They fade, so that who was busy last week "
    "stands "
    "before who was busy last year.";
inline constexpr std::string_view kFading = "Fading";
inline constexpr std::string_view kHalfLife = "Half-life";
inline constexpr std::string_view kHalfLifeAdvice =
    "After so many days points count half; 0 means that they never fade.";
inline constexpr std::string_view kDays = "days";
inline constexpr std::string_view kNoAnswer = "No answer";
inline constexpr std::string_view kNoAnswerAdvice =
    "Taken away for each of our touches that nobody answered.";
inline constexpr std::string_view kForEachPage = "For each page.";
inline constexpr std::string_view kForEachMinute = "For each minute.";
inline constexpr std::string_view kForEachTime = "For each time.";
inline constexpr std::string_view kNoAnswerGroup = "Our own touches";

// ---- best leads (practice B8) --------------------------------------------------------------------
inline constexpr std::string_view kBandsAdvice =
    "The best leads in New and MQL go to sales, the next ones are marketing's watch list. Leads of "
    "marquee accounts on the watch list go to sales, too.";
inline constexpr std::string_view kShares = "Shares";
inline constexpr std::string_view kForSales = "For sales";
inline constexpr std::string_view kWatchList = "Watch list";
inline constexpr std::string_view kRest = "The rest";
inline constexpr std::string_view kPercent = "%";
inline constexpr std::string_view kSharesTooLarge = "Both shares together can be 100% at most.";
inline constexpr std::string_view kMarquee = "Marquee accounts";
inline constexpr std::string_view kMarqueeAdvice =
    "Names or domains of companies that you want most, like example.com.";
inline constexpr std::string_view kMarqueePoints = "Points for a marquee account";
inline constexpr std::string_view kMarqueePointsAdvice = "Added to the fit of its leads.";
inline constexpr std::string_view kNewMarquee = "Company or domain";
inline constexpr std::string_view kMarqueeIsThere = "This account is on the list already.";
inline constexpr std::string_view kNoMarquee = "No account is on the list.";

// ---- sub-stages (practice A1) --------------------------------------------------------------------
inline constexpr std::string_view kSubStagesAdvice =
    "The steps inside of SQL, from the first contact by sales to the end of the trial.";
inline constexpr std::string_view kSubStages = "Sub-stages of SQL";
inline constexpr std::string_view kSubStage = "Sub-stage";
inline constexpr std::string_view kNewSubStage = "Another sub-stage";
inline constexpr std::string_view kSubStageIsMissing =
    "Please write a name, or remove the sub-stage.";
inline constexpr std::string_view kSubStageIsThere = "There is a sub-stage of this name already.";
inline constexpr std::string_view kSettingIsGone = "What it was for was removed meanwhile.";
inline constexpr std::string_view kNoSubStages =
    "SQL has no sub-stages: its leads stand in SQL alone.";
inline constexpr std::string_view kMoveThemTo = "Move them to";
inline constexpr std::string_view kToNoSubStage = "They stay in SQL, without a sub-stage.";

// ---- response times (practice C1, C2, C5) -----------------------------------------------------------
inline constexpr std::string_view kClocksAdvice =
    "Every new lead starts a clock. Whoever answers within the hour is far more likely to be "
    "heard.";
inline constexpr std::string_view kFirstTouch = "First touch";
inline constexpr std::string_view kGoal = "Goal";
inline constexpr std::string_view kGoalAdvice = "By when the first touch should be made.";
inline constexpr std::string_view kLimit = "Limit";
inline constexpr std::string_view kLimitAdvice = "After it a lead is overdue.";
inline constexpr std::string_view kDelay = "Don't pounce";
inline constexpr std::string_view kDelayAdvice = "How long to wait before the first touch is due.";
inline constexpr std::string_view kEnough = "Enough is enough";
inline constexpr std::string_view kTouchLimit = "Touches without an answer";
inline constexpr std::string_view kTouchLimitAdvice =
    "Then comes a goodbye message, and long-term nurture after it.";
inline constexpr std::string_view kTouches = "touches";
inline constexpr std::string_view kPlansAdvice =
    "By which channels, and how many days apart, who does not answer is followed up. An answer, a "
    "bounce or an opt-out ends the plan at once.";
inline constexpr std::string_view kPlanFor = "Plan for";
inline constexpr std::string_view kAnyOtherType = "Any other lead";
inline constexpr std::string_view kOwnPlan = "your team's own";
inline constexpr std::string_view kSteps = "Steps";
inline constexpr std::string_view kFirstStep = "first touch";
inline constexpr std::string_view kDayLater = "day later";
inline constexpr std::string_view kDaysLater = "days later";
inline constexpr std::string_view kDaysBetweenFault =
    "Please write a number of days from 0 to 365.";
inline constexpr std::string_view kAddStep = "Add a step";
inline constexpr std::string_view kUsualPlan = "Back to the usual plan";
inline constexpr std::string_view kNurtureDays = "Nurture";
inline constexpr std::string_view kNurtureDaysAdvice =
    "Until who is not ready, or never answered, comes back to Today.";
inline constexpr std::string_view kNoDuration =
    "Please write a time, like 30 minutes, 2 hours or 1 day.";

// ---- business hours (practice C1) ------------------------------------------------------------------
inline constexpr std::string_view kHoursAdvice =
    "Whoever writes on Saturday night does not expect an answer before Monday. Goal and limit of a "
    "response can count the time only when somebody is there.";
inline constexpr std::string_view kCounting = "Counting";
inline constexpr std::string_view kCountTime = "Time counts";
inline constexpr std::string_view kCountTimeAdvice = "For goals, limits and what is overdue.";
inline constexpr std::array<std::string_view, 2> kCountings{"Round the clock", "Business hours"};
inline constexpr std::string_view kTimeZone = "Time zone";
inline constexpr std::string_view kTimeZoneAdvice = "The hours are those of this place.";
inline constexpr std::string_view kDeviceZone = "Each device’s own";
inline constexpr std::string_view kWeek = "Week";
inline constexpr std::array<std::string_view, 7> kWeekdays{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
inline constexpr std::string_view kClosed = "Closed";
inline constexpr std::string_view kNoHours =
    "Please write hours, like 9–12:30, 13:30–18, or Closed.";
inline constexpr std::string_view kNeverOpen =
    "All days are closed, so time counts round the clock.";
inline constexpr std::string_view kHolidays = "Holidays";
inline constexpr std::string_view kNewHoliday = "Another holiday";
inline constexpr std::string_view kNoHolidays = "No day is a holiday.";
inline constexpr std::string_view kNoDay = "Please write a day, like 2026-12-25.";
inline constexpr std::string_view kHolidayIsThere = "This day is on the list already.";

}  // namespace leadlight::ui::words
