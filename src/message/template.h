// Message templates (practice D1): the team's own and the ready-made ones. The ready-made are in
// every copy without a record; a record with the id of one holds only what the team changed of it
// (kCleared takes a text away, TemplateField::kRemoved "1" the template), so that two people's
// changes meet only where both changed the same. Pure: same model, same templates.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lead/model.h"
#include "lead/record.h"
#include "lead/vocabulary.h"

namespace leadlight::message {

enum class Purpose : std::uint8_t {
  kFirstTouch,       // C8: to who asked to be contacted
  kSoftOpening,      // C8: to who acted and did not ask
  kAcknowledgement,  // C7: it arrived, and somebody will be in touch within 24 hours
  kFollowUp,         // after silence
  kGoodbye,          // C5: the last one
  kNurture,          // C6: at the wake-up date
  kNextStepOffer,    // C10: to who answered
};
inline constexpr int kPurposeCount = 7;
std::string_view text_of(Purpose purpose);   // "first_touch"
std::string_view label_of(Purpose purpose);  // "First touch"
std::optional<Purpose> purpose_from_text(std::string_view text);

struct Template {
  Id id;
  std::string name;
  TouchKind channel = TouchKind::kEmail;    // kEmail, kLinkedin, kVoicemail or kTextMessage
  LeadType lead_type = LeadType::kUnknown;  // kUnknown: for any
  std::string source;                       // empty: any; whatever the case and accents
  std::optional<Stage> stage;               // absent: any
  std::string language = "en";              // as language_code gives it
  Purpose purpose = Purpose::kFollowUp;
  std::string subject;  // of e-mail; in the language of program.h, as the body
  std::string body;
  int position = 0;
};

// By position, then id; without removed ones and without records that have no body.
std::vector<Template> templates_from(const Model& model);

// About 30 to start with. Their ids are the same in every copy.
std::vector<Template> default_templates();
bool is_default_template(Id id);

// Adds a record to `to` that makes the model's template of this id equal `wanted`, and come back if
// it was removed; an empty one if it is equal already. A record that was deleted has to be revived
// by the caller (kLifeField).
void write_template(OperationBuilder& to, const Model& model, const Template& wanted);

}  // namespace leadlight::message
