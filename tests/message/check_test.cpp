#include "message/check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lead_of_all.h"

namespace leadlight::message {
namespace {

constexpr std::string_view kCampaign =
    "Less water per litre: download our white paper with the figures of eleven plants and see how "
    "breweries and dairies cut their water use by a third within one year.";

std::string ids_of(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& one : findings) {
    if (!out.empty()) out += ' ';
    out += id_of(one.rule);
    EXPECT_TRUE(one.reason.ends_with('.')) << one.reason;
    EXPECT_TRUE(one.remedy.ends_with('.')) << one.remedy;
  }
  return out;
}

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

struct Case {
  std::string wanted;  // the ids, in their order
  TouchKind channel;
  Purpose purpose;
  std::string subject;
  std::string body;
  std::string language = "en";
  std::string hook = {};
  bool knows_sender = true;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    Known known{{}, one.hook, std::string(kCampaign)};
    if (one.knows_sender) known.sender = ana();
    const auto found =
        check({one.channel, one.purpose, one.language, one.subject, one.body}, known);
    EXPECT_EQ(ids_of(found), one.wanted) << one.subject << "\n" << one.body;
    for (const Finding& finding : found) {
      const std::string& text = finding.part == Part::kBody ? one.body : one.subject;
      EXPECT_LE(finding.place.begin, finding.place.end);
      EXPECT_LE(finding.place.end, text.size());
    }
  }
}

constexpr TouchKind kMail = TouchKind::kEmail;
constexpr TouchKind kVoice = TouchKind::kVoicemail;
constexpr TouchKind kNote = TouchKind::kLinkedin;
constexpr Purpose kFirst = Purpose::kFirstTouch;
constexpr Purpose kSoft = Purpose::kSoftOpening;
constexpr Purpose kMore = Purpose::kFollowUp;

TEST(Check, D2_BrokenMerges) {
  expect_all({
      {"", kMail, kMore, "Your question", "Hi Olga,\n\nyou asked about cold filling."},
      {"D2_broken_merge", kMail, kMore, "Your question", "Hi {first_name},\n\nyou asked about it."},
      {"D2_broken_merge", kMail, kMore, "About {hook|it}", "Hi Olga,\n\nyou asked about it."},
      {"D2_broken_merge", kMail, kMore, "Question", "Hi {{first_name}},\n\nyou asked about it."},
      {"D2_broken_merge", kMail, kMore, "Question", "Hi {Name},\n\nyou asked about it."},
      {"D2_broken_merge", kMail, kMore, "Question", "Hi ,\n\nyou asked about it."},
      {"D2_broken_merge", kMail, kMore, "Frage", "Guten Tag ,\n\nSie haben das angefragt.", "de"},
      {"", kMail, kMore, "Question", "Hi Olga,\n\nyou asked about it :-}"},
      {"D2_no_text", kMail, kMore, "Question", " \n "},
      {"D2_no_text", kVoice, kMore, "", ""},
  });
}

TEST(Check, D3_TheHookIsNamed) {
  expect_all({
      {"", kMail, kMore, "Water", "Hi Olga,\n\nyou downloaded the figures. May I add one?"},
      {"", kMail, kMore, "Water", "Hi Olga,\n\nwe met at Aquafair. May I add one thing?"},
      {"", kMail, kMore, "Water", "Hi Olga,\n\nthank you for joining on Tuesday."},
      {"", kMail, kMore, "Water", "Hi Olga,\n\nhow did you like Less Water per Litre?", "en",
       "Less water per litre"},
      {"", kMail, kMore, "Less water per litre", "Hi Olga,\n\nhow did you like it?", "en",
       "Less water per litre"},
      {"", kMail, kMore, "Wasser", "Guten Tag Frau Petrov,\n\nvielen Dank für Ihre Anfrage.", "de"},
      {"", kMail, kMore, "Wasser", "Guten Tag,\n\nSie waren an unserem Stand.", "de"},
      {"", kMail, kMore, "Wasser", "Guten Tag,\n\nAnna Weber hat Sie mir empfohlen.", "de"},
      {"D3_no_hook", kMail, kMore, "Water", "Hi Olga,\n\nI hope this finds you well."},
      {"D3_no_hook", kMail, kMore, "Water", "Hi Olga,\n\njust checking in. Any news?"},
      {"D3_no_hook", kMail, kMore, "Wasser", "Guten Tag,\n\nich wollte einmal nachhaken.", "de"},
      {"D3_no_hook", kMail, kMore, "Water", "Hi Olga,\n\nany thoughts on glass?", "en",
       "Cold filling in 40 minutes"},
      {"", kMail, kMore, "Eau", "Bonjour, une question ?", "fr"},
      {"D3_no_hook", kMail, kMore, "Eau", "Bonjour, une question ?", "fr", "Moins d'eau"},
      {"", kMail, kMore, "Eau", "Bonjour, que pensez-vous de « Moins d’eau » ?", "fr",
       "Moins d'eau"},
  });
}

TEST(Check, D3_ItDoesNotOnlyPitch) {
  expect_all({
      {"D3_no_hook D3_only_pitches", kMail, kMore, "News",
       "Hi Olga,\n\nwe are the leading maker of fillers. Our solution is innovative."},
      {"D3_only_pitches", kMail, kMore, "News",
       "Hi Olga,\n\nyou asked. We are leading, our platform wins, and our product is unique. Our "
       "software too."},
      {"D3_no_hook D3_only_pitches", kMail, kMore, "Neues",
       "Guten Tag,\n\nwir sind führend. Unsere Lösung ist einzigartig, unser Produkt auch.", "de"},
      {"", kMail, kMore, "Figures",
       "Hi Olga,\n\nyou asked how you could save water. We measured it on our line: your filler "
       "would need a third less. Shall I send you our figures?"},
      {"", kMail, kMore, "Zahlen",
       "Guten Tag,\n\nSie haben Zahlen angefragt. Wir haben unsere Linie für Sie gemessen. Dürfen "
       "wir Ihnen die Zahlen schicken?",
       "de"},
      {"", kMail, kMore, "Nouvelles", "Bonjour, our our our we we product", "fr"},
  });
}

TEST(Check, D4_ItIsNotTheCampaignsMailAgain) {
  const std::string own = "Hi Olga,\n\nyou asked what others save. Shall I send you two examples?";
  const std::string half =
      "Hi Olga,\n\nyou asked. Download our white paper with the figures of eleven plants. What do "
      "you think?";
  expect_all({
      {"", kMail, kMore, "Water", own},
      {"D4_too_similar", kMail, kMore, "Water", half},
      {"D3_no_hook D4_too_similar mail_no_greeting", kMail, kMore, "Water", std::string(kCampaign)},
      {"D4_too_similar", kMail, kMore, "Water", std::string(kCampaign), "fr"},
  });
  const auto findings =
      check({kMail, kMore, "fr", "x", std::string(kCampaign)}, {{}, {}, std::string(kCampaign)});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::kStops);
  EXPECT_TRUE(findings[0].reason.contains("100 %"));
  const auto partly = check({kMail, kMore, "en", "x", half}, {{}, {}, std::string(kCampaign)});
  ASSERT_EQ(partly.size(), 1U);
  EXPECT_EQ(partly[0].severity, Severity::kAdvises);
  EXPECT_EQ(half.substr(partly[0].place.begin, partly[0].place.end - partly[0].place.begin),
            "Download our white paper with the figures of eleven plants");
}

TEST(Check, D5_VoicemailSaysWhoWhereWhyWhatForAndTheNumber) {
  expect_all({
      {"", kVoice, kFirst, "",
       "Hello Olga, this is Ana Silva from Fluvia. You asked about fillers. In ten minutes you "
       "will know what it costs. Call me at +49 221 123456."},
      {"D3_no_hook", kVoice, kFirst, "",
       "Hello, it's Ben, calling from Aquanova. I'm calling because of the quote. You'd save an "
       "afternoon. 0221 / 98 76 54.",
       "en", "", false},
      {"D5_who", kVoice, kFirst, "",
       "Hello Olga, calling from Fluvia. You asked about fillers. You will know what it costs. "
       "0221 123456."},
      {"D5_where", kVoice, kFirst, "",
       "Hello Olga, this is Ana. You asked about fillers. You will know what it costs. 0221 "
       "123456."},
      {"D3_no_hook D5_why", kVoice, kFirst, "",
       "Hello Olga, this is Ana from Fluvia. You will know what it costs. 0221 123456."},
      {"D5_benefit", kVoice, kFirst, "",
       "Hello Olga, this is Ana from Fluvia. You asked about fillers. You can reach me at 0221 "
       "123456."},
      {"D5_number", kVoice, kFirst, "",
       "Hello Olga, this is Ana from Fluvia. You asked about fillers. You could save a third. I "
       "will try again at 10 on the 24th."},
      {"D3_no_hook D5_who D5_where D5_why D5_benefit D5_number", kVoice, kFirst, "",
       "Hello, please call back."},
      {"", kVoice, kFirst, "",
       "Guten Tag, hier ist Ana Silva von Fluvia. Ich rufe wegen Ihrer Anfrage an. In zehn Minuten "
       "wissen Sie, was es kostet, damit Sie entscheiden. Meine Nummer: 0221 123456.",
       "de", "Anfrage"},
      {"D5_benefit", kVoice, kFirst, "",
       "Guten Tag, hier spricht Ana Silva von Fluvia. Es geht um Ihre Anfrage. Sie erreichen mich "
       "unter 0221 123456.",
       "de"},
      {"D5_who D5_number", kVoice, kFirst, "",
       "Guten Tag, vielen Dank für Ihre Anfrage. Fluvia spart Ihnen Wasser, und Sie sparen.", "de"},
      {"D5_too_long", kVoice, kFirst, "",
       "This is Ana from Fluvia. You asked about fillers. You will save. 0221 123456. " +
           words(70)},
      {"", kVoice, kFirst, "",
       "This is Ana from Fluvia. You asked about fillers. You will save. 0221 123456. " +
           words(60)},
      {"", kVoice, kFirst, "", "Bonjour, Ana Silva, Fluvia, 0221 123456.", "fr"},
      {"D5_who D5_number", kVoice, kFirst, "", "Bonjour, ici Fluvia.", "fr"},
      {"D5_number", kVoice, kFirst, "", "Bonjour.", "fr", "", false},
  });
}

TEST(Check, C8_LinkedinNotesFit) {
  const std::string begin = "Hi Olga, you asked about glass. ";
  expect_all({
      {"", kNote, kSoft, "", begin + "What do you use now?"},
      {"", kNote, kSoft, "", begin + std::string(300 - begin.size(), 'x')},
      {"linkedin_too_long", kNote, kSoft, "", begin + std::string(301 - begin.size(), 'x')},
      {"", kNote, kSoft, "",
       [&] {
         std::string text = begin;  // characters, not bytes
         for (std::size_t i = begin.size(); i < 300; ++i) text += "ß";
         return text;
       }()},
      {"linkedin_too_long", kNote, kMore, "", words(60), "fr"},
  });
}

TEST(Check, C10_TheFirstMailEndsWithAQuestion) {
  expect_all({
      {"", kMail, kFirst, "Fillers",
       "Hi Olga,\n\nyou asked about fillers. When would it suit you?\n\nBest regards,\nAna "
       "Silva\nFluvia GmbH & Co. KG\n+49 221 123456"},
      {"", kMail, kSoft, "Füller",
       "Hallo Olga,\n\nSie haben Füller angefragt. Wann passt es Ihnen?\n\nMit freundlichen "
       "Grüßen\nAna Silva",
       "de"},
      {"C10_no_question", kMail, kSoft, "Fillers",
       "Hi Olga,\n\nyou asked about fillers. I look forward to your answer.\n\nBest,\nAna"},
      {"C10_no_question", kMail, kSoft, "Fillers",
       "Hi Olga,\n\nyou asked about fillers. Which one? I have time all week.\n\nBest,\nAna"},
      {"C10_no_question", kMail, kSoft, "Fillers",
       "Hi Olga,\n\nyou asked about fillers. Which one?\n\nIt would be good to know that before we "
       "talk about the rest\n\nAna"},
      {"", kMail, kMore, "Fillers", "Hi Olga,\n\nyou asked about fillers."},
      {"C10_no_question", kMail, kSoft, "Eau", "Bonjour,\n\nmerci.\n\nAna", "fr"},
      {"", kMail, kSoft, "Eau", "Bonjour,\n\nquand ?\n\nAna", "fr"},
      {"", kMail, kSoft, "水", "您好,\n\n您需要什么？\n\nAna", "zh"},
  });
}

TEST(Check, D2_MailHasASubjectAndAGoodTone) {
  const std::string fine = "Hi Olga,\n\nyou asked about fillers.";
  expect_all({
      {"mail_no_subject", kMail, kMore, "  ", fine},
      {"", kMail, kMore, std::string(70, 'x'), fine},
      {"mail_long_subject", kMail, kMore, std::string(71, 'x'), fine},
      {"mail_shouting", kMail, kMore, "LAST CHANCE to save", fine},
      {"", kMail, kMore, "After MAINTAIN 2026: your question", fine},
      {"", kMail, kMore, "ROI?", fine},
      {"mail_exclamations", kMail, kMore, "Your question!", fine},
      {"mail_exclamations", kMail, kMore, "Your question", fine + " Great! Really!"},
      {"", kMail, kMore, "Your question", fine + " Thank you!"},
      {"mail_no_greeting", kMail, kMore, "Your question",
       "You asked about fillers some time ago, on Monday."},
      {"", kMail, kMore, "Your question", "Olga,\n\nyou asked about fillers."},
      {"", kMail, kMore, "Ihre Frage", "Sehr geehrte Frau Petrov,\n\nSie haben das angefragt.",
       "de"},
      {"", kMail, kMore, "Ihre Frage", "Grüß Gott,\n\nSie haben das angefragt.", "de"},
      {"mail_too_long", kMail, kMore, "Your question", fine + words(200)},
      {"", kMail, kMore, "Your question", fine + words(190)},
      {"mail_shouting mail_exclamations", kMail, kMore, "GRANDE OFFRE!!", "Bonjour.", "fr"},
      {"", kNote, kMore, "", "You asked about fillers!"},
  });
}

TEST(Check, D2_ATemplateSaysItsErrorsAndAMissingHook) {
  Template from;
  from.subject = "{nobody}";
  from.body = "Hi {first_name|there}, {if event}";
  const auto findings = check(from);
  EXPECT_EQ(ids_of(findings), "D2_broken_merge D2_broken_merge D3_no_hook");
  EXPECT_EQ(findings[0].part, Part::kSubject);
  EXPECT_EQ(findings[1].place, (Range{23, 33}));
  EXPECT_TRUE(findings[1].in_template);
  EXPECT_EQ(findings[0].severity, Severity::kStops);
  from.subject = "About {hook}";
  from.body = "Hi.";
  EXPECT_EQ(ids_of(check(from)), "");
}

TEST(Check, D2_NamesEveryEmptyValueWithARemedy) {
  test::SmallBook book;
  Template from;
  from.channel = TouchKind::kTextMessage;
  from.body = "You asked: {company} {custom:Line} {sender_phone}";
  const auto compiled = compile(from);
  const Checked out = checked_message(from, book.model, book.add_lead(), {});
  EXPECT_EQ(ids_of(out.findings), "D2_broken_merge D2_broken_merge D2_broken_merge");
  EXPECT_EQ(out.findings[0].remedy, "Enter it on the card, or write a fallback: {company|…}.");
  EXPECT_EQ(out.findings[1].remedy, "Enter it on the card, or write a fallback: {custom:Line|…}.");
  EXPECT_EQ(out.findings[2].remedy,
            "Enter it for yourself, or write a fallback: {sender_phone|…}.");
  EXPECT_EQ(out.findings[0].place, (Range{11, 20}));
}

TEST(Check, D2_ReadyMadeTemplatesPassForALeadThatHasAllFacts) {
  for (const Template& from : default_templates()) {
    EXPECT_EQ(ids_of(check(from)), "") << from.name;
    for (int type = 1; type < kLeadTypeCount; ++type) {
      if (from.lead_type != LeadType::kUnknown && static_cast<int>(from.lead_type) != type)
        continue;
      for (const bool touched : {false, true}) {
        test::SmallBook book;
        const Row lead = add_whole_lead(book, static_cast<LeadType>(type), from.language);
        if (touched) {
          const Row touch = book.add_touch(lead, TouchKind::kDownload, test::kNow);
          book.set(Kind::kTouch, touch, static_cast<ColumnIndex>(TouchField::kText),
                   "Case study: a dairy in three weeks");
        }
        const Checked out = checked_message(from, book.model, lead, ana(), kCampaign);
        EXPECT_EQ(ids_of(out.findings), "") << from.name << "\n"
                                            << out.message.subject << "\n"
                                            << out.message.body;
      }
    }
  }
}

}  // namespace
}  // namespace leadlight::message
