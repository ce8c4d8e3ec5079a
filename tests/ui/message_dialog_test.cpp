// Writing to a lead: from "Write" to the person's own program, and how it went.
#include <algorithm>

#include "message/template.h"
#include "tests/ui/other_tab.h"
#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct Desk : Product {
  Desk() {
    dispatch(app::SetMyName{"Ana Silva"});
    dispatch(app::SetMyPhone{"+351 21 555 0100"});
    dispatch(app::SetSetting{"team_name", "Wasserwerk"});
    olga = add({{"full_name", "Olga Petrova"},
                {"company", "Brauwerk Nord"},
                {"lead_type", "badge_scan"},
                {"event", "Aquafair"},
                {"linkedin", "https://www.linkedin.com/in/olga"},
                {"email", "olga@brauwerk.example"}});
    pass(20 * kMinuteMs);
    dispatch(app::OpenLead{olga});
    screen.settle();
  }
  void write() { screen.click(Role::kButton, "Write"); }
  std::string body() { return screen.node(Role::kTextbox, "Message").value; }
  Id olga;
};

TEST(Write, D1_BeginsWithTheTemplateThatFits) {
  Desk desk;
  desk.write();
  ASSERT_TRUE(desk.screen.has(Role::kDialog, "Write to Olga Petrova")) << desk.screen.outline();
  EXPECT_TRUE(desk.body().contains("Olga")) << desk.body();
  EXPECT_TRUE(desk.body().contains("Aquafair")) << "the hook (D3): " << desk.body();
  EXPECT_TRUE(desk.body().contains("Ana Silva")) << desk.body();
  EXPECT_FALSE(desk.body().contains("{"));
}

TEST(Write, OpensAsASheetOnAPhone) {
  Desk desk;
  desk.phone();
  desk.screen.click(Role::kButton, "LinkedIn");  // below lies Today, with a Write of its own
  ASSERT_TRUE(desk.screen.has(Role::kDialog, "Write to Olga Petrova")) << desk.screen.outline();
  desk.screen.click(Role::kTab, "E-mail");
  EXPECT_TRUE(desk.body().contains("Olga")) << desk.body();
  desk.screen.click(Role::kButton, "Open in mail");
  EXPECT_EQ(desk.device.opener.opened.size(), 1U);
}

TEST(Write, D6_OpensTheMailProgramAndAsksHowItWent) {
  Desk desk;
  desk.write();
  const std::string subject = desk.screen.node(Role::kTextbox, "Subject").value;
  desk.screen.click(Role::kButton, "Open in mail");
  ASSERT_EQ(desk.device.opener.opened.size(), 1U);
  const std::string& url = desk.device.opener.opened.back();
  EXPECT_TRUE(url.starts_with("mailto:olga@brauwerk.example?subject=")) << url;
  EXPECT_TRUE(url.contains("&body=")) << url;
  EXPECT_TRUE(url.contains("Aquafair"));
  EXPECT_TRUE(url.contains("%0D%0A"));
  ASSERT_TRUE(desk.screen.has(Role::kDialog, "Log a touch with Olga Petrova"));
  desk.screen.click(Role::kButton, "Sent");
  EXPECT_TRUE(desk.screen.says(subject)) << "what was sent stands in the timeline";
  EXPECT_FALSE(desk.text(desk.olga, LeadField::kNextStepAt).empty());
}

TEST(Write, D6_WhatIsTooLongGoesByTheClipboard) {
  Desk desk;
  desk.write();
  desk.screen.click(Role::kTextbox, "Message");
  desk.screen.clear_and_type("Hi Olga, about what you saw at Aquafair: " + std::string(2'500, 'x'));
  desk.screen.key(Key::kTab);
  desk.screen.click(Role::kButton, "Open in mail");
  ASSERT_EQ(desk.device.clipboard.copied.size(), 1U);
  EXPECT_TRUE(desk.device.clipboard.copied.back().ends_with("xxx"));
  EXPECT_FALSE(desk.device.opener.opened.back().contains("body="));
  EXPECT_LT(desk.device.opener.opened.back().size(), 2'000U);
}

TEST(Write, D2_WhatHasNoValueStopsUntilItIsMended) {
  Desk desk;
  desk.dispatch(app::SetMyName{""});
  desk.write();
  const auto open = [&] { return desk.screen.node(Role::kButton, "Open in mail"); };
  EXPECT_TRUE(open().disabled) << desk.screen.outline();
  desk.screen.click(Role::kTextbox, "Message");
  desk.screen.clear_and_type("Hi Olga,\nyou asked about valves at Aquafair. Shall we talk?\nAna");
  desk.screen.key(Key::kTab);
  desk.screen.settle();
  EXPECT_FALSE(open().disabled) << desk.screen.outline();
}

TEST(Write, D2_AsksForTheSendersNameWhereItIsNeededFirst) {
  Desk desk;
  desk.dispatch(app::SetMyName{""});
  desk.write();
  EXPECT_FALSE(desk.body().contains("Ana"));
  desk.screen.fill("Your name", "Ana Silva");
  desk.screen.settle();
  EXPECT_EQ(desk.state().my_name, "Ana Silva");
  EXPECT_TRUE(desk.body().contains("Ana Silva")) << desk.body();
  EXPECT_FALSE(desk.screen.node(Role::kButton, "Open in mail").disabled);
}

TEST(Write, D3_AdvisesToNameTheHook) {
  Desk desk;
  desk.write();
  desk.screen.click(Role::kTextbox, "Message");
  desk.screen.clear_and_type("Hi Olga,\nare you there?\nAna");
  desk.screen.key(Key::kTab);
  desk.screen.settle();
  EXPECT_TRUE(desk.screen.has(Role::kGroup, "To look at"));
  EXPECT_FALSE(desk.screen.node(Role::kButton, "Open in mail").disabled) << "that only advises";
}

// Nothing that was written is lost: not by another template, not by closing.
TEST(Write, KeepsWhatWasWritten) {
  Desk desk;
  desk.write();
  desk.screen.click(Role::kTextbox, "Message");
  desk.screen.clear_and_type("Half a thought");
  desk.screen.key(Key::kTab);
  desk.screen.click(Role::kCombobox, "Template");
  desk.screen.click(Role::kOption, "Your own words");
  EXPECT_EQ(desk.body(), "");
  desk.screen.fill("Message", "Something else");
  desk.screen.key(Key::kEscape);
  desk.screen.settle();
  EXPECT_FALSE(desk.screen.has(Role::kDialog, "Write to"));
  desk.write();
  EXPECT_EQ(desk.body(), "Something else");
}

// Whatever was written to either stands in the dialog, which goes on with the heir.
TEST(Write, GoesOnWithTheHeirAndWhatWasWrittenToBoth) {
  for (const bool typed : {false, true}) {
    SCOPED_TRACE(typed);
    Desk desk;
    const Id heir = desk.add({{"full_name", "Olga P."}, {"email", "op@brauwerk.example"}});
    desk.dispatch(app::KeepDraft{heir, std::string(app::kMessageDraft), "Valves\nDear Ms P."});
    desk.dispatch(app::OpenLead{desk.olga});
    desk.write();
    if (typed) {
      desk.screen.click(Role::kTextbox, "Message");
      desk.screen.clear_and_type("Half a thought");
      desk.screen.settle();
    }
    OtherTab other(desk.device);
    other.dispatch(app::MergeLeads{heir, {desk.olga}});
    desk.screen.settle();
    ASSERT_TRUE(desk.screen.has(Role::kDialog, "Write to Olga P.")) << desk.screen.outline();
    EXPECT_TRUE(desk.body().contains("Dear Ms P.")) << desk.body();
    EXPECT_EQ(desk.body().contains("Half a thought"), typed) << desk.body();
    const std::string_view draft = desk.state().draft_of(heir, app::kMessageDraft);
    EXPECT_TRUE(draft.contains("Dear Ms P.")) << draft;
    EXPECT_EQ(draft.contains("Half a thought"), typed) << draft;
  }
}

// The mail program may not have come up.
TEST(Write, KeepsWhatWasHandedOverUntilItIsLogged) {
  Desk desk;
  desk.write();
  desk.screen.click(Role::kTextbox, "Message");
  desk.screen.clear_and_type("Hi Olga,\nyou asked about valves at Aquafair. Shall we talk?\nAna");
  desk.screen.key(Key::kTab);
  desk.screen.click(Role::kButton, "Open in mail");
  desk.screen.key(Key::kEscape);
  desk.screen.settle();
  desk.write();
  EXPECT_TRUE(desk.body().contains("valves")) << desk.body();
  desk.screen.click(Role::kButton, "Open in mail");
  desk.screen.click(Role::kButton, "Sent");
  desk.write();
  EXPECT_FALSE(desk.body().contains("valves")) << desk.body();
}

// So that variants of a template can be compared.
TEST(Write, D7_TheTouchSaysWhichTemplateTheMessageBeganAs) {
  Desk desk;
  const Model& model = *desk.state().model;
  const auto logged = [&] {
    const Row touch = model.lead(model.leads().find(desk.olga)).first_touch;
    return model.text(Kind::kTouch, touch, static_cast<ColumnIndex>(TouchField::kTemplate));
  };
  const auto hand_over = [&](std::string_view template_name, std::string_view words) {
    desk.write();
    desk.screen.click(Role::kCombobox, "Template");
    desk.screen.click(Role::kOption, template_name);
    if (!words.empty()) desk.screen.fill("Subject", "Aquafair");
    if (!words.empty()) desk.screen.fill("Message", words);
    desk.screen.click(Role::kButton, "Open in mail");
  };
  constexpr std::string_view kOwn = "Hi Olga,\nshall we talk about what you saw at Aquafair?\nAna";
  hand_over("It arrived", kOwn);
  desk.screen.click(Role::kButton, "Sent");
  const auto id = id_from_text(logged());
  ASSERT_TRUE(id) << logged();
  const auto templates = message::default_templates();
  EXPECT_EQ(std::ranges::find(templates, *id, &message::Template::id)->name, "It arrived");
  hand_over("Your own words", kOwn);
  desk.screen.click(Role::kButton, "Sent");
  EXPECT_EQ(logged(), "");
  hand_over("It arrived", {});
  desk.screen.click(Role::kRadio, "Call");
  desk.screen.click(Role::kButton, "Reached");
  EXPECT_EQ(logged(), "") << "it became a call";
}

TEST(Write, C7_AnAcknowledgementIsLoggedAsOne) {
  Desk desk;
  desk.write();
  desk.screen.click(Role::kCombobox, "Template");
  EXPECT_FALSE(desk.screen.has(Role::kOption, "Quote: first answer")) << "of other leads";
  desk.screen.click(Role::kOption, "It arrived");
  desk.screen.click(Role::kButton, "Open in mail");
  desk.screen.click(Role::kButton, "Acknowledged only");
  EXPECT_EQ(desk.state().today.front().reason,
            "Acknowledged just now: promised to be in touch within a day");
}

TEST(Write, A5_WarnsWhereSomebodyElseWasInTouch) {
  Desk desk;
  desk.dispatch(app::EditLead{desk.olga, {{"phone", "+49 30 555 0101"}}});
  desk.dispatch(app::SetMyName{"Ben Bauer"});
  desk.dispatch(app::LogTouch{desk.olga, TouchKind::kEmail, TouchResult::kNone, {}});
  desk.pass(2 * kHourMs);
  desk.dispatch(app::SetMyName{"Ana Silva"});
  desk.screen.settle();
  desk.write();
  EXPECT_TRUE(desk.screen.says("Ben Bauer was in touch with them 2 h ago."));
  desk.screen.key(Key::kEscape);
  desk.screen.settle();
  desk.screen.click(Role::kButton, "Call");
  ASSERT_TRUE(desk.screen.has(Role::kDialog, "Call Olga Petrova?"));
  EXPECT_TRUE(desk.device.opener.opened.empty());
  desk.screen.click(Role::kButton, "Call all the same");
  EXPECT_EQ(desk.device.opener.opened.size(), 1U);
  EXPECT_TRUE(desk.screen.has(Role::kDialog, "Log a touch with Olga Petrova"));
}

TEST(Write, C9_NobodyWritesToWhoOptedOut) {
  Desk desk;
  desk.dispatch(app::EditLead{desk.olga, {{"do_not_contact", "1"}}});
  desk.screen.settle();
  EXPECT_FALSE(desk.screen.has(Role::kButton, "Write"));
  desk.dispatch(app::HandOver{desk.olga, TouchKind::kEmail, "Hi", "there"});
  EXPECT_TRUE(desk.device.opener.opened.empty());
  EXPECT_TRUE(desk.device.clipboard.copied.empty());
}

TEST(Write, LinkedinTakesTheWordsByTheClipboard) {
  Desk desk;
  desk.write();
  desk.screen.click(Role::kTab, "LinkedIn");
  const std::string note = desk.body();
  EXPECT_TRUE(note.contains("Olga"));
  desk.screen.click(Role::kButton, "Copy and open LinkedIn");
  EXPECT_EQ(desk.device.clipboard.copied.back(), note);
  EXPECT_EQ(desk.device.opener.opened.back(), "https://www.linkedin.com/in/olga");
}

}  // namespace
}  // namespace leadlight::ui
