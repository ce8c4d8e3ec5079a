// The editor of one fit criterion (practice B3), below its row in the list.
#pragma once
#include <string>
#include <string_view>

#include "ui/views/settings_form.h"

namespace leadlight::ui {

// `index` into the settings' criteria. Whatever is changed in one frame is one command.
void draw_criterion_editor(Form&, Group&, std::size_t index);
// Its answers; true if `criterion` was changed.
bool draw_criterion_answers(Form&, Group&, Criterion& criterion);

// "Employees", "Halle" of "custom:Halle".
std::string label_of_field(std::string_view field);
// The key of a criterion's field among what is typed.
std::string criterion_key(const Criterion& criterion, std::string_view part);
std::string answer_field_key(const Criterion& criterion, int number, AnswerPart part);

// What is wrong with a rule (score/match_rule.h), as a sentence.
std::string rule_fault(std::string_view rule);

}  // namespace leadlight::ui
