// The lead card: all that is known of one lead, why it ranks where it does, what happened, what to
// do next (practice E1, B6, C3). Beside a place on a laptop, full screen on a phone.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lead/model.h"
#include "lead/settings.h"
#include "ui/ui.h"
#include "ui/views/lead_actions.h"
#include "ui/widgets.h"

namespace leadlight::ui {

// One thing that happened, for the time line.
struct CardEvent {
  UtcMs at = 0;
  enum class Kind : unsigned char { kTouch, kMove, kNote, kHandoff, kCreated } kind = Kind::kTouch;
  Row row = kNoRow;  // of its own kind
};

// A value that somebody else wrote at the same time and that lost (design.md section 5).
struct CardLoser {
  std::string field, label, value, by;
};

// Planning the next step in two taps: by which channel, then when (practice C3).
struct PlanDialog {
  Id lead = {};
  TouchKind kind = TouchKind::kCall;
  bool asked_to_open = false;
  std::string day = {}, error = {};  // as typed
  std::string why = {};              // nothing is to be planned
  float height = 320;                // of its content
  int drafts_changed = -1;           // State's, when the day was begun
};
void draw(Ui&, PlanDialog&);

// A fact that is changed where it stands. It stays open until its text is saved or dropped, and is
// a draft of the device meanwhile.
struct OpenFact {
  std::string field, text;
  std::string seen;  // what the book had there, as it is shown: nothing is typed while this is text
  std::string error;
  bool wants_focus = false;
  bool wants_sight = false;  // to be scrolled to, with what is wrong with it
};

struct LeadCardView {
  LeadActions actions;
  Id lead;  // whose transient state this is
  std::vector<OpenFact> open_facts;
  Rect to_see;  // of a fact that wants to be seen; none: of no height
  std::string note;
  int drafts_changed = 0;  // State's, when note and facts were restored
  std::string new_tag, new_field_name, new_field_value;
  bool show_empty = false;
  bool show_criteria = false;
  PlanDialog plan;
  double moved_at_ms = -1e9;  // by the button that goes on by one
  bool show_all_events = false;
  Id merged_open;           // the merged lead whose record is shown
  CardEvent unfolded = {};  // the long text that is shown whole
  // Derived for this lead; kept while the book stays the same.
  std::size_t operations = static_cast<std::size_t>(-1);
  std::vector<CardEvent> events;
  std::vector<CardLoser> losers;
};

// What a touch, move or note says, in whatever model it stands.
void take_events(const Model&, Row lead, std::vector<CardEvent>&);  // the latest first
std::string event_text(const Ui&, const Model&, Kind kind, Row row);

void draw(Ui&, LeadCardView&, Rect area);
// Before the card of another lead, or none, is shown: facts that are still open are saved, or said
// to wait.
void leave_card(Ui&, LeadCardView&);

// Parts. Each draws at `area`'s top and returns the height it used.
float draw_card_head(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_next(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_why(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_criteria(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_qualification(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_briefing(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_losers(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_merged(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_timeline(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_facts(Ui&, LeadCardView&, Row lead, Rect area);
float draw_card_own_fields(Ui&, LeadCardView&, Row lead, Rect area);  // tags and custom fields

// A field shown as a line that turns into an entry field when it is used.
struct FactSpec {
  std::string_view field;  // as in the record
  std::string_view label;
  std::string_view value;
  FieldKind kind = FieldKind::kText;
  std::string_view autocomplete = "off";
  int lines = 1;
  std::string_view shown = {};  // where it reads otherwise than it is typed
};
float draw_fact(Ui&, LeadCardView&, const FactSpec& spec, Rect area);
[[nodiscard]] bool is_open(const LeadCardView&, std::string_view field);
void reopen_facts(const Ui&, LeadCardView&);  // those that are drafts
// A field with few values: the words for them, and theirs in the record. The first value is "not
// known".
struct ChoiceFactSpec {
  std::string_view field;
  std::string_view label;
  std::string_view value;
  std::span<const Option> options;
  std::span<const std::string_view> values;
};
float draw_choice_fact(Ui&, LeadCardView&, const ChoiceFactSpec& spec, Rect area);
// Words about the present record, kept while the book stays the same.
void follow_lead(const Ui&, LeadCardView&, Row lead);
inline constexpr float kFactLabelWidth = 116;

}  // namespace leadlight::ui
