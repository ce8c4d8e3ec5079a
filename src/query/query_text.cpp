// A query as it stands in links: "stage=mql,sql&sort=score". Lists are separated by commas, values
// are percent-encoded, what is usual is left out.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "query/query.h"

namespace leadlight::query {
namespace {

template <class Enum, std::size_t size>
using Words = std::array<std::pair<Enum, std::string_view>, size>;

constexpr Words<Scope, 6> kScopeWords{{{Scope::kOpenLeads, "open"},
                                       {Scope::kForgotten, "forgotten"},
                                       {Scope::kAllLeads, "all"},
                                       {Scope::kContacts, "contacts"},
                                       {Scope::kWeededOut, "weeded_out"},
                                       {Scope::kDeleted, "deleted"}}};
constexpr Words<score::Band, 3> kBandWords{
    {{score::Band::kNone, "none"}, {score::Band::kWatch, "watch"}, {score::Band::kSales, "sales"}}};
constexpr Words<SortKey, 10> kSortWords{{{SortKey::kScore, "score"},
                                         {SortKey::kName, "name"},
                                         {SortKey::kCompany, "company"},
                                         {SortKey::kStage, "stage"},
                                         {SortKey::kSource, "source"},
                                         {SortKey::kOwner, "owner"},
                                         {SortKey::kCreated, "created"},
                                         {SortKey::kLastTouch, "last_touch"},
                                         {SortKey::kNextStep, "next_step"},
                                         {SortKey::kValue, "value"}}};
constexpr Words<Direction, 2> kDirectionWords{
    {{Direction::kAscending, "up"}, {Direction::kDescending, "down"}}};

template <class Enum, std::size_t size>
std::string_view word_of(const Words<Enum, size>& words, Enum value) {
  for (const auto& [known, word] : words) {
    if (known == value) return word;
  }
  return {};
}

template <class Enum, std::size_t size>
std::optional<Enum> value_of(const Words<Enum, size>& words, std::string_view text) {
  for (const auto& [value, word] : words) {
    if (word == text) return value;
  }
  return std::nullopt;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// Nothing if the text is no UTF-8 once decoded: a link may come from anywhere.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 &&
                        digit_of(text[i + 2]) >= 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
    i += 2;
  }
  if (invalid_utf8_at(out)) return std::nullopt;
  return out;
}

class Writer {
 public:
  void add(std::string_view key, std::string_view word) {
    begin(key);
    text_ += word;
  }
  void add_encoded(std::string_view key, std::string_view value) {
    begin(key);
    append_encoded(text_, value);
  }
  template <class Values, class WordOf>
  void add_list(std::string_view key, const Values& values, WordOf&& word_of_value) {
    if (values.empty()) return;
    begin(key);
    bool first = true;
    for (const auto& value : values) {
      if (!std::exchange(first, false)) text_ += ',';
      append_encoded(text_, word_of_value(value));
    }
  }
  void add_texts(std::string_view key, const std::vector<std::string>& values) {
    add_list(key, values, [](const std::string& value) { return std::string_view(value); });
  }
  std::string take() { return std::move(text_); }

 private:
  void begin(std::string_view key) {
    if (!text_.empty()) text_ += '&';
    text_.append(key) += '=';
  }
  std::string text_;
};

void read_texts(std::string_view list, std::vector<std::string>& values) {
  for (const std::string_view part : split(list, ',')) {
    std::optional<std::string> value = decoded(part);
    if (value && !std::ranges::contains(values, *value)) values.push_back(std::move(*value));
  }
}

template <class Value, class ValueOf>
void read_words(std::string_view list, std::vector<Value>& values, ValueOf&& value_of_word) {
  for (const std::string_view part : split(list, ',')) {
    const auto value = value_of_word(part);
    if (value && !std::ranges::contains(values, *value)) values.push_back(*value);
  }
}

UtcMs moment_from(std::string_view text) {
  return std::max<UtcMs>(0, integer_from_text(text).value_or(0));
}

// "30.1795338000000": days, and the moment from which they count back.
void read_stuck(std::string_view text, Query& query) {
  constexpr std::int64_t kMostDays = 36'500;
  const std::size_t dot = text.find('.');
  const auto days = integer_from_text(text.substr(0, dot));
  query.stuck_days = 0;
  query.stuck_at = 0;
  if (dot == std::string_view::npos || !days || *days < 1 || *days > kMostDays) return;
  query.stuck_days = static_cast<int>(*days);
  query.stuck_at = moment_from(text.substr(dot + 1));
}

}  // namespace

Direction natural_direction(SortKey key) {
  switch (key) {
    case SortKey::kName:
    case SortKey::kCompany:
    case SortKey::kStage:
    case SortKey::kSource:
    case SortKey::kOwner:
    case SortKey::kNextStep: return Direction::kAscending;
    case SortKey::kScore:
    case SortKey::kCreated:
    case SortKey::kLastTouch:
    case SortKey::kValue: break;
  }
  return Direction::kDescending;
}

std::string text_from_query(const Query& query) {
  const Query usual;
  Writer writer;
  if (query.scope != usual.scope) writer.add("scope", word_of(kScopeWords, query.scope));
  writer.add_list("stage", query.stages, [](Stage stage) { return text_of(stage); });
  writer.add_texts("source", query.sources);
  writer.add_texts("owner", query.owners);
  writer.add_texts("country", query.countries);
  writer.add_texts("campaign", query.campaigns);
  writer.add_texts("tag", query.tags);
  writer.add_list("band", query.bands, [](score::Band band) { return word_of(kBandWords, band); });
  if (query.created_from != 0) writer.add("since", std::to_string(query.created_from));
  if (query.reached) writer.add("reached", text_of(*query.reached));
  if (query.stuck_days != 0)
    writer.add("stuck", formatted("{}.{}", query.stuck_days, query.stuck_at));
  if (query.handoff) writer.add("handoff", text_of(*query.handoff));
  if (!query.search.empty()) writer.add_encoded("q", query.search);
  if (query.sort != usual.sort) writer.add("sort", word_of(kSortWords, query.sort));
  if (query.direction != natural_direction(query.sort)) {
    writer.add("dir", word_of(kDirectionWords, query.direction));
  }
  return writer.take();
}

Query query_from_text(std::string_view text) {
  Query query;
  std::optional<Direction> direction;
  for (const std::string_view pair : split(text, '&')) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view key = pair.substr(0, equals);
    const std::string_view value = pair.substr(equals + 1);
    if (key == "scope")
      query.scope = value_of(kScopeWords, value).value_or(query.scope);
    else if (key == "stage")
      read_words(value, query.stages, stage_from_text);
    else if (key == "source")
      read_texts(value, query.sources);
    else if (key == "owner")
      read_texts(value, query.owners);
    else if (key == "country")
      read_texts(value, query.countries);
    else if (key == "campaign")
      read_texts(value, query.campaigns);
    else if (key == "tag")
      read_texts(value, query.tags);
    else if (key == "band")
      read_words(value, query.bands,
                 [](std::string_view word) { return value_of(kBandWords, word); });
    else if (key == "since")
      query.created_from = moment_from(value);
    else if (key == "reached")
      query.reached = stage_from_text(value);
    else if (key == "stuck")
      read_stuck(value, query);
    else if (key == "handoff")
      query.handoff = handoff_mark_from_text(value);
    else if (key == "q")
      query.search = decoded(value).value_or(query.search);
    else if (key == "sort")
      query.sort = value_of(kSortWords, value).value_or(query.sort);
    else if (key == "dir")
      direction = value_of(kDirectionWords, value);
  }
  query.direction = direction.value_or(natural_direction(query.sort));
  return query;
}

}  // namespace leadlight::query
