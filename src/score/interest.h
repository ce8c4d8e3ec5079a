// Interest (practice B5): points for what a prospect did, fading with time, and points off for our
// touches that nobody answered. Sums are exact in units of 2^-20 points; only the whole is rounded.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "lead/model.h"
#include "lead/settings.h"
#include "score/fading.h"

namespace leadlight::score {

struct Reason;

class PointRules {
 public:
  explicit PointRules(const TeamSettings& settings);
  // What a touch is worth at `now`, times 2^20. Below 2^33 either way, so that a sum can't
  // overflow.
  [[nodiscard]] std::int64_t worth(const TouchFacts& touch, UtcMs now) const;
  [[nodiscard]] std::int64_t sum(const Model& model, Row lead, UtcMs now) const;
  // Adds one reason for each kind of touch that is worth a whole point; their sum is
  // rounded(sum()).
  void explain(const Model& model, Row lead, UtcMs now, std::vector<Reason>& reasons) const;

  // To whole points, halves away from zero, within +-1,000,000,000.
  static std::int32_t rounded(std::int64_t sum);

 private:
  std::array<std::int32_t, kTouchKindCount> points_{};
  std::int32_t no_answer_ = 0;
  Fading fading_;
};

// Ours, and nobody answered: not reached, or only a voicemail left.
inline bool is_unanswered(const TouchFacts& touch) {
  return is_outbound(touch.kind) &&
         (touch.result == TouchResult::kNoAnswer || touch.result == TouchResult::kVoicemailLeft);
}

}  // namespace leadlight::score
