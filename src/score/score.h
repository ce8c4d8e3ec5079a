// A lead's rank and why (practice B3, B5, B6, B8): fit points for what a lead is, interest points
// for what it did, fading with time. Whole points; integer arithmetic only, so that the same book
// gives the same figures natively and in the page. The reasons add up to the total exactly,
// rounding included.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "lead/model.h"
#include "lead/settings.h"

namespace leadlight::score {

// Practice B8. `kNone` for leads outside both shares, and for all that are no open leads.
enum class Band : std::uint8_t { kNone, kWatch, kSales };

// A lead is a contact (A3) while it is New (or was dropped from New) and misses a must-have or the
// minimum fit. It counts as a lead in any case if it asked for a consultation, a quote or a trial
// (B1), or once a person took it further (B7). Weeded-out leads (B2) are neither.
struct Points {
  std::int32_t fit = 0;  // marquee points included
  std::int32_t interest = 0;
  Standing standing = Standing::kLead;
  Band band = Band::kNone;
  bool marquee = false;
  bool misses_must_have = false;
  [[nodiscard]] std::int32_t total() const { return fit + interest; }
};

enum class Cause : std::uint8_t { kFit, kMarquee, kTouches, kNoAnswer };
struct Reason {
  std::int32_t points = 0;
  Cause cause = Cause::kFit;
  std::string text;     // "250 to 1,000 people", "Quote requested", "Download, twice"
  UtcMs newest_at = 0;  // of the touches behind it; 0 for fit
};
struct Explanation {
  Points points;
  std::vector<Reason> reasons;  // greatest first; their sum is points.total()
};

// Rules made ready for loops: matches folded and split (match_rule.h), fading as a table
// (fading.h). The model must outlive it; the settings are copied.
class Scorer {
 public:
  Scorer(const Model& model, const TeamSettings& settings);
  [[nodiscard]] Points score(Row lead, UtcMs now) const;  // all but the band
  [[nodiscard]] Explanation explain(Row lead, UtcMs now) const;
  // The answer that the criterion gets, by hand or by its field; nullptr if none. For the card.
  struct Answer {
    const CriterionAnswer* answer = nullptr;
    bool by_hand = false;
  };
  [[nodiscard]] Answer answer_of(Row lead, std::size_t criterion) const;
  [[nodiscard]] bool is_marquee(Row lead) const;
  // For loops over all leads. The first remembers which texts match; the second takes the interest
  // as known.
  void remember_texts();
  [[nodiscard]] Points score_with_interest(Row lead, std::int32_t interest) const;
  ~Scorer();

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

// Points of every lead row, bands included. Dead rows have none, and standing kContact.
std::vector<Points> score_all(const Model& model, const TeamSettings& settings, UtcMs now);
// Bands anew after some points changed. The shares are of the leads that are in New or MQL and may
// be contacted; a started one counts as whole, so that the best of three is in sales. Leads with as
// many points as the last one of a share are all within it: equals are never parted, and a share
// may come out greater. Without points there is no band. Marquee accounts of the watch share go to
// sales, beside its own share.
void set_bands(const Model& model, const TeamSettings& settings, std::vector<Points>& points);

// Practice B7: a lead with these points is promoted from one stage to the other although it misses
// a must-have or the minimum.
bool goes_against_criteria(const Points& points, Stage from, Stage to);

// What the stage would best be, from how the lead arrived (B1): requests go to sql, all else is
// new.
Stage first_stage(LeadType type);

}  // namespace leadlight::score
