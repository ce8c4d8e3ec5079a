#include "experiment/experiment.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/checksum.h"
#include "base/format.h"
#include "base/sort.h"
#include "base/text.h"
#include "lead/fields.h"
#include "message/value.h"

namespace leadlight::experiment {

namespace {

std::string_view name_of(ExperimentField field) {
  return field_names(Kind::kExperiment)[static_cast<ColumnIndex>(field)];
}

std::string text_of(std::span<const Variant> variants) {
  std::string text;
  for (const Variant& one : variants) {
    if (!text.empty()) text += ' ';
    text += text_from_id(one.template_id) + ':' + text_from_id({0, one.words});
  }
  return text;
}

std::vector<Variant> variants_from(std::string_view text) {
  std::vector<Variant> variants;
  for (const std::string_view part : split(text, ' ')) {
    const auto halves = split(part, ':');
    const auto one = id_from_text(halves.front());
    const auto words = id_from_text(halves.back());
    if (!one || !words || halves.size() != 2) return {};
    variants.push_back({*one, words->low});
  }
  return variants;
}

Id id_of(const Experiment& of) {
  return hash128(formatted("{}\n{}\n{}\n{}", message::text_of(of.purpose), of.days, of.started_at,
                           text_of(of.variants)));
}

bool is_sound(const Experiment& one) {
  return one.variants.size() >= kFewestVariants && one.variants.size() <= kMostVariants &&
         one.days >= 1 && one.days <= kMostDays && one.id == id_of(one);
}

Experiment experiment_at(const Model& model, Row row) {
  const auto text = [&](ExperimentField field) {
    return model.text(Kind::kExperiment, row, static_cast<ColumnIndex>(field));
  };
  // Times of a file may be anything; see followup's sane_time.
  const auto number = [&](ExperimentField field) {
    constexpr std::int64_t kLatest = 253'402'300'799'999;
    return std::clamp<std::int64_t>(integer_from_text(text(field)).value_or(0), 0, kLatest);
  };
  Experiment made;
  made.id = model.table(Kind::kExperiment).id(row);
  made.name = text(ExperimentField::kName);
  made.purpose = message::purpose_from_text(text(ExperimentField::kPurpose))
                     .value_or(message::Purpose::kFollowUp);
  made.variants = variants_from(text(ExperimentField::kVariants));
  made.days =
      static_cast<int>(std::min<std::int64_t>(number(ExperimentField::kDays), kMostDays + 1));
  made.started_at = number(ExperimentField::kStartedAt);
  made.ended_at = number(ExperimentField::kEndedAt);
  made.altered = !is_sound(made);
  return made;
}

bool are_for_the_same(const message::Template& a, const message::Template& b) {
  return a.purpose == b.purpose && a.channel == b.channel && a.lead_type == b.lead_type &&
         a.stage == b.stage && folded(trimmed(a.source)) == folded(trimmed(b.source)) &&
         message::language_code(a.language) == message::language_code(b.language);
}

}  // namespace

bool runs_at(const Experiment& experiment, UtcMs now) {
  return !experiment.altered && (experiment.ended_at == 0 || now < experiment.ended_at);
}

std::vector<Experiment> experiments_from(const Model& model) {
  const Table& table = model.table(Kind::kExperiment);
  std::vector<Experiment> all;
  for (Row row = 0; row < table.size(); ++row)
    if (table.alive(row)) all.push_back(experiment_at(model, row));
  sort_stably(all, [](const Experiment& a, const Experiment& b) {
    return a.started_at != b.started_at ? a.started_at > b.started_at : a.id < b.id;
  });
  return all;
}

Result<Experiment> prepared(const Draft& draft, const Model& model, UtcMs now) {
  Experiment made;
  made.name = trimmed(draft.name);
  if (made.name.empty())
    return fail("The experiment has no name.", "Say what you want to find out.");
  if (draft.templates.size() < kFewestVariants || draft.templates.size() > kMostVariants)
    return fail(
        formatted("An experiment compares {} to {} templates.", kFewestVariants, kMostVariants));
  if (draft.days < 1 || draft.days > kMostDays)
    return fail(formatted("An answer is waited for 1 to {} days.", kMostDays));
  const auto templates = message::templates_from(model);
  const auto experiments = experiments_from(model);
  std::vector<const message::Template*> chosen;
  for (const Id id : draft.templates) {
    const auto found = std::ranges::find(templates, id, &message::Template::id);
    if (found == templates.end()) return fail("One of the templates is not there any more.");
    if (const Experiment* other = running_with(experiments, id, now))
      return fail(formatted("“{}” is in the experiment “{}”.", found->name, other->name),
                  "End that one first, or take a copy of the template.");
    for (const message::Template* other : chosen) {
      if (words_of(*other) == words_of(*found))
        return fail(formatted("“{}” and “{}” say the same.", other->name, found->name),
                    "Change what you want to try in one of them.");
      if (!are_for_the_same(*other, *found))
        return fail(formatted("“{}” and “{}” are not for the same leads and the same step.",
                              other->name, found->name),
                    "Give them the same purpose, channel, language, lead type, source and stage.");
    }
    chosen.push_back(&*found);
    made.variants.push_back({id, words_of(*found)});
  }
  made.purpose = chosen.front()->purpose;
  made.days = draft.days;
  made.started_at = now;
  made.id = id_of(made);
  return made;
}

void write_start(OperationBuilder& to, const Experiment& experiment) {
  to.begin_record(text_of(Kind::kExperiment), experiment.id);
  to.write(name_of(ExperimentField::kName), experiment.name);
  to.write(name_of(ExperimentField::kPurpose), message::text_of(experiment.purpose));
  to.write(name_of(ExperimentField::kVariants), text_of(experiment.variants));
  to.write(name_of(ExperimentField::kDays), std::to_string(experiment.days));
  to.write(name_of(ExperimentField::kStartedAt), std::to_string(experiment.started_at));
}

void write_end(OperationBuilder& to, Id experiment, UtcMs at) {
  to.begin_record(text_of(Kind::kExperiment), experiment);
  to.write(name_of(ExperimentField::kEndedAt), std::to_string(at));
}

void write_name(OperationBuilder& to, Id experiment, std::string_view name) {
  to.begin_record(text_of(Kind::kExperiment), experiment);
  to.write(name_of(ExperimentField::kName), trimmed(name));
}

std::size_t variant_of(const Experiment& experiment, Id lead) {
  const auto bytes = std::bit_cast<std::array<char, 32>>(
      std::array{experiment.id.high, experiment.id.low, lead.high, lead.low});
  return hash64({bytes.data(), bytes.size()}) % experiment.variants.size();
}

const Experiment* running_with(std::span<const Experiment> experiments, Id template_id, UtcMs now) {
  const Experiment* earliest = nullptr;
  for (const Experiment& one : experiments)  // the newest first
    if (runs_at(one, now) &&
        std::ranges::contains(one.variants, template_id, &Variant::template_id))
      earliest = &one;
  return earliest;
}

Id dealt(std::span<const Experiment> experiments, Id chosen, Id lead, UtcMs now) {
  const Experiment* const running = running_with(experiments, chosen, now);
  return running == nullptr ? chosen : running->variants[variant_of(*running, lead)].template_id;
}

std::uint64_t words_of(const message::Template& one) {
  return hash64(one.subject + '\n' + one.body);
}

}  // namespace leadlight::experiment
