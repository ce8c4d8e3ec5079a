// What each command writes and says.
#include "fixture.h"
#include "interchange/snapshot.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

std::size_t moves_of(const Page& page, Id lead) {
  std::size_t count = 0;
  const Model& model = page.model();
  for (Row row = model.lead(page.row(lead)).first_move; row != kNoRow; row = model.move(row).next)
    if (model.table(Kind::kMove).alive(row)) ++count;
  return count;
}

std::size_t touches_of(const Page& page, Id lead) {
  std::size_t count = 0;
  const Model& model = page.model();
  for (Row row = model.lead(page.row(lead)).first_touch; row != kNoRow; row = model.touch(row).next)
    if (model.touch_counts(row)) ++count;
  return count;
}

TEST(AddLead, NeedsSomethingToKnowItBy) {
  Device device;
  Page page(device);
  page.dispatch(AddLead{{{"title", "CEO"}, {"full_name", "  "}}, {}});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_EQ(page.model().leads().size(), 0U);
  EXPECT_FALSE(page.state().can_undo);
}

TEST(AddLead, SaysWhomItSavedAndOffersUndo) {
  Device device;
  Page page(device);
  const Id lead =
      page.add({{"first_name", " Olga "}, {"last_name", "Petrova"}, {"email", "o@p.example"}});
  EXPECT_EQ(page.toast(), "Added Olga Petrova");
  ASSERT_TRUE(page.state().toasts.back().undo);
  EXPECT_EQ(page.text(lead, LeadField::kFirstName), "Olga");
  EXPECT_EQ(page.text(lead, LeadField::kCreatedAt), std::to_string(device.clock.now()));
  EXPECT_EQ(page.app->same_email("O@P.example"), page.row(lead));
  page.dispatch(UndoOperation{*page.state().toasts.back().undo});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
  EXPECT_TRUE(page.state().last_added.is_nil());
  EXPECT_EQ(page.app->same_email("o@p.example"), kNoRow);
}

TEST(AddLead, TakesARequestForAQuoteStraightToSales) {
  Device device;
  Page page(device);
  const Id lead = page.add({{"company", "Acme"}, {"source", "Angebotsanfrage"}});
  EXPECT_EQ(page.text(lead, LeadField::kLeadType), "quote_request");
  EXPECT_EQ(page.text(lead, LeadField::kStage), "sql");
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "working");
  EXPECT_EQ(moves_of(page, lead), 1U);
}

TEST(AddLead, TakesSourceAndEventFromTheCaptureContext) {
  Device device;
  Page page(device);
  page.dispatch(SetCaptureContext{"Trade fair", "Expo 2026"});
  page.dispatch(AddLead{{{"full_name", "Ana"}}, "wants a demo", true});
  const Id lead = page.state().last_added;
  EXPECT_EQ(page.text(lead, LeadField::kSource), "Trade fair");
  EXPECT_EQ(page.text(lead, LeadField::kEvent), "Expo 2026");
  EXPECT_EQ(page.text(lead, LeadField::kLeadType), "badge_scan");
  EXPECT_EQ(page.text(lead, LeadField::kStage), "");
  EXPECT_EQ(touches_of(page, lead), 1U);  // the booth visit
  EXPECT_NE(page.model().lead(page.row(lead)).first_note, kNoRow);
  Page later(device);  // remembered on the device
  EXPECT_EQ(later.state().capture_event, "Expo 2026");
}

TEST(EditLead, ChangesFieldsAndSaysWhich) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga Petrova");
  page.dispatch(EditLead{lead, {{"phone", " 0049 221 123456 "}}});
  EXPECT_EQ(page.text(lead, LeadField::kPhone), "0049 221 123456");
  EXPECT_EQ(page.toast(), "Changed phone");
  EXPECT_EQ(page.state().undo_label, "Changed phone of Olga Petrova");
}

TEST(EditLead, TheFullNameFollowsItsParts) {
  Device device;
  Page page(device);
  const auto full_name = [&](app::Fields fields, app::Fields change) {
    const Id lead = page.add(std::move(fields));
    page.dispatch(EditLead{lead, std::move(change)});
    return page.text(lead, LeadField::kFullName);
  };
  const auto olga = [](std::string full) {
    return app::Fields{
        {"full_name", std::move(full)}, {"first_name", "Olga"}, {"last_name", "Petrova"}};
  };
  EXPECT_EQ(full_name(olga("Olga Petrova"), {{"last_name", " Ivanova "}}), "Olga Ivanova");
  EXPECT_EQ(full_name(olga("Olga Petrova"), {{"first_name", ""}}), "Petrova");
  EXPECT_EQ(full_name(olga("Dr. Olga Petrova"), {{"last_name", "Ivanova"}}), "Dr. Olga Petrova")
      << "typed apart";
  EXPECT_EQ(full_name(olga("Olga Petrova"), {{"last_name", "Ivanova"}, {"full_name", "O. I."}}),
            "O. I.");
  EXPECT_EQ(full_name({{"full_name", "Olga"}}, {{"last_name", "Petrova"}}), "Olga");
  EXPECT_EQ(full_name({{"email", "o@p.example"}}, {{"last_name", "Petrova"}}), "");
}

TEST(EditLead, DoesNothingWhereNothingChanges) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga Petrova");
  const std::size_t before = page.state().operations;
  page.dispatch(EditLead{lead, {{"full_name", "Olga Petrova"}}});
  EXPECT_EQ(page.state().operations, before);
  EXPECT_EQ(page.toast(), "Added Olga Petrova");
}

TEST(EditLead, KeepsStagesToMoves) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(EditLead{lead, {{"stage", "customer"}}});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_EQ(page.text(lead, LeadField::kStage), "");
}

TEST(EditLead, NeverTakesAnOptOutBack) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(EditLead{lead, {{"do_not_contact", "1"}}});
  page.dispatch(EditLead{lead, {{"do_not_contact", ""}}});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_EQ(page.text(lead, LeadField::kDoNotContact), "1");
}

TEST(MoveToStage, KeepsWhoWhenFromAndTo) {
  Device device;
  Page page(device);
  page.dispatch(SetMyName{"Ana"});
  const Id lead = page.add("Olga Petrova");
  page.move(lead, Stage::kMql);
  EXPECT_EQ(page.toast(), "Moved to MQL");
  EXPECT_EQ(page.state().undo_label, "Moved Olga Petrova to MQL");
  page.move(lead, Stage::kNew);
  EXPECT_EQ(moves_of(page, lead), 2U);
  const Row move = page.model().lead(page.row(lead)).first_move;
  EXPECT_EQ(page.model().text(Kind::kMove, move, static_cast<ColumnIndex>(MoveField::kBy)), "Ana");
  EXPECT_EQ(page.model().move(move).at, device.clock.now());
}

TEST(MoveToStage, NeedsAReasonToLeave) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.move(lead, Stage::kNoCustomer);
  EXPECT_TRUE(page.toast_is_error());
  page.move(lead, Stage::kNoCustomer, LossReason::kOwn, " ");
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_EQ(moves_of(page, lead), 0U);
  page.dispatch(PlanStep{lead, TouchKind::kCall, device.clock.now() + kDayMs});
  page.move(lead, Stage::kNoCustomer, LossReason::kNoBudget, "next year perhaps");
  EXPECT_EQ(page.toast(), "Moved to No customer");
  EXPECT_EQ(page.text(lead, LeadField::kOutcome), "lost");
  EXPECT_EQ(page.text(lead, LeadField::kOutcomeReason), "no_budget");
  EXPECT_EQ(page.text(lead, LeadField::kClosedAt), std::to_string(device.clock.now()));
  EXPECT_EQ(page.text(lead, LeadField::kNextStep), "");
  EXPECT_EQ(page.text(lead, LeadField::kNextStepAt), "");
}

TEST(MoveToStage, KeepsValueAndWhyOfAWin) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(
      MoveToStage{{lead}, Stage::kCustomer, {}, LossReason::kNone, "fast answer", "1250000"});
  EXPECT_EQ(page.text(lead, LeadField::kOutcome), "won");
  EXPECT_EQ(page.text(lead, LeadField::kOutcomeReason), "fast answer");
  EXPECT_EQ(page.text(lead, LeadField::kValueMinor), "1250000");
  EXPECT_EQ(page.text(lead, LeadField::kCurrency), "EUR");
  page.move(lead, Stage::kSql);  // back: open again, and the past stays
  EXPECT_EQ(page.text(lead, LeadField::kOutcome), "");
  EXPECT_EQ(page.text(lead, LeadField::kClosedAt), "");
  EXPECT_EQ(page.text(lead, LeadField::kValueMinor), "1250000");
  EXPECT_EQ(moves_of(page, lead), 2U);
}

TEST(MoveToStage, GoesThroughTheSubStagesOfSql) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.move(lead, Stage::kSql);
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "working");
  page.dispatch(MoveToStage{{lead}, Stage::kSql, "demo", LossReason::kNone, {}, {}});
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "demo");
  EXPECT_EQ(page.toast(), "Moved to Demo");
  page.move(lead, Stage::kMql);
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "");
  EXPECT_EQ(moves_of(page, lead), 3U);
}

TEST(MoveToStage, MovesManyAsOneStep) {
  Device device;
  Page page(device);
  std::vector<Id> leads;
  for (int i = 0; i < 12; ++i) leads.push_back(page.add("Lead " + std::to_string(i)));
  leads.push_back(leads.front());  // said twice
  page.dispatch(MoveToStage{leads, Stage::kMql, {}, LossReason::kNone, {}, {}});
  EXPECT_EQ(page.toast(), "Moved 12 leads to MQL");
  page.dispatch(Undo{});
  for (const Id lead : leads) EXPECT_EQ(page.text(lead, LeadField::kStage), "");
  page.dispatch(Redo{});
  for (const Id lead : leads) EXPECT_EQ(page.text(lead, LeadField::kStage), "mql");
}

TEST(LogTouch, StopsAllFollowUpForGood) {
  Device device;
  Page page(device);
  const Id lead = page.add({{"full_name", "Olga"}, {"email", "o@p.example"}});
  page.log(lead, TouchKind::kCall, TouchResult::kStop);
  EXPECT_EQ(page.text(lead, LeadField::kDoNotContact), "1");
  page.dispatch(HandOver{lead, TouchKind::kEmail});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_TRUE(device.opener.opened.empty());
  page.dispatch(PlanStep{lead, TouchKind::kCall, device.clock.now()});
  EXPECT_TRUE(page.toast_is_error());
}

TEST(LogTouch, PlansTheNextStepAfterSilence) {
  Device device;
  Page page(device);
  const Id lead =
      page.add({{"full_name", "Olga"}, {"email", "o@p.example"}, {"phone", "0221 123456"}});
  page.log(lead, TouchKind::kEmail);
  EXPECT_EQ(page.text(lead, LeadField::kNextStep), "call");
  EXPECT_EQ(page.text(lead, LeadField::kNextStepAt),
            std::to_string(device.clock.now() + 2 * kDayMs));
  page.log(lead, TouchKind::kCall, TouchResult::kReached);
  EXPECT_EQ(page.text(lead, LeadField::kNextStep), "email") << "C3: nobody is forgotten";
}

TEST(LogTouch, WakesNurturedLeadsInNinetyDays) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.log(lead, TouchKind::kCall, TouchResult::kNotNow);
  EXPECT_EQ(page.text(lead, LeadField::kNurtureUntil),
            std::to_string(device.clock.now() + 90 * kDayMs));
}

TEST(LogTouch, D7_SaysWhichTemplateAMessageBeganAs) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  const auto logged = [&] {
    return page.model().text(Kind::kTouch, page.model().lead(page.row(lead)).first_touch,
                             static_cast<ColumnIndex>(TouchField::kTemplate));
  };
  page.log(lead, TouchKind::kEmail);
  EXPECT_EQ(logged(), "");
  page.dispatch(LogTouch{lead, TouchKind::kEmail, TouchResult::kNone, {}, Id{4, 4}});
  EXPECT_EQ(logged(), text_from_id({4, 4}));
  page.dispatch(ExportFigures{});
  EXPECT_FALSE(device.files.saved.back().bytes.contains("template"));
}

TEST(Notes, MustSaySomething) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(AddNote{lead, " \n"});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(AddNote{lead, "Prefers mornings."});
  EXPECT_EQ(page.toast(), "Added the note");
  EXPECT_NE(page.model().lead(page.row(lead)).first_note, kNoRow);
}

TEST(Bulk, AssignsSnoozesTagsAndWeedsOut) {
  Device device;
  Page page(device);
  const std::vector<Id> leads{page.add("One"), page.add("Two")};
  page.dispatch(Assign{leads, "Ana"});
  EXPECT_EQ(page.toast(), "Assigned 2 leads to Ana");
  page.dispatch(Snooze{leads, device.clock.now() + 3 * kDayMs});
  page.dispatch(SetTag{leads, "vip", true});
  EXPECT_EQ(page.toast(), "Tagged 2 leads “vip”");
  const ColumnIndex tag = page.model().leads().find_column("tag:vip");
  EXPECT_EQ(page.model().text(Kind::kLead, page.row(leads[0]), tag), "1");
  page.dispatch(SetTag{leads, "vip", false});
  EXPECT_EQ(page.model().text(Kind::kLead, page.row(leads[0]), tag), "");
  page.dispatch(SetWeedOut{{leads[0]}, WeedOut::kStudent});
  EXPECT_EQ(page.state().points[page.row(leads[0])].standing, Standing::kWeededOut);
  page.dispatch(SetWeedOut{{leads[0]}, WeedOut::kNone});
  EXPECT_NE(page.state().points[page.row(leads[0])].standing, Standing::kWeededOut);
}

TEST(Deleting, ClosesTheCardAndCanBeRestored) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga Petrova");
  page.dispatch(OpenLead{lead});
  page.dispatch(SetSelection{{lead}});
  page.dispatch(DeleteLeads{{lead}});
  EXPECT_EQ(page.toast(), "Deleted Olga Petrova");
  EXPECT_TRUE(page.state().open_lead.is_nil());
  EXPECT_TRUE(page.state().selection.empty());
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
  page.dispatch(RestoreLeads{{lead}});
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  page.dispatch(DeleteLeads{{lead}});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
}

TEST(Settings, AreWrittenAndFallBackToTheirDefault) {
  Device device;
  Page page(device);
  page.dispatch(SetSetting{"goal_minutes", "30"});
  EXPECT_EQ(page.state().settings.goal_minutes, 30);
  EXPECT_EQ(page.toast(), "Changed setting: response goal");
  page.dispatch(SetSetting{"goal_minutes", ""});
  EXPECT_EQ(page.state().settings.goal_minutes, 60);
}

TEST(Criteria, BecomeTheTeamsOwnWithTheFirstChange) {
  Device device;
  Page page(device);
  const std::size_t count = page.state().settings.criteria.size();
  Criterion first = page.state().settings.criteria.front();
  first.question = "How big are they?";
  first.answers.pop_back();
  page.dispatch(PutCriterion{first});
  ASSERT_EQ(page.state().settings.criteria.size(), count);
  EXPECT_EQ(page.state().settings.criteria.front().question, "How big are they?");
  EXPECT_EQ(page.state().settings.criteria.front().answers.size(), first.answers.size());
  page.dispatch(Undo{});
  EXPECT_EQ(page.state().settings.criteria.front().question, default_criteria().front().question);
  EXPECT_EQ(page.state().settings.criteria.size(), count);
  page.dispatch(Redo{});
  EXPECT_EQ(page.state().settings.criteria.front().question, "How big are they?");
}

TEST(Criteria, CanAllBeRemoved) {
  Device device;
  Page page(device);
  while (!page.state().settings.criteria.empty()) {
    const std::size_t before = page.state().settings.criteria.size();
    page.dispatch(RemoveCriterion{page.state().settings.criteria.front().id});
    ASSERT_EQ(page.state().settings.criteria.size(), before - 1);
  }
  Criterion criterion;
  criterion.position = 1;
  criterion.question = "Do they fit?";
  page.dispatch(PutCriterion{criterion});
  EXPECT_EQ(page.state().settings.criteria.size(), 1U);
}

TEST(Criteria, AnswerByHandChangesTheFit) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  const Criterion criterion = page.state().settings.criteria.front();
  const CriterionAnswer answer = criterion.answers.at(2);
  const int before = page.state().points[page.row(lead)].fit;
  page.dispatch(AnswerCriterion{lead, criterion.id, answer.number});
  EXPECT_EQ(page.state().points[page.row(lead)].fit, before + answer.points);
  page.dispatch(AnswerCriterion{lead, criterion.id, 0});
  EXPECT_EQ(page.state().points[page.row(lead)].fit, before);
}

TEST(Commands, SayWhenALeadIsNotThere) {
  Device device;
  Page page(device);
  const Id nobody{1, 2};
  const std::vector<Command> commands{
      EditLead{nobody, {{"email", "x"}}},
      ChooseConcurrent{nobody, "email", "x"},
      MoveToStage{{nobody}, Stage::kMql, {}, LossReason::kNone, {}, {}},
      LogTouch{nobody, TouchKind::kCall, TouchResult::kNone, {}},
      AddNote{nobody, "x"},
      AnswerCriterion{nobody, {}, 1},
      SetWeedOut{{nobody}, WeedOut::kPress},
      Assign{{nobody}, "x"},
      Snooze{{nobody}, 1},
      PlanStep{nobody, TouchKind::kCall, 1},
      SetTag{{nobody}, "x", true},
      DeleteLeads{{nobody}},
      RestoreLeads{{nobody}},
      HandOver{nobody, TouchKind::kCall},
      OpenLead{nobody}};
  for (const Command& command : commands) {
    page.dispatch(DismissToast{page.state().toasts.empty() ? 0 : page.state().toasts.back().id});
    page.dispatch(command);
    EXPECT_TRUE(page.toast_is_error()) << command.index();
    EXPECT_EQ(page.state().operations, 0U) << command.index();
  }
}

TEST(ChooseConcurrent, SettlesAConflictForGood) {
  Device here(1);
  Device there(2);
  Page a(here);
  const Id lead = a.add({{"full_name", "Olga"}, {"email", "old@p.example"}});
  a.dispatch(ExportSnapshot{});
  Page b(there);
  b.dispatch(OpenFiles{{{"a.json", here.files.saved.back().bytes}}});
  b.dispatch(CommitImport{});
  a.dispatch(EditLead{lead, {{"email", "a@p.example"}}});
  b.dispatch(EditLead{lead, {{"email", "b@p.example"}}});
  b.dispatch(ExportSnapshot{});
  a.dispatch(OpenFiles{{{"b.json", there.files.saved.back().bytes}}});
  a.dispatch(CommitImport{});
  const auto leads = static_cast<KindIndex>(Kind::kLead);
  ASSERT_TRUE(a.app->book().has_concurrent(leads, a.row(lead)));
  const std::string loser =
      a.text(lead, LeadField::kEmail) == "a@p.example" ? "b@p.example" : "a@p.example";
  a.dispatch(ChooseConcurrent{lead, "email", loser});
  EXPECT_EQ(a.text(lead, LeadField::kEmail), loser);
  EXPECT_FALSE(a.app->book().has_concurrent(leads, a.row(lead)));
}

}  // namespace
}  // namespace leadlight::test
