// Leads whose e-mail address or phone equals (in canonical form) the given ones: the exact first
// step of finding duplicates (practice E8). Dead rows are left out. What no living lead has may be
// found on one that is merged into a living one: whoever asks goes on to Model::standing. Of
// several, the first to come in is found. Whoever adds a lead, brings one back or changes its
// fields says so by lead_changed; a lead that died or lost its address needs no word.
#pragma once
#include <memory>
#include <string_view>

#include "lead/model.h"

namespace leadlight::match {

class ExactIndex {
 public:
  ExactIndex();
  ~ExactIndex();
  void rebuild(const Model& model);
  void lead_changed(const Model& model, Row lead);
  [[nodiscard]] Row by_external_id(const Model& model, std::string_view external_id) const;
  [[nodiscard]] Row by_email(const Model& model, std::string_view email) const;
  [[nodiscard]] Row by_phone(const Model& model, std::string_view phone) const;  // phone or mobile

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace leadlight::match
