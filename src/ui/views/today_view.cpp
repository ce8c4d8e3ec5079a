#include "ui/views/today_view.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/lead_row.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

using followup::Item;

constexpr float kMostWidth = 880;  // so that the eye finds from the name to when it is due

struct GroupWords {
  followup::Group group;
  std::string_view id, title;
};
constexpr std::array kGroups{GroupWords{followup::Group::kOffered, "offered", "Offered to sales"},
                             GroupWords{followup::Group::kNow, "now", "Now"},
                             GroupWords{followup::Group::kLaterToday, "later", "Later today"},
                             GroupWords{followup::Group::kWoken, "woken", "Woken from nurture"}};

// The queue is sorted by group, so that each is one piece of it.
std::span<const Item> items_of(std::span<const Item> today, followup::Group group) {
  const auto range = std::ranges::equal_range(today, group, {}, &Item::group);
  return {range.begin(), range.end()};
}

// Why, and in their own words where it is because they said something.
std::string reason_in_words(const Ui& ui, const Item& item) {
  std::string reason = reason_of(ui, item);
  std::string last = last_words(ui, item.lead);
  return !reason.empty() && last.starts_with(reason) ? last : reason;
}

}  // namespace

std::string line_of(const Ui& ui, const followup::Item& item) {
  std::string reason = reason_in_words(ui, item);
  const bool is_handoff =
      item.waits == followup::Waits::kForAcceptance || item.waits == followup::Waits::kForDecision;
  if (is_handoff || reason.contains(" planned")) return reason;  // says what to do itself
  return std::string(words::verb_of(item.channel))
      .append(words::kDot)
      .append(words::continued(reason));
}

namespace {

void draw_row(Ui& ui, TodayView& view, Rect rect, const Item& item) {
  const auto due = words::due(item, ui.state.now, ui.state.local_offset_minutes,
                              ui.phone() ? words::Room::kNarrow : words::Room::kWide);
  const std::string line = line_of(ui, item);
  ImGui::PushID(static_cast<int>(item.lead));
  const SwipeRow swipe(ui, "swipe", rect, swipe_sides(ui, item.lead));
  const RowResult used = lead_row(ui, swipe.rect(),
                                  {.lead = item.lead,
                                   .line = line,
                                   .pill = due.text,
                                   .tone = due.tone,
                                   .spoken = line + ", " + due.text});
  const Id id = ui.state.model->leads().id(item.lead);
  if (used.activated) ui.emit(app::OpenLead{id});
  if (used.context) open_lead_menu(view.actions, id, rect);
  do_swiped(ui, view.actions, item.lead, swipe.done(), rect);
  ImGui::PopID();
}

// Only rows that can be seen are drawn.
float draw_group(Ui& ui, TodayView& view, const ScrollArea& scroll, Rect area, float top_offset,
                 const GroupWords& group, std::span<const Item> items) {
  float y = small_heading(ui, {area.x + 8, area.y, area.w - 8, 16}, group.title) + 4;
  const float height = static_cast<float>(items.size()) * kLeadRowHeight;
  Scope list(ui, group.id, a11y::Role::kList, group.title, {area.x, area.y + y, area.w, height});
  const auto [first, last] = scroll.visible(items.size(), kLeadRowHeight, top_offset + y);
  for (std::size_t i = first; i < last; ++i)
    draw_row(ui, view,
             {area.x, area.y + y + static_cast<float>(i) * kLeadRowHeight, area.w, kLeadRowHeight},
             items[i]);
  return y + height + 16;
}

// ---- the phone's first ------------------------------------------------------------------------------

void draw_first_buttons(Ui& ui, TodayView& view, Rect row, const Item& item) {
  const Model& model = *ui.state.model;
  const Id id = model.leads().id(item.lead);
  const bool can_call = !model.text(item.lead, LeadField::kPhone).empty() ||
                        !model.text(item.lead, LeadField::kMobile).empty();
  const bool can_write = !model.text(item.lead, LeadField::kEmail).empty();
  if (ui.state.past) {
    if (button(ui, "open", row, "Open card")) ui.emit(app::OpenLead{id});
    return;
  }
  if (is_offered(ui, item.lead)) {  // A4
    if (button(ui, "return", row.cut_right((row.w - 8) / 2, 8), "Return…"))
      ask_to_return(ui, view.actions.handoff, {id});
    if (button(ui, "accept", row, "Accept", {.look = ButtonLook::kPrimary, .icon = Icon::kCheck}))
      ui.emit(app::AcceptLeads{{id}});
    return;
  }
  const Rect more = row.cut_right(48, 8);
  const Rect log = row.cut_right(48, 8);
  const bool call_first = can_call && (item.channel == TouchKind::kCall || !can_write);
  struct Way {
    std::string_view id, label;
    Icon icon;
    TouchKind channel;
    bool possible;
  };
  std::array ways{Way{"call", "Call", Icon::kPhone, TouchKind::kCall, can_call},
                  Way{"write", "Write", Icon::kMail, TouchKind::kEmail, can_write}};
  const auto possible = static_cast<float>(can_call + can_write);
  const float wide = possible > 1 ? (row.w - 8) / 2 : row.w;
  for (const Way& way : ways) {
    if (!way.possible) continue;
    const bool primary = (way.channel == TouchKind::kCall) == call_first;
    if (button(ui, way.id, row.cut_left(wide, 8), way.label,
               {.look = primary ? ButtonLook::kPrimary : ButtonLook::kSecondary, .icon = way.icon}))
      hand_over(ui, view.actions, id, way.channel);
  }
  if (possible == 0 && button(ui, "open", row, "Open card", {.look = ButtonLook::kPrimary}))
    ui.emit(app::OpenLead{id});
  if (button(ui, "log", log, "Log a touch…", {.icon = Icon::kCheck, .icon_only = true}))
    ask_to_log(view.actions.touch, id, item.channel);
  if (button(ui, "more", more, "More for this lead", {.icon = Icon::kMore, .icon_only = true}))
    open_lead_menu(view.actions, id, more);
}

// The best lead of all as a card with its buttons: one thumb and it is done.
float draw_first_card(Ui& ui, TodayView& view, Rect area, const Item& item) {
  const Model& model = *ui.state.model;
  const float text_width_px = area.w - 32;
  const std::string reason = reason_in_words(ui, item);
  const float reason_height = std::min(40.0F, text_height(ui, text_width_px, reason, kText));
  const Rect card{area.x, area.y, area.w,
                  16 + 40 + 12 + reason_height + 14 + ui.control_height() + 16};
  card_shadow(ui, card, 14);
  panel(ui, card, 14);
  ImGui::PushID(static_cast<int>(item.lead));
  Rect inner = card.inset(16);
  const Rect head = inner.cut_top(40, 12);
  const auto due =
      words::due(item, ui.state.now, ui.state.local_offset_minutes, words::Room::kNarrow);
  const Rect row{card.x + 4, card.y + 4, card.w - 8, 16 + 40 + 12 + reason_height};
  {
    const Scope list(ui, "first", a11y::Role::kList, "First");
    const RowResult used = list_row(
        ui, "row", row, spoken_lead(ui, item.lead) + ", " + line_of(ui, item) + ", " + due.text,
        false, a11y::Role::kListItem);
    if (used.activated) ui.emit(app::OpenLead{model.leads().id(item.lead)});
    if (used.context) open_lead_menu(view.actions, model.leads().id(item.lead), row);
  }

  Rect line = head;
  lead_badge(ui, line.cut_left(40, 12), item.lead);
  Rect first = line.cut_top(22);
  pill(ui, first.cut_right(pill_width(ui, due.text), 8), due.text, due.tone);
  text_line(ui, first, model.name_of(item.lead), kStrong, ui.colours.ink, Align::kLeft,
            Voice::kSilent);
  std::string under(model.text(item.lead, LeadField::kCompany));
  if (!under.empty()) under += words::kDot;
  under += stage_pill(ui, item.lead).text;
  text_line(ui, line, under, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  text_lines(ui, inner.cut_top(reason_height, 14), reason, kText, ui.colours.ink2, 2,
             Voice::kSilent);
  draw_first_buttons(ui, view, inner.cut_top(ui.control_height()), item);
  ImGui::PopID();
  return card.h;
}

// ---- whole lists --------------------------------------------------------------------------------------

void draw_groups(Ui& ui, TodayView& view, Rect area) {
  ScrollArea scroll(ui, "today", area);
  Rect content = scroll.content().inset(16, 0);
  content.w = std::min(content.w, kMostWidth);
  float y = 24;
  for (const GroupWords& group : kGroups) {
    const auto items = items_of(ui.state.today, group.group);
    if (items.empty()) continue;
    y += draw_group(ui, view, scroll, {content.x, content.y + y, content.w, 0}, y, group, items);
  }
  scroll.content_height(y + 24);
}

void draw_phone(Ui& ui, TodayView& view, Rect area) {
  const std::span<const Item> today = ui.state.today;
  ScrollArea scroll(ui, "today", area);
  const Rect content = scroll.content().inset(12, 0);
  float y = 8;
  y += draw_first_card(ui, view, {content.x, content.y + y, content.w, 0}, today.front()) + 12;
  const std::size_t rest = today.size() - 1;
  if (rest > 0) {
    Scope list(ui, "all", a11y::Role::kList, "Then");
    const Rect all{content.x, content.y + y, content.w,
                   static_cast<float>(rest) * kLeadRowHeight + 8};
    panel(ui, all, 14);
    const auto [first, last] = scroll.visible(rest, kLeadRowHeight, y + 4);
    for (std::size_t i = first; i < last; ++i)
      draw_row(ui, view,
               {all.x + 4, all.y + 4 + static_cast<float>(i) * kLeadRowHeight, all.w - 8,
                kLeadRowHeight},
               today[i + 1]);
    y += all.h;
  }
  scroll.content_height(y + 24);
}

// ---- nothing to do ------------------------------------------------------------------------------------

// What was looked at after everything was erased, and what is still there.
std::string erased_words(unsigned left) {
  using enum ports::Eraser::Left;
  if (left == kByAnother)
    return "It was done in another tab or window, which shows what it found. Files that you "
           "exported are where you saved them.";
  if (left == 0)
    return "Looked at and found empty: the book's database, the browser's file storage, this "
           "page's settings and caches. Files that you exported are where you saved them.";
  std::vector<std::string> parts;
  if ((left & kDatabase) != 0) parts.emplace_back("the book's database");
  if ((left & kFiles) != 0) parts.emplace_back("the browser's file storage");
  if ((left & kPreferences) != 0) parts.emplace_back("this page's settings");
  if ((left & kCaches) != 0) parts.emplace_back("caches");
  return formatted(
      "Something is left in {}. Close other tabs of Leadlight and erase again in "
      "Share, or clear this site's data in the browser's settings.",
      words::list_of(parts, 4));
}

void draw_empty_book(Ui& ui, Rect area) {
  if (ui.state.past) {
    empty_state(ui, "empty-then", area, Icon::kLeads, "Your book was empty",
                "No lead had come in by then.", {});
    return;
  }
  constexpr std::array<EmptyAction, 3> kActions{{{"import", "Import a file", true},
                                                 {"sample", "Try it with sample data"},
                                                 {"add", "Add a lead"}}};
  const std::optional<unsigned> erased = ui.state.erased;
  const int used = empty_state(
      ui, "empty-book", area, Icon::kLeads,
      !erased                                      ? "Your book is empty"
      : *erased == 0                               ? "Everything is erased"
      : *erased == ports::Eraser::Left::kByAnother ? "Everything was erased in another tab"
                                                   : "Not everything is erased",
      erased ? erased_words(*erased)
             : "Bring in leads from a CSV file or a colleague's snapshot. Everything stays on this "
               "device.",
      kActions);
  if (used == 0) ui.emit(app::PickFile{});
  if (used == 1) ui.emit(app::LoadSample{});
  if (used == 2) ui.emit(app::GoTo{app::Place::kCapture});
}

// The first thing that will be due, when nothing is today; 0: nothing is planned at all.
UtcMs next_due_at(const Ui& ui, TodayView& view) {
  const app::State& state = ui.state;
  if (view.counted_operations == state.revision && state.now < view.next_due) return view.next_due;
  view.counted_operations = state.revision;
  view.next_due = 0;
  const Model& model = *state.model;
  for (Row row = 0; row < model.leads().size(); ++row) {
    if (!model.leads().alive(row) || !is_open(model.lead(row).stage)) continue;
    for (const LeadField field :
         {LeadField::kNextStepAt, LeadField::kSnoozedUntil, LeadField::kNurtureUntil}) {
      const UtcMs at = integer_from_text(model.text(row, field)).value_or(0);
      if (at > state.now && (view.next_due == 0 || at < view.next_due)) view.next_due = at;
    }
  }
  return view.next_due;
}

query::Query leads_in(query::Scope scope) {
  query::Query query;
  query.scope = scope;
  return query;
}

void draw_all_done(Ui& ui, TodayView& view, Rect area) {
  const app::State& state = ui.state;
  const UtcMs next = next_due_at(ui, view);
  std::string text = next == 0
                         ? std::string("No follow-up is planned.")
                         : formatted("The next follow-up is due {}.",
                                     words::moment(next, state.now, state.local_offset_minutes));
  if (state.without_next_step > 0)
    text += formatted(" {} no next step yet.",
                      state.without_next_step == 1
                          ? std::string("1 open lead has")
                          : words::count(state.without_next_step) + " open leads have");
  const bool forgotten = state.without_next_step > 0;
  const std::array<EmptyAction, 1> actions{
      {{"leads", forgotten ? "See these leads" : "See open leads"}}};
  if (empty_state(ui, "all-done", area, Icon::kCheck, "All done for now", text, actions) == 0)
    ui.emit(
        app::ShowLeads{leads_in(forgotten ? query::Scope::kForgotten : query::Scope::kOpenLeads)});
}

}  // namespace

void draw_bar(Ui& ui, TodayView&, Rect bar) {
  const app::State& state = ui.state;
  Flow flow(bar, bar.h);
  const auto put = [&](const std::string& text, PillTone tone) {
    const float width = pill_width(ui, text);
    if (flow.rest_of_line() >= width) pill(ui, flow.next(width, 22), text, tone);
  };
  if (state.overdue_count > 0) put(words::count(state.overdue_count) + " overdue", PillTone::kBad);
  if (constexpr std::string_view kBackup = "Backup due"; state.backup.due) {
    const float width = pill_width(ui, kBackup);
    if (flow.rest_of_line() >= width && pill_button(ui, "backup-due", flow.next(width, 22), kBackup,
                                                    PillTone::kWarn, "A backup is due: see Share"))
      ui.emit(app::GoTo{app::Place::kShare});
  }
  if (ui.phone() || state.today.empty()) return;
  put(words::count(state.today.size()) + " due", PillTone::kOutline);
  if (state.without_next_step == 0) return;
  const std::string forgotten = words::count(state.without_next_step) + " without a next step";
  const float width = pill_width(ui, forgotten);
  if (flow.rest_of_line() >= width &&
      pill_button(ui, "forgotten", flow.next(width, 22), forgotten, PillTone::kOutline,
                  "Show the leads " + forgotten))
    ui.emit(app::ShowLeads{leads_in(query::Scope::kForgotten)});
}

void draw(Ui& ui, TodayView& view, Rect area) {
  ImGui::PushID("today");
  if (ui.state.model->leads().alive_count() == 0)
    draw_empty_book(ui, area);
  else if (ui.state.today.empty())
    draw_all_done(ui, view, area);
  else if (ui.phone())
    draw_phone(ui, view, area);
  else
    draw_groups(ui, view, area);
  draw(ui, view.actions);
  ImGui::PopID();
}

}  // namespace leadlight::ui
