// Merged duplicates: who stands for whom (model.h).
#include <algorithm>
#include <ranges>

#include "base/sort.h"
#include "lead/model.h"

namespace leadlight {

std::vector<Row> Model::merged_leads(Row heir) const {
  std::vector<Row> merged;
  if (!redirects_.contains(heir)) return merged;
  // All of them lead here: those that name this one, those that name those, and so on.
  std::vector<Row> ways{heir};
  for (std::size_t i = 0; i < ways.size(); ++i) {
    for (Row source = redirects_.at(ways[i]).first_source; source != kNoRow;
         source = redirects_.at(source).next_source) {
      if (lead_facts_[source].heir != heir) continue;
      merged.push_back(source);
      ways.push_back(source);
    }
  }
  sort_stably(merged, {}, [&](Row row) { return leads().id(row); });
  return merged;
}

std::vector<Row> Model::redirected_leads() const {
  std::vector<Row> all;
  all.reserve(redirects_.size());
  for (const auto& [lead, redirect] : redirects_) all.push_back(lead);
  return all;
}

void Model::look_at_redirects_of(Row lead) {
  if (!redirects_.empty() && redirects_.contains(lead)) unsettled_.push_back(lead);
}

// Takes note of whom the lead names.
void Model::redirect(Row lead, std::string_view text) {
  const auto id = id_from_text(text);
  const Row target = id ? lead_or_placeholder(*id) : kNoRow;
  if (target == kNoRow && !redirects_.contains(lead)) return;
  Redirect& own = redirects_[lead];
  if (own.target == target) return;
  if (own.target != kNoRow) {
    Row* link = &redirects_[own.target].first_source;
    while (*link != lead) link = &redirects_[*link].next_source;
    *link = own.next_source;
    own.next_source = kNoRow;
  }
  own.target = target;
  if (target != kNoRow) {
    Redirect& other = redirects_[target];
    own.next_source = other.first_source;
    other.first_source = lead;
  }
  unsettled_.push_back(lead);
}

// All that a redirect that was written may have to do with: whoever the leads name or are named by,
// and who has stood for them until now, who has their logs.
void Model::gather_groups() {
  const auto gather = [&](Row lead) {
    if (lead == kNoRow) return;
    Redirect& redirect = redirects_[lead];
    if (redirect.look != Redirect::Look::kNone) return;
    redirect.look = Redirect::Look::kGathered;
    regrouped_.push_back(lead);
  };
  for (const Row lead : unsettled_) gather(lead);
  unsettled_.clear();
  std::size_t looked_at = 0;
  while (looked_at < regrouped_.size()) {  // which grows
    const Row lead = regrouped_[looked_at++];
    gather(lead_facts_[lead].heir);
    gather(redirects_[lead].target);
    for (Row source = redirects_[lead].first_source; source != kNoRow;
         source = redirects_[source].next_source)
      gather(source);
  }
}

Row Model::next_in_chain(Row lead) const {
  const Row target = redirects_.at(lead).target;
  return target != kNoRow && lead_facts_[target].known ? target : kNoRow;
}

// Follows each lead's chain until its end, a circle, or a lead whose heir was found before.
void Model::find_heirs() {
  std::vector<Row> path;
  for (const Row start : regrouped_) {
    path.clear();
    Row lead = start;
    Row heir = kNoRow;
    while (heir == kNoRow) {
      Redirect& redirect = redirects_[lead];
      if (redirect.look == Redirect::Look::kDone) {
        heir = redirect.heir;
      } else if (redirect.look == Redirect::Look::kOnPath) {
        heir = *std::ranges::min_element(std::ranges::find(path, lead), path.end(), {},
                                         [&](Row row) { return leads().id(row); });
      } else {
        redirect.look = Redirect::Look::kOnPath;
        path.push_back(lead);
        const Row next = next_in_chain(lead);
        if (next == kNoRow)
          heir = lead;
        else
          lead = next;
      }
    }
    for (const Row row : path) {
      redirects_[row].heir = heir;
      redirects_[row].look = Redirect::Look::kDone;
    }
  }
}

// Gives each log of the regrouped leads to who stands for the lead that it names.
template <class Facts>
void Model::hand_on(Kind kind, std::vector<Facts>& facts, Row LeadFacts::* head) {
  std::vector<Row> logs;
  for (const Row lead : regrouped_) {
    for (Row log = lead_facts_[lead].*head; log != kNoRow; log = facts[log].next)
      logs.push_back(log);
    lead_facts_[lead].*head = kNoRow;
  }
  for (const Row log : logs | std::views::reverse) {
    const Row named = leads().find(*id_from_text(text(kind, log, kLogLeadColumn)));
    const Row lead = standing(named);
    facts[log].lead = lead;
    facts[log].next = lead_facts_[lead].*head;
    lead_facts_[lead].*head = log;
  }
}

void Model::settle_redirects() {
  regrouped_.clear();
  if (unsettled_.empty()) return;
  gather_groups();
  find_heirs();
  bool any_other = false;
  for (const Row lead : regrouped_) {
    Redirect& redirect = redirects_[lead];
    const Row heir = redirect.heir == lead ? kNoRow : redirect.heir;
    any_other = any_other || lead_facts_[lead].heir != heir;
    lead_facts_[lead].heir = heir;
    lead_facts_[lead].do_not_contact =
        leads().cell(lead, static_cast<ColumnIndex>(LeadField::kDoNotContact)) != kNoText;
    redirect.look = Redirect::Look::kNone;
    if (redirect.target == kNoRow && redirect.first_source == kNoRow) redirects_.erase(lead);
  }
  for (const Row lead : regrouped_) {
    if (lead_facts_[lead].do_not_contact) lead_facts_[standing(lead)].do_not_contact = true;
    show_life(lead);
  }
  if (!any_other) return;
  hand_on(Kind::kTouch, touch_facts_, &LeadFacts::first_touch);
  hand_on(Kind::kMove, move_facts_, &LeadFacts::first_move);
  hand_on(Kind::kNote, note_facts_, &LeadFacts::first_note);
  hand_on(Kind::kHandoff, handoff_facts_, &LeadFacts::first_handoff);
}

}  // namespace leadlight
