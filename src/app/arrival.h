// How a lead arrived, from the words of its source (practice B1): who asked for a quote, a trial or
// a consultation goes straight to sales, all others are to be qualified first.
#pragma once
#include <string_view>

#include "lead/vocabulary.h"

namespace leadlight::app {

// "Angebotsanfrage" is a quote request, "Trade show" a badge scan; kUnknown where the words don't
// tell. English, German, French and Spanish.
LeadType lead_type_from_source(std::string_view source);

}  // namespace leadlight::app
