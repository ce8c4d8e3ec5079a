// Handing over on screen (practice A4, A5, B7, F3): offering, answering, claiming, and the report.
#include "lead/handoff.h"
#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct Desk : Product {
  Desk() {
    dispatch(app::SetMyName{"Mia"});
    olga = add({{"full_name", "Olga Petrova"}, {"source", "Fair"}, {"email", "o@p.example"}});
    dispatch(app::MoveToStage{{olga}, Stage::kMql, {}, LossReason::kNone, {}, {}});
    dispatch(app::Assign{{olga}, "Mia"});
  }
  void open(Id lead) {
    dispatch(app::OpenLead{lead});
    screen.settle();
  }
  void as(std::string name) { dispatch(app::SetMyName{std::move(name)}); }
  [[nodiscard]] HandoffState state_of(Id lead) const {
    return handoff_of(model(), row(lead)).state;
  }
  Id olga;
};

TEST(HandingOver, A4_IsOfferedOnTheCardAndAnsweredThere) {
  Desk desk;
  desk.open(desk.olga);
  desk.screen.click(Role::kButton, "Offer to sales…");
  ASSERT_TRUE(desk.screen.has(Role::kDialog, "Offer Olga Petrova to sales"))
      << desk.screen.outline();
  desk.screen.fill("To whom? (optional)", "Sam");
  desk.screen.fill("What should they know? (optional)", "Wants a quote");
  desk.screen.click(Role::kButton, "Offer");
  EXPECT_EQ(desk.state_of(desk.olga), HandoffState::kOffered);
  EXPECT_EQ(desk.stage(desk.olga), Stage::kMql);
  EXPECT_TRUE(desk.screen.says("Offered to Sam by Mia just now: “Wants a quote”"))
      << desk.screen.outline();
  desk.as("Sam");
  desk.screen.click(Role::kButton, "Accept");
  EXPECT_EQ(desk.stage(desk.olga), Stage::kSql);
  EXPECT_EQ(desk.text(desk.olga, LeadField::kOwner), "Sam");
  EXPECT_TRUE(desk.screen.says("Accepted by Sam just now, not touched since"));
}

TEST(HandingOver, A4_IsReturnedWithAReasonThatTodayShows) {
  Desk desk;
  desk.dispatch(app::OfferLeads{{desk.olga}, "Sam", {}});
  desk.as("Sam");
  desk.open(desk.olga);
  desk.screen.click(Role::kButton, "Return…");
  desk.screen.click(Role::kButton, "Return");
  EXPECT_TRUE(desk.screen.says("Please choose what was wrong with it."));
  desk.screen.click(Role::kRadio, "Another reason");
  desk.screen.click(Role::kButton, "Return");
  EXPECT_TRUE(desk.screen.says("Please say what was wrong with it."));
  desk.screen.click(Role::kRadio, "Too early");
  desk.screen.fill("What should marketing know? (optional)", "next year");
  desk.screen.click(Role::kButton, "Return");
  EXPECT_EQ(desk.state_of(desk.olga), HandoffState::kReturned);
  EXPECT_TRUE(desk.state().drafts.empty());
  EXPECT_TRUE(desk.screen.says("Returned by sales: too early, “next year”"));  // what happened
  desk.dispatch(app::CloseLead{});
  desk.go(app::Place::kToday);
  EXPECT_TRUE(desk.screen.says("Returned by Sam just now: Too early, “next year”"))
      << desk.screen.outline();
}

TEST(HandingOver, A4_AnOfferIsTheFirstOnAPhoneAndOneTapFromAccepted) {
  Desk desk;
  desk.add({{"full_name", "Hot One"}, {"source", "Quote request"}, {"phone", "1"}});
  desk.dispatch(app::OfferLeads{{desk.olga}, {}, "for whoever is free"});
  desk.go(app::Place::kToday);
  EXPECT_TRUE(desk.screen.has(Role::kList, "Offered to sales")) << desk.screen.outline();
  desk.phone();
  desk.screen.click(Role::kButton, "Accept");
  EXPECT_EQ(desk.state_of(desk.olga), HandoffState::kAccepted);
}

TEST(HandingOver, WhatIsTypedStaysADraftUntilItIsOfferedOrDropped) {
  Desk desk;
  desk.open(desk.olga);
  desk.screen.click(Role::kButton, "Offer to sales…");
  desk.screen.fill("What should they know? (optional)", "half typed");
  desk.screen.key(Key::kEscape);
  desk.screen.settle();
  EXPECT_EQ(desk.state().draft_of(desk.olga, app::kOfferDraft), "half typed");
  desk.screen.click(Role::kButton, "Offer to sales…");
  EXPECT_EQ(desk.screen.node(Role::kTextbox, "What should they know? (optional)").value,
            "half typed");
  desk.screen.click(Role::kButton, "Cancel");
  EXPECT_TRUE(desk.state().drafts.empty());
}

TEST(HandingOver, B7_AnOfferAgainstTheCriteriaAsksWhy) {
  Desk desk;
  desk.dispatch(app::SetSetting{"minimum_fit", "90"});
  const Id ana = desk.add("Ana");
  desk.open(ana);
  desk.screen.click(Role::kButton, "More for this lead");
  desk.screen.click(Role::kMenuItem, "Offer to sales…");
  desk.screen.click(Role::kButton, "Offer");
  EXPECT_TRUE(desk.screen.says("Please say why you offer it against the criteria."));
  desk.screen.fill("Why all the same?", "The boss knows them");
  desk.screen.click(Role::kButton, "Offer");
  EXPECT_EQ(desk.state_of(ana), HandoffState::kOffered);
  EXPECT_TRUE(has_mark(desk.model(), desk.row(ana), HandoffMark::kException));
}

TEST(HandingOver, E5_ThePackageIsAFileFromTheDialog) {
  Desk desk;
  desk.open(desk.olga);
  desk.screen.click(Role::kButton, "Offer to sales…");
  desk.screen.click(Role::kButton, "Leadlight JSON");
  ASSERT_FALSE(desk.device.files.saved.empty());
  EXPECT_TRUE(desk.device.files.saved.back().name.contains("hand-off"));
  EXPECT_TRUE(desk.device.files.saved.back().bytes.contains("Olga Petrova"));
  desk.screen.click(Role::kButton, "vCard");
  EXPECT_TRUE(desk.device.files.saved.back().bytes.contains("VCARD"));
}

TEST(Claiming, A5_TakesWhatIsNobodysAtOnceAndAsksBeforeItTakesAColleagues) {
  Desk desk;
  const Id free = desk.add("Free One");
  desk.open(free);
  desk.screen.click(Role::kButton, "Take it");
  EXPECT_EQ(desk.text(free, LeadField::kOwner), "Mia");
  EXPECT_FALSE(desk.screen.has(Role::kButton, "Take it"));
  desk.as("Sam");
  desk.open(desk.olga);
  desk.screen.click(Role::kButton, "Take it");
  ASSERT_TRUE(desk.screen.has(Role::kDialog, "Take Olga Petrova?")) << desk.screen.outline();
  EXPECT_TRUE(desk.screen.says("Mia has this lead."));
  desk.screen.click(Role::kButton, "Cancel");
  EXPECT_EQ(desk.text(desk.olga, LeadField::kOwner), "Mia");
  desk.screen.click(Role::kButton, "Take it");
  desk.screen.click(Role::kButton, "Take it all the same");
  EXPECT_EQ(desk.text(desk.olga, LeadField::kOwner), "Sam");
}

TEST(Claiming, A5_RowsSayWhoElseHasALead) {
  Desk desk;
  desk.go(app::Place::kToday);
  EXPECT_FALSE(desk.screen.says("Mia has it"));
  desk.as("Sam");
  EXPECT_TRUE(desk.screen.says("Mia has it")) << desk.screen.outline();
}

struct Report : Desk {
  Report() {
    bo = add({{"full_name", "Bo"}, {"source", "Web"}, {"employees", "500"}});
    dispatch(app::OfferLeads{{olga, bo}, {}, {}});
    as("Sam");
    dispatch(app::ReturnLeads{{olga}, ReturnReason::kBadData, {}});
    dispatch(app::AcceptLeads{{bo}});
    pass(30 * kHourMs);
    go(app::Place::kFunnel);
  }
  Id bo;
};

TEST(HandoffReport, F3_SaysBySourceWhatWasAcceptedReturnedAndWhy) {
  Report report;
  report.screen.click(Role::kButton, "Hand-offs: 1 returned, 1 untouched. Show the report");
  ASSERT_TRUE(report.screen.has(Role::kDialog, "Hand-offs to sales")) << report.screen.outline();
  EXPECT_TRUE(report.screen.says("Returned: 1 wrong or missing data."));
  EXPECT_TRUE(report.screen.has(
      Role::kRow,
      "Fair, 1 hand-offs, 0 accepted, 1 returned, 0 untouched, 1 wrong or missing data"))
      << report.screen.outline();
  EXPECT_TRUE(report.screen.says("250 to 1,000"));  // by rule
  report.screen.click(Role::kButton, "1 untouched since, 1 over the limit. Show them");
  EXPECT_EQ(report.state().place, app::Place::kLeads);
  ASSERT_EQ(report.state().leads->size(), 1U);
  EXPECT_EQ(report.state().leads->front(), report.row(report.bo));
}

TEST(HandoffReport, B7_ComparesExceptionsAndIsPrinted) {
  Report report;
  report.dispatch(app::SetSetting{"minimum_fit", "90"});
  const Id exception = report.add({{"full_name", "Ex"}, {"source", "Web"}});
  report.dispatch(app::MoveToStage{{exception}, Stage::kMql, {}, LossReason::kNone, "why", {}});
  report.screen.click(
      Role::kButton, "Hand-offs: 1 returned, 1 untouched, 1 against the criteria. Show the report");
  EXPECT_TRUE(report.screen.says("Against the criteria: 1 lead")) << report.screen.outline();
  EXPECT_TRUE(report.screen.says("By the criteria: 2 leads"));
  EXPECT_TRUE(report.screen.printout().contains("Hand-offs to sales"));
}

TEST(HandoffReport, FitsAPhone) {
  Report report;
  report.phone();
  report.screen.click(Role::kButton, "Hand-offs: 1 returned, 1 untouched. Show the report");
  EXPECT_TRUE(report.screen.says("1 accepted"));
}

TEST(AssignRules, A4_AreMadeInSettingsAndUsedInLeads) {
  Desk desk;
  desk.go(app::Place::kSettings);
  desk.screen.resize(1280, 1400);
  desk.screen.settle();
  desk.screen.click(Role::kListItem, "Who gets a lead");
  EXPECT_TRUE(desk.screen.says("No rules yet"));
  desk.screen.click(Role::kButton, "Add a rule");
  desk.screen.fill("Which", "Spain, Portugal");
  desk.screen.fill("Goes to", "Ana");
  desk.screen.click(Role::kTab, "By the rules");
  const Id luz = desk.add({{"full_name", "Luz"}, {"country", "Portugal"}});
  EXPECT_EQ(desk.text(luz, LeadField::kOwner), "Ana");
  desk.dispatch(app::Assign{{luz}, "Mia"});
  desk.go(app::Place::kLeads);
  desk.dispatch(app::SetSelection{{luz, desk.olga}});
  desk.screen.click(Role::kButton, "Assign by the rules…");
  EXPECT_TRUE(desk.screen.says("Ana: 1 lead")) << desk.screen.outline();
  desk.screen.click(Role::kButton, "Assign");
  EXPECT_EQ(desk.text(luz, LeadField::kOwner), "Ana");
  EXPECT_EQ(desk.text(desk.olga, LeadField::kOwner), "Mia");
}

}  // namespace
}  // namespace leadlight::ui
