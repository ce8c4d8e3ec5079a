// Which leads a FunnelFilter lets through, but for when they came in at the earliest: the room's
// own.
#pragma once
#include <algorithm>
#include <vector>

#include "insight/funnel.h"

namespace leadlight::insight {

class Sieve {
 public:
  Sieve(const Model& model, const FunnelFilter& filter) : model_(model), filter_(filter) {
    add(filter.source, LeadField::kSource);
    add(filter.campaign, LeadField::kCampaign);
    add(filter.owner, LeadField::kOwner);
  }
  [[nodiscard]] bool passes(Row lead) const {
    if (filter_.created_to != 0 && model_.lead(lead).created_at >= filter_.created_to) return false;
    return !nothing_passes_ && std::ranges::all_of(wanted_, [&](const Wanted& wanted) {
      return model_.leads().cell(lead, static_cast<ColumnIndex>(wanted.field)) == wanted.text;
    });
  }

 private:
  struct Wanted {
    LeadField field;
    TextId text;
  };
  void add(std::string_view text, LeadField field) {
    if (text.empty()) return;
    const TextId id = model_.texts().find(text);
    nothing_passes_ = nothing_passes_ || id == kNoText;
    wanted_.push_back({field, id});
  }

  const Model& model_;
  const FunnelFilter& filter_;
  std::vector<Wanted> wanted_;
  bool nothing_passes_ = false;
};

}  // namespace leadlight::insight
