// Germany, Austria, France, Spain, Italy, Netherlands, Brazil.
#include "sample/culture.h"

namespace leadlight::sample {
namespace {

using std::string_view;

constexpr Word kDeWomen[] = {{"Anke"},    {"Britta"}, {"Carola"}, {"Dörte"},
                             {"Frauke"},  {"Heike"},  {"Jördis"}, {"Käthe"},
                             {"Mareike"}, {"Silke"},  {"Ute"},    {"Wiebke"}};
constexpr Word kDeMen[] = {{"Arne"}, {"Bernd"},  {"Detlef"},   {"Eike"},    {"Götz"},  {"Hauke"},
                           {"Jörg"}, {"Lorenz"}, {"Matthias"}, {"Rüdiger"}, {"Sönke"}, {"Volker"}};
constexpr Word kDeFamilies[] = {
    {"Achterberg"}, {"Böttcher"}, {"Dörfler"},   {"Eggers"},    {"Fährmann"},  {"Grünwald"},
    {"Heßler"},     {"Jäger"},    {"Köhler"},    {"Lüdtke"},    {"Mühlbauer"}, {"Pfeiffer"},
    {"Quandtner"},  {"Rößler"},   {"Schönfeld"}, {"Überacker"}, {"Wöhrl"},     {"Zöllner"}};
constexpr City kDeCities[] = {{{"Bremen"}, "421"}, {{"Dortmund"}, "231"}, {{"Erfurt"}, "361"},
                              {{"Kiel"}, "431"},   {{"München"}, "89"},   {{"Saarbrücken"}, "681"}};
constexpr City kAtCities[] = {
    {{"Graz"}, "316"}, {{"Linz"}, "732"}, {{"Salzburg"}, "662"}, {{"Wien"}, "1"}};
constexpr Word kDeBegins[] = {{"Eichen"},  {"Nord"},   {"Silber"}, {"Hopfen"},
                              {"Linden"},  {"Falken"}, {"Wald"},   {"Rosen"},
                              {"Kranich"}, {"Ahorn"},  {"Birken"}, {"Mühl"}};
constexpr Word kDeEnds[] = {{"feld"},  {"quell"}, {"tal"},   {"stein"}, {"hof"},
                            {"grund"}, {"furt"},  {"brunn"}, {"bach"}};
constexpr CompanyKind kDeKinds[] = {{"Brauerei {}", "brauerei", Trade::kBrewery},
                                    {"{} Mineralbrunnen", "brunnen", Trade::kWater},
                                    {"{} Verpackungen", "pack", Trade::kPackaging},
                                    {"{} Getränketechnik", "technik", Trade::kMachinery},
                                    {"Kelterei {}", "kelterei", Trade::kJuice},
                                    {"Molkerei {}", "molkerei", Trade::kDairy}};
constexpr string_view kDeForms[] = {"GmbH", "AG", "GmbH & Co. KG", "eG"};
constexpr string_view kAtForms[] = {"GmbH", "AG", "e.U."};
constexpr string_view kDeTitles[] = {"Leitung Einkauf", "Geschäftsführer", "Technische Leitung",
                                     "Produktionsleitung", "Braumeister"};
constexpr string_view kDeNotes[] = {"Sucht eine Lösung für Mehrwegflaschen, zwei Linien.",
                                    "Entscheidung fällt nach der Werksferien-Pause.",
                                    "Rückruf am Vormittag gewünscht."};

constexpr Word kFrWomen[] = {{"Amélie"}, {"Bérénice"}, {"Clémence"}, {"Élodie"}, {"Gaëlle"},
                             {"Hélène"}, {"Maëlys"},   {"Océane"},   {"Solène"}, {"Zoé"}};
constexpr Word kFrMen[] = {{"Aurélien"}, {"Benoît"}, {"Cédric"}, {"Étienne"}, {"François"},
                           {"Gaël"},     {"Loïc"},   {"Noël"},   {"Rémi"},    {"Thibault"}};
constexpr Word kFrFamilies[] = {{"Aubertin"}, {"Beaulieu"}, {"Chênevert"}, {"Desrosiers"},
                                {"Fontenay"}, {"Garçon"},   {"Hébrard"},   {"L’Écuyer", "lecuyer"},
                                {"Mérigot"},  {"Poirier"},  {"Rivoire"},   {"Sénéchal"},
                                {"Thévenin"}, {"Vaucluse"}};
constexpr City kFrCities[] = {{{"Angers"}, "2 41"},
                              {{"Besançon"}, "3 81"},
                              {{"Lyon"}, "4 72"},
                              {{"Nîmes"}, "4 66"},
                              {{"Orléans"}, "2 38"}};
constexpr Word kFrBegins[] = {{"Val"},  {"Mont"}, {"Roche"}, {"Clair"},
                              {"Haut"}, {"Bel"},  {"Pré"},   {"Grand"}};
constexpr Word kFrEnds[] = {{"fleur"}, {"doré"},  {"bois"},   {"rive"},
                            {"clos"},  {"neige"}, {"source"}, {"chêne"}};
constexpr CompanyKind kFrKinds[] = {{"Brasserie {}", "brasserie", Trade::kBrewery},
                                    {"Sources de {}", "sources", Trade::kWater},
                                    {"{} Emballages", "emballages", Trade::kPackaging},
                                    {"{} Embouteillage", "embouteillage", Trade::kMachinery},
                                    {"Jus de {}", "jus", Trade::kJuice},
                                    {"Laiterie de {}", "laiterie", Trade::kDairy}};
constexpr string_view kFrForms[] = {"SARL", "SAS", "SA"};
constexpr string_view kFrTitles[] = {"Directrice des achats", "Directeur de production",
                                     "Responsable qualité", "Gérant", "Acheteur technique"};
constexpr string_view kFrNotes[] = {"Préfère être appelée l’après-midi.",
                                    "Veut comparer la consommation d’eau par litre.",
                                    "Budget voté en septembre."};

constexpr Word kEsWomen[] = {{"Begoña"}, {"Concepción"}, {"Inés"},  {"Lucía"}, {"Mónica"},
                             {"Nuria"},  {"Rocío"},      {"Sofía"}, {"Úrsula"}};
constexpr Word kEsMen[] = {{"Álvaro"}, {"Andrés"}, {"Gonzalo"}, {"Iñaki"}, {"Jesús"},
                           {"Martín"}, {"Óscar"},  {"Raúl"},    {"Tomás"}};
constexpr Word kEsFamilies[] = {{"Aguirre"},    {"Benítez"}, {"Cañizares"}, {"Domínguez"},
                                {"Echeverría"}, {"Fariñas"}, {"Galíndez"},  {"Ibáñez"},
                                {"Lozano"},     {"Muñiz"},   {"Núñez"},     {"Peñalver"},
                                {"Quiñones"},   {"Yáñez"}};
constexpr City kEsCities[] = {
    {{"Logroño"}, "941"}, {{"Málaga"}, "952"}, {{"Sevilla"}, "954"}, {{"Zaragoza"}, "976"}};
constexpr Word kEsBegins[] = {{"Agua"}, {"Rio"}, {"Peña"}, {"Val"}, {"Monte"}, {"Fuen"}, {"Alta"}};
constexpr Word kEsEnds[] = {{"clara"}, {"brava"}, {"luz"}, {"mar"}, {"sol"}, {"vega"}, {"nieve"}};
constexpr CompanyKind kEsKinds[] = {{"Cervezas {}", "cervezas", Trade::kBrewery},
                                    {"Aguas de {}", "aguas", Trade::kWater},
                                    {"{} Envases", "envases", Trade::kPackaging},
                                    {"{} Embotellado", "embotellado", Trade::kMachinery},
                                    {"Zumos {}", "zumos", Trade::kJuice},
                                    {"Lácteos {}", "lacteos", Trade::kDairy}};
constexpr string_view kEsForms[] = {"S.L.", "S.A."};
constexpr string_view kEsTitles[] = {"Directora de compras", "Jefe de planta",
                                     "Responsable de calidad", "Gerente"};
constexpr string_view kEsNotes[] = {"Quiere visitar una planta de referencia.",
                                    "¿Plazo de entrega antes del verano?"};

constexpr Word kItWomen[] = {{"Alessia"}, {"Benedetta"}, {"Fiammetta"}, {"Ginevra"},
                             {"Ilaria"},  {"Loredana"},  {"Ornella"},   {"Viola"}};
constexpr Word kItMen[] = {{"Bartolomeo"}, {"Corrado"}, {"Edoardo"}, {"Fabrizio"},
                           {"Gianluca"},   {"Nicolò"},  {"Renzo"},   {"Valerio"}};
constexpr Word kItFamilies[] = {{"Accorsi"},           {"Bonfanti"},   {"Cavalli"},
                                {"D’Amico", "damico"}, {"Fiorentini"}, {"Ghirardi"},
                                {"Lombardini"},        {"Malaspina"},  {"Nobili"},
                                {"Pellicanò"},         {"Rinaldini"},  {"Serafini"},
                                {"Tagliaferri"},       {"Zanetti"}};
constexpr City kItCities[] = {
    {{"Bologna"}, "051"}, {{"Forlì"}, "0543"}, {{"Parma"}, "0521"}, {{"Verona"}, "045"}};
constexpr Word kItBegins[] = {{"Acqua"}, {"Val"},   {"Monte"}, {"Rocca"},
                              {"Fonte"}, {"Campo"}, {"Bella"}};
constexpr Word kItEnds[] = {{"chiara"}, {"verde"}, {"luna"}, {"sole"},
                            {"mare"},   {"fiore"}, {"neve"}};
constexpr CompanyKind kItKinds[] = {{"Birrificio {}", "birra", Trade::kBrewery},
                                    {"Fonti {}", "fonti", Trade::kWater},
                                    {"{} Imballaggi", "imballaggi", Trade::kPackaging},
                                    {"{} Imbottigliamento", "impianti", Trade::kMachinery},
                                    {"Succhi {}", "succhi", Trade::kJuice},
                                    {"Caseificio {}", "caseificio", Trade::kDairy}};
constexpr string_view kItForms[] = {"S.r.l.", "S.p.A."};
constexpr string_view kItTitles[] = {"Responsabile acquisti", "Direttore di stabilimento",
                                     "Titolare", "Responsabile qualità"};
constexpr string_view kItNotes[] = {"Chiede un preventivo per due macchine.",
                                    "Ha già visto la linea in fiera."};

constexpr Word kNlWomen[] = {{"Anneke"}, {"Femke"},   {"Hanneke"}, {"Liesbeth"},
                             {"Maaike"}, {"Noortje"}, {"Sanne"}};
constexpr Word kNlMen[] = {{"Bas"},     {"Coen"},   {"Diederik"}, {"Joost"},
                           {"Maarten"}, {"Rutger"}, {"Wouter"}};
constexpr Word kNlFamilies[] = {{"van den Akker", "vandenakker"},
                                {"Brouwer"},
                                {"Dijkgraaf"},
                                {"Hofstede"},
                                {"Kuipers"},
                                {"Oosterling"},
                                {"Smeets"},
                                {"Terpstra"},
                                {"Veenhuis"},
                                {"de Wit", "dewit"}};
constexpr City kNlCities[] = {{{"Arnhem"}, "26"}, {{"Breda"}, "76"}, {{"Utrecht"}, "30"}};
constexpr Word kNlBegins[] = {{"Noorder"}, {"Zilver"}, {"Linden"},
                              {"Valken"},  {"Steen"},  {"Rozen"}};
constexpr Word kNlEnds[] = {{"beek"}, {"dijk"}, {"veld"}, {"bron"}, {"hof"}, {"horst"}};
constexpr CompanyKind kNlKinds[] = {{"Brouwerij {}", "brouwerij", Trade::kBrewery},
                                    {"{} Bronwater", "bronwater", Trade::kWater},
                                    {"{} Verpakkingen", "verpakking", Trade::kPackaging},
                                    {"{} Vultechniek", "techniek", Trade::kMachinery},
                                    {"Zuivel {}", "zuivel", Trade::kDairy}};
constexpr string_view kNlForms[] = {"B.V.", "N.V."};
constexpr string_view kNlTitles[] = {"Hoofd inkoop", "Bedrijfsleider", "Technisch manager"};
constexpr string_view kNlNotes[] = {"Wil eerst een proef met eigen flessen."};

constexpr Word kBrWomen[] = {{"Antônia"}, {"Conceição"}, {"Flávia"},  {"Inês"},
                             {"Letícia"}, {"Mônica"},    {"Verônica"}};
constexpr Word kBrMen[] = {{"Antônio"}, {"Caetano"}, {"Estêvão"},  {"Fábio"},
                           {"João"},    {"Mário"},   {"Sebastião"}};
constexpr Word kBrFamilies[] = {{"Assunção"},  {"Brandão"},   {"Conceição"},
                                {"Falcão"},    {"Guimarães"}, {"Leitão"},
                                {"Magalhães"}, {"Simões"},    {"Taváres"}};
constexpr City kBrCities[] = {{{"Curitiba"}, "41"}, {{"Goiânia"}, "62"}, {{"São José"}, "48"}};
constexpr Word kBrBegins[] = {{"Rio"}, {"Serra"}, {"Vale"}, {"Monte"}, {"Fonte"}};
constexpr Word kBrEnds[] = {{"mar"}, {"lua"}, {"sol"}, {"verde"}, {"bela"}};
constexpr CompanyKind kBrKinds[] = {{"Cervejaria {}", "cervejaria", Trade::kBrewery},
                                    {"Águas {}", "aguas", Trade::kWater},
                                    {"{} Embalagens", "embalagens", Trade::kPackaging},
                                    {"Sucos {}", "sucos", Trade::kJuice}};
constexpr string_view kBrForms[] = {"Ltda.", "S.A."};
constexpr string_view kBrTitles[] = {"Diretor industrial", "Gerente de compras",
                                     "Coordenadora de produção"};
constexpr string_view kBrNotes[] = {"Prefere mensagem antes da ligação."};

constexpr Culture kWest[] = {
    {"Germany", "de", 16, "49", "151", "Lindenweg", NameOrder::kGivenFirst, kDeWomen, kDeMen,
     kDeFamilies, kDeFamilies, kDeCities, kDeBegins, kDeEnds, kDeKinds, " ", kDeForms, kDeTitles,
     kDeNotes},
    {"Austria", "de", 4, "43", "660", "Mühlgasse", NameOrder::kGivenFirst, kDeWomen, kDeMen,
     kDeFamilies, kDeFamilies, kAtCities, kDeBegins, kDeEnds, kDeKinds, " ", kAtForms, kDeTitles,
     kDeNotes},
    {"France", "fr", 9, "33", "6 39", "Rue des Tilleuls", NameOrder::kGivenFirst, kFrWomen, kFrMen,
     kFrFamilies, kFrFamilies, kFrCities, kFrBegins, kFrEnds, kFrKinds, " ", kFrForms, kFrTitles,
     kFrNotes},
    {"Spain", "es", 6, "34", "600", "Calle del Río", NameOrder::kGivenFirst, kEsWomen, kEsMen,
     kEsFamilies, kEsFamilies, kEsCities, kEsBegins, kEsEnds, kEsKinds, ", ", kEsForms, kEsTitles,
     kEsNotes},
    {"Italy", "it", 7, "39", "320", "Via dei Pioppi", NameOrder::kGivenFirst, kItWomen, kItMen,
     kItFamilies, kItFamilies, kItCities, kItBegins, kItEnds, kItKinds, " ", kItForms, kItTitles,
     kItNotes},
    {"Netherlands", "nl", 4, "31", "6", "Molenweg", NameOrder::kGivenFirst, kNlWomen, kNlMen,
     kNlFamilies, kNlFamilies, kNlCities, kNlBegins, kNlEnds, kNlKinds, " ", kNlForms, kNlTitles,
     kNlNotes},
    {"Brazil", "pt", 3, "55", "41 9", "Rua das Palmeiras", NameOrder::kGivenFirst, kBrWomen, kBrMen,
     kBrFamilies, kBrFamilies, kBrCities, kBrBegins, kBrEnds, kBrKinds, " ", kBrForms, kBrTitles,
     kBrNotes},
};

}  // namespace

std::span<const Culture> west() { return kWest; }

}  // namespace leadlight::sample
