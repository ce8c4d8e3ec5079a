#include "message/template.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "base/text.h"
#include "lead/settings.h"

namespace leadlight::message {

namespace {

constexpr std::array<std::string_view, kPurposeCount> kPurposeTexts{
    "first_touch", "soft_opening", "acknowledgement", "follow_up",
    "goodbye",     "nurture",      "next_step_offer"};
constexpr std::array<std::string_view, kPurposeCount> kPurposeLabels{
    "First touch", "Soft opening", "Acknowledgement", "Follow-up",
    "Goodbye",     "Nurture",      "Next-step offer"};

using Texts = std::array<std::string, kTemplateFieldCount>;

std::string& in(Texts& texts, TemplateField field) {
  return texts[static_cast<ColumnIndex>(field)];
}

Texts texts_of(const Template& from) {
  Texts texts;
  in(texts, TemplateField::kName) = from.name;
  in(texts, TemplateField::kChannel) = text_of(from.channel);
  if (from.lead_type != LeadType::kUnknown)
    in(texts, TemplateField::kLeadType) = text_of(from.lead_type);
  in(texts, TemplateField::kSource) = from.source;
  if (from.stage) in(texts, TemplateField::kStage) = text_of(*from.stage);
  in(texts, TemplateField::kLanguage) = from.language;
  in(texts, TemplateField::kPurpose) = text_of(from.purpose);
  in(texts, TemplateField::kSubject) = from.subject;
  in(texts, TemplateField::kBody) = from.body;
  in(texts, TemplateField::kPosition) = std::to_string(from.position);
  return texts;
}

Template template_of(Id id, Texts texts) {
  constexpr std::int64_t kFurthest = 1'000'000;
  Template made;
  made.id = id;
  made.name = std::move(in(texts, TemplateField::kName));
  made.channel =
      touch_kind_from_text(in(texts, TemplateField::kChannel)).value_or(TouchKind::kEmail);
  made.lead_type =
      lead_type_from_text(in(texts, TemplateField::kLeadType)).value_or(LeadType::kUnknown);
  made.source = std::move(in(texts, TemplateField::kSource));
  if (const std::string& stage = in(texts, TemplateField::kStage); !stage.empty())
    made.stage = stage_from_text(stage);
  made.language = std::move(in(texts, TemplateField::kLanguage));
  made.purpose = purpose_from_text(in(texts, TemplateField::kPurpose)).value_or(Purpose::kFollowUp);
  made.subject = std::move(in(texts, TemplateField::kSubject));
  made.body = std::move(in(texts, TemplateField::kBody));
  const auto position = integer_from_text(in(texts, TemplateField::kPosition)).value_or(0);
  made.position = static_cast<int>(std::clamp(position, -kFurthest, kFurthest));
  return made;
}

std::string_view stored(const Model& model, Row row, ColumnIndex column) {
  return row == kNoRow ? std::string_view() : model.text(Kind::kTemplate, row, column);
}

void overlay(const Model& model, Row row, Texts& texts) {
  for (ColumnIndex column = 0; column < kTemplateFieldCount; ++column) {
    const std::string_view value = stored(model, row, column);
    if (!value.empty()) texts[column] = value == kCleared ? std::string_view() : value;
  }
}

}  // namespace

std::string_view text_of(Purpose purpose) {
  return kPurposeTexts[static_cast<std::size_t>(purpose)];
}
std::string_view label_of(Purpose purpose) {
  return kPurposeLabels[static_cast<std::size_t>(purpose)];
}
std::optional<Purpose> purpose_from_text(std::string_view text) {
  const auto* const found = std::ranges::find(kPurposeTexts, text);
  if (found == kPurposeTexts.end()) return std::nullopt;
  return static_cast<Purpose>(found - kPurposeTexts.begin());
}

std::vector<Template> templates_from(const Model& model) {
  const Table& table = model.table(Kind::kTemplate);
  std::vector<Template> all;
  const std::vector<Template> defaults = default_templates();
  for (const Template& one : defaults) {
    Texts texts = texts_of(one);
    const Row row = table.find(one.id);
    if (row != kNoRow && table.alive(row)) overlay(model, row, texts);
    if (in(texts, TemplateField::kRemoved).empty()) all.push_back(template_of(one.id, texts));
  }
  for (Row row = 0; row < table.size(); ++row) {
    if (!table.alive(row) || std::ranges::contains(defaults, table.id(row), &Template::id))
      continue;
    Texts texts;
    overlay(model, row, texts);
    if (in(texts, TemplateField::kRemoved).empty())
      all.push_back(template_of(table.id(row), std::move(texts)));
  }
  std::erase_if(all, [](const Template& one) { return one.body.empty(); });
  sort_stably(all, [](const Template& a, const Template& b) {
    return a.position != b.position ? a.position < b.position : a.id < b.id;
  });
  return all;
}

bool is_default_template(Id id) {
  return std::ranges::contains(default_templates(), id, &Template::id);
}

void write_template(OperationBuilder& to, const Model& model, const Template& wanted) {
  to.begin_record(text_of(Kind::kTemplate), wanted.id);
  Texts usual;
  for (const Template& one : default_templates())
    if (one.id == wanted.id) usual = texts_of(one);
  const Texts texts = texts_of(wanted);
  const Row row = model.table(Kind::kTemplate).find(wanted.id);
  const auto names = field_names(Kind::kTemplate);
  for (ColumnIndex column = 0; column < kTemplateFieldCount; ++column) {
    const std::string_view now = stored(model, row, column);
    // Nothing where what is there, or the default, says so already.
    const std::string_view meant = texts[column].empty() && !usual[column].empty()
                                       ? kCleared
                                       : std::string_view(texts[column]);
    const std::string_view shown = now.empty() ? std::string_view(usual[column]) : now;
    if (meant == shown) continue;
    to.write(names[column], meant == usual[column] ? std::string_view() : meant);
  }
}

}  // namespace leadlight::message
