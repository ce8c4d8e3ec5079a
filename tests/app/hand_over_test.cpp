#include "app/hand_over.h"

#include <gtest/gtest.h>

#include "fixture.h"

namespace leadlight::test {
namespace {

std::string url_of(app::Fields fields, TouchKind channel) {
  Device device;
  Page page(device);
  if (fields.empty() || fields.front().first != "full_name")
    fields.emplace_back("full_name", "Olga Petrova");
  const Id lead = page.add(std::move(fields));
  return app::hand_over_url(page.model(), page.row(lead), channel).value_or("none");
}

TEST(HandOver, WritesMail) {
  EXPECT_EQ(url_of({{"email", " olga+fair@example.com "}}, TouchKind::kEmail),
            "mailto:olga%2Bfair@example.com");
  EXPECT_EQ(url_of({{"email", "nobody"}}, TouchKind::kEmail), "none");
  EXPECT_EQ(url_of({}, TouchKind::kEmail), "none");
}

TEST(HandOver, LetsNothingIntoMailButTheAddress) {
  const std::string url = url_of({{"email", "a?bcc=all@example.com"}}, TouchKind::kEmail);
  EXPECT_EQ(url.find('?'), std::string::npos);
  EXPECT_EQ(url.find('&'), std::string::npos);
}

TEST(HandOver, DialsDigits) {
  EXPECT_EQ(url_of({{"phone", "Tel. +49 (221) 123-456 ext. 12"}}, TouchKind::kCall),
            "tel:+49221123456");
  EXPECT_EQ(url_of({{"phone", "0221 / 12 34 56 x9"}}, TouchKind::kCall), "tel:0221123456");
  EXPECT_EQ(url_of({{"mobile", "0171 1234567"}}, TouchKind::kVoicemail), "tel:01711234567");
  EXPECT_EQ(url_of({{"phone", "0221 123456"}, {"mobile", "0171 1234567"}}, TouchKind::kTextMessage),
            "sms:01711234567");
  EXPECT_EQ(url_of({{"phone", "ask"}}, TouchKind::kCall), "none");
}

TEST(HandOver, OpensTheProfileOrSearchesForIt) {
  EXPECT_EQ(
      url_of({{"linkedin", "https://de.linkedin.com/in/olga-petrova?trk=x"}}, TouchKind::kLinkedin),
      "https://www.linkedin.com/in/olga-petrova");
  EXPECT_EQ(
      url_of({{"company", "Acme & Co"}}, TouchKind::kLinkedin),
      "https://www.linkedin.com/search/results/all/?keywords=Olga%20Petrova%20Acme%20%26%20Co");
}

TEST(HandOver, OpensNothingElseWhateverStandsInTheField) {
  for (const std::string text :
       {"javascript:alert(1)//linkedin.com/", "https://evil.example/linkedin.com/in/x",
        "https://user@evil.example#linkedin.com/", "https://evillinkedin.com/in/x"})
    EXPECT_TRUE(url_of({{"linkedin", text}}, TouchKind::kLinkedin)
                    .starts_with("https://www.linkedin.com/search/"))
        << text;
}

TEST(HandOver, HasNoProgramForMeetings) {
  EXPECT_EQ(url_of({}, TouchKind::kMeeting), "none");
  EXPECT_EQ(url_of({}, TouchKind::kQuoteRequested), "none");
}

}  // namespace
}  // namespace leadlight::test
