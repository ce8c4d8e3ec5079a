// A team's settings as typed values, read from the model's setting and criterion records with
// defaults for whatever is absent. Pure: same model, same settings.
//
// Stored as fields of one setting record whose id is nil (kTeamSettingsId). Each key is written by
// itself, so that two people who change different settings lose nothing; an empty value is the
// default again:
//   team_name, minimum_fit, no_answer_points, marquee_points, half_life_days, sales_percent,
//   watch_percent, goal_minutes, limit_minutes, delay_minutes, touch_limit, nurture_days,
//   default_currency
//   points/<touch kind>        "24"
//   business_hours             "1": clocks count open time only (calendar.h)
//   hours/<mon ... sun>        "09:00-12:30,13:30-18:00", "-": closed
//   holiday/<2026-12-25>       "1"
//   time_zone                  "Europe/Berlin"; empty: that of each device
//   cadence/<lead type, any>   "call,email+1,linkedin+2" (cadence.h)
//   marquee/<company, domain>  "1"
//   sub_stage/<id>/name, .../position, .../removed ("1")
//   own_criteria               "1": no default criteria, even if the team has none of its own
// Numbers out of range are taken for the nearest that makes sense.
//
// Criteria are records of kind criterion, with fields as in fields.h and "answer/<number>/text",
// ".../points",
// ".../match", ".../position" (absent: its number). A record with the id of a default criterion
// holds only what the team changed of it ("-" takes a value away, removed "1" the criterion), so
// that two people's first changes meet only where both changed the same. Where own_criteria is set,
// the default ones are none, and records are whole.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "lead/cadence.h"
#include "lead/calendar.h"
#include "lead/fields.h"
#include "lead/model.h"
#include "lead/record.h"
#include "lead/vocabulary.h"

namespace leadlight {

inline constexpr Id kTeamSettingsId{0, 0};
inline constexpr std::string_view kRemovedKey = "removed";  // "1" in a default criterion
inline constexpr std::string_view kCleared = "-";  // in a default criterion's field: taken away

struct CriterionAnswer {
  int number = 0;    // stable within its criterion; what "fit:<criterion>" holds
  std::string text;  // "250 to 1,000 people"
  int points = 0;
  std::string
      match;  // rule of score/match_rule.h: "*", "250..1000", "director, head of"; empty: by hand
};

// Practice B3. `field` names the lead field (or custom column) that answers by itself; empty: by
// hand.
struct Criterion {
  Id id;
  int position = 0;
  std::string question;
  std::string field;
  bool must_have = false;
  std::vector<CriterionAnswer> answers;  // in their order: the first whose rule matches counts
};

struct SubStage {
  std::string id;    // stable: "working"
  std::string name;  // "Working"
  int position = 0;
};

struct TeamSettings {
  std::string team_name;
  std::vector<Criterion> criteria;  // by position; the default ones as far as the team left them
  int minimum_fit = 0;              // practice A3: fit points from which a contact is a lead
  std::array<int, kTouchKindCount> points{};  // practice B5, by TouchKind
  int no_answer_points = -3;                  // for each of our touches that nobody answered
  int marquee_points = 9;
  int half_life_days = 30;  // practice B5; 0 means points never fade
  int sales_percent = 5;    // practice B8
  int watch_percent = 10;
  std::vector<std::string> marquee;  // company names or domains, one each
  std::vector<SubStage> sub_stages;  // by position
  int goal_minutes = 60;             // practice C1; of open time, as the limit
  int limit_minutes = 24 * 60;
  int delay_minutes = 10;  // practice C2
  int touch_limit = 5;     // practice C5
  int nurture_days = 90;   // practice C6: until who is not ready wakes up
  std::array<Cadence, kLeadTypeCount> cadences = default_cadences();  // practice C4, by LeadType
  std::string default_currency = "EUR";
  // Its zone is UTC until somebody who knows zones has put in that of `time_zone`.
  Calendar calendar;
  std::string time_zone;
};

TeamSettings settings_from(const Model& model);
// Practice C5: so many touches without an answer, then the goodbye. The limit, or the last step of
// a shorter cadence.
int touches_before_goodbye(const TeamSettings& settings, LeadType type);
// Without the default ones: a team that has made all of them its own.
bool has_own_criteria(const Model& model);
// Its record holds only what the team changed of it, and kRemovedKey where it was removed.
bool is_default_criterion(const Model& model, Id criterion);

// Six to start with: company size, role, region, timing, new or existing customer, need. Their ids
// are the same in every copy.
std::vector<Criterion> default_criteria();
std::array<int, kTouchKindCount> default_points();
std::vector<SubStage> default_sub_stages();  // Working, Connected, Demo, Free trial

// Adds a record to `to` that makes the model's criterion of this id equal `criterion`.
void write_criterion(OperationBuilder& to, const Model& model, const Criterion& criterion);

// The names under which values of TeamSettings are stored.
namespace settings_key {
inline constexpr std::string_view kTeamName = "team_name";
inline constexpr std::string_view kMinimumFit = "minimum_fit";
inline constexpr std::string_view kNoAnswerPoints = "no_answer_points";
inline constexpr std::string_view kMarqueePoints = "marquee_points";
inline constexpr std::string_view kHalfLifeDays = "half_life_days";
inline constexpr std::string_view kSalesPercent = "sales_percent";
inline constexpr std::string_view kWatchPercent = "watch_percent";
inline constexpr std::string_view kGoalMinutes = "goal_minutes";
inline constexpr std::string_view kLimitMinutes = "limit_minutes";
inline constexpr std::string_view kDelayMinutes = "delay_minutes";
inline constexpr std::string_view kTouchLimit = "touch_limit";
inline constexpr std::string_view kNurtureDays = "nurture_days";
inline constexpr std::string_view kDefaultCurrency = "default_currency";
inline constexpr std::string_view kOwnCriteria = "own_criteria";
inline constexpr std::string_view kBusinessHours = "business_hours";
inline constexpr std::string_view kTimeZone = "time_zone";
}  // namespace settings_key
std::string points_key(TouchKind kind);               // "points/quote_requested"
std::string marquee_key(std::string_view name);       // "marquee/example.com"
std::string hours_key(std::size_t weekday);           // 0 is Sunday: "hours/sun"
std::string holiday_key(int day);                     // days since 1970: "holiday/2026-12-25"
std::string cadence_key(LeadType type);               // "cadence/quote_request", "cadence/any"
std::string sub_stage_name_key(std::string_view id);  // "sub_stage/working/name"
std::string sub_stage_position_key(std::string_view id);
std::string sub_stage_removed_key(std::string_view id);
enum class AnswerPart : std::uint8_t { kText, kPoints, kMatch, kPosition };
std::string answer_key(int number, AnswerPart part);  // "answer/2/points", in a criterion record

}  // namespace leadlight
