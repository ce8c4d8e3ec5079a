#include "ui/views/changes_view.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/gone.h"
#include "app/lead_merge.h"
#include "app/merges.h"
#include "app/words.h"
#include "base/format.h"
#include "base/sort.h"
#include "ui/views/change_lines.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kMostWidth = 760;
constexpr float kDayHeight = 44;
constexpr float kRowHeight = 60;
constexpr float kNameHeight = 36;
constexpr float kSideHeight = 56;
constexpr float kRoomBelow = 200;  // so that no message lies over the last of them
constexpr std::size_t kMostNames = 20;
constexpr UtcMs kOneStepMs = 2'000;
constexpr std::array kInConflict{Kind::kLead,     Kind::kSetting,  Kind::kCriterion,
                                 Kind::kCampaign, Kind::kTemplate, Kind::kExperiment};

// ---- reading the book --------------------------------------------------------------------------------------------

std::vector<Row> rows_in_conflict(const Ui& ui, Kind kind) {
  std::vector<Row> rows = ui.app.book().concurrent_rows(static_cast<KindIndex>(kind));
  std::erase_if(rows, [&](Row row) { return !ui.state.model->table(kind).alive(row); });
  return rows;
}

void read_conflicts_of(const Ui& ui, Kind kind, Row row, ChangesView& view) {
  const Table& table = ui.state.model->table(kind);
  for (ColumnIndex column = 0; column < table.column_count(); ++column) {
    const auto history = ui.app.book().history(static_cast<KindIndex>(kind), row, column);
    if (table.column_name(column) == kLifeField ||
        !std::ranges::any_of(history, &book::HistoricWrite::concurrent))
      continue;
    ConflictItem item{kind, table.id(row), std::string(table.column_name(column)), {}};
    for (const book::HistoricWrite& write : history) {
      if (!write.current && !write.concurrent) continue;
      const auto at = write.current ? item.sides.begin() : item.sides.end();
      item.sides.insert(at, {std::string(write.value), write.by, write.at.milliseconds()});
    }
    view.conflicts.push_back(std::move(item));
  }
}

void read_conflicts(const Ui& ui, ChangesView& view) {
  view.conflicts.clear();
  for (const Kind kind : kInConflict)
    for (const Row row : rows_in_conflict(ui, kind)) read_conflicts_of(ui, kind, row, view);
  view.apart.clear();
  for (const Row row : app::merged_with_news(*ui.state.model))
    view.apart.push_back(ui.state.model->leads().id(row));
}

bool is_same_step(const book::Book& book, const Stamp& newer, const Stamp& older) {
  if (newer.session != older.session || newer.milliseconds() - older.milliseconds() > kOneStepMs)
    return false;
  const book::OperationHead a = book.head_of(newer), b = book.head_of(older);
  return a.label == b.label && a.by == b.by;
}

void read_items(const Ui& ui, ChangesView& view) {
  const book::Book& book = ui.app.book();
  view.stamps = book.stamps();
  std::ranges::reverse(view.stamps);
  view.items.clear();
  for (std::size_t i = 0; i < view.stamps.size();) {
    std::size_t end = i + 1;
    while (end < view.stamps.size() && is_same_step(book, view.stamps[end - 1], view.stamps[end]))
      ++end;
    const Stamp& oldest = view.stamps[end - 1];
    view.items.push_back({.at = view.stamps[i].milliseconds(),
                          .key = oldest.clock ^ oldest.session.low,
                          .first = i,
                          .count = end - i,
                          .leads = {}});
    i = end;
  }
  for (std::size_t i = 0; i < ui.state.merges.size(); ++i) {
    const UtcMs at = ui.state.merges[i].at;
    view.items.push_back({.at = at,
                          .key = static_cast<std::uint64_t>(at),
                          .is_merge = true,
                          .first = i,
                          .count = 1,
                          .leads = {}});
  }
  sort_stably(view.items, std::ranges::greater{}, &ChangeItem::at);
  UtcMs day = -1;
  for (ChangeItem& item : view.items) {
    const UtcMs start =
        is_ahead(ui, item.at) ? 0 : words::local_day_start(item.at, ui.state.local_offset_minutes);
    item.new_day = std::exchange(day, start) != start;
  }
}

std::vector<Stamp> stamps_of(const Ui& ui, const ChangesView& view, const ChangeItem& item) {
  if (item.is_merge) return app::stamps_of(ui.state.merges[item.first], ui.app.book());
  const auto first = view.stamps.begin() + static_cast<std::ptrdiff_t>(item.first);
  std::vector<Stamp> stamps(first, first + static_cast<std::ptrdiff_t>(item.count));
  std::ranges::reverse(stamps);  // oldest first
  return stamps;
}

// Whether anything that these operations did still stands. What an undo says of itself is nothing.
bool is_standing(const Ui& ui, const ChangesView& view, const ChangeItem& item) {
  const book::Book& book = ui.app.book();
  const auto stands = [&](const Stamp& stamp, std::span<const Id> only) {
    const Operation inverse = book.inverse_of(stamp, only);
    // Whom the file has brought again meanwhile would come twice.
    if (const std::vector<Id> again = app::here_again(inverse, book);
        !again.empty() && again.size() == app::whose_life_changes(inverse).size() &&
        app::takes_import_back(book.operation(stamp)))
      return false;
    return std::ranges::any_of(inverse.records, [&](const OpRecord& record) {
      return inverse.kind_names[record.kind] != app::kUndoKind;
    });
  };
  const app::MergedPart whole{};
  const app::MergedPart& part = item.is_merge ? ui.state.merges[item.first].part : whole;
  const bool limited = part.limit != app::MergedPart::Limit::kNone;
  // Of many leads most often the first will do.
  std::vector<Id> few;
  if (!limited && item.lead_count > kMostNames) few = item.leads;
  sort_stably(few);
  return std::ranges::any_of(stamps_of(ui, view, item), [&](const Stamp& stamp) {
    if (!few.empty() && stands(stamp, few)) return true;
    const std::vector<Id> only = app::records_of(part, stamp, book);
    return !(limited && only.empty()) && stands(stamp, only);
  });
}

void count_leads(const Ui& ui, const ChangesView& view, ChangeItem& item) {
  if (item.counted) return;
  item.counted = true;
  const Model& model = *ui.state.model;
  std::vector<Row> rows;
  for (const Stamp& stamp : stamps_of(ui, view, item))
    for (const book::RecordRef record : ui.app.book().records_of(stamp)) {
      Row lead = kNoRow;
      switch (static_cast<Kind>(record.kind)) {
        case Kind::kLead: lead = record.row; break;
        case Kind::kTouch: lead = model.touch(record.row).lead; break;
        case Kind::kMove: lead = model.move(record.row).lead; break;
        case Kind::kNote: lead = model.note(record.row).lead; break;
        case Kind::kHandoff: lead = model.handoff(record.row).lead; break;
        default: break;
      }
      if (lead != kNoRow && model.lead(lead).known) rows.push_back(lead);
    }
  sort_stably(rows);
  rows.erase(std::ranges::unique(rows).begin(), rows.end());
  item.lead_count = rows.size();
  for (std::size_t i = 0; i < std::min(rows.size(), kMostNames); ++i)
    item.leads.push_back(model.leads().id(rows[i]));
  item.can_go_back = is_standing(ui, view, item);
}

// Whether it has changed.
bool follow_book(const Ui& ui, ChangesView& view) {
  if (view.revision == ui.state.revision && view.merges == ui.state.merges.size()) return false;
  view.revision = ui.state.revision;
  view.merges = ui.state.merges.size();
  read_conflicts(ui, view);
  const std::vector<ChangeItem> before = std::move(view.items);
  read_items(ui, view);
  for (ChangeItem& item : view.items)
    if (std::ranges::any_of(
            before, [&](const ChangeItem& old) { return old.open && old.key == item.key; })) {
      count_leads(ui, view, item);
      item.open = item.lead_count > 1;
    }
  return true;
}

// ---- conflicts ---------------------------------------------------------------------------------------------------

float height_of(const ConflictItem& item) {
  return 40 + static_cast<float>(item.sides.size()) * kSideHeight + 12;
}

void draw_conflict(Ui& ui, const ConflictItem& item, Rect area) {
  const Model& model = *ui.state.model;
  const bool is_lead = item.kind == Kind::kLead;
  const std::string field = field_name(ui, item.kind, item.field);
  const std::string lead = is_lead ? model.name_of(model.leads().find(item.record)) : "";
  const std::string whose = is_lead ? lead : name_of_record(model, item.kind, item.record);
  const Rect box{area.x, area.y, area.w, area.h - 12};
  const std::string name = item.kind == Kind::kSetting ? formatted("{}, in Settings", field)
                                                       : formatted("{} of {}", field, whose);
  const Scope group(ui, "conflict", a11y::Role::kGroup, name, box);
  panel(ui, box, kCardRadius);
  Rect inner = box.inset(ui.phone() ? 12 : 16, 0);
  Rect head = inner.cut_top(40);
  const std::string title = is_lead ? formatted("{} of", field) : name;
  text_line(ui, head.cut_left(text_width(ui, title, kStrong) + 4), title, kStrong, ui.colours.ink,
            Align::kLeft, Voice::kSilent);
  if (is_lead && link(ui, "lead",
                      {head.x, head.y, std::min(head.w, text_width(ui, lead, kStrong) + 2), head.h},
                      lead, kStrong))
    ui.emit(app::OpenLead{item.record});
  for (std::size_t i = 0; i < item.sides.size(); ++i) {
    const ConflictItem::Side& side = item.sides[i];
    Rect line = inner.cut_top(kSideHeight);
    hairline(ui, {line.x, line.y, line.w, 1});
    const std::string value = field_value(ui, item.kind, item.field, side.value);
    const std::string_view label = i == 0 ? "Keep this" : "Use this";
    const float width = button_width(ui, label);
    const Rect use = line.cut_right(width, 12).centred(width, ui.phone() ? 44.0F : 34.0F);
    Rect words = line.centred(line.w, 36);
    ImGui::PushID(static_cast<int>(i));
    {
      const std::string under =
          formatted("{}{}{}", i == 0 ? "Counts now" : "", i == 0 ? words::kDot : "",
                    who_and_when(ui, side.by, side.at));
      const Scope said(ui, "side", a11y::Role::kListItem, formatted("{}, {}", value, under), line);
      text_line(ui, words.cut_top(20), value, kStrong, ui.colours.ink, Align::kLeft,
                Voice::kSilent);
      text_line(ui, words, under, kSmall, i == 0 ? ui.colours.good : ui.colours.ink2, Align::kLeft,
                Voice::kSilent);
      if (button(ui, "use", use, label, {.hint = value}))
        ui.emit(app::ChooseConcurrent{item.record, item.field, side.value, item.kind});
    }
    ImGui::PopID();
  }
}

// ---- steps -------------------------------------------------------------------------------------------------------

float day_height(const ChangeItem& item) { return item.new_day ? kDayHeight : 0; }

float height_of(const ChangeItem& item) {
  float height = kRowHeight + day_height(item);
  if (item.open) {
    height += static_cast<float>(item.leads.size()) * kNameHeight + 8;
    if (item.lead_count > item.leads.size()) height += kNameHeight;
  }
  return height;
}

std::string day_title(const Ui& ui, UtcMs at) {
  if (is_ahead(ui, at)) return std::string(kByClockAhead);
  const int offset = ui.state.local_offset_minutes;
  const UtcMs days =
      (words::local_day_start(ui.state.now, offset) - words::local_day_start(at, offset)) / kDayMs;
  if (days == 0) return "Today";
  return days == 1 ? std::string("Yesterday") : words::date(at, offset);
}

void draw_names(Ui& ui, const ChangeItem& item, Rect area) {
  const Scope list(ui, "names", a11y::Role::kList, "Leads", area);
  for (std::size_t i = 0; i < item.leads.size(); ++i) {
    const Rect row = area.cut_top(kNameHeight);
    const Row lead = ui.state.model->leads().find(item.leads[i]);
    const std::string name = ui.state.model->name_of(lead);
    ImGui::PushID(static_cast<int>(i));
    if (list_row(ui, "name", row, name, ui.state.open_lead == item.leads[i]).activated)
      ui.emit(app::OpenLead{item.leads[i]});
    name_and_company(ui, row.inset(12, 0), name, ui.state.model->text(lead, LeadField::kCompany));
    ImGui::PopID();
  }
  if (item.lead_count > item.leads.size())
    text_line(ui, area.cut_top(kNameHeight).inset(12, 0),
              formatted("And {} more", words::count(item.lead_count - item.leads.size())), kText,
              ui.colours.ink2);
}

void draw_day(Ui& ui, const ChangeItem& item, Rect area) {
  area.cut_top(16);
  Rect day = area.cut_top(20);
  const int offset = ui.state.local_offset_minutes;
  const UtcMs start = words::local_day_start(item.at, offset);
  const bool over = words::local_day_start(ui.state.now, offset) > start;
  constexpr std::string_view kSee = "See the book then";
  if (over && link(ui, "look-back", day.cut_right(text_width(ui, kSee, kSmallStrong) + 2, 12), kSee,
                   kSmallStrong))
    ui.emit(app::LookBack{start + kDayMs - 1});
  heading(ui, day, day_title(ui, item.at), 2, kSmallStrong);
}

void draw_item(Ui& ui, ChangesView& view, ChangeItem& item, Rect area) {
  count_leads(ui, view, item);
  std::string label, by;
  if (item.is_merge) {
    label = ui.state.merges[item.first].label;
    by = ui.state.merges[item.first].by;
  } else {
    const book::OperationHead head = ui.app.book().head_of(view.stamps[item.first]);
    label = head.label, by = head.by;
  }
  if (label.empty())
    label = !item.is_merge && ui.app.book().is_withheld(view.stamps[item.first])
                ? app::words::erased_change()
                : "A change";
  std::string under;
  for (const std::string& part :
       {by,
        is_ahead(ui, item.at) ? std::string()
                              : words::clock(item.at, ui.state.local_offset_minutes),
        item.lead_count == 0 ? std::string() : words::counted(item.lead_count, "lead", "leads")}) {
    if (part.empty()) continue;
    if (!under.empty()) under += words::kDot;
    under += part;
  }
  const Rect row = area.cut_top(kRowHeight);
  const RowResult used = list_row(ui, "step", row, label + ", " + under, false);
  if (item.lead_count > 1) used.node->expanded = item.open ? a11y::Toggle::kOn : a11y::Toggle::kOff;
  if (used.activated && item.lead_count == 1) ui.emit(app::OpenLead{item.leads.front()});
  if (used.activated && item.lead_count > 1) item.open = !item.open;
  Rect rest = row.inset(12, 0);
  constexpr std::string_view kTakeBack = "Take back";
  const ButtonSpec spec{
      .look = ButtonLook::kQuiet, .icon = Icon::kUndo, .hint = label, .icon_only = ui.phone()};
  const float width = ui.phone() ? 44.0F : button_width(ui, kTakeBack, spec);
  if (!ui.state.past && item.can_go_back &&
      button(ui, "take-back", rest.cut_right(width, 12).centred(width, ui.control_height()),
             kTakeBack, spec)) {
    view.takes_back = true;
    if (item.is_merge)
      ui.emit(app::TakeMergeBack{item.at});
    else
      ui.emit(app::TakeBack{stamps_of(ui, view, item)});
  }
  if (item.lead_count > 1)
    icon(ui, rest.cut_right(16, 8), item.open ? Icon::kChevronUp : Icon::kChevronDown, 16,
         ui.colours.ink3);
  Rect words = rest.centred(rest.w, 38);
  text_line(ui, words.cut_top(20), label, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
  text_line(ui, words, under, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  if (item.open) draw_names(ui, item, area);
}

float draw_conflicts(Ui& ui, const ChangesView& view, Rect area, Rect window) {
  if (view.conflicts.empty() || ui.state.past) return 0;
  heading(ui, {area.x, area.y, area.w, kHeading.line},
          words::counted(view.conflicts.size(), "field has several values",
                         "fields have several values"),
          2);
  float y = kHeading.line + 4;
  y += text_block(ui, {area.x, area.y + y, area.w, 0},
                  "They were written in two places that did not know of each other. Choose which "
                  "counts; nothing is lost until you do.",
                  kText, ui.colours.ink2) +
       16;
  const Scope list(ui, "conflicts", a11y::Role::kList, "To be settled");
  for (std::size_t i = 0; i < view.conflicts.size(); ++i) {
    const Rect rect{area.x, area.y + y, area.w, height_of(view.conflicts[i])};
    y += rect.h;
    if (rect.bottom() < window.y || rect.y > window.bottom()) continue;
    ImGui::PushID(static_cast<int>(i));
    draw_conflict(ui, view.conflicts[i], rect);
    ImGui::PopID();
  }
  return y + 16;
}

// Merged leads that were worked on apart: each is settled on the card of its heir.
float draw_apart(Ui& ui, const ChangesView& view, Rect area) {
  if (view.apart.empty() || ui.state.past) return 0;
  heading(ui, {area.x, area.y, area.w, kHeading.line},
          words::counted(view.apart.size(), "merged lead was worked on apart",
                         "merged leads were worked on apart"),
          2);
  float y = kHeading.line + 4;
  y += text_block(ui, {area.x, area.y + y, area.w, 0},
                  "Somebody who did not know of the merge moved, planned or tagged them. Open the "
                  "card to use what should count, or to leave it.",
                  kText, ui.colours.ink2) +
       8;
  const Model& model = *ui.state.model;
  const Scope list(ui, "apart", a11y::Role::kList, "Worked on apart from a merge");
  for (const Id id : view.apart) {
    const Row row = ui.app.lead_row(id);
    const Row heir = row == kNoRow ? kNoRow : model.lead(row).heir;
    if (heir == kNoRow) continue;
    const Rect place{area.x, area.y + y, area.w, 44};
    ImGui::PushID(static_cast<int>(row));
    const std::string name = model.name_of(row);
    const std::string into = formatted("merged into {}", model.name_of(heir));
    if (list_row(ui, "lead", place, formatted("{}, {}", name, into), false).activated)
      ui.emit(app::OpenLead{model.leads().id(heir)});
    name_and_company(ui, place.inset(12, 0), name, into);
    ImGui::PopID();
    y += place.h;
  }
  return y + 16;
}

float draw_items(Ui& ui, ChangesView& view, Rect area, Rect window) {
  std::optional<Scope> list;  // of one day
  float y = 0;
  view.anchor = 0;
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    ChangeItem& item = view.items[i];
    const Rect rect{area.x, area.y + y, area.w, height_of(item)};
    y += rect.h;
    if (rect.bottom() < window.y || rect.y > window.bottom()) continue;
    if (const float top = rect.y + day_height(item); view.anchor == 0 && top >= window.y) {
      view.anchor = item.key;
      view.anchor_y = top;
    }
    const int key = static_cast<int>(item.key ^ item.key >> 32);
    Rect row = rect;
    if (item.new_day || !list) {
      list.reset();
      ImGui::PushID(key);
      if (item.new_day) draw_day(ui, item, row.cut_top(kDayHeight));
      ImGui::PopID();
      list.emplace(ui, formatted("day {}", key), a11y::Role::kList,
                   formatted("What was done, {}", words::continued(day_title(ui, item.at))));
    }
    ImGui::PushID(key);
    draw_item(ui, view, item, row);
    ImGui::PopID();
    hairline(ui, {rect.x, rect.bottom() - 1, rect.w, 1});
  }
  return y;
}

// How far what was at the top has gone down, when its list begins at `top` now.
float way_of_anchor(const ChangesView& view, float top) {
  for (const ChangeItem& item : view.items) {
    if (item.key == view.anchor) return top + day_height(item) - view.anchor_y;
    top += height_of(item);
  }
  return 0;
}

}  // namespace

std::size_t count_conflicts(const Ui& ui) {
  std::size_t count = 0;
  for (const Kind kind : kInConflict) count += rows_in_conflict(ui, kind).size();
  return count;
}

void draw_bar(Ui& ui, ChangesView&, Rect bar) {
  constexpr std::string_view kLookBack = "Look back…";
  if (ui.state.past || ui.state.operations == 0) return;
  const bool phone = ui.phone();
  const ButtonSpec spec{.look = phone ? ButtonLook::kQuiet : ButtonLook::kSecondary,
                        .icon = Icon::kClock,
                        .icon_only = phone};
  const Rect place =
      phone ? bar.cut_right(44).centred(44, 44) : bar.cut_left(button_width(ui, kLookBack, spec));
  if (button(ui, "look-back", place, kLookBack, spec)) open_dialog(ui, kLookBackId);
}

void draw(Ui& ui, ChangesView& view, Rect area) {
  ImGui::PushID("changes");
  const bool changed = follow_book(ui, view);
  if (view.items.empty()) {
    empty_state(ui, "nothing", area, Icon::kClock, "Nothing has happened yet",
                "Whatever you do to your book is listed here, and can be taken back.", {});
  } else {
    ScrollArea scroll(ui, "scroll", area);
    float y = ui.phone() ? 8.0F : 24.0F;
    Rect content = scroll.content().inset(ui.phone() ? 12 : 24, 0);
    content.w = std::min(content.w, kMostWidth);
    y += draw_conflicts(ui, view, {content.x, content.y + y, content.w, 0}, area);
    y += draw_apart(ui, view, {content.x, content.y + y, content.w, 0});
    const float scrolled = area.y - content.y;
    const bool holds = changed && (std::exchange(view.takes_back, false) || scrolled > 0) &&
                       ((view.conflicts.empty() && view.apart.empty()) || y <= scrolled);
    if (const float way = holds ? std::max(way_of_anchor(view, y), -scrolled) : 0; way != 0) {
      scroll.move_by(way);
      content.y -= way;
    }
    y += draw_items(ui, view, {content.x, content.y + y, content.w, 0}, area);
    view.anchor_y -= content.y;
    view.room = changed ? area.y - content.y : std::min(view.room, area.y - content.y);
    scroll.content_height(std::max(y + kRoomBelow, view.room + area.h));
  }
  ImGui::PopID();
}

}  // namespace leadlight::ui
