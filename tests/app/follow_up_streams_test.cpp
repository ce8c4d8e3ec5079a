// What people and prospects do, in any order: 10,000 streams of events, each about a lead of its
// own (seed printed; LEADLIGHT_SEED repeats it). Practice C3 to C6 and C9 hold after every event.
#include <array>

#include "app/edit_writer.h"
#include "app/edits.h"
#include "base/text.h"
#include "fixture.h"
#include "followup/next_step.h"
#include "tests/support/random.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

constexpr int kStreams = 10'000;
constexpr int kEvents = 12;
constexpr UtcMs kBegin = 1'790'000'000'000;

class Streams : public testing::Test {
 protected:
  Streams() { settings_.calendar.week = default_week(); }

  [[nodiscard]] EditContext context(UtcMs now) {
    return {.book = book_,
            .settings = settings_,
            .random = random_,
            .now = now,
            .by = "Ana",
            .capture_source = {},
            .capture_event = {}};
  }
  template <class Command>
  void run(const Command& command, UtcMs now) {
    auto edit = edit_for(command, context(now));
    ASSERT_TRUE(edit) << edit.error().sentence();
    book_.commit(std::move(edit->operation), now);
  }
  [[nodiscard]] const Model& model() const { return book_.model(); }
  [[nodiscard]] UtcMs time_in(Row row, LeadField field) const {
    return integer_from_text(model().text(row, field)).value_or(0);
  }

  book::Book book_{Id{1, 1}};
  TeamSettings settings_;
  headless::SeededRandom random_{7};
};

TEST_F(Streams, KeepOneNextStepForEveryOpenLeadAndNeverPushBeyondTheGoodbye) {
  using enum TouchKind;
  LEADLIGHT_SEEDED(random, 20261130);
  constexpr std::array kTheirs{kReplied, kQuoteRequested, kInformationRequested, kEmailOpened,
                               kDownload};
  using Result = TouchResult;
  constexpr std::array kResults{Result::kNone,          Result::kNone,     Result::kNone,
                                Result::kNoAnswer,      Result::kNoAnswer, Result::kReached,
                                Result::kVoicemailLeft, Result::kReplied,  Result::kBounced,
                                Result::kNotNow,        Result::kStop};
  int goodbyes = 0, nurtures = 0, stops = 0;
  for (int stream = 0; stream < kStreams; ++stream) {
    SCOPED_TRACE(stream);
    UtcMs now = kBegin;
    settings_.calendar.round_the_clock = random.one_in(2);
    Fields fields{
        {"full_name", "Lead " + std::to_string(stream)},
        {"lead_type", std::string(text_of(static_cast<LeadType>(random.index(kLeadTypeCount))))}};
    if (random.one_in(2)) fields.emplace_back("email", "o@p.example");
    if (random.one_in(2)) fields.emplace_back("phone", "0221 123456");
    run(AddLead{fields, {}}, now);
    const Row row = model().leads().size() - 1;
    const Id lead = model().leads().id(row);
    const LeadType type = model().lead(row).type;
    for (int event = 0; event < kEvents && !HasFatalFailure(); ++event) {
      const followup::Waiting before = followup::waiting_of(model(), settings_, row, now, 0);
      ASSERT_NE(before.waits, followup::Waits::kForNothing) << "C3: forgotten before " << event;
      const int silent = followup::unanswered_touches(model(), row);
      now += random.between(1, 72) * kHourMs;
      const bool asked = random.one_in(5);
      const TouchKind kind = asked
                                 ? random.of(kTheirs)
                                 : followup::suggested_channel(
                                       model(), settings_, row,
                                       followup::waiting_of(model(), settings_, row, now, 0).waits);
      const Result result = asked ? Result::kNone : random.of(kResults);
      const UtcMs step_before = time_in(row, LeadField::kNextStepAt);
      run(LogTouch{lead, kind, result, {}}, now);

      const bool is_kept = step_before > now && time_in(row, LeadField::kNextStepAt) == step_before;
      const UtcMs step_at = time_in(row, LeadField::kNextStepAt);
      const UtcMs wakes_at = time_in(row, LeadField::kNurtureUntil);
      const auto waits = followup::waiting_of(model(), settings_, row, now, 0).waits;
      if (result == Result::kStop) {
        ++stops;
        EXPECT_TRUE(model().lead(row).do_not_contact);
        EXPECT_EQ(step_at, 0) << "C9";
        EXPECT_EQ(wakes_at, 0) << "C9";
        break;
      }
      EXPECT_FALSE(step_at != 0 && wakes_at != 0) << "one next step";
      EXPECT_NE(waits, followup::Waits::kForNothing) << "C3";
      if (kind == kReplied || kind == kQuoteRequested || kind == kInformationRequested) {
        EXPECT_EQ(step_at, 0) << "C4: the plan stops at once";
      }
      if (result == Result::kBounced && step_at != 0) {
        EXPECT_GT(step_at, now) << "C4, E7: not the next of the plan, a correction";
      }
      if (result == Result::kNotNow) {
        EXPECT_GE(wakes_at, now + settings_.nurture_days * kDayMs) << "C6";
      }
      // C5: behind the goodbye nothing is planned but waking up.
      const bool silence = result == Result::kNone || result == Result::kNoAnswer ||
                           result == Result::kVoicemailLeft;
      const int enough = touches_before_goodbye(settings_, type);
      if (is_kept) {
        // Somebody was early, by another way than is planned: that stays, the goodbye as well.
      } else if (!asked && silence && silent + 1 > enough) {
        ++nurtures;
        EXPECT_EQ(step_at, 0) << "C5: touch " << silent + 1;
        EXPECT_GT(wakes_at, now);
        EXPECT_EQ(waits, followup::Waits::kForAnotherDay);
        EXPECT_EQ(followup::waiting_of(model(), settings_, row, wakes_at, 0).waits,
                  followup::Waits::kAfterNurture)
            << "C6: it returns on its day";
        EXPECT_EQ(followup::caution_before_touch(model(), settings_, row, "Ana", now).kind,
                  followup::Caution::Kind::kEnough)
            << "C5: a further one warns";
      } else if (!asked && silence) {
        EXPECT_GE(step_at, now) << "C4";
        EXPECT_TRUE(settings_.calendar.is_open(step_at));
        goodbyes += silent + 1 == enough ? 1 : 0;
      }
      // Mostly people wait for the step; sometimes they are early.
      if (step_at != 0 && !random.one_in(4)) now = std::max(now, step_at);
      if (wakes_at != 0 && random.one_in(2)) now = std::max(now, wakes_at);
    }
    if (HasFailure()) break;
  }
  EXPECT_GT(goodbyes, kStreams / 100);
  EXPECT_GT(nurtures, kStreams / 100);
  EXPECT_GT(stops, kStreams / 100);
}

}  // namespace
}  // namespace leadlight::test
