// United Kingdom, United States, Denmark, Sweden.
#include "sample/culture.h"

namespace leadlight::sample {
namespace {

using std::string_view;

constexpr Word kEnWomen[] = {{"Abigail"},  {"Bronwen"}, {"Cordelia"}, {"Eleanor"},
                             {"Fiona"},    {"Harriet"}, {"Imogen"},   {"Niamh"},
                             {"Rosalind"}, {"Siobhán"}, {"Tamsin"},   {"Winifred"}};
constexpr Word kEnMen[] = {{"Alistair"}, {"Barnaby"}, {"Callum"}, {"Desmond"},
                           {"Edmund"},   {"Fergus"},  {"Gareth"}, {"Hamish"},
                           {"Julian"},   {"Rhys"},    {"Seán"},   {"Tobias"}};
constexpr Word kEnFamilies[] = {{"Ainsworth"},
                                {"Bellweather"},
                                {"Cartwright"},
                                {"Dunmore"},
                                {"Everleigh"},
                                {"Fairbairn"},
                                {"Greystoke"},
                                {"Hollins"},
                                {"Kilbride"},
                                {"Lockwood"},
                                {"Marchbank"},
                                {"Northcote"},
                                {"O’Rourke", "orourke"},
                                {"Pemberton"},
                                {"Quillfeather"},
                                {"Stanhope"},
                                {"Thistlewood"},
                                {"Wetherby"}};
constexpr City kGbCities[] = {
    {{"Bristol"}, "117"}, {{"Dundee"}, "1382"}, {{"Leeds"}, "113"}, {{"Norwich"}, "1603"}};
constexpr City kUsCities[] = {{{"Asheville"}, "828"},
                              {{"Boise"}, "208"},
                              {{"Duluth"}, "218"},
                              {{"Milwaukee"}, "414"},
                              {{"Portland"}, "503"}};
constexpr Word kEnBegins[] = {{"Oak"},   {"North"}, {"Silver"}, {"Hop"},   {"Ash"},    {"Falcon"},
                              {"Stone"}, {"Rowan"}, {"Heron"},  {"Alder"}, {"Bright"}, {"Fern"}};
constexpr Word kEnEnds[] = {{"ford"}, {"well"},  {"dale"},   {"field"}, {"brook"},
                            {"mere"}, {"ridge"}, {"bourne"}, {"haven"}, {"gate"}};
constexpr CompanyKind kEnKinds[] = {{"{} Brewing", "brewing", Trade::kBrewery},
                                    {"{} Springs", "springs", Trade::kWater},
                                    {"{} Packaging", "packaging", Trade::kPackaging},
                                    {"{} Bottling Systems", "systems", Trade::kMachinery},
                                    {"{} Juices", "juices", Trade::kJuice},
                                    {"{} Creamery", "creamery", Trade::kDairy}};
constexpr string_view kGbForms[] = {"Ltd", "plc", "& Co."};
constexpr string_view kUsForms[] = {"Inc.", "LLC", "Co."};
constexpr string_view kEnTitles[] = {"VP Operations", "Master Brewer", "Procurement Lead",
                                     "Founder"};
constexpr string_view kEnNotes[] = {
    "Asked for a reference site within a day’s drive.", "Prefers a call before ten.",
    "Has a decision meeting next month.", "Their current supplier misses delivery dates.",
    "Wants the figures for returnable glass first."};

constexpr Word kDkWomen[] = {{"Agnete"},   {"Bodil"},     {"Dagny"},
                             {"Kirstine"}, {"Maj-Britt"}, {"Sørine"}};
constexpr Word kDkMen[] = {{"Asbjørn"}, {"Bjarke"}, {"Frode"}, {"Jørgen"}, {"Søren"}, {"Troels"}};
constexpr Word kDkFamilies[] = {{"Bækgaard"},  {"Dalsgård"},   {"Engelbrecht"}, {"Højlund"},
                                {"Kjærgaard"}, {"Nørregaard"}, {"Skovbjerg"},   {"Østergård"}};
constexpr City kDkCities[] = {{{"Aarhus"}, "86"}, {{"Odense"}, "66"}, {{"Rønne"}, "56"}};
constexpr Word kDkBegins[] = {{"Nord"}, {"Sølv"}, {"Ege"}, {"Falke"}, {"Bøge"}, {"Fjord"}};
constexpr Word kDkEnds[] = {{"bæk"}, {"dal"}, {"holm"}, {"kilde"}, {"gård"}, {"lund"}};
constexpr CompanyKind kDkKinds[] = {{"{} Bryggeri", "bryggeri", Trade::kBrewery},
                                    {"{} Kildevand", "kildevand", Trade::kWater},
                                    {"{} Emballage", "emballage", Trade::kPackaging},
                                    {"{} Tappeteknik", "teknik", Trade::kMachinery},
                                    {"{} Mosteri", "mosteri", Trade::kJuice},
                                    {"{} Mejeri", "mejeri", Trade::kDairy}};
constexpr string_view kDkForms[] = {"A/S", "ApS"};
constexpr string_view kDkTitles[] = {"Indkøbschef", "Fabrikschef", "Direktør"};
constexpr string_view kDkNotes[] = {"Vil gerne se anlægget køre først."};

constexpr Word kSeWomen[] = {{"Åsa"}, {"Birgitta"}, {"Gunilla"}, {"Kerstin"}, {"Märta"}, {"Signe"}};
constexpr Word kSeMen[] = {{"Åke"}, {"Göran"}, {"Håkan"}, {"Lennart"}, {"Östen"}, {"Torbjörn"}};
constexpr Word kSeFamilies[] = {{"Ahlström"},  {"Björkman"}, {"Hägglund"}, {"Källström"},
                                {"Lindqvist"}, {"Nyström"},  {"Sjöholm"},  {"Öberg"}};
constexpr City kSeCities[] = {{{"Göteborg"}, "31"}, {{"Örebro"}, "19"}, {{"Västerås"}, "21"}};
constexpr Word kSeBegins[] = {{"Nord"}, {"Silver"}, {"Ek"}, {"Falk"}, {"Björk"}, {"Lind"}};
constexpr Word kSeEnds[] = {{"bäck"}, {"dal"}, {"holm"}, {"källa"}, {"gård"}, {"lund"}};
constexpr CompanyKind kSeKinds[] = {{"{} Bryggeri", "bryggeri", Trade::kBrewery},
                                    {"{} Källvatten", "kallvatten", Trade::kWater},
                                    {"{} Förpackning", "forpackning", Trade::kPackaging},
                                    {"{} Tappteknik", "teknik", Trade::kMachinery},
                                    {"{} Musteri", "musteri", Trade::kJuice},
                                    {"{} Mejeri", "mejeri", Trade::kDairy}};
constexpr string_view kSeForms[] = {"AB"};
constexpr string_view kSeTitles[] = {"Inköpschef", "Fabrikschef", "VD"};
constexpr string_view kSeNotes[] = {"Återkommer efter semestern."};

constexpr Culture kNorth[] = {
    {"United Kingdom", "en", 10, "44", "7700", "Mill Lane", NameOrder::kGivenFirst, kEnWomen,
     kEnMen, kEnFamilies, kEnFamilies, kGbCities, kEnBegins, kEnEnds, kEnKinds, " ", kGbForms,
     kEnTitles, kEnNotes},
    {"United States", "en", 10, "1", "312", "Orchard Road", NameOrder::kGivenFirst, kEnWomen,
     kEnMen, kEnFamilies, kEnFamilies, kUsCities, kEnBegins, kEnEnds, kEnKinds, " ", kUsForms,
     kEnTitles, kEnNotes},
    {"Denmark", "da", 3, "45", "20", "Møllevej", NameOrder::kGivenFirst, kDkWomen, kDkMen,
     kDkFamilies, kDkFamilies, kDkCities, kDkBegins, kDkEnds, kDkKinds, " ", kDkForms, kDkTitles,
     kDkNotes},
    {"Sweden", "sv", 3, "46", "70", "Kvarngatan", NameOrder::kGivenFirst, kSeWomen, kSeMen,
     kSeFamilies, kSeFamilies, kSeCities, kSeBegins, kSeEnds, kSeKinds, " ", kSeForms, kSeTitles,
     kSeNotes},
};

}  // namespace

std::span<const Culture> north() { return kNorth; }

}  // namespace leadlight::sample
