#include "sample/sample.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "lead/settings.h"
#include "sample/people.h"
#include "sample/story.h"

namespace leadlight::sample {
namespace {

// Writes fields of a record, the empty ones left out.
class Writer {
 public:
  explicit Writer(OperationBuilder& to) : to_(to) {}
  void begin(Kind kind, Id id) {
    to_.begin_record(text_of(kind), id);
    names_ = field_names(kind);
  }
  template <class Field>
  void put(Field field, std::string_view value) {
    if (!value.empty()) to_.write(names_[static_cast<std::size_t>(field)], value);
  }
  template <class Field>
  void put_number(Field field, std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    put(field, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
  }
  void put_named(std::string_view name, std::string_view value) { to_.write(name, value); }

 private:
  OperationBuilder& to_;
  std::span<const std::string_view> names_;
};

class Maker {
 public:
  Maker(std::size_t leads, std::uint64_t seed, UtcMs now)
      : companies_(leads / 5 * 2 + 1), seed_(seed), now_(now), write_(builder_) {
    for (const Criterion& criterion : default_criteria()) {
      if (criterion.field.empty())
        hand_columns_.push_back(std::string(kFitPrefix) + text_from_id(criterion.id));
    }
  }
  void add_settings();
  void add_campaigns();
  void add_lead(std::uint64_t number);
  Operation take(std::string label) {
    Operation operation = builder_.take();
    operation.label = std::move(label);
    return operation;
  }

 private:
  void write_person(const Person& person, const Company& company, Dice& dice);
  void write_standing(Dice& dice);
  void write_what_is_known(Dice& dice);
  void write_touches(std::uint64_t number, std::string_view lead);
  void write_moves(std::uint64_t number, std::string_view lead);
  void write_notes(std::uint64_t number, std::string_view lead, const Culture& culture, Dice& dice);

  std::uint64_t companies_;
  std::uint64_t seed_;
  UtcMs now_;
  OperationBuilder builder_;
  Writer write_;
  Story story_;
  std::vector<std::string> hand_columns_;  // criteria that a person answers
};

void Maker::add_settings() {
  builder_.begin_record(text_of(Kind::kSetting), kTeamSettingsId);
  builder_.write(settings_key::kTeamName, "Sample team");
  builder_.write(settings_key::kMinimumFit, "4");
  for (std::uint64_t number = 0; number < std::min<std::uint64_t>(companies_, 5); ++number) {
    const Company company = company_of(seed_, number * companies_ / 5);
    builder_.write(marquee_key(number % 2 == 0 ? company.name : company.domain), "1");
  }
}

void Maker::add_campaigns() {
  for (std::size_t i = 0; i < kCampaigns.size(); ++i) {
    const Campaign& campaign = kCampaigns[i];
    write_.begin(Kind::kCampaign, id_of(seed_, Stream::kCampaignId, i));
    write_.put(CampaignField::kName, campaign.name);
    write_.put(CampaignField::kPhase, campaign.phase);
    const UtcMs today = now_ - now_ % kDayMs;
    write_.put_number(CampaignField::kStartsAt, today - campaign.starts_days_ago * kDayMs);
    write_.put_number(CampaignField::kEndsAt, today - campaign.ends_days_ago * kDayMs);
    write_.put(CampaignField::kCostMinor, campaign.cost_minor);
    write_.put(CampaignField::kCurrency, "EUR");
    write_.put(CampaignField::kAudience, campaign.audience);
    write_.put(CampaignField::kOffer, campaign.offer);
    write_.put(CampaignField::kBriefing, campaign.briefing);
  }
}

void Maker::add_lead(std::uint64_t number) {
  Dice dice(seed_, Stream::kStory, number);
  tell(story_, dice, now_);
  const Company company = company_of(seed_, dice.next() % companies_);
  const Person person = person_of(seed_, number, company);
  const Id id = id_of(seed_, Stream::kLeadId, number);
  const std::string id_text = text_from_id(id);
  write_.begin(Kind::kLead, id);
  write_person(person, company, dice);
  write_standing(dice);
  write_what_is_known(dice);
  write_touches(number, id_text);
  write_moves(number, id_text);
  write_notes(number, id_text, *company.culture, dice);
}

// In the order of the fields, which keeps their names quick to find.
void Maker::write_person(const Person& person, const Company& company, Dice& dice) {
  const bool is_student = story_.weed_out == WeedOut::kStudent;
  if (story_.is_contact) {  // a card with hardly anything on it
    write_.put(LeadField::kFullName, person.full_name);
    write_.put(LeadField::kEmail, person.email);
    return;
  }
  const bool in_parts = dice.percent(20);  // as some lists have it
  if (!in_parts) write_.put(LeadField::kFullName, person.full_name);
  if (in_parts) {
    write_.put(LeadField::kFirstName, person.first_name);
    write_.put(LeadField::kLastName, person.last_name);
  }
  write_.put(LeadField::kTitle, is_student ? "Student" : std::string_view(person.title));
  write_.put(LeadField::kCompany, company.name);
  if (dice.percent(80)) write_.put(LeadField::kWebsite, company.domain);
  write_.put(LeadField::kEmail, person.email);
  if (dice.percent(70)) write_.put(LeadField::kPhone, person.phone);
  if (dice.percent(45)) write_.put(LeadField::kMobile, person.mobile);
  if (dice.percent(25)) write_.put(LeadField::kLinkedin, person.linkedin);
  if (dice.percent(40)) write_.put(LeadField::kStreet, company.street);
  write_.put(LeadField::kCity, company.city->name.text);
  write_.put(LeadField::kCountry, company.culture->country);
  write_.put(LeadField::kLanguage, company.culture->language);
  if (dice.percent(75)) write_.put(LeadField::kEmployees, company.employees);
  write_.put(LeadField::kIndustry, name_of(company.trade));
}

void Maker::write_standing(Dice& dice) {
  const Story& story = story_;
  write_.put(LeadField::kSource, story.arrival->source);
  const bool in_campaign = story.arrival->campaign != kNoCampaign;
  if (in_campaign)
    write_.put(LeadField::kCampaign,
               kCampaigns[static_cast<std::size_t>(story.arrival->campaign)].name);
  write_.put(LeadField::kLeadType, text_of(story.arrival->type));
  if (story.stage != Stage::kNew) write_.put(LeadField::kStage, text_of(story.stage));
  write_.put(LeadField::kSubStage, story.sub_stage);
  if (story.stage == Stage::kCustomer) write_.put(LeadField::kOutcome, "won");
  if (story.stage == Stage::kNoCustomer) write_.put(LeadField::kOutcome, "lost");
  write_.put(LeadField::kOutcomeReason, story.outcome_reason);
  if (story.value_minor != 0) {
    write_.put_number(LeadField::kValueMinor, story.value_minor);
    write_.put(LeadField::kCurrency, "EUR");
  }
  write_.put_number(LeadField::kCreatedAt, story.created_at);
  if (story.closed_at != 0) write_.put_number(LeadField::kClosedAt, story.closed_at);
  write_.put(LeadField::kOwner, story.owner);
  if (story.do_not_contact) write_.put(LeadField::kDoNotContact, "1");
  write_.put(LeadField::kEvent, story.event);
  write_.put(LeadField::kWeedOut, text_of(story.weed_out));
  if (dice.percent(4)) write_.put(LeadField::kOneToOne, "1");
  constexpr std::array<std::string_view, 3> kHeats{"hot", "warm", "cold"};
  if (!story.event.empty() && dice.percent(70)) write_.put(LeadField::kHeat, dice.of(kHeats));
}

void Maker::write_what_is_known(Dice& dice) {
  const Story& story = story_;
  const bool is_known = story.stage != Stage::kNew;
  constexpr std::array<std::string_view, 3> kTimes{"now", "this_year", "later"};
  if (dice.percent(is_known ? 70 : 15)) write_.put(LeadField::kBuyWhen, dice.of(kTimes));
  if (is_known && dice.percent(60)) write_.put(LeadField::kNeed, dice.of(kNeeds));
  if (is_known && dice.percent(40)) write_.put(LeadField::kMatchOurs, dice.of(kMatches));
  if (story.next_step_at != 0) {
    write_.put(LeadField::kNextStep, text_of(story.next_step));
    write_.put_number(LeadField::kNextStepAt, story.next_step_at);
  }
  if (story.snoozed_until != 0) write_.put_number(LeadField::kSnoozedUntil, story.snoozed_until);
  if (story.nurture_until != 0) write_.put_number(LeadField::kNurtureUntil, story.nurture_until);
  for (const std::string& column : hand_columns_) {
    constexpr std::array<std::string_view, 3> kAnswers{"1", "2", "3"};
    if (is_known && dice.percent(55)) write_.put_named(column, dice.of(kAnswers));
  }
  for (const std::string_view tag : kTags) {
    if (dice.percent(5)) write_.put_named(std::string(kTagPrefix).append(tag), "1");
  }
}

// Ids of touches, moves and notes are those of their lead's number and their own.
constexpr std::uint64_t kMostOfOneLead = 256;

void Maker::write_touches(std::uint64_t number, std::string_view lead) {
  std::uint64_t place = number * kMostOfOneLead;
  for (const Touch& touch : story_.touches) {
    write_.begin(Kind::kTouch, id_of(seed_, Stream::kTouchId, place++));
    write_.put(TouchField::kLead, lead);
    write_.put(TouchField::kKind, text_of(touch.kind));
    write_.put_number(TouchField::kAt, touch.at);
    if (is_outbound(touch.kind))
      write_.put(TouchField::kBy, story_.owner.empty() ? kOwners[0] : story_.owner);
    write_.put(TouchField::kResult, text_of(touch.result));
    write_.put(TouchField::kText, touch.text);
    if (touch.count != 1) write_.put_number(TouchField::kCount, touch.count);
  }
}

void Maker::write_moves(std::uint64_t number, std::string_view lead) {
  std::uint64_t place = number * kMostOfOneLead;
  for (const Move& move : story_.moves) {
    write_.begin(Kind::kMove, id_of(seed_, Stream::kMoveId, place++));
    write_.put(MoveField::kLead, lead);
    write_.put_number(MoveField::kAt, move.at);
    write_.put(MoveField::kBy, story_.owner.empty() ? kOwners[0] : story_.owner);
    write_.put(MoveField::kFrom, text_of(move.from));
    write_.put(MoveField::kTo, text_of(move.to));
    write_.put(MoveField::kFromSub, move.from_sub);
    write_.put(MoveField::kToSub, move.to_sub);
    write_.put(MoveField::kReason, text_of(move.reason));
    write_.put(MoveField::kWhy, move.why);
  }
}

void Maker::write_notes(std::uint64_t number, std::string_view lead, const Culture& culture,
                        Dice& dice) {
  std::uint64_t place = number * kMostOfOneLead;
  for (std::uint32_t count = dice.percent(30) ? 1 + dice.below(2) : 0; count > 0; --count) {
    const std::string_view text = dice.percent(40) ? dice.of(culture.notes) : dice.of(kNotes);
    write_.begin(Kind::kNote, id_of(seed_, Stream::kNoteId, place++));
    write_.put(NoteField::kLead, lead);
    write_.put_number(NoteField::kAt, dice.between(story_.created_at, now_));
    write_.put(NoteField::kBy, dice.of(kOwners));
    write_.put(NoteField::kText, text);
  }
}

}  // namespace

Operation sample_book(std::size_t leads, std::uint64_t seed, UtcMs now) {
  Maker maker(leads, seed, now);
  maker.add_settings();
  maker.add_campaigns();
  for (std::size_t number = 0; number < leads; ++number) maker.add_lead(number);
  return maker.take("Load sample data");
}

Operation sample_leads(std::size_t first, std::size_t count, std::size_t leads, std::uint64_t seed,
                       UtcMs now) {
  Maker maker(leads, seed, now);
  for (std::size_t number = first; number < first + count; ++number) maker.add_lead(number);
  return maker.take("Load sample data");
}

}  // namespace leadlight::sample
