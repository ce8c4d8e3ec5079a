#include "query/sort_value.h"

#include <algorithm>

#include "base/text.h"

namespace leadlight::query {
namespace {

std::optional<std::int64_t> number_in_field(const Model& model, Row lead, LeadField field) {
  const std::string_view text = model.text(lead, field);
  return text.empty() ? std::nullopt : integer_from_text(text);
}

UtcMs last_touch_of(const Model& model, Row lead) {
  const Table& touches = model.table(Kind::kTouch);
  UtcMs newest = kNoTouch;
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (touches.alive(row)) newest = std::max(newest, model.touch(row).at);
  }
  return newest;
}

}  // namespace

bool sorts_by_text(SortKey key) {
  return key == SortKey::kName || key == SortKey::kCompany || key == SortKey::kSource ||
         key == SortKey::kOwner;
}

std::optional<std::int64_t> number_to_sort(const Model& model,
                                           const std::vector<score::Points>& points, SortKey key,
                                           Row lead) {
  const LeadFacts& facts = model.lead(lead);
  switch (key) {
    case SortKey::kScore: return lead < points.size() ? points[lead].total() : 0;
    case SortKey::kStage: return static_cast<std::int64_t>(facts.stage);
    case SortKey::kCreated:
      return facts.created_at == 0 ? std::nullopt : std::optional(facts.created_at);
    case SortKey::kLastTouch: {
      const UtcMs at = last_touch_of(model, lead);
      return at == kNoTouch ? std::nullopt : std::optional(at);
    }
    case SortKey::kNextStep: return number_in_field(model, lead, LeadField::kNextStepAt);
    case SortKey::kValue: return number_in_field(model, lead, LeadField::kValueMinor);
    case SortKey::kName:
    case SortKey::kCompany:
    case SortKey::kSource:
    case SortKey::kOwner: break;
  }
  return std::nullopt;
}

LeadField field_to_sort(SortKey key) {
  switch (key) {
    case SortKey::kCompany: return LeadField::kCompany;
    case SortKey::kSource: return LeadField::kSource;
    case SortKey::kOwner: return LeadField::kOwner;
    default: return LeadField::kFullName;
  }
}

void append_name(std::string& to, const Model& model, Row lead) {
  const auto text = [&](LeadField field) { return trimmed(model.text(lead, field)); };
  const std::size_t begin = to.size();
  to += text(LeadField::kFullName);
  if (to.size() != begin) return;
  to += text(LeadField::kFirstName);
  const std::string_view last = text(LeadField::kLastName);
  if (to.size() != begin && !last.empty()) to += ' ';
  to += last;
  if (to.size() == begin) to += text(LeadField::kEmail);
  if (to.size() == begin) to += text(LeadField::kCompany);
}

std::string text_to_sort(const Model& model, SortKey key, Row lead) {
  if (key != SortKey::kName) return std::string(trimmed(model.text(lead, field_to_sort(key))));
  std::string name;
  append_name(name, model, lead);
  return name;
}

std::vector<UtcMs> last_touches(const Model& model) {
  std::vector<UtcMs> newest(model.leads().size(), kNoTouch);
  const Table& touches = model.table(Kind::kTouch);
  for (Row row = 0; row < touches.size(); ++row) {
    const TouchFacts& touch = model.touch(row);
    if (touch.lead < newest.size() && touches.alive(row)) {
      newest[touch.lead] = std::max(newest[touch.lead], touch.at);
    }
  }
  return newest;
}

}  // namespace leadlight::query
