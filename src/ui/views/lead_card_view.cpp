#include "ui/views/lead_card_view.h"

#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "lead/handoff.h"
#include "ui/views/change_lines.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

void take_events(const Model& model, Row lead, std::vector<CardEvent>& events) {
  events.clear();
  const LeadFacts& facts = model.lead(lead);
  for (Row row = facts.first_touch; row != kNoRow; row = model.touch(row).next)
    if (model.table(Kind::kTouch).alive(row))
      events.push_back({model.touch(row).at, CardEvent::Kind::kTouch, row});
  for (Row row = facts.first_move; row != kNoRow; row = model.move(row).next)
    if (model.table(Kind::kMove).alive(row))
      events.push_back({model.move(row).at, CardEvent::Kind::kMove, row});
  for (Row row = facts.first_note; row != kNoRow; row = model.note(row).next)
    if (model.table(Kind::kNote).alive(row))
      events.push_back({model.note(row).at, CardEvent::Kind::kNote, row});
  // Taking a lead over without an offer is the move that it was.
  const std::vector<Handoff> handoffs = handoffs_of(model, lead);
  for (const Row row : handoff_steps(model, lead)) {
    const bool is_move = std::ranges::any_of(handoffs, [&](const Handoff& one) {
      return one.offer == kNoRow && one.accepted_at == model.handoff(row).at;
    });
    if (!is_move || model.handoff(row).step != HandoffStep::kAccepted)
      events.push_back({model.handoff(row).at, CardEvent::Kind::kHandoff, row});
  }
  if (facts.created_at != 0) events.push_back({facts.created_at, CardEvent::Kind::kCreated, lead});
  sort_stably(events, std::ranges::greater{}, &CardEvent::at);
}

namespace {

void take_losers(const Ui& ui, Row lead, std::vector<CardLoser>& losers) {
  losers.clear();
  constexpr auto kKind = static_cast<KindIndex>(Kind::kLead);
  const book::Book& book = ui.app.book();
  if (!book.has_concurrent(kKind, lead)) return;
  const Table& leads = ui.state.model->leads();
  for (ColumnIndex column = 0; column < leads.column_count(); ++column)
    for (const book::HistoricWrite& write : book.history(kKind, lead, column)) {
      if (!write.concurrent) continue;
      const std::string_view name = leads.column_name(column);
      losers.push_back({std::string(name), field_name(ui, Kind::kLead, name),
                        std::string(write.value), write.by});
    }
}

void forget_transient(const Ui& ui, LeadCardView& view) {
  LeadCardView fresh;
  fresh.lead = ui.state.open_lead;
  fresh.drafts_changed = ui.state.drafts_changed;
  fresh.actions = std::move(view.actions);
  fresh.plan = std::move(view.plan);
  fresh.show_criteria = view.show_criteria;
  fresh.show_empty = view.show_empty;
  fresh.note = ui.state.draft_of(fresh.lead, app::kNoteDraft);
  if (const auto own =
          split(ui.state.draft_of(fresh.lead, app::kOwnFieldDraft), app::kDraftBetween);
      own.size() == 2) {
    fresh.new_field_name = own[0];
    fresh.new_field_value = own[1];
    fresh.show_empty = true;
  }
  view = std::move(fresh);
  reopen_facts(ui, view);
}

float draw_sections(Ui& ui, LeadCardView& view, Row lead, Rect content) {
  using Section = float (*)(Ui&, LeadCardView&, Row, Rect);
  constexpr Section kSections[] = {draw_card_head,     draw_card_next,      draw_card_losers,
                                   draw_card_merged,   draw_card_why,       draw_card_criteria,
                                   draw_card_briefing, draw_card_timeline,  draw_card_qualification,
                                   draw_card_facts,    draw_card_own_fields};
  float y = 0;
  for (const Section section : kSections) {
    const float used = section(ui, view, lead, {content.x, content.y + y, content.w, 0});
    if (used > 0) y += used + 24;
  }
  return y;
}

}  // namespace

void follow_lead(const Ui& ui, LeadCardView& view, Row lead) {
  if (view.operations == ui.state.revision) return;
  view.operations = ui.state.revision;
  take_events(*ui.state.model, lead, view.events);
  take_losers(ui, lead, view.losers);
}

void draw(Ui& ui, LeadCardView& view, Rect area) {
  ImGui::PushID("lead-card");
  if (view.lead != ui.state.open_lead || view.drafts_changed != ui.state.drafts_changed)
    forget_transient(ui, view);
  const Row lead = ui.state.model->leads().find(view.lead);
  if (lead == kNoRow) {
    constexpr EmptyAction kActions[] = {{"close", "Close", true}};
    const bool past = ui.state.past.has_value();
    if (empty_state(ui, "no-lead", area, Icon::kUser,
                    past ? "This lead was not in your book yet" : "This lead is not in your book",
                    past ? "It came in on a later day."
                         : "The link may come from another book. Import its snapshot to see it.",
                    kActions) == 0)
      ui.emit(app::CloseLead{});
    ImGui::PopID();
    return;
  }
  follow_lead(ui, view, lead);
  {
    Scope card(ui, "card", a11y::Role::kRegion, "Card of " + ui.state.model->name_of(lead), area);
    ImGui::PushID(static_cast<int>(lead));
    ScrollArea scroll(ui, "scroll", area);
    const float side = ui.phone() ? 16.0F : 20.0F;
    Rect content = scroll.content().inset(side, 0);
    content.y += ui.phone() ? 8.0F : 20.0F;
    scroll.content_height(draw_sections(ui, view, lead, content) + 40);
    if (const Rect seen = std::exchange(view.to_see, {}); seen.h > 0)
      scroll.scroll_into_view(seen.y - scroll.content().y, seen.h);
    ImGui::PopID();
  }
  draw(ui, view.actions);
  draw(ui, view.plan);
  ImGui::PopID();
}

}  // namespace leadlight::ui
