// What values are called. Lists hold keys (word_key) with blanks between them.
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "interchange/words.h"

namespace leadlight::interchange {

namespace {

bool contains_word(std::string_view list, std::string_view key) {
  for (std::size_t at = list.find(key); at != std::string_view::npos; at = list.find(key, at + 1)) {
    const bool starts = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + key.size();
    if (starts && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

template <class Value>
struct ValueWords {
  Value value;
  std::string_view keys;
};

template <class Lists>
auto value_in(const Lists& lists, std::string_view text)
    -> std::optional<decltype(lists[0].value)> {
  const std::string key = word_key(text);
  if (key.empty()) return std::nullopt;
  for (const auto& words : lists) {
    if (contains_word(words.keys, key)) return words.value;
  }
  return std::nullopt;
}

constexpr std::array kStageWords{
    ValueWords{
        Stage::kNew,
        "new neu nouveau nouvelle nuevo nueva open offen ouvert abierto lead prospect prospecting "
        "subscriber opennotcontacted notcontacted uncontacted nichtkontaktiert"},
    ValueWords{
        Stage::kMql,
        "mql marketingqualified marketingqualifiedlead marketingqualifiziert qualifiemarketing "
        "calificadomarketing nurture nurturing interested interessiert"},
    ValueWords{
        Stage::kSql,
        "sql salesqualified salesqualifiedlead opportunity working workingcontacted contacted "
        "attemptedtocontact connected engaging engaged inprogress inbearbeitung encours enproceso "
        "demo trial freetrial qualified qualifiziert qualifie calificado qualification "
        "needsanalysis valueproposition iddecisionmakers perceptionanalysis proposition proposal "
        "proposalpricequote angebot propuesta negotiation negotiationreview verhandlung "
        "negociation negociacion opendeal appointmentscheduled qualifiedtobuy "
        "presentationscheduled decisionmakerboughtin contractsent"},
    ValueWords{
        Stage::kCustomer,
        "customer won closedwon closedconverted converted kunde gewonnen abgeschlossengewonnen "
        "client gagne gagnee cliente ganado ganada evangelist signed"},
    ValueWords{
        Stage::kNoCustomer,
        "nocustomer lost closedlost closednotconverted disqualified unqualified rejected "
        "notinterested verloren abgeschlossenverloren abgelehnt keininteresse keinkunde perdu "
        "perdue perdido perdida"},
};

constexpr std::array<ValueWords<std::string_view>, 3> kOutcomeWords{{
    {"won",
     "won closedwon customer converted gewonnen gagne gagnee ganado ganada true yes ja oui si 1"},
    {"lost", "lost closedlost nocustomer verloren perdu perdue perdido perdida"},
    {"open", "open offen ouvert abierto pending inprogress false no nein non 0"},
}};

constexpr std::array<ValueWords<bool>, 2> kFlagWords{{
    {true,
     "1 true yes y x ja j wahr oui o vrai si s verdadero on optout optedout unsubscribed "
     "abgemeldet "
     "desabonne baja"},
    {false, "0 false no n nein falsch non faux falso off optin optedin subscribed"},
}};

constexpr std::array<ValueWords<std::string_view>, 3> kHeatWords{{
    {"hot", "hot heiss chaud caliente a"},
    {"warm", "warm tiede templado b"},
    {"cold", "cold kalt froid frio c"},
}};

constexpr std::array kLossWords{
    ValueWords{LossReason::kNoBudget,
               "nobudget budget keinbudget pasdebudget sinpresupuesto price tooexpensive zuteuer"},
    ValueWords{LossReason::kPoorFit, "poorfit notafit badfit passtnicht"},
    ValueWords{LossReason::kNoNeed, "noneed nointerest keinbedarf pasdebesoin sinnecesidad"},
    ValueWords{LossReason::kBadTiming, "badtiming timing nottherighttime falscherzeitpunkt"},
    ValueWords{LossReason::kCompetitor,
               "competitor choseacompetitor losttocompetitor competition wettbewerb wettbewerber "
               "mitbewerber "
               "concurrent competidor competencia"},
    ValueWords{LossReason::kDoNothing, "donothing chosetodonothing nodecision keineentscheidung"},
    ValueWords{LossReason::kNoResponse,
               "noresponse unresponsive keineantwort pasdereponse sinrespuesta"},
    ValueWords{LossReason::kWrongPerson, "wrongperson wrongcontact falscheperson"},
    ValueWords{LossReason::kDuplicate, "duplicate dublette duplikat doublon duplicado"},
};

// Words with a blank before them, and behind them where the word must end there.
struct TypeWords {
  LeadType type;
  std::array<std::string_view, 14> words;
};
constexpr std::array<TypeWords, 8> kTypeWords{{
    {LeadType::kQuoteRequest,
     {" quote", " quotation", " rfq ", " rfp ", " angebot", " offerte", " offertanfrage", " devis ",
      " presupuesto", " cotizacion", " pricing request", " preisanfrage"}},
    {LeadType::kTrialRequest,
     {" trial", " testversion", " testzugang", " teststellung", " essai", " prueba grat",
      " version de prueba"}},
    {LeadType::kConsultationRequest,
     {" consultation", " consulting", " contact sales", " talk to sales", " call me", " callback",
      " call back", " request a call", " book a call", " demo ", " beratung", " ruckruf",
      " asesoria", " conseil "}},
    {LeadType::kWebinar, {" webinar", " webcast", " web seminar", " online seminar", " webinaire"}},
    {LeadType::kDownload,
     {" download", " white paper", " whitepaper", " e book", " ebook", " case study", " brochure",
      " broschure", " livre blanc", " telechargement", " descarga", " libro blanco"}},
    {LeadType::kBadgeScan,
     {" badge", " booth", " stand ", " trade show", " tradeshow", " fair ", " expo ", " conference",
      " messe", " kongress", " salon ", " congres", " feria", " conferencia"}},
    {LeadType::kReferral,
     {" referral", " referred", " word of mouth", " empfehlung", " recommandation",
      " recomendacion", " referido"}},
    {LeadType::kInformationRequest,
     {" information", " info ", " inquiry", " enquiry", " contact us", " contact form", " anfrage",
      " kontaktformular", " demande", " formulaire", " consulta ", " solicitud", " formulario"}},
}};

// " hannover messe 2026 ": folded words with one blank around each.
std::string spaced_words(std::string_view text) {
  std::string out = " ";
  for (const char c : folded(text)) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) out += c;
    if (!letter && out.back() != ' ') out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

}  // namespace

std::string word_key(std::string_view text) {
  std::string key = folded(text);
  std::erase_if(key, [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
             static_cast<unsigned char>(c) >= 0x80);
  });
  return key;
}

std::optional<Stage> stage_from_words(std::string_view text) { return value_in(kStageWords, text); }

std::optional<std::string_view> outcome_from_words(std::string_view text) {
  return value_in(kOutcomeWords, text);
}

std::optional<bool> flag_from_words(std::string_view text) { return value_in(kFlagWords, text); }

std::optional<LossReason> loss_reason_from_words(std::string_view text) {
  if (const auto reason = loss_reason_from_text(text)) return reason;
  return value_in(kLossWords, text);
}

std::optional<std::string_view> heat_from_words(std::string_view text) {
  return value_in(kHeatWords, text);
}

std::optional<LeadType> lead_type_from_words(std::string_view text) {
  if (const auto type = lead_type_from_text(text))
    return *type == LeadType::kUnknown ? std::nullopt : type;
  const std::string key = word_key(text);
  for (int i = 1; i < kLeadTypeCount; ++i) {
    const auto type = static_cast<LeadType>(i);
    if (key == word_key(label_of(type)) || key == word_key(text_of(type))) return type;
  }
  const std::string words = spaced_words(text);
  for (const TypeWords& type : kTypeWords) {
    for (const std::string_view word : type.words) {
      if (!word.empty() && words.find(word) != std::string::npos) return type.type;
    }
  }
  return std::nullopt;
}

}  // namespace leadlight::interchange
