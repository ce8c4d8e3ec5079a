#include "app/mentions.h"

#include <algorithm>

#include "base/sort.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

// A name of one word is not named by a longer word: "test" is not in "contest". Scripts that write
// words together, or prefixes to names, have no such limits.
bool is_named(std::string_view text, std::string_view name) {
  if (name.contains(' ')) return text.contains(name);
  const auto goes_on = [&](std::size_t at) {
    const char32_t c = at < text.size() ? decode_utf8(text, at) : U' ';
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x0590);
  };
  const auto begins_before = [&](std::size_t at) {
    if (at == 0) return false;
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return goes_on(at);
  };
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1))
    if (!begins_before(at) && !goes_on(at + name.size())) return true;
  return false;
}

}  // namespace

Mentions::Mentions(const Model& model, std::span<const Id> leads)
    : leads_(leads.begin(), leads.end()) {
  for (const Id lead : leads) {
    const Row row = model.leads().find(lead);
    if (row == kNoRow) continue;
    names_.push_back(model.name_of(row));
    words_.push_back(folded(names_.back()));
    for (const LeadField field : {LeadField::kEmail, LeadField::kPhone, LeadField::kMobile}) {
      words_.push_back(folded(model.text(row, field)));
      if (field != LeadField::kEmail) phones_.push_back(canonical_phone(model.text(row, field)));
    }
  }
  constexpr std::size_t kTooShort = 3;  // to be sure within a text
  std::erase_if(words_, [](const std::string& word) { return word.size() <= kTooShort; });
}

bool Mentions::operator()(std::string_view text) const {
  const std::string said = folded(text);
  return std::ranges::any_of(words_, [&](const std::string& word) { return is_named(said, word); });
}

bool Mentions::operator()(const Draft& draft) const {
  if (std::ranges::contains(leads_, draft.lead) || (*this)(draft.text)) return true;
  return std::ranges::any_of(split(draft.text, kDraftBetween), [&](std::string_view part) {
    const std::string phone = canonical_phone(part);
    return std::ranges::contains(names_, part) ||
           (!phone.empty() && std::ranges::contains(phones_, phone));
  });
}

std::vector<Id> whole_people(const Model& model, std::span<const Id> leads) {
  std::vector<Id> all(leads.begin(), leads.end());
  for (const Id lead : leads)
    if (const Row row = model.leads().find(lead); row != kNoRow)
      for (const Row merged : model.merged_leads(row)) all.push_back(model.leads().id(merged));
  return all;
}

Notes notes_that_name(const Model& model, std::span<const Id> leads) {
  constexpr std::size_t kMostPeople = 20;
  Notes notes;
  notes.looked_for = leads.size() <= kMostPeople;
  if (!notes.looked_for) return notes;
  const Mentions mentions(model, leads);
  const auto look = [&](Kind kind, auto text_field, auto lead_of) {
    for (Row row = 0; row < model.table(kind).size(); ++row) {
      const TextId text = model.table(kind).cell(row, static_cast<ColumnIndex>(text_field));
      const Row lead = lead_of(row);
      if (text == kNoText || lead == kNoRow || !model.table(kind).alive(row) ||
          std::ranges::contains(leads, model.leads().id(lead)) ||
          !mentions(model.texts().view(text)))
        continue;
      ++notes.count;
      notes.of.push_back(lead);
    }
  };
  look(Kind::kNote, NoteField::kText, [&](Row row) { return model.note(row).lead; });
  look(Kind::kTouch, TouchField::kText, [&](Row row) { return model.touch(row).lead; });
  look(Kind::kMove, MoveField::kWhy, [&](Row row) { return model.move(row).lead; });
  look(Kind::kHandoff, HandoffField::kWords, [&](Row row) { return model.handoff(row).lead; });
  sort_stably(notes.of);
  notes.of.erase(std::ranges::unique(notes.of).begin(), notes.of.end());
  return notes;
}

}  // namespace leadlight::app
