// Which leads hold a word, in their fields, tags or notes, case and accents aside.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/query.h"
#include "query/text_index.h"

namespace leadlight::query {

// The words of what a person typed, folded; empty if there is none.
std::vector<std::string> words_of(std::string_view search);

class WordSearch {
 public:
  // Takes in all texts that leads and notes have; all but the new ones are known after the first
  // time.
  void read_all(const Model& model);
  // Takes in the texts of one lead.
  void read_lead(const Model& model, Row lead);
  [[nodiscard]] bool belongs_to(const Model& model) const;
  void clear();
  [[nodiscard]] const TextIndex& texts() const { return texts_; }
  [[nodiscard]] std::size_t bytes() const { return texts_.bytes(); }

  // Sets `shown` to 0 for leads that lack the word.
  void keep_leads_with(const Model& model, const std::string& word, std::span<std::uint8_t> shown);

 private:
  // Texts with a word, for the last few words: typing on changes only the last one.
  struct Found {
    std::string word;
    TextSet texts;
    std::size_t entries = 0;  // how far into the index this has come
    std::uint64_t used = 0;
  };
  const TextSet& texts_with(const Model& model, const std::string& word);
  void find_columns(const Table& leads);
  void read_column(const Model& model, ColumnIndex column);

  TextIndex texts_;
  std::vector<ColumnIndex> columns_;  // that are searched by their texts
  std::vector<ColumnIndex> tags_;     // that are searched by their names
  ColumnIndex columns_seen_ = 0;
  Row notes_seen_ = 0;
  std::vector<Found> found_;
  std::uint64_t uses_ = 0;
};

}  // namespace leadlight::query
