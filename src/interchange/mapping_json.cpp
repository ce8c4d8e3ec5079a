// MAP.json: docs/map.md.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "interchange/csv_sniff.h"
#include "interchange/json_events.h"
#include "interchange/json_text.h"
#include "interchange/mapping.h"
#include "interchange/targets.h"

namespace leadlight::interchange {

namespace {

constexpr std::size_t kMaxMapBytes = 1 << 20;
constexpr std::string_view kSeeDocs = "docs/map.md shows what a map can say.";

Error refusal(std::string what, std::string where = {}) {
  return {std::move(what), std::move(where), std::string(kSeeDocs)};
}
std::unexpected<Error> refuse(std::string what, std::string where = {}) {
  return std::unexpected(refusal(std::move(what), std::move(where)));
}

// "dd-mm-yy", "yyyy-mm-dd", "m/d/yyyy": what counts is the order of the letters.
Result<DateOrder> order_from_text(std::string_view text) {
  std::string letters;
  for (const char c : folded(text)) {
    if (c < 'a' || c > 'z') continue;
    if (letters.empty() || letters.back() != c) letters += c;
  }
  if (letters == "dmy" || letters == "tmj" || letters == "jma" || letters == "dma")
    return DateOrder::kDayFirst;
  if (letters == "mdy") return DateOrder::kMonthFirst;
  if (letters == "ymd" || letters == "iso") return DateOrder::kIso;
  if (letters.empty() || letters == "gues" || letters == "auto") return DateOrder::kGuess;
  return refuse(
      "The map's dates are “" + std::string(text) + "”, which is no order of day, month and year.",
      "dates");
}

std::string_view text_from_order(DateOrder order) {
  switch (order) {
    case DateOrder::kGuess: return "";
    case DateOrder::kIso: return "yyyy-mm-dd";
    case DateOrder::kDayFirst: return "dd-mm-yyyy";
    case DateOrder::kMonthFirst: return "mm-dd-yyyy";
  }
  return "";
}

// What a map says, before it meets a file.
struct MapText {
  std::vector<ColumnTarget> columns;
  std::optional<std::string> dates;
  std::string delimiter;  // "?" for what is no text
};

class MapReader final : public JsonEvents {
 public:
  MapText map;
  std::optional<Error> error;

  bool null() override { return is_skipping() || value(nullptr); }
  bool boolean(bool) override { return is_skipping() || value(&kNoText); }
  bool below_zero(long long) override { return is_skipping() || value(&kNoText); }
  bool whole(unsigned long long) override { return is_skipping() || value(&kNoText); }
  bool fraction(double) override { return is_skipping() || value(&kNoText); }
  bool string(std::string& text) override { return is_skipping() || value(&text); }

  bool key(std::string& name) override {
    if (is_skipping()) return true;
    key_ = std::move(name);
    switch (place_) {
      case Place::kMap:
        if (key_ == "columns" || key_ == "dates" || key_ == "delimiter" || key_ == "$schema") {
          return true;
        }
        return stop("A map has columns, dates and delimiter, but not “" + key_ + "”.", key_);
      case Place::kColumns: map.columns.push_back({key_, {}, {}, false}); return true;
      case Place::kColumn:
        if (key_ == "field" || key_ == "values") return true;
        return stop("A column has a field and values (an object), but not this.", where(key_));
      default: return true;
    }
  }

  bool start_object() override {
    if (is_skipping() || (place_ == Place::kMap && key_ == "$schema")) return skip();
    switch (place_) {
      case Place::kStart: place_ = Place::kMap; return true;
      case Place::kMap:
        if (key_ != "columns") return value(&kNoText);
        place_ = Place::kColumns;
        return true;
      case Place::kColumns:
        place_ = Place::kColumn;
        has_field_ = false;
        return true;
      case Place::kColumn:
        if (key_ != "values") return value(&kNoText);
        place_ = Place::kValues;
        return true;
      case Place::kValues: return value(&kNoText);
    }
    return false;
  }
  bool end_object() override {
    if (is_skipping()) return unskip();
    switch (place_) {
      case Place::kStart:
      case Place::kMap: return true;
      case Place::kColumns: place_ = Place::kMap; return true;
      case Place::kColumn:
        place_ = Place::kColumns;
        return has_field_ || stop("This column has no field.", where());
      case Place::kValues: place_ = Place::kColumn; return true;
    }
    return false;
  }
  bool start_array() override {
    if (is_skipping() || (place_ == Place::kMap && key_ == "$schema")) return skip();
    return value(&kNoText);
  }
  bool end_array() override { return unskip(); }

 private:
  enum class Place : unsigned char { kStart, kMap, kColumns, kColumn, kValues };
  static inline const std::string kNoText = "?";

  // Inside a $schema that is no text: whatever it is.
  [[nodiscard]] bool is_skipping() const { return skipped_ > 0; }
  bool skip() { return ++skipped_ > 0; }
  bool unskip() { return --skipped_ >= 0; }

  bool stop(std::string what, std::string where = {}) {
    error = refusal(std::move(what), std::move(where));
    return false;
  }
  [[nodiscard]] std::string where(std::string_view member = {}) const {
    std::string path = "columns." + map.columns.back().header;
    if (!member.empty()) path.append(".").append(member);
    return path;
  }

  // A text, nullptr for null, &kNoText for anything else.
  bool value(const std::string* text) {
    const bool is_text = text && text != &kNoText;
    switch (place_) {
      case Place::kStart: return stop("The map is no JSON object.");
      case Place::kMap:
        if (key_ == "columns") return stop("The map's columns are no JSON object.", key_);
        if (key_ == "dates") {
          if (!is_text) return stop("The map's dates are no text.", key_);
          map.dates = *text;
        }
        if (key_ == "delimiter") map.delimiter = text ? *text : std::string();
        return true;
      case Place::kColumns: return field(text, where());
      case Place::kColumn:
        if (key_ == "field") return has_field_ = field(text, where(key_));
        return stop("A column has a field and values (an object), but not this.", where(key_));
      case Place::kValues:
        if (text == &kNoText) {
          return stop("A value must become a text or null.", where("values." + key_));
        }
        map.columns.back().values[std::string(trimmed(key_))] = text ? *text : std::string();
        return true;
    }
    return false;
  }
  bool field(const std::string* text, std::string where) {
    if (text == &kNoText) {
      return stop("A column's field must be a text or null.", std::move(where));
    }
    std::string name = text ? *text : std::string();
    if (name == "tag") name = "tags";
    if (!name.empty() && !is_target(name)) {
      return stop("“" + name + "” is no field of a lead.", std::move(where));
    }
    map.columns.back().field = std::move(name);
    return true;
  }

  Place place_ = Place::kStart;
  int skipped_ = 0;  // brackets open in what is skipped
  bool has_field_ = false;
  std::string key_;
};

Result<MapText> read_map(std::string_view text) {
  if (text.size() > kMaxMapBytes) return refuse("The map is larger than 1 MB.");
  MapReader reader;
  const char* position = text.data();
  if (read_json(text, position, reader)) return std::move(reader.map);
  if (reader.error) return std::unexpected(std::move(*reader.error));
  const auto at = static_cast<std::size_t>(position - text.data());
  if (at >= text.size()) {
    return refuse("The map ends too early: it is no complete JSON.", place_of(text, text.size()));
  }
  return refuse("The map is no valid JSON.", place_of(text, at == 0 ? 0 : at - 1));
}

bool is_same_header(std::string_view a, std::string_view b) { return trimmed(a) == trimmed(b); }
bool is_alike_header(std::string_view a, std::string_view b) {
  return folded(trimmed(a)) == folded(trimmed(b));
}

// Puts the target on every column with its header; false if there is none.
bool apply(Mapping& mapping, const ColumnTarget& target) {
  for (const auto matches : {is_same_header, is_alike_header}) {
    bool found = false;
    for (ColumnTarget& column : mapping.columns) {
      if (!matches(column.header, target.header)) continue;
      column.field = target.field;
      column.values = target.values;
      column.guessed = false;
      found = true;
    }
    if (found) return true;
  }
  return false;
}

// A guess gives way to a field that the map has sent elsewhere.
void release_guesses(Mapping& mapping) {
  for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
    ColumnTarget& column = mapping.columns[i];
    if (!column.guessed || column.field == "tags" || column.field == "note") continue;
    const bool taken = std::ranges::any_of(mapping.columns, [&](const ColumnTarget& other) {
      return !other.guessed && other.field == column.field;
    });
    if (taken) column.field = custom_field(column.header, i);
  }
}

}  // namespace

Result<Mapping> mapping_from_json(std::string_view text, const Mapping& guess) {
  const auto map = read_map(text);
  if (!map) return std::unexpected(map.error());
  Mapping mapping = guess;
  if (map->dates) {
    const auto order = order_from_text(*map->dates);
    if (!order) return std::unexpected(order.error());
    mapping.dates = *order;
  }
  for (const ColumnTarget& target : map->columns) {
    if (!apply(mapping, target)) mapping.missing.push_back(target.header);
  }
  release_guesses(mapping);
  return mapping;
}

Result<char> delimiter_from_json(std::string_view text) {
  const auto map = read_map(text);
  if (!map) return std::unexpected(map.error());
  const std::string& given = map->delimiter;
  if (given.empty()) return '\0';
  if (given == "tab" || given == "\\t") return '\t';
  if (given.size() != 1 || !std::string_view(",;\t|:^~").contains(given[0])) {
    return refuse("The map's delimiter must be one of , ; | : ^ ~ or tab.", "delimiter");
  }
  return given[0];
}

std::string json_from_mapping(const Mapping& mapping) {
  std::string out = "{\n  \"columns\": {";
  bool first = true;
  for (const ColumnTarget& column : mapping.columns) {
    out += first ? "\n    " : ",\n    ";
    first = false;
    append_json_string(out, column.header);
    out += ": ";
    const std::string field = column.field.empty() ? "null" : json_string(column.field);
    if (column.values.empty()) {
      out += field;
      continue;
    }
    out += "{\"field\": " + field + ", \"values\": {";
    bool first_value = true;
    for (const auto& [from, to] : column.values) {
      if (!first_value) out += ", ";
      first_value = false;
      out += json_string(from) + ": " + json_string(to);
    }
    out += "}}";
  }
  out += "\n  }";
  if (mapping.dates != DateOrder::kGuess)
    out += ",\n  \"dates\": " + json_string(text_from_order(mapping.dates));
  if (mapping.delimiter != '\0')
    out += ",\n  \"delimiter\": " + json_string({&mapping.delimiter, 1});
  return out + "\n}\n";
}

}  // namespace leadlight::interchange
