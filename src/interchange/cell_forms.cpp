#include "interchange/cell_forms.h"

#include "base/id.h"
#include "base/text.h"
#include "interchange/values.h"
#include "interchange/words.h"
#include "lead/fields.h"
#include "lead/vocabulary.h"

namespace leadlight::interchange {

namespace {

template <class Value>
std::optional<std::string> text_if(std::optional<Value> value) {
  if (!value) return std::nullopt;
  return std::string(text_of(*value));
}

std::optional<std::string> copied(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  return std::string(*text);
}

// "1054.0" is what programs write that know only floats.
std::optional<std::string> whole_number(std::string_view cell) {
  const std::size_t point = cell.find('.');
  if (point != std::string_view::npos &&
      cell.find_first_not_of('0', point + 1) == std::string_view::npos) {
    cell = cell.substr(0, point);
  }
  const auto number = integer_from_text(cell);
  return number ? std::optional(std::to_string(*number)) : std::nullopt;
}

std::optional<WeedOut> weed_out_from_words(std::string_view cell) {
  for (int i = 1; i < kWeedOutCount; ++i) {
    const auto value = static_cast<WeedOut>(i);
    if (word_key(cell) == word_key(text_of(value))) return value;
  }
  return std::nullopt;
}

}  // namespace

Form form_of(std::string_view field) {
  if (field.empty()) return Form::kDrop;
  if (field == "tags") return Form::kTags;
  if (field == "note") return Form::kNote;
  if (field == "id") return Form::kId;
  if (field == "value") return Form::kMajor;
  const auto lead_field = lead_field_from_text(field);
  if (!lead_field) return field.starts_with(kTagPrefix) ? Form::kFlag : Form::kText;
  switch (*lead_field) {
    case LeadField::kEmail: return Form::kEmail;
    case LeadField::kCreatedAt:
    case LeadField::kClosedAt:
    case LeadField::kNextStepAt:
    case LeadField::kSnoozedUntil:
    case LeadField::kNurtureUntil: return Form::kTime;
    case LeadField::kValueMinor: return Form::kMinor;
    case LeadField::kCurrency: return Form::kCurrency;
    case LeadField::kStage: return Form::kStage;
    case LeadField::kOutcome: return Form::kOutcome;
    case LeadField::kLeadType: return Form::kLeadType;
    case LeadField::kOutcomeReason: return Form::kReason;
    case LeadField::kHeat: return Form::kHeat;
    case LeadField::kWeedOut: return Form::kWeedOut;
    case LeadField::kDoNotContact:
    case LeadField::kOneToOne: return Form::kFlag;
    default: return Form::kText;
  }
}

bool is_word(Form form) {
  switch (form) {
    case Form::kTime:
    case Form::kMinor:
    case Form::kId: return false;
    default: return true;
  }
}

std::optional<std::string> value_from_cell(Form form, std::string_view cell, DateOrder dates) {
  switch (form) {
    case Form::kTime:
      if (const auto time = time_from_text(cell, dates)) return std::to_string(*time);
      return std::nullopt;
    case Form::kMinor: return whole_number(cell);
    case Form::kCurrency: return currency_from_text(cell);
    case Form::kStage: return text_if(stage_from_words(cell));
    case Form::kLeadType: return text_if(lead_type_from_words(cell));
    case Form::kOutcome: return copied(outcome_from_words(cell));
    case Form::kReason: {
      const auto reason = loss_reason_from_words(cell);  // else: why, in own words
      return reason ? text_if(reason) : std::string(cell);
    }
    case Form::kHeat: return copied(heat_from_words(cell));
    case Form::kWeedOut: return text_if(weed_out_from_words(cell));
    case Form::kFlag:
      if (const auto flag = flag_from_words(cell)) return std::string(*flag ? "1" : "");
      return std::nullopt;
    case Form::kId: {
      const auto id = id_from_text(cell);
      return id && !id->is_nil() ? std::optional(std::string(cell)) : std::nullopt;
    }
    case Form::kDrop:
    case Form::kText:
    case Form::kEmail:
    case Form::kMajor:
    case Form::kTags:
    case Form::kNote: return std::string(cell);
  }
  return std::nullopt;
}

std::string_view name_of(Form form, bool one) {
  switch (form) {
    case Form::kEmail: return one ? "e-mail address" : "e-mail addresses";
    case Form::kTime: return one ? "date" : "dates";
    case Form::kMajor:
    case Form::kMinor: return one ? "amount" : "amounts";
    case Form::kCurrency: return one ? "currency" : "currencies";
    case Form::kStage: return one ? "stage" : "stages";
    case Form::kOutcome: return one ? "outcome" : "outcomes";
    case Form::kLeadType: return one ? "lead type" : "lead types";
    case Form::kId: return one ? "id" : "ids";
    default: return one ? "value" : "values";
  }
}

}  // namespace leadlight::interchange
