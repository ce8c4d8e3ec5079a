#include "app/arrival.h"

#include <array>

#include "score/match_rule.h"

namespace leadlight::app {

LeadType lead_type_from_source(std::string_view source) {
  struct Words {
    LeadType type;
    score::MatchRule rule;
  };
  // The first that matches decides, so requests to sales come first.
  static const std::array<Words, 8> kWords{{
      {LeadType::kQuoteRequest, score::MatchRule("quote, quotation, rfq, pricing, angebot, "
                                                 "preisanfrage, devis, presupuesto, cotizacion")},
      {LeadType::kTrialRequest,
       score::MatchRule("trial, testzugang, probeversion, essai, prueba gratuita")},
      {LeadType::kConsultationRequest,
       score::MatchRule(
           "consultation, sales call, demo request, talk to sales, beratung, vorführung, conseil, "
           "rendez-vous commercial, asesoramiento")},
      {LeadType::kWebinar, score::MatchRule("webinar, webinaire, seminar, seminario")},
      {LeadType::kDownload,
       score::MatchRule(
           "download, white paper, whitepaper, ebook, e-book, brochure, telechargement, descarga, "
           "livre blanc")},
      {LeadType::kReferral,
       score::MatchRule(
           "referral, referred, word of mouth, empfehlung, recommandation, recomendacion, "
           "bouche a oreille")},
      {LeadType::kInformationRequest,
       score::MatchRule(
           "contact form, information request, info request, inquiry, enquiry, kontaktformular, "
           "anfrage, formulaire, demande, formulario, solicitud")},
      {LeadType::kBadgeScan,
       score::MatchRule("badge, booth, trade fair, trade show, tradeshow, exhibition, conference, "
                        "expo, congress, "
                        "kongress, fachmesse, messestand, konferenz, salon, feria, conferencia")},
  }};
  for (const Words& words : kWords)
    if (words.rule.matches(source)) return words.type;
  return LeadType::kUnknown;
}

}  // namespace leadlight::app
