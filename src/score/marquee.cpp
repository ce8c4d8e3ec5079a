#include "score/marquee.h"

#include "base/text.h"

namespace leadlight::score {

std::string host_of(std::string_view address) {
  address = trimmed(address);
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
  }
  address = address.substr(0, address.find_first_of("/?#"));
  if (const std::size_t at = address.rfind('@'); at != std::string_view::npos) {
    address.remove_prefix(at + 1);
  }
  address = address.substr(0, address.find(':'));
  while (address.ends_with('.')) address.remove_suffix(1);
  std::string host(address);
  for (char& c : host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

MarqueeList::MarqueeList(const std::vector<std::string>& entries) {
  for (const std::string& entry : entries) {
    std::string name = folded(trimmed(entry));
    if (!name.empty()) names_.insert(std::move(name));
    std::string host = host_of(entry);
    const bool is_domain =
        host.find('.') != std::string::npos && host.find(' ') == std::string::npos;
    if (is_domain) domains_.insert(std::move(host));
  }
}

bool MarqueeList::has_name(std::string_view company) const {
  return names_.contains(folded(trimmed(company)));
}

bool MarqueeList::has_address(std::string_view address) const {
  if (domains_.empty()) return false;
  const std::string host = host_of(address);
  for (std::string_view rest = host; !rest.empty();) {
    if (domains_.contains(rest)) return true;
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) return false;
    rest.remove_prefix(dot + 1);
  }
  return false;
}

bool MarqueeList::has(const Model& model, Row lead) {
  if (empty()) return false;
  const auto cell = [&](LeadField field) {
    return model.leads().cell(lead, static_cast<ColumnIndex>(field));
  };
  const auto view = [&](TextId text) { return model.texts().view(text); };
  const TextId company = cell(LeadField::kCompany);
  if (company != kNoText &&
      companies_.of(company, [&] { return has_name(view(company)) ? 1 : 0; })) {
    return true;
  }
  const TextId website = cell(LeadField::kWebsite);
  if (website != kNoText &&
      websites_.of(website, [&] { return has_address(view(website)) ? 1 : 0; })) {
    return true;
  }
  const TextId email = cell(LeadField::kEmail);
  return email != kNoText && has_address(view(email));
}

}  // namespace leadlight::score
