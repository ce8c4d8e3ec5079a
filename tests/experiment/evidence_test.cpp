#include "experiment/evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <print>

#include "base/checksum.h"
#include "tests/support/random.h"

namespace leadlight::experiment {
namespace {

// What a team's experiment looks like: leads come one after the other, each is dealt a variant, and
// answers with that variant's share.
class Run {
 public:
  Run(test::Random& random, std::vector<double> shares)
      : random_(random), shares_(std::move(shares)), tallies_(shares_.size()) {}
  void send(int leads) {
    for (; leads > 0; --leads) {
      const std::size_t variant = random_.index(shares_.size());
      const double roll = static_cast<double>(random_.next() >> 11) * 0x1p-53;
      ++(roll < shares_[variant] ? tallies_[variant].answered : tallies_[variant].silent);
    }
  }
  [[nodiscard]] const std::vector<Tally>& tallies() const { return tallies_; }

 private:
  test::Random& random_;
  std::vector<double> shares_;
  std::vector<Tally> tallies_;
};

double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

// The header's formula as it stands there, in longer numbers.
double evidence_by_the_formula(const Tally& a, const Tally& b) {
  long double sum = 0;
  int count = 0;
  for (double middle = -4.5; middle < 1.6; middle += 0.5) {
    for (const double half : {0.2, 0.45}) {
      const long double p = logistic(middle - half);
      const long double q = logistic(middle + half);
      const long double n = (p + q) / 2;
      sum += std::pow(p / n, static_cast<long double>(a.answered)) *
             std::pow((1 - p) / (1 - n), static_cast<long double>(a.silent)) *
             std::pow(q / n, static_cast<long double>(b.answered)) *
             std::pow((1 - q) / (1 - n), static_cast<long double>(b.silent));
      ++count;
    }
  }
  return static_cast<double>(std::log(sum / count));
}

TEST(Evidence, D7_IsTheFormulaOfTheHeader) {
  LEADLIGHT_SEEDED(random, 71);
  for (int i = 0; i < 300; ++i) {
    const auto number = [&](std::int64_t most) {
      return static_cast<std::size_t>(random.between(0, most));
    };
    const Tally a{number(60), number(400)};
    const Tally b{number(60), number(400)};
    EXPECT_NEAR(evidence_of_more(a, b), evidence_by_the_formula(a, b), 1e-8);
  }
  EXPECT_NEAR(evidence_of_more({}, {}), 0, 1e-12) << "without leads there is none";
  EXPECT_NEAR(evidence_of_no_matter({}, {}), 0, 1e-12);
}

// What the evidence is expected to be after `leads` of them, over all that can happen.
double expected(double (*evidence)(const Tally&, const Tally&), double share_a, double share_b,
                int leads) {
  double sum = 0;
  const std::array chances{share_a / 2, (1 - share_a) / 2, share_b / 2, (1 - share_b) / 2};
  for (int i = 0; i <= leads; ++i)
    for (int j = 0; i + j <= leads; ++j)
      for (int k = 0; i + j + k <= leads; ++k) {
        const std::array counts{i, j, k, leads - i - j - k};
        double log_chance = std::lgamma(leads + 1);
        for (std::size_t n = 0; n < 4; ++n)
          log_chance += counts[n] * std::log(chances[n]) - std::lgamma(counts[n] + 1);
        const auto size = [&](std::size_t n) { return static_cast<std::size_t>(counts[n]); };
        sum += std::exp(log_chance + evidence({size(0), size(1)}, {size(2), size(3)}));
      }
  return sum;
}

// That it does not grow where there is nothing to find is what makes a look on any day harmless.
TEST(Evidence, D7_IsNotExpectedToGrowWhereThereIsNothingToFind) {
  for (const int leads : {1, 2, 7, 20}) {
    for (const double share : {0.001, 0.02, 0.1, 0.4, 0.9}) {
      EXPECT_NEAR(expected(evidence_of_more, share, share, leads), 1, 1e-9) << share;
      for (const double less : {0.1, 0.5, 0.95})
        EXPECT_LE(expected(evidence_of_more, share, share * less, leads), 1 + 1e-9) << share;
      for (const double more : {0.0, 0.01, 0.05, 0.2}) {
        const double other = kMattersPoints + (1 + kMattersShare) * share + more;
        if (other < 1) {
          EXPECT_LE(expected(evidence_of_no_matter, share, other, leads), 1 + 1e-9) << share;
        }
      }
    }
  }
  EXPECT_GT(expected(evidence_of_more, 0.1, 0.2, 20), 1.1) << "and grows where there is";
  EXPECT_GT(expected(evidence_of_no_matter, 0.1, 0.1, 20), 1.02);
}

struct Outcomes {
  int better = 0;
  int wrong = 0;  // "better" of one that is not
  int none = 0;
  std::vector<int> days;    // of each verdict "better"
  std::vector<char> trace;  // every verdict of every day
};

Outcomes simulated(test::Random& random, const std::vector<double>& shares, int runs, int days,
                   int leads_a_day, std::size_t groups = 1) {
  Outcomes out;
  const double most = std::ranges::max(shares);
  const bool has_best = std::ranges::count(shares, most) == 1;
  for (int i = 0; i < runs; ++i) {
    Run run(random, shares);
    bool none = false;
    for (int day = 0; day < days; ++day) {
      run.send(leads_a_day);
      const Ruling ruling = ruling_on(run.tallies(), groups);
      out.trace.push_back(static_cast<char>(ruling.verdict));
      none = none || ruling.verdict == Verdict::kNoDifference;
      if (ruling.verdict != Verdict::kBetter) continue;
      ++out.better;
      out.wrong += !has_best || shares[ruling.best] < most;
      out.days.push_back(day + 1);
      break;
    }
    out.none += none;
  }
  std::ranges::sort(out.days);
  return out;
}

// A look each day for 100 or 50 days, and the first day that says "better" counts.
TEST(Verdict, D7_IsFalselyBetterInAtMostFiveOfAHundredExperimentsWithoutADifference) {
  constexpr int kRuns = 2000;
  for (const std::size_t variants : {2U, 3U}) {
    for (const double share : {0.02, 0.05, 0.1, 0.2, 0.4}) {
      LEADLIGHT_SEEDED(random, 1000 + static_cast<std::uint64_t>(share * 100) + variants);
      const int days = variants == 2 ? 100 : 50;  // 2,000 leads
      const Outcomes out =
          simulated(random, std::vector(variants, share), kRuns, days, 2000 / days);
      std::println("[ figure ] {} variants, all {}%: {}% falsely better, seed {}", variants,
                   share * 100, 100.0 * out.wrong / kRuns, random_seed);
      EXPECT_LE(out.wrong, kRuns / 20) << variants << " variants of " << share;
      if (variants == 2) {
        EXPECT_GT(out.wrong, kRuns / 100) << "or it would be needlessly slow";
      }
    }
  }
}

// One variant is worse, so that it has to be told from the other two, of which none is better.
TEST(Verdict, D7_IsFalselyBetterRarelyBesideAWorseVariant) {
  LEADLIGHT_SEEDED(random, 72);
  constexpr int kRuns = 2000;
  const Outcomes out = simulated(random, {0.1, 0.1, 0.04}, kRuns, 50, 40);
  std::println("[ figure ] 10%, 10%, 4%: {}% falsely better, seed {}", 100.0 * out.wrong / kRuns,
               random_seed);
  EXPECT_LE(out.wrong, kRuns / 20);
}

TEST(Verdict, D7_OfManyGroupsIsFalselyBetterInAtMostFiveOfAHundredExperiments) {
  LEADLIGHT_SEEDED(random, 73);
  constexpr int kRuns = 500;
  constexpr std::size_t kGroups = 8;
  int wrong = 0;
  for (int i = 0; i < kRuns; ++i) {
    bool any = false;
    for (std::size_t group = 0; group < kGroups; ++group)
      any = simulated(random, {0.1, 0.1}, 1, 60, 10, kGroups).wrong > 0 || any;
    wrong += any;
  }
  std::println("[ figure ] 8 groups of 10%: {}% falsely better in any, seed {}",
               100.0 * wrong / kRuns, random_seed);
  EXPECT_LE(wrong, kRuns / 20);
}

TEST(Verdict, D7_FindsTenAnswersAgainstFive) {
  LEADLIGHT_SEEDED(random, 74);
  constexpr std::size_t kRuns = 500;
  const Outcomes out = simulated(random, {0.05, 0.1}, kRuns, 400, 10);
  ASSERT_EQ(out.days.size(), kRuns) << "4,000 leads are enough for all";
  EXPECT_LE(out.wrong, 25);
  const int half = out.days[kRuns / 2] * 10;
  const int most = out.days[kRuns * 4 / 5] * 10;
  std::println("[ figure ] 5% against 10%: half within {} leads, four of five within {}, seed {}",
               half, most, random_seed);
  EXPECT_LE(half, 1000);
  EXPECT_LE(most, 1700);
}

TEST(Verdict, D7_SaysNoDifferenceOnlyWhereNoneMatters) {
  LEADLIGHT_SEEDED(random, 75);
  constexpr int kRuns = 400;
  // 10% against 14% is the least that matters.
  const Outcomes at_the_edge = simulated(random, {0.1, 0.14}, kRuns, 100, 40);
  EXPECT_LE(at_the_edge.none, kRuns / 20);
  const Outcomes without = simulated(random, {0.1, 0.1}, kRuns, 150, 40);
  std::println("[ figure ] no difference said: at 10% and 14% {}%, at 10% and 10% {}%, seed {}",
               100.0 * at_the_edge.none / kRuns, 100.0 * without.none / kRuns, random_seed);
  EXPECT_GE(without.none, kRuns * 8 / 10);
}

// Natively and under node: mathematical functions may differ in the last bit, no verdict may.
TEST(Verdict, D7_IsTheSameOnEveryMachine) {
  test::Random random(76);
  std::vector<char> trace;
  for (const double other : {0.05, 0.08, 0.2}) {
    const Outcomes out = simulated(random, {0.05, other, 0.1}, 60, 150, 20);
    trace.insert(trace.end(), out.trace.begin(), out.trace.end());
  }
  EXPECT_EQ(hash64({trace.data(), trace.size()}), 17174434753596125389ULL);
}

TEST(Verdict, D7_LeavesOutWhoIsBehindWhenNoOtherDiffers) {
  const std::array tallies{Tally{1000, 9000}, Tally{1005, 8995}, Tally{500, 9500}};
  const Ruling ruling = ruling_on(tallies);
  EXPECT_EQ(ruling.verdict, Verdict::kNoDifference);
  EXPECT_EQ(ruling.behind, (std::vector{false, false, true}));
  const Ruling better = ruling_on(std::array{Tally{500, 9500}, Tally{1000, 9000}});
  EXPECT_EQ(better.verdict, Verdict::kBetter);
  EXPECT_EQ(better.best, 1U);
  EXPECT_EQ(better.behind, (std::vector{true, false}));
}

TEST(Verdict, D7_SaysRoughlyHowManyMoreAreNeeded) {
  const std::array small{Tally{10, 190}, Tally{18, 182}};
  const Ruling ruling = ruling_on(small);
  EXPECT_EQ(ruling.verdict, Verdict::kTooEarly);
  ASSERT_TRUE(ruling.more_needed);
  const double times = 1 + static_cast<double>(*ruling.more_needed) / 400;
  const auto grown = [&](double by) {
    std::array all = small;
    for (Tally& one : all) {
      one.answered = static_cast<std::size_t>(std::lround(static_cast<double>(one.answered) * by));
      one.silent = static_cast<std::size_t>(std::lround(static_cast<double>(one.silent) * by));
    }
    return ruling_on(all).verdict;
  };
  EXPECT_EQ(grown(times * 1.05), Verdict::kBetter);
  EXPECT_EQ(grown(times * 0.6), Verdict::kTooEarly);
  EXPECT_FALSE(ruling_on(std::array{Tally{1, 9}, Tally{3, 7}}).more_needed) << "too few to go by";
  EXPECT_EQ(ruling_on(std::array{Tally{}, Tally{}}).verdict, Verdict::kTooEarly);
  // More groups beside each other want more.
  EXPECT_GT(*ruling_on(small, 10).more_needed, *ruling.more_needed);
}

TEST(Uneven, D7_IsSaidOfWhatDealingDoesNotMake) {
  LEADLIGHT_SEEDED(random, 77);
  int alarms = 0;
  for (int run = 0; run < 1000; ++run) {
    std::vector<std::size_t> sent(2 + random.index(4));
    bool any = false;
    for (int day = 0; day < 50; ++day) {
      for (int i = 0; i < 20; ++i) ++sent[random.index(sent.size())];
      any = any || is_uneven(sent);
    }
    alarms += any;
  }
  EXPECT_LE(alarms, 3);
  EXPECT_TRUE(is_uneven(std::array<std::size_t, 2>{600, 400}));
  EXPECT_TRUE(is_uneven(std::array<std::size_t, 3>{500, 500, 300}));
  EXPECT_TRUE(is_uneven(std::array<std::size_t, 2>{0, 40}));
  EXPECT_FALSE(is_uneven(std::array<std::size_t, 2>{60, 40}));
  EXPECT_FALSE(is_uneven(std::array<std::size_t, 2>{0, 0}));
  EXPECT_TRUE(is_uneven(std::array<std::size_t, 2>{60'000, 40'000}));
}

// Beta distributions by adding up very many very thin slices.
std::vector<Likely> likely_by_slices(const std::vector<Tally>& tallies) {
  constexpr std::size_t kSlices = 20'000;
  std::vector<std::vector<double>> here;
  std::vector<std::vector<double>> below;
  std::vector<Likely> out(tallies.size());
  for (std::size_t v = 0; v < tallies.size(); ++v) {
    const auto answered = static_cast<double>(tallies[v].answered);
    const auto silent = static_cast<double>(tallies[v].silent);
    const double whole =
        std::lgamma(answered + silent + 2) - std::lgamma(answered + 1) - std::lgamma(silent + 1);
    std::vector<double> chances(kSlices);
    std::vector<double> sums(kSlices);
    double sum = 0;
    for (std::size_t i = 0; i < kSlices; ++i) {
      const double share = (static_cast<double>(i) + 0.5) / kSlices;
      chances[i] =
          std::exp(whole + answered * std::log(share) + silent * std::log1p(-share)) / kSlices;
      sums[i] = sum + chances[i] / 2;
      sum += chances[i];
      if (sums[i] < 0.025) out[v].low = share;
      if (sums[i] < 0.975) out[v].high = share;
    }
    EXPECT_NEAR(sum, 1, 1e-3);
    here.push_back(std::move(chances));
    below.push_back(std::move(sums));
  }
  for (std::size_t v = 0; v < tallies.size(); ++v)
    for (std::size_t i = 0; i < kSlices; ++i) {
      double chance = here[v][i];
      for (std::size_t other = 0; other < tallies.size(); ++other)
        if (other != v) chance *= below[other][i];
      out[v].chance_best += chance;
    }
  return out;
}

TEST(Likely, D7_IsWhatAddingUpThinSlicesGives) {
  LEADLIGHT_SEEDED(random, 78);
  for (int i = 0; i < 40; ++i) {
    std::vector<Tally> tallies(2 + random.index(4));
    const std::int64_t most = std::int64_t{1} << random.between(0, 10);
    for (Tally& one : tallies) {
      one.answered = static_cast<std::size_t>(random.between(0, random.one_in(4) ? 1 : most / 4));
      one.silent = static_cast<std::size_t>(random.between(most / 2, most));
    }
    const auto got = likely_shares(tallies);
    const auto wanted = likely_by_slices(tallies);
    double sum = 0;
    for (std::size_t v = 0; v < tallies.size(); ++v) {
      EXPECT_NEAR(got[v].low, wanted[v].low, 1e-3);
      EXPECT_NEAR(got[v].high, wanted[v].high, 1e-3);
      EXPECT_NEAR(got[v].chance_best, wanted[v].chance_best, 1e-3);
      sum += got[v].chance_best;
    }
    EXPECT_NEAR(sum, 1, 1e-3);
  }
}

TEST(Likely, D7_OfNobodyIsAnything) {
  for (const Likely& one : likely_shares(std::array{Tally{}, Tally{}})) {
    EXPECT_NEAR(one.low, 0.025, 1e-4);
    EXPECT_NEAR(one.high, 0.975, 1e-4);
    EXPECT_NEAR(one.chance_best, 0.5, 1e-6);
  }
}

TEST(Likely, D7_HoldsFarApartNumbersToo) {
  const auto far = likely_shares(std::array{Tally{1, 99'999}, Tally{40'000, 60'000}});
  EXPECT_NEAR(far[1].low, 0.4 - 1.96 * 0.00155, 2e-4);
  EXPECT_NEAR(far[1].high, 0.4 + 1.96 * 0.00155, 2e-4);
  EXPECT_NEAR(far[1].chance_best, 1, 1e-9);
  EXPECT_LT(far[0].high, 1e-4);
}

}  // namespace
}  // namespace leadlight::experiment
