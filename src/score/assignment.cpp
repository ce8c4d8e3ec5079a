#include "score/assignment.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/sort.h"
#include "base/text.h"
#include "lead/settings.h"
#include "score/match_rule.h"

namespace leadlight::score {
namespace {

// The same on every machine: SplitMix64's finish.
std::uint64_t turn_of(Id id) {
  std::uint64_t z = id.high ^ (id.low * 0x9E3779B97F4A7C15ULL);
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
  return z ^ z >> 31;
}

// Territories are told by the beginning: "80" has 80331 and 80999.
bool begins_with_any(std::string_view value, std::string_view list) {
  const std::string code = folded(trimmed(value));
  return std::ranges::any_of(split(list, ','), [&](std::string_view part) {
    const std::string wanted = folded(trimmed(part));
    return !wanted.empty() && code.starts_with(wanted);
  });
}

bool fits(const Model& model, Row lead, const AssignRule& rule, MarqueeList& marquee) {
  if (rule.field == kMarqueeField) return marquee.has(model, lead);
  const auto field = lead_field_from_text(rule.field);
  if (!field) return false;
  const std::string_view value = model.text(lead, *field);
  if (*field == LeadField::kPostalCode) return begins_with_any(value, rule.match);
  if (*field == LeadField::kLeadType)
    return std::ranges::any_of(split(rule.match, ','), [&](std::string_view part) {
      return !value.empty() && trimmed(part) == value;
    });
  return MatchRule(rule.match).matches(value);
}

}  // namespace

std::vector<std::string> names_from(std::string_view list) {
  std::vector<std::string> names;
  for (const std::string_view part : split(list, ','))
    if (const std::string_view name = trimmed(part);
        !name.empty() && !std::ranges::contains(names, name))
      names.emplace_back(name);
  return names;
}

AssignRules assign_rules(const Model& model) {
  AssignRules all;
  const Table& table = model.table(Kind::kSetting);
  const Row row = table.find(kTeamSettingsId);
  if (row == kNoRow) return all;
  std::map<std::string, AssignRule, std::less<>> by_id;
  for (ColumnIndex column = 0; column < table.column_count(); ++column) {
    std::string_view key = table.column_name(column);
    const std::string_view value = model.text(Kind::kSetting, row, column);
    if (key == kAssignNewKey) all.new_leads = !value.empty();
    if (!key.starts_with(kAssignPrefix) || value.empty()) continue;
    key.remove_prefix(kAssignPrefix.size());
    const std::size_t slash = key.rfind('/');
    if (slash == std::string_view::npos || slash == 0) continue;
    AssignRule& rule = by_id[std::string(key.substr(0, slash))];
    const std::string_view part = key.substr(slash + 1);
    if (part == "field") rule.field = value;
    if (part == "match") rule.match = value;
    if (part == "to") rule.to = names_from(value);
    if (part == "position")
      rule.position = static_cast<int>(
          std::clamp<std::int64_t>(integer_from_text(value).value_or(0), -1'000'000, 1'000'000));
  }
  for (auto& [id, rule] : by_id) {
    rule.id = id;
    if (!rule.field.empty()) all.rules.push_back(std::move(rule));
  }
  sort_stably(all.rules, {}, &AssignRule::position);
  return all;
}

std::string assign_key(std::string_view rule, std::string_view part) {
  return std::string(kAssignPrefix).append(rule).append("/").append(part);
}

Assigner::Assigner(const AssignRules& rules, const std::vector<std::string>& marquee)
    : rules_(rules), marquee_(marquee) {}

std::string_view Assigner::owner_of(const Model& model, Row lead) {
  for (const AssignRule& rule : rules_.rules) {
    if (rule.to.empty() || !fits(model, lead, rule, marquee_)) continue;
    return rule.to[turn_of(model.leads().id(lead)) % rule.to.size()];
  }
  return {};
}

Row Assigner::scratch_row(Id id) {
  return scratch_.add_row(static_cast<KindIndex>(Kind::kLead), id);
}

void Assigner::set_scratch(Row row, LeadField field, std::string_view value) {
  scratch_.set_cell(static_cast<KindIndex>(Kind::kLead), row, static_cast<ColumnIndex>(field),
                    scratch_.mutable_texts().intern(value));
}

}  // namespace leadlight::score
