// What the words and signs of a signature say, in four languages.
#pragma once
#include <string_view>

namespace leadlight::interchange {

bool is_title(std::string_view text);        // "Head of Sales", "Einkaufsleiterin"
bool has_legal_form(std::string_view text);  // "Bolt GmbH", "Levante S.L."
bool is_farewell(std::string_view text);     // "Mit freundlichen Grüßen"
bool is_country(std::string_view text);
bool is_degree(std::string_view text);  // "MBA"
bool is_street(std::string_view text);  // with a number
bool is_name(std::string_view text);    // written as a person's: two to five words
bool is_website(std::string_view word);
bool is_mail_provider(std::string_view domain);  // which says nothing of a company

// "fax", or the field that a label or a table's header names: "Tél." is "phone". Empty: none.
std::string_view field_of_label(std::string_view label);

// What stands in "10115 Berlin", "Austin TX 78701", "London EC1A 1BB"; all empty if it is no town.
struct Town {
  std::string_view city, region, postal_code;
};
Town town_in(std::string_view text);

}  // namespace leadlight::interchange
