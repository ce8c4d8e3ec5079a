// Addresses that open the person's own programs (practice D6, E4): the app sends nothing by itself.
#pragma once
#include <string>

#include "base/result.h"
#include "lead/model.h"

namespace leadlight::app {

// "mailto:…", "tel:…", "sms:…", or the LinkedIn profile, else a search for the person. Refuses
// leads that must not be contacted (C9), and says what is missing where there is no address.
// Whatever stands in the fields, nothing but these four kinds of address comes out.
Result<std::string> hand_over_url(const Model& model, Row lead, TouchKind channel);

}  // namespace leadlight::app
