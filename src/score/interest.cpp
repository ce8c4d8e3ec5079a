#include "score/interest.h"

#include <algorithm>
#include <string>

#include "base/format.h"
#include "base/sort.h"
#include "score/fit.h"
#include "score/score.h"

namespace leadlight::score {
namespace {

constexpr std::int64_t kOne = std::int64_t{1} << kFadingBits;

// One line of an explanation before rounding: a kind of touch, or our unanswered ones.
struct Share {
  std::int64_t sum = 0;
  std::int64_t times = 0;
  UtcMs newest_at = 0;
  std::int32_t points = 0;
};
constexpr std::size_t kNoAnswerShare = kTouchKindCount;
using Shares = std::array<Share, kTouchKindCount + 1>;

// Rounds each share down and gives the points that are missing from the whole to those that lost
// most.
void round_by_largest_remainder(Shares& shares, std::int64_t whole) {
  std::array<std::size_t, kTouchKindCount + 1> order{};
  std::int64_t missing = whole;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    order[i] = i;
    const std::int64_t down = shares[i].sum >> kFadingBits;  // towards minus infinity
    shares[i].points =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(down, -1'000'000'000, 1'000'000'000));
    missing -= down;
  }
  sort_stably(order, std::greater<>{}, [&](std::size_t i) { return shares[i].sum & (kOne - 1); });
  for (std::size_t i = 0; i < order.size() && missing > 0; ++i, --missing)
    ++shares[order[i]].points;
}

std::string times_text(std::int64_t times) {
  if (times <= 1) return {};
  return times == 2 ? ", twice" : formatted(", {} times", times);
}

std::string text_of_share(std::size_t index, const Share& share) {
  if (index == kNoAnswerShare) {
    return share.times == 1 ? "No answer to one touch"
                            : formatted("No answer to {} touches", share.times);
  }
  const auto kind = static_cast<TouchKind>(index);
  if (kind == TouchKind::kMinutesOnSite) {
    return formatted("{} {} on site", share.times, share.times == 1 ? "minute" : "minutes");
  }
  if (kind == TouchKind::kPagesViewed) {
    return formatted("{} {} viewed", share.times, share.times == 1 ? "page" : "pages");
  }
  return std::string(label_of(kind)) + times_text(share.times);
}

template <class Visit>
void for_each_touch(const Model& model, Row lead, Visit&& visit) {
  const Table& touches = model.table(Kind::kTouch);
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (touches.alive(row)) visit(model.touch(row));
  }
}

}  // namespace

PointRules::PointRules(const TeamSettings& settings)
    : no_answer_(std::clamp(settings.no_answer_points, -kMostPoints, kMostPoints)),
      fading_(settings.half_life_days) {
  for (std::size_t i = 0; i < points_.size(); ++i) {
    points_[i] = std::clamp(settings.points[i], -kMostPoints, kMostPoints);
  }
}

std::int64_t PointRules::worth(const TouchFacts& touch, UtcMs now) const {
  const std::int32_t points =
      is_unanswered(touch) ? no_answer_
                           : std::clamp(points_[static_cast<std::size_t>(touch.kind)] * touch.count,
                                        -kMostPoints, kMostPoints);
  return points == 0 ? 0 : std::int64_t{points} * fading_.factor(touch.at, now);
}

std::int64_t PointRules::sum(const Model& model, Row lead, UtcMs now) const {
  std::int64_t sum = 0;
  for_each_touch(model, lead, [&](const TouchFacts& touch) { sum += worth(touch, now); });
  return sum;
}

std::int32_t PointRules::rounded(std::int64_t sum) {
  const std::int64_t half = kOne / 2;
  const std::int64_t whole =
      sum < 0 ? -((-sum + half) >> kFadingBits) : (sum + half) >> kFadingBits;
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(whole, -1'000'000'000, 1'000'000'000));
}

void PointRules::explain(const Model& model, Row lead, UtcMs now,
                         std::vector<Reason>& reasons) const {
  Shares shares;
  std::int64_t whole = 0;
  for_each_touch(model, lead, [&](const TouchFacts& touch) {
    Share& share =
        shares[is_unanswered(touch) ? kNoAnswerShare : static_cast<std::size_t>(touch.kind)];
    const std::int64_t worth_now = worth(touch, now);
    share.sum += worth_now;
    share.times += is_unanswered(touch) ? 1 : touch.count;
    share.newest_at = std::max(share.newest_at, touch.at);
    whole += worth_now;
  });
  round_by_largest_remainder(shares, rounded(whole));
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i].points == 0) continue;
    reasons.push_back({.points = shares[i].points,
                       .cause = i == kNoAnswerShare ? Cause::kNoAnswer : Cause::kTouches,
                       .text = text_of_share(i, shares[i]),
                       .newest_at = shares[i].newest_at});
  }
}

}  // namespace leadlight::score
