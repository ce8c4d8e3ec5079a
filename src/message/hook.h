// The hook (practice D3): what a lead downloaded, attended or asked for, in words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lead/model.h"

namespace leadlight::message {

// `text` fits behind "about" and "your interest in", in German behind "zu" and "Ihr Interesse an"
// (dative). The first that there is of:
// 1. the newest download, webinar, request for a quote or for information whose touch has a text:
//    “T”, the webinar “T”, a quote for T, T, where T is the text, cut behind a word to 80
//    characters;
// 2. a visit at the stand (a touch; a badge scan; an event where the type says nothing): what you
//    saw at our stand at EVENT, the lead's event;
// 3. how it came in: a consultation, a quote, a trial of our product, the webinar “EVENT” or our
//    webinar, the document you downloaded, the information you asked for, the recommendation by
//    SOURCE (or that brought you to us);
// 4. the campaign: “CAMPAIGN”.
// Else empty. In any language but German it is English.
struct Hook {
  std::string text;
  // The part that names it, for checks: T, EVENT, SOURCE, CAMPAIGN, else "quote", "Webinar" in
  // English and German; may be empty.
  std::string core;
};
Hook hook_of(const Model& model, Row lead, std::string_view language = "en");

}  // namespace leadlight::message
