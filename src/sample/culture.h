// What the sample data knows of a country: how people and companies are called there, and in which
// script. All of it is invented for the samples; companies' domains end in ".example", which nobody
// can have, and phone numbers lie in 555 01.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace leadlight::sample {

// A word as it is written, and how it stands in an address where that isn't just the folded text.
struct Word {
  std::string_view text;
  std::string_view latin = {};
};

struct City {
  Word name;
  std::string_view area;  // phone area code
};

enum class Trade : std::uint8_t { kBrewery, kWater, kPackaging, kMachinery, kJuice, kDairy };

struct CompanyKind {
  std::string_view pattern;  // "Brauerei {}"
  std::string_view latin;    // for the domain
  Trade trade = Trade::kWater;
};

enum class NameOrder : std::uint8_t { kGivenFirst, kFamilyFirst, kFamilyFirstJoined };

struct Culture {
  std::string_view country;
  std::string_view language;
  int weight = 1;  // how often it occurs
  std::string_view calling_code;
  std::string_view mobile_area;
  std::string_view street;
  NameOrder order = NameOrder::kGivenFirst;
  std::span<const Word> women;
  std::span<const Word> men;
  std::span<const Word> families_of_women;
  std::span<const Word> families_of_men;
  std::span<const City> cities;
  std::span<const Word> stem_begins;  // companies: "Eichen" and "feld"
  std::span<const Word> stem_ends;
  std::span<const CompanyKind> kinds;
  std::string_view legal_joint = " ";
  std::span<const std::string_view> legal_forms;
  std::span<const std::string_view> titles;  // beside the international ones
  std::span<const std::string_view> notes;   // in the country's own language
};

std::span<const Culture> west();   // cultures_west.cpp
std::span<const Culture> north();  // cultures_north.cpp
std::span<const Culture> east();   // cultures_east.cpp
std::span<const Culture> asia();   // cultures_asia.cpp
std::span<const Culture> south();  // cultures_south.cpp: scripts that need shaping

}  // namespace leadlight::sample
