#include <algorithm>

#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct CaptureTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  CaptureTest() { product.go(app::Place::kCapture); }
};

TEST_F(CaptureTest, ANameAloneIsEnough) {
  screen.fill("Name", "Sofía García");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kFullName), "Sofía García");
}

TEST_F(CaptureTest, NothingIsNotEnough) {
  screen.click(Role::kButton, "Save and next");
  EXPECT_TRUE(product.state().last_added.is_nil());
  EXPECT_TRUE(screen.says("A name or an e-mail address is enough."));
}

TEST_F(CaptureTest, TheFormIsEmptyForTheNextAndStandsInTheName) {
  screen.fill("Name", "Sofía García");
  screen.click(Role::kRadio, "Hot");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kHeat), "hot");
  EXPECT_EQ(screen.node(Role::kTextbox, "Name").value, "");
  EXPECT_EQ(screen.entry().label, "Name");
  EXPECT_EQ(screen.node(Role::kRadio, "Hot").checked, a11y::Toggle::kOff);
  EXPECT_TRUE(screen.has(Role::kListItem, "Sofía García")) << "captured last";
}

// As a screen reader, dictation or autofill does it: the value comes at once, and the button in the
// same moment.
TEST_F(CaptureTest, WhatWasSavedDoesNotComeBackIntoTheForm) {
  for (const std::string_view field : {"Name", "Company", "E-mail"}) {
    const std::string value = field == "E-mail" ? "sofia@levante.example" : "Sofía García";
    screen.click(Role::kTextbox, field);
    screen.key_presses(value);
    screen.act(Role::kButton, "Save and next", a11y::Action::kActivate);
    screen.settle();
    ASSERT_FALSE(product.state().last_added.is_nil()) << field;
    EXPECT_EQ(screen.node(Role::kTextbox, field).value, "");
    EXPECT_EQ(screen.entry().label, "Name");
    EXPECT_EQ(screen.entry().value, "");
    EXPECT_EQ(product.state().draft_of({}, {}), "");
  }
}

TEST_F(CaptureTest, AKeyReplacesNothingOfWhatWaits) {
  screen.fill("Name", "Sofía García");
  product.go(app::Place::kToday);
  screen.character(U'n');
  screen.settle();
  ASSERT_EQ(screen.entry().label, "Name");
  EXPECT_EQ(screen.entry().value, "Sofía García");
  EXPECT_FALSE(screen.entry().select_all);
}

TEST_F(CaptureTest, SourceAndEventAreSetOnce) {
  screen.click(Role::kButton, "Set source and event");
  screen.fill("Event", "Aquafair");
  screen.fill("Source", "Trade fair");
  screen.click(Role::kButton, "Done");
  EXPECT_TRUE(screen.has(Role::kButton, "Aquafair"));
  EXPECT_EQ(screen.node(Role::kRadio, "Badge scan").checked, a11y::Toggle::kOn) << "as a rule";
  screen.fill("E-mail", "sofia@levante.example");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kEvent), "Aquafair");
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kLeadType), "badge_scan");
}

TEST_F(CaptureTest, WhoAsksForAQuoteAtTheStandGoesStraightToSales) {
  product.dispatch(app::SetCaptureContext{"Trade fair", "Aquafair"});
  screen.fill("Name", "Sofía García");
  screen.click(Role::kRadio, "Quote requested");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.stage(product.state().last_added), Stage::kSql);
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kEvent), "Aquafair");
}

TEST_F(CaptureTest, WhoIsNoLeadYetIsSaidAndShownWithTheReasonAWayOff) {
  product.dispatch(app::SetSetting{"minimum_fit", "6"});
  screen.fill("Name", "Ina Neu");
  screen.click(Role::kRadio, "Hot");
  screen.click(Role::kButton, "Save and next");
  EXPECT_TRUE(screen.has(Role::kStatus, "Added Ina Neu as a contact: fit 0 of the 6 asked"));
  EXPECT_TRUE(screen.says("Just now · fit 0 of the 6 asked")) << "captured last";
  screen.click(Role::kButton, "Open");
  EXPECT_EQ(product.state().open_lead, product.state().last_added);
  product.go(app::Place::kLeads);
  product.dispatch(app::SetSetting{"minimum_fit", "0"});
  const std::string_view aside = "1 contact aside";
  EXPECT_FALSE(screen.says(aside));
  product.add("Ben");
  product.dispatch(app::SetSetting{"minimum_fit", "6"});
  EXPECT_TRUE(screen.says("contacts aside") || screen.says(aside)) << screen.outline();
}

TEST(CaptureDraft, IsThereAfterAReloadUntilItIsSaved) {
  std::string draft;
  {
    Product product;
    product.go(app::Place::kCapture);
    product.screen.fill("Name", "Sofía García");
    product.screen.click(Role::kRadio, "Hot");
    product.screen.fill("Note", "Wants a demo.");
    draft = product.device.drafts.kept();
  }
  Product product;
  product.device.shelf.slots.push_back({.text = draft, .open = false});
  product.app.start();
  product.go(app::Place::kCapture);
  Screen& screen = product.screen;
  EXPECT_EQ(screen.node(Role::kTextbox, "Name").value, "Sofía García");
  EXPECT_EQ(screen.node(Role::kTextbox, "Note").value, "Wants a demo.");
  EXPECT_EQ(screen.node(Role::kRadio, "Hot").checked, a11y::Toggle::kOn);
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.device.drafts.kept(), "");
}

TEST_F(CaptureTest, WhoIsErasedIsTakenOutOfTheFormToo) {
  const Id lea = product.add("Lea Kraft");
  const Id max = product.add("Max Ott");
  for (const auto& [erased, left] : {std::pair{max, "Lea Kraft"}, std::pair{lea, ""}}) {
    product.go(app::Place::kCapture);
    screen.fill("Name", "Lea Kraft");
    product.go(app::Place::kLeads);
    product.dispatch(app::EraseLeads{{erased}});
    product.go(app::Place::kCapture);
    EXPECT_EQ(screen.node(Role::kTextbox, "Name").value, left);
    EXPECT_EQ(product.device.drafts.kept().empty(), erased == lea);
  }
}

TEST_F(CaptureTest, WhoAskedForAQuoteGoesStraightToSales) {
  screen.fill("Name", "Sofía García");
  screen.click(Role::kRadio, "Quote requested");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.stage(product.state().last_added), Stage::kSql);
}

TEST_F(CaptureTest, AKnownAddressIsPointedOut) {
  const Id first = product.add({{"full_name", "Jim Brodo"}, {"email", "jim@north.example"}});
  screen.fill("Name", "James Brodo");
  screen.fill("E-mail", "JIM@north.example");
  EXPECT_TRUE(screen.says("Jim Brodo has this e-mail address already."));
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.state().last_added, first) << "not before the person says so";
  EXPECT_TRUE(std::ranges::any_of(screen.announcements(), [](const std::string& said) {
    return said.contains("Not saved yet");
  }));
  screen.click(Role::kButton, "Save anyway");
  EXPECT_NE(product.state().last_added, first);
}

TEST_F(CaptureTest, AKnownLeadGetsWhatIsNewAndTheVisit) {
  const Id jim = product.add({{"full_name", "Jim Brodo"}, {"email", "jim@north.example"}});
  product.dispatch(app::SetCaptureContext{"Trade fair", "Aquafair"});
  screen.fill("Name", "James Brodo");
  screen.fill("Company", "North");
  screen.fill("E-mail", "jim@north.example");
  screen.fill("Note", "Send the price list.");
  screen.click(Role::kButton, "Add to it");
  EXPECT_EQ(product.state().last_added, jim) << "nobody new";
  EXPECT_EQ(product.text(jim, LeadField::kFullName), "Jim Brodo") << "what was there stays";
  EXPECT_EQ(product.text(jim, LeadField::kCompany), "North");
  const LeadFacts& facts = product.model().lead(product.row(jim));
  ASSERT_NE(facts.first_touch, kNoRow);
  EXPECT_EQ(product.model().touch(facts.first_touch).kind, TouchKind::kBoothVisit);
  EXPECT_NE(facts.first_note, kNoRow);
  EXPECT_EQ(screen.node(Role::kTextbox, "Name").value, "") << "on to the next";
  product.dispatch(app::Undo{});
  EXPECT_EQ(product.text(jim, LeadField::kCompany), "") << "one step";
}

TEST_F(CaptureTest, TheButtonStaysUnderTheThumb) {
  product.phone();
  const a11y::Rect save = screen.node(Role::kButton, "Save and next").rect;
  EXPECT_GE(save.height, 44);
  EXPECT_GT(save.y, 600);
}

// ---- pasting a signature (practice H2) ------------------------------------------------------------

constexpr std::string_view kSignature =
    "Sofía García\nDirectora de Compras\nLevante Bombas S.L.\nTel. 963 12 34 56\n"
    "Móvil +34 600 11 22 33\nsofia@levante.example\nwww.levante.example\nPuerta 7";

struct CapturePasteTest : CaptureTest {
  // As the page hands over what comes with a paste event.
  void paste(std::string_view text, std::string name = "pasted.csv") {
    product.dispatch(app::OpenFiles{{{std::move(name), std::string(text)}}});
    screen.settle();
  }
  std::string value(std::string_view field) { return screen.node(Role::kTextbox, field).value; }
};

TEST_F(CapturePasteTest, ASignatureFillsInTheForm) {
  paste(kSignature);
  EXPECT_EQ(product.state().place, app::Place::kCapture);
  EXPECT_EQ(value("Name"), "Sofía García");
  EXPECT_EQ(value("Company"), "Levante Bombas S.L.");
  EXPECT_EQ(value("E-mail"), "sofia@levante.example");
  EXPECT_EQ(value("Phone"), "963 12 34 56");
  EXPECT_EQ(value("Note"), "Puerta 7");
  EXPECT_TRUE(screen.has(Role::kStatus,
                         "Filled in: name, title, company, website, E-mail, phone, "
                         "mobile, note."))
      << screen.outline();
  EXPECT_TRUE(screen.says("Saved with the lead: Title Directora de Compras"));
  screen.click(Role::kButton, "Save and next");
  const Id lead = product.state().last_added;
  EXPECT_EQ(product.text(lead, LeadField::kTitle), "Directora de Compras");
  EXPECT_EQ(product.text(lead, LeadField::kMobile), "+34 600 11 22 33");
  EXPECT_EQ(product.text(lead, LeadField::kWebsite), "www.levante.example");
  EXPECT_FALSE(screen.says("Saved with the lead")) << "the next one begins anew";
}

TEST_F(CapturePasteTest, WhatIsTypedStaysAndTheOtherValueGoesIntoTheNote) {
  screen.fill("Name", "Sofi");
  screen.fill("Note", "Wants a demo.");
  paste(kSignature);
  EXPECT_EQ(value("Name"), "Sofi");
  EXPECT_EQ(value("Note"), "Wants a demo.\nName: Sofía García\nPuerta 7");
}

TEST_F(CapturePasteTest, UndoTakesItBackButForWhatWasChangedSince) {
  screen.fill("Company", "Levante");
  paste(kSignature);
  screen.fill("Phone", "0800 123456");
  screen.click(Role::kButton, "Undo paste");
  EXPECT_EQ(value("Name"), "");
  EXPECT_EQ(value("Company"), "Levante");
  EXPECT_EQ(value("E-mail"), "");
  EXPECT_EQ(value("Phone"), "0800 123456");
  EXPECT_EQ(value("Note"), "");
  EXPECT_FALSE(screen.says("Filled in"));
  EXPECT_FALSE(screen.says("Saved with the lead"));
}

TEST_F(CapturePasteTest, IntoTheNameItselfASignatureFillsInTheForm) {
  screen.click(Role::kTextbox, "Name");
  EXPECT_EQ(screen.entry().kind, FieldKind::kPerson);
  paste(kSignature, "pasted.txt");
  EXPECT_EQ(screen.entry().value, "Sofía García") << "where it was pasted";
  EXPECT_EQ(value("E-mail"), "sofia@levante.example");
  screen.click(Role::kButton, "Undo paste");
  paste("first thing\nsecond thing", "pasted.txt");
  EXPECT_EQ(value("Note"), "first thing\nsecond thing") << "whatever it is";
}

TEST_F(CapturePasteTest, ACardFillsItInTooAndSeveralAreAnImport) {
  const std::string card =
      "BEGIN:VCARD\nFN:Ana Silva\nORG:Bolt\nEMAIL:ana@bolt.example\nEND:VCARD\n";
  paste(card, "pasted.vcf");
  EXPECT_EQ(value("Name"), "Ana Silva");
  EXPECT_EQ(value("Company"), "Bolt");
  paste(card + card, "pasted.vcf");
  ASSERT_TRUE(product.state().import.has_value());
  EXPECT_TRUE(product.state().import->has_cards);
}

TEST_F(CapturePasteTest, ATableIsAnImport) {
  paste("Name,E-mail\nAna Silva,ana@bolt.example\n");
  EXPECT_TRUE(product.state().import.has_value());
}

TEST_F(CapturePasteTest, AMobileNumberThatIsKnownIsPointedOut) {
  product.add({{"full_name", "Sofía G."}, {"mobile", "+34 600 11 22 33"}});
  paste("Sofía García\nMóvil +34 600 11 22 33");
  EXPECT_TRUE(screen.says("Sofía G. has this phone number already.")) << screen.outline();
}

TEST(CaptureDraft, KeepsWhatWasPastedAndReadsWhatOlderPagesKept) {
  std::string draft;
  {
    Product product;
    product.go(app::Place::kCapture);
    product.dispatch(app::OpenFiles{{{"pasted.csv", std::string(kSignature)}}});
    draft = product.device.drafts.kept();
  }
  for (const bool older : {false, true}) {
    Product product;
    std::string kept = draft;
    if (older) {  // five entries and three choices
      std::string form = "Sofía García";
      form += app::kDraftBetween;
      for (int i = 0; i < 4; ++i) form += app::kDraftBetween;
      for (int i = 0; i < 3; ++i) form += std::string("0") + app::kDraftBetween;
      kept = text_from_id({}) + " 0 " + std::to_string(form.size()) + " ?\n" + form;
    }
    product.device.shelf.slots.push_back({.text = kept, .open = false});
    product.app.start();
    product.go(app::Place::kCapture);
    Screen& screen = product.screen;
    EXPECT_EQ(screen.node(Role::kTextbox, "Name").value, "Sofía García");
    EXPECT_EQ(screen.says("Saved with the lead: Title Directora de Compras"), !older);
    if (older) EXPECT_EQ(screen.node(Role::kRadio, "Hot").checked, a11y::Toggle::kOn);
    if (!older) screen.click(Role::kButton, "Leave out");
    screen.click(Role::kButton, "Save and next");
    EXPECT_EQ(product.text(product.state().last_added, LeadField::kTitle), "");
  }
}

}  // namespace
}  // namespace leadlight::ui
