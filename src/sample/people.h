// Invented companies and the people in them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sample/culture.h"
#include "sample/dice.h"

namespace leadlight::sample {

struct Company {
  const Culture* culture = nullptr;
  const City* city = nullptr;
  Trade trade = Trade::kWater;
  std::string name;
  std::string domain;     // "brauerei-eichenfeld.example"
  std::string phone;      // without the extension
  std::string employees;  // a number or a range, as lists have it
  std::string street;
};
Company company_of(std::uint64_t seed, std::uint64_t number);
std::string_view name_of(Trade trade);  // "Brewing"

struct Person {
  std::string full_name;
  std::string first_name;
  std::string last_name;
  std::string email;
  std::string phone;
  std::string mobile;
  std::string linkedin;
  std::string title;
};
// `number` tells people of the same name apart where there are many.
Person person_of(std::uint64_t seed, std::uint64_t number, const Company& company);

}  // namespace leadlight::sample
