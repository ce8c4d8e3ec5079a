#include "app/hand_over.h"

#include <string_view>

#include "app/url.h"
#include "app/words.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

// Digits and a leading plus; an extension ("x12", "ext. 12") is for the person to dial.
std::string dialled(std::string_view text) {
  const std::size_t first = text.find_first_of("0123456789");
  if (first == std::string_view::npos) return {};
  return canonical_phone(text.substr(0, text.find_first_of("xXeE#;,", first)));
}

std::string phone_of(const Model& model, Row lead, LeadField first, LeadField second) {
  std::string phone = dialled(model.text(lead, first));
  return phone.empty() ? dialled(model.text(lead, second)) : phone;
}

// Lines end as in mail (RFC 6068).
std::string encoded_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n'))
    out.append(out.empty() && line.data() == text.data() ? "" : "%0D%0A")
        .append(percent_encoded(line));
  return out;
}

std::string mailto(std::string_view address, const Words& words) {
  const std::size_t at = address.rfind('@');
  std::string url = std::string("mailto:")
                        .append(percent_encoded(address.substr(0, at)))
                        .append("@")
                        .append(percent_encoded(address.substr(at + 1)));
  if (!words.subject.empty()) url.append("?subject=").append(percent_encoded(words.subject));
  if (!words.body.empty())
    url.append(words.subject.empty() ? "?body=" : "&body=").append(encoded_lines(words.body));
  return url;
}

// The profile's path if the text is a LinkedIn address: "https://de.linkedin.com/in/olga" ->
// "in/olga".
std::string_view profile_path(std::string_view text) {
  constexpr std::string_view kHost = "linkedin.com/";
  for (const std::string_view scheme : {"https://", "http://"})
    if (text.starts_with(scheme)) text.remove_prefix(scheme.size());
  const std::size_t host = text.find(kHost);
  if (host == std::string_view::npos) return {};
  const std::string_view before = text.substr(0, host);
  if (before.find_first_of("/?#@:") != std::string_view::npos) return {};
  if (!before.empty() && !before.ends_with('.')) return {};
  return text.substr(host + kHost.size());
}

// Encoded, but for slashes, and without query and fragment.
std::string encoded_path(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  std::string out;
  for (const std::string_view part : split(percent_decoded(path), '/')) {
    if (!out.empty()) out += '/';
    out += percent_encoded(part);
  }
  return out;
}

std::string linkedin(const Model& model, Row lead) {
  const std::string_view path = profile_path(trimmed(model.text(lead, LeadField::kLinkedin)));
  if (!path.empty()) return "https://www.linkedin.com/" + encoded_path(path);
  std::string person = model.name_of(lead);
  const std::string_view company = trimmed(model.text(lead, LeadField::kCompany));
  if (person != company && !company.empty()) person.append(" ").append(company);
  return "https://www.linkedin.com/search/results/all/?keywords=" + percent_encoded(person);
}

bool can_be_searched_for(const Model& model, Row lead) {
  for (const LeadField field : {LeadField::kLinkedin, LeadField::kFullName, LeadField::kFirstName,
                                LeadField::kLastName, LeadField::kCompany})
    if (!trimmed(model.text(lead, field)).empty()) return true;
  return false;
}

}  // namespace

Result<std::string> hand_over_url(const Model& model, Row lead, TouchKind channel,
                                  const Words& along) {
  const std::string name = model.name_of(lead);
  if (model.lead(lead).do_not_contact) return std::unexpected(words::do_not_contact(name));
  switch (channel) {
    case TouchKind::kEmail: {
      const std::string_view address = trimmed(model.text(lead, LeadField::kEmail));
      if (!canonical_email(address).empty()) return mailto(address, along);
      break;
    }
    case TouchKind::kCall:
    case TouchKind::kVoicemail: {
      const std::string phone = phone_of(model, lead, LeadField::kPhone, LeadField::kMobile);
      if (!phone.empty()) return "tel:" + phone;
      break;
    }
    case TouchKind::kTextMessage: {
      const std::string phone = phone_of(model, lead, LeadField::kMobile, LeadField::kPhone);
      // Old iPhones part the number from the text by '&', everybody else by '?': this suits both.
      if (!phone.empty())
        return "sms:" + phone +
               (along.body.empty() ? std::string() : "?&body=" + encoded_lines(along.body));
      break;
    }
    case TouchKind::kLinkedin:
      if (can_be_searched_for(model, lead)) return linkedin(model, lead);
      break;
    default: return std::unexpected(words::no_program_for(channel));
  }
  return std::unexpected(words::no_address_for(name, channel));
}

}  // namespace leadlight::app
