#include "experiment/experiment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "book/book.h"
#include "tests/support/random.h"

namespace leadlight::experiment {
namespace {

constexpr UtcMs kNow = 1'795'338'000'000;
constexpr Id kOne{0x7E, 1};
constexpr Id kTwo{0x7E, 2};
constexpr Id kThree{0x7E, 3};
constexpr Id kGerman{0x7E, 4};

// A team with templates of its own.
class Team {
 public:
  Team() {
    for (const auto& [id, body, language] :
         {std::tuple{kOne, "Hi", "en"}, std::tuple{kTwo, "Hello", "en"},
          std::tuple{kThree, "Good morning", "en-GB"}, std::tuple{kGerman, "Guten Tag", "de"}}) {
      message::Template one;
      one.id = id;
      one.name = body;
      one.body = body;
      one.language = language;
      one.purpose = message::Purpose::kSoftOpening;
      change([&](OperationBuilder& to) { message::write_template(to, model(), one); });
    }
  }
  template <class Write>
  void change(Write&& write) {
    OperationBuilder builder;
    write(builder);
    book_.commit(builder.take(), kNow);
  }
  void set(Id experiment, std::string_view field, std::string_view value) {
    change([&](OperationBuilder& to) {
      to.begin_record("experiment", experiment);
      to.write(field, value);
    });
  }
  [[nodiscard]] const Model& model() const { return book_.model(); }
  [[nodiscard]] Result<Experiment> prepared(std::vector<Id> templates, UtcMs now = kNow) const {
    return experiment::prepared({.name = " Short or long? ", .templates = std::move(templates)},
                                model(), now);
  }
  Experiment start(std::vector<Id> templates, UtcMs now = kNow) {
    const auto made = prepared(std::move(templates), now);
    EXPECT_TRUE(made) << made.error().sentence();
    change([&](OperationBuilder& to) { write_start(to, *made); });
    return *made;
  }

 private:
  book::Book book_{Id{1, 2}};
};

TEST(Experiment, D7_IsWrittenAndReadAsItWas) {
  Team team;
  const Experiment made = team.start({kTwo, kOne, kThree});
  const auto all = experiments_from(team.model());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].id, made.id);
  EXPECT_EQ(all[0].name, "Short or long?");
  EXPECT_EQ(all[0].purpose, message::Purpose::kSoftOpening);
  EXPECT_EQ(all[0].variants, made.variants);
  EXPECT_EQ(all[0].variants[0].template_id, kTwo);
  EXPECT_EQ(all[0].days, 14);
  EXPECT_EQ(all[0].started_at, kNow);
  EXPECT_EQ(all[0].ended_at, 0);
  EXPECT_FALSE(all[0].altered);
  EXPECT_TRUE(runs_at(all[0], kNow + 900 * kDayMs));
}

TEST(Experiment, D7_CanBeNamedAndEndedAndNothingElse) {
  Team team;
  const Experiment made = team.start({kOne, kTwo});
  team.change([&](OperationBuilder& to) { write_name(to, made.id, " Greetings "); });
  team.change([&](OperationBuilder& to) { write_end(to, made.id, kNow + kDayMs); });
  const Experiment ended = experiments_from(team.model()).front();
  EXPECT_EQ(ended.name, "Greetings");
  EXPECT_FALSE(ended.altered);
  EXPECT_TRUE(runs_at(ended, kNow));
  EXPECT_FALSE(runs_at(ended, kNow + kDayMs));
  const std::string variants(team.model().text(Kind::kExperiment, 0, 2));
  for (const auto& [field, value, before] :
       {std::tuple{"variants", variants + " " + variants.substr(0, 26) + ":" + std::string(26, '0'),
                   variants},
        std::tuple{"variants", std::string("nonsense"), variants},
        std::tuple{"variants", std::string(), variants},
        std::tuple{"variants", variants.substr(54) + " " + variants.substr(0, 53), variants},
        std::tuple{"days", std::string("7"), std::string("14")},
        std::tuple{"days", std::string("9999999999999999"), std::string("14")},
        std::tuple{"purpose", std::string("goodbye"), std::string("soft_opening")},
        std::tuple{"started_at", std::string("5"), std::to_string(kNow)}}) {
    team.set(made.id, field, value);
    const Experiment changed = experiments_from(team.model()).front();
    EXPECT_TRUE(changed.altered) << field << ": " << value;
    EXPECT_FALSE(runs_at(changed, kNow));
    EXPECT_EQ(dealt(std::array{changed}, kOne, Id{5, 5}, kNow), kOne);
    team.set(made.id, field, before);
    EXPECT_FALSE(experiments_from(team.model()).front().altered) << field;
  }
  team.set(made.id, kLifeField, "2");
  EXPECT_TRUE(experiments_from(team.model()).empty());
}

TEST(Experiment, D7_IsOfTemplatesThatCanBeCompared) {
  Team team;
  const auto why = [&](std::vector<Id> templates) {
    const auto made = team.prepared(std::move(templates));
    return made ? std::string() : made.error().what;
  };
  EXPECT_EQ(why({kOne}), "An experiment compares 2 to 5 templates.");
  EXPECT_EQ(why({kOne, kTwo, kThree, kOne, kTwo, kThree}),
            "An experiment compares 2 to 5 templates.");
  EXPECT_EQ(why({kOne, Id{9, 9}}), "One of the templates is not there any more.");
  EXPECT_EQ(why({kOne, kOne}), "“Hi” and “Hi” say the same.");
  EXPECT_EQ(why({kOne, kGerman}),
            "“Hi” and “Guten Tag” are not for the same leads and the same step.");
  EXPECT_EQ(why({kOne, kThree}), "") << "en and en-GB are one language";
  const Draft nameless{.name = " ", .templates = {kOne, kTwo}};
  EXPECT_FALSE(prepared(nameless, team.model(), kNow));
  const Draft endless{.name = "Long", .templates = {kOne, kTwo}, .days = 91};
  EXPECT_FALSE(prepared(endless, team.model(), kNow));
  const Experiment running = team.start({kOne, kTwo});
  EXPECT_EQ(why({kTwo, kThree}), "“Hello” is in the experiment “Short or long?”.");
  team.change([&](OperationBuilder& to) { write_end(to, running.id, kNow); });
  EXPECT_EQ(why({kTwo, kThree}), "");
}

TEST(Experiment, D7_DealsOnlyWhereOneOfItsTemplatesFits) {
  Team team;
  const Experiment made = team.start({kOne, kTwo});
  const auto all = experiments_from(team.model());
  bool other = false;
  for (std::uint64_t i = 0; i < 20; ++i) {
    const Id lead{3, i};
    EXPECT_EQ(dealt(all, kThree, lead, kNow), kThree);
    const Id one = dealt(all, kOne, lead, kNow);
    EXPECT_EQ(one, made.variants[variant_of(made, lead)].template_id);
    EXPECT_EQ(dealt(all, kTwo, lead, kNow), one) << "whichever fitted";
    other = other || one != kOne;
  }
  EXPECT_TRUE(other);
}

// Two people start one each, and don't know of each other.
TEST(Experiment, D7_OfTwoWithOneTemplateTheEarlierDeals) {
  Team team;
  const Experiment later = *team.prepared({kOne, kThree}, kNow + 5);
  const Experiment earlier = team.start({kOne, kTwo});
  team.change([&](OperationBuilder& to) { write_start(to, later); });
  const auto all = experiments_from(team.model());
  EXPECT_EQ(all.front().id, later.id) << "the newest first";
  EXPECT_EQ(running_with(all, kOne, kNow)->id, earlier.id);
  EXPECT_EQ(running_with(all, kThree, kNow)->id, later.id);
  EXPECT_EQ(running_with(all, kGerman, kNow), nullptr);
}

Experiment of(Id id, std::size_t variants) {
  return {.id = id, .name = {}, .variants = std::vector<Variant>(variants)};
}

// Pearson's sum; beyond these bounds it is once in 10,000 cases.
double chi_square(std::span<const std::size_t> counts) {
  double total = 0;
  for (const std::size_t one : counts) total += static_cast<double>(one);
  const double expected = total / static_cast<double>(counts.size());
  double sum = 0;
  for (const std::size_t one : counts) {
    const double off = static_cast<double>(one) - expected;
    sum += off * off / expected;
  }
  return sum;
}
constexpr std::array kBound{0.0, 15.1, 18.4, 21.1, 23.5, 25.7, 27.9, 29.9, 31.8};  // by freedom

TEST(Assignment, D7_IsEvenForRandomAndForConsecutiveIds) {
  LEADLIGHT_SEEDED(random, 81);
  for (std::size_t variants = kFewestVariants; variants <= kMostVariants; ++variants) {
    const Experiment one = of(random.id(), variants);
    const Id start = random.id();
    std::array<std::vector<std::size_t>, 3> counts;
    for (auto& each : counts) each.resize(variants);
    for (std::uint64_t i = 0; i < 100'000; ++i) {
      ++counts[0][variant_of(one, random.id())];
      ++counts[1][variant_of(one, {start.high, start.low + i})];
      ++counts[2][variant_of(one, {start.high + i, start.low})];
    }
    for (const auto& each : counts) EXPECT_LT(chi_square(each), kBound[variants - 1]) << variants;
  }
}

TEST(Assignment, D7_IsIndependentBetweenExperiments) {
  LEADLIGHT_SEEDED(random, 82);
  const Id id = random.id();
  for (const Id other : {random.id(), Id{id.high, id.low + 1}, Id{id.high + 1, id.low}}) {
    std::array<std::size_t, 9> together{};
    for (std::uint64_t i = 0; i < 100'000; ++i) {
      const Id lead{7, i};
      ++together[variant_of(of(id, 3), lead) * 3 + variant_of(of(other, 3), lead)];
    }
    EXPECT_LT(chi_square(together), kBound[8]);
  }
}

// What is written down here was dealt in the field: it can't change any more.
TEST(Assignment, D7_StaysForEver) {
  std::string dealt;
  for (std::uint64_t i = 0; i < 24; ++i)
    dealt += static_cast<char>('a' + variant_of(of({0x1234, 0x5678}, 3), {i, i * i}));
  EXPECT_EQ(dealt, "abbcbbcbabbbabbaabcccbca");
}

}  // namespace
}  // namespace leadlight::experiment
