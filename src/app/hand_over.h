// Addresses that open the person's own programs (practice D6, E4): the app sends nothing by itself.
#pragma once
#include <string>

#include "base/result.h"
#include "lead/model.h"

namespace leadlight::app {

// "mailto:…", "tel:…", "sms:…", or the LinkedIn profile, else a search for the person. Refuses
// leads that must not be contacted (C9), and says what is missing where there is no address.
// Whatever stands in the fields, nothing but these four kinds of address comes out. E-mail and text
// messages take words along.
struct Words {
  std::string_view subject = {};  // of e-mail
  std::string_view body = {};
};
Result<std::string> hand_over_url(const Model& model, Row lead, TouchKind channel,
                                  const Words& along = {});

// What goes through whole: Windows hands on 2,048 letters, some of its mail programs a little less.
inline constexpr std::size_t kMostUrlBytes = 2'000;
// Whether words can go along by this channel at all.
constexpr bool takes_words(TouchKind channel) {
  return channel == TouchKind::kEmail || channel == TouchKind::kTextMessage;
}

}  // namespace leadlight::app
