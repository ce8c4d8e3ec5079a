// Settings: how the team works (practice A1, A3, B3, B5, B8, C1 to C6) and how this device looks.
// A change is made when its field is left or submitted: one command, one undo step.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lead/settings.h"
#include "score/match_rule.h"
#include "ui/ui.h"

namespace leadlight::ui {

enum class SettingsSection : unsigned char {
  kTeam,
  kCriteria,
  kInterest,
  kBands,
  kSubStages,
  kAssignment,
  kClocks,
  kHours,
  kPlans
};
inline constexpr int kSettingsSectionCount = 9;

// How the book stands under the present settings; kept while neither changes.
struct SettingsCounts {
  std::size_t operations = static_cast<std::size_t>(-1);
  UtcMs at = -1;
  std::size_t leads = 0;                                          // open ones
  std::size_t contacts = 0;                                       // practice A3: not yet leads
  std::size_t sales = 0, watch = 0, candidates = 0, marquee = 0;  // practice B8
  std::map<std::string, std::size_t, std::less<>> by_sub_stage;
};

// How many leads each answer of the open criterion has, counted a part each frame, so that a large
// book does not hold up typing.
struct AnswerCounts {
  std::string rules;  // what was counted: field, rules, state of the book
  std::string_view field;
  std::vector<score::MatchRule> matches;
  std::unordered_map<TextId, std::int32_t> answer_of;  // by text; -1: none
  std::vector<std::size_t> by_answer;
  std::size_t answered = 0;
  std::size_t total = 0;
  Row next = 0;
  bool done = false;
};

struct SettingsView {
  SettingsSection section = SettingsSection::kTeam;
  bool in_section = false;  // phone: the list of sections, or one of them

  // What is typed and not (yet) a valid value, by key of its field.
  struct Typed {
    std::string text;
    bool left = false;  // the field was left: what is wrong is said
    // The settings' writes that stood when typing began.
    std::vector<std::pair<std::string, Stamp>> seen = {};
  };
  std::map<std::string, Typed, std::less<>> typed;
  int drafts_changed = -1;  // State's, when `typed` was last taken from the drafts
  std::vector<std::pair<std::string, Stamp>> seen;       // of the field that was entered just now
  std::unordered_map<std::string, float> panel_heights;  // of groups, in the frame before

  SettingsCounts counts;
  Id open_criterion;
  bool open_newest = false;  // a criterion was added to those before: open it when it is there
  std::vector<Id> criteria_before;
  bool focus_question = false;
  bool asks_for_seventh = false;
  AnswerCounts answers;
  LeadType plan_of = LeadType::kUnknown;  // whose follow-up plan is shown

  // Removing a sub-stage that has leads.
  std::string leaving_sub_stage, leads_go_to;
  bool asks_to_remove = false;
  float dialog_height = 0;
};

void draw(Ui&, SettingsView&, Rect area);
void draw_bar(Ui&, SettingsView&, Rect bar);

}  // namespace leadlight::ui
