#include "query/row_filter.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "followup/queue.h"

namespace leadlight::query {
namespace {

// A deleted lead has fields; a row that only stands in for a lead to come has none.
bool has_any_name(const Model& model, Row row) {
  constexpr std::array kFields{LeadField::kFullName, LeadField::kFirstName, LeadField::kLastName,
                               LeadField::kEmail,    LeadField::kCompany,   LeadField::kPhone,
                               LeadField::kMobile,   LeadField::kCreatedAt, LeadField::kExternalId};
  return std::ranges::any_of(kFields, [&](LeadField field) {
    return model.leads().cell(row, static_cast<ColumnIndex>(field)) != kNoText;
  });
}

bool is_in_scope(const Model& model, const std::vector<score::Points>& points, Scope scope,
                 Row row) {
  if (scope == Scope::kDeleted)
    return !model.leads().alive(row) && model.lead(row).heir == kNoRow && has_any_name(model, row);
  if (!model.leads().alive(row)) return false;
  const Standing standing = points[row].standing;
  switch (scope) {
    case Scope::kOpenLeads: return standing == Standing::kLead && is_open(model.lead(row).stage);
    case Scope::kForgotten: return followup::is_forgotten(model, points, row);
    case Scope::kAllLeads: return standing == Standing::kLead;
    case Scope::kContacts: return standing == Standing::kContact;
    case Scope::kWeededOut: return standing == Standing::kWeededOut;
    case Scope::kDeleted: break;
  }
  return false;
}

template <class Value>
unsigned mask_of(const std::vector<Value>& values) {
  if (values.empty()) return ~0U;
  unsigned mask = 0;
  for (const Value value : values) mask |= 1U << static_cast<unsigned>(value);
  return mask;
}

// Keeps the rows whose cell is one of the wanted texts; an empty text stands for "none given".
void keep_any_of(const Model& model, ColumnIndex column, const std::vector<std::string>& wanted,
                 std::vector<std::uint8_t>& shown) {
  if (wanted.empty()) return;
  std::vector<TextId> ids;
  for (const std::string& text : wanted) {
    const TextId id = model.texts().find(text);
    if (id != kNoText || text.empty()) ids.push_back(id);
  }
  const Column& cells = model.leads().column(column);
  for (Row row = 0; row < shown.size(); ++row) {
    if (shown[row] != 0) shown[row] = std::ranges::contains(ids, cells.at(row)) ? 1 : 0;
  }
}

void keep_tagged(const Model& model, const std::string& tag, std::vector<std::uint8_t>& shown) {
  const ColumnIndex column = model.leads().find_column(std::string(kTagPrefix) + tag);
  for (Row row = 0; row < shown.size(); ++row) {
    if (column == kNoColumn || model.leads().cell(row, column) == kNoText) shown[row] = 0;
  }
}

UtcMs time_in(const Model& model, Row row, LeadField field) {
  return integer_from_text(model.text(row, field)).value_or(0);
}

template <class Visit>
void for_each_move(const Model& model, Row lead, Visit&& visit) {
  for (Row row = model.lead(lead).first_move; row != kNoRow; row = model.move(row).next) {
    if (model.table(Kind::kMove).alive(row)) visit(model.move(row));
  }
}

// As insight/funnel.cpp counts: where it stood before its first move, where moves took it, where it
// is. Nobody starts as lost.
bool has_reached(const Model& model, Row lead, Stage wanted) {
  const auto counts = [&](Stage stage) { return stage <= Stage::kCustomer && stage >= wanted; };
  if (wanted == Stage::kNew || counts(model.lead(lead).stage)) return true;
  bool reached = false;
  UtcMs first_at = std::numeric_limits<UtcMs>::max();
  Stage first_from = Stage::kNew;
  for_each_move(model, lead, [&](const MoveFacts& move) {
    reached = reached || counts(move.to);
    if (move.at < first_at) first_at = move.at, first_from = move.from;
  });
  return reached || counts(first_from);
}

// Likewise, of those that stand still.
bool is_stuck(const Model& model, Row lead, int days, UtcMs at) {
  if (!is_open(model.lead(lead).stage)) return false;
  UtcMs since = model.lead(lead).created_at;
  for_each_move(model, lead, [&](const MoveFacts& move) { since = std::max(since, move.at); });
  return since > 0 && at - since > days * kDayMs &&
         time_in(model, lead, LeadField::kNurtureUntil) <= at;
}

template <class Test>
void keep_if(std::vector<std::uint8_t>& shown, Test&& test) {
  for (Row row = 0; row < shown.size(); ++row) {
    if (shown[row] != 0 && !test(row)) shown[row] = 0;
  }
}

}  // namespace

std::vector<std::uint8_t> rows_passing(const Model& model, const std::vector<score::Points>& points,
                                       const Query& query) {
  std::vector<std::uint8_t> shown(std::min<std::size_t>(model.leads().size(), points.size()));
  const unsigned stages = mask_of(query.stages);
  const unsigned bands = mask_of(query.bands);
  for (Row row = 0; row < shown.size(); ++row) {
    const unsigned stage = 1U << static_cast<unsigned>(model.lead(row).stage);
    const unsigned band = 1U << static_cast<unsigned>(points[row].band);
    const bool passes = (stages & stage) != 0 && (bands & band) != 0 &&
                        is_in_scope(model, points, query.scope, row);
    shown[row] = passes ? 1 : 0;
  }
  const auto keep = [&](LeadField field, const std::vector<std::string>& wanted) {
    keep_any_of(model, static_cast<ColumnIndex>(field), wanted, shown);
  };
  keep(LeadField::kSource, query.sources);
  keep(LeadField::kOwner, query.owners);
  keep(LeadField::kCountry, query.countries);
  keep(LeadField::kCampaign, query.campaigns);
  for (const std::string& tag : query.tags) keep_tagged(model, tag, shown);
  if (query.created_from != 0)
    keep_if(shown, [&](Row row) { return model.lead(row).created_at >= query.created_from; });
  if (query.reached)
    keep_if(shown, [&](Row row) { return has_reached(model, row, *query.reached); });
  if (query.stuck_days != 0)
    keep_if(shown, [&](Row row) { return is_stuck(model, row, query.stuck_days, query.stuck_at); });
  if (query.handoff) keep_if(shown, [&](Row row) { return has_mark(model, row, *query.handoff); });
  return shown;
}

}  // namespace leadlight::query
