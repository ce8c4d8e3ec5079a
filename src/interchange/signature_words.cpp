// Lists hold keys (word_key) with blanks between them. A hyphen at an end of one stands for more of
// the word: "-leiter-" is in "Vertriebsleiterin".
#include "interchange/signature_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "interchange/words.h"

namespace leadlight::interchange {

namespace {

constexpr std::string_view kTitles =
    "-manage- manag- direct- -direktor- -leiter- -leitung -geschaftsfuhr- -president- -prasident- "
    "-officer -engineer- -ingeni- -consult- -berater- -vertrieb- -verkauf- -verkaufer- -einkauf- "
    "-einkaufer- purchas- procurement achat- acheteu- compra- comercial commercial- responsable "
    "gerant- gerente jefe jefa chef chefin cheffe founder cofounder fondat- fundador- grunder- "
    "inhaber- "
    "owner partner assist- asist- prokurist- analyst- developer -entwickl- specialist -spezialist- "
    "especialista coordinat- koordinat- coordinad- -referent- -vorstand- profes- -architekt- "
    "architect- -technik- techni- buyer advisor executive supervisor sekretar- secretar- "
    "-marketing head lead sales ceo cto cfo coo cio cmo pdg dg vp svp evp ventes account planner "
    "-meister- representa- delegad- administr-";
constexpr std::string_view kLegalForms =
    "gmbh mbh ag kg kgaa ohg ug gbr ev eg se inc llc llp ltd limited corp corporation plc sa sas "
    "sarl sasu eurl sl slu sau srl spa bv nv oy ab aps group gruppe groupe grupo holding company "
    "-universitat universit- universidad institut institute -hochschule";
constexpr std::string_view kFarewells =
    "regards bestregards kindregards warmregards best cheers sincerely yourssincerely thanks "
    "thankyou manythanks bestwishes withkindregards allthebest mitfreundlichengrussen "
    "freundlichegrusse vielegrusse bestegrusse herzlichegrusse schonegrusse mfg lg vg "
    "mitbestengrussen cordialement biencordialement bienavous salutations sinceressalutations "
    "saludos unsaludo saludoscordiales uncordialsaludo atentamente cordialmente gracias merci "
    "danke sentfrommyiphone";
constexpr std::string_view kCountries =
    "germany deutschland allemagne alemania france frankreich francia spain espana espagne spanien "
    "austria osterreich autriche switzerland schweiz suisse suiza usa unitedstates uk "
    "unitedkingdom england ireland italy italia italien portugal netherlands thenetherlands "
    "niederlande belgium belgique belgien luxembourg canada mexico denmark sweden norway poland";
constexpr std::string_view kDegrees = "mba phd md msc bsc ma ba meng beng bcom llm cpa pmp";
constexpr std::string_view kStreets =
    "-str -strasse -weg -platz -allee -gasse -damm -ufer -ring rue avenue av ave boulevard blvd bd "
    "chemin route quai impasse place cours calle c plaza paseo avda avenida carrer camino poligono "
    "ronda street st road rd lane ln drive way square court parkway pkwy highway suite";
constexpr std::string_view kParticles =
    "von van der den de del della da dos di du la le y e zu zum zur ter ten bin al";
constexpr std::string_view kProviders =
    "gmail googlemail gmx web yahoo hotmail outlook live msn aol icloud me tonline freenet posteo "
    "mailbox mail proton protonmail orange free wanadoo laposte sfr telefonica terra";
constexpr std::string_view kTopLevels =
    "com net org info biz de at ch fr es eu uk it nl be lu pt pl dk se no fi us ca io co ai app "
    "dev example";

struct LabelWords {
  std::string_view field, words;
};
constexpr std::array kLabels{
    LabelWords{"mobile",
               "m c mob mov cell mobil mobile movil celular portable port handy whatsapp"},
    LabelWords{"fax", "f fax telefax telecopie"},
    LabelWords{"phone",
               "t p d o ph tel fon telephone telefono office buro bureau oficina direct direkt "
               "directo zentrale standard fijo fixe main landline durchwahl"},
    LabelWords{"email", "e mail email courriel correo"},
    LabelWords{"website", "w web www internet url site"},
    LabelWords{"linkedin", "linkedin"},
    LabelWords{"street", "a address adresse direccion"},
};

bool has(std::string_view list, std::string_view word) {
  return std::ranges::any_of(split(list, ' '), [word](std::string_view one) {
    const bool before = one.starts_with('-'), behind = one.ends_with('-');
    one = one.substr(before ? 1 : 0, one.size() - (before ? 1 : 0) - (behind ? 1 : 0));
    return before && behind ? word.contains(one)
           : before         ? word.ends_with(one)
           : behind         ? word.starts_with(one)
                            : word == one;
  });
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(" ,/&()"));
    if (!word.empty()) words.push_back(word);
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return words;
}

bool any_word(std::string_view text, std::string_view list) {
  return std::ranges::any_of(words_in(text),
                             [list](std::string_view word) { return has(list, word_key(word)); });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }
bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

// '9' is a digit and 'A' a capital letter, anything else itself.
bool has_shape(std::string_view text, std::string_view shape) {
  return std::ranges::equal(text, shape, [](char c, char sign) {
    return sign == '9' ? is_digit(c) : sign == 'A' ? c >= 'A' && c <= 'Z' : c == sign;
  });
}

}  // namespace

bool is_title(std::string_view text) { return any_word(text, kTitles); }

bool has_legal_form(std::string_view text) {
  return std::ranges::any_of(words_in(text),
                             [](std::string_view word) {
                               return is_capital(word.front()) && has(kLegalForms, word_key(word));
                             }) ||
         text.ends_with("mbH") || text.ends_with("e.V.");
}

bool is_farewell(std::string_view text) { return has(kFarewells, word_key(text)); }
bool is_country(std::string_view text) { return has(kCountries, word_key(text)); }
bool is_degree(std::string_view text) { return has(kDegrees, word_key(text)); }
bool is_street(std::string_view text) { return has_digit(text) && any_word(text, kStreets); }
bool is_mail_provider(std::string_view domain) { return has(kProviders, word_key(domain)); }

bool is_name(std::string_view text) {
  std::size_t words = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    if ((has(kParticles, word) && words > 0) || (word.ends_with('.') && !is_capital(word.front())))
      continue;
    if (!is_capital(word.front()) || word.find_first_of("@:/&()+,_\"") != std::string_view::npos)
      return false;
    ++words;
  }
  return words >= 2 && words <= 5 && !has_digit(text) && !is_title(text) && !has_legal_form(text);
}

std::string_view field_of_label(std::string_view label) {
  constexpr std::size_t kLongest = 40;
  if (label.size() > kLongest) return {};
  const std::vector<std::string_view> words = words_in(label);
  if (words.empty() || words.size() > 3) return {};
  if (const HeaderGuess guess = guess_header(label); guess.confidence >= Confidence::kStrong)
    return guess.field == kAnyName ? "full_name" : guess.field;
  for (const LabelWords& one : kLabels)
    for (const std::string_view word : words)
      if (const std::string key = word_key(word);
          has(one.words, key) && (key.size() > 1 || words.size() == 1))
        return one.field;
  return {};
}

Town town_in(std::string_view text) {
  const std::size_t blank = std::min(text.find(' '), text.size());
  const std::string_view first = text.substr(0, blank), rest = trimmed(text.substr(blank));
  if (!has_digit(rest) && !rest.empty())
    for (const std::string_view shape :
         {"99999", "9999", "A-99999", "A-9999", "AA-9999", "F-99999", "D-99999"})
      if (has_shape(first, shape)) return {rest, {}, first};
  for (const std::string_view shape : {"AA 99999", "AA 99999-9999"})
    if (text.size() >= shape.size() && has_shape(text.substr(text.size() - shape.size()), shape)) {
      const std::size_t state = text.size() - shape.size();
      return {trimmed(text.substr(0, state)), text.substr(state, 2), text.substr(state + 3)};
    }
  for (const std::string_view shape :
       {"A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA"})
    if (text.size() > shape.size() &&
        has_shape(text.substr(text.size() - shape.size() - 1), " " + std::string(shape))) {
      const std::size_t code = text.size() - shape.size();
      return {trimmed(text.substr(0, code)), {}, text.substr(code)};
    }
  return {};
}

bool is_website(std::string_view word) {
  for (const std::string_view start : {"http://", "https://", "www."})
    if (word.starts_with(start)) return word.size() > start.size() + 3;
  const std::string_view host = word.substr(0, word.find('/'));
  const std::size_t dot = host.rfind('.');
  return dot != std::string_view::npos && dot > 1 && has(kTopLevels, host.substr(dot + 1)) &&
         std::ranges::all_of(host, [](char c) {
           return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '.';
         });
}

}  // namespace leadlight::interchange
