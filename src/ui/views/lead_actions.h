// What can be done with one or several leads, wherever they are shown: the menu of a row, and the
// dialogs that its items open. Each view that shows leads has one of these and draws it last.
#pragma once
#include <string>
#include <vector>

#include "base/id.h"
#include "lead/model.h"
#include "ui/ui.h"
#include "ui/views/handoff_dialog.h"
#include "ui/views/merge_dialog.h"
#include "ui/views/message_dialog.h"
#include "ui/views/move_dialog.h"
#include "ui/views/touch_dialog.h"
#include "ui/widgets.h"

namespace leadlight::ui {

struct LeadActions {
  MoveDialog move;
  HandoffDialog handoff;
  MergeDialog merge;
  TouchDialog touch;
  MessageDialog message;
  std::vector<Id> leads;  // what the open menu or dialog is about
  Rect anchor;
  // What opens in this frame's draw, where the id stack is always the same.
  enum class Opening : unsigned char {
    kNothing,
    kMenu,
    kSnooze,
    kWeedOut,
    kAssign,
    kTag,
    kErase,
    kCall
  };
  Opening opening = Opening::kNothing;
  bool can_select = false;           // the menu offers to begin a selection
  float height = 200;                // of the open dialog's content
  std::string typed;                 // in the owner's or the tag's field
  int drafts_changed = -1;           // State's, when that was begun
  std::vector<std::string> offered;  // owners or tags that are in use
  std::string named;                 // where else who is to be erased is named
};

// Calls, or opens what is to be written, and asks how it ended for when they come back (C3, D6).
void hand_over(Ui&, LeadActions&, Id lead, TouchKind channel);
void open_lead_menu(LeadActions&, Id lead, Rect anchor);
void open_snooze_menu(LeadActions&, std::vector<Id> leads, Rect anchor);
void open_weed_out_menu(LeadActions&, std::vector<Id> leads, Rect anchor);
void open_assign(Ui&, LeadActions&, std::vector<Id> leads);
void open_tag(Ui&, LeadActions&, std::vector<Id> leads);
// Asks for a typed word first: nothing brings them back.
void open_erase(LeadActions&, std::vector<Id> leads);
void draw(Ui&, LeadActions&);

// What a swipe over a lead's row does: log a touch, or snooze; an offer is accepted or returned.
SwipeSides swipe_sides(const Ui&, Row lead);
void do_swiped(Ui&, LeadActions&, Row lead, SwipeRow::Done, Rect anchor);

// All tags in use, by name.
std::vector<std::string> tags_in_use(const Model& model);

}  // namespace leadlight::ui
