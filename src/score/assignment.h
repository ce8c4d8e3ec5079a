// Who gets a lead (practice A4): the team's rules in their order, the first that fits decides.
//
// A rule says where a lead must come from (territory, source, campaign, lead type) or that its
// account is a marquee one, and who gets such leads: one person, or several in turn. The turn is a
// hash of the lead's id, not a counter: every copy comes to the same without knowing of the others,
// a merge changes nothing, and the shares even out with the number of leads.
//
// Stored in the team's setting record (lead/settings.h):
//   assign/<id>/field     text_of(LeadField) of kCountry, kRegion, kPostalCode, kSource, kCampaign
//   or
//                         kLeadType, or "marquee"
//   assign/<id>/match     as MatchRule; of a postal code: beginnings, by commas; of "marquee": none
//   assign/<id>/to        names, by commas
//   assign/<id>/position
//   assign_new            "1": also whoever comes in without an owner, captured or imported
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "lead/model.h"
#include "lead/record.h"
#include "score/marquee.h"

namespace leadlight::score {

inline constexpr std::string_view kAssignNewKey = "assign_new";
inline constexpr std::string_view kAssignPrefix = "assign/";
inline constexpr std::string_view kMarqueeField = "marquee";

struct AssignRule {
  std::string id;     // stable
  std::string field;  // as above
  std::string match;
  std::vector<std::string> to;
  int position = 0;
};
struct AssignRules {
  std::vector<AssignRule> rules;  // by position
  bool new_leads = false;
};
AssignRules assign_rules(const Model& model);
std::string assign_key(std::string_view rule, std::string_view part);  // "assign/a/match"
std::vector<std::string> names_from(std::string_view list);            // "Ana, Sam"

// The model and what it was made of must outlive it.
class Assigner {
 public:
  Assigner(const AssignRules& rules, const std::vector<std::string>& marquee);
  [[nodiscard]] bool empty() const { return rules_.rules.empty(); }
  // The name of who gets the lead; empty if no rule is for it.
  [[nodiscard]] std::string_view owner_of(const Model& model, Row lead);
  // The same for a lead that is not in a model yet, from its fields as `value_of` gives them.
  template <class ValueOf>
  [[nodiscard]] std::string_view owner_of(Id id, const ValueOf& value_of) {
    return owner_of(scratch_, row_with(id, value_of));
  }

 private:
  template <class ValueOf>
  Row row_with(Id id, const ValueOf& value_of) {
    const Row row = scratch_row(id);
    for (const LeadField field : kLookedAt) set_scratch(row, field, value_of(field));
    return row;
  }
  static constexpr std::array kLookedAt{
      LeadField::kCountry, LeadField::kRegion,   LeadField::kPostalCode,
      LeadField::kSource,  LeadField::kCampaign, LeadField::kLeadType,
      LeadField::kCompany, LeadField::kWebsite,  LeadField::kEmail};
  Row scratch_row(Id id);
  void set_scratch(Row row, LeadField field, std::string_view value);

  const AssignRules& rules_;
  MarqueeList marquee_;
  Model scratch_;
};

}  // namespace leadlight::score
