#include "followup/queue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "followup/situation.h"
#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::followup {
namespace {

using test::kNow;  // a Sunday, 09:00 UTC
using test::SmallBook;

TeamSettings settings() { return test::settings_without_criteria(); }

std::vector<Item> queue_of(const SmallBook& book, UtcMs now = kNow, int offset = 0) {
  return queue(book.model, settings(), score::score_all(book.model, settings(), now), now, offset);
}
std::size_t forgotten_in(const SmallBook& book) {
  return without_next_step(book.model, score::score_all(book.model, settings(), kNow), kNow);
}

Row lead_from(SmallBook& book, UtcMs created_at, std::string_view type = "badge_scan") {
  const Row lead =
      book.add_lead({{LeadField::kLeadType, type}, {LeadField::kEmail, "a@b.example"}});
  book.set(lead, LeadField::kCreatedAt, created_at);
  return lead;
}

TEST(Queue, StartsAClockForEveryNewLead) {
  SmallBook book;
  const auto due_after = [&](UtcMs age) {
    SmallBook one;
    lead_from(one, kNow - age);
    return queue_of(one).at(0).due;
  };
  EXPECT_EQ(due_after(5 * kMinuteMs), Due::kNotYet) << "don't pounce (C2)";
  EXPECT_EQ(due_after(10 * kMinuteMs), Due::kDue);
  EXPECT_EQ(due_after(59 * kMinuteMs), Due::kDue);
  EXPECT_EQ(due_after(3 * kHourMs), Due::kDue);
  EXPECT_EQ(due_after(19 * kHourMs), Due::kAboutToBreach);
  EXPECT_EQ(due_after(24 * kHourMs), Due::kAboutToBreach);
  EXPECT_EQ(due_after(25 * kHourMs), Due::kBreached);
}

// Practice C1, C2: kNow is a Sunday; the office opens on Monday at ten.
TEST(Queue, C1_CountsBusinessHoursWhereTheTeamWants) {
  SmallBook book;
  const UtcMs saturday = kNow - 13 * kHourMs;  // 20:00
  const UtcMs monday = kNow + 25 * kHourMs;    // 10:00
  const Row lead = lead_from(book, saturday);
  TeamSettings team = settings();
  team.calendar.round_the_clock = false;
  team.calendar.week = {};
  for (std::size_t day = 1; day <= 5; ++day) team.calendar.week[day] = {{10 * 60, 18 * 60}};
  const auto item_at = [&](UtcMs now) -> std::optional<Item> {
    const auto items = queue(book.model, team, score::score_all(book.model, team, now), now, 0);
    return items.empty() ? std::nullopt : std::optional(items.front());
  };
  EXPECT_EQ(first_touch_clock(book.model, team, lead, kNow).goal, monday + kHourMs);
  EXPECT_FALSE(item_at(kNow)) << "nobody is there on a Sunday";
  EXPECT_EQ(item_at(monday - kHourMs)->group, Group::kLaterToday);
  EXPECT_EQ(item_at(monday)->due, Due::kDue);
  EXPECT_EQ(item_at(monday)->due_at, monday + kHourMs);
  EXPECT_EQ(item_at(monday + 8 * kHourMs)->due, Due::kDue);
  // 24 open hours are three of these days; the last quarter begins on the third.
  EXPECT_EQ(item_at(monday + 2 * kDayMs + 3 * kHourMs)->due, Due::kAboutToBreach);
  EXPECT_EQ(item_at(monday + 2 * kDayMs + 9 * kHourMs)->due, Due::kBreached);
}

TEST(Queue, SaysWhyAndByWhen) {
  SmallBook book;
  lead_from(book, kNow - 40 * kMinuteMs, "quote_request");
  const Item item = queue_of(book).at(0);
  EXPECT_EQ(item.reason, "Requested a quote 40 min ago");
  EXPECT_EQ(item.group, Group::kNow);
  EXPECT_EQ(item.due_at, kNow + 20 * kMinuteMs);
}

TEST(Queue, NamesWhatTheLeadDid) {
  SmallBook book;
  const Row badge = lead_from(book, kNow - 3 * kHourMs);
  EXPECT_EQ(queue_of(book).at(0).reason, "Badge scan 3 h ago, not yet touched");
  book.set(badge, LeadField::kEvent, "Aquafair");
  EXPECT_EQ(queue_of(book).at(0).reason, "Badge scan at Aquafair 3 h ago, not yet touched");
  book.set(badge, LeadField::kLeadType, "download");
  EXPECT_EQ(queue_of(book).at(0).reason, "Download 3 h ago, not yet touched");
  const Row touch = book.add_touch(badge, TouchKind::kDownload, kNow - 3 * kHourMs);
  book.set(Kind::kTouch, touch, static_cast<ColumnIndex>(TouchField::kText),
           "Less water per litre");
  EXPECT_EQ(queue_of(book).at(0).reason,
            "Downloaded “Less water per litre” 3 h ago, not yet touched");
}

TEST(Queue, EndsTheClockWithOurFirstTouch) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 2 * kHourMs);
  const auto clock = [&] { return first_touch_clock(book.model, settings(), lead, kNow); };
  EXPECT_FALSE(clock().met);
  EXPECT_EQ(clock().from, kNow - 110 * kMinuteMs);
  EXPECT_EQ(clock().goal, kNow - kHourMs);
  EXPECT_EQ(clock().limit, kNow + 22 * kHourMs);
  book.add_touch(lead, TouchKind::kEmailOpened, kNow - kHourMs);
  EXPECT_FALSE(clock().met) << "that was theirs";
  book.add_touch(lead, TouchKind::kCall, kNow - kHourMs, TouchResult::kNoAnswer);
  EXPECT_TRUE(clock().met);
  EXPECT_EQ(clock().due, Due::kDue);
  EXPECT_TRUE(queue_of(book).empty());
  EXPECT_EQ(forgotten_in(book), 1U) << "touched, and nothing planned";
}

// An acknowledgement is no first touch, but a promise that is watched.
TEST(Queue, C7_WatchesThePromiseOfAnAcknowledgement) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 20 * kHourMs, "quote_request");
  EXPECT_EQ(queue_of(book).at(0).due, Due::kAboutToBreach);
  book.add_touch(lead, TouchKind::kEmail, kNow - 5 * kHourMs, TouchResult::kAcknowledged);
  const auto item_at = [&](UtcMs now) { return queue_of(book, now).at(0); };
  EXPECT_EQ(item_at(kNow).due, Due::kDue);
  EXPECT_EQ(item_at(kNow).due_at, kNow + 19 * kHourMs);
  EXPECT_EQ(item_at(kNow).reason, "Acknowledged 5 h ago: promised to be in touch within a day");
  EXPECT_FALSE(first_touch_clock(book.model, settings(), lead, kNow).met);
  EXPECT_EQ(item_at(kNow + 14 * kHourMs).due, Due::kAboutToBreach);
  EXPECT_EQ(item_at(kNow + 20 * kHourMs).due, Due::kBreached);
  EXPECT_EQ(forgotten_in(book), 0U);

  // A step within the day keeps it, one that is planned for later does not.
  book.set(lead, LeadField::kNextStep, "call");
  book.set(lead, LeadField::kNextStepAt, kNow + 3 * kDayMs);
  EXPECT_EQ(item_at(kNow).due_at, kNow + 19 * kHourMs);
  book.set(lead, LeadField::kNextStepAt, kNow + kHourMs);
  EXPECT_EQ(item_at(kNow).reason, "Call planned at 10:00");
  book.set(lead, LeadField::kNextStepAt, "");
  book.add_touch(lead, TouchKind::kCall, kNow - kHourMs, TouchResult::kReached);
  EXPECT_TRUE(queue_of(book).empty()) << "kept";
}

TEST(Queue, FollowsAPlannedStepThroughItsDay) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 9 * kDayMs);
  book.add_touch(lead, TouchKind::kCall, kNow - 3 * kDayMs, TouchResult::kNoAnswer);
  book.set(lead, LeadField::kNextStep, "call");
  const auto plan = [&](UtcMs at) {
    book.set(lead, LeadField::kNextStepAt, at);
    return queue_of(book);
  };
  EXPECT_TRUE(plan(kNow + kDayMs).empty());
  EXPECT_EQ(forgotten_in(book), 0U);

  Item item = plan(kNow + 90 * kMinuteMs).at(0);
  EXPECT_EQ(item.group, Group::kLaterToday);
  EXPECT_EQ(item.due, Due::kNotYet);
  EXPECT_EQ(item.reason, "Call planned at 10:30 · no answer since Thu");
  EXPECT_EQ(item.channel, TouchKind::kCall);

  item = plan(kNow - 10 * kMinuteMs).at(0);
  EXPECT_EQ(item.group, Group::kNow);
  EXPECT_EQ(item.due, Due::kDue);
  EXPECT_EQ(plan(kNow - 50 * kMinuteMs).at(0).due, Due::kAboutToBreach);

  item = plan(kNow - 2 * kHourMs).at(0);
  EXPECT_EQ(item.due, Due::kBreached);
  EXPECT_EQ(item.due_at, kNow - 2 * kHourMs);
  EXPECT_EQ(plan(kNow - 2 * kDayMs).at(0).reason, "Call planned for Fri · no answer since Thu");
  EXPECT_EQ(plan(kNow - 20 * kDayMs).at(0).reason, "Call planned 20 d ago · no answer since Thu");
}

TEST(Queue, GivesAPlanWithoutAnHourTheWholeDay) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 9 * kDayMs);
  book.set(lead, LeadField::kNextStepAt, kNow - 9 * kHourMs - 2 * kHourMs);  // midnight at UTC+2
  const Item item = queue_of(book, kNow, 120).at(0);
  EXPECT_EQ(item.due, Due::kDue);
  EXPECT_EQ(item.reason, "Next step planned");
  EXPECT_EQ(queue_of(book, kNow + kDayMs, 120).at(0).due, Due::kBreached);
}

TEST(Queue, CountsTodayWhereThePersonIs) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 9 * kDayMs);
  book.set(lead, LeadField::kNextStepAt, kNow + 14 * kHourMs);  // 23:00 UTC
  EXPECT_EQ(queue_of(book, kNow, 0).size(), 1U);
  EXPECT_EQ(queue_of(book, kNow, 120).size(), 0U) << "01:00 tomorrow in Helsinki";
  EXPECT_EQ(queue_of(book, kNow, -300).size(), 1U) << "18:00 today in New York";
}

TEST(Queue, WakesLeadsFromNurtureOnTheirDate) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 90 * kDayMs);
  book.add_touch(lead, TouchKind::kCall, kNow - 60 * kDayMs, TouchResult::kNotNow);
  book.set(lead, LeadField::kNurtureUntil, kNow + kDayMs);
  EXPECT_TRUE(queue_of(book).empty());
  EXPECT_EQ(forgotten_in(book), 0U);
  book.set(lead, LeadField::kNurtureUntil, kNow + 5 * kHourMs);
  Item item = queue_of(book).at(0);
  EXPECT_EQ(item.group, Group::kWoken);
  EXPECT_EQ(item.reason, "Nurture ends today");
  EXPECT_EQ(item.due, Due::kDue);
  book.set(lead, LeadField::kNurtureUntil, kNow - 3 * kDayMs);
  item = queue_of(book).at(0);
  EXPECT_EQ(item.reason, "Nurture ended 3 d ago");
  EXPECT_EQ(item.due, Due::kBreached);
  book.add_touch(lead, TouchKind::kEmail, kNow - kDayMs);
  EXPECT_TRUE(queue_of(book).empty()) << "somebody wrote since";
}

TEST(Queue, HidesSnoozedLeadsUntilTheSnoozeEnds) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 9 * kDayMs);
  book.add_touch(lead, TouchKind::kEmail, kNow - 8 * kDayMs);
  book.set(lead, LeadField::kSnoozedUntil, kNow + kMinuteMs);
  EXPECT_TRUE(queue_of(book).empty());
  EXPECT_EQ(forgotten_in(book), 0U);
  const Item item = queue_of(book, kNow + kHourMs).at(0);
  EXPECT_EQ(item.group, Group::kWoken);
  EXPECT_EQ(item.reason, "Snoozed until today");
}

TEST(Queue, BringsBackWhoeverRepliedEvenFromNurture) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 90 * kDayMs);
  book.add_touch(lead, TouchKind::kEmail, kNow - 2 * kDayMs);
  book.set(lead, LeadField::kNurtureUntil, kNow + 90 * kDayMs);
  book.add_touch(lead, TouchKind::kReplied, kNow - 20 * kMinuteMs);
  const Item item = queue_of(book).at(0);
  EXPECT_EQ(item.reason, "Replied 20 min ago");
  EXPECT_EQ(item.group, Group::kNow);
  book.add_touch(lead, TouchKind::kCall, kNow - kMinuteMs);
  EXPECT_TRUE(queue_of(book).empty());
}

TEST(Queue, StartsTheClockWhateverTheStage) {
  for (const std::string_view stage : {"new", "mql", "sql"}) {
    SmallBook book;
    const Row lead = lead_from(book, kNow - 50 * kDayMs);
    book.set(lead, LeadField::kStage, stage);
    EXPECT_EQ(queue_of(book).at(0).due, Due::kBreached) << stage;
    EXPECT_EQ(waiting_of(book.model, settings(), lead, kNow, 0).waits, Waits::kForFirstTouch);
    EXPECT_EQ(forgotten_in(book), 0U);
    book.add_touch(lead, TouchKind::kCall, kNow - kDayMs, TouchResult::kReached);
    EXPECT_TRUE(queue_of(book).empty());
    EXPECT_EQ(forgotten_in(book), 1U);
    EXPECT_TRUE(is_forgotten(book.model, score::score_all(book.model, settings(), kNow), lead));
  }
}

TEST(Queue, HearsWhoeverWritesFirst) {
  SmallBook book;
  const Row lead = lead_from(book, kNow - 90 * kDayMs);
  book.add_touch(lead, TouchKind::kQuoteRequested, kNow - 2 * kHourMs);
  EXPECT_EQ(queue_of(book).at(0).reason, "Requested a quote 2 h ago, not yet touched");
  book.set(lead, LeadField::kNurtureUntil, kNow + 90 * kDayMs);
  EXPECT_EQ(queue_of(book).at(0).reason, "Requested a quote 2 h ago");
}

TEST(Queue, SuggestsTheDirectWayOnlyToWhoeverAsked) {
  SmallBook book;
  const Row quote = lead_from(book, kNow - kHourMs, "quote_request");
  book.set(quote, LeadField::kMobile, "+49 151 555 0100");
  EXPECT_EQ(queue_of(book).at(0).channel, TouchKind::kCall);
  book.set(quote, LeadField::kLeadType, "download");
  EXPECT_EQ(queue_of(book).at(0).channel, TouchKind::kEmail);
  book.set(quote, LeadField::kEmail, "");
  EXPECT_EQ(queue_of(book).at(0).channel, TouchKind::kCall);
  book.set(quote, LeadField::kMobile, "");
  book.set(quote, LeadField::kLinkedin, "https://linkedin.example/in/a");
  EXPECT_EQ(queue_of(book).at(0).channel, TouchKind::kLinkedin);
}

TEST(Queue, PutsTheBestFirstAndTheMostOverdueAmongEquals) {
  SmallBook book;
  const Row late = lead_from(book, kNow - 30 * kHourMs);
  const Row fresh = lead_from(book, kNow - 2 * kHourMs);
  const Row best = lead_from(book, kNow - kHourMs);
  book.add_touch(best, TouchKind::kBoothVisit, kNow - kHourMs);
  const Row today = lead_from(book, kNow - 9 * kDayMs);
  book.add_touch(today, TouchKind::kQuoteRequested, kNow - 9 * kDayMs);
  book.set(today, LeadField::kNextStepAt, kNow + kHourMs);
  std::vector<Row> rows;
  for (const Item& item : queue_of(book)) rows.push_back(item.lead);
  EXPECT_EQ(rows, (std::vector{best, late, fresh, today}));
}

TEST(DurationText, IsShortAndRoundsDown) {
  EXPECT_EQ(duration_text(0), "0 min");
  EXPECT_EQ(duration_text(40 * kMinuteMs + 59'999), "40 min");
  EXPECT_EQ(duration_text(-2 * kHourMs), "2 h");
  EXPECT_EQ(duration_text(4 * kDayMs + 1), "4 d");
  EXPECT_EQ(duration_text(150 * kDayMs), "5 mo");
  EXPECT_EQ(duration_text(800 * kDayMs), "2 y");
  EXPECT_FALSE(duration_text(std::numeric_limits<UtcMs>::min()).empty());
}

// Whatever a book holds: who must not be contacted is never in the queue, and each open lead is in
// it, or waits for another day, or is counted as forgotten.
TEST(Queue, NeverHoldsWhoMustNotBeContactedAndForgetsNobody) {
  LEADLIGHT_SEEDED(random, 51);
  SmallBook book;
  const auto some_time = [&]() -> UtcMs {
    if (random.one_in(200))
      return random.one_in(2) ? std::numeric_limits<UtcMs>::min()
                              : std::numeric_limits<UtcMs>::max();
    return kNow + random.between(-40 * kDayMs, 20 * kDayMs);
  };
  for (int i = 0; i < 4000; ++i) {
    const Row lead = book.add_lead(
        {{LeadField::kStage, text_of(random.of(kStages))},
         {LeadField::kLeadType, text_of(static_cast<LeadType>(random.index(kLeadTypeCount)))}});
    if (!random.one_in(10)) book.set(lead, LeadField::kCreatedAt, some_time());
    if (random.one_in(6)) book.set(lead, LeadField::kDoNotContact, "1");
    if (random.one_in(8)) book.set(lead, LeadField::kWeedOut, "press");
    if (random.one_in(5)) book.set(lead, LeadField::kNextStepAt, some_time());
    if (random.one_in(7)) book.set(lead, LeadField::kNurtureUntil, some_time());
    if (random.one_in(9)) book.set(lead, LeadField::kSnoozedUntil, some_time());
    for (auto touches = random.between(0, 4); touches > 0; --touches) {
      book.add_touch(lead, static_cast<TouchKind>(random.index(kTouchKindCount)), some_time(),
                     static_cast<TouchResult>(random.index(kTouchResultCount)));
    }
    if (random.one_in(12)) book.remove(Kind::kLead, lead);
  }
  std::vector<score::Points> points = score::score_all(book.model, settings(), kNow);
  for (score::Points& of_lead : points) {
    if (random.one_in(8)) of_lead.standing = Standing::kContact;
  }
  const int offset = static_cast<int>(random.between(-720, 840));
  const std::vector<Item> items = queue(book.model, settings(), points, kNow, offset);
  EXPECT_GT(items.size(), 100U);
  std::vector<int> times_in(book.model.leads().size());
  Group group = Group::kNow;
  for (const Item& item : items) {
    const LeadFacts& facts = book.model.lead(item.lead);
    ASSERT_TRUE(book.model.leads().alive(item.lead));
    ASSERT_FALSE(facts.do_not_contact);
    ASSERT_TRUE(is_open(facts.stage));
    ASSERT_EQ(points[item.lead].standing, Standing::kLead);
    ASSERT_EQ(facts.weed_out, WeedOut::kNone);
    ASSERT_FALSE(item.reason.empty());
    ASSERT_TRUE(is_outbound(item.channel));
    ASSERT_EQ(++times_in[item.lead], 1);
    ASSERT_GE(item.group, group);
    group = item.group;
  }
  // Whoever is in neither place has a date that brings him back.
  const Day day = day_of(kNow, offset);
  const std::vector<TouchTimes> times = touch_times_of_all(book.model);
  std::size_t forgotten = 0;
  for (Row lead = 0; lead < book.model.leads().size(); ++lead) {
    if (times_in[lead] != 0 || !may_be_followed_up(book.model, points, lead)) continue;
    const Situation situation = situation_of(book.model, lead, times[lead], kNow, day);
    if (situation.waits == Waits::kForNothing) {
      ++forgotten;
    } else {
      ASSERT_GT(situation.since, kNow) << "lead " << lead;
    }
  }
  EXPECT_EQ(without_next_step(book.model, points, kNow), forgotten);
  EXPECT_GT(forgotten, 0U);
}

bool same_but_reason(const Item& a, const Item& b) {
  return a.lead == b.lead && a.group == b.group && a.due == b.due && a.due_at == b.due_at &&
         a.channel == b.channel;
}

TEST(Planner, GivesTheQueueWhateverChangedSinceTheLastOne) {
  LEADLIGHT_SEEDED(random, 52);
  SmallBook book;
  Planner planner;
  std::vector<score::Points> points;
  UtcMs now = kNow;
  for (int step = 0; step < 400; ++step) {
    for (auto changes = random.between(0, 4); changes > 0; --changes) {
      const Row size = book.model.leads().size();
      const Row lead = size == 0 || random.one_in(4)
                           ? lead_from(book, now - random.between(0, 3 * kDayMs))
                           : static_cast<Row>(random.index(size));
      points.resize(book.model.leads().size());
      switch (random.between(1, 7)) {
        case 1:
          book.set(lead, LeadField::kNextStepAt, now + random.between(-kDayMs, kDayMs));
          break;
        case 2: book.set(lead, LeadField::kNextStepAt, ""); break;
        case 3: book.add_touch(lead, TouchKind::kCall, now - random.between(0, kDayMs)); break;
        case 4: book.add_touch(lead, TouchKind::kReplied, now - random.between(0, kDayMs)); break;
        case 5:
          book.set(lead, LeadField::kNurtureUntil, now + random.between(-2 * kDayMs, kDayMs));
          break;
        case 6:
          book.model.set_alive(static_cast<KindIndex>(Kind::kLead), lead, !random.one_in(3));
          break;
        default: points[lead].fit = static_cast<int>(random.between(0, 3)); break;
      }
      planner.lead_changed(lead);
    }
    if (random.one_in(6)) now += random.between(0, 120) * kMinuteMs;
    if (random.one_in(50)) planner.all_changed();
    const int offset = random.one_in(20) ? 120 : 60;
    const std::vector<Item> expected = queue(book.model, settings(), points, now, offset);
    const std::vector<Item>& items = planner.queue(book.model, settings(), points, now, offset, 5);
    ASSERT_TRUE(std::ranges::equal(items, expected, same_but_reason)) << step;
    ASSERT_EQ(planner.without_next_step(), without_next_step(book.model, points, now)) << step;
    for (std::size_t i = 0; i < items.size(); ++i) {
      ASSERT_EQ(items[i].reason, i < 5 ? expected[i].reason : "");
      ASSERT_EQ(reason_of(book.model, items[i].lead, now, offset), expected[i].reason);
    }
  }
}

}  // namespace
}  // namespace leadlight::followup
