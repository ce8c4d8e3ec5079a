// What changed, used as a person does: conflicts are settled, steps are taken back.
#include <algorithm>
#include <format>

#include "product.h"

namespace leadlight::ui {
namespace {

using app::Place;

std::string export_of(app::App& app, headless::MemoryPorts& device) {
  app.dispatch(app::ExportSnapshot{});
  return device.files.saved.back().bytes;
}

// A lead whose phone two people wrote apart.
Id put_in_conflict(Product& product) {
  headless::MemoryPorts their_device(9);
  app::App theirs(their_device.ports());
  their_device.clock.set_now(product.device.clock.now() + kHourMs);
  theirs.start();
  product.dispatch(app::SetMyName{"Ana"});
  theirs.dispatch(app::SetMyName{"Ben"});
  const Id lead = product.add("Olga Petrova");
  theirs.dispatch(app::OpenFiles{{{"a.json", export_of(product.app, product.device)}}});
  theirs.dispatch(app::CommitImport{});
  theirs.dispatch(app::EditLead{lead, {{"phone", "0221 222222"}}});
  product.dispatch(app::EditLead{lead, {{"phone", "0221 111111"}}});
  product.dispatch(app::OpenFiles{{{"ben.json", export_of(theirs, their_device)}}});
  product.dispatch(app::CommitImport{});
  return lead;
}

TEST(Changes, IsReachedFromShareAndTheFinderAndHasALink) {
  Product product;
  product.add("Olga Petrova");
  product.go(Place::kShare);
  product.screen.click(Role::kButton, "Show what changed");
  EXPECT_EQ(product.state().place, Place::kChanges);
  EXPECT_EQ(product.device.address.now, "#/changes");
  EXPECT_TRUE(product.screen.has(Role::kHeading, "What changed"));
  product.go(Place::kToday);
  product.screen.ctrl('k');
  product.screen.settle();
  product.screen.type("what ch");
  product.screen.click(Role::kOption, "Go to What changed");
  EXPECT_EQ(product.state().place, Place::kChanges);
}

TEST(Changes, ListsWhatWasDoneNewestFirstAndOpensItsLead) {
  Product product;
  product.dispatch(app::SetMyName{"Ana"});
  const Id olga = product.add("Olga Petrova");
  product.pass(kHourMs);
  product.dispatch(app::EditLead{olga, {{"city", "Ulm"}}});
  product.go(Place::kChanges);
  const auto rows = product.screen.names(Role::kListItem);
  ASSERT_EQ(rows.size(), 2U) << product.screen.outline();
  EXPECT_TRUE(rows[0].starts_with("Changed city of Olga Petrova, Ana")) << rows[0];
  EXPECT_TRUE(rows[0].ends_with("1 lead")) << rows[0];
  EXPECT_TRUE(rows[1].starts_with("Added Olga Petrova, Ana"));
  EXPECT_TRUE(product.screen.has(Role::kHeading, "Today"));
  product.screen.click(Role::kListItem, rows[0]);
  EXPECT_EQ(product.state().open_lead, olga);
}

TEST(Changes, TakesBackAnyStep) {
  Product product;
  const Id olga = product.add("Olga Petrova");
  product.dispatch(app::EditLead{olga, {{"city", "Ulm"}}});
  product.pass(kMinuteMs);
  product.dispatch(app::EditLead{olga, {{"phone", "0221 111111"}}});
  product.go(Place::kChanges);
  // The middle one, by its place in the list.
  const auto rows = product.screen.names(Role::kListItem);
  const auto at = std::ranges::find_if(
      rows, [](const std::string& row) { return row.starts_with("Changed city"); });
  ASSERT_NE(at, rows.end());
  const a11y::Node row = product.screen.node(Role::kListItem, *at);
  product.screen.click_at(row.rect.x + row.rect.width - 60, row.rect.y + row.rect.height / 2);
  EXPECT_EQ(product.text(olga, LeadField::kCity), "");
  EXPECT_EQ(product.text(olga, LeadField::kPhone), "0221 111111");
  EXPECT_TRUE(product.screen.says("Undone: Changed city of Olga Petrova"));
}

std::string row_named(const Product& product, std::string_view start) {
  for (const std::string& row : product.screen.names(Role::kListItem))
    if (row.starts_with(start)) return row;
  ADD_FAILURE() << start << " is not in\n" << product.screen.outline();
  return {};
}

// Whether the step can be taken back, by what is drawn in its row.
bool offers(const Product& product, std::string_view start) {
  const a11y::Node row = product.screen.node(Role::kListItem, row_named(product, start));
  return std::ranges::any_of(product.screen.tree().nodes(), [&](const a11y::Node& node) {
    return node.name == "Take back" && node.rect.y > row.rect.y - 1 &&
           node.rect.y + node.rect.height < row.rect.y + row.rect.height + 1;
  });
}

void take_back(Product& product, std::string_view start) {
  const a11y::Node row = product.screen.node(Role::kListItem, row_named(product, start));
  product.screen.click_at(row.rect.x + row.rect.width - 60, row.rect.y + row.rect.height / 2);
  product.screen.settle();
}

TEST(Changes, OffersToTakeBackJustWhatStands) {
  Product product;
  const Id jim = product.add("Jim Brodo");
  const Id olga = product.add("Olga Petrova");
  product.dispatch(app::EditLead{jim, {{"city", "Ulm"}}});
  product.dispatch(app::EraseLeads{{olga}});
  product.go(Place::kChanges);
  EXPECT_FALSE(offers(product, "Erased one person for good"));
  EXPECT_TRUE(offers(product, "Changed city of Jim Brodo"));
  take_back(product, "Changed city of Jim Brodo");
  EXPECT_EQ(product.text(jim, LeadField::kCity), "");
  EXPECT_FALSE(offers(product, "Changed city of Jim Brodo"));
  EXPECT_TRUE(offers(product, "Undo: Changed city of Jim Brodo"));
  take_back(product, "Undo: Changed city of Jim Brodo");
  EXPECT_EQ(product.text(jim, LeadField::kCity), "Ulm");
  EXPECT_FALSE(offers(product, "Undo: Changed city of Jim Brodo"));
  EXPECT_TRUE(offers(product, "Redo: Changed city of Jim Brodo"));
  for (const std::string& row : product.screen.names(Role::kListItem))
    EXPECT_FALSE(row.contains("do: Undo") || row.contains("do: Redo")) << row;
}

TEST(Changes, AnImportThatWasTakenBackIsOfferedOnce) {
  Product product;
  product.dispatch(app::OpenFiles{{{"list.csv", "Name\nOlga\nJim\n"}}});
  product.dispatch(app::CommitImport{});
  product.go(Place::kChanges);
  take_back(product, "Import list.csv");
  EXPECT_EQ(product.model().leads().alive_count(), 0U);
  EXPECT_FALSE(offers(product, "Import list.csv"));
  take_back(product, "Undo: Import list.csv");
  EXPECT_EQ(product.model().leads().alive_count(), 2U);
  EXPECT_FALSE(offers(product, "Undo: Import list.csv"));
}

// At the top, further down, and where all fits on the screen.
TEST(Changes, StaysWhereItIsWhenSomethingIsTakenBack) {
  for (const int steps : {3, 40})
    for (const float scrolled : {0.0F, 4.0F}) {
      if (steps == 3 && scrolled > 0) continue;
      Product product;
      const Id lead = product.add("Olga Petrova");
      for (int i = 0; i < steps; ++i) {
        product.device.clock.set_now(product.device.clock.now() + 20 * kMinuteMs);
        product.app.dispatch(app::EditLead{lead, {{std::format("custom:field{}", i), "x"}}});
      }
      product.pass(kMinuteMs);
      product.go(Place::kChanges);
      product.screen.move_to(300, 400);
      product.screen.wheel(-scrolled);
      product.screen.settle();
      const std::string name = std::format("Changed field{} of", steps - (scrolled > 0 ? 8 : 2));
      const a11y::Node before = product.screen.node(Role::kListItem, row_named(product, name));
      take_back(product, name);
      const std::string after = row_named(product, name);
      EXPECT_FLOAT_EQ(product.screen.node(Role::kListItem, after).rect.y, before.rect.y)
          << steps << scrolled;
      EXPECT_FALSE(offers(product, name));
      // And it is above.
      product.screen.wheel(100);
      product.screen.settle();
      row_named(product, "Undo: " + name);
    }
}

TEST(Changes, NamesTheLeadsOfAStepOfMany) {
  Product product;
  std::string csv = "Name\n";
  for (int i = 0; i < 30; ++i) csv += std::format("Lead {}\n", i);
  product.dispatch(app::OpenFiles{{{"list.csv", csv}}});
  product.dispatch(app::CommitImport{});
  product.go(Place::kChanges);
  const auto rows = product.screen.names(Role::kListItem);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_TRUE(rows[0].ends_with("30 leads")) << rows[0];
  product.screen.click(Role::kListItem, rows[0]);
  EXPECT_TRUE(product.screen.has(Role::kListItem, "Lead 7"));
  EXPECT_TRUE(product.screen.says("And 10 more"));
  product.screen.click(Role::kListItem, "Lead 7");
  EXPECT_EQ(product.model().name_of(product.row(product.state().open_lead)), "Lead 7");
}

TEST(Changes, AMergeWithConflictsLeadsThereAndEitherValueIsChosen) {
  for (const bool keep : {true, false}) {
    Product product;
    const Id lead = put_in_conflict(product);
    ASSERT_EQ(product.text(lead, LeadField::kPhone), "0221 222222");
    product.screen.click(Role::kButton, "Choose");
    EXPECT_EQ(product.state().place, Place::kChanges);
    EXPECT_TRUE(product.screen.has(Role::kHeading, "1 field has several values"));
    EXPECT_TRUE(product.screen.has(Role::kGroup, "Phone of Olga Petrova"));
    EXPECT_TRUE(product.screen.says("0221 222222, Counts now · Ben"));
    EXPECT_TRUE(product.screen.says("0221 111111, Ana"));
    product.screen.click(Role::kButton, keep ? "Keep this" : "Use this");
    EXPECT_EQ(product.text(lead, LeadField::kPhone), keep ? "0221 222222" : "0221 111111");
    EXPECT_FALSE(product.screen.says("several values"));
    product.screen.ctrl('z');
    product.screen.settle();
    EXPECT_EQ(product.text(lead, LeadField::kPhone), "0221 222222");
  }
}

TEST(Changes, CountsConflictsInShareAndTakesTheMergeBack) {
  Product product;
  const Id lead = put_in_conflict(product);
  product.go(Place::kShare);
  EXPECT_TRUE(product.screen.says("1 lead or setting with several values for a field"));
  product.go(Place::kChanges);
  const auto rows = product.screen.names(Role::kListItem);
  const auto merge = std::ranges::find_if(
      rows, [](const std::string& row) { return row.starts_with("Import ben.json"); });
  ASSERT_NE(merge, rows.end());
  product.dispatch(app::TakeMergeBack{product.state().merges.at(0).at});
  EXPECT_EQ(product.text(lead, LeadField::kPhone), "0221 111111");
}

TEST(Changes, AsksBeforeAnImportIsTakenBackThatWasWorkedOn) {
  for (const std::string_view answer : {"Keep 1, delete 1", "Delete all 2", "Cancel", ""}) {
    Product product;
    if (answer == "Cancel") product.phone();
    product.dispatch(app::OpenFiles{{{"list.csv", "Name\nOlga\nJim\n"}}});
    product.dispatch(app::CommitImport{});
    const Stamp stamp = product.app.book().stamps().front();
    product.dispatch(app::AddNote{product.model().leads().id(0), "Call back"});
    product.go(Place::kChanges);
    product.dispatch(app::TakeBack{{stamp}});
    EXPECT_TRUE(product.screen.has(Role::kDialog, "Take the import back?"));
    EXPECT_TRUE(product.screen.says(
        "1 of the 2 leads of “Import list.csv” was changed since. The others are deleted either "
        "way."))
        << product.screen.outline();
    if (answer.empty()) {
      product.screen.key(Key::kEscape);
      product.screen.settle();
    } else {
      product.screen.click(Role::kButton, answer);
    }
    EXPECT_FALSE(product.screen.has(Role::kDialog, "Take the import back?"));
    EXPECT_FALSE(product.state().take_back);
    EXPECT_EQ(product.model().leads().alive_count(), answer.empty() || answer == "Cancel" ? 2U
                                                     : answer == "Keep 1, delete 1"       ? 1U
                                                                                          : 0U);
  }
}

TEST(Changes, TheCardOffersEveryConflictOnAPhoneToo) {
  Product product;
  const Id lead = put_in_conflict(product);
  product.phone();
  product.dispatch(app::OpenLead{lead});
  const a11y::Node use = product.screen.node(Role::kButton, "Use this");
  EXPECT_GE(use.rect.height, 43);
  product.screen.click(Role::kButton, "Use this");
  EXPECT_EQ(product.text(lead, LeadField::kPhone), "0221 111111");
  EXPECT_FALSE(product.screen.has(Role::kButton, "Use this"));
}

TEST(Changes, CostsOnlyTheRowsThatCanBeSeen) {
  Product product;
  const Id lead = product.add("Olga Petrova");
  for (int i = 0; i < 400; ++i) {
    product.device.clock.set_now(product.device.clock.now() + kMinuteMs);
    product.app.dispatch(app::EditLead{lead, {{"city", std::format("City {}", i)}}});
  }
  product.go(Place::kChanges);
  EXPECT_LT(product.screen.tree().nodes().size(), 200U);
  EXPECT_EQ(product.screen.tree().repeated_ids(), 0U);
  product.phone();
  for (const a11y::Node& node : product.screen.tree().nodes())
    EXPECT_LE(node.rect.x + node.rect.width, 391) << text_of(node.role) << " " << node.name;
}

}  // namespace
}  // namespace leadlight::ui
