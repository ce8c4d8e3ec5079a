// MAP.json: docs/map.md.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "interchange/csv_sniff.h"
#include "interchange/json_text.h"
#include "interchange/mapping.h"
#include "interchange/targets.h"

namespace leadlight::interchange {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxMapBytes = 1 << 20;
constexpr std::string_view kSeeDocs = "docs/map.md shows what a map can say.";

std::unexpected<Error> refuse(std::string what, std::string where = {}) {
  return fail(std::move(what), std::string(kSeeDocs), std::move(where));
}

Result<json> parse(std::string_view text) {
  if (text.size() > kMaxMapBytes) return refuse("The map is larger than 1 MB.");
  try {
    json map = json::parse(text);
    if (!map.is_object()) return refuse("The map is no JSON object.");
    for (const auto& [key, value] : map.items()) {
      if (key != "columns" && key != "dates" && key != "delimiter" && key != "$schema") {
        return refuse("A map has columns, dates and delimiter, but not “" + key + "”.", key);
      }
    }
    return map;
  } catch (const json::parse_error& error) {
    const std::size_t at = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
    return refuse(at >= text.size() ? "The map ends too early: it is no complete JSON."
                                    : "The map is no valid JSON.",
                  place_of(text, at));
  } catch (const json::exception&) {
    return refuse("The map could not be read.");
  }
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

Result<std::string> field_from_json(const json& value, const std::string& where) {
  if (value.is_null()) return std::string();
  if (!value.is_string()) return refuse("A column's field must be a text or null.", where);
  std::string field = value.get<std::string>();
  if (field == "tag") field = "tags";
  if (!field.empty() && !is_target(field)) {
    return refuse("“" + field + "” is no field of a lead.", where);
  }
  return field;
}

// "email", null, or {"field": "outcome", "values": {"1": "won"}}.
Result<ColumnTarget> target_from_json(const std::string& header, const json& value) {
  ColumnTarget target{header, {}, {}, false};
  const std::string where = "columns." + header;
  if (!value.is_object()) {
    auto field = field_from_json(value, where);
    if (!field) return std::unexpected(std::move(field.error()));
    target.field = std::move(*field);
    return target;
  }
  for (const auto& [key, member] : value.items()) {
    if (key == "field") {
      auto field = field_from_json(member, where + ".field");
      if (!field) return std::unexpected(std::move(field.error()));
      target.field = std::move(*field);
    } else if (key == "values" && member.is_object()) {
      for (const auto& [from, to] : member.items()) {
        if (!to.is_string() && !to.is_null()) {
          return refuse("A value must become a text or null.", where + ".values." + from);
        }
        target.values[std::string(trimmed(from))] =
            to.is_null() ? std::string() : to.get<std::string>();
      }
    } else {
      return refuse("A column has a field and values (an object), but not this.",
                    where + "." + key);
    }
  }
  if (!value.contains("field")) return refuse("This column has no field.", where);
  return target;
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
  auto map = parse(text);
  if (!map) return std::unexpected(std::move(map.error()));
  Mapping mapping = guess;
  if (const auto dates = map->find("dates"); dates != map->end()) {
    if (!dates->is_string()) return refuse("The map's dates are no text.", "dates");
    const auto order = order_from_text(dates->get_ref<const std::string&>());
    if (!order) return std::unexpected(order.error());
    mapping.dates = *order;
  }
  const auto columns = map->find("columns");
  if (columns == map->end()) return mapping;
  if (!columns->is_object()) return refuse("The map's columns are no JSON object.", "columns");
  for (const auto& [header, value] : columns->items()) {
    auto target = target_from_json(header, value);
    if (!target) return std::unexpected(std::move(target.error()));
    if (!apply(mapping, *target)) mapping.missing.push_back(header);
  }
  release_guesses(mapping);
  return mapping;
}

Result<char> delimiter_from_json(std::string_view text) {
  const auto map = parse(text);
  if (!map) return std::unexpected(map.error());
  const auto delimiter = map->find("delimiter");
  if (delimiter == map->end() || delimiter->is_null()) return '\0';
  const std::string given =
      delimiter->is_string() ? delimiter->get<std::string>() : std::string("?");
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
