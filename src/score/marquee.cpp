#include "score/marquee.h"

#include <algorithm>

#include "base/text.h"

namespace leadlight::score {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The host's part of an address, its case as it is.
std::string_view host_in(std::string_view address) {
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
  return address;
}

// The first letter that does not fold to nothing.
std::string folded_beginning(std::string_view text) {
  text = trimmed(text);
  std::string beginning;
  for (std::size_t at = 0; at < text.size() && beginning.empty();) {
    const std::size_t from = at;
    decode_utf8(text, at);
    append_folded(beginning, text.substr(from, at - from));
  }
  return beginning;
}

}  // namespace

std::string host_of(std::string_view address) {
  std::string host(host_in(address));
  for (char& c : host) c = lower(c);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

MarqueeList::MarqueeList(const std::vector<std::string>& entries) {
  for (const std::string& entry : entries) {
    std::string name = folded(trimmed(entry));
    if (!name.empty()) {
      name_beginnings_.push_back(folded_beginning(entry));
      names_.insert(std::move(name));
    }
    std::string host = host_of(entry);
    const bool is_domain =
        host.find('.') != std::string::npos && host.find(' ') == std::string::npos;
    if (!is_domain || host.size() >= domain_lengths_.size()) continue;  // no host name is as long
    domain_lengths_[host.size()] = true;
    domains_.insert(std::move(host));
  }
}

bool MarqueeList::has_name(std::string_view company) const {
  return std::ranges::contains(name_beginnings_, folded_beginning(company)) &&
         names_.contains(folded(trimmed(company)));
}

bool MarqueeList::has_domain(std::string_view domain) const {
  if (domain.size() >= domain_lengths_.size() || !domain_lengths_[domain.size()]) return false;
  std::string lower_case(domain);
  for (char& c : lower_case) c = lower(c);
  return domains_.contains(lower_case);
}

// From the back, byte by byte: this runs for every lead's e-mail address.
bool MarqueeList::has_host(std::string_view address) const {
  for (std::size_t at = address.size(); at > 0; --at) {
    const char before = address[at - 1];
    if (before != '.' && before != '@') continue;
    if (has_domain(address.substr(at))) return true;
    if (before == '@') return false;
  }
  return has_domain(address);
}

bool MarqueeList::has(const Model& model, Row lead) {
  if (empty()) return false;
  const auto cell = [&](LeadField field) {
    return model.leads().cell(lead, static_cast<ColumnIndex>(field));
  };
  const auto view = [&](TextId text) { return model.texts().view(text); };
  const TextId company = cell(LeadField::kCompany);
  const auto has_company = [&] { return has_name(view(company)) ? 1 : 0; };
  if (company != kNoText && companies_.of(company, has_company) != 0) return true;
  if (domains_.empty()) return false;
  const TextId website = cell(LeadField::kWebsite);
  const auto has_website = [&] { return has_host(host_in(view(website))) ? 1 : 0; };
  if (website != kNoText && websites_.of(website, has_website) != 0) return true;
  return has_host(trimmed(view(cell(LeadField::kEmail))));
}

}  // namespace leadlight::score
