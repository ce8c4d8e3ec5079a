// Addresses and numbers in a piece of a signature, wherever in it they stand.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leadlight::interchange {

struct Contacts {
  // "email", "website", "linkedin", "phone", "mobile" or "fax", in the order of the text.
  std::vector<std::pair<std::string_view, std::string>> found;
  std::string rest;  // what is neither one of them nor its label
};
Contacts contacts_in(std::string_view piece);

// Without what stands around it for its looks: "* 📞 +49 30 1234 |".
std::string_view bare(std::string_view text);

}  // namespace leadlight::interchange
