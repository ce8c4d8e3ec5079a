// The statistics of an experiment: how sure it is that one variant gets more answers than another.
//
// Verdicts may be looked for on any day, as people do, so they rest on evidence that is valid
// whenever one looks, not on a test for one day. Under a hypothesis, evidence is a number that is 1
// to begin with and is not expected to grow, whatever else is true; so it ever reaches t with a
// chance of at most 1/t (Ville's inequality). Here, of two variants a and b, each equally likely
// for every next lead:
//
//   against "b gets no more answers than a", with alternatives (p, q), p < q, all weighing the
//   same:
//     mean over (p, q) of  (p/n)^A ((1-p)/(1-n))^a (q/n)^B ((1-q)/(1-n))^b,   n = (p + q) / 2
//   A, B: leads of a and b that answered; a, b: leads that did not.
//
// This is exact for any numbers, small ones and rare answers too, and the order of leads is
// nothing to it. It is the 2x2 test of Turner, Ly and Grünwald ("Generic E-variables for exact
// sequential k-sample tests that allow for optional stopping", 2024) for leads that are dealt one
// at a time; that it holds for b < a as well as for b = a, and for the other hypothesis below, is
// because n is the point of the hypothesis nearest to (p, q) by relative entropy, and the
// hypothesis convex (Grünwald, de Heide, Koolen, "Safe testing", 2024, theorem 1).
//
// "Better than": evidence of k(k-1)/0.05 for k variants, since so many ordered pairs are looked at:
// in all of an experiment's days there is a chance of at most 5% that any variant is ever falsely
// said to be better than another. "No difference that matters": for each pair and both ways,
// evidence of 1/0.05 against "b gets kMattersPoints + (1 + kMattersShare) times the share of a, or
// more". Where several groups of leads are looked at beside each other, both times their number.
//
// Simulated in tests/experiment/evidence_test.cpp with a look each day, up to 2,000 leads: of two
// variants without a difference one is falsely better in 2% to 4% of the experiments, of three in
// 0.1%. Of 5% against 10% half of the experiments find the better one within 850 leads (both
// variants together), four of five within 1,500; a test for one single day needs 870 for that. Of
// 20% against 35%: 260 and 460; of 5%, 5% and 10%: 2,200 and 3,250 (three variants together). No
// difference at 10% against 10%: 3,100 and 4,300.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace leadlight::experiment {

inline constexpr double kFalseAlarm = 0.05;
inline constexpr double kMattersPoints = 0.02;  // 5% against 8%, 10% against 14%, 20% against 26%
inline constexpr double kMattersShare = 0.2;

struct Tally {
  std::size_t answered = 0;
  std::size_t silent = 0;
  [[nodiscard]] std::size_t total() const { return answered + silent; }
  [[nodiscard]] double share() const;  // 0 of none
};

// Natural logarithms of the evidence against "b gets no more answers than a", and against "b gets
// more than a, by so much that it matters".
double evidence_of_more(const Tally& a, const Tally& b);
double evidence_of_no_matter(const Tally& a, const Tally& b);

enum class Verdict : unsigned char {
  kTooEarly,
  kBetter,        // Ruling::best gets more answers than every other one
  kNoDifference,  // that matters, between those that are not behind
  kUneven,        // no verdict: what was sent is not what was dealt (is_uneven)
  kAltered,       // no verdict: Experiment::altered
};
struct Ruling {
  Verdict verdict = Verdict::kTooEarly;
  std::size_t best = 0;      // of kBetter: which
  std::vector<bool> behind;  // by variant: another one is better
  // Of kTooEarly: how many more leads, of all variants together, have to be sent to until there is
  // a verdict, roughly, if shares stay what they are; absent while there is nothing to go by (fewer
  // than kFewestToGuess of a variant) and where it would be more than kMostToGuess.
  std::optional<std::size_t> more_needed;
};
inline constexpr std::size_t kFewestToGuess = 20;
inline constexpr std::size_t kMostToGuess = 100'000;
// Of two to five variants; `groups`: how many such rulings are made beside each other.
Ruling ruling_on(std::span<const Tally> variants, std::size_t groups = 1);

// Whether variants were sent to such different numbers of leads as dealing them out by their ids
// does not make: somebody kept one of them from some leads, and who answers can't be compared. By
// the same kind of evidence, with a chance of 1 in 1,000 for it ever to be said falsely.
bool is_uneven(std::span<const std::size_t> sent);

// For showing, not for deciding (looked at every day, they mislead): where the true share lies by a
// chance of 95%, and the chance that it is the greatest, if before the first lead each share from 0
// to 100% was as likely as any other (so it is Beta(1 + answered, 1 + silent)). Within 0.1% of the
// exact values.
struct Likely {
  double low = 0;
  double high = 1;
  double chance_best = 0;
};
std::vector<Likely> likely_shares(std::span<const Tally> variants);

}  // namespace leadlight::experiment
