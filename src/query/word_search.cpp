#include "query/word_search.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "base/text.h"

namespace leadlight::query {
namespace {

constexpr std::array kSearchedFields{
    LeadField::kExternalId, LeadField::kFullName, LeadField::kFirstName, LeadField::kLastName,
    LeadField::kTitle,      LeadField::kCompany,  LeadField::kWebsite,   LeadField::kEmail,
    LeadField::kPhone,      LeadField::kMobile,   LeadField::kCity,      LeadField::kRegion,
    LeadField::kCountry,    LeadField::kSource,   LeadField::kCampaign,  LeadField::kOwner,
    LeadField::kIndustry,   LeadField::kEvent,    LeadField::kNeed,      LeadField::kMatchOurs};
constexpr auto kNoteText = static_cast<ColumnIndex>(NoteField::kText);

// Marks the rows of `cells` whose text is in the set.
void mark_rows(const Column& cells, const TextSet& wanted, std::span<std::uint8_t> hits) {
  for (std::size_t chunk = 0; chunk < cells.chunk_count(); ++chunk) {
    const auto* const texts = cells.chunk(chunk);
    const std::size_t first = chunk * Column::kChunkRows;
    if (texts == nullptr || first >= hits.size()) continue;
    const std::size_t count = std::min<std::size_t>(Column::kChunkRows, hits.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      hits[first + i] |= static_cast<std::uint8_t>(wanted.bit((*texts)[i]));
    }
  }
}

void mark_rows_with_any(const Column& cells, std::span<std::uint8_t> hits) {
  for (Row row = 0; row < hits.size(); ++row) {
    if (cells.at(row) != kNoText) hits[row] = 1;
  }
}

void mark_rows_with_note(const Model& model, const TextSet& wanted, std::span<std::uint8_t> hits) {
  const Table& notes = model.table(Kind::kNote);
  for (Row row = 0; row < notes.size(); ++row) {
    const Row lead = model.note(row).lead;
    if (lead < hits.size() && notes.alive(row) && wanted.bit(notes.cell(row, kNoteText)) != 0)
      hits[lead] = 1;
  }
}

}  // namespace

std::vector<std::string> words_of(std::string_view search) {
  const std::string text = folded(search);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto is_blank = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) <= ' '; };
    while (at < text.size() && is_blank(at)) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(at)) ++at;
    std::string word = text.substr(begin, at - begin);
    if (!word.empty() && !std::ranges::contains(words, word)) words.push_back(std::move(word));
  }
  // The longest first: it leaves the fewest.
  sort_stably(words, std::greater<>{}, &std::string::size);
  return words;
}

void WordSearch::clear() { *this = WordSearch(); }

bool WordSearch::belongs_to(const Model& model) const {
  return notes_seen_ <= model.table(Kind::kNote).size() &&
         columns_seen_ <= model.leads().column_count() && texts_.belongs_to(model.texts());
}

void WordSearch::find_columns(const Table& leads) {
  for (const LeadField field : kSearchedFields) {
    if (columns_seen_ == 0) columns_.push_back(static_cast<ColumnIndex>(field));
  }
  for (ColumnIndex column = std::max(columns_seen_, kLeadFieldCount); column < leads.column_count();
       ++column) {
    const std::string_view name = leads.column_name(column);
    if (name.starts_with(kCustomPrefix)) columns_.push_back(column);
    if (name.starts_with(kTagPrefix)) tags_.push_back(column);
  }
  columns_seen_ = leads.column_count();
}

void WordSearch::read_column(const Model& model, ColumnIndex column) {
  const Column& cells = model.leads().column(column);
  for (std::size_t chunk = 0; chunk < cells.chunk_count(); ++chunk) {
    if (cells.chunk(chunk) == nullptr) continue;
    for (const TextId text : *cells.chunk(chunk)) texts_.add(model.texts(), text);
  }
}

void WordSearch::read_all(const Model& model) {
  find_columns(model.leads());
  for (const ColumnIndex column : columns_) read_column(model, column);
  const Table& notes = model.table(Kind::kNote);
  for (Row row = 0; row < notes.size(); ++row)
    texts_.add(model.texts(), notes.cell(row, kNoteText));
  notes_seen_ = notes.size();
}

void WordSearch::read_lead(const Model& model, Row lead) {
  if (columns_seen_ != model.leads().column_count()) {
    const std::size_t known = columns_.size();
    find_columns(model.leads());
    for (std::size_t i = known; i < columns_.size(); ++i) read_column(model, columns_[i]);
  }
  for (const ColumnIndex column : columns_)
    texts_.add(model.texts(), model.leads().cell(lead, column));
  const Table& notes = model.table(Kind::kNote);
  for (Row row = model.lead(lead).first_note; row != kNoRow; row = model.note(row).next) {
    texts_.add(model.texts(), notes.cell(row, kNoteText));
  }
}

const TextSet& WordSearch::texts_with(const Model& model, const std::string& word) {
  constexpr std::size_t kMostKept = 6;
  auto at = std::ranges::find(found_, word, &Found::word);
  if (at == found_.end()) {
    if (found_.size() >= kMostKept)
      found_.erase(std::ranges::min_element(found_, {}, &Found::used));
    at = found_.insert(found_.end(), Found{word, {}, 0, 0});
  }
  at->used = ++uses_;
  texts_.search(word, at->entries, at->texts);
  at->entries = texts_.size();
  at->texts.reserve_up_to(static_cast<TextId>(model.texts().size()));
  return at->texts;
}

void WordSearch::keep_leads_with(const Model& model, const std::string& word,
                                 std::span<std::uint8_t> shown) {
  const TextSet& wanted = texts_with(model, word);
  std::vector<std::uint8_t> hits(shown.size());
  const Table& leads = model.leads();
  for (const ColumnIndex column : columns_) mark_rows(leads.column(column), wanted, hits);
  for (const ColumnIndex column : tags_) {
    const bool is_named =
        folded(leads.column_name(column).substr(kTagPrefix.size())).contains(word);
    if (is_named) mark_rows_with_any(leads.column(column), hits);
  }
  mark_rows_with_note(model, wanted, hits);
  for (std::size_t row = 0; row < shown.size(); ++row) shown[row] &= hits[row];
}

}  // namespace leadlight::query
