// Leads and a sender for the tests of messages.
#pragma once
#include <string>
#include <string_view>

#include "base/time.h"
#include "message/render.h"
#include "tests/support/small_book.h"

namespace leadlight::message {

inline Sender ana() { return {"Ana Silva", "Fluvia", "+49 221 123456"}; }

// One that has all facts.
inline Row add_whole_lead(test::SmallBook& book, LeadType type, std::string_view language = "en") {
  using enum LeadField;
  return book.add_lead({{kFirstName, "Olga"},
                        {kLastName, "Petrov"},
                        {kFullName, "Olga Petrov"},
                        {kTitle, "Head of Production"},
                        {kCompany, "Petrov Dairy"},
                        {kEmail, "olga@petrov.example"},
                        {kLanguage, language},
                        {kSource, "Anna Weber"},
                        {kCampaign, "Less water per litre"},
                        {kLeadType, text_of(type)},
                        {kEvent, "Aquafair"}});
}

inline Rendered rendered(const Template& from, const Model& model, Row lead) {
  const auto compiled = compile(from);
  if (!compiled) return {compiled.error().sentence(), {}, {}};
  return render(*compiled, model, lead, ana());
}

inline std::string body_of(std::string body, const Model& model, Row lead) {
  Template from;
  from.body = std::move(body);
  return rendered(from, model, lead).body;
}

}  // namespace leadlight::message
