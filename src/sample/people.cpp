#include "sample/people.h"

#include <array>
#include <vector>

#include "base/text.h"

namespace leadlight::sample {
namespace {

// From here on, names would repeat too often: a middle initial and a number in the address are
// added.
constexpr std::uint64_t kCrowd = 1000;

// All cultures, each as often as its weight says.
const std::vector<const Culture*>& weighted_cultures() {
  static const std::vector<const Culture*> kAll = [] {
    std::vector<const Culture*> all;
    for (const auto& cultures : {west(), north(), east(), asia(), south()}) {
      for (const Culture& culture : cultures)
        all.insert(all.end(), static_cast<std::size_t>(culture.weight), &culture);
    }
    return all;
  }();
  return kAll;
}

// How a word stands in an address: letters and digits of it.
void append_latin(std::string& out, const Word& word) {
  const std::string text = word.latin.empty() ? folded(word.text) : std::string(word.latin);
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
}

std::string in_pattern(std::string_view pattern, std::string_view stem) {
  const std::size_t gap = pattern.find("{}");
  return std::string(pattern.substr(0, gap)).append(stem).append(pattern.substr(gap + 2));
}

void append_digits(std::string& out, std::uint32_t value, int digits) {
  std::uint32_t unit = 1;
  for (int i = 1; i < digits; ++i) unit *= 10;
  for (; unit > 0; unit /= 10) out += static_cast<char>('0' + value / unit % 10);
}

std::string employees_text(Dice& dice) {
  constexpr std::array<std::string_view, 8> kRanges{"1-10",     "11-50",       "51-200", "201-500",
                                                    "501-1000", "1,001-5,000", "10+",    "5,000+"};
  if (dice.percent(30)) return std::string(dice.of(kRanges));
  constexpr std::array<std::uint32_t, 6> kScales{8, 30, 90, 300, 700, 2600};
  const std::uint32_t scale = dice.of(kScales);
  return std::to_string(scale / 2 + dice.below(scale) + 1);
}

constexpr std::array<std::string_view, 14> kInternationalTitles{
    "Head of Procurement", "Plant Manager",         "Operations Director",
    "Packaging Engineer",  "Quality Manager",       "CEO",
    "Technical Buyer",     "Production Supervisor", "Sustainability Lead",
    "Maintenance Lead",    "Managing Director",     "Supply Chain Manager",
    "Project Engineer",    "Line Operator"};

}  // namespace

Company company_of(std::uint64_t seed, std::uint64_t number) {
  Dice dice(seed, Stream::kCompany, number);
  Company company;
  const Culture& culture = *dice.of(weighted_cultures());
  company.culture = &culture;
  company.city = &dice.of(culture.cities);
  const Word& begin = dice.of(culture.stem_begins);
  const Word* end = &dice.of(culture.stem_ends);
  if (folded(begin.text) == folded(end->text)) end = &culture.stem_ends.front();
  const CompanyKind& kind = dice.of(culture.kinds);
  company.trade = kind.trade;
  company.name = in_pattern(kind.pattern, std::string(begin.text).append(end->text));
  company.name.append(culture.legal_joint).append(dice.of(culture.legal_forms));
  append_latin(company.domain, begin);
  if (!end->text.empty()) append_latin(company.domain, *end);
  company.domain.append("-").append(kind.latin).append(".example");
  company.phone = std::string("+")
                      .append(culture.calling_code)
                      .append(" ")
                      .append(company.city->area)
                      .append(" 555 01");
  append_digits(company.phone, dice.below(100), 2);
  company.employees = employees_text(dice);
  company.street =
      std::string(culture.street).append(" ").append(std::to_string(dice.between(1, 140)));
  return company;
}

std::string_view name_of(Trade trade) {
  switch (trade) {
    case Trade::kBrewery: return "Brewing";
    case Trade::kWater: return "Bottled water";
    case Trade::kPackaging: return "Packaging";
    case Trade::kMachinery: return "Machinery";
    case Trade::kJuice: return "Juice and soft drinks";
    case Trade::kDairy: break;
  }
  return "Dairy";
}

Person person_of(std::uint64_t seed, std::uint64_t number, const Company& company) {
  Dice dice(seed, Stream::kPerson, number);
  const Culture& culture = *company.culture;
  const bool is_woman = dice.percent(50);
  const Word& given = dice.of(is_woman ? culture.women : culture.men);
  const Word& family = dice.of(is_woman ? culture.families_of_women : culture.families_of_men);
  Person person;
  person.first_name = given.text;
  person.last_name = family.text;
  std::string given_latin;
  std::string family_latin;
  append_latin(given_latin, given);
  append_latin(family_latin, family);
  if (number >= kCrowd && culture.order == NameOrder::kGivenFirst) {
    person.first_name.append(" ").append(1, static_cast<char>('A' + dice.below(26))).append(".");
  }
  const auto joined = [](std::string_view a, std::string_view joint, std::string_view b) {
    return std::string(a).append(joint).append(b);
  };
  switch (culture.order) {
    case NameOrder::kGivenFirst:
      person.full_name = joined(person.first_name, " ", person.last_name);
      break;
    case NameOrder::kFamilyFirst:
      person.full_name = joined(person.last_name, " ", person.first_name);
      break;
    case NameOrder::kFamilyFirstJoined:
      person.full_name = joined(person.last_name, "", person.first_name);
      break;
  }
  const std::string crowd = number >= kCrowd ? std::to_string(number) : std::string();
  switch (company.domain.size() % 3) {  // each company has its own way
    case 0: person.email = joined(given_latin, ".", family_latin); break;
    case 1: person.email = joined(given_latin.substr(0, 1), ".", family_latin); break;
    default: person.email = joined(family_latin, ".", given_latin); break;
  }
  person.email.append(crowd).append("@").append(company.domain);
  person.phone = company.phone + "-";
  append_digits(person.phone, 10 + dice.below(90), 2);
  person.mobile =
      joined("+", culture.calling_code, " ").append(culture.mobile_area).append(" 555 01");
  append_digits(person.mobile, dice.below(10'000), 4);
  person.linkedin =
      joined("https://linkedin.example/in/", given_latin, "-").append(family_latin).append(crowd);
  person.title = dice.percent(55) ? dice.of(kInternationalTitles) : dice.of(culture.titles);
  return person;
}

}  // namespace leadlight::sample
