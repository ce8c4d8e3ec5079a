// Japan, China, Korea.
#include "sample/culture.h"

namespace leadlight::sample {
namespace {

using std::string_view;

constexpr Word kJpWomen[] = {{"彩花", "ayaka"}, {"千尋", "chihiro"},  {"美咲", "misaki"},
                             {"奈緒", "nao"},   {"さくら", "sakura"}, {"優子", "yuko"}};
constexpr Word kJpMen[] = {{"太郎", "taro"}, {"健一", "kenichi"}, {"浩二", "koji"},
                           {"翔", "sho"},    {"拓也", "takuya"},  {"雄大", "yudai"}};
constexpr Word kJpFamilies[] = {{"青柳", "aoyagi"},    {"藤原", "fujiwara"}, {"平野", "hirano"},
                                {"石橋", "ishibashi"}, {"上村", "kamimura"}, {"三浦", "miura"},
                                {"西川", "nishikawa"}, {"大谷", "otani"},    {"高瀬", "takase"},
                                {"山田", "yamada"}};
constexpr City kJpCities[] = {
    {{"神戸市", "kobe"}, "78"}, {{"松本市", "matsumoto"}, "263"}, {{"仙台市", "sendai"}, "22"}};
constexpr Word kJpBegins[] = {{"青", "ao"},   {"白", "shira"}, {"南", "minami"},
                              {"清", "kiyo"}, {"松", "matsu"}, {"高", "taka"}};
constexpr Word kJpEnds[] = {{"川", "kawa"}, {"泉", "izumi"}, {"山", "yama"},
                            {"原", "hara"}, {"島", "shima"}, {"谷", "tani"}};
constexpr CompanyKind kJpKinds[] = {{"{}酒造", "shuzo", Trade::kBrewery},
                                    {"{}飲料", "inryo", Trade::kJuice},
                                    {"{}包装", "hoso", Trade::kPackaging},
                                    {"{}製作所", "works", Trade::kMachinery},
                                    {"{}乳業", "nyugyo", Trade::kDairy}};
constexpr string_view kJpForms[] = {"株式会社", "有限会社"};
constexpr string_view kJpTitles[] = {"購買部長", "工場長", "生産技術課長"};
constexpr string_view kJpNotes[] = {"展示会で充填機に関心あり。",
                                    "資料は日本語でお願いしますとのこと。", "来年度の予算で検討。"};

constexpr Word kCnWomen[] = {{"秀英", "xiuying"},
                             {"丽娜", "lina"},
                             {"雪梅", "xuemei"},
                             {"静", "jing"},
                             {"婷婷", "tingting"}};
constexpr Word kCnMen[] = {{"建国", "jianguo"},
                           {"志强", "zhiqiang"},
                           {"伟", "wei"},
                           {"文博", "wenbo"},
                           {"晓东", "xiaodong"}};
constexpr Word kCnFamilies[] = {{"陈", "chen"}, {"郭", "guo"}, {"何", "he"}, {"林", "lin"},
                                {"孙", "sun"},  {"吴", "wu"},  {"徐", "xu"}, {"周", "zhou"}};
constexpr City kCnCities[] = {
    {{"杭州", "hangzhou"}, "571"}, {{"青岛", "qingdao"}, "532"}, {{"苏州", "suzhou"}, "512"}};
constexpr Word kCnBegins[] = {{"清", "qing"}, {"远", "yuan"}, {"金", "jin"},
                              {"新", "xin"},  {"云", "yun"},  {"海", "hai"}};
constexpr Word kCnEnds[] = {{"泉", "quan"}, {"山", "shan"}, {"河", "he"},
                            {"源", "yuan"}, {"峰", "feng"}, {"川", "chuan"}};
constexpr CompanyKind kCnKinds[] = {{"{}啤酒", "pijiu", Trade::kBrewery},
                                    {"{}饮料", "yinliao", Trade::kJuice},
                                    {"{}包装", "baozhuang", Trade::kPackaging},
                                    {"{}机械", "jixie", Trade::kMachinery},
                                    {"{}乳业", "ruye", Trade::kDairy}};
constexpr string_view kCnForms[] = {"有限公司", "股份有限公司"};
constexpr string_view kCnTitles[] = {"采购经理", "生产总监", "设备工程师"};
constexpr string_view kCnNotes[] = {"想了解灌装线的节水数据。", "希望安排线上演示。"};

constexpr Word kKrWomen[] = {{"민지", "minji"},
                             {"서연", "seoyeon"},
                             {"은영", "eunyoung"},
                             {"지혜", "jihye"},
                             {"하은", "haeun"}};
constexpr Word kKrMen[] = {{"민수", "minsu"},
                           {"성호", "seongho"},
                           {"영철", "youngchul"},
                           {"준호", "junho"},
                           {"태현", "taehyun"}};
constexpr Word kKrFamilies[] = {{"강", "kang"}, {"김", "kim"},  {"박", "park"}, {"서", "seo"},
                                {"오", "oh"},   {"윤", "yoon"}, {"최", "choi"}, {"한", "han"}};
constexpr City kKrCities[] = {
    {{"대전", "daejeon"}, "42"}, {{"부산", "busan"}, "51"}, {{"전주", "jeonju"}, "63"}};
constexpr Word kKrBegins[] = {
    {"한", "han"}, {"맑은", "malgeun"}, {"새", "sae"}, {"푸른", "pureun"}, {"은", "eun"}};
constexpr Word kKrEnds[] = {
    {"솔", "sol"}, {"샘", "saem"}, {"빛", "bit"}, {"들", "deul"}, {"강", "gang"}};
constexpr CompanyKind kKrKinds[] = {{"{}맥주", "maekju", Trade::kBrewery},
                                    {"{}음료", "eumryo", Trade::kJuice},
                                    {"{}포장", "pojang", Trade::kPackaging},
                                    {"{}기계", "gigye", Trade::kMachinery}};
constexpr string_view kKrForms[] = {"(주)", "㈜"};
constexpr string_view kKrTitles[] = {"구매팀장", "공장장", "생산기술 과장"};
constexpr string_view kKrNotes[] = {"견적서를 한국어로 요청함.", "다음 달에 다시 연락하기로 함."};

constexpr Culture kAsia[] = {
    {"Japan", "ja", 5, "81", "90", "本町", NameOrder::kFamilyFirst, kJpWomen, kJpMen, kJpFamilies,
     kJpFamilies, kJpCities, kJpBegins, kJpEnds, kJpKinds, "", kJpForms, kJpTitles, kJpNotes},
    {"China", "zh", 4, "86", "139", "清泉路", NameOrder::kFamilyFirstJoined, kCnWomen, kCnMen,
     kCnFamilies, kCnFamilies, kCnCities, kCnBegins, kCnEnds, kCnKinds, "", kCnForms, kCnTitles,
     kCnNotes},
    {"South Korea", "ko", 4, "82", "10", "샘물로", NameOrder::kFamilyFirstJoined, kKrWomen, kKrMen,
     kKrFamilies, kKrFamilies, kKrCities, kKrBegins, kKrEnds, kKrKinds, "", kKrForms, kKrTitles,
     kKrNotes},
};

}  // namespace

std::span<const Culture> asia() { return kAsia; }

}  // namespace leadlight::sample
