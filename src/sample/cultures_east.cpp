// Poland, Czechia, Greece, Bulgaria, Ukraine, Turkey. Where family names differ for women and men,
// the two lists say so.
#include "sample/culture.h"

namespace leadlight::sample {
namespace {

using std::string_view;

constexpr Word kPlWomen[] = {{"Agnieszka"}, {"Bożena"},     {"Danuta"}, {"Grażyna"},
                             {"Jadwiga"},   {"Małgorzata"}, {"Róża"},   {"Żaneta"}};
constexpr Word kPlMen[] = {{"Błażej"}, {"Grzegorz"}, {"Kazimierz"}, {"Łukasz"},
                           {"Michał"}, {"Paweł"},    {"Sławomir"},  {"Zdzisław"}};
constexpr Word kPlFamiliesW[] = {{"Borowska"},   {"Dąbrowiecka"}, {"Gołębiowska"}, {"Jabłońska"},
                                 {"Kościelska"}, {"Łęcka"},       {"Piątkowska"},  {"Świątek"},
                                 {"Wójtowicz"},  {"Żółkiewska"}};
constexpr Word kPlFamiliesM[] = {{"Borowski"},   {"Dąbrowiecki"}, {"Gołębiowski"}, {"Jabłoński"},
                                 {"Kościelski"}, {"Łęcki"},       {"Piątkowski"},  {"Świątek"},
                                 {"Wójtowicz"},  {"Żółkiewski"}};
constexpr City kPlCities[] = {
    {{"Białystok"}, "85"}, {{"Gdańsk"}, "58"}, {{"Łódź"}, "42"}, {{"Wrocław"}, "71"}};
constexpr Word kPlBegins[] = {{"Biało"}, {"Złoto"}, {"Nowo"}, {"Jasno"}, {"Wielko"}, {"Górno"}};
constexpr Word kPlEnds[] = {{"bór"}, {"łęg"}, {"zdrój"}, {"gaj"}, {"staw"}, {"las"}};
constexpr CompanyKind kPlKinds[] = {{"Browar {}", "browar", Trade::kBrewery},
                                    {"Rozlewnia {}", "rozlewnia", Trade::kWater},
                                    {"{} Opakowania", "opakowania", Trade::kPackaging},
                                    {"{} Maszyny", "maszyny", Trade::kMachinery},
                                    {"Tłocznia {}", "tlocznia", Trade::kJuice},
                                    {"Mleczarnia {}", "mleczarnia", Trade::kDairy}};
constexpr string_view kPlForms[] = {"sp. z o.o.", "S.A.", "sp.j."};
constexpr string_view kPlTitles[] = {"Kierownik zakupów", "Dyrektor produkcji", "Główny technolog"};
constexpr string_view kPlNotes[] = {"Prosi o ofertę po polsku.", "Nowa linia ma ruszyć wiosną."};

constexpr Word kCzWomen[] = {{"Běla"},    {"Drahomíra"}, {"Jiřina"}, {"Květa"},
                             {"Ludmila"}, {"Růžena"},    {"Šárka"},  {"Zdeňka"}};
constexpr Word kCzMen[] = {{"Bořivoj"}, {"Čeněk"},   {"Jiří"},  {"Luděk"},
                           {"Ondřej"},  {"Přemysl"}, {"Tomáš"}, {"Zbyněk"}};
constexpr Word kCzFamiliesW[] = {{"Dvořáčková"}, {"Havlínová"}, {"Jirásková"},  {"Křížová"},
                                 {"Malečková"},  {"Němcová"},   {"Řezníčková"}, {"Šťastná"}};
constexpr Word kCzFamiliesM[] = {{"Dvořáček"}, {"Havlín"}, {"Jirásek"},  {"Kříž"},
                                 {"Maleček"},  {"Němec"},  {"Řezníček"}, {"Šťastný"}};
constexpr City kCzCities[] = {{{"Brno"}, "5"}, {{"Plzeň"}, "377"}, {{"Třebíč"}, "568"}};
constexpr Word kCzBegins[] = {{"Bílo"}, {"Zlato"}, {"Novo"}, {"Jasno"}, {"Horno"}, {"Modro"}};
constexpr Word kCzEnds[] = {{"bor"}, {"pole"}, {"důl"}, {"háj"}, {"zdroj"}, {"brod"}};
constexpr CompanyKind kCzKinds[] = {
    {"Pivovar {}", "pivovar", Trade::kBrewery}, {"Stáčírna {}", "stacirna", Trade::kWater},
    {"{} Obaly", "obaly", Trade::kPackaging},   {"{} Stroje", "stroje", Trade::kMachinery},
    {"Moštárna {}", "mostarna", Trade::kJuice}, {"Mlékárna {}", "mlekarna", Trade::kDairy}};
constexpr string_view kCzForms[] = {"s.r.o.", "a.s."};
constexpr string_view kCzTitles[] = {"Vedoucí nákupu", "Ředitel výroby", "Sládek"};
constexpr string_view kCzNotes[] = {"Chtějí nabídku do konce čtvrtletí."};

constexpr Word kGrWomen[] = {{"Ελένη", "eleni"},        {"Ευαγγελία", "evangelia"},
                             {"Κατερίνα", "katerina"},  {"Σοφία", "sofia"},
                             {"Χρυσούλα", "chrysoula"}, {"Ιωάννα", "ioanna"}};
constexpr Word kGrMen[] = {{"Αναστάσης", "anastasis"}, {"Γιώργος", "giorgos"},
                           {"Θανάσης", "thanasis"},    {"Λευτέρης", "lefteris"},
                           {"Σπύρος", "spyros"},       {"Φώτης", "fotis"}};
constexpr Word kGrFamiliesW[] = {{"Αλεξίου", "alexiou"},       {"Βασιλείου", "vasileiou"},
                                 {"Δημητριάδη", "dimitriadi"}, {"Καραγιάννη", "karagianni"},
                                 {"Μαυρίδη", "mavridi"},       {"Σαρρή", "sarri"}};
constexpr Word kGrFamiliesM[] = {{"Αλεξίου", "alexiou"},         {"Βασιλείου", "vasileiou"},
                                 {"Δημητριάδης", "dimitriadis"}, {"Καραγιάννης", "karagiannis"},
                                 {"Μαυρίδης", "mavridis"},       {"Σαρρής", "sarris"}};
constexpr City kGrCities[] = {{{"Βόλος", "volos"}, "2421"},
                              {{"Θεσσαλονίκη", "thessaloniki"}, "231"},
                              {{"Πάτρα", "patra"}, "261"}};
constexpr Word kGrBegins[] = {{"Χρυσο", "chryso"},
                              {"Λευκο", "lefko"},
                              {"Νεο", "neo"},
                              {"Κυανο", "kyano"},
                              {"Αργυρο", "argyro"}};
constexpr Word kGrEnds[] = {
    {"πηγή", "pigi"}, {"κάμπος", "kampos"}, {"ρέμα", "rema"}, {"χώρι", "chori"}, {"νέρι", "neri"}};
constexpr CompanyKind kGrKinds[] = {{"Ζυθοποιία {}", "zythos", Trade::kBrewery},
                                    {"{} Εμφιάλωση", "emfialosi", Trade::kWater},
                                    {"{} Συσκευασίες", "syskevasies", Trade::kPackaging},
                                    {"Χυμοί {}", "chymoi", Trade::kJuice}};
constexpr string_view kGrForms[] = {"Α.Ε.", "Ε.Π.Ε."};
constexpr string_view kGrTitles[] = {"Υπεύθυνος προμηθειών", "Διευθύντρια παραγωγής"};
constexpr string_view kGrNotes[] = {"Ο προϋπολογισμός αρχίζει τον Ιανουάριο.",
                                    "Θέλει να δει τη γραμμή από κοντά."};

constexpr Word kBgWomen[] = {{"Боряна", "boryana"},
                             {"Десислава", "desislava"},
                             {"Елица", "elitsa"},
                             {"Радостина", "radostina"},
                             {"Цветелина", "tsvetelina"}};
constexpr Word kBgMen[] = {{"Асен", "asen"},
                           {"Бойко", "boyko"},
                           {"Огнян", "ognyan"},
                           {"Пламен", "plamen"},
                           {"Явор", "yavor"}};
constexpr Word kBgFamiliesW[] = {{"Ангелова", "angelova"},
                                 {"Димитрова", "dimitrova"},
                                 {"Колева", "koleva"},
                                 {"Тодорова", "todorova"},
                                 {"Цанкова", "tsankova"}};
constexpr Word kBgFamiliesM[] = {{"Ангелов", "angelov"},
                                 {"Димитров", "dimitrov"},
                                 {"Колев", "kolev"},
                                 {"Тодоров", "todorov"},
                                 {"Цанков", "tsankov"}};
constexpr City kBgCities[] = {
    {{"Варна", "varna"}, "52"}, {{"Пловдив", "plovdiv"}, "32"}, {{"Русе", "ruse"}, "82"}};
constexpr Word kBgBegins[] = {
    {"Злато", "zlato"}, {"Бело", "belo"}, {"Ново", "novo"}, {"Ясно", "yasno"}};
constexpr Word kBgEnds[] = {
    {"поле", "pole"}, {"извор", "izvor"}, {"дол", "dol"}, {"бряг", "bryag"}};
constexpr CompanyKind kBgKinds[] = {{"Пивоварна {}", "pivovarna", Trade::kBrewery},
                                    {"{} Бутилиране", "butilirane", Trade::kWater},
                                    {"{} Опаковки", "opakovki", Trade::kPackaging},
                                    {"Сокове {}", "sokove", Trade::kJuice}};
constexpr string_view kBgForms[] = {"ООД", "АД"};
constexpr string_view kBgTitles[] = {"Началник производство", "Мениджър доставки"};
constexpr string_view kBgNotes[] = {"Иска оферта с монтаж."};

constexpr Word kUaWomen[] = {{"Галина", "halyna"},
                             {"Леся", "lesia"},
                             {"Оксана", "oksana"},
                             {"Соломія", "solomiia"},
                             {"Юлія", "yuliia"}};
constexpr Word kUaMen[] = {{"Богдан", "bohdan"},
                           {"Гнат", "hnat"},
                           {"Остап", "ostap"},
                           {"Тарас", "taras"},
                           {"Юрій", "yurii"}};
constexpr Word kUaFamilies[] = {{"Бондаренко", "bondarenko"},
                                {"Гончарук", "honcharuk"},
                                {"Журавель", "zhuravel"},
                                {"Кравченко", "kravchenko"},
                                {"Яременко", "yaremenko"}};
constexpr City kUaCities[] = {
    {{"Львів", "lviv"}, "32"}, {{"Вінниця", "vinnytsia"}, "432"}, {{"Полтава", "poltava"}, "532"}};
constexpr Word kUaBegins[] = {
    {"Золото", "zoloto"}, {"Біло", "bilo"}, {"Ново", "novo"}, {"Ясно", "yasno"}};
constexpr Word kUaEnds[] = {{"бір", "bir"}, {"дол", "dol"}, {"гай", "hai"}, {"пілля", "pillia"}};
constexpr CompanyKind kUaKinds[] = {{"Броварня {}", "brovarnia", Trade::kBrewery},
                                    {"{} Розлив", "rozlyv", Trade::kWater},
                                    {"{} Пакування", "pakuvannia", Trade::kPackaging},
                                    {"Молокозавод {}", "moloko", Trade::kDairy}};
constexpr string_view kUaForms[] = {"ТОВ", "ПрАТ"};
constexpr string_view kUaTitles[] = {"Керівник закупівель", "Головний інженер"};
constexpr string_view kUaNotes[] = {"Просить зателефонувати після обіду."};

constexpr Word kTrWomen[] = {{"Ayşegül"},      {"Çiğdem"}, {"Gülşah"},
                             {"İpek", "ipek"}, {"Özlem"},  {"Şule"}};
constexpr Word kTrMen[] = {{"Çağrı", "cagri"}, {"Göktuğ"}, {"İlker", "ilker"},
                           {"Oğuz"},           {"Şahin"},  {"Uğur"}};
constexpr Word kTrFamilies[] = {{"Akgündüz"},
                                {"Çelikkol"},
                                {"Güneşli"},
                                {"İnceoğlu", "inceoglu"},
                                {"Özbayrak"},
                                {"Şimşekoğlu"},
                                {"Yıldırımer", "yildirimer"}};
constexpr City kTrCities[] = {
    {{"Bursa"}, "224"}, {{"İzmir", "izmir"}, "232"}, {{"Eskişehir"}, "222"}};
constexpr Word kTrBegins[] = {{"Ak"}, {"Gümüş"}, {"Yeni"}, {"Altın", "altin"}, {"Çam"}};
constexpr Word kTrEnds[] = {{"pınar", "pinar"}, {"dere"}, {"ova"}, {"tepe"}, {"köy"}};
constexpr CompanyKind kTrKinds[] = {{"{} İçecek", "icecek", Trade::kJuice},
                                    {"{} Su", "su", Trade::kWater},
                                    {"{} Ambalaj", "ambalaj", Trade::kPackaging},
                                    {"{} Makine", "makine", Trade::kMachinery}};
constexpr string_view kTrForms[] = {"A.Ş.", "Ltd. Şti."};
constexpr string_view kTrTitles[] = {"Satın Alma Müdürü", "Üretim Müdürü"};
constexpr string_view kTrNotes[] = {"Numune şişe göndermek istiyor."};

constexpr Culture kEast[] = {
    {"Poland", "pl", 8, "48", "501", "ulica Młyńska", NameOrder::kGivenFirst, kPlWomen, kPlMen,
     kPlFamiliesW, kPlFamiliesM, kPlCities, kPlBegins, kPlEnds, kPlKinds, " ", kPlForms, kPlTitles,
     kPlNotes},
    {"Czechia", "cs", 5, "420", "601", "Mlýnská", NameOrder::kGivenFirst, kCzWomen, kCzMen,
     kCzFamiliesW, kCzFamiliesM, kCzCities, kCzBegins, kCzEnds, kCzKinds, ", ", kCzForms, kCzTitles,
     kCzNotes},
    {"Greece", "el", 4, "30", "690", "Οδός Πηγής", NameOrder::kGivenFirst, kGrWomen, kGrMen,
     kGrFamiliesW, kGrFamiliesM, kGrCities, kGrBegins, kGrEnds, kGrKinds, " ", kGrForms, kGrTitles,
     kGrNotes},
    {"Bulgaria", "bg", 3, "359", "87", "улица Липа", NameOrder::kGivenFirst, kBgWomen, kBgMen,
     kBgFamiliesW, kBgFamiliesM, kBgCities, kBgBegins, kBgEnds, kBgKinds, " ", kBgForms, kBgTitles,
     kBgNotes},
    {"Ukraine", "uk", 3, "380", "67", "вулиця Липова", NameOrder::kGivenFirst, kUaWomen, kUaMen,
     kUaFamilies, kUaFamilies, kUaCities, kUaBegins, kUaEnds, kUaKinds, ", ", kUaForms, kUaTitles,
     kUaNotes},
    {"Turkey", "tr", 3, "90", "532", "Değirmen Sokak", NameOrder::kGivenFirst, kTrWomen, kTrMen,
     kTrFamilies, kTrFamilies, kTrCities, kTrBegins, kTrEnds, kTrKinds, " ", kTrForms, kTrTitles,
     kTrNotes},
};

}  // namespace

std::span<const Culture> east() { return kEast; }

}  // namespace leadlight::sample
