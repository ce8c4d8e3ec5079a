// A team's settings as typed values, read from the model's setting and criterion records with defaults
// for whatever is absent. Pure: same model, same settings.
//
// Stored as fields of one setting record whose id is nil (kTeamSettingsId): "goal_minutes" = "60",
// "points/quote_requested" = "24", "sub_stage/<id>/name" ... Each key is written by itself, so that two
// people who change different settings lose nothing.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "lead/fields.h"
#include "lead/model.h"
#include "lead/vocabulary.h"

namespace leadlight {

inline constexpr Id kTeamSettingsId{0, 0};

struct CriterionAnswer {
  int number = 0;      // stable within its criterion; what "fit:<criterion>" holds
  std::string text;    // "250 to 1,000 people"
  int points = 0;
  std::string match;   // see score/fit.h for the rule; empty: only by hand
};

// Practice B3. `field` names the lead field (or custom column) that answers by itself; empty: by hand.
struct Criterion {
  Id id;
  int position = 0;
  std::string question;
  std::string field;
  bool must_have = false;
  std::vector<CriterionAnswer> answers;  // by number
};

struct SubStage {
  std::string id;    // stable: "working"
  std::string name;  // "Working"
  int position = 0;
};

struct TeamSettings {
  std::string team_name;
  std::vector<Criterion> criteria;  // by position; defaults until the team writes its own
  int minimum_fit = 0;              // practice A3: fit points from which a contact is a lead
  std::array<int, kTouchKindCount> points{};  // practice B5, by TouchKind
  int no_answer_points = -3;        // for each of our touches that nobody answered
  int marquee_points = 9;
  int half_life_days = 30;          // practice B5; 0 means points never fade
  int sales_percent = 5;            // practice B8
  int watch_percent = 10;
  std::vector<std::string> marquee; // company names or domains, one each
  std::vector<SubStage> sub_stages; // by position
  int goal_minutes = 60;            // practice C1
  int limit_minutes = 24 * 60;
  int delay_minutes = 10;           // practice C2
  int touch_limit = 5;              // practice C5
  std::string default_currency = "EUR";
};

TeamSettings settings_from(const Model& model);

// The field name under which a value of TeamSettings is stored.
std::string points_key(TouchKind kind);  // "points/quote_requested"

}  // namespace leadlight
