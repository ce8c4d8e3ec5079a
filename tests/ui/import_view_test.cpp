// Import, used as a person does: a file comes, its columns are corrected, what would happen is
// read, and then it happens.
#include <gtest/gtest.h>

#include <algorithm>
#include <format>
#include <string>

#include "interchange/snapshot.h"
#include "platform/headless/headless_ui.h"
#include "platform/headless/memory_ports.h"

namespace leadlight::ui {
namespace {

using a11y::Role;

constexpr std::string_view kFair =
    "Vorname;Nachname;Firma;E-Mail-Adresse;Herkunft;Halle\r\n"
    "Olga;Petrova;Brauwerk Nord;olga@nord.example;Angebotsanfrage;B4\r\n"
    "Jim;Brodo;Northfield Drinks;jim@northfield.example;Badge-Scan;B1\r\n"
    ";;;;;B2\r\n";

struct Page {
  Page() : app(device.ports()), screen(app) {
    app.start();
    screen.resize(1280, 1000);
  }
  void open(std::string name, std::string_view bytes) {
    app.dispatch(app::OpenFiles{{{std::move(name), std::string(bytes)}}});
    screen.settle();
  }
  const app::State& state() const { return app.state(); }
  Id add_lead(app::Fields fields) {
    app.dispatch(app::AddLead{std::move(fields), {}});
    return state().last_added;
  }

  headless::MemoryPorts device;
  app::App app;
  headless::Screen screen;
};

TEST(Import, SpeaksOfCardsWhereTheFileHasThose) {
  Page page;
  page.open("team.vcf",
            "BEGIN:VCARD\nFN:Olga Petrova\nORG:Nord\nEND:VCARD\nBEGIN:VCARD\nTITLE:x\nEND:VCARD\n");
  EXPECT_TRUE(page.screen.says("1 new lead from 2 cards; 1 card can't be imported."))
      << page.screen.outline();
  EXPECT_TRUE(page.screen.has(Role::kHeading, "Where the entries go"));
  EXPECT_TRUE(page.screen.says("Entry 'Full name' goes to"));
  page.screen.click(Role::kButton, "Show these cards");
  EXPECT_TRUE(page.screen.says("in this card."));
  for (const std::string_view word : {"row", "column", "Row", "Column"})
    EXPECT_FALSE(page.screen.says(word)) << word << page.screen.outline();
}

// The book of somebody else with these leads, as a snapshot.
std::string snapshot_of(std::initializer_list<std::string> names) {
  headless::MemoryPorts device(7);
  app::App app(device.ports());
  app.start();
  for (const std::string& name : names) app.dispatch(app::AddLead{{{"full_name", name}}, {}});
  app.dispatch(app::ExportSnapshot{});
  return device.files.saved.front().bytes;
}

TEST(Import, LeadsTheKeyboardIntoWhatWasOpened) {
  for (const bool phone : {false, true})
    for (const std::string_view file : {"fair.csv", "book.json", "no.json"}) {
      Page page;
      if (phone) page.screen.resize(390, 844, headless::Screen::Pointer::kFinger);
      page.app.dispatch(app::GoTo{app::Place::kShare});
      page.screen.settle();
      page.screen.act(Role::kButton, "Import a file…", a11y::Action::kFocus);
      page.screen.settle();
      ASSERT_EQ(page.screen.focused(), "button Import a file…");
      page.open(std::string(file), file == "fair.csv"    ? std::string(kFair)
                                   : file == "book.json" ? snapshot_of({"Olga", "Jim"})
                                                         : std::string());
      EXPECT_EQ(page.screen.focused(), file == "fair.csv"    ? "button Show these rows"
                                       : file == "book.json" ? "radio All 2"
                                                             : "button Choose another file…");
    }
}

TEST(Import, BackFromItIsBackToTheCardAndToThePlaceBelow) {
  Page page;
  const Id lead = page.add_lead({{"full_name", "Ada"}});
  page.app.dispatch(app::GoTo{app::Place::kLeads});
  page.app.dispatch(app::OpenLead{lead});
  page.open("fair.csv", kFair);
  ASSERT_TRUE(page.screen.has(Role::kHeading, "fair.csv"));
  page.device.address.go_back();
  page.screen.settle();
  EXPECT_EQ(page.state().place, app::Place::kLeads);
  EXPECT_EQ(page.state().open_lead, lead);
  EXPECT_FALSE(page.screen.has(Role::kHeading, "fair.csv"));
}

TEST(Import, SaysWhatWouldHappenAndChangesNothing) {
  Page page;
  page.open("fair.csv", kFair);
  EXPECT_TRUE(page.screen.has(Role::kHeading, "fair.csv"));
  EXPECT_TRUE(page.screen.says("2 new leads from 3 rows; 1 row can't be imported."));
  EXPECT_TRUE(page.screen.has(Role::kButton, "Import 2 leads"));
  EXPECT_EQ(page.state().model->leads().alive_count(), 0U);
}

TEST(Import, ShowsColumnsAsATableWithWhatStandsInThem) {
  Page page;
  page.open("fair.csv", kFair);
  const a11y::Node& table = page.screen.node(Role::kTable, "Where the columns go");
  EXPECT_EQ(table.row_count, 7);
  EXPECT_EQ(table.column_count, 3);
  EXPECT_TRUE(page.screen.has(Role::kColumnHeader, "Goes to"));
  EXPECT_TRUE(page.screen.has(Role::kCell, "Olga · Jim"));
  EXPECT_TRUE(page.screen.has(Role::kCell, "Vorname, guessed"));
  EXPECT_TRUE(page.screen.has(Role::kCell, "Halle")) << "not guessed: kept as it is";
  EXPECT_EQ(page.screen.node(Role::kCombobox, "Column 'Vorname' goes to").value, "First name");
  EXPECT_EQ(page.screen.node(Role::kCombobox, "Column 'Halle' goes to").value,
            "Keep as custom field");
}

TEST(Import, SendsAColumnToAnotherFieldAndFollows) {
  Page page;
  page.open("fair.csv", kFair);
  page.screen.click(Role::kCombobox, "Column 'Firma' goes to");
  page.screen.click(Role::kOption, "Leave out");
  EXPECT_EQ(page.state().import->mapping.columns[2].field, "");
  EXPECT_FALSE(std::ranges::contains(page.screen.names(Role::kCell), "Brauwerk Nord"));
  page.screen.click(Role::kCombobox, "Column 'Halle' goes to");
  page.screen.click(Role::kOption, "Company");
  EXPECT_TRUE(page.screen.has(Role::kCell, "B4"));
  page.screen.click(Role::kCombobox, "Column 'Halle' goes to");
  page.screen.click(Role::kOption, "Keep as custom field");
  EXPECT_EQ(page.state().import->mapping.columns[5].field, "custom:Halle");
}

TEST(Import, PreviewsLeadsAsTheyWillBe) {
  Page page;
  page.open("fair.csv", kFair);
  const a11y::Node& table = page.screen.node(Role::kTable, "As they will be");
  EXPECT_EQ(table.row_count, 3);
  EXPECT_TRUE(page.screen.has(Role::kRow, "Olga Petrova"));
  EXPECT_TRUE(page.screen.has(Role::kCell, "olga@nord.example"));
  EXPECT_TRUE(page.screen.has(Role::kCell, "SQL")) << "asked for a quote (practice B1)";
  EXPECT_TRUE(page.screen.has(Role::kCell, "Badge-Scan"));
}

TEST(Import, PutsSourceAndEventWhereRowsDontSay) {
  Page page;
  page.open("list.csv", "Name,E-mail\nOlga Petrova,olga@nord.example\n");
  page.screen.fill("Source", "Quote request");
  EXPECT_TRUE(page.screen.has(Role::kCell, "Quote request"));
  EXPECT_TRUE(page.screen.has(Role::kCell, "SQL"));
  page.screen.fill("Event", "Aquafair");
  page.screen.click(Role::kButton, "Import 1 lead");
  const Model& model = *page.state().model;
  ASSERT_EQ(model.leads().alive_count(), 1U);
  EXPECT_EQ(model.text(0, LeadField::kSource), "Quote request");
  EXPECT_EQ(model.text(0, LeadField::kEvent), "Aquafair");
  EXPECT_EQ(model.lead(0).stage, Stage::kSql);
}

TEST(Import, TakesWhatIsStillBeingTypedAlong) {
  Page page;
  page.open("list.csv", "Name,E-mail\nOlga Petrova,olga@nord.example\n");
  page.screen.click(Role::kTextbox, "Source");
  page.screen.type("Webinar");
  page.screen.click(Role::kButton, "Import 1 lead");
  EXPECT_EQ(page.state().model->text(0, LeadField::kSource), "Webinar");
}

TEST(Import, ImportsAsOneStepAndShowsTheLeads) {
  Page page;
  page.open("fair.csv", kFair);
  page.screen.click(Role::kButton, "Import 2 leads");
  EXPECT_FALSE(page.state().import);
  EXPECT_EQ(page.state().place, app::Place::kLeads);
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
  page.screen.ctrl('z');
  page.screen.settle();
  EXPECT_EQ(page.state().model->leads().alive_count(), 0U);
}

TEST(Import, ShowsRejectedRowsWithLineAndReason) {
  Page page;
  page.open("fair.csv", kFair);
  EXPECT_FALSE(page.screen.has(Role::kTable, "Rows that can't be imported"));
  page.screen.click(Role::kButton, "Show these rows");
  EXPECT_TRUE(page.screen.has(Role::kTable, "Rows that can't be imported"));
  EXPECT_TRUE(page.screen.has(Role::kRow, "Line 4"));
  EXPECT_TRUE(page.screen.says("No name, company"));
  page.screen.click(Role::kButton, "Hide these rows");
  EXPECT_FALSE(page.screen.has(Role::kRow, "Line 4"));
}

TEST(Import, ShowsOldAndNewValuesOfLeadsThatAreThere) {
  Page page;
  page.add_lead({{"full_name", "Olga Petrova"}, {"email", "olga@nord.example"}, {"city", "Kiel"}});
  page.open("list.csv", "Name,E-mail,City\nOlga Petrova,olga@nord.example,Hamburg\n");
  EXPECT_TRUE(page.screen.says("1 lead from 1 row: 1 changed."));
  EXPECT_TRUE(page.screen.has(Role::kCell, "Updated"));
  page.screen.click(Role::kButton, "Show what changes");
  EXPECT_TRUE(page.screen.has(Role::kListItem, "Olga Petrova"));
  EXPECT_TRUE(page.screen.has(Role::kText, "City: Kiel → Hamburg"));
}

TEST(Import, CountsLeadsAndSaysWhichRowsRepeatThem) {
  Page page;
  page.open("list.csv",
            "Name,E-mail,City\nOlga,olga@nord.example,Kiel\nJim,jim@x.example,\n"
            "Olga,olga@nord.example,Bonn\n");
  EXPECT_TRUE(page.screen.says("2 new leads from 3 rows; 1 row repeats a lead of this file."));
  EXPECT_FALSE(page.screen.has(Role::kButton, "Show what changes"));
  EXPECT_TRUE(page.screen.has(Role::kButton, "Import 2 leads"));
  page.screen.click(Role::kButton, "Show these values");
  EXPECT_TRUE(page.screen.has(Role::kCell, "City: Kiel → Bonn in line 4 (Olga)"));
}

TEST(Import, SaysThatAFileIsNothingButItsHeader) {
  Page page;
  page.open("list.csv", "Name,E-mail\n");
  EXPECT_TRUE(page.screen.says("Only a header, no rows."));
  EXPECT_FALSE(page.screen.says("in your book already"));
}

TEST(Import, OffersToReadWhatIsNotUtf8AsWindows1252) {
  Page page;
  page.open("alt.csv", "Name;Firma\nJ\xFCrgen \x84Jo\x93 M\xFCller;Caf\xE9 \x80\n");
  page.screen.click(Role::kButton, "Read it as Windows-1252");
  EXPECT_TRUE(page.screen.has(Role::kRow, "Jürgen „Jo“ Müller"));
  EXPECT_TRUE(page.screen.has(Role::kCell, "Café €"));
  page.open("broken.csv", "Name;Firma\n\"Ana;Bolt\n");
  EXPECT_FALSE(page.screen.has(Role::kButton, "Read it as Windows-1252"));
}

TEST(Import, SaysWhenThereIsNothingToImport) {
  Page page;
  page.add_lead({{"full_name", "Olga Petrova"}, {"email", "olga@nord.example"}});
  page.open("list.csv", "Name,E-mail\nOlga Petrova,olga@nord.example\n");
  EXPECT_TRUE(page.screen.node(Role::kButton, "Nothing new to import").disabled);
  page.screen.click(Role::kButton, "Cancel");
  EXPECT_FALSE(page.state().import);
}

TEST(Import, OffersWhoWasDeletedHere) {
  Page page;
  const Id olga = page.add_lead({{"full_name", "Olga Petrova"}, {"email", "olga@nord.example"}});
  page.app.dispatch(app::DeleteLeads{{olga}});
  page.open("list.csv", "Name,E-mail\nOlga Petrova,olga@nord.example\nJim,jim@x.example\n");
  EXPECT_TRUE(page.screen.says("2 leads from 2 rows: 1 new, 1 deleted here."))
      << page.screen.outline();
  page.screen.click(Role::kCheckbox, "Bring back 1 lead that was deleted here");
  EXPECT_TRUE(page.screen.says("2 leads from 2 rows: 1 new, 1 comes back."));
  EXPECT_TRUE(page.screen.has(Role::kCell, "Back"));
  page.screen.click(Role::kButton, "Import 2 leads");
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
  EXPECT_EQ(page.state().model->leads().size(), 2U);
}

TEST(Import, DrawsOnlyTheRowsThatCanBeSeen) {
  Page page;
  std::string wide = "Name";
  std::string row = "Olga";
  for (int i = 0; i < 1000; ++i) {
    wide += std::format(",Column {}", i);
    row += ",x";
  }
  std::string bytes = wide + "\n" + row + "\n";
  for (int i = 0; i < 2000; ++i) bytes += std::string(1000, ',') + "x\n";
  page.open("wide.csv", bytes);
  page.screen.click(Role::kButton, "Show these rows");
  EXPECT_LT(page.screen.tree().nodes().size(), 400U);
  EXPECT_EQ(page.screen.tree().repeated_ids(), 0U);
}

TEST(Import, StandsInOneColumnOnAPhone) {
  Page page;
  page.screen.resize(390, 844, headless::Screen::Pointer::kFinger);
  page.open("fair.csv", kFair);
  EXPECT_TRUE(page.screen.has(Role::kCombobox, "Column 'Vorname' goes to"));
  for (const a11y::Node& node : page.screen.tree().nodes())
    EXPECT_LE(node.rect.x + node.rect.width, 391) << text_of(node.role) << " " << node.name;
  page.screen.click(Role::kButton, "Import 2 leads");
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
}

TEST(Import, SaysWhyAFileIsRefused) {
  Page page;
  page.open("fair.csv", "Name,E-mail\n\"Olga,olga@nord.example\n");
  EXPECT_TRUE(page.screen.has(Role::kHeading, "“fair.csv” can't be imported"));
  EXPECT_TRUE(page.screen.says("Nothing was changed."));
  EXPECT_TRUE(page.screen.says(page.state().import_error->what));
  page.device.files.to_pick = {{"better.csv", "Name\nOlga\n"}};
  page.screen.click(Role::kButton, "Choose another file…");
  EXPECT_TRUE(page.screen.has(Role::kHeading, "better.csv"));
  page.open("fair.pdf", "%PDF-1.4");
  page.screen.click(Role::kButton, "Close");
  EXPECT_FALSE(page.state().import_error);
}

// ---- snapshots ------------------------------------------------------------------------------------------------

TEST(ImportOfASnapshot, SaysWhatIsNewAndImportsIt) {
  Page page;
  page.open("ana.json", snapshot_of({"Olga Petrova", "Jim Brodo"}));
  EXPECT_TRUE(page.screen.has(Role::kRadio, "2 new"));
  EXPECT_FALSE(page.screen.says("0 changed"));
  EXPECT_TRUE(page.screen.has(Role::kListItem, "Jim Brodo, new"));
  EXPECT_EQ(page.state().model->leads().alive_count(), 0U);
  page.screen.click(Role::kButton, "Import");
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
  EXPECT_FALSE(page.state().import);
}

TEST(ImportOfASnapshot, SaysWhenNothingIsNew) {
  Page page;
  const std::string snapshot = snapshot_of({"Olga Petrova"});
  page.open("ana.json", snapshot);
  page.screen.click(Role::kButton, "Import");
  page.open("ana.json", snapshot);
  EXPECT_TRUE(page.screen.says("Everything in it is in your book already."));
  EXPECT_FALSE(page.screen.has(Role::kButton, "Import"));
  page.screen.click(Role::kButton, "Close");
  EXPECT_FALSE(page.state().import);
}

TEST(ImportOfASnapshot, CanBeLeftAlone) {
  Page page;
  page.open("ana.json", snapshot_of({"Olga Petrova"}));
  page.screen.click(Role::kButton, "Cancel");
  EXPECT_EQ(page.state().model->leads().alive_count(), 0U);
  EXPECT_FALSE(page.state().import);
}

// A book that two people had and then changed apart.
struct Apart {
  Apart() : theirs(their_device.ports()) {
    their_device.clock.set_now(page.device.clock.now() + kHourMs);
    theirs.start();
  }
  std::string export_of(app::App& app, headless::MemoryPorts& device) {
    app.dispatch(app::ExportSnapshot{});
    return device.files.saved.back().bytes;
  }
  void share() {
    theirs.dispatch(app::OpenFiles{{{"mine.json", export_of(page.app, page.device)}}});
    theirs.dispatch(app::CommitImport{});
  }
  void open() { page.open("ben.json", export_of(theirs, their_device)); }

  Page page;
  headless::MemoryPorts their_device{9};
  app::App theirs;
};

TEST(ImportOfASnapshot, ShowsWhatBecomesOfEachLeadLineByLine) {
  Apart apart;
  Page& page = apart.page;
  page.app.dispatch(app::SetMyName{"Ana"});
  apart.theirs.dispatch(app::SetMyName{"Ben"});
  const Id olga = page.add_lead({{"full_name", "Olga Petrova"}, {"company", "Acme"}});
  const Id jim = page.add_lead({{"full_name", "Jim Brodo"}});
  const Id ada = page.add_lead({{"full_name", "Ada Lind"}});
  apart.share();
  page.app.dispatch(app::EditLead{olga, {{"phone", "0221 111111"}}});
  apart.theirs.dispatch(app::EditLead{olga, {{"phone", "0221 222222"}}});
  apart.theirs.dispatch(app::EditLead{jim, {{"city", "Ulm"}}});
  apart.theirs.dispatch(app::LogTouch{jim, TouchKind::kCall, TouchResult::kNoAnswer, "Fair"});
  apart.theirs.dispatch(app::DeleteLeads{{ada}});
  apart.theirs.dispatch(app::SetSetting{"minimum_fit", "7"});
  apart.open();
  for (const std::string_view filter : {"All 4", "1 in conflict", "1 changed", "1 deleted"})
    EXPECT_TRUE(page.screen.has(Role::kRadio, filter)) << filter;
  EXPECT_TRUE(page.screen.says("This file deletes 1 of your 3 leads."));

  page.screen.click(Role::kListItem, "Olga Petrova, Acme, in conflict");
  EXPECT_TRUE(page.screen.has(Role::kListItem, "Phone: written on both sides"));
  EXPECT_TRUE(page.screen.says("0221 222222 counts, Ben"));
  EXPECT_TRUE(
      page.screen.says("0221 111111 can be chosen instead, on the card, Ana, in your book"));
  EXPECT_EQ(page.screen.node(Role::kListItem, "Olga Petrova, Acme, in conflict").expanded,
            a11y::Toggle::kOn);
  page.screen.click(Role::kListItem, "Olga Petrova, Acme, in conflict");
  EXPECT_FALSE(page.screen.says("written on both sides"));

  page.screen.click(Role::kListItem, "Jim Brodo, changed");
  EXPECT_TRUE(page.screen.says("City: Ulm, Ben"));
  EXPECT_TRUE(page.screen.says("no answer"));
  page.screen.click(Role::kListItem, "Team settings: 1 change");
  EXPECT_TRUE(page.screen.says("Minimum fit: (empty) → 7"));

  page.screen.click(Role::kRadio, "1 deleted");
  EXPECT_TRUE(page.screen.has(Role::kListItem, "Ada Lind, deleted"));
  EXPECT_FALSE(page.screen.says("Jim Brodo"));
  EXPECT_EQ(page.screen.tree().repeated_ids(), 0U);
}

TEST(ImportOfASnapshot, LeavesOutSingleLeadsAndAllThatIsShown) {
  Page page;
  page.open("ana.json", snapshot_of({"Olga Petrova", "Jim Brodo", "Ada Lind"}));
  EXPECT_TRUE(page.screen.has(Role::kCheckbox, "All 3 leads taken"));
  page.screen.click(Role::kCheckbox, "Take Jim Brodo");
  EXPECT_TRUE(page.screen.has(Role::kCheckbox, "2 of 3 leads taken"));
  EXPECT_TRUE(page.screen.has(Role::kButton, "Import 2 of 3 leads"));
  page.screen.click(Role::kCheckbox, "2 of 3 leads taken");
  EXPECT_TRUE(page.screen.has(Role::kButton, "Import"));
  page.screen.click(Role::kCheckbox, "Take Jim Brodo");
  page.screen.click(Role::kButton, "Import 2 of 3 leads");
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
  page.open("ana.json", snapshot_of({"Olga Petrova", "Jim Brodo", "Ada Lind"}));
  EXPECT_TRUE(page.screen.has(Role::kCheckbox, "1 lead taken"));
  EXPECT_TRUE(page.screen.has(Role::kListItem, "Jim Brodo, new"));
}

TEST(ImportOfASnapshot, AsksForTheNumberOfLeadsThatItDeletes) {
  Apart apart;
  Page& page = apart.page;
  std::vector<Id> leads;
  for (int i = 0; i < 12; ++i)
    leads.push_back(page.add_lead({{"full_name", std::format("L{}", i)}}));
  apart.share();
  apart.theirs.dispatch(app::DeleteLeads{{leads.begin(), leads.begin() + 10}});
  apart.open();
  EXPECT_TRUE(page.screen.says("This file deletes 10 of your 12 leads."));
  page.screen.click(Role::kButton, "Import");
  EXPECT_TRUE(page.screen.has(Role::kDialog, "Delete 10 leads?"));
  EXPECT_TRUE(page.screen.node(Role::kButton, "Delete and import").disabled);
  page.screen.click(Role::kTextbox, "Type 10 to delete 10 leads");
  page.screen.type("9");
  EXPECT_TRUE(page.screen.node(Role::kButton, "Delete and import").disabled);
  page.screen.clear_and_type("10");
  EXPECT_FALSE(page.screen.node(Role::kButton, "Delete and import").disabled);
  page.screen.click(Role::kButton, "Delete and import");
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
  page.app.dispatch(app::Undo{});
  EXPECT_EQ(page.state().model->leads().alive_count(), 12U);
}

TEST(ImportOfASnapshot, KeepsAllLeadsAtATap) {
  Apart apart;
  Page& page = apart.page;
  std::vector<Id> leads;
  for (int i = 0; i < 12; ++i)
    leads.push_back(page.add_lead({{"full_name", std::format("L{}", i)}}));
  apart.share();
  apart.theirs.dispatch(app::DeleteLeads{{leads.begin(), leads.begin() + 10}});
  apart.theirs.dispatch(app::AddLead{{{"full_name", "Added"}}, {}});
  apart.open();
  page.screen.click(Role::kButton, "Keep all leads");
  EXPECT_TRUE(page.screen.says("none of your leads will be deleted."));
  page.screen.click(Role::kButton, "Import 1 of 11 leads");
  EXPECT_FALSE(page.screen.has(Role::kDialog, "Delete 10 leads?"));
  EXPECT_EQ(page.state().model->leads().alive_count(), 13U);
}

TEST(ImportOfASnapshot, NamesFilesThatAreLeftAlone) {
  Page page;
  const std::string whole = snapshot_of({"Olga Petrova"});
  page.app.dispatch(app::OpenFiles{{{"cut.json", whole.substr(0, 40)}, {"ana.json", whole}}});
  page.screen.settle();
  EXPECT_TRUE(page.screen.says("“cut.json” is left alone."));
  page.screen.click(Role::kButton, "Import");
  EXPECT_EQ(page.state().model->leads().alive_count(), 1U);
}

TEST(ImportOfASnapshot, OffersAgainWhatWasTakenBack) {
  Page page;
  const std::string snapshot = snapshot_of({"Olga Petrova", "Jim Brodo"});
  page.open("ana.json", snapshot);
  page.screen.click(Role::kButton, "Import");
  page.screen.ctrl('z');
  page.screen.settle();
  ASSERT_EQ(page.state().model->leads().alive_count(), 0U);
  page.open("ana.json", snapshot);
  EXPECT_TRUE(page.screen.says("imported here before and taken back")) << page.screen.outline();
  EXPECT_TRUE(page.screen.has(Role::kRadio, "2 coming back"));
  EXPECT_TRUE(page.screen.has(Role::kListItem, "Jim Brodo, comes back"));
  page.screen.click(Role::kButton, "Import");
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
}

TEST(ImportOfASnapshot, LeavesWhatWasDeletedHereUnlessItIsTaken) {
  Apart apart;
  Page& page = apart.page;
  const Id olga = page.add_lead({{"full_name", "Olga Petrova"}});
  page.add_lead({{"full_name", "Jim Brodo"}});
  apart.share();
  page.app.dispatch(app::DeleteLeads{{olga}});
  apart.open();
  EXPECT_TRUE(page.screen.says("1 lead in it was deleted here, and stays so unless you tick it."));
  EXPECT_FALSE(page.screen.has(Role::kRadio, "1 coming back"));
  EXPECT_TRUE(page.screen.node(Role::kButton, "Import").disabled) << "there is nothing else in it";
  page.screen.click(Role::kListItem, "Olga Petrova, deleted here");
  EXPECT_TRUE(page.screen.says("Deleted in your book."));
  page.screen.click(Role::kCheckbox, "Take Olga Petrova");
  page.screen.click(Role::kButton, "Import");
  EXPECT_EQ(page.state().model->leads().alive_count(), 2U);
}

TEST(ImportOfASnapshot, SaysFirstWhatItDeletesAndKeepsWhatWasChangedHere) {
  Apart apart;
  Page& page = apart.page;
  std::vector<Id> leads;
  for (int i = 0; i < 4; ++i)
    leads.push_back(page.add_lead({{"full_name", std::format("L{}", i)}}));
  apart.share();
  apart.theirs.dispatch(app::DeleteLeads{{leads[0], leads[1]}});
  page.app.dispatch(app::AddNote{leads[1], "Call back"});
  apart.open();
  EXPECT_TRUE(page.screen.says(
      "This file deletes 2 of your 4 leads. 1 of them was changed here since, and stays unless you "
      "tick it."));
  EXPECT_TRUE(page.screen.has(Role::kListItem, "L1, deleted, changed here since"));
  page.screen.click(Role::kButton, "Import 1 of 2 leads");
  EXPECT_EQ(page.state().model->leads().alive_count(), 3U);
}

TEST(ImportOfASnapshot, SaysThatTheErasedStayErased) {
  Apart apart;
  Page& page = apart.page;
  const Id olga = page.add_lead({{"full_name", "Olga Petrova"}});
  apart.share();
  page.app.dispatch(app::EraseLeads{{olga}});
  apart.open();
  EXPECT_TRUE(page.screen.says("1 person in it was erased here and stays erased. Everything else"))
      << page.screen.outline();
  page.app.dispatch(app::GoTo{app::Place::kShare});
  page.screen.settle();
  EXPECT_FALSE(page.screen.says("stays erased")) << "there was nothing to decide";
  EXPECT_FALSE(page.screen.says("Nothing was imported"));
  apart.open();
  page.app.dispatch(app::ShowLeads{});
  EXPECT_FALSE(page.state().import);
  apart.theirs.dispatch(app::AddLead{{{"full_name", "Ada Lind"}}, {}});
  apart.open();
  EXPECT_TRUE(page.screen.says("1 person in it was erased here and stays erased."));
  EXPECT_TRUE(page.screen.says("You can undo the import."));
}

TEST(ImportOfASnapshot, SaysThatErasingCanNotBeUndone) {
  Apart apart;
  Page& page = apart.page;
  const Id olga = page.add_lead({{"full_name", "Olga Petrova"}});
  apart.share();
  apart.theirs.dispatch(app::EraseLeads{{olga}});
  apart.open();
  EXPECT_TRUE(page.screen.says("You can undo the import, all but the erasing."));
  EXPECT_TRUE(page.screen.says("This file erases 1 of your 1 lead for good: Olga Petrova."))
      << page.screen.outline();
}

TEST(ImportOfASnapshot, ErasesNobodyBeforeThatIsTicked) {
  Apart apart;
  Page& page = apart.page;
  const Id olga = page.add_lead({{"full_name", "Olga Petrova"}});
  apart.share();
  apart.theirs.dispatch(app::EraseLeads{{olga}});
  apart.theirs.dispatch(app::AddLead{{{"full_name", "Ada Lind"}}, {}});
  apart.open();
  page.app.dispatch(app::CommitImport{});
  EXPECT_TRUE(page.state().import) << "not without having been asked";
  page.screen.click(Role::kButton, "Import");
  ASSERT_TRUE(page.screen.has(Role::kDialog, "Erase 1 lead for good?")) << page.screen.outline();
  EXPECT_TRUE(page.screen.says("This erases 1 of your 1 lead for good: Olga Petrova. That can't"));
  page.screen.click(Role::kButton, "Erase and import");
  EXPECT_FALSE(page.app.book().is_erased(olga)) << "it is not ticked";
  page.screen.key(Key::kEscape);
  page.screen.click(Role::kButton, "Import");
  page.screen.click(Role::kCheckbox, "Erase for good here, too");
  page.screen.click(Role::kButton, "Erase and import");
  EXPECT_TRUE(page.app.book().is_erased(olga));
  EXPECT_EQ(page.state().model->leads().alive_count(), 1U);
}

TEST(ImportOfASnapshot, AsksForTheYearOfAClockThatIsFarAhead) {
  headless::MemoryPorts device(7);
  device.clock.set_now(utc_from_civil({.year = 2199, .month = 3, .day = 4}));
  app::App theirs(device.ports());
  theirs.start();
  theirs.dispatch(app::AddLead{{{"full_name", "Olga Petrova"}}, {}});
  theirs.dispatch(app::ExportSnapshot{});
  Page page;
  page.open("ben.json", device.files.saved.front().bytes);
  EXPECT_TRUE(page.screen.says("years ahead wrote this, in the year 2199."));
  page.screen.click(Role::kButton, "Import");
  EXPECT_EQ(page.state().model->leads().alive_count(), 0U);
  EXPECT_TRUE(page.screen.has(Role::kDialog, "Import from the year 2199?"));
  EXPECT_TRUE(page.screen.has(Role::kButton, "Leave this file"));
  page.screen.click(Role::kTextbox, "Type 2199 to import it all the same");
  page.screen.type("2199");
  page.screen.click(Role::kButton, "Import all the same");
  EXPECT_EQ(page.state().model->leads().alive_count(), 1U);
  page.app.dispatch(app::GoTo{app::Place::kChanges});
  page.screen.settle();
  EXPECT_FALSE(page.screen.says("2199")) << page.screen.outline();
  EXPECT_TRUE(page.screen.says("Later than this device's clock"));
}

TEST(ImportOfASnapshot, DrawsOnlyTheLeadsThatCanBeSeen) {
  Page page;
  std::string csv = "Name\n";
  for (int i = 0; i < 5000; ++i) csv += std::format("Lead {}\n", i);
  headless::MemoryPorts device(7);
  app::App app(device.ports());
  app.start();
  app.dispatch(app::OpenFiles{{{"list.csv", csv}}});
  app.dispatch(app::CommitImport{});
  app.dispatch(app::ExportSnapshot{});
  page.open("many.json", device.files.saved.front().bytes);
  EXPECT_TRUE(page.screen.has(Role::kRadio, "5,000 new"));
  EXPECT_LT(page.screen.tree().nodes().size(), 300U);
  page.screen.click(Role::kCheckbox, "Take Lead 0");
  page.screen.click(Role::kButton, "Import 4,999 of 5,000 leads");
  EXPECT_EQ(page.state().model->leads().alive_count(), 4999U);
}

TEST(ImportOfASnapshot, FitsAPhone) {
  Apart apart;
  Page& page = apart.page;
  page.screen.resize(390, 844, headless::Screen::Pointer::kFinger);
  const Id olga =
      page.add_lead({{"full_name", "Olga Petrova"}, {"company", "A very long name of a company"}});
  apart.share();
  page.app.dispatch(app::EditLead{olga, {{"need", std::string(300, 'x')}}});
  apart.theirs.dispatch(app::EditLead{
      olga, {{"need", "A line filler, and much more of it than fits a line of a phone"}}});
  apart.open();
  for (const a11y::Node& node : page.screen.tree().nodes()) {
    EXPECT_LE(node.rect.x + node.rect.width, 391) << text_of(node.role) << " " << node.name;
    if (node.role == Role::kCheckbox || node.role == Role::kRadio) {
      EXPECT_GE(node.rect.height, 43) << node.name;
    }
  }
}

}  // namespace
}  // namespace leadlight::ui
