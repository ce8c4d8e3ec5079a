#include "experiment/report.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/sort.h"
#include "base/text.h"
#include "message/value.h"

namespace leadlight::experiment {

namespace {

constexpr UtcMs kNever = std::numeric_limits<UtcMs>::max();
constexpr auto kTemplateColumn = static_cast<ColumnIndex>(TouchField::kTemplate);
constexpr std::size_t kFewestInGroup = 20;  // below, a group can't have a verdict

bool is_answer(const TouchFacts& touch) {
  using enum TouchKind;
  if (is_outbound(touch.kind))
    return touch.result == TouchResult::kReplied || touch.result == TouchResult::kNotNow;
  return touch.kind == kReplied || touch.kind == kQuoteRequested ||
         touch.kind == kInformationRequested;
}

// What became of one lead.
struct Outcome {
  Row lead = kNoRow;
  std::size_t variant = 0;
  bool waiting = false;
  bool answered = false;
  bool opted_out = false;
};

class Reader {
 public:
  Reader(const Experiment& experiment, const Model& model, UtcMs now)
      : experiment_(experiment),
        model_(model),
        touches_(model.table(Kind::kTouch)),
        end_(experiment.ended_at == 0 ? kNever : experiment.ended_at),
        days_(experiment.days * kDayMs),
        now_(now) {
    for (const Variant& one : experiment.variants)
      templates_.push_back(model.texts().find(text_from_id(one.template_id)));
  }

  std::vector<Outcome> outcomes(Report& report) {
    std::vector<Outcome> all;
    for (const Row lead : leads_sent_to()) {
      Outcome one{.lead = lead};
      switch (read(one)) {
        case Use::kCounts: all.push_back(one); break;
        case Use::kMixed: report.mixed.push_back(lead); break;
        case Use::kBounced: ++report.bounced; break;
      }
    }
    return all;
  }

 private:
  enum class Use : unsigned char { kCounts, kMixed, kBounced };

  // The variant that a touch of ours began as, while the experiment ran; their number if none.
  [[nodiscard]] std::size_t variant_in(Row touch) const {
    const TextId cell = touches_.cell(touch, kTemplateColumn);
    const UtcMs at = model_.touch(touch).at;
    if (cell == kNoText || at < experiment_.started_at || at >= end_ ||
        !is_outbound(model_.touch(touch).kind))
      return templates_.size();
    return static_cast<std::size_t>(std::ranges::find(templates_, cell) - templates_.begin());
  }

  // Touches are read in the order they are stored, which is that of memory.
  [[nodiscard]] std::vector<Row> leads_sent_to() const {
    std::vector<bool> sent(model_.leads().size());
    const Column& column = touches_.column(kTemplateColumn);
    for (std::size_t chunk = 0; chunk < column.chunk_count(); ++chunk) {
      if (column.chunk(chunk) == nullptr) continue;
      const auto first = static_cast<Row>(chunk * Column::kChunkRows);
      const Row last = std::min(first + Column::kChunkRows, touches_.size());
      for (Row row = first; row < last; ++row)
        if (variant_in(row) < templates_.size() && model_.touch_counts(row))
          sent[model_.touch(row).lead] = true;
    }
    std::vector<Row> leads;
    for (Row row = 0; row < sent.size(); ++row)
      if (sent[row]) leads.push_back(row);
    return leads;
  }

  template <class Visit>
  void for_each_touch(Row lead, Visit&& visit) const {
    for (Row row = model_.lead(lead).first_touch; row != kNoRow; row = model_.touch(row).next)
      if (touches_.alive(row)) visit(row, model_.touch(row));
  }

  [[nodiscard]] Use read(Outcome& one) const {
    const std::size_t dealt = variant_of(experiment_, model_.leads().id(one.lead));
    Row first = kNoRow;
    for_each_touch(one.lead, [&](Row row, const TouchFacts& touch) {
      if (touch.result == TouchResult::kBounced || variant_in(row) == templates_.size()) return;
      if (first == kNoRow || touch.at < model_.touch(first).at) first = row;
    });
    if (first == kNoRow) return Use::kBounced;
    const UtcMs sent_at = model_.touch(first).at;
    // Times of a file may be anything.
    const UtcMs until = sent_at > kNever - days_ ? kNever : sent_at + days_;
    UtcMs answered_at = kNever;
    bool stopped = false;
    bool stopped_elsewhen = false;
    bool bounced = false;
    for_each_touch(one.lead, [&](Row row, const TouchFacts& touch) {
      const bool after = row == first || touch.at > sent_at;
      const bool in_time = after && touch.at <= until;
      if (touch.result == TouchResult::kStop) (in_time ? stopped : stopped_elsewhen) = true;
      if (in_time && is_answer(touch)) answered_at = std::min(answered_at, touch.at);
      bounced = bounced || (in_time && touch.result == TouchResult::kBounced &&
                            touch.kind == model_.touch(first).kind);
    });
    bool mixed = false;
    for_each_touch(one.lead, [&](Row row, const TouchFacts& touch) {
      const std::size_t variant = variant_in(row);
      mixed = mixed ||
              (variant < templates_.size() && variant != dealt &&
               touch.result != TouchResult::kBounced && touch.at <= std::min(answered_at, until));
    });
    if (mixed) return Use::kMixed;
    if (bounced && answered_at == kNever) return Use::kBounced;
    one.variant = dealt;
    one.waiting = now_ < until;
    // Who was marked by hand, at a time that is not known, counts where no touch says when.
    one.opted_out = stopped || (model_.lead(one.lead).do_not_contact && !stopped_elsewhen);
    one.answered = answered_at != kNever && !one.opted_out;
    return Use::kCounts;
  }

  const Experiment& experiment_;
  const Model& model_;
  const Table& touches_;
  UtcMs end_;
  UtcMs days_;
  UtcMs now_;
  std::vector<TextId> templates_;  // by variant; kNoText: no touch names it
};

void add(const Outcome& one, Group& to) {
  Figures& figures = to.variants[one.variant];
  ++figures.sent;
  figures.opted_out += one.opted_out;
  figures.waiting += one.waiting;
  if (!one.waiting) ++(one.answered ? figures.tally.answered : figures.tally.silent);
}

// Groups by a text of the lead.
class Grouping {
 public:
  explicit Grouping(std::size_t variants) : variants_(variants) {}

  void add_by(LeadField field, const Outcome& one, const Model& model) {
    const TextId text = model.leads().cell(one.lead, static_cast<ColumnIndex>(field));
    // The same text may mean something else in another field.
    const auto number = static_cast<ColumnIndex>(field);
    const auto [seen, is_new] = by_text_.try_emplace(std::uint64_t{text} << 16 | number, 0);
    if (is_new) seen->second = group_of(number, name_in(field, model.texts().view(text)));
    add(one, groups_[seen->second]);
  }
  std::vector<Group>& groups() { return groups_; }

 private:
  static std::string name_in(LeadField field, std::string_view text) {
    if (field == LeadField::kLanguage) return message::language_code(text);
    if (field != LeadField::kLeadType) return std::string(trimmed(text));
    const LeadType type = lead_type_from_text(text).value_or(LeadType::kUnknown);
    return std::string(type == LeadType::kUnknown ? std::string_view() : label_of(type));
  }
  std::size_t group_of(ColumnIndex field, std::string name) {
    const auto [found, is_new] =
        by_name_.try_emplace(std::to_string(field) + ' ' + folded(name), groups_.size());
    if (is_new) groups_.push_back({std::move(name), std::vector<Figures>(variants_), {}});
    return found->second;
  }

  std::size_t variants_;
  std::unordered_map<std::uint64_t, std::size_t> by_text_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::vector<Group> groups_;
};

void conclude(Group& group, std::size_t groups) {
  std::vector<Tally> tallies;
  std::vector<std::size_t> sent;
  for (const Figures& one : group.variants) {
    tallies.push_back(one.tally);
    sent.push_back(one.sent);
  }
  group.ruling = ruling_on(tallies, groups);
  if (is_uneven(sent))
    group.ruling = {
        .verdict = Verdict::kUneven, .behind = std::vector<bool>(sent.size()), .more_needed = {}};
  const std::vector<Likely> likely = likely_shares(tallies);
  for (std::size_t i = 0; i < likely.size(); ++i) group.variants[i].likely = likely[i];
}

Breakdown breakdown_of(std::vector<Group>& groups, std::size_t of_all) {
  sort_stably(groups, std::greater(), &Group::sent);
  Breakdown out;
  out.more = groups.size() - std::min(groups.size(), kMostGroups);
  groups.resize(groups.size() - out.more);
  for (Group& one : groups) conclude(one, of_all);
  out.groups = std::move(groups);
  return out;
}

}  // namespace

std::size_t Group::sent() const {
  std::size_t sum = 0;
  for (const Figures& one : variants) sum += one.sent;
  return sum;
}

Report report_on(const Experiment& experiment, const Model& model, UtcMs now) {
  Report report;
  if (experiment.altered) {
    report.all.ruling.verdict = Verdict::kAltered;
    return report;
  }
  const std::size_t variants = experiment.variants.size();
  report.all.variants.resize(variants);
  Grouping lead_types(variants);
  Grouping sources(variants);
  Grouping markets(variants);
  for (const Outcome& one : Reader(experiment, model, now).outcomes(report)) {
    add(one, report.all);
    lead_types.add_by(LeadField::kLeadType, one, model);
    sources.add_by(LeadField::kSource, one, model);
    const bool has_country = !trimmed(model.text(one.lead, LeadField::kCountry)).empty();
    markets.add_by(has_country ? LeadField::kCountry : LeadField::kLanguage, one, model);
  }
  const auto templates = message::templates_from(model);
  for (std::size_t i = 0; i < variants; ++i) {
    const auto found =
        std::ranges::find(templates, experiment.variants[i].template_id, &message::Template::id);
    report.all.variants[i].words_changed =
        found == templates.end() || words_of(*found) != experiment.variants[i].words;
  }
  std::size_t of_all = 0;
  for (Grouping* grouping : {&lead_types, &sources, &markets})
    of_all += static_cast<std::size_t>(std::ranges::count_if(
        grouping->groups(), [](const Group& group) { return group.sent() >= kFewestInGroup; }));
  conclude(report.all, 1);
  report.lead_types = breakdown_of(lead_types.groups(), of_all);
  report.sources = breakdown_of(sources.groups(), of_all);
  report.markets = breakdown_of(markets.groups(), of_all);
  return report;
}

}  // namespace leadlight::experiment
