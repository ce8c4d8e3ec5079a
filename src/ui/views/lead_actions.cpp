#include "ui/views/lead_actions.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "app/hand_over.h"
#include "app/mentions.h"
#include "base/format.h"
#include "base/late.h"
#include "base/sort.h"
#include "base/text.h"
#include "ui/views/dialog_draft.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kMostOffered = 12;

void open(LeadActions& actions, LeadActions::Opening what, std::vector<Id> leads, Rect anchor) {
  actions.leads = std::move(leads);
  actions.anchor = anchor;
  actions.opening = what;
}

TouchKind suggested_channel(const Ui& ui, Row lead) {
  for (const followup::Item& item : ui.state.today)
    if (item.lead == lead) return item.channel;
  return followup::suggested_channel(*ui.state.model, ui.state.settings, lead);
}

void add_to_selection(Ui& ui, Id lead) {
  std::vector<Id> selection = ui.state.selection;
  if (!std::ranges::contains(selection, lead)) selection.push_back(lead);
  ui.emit(app::SetSelection{std::move(selection)});
}

// The menu of one living lead.
void draw_lead_menu(Ui& ui, LeadActions& actions) {
  enum Choice : int { kOpen, kLog, kMove, kSnooze, kAssign, kTag, kWeedOut, kDelete, kSelect };
  static constexpr std::array<MenuItem, 9> kItems{{
      {.id = "open", .label = "Open card", .icon = Icon::kUser},
      {.id = "log", .label = "Log a touch…", .icon = Icon::kCheck},
      {.id = "move", .label = "Move to…", .icon = Icon::kArrowRight},
      {.id = "snooze", .label = "Snooze…", .icon = Icon::kSnooze},
      {.id = "assign", .label = "Assign…", .icon = Icon::kUsers},
      {.id = "tag", .label = "Tag…", .icon = Icon::kTag},
      {.id = "weed-out", .label = "Weed out…", .icon = Icon::kBan, .separator_before = true},
      {.id = "delete", .label = "Delete", .icon = Icon::kTrash, .danger = true},
      {.id = "select", .label = "Select", .icon = Icon::kTable, .separator_before = true},
  }};
  if (actions.leads.empty()) return;
  const Id lead = actions.leads.front();
  const Row row = ui.app.lead_row(lead);
  if (row == kNoRow) return;
  constexpr auto kBefore = static_cast<std::ptrdiff_t>(kSnooze);  // the steps of a hand-off
  const std::size_t offered = ui.state.past ? 1 : kItems.size() - (actions.can_select ? 0 : 1);
  std::vector<MenuItem> items(kItems.begin(), kItems.begin() + (ui.state.past ? 1 : kBefore));
  add_handoff_items(ui, row, items);
  const auto more = static_cast<int>(items.size()) - static_cast<int>(kBefore);
  if (!ui.state.past)
    items.insert(items.end(), kItems.begin() + kBefore,
                 kItems.begin() + static_cast<std::ptrdiff_t>(offered));
  int chosen = menu(ui, "lead-menu", "More for this lead", items);
  if (chosen < 0) return;
  if (do_handoff(ui, actions.handoff, lead, items[static_cast<std::size_t>(chosen)].id))
    return ui.request_frame();
  if (chosen >= kBefore) chosen -= more;
  switch (static_cast<Choice>(chosen)) {
    case kOpen: ui.emit(app::OpenLead{lead}); break;
    case kLog: ask_to_log(actions.touch, lead, suggested_channel(ui, row)); break;
    case kMove: ask_to_move(ui, actions.move, {lead}); break;
    case kSnooze: open_snooze_menu(actions, {lead}, actions.anchor); break;
    case kAssign: open_assign(ui, actions, {lead}); break;
    case kTag: open_tag(ui, actions, {lead}); break;
    case kWeedOut: open_weed_out_menu(actions, {lead}, actions.anchor); break;
    case kDelete: ui.emit(app::DeleteLeads{{lead}}); break;
    case kSelect: add_to_selection(ui, lead); break;
  }
  ui.request_frame();
}

void draw_snooze_menu(Ui& ui, LeadActions& actions) {
  const auto choices = words::later_choices(ui.state.now, ui.state.local_offset_minutes);
  std::vector<MenuItem> items;
  for (const words::LaterChoice& choice : choices)
    items.push_back({.id = choice.label, .label = choice.label, .hint = choice.detail});
  if (const int chosen = menu(ui, "snooze-menu", "Snooze until", items); chosen >= 0)
    ui.emit(app::Snooze{actions.leads, choices[static_cast<std::size_t>(chosen)].until});
}

// Practice B2.
void draw_weed_out_menu(Ui& ui, LeadActions& actions) {
  std::array<MenuItem, kWeedOutCount - 1> items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto reason = static_cast<WeedOut>(i + 1);
    items[i] = {.id = text_of(reason), .label = label_of(reason)};
  }
  if (const int chosen = menu(ui, "weed-out-menu", "Weed out as", items); chosen >= 0)
    ui.emit(app::SetWeedOut{actions.leads, static_cast<WeedOut>(chosen + 1)});
}

std::string about(const Ui& ui, const LeadActions& actions) {
  if (actions.leads.size() != 1) return words::counted(actions.leads.size(), "lead", "leads");
  const Row row = ui.app.lead_row(actions.leads.front());
  return row == kNoRow ? std::string("lead") : ui.state.model->name_of(row);
}

void begin_to_type(const Ui& ui, LeadActions& actions, std::string_view draft) {
  actions.drafts_changed = -1;
  actions.typed.clear();
  if (!actions.leads.empty()) actions.typed = ui.state.draft_of(actions.leads.front(), draft);
}

// Buttons with what is in use already, and a field for something new. Returns what was chosen.
std::string draw_name_choice(Ui& ui, LeadActions& actions, FittingDialog& dialog,
                             std::string_view label, std::string_view action,
                             std::string_view draft) {
  std::string chosen;
  Rect area = dialog.content();
  const float top = area.y;
  const FieldSpec spec{};
  Rect row = area.cut_top(field_height(ui, spec), 16);
  Rect side = row.cut_right(button_width(ui, action));
  row.cut_right(8);
  const bool submitted =
      text_field(ui, "typed", row, label, actions.typed, spec) == FieldResult::kSubmitted;
  const Rect go = side.cut_bottom(ui.control_height());
  const bool empty = trimmed(actions.typed).empty();
  if ((button(ui, "go", go, action, {.look = ButtonLook::kPrimary, .disabled = empty}) ||
       submitted) &&
      !empty)
    chosen = trimmed(actions.typed);
  Flow flow(area, ui.control_height());
  for (std::size_t i = 0; i < actions.offered.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string& name = actions.offered[i];
    if (button(ui, "offered", flow.next(button_width(ui, name)), name)) {
      chosen = name;
      actions.typed.clear();
    }
    ImGui::PopID();
  }
  // What is typed goes with the command.
  if ((chosen.empty() || actions.typed.empty()) && !actions.leads.empty())
    keep_dialog_draft(ui, actions.leads.front(), draft, actions.typed, actions.drafts_changed);
  dialog.used(area.y - top + flow.used_height());
  return chosen;
}

void draw_assign_dialog(Ui& ui, LeadActions& actions) {
  if (!dialog_is_open(ui, "assign-dialog")) return;
  FittingDialog dialog(ui, "assign-dialog", "Assign " + about(ui, actions), 460, actions.height);
  if (!dialog) return;
  const std::string owner =
      draw_name_choice(ui, actions, dialog, "Owner", "Assign", app::kAssignDraft);
  if (owner.empty()) return;
  ui.emit(app::Assign{actions.leads, owner});
  close_dialog(ui);
}

bool all_have(const Ui& ui, const std::vector<Id>& leads, std::string_view tag) {
  const Model& model = *ui.state.model;
  const ColumnIndex column = model.leads().find_column(std::string(kTagPrefix).append(tag));
  if (column == kNoColumn) return false;
  return std::ranges::all_of(leads, [&](Id id) {
    const Row row = ui.app.lead_row(id);
    return row != kNoRow && model.leads().cell(row, column) != kNoText;
  });
}

// A tag that all of them have is taken away, any other is given.
void draw_tag_dialog(Ui& ui, LeadActions& actions) {
  if (!dialog_is_open(ui, "tag-dialog")) return;
  FittingDialog dialog(ui, "tag-dialog", "Tag " + about(ui, actions), 460, actions.height);
  if (!dialog) return;
  const std::string tag = draw_name_choice(ui, actions, dialog, "Tag", "Tag", app::kTagDraft);
  if (tag.empty()) return;
  ui.emit(app::SetTag{actions.leads, tag, !all_have(ui, actions.leads, tag)});
  close_dialog(ui);
}

// What was merged into them goes with them.
std::string merged_words(const Ui& ui, const LeadActions& actions) {
  constexpr std::size_t kNamed = 3;
  const Model& model = *ui.state.model;
  std::vector<std::string> names;
  for (const Id id : actions.leads)
    if (const Row row = ui.app.lead_row(id); row != kNoRow)
      for (const Row merged : model.merged_leads(row)) names.push_back(model.name_of(merged));
  if (names.empty()) return {};
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
    list += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kNamed) list += formatted(" and {} more", names.size() - kNamed);
  return formatted(" With them {} merged into them: {}.",
                   names.size() == 1 ? std::string("goes the record that was")
                                     : formatted("go the {} records that were", names.size()),
                   list);
}

// A duplicate has what is known of the person, too, and is not erased along.
std::string staying_words(const Ui& ui, const LeadActions& actions) {
  const Model& model = *ui.state.model;
  constexpr auto kEmail = static_cast<ColumnIndex>(LeadField::kEmail);
  std::vector<TextId> addresses;
  for (const Id id : actions.leads)
    if (const Row row = ui.app.lead_row(id); row != kNoRow)
      if (const TextId address = model.leads().cell(row, kEmail); address != kNoText)
        addresses.push_back(address);
  std::vector<std::string> names;
  for (Row row = 0; row < model.leads().size() && !addresses.empty(); ++row)
    if (std::ranges::contains(addresses, model.leads().cell(row, kEmail)) &&
        model.leads().alive(row) && !std::ranges::contains(actions.leads, model.leads().id(row)))
      names.push_back(model.name_of(row));
  if (names.empty()) return {};
  return formatted(" {} with the same e-mail address {}: erase them too, if it is the same person.",
                   names.size() == 1 ? names.front() : words::counted(names.size(), "", "leads"),
                   names.size() == 1 ? "stays" : "stay");
}

// What of others names them: half typed it goes along, in the book it stays.
std::string named_words(const Ui& ui, const LeadActions& actions) {
  constexpr std::size_t kNamed = 3;
  const Model& model = *ui.state.model;
  const std::vector<Id> people = app::whole_people(model, actions.leads);
  const app::Mentions mentions(model, people);
  std::string text;
  if (const auto drafts = std::ranges::count_if(ui.state.drafts, mentions); drafts > 0)
    text = formatted(" {} that {} half typed and not saved {} too.",
                     words::counted(static_cast<std::size_t>(drafts), "text", "texts"),
                     drafts == 1 ? "is" : "are", drafts == 1 ? "goes" : "go");
  const app::Notes notes = app::notes_that_name(model, people);
  if (!notes.looked_for) text += " Notes of other leads that name them stay.";
  if (notes.count == 0) return text;
  std::vector<std::string> names;
  for (const Row row : notes.of) names.push_back(model.name_of(row));
  return text + formatted(" {} of {} {} them and {}.", words::counted(notes.count, "note", "notes"),
                          words::list_of(names, kNamed), notes.count == 1 ? "names" : "name",
                          notes.count == 1 ? "stays" : "stay");
}

void call(Ui& ui, LeadActions& actions, Id lead) {
  ui.emit(app::HandOver{lead, TouchKind::kCall});
  ask_to_log(actions.touch, lead, TouchKind::kCall);
}

// Practice A5, C5: what speaks against it is said first.
void draw_call_dialog(Ui& ui, LeadActions& actions) {
  if (!dialog_is_open(ui, "call-dialog") || actions.leads.empty()) return;
  FittingDialog dialog(ui, "call-dialog", "Call " + about(ui, actions) + "?", 440, actions.height,
                       ui.control_height());
  if (!dialog) return;
  const Id lead = actions.leads.front();
  const Row row = ui.app.lead_row(lead);
  if (row == kNoRow) return close_dialog(ui);
  dialog.used(text_block(ui, dialog.content(), caution_words(ui, row), kText, ui.colours.ink));
  Rect buttons = dialog.footer();
  constexpr std::string_view kLabel = "Call all the same";
  const float cancel = button_width(ui, "Cancel");
  const float width = ui.phone() ? buttons.w - cancel - 8 : button_width(ui, kLabel);
  if (button(ui, "call", buttons.cut_right(width, 8), kLabel)) {
    close_dialog(ui);
    call(ui, actions, lead);
  }
  if (button(ui, "cancel", buttons.cut_right(cancel), "Cancel", {.look = ButtonLook::kPrimary}))
    close_dialog(ui);
}

void draw_erase_dialog(Ui& ui, LeadActions& actions) {
  constexpr std::string_view kWord = "ERASE";
  if (!dialog_is_open(ui, "erase-dialog")) return;
  FittingDialog dialog(ui, "erase-dialog", "Erase " + about(ui, actions) + " for good?", 460,
                       actions.height);
  if (!dialog) return;
  Rect area = dialog.content();
  const float top = area.y;
  area.cut_top(
      text_block(ui, area,
                 formatted("All that this book holds of them goes: fields, touches, notes and what "
                           "was changed.{}{}{} A colleague's copy erases them when it next imports "
                           "yours. Files that you exported before still hold them: delete those "
                           "yourself.",
                           merged_words(ui, actions), actions.named, staying_words(ui, actions)),
                 kText, ui.colours.ink2),
      16);
  const FieldSpec spec{.placeholder = kWord};
  const bool submitted = text_field(ui, "typed", area.cut_top(field_height(ui, spec), 16),
                                    "Type ERASE. This can't be undone.", actions.typed,
                                    spec) == FieldResult::kSubmitted;
  const bool meant = trimmed(actions.typed) == kWord;
  Rect row = area.cut_top(ui.control_height());
  const std::string_view label = "Erase for good";
  if ((button(ui, "erase", row.cut_right(button_width(ui, label)), label,
              {.look = ButtonLook::kDanger, .disabled = !meant}) ||
       submitted) &&
      meant) {
    ui.emit(app::EraseLeads{actions.leads});
    ui.emit(app::SetSelection{});
    close_dialog(ui);
  }
  dialog.used(area.y - top);
}

}  // namespace

std::vector<std::string> tags_in_use(const Model& model) {
  std::vector<std::string> tags;
  const Table& leads = model.leads();
  for (ColumnIndex column = kLeadFieldCount; column < leads.column_count(); ++column) {
    const std::string_view name = leads.column_name(column);
    if (!name.starts_with(kTagPrefix)) continue;
    for (Row row = 0; row < leads.size(); ++row) {
      if (leads.cell(row, column) == kNoText || !leads.alive(row)) continue;
      tags.emplace_back(name.substr(kTagPrefix.size()));
      break;
    }
  }
  sort_stably(tags, [](const auto& a, const auto& b) { return compare_for_people(a, b) < 0; });
  return tags;
}

void hand_over(Ui& ui, LeadActions& actions, Id lead, TouchKind channel) {
  const Row row = ui.app.lead_row(lead);
  const bool can = row != kNoRow && !ui.state.past &&
                   app::hand_over_url(*ui.state.model, row, channel).has_value();
  if (!can) {
    ui.emit(app::HandOver{lead, channel});  // says why not
  } else if (channel != TouchKind::kCall) {
    ask_to_write(actions.message, lead, channel);
  } else if (caution_words(ui, row).empty()) {
    call(ui, actions, lead);
  } else {
    open(actions, LeadActions::Opening::kCall, {lead}, {});
  }
}

SwipeSides swipe_sides(const Ui& ui, Row lead) {
  if (ui.state.past || !ui.state.model->leads().alive(lead)) return {};
  if (is_offered(ui, lead))
    return {.right = {"Accept", Icon::kCheck}, .left = {"Return", Icon::kUndo}};
  return {.right = {"Log", Icon::kCheck}, .left = {"Snooze", Icon::kSnooze}};
}

void do_swiped(Ui& ui, LeadActions& actions, Row lead, SwipeRow::Done done, Rect anchor) {
  const Id id = ui.state.model->leads().id(lead);
  if (done != SwipeRow::Done::kNothing && is_offered(ui, lead))
    return void(
        do_handoff(ui, actions.handoff, id, done == SwipeRow::Done::kRight ? "accept" : "return"));
  if (done == SwipeRow::Done::kRight) ask_to_log(actions.touch, id, suggested_channel(ui, lead));
  if (done == SwipeRow::Done::kLeft) open_snooze_menu(actions, {id}, anchor);
}

void open_lead_menu(LeadActions& actions, Id lead, Rect anchor) {
  open(actions, LeadActions::Opening::kMenu, {lead}, anchor);
}
void open_snooze_menu(LeadActions& actions, std::vector<Id> leads, Rect anchor) {
  open(actions, LeadActions::Opening::kSnooze, std::move(leads), anchor);
}
void open_weed_out_menu(LeadActions& actions, std::vector<Id> leads, Rect anchor) {
  open(actions, LeadActions::Opening::kWeedOut, std::move(leads), anchor);
}

void open_assign(Ui& ui, LeadActions& actions, std::vector<Id> leads) {
  open(actions, LeadActions::Opening::kAssign, std::move(leads), {});
  begin_to_type(ui, actions, app::kAssignDraft);
  actions.offered.clear();
  if (!ui.state.my_name.empty()) actions.offered.push_back(ui.state.my_name);
  for (auto& [owner, count] :
       query::Engine::values_of(*ui.state.model, LeadField::kOwner, kMostOffered))
    if (owner != ui.state.my_name) actions.offered.push_back(std::move(owner));
}

void open_tag(Ui& ui, LeadActions& actions, std::vector<Id> leads) {
  open(actions, LeadActions::Opening::kTag, std::move(leads), {});
  begin_to_type(ui, actions, app::kTagDraft);
  actions.offered = tags_in_use(*ui.state.model);
  if (actions.offered.size() > kMostOffered) actions.offered.resize(kMostOffered);
}

void open_erase(LeadActions& actions, std::vector<Id> leads) {
  open(actions, LeadActions::Opening::kErase, std::move(leads), {});
  actions.typed.clear();
}

void draw(Ui& ui, LeadActions& actions) {
  ImGui::PushID("lead-actions");
  switch (std::exchange(actions.opening, LeadActions::Opening::kNothing)) {
    case LeadActions::Opening::kNothing: break;
    case LeadActions::Opening::kMenu: open_menu(ui, "lead-menu", actions.anchor); break;
    case LeadActions::Opening::kSnooze: open_menu(ui, "snooze-menu", actions.anchor); break;
    case LeadActions::Opening::kWeedOut: open_menu(ui, "weed-out-menu", actions.anchor); break;
    case LeadActions::Opening::kAssign: open_dialog(ui, "assign-dialog"); break;
    case LeadActions::Opening::kTag: open_dialog(ui, "tag-dialog"); break;
    case LeadActions::Opening::kErase:
      actions.named = named_words(ui, actions);
      open_dialog(ui, "erase-dialog");
      break;
    case LeadActions::Opening::kCall: open_dialog(ui, "call-dialog"); break;
  }
  for (Id& lead : actions.leads) lead = standing_of(ui, lead);
  draw_lead_menu(ui, actions);
  draw_snooze_menu(ui, actions);
  draw_weed_out_menu(ui, actions);
  draw_assign_dialog(ui, actions);
  draw_tag_dialog(ui, actions);
  draw_erase_dialog(ui, actions);
  draw(ui, actions.move);
  draw(ui, actions.handoff);
  if (ui.state.rest != app::State::Rest::kHere && std::exchange(actions.merge.asked_to_open, false))
    ui.emit(app::BringRest{});
  late::run([&] { draw(ui, actions.merge); });
  draw_call_dialog(ui, actions);
  draw(ui, actions.message, actions.touch);
  draw(ui, actions.touch);
  ImGui::PopID();
}

}  // namespace leadlight::ui
