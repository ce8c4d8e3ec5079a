#include "sample/story.h"

#include <algorithm>

#include "base/sort.h"

namespace leadlight::sample {
namespace {

UtcMs day_begin(UtcMs at) { return at - at % kDayMs; }

// Tells one story from its beginning; `at_` is how far it has come.
class Teller {
 public:
  Teller(Story& story, Dice& dice, UtcMs now) : story_(story), dice_(dice), now_(now) {}

  void tell() {
    come_in();
    if (story_.weed_out != WeedOut::kNone || story_.is_contact) return browse(2);
    const Stage end = end_stage();
    if (end == Stage::kNew) return stay_new();
    go_on_to(end);
    if (end == Stage::kCustomer) return win();
    if (end == Stage::kNoCustomer) return lose();
    plan_ahead();
  }

 private:
  void come_in();
  [[nodiscard]] UtcMs age();
  [[nodiscard]] Stage end_stage();
  void stay_new();
  void go_on_to(Stage end);
  void enter_sql(UtcMs until);
  void win();
  void lose();
  void plan_ahead();
  void browse(std::uint32_t most);
  void work(std::uint32_t touches, UtcMs until);
  void ours(UtcMs at);
  void move(Stage to, std::string_view to_sub, UtcMs at, std::string_view why = {});
  [[nodiscard]] bool asks() const { return asks_for_sales(story_.arrival->type); }
  [[nodiscard]] UtcMs lived() const { return now_ - story_.created_at; }
  UtcMs between(UtcMs from, UtcMs until);
  UtcMs at_work(UtcMs day, UtcMs least, UtcMs most);

  Story& story_;
  Dice& dice_;
  UtcMs now_;
  UtcMs at_ = 0;
};

// Early rather than late, and at least a second after `from` if there is room.
UtcMs Teller::between(UtcMs from, UtcMs until) {
  if (until - from < 2 * kSecondMs) return std::max(from, until);
  const std::int64_t a = dice_.between(1, 1000);
  const std::int64_t b = dice_.between(1, 1000);
  return from + kSecondMs + (until - from - 2 * kSecondMs) / 1000 * std::min(a, b);
}

// In working hours of that day, on a quarter of an hour; `day` itself if that is out of bounds.
UtcMs Teller::at_work(UtcMs day, UtcMs least, UtcMs most) {
  const UtcMs at = day_begin(day) + 8 * kHourMs + dice_.between(0, 36) * 15 * kMinuteMs;
  return at > least && at < most ? at : day;
}

UtcMs Teller::age() {
  const std::uint32_t roll = dice_.below(100);
  if (roll < 2) return dice_.between(2, 58) * kMinuteMs;
  if (roll < 6) return dice_.between(65, 20 * 60) * kMinuteMs;
  if (roll < 18) return dice_.between(24 * 60, 7 * 24 * 60) * kMinuteMs;
  if (roll < 60) return dice_.between(7 * 24 * 60, 60 * 24 * 60) * kMinuteMs;
  return dice_.between(60 * 24 * 60, 420 * 24 * 60) * kMinuteMs;
}

void Teller::come_in() {
  int roll = static_cast<int>(dice_.below(100));
  story_.arrival = &kArrivals.back();
  for (const Arrival& arrival : kArrivals) {
    roll -= arrival.percent;
    if (roll >= 0) continue;
    story_.arrival = &arrival;
    break;
  }
  story_.created_at = now_ - age() - dice_.between(0, 59'999);
  at_ = story_.created_at;
  const std::uint32_t fate = dice_.below(100);
  if (fate < 4)
    story_.weed_out = static_cast<WeedOut>(1 + dice_.below(kWeedOutCount - 1));
  else if (fate < 9 && !asks())
    story_.is_contact = true;
  if (story_.arrival->type == LeadType::kBadgeScan) story_.event = dice_.of(kEvents);
  if (!dice_.percent(story_.weed_out == WeedOut::kNone ? 12 : 60)) story_.owner = dice_.of(kOwners);

  std::string_view about;
  switch (story_.arrival->first_touch) {
    case TouchKind::kBoothVisit: about = dice_.of(kStands); break;
    case TouchKind::kWebinarAttended: about = dice_.of(kWebinars); break;
    case TouchKind::kDownload: about = dice_.of(kDocuments); break;
    default: about = dice_.of(kNeeds); break;
  }
  story_.touches.push_back(
      {.kind = story_.arrival->first_touch, .at = story_.created_at, .text = about});
}

Stage Teller::end_stage() {
  const std::uint32_t roll = dice_.below(100);
  if (lived() < kDayMs) return asks() ? Stage::kSql : Stage::kNew;
  if (asks()) {
    if (lived() < 10 * kDayMs) return Stage::kSql;
    return roll < 38 ? Stage::kSql : roll < 68 ? Stage::kCustomer : Stage::kNoCustomer;
  }
  if (lived() < 4 * kDayMs) return roll < 70 ? Stage::kNew : Stage::kMql;
  if (lived() < 12 * kDayMs) return roll < 45 ? Stage::kNew : roll < 85 ? Stage::kMql : Stage::kSql;
  if (roll < 34) return Stage::kNew;
  if (roll < 60) return Stage::kMql;
  if (roll < 76) return Stage::kSql;
  return roll < 84 ? Stage::kCustomer : Stage::kNoCustomer;
}

// What they do by themselves: mails opened, pages read.
void Teller::browse(std::uint32_t most) {
  constexpr std::array kKinds{TouchKind::kEmailOpened,   TouchKind::kLinkClicked,
                              TouchKind::kSiteVisit,     TouchKind::kPagesViewed,
                              TouchKind::kMinutesOnSite, TouchKind::kReturnVisit,
                              TouchKind::kDownload,      TouchKind::kEmailForwarded,
                              TouchKind::kQrScanned,     TouchKind::kLandingPage};
  for (std::uint32_t count = dice_.below(most + 1); count > 0; --count) {
    Touch touch{.kind = dice_.of(kKinds), .at = between(story_.created_at, now_)};
    if (touch.kind == TouchKind::kPagesViewed || touch.kind == TouchKind::kMinutesOnSite) {
      touch.count = static_cast<int>(dice_.between(2, 14));
    }
    if (touch.kind == TouchKind::kDownload) touch.text = dice_.of(kDocuments);
    if (touch.kind == TouchKind::kEmailOpened) touch.text = dice_.of(kMails);
    story_.touches.push_back(touch);
  }
}

// One touch of ours and what came of it.
void Teller::ours(UtcMs at) {
  const std::uint32_t roll = dice_.below(100);
  Touch touch{.at = at};
  if (roll < 45) {
    touch = {.kind = TouchKind::kEmail,
             .at = at,
             .result = dice_.percent(30) ? TouchResult::kReplied : TouchResult::kNone,
             .text = dice_.of(kMails)};
  } else if (roll < 80) {
    const bool reached = dice_.percent(45);
    touch = {.kind = TouchKind::kCall,
             .at = at,
             .result = reached ? TouchResult::kReached : TouchResult::kNoAnswer};
    if (reached) touch.text = dice_.of(kTalks);
  } else if (roll < 92) {
    touch = {.kind = TouchKind::kVoicemail, .at = at, .result = TouchResult::kVoicemailLeft};
  } else {
    touch = {.kind = TouchKind::kLinkedin,
             .at = at,
             .result = dice_.percent(50) ? TouchResult::kReplied : TouchResult::kNoAnswer};
  }
  story_.touches.push_back(touch);
  at_ = at;
}

void Teller::work(std::uint32_t touches, UtcMs until) {
  for (; touches > 0 && until - at_ > kHourMs; --touches) {
    const UtcMs somewhen = between(at_, until);
    ours(at_work(somewhen, at_, until));
  }
}

void Teller::move(Stage to, std::string_view to_sub, UtcMs at, std::string_view why) {
  story_.moves.push_back({.at = at,
                          .from = story_.stage,
                          .to = to,
                          .from_sub = story_.sub_stage,
                          .to_sub = to_sub,
                          .why = why});
  story_.stage = to;
  story_.sub_stage = to_sub;
  at_ = at;
}

void Teller::stay_new() {
  browse(3);
  if (lived() < kDayMs) return;  // the clock of its first touch runs
  const std::uint32_t roll = dice_.below(100);
  if (roll < 5) return;  // nobody has touched it, and it is late
  work(1 + dice_.below(3), now_ - kHourMs);
  plan_ahead();
}

void Teller::enter_sql(UtcMs until) {
  constexpr std::array<std::string_view, 4> kSubStages{"working", "connected", "demo",
                                                       "free_trial"};
  const std::uint32_t furthest = dice_.below(kSubStages.size());
  for (std::uint32_t i = 1; i <= furthest && until - at_ > 4 * kHourMs; ++i) {
    work(dice_.below(2), at_ + (until - at_) / 2);
    const UtcMs at = at_work(between(at_, at_ + (until - at_) / 2), at_, until);
    if (i == 2)
      story_.touches.push_back({.kind = TouchKind::kMeeting,
                                .at = at,
                                .result = TouchResult::kReached,
                                .text = dice_.of(kTalks)});
    move(Stage::kSql, kSubStages[i], at);
  }
}

// From New to where it stands, or to the stage it was won or lost from.
void Teller::go_on_to(Stage end) {
  const bool closes = end == Stage::kCustomer || end == Stage::kNoCustomer;
  const UtcMs until = closes ? between(story_.created_at + lived() / 2, now_ - kHourMs)
                             : now_ - std::min(lived() / 4, 2 * kDayMs);
  Stage furthest = end;
  if (end == Stage::kCustomer) furthest = Stage::kSql;
  if (end == Stage::kNoCustomer) {
    const std::uint32_t roll = dice_.below(100);
    furthest = asks() || roll < 40 ? Stage::kSql : roll < 75 ? Stage::kMql : Stage::kNew;
  }
  browse(5);
  if (asks()) {
    const bool late = dice_.percent(25) && lived() > 3 * kDayMs;
    move(Stage::kSql, "working", story_.created_at + dice_.between(1, 20) * kSecondMs,
         "Asked for sales");
    if (lived() < kHourMs) return;
    if (lived() < kDayMs && dice_.percent(50)) return;
    ours(std::min(story_.created_at +
                      (late ? dice_.between(30, 60) * kHourMs : dice_.between(12, 200) * kMinuteMs),
                  now_ - kMinuteMs));
  } else if (furthest != Stage::kNew) {
    work(1 + dice_.below(2), at_ + (until - at_) / 3);
    const UtcMs qualified = at_work(between(at_, at_ + (until - at_) / 2), at_, until);
    move(Stage::kMql, {}, qualified, dice_.of(kNeeds));
    if (furthest == Stage::kSql) {
      work(1 + dice_.below(2), at_ + (until - at_) / 3);
      move(Stage::kSql, "working", between(at_, at_ + (until - at_) / 2), "Handed over to sales");
    } else if (!closes && dice_.percent(7)) {  // sales gave it back
      const UtcMs handed = between(at_, at_ + (until - at_) / 3);
      move(Stage::kSql, "working", handed, "Handed over to sales");
      move(Stage::kMql, {}, between(at_, until), "Returned by sales: budget from April");
    }
  }
  if (story_.stage == Stage::kSql) enter_sql(until);
  work(1 + dice_.below(3), until);
  at_ = std::max(at_, until);
  if (story_.stage == Stage::kSql && !dice_.percent(30))
    story_.value_minor = dice_.between(30, 900) * 100'000;
}

void Teller::win() {
  const std::string_view why = dice_.of(kWonBecause);
  story_.closed_at = at_;
  story_.outcome_reason = why;
  story_.value_minor = dice_.between(30, 900) * 100'000 + dice_.between(0, 99) * 1'000;
  move(Stage::kCustomer, {}, at_, why);
}

void Teller::lose() {
  const Loss& loss = dice_.of(kLosses);
  if (loss.reason == LossReason::kNoResponse) {
    for (int i = 0; i < 4 && at_ + kDayMs < now_; ++i) {
      at_ = at_work(at_ + dice_.between(1, 3) * kDayMs, at_, now_ - kMinuteMs);
      at_ = std::min(at_, now_ - kMinuteMs);
      story_.touches.push_back({.kind = i % 2 == 0 ? TouchKind::kCall : TouchKind::kEmail,
                                .at = at_,
                                .result = TouchResult::kNoAnswer});
    }
  }
  story_.closed_at = at_;
  story_.outcome_reason = text_of(loss.reason);
  move(Stage::kNoCustomer, {}, at_, loss.why);
  story_.moves.back().reason = loss.reason;
}

// An open lead that was touched has something next; few are forgotten.
void Teller::plan_ahead() {
  constexpr std::array kSteps{TouchKind::kCall,  TouchKind::kEmail,    TouchKind::kCall,
                              TouchKind::kEmail, TouchKind::kLinkedin, TouchKind::kMeeting};
  const bool touched = std::ranges::any_of(
      story_.touches, [](const Touch& touch) { return is_outbound(touch.kind); });
  if (!touched) return;
  const std::uint32_t roll = dice_.below(100);
  if (roll < 2) return;
  if (roll < 4) {
    story_.do_not_contact = true;
    story_.touches.push_back({.kind = TouchKind::kEmail,
                              .at = between(at_, now_),
                              .result = TouchResult::kStop,
                              .text = "Asked to be taken off"});
    return;
  }
  if (roll < 6) {  // wrote back, and waits
    story_.touches.push_back({.kind = TouchKind::kReplied,
                              .at = now_ - dice_.between(10, 600) * kMinuteMs,
                              .text = dice_.of(kReplies)});
    story_.touches.back().at = std::max(story_.touches.back().at, at_ + kSecondMs);
    return;
  }
  const bool can_wait = story_.stage != Stage::kSql && lived() > 20 * kDayMs;
  if (roll < 34 && can_wait) {
    story_.touches.push_back({.kind = TouchKind::kCall,
                              .at = between(at_, now_),
                              .result = TouchResult::kNotNow,
                              .text = "Not before their next budget"});
    const bool today = dice_.percent(8);
    story_.nurture_until =
        day_begin(now_) + kDayMs / 2 + (today ? 0 : dice_.between(3, 200)) * kDayMs;
    return;
  }
  if (roll < 37) {
    story_.snoozed_until = now_ + dice_.between(1, 6) * kDayMs;
  }
  story_.next_step = dice_.of(kSteps);
  const std::uint32_t when = dice_.below(100);
  const UtcMs quarter = 15 * kMinuteMs;
  if (when < 4) {
    story_.next_step_at = at_work(now_ - dice_.between(1, 5) * kDayMs, 0, now_);
  } else if (when < 7) {
    story_.next_step_at = now_ - dice_.between(5, 150) * kMinuteMs;
  } else if (when < 11) {
    story_.next_step_at = now_ + dice_.between(20, 420) * kMinuteMs;
  } else {
    const UtcMs day = now_ + dice_.between(1, 16) * kDayMs;
    story_.next_step_at = at_work(day, now_, day + kDayMs);
  }
  story_.next_step_at -= story_.next_step_at % quarter;
}

}  // namespace

void tell(Story& story, Dice& dice, UtcMs now) {
  std::vector<Touch> touches = std::move(story.touches);
  std::vector<Move> moves = std::move(story.moves);
  touches.clear();
  moves.clear();
  story = {};
  story.touches = std::move(touches);
  story.moves = std::move(moves);
  Teller(story, dice, now).tell();
  sort_stably(story.touches, {}, &Touch::at);
}

}  // namespace leadlight::sample
