// What happened with a lead, newest first: touches both ways, moves, notes (practice A2, E1), and
// the briefing of its campaign (E6).
#include <algorithm>

#include "base/format.h"
#include "base/text.h"
#include "lead/handoff.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kFirstEvents = 30;
constexpr float kIndent = 30;
constexpr std::size_t kMostLines = 12;  // of a note, until all of it is asked for
constexpr std::size_t kAllLines = static_cast<std::size_t>(-1);

struct EventWords {
  std::string what, under;
  ImU32 dot = 0;
};

void append(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += words::kDot;
  line += part;
}

EventWords touch_words(const Ui& ui, const Model& model, Row row) {
  const TouchFacts& touch = model.touch(row);
  const auto text_in = [&](TouchField field) {
    return model.text(Kind::kTouch, row, static_cast<ColumnIndex>(field));
  };
  EventWords words;
  words.what = label_of(touch.kind);
  if (touch.kind == TouchKind::kMinutesOnSite)
    words.what = formatted("{} on the site", words::counted(touch.count, "minute", "minutes"));
  else if (touch.kind == TouchKind::kPagesViewed)
    words.what = formatted("{} viewed", words::counted(touch.count, "page", "pages"));
  else if (touch.count > 1)
    words.what += formatted(", {} times", touch.count);
  if (is_outbound(touch.kind)) {
    const bool waiting = touch.result == TouchResult::kNone && touch.kind != TouchKind::kOther;
    words.what +=
        formatted(": {}", waiting ? "no answer yet"
                                  : words::continued(words::result_of(touch.kind, touch.result)));
  }
  if (const auto text = text_in(TouchField::kText); !text.empty())
    words.what += formatted(", “{}”", text);
  append(words.under, text_in(TouchField::kBy));
  if (const auto campaign = text_in(TouchField::kCampaign); !campaign.empty())
    append(words.under, campaign);
  words.dot = is_outbound(touch.kind) ? ui.colours.ink3 : ui.colours.accent;
  return words;
}

std::string place_words(const Ui& ui, Stage stage, std::string_view sub) {
  std::string text(label_of(stage));
  if (stage == Stage::kSql && !sub.empty())
    text += std::string(words::kDot) + sub_stage_name(ui, sub);
  return text;
}

EventWords move_words(const Ui& ui, const Model& model, Row row) {
  const MoveFacts& move = model.move(row);
  const auto text_in = [&](MoveField field) {
    return model.text(Kind::kMove, row, static_cast<ColumnIndex>(field));
  };
  EventWords words;
  words.what =
      formatted("Moved from {} to {}", place_words(ui, move.from, text_in(MoveField::kFromSub)),
                place_words(ui, move.to, text_in(MoveField::kToSub)));
  if (const auto reason = loss_reason_from_text(text_in(MoveField::kReason));
      reason && *reason != LossReason::kNone && *reason != LossReason::kOwn)
    words.what += formatted(": {}", words::continued(label_of(*reason)));
  if (const auto why = text_in(MoveField::kWhy); !why.empty())
    words.what += formatted(", “{}”", why);
  append(words.under, text_in(MoveField::kBy));
  words.dot = move.to == Stage::kNoCustomer ? ui.colours.bad : ui.colours.good;
  return words;
}

EventWords note_words(const Ui& ui, const Model& model, Row row) {
  EventWords words{
      std::string(model.text(Kind::kNote, row, static_cast<ColumnIndex>(NoteField::kText))), "Note",
      ui.colours.warn};
  append(words.under, model.text(Kind::kNote, row, static_cast<ColumnIndex>(NoteField::kBy)));
  return words;
}

EventWords handoff_words(const Ui& ui, const Model& model, Row row) {
  const HandoffFacts& step = model.handoff(row);
  const std::string_view to = text_of(model, row, HandoffField::kTo);
  EventWords words;
  words.what = to.empty() ? std::string(label_of(step.step)) : formatted("Offered to {}", to);
  if (step.reason != ReturnReason::kNone && step.reason != ReturnReason::kOwn)
    words.what += formatted(": {}", words::continued(label_of(step.reason)));
  if (const auto said = text_of(model, row, HandoffField::kWords); !said.empty())
    words.what += formatted(", “{}”", said);
  append(words.under, text_of(model, row, HandoffField::kBy));
  words.dot = step.step == HandoffStep::kReturned   ? ui.colours.bad
              : step.step == HandoffStep::kAccepted ? ui.colours.good
                                                    : ui.colours.accent;
  return words;
}

EventWords words_of(const Ui& ui, const CardEvent& event) {
  switch (event.kind) {
    case CardEvent::Kind::kTouch: return touch_words(ui, *ui.state.model, event.row);
    case CardEvent::Kind::kMove: return move_words(ui, *ui.state.model, event.row);
    case CardEvent::Kind::kNote: return note_words(ui, *ui.state.model, event.row);
    case CardEvent::Kind::kHandoff: return handoff_words(ui, *ui.state.model, event.row);
    case CardEvent::Kind::kCreated:
      if (const std::string source = source_text(ui, event.row); source != words::kNone)
        return {"Came in: " + source, "", ui.colours.good};
      return {"Came in", "", ui.colours.good};
  }
  return {};
}

float draw_event(Ui& ui, LeadCardView& view, Rect area, const CardEvent& event, bool last) {
  EventWords words = words_of(ui, event);
  std::string under = words::moment(event.at, ui.state.now, ui.state.local_offset_minutes);
  append(under, words.under);
  const float text_w = area.w - kIndent;
  const float whole = text_height(ui, text_w, words.what, kText);
  const bool unfolded = view.unfolded.kind == event.kind && view.unfolded.row == event.row;
  const bool folded = !unfolded && whole > kText.line * (kMostLines + 2);
  const float text = folded ? kText.line * kMostLines : whole;
  const float more = folded ? 24 : 0;
  const float height = text + more + 16 + 12;
  ImGui::PushID(static_cast<int>(event.kind));
  ImGui::PushID(static_cast<int>(event.row));
  const Scope item(ui, "event", a11y::Role::kListItem, words.what + ", " + under,
                   {area.x, area.y, area.w, height});
  if (!last) hairline(ui, {area.x + 9.5F, area.y + 14, 1, height});
  fill(ui, {area.x + 6, area.y + 6, 8, 8}, words.dot, 4);
  Rect lines{area.x + kIndent, area.y, text_w, height};
  text_lines(ui, lines.cut_top(text), words.what, kText, ui.colours.ink,
             folded ? kMostLines : kAllLines, Voice::kSilent);
  if (folded && link(ui, "whole", lines.cut_top(more).inset(0, 2), "Show all", kText))
    view.unfolded = event;
  text_line(ui, lines.cut_top(16), under, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  ImGui::PopID();
  ImGui::PopID();
  return height;
}

void keep_draft(Ui& ui, const LeadCardView& view) {
  const std::string_view draft = trimmed(view.note).empty() ? std::string_view() : view.note;
  if (draft != ui.state.draft_of(view.lead, app::kNoteDraft))
    ui.emit(app::KeepDraft{view.lead, std::string(app::kNoteDraft), std::string(draft)});
}

float draw_note_field(Ui& ui, LeadCardView& view, Rect area) {
  const FieldSpec spec{.kind = FieldKind::kMultiline,
                       .placeholder = "Write a note…",
                       .hide_label = true,
                       .lines = 2};
  const float height = field_height(ui, spec);
  text_field(ui, "note", {area.x, area.y, area.w, height}, "New note", view.note, spec);
  if (trimmed(view.note).empty()) return height;
  const float width = button_width(ui, "Add note");
  const Rect at{area.right() - width, area.y + height + 8, width, ui.control_height()};
  if (button(ui, "add-note", at, "Add note")) {
    ui.emit(app::AddNote{view.lead, std::string(trimmed(view.note))});
    if (can_write(ui)) {
      view.note.clear();
      renew_field(ui, view.note);
    }
  }
  return height + 8 + ui.control_height();
}

}  // namespace

std::string event_text(const Ui& ui, const Model& model, Kind kind, Row row) {
  if (kind == Kind::kTouch) return touch_words(ui, model, row).what;
  if (kind == Kind::kMove) return move_words(ui, model, row).what;
  if (kind == Kind::kHandoff) return handoff_words(ui, model, row).what;
  return formatted("Note: {}", note_words(ui, model, row).what);
}

float draw_card_timeline(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  float y = small_heading(ui, area, "What happened", 3);
  if (can_change(ui, lead)) y += draw_note_field(ui, view, {area.x, area.y + y, area.w, 0}) + 16;
  keep_draft(ui, view);
  const std::size_t shown =
      view.show_all_events ? view.events.size() : std::min(view.events.size(), kFirstEvents);
  {
    const Scope list(ui, "events", a11y::Role::kList, "What happened");
    for (std::size_t i = 0; i < shown; ++i)
      y += draw_event(ui, view, {area.x, area.y + y, area.w, 0}, view.events[i], i + 1 == shown);
  }
  if (shown < view.events.size()) {
    const std::string label = formatted("Show all {}", words::count(view.events.size()));
    if (button(ui, "all-events", {area.x, area.y + y, button_width(ui, label), ui.control_height()},
               label))
      view.show_all_events = true;
    y += ui.control_height();
  }
  return y;
}

float draw_card_briefing(Ui& ui, LeadCardView&, Row lead, Rect area) {
  const Model& model = *ui.state.model;
  const std::string_view name = model.text(lead, LeadField::kCampaign);
  if (name.empty()) return 0;
  const Table& campaigns = model.table(Kind::kCampaign);
  for (Row row = 0; row < campaigns.size(); ++row) {
    const auto text_in = [&](CampaignField field) {
      return model.text(Kind::kCampaign, row, static_cast<ColumnIndex>(field));
    };
    if (!campaigns.alive(row) || text_in(CampaignField::kName) != name) continue;
    const std::string_view briefing = text_in(CampaignField::kBriefing);
    if (briefing.empty()) return 0;
    const float y = small_heading(ui, area, formatted("Briefing for {}", name), 3);
    const float height = text_height(ui, area.w - 32, briefing, kText);
    const Rect box{area.x, area.y + y, area.w, height + 24};
    fill(ui, box, ui.colours.accent_ground, 12);
    text_block(ui, box.inset(16, 12), briefing, kText, ui.colours.ink);
    return y + box.h;
  }
  return 0;
}

}  // namespace leadlight::ui
