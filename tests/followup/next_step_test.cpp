#include "followup/next_step.h"

#include <gtest/gtest.h>

#include <string>

namespace leadlight::followup {
namespace {

constexpr UtcMs kNow = 1'790'000'000'000;

// A book of one lead.
class OneLead {
 public:
  OneLead() { model_.add_row(static_cast<KindIndex>(Kind::kLead), kId); }
  OneLead& with(LeadField field, std::string_view value) {
    set(Kind::kLead, 0, static_cast<ColumnIndex>(field), value);
    return *this;
  }
  OneLead& touched(TouchKind kind, TouchResult result, UtcMs at, std::string_view by = "") {
    const Row row = model_.add_row(static_cast<KindIndex>(Kind::kTouch), {3, ++touches_});
    const auto put = [&](TouchField field, std::string_view value) {
      set(Kind::kTouch, row, static_cast<ColumnIndex>(field), value);
    };
    put(TouchField::kLead, text_from_id(kId));
    put(TouchField::kKind, text_of(kind));
    put(TouchField::kResult, text_of(result));
    put(TouchField::kAt, std::to_string(at));
    put(TouchField::kBy, by);
    return *this;
  }
  OneLead& ignored(int times) {
    for (int i = 0; i < times; ++i)
      touched(TouchKind::kEmail, TouchResult::kNone, kNow - (times - i) * kDayMs);
    return *this;
  }
  OneLead& set_cadence(std::string_view type, std::string_view cadence) {
    const auto kind = static_cast<KindIndex>(Kind::kSetting);
    const Row row = model_.add_row(kind, kTeamSettingsId);
    const ColumnIndex column =
        model_.mutable_table(kind).add_column("cadence/" + std::string(type));
    set(Kind::kSetting, row, column, cadence);
    return *this;
  }
  [[nodiscard]] NextStep after(TouchKind kind, TouchResult result = TouchResult::kNone) const {
    return next_step_after(model_, settings_from(model_), 0, kind, result, kNow);
  }
  [[nodiscard]] Caution caution(std::string_view me) const {
    return caution_before_touch(model_, settings_from(model_), 0, me, kNow);
  }
  [[nodiscard]] int unanswered() const { return unanswered_touches(model_, 0); }

 private:
  static constexpr Id kId{1, 2};
  void set(Kind kind, Row row, ColumnIndex column, std::string_view value) {
    model_.set_cell(static_cast<KindIndex>(kind), row, column,
                    model_.mutable_texts().intern(value));
  }
  Model model_;
  std::uint64_t touches_ = 0;
};

OneLead reachable() {
  OneLead lead;
  lead.with(LeadField::kEmail, "o@p.example").with(LeadField::kPhone, "0221 123456");
  return lead;
}

TEST(NextStep, C4_GoesThroughTheCadenceOfItsType) {
  const Cadence cadence = default_cadence(LeadType::kUnknown);
  for (int touches = 0; touches + 1 < static_cast<int>(cadence.size()); ++touches) {
    SCOPED_TRACE(touches);
    const NextStep next = reachable().ignored(touches).after(TouchKind::kEmail);
    const CadenceStep& step = cadence[static_cast<std::size_t>(touches) + 1];
    EXPECT_EQ(next.plan, Plan::kStep);
    EXPECT_EQ(next.channel, step.channel);
    EXPECT_EQ(next.at, kNow + step.days * kDayMs);
  }
  EXPECT_EQ(reachable().with(LeadField::kLeadType, "quote_request").after(TouchKind::kCall).channel,
            TouchKind::kEmail);
}

TEST(NextStep, C4_GoesThroughTheTeamsOwnCadence) {
  OneLead lead = reachable();
  lead.with(LeadField::kLeadType, "webinar").set_cadence("webinar", "linkedin,call+5");
  const NextStep next = lead.after(TouchKind::kLinkedin);
  EXPECT_EQ(next.channel, TouchKind::kCall);
  EXPECT_EQ(next.at, kNow + 5 * kDayMs);
  EXPECT_EQ(lead.ignored(1).after(TouchKind::kCall).plan, Plan::kGoodbye)
      << "behind the last step of a short one (C5)";
  OneLead other = reachable();
  other.set_cadence("webinar", "linkedin,call+5");
  EXPECT_EQ(other.after(TouchKind::kEmail).at, kNow + 2 * kDayMs) << "of another type";
}

// C4 with C1: nobody is called on a Sunday because two days are over.
TEST(NextStep, C4_FallsIntoTheTeamsOpenTime) {
  TeamSettings settings;
  settings.calendar.round_the_clock = false;
  settings.calendar.week = default_week();
  constexpr UtcMs kFriday = 1'795'788'000'000;  // 2026-11-27 14:00
  Model model;
  model.add_row(static_cast<KindIndex>(Kind::kLead), {1, 2});
  const NextStep next =
      next_step_after(model, settings, 0, TouchKind::kEmail, TouchResult::kNone, kFriday);
  EXPECT_EQ(next.at, kFriday + 2 * kDayMs + 19 * kHourMs) << "Monday 9:00";
}

TEST(NextStep, SkipsChannelsThatTheLeadDoesNotHave) {
  OneLead mail_only;
  mail_only.with(LeadField::kEmail, "o@p.example");
  EXPECT_EQ(mail_only.after(TouchKind::kEmail).channel, TouchKind::kLinkedin);
  OneLead nothing;
  EXPECT_EQ(nothing.after(TouchKind::kLinkedin).channel, TouchKind::kLinkedin);
}

TEST(NextStep, C10_KeepsTheTalkAliveOnceSomebodyAnswered) {
  const OneLead lead = reachable();
  for (const TouchResult result : {TouchResult::kReached, TouchResult::kReplied}) {
    const NextStep next = lead.after(TouchKind::kCall, result);
    EXPECT_EQ(next.plan, Plan::kStep) << "C3: nobody is forgotten";
    EXPECT_EQ(next.channel, TouchKind::kEmail);
    EXPECT_EQ(next.at, kNow + kStepAfterMs);
  }
  EXPECT_EQ(lead.after(TouchKind::kReplied).plan, Plan::kNothing);  // the queue has a clock for it
}

TEST(NextStep, SaysGoodbyeAtTheLimitThenNurtures) {
  EXPECT_EQ(reachable().ignored(3).after(TouchKind::kEmail).plan, Plan::kStep);
  EXPECT_EQ(reachable().ignored(4).after(TouchKind::kEmail).plan, Plan::kGoodbye);
  const NextStep next = reachable().ignored(5).after(TouchKind::kEmail);
  EXPECT_EQ(next.plan, Plan::kNurture);
  EXPECT_EQ(next.at, kNow + 90 * kDayMs);
}

TEST(NextStep, CountsTouchesSinceTheLastAnswer) {
  OneLead lead = reachable();
  lead.ignored(4);
  lead.touched(TouchKind::kReplied, TouchResult::kNone, kNow - kDayMs / 2);
  EXPECT_EQ(lead.unanswered(), 0);
  EXPECT_EQ(lead.after(TouchKind::kEmail).plan, Plan::kStep);
}

TEST(NextStep, StopsForGoodAndWaitsWhenAskedTo) {
  const OneLead lead = reachable();
  EXPECT_EQ(lead.after(TouchKind::kCall, TouchResult::kStop).plan, Plan::kStop);
  EXPECT_EQ(lead.after(TouchKind::kCall, TouchResult::kNotNow).plan, Plan::kNurture);
  EXPECT_EQ(reachable().with(LeadField::kDoNotContact, "1").after(TouchKind::kEmail).plan,
            Plan::kNothing);
  EXPECT_EQ(reachable().with(LeadField::kStage, "customer").after(TouchKind::kEmail).plan,
            Plan::kNothing);
}

TEST(NextStep, TriesAnotherWayAfterABounce) {
  const NextStep next = reachable().after(TouchKind::kEmail, TouchResult::kBounced);
  EXPECT_EQ(next.channel, TouchKind::kCall);
  EXPECT_EQ(next.at, kNow + kDayMs);
}

TEST(NextStep, KeepsWhatIsPlannedForLaterByAnotherChannel) {
  OneLead lead = reachable();
  lead.with(LeadField::kNextStep, "meeting")
      .with(LeadField::kNextStepAt, std::to_string(kNow + kDayMs));
  EXPECT_EQ(lead.after(TouchKind::kEmail).plan, Plan::kKeep);
  EXPECT_EQ(lead.after(TouchKind::kMeeting, TouchResult::kReached).plan, Plan::kStep);
}

TEST(NextStep, LeavesRequestsToTheClockAndOpeningsAside) {
  EXPECT_EQ(reachable().with(LeadField::kStage, "mql").after(TouchKind::kQuoteRequested).plan,
            Plan::kNothing);
  EXPECT_EQ(reachable().after(TouchKind::kEmailOpened).plan, Plan::kKeep);
}

TEST(Caution, A5_IsSaidWhereSomebodyElseWasInTouchWithinADay) {
  using enum Caution::Kind;
  OneLead lead = reachable();
  lead.touched(TouchKind::kEmail, TouchResult::kNone, kNow - 2 * kDayMs, "Ana");
  lead.touched(TouchKind::kCall, TouchResult::kNoAnswer, kNow - kHourMs, "Ben");
  EXPECT_EQ(lead.caution("Ben").kind, kNone) << "it was oneself, and Ana long ago";
  EXPECT_EQ(lead.caution("Ana").kind, kSomebodyElse);
  EXPECT_EQ(lead.caution("Ana").by, "Ben");
  EXPECT_EQ(lead.caution("").at, kNow - kHourMs);
  lead.touched(TouchKind::kEmailOpened, TouchResult::kNone, kNow - kMinuteMs, "Ana");
  EXPECT_EQ(lead.caution("Ben").kind, kNone) << "that was theirs";
}

TEST(Caution, C5_IsSaidBehindTheGoodbye) {
  using enum Caution::Kind;
  OneLead lead = reachable();
  EXPECT_EQ(lead.ignored(5).caution("").kind, kNone) << "the goodbye is still to come";
  EXPECT_EQ(lead.ignored(1).caution("").kind, kEnough);
  EXPECT_EQ(lead.caution("").touches, 6);
}

TEST(NextStep, C7_AnAcknowledgementChangesNoPlanAndCountsAsNoTouch) {
  OneLead lead = reachable();
  EXPECT_EQ(lead.after(TouchKind::kEmail, TouchResult::kAcknowledged).plan, Plan::kKeep);
  lead.touched(TouchKind::kEmail, TouchResult::kAcknowledged, kNow - kHourMs);
  EXPECT_EQ(lead.unanswered(), 0);
}

}  // namespace
}  // namespace leadlight::followup
