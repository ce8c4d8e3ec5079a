#include "experiment/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace leadlight::experiment {

namespace {

// What one lead adds to the logarithm of the evidence, by its variant and whether it answered.
struct Alternative {
  double a_answered, a_silent, b_answered, b_silent;
};

// Of the alternative (p, q) against the hypothesis that begins at the line q = points + factor * p.
// The nearest point of it is where the slope of the relative entropy along the line, which grows,
// is 0.
Alternative against_line(double p, double q, double points, double factor) {
  double low = 0;
  double high = std::min(1.0, (1 - points) / factor);
  double x = 0;
  double y = 0;
  for (int i = 0; i < 60; ++i) {
    x = (low + high) / 2;
    y = points + factor * x;
    const double slope = (x - p) / (x * (1 - x)) + factor * (y - q) / (y * (1 - y));
    (slope < 0 ? low : high) = x;
  }
  return {std::log(p / x), std::log((1 - p) / (1 - x)), std::log(q / y),
          std::log((1 - q) / (1 - y))};
}

double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

// Shares from 1% to 82%, half a unit of log odds apart, with b's odds 1.5 or 2.5 times those of a;
// finer grids find nothing sooner.
const auto& alternatives_of_more() {
  static const auto kAll = [] {
    std::array<Alternative, 26> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::size_t steps = i / 2;
      const double middle = -4.5 + 0.5 * static_cast<double>(steps);
      const double half = i % 2 == 0 ? 0.2 : 0.45;
      all[i] = against_line(logistic(middle - half), logistic(middle + half), 0, 1);
    }
    return all;
  }();
  return kAll;
}

const auto& alternatives_of_no_matter() {
  static const auto kAll = [] {
    std::array<Alternative, 14> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double share = logistic(-5 + 0.5 * static_cast<double>(i));
      all[i] = against_line(share, share, kMattersPoints, 1 + kMattersShare);
    }
    return all;
  }();
  return kAll;
}

using Alternatives = std::span<const Alternative>;
constexpr std::size_t kMostAlternatives = 32;

// The logarithm of the evidence of each alternative, and the greatest of them.
struct Weighed {
  std::array<double, kMostAlternatives> each{};
  double best = -1e300;

  Weighed(Alternatives all, const Tally& a, const Tally& b) {
    const auto a_answered = static_cast<double>(a.answered);
    const auto a_silent = static_cast<double>(a.silent);
    const auto b_answered = static_cast<double>(b.answered);
    const auto b_silent = static_cast<double>(b.silent);
    double* to = each.data();
    for (const Alternative& one : all) {
      *to = one.a_answered * a_answered + one.a_silent * a_silent + one.b_answered * b_answered +
            one.b_silent * b_silent;
      if (*to > best) best = *to;
      ++to;
    }
  }
  [[nodiscard]] double mean(Alternatives all) const {
    double sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) sum += std::exp(each[i] - best);
    return best + std::log(sum / static_cast<double>(all.size()));
  }
};

// How many times the leads that there are it takes until the evidence reaches `needed`, if all
// numbers grow alike; 1 where it has. Roughly: by the best of the alternatives alone.
double times_until(Alternatives all, const Tally& a, const Tally& b, double needed) {
  const Weighed weighed(all, a, b);
  if (weighed.best >= needed && weighed.mean(all) >= needed) return 1;
  constexpr double kNever = 1e300;
  if (weighed.best <= 0) return kNever;
  return (needed + std::log(static_cast<double>(all.size()))) / weighed.best;
}

double mean_of(Alternatives all, const Tally& a, const Tally& b) {
  return Weighed(all, a, b).mean(all);
}

}  // namespace

double Tally::share() const {
  return total() == 0 ? 0 : static_cast<double>(answered) / static_cast<double>(total());
}

double evidence_of_more(const Tally& a, const Tally& b) {
  return mean_of(alternatives_of_more(), a, b);
}
double evidence_of_no_matter(const Tally& a, const Tally& b) {
  return mean_of(alternatives_of_no_matter(), a, b);
}

Ruling ruling_on(std::span<const Tally> variants, std::size_t groups) {
  const std::size_t count = variants.size();
  const double looks = static_cast<double>(std::max<std::size_t>(groups, 1)) / kFalseAlarm;
  const double enough = std::log(looks * static_cast<double>(count * (count - 1)));
  const double enough_for_none = std::log(looks);
  Ruling ruling{.behind = std::vector<bool>(count), .more_needed = {}};
  std::vector<double> until_best(count, 1);
  for (std::size_t b = 0; b < count; ++b) {
    for (std::size_t a = 0; a < count; ++a) {
      if (a == b) continue;
      const double until = times_until(alternatives_of_more(), variants[a], variants[b], enough);
      if (until <= 1) ruling.behind[a] = true;
      until_best[b] = std::max(until_best[b], until);
    }
  }
  // Whoever is better than one that is better than a third is better than the third.
  if (std::ranges::count(ruling.behind, false) == 1) {
    ruling.verdict = Verdict::kBetter;
    ruling.best =
        static_cast<std::size_t>(std::ranges::find(ruling.behind, false) - ruling.behind.begin());
    return ruling;
  }
  const double soonest = std::ranges::min(until_best);
  double until_none = 1;
  for (std::size_t b = 0; b < count; ++b)
    for (std::size_t a = 0; a < count && until_none < soonest; ++a)
      if (a != b && !ruling.behind[a] && !ruling.behind[b])
        until_none = std::max(until_none, times_until(alternatives_of_no_matter(), variants[a],
                                                      variants[b], enough_for_none));
  if (until_none <= 1) {
    ruling.verdict = Verdict::kNoDifference;
    return ruling;
  }
  std::size_t total = 0;
  std::size_t fewest = variants.front().total();
  for (const Tally& one : variants) {
    total += one.total();
    fewest = std::min(fewest, one.total());
  }
  const double more = (std::min(soonest, until_none) - 1) * static_cast<double>(total);
  if (fewest >= kFewestToGuess && more <= static_cast<double>(kMostToGuess))
    ruling.more_needed = static_cast<std::size_t>(std::ceil(more));
  return ruling;
}

bool is_uneven(std::span<const std::size_t> sent) {
  const auto count = static_cast<double>(sent.size());
  constexpr std::array kOdds{0.5, 0.75, 1.333, 2.0};
  double total = 0;
  for (const std::size_t one : sent) total += static_cast<double>(one);
  return std::ranges::any_of(sent, [&](std::size_t one) {
    const auto mine = static_cast<double>(one);
    double evidence = 0;
    for (const double odds : kOdds) {
      const double rest = (count - 1 + odds) / count;  // mine: odds / rest, others: 1 / rest
      evidence += std::exp(mine * std::log(odds) - total * std::log(rest)) / kOdds.size();
    }
    return evidence >= 1000 * count;
  });
}

// On an even grid of z from 0 to 1, where a share is z²(3 - 2z): there each distribution is about
// as wide as any other of as many leads, a third by the root of their number, and falls to 0 at
// both ends.
std::vector<Likely> likely_shares(std::span<const Tally> variants) {
  constexpr std::size_t kPoints = 512;
  constexpr double kWidth = 2;  // six standard deviations to both sides
  const auto share_at = [](double z) { return z * z * (3 - 2 * z); };
  double from = 1;
  double to = 0;
  for (const Tally& one : variants) {
    const double leads = static_cast<double>(one.total()) + 2;
    const double mean = (static_cast<double>(one.answered) + 1) / leads;
    double middle = 0;
    for (double half = 0.5; half > 1e-6; half /= 2)
      if (share_at(middle + half) < mean) middle += half;
    from = std::min(from, middle - kWidth / std::sqrt(leads));
    to = std::max(to, middle + kWidth / std::sqrt(leads));
  }
  from = std::max(from, 0.0);
  const double step = (std::min(to, 1.0) - from) / kPoints;
  const auto z_at = [&](double point) { return from + step * point; };

  // By variant and point: its chance to be there, and to be below.
  std::vector<std::vector<double>> here;
  std::vector<std::vector<double>> below;
  std::vector<Likely> out(variants.size());
  for (std::size_t v = 0; v < variants.size(); ++v) {
    const auto answered = static_cast<double>(variants[v].answered);
    const auto silent = static_cast<double>(variants[v].silent);
    std::vector<double>& chance = here.emplace_back(kPoints);
    std::vector<double>& sunk = below.emplace_back(kPoints);
    for (std::size_t i = 0; i < kPoints; ++i) {
      const double z = z_at(static_cast<double>(i) + 0.5);
      const double other = (1 - z) * (1 - z) * (1 + 2 * z);  // the rest of the share
      chance[i] =
          answered * std::log(share_at(z)) + silent * std::log(other) + std::log(z * (1 - z));
    }
    const double peak = *std::ranges::max_element(chance);
    double total = 0;
    for (double& one : chance) total += one = std::exp(one - peak);
    double passed = 0;
    const auto bound = [&](std::size_t i, double wanted) {
      return share_at(z_at(static_cast<double>(i) + (wanted - passed) / chance[i]));
    };
    for (std::size_t i = 0; i < kPoints; ++i) {
      chance[i] /= total;
      const double next = passed + chance[i];
      if (passed < 0.025 && next >= 0.025) out[v].low = bound(i, 0.025);
      if (passed < 0.975 && next >= 0.975) out[v].high = bound(i, 0.975);
      sunk[i] = passed + chance[i] / 2;
      passed = next;
    }
  }
  for (std::size_t v = 0; v < variants.size(); ++v) {
    for (std::size_t i = 0; i < kPoints; ++i) {
      double chance = here[v][i];
      for (std::size_t other = 0; other < variants.size(); ++other)
        if (other != v) chance *= below[other][i];
      out[v].chance_best += chance;
    }
  }
  return out;
}

}  // namespace leadlight::experiment
