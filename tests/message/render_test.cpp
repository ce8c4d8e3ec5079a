#include "message/render.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lead_of_all.h"
#include "message/value.h"
#include "tests/support/random.h"

namespace leadlight::message {
namespace {

using test::SmallBook;
using enum LeadField;

void name_touch(SmallBook& book, Row touch, std::string_view text) {
  book.set(Kind::kTouch, touch, static_cast<ColumnIndex>(TouchField::kText), text);
}

TEST(Value, D2_IsOneLineWithoutWhatHidesOrTurnsText) {
  EXPECT_EQ(clean_value("  a\r\n\tb \u00A0 c\u3000d "), "a b c d");
  EXPECT_EQ(clean_value("a\x01\x7f\u202E\u200B\u2066\uFEFF\xff\u0085b"), "a b");
  EXPECT_EQ(clean_value("{first_name} <b>&amp;</b>"), "{first_name} <b>&amp;</b>");
  EXPECT_EQ(clean_value(", ; Inc.,"), "Inc.");
  EXPECT_EQ(clean_value(".NET GmbH"), ".NET GmbH");
  for (const char* nothing : {"", " ", "-", "???", "—", "\u00A0", "...", "“”", "*", "/"})
    EXPECT_EQ(clean_value(nothing), "") << nothing;
  EXPECT_EQ(clean_value("שלום\u200F"), "שלום\u200F");
  EXPECT_EQ(clean_value("👍"), "👍");
}

TEST(Value, D2_FirstNameForAGreeting) {
  const auto name = [](std::string_view first, std::string_view full) {
    SmallBook book;
    return first_name_of(book.model, book.add_lead({{kFirstName, first}, {kFullName, full}}));
  };
  EXPECT_EQ(name(" Ana  Maria ", "Dr. Silva"), "Ana Maria");
  EXPECT_EQ(name("", "Ana Silva"), "Ana");
  EXPECT_EQ(name("", " Ana  Maria Silva"), "Ana");
  EXPECT_EQ(name("-", "Ana Silva"), "Ana");
  EXPECT_EQ(name("", "Prof. Dr. Ana Silva"), "Ana");
  EXPECT_EQ(name("", "Frau Silva"), "");
  EXPECT_EQ(name("", "Silva"), "");
  EXPECT_EQ(name("", "Silva, Ana"), "");
  EXPECT_EQ(name("", "J. Silva"), "");
  EXPECT_EQ(name("", "Żółć Łukasz"), "Żółć");
  EXPECT_EQ(name("", "Ольга Петрова"), "Ольга");
  EXPECT_EQ(name("", "山田 太郎"), "山田 太郎");
  EXPECT_EQ(name("", "王小明"), "王小明");
  EXPECT_EQ(name("", "محمد علي"), "محمد علي");
  EXPECT_EQ(name("", ""), "");
}

TEST(Value, D1_Languages) {
  EXPECT_EQ(language_code(" de-AT "), "de");
  EXPECT_EQ(language_code("Deutsch"), "de");
  EXPECT_EQ(language_code("English"), "en");
  EXPECT_EQ(language_code("EN_us"), "en");
  EXPECT_EQ(language_code("Suomi"), "suomi");
  EXPECT_EQ(language_code(""), "");
}

TEST(Render, D1_WritesValuesFallbacksAndConditions) {
  SmallBook book;
  const Row whole = add_whole_lead(book, LeadType::kBadgeScan);
  const Row bare = book.add_lead();
  book.set(whole, "custom:Line no", " 7 ");
  const std::string text =
      "{first_name|there}, {if event}at {event}{else}by mail{end}: {custom:Line no|none} "
      "{if lead_type=badge_scan}badge{else}{if source=FAIR}fair{else}other{end}{end} {{x}}";
  EXPECT_EQ(body_of(text, book.model, whole), "Olga, at Aquafair: 7 badge {x}");
  EXPECT_EQ(body_of(text, book.model, bare), "there, by mail: none other {x}");
  const Row fair = book.add_lead({{kSource, "Fair"}, {kLanguage, "de-DE"}});
  EXPECT_EQ(body_of(text, book.model, fair), "there, by mail: none fair {x}");
  EXPECT_EQ(body_of("{if language=de}ja{end}{if stage=new}!{end}", book.model, fair), "ja!");
  EXPECT_EQ(body_of("{full_name} {last_name} {title} {campaign} {sender} {sender_company} "
                    "{sender_phone}",
                    book.model, whole),
            "Olga Petrov Petrov Head of Production Less water per litre Ana Silva Fluvia "
            "+49 221 123456");
}

TEST(Render, D2_ReadsWellWhereAValueIsEmpty) {
  SmallBook book;
  const Row bare = book.add_lead({{kCompany, "Acme"}});
  const std::vector<std::pair<std::string, std::string>> all{
      {"Hi {first_name},\n\nx", "Hi,\n\nx"},
      {"Hi  {first_name} ,", "Hi,"},
      {"a {event} b", "a b"},
      {"a {event} {title} b", "a b"},
      {"a {event} {title}.", "a."},
      {"a {event}{company}", "a Acme"},
      {"{event}, we met", "we met"},
      {"a\n{event}, we met", "a\nwe met"},
      {"a ({event}) b", "a b"},
      {"a ({event} {company}) b", "a (Acme) b"},
      {"a {event}\nb", "a\nb"},
      {"a\n{event}\nb", "a\nb"},
      {"a\n\n{event}\n\nb", "a\n\nb"},
      {"a {if event}at {event}{end}.", "a."},
      {"a {if event}at {event} {else}{end}, b", "a, b"},
      {"a {if company}at {company} {else}x{end}, b", "a at Acme, b"},
      {"a {event|}?", "a?"},
      {"{event}", ""},
      {"a {event}", "a"},
      {"a\n{if event}\nb\n{end}\nc", "a\nc"},
      {"a\n{if company}\nb\n{end}\nc", "a\nb\nc"},
      {"a  b", "a  b"},  // the template's own
      {"Bonjour {company} !", "Bonjour Acme !"},
  };
  for (const auto& [source, wanted] : all)
    EXPECT_EQ(body_of(source, book.model, bare), wanted) << source;
}

TEST(Render, D2_ListsWhatIsEmptyWithItsPlace) {
  SmallBook book;
  Template from;
  from.subject = "{event}";
  from.body = "{first_name|you} {company} {custom:Line} {title|}";
  const Rendered out = rendered(from, book.model, book.add_lead());
  ASSERT_EQ(out.gaps.size(), 3U);
  EXPECT_EQ(out.gaps[0].part, Part::kSubject);
  EXPECT_EQ(out.gaps[0].place, (Range{0, 7}));
  EXPECT_EQ(out.gaps[1].field, Field::kCompany);
  EXPECT_EQ(out.gaps[1].place, (Range{17, 26}));
  EXPECT_EQ(out.gaps[2].name, "Line");
}

TEST(Render, D2_AValueIsNeverReadAsATemplate) {
  SmallBook book;
  const Row lead = book.add_lead({{kFirstName, "{company}"}, {kCompany, "{{if x}\n}"}});
  EXPECT_EQ(body_of("{first_name}/{company}", book.model, lead), "{company}/{{if x} }");
}

TEST(Render, D2_NamesLeadsThatWouldBreak) {
  SmallBook book;
  std::vector<Row> rows{add_whole_lead(book, LeadType::kDownload), book.add_lead(),
                        book.add_lead({{kTitle, "CEO"}})};
  Template from;
  from.body = "{title} {company}";
  const auto broken = who_would_break(*compile(from), book.model, rows, ana());
  ASSERT_EQ(broken.size(), 2U);
  EXPECT_EQ(broken[0].lead, rows[1]);
  EXPECT_EQ(broken[0].gap.field, Field::kTitle);
  EXPECT_EQ(broken[1].gap.field, Field::kCompany);
}

TEST(Render, D2_RefusesABrokenTemplateWithItsPlace) {
  Template from;
  from.subject = "fine";
  from.body = "Hi {nobody}";
  const auto compiled = compile(from);
  ASSERT_FALSE(compiled);
  EXPECT_EQ(compiled.error().where, "body, byte 3");
}

// ---- a thousand leads, every ready-made template -------------------------------------------------

// A value that names its lead, or none.
std::string value_of(test::Random& random, const std::string& token) {
  switch (random.between(0, 13)) {
    case 0:
    case 1: return "";
    case 2: return "-";
    case 3: return " \t\n ";
    case 4: return "{" + token + "}";
    case 5: return "{first_name}" + token + "{{if x}";
    case 6: return "  " + token + "\x01\x02\u202E  \r\n" + token;
    case 7: return "<b onclick='x'>" + token + "</b>";
    case 8: return "שלום " + token + " مرحبا";
    case 9: return ", " + token + " ,";
    case 10: return random.one_in(8) ? token + std::string(10'000, 'x') : token;
    default: return token;
  }
}

std::size_t braces_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return c == '{' || c == '}'; }));
}

void take_out(std::string& text, const std::string& what) {
  for (std::size_t at = 0; !what.empty() && (at = text.find(what)) != std::string::npos;)
    text.erase(at, what.size());
}

TEST(Render, D2_ReadsWellForAThousandLeadsAndEveryReadyMadeTemplate) {
  LEADLIGHT_SEEDED(random, 20262);
  SmallBook book;
  std::vector<std::vector<std::string>> values;
  std::vector<Row> rows;
  constexpr std::array kHooks{TouchKind::kDownload,       TouchKind::kWebinarAttended,
                              TouchKind::kQuoteRequested, TouchKind::kInformationRequested,
                              TouchKind::kBoothVisit,     TouchKind::kEmail};
  for (int i = 0; i < 1'000; ++i) {
    const std::string token = "tok" + std::to_string(i) + "z";
    std::vector<std::string>& own = values.emplace_back();
    const Row row = book.add_lead();
    rows.push_back(row);
    for (const LeadField field :
         {kFirstName, kLastName, kFullName, kTitle, kCompany, kEvent, kSource, kCampaign}) {
      const std::string value = value_of(random, token);
      book.set(row, field, value);
      own.push_back(clean_value(value));
    }
    book.set(row, kLeadType, text_of(static_cast<LeadType>(random.between(0, kLeadTypeCount - 1))));
    for (std::int64_t touch = random.between(0, 2); touch > 0; --touch) {
      const std::string value = value_of(random, token);
      name_touch(book, book.add_touch(row, random.of(kHooks), test::kNow - touch), value);
      own.push_back(clean_value(value));
    }
    own.push_back(first_name_of(book.model, row));
    std::ranges::sort(own, {}, [](const std::string& one) { return -std::ssize(one); });
  }
  for (const Template& from : default_templates()) {
    const auto compiled = compile(from);
    ASSERT_TRUE(compiled) << from.name << ": " << compiled.error().sentence();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Rendered out = render(*compiled, book.model, rows[i], ana());
      for (std::string text : {out.subject, out.body}) {
        SCOPED_TRACE(from.name + ": " + text.substr(0, 2'000));
        for (const char* wrong : {"  ", "Hi ,", "Hello ,", "Tag ,", " ,", " .", " ?", " !",
                                  "\n\n\n", "()", "\x01", "\r", "\u202E", "“”"})
          ASSERT_FALSE(text.contains(wrong)) << "'" << wrong << "'";
        const std::string others = "tok" + std::to_string(i) + "z";
        for (std::size_t at = 0; (at = text.find("tok", at)) != std::string::npos; ++at)
          ASSERT_EQ(text.substr(at, others.size()), others);
        for (const std::string& value : values[i]) take_out(text, value);
        // What is left of a hook that was cut may still hold its own braces.
        if (!text.contains("…")) {
          ASSERT_EQ(braces_in(text), 0U);
        }
      }
    }
  }
}

TEST(Render, D2_ReadyMadeTemplatesAreWholeForALeadThatHasAllFacts) {
  for (int type = 1; type < kLeadTypeCount; ++type) {
    for (const char* language : {"en", "de"}) {
      SmallBook book;
      const Row lead = add_whole_lead(book, static_cast<LeadType>(type), language);
      for (const Template& from : default_templates()) {
        const Rendered out = rendered(from, book.model, lead);
        EXPECT_TRUE(out.gaps.empty()) << from.name;
        EXPECT_FALSE(out.body.empty()) << from.name;
        EXPECT_EQ(out.subject.empty(), from.channel != TouchKind::kEmail) << from.name;
      }
    }
  }
}

}  // namespace
}  // namespace leadlight::message
