#include "app/figures_only.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/text.h"

namespace leadlight::app {

namespace {

constexpr std::string_view kMarqueeAccount = "Marquee account";
constexpr Id kFiguresId{0, 1};  // a setting that marks a book of figures

// Letters and digits, folded, with one blank between words.
std::string words_of(std::string_view text) {
  std::string out;
  for (const char c : folded(text)) {
    const bool letter =
        static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// What names somebody in this book, so that it is not let through where it stands for something
// else.
class Personal {
 public:
  explicit Personal(const Model& model) {
    using enum LeadField;
    constexpr std::array kWhole{kExternalId, kTitle,  kCompany, kWebsite,    kEmail,   kPhone,
                                kMobile,     kStreet, kCity,    kPostalCode, kLinkedin};
    constexpr std::array kNames{kFullName, kFirstName, kLastName, kOwner};
    for (Row row = 0; row < model.leads().size(); ++row) {
      for (const LeadField field : kWhole) add(words_of(model.text(row, field)));
      for (const LeadField field : kNames) {
        const std::string name = words_of(model.text(row, field));
        for (const std::string_view word : split(name, ' ')) add(std::string(word));
      }
    }
  }

  [[nodiscard]] bool is_in(std::string_view text) const {
    std::size_t digits = 0;
    for (const char c : text) digits += c >= '0' && c <= '9' ? 1U : 0U;
    if (digits > kMostDigits || text.contains('@') || text.contains("://") || text.size() > 80)
      return true;
    const std::string all = words_of(text);
    for (std::size_t first = 0; first < all.size(); first = all.find(' ', first) + 1) {
      for (std::size_t end = first; end < all.size();) {
        end = std::min(all.find(' ', end + 1), all.size());
        if (values_.contains(all.substr(first, end - first))) return true;
      }
      if (!all.substr(first).contains(' ')) break;
    }
    return false;
  }

 private:
  static constexpr std::size_t kMostDigits = 8;  // a date, but no phone number
  void add(std::string text) {
    if (text.size() > 2) values_.insert(std::move(text));
  }
  std::unordered_set<std::string> values_;
};

// Texts under new names: "Person 1". The same text has the same name each time.
class Renamed {
 public:
  explicit Renamed(std::string_view word) : word_(word) {}
  const std::string& name_of(std::string_view text) {
    const auto [found, is_new] = names_.try_emplace(std::string(text));
    if (is_new) found->second = std::string(word_) + " " + std::to_string(names_.size());
    return found->second;
  }

 private:
  std::string_view word_;
  std::map<std::string, std::string, std::less<>> names_;
};

class FiguresWriter {
 public:
  FiguresWriter(const Model& model, const TeamSettings& settings, const score::Scorer& scorer,
                const std::vector<score::Points>& points, ports::Random& random)
      : model_(model),
        settings_(settings),
        scorer_(scorer),
        points_(points),
        random_(random),
        personal_(model) {
    builder_.operation().label = "Figures without names";
  }

  Operation take() {
    write_settings();
    write_criteria();
    write_campaigns();
    for (Row row = 0; row < model_.leads().size(); ++row) {
      leads_.emplace_back();
      if (!model_.leads().alive(row)) continue;
      leads_.back() = random_.id();
      ++lead_count_;
      write_lead(row);
    }
    write_touches();
    write_moves();
    write_handoffs();
    return builder_.take();
  }

 private:
  void set(std::string_view field, std::string_view value) {
    if (!value.empty()) builder_.write(field, value);
  }
  void set(std::string_view field, std::int64_t number) {
    builder_.write(field, std::to_string(number));
  }
  // The value if it is a number, or one of ours.
  void set_number(std::string_view field, std::string_view value) {
    if (const auto number = integer_from_text(value)) set(field, *number);
  }
  // A text that says nothing of a person; else another in its place, so that groups stay groups.
  std::string open_text(std::string_view text, Renamed& names) const {
    if (text.empty()) return {};
    return personal_.is_in(text) ? names.name_of(text) : std::string(text);
  }

  static const SubStage* known_sub_stage(std::string_view id) {
    static const std::vector<SubStage> kDefaults = default_sub_stages();
    const auto found = std::ranges::find(kDefaults, id, &SubStage::id);
    return found == kDefaults.end() ? nullptr : &*found;
  }
  std::string sub_stage(std::string_view id) {
    if (id.empty() || known_sub_stage(id) != nullptr) return std::string(id);
    return sub_stage_ids_.name_of(id);
  }

  void write_settings() {
    using namespace settings_key;
    builder_.begin_record(text_of(Kind::kSetting), kFiguresId);
    set("figures_only", "1");
    builder_.begin_record(text_of(Kind::kSetting), kTeamSettingsId);
    set(kMinimumFit, settings_.minimum_fit);
    set(kNoAnswerPoints, settings_.no_answer_points);
    set(kMarqueePoints, settings_.marquee_points);
    set(kHalfLifeDays, settings_.half_life_days);
    set(kSalesPercent, settings_.sales_percent);
    set(kWatchPercent, settings_.watch_percent);
    set(kGoalMinutes, settings_.goal_minutes);
    set(kLimitMinutes, settings_.limit_minutes);
    set(kDelayMinutes, settings_.delay_minutes);
    set(kTouchLimit, settings_.touch_limit);
    set(kNurtureDays, settings_.nurture_days);
    for (std::size_t type = 0; type < settings_.cadences.size(); ++type)
      set(cadence_key(static_cast<LeadType>(type)), text_of(settings_.cadences[type]));
    set(kDefaultCurrency, currency(settings_.default_currency));
    set(kOwnCriteria, "1");
    const Calendar& calendar = settings_.calendar;
    if (!calendar.round_the_clock) set(kBusinessHours, "1");
    for (std::size_t day = 0; day < calendar.week.size(); ++day)
      set(hours_key(day), text_of(calendar.week[day]));
    for (const int day : calendar.holidays) set(holiday_key(day), "1");
    set(kTimeZone, settings_.time_zone);
    for (int kind = 0; kind < kTouchKindCount; ++kind)
      set(points_key(static_cast<TouchKind>(kind)),
          settings_.points[static_cast<std::size_t>(kind)]);
    if (!settings_.marquee.empty()) set(marquee_key(kMarqueeAccount), "1");
    for (const SubStage& one : default_sub_stages()) {
      if (!std::ranges::contains(settings_.sub_stages, one.id, &SubStage::id))
        set(sub_stage_removed_key(one.id), "1");
    }
    for (const SubStage& one : settings_.sub_stages) {
      const SubStage* const known = known_sub_stage(one.id);
      const std::string id = sub_stage(one.id);
      const bool same = known != nullptr && known->name == one.name;
      set(sub_stage_name_key(id), same ? one.name : sub_stage_names_.name_of(one.id));
      set(sub_stage_position_key(id), one.position);
    }
  }

  // Each lead's answers are written with it, so the rules, with names of titles and companies, are
  // not needed. Questions of the team's own are numbered.
  void write_criteria() {
    const std::vector<Criterion> known = default_criteria();
    const Model nothing;
    for (const Criterion& one : settings_.criteria) {
      Criterion open = one;
      const auto same = std::ranges::find(known, one.question, &Criterion::question);
      if (same == known.end()) open.question = criteria_.name_of(text_from_id(one.id));
      for (CriterionAnswer& answer : open.answers) {
        if (same == known.end() ||
            !std::ranges::contains(same->answers, answer.text, &CriterionAnswer::text))
          answer.text = "Answer " + std::to_string(answer.number);
        answer.match.clear();
      }
      open.id = random_.id();
      open.field.clear();
      criterion_ids_.push_back(open.id);
      write_criterion(builder_, nothing, open);
    }
  }

  void write_campaigns() {
    const Table& table = model_.table(Kind::kCampaign);
    for (Row row = 0; row < table.size(); ++row) {
      if (!table.alive(row)) continue;
      const auto value = [&](CampaignField field) {
        return model_.text(Kind::kCampaign, row, static_cast<ColumnIndex>(field));
      };
      const auto name = [](CampaignField field) {
        return field_names(Kind::kCampaign)[static_cast<std::size_t>(field)];
      };
      using enum CampaignField;
      builder_.begin_record(text_of(Kind::kCampaign), random_.id());
      set(name(kName), open_text(value(kName), campaigns_));
      set(name(kPhase), open_text(value(kPhase), phases_));
      for (const CampaignField field : {kStartsAt, kEndsAt, kCostMinor})
        set_number(name(field), value(field));
      set(name(CampaignField::kCurrency), currency(value(CampaignField::kCurrency)));
    }
  }

  void write_lead(Row row) {
    using enum LeadField;
    const auto value = [&](LeadField field) { return model_.text(row, field); };
    const LeadFacts& facts = model_.lead(row);
    builder_.begin_record(text_of(Kind::kLead), leads_.back());
    set(text_of(kFullName), "Lead " + std::to_string(lead_count_));
    set(text_of(kStage), text_of(facts.stage));
    set(text_of(kSubStage), sub_stage(value(kSubStage)));
    if (facts.type != LeadType::kUnknown) set(text_of(kLeadType), text_of(facts.type));
    if (facts.weed_out != WeedOut::kNone) set(text_of(kWeedOut), text_of(facts.weed_out));
    if (facts.do_not_contact) set(text_of(kDoNotContact), "1");  // the shares are of the others
    if (const auto outcome = value(kOutcome);
        outcome == "won" || outcome == "lost" || outcome == "open")
      set(text_of(kOutcome), outcome);
    if (const auto reason = loss_reason_from_text(value(kOutcomeReason)))
      set(text_of(kOutcomeReason), text_of(*reason));
    set(text_of(kSource), open_text(value(kSource), sources_));
    set(text_of(kCampaign), open_text(value(kCampaign), campaigns_));
    set(text_of(kEvent), open_text(value(kEvent), events_));
    set(text_of(kCountry), open_text(value(kCountry), countries_));
    set(text_of(kLanguage), open_text(value(kLanguage), languages_));
    set(text_of(kIndustry), open_text(value(kIndustry), industries_));
    set(text_of(kEmployees), open_text(value(kEmployees), sizes_));
    set(text_of(kCurrency), currency(value(kCurrency)));
    for (const LeadField field : {kValueMinor, kCreatedAt, kClosedAt, kNurtureUntil})
      set_number(text_of(field), value(field));
    if (!value(kOwner).empty()) set(text_of(kOwner), people_.name_of(value(kOwner)));
    if (points_[row].marquee) set(text_of(kCompany), kMarqueeAccount);
    for (std::size_t i = 0; i < criterion_ids_.size(); ++i) {
      if (const auto answer = scorer_.answer_of(row, i).answer)
        set(std::string(kFitPrefix) + text_from_id(criterion_ids_[i]), answer->number);
    }
  }

  void write_touches() {
    const Table& table = model_.table(Kind::kTouch);
    const auto names = field_names(Kind::kTouch);
    using enum TouchField;
    const auto name = [&](TouchField field) { return names[static_cast<std::size_t>(field)]; };
    for (Row row = 0; row < table.size(); ++row) {
      if (!model_.touch_counts(row)) continue;
      const TouchFacts& touch = model_.touch(row);
      builder_.begin_record(text_of(Kind::kTouch), random_.id());
      set(name(kLead), text_from_id(leads_[touch.lead]));
      set(name(kKind), text_of(touch.kind));
      set(name(kAt), touch.at);
      if (touch.result != TouchResult::kNone) set(name(kResult), text_of(touch.result));
      if (touch.count != 1) set(name(kCount), touch.count);
      set(name(TouchField::kCampaign),
          open_text(model_.text(Kind::kTouch, row, static_cast<ColumnIndex>(TouchField::kCampaign)),
                    campaigns_));
    }
  }

  void write_moves() {
    const Table& table = model_.table(Kind::kMove);
    const auto names = field_names(Kind::kMove);
    using enum MoveField;
    const auto name = [&](MoveField field) { return names[static_cast<std::size_t>(field)]; };
    const auto value = [&](Row row, MoveField field) {
      return model_.text(Kind::kMove, row, static_cast<ColumnIndex>(field));
    };
    for (Row row = 0; row < table.size(); ++row) {
      const MoveFacts& move = model_.move(row);
      if (!table.alive(row) || move.lead == kNoRow || !model_.leads().alive(move.lead)) continue;
      builder_.begin_record(text_of(Kind::kMove), random_.id());
      set(name(kLead), text_from_id(leads_[move.lead]));
      set(name(kAt), move.at);
      set(name(kFrom), text_of(move.from));
      set(name(kTo), text_of(move.to));
      set(name(kFromSub), sub_stage(value(row, kFromSub)));
      set(name(kToSub), sub_stage(value(row, kToSub)));
      if (const auto reason = loss_reason_from_text(value(row, kReason)))
        set(name(kReason), text_of(*reason));
      if (move.exception) set(name(kException), "1");
    }
  }

  // Who offered and who answered is needed to tell what one person did alone.
  void write_handoffs() {
    const Table& table = model_.table(Kind::kHandoff);
    const auto names = field_names(Kind::kHandoff);
    using enum HandoffField;
    const auto name = [&](HandoffField field) { return names[static_cast<std::size_t>(field)]; };
    for (Row row = 0; row < table.size(); ++row) {
      const HandoffFacts& step = model_.handoff(row);
      if (!table.alive(row) || step.lead == kNoRow || !model_.leads().alive(step.lead)) continue;
      builder_.begin_record(text_of(Kind::kHandoff), random_.id());
      set(name(kLead), text_from_id(leads_[step.lead]));
      set(name(kAt), step.at);
      for (const HandoffField field : {kBy, kTo}) {
        const auto person = model_.text(Kind::kHandoff, row, static_cast<ColumnIndex>(field));
        if (!person.empty()) set(name(field), people_.name_of(person));
      }
      set(name(kStep), text_of(step.step));
      if (step.reason != ReturnReason::kNone) set(name(kReason), text_of(step.reason));
    }
  }

  static std::string_view currency(std::string_view text) {
    const bool is_code =
        text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    return is_code ? text : std::string_view();
  }

  const Model& model_;
  const TeamSettings& settings_;
  const score::Scorer& scorer_;
  const std::vector<score::Points>& points_;
  ports::Random& random_;
  Personal personal_;
  OperationBuilder builder_;
  std::vector<Id> leads_;  // by row
  std::size_t lead_count_ = 0;
  std::vector<Id> criterion_ids_;
  Renamed people_{"Person"}, sources_{"Source"}, campaigns_{"Campaign"}, phases_{"Phase"},
      events_{"Event"}, countries_{"Country"}, languages_{"Language"}, industries_{"Industry"},
      sizes_{"Size"}, criteria_{"Criterion"}, sub_stage_ids_{"s"}, sub_stage_names_{"Sub-stage"};
};

}  // namespace

Operation figures_only(const Model& model, const TeamSettings& settings,
                       const score::Scorer& scorer, const std::vector<score::Points>& points,
                       ports::Random& random) {
  return FiguresWriter(model, settings, scorer, points, random).take();
}

bool has_figures_only(std::span<const Operation> operations) {
  return std::ranges::any_of(operations, [](const Operation& operation) {
    return std::ranges::any_of(operation.records, [&](const OpRecord& record) {
      return record.id == kFiguresId &&
             operation.kind_names[record.kind] == text_of(Kind::kSetting);
    });
  });
}

bool has_figures_only(const Model& model) {
  return model.table(Kind::kSetting).find(kFiguresId) != kNoRow;
}

}  // namespace leadlight::app
