// United Arab Emirates, Israel, India, Thailand: scripts that are written from right to left or
// need shaping.
#include "sample/culture.h"

namespace leadlight::sample {
namespace {

using std::string_view;

constexpr Word kAeWomen[] = {
    {"أمينة", "amina"}, {"ريم", "reem"}, {"سلمى", "salma"}, {"ليلى", "layla"}, {"هدى", "huda"}};
constexpr Word kAeMen[] = {
    {"أحمد", "ahmad"}, {"خالد", "khalid"}, {"سامي", "sami"}, {"عمر", "omar"}, {"يوسف", "yousef"}};
constexpr Word kAeFamilies[] = {{"البستاني", "albustani"},
                                {"الحداد", "alhaddad"},
                                {"الخطيب", "alkhatib"},
                                {"السقاف", "alsaqqaf"},
                                {"النجار", "alnajjar"}};
constexpr City kAeCities[] = {
    {{"دبي", "dubai"}, "4"}, {{"الشارقة", "sharjah"}, "6"}, {{"العين", "alain"}, "3"}};
constexpr Word kAeBegins[] = {{"النخيل", "nakhil"}, {"الواحة", "waha"}, {"الربيع", "rabee"},
                              {"الفجر", "fajr"},    {"الصفاء", "safa"}, {"الندى", "nada"}};
constexpr Word kAeEnds[] = {
    {"", ""}, {" الدولية", "intl"}, {" المتحدة", "united"}, {" الحديثة", "modern"}};
constexpr CompanyKind kAeKinds[] = {{"شركة {} للمشروبات", "drinks", Trade::kJuice},
                                    {"شركة {} للتغليف", "packaging", Trade::kPackaging},
                                    {"مياه {}", "water", Trade::kWater},
                                    {"شركة {} للألبان", "dairy", Trade::kDairy}};
constexpr string_view kAeForms[] = {"ذ.م.م", "ش.م.ع"};
constexpr string_view kAeTitles[] = {"مدير المشتريات", "مديرة الإنتاج"};
constexpr string_view kAeNotes[] = {"طلب عرض سعر لخط تعبئة المياه.", "يفضل التواصل صباحًا."};

constexpr Word kIlWomen[] = {
    {"איילת", "ayelet"}, {"דנה", "dana"}, {"מיכל", "michal"}, {"נועה", "noa"}, {"שירה", "shira"}};
constexpr Word kIlMen[] = {
    {"אבי", "avi"}, {"גיל", "gil"}, {"יונתן", "yonatan"}, {"עומר", "omer"}, {"רון", "ron"}};
constexpr Word kIlFamilies[] = {{"אלוני", "aloni"},
                                {"ברקת", "bareket"},
                                {"הררי", "harari"},
                                {"כרמי", "karmi"},
                                {"שקדי", "shkedi"}};
constexpr City kIlCities[] = {{{"חיפה", "haifa"}, "4"}, {{"רחובות", "rehovot"}, "8"}};
constexpr Word kIlBegins[] = {
    {"מעיין ", "maayan"}, {"נחל ", "nahal"}, {"הר ", "har"}, {"גן ", "gan"}, {"עמק ", "emek"}};
constexpr Word kIlEnds[] = {
    {"ברוש", "brosh"}, {"כסף", "kesef"}, {"אלון", "alon"}, {"שקד", "shaked"}, {"רימון", "rimon"}};
constexpr CompanyKind kIlKinds[] = {{"מבשלת {}", "brewery", Trade::kBrewery},
                                    {"משקאות {}", "drinks", Trade::kJuice},
                                    {"אריזות {}", "packaging", Trade::kPackaging},
                                    {"מחלבת {}", "dairy", Trade::kDairy}};
constexpr string_view kIlForms[] = {"בע״מ"};
constexpr string_view kIlTitles[] = {"מנהל רכש", "מנהלת תפעול"};
constexpr string_view kIlNotes[] = {"ביקשה הצעת מחיר עד סוף החודש."};

constexpr Word kInWomen[] = {{"अनीता", "anita"},
                             {"कविता", "kavita"},
                             {"प्रिया", "priya"},
                             {"मीरा", "meera"},
                             {"सुनीता", "sunita"}};
constexpr Word kInMen[] = {
    {"अर्जुन", "arjun"}, {"दीपक", "deepak"}, {"रवि", "ravi"}, {"विक्रम", "vikram"}, {"संजय", "sanjay"}};
constexpr Word kInFamilies[] = {{"अग्रवाल", "agrawal"}, {"जोशी", "joshi"},  {"त्रिवेदी", "trivedi"},
                                {"मेहता", "mehta"},     {"शर्मा", "sharma"}, {"सक्सेना", "saksena"}};
constexpr City kInCities[] = {
    {{"इंदौर", "indore"}, "731"}, {{"नागपुर", "nagpur"}, "712"}, {{"पुणे", "pune"}, "20"}};
constexpr Word kInBegins[] = {{"नव", "nav"},    {"शुभ", "shubh"},  {"अमृत", "amrit"},
                              {"गिरि", "giri"}, {"सूर्य", "surya"}, {"नील", "neel"}};
constexpr Word kInEnds[] = {
    {"धारा", "dhara"}, {"सागर", "sagar"}, {"जल", "jal"}, {"वन", "van"}, {"दीप", "deep"}};
constexpr CompanyKind kInKinds[] = {{"{} पेय", "peya", Trade::kJuice},
                                    {"{} पैकेजिंग", "packaging", Trade::kPackaging},
                                    {"{} डेयरी", "dairy", Trade::kDairy},
                                    {"{} मशीनरी", "machinery", Trade::kMachinery}};
constexpr string_view kInForms[] = {"प्रा. लि.", "लि."};
constexpr string_view kInTitles[] = {"क्रय प्रबंधक", "उत्पादन प्रमुख"};
constexpr string_view kInNotes[] = {"नई बोतलिंग लाइन के लिए कोटेशन चाहिए।", "अगले सप्ताह फिर बात करें।"};

constexpr Word kThWomen[] = {{"กนกวรรณ", "kanokwan"},
                             {"จิราพร", "jiraporn"},
                             {"นภา", "napha"},
                             {"พิมพ์ใจ", "phimjai"},
                             {"สุดา", "suda"}};
constexpr Word kThMen[] = {{"กิตติ", "kitti"},
                           {"ชาญชัย", "chanchai"},
                           {"ธนา", "thana"},
                           {"ประเสริฐ", "prasert"},
                           {"วิชัย", "wichai"}};
constexpr Word kThFamilies[] = {{"แก้วใส", "kaewsai"},
                                {"ชัยมงคล", "chaimongkol"},
                                {"ทองดี", "thongdee"},
                                {"ศรีสุข", "srisuk"},
                                {"แสงทอง", "saengthong"}};
constexpr City kThCities[] = {{{"เชียงใหม่", "chiangmai"}, "53"}, {{"ขอนแก่น", "khonkaen"}, "43"}};
constexpr Word kThBegins[] = {
    {"น้ำ", "nam"}, {"ทอง", "thong"}, {"ศรี", "sri"}, {"แสง", "saeng"}, {"ชัย", "chai"}};
constexpr Word kThEnds[] = {
    {"ใส", "sai"}, {"ธาร", "than"}, {"ไพร", "phrai"}, {"นที", "nathi"}, {"ดอย", "doi"}};
constexpr CompanyKind kThKinds[] = {{"โรงเบียร์ {}", "brewery", Trade::kBrewery},
                                    {"{} เครื่องดื่ม", "drinks", Trade::kJuice},
                                    {"{} บรรจุภัณฑ์", "packaging", Trade::kPackaging},
                                    {"{} น้ำแร่", "water", Trade::kWater}};
constexpr string_view kThForms[] = {"จำกัด", "จำกัด (มหาชน)"};
constexpr string_view kThTitles[] = {"ผู้จัดการฝ่ายจัดซื้อ", "ผู้จัดการโรงงาน"};
constexpr string_view kThNotes[] = {"สนใจเครื่องบรรจุขวดแก้ว ขอใบเสนอราคา"};

constexpr Culture kSouth[] = {
    {"United Arab Emirates", "ar", 3, "971", "50", "شارع النبع", NameOrder::kGivenFirst, kAeWomen,
     kAeMen, kAeFamilies, kAeFamilies, kAeCities, kAeBegins, kAeEnds, kAeKinds, " ", kAeForms,
     kAeTitles, kAeNotes},
    {"Israel", "he", 2, "972", "50", "רחוב המעיין", NameOrder::kGivenFirst, kIlWomen, kIlMen,
     kIlFamilies, kIlFamilies, kIlCities, kIlBegins, kIlEnds, kIlKinds, " ", kIlForms, kIlTitles,
     kIlNotes},
    {"India", "hi", 4, "91", "98", "जल मार्ग", NameOrder::kGivenFirst, kInWomen, kInMen, kInFamilies,
     kInFamilies, kInCities, kInBegins, kInEnds, kInKinds, " ", kInForms, kInTitles, kInNotes},
    {"Thailand", "th", 2, "66", "81", "ถนนน้ำใส", NameOrder::kGivenFirst, kThWomen, kThMen,
     kThFamilies, kThFamilies, kThCities, kThBegins, kThEnds, kThKinds, " ", kThForms, kThTitles,
     kThNotes},
};

}  // namespace

std::span<const Culture> south() { return kSouth; }

}  // namespace leadlight::sample
