#include "experiment/report.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>

#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::experiment {
namespace {

using test::kNow;
using test::SmallBook;

constexpr UtcMs kStart = kNow - 60 * kDayMs;
constexpr UtcMs kSent = kNow - 30 * kDayMs;  // its days are over

class Trial {
 public:
  explicit Trial(std::size_t variants = 2) {
    for (std::size_t i = 0; i < variants; ++i)
      experiment.variants.push_back({.template_id = {0x7E, i + 1}, .words = 0});
    experiment.id = {0xE, variants};
    experiment.started_at = kStart;
  }
  SmallBook book;
  Experiment experiment;

  Row lead(SmallBook::Cells cells = {}) { return book.add_lead(cells); }
  [[nodiscard]] std::size_t dealt(Row lead) const {
    return variant_of(experiment, book.model.leads().id(lead));
  }
  // A lead that was dealt this variant.
  Row lead_of(std::size_t variant, SmallBook::Cells cells = {}) {
    for (;;) {
      const Row row = lead(cells);
      if (dealt(row) == variant) return row;
    }
  }
  Row send_variant(Row lead, std::size_t variant, UtcMs at = kSent,
                   TouchResult result = TouchResult::kNone) {
    const Row row = book.add_touch(lead, TouchKind::kEmail, at, result);
    book.set(Kind::kTouch, row, static_cast<ColumnIndex>(TouchField::kTemplate),
             text_from_id(experiment.variants[variant].template_id));
    return row;
  }
  Row send(Row lead, UtcMs at = kSent, TouchResult result = TouchResult::kNone) {
    return send_variant(lead, dealt(lead), at, result);
  }
  Row replies(Row lead, UtcMs at) { return book.add_touch(lead, TouchKind::kReplied, at); }
  [[nodiscard]] Report report() const { return report_on(experiment, book.model, kNow); }
  // "sent/waiting/opted out/answered/silent" of a variant.
  [[nodiscard]] std::string figures(std::size_t variant = 0) const {
    const Figures of = report().all.variants[variant];
    std::string text;
    for (const std::size_t one :
         {of.sent, of.waiting, of.opted_out, of.tally.answered, of.tally.silent})
      text += (text.empty() ? "" : "/") + std::to_string(one);
    return text;
  }
};

TEST(Report, D7_CountsWhoWasSentToAndWhoAnsweredInTime) {
  Trial trial;
  const Row lead = trial.lead_of(0);
  EXPECT_EQ(trial.figures(), "0/0/0/0/0") << "never sent";
  trial.replies(lead, kSent - kDayMs);
  trial.send(lead);
  EXPECT_EQ(trial.figures(), "1/0/0/0/1") << "a reply before it was sent is none to it";
  const Row late = trial.replies(lead, kSent + 14 * kDayMs + 1);
  EXPECT_EQ(trial.figures(), "1/0/0/0/1") << "too late";
  trial.replies(lead, kSent + 14 * kDayMs);
  EXPECT_EQ(trial.figures(), "1/0/0/1/0");
  trial.book.remove(Kind::kTouch, late);
  EXPECT_EQ(trial.figures(), "1/0/0/1/0");
  trial.book.remove(Kind::kLead, lead);
  EXPECT_EQ(trial.figures(), "0/0/0/0/0");
}

TEST(Report, D7_TakesEveryWayToAnswer) {
  for (const TouchKind kind :
       {TouchKind::kReplied, TouchKind::kQuoteRequested, TouchKind::kInformationRequested}) {
    Trial trial;
    const Row lead = trial.lead_of(0);
    trial.send(lead);
    trial.book.add_touch(lead, kind, kSent + 5);
    EXPECT_EQ(trial.figures(), "1/0/0/1/0");
  }
  for (const TouchResult result : {TouchResult::kReplied, TouchResult::kNotNow}) {
    Trial trial;
    trial.send(trial.lead_of(0), kSent, result);
    EXPECT_EQ(trial.figures(), "1/0/0/1/0");
  }
  Trial trial;
  const Row lead = trial.lead_of(0);
  trial.send(lead);
  trial.book.add_touch(lead, TouchKind::kSiteVisit, kSent + 5);
  trial.book.add_touch(lead, TouchKind::kCall, kSent + 5, TouchResult::kReached);
  EXPECT_EQ(trial.figures(), "1/0/0/0/1") << "who was reached by phone did not answer the message";
}

TEST(Report, D7_WaitsUntilALeadsDaysAreOver) {
  Trial trial;
  trial.send(trial.lead_of(0), kNow - 14 * kDayMs + 1);
  const Row quick = trial.lead_of(0);
  trial.send(quick, kNow - kDayMs);
  trial.replies(quick, kNow - kHourMs);
  trial.send(trial.lead_of(0), kNow - 14 * kDayMs);
  EXPECT_EQ(trial.figures(), "3/2/0/0/1") << "who answered early waits with the others";
  trial.send(trial.lead_of(0), std::numeric_limits<UtcMs>::max() - 1);
  EXPECT_EQ(trial.figures(), "4/3/0/0/1") << "by a clock that is wrong";
}

TEST(Report, D7_CountsOnlyWhatWasSentWhileItRan) {
  Trial trial;
  trial.experiment.ended_at = kNow - 20 * kDayMs;
  trial.send(trial.lead_of(0), kStart - 1);
  trial.send(trial.lead_of(0), kNow - 20 * kDayMs);
  EXPECT_EQ(trial.figures(), "0/0/0/0/0");
  trial.send(trial.lead_of(0), kStart);
  const Row last = trial.lead_of(0);
  trial.send(last, kNow - 20 * kDayMs - 1);
  trial.replies(last, kNow - 19 * kDayMs);
  EXPECT_EQ(trial.figures(), "2/0/0/1/1") << "answers come after the end, too";
}

TEST(Report, D7_AnOptOutIsAHarmAndNoAnswer) {
  Trial trial;
  const Row lead = trial.lead_of(0);
  trial.send(lead);
  trial.replies(lead, kSent + kHourMs);
  trial.book.add_touch(lead, TouchKind::kEmail, kSent + kDayMs, TouchResult::kStop);
  EXPECT_EQ(trial.figures(), "1/0/1/0/1");
  trial.send(trial.lead_of(0), kSent, TouchResult::kStop);
  EXPECT_EQ(trial.figures(), "2/0/2/0/2");
  const Row marked = trial.lead_of(0);
  trial.send(marked, kNow - kDayMs);
  trial.book.set(marked, LeadField::kDoNotContact, "1");
  EXPECT_EQ(trial.figures(), "3/1/3/0/2") << "at once, though its days are not over";
  const Row later = trial.lead_of(0);
  trial.send(later);
  trial.book.add_touch(later, TouchKind::kCall, kSent + 15 * kDayMs, TouchResult::kStop);
  trial.book.set(later, LeadField::kDoNotContact, "1");
  EXPECT_EQ(trial.figures(), "4/1/3/0/3") << "not of this message";
}

TEST(Report, D7_LeavesOutWhomNoMessageReached) {
  Trial trial;
  const Row lead = trial.lead_of(0);
  trial.send(lead, kSent, TouchResult::kBounced);
  EXPECT_EQ(trial.figures(), "0/0/0/0/0");
  EXPECT_EQ(trial.report().bounced, 1U);
  trial.send(lead, kSent + kDayMs);
  trial.replies(lead, kSent + 15 * kDayMs);
  EXPECT_EQ(trial.figures(), "1/0/0/1/0") << "from the one that arrived on";
  EXPECT_EQ(trial.report().bounced, 0U);
  const Row found_later = trial.lead_of(0);
  trial.send(found_later);
  trial.book.add_touch(found_later, TouchKind::kEmail, kSent + kHourMs, TouchResult::kBounced);
  EXPECT_EQ(trial.figures(), "1/0/0/1/0");
  EXPECT_EQ(trial.report().bounced, 1U);
}

TEST(Report, D7_ListsAndLeavesOutWhoGotAnotherVariant) {
  Trial trial;
  const Row swapped = trial.lead_of(0);
  trial.send_variant(swapped, 1);
  const Row both = trial.lead_of(1);
  trial.send(both);
  trial.send_variant(both, 0, kSent + kDayMs);
  const Row after_answer = trial.lead_of(0);
  trial.send(after_answer);
  trial.replies(after_answer, kSent + kDayMs);
  trial.send_variant(after_answer, 1, kSent + 2 * kDayMs);
  const Row twice = trial.lead_of(0);
  trial.send(twice);
  trial.send(twice, kSent + kDayMs);
  const Report report = trial.report();
  EXPECT_EQ(report.mixed, (std::vector{swapped, both}));
  EXPECT_EQ(trial.figures(0), "2/0/0/1/1") << "of the same one twice, the first counts";
  EXPECT_EQ(trial.figures(1), "0/0/0/0/0");
  EXPECT_EQ(report.all.sent(), 2U);
}

// Practice E8: a duplicate's touches are its heir's, and the heir's variant is what counts.
TEST(Report, D7_AMergedDuplicateHasItsHeirsVariant) {
  Trial trial;
  const Row heir = trial.lead_of(1);
  const Row same = trial.lead_of(1);
  const Row other = trial.lead_of(0);
  trial.send(heir);
  trial.send(same, kSent + kDayMs);
  trial.replies(same, kSent + 2 * kDayMs);
  EXPECT_EQ(trial.figures(1), "2/0/0/1/1");
  const auto merge = [&](Row lead) {
    trial.book.set(lead, LeadField::kMergedInto, text_from_id(trial.book.model.leads().id(heir)));
    trial.book.model.settle_redirects();
  };
  merge(same);
  EXPECT_EQ(trial.figures(1), "1/0/0/1/0");
  trial.send(other, kSent + kHourMs);
  EXPECT_EQ(trial.figures(0), "1/0/0/0/1");
  merge(other);
  EXPECT_EQ(trial.report().mixed, std::vector{heir});
  EXPECT_EQ(trial.report().all.sent(), 0U);
}

TEST(Report, D7_GroupsByLeadTypeSourceAndMarket) {
  using enum LeadField;
  Trial trial;
  for (const auto& [type, source, country, language] :
       {std::array{"badge_scan", "Fair", "Germany", "de"},
        std::array{"badge_scan", "fair ", "", "de"}, std::array{"webinar", "FAIR", "germany", ""},
        std::array{"nonsense", "", "", "Deutsch"}, std::array{"", "Site", "", ""},
        std::array{"badge_scan", "Site", "de", ""}}) {
    trial.send(trial.lead(
        {{kLeadType, type}, {kSource, source}, {kCountry, country}, {kLanguage, language}}));
  }
  const Report report = trial.report();
  const auto named = [](const Breakdown& breakdown) {
    std::string text;
    for (const Group& group : breakdown.groups)
      text += group.name + " " + std::to_string(group.sent()) + ", ";
    return text;
  };
  EXPECT_EQ(named(report.lead_types), "Badge scan 3,  2, Webinar 1, ");
  EXPECT_EQ(named(report.sources), "Fair 3, Site 2,  1, ");
  EXPECT_EQ(named(report.markets), "Germany 2, de 2,  1, de 1, ") << "a country and a language";
  EXPECT_EQ(report.sources.more, 0U);
  for (int i = 0; i < 20; ++i) {
    const std::string source = "Source " + std::to_string(i);
    trial.send(trial.lead({{kSource, source}}));
  }
  const Report more = trial.report();
  EXPECT_EQ(more.sources.groups.size(), kMostGroups);
  EXPECT_EQ(more.sources.more, 23 - kMostGroups);
  EXPECT_EQ(more.sources.groups.front().name, "Fair");
}

TEST(Report, D7_SaysWhichIsBetterInAllAndInAGroup) {
  Trial trial;
  for (int i = 0; i < 1200; ++i) {
    const Row lead = trial.lead({{LeadField::kSource, i % 4 == 0 ? "Fair" : "Site"}});
    trial.send(lead);
    const bool good = trial.dealt(lead) == 1 && i % 4 != 0;
    if (i % (good ? 4 : 20) == 1) trial.replies(lead, kSent + kDayMs);
  }
  const Report report = trial.report();
  EXPECT_EQ(report.all.ruling.verdict, Verdict::kBetter);
  EXPECT_EQ(report.all.ruling.best, 1U);
  EXPECT_GT(report.all.variants[1].likely.chance_best, 0.99);
  EXPECT_LT(report.all.variants[0].likely.high, report.all.variants[1].likely.low);
  ASSERT_EQ(report.sources.groups.size(), 2U);
  EXPECT_EQ(report.sources.groups[0].ruling.verdict, Verdict::kBetter) << "Site";
  EXPECT_EQ(report.sources.groups[1].ruling.verdict, Verdict::kTooEarly) << "Fair";
}

TEST(Report, D7_GivesNoVerdictWhereTheSplitIsNotThatOfTheDealing) {
  Trial trial;
  for (int i = 0; i < 1500; ++i) {
    const Row lead = trial.lead();
    if (trial.dealt(lead) == 1 && i % 2 == 0) continue;  // some kept B from half of them
    trial.send(lead);
    if (trial.dealt(lead) == 1) trial.replies(lead, kSent + kDayMs);
  }
  EXPECT_EQ(trial.report().all.ruling.verdict, Verdict::kUneven);
  trial.experiment.altered = true;
  EXPECT_EQ(trial.report().all.ruling.verdict, Verdict::kAltered);
  EXPECT_TRUE(trial.report().all.variants.empty());
}

TEST(Report, D7_SaysWhoseWordsAreNotThoseOfTheStart) {
  Trial trial;
  const auto templates = message::default_templates();
  for (std::size_t i = 0; i < 2; ++i)
    trial.experiment.variants[i] = {templates[i].id, words_of(templates[i])};
  trial.experiment.variants[1].words ^= 1;
  const Report report = trial.report();
  EXPECT_FALSE(report.all.variants[0].words_changed);
  EXPECT_TRUE(report.all.variants[1].words_changed);
  trial.experiment.variants[0].template_id = {9, 9};
  EXPECT_TRUE(trial.report().all.variants[0].words_changed) << "it is gone";
}

// All touches of a lead in the order of their time, walked through as a person would.
TEST(Report, D7_AgreesWithWalkingThroughEachLeadsTouches) {
  LEADLIGHT_SEEDED(random, 91);
  for (int round = 0; round < 20; ++round) {
    Trial trial(2 + random.index(3));
    if (random.one_in(2)) trial.experiment.ended_at = kNow - random.between(1, 40) * kDayMs;
    trial.experiment.days = static_cast<int>(random.between(1, 20));
    const std::size_t variants = trial.experiment.variants.size();
    std::vector<Figures> wanted(variants);
    std::size_t bounced = 0;
    std::vector<Row> mixed;
    for (int i = 0; i < 150; ++i) {
      const Row lead = trial.lead();
      struct Touch {
        bool ours;
        std::size_t variant;
        TouchResult result;
      };
      std::map<UtcMs, Touch> touches;
      for (auto count = random.between(0, 6); count > 0; --count) {
        const UtcMs at = kNow - random.between(0, 65 * kDayMs);
        Touch touch{random.one_in(2), variants, TouchResult::kNone};
        if (touch.ours) {
          touch.result = random.of(std::array{TouchResult::kNone, TouchResult::kNone,
                                              TouchResult::kNone, TouchResult::kReplied,
                                              TouchResult::kBounced, TouchResult::kStop});
          if (!random.one_in(4))
            touch.variant = random.one_in(5) ? random.index(variants) : trial.dealt(lead);
          if (touch.variant < variants)
            trial.send_variant(lead, touch.variant, at, touch.result);
          else
            trial.book.add_touch(lead, TouchKind::kEmail, at, touch.result);
        } else {
          trial.replies(lead, at);
        }
        touches[at] = touch;
      }
      const bool erased = random.one_in(20);
      if (erased) trial.book.remove(Kind::kLead, lead);
      UtcMs sent_at = 0;
      bool any = false;
      bool answered = false;
      bool stopped = false;
      bool bounce = false;
      bool mix = false;
      for (const auto& [at, touch] : touches) {
        const bool ran =
            at >= kStart && (trial.experiment.ended_at == 0 || at < trial.experiment.ended_at);
        const bool sends = touch.ours && touch.variant < variants && ran;
        any = any || sends;
        if (sent_at != 0 && at > sent_at + trial.experiment.days * kDayMs) break;
        if (sends && touch.result != TouchResult::kBounced) {
          if (sent_at == 0) sent_at = at;
          mix = mix || (!answered && touch.variant != trial.dealt(lead));
        }
        if (sent_at == 0) continue;
        if (touch.ours) {
          answered = answered || touch.result == TouchResult::kReplied;
          stopped = stopped || touch.result == TouchResult::kStop;
          bounce = bounce || touch.result == TouchResult::kBounced;
        } else {
          answered = true;
        }
      }
      if (erased || !any) continue;
      if (mix) {
        mixed.push_back(lead);
      } else if (sent_at == 0 || (bounce && !answered)) {
        ++bounced;
      } else {
        Figures& figures = wanted[trial.dealt(lead)];
        ++figures.sent;
        figures.opted_out += stopped;
        if (kNow < sent_at + trial.experiment.days * kDayMs)
          ++figures.waiting;
        else
          ++(answered && !stopped ? figures.tally.answered : figures.tally.silent);
      }
    }
    const Report report = trial.report();
    EXPECT_EQ(report.mixed, mixed);
    EXPECT_EQ(report.bounced, bounced);
    for (std::size_t v = 0; v < variants; ++v) {
      EXPECT_EQ(report.all.variants[v].sent, wanted[v].sent);
      EXPECT_EQ(report.all.variants[v].waiting, wanted[v].waiting);
      EXPECT_EQ(report.all.variants[v].opted_out, wanted[v].opted_out);
      EXPECT_EQ(report.all.variants[v].tally.answered, wanted[v].tally.answered);
      EXPECT_EQ(report.all.variants[v].tally.silent, wanted[v].tally.silent);
    }
  }
}

}  // namespace
}  // namespace leadlight::experiment
