// Handing leads over from marketing to sales (practice A4, A5, B7), and what two copies make of it.
#include <algorithm>

#include "app/figures_only.h"
#include "fixture.h"
#include "insight/handoffs.h"
#include "interchange/snapshot.h"
#include "lead/handoff.h"
#include "tests/support/random.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

constexpr UtcMs kHour = 3'600'000;

Handoff handoff(const Page& page, Id lead) { return handoff_of(page.model(), page.row(lead)); }

std::size_t steps_of(const Page& page, Id lead) {
  return handoff_steps(page.model(), page.row(lead)).size();
}

const followup::Item* item_of(const Page& page, Id lead) {
  const auto found = std::ranges::find(page.state().today, page.row(lead), &followup::Item::lead);
  return found == page.state().today.end() ? nullptr : &*found;
}

std::string snapshot_from(Page& page) {
  page.dispatch(ExportSnapshot{});
  return page.device.files.saved.back().bytes;
}

void take(Page& page, const std::string& snapshot) {
  page.dispatch(OpenFiles{{{"book.json", snapshot}}});
  if (page.state().import) page.dispatch(CommitImport{});
}

class Handing : public testing::Test {
 protected:
  Device device;
  Page page{device};
  Id lead;
  void SetUp() override {
    page.dispatch(SetMyName{"Mia"});
    lead = page.add("Olga Petrova");
    page.dispatch(Assign{{lead}, "Mia"});
  }
  void as(std::string name) {
    device.clock.advance(60'000.0);
    page.dispatch(SetMyName{std::move(name)});
  }
};

TEST_F(Handing, AnOfferStaysWithMarketingAndIsTheFirstInToday) {  // A4
  page.add({{"full_name", "Somebody"}, {"source", "Quote request"}});
  page.dispatch(OfferLeads{{lead}, "Sam", " Wants a quote for spring "});
  EXPECT_EQ(page.toast(), "Offered to Sam");
  EXPECT_EQ(page.text(lead, LeadField::kStage), "mql");
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Mia");
  ASSERT_EQ(handoff(page, lead).state, HandoffState::kOffered);
  const followup::Item& first = page.state().today.front();
  EXPECT_EQ(first.lead, page.row(lead));
  EXPECT_EQ(first.group, followup::Group::kOffered);
  EXPECT_EQ(first.reason, "Offered to Sam by Mia just now: “Wants a quote for spring”");
}

TEST_F(Handing, AcceptingTakesItToSalesAndMakesItMine) {
  page.move(lead, Stage::kMql);
  page.dispatch(PlanStep{lead, TouchKind::kEmail, page.state().now + 20 * 24 * kHour});
  page.dispatch(OfferLeads{{lead}, {}, "Ready"});
  as("Sam");
  page.dispatch(AcceptLeads{{lead}});
  EXPECT_EQ(page.toast(), "Accepted Olga Petrova");
  EXPECT_EQ(page.text(lead, LeadField::kStage), "sql");
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "working");
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Sam");
  EXPECT_EQ(page.text(lead, LeadField::kNextStepAt), "");  // marketing's plan
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kAccepted);
  // From now on it has a clock, until somebody is in touch.
  ASSERT_NE(item_of(page, lead), nullptr);
  EXPECT_EQ(item_of(page, lead)->reason, "Accepted by Sam just now, not touched since");
  device.clock.advance(30.0 * static_cast<double>(kHour));
  page.app->tick();
  EXPECT_EQ(item_of(page, lead)->due, followup::Due::kBreached);
  page.log(lead, TouchKind::kCall, TouchResult::kReached);
  EXPECT_EQ(item_of(page, lead), nullptr);
  page.dispatch(AcceptLeads{{lead}});  // somebody was quicker
  EXPECT_TRUE(page.toast_is_error());
}

TEST_F(Handing, AReturnGivesItBackWithAReason) {
  page.dispatch(OfferLeads{{lead}, "Sam", {}});
  as("Sam");
  page.dispatch(ReturnLeads{{lead}, ReturnReason::kNone, {}});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(ReturnLeads{{lead}, ReturnReason::kOwn, " "});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kOffered);
  page.dispatch(ReturnLeads{{lead}, ReturnReason::kTooEarly, "next year"});
  EXPECT_EQ(page.toast(), "Returned to marketing");
  EXPECT_EQ(page.text(lead, LeadField::kStage), "mql");
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Mia");
  ASSERT_NE(item_of(page, lead), nullptr);
  EXPECT_EQ(item_of(page, lead)->reason, "Returned by Sam just now: Too early, “next year”");
  page.dispatch(PlanStep{lead, TouchKind::kEmail, page.state().now + 90 * 24 * kHour});
  EXPECT_EQ(item_of(page, lead), nullptr);  // marketing has decided
}

TEST_F(Handing, WhatWasAcceptedCanBeReturnedToWhoOfferedIt) {
  page.dispatch(OfferLeads{{lead}, {}, {}});
  as("Sam");
  page.dispatch(AcceptLeads{{lead}});
  page.log(lead, TouchKind::kCall, TouchResult::kReached);
  as("Sam");
  page.dispatch(ReturnLeads{{lead}, ReturnReason::kNoNeed, {}});
  EXPECT_EQ(page.text(lead, LeadField::kStage), "mql");
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "");
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Mia");
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kReturned);
  page.dispatch(Undo{});
  EXPECT_EQ(page.text(lead, LeadField::kStage), "sql");
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Sam");
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kAccepted);
}

TEST_F(Handing, AnAnswerStandsBehindItsOfferWhateverTheClocksSay) {
  page.dispatch(OfferLeads{{lead}, {}, {}});
  device.clock.advance(-5.0 * static_cast<double>(kHour));
  page.app->tick();
  page.dispatch(AcceptLeads{{lead}});
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kAccepted);
}

TEST_F(Handing, OnePersonStillMovesStraightToSales) {
  page.move(lead, Stage::kSql);
  EXPECT_EQ(page.text(lead, LeadField::kStage), "sql");
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kAccepted);
  EXPECT_EQ(handoff(page, lead).offer, kNoRow);
  EXPECT_EQ(steps_of(page, lead), 1U);
  page.move(lead, Stage::kMql);
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kNone);
}

TEST_F(Handing, AMovePastAnOfferAnswersIt) {
  page.dispatch(OfferLeads{{lead}, {}, {}});
  as("Sam");
  page.move(lead, Stage::kSql);
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kAccepted);
  EXPECT_NE(handoff(page, lead).offer, kNoRow);
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Sam");
  const Id other = page.add("Ana");
  page.dispatch(OfferLeads{{other}, {}, {}});
  page.move(other, Stage::kNoCustomer, LossReason::kNoNeed);
  page.move(other, Stage::kMql);
  EXPECT_EQ(handoff(page, other).state, HandoffState::kNone);  // it does not come up again
}

TEST_F(Handing, AnOfferCanBeWithdrawnAndIsForWhoMayBeContacted) {
  page.dispatch(OfferLeads{{lead}, {}, {}});
  page.dispatch(WithdrawOffer{{lead}});
  EXPECT_EQ(page.toast(), "Withdrew the offer");
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kNone);
  page.dispatch(EditLead{lead, {{"do_not_contact", "1"}}});
  page.dispatch(OfferLeads{{lead}, {}, {}});
  EXPECT_TRUE(page.toast_is_error());  // C9
  EXPECT_EQ(handoff(page, lead).state, HandoffState::kNone);
}

TEST_F(Handing, ClaimingNeedsANameAndShowsWhoHasIt) {  // A5
  page.dispatch(SetMyName{""});
  page.dispatch(ClaimLeads{{lead}});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Mia");
  page.dispatch(SetMyName{"Sam"});
  page.dispatch(ClaimLeads{{lead}});
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Sam");
}

TEST_F(Handing, PromotingAgainstTheCriteriaIsMarked) {  // B7
  page.dispatch(SetSetting{"minimum_fit", "50"});
  page.dispatch(OfferLeads{{lead}, {}, "The boss knows them"});
  const Model& model = page.model();
  const Row move = model.lead(page.row(lead)).first_move;
  ASSERT_NE(move, kNoRow);
  EXPECT_TRUE(model.move(move).exception);
  EXPECT_EQ(model.text(Kind::kMove, move, static_cast<ColumnIndex>(MoveField::kWhy)),
            "The boss knows them");
  EXPECT_TRUE(has_mark(model, page.row(lead), HandoffMark::kException));
}

TEST_F(Handing, TheReportSaysWhatWasReturnedAndWhyBySource) {  // F3
  const Id fair = page.add({{"full_name", "Ana"}, {"source", "Fair"}});
  const Id late = page.add({{"full_name", "Bo"}, {"source", "Fair"}});
  page.dispatch(OfferLeads{{lead, fair, late}, {}, {}});
  page.dispatch(ReturnLeads{{fair}, ReturnReason::kBadData, {}});
  page.dispatch(AcceptLeads{{late}});
  device.clock.advance(50.0 * static_cast<double>(kHour));
  page.app->tick();
  const auto report =
      insight::handoff_report(page.model(), page.state().settings, page.app->scorer(),
                              page.state().points, {}, page.state().now);
  EXPECT_EQ(report.total.offered, 3U);
  EXPECT_EQ(report.total.open, 1U);
  ASSERT_EQ(report.by_source.size(), 2U);
  const insight::HandoffLine& line = report.by_source.front();
  EXPECT_EQ(line.name, "Fair");
  EXPECT_EQ(line.counts.returned, 1U);
  EXPECT_EQ(line.counts.reasons[static_cast<std::size_t>(ReturnReason::kBadData)], 1U);
  EXPECT_EQ(line.counts.accepted, 1U);
  EXPECT_EQ(line.counts.overdue, 1U);
}

TEST_F(Handing, FiguresHoldNoWordsOfIt) {
  page.dispatch(OfferLeads{{lead}, "Samantha", "Secret words"});
  page.dispatch(ReturnLeads{{lead}, ReturnReason::kOwn, "More secrets"});
  page.dispatch(ExportFigures{});
  const std::string& figures = device.files.saved.back().bytes;
  EXPECT_NE(figures.find("\"handoff\""), std::string::npos);
  for (const std::string_view word : {"Samantha", "Mia", "Secret", "secrets", "Olga"})
    EXPECT_EQ(figures.find(word), std::string::npos) << word;
}

TEST_F(Handing, ErasingALeadTakesItsHandOffsAlong) {
  page.dispatch(OfferLeads{{lead}, {}, "Secret words"});
  page.dispatch(EraseLeads{{lead}});
  EXPECT_EQ(snapshot_from(page).find("Secret words"), std::string::npos);
}

TEST_F(Handing, ThePackageIsTheLeadAndNothingOfOthers) {  // E5
  page.add("Somebody Else");
  page.log(lead, TouchKind::kCall, TouchResult::kReached, "spoke of spring");
  page.dispatch(OfferLeads{{lead}, "Sam", "for you"});
  page.dispatch(ExportPackage{{lead}});
  const std::string package = device.files.saved.back().bytes;
  EXPECT_EQ(package.find("Somebody Else"), std::string::npos);
  Device other(7);
  Page sam(other);
  take(sam, package);
  ASSERT_EQ(sam.model().leads().alive_count(), 1U);
  EXPECT_EQ(handoff(sam, lead).state, HandoffState::kOffered);
  EXPECT_NE(sam.model().lead(sam.row(lead)).first_touch, kNoRow);
  // The whole book still completes it.
  take(sam, snapshot_from(page));
  EXPECT_EQ(sam.app->book().state_hash(), page.app->book().state_hash());
}

TEST_F(Handing, DraftsGoWithTheCommand) {
  page.dispatch(KeepDraft{lead, std::string(kOfferDraft), "half typed"});
  page.dispatch(OfferLeads{{lead}, {}, "half typed"});
  page.dispatch(KeepDraft{lead, std::string(kReturnDraft), "what for"});
  page.dispatch(ReturnLeads{{lead}, ReturnReason::kOwn, "what for"});
  EXPECT_TRUE(page.state().drafts.empty());
}

TEST_F(Handing, RulesGiveLeadsToWhoTheyAreFor) {  // A4
  page.dispatch(SetSettings{{{"assign/a/field", "country"},
                             {"assign/a/match", "Spain"},
                             {"assign/a/to", "Ana"},
                             {"assign/a/position", "1"}}});
  const Id spanish = page.add({{"full_name", "Olé"}, {"country", "Spain"}});
  EXPECT_EQ(page.text(spanish, LeadField::kOwner), "");
  page.dispatch(AssignByRules{{lead, spanish}});
  EXPECT_EQ(page.toast(), "Assigned Olé by the rules");
  EXPECT_EQ(page.text(spanish, LeadField::kOwner), "Ana");
  EXPECT_EQ(page.text(lead, LeadField::kOwner), "Mia");
  page.dispatch(AssignByRules{{lead}});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(SetSetting{"assign_new", "1"});
  EXPECT_EQ(page.text(page.add({{"full_name", "Luz"}, {"country", "Spain"}}), LeadField::kOwner),
            "Ana");
  page.dispatch(OpenFiles{{{"leads.csv", "Name,Country,Owner\nEva,Spain,\nMax,Spain,Kim\n"}}});
  page.dispatch(CommitImport{});
  const Row last = page.model().leads().size() - 1;
  EXPECT_EQ(page.model().text(last - 1, LeadField::kOwner), "Ana");
  EXPECT_EQ(page.model().text(last, LeadField::kOwner), "Kim");
}

// ---- two copies ----------------------------------------------------------------------------------

std::string state_of(const Page& page) {
  std::string text;
  const Model& model = page.model();
  std::vector<Id> ids;
  for (Row row = 0; row < model.leads().size(); ++row) ids.push_back(model.leads().id(row));
  std::ranges::sort(ids);
  for (const Id id : ids) {
    const Row row = page.row(id);
    const Handoff one = handoff_of(model, row);
    const auto all = handoffs_of(model, row);
    EXPECT_LE(std::ranges::count(all, HandoffState::kOffered, &Handoff::state), 1);
    text += text_from_id(id) + " " + std::to_string(static_cast<int>(one.state)) + " " +
            std::to_string(one.at) + " " + std::to_string(all.size()) + " " +
            std::string(text_of(model.lead(row).stage)) + "\n";
  }
  return text;
}

Command any_step(Random& random, Id lead) {
  switch (random.between(0, 5)) {
    case 0:
    case 1: return OfferLeads{{lead}, random.one_in(2) ? "Sam" : "", "words"};
    case 2: return AcceptLeads{{lead}};
    case 3: return ReturnLeads{{lead}, static_cast<ReturnReason>(random.between(1, 8)), "why"};
    case 4: return WithdrawOffer{{lead}};
    default: {
      const Stage to = random.of(kStages);
      return MoveToStage{{lead}, to, {}, LossReason::kNoNeed, "w", {}};
    }
  }
}

TEST(HandoffMerge, ComesToTheSameInBothCopiesWhoeverImportsFirst) {
  LEADLIGHT_SEEDED(random, 20261130);
  for (int round = 0; round < 12; ++round) {
    Device mine(1 + static_cast<std::uint64_t>(round)),
        theirs(100 + static_cast<std::uint64_t>(round));
    Page a(mine), b(theirs);
    a.dispatch(SetMyName{"Mia"});
    b.dispatch(SetMyName{"Sam"});
    std::vector<Id> leads;
    for (int i = 0; i < 4; ++i) leads.push_back(a.add("Lead " + std::to_string(i)));
    take(b, snapshot_from(a));
    for (int exchange = 0; exchange < 4; ++exchange) {
      for (int step = 0; step < 8; ++step) {
        Page& page = random.one_in(2) ? a : b;
        page.dispatch(any_step(random, random.of(leads)));
        // The clocks don't agree.
        mine.clock.advance(static_cast<double>(random.between(0, 90'000)));
        theirs.clock.advance(static_cast<double>(random.between(0, 90'000)));
        a.app->tick(), b.app->tick();
        if (random.one_in(6)) page.dispatch(Undo{});
      }
      if (random.one_in(4)) a.dispatch(MergeLeads{leads[0], {leads[1]}});
      const std::string of_a = snapshot_from(a), of_b = snapshot_from(b);
      if (random.one_in(2)) {
        take(a, of_b), take(b, of_a);
      } else {
        take(b, of_a), take(a, snapshot_from(b));
      }
      // An import does again what only one of them has undone: then the other hears of that.
      if (a.app->book().state_hash() != b.app->book().state_hash()) take(b, snapshot_from(a));
      if (a.app->book().state_hash() != b.app->book().state_hash()) take(a, snapshot_from(b));
      ASSERT_EQ(a.app->book().state_hash(), b.app->book().state_hash()) << "round " << round;
      ASSERT_EQ(state_of(a), state_of(b)) << "round " << round;
    }
  }
}

TEST(HandoffMerge, AColleaguesReturnShowsBeforeItIsImported) {
  Device mine(1), theirs(2);
  Page a(mine), b(theirs);
  a.dispatch(SetMyName{"Mia"});
  b.dispatch(SetMyName{"Sam"});
  const Id lead = a.add("Olga");
  a.dispatch(OfferLeads{{lead}, "Sam", "for you"});
  take(b, snapshot_from(a));
  b.dispatch(ReturnLeads{{lead}, ReturnReason::kDuplicate, "of Olga P."});
  a.dispatch(OpenFiles{{{"b.json", snapshot_from(b)}}});
  ASSERT_TRUE(a.state().import);
  const auto changes = changes_of(a.state().import->snapshot, Kind::kLead, lead, a.app->book());
  EXPECT_TRUE(
      std::ranges::contains(changes, IncomingChange::What::kHandoff, &IncomingChange::what));
  a.dispatch(CommitImport{});
  EXPECT_EQ(handoff(a, lead).state, HandoffState::kReturned);
}

}  // namespace
}  // namespace leadlight::test
