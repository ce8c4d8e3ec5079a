#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/import.h"
#include "base/text.h"
#include "interchange/words.h"
#include "lead/vocabulary.h"
#include "score/assignment.h"
#include "score/score.h"

namespace leadlight::app {

namespace {

using interchange::Drafts;

std::string_view text_of_field(MoveField field) {
  return field_names(Kind::kMove)[static_cast<ColumnIndex>(field)];
}
std::string_view text_of_field(NoteField field) {
  return field_names(Kind::kNote)[static_cast<ColumnIndex>(field)];
}

class ImportWriter {
 public:
  ImportWriter(const ImportPlan& plan, const Drafts& drafts, const Model& model,
               const TeamSettings& settings, const ImportOptions& options, ports::Random& random)
      : plan_(plan),
        drafts_(drafts),
        model_(model),
        settings_(settings),
        options_(options),
        random_(random),
        rules_(score::assign_rules(model)),
        assigner_(rules_, settings.marquee) {
    for (const std::string& name : drafts.field_names) known_.push_back(lead_field_from_text(name));
  }

  Operation write() {
    Operation& operation = builder_.operation();
    operation.by = options_.by;
    operation.label = options_.label;
    operation.bytes.reserve(drafts_.bytes.size() + plan_.leads.size() * 32);
    operation.writes.reserve(plan_.changes.size() + plan_.leads.size() * 4);
    operation.records.reserve(plan_.leads.size());
    for (const PlannedLead& lead : plan_.leads) write_lead(lead);
    return builder_.take();
  }

 private:
  void write_lead(const PlannedLead& lead) {
    const bool is_new = lead.existing == kNoRow;
    const Id id = !is_new            ? model_.leads().id(lead.existing)
                  : lead.id.is_nil() ? random_.id()
                                     : lead.id;
    existing_ = lead.existing;
    values_.fill({});
    notes_.clear();
    builder_.begin_record(text_of(Kind::kLead), id);
    for (std::uint32_t i = 0; i < lead.change_count; ++i)
      write_change(plan_.changes[lead.first_change + i]);
    if (is_new) write_defaults();
    if (is_new && rules_.new_leads && now_has(LeadField::kOwner).empty())  // practice A4
      write(LeadField::kOwner,
            assigner_.owner_of(id, [this](LeadField field) { return now_has(field); }));
    // An amount without a currency is in the team's own.
    if (!values_[index(LeadField::kValueMinor)].empty() && now_has(LeadField::kCurrency).empty()) {
      write(LeadField::kCurrency, settings_.default_currency);
    }
    if (!values_[index(LeadField::kStage)].empty()) write_move(id);
    for (const std::string_view note : notes_) write_note(id, note);
  }

  void write_change(const PlannedChange& change) {
    const interchange::DraftValue& value = drafts_.values[change.value];
    const std::string_view text = drafts_.value(value);
    if (const auto field = known_[value.field]) values_[index(*field)] = text;
    if (drafts_.field_names[value.field] == "note") {
      notes_.push_back(text);
    } else {
      builder_.write(drafts_.field_names[value.field], text);
    }
  }

  // What the file leaves open about a new lead (practice B1).
  void write_defaults() {
    if (now_has(LeadField::kSource).empty()) write(LeadField::kSource, options_.source);
    if (now_has(LeadField::kEvent).empty()) write(LeadField::kEvent, options_.event);
    if (now_has(LeadField::kLeadType).empty())
      write(LeadField::kLeadType, text_of(inferred_type()));
    if (now_has(LeadField::kStage).empty()) {
      const auto type =
          lead_type_from_text(now_has(LeadField::kLeadType)).value_or(LeadType::kUnknown);
      const Stage stage = score::first_stage(type);
      if (stage != Stage::kNew) write(LeadField::kStage, text_of(stage));
    }
    if (now_has(LeadField::kCreatedAt).empty()) {
      now_text_ = std::to_string(options_.now);
      write(LeadField::kCreatedAt, now_text_);
    }
  }

  [[nodiscard]] LeadType inferred_type() {
    for (const LeadField field : {LeadField::kSource, LeadField::kCampaign}) {
      if (const auto type = type_of_words(now_has(field))) return *type;
    }
    return now_has(LeadField::kEvent).empty() ? LeadType::kUnknown : LeadType::kBadgeScan;
  }

  // Sources repeat, so what their words say is remembered.
  std::optional<LeadType> type_of_words(std::string_view words) {
    if (words.empty()) return std::nullopt;
    if (type_of_words_.size() > 5000) type_of_words_.clear();
    const auto [found, is_new] = type_of_words_.try_emplace(std::string(words));
    if (is_new) found->second = interchange::lead_type_from_words(words);
    return found->second;
  }

  // The move that brought a lead where it stands: for a closed one when it was closed, for a new
  // one when it came in, else now.
  void write_move(Id lead) {
    const Stage to = stage_from_text(values_[index(LeadField::kStage)]).value_or(Stage::kNew);
    const Stage from = existing_ == kNoRow ? Stage::kNew : model_.lead(existing_).stage;
    if (to == from) return;
    std::string_view at = existing_ == kNoRow ? now_has(LeadField::kCreatedAt) : std::string_view{};
    if (!is_open(to) && !now_has(LeadField::kClosedAt).empty()) at = now_has(LeadField::kClosedAt);
    builder_.begin_record(text_of(Kind::kMove), random_.id());
    write(MoveField::kLead, text_from_id(lead));
    write(MoveField::kAt, at.empty() ? std::to_string(options_.now) : std::string(at));
    write(MoveField::kBy, options_.by);
    write(MoveField::kFrom, text_of(from));
    write(MoveField::kTo, text_of(to));
    if (to == Stage::kSql) write(MoveField::kToSub, now_has(LeadField::kSubStage));
    const std::string_view reason =
        is_open(to) ? std::string_view{} : now_has(LeadField::kOutcomeReason);
    const auto known = loss_reason_from_text(reason);
    if (to == Stage::kNoCustomer && !reason.empty()) {
      write(MoveField::kReason, text_of(known.value_or(LossReason::kOwn)));
    }
    write(MoveField::kWhy,
          reason.empty() || (known && to == Stage::kNoCustomer) ? options_.label : reason);
  }

  void write_note(Id lead, std::string_view text) {
    const std::string_view created =
        existing_ == kNoRow ? now_has(LeadField::kCreatedAt) : std::string_view{};
    builder_.begin_record(text_of(Kind::kNote), random_.id());
    write(NoteField::kLead, text_from_id(lead));
    write(NoteField::kAt, created.empty() ? std::to_string(options_.now) : std::string(created));
    write(NoteField::kBy, options_.by);
    write(NoteField::kText, text);
  }

  // The field's text once this import is done.
  [[nodiscard]] std::string_view now_has(LeadField field) const {
    const std::string_view value = values_[index(field)];
    if (!value.empty() || existing_ == kNoRow) return value;
    return model_.text(existing_, field);
  }

  void write(LeadField field, std::string_view text) {
    if (text.empty()) return;
    values_[index(field)] = text;
    builder_.write(text_of(field), text);
  }
  template <class Field>
  void write(Field field, std::string_view text) {
    if (!text.empty()) builder_.write(text_of_field(field), text);
  }

  static std::size_t index(LeadField field) { return static_cast<ColumnIndex>(field); }

  const ImportPlan& plan_;
  const Drafts& drafts_;
  const Model& model_;
  const TeamSettings& settings_;
  const ImportOptions& options_;
  ports::Random& random_;
  const score::AssignRules rules_;
  score::Assigner assigner_;
  OperationBuilder builder_;
  std::vector<std::optional<LeadField>> known_;  // by the drafts' field
  std::unordered_map<std::string, std::optional<LeadType>> type_of_words_;

  // Of the lead at hand.
  Row existing_ = kNoRow;
  std::array<std::string_view, kLeadFieldCount> values_{};  // what this import writes
  std::vector<std::string_view> notes_;
  std::string now_text_;
};

}  // namespace

Operation operation_from_plan(const ImportPlan& plan, const Drafts& drafts, const Model& model,
                              const TeamSettings& settings, const ImportOptions& options,
                              ports::Random& random) {
  return ImportWriter(plan, drafts, model, settings, options, random).write();
}

}  // namespace leadlight::app
