// Merging leads that are one person (practice E8): everything of both is kept, and it can be
// undone.
#include "app/lead_merge.h"

#include <algorithm>
#include <array>
#include <functional>

#include "tests/app/fixture.h"
#include "tests/app/visible.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

class LeadMerges : public testing::Test {
 protected:
  LeadMerges() {
    james = page.add({{"full_name", "James Brodo"},
                      {"email", "james@brodo.example"},
                      {"company", "Brodo Ltd"},
                      {"city", "Ulm"},
                      {"owner", "Ana"}});
    device.clock.advance(kDayMs);
    jim = page.add({{"full_name", "Jim Brodo"},
                    {"email", "jim@brodo.example"},
                    {"phone", "+49 30 5550123"},
                    {"city", "Bonn"},
                    {"postal_code", "53111"},
                    {"custom:Size", "42"}},
                   "met at the fair");
    page.log(jim, TouchKind::kCall, TouchResult::kReached);
    page.dispatch(SetTag{{jim}, "vip", true});
    page.move(jim, Stage::kMql);
  }
  void merge() { page.dispatch(MergeLeads{james, {jim}}); }
  [[nodiscard]] std::string own(Id lead, std::string_view field) const {
    const ColumnIndex column = page.model().leads().find_column(field);
    return column == kNoColumn
               ? std::string()
               : std::string(page.model().text(Kind::kLead, page.row(lead), column));
  }
  [[nodiscard]] bool is_alive(Id lead) const { return page.model().leads().alive(page.row(lead)); }

  Device device;
  Page page{device};
  Id james, jim;
};

TEST_F(LeadMerges, KeepEverythingOfBothAndAreOneStepToUndo) {
  const std::string before = visible_state(page.state());
  const std::size_t operations = page.state().operations;
  merge();
  EXPECT_EQ(page.toast(), "Merged Jim Brodo into James Brodo");
  EXPECT_EQ(page.state().undo_label, "Merge Jim Brodo into James Brodo");
  EXPECT_TRUE(page.state().toasts.back().undo);
  EXPECT_EQ(page.state().operations, operations + 1);
  EXPECT_EQ(page.model().leads().alive_count(), 1U);

  EXPECT_EQ(own(james, "full_name"), "James Brodo");
  EXPECT_EQ(own(james, "email"), "james@brodo.example");
  EXPECT_EQ(own(james, "phone"), "+49 30 5550123");
  EXPECT_EQ(own(james, "custom:Size"), "42");
  EXPECT_EQ(own(james, "tag:vip"), "1");
  EXPECT_EQ(own(james, "stage"), "") << "where it stands stays";
  EXPECT_EQ(own(james, "postal_code"), "") << "no address of two";
  EXPECT_EQ(own(james, "owner"), "Ana");
  const LeadFacts& facts = page.model().lead(page.row(james));
  EXPECT_NE(facts.first_touch, kNoRow);
  EXPECT_NE(facts.first_move, kNoRow);
  EXPECT_NE(facts.first_note, kNoRow);
  EXPECT_EQ(own(jim, "email"), "jim@brodo.example");
  EXPECT_EQ(own(jim, "stage"), "mql");

  page.dispatch(Undo{});
  EXPECT_EQ(visible_state(page.state()), before);
  page.dispatch(Redo{});
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  EXPECT_EQ(own(james, "phone"), "+49 30 5550123");
}

TEST_F(LeadMerges, TakeTheEarliestArrivalAndTheFirstThatHasAValue) {
  const Id third =
      page.add({{"full_name", "J. Brodo"}, {"phone", "+49 30 5550999"}, {"title", "CEO"}});
  const std::string arrived = own(james, "created_at");
  page.dispatch(MergeLeads{jim, {third, james}});
  EXPECT_EQ(page.toast(), "Merged 2 leads into Jim Brodo");
  EXPECT_EQ(own(jim, "created_at"), arrived);
  EXPECT_EQ(own(jim, "title"), "CEO");
  EXPECT_EQ(own(jim, "phone"), "+49 30 5550123");
  EXPECT_EQ(own(jim, "company"), "Brodo Ltd");
}

TEST_F(LeadMerges, SayBeforehandWhatTheyDo) {
  const std::vector others{page.row(jim)};
  const LeadMerge merge = merge_of_leads(page.model(), page.row(james), others);
  const auto names = [&](const auto& list) {
    std::vector<std::string_view> found;
    for (const auto& one : list) found.push_back(page.model().leads().column_name(one.column));
    return found;
  };
  const auto has = [&](const auto& list, std::string_view name) {
    return std::ranges::contains(names(list), name);
  };
  EXPECT_EQ(merge.touches, 1U);
  EXPECT_EQ(merge.notes, 1U);
  EXPECT_TRUE(has(merge.gains, "phone"));
  EXPECT_TRUE(has(merge.gains, "tag:vip"));
  EXPECT_FALSE(has(merge.gains, "email"));
  EXPECT_TRUE(has(merge.differences, "full_name"));
  EXPECT_TRUE(has(merge.differences, "city"));
  EXPECT_TRUE(has(merge.differences, "stage"));
  EXPECT_FALSE(has(merge.differences, "phone"));
  this->merge();
  const auto kept = differences_of(page.model(), page.row(james), page.row(jim));
  EXPECT_TRUE(has(kept, "full_name"));
  EXPECT_TRUE(has(kept, "stage"));
  EXPECT_FALSE(has(kept, "tag:vip"));
  EXPECT_FALSE(has_news(page.model(), page.row(jim))) << "whoever merged knew";
  page.dispatch(EditLead{james, {{"city", "Bonn"}}});
  EXPECT_FALSE(has(differences_of(page.model(), page.row(james), page.row(jim)), "city"));
}

TEST_F(LeadMerges, AreTakenApartAgainLater) {
  merge();
  page.log(james, TouchKind::kEmail);
  page.dispatch(SeparateLead{jim});
  EXPECT_EQ(page.toast(), "Separated Jim Brodo from James Brodo");
  EXPECT_TRUE(is_alive(jim));
  const Row touch = page.model().lead(page.row(jim)).first_touch;
  ASSERT_NE(touch, kNoRow);
  EXPECT_EQ(page.model().touch(touch).kind, TouchKind::kCall);
  EXPECT_EQ(page.model().touch(touch).next, kNoRow);
  EXPECT_EQ(page.model().touch(page.model().lead(page.row(james)).first_touch).kind,
            TouchKind::kEmail);
  page.dispatch(SeparateLead{jim});
  EXPECT_TRUE(page.toast_is_error());
}

TEST_F(LeadMerges, OfACircleComeApartToo) {
  Device other_device(2);
  other_device.clock.set_now(device.clock.now() + kMinuteMs);
  Page other(other_device);
  const auto send = [](Page& from, Page& to) {
    from.dispatch(ExportSnapshot{});
    to.dispatch(OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
    to.dispatch(CommitImport{});
  };
  send(page, other);
  merge();
  other.dispatch(MergeLeads{jim, {james}});
  send(other, page);
  ASSERT_EQ(page.model().leads().alive_count(), 1U);
  const Id gone = is_alive(james) ? jim : james;
  page.dispatch(SeparateLead{gone});
  EXPECT_TRUE(is_alive(james));
  EXPECT_TRUE(is_alive(jim));
}

// Whoever works on a lead that is merged elsewhere does not know; what she did is not to be hidden.
TEST_F(LeadMerges, SayWhatWasDoneToTheMergedLeadApartUntilSomebodyLooks) {
  Device other_device(2);
  other_device.clock.set_now(device.clock.now() - kHourMs);  // before the merge, by its clock
  Page other(other_device);
  const auto send = [](Page& from, Page& to) {
    from.dispatch(ExportSnapshot{});
    to.dispatch(OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
    to.dispatch(CommitImport{});
  };
  send(page, other);
  page.dispatch(PlanStep{james, TouchKind::kCall, device.clock.now() + 2 * kDayMs});
  merge();
  other.dispatch(SetTag{{jim}, "hot", true});
  other.dispatch(PlanStep{jim, TouchKind::kMeeting, device.clock.now() + kDayMs});
  other.dispatch(MoveToStage{{jim}, Stage::kCustomer, {}, LossReason::kNone, {}, {}});
  send(other, page);
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  EXPECT_EQ(page.toast(),
            "Imported book.json: 1 changed; a merged lead was worked on apart from the merge");
  EXPECT_TRUE(page.state().toasts.back().conflicts) << "and offers to settle it";
  EXPECT_EQ(merged_with_news(page.model()), std::vector{page.row(jim)});
  const auto fields = [&] {
    std::vector<std::string_view> names;
    for (const auto& one : differences_of(page.model(), page.row(james), page.row(jim)))
      names.push_back(page.model().leads().column_name(one.column));
    return names;
  };
  for (const char* const field : {"stage", "tag:hot"})
    EXPECT_TRUE(std::ranges::contains(fields(), field)) << field;

  send(page, other);
  EXPECT_EQ(other.app->book().state_hash(), page.app->book().state_hash());
  EXPECT_TRUE(has_news(other.model(), other.row(jim)));
  page.dispatch(SeeMerged{jim});
  EXPECT_FALSE(has_news(page.model(), page.row(jim)));
  page.dispatch(Undo{});
  EXPECT_TRUE(has_news(page.model(), page.row(jim)));
  page.dispatch(Redo{});
  send(page, other);
  EXPECT_FALSE(has_news(other.model(), other.row(jim)));
  EXPECT_TRUE(other.app->book().concurrent_rows(0).empty());
}

TEST_F(LeadMerges, SayAnyFieldThatWasWrittenToTheMergedLeadApart) {
  const auto send = [](Page& from, Page& to) {
    from.dispatch(ExportSnapshot{});
    to.dispatch(OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
    to.dispatch(CommitImport{});
  };
  for (const char* const field : {"phone", "need", "owner", "custom:Referrer"}) {
    Device here(1), there(2);
    Page ana(here), ben(there);
    const Id keeps = ana.add("James"), goes = ana.add("Jim");
    send(ana, ben);
    ana.dispatch(MergeLeads{keeps, {goes}});
    EXPECT_FALSE(has_news(ana.model(), ana.row(goes)));
    ben.dispatch(EditLead{goes, {{field, "0999 777"}}});
    send(ben, ana);
    EXPECT_TRUE(has_news(ana.model(), ana.row(goes))) << field;
    ana.dispatch(EditLead{keeps, {{field, "0999 777"}}});
    EXPECT_FALSE(has_news(ana.model(), ana.row(goes))) << field << ", used";
  }
}

TEST_F(LeadMerges, SayWhatWasTakenAwayOrPutOffApart) {
  const auto send = [](Page& from, Page& to) {
    from.dispatch(ExportSnapshot{});
    to.dispatch(OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
    to.dispatch(CommitImport{});
  };
  const UtcMs later = device.clock.now() + 3 * kDayMs;
  struct Case {
    std::string_view field;
    std::function<Command(Id)> before, apart, used;
  };
  const auto nothing = [](Id) -> Command { return CloseLead{}; };
  const Case cases[] = {
      {"need", [](Id id) { return EditLead{id, {{"need", "A press"}}}; },
       [](Id id) { return EditLead{id, {{"need", ""}}}; },
       [](Id id) { return EditLead{id, {{"need", ""}}}; }},
      {"tag:hot", [](Id id) { return SetTag{{id}, "hot", true}; },
       [](Id id) { return SetTag{{id}, "hot", false}; },
       [](Id id) { return SetTag{{id}, "hot", false}; }},
      {"next_step", [&](Id id) { return PlanStep{id, TouchKind::kCall, later}; },
       [](Id id) { return PlanStep{id, TouchKind::kCall, 0}; },
       [](Id id) { return PlanStep{id, TouchKind::kCall, 0}; }},
      {"weed_out", nothing, [](Id id) { return SetWeedOut{{id}, WeedOut::kCompetitor}; },
       [](Id id) { return SetWeedOut{{id}, WeedOut::kCompetitor}; }},
      {"snoozed_until", nothing, [&](Id id) { return Snooze{{id}, later}; },
       [&](Id id) { return Snooze{{id}, later}; }},
      {"stage", [](Id id) { return MoveToStage{{id}, Stage::kSql, "demo", {}, {}, {}}; },
       [](Id id) { return MoveToStage{{id}, Stage::kSql, "working", {}, {}, {}}; },
       [](Id id) { return MoveToStage{{id}, Stage::kSql, "working", {}, {}, {}}; }}};
  for (const Case& one : cases) {
    SCOPED_TRACE(one.field);
    Device here(1), there(2);
    Page ana(here), ben(there);
    const Id keeps = ana.add("James"), goes = ana.add("Jim");
    ana.dispatch(one.before(goes));
    if (one.field == "stage") ana.dispatch(one.before(keeps));
    send(ana, ben);
    ana.dispatch(MergeLeads{keeps, {goes}});
    EXPECT_FALSE(has_news(ana.model(), ana.row(goes)));
    ben.dispatch(one.apart(goes));
    send(ben, ana);
    EXPECT_TRUE(has_news(ana.model(), ana.row(goes)));
    const auto found = differences_of(ana.model(), ana.row(keeps), ana.row(goes));
    EXPECT_TRUE(std::ranges::any_of(found, [&](const LeadMerge::Difference& difference) {
      return ana.model().leads().column_name(difference.column) == one.field;
    }));
    ana.dispatch(one.used(keeps));
    EXPECT_FALSE(has_news(ana.model(), ana.row(goes))) << "used";
    ana.dispatch(Undo{});
    EXPECT_TRUE(has_news(ana.model(), ana.row(goes)));
    ana.dispatch(SeeMerged{goes});
    EXPECT_FALSE(has_news(ana.model(), ana.row(goes))) << "left";
  }
}

// What was weeded out or put off before the merge was known to whoever merged.
TEST_F(LeadMerges, AreSilentOfWhatWasPutOffBefore) {
  page.dispatch(SetWeedOut{{jim}, WeedOut::kCompetitor});
  page.dispatch(Snooze{{jim}, device.clock.now() + kDayMs});
  for (const auto& one :
       merge_of_leads(page.model(), page.row(james), std::array{page.row(jim)}).differences)
    EXPECT_NE(page.model().leads().column_name(one.column), "weed_out");
  merge();
  EXPECT_FALSE(has_news(page.model(), page.row(jim)));
  const auto found = differences_of(page.model(), page.row(james), page.row(jim));
  EXPECT_FALSE(std::ranges::any_of(found, [&](const LeadMerge::Difference& one) {
    return page.model().leads().column_name(one.column) == "weed_out";
  }));
}

// Both merge the same two, each knowing of something else: there is nothing to choose in that.
TEST_F(LeadMerges, OnBothSidesAreNoConflict) {
  Device other_device(2);
  other_device.clock.set_now(device.clock.now());
  Page other(other_device);
  const auto send = [](Page& from, Page& to) {
    from.dispatch(ExportSnapshot{});
    to.dispatch(OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
    to.dispatch(CommitImport{});
  };
  send(page, other);
  other.dispatch(SetTag{{jim}, "hot", true});
  merge();
  other.dispatch(MergeLeads{james, {jim}});
  send(other, page);
  EXPECT_TRUE(page.app->book().concurrent_rows(0).empty());
  EXPECT_EQ(own(james, "tag:hot"), "1");
}

TEST_F(LeadMerges, AreFoundByAnyLinkAndAddress) {
  page.dispatch(OpenLead{jim});
  page.dispatch(SetSelection{{james, jim}});
  merge();
  EXPECT_EQ(page.state().open_lead, james) << "the card goes on with who stays";
  EXPECT_EQ(page.state().selection, std::vector{james});
  page.dispatch(CloseLead{});
  page.dispatch(OpenLead{jim});
  EXPECT_EQ(page.state().open_lead, james);
  EXPECT_EQ(page.app->same_email("jim@brodo.example"), page.row(james));
  Page linked(device, "#/lead/" + text_from_id(jim));
  EXPECT_EQ(linked.state().open_lead, james);
  EXPECT_EQ(linked.address.now, "#/lead/" + text_from_id(james));
}

TEST_F(LeadMerges, LetNobodyBeContactedWhoMustNotBe) {
  page.dispatch(EditLead{jim, {{"do_not_contact", "1"}}});
  merge();
  EXPECT_TRUE(page.model().lead(page.row(james)).do_not_contact);
  page.dispatch(HandOver{james, TouchKind::kEmail});
  EXPECT_TRUE(page.toast_is_error());
}

TEST_F(LeadMerges, AreErasedAndDeletedTogether) {
  merge();
  page.dispatch(DeleteLeads{{james}});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
  query::Query deleted;
  deleted.scope = query::Scope::kDeleted;
  page.dispatch(SetQuery{deleted});
  EXPECT_EQ(page.state().leads->size(), 1U);
  page.dispatch(RestoreLeads{{jim}});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(RestoreLeads{{james}});
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  page.dispatch(EraseLeads{{james}});
  EXPECT_TRUE(page.app->book().is_erased(james));
  EXPECT_TRUE(page.app->book().is_erased(jim));
  page.dispatch(ExportSnapshot{});
  EXPECT_EQ(device.files.saved.back().bytes.find("rodo"), std::string::npos);
}

TEST_F(LeadMerges, AreNoFieldToEdit) {
  page.dispatch(EditLead{jim, {{"merged_into", text_from_id(james)}}});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(ChooseConcurrent{jim, "merged_into", text_from_id(james)});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_TRUE(is_alive(jim));
  page.dispatch(MergeLeads{james, {james}});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(ExportCsv{});
  EXPECT_EQ(device.files.saved.back().bytes.find("merged_into"), std::string::npos);
}

TEST_F(LeadMerges, AreShownBeforeASnapshotBringsThem) {
  Device other_device(2);
  Page other(other_device);
  page.dispatch(ExportSnapshot{});
  other.dispatch(OpenFiles{{{"book.json", device.files.saved.back().bytes}}});
  other.dispatch(CommitImport{});
  merge();
  page.dispatch(ExportSnapshot{});
  other.dispatch(EditLead{jim, {{"phone", "+49 30 5550777"}}});
  other.dispatch(OpenFiles{{{"book.json", device.files.saved.back().bytes}}});
  const SnapshotPreview& preview = other.state().import->snapshot;
  EXPECT_EQ(preview.count(Fate::kMerged), 1U);
  EXPECT_EQ(preview.count(Fate::kDeleted), 0U);
  const auto merged = std::ranges::find(preview.leads, Fate::kMerged, &IncomingLead::fate);
  ASSERT_NE(merged, preview.leads.end());
  EXPECT_EQ(merged->id, jim);
  EXPECT_EQ(merged->heir, james);
  other.dispatch(CommitImport{});
  EXPECT_NE(other.toast().find("1 merged"), std::string::npos) << other.toast();
  EXPECT_EQ(other.model().leads().alive_count(), 1U);
  EXPECT_EQ(other.text(jim, LeadField::kPhone), "+49 30 5550777") << "kept where it was written";
  EXPECT_EQ(other.text(james, LeadField::kPhone), "+49 30 5550123");
  other.dispatch(Undo{});
  EXPECT_EQ(other.model().leads().alive_count(), 2U);
}

}  // namespace
}  // namespace leadlight::test
