// Drafts of Capture and of a note, kept on the device: gone once the book has them, or what is in
// them was erased.
#include <algorithm>

#include "app/app_impl.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

constexpr std::size_t kIdSize = 26;

bool has_note(const Model& model, Row lead, std::string_view text) {
  for (Row note = model.lead(lead).first_note; note != kNoRow; note = model.note(note).next)
    if (trimmed(model.text(Kind::kNote, note, static_cast<ColumnIndex>(NoteField::kText))) == text)
      return true;
  return false;
}

// One of the ten that came last.
bool is_among_newest(const Model& model, Row lead) {
  constexpr std::size_t kNewest = 10;
  std::size_t later = 0;
  for (Row row = 0; row < model.leads().size(); ++row)
    if (model.leads().alive(row) && model.lead(row).created_at > model.lead(lead).created_at)
      ++later;
  return later < kNewest;
}

// Somebody of whom nothing in it is new: browsers write such small facts later than the book.
bool is_saved(const Model& model, std::string_view draft) {
  std::vector<std::string_view> parts = split(draft, kDraftBetween);
  parts.resize(std::max<std::size_t>(parts.size(), 5));
  const std::string name = folded(trimmed(parts[0])), company = folded(trimmed(parts[1]));
  const std::string email = canonical_email(parts[2]);
  const std::string_view note = trimmed(parts[4]);
  for (Row row = 0; row < model.leads().size(); ++row) {
    if (!model.leads().alive(row)) continue;
    const bool same_email =
        !email.empty() && canonical_email(model.text(row, LeadField::kEmail)) == email;
    const bool same_name = email.empty() && !name.empty() && folded(model.name_of(row)) == name &&
                           folded(model.text(row, LeadField::kCompany)) == company;
    if ((same_email || same_name) && (note.empty() || has_note(model, row, note)) &&
        is_among_newest(model, row))
      return true;
  }
  return false;
}

// Does it name this lead?
bool is_about(std::string_view draft, const Model& model, Row row) {
  const std::string text = folded(draft);
  for (const std::string& value :
       {folded(model.name_of(row)), folded(model.text(row, LeadField::kEmail)),
        folded(model.text(row, LeadField::kPhone)), folded(model.text(row, LeadField::kMobile))}) {
    constexpr std::size_t kTooShort = 3;  // to be sure within a text
    if (value.size() > kTooShort && text.find(value) != std::string::npos) return true;
  }
  return std::ranges::any_of(split(draft, kDraftBetween), [&](std::string_view part) {
    const std::string phone = canonical_phone(part);
    return !part.empty() &&
           (part == model.name_of(row) ||
            (!phone.empty() && (phone == canonical_phone(model.text(row, LeadField::kPhone)) ||
                                phone == canonical_phone(model.text(row, LeadField::kMobile)))));
  });
}

}  // namespace

void App::Impl::drop_draft(KeepDraft::Of of) {
  run(KeepDraft{of, {}});
  ++state.drafts_dropped;
}

void App::Impl::drop_saved_drafts() {
  const Model& model = book.model();
  if (!state.capture_draft.empty() && is_saved(model, state.capture_draft))
    drop_draft(KeepDraft::Of::kCapture);
  const std::string_view note = state.note_draft;
  const auto id = id_from_text(note.substr(0, kIdSize));
  if (!id) return;
  const Row lead = model.leads().find(*id);
  if (book.is_erased(*id) ||
      (lead != kNoRow && has_note(model, lead, trimmed(note.substr(kIdSize)))))
    drop_draft(KeepDraft::Of::kNote);
}

void App::Impl::drop_drafts_of(std::span<const Id> leads) {
  for (const Id lead : leads) {
    const Row row = book.model().leads().find(lead);
    if (row == kNoRow) continue;
    if (is_about(state.capture_draft, book.model(), row)) drop_draft(KeepDraft::Of::kCapture);
    if (state.note_draft.starts_with(text_from_id(lead)) ||
        is_about(state.note_draft, book.model(), row))
      drop_draft(KeepDraft::Of::kNote);
  }
}

}  // namespace leadlight::app
