// Drafts on the device: gone when the book has saved them, and when who is in them is erased. Each
// page has its own; what a page leaves behind is another's.
#include <algorithm>

#include "fixture.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

std::string draft(std::initializer_list<std::string_view> fields) {
  std::string text;
  for (const std::string_view field : fields) text.append(field) += kDraftBetween;
  return text;
}

struct Drafts : testing::Test {
  Device device;
  std::string of_capture(const Page& page) { return std::string(page.state().draft_of({}, {})); }
  std::string of_note(const Page& page, Id lead) {
    return std::string(page.state().draft_of(lead, kNoteDraft));
  }
  void keep(Page& page, std::string text, Id lead = {}, std::string_view field = {}) {
    page.dispatch(KeepDraft{lead, std::string(field), std::move(text)});
  }
  // What a start makes of it.
  std::string after_start(const std::string& text, Id lead = {}, std::string_view field = {}) {
    {
      Page page(device);
      keep(page, text, lead, field);
    }
    Page page(device);
    std::string came(page.state().draft_of(lead, field));
    EXPECT_EQ(page.drafts.kept().empty(), came.empty());
    keep(page, {}, lead, field);
    return came;
  }
  std::size_t on_the_shelf() {
    return static_cast<std::size_t>(std::ranges::count_if(
        device.shelf.slots, [](const auto& one) { return !one.text.empty(); }));
  }
};

// The page ends at any moment of saving: the draft is there if and only if the edit is not.
TEST_F(Drafts, ComeBackIfWhatTheyWentToIsNotStored) {
  using Fault = headless::FaultyStorage::Fault;
  Id lea;
  {
    Page page(device);
    lea = page.add("Lea Kraft");
  }
  std::size_t notes = 0, leads = 1;
  const std::string max = draft({"Max Ott", "", "max@ott.example", "", "Wants a demo."});
  for (const Fault fault : {Fault::kNeverEnds, Fault::kLostAnswer, Fault::kNone}) {
    const bool is_stored = fault != Fault::kNeverEnds;
    {
      Page page(device);
      page.faulty.next_commits({fault});
      keep(page, "Call again", lea, kNoteDraft);
      page.dispatch(AddNote{lea, "Call again"});
      EXPECT_EQ(of_note(page, lea), "");
    }
    {
      Page page(device);
      EXPECT_EQ(of_note(page, lea), is_stored ? "" : "Call again");
      EXPECT_EQ(page.toast().contains("not saved"), !is_stored) << page.toast();
      EXPECT_EQ(page.drafts.kept().empty(), is_stored);
      notes += is_stored ? 1 : 0;
      EXPECT_EQ(page.model().table(Kind::kNote).size(), notes);
      keep(page, {}, lea, kNoteDraft);

      page.faulty.next_commits({fault});
      keep(page, max);
      page.dispatch(AddLead{{{"full_name", "Max Ott"}}, {}, true});
    }
    {
      Page page(device);
      EXPECT_EQ(of_capture(page), is_stored ? "" : max);
      leads += is_stored ? 1 : 0;
      EXPECT_EQ(page.model().leads().alive_count(), leads);
      keep(page, {});

      page.faulty.next_commits({fault});
      keep(page, "123456 ", lea, "phone");
      page.dispatch(EditLead{lea, {{"phone", "123456"}}});
    }
    Page page(device);
    EXPECT_EQ(page.state().draft_of(lea, "phone"), is_stored ? "" : "123456 ");
    keep(page, {}, lea, "phone");
    page.dispatch(EditLead{lea, {{"phone", ""}}});
  }
}

TEST_F(Drafts, ComeBackAlthoughTheSameIsThereAlready) {
  Id lea;
  {
    Page page(device);
    lea = page.add({{"full_name", "Lea Kraft"}, {"phone", "123456"}}, "Call again");
  }
  EXPECT_EQ(after_start("Call again", lea, kNoteDraft), "Call again");
  EXPECT_EQ(after_start("123456", lea, "phone"), "123456");
  EXPECT_EQ(after_start(draft({"Lea Kraft"})), draft({"Lea Kraft"}));
}

TEST_F(Drafts, OfWhatIsRefusedStay) {
  Page page(device);
  const Id lea = page.add("Lea Kraft");
  keep(page, "x", lea, "stage");
  page.dispatch(EditLead{lea, {{"stage", "x"}}});
  ASSERT_TRUE(page.toast_is_error());
  EXPECT_EQ(page.state().draft_of(lea, "stage"), "x");
  page.dispatch(EditLead{lea, {{"phone", "123"}}});
  EXPECT_EQ(page.state().draft_of(lea, "stage"), "x");
}

// Another page has it, and this one finds the draft while it is open.
TEST_F(Drafts, ThatWereSavedAreNotTakenOverLater) {
  Page page(device);
  const Id lea = page.add("Lea Kraft");
  {
    Page gone(device);
    keep(gone, "Call again", lea, kNoteDraft);
    gone.faulty.next_commits({headless::FaultyStorage::Fault::kLostAnswer});
    gone.dispatch(AddNote{lea, "Call again"});
  }
  Page next(device);
  EXPECT_EQ(of_note(next, lea), "");
  EXPECT_EQ(on_the_shelf(), 0U);
}

TEST_F(Drafts, OfFieldsAreSaid) {
  Id lea;
  {
    Page page(device);
    lea = page.add("Lea Kraft");
    keep(page, "1234", lea, "phone");
    keep(page, "Ask for a price", lea, kNoteDraft);
  }
  const Page page(device);
  ASSERT_EQ(page.state().toasts.size(), 2U);
  EXPECT_EQ(page.state().toasts[0].text,
            "The phone of Lea Kraft is not saved: “1234”. It waits on the card.");
  EXPECT_EQ(page.state().toasts[0].lead, lea);
  EXPECT_TRUE(page.state().toasts[1].text.starts_with("The note of Lea Kraft is not saved"));
}

// What is written in the dialogs that log a touch and move a lead.
TEST_F(Drafts, OfDialogsAreSaidAndGoWithTheirCommand) {
  Id lea;
  {
    Page page(device);
    lea = page.add("Lea Kraft");
    keep(page, "Asks for two lines", lea, kTouchDraft);
    keep(page, "The budget is frozen", lea, kMoveDraft);
  }
  Page page(device);
  ASSERT_EQ(page.state().toasts.size(), 2U);
  EXPECT_EQ(page.state().toasts[0].text,
            "The note to a touch of Lea Kraft is not saved: “Asks for two lines”. It waits in "
            "“Log…”.");
  EXPECT_EQ(page.state().toasts[1].text,
            "The reason for a move of Lea Kraft is not saved: “The budget is frozen”. It waits in "
            "“Move to…”.");
  page.dispatch(LogTouch{lea, TouchKind::kCall, TouchResult::kReached, "Asks for two lines"});
  EXPECT_EQ(page.state().draft_of(lea, kTouchDraft), "");
  page.dispatch(MoveToStage{{lea}, Stage::kNoCustomer, {}, LossReason::kNone, {}, {}});
  EXPECT_EQ(page.state().draft_of(lea, kMoveDraft), "The budget is frozen") << "it was refused";
  page.dispatch(MoveToStage{
      {lea}, Stage::kNoCustomer, {}, LossReason::kNoBudget, "The budget is frozen", {}});
  EXPECT_EQ(page.state().draft_of(lea, kMoveDraft), "");
  EXPECT_EQ(page.drafts.kept(), "");
  EXPECT_TRUE(std::ranges::none_of(
      page.state().toasts, [](const Toast& toast) { return toast.text.contains("is not saved"); }));
}

TEST_F(Drafts, StayUntilTheBookIsSaved) {
  Device other;
  headless::MemoryStorage storage(other.disk, headless::MemoryStorage::Mode::kPumped);
  headless::FakeDrafts drafts(other.shelf);
  headless::FakeAddress address;
  App app(other.ports(storage, drafts, address));
  app.start();
  storage.pump();
  app.dispatch(AddLead{{{"full_name", "Lea"}}, {}});
  storage.pump();
  const Id lea = app.state().last_added;
  app.dispatch(KeepDraft{lea, "phone", "123456"});
  app.dispatch(EditLead{lea, {{"phone", "123456"}}});
  EXPECT_EQ(app.state().draft_of(lea, "phone"), "");
  EXPECT_TRUE(drafts.kept().contains("123456")) << "the page may close before";
  storage.pump();
  EXPECT_EQ(drafts.kept(), "");
}

TEST_F(Drafts, OfTwoPagesDoNotMeet) {
  const std::string lea = draft({"Lea", "", "", "", ""}), max = draft({"Max", "", "", "", ""});
  {
    Page one(device), two(device);
    keep(one, lea);
    keep(two, max);
    EXPECT_EQ(of_capture(one), lea);
    Page three(device);
    EXPECT_EQ(of_capture(three), "") << "theirs, who are there";
  }
  std::vector<std::string> found;
  for (int start = 0; start < 3; ++start) {
    Page page(device);
    found.push_back(of_capture(page));
    keep(page, {});
  }
  EXPECT_EQ(found, (std::vector<std::string>{max, lea, ""})) << "each once, the newest first";
}

TEST_F(Drafts, OfEveryPageAreTakenOverOnce) {
  Page first(device);
  const Id lea = first.add("Lea"), max = first.add("Max");
  {
    Page one(device), two(device);
    keep(one, draft({"Ann"}));
    keep(one, "1", lea, "phone");
    keep(two, draft({"Ben"}));
    keep(two, "2", max, "phone");
    keep(two, "3", lea, "phone");
  }
  Page page(device);
  EXPECT_EQ(of_capture(page), draft({"Ben"}));
  EXPECT_EQ(page.state().draft_of(max, "phone"), "2");
  EXPECT_EQ(page.state().draft_of(lea, "phone"), "3");
  EXPECT_EQ(on_the_shelf(), 2U) << "what has no place waits";
  Page next(device);
  EXPECT_EQ(of_capture(next), draft({"Ann"}));
  EXPECT_EQ(next.state().draft_of(lea, "phone"), "1");
  EXPECT_EQ(next.state().draft_of(max, "phone"), "");
  EXPECT_EQ(on_the_shelf(), 2U);
}

TEST_F(Drafts, HoldWhateverIsTyped) {
  Page first(device);
  const Id lea = first.add("Lea");
  const std::string odd = "1 2\n3\x1F " + text_from_id(lea) + " 4 5\n¿Qué?";
  {
    Page page(device);
    keep(page, odd, lea, kNoteDraft);
    keep(page, "x", lea, "custom:a b\nc 9");
  }
  Page page(device);
  EXPECT_EQ(of_note(page, lea), odd);
  EXPECT_EQ(page.state().draft_of(lea, "custom:a b\nc 9"), "x");
}

TEST_F(Drafts, WhoeverIsTypingWhenTheLeadGoesIsToldAndKeepsIt) {
  Page page(device), other(device);
  const Id lea = page.add("Lea Kraft"), max = page.add("Max Ott"), ann = page.add("Ann");
  page.dispatch(OpenLead{lea});
  keep(page, "123 456", lea, "phone");
  other.dispatch(DeleteLeads{{lea}});
  EXPECT_TRUE(page.state().open_lead.is_nil());
  EXPECT_TRUE(page.toast().starts_with("The phone of Lea Kraft is not saved: “123 456”."));
  EXPECT_EQ(page.state().toasts.back().lead, lea);
  EXPECT_EQ(page.state().draft_of(lea, "phone"), "123 456");
  page.dispatch(EditLead{lea, {{"phone", "123 456"}}});
  EXPECT_EQ(page.state().draft_of(lea, "phone"), "123 456") << "it can't be saved";
  page.dispatch(OpenLead{max});
  keep(page, "x@y.example", max, "email");
  other.dispatch(MergeLeads{ann, {max}});
  EXPECT_EQ(page.state().open_lead, ann);
  EXPECT_TRUE(page.toast().contains("merged into Ann")) << page.toast();
  EXPECT_EQ(page.state().draft_of(ann, "email"), "x@y.example");
  EXPECT_EQ(page.state().draft_of(max, "email"), "");
}

TEST_F(Drafts, OfWhoIsErasedAreDropped) {
  Page page(device);
  const auto erased = [&](std::string text, Id of = {}, std::string_view field = {}) {
    const Id lea = page.add(
        {{"full_name", "Lea Kraft"}, {"email", "lea@kraft.example"}, {"phone", "+49 30 1234567"}});
    {
      Page gone(device);
      keep(gone, text, of, field);
    }
    keep(page, std::move(text), of, field);
    page.dispatch(EraseLeads{{lea}});
    const std::string stays(page.state().draft_of(of, field));
    EXPECT_EQ(on_the_shelf(), stays.empty() ? 0U : 2U) << "also what another page has left";
    device.shelf.slots.back().text.clear();
    return stays;
  };
  const Id max = page.add("Max Ott");
  EXPECT_EQ(erased(draft({"lea kraft", "", "", "", ""})), "");
  EXPECT_EQ(erased(draft({"", "", "LEA@kraft.example", "", ""})), "");
  EXPECT_EQ(erased(draft({"", "", "", "004930 1234567", ""})), "");
  EXPECT_EQ(erased(draft({"Max", "", "", "", "Ask Lea Kraft"})), "");
  EXPECT_EQ(erased("knows Lea Kraft", max, kNoteDraft), "");
  EXPECT_EQ(erased("assistant of Lea Kraft", max, "title"), "");
  EXPECT_EQ(page.drafts.kept(), "");
  const std::string other = draft({"Leo", "Kraftwerk", "", "+49 30 7654321", ""});
  EXPECT_EQ(erased(other), other);
  keep(page, {});
  EXPECT_EQ(erased("Lea called", max, kNoteDraft), "Lea called");
}

TEST_F(Drafts, StayWhereANameIsButAPartOfAWord) {
  Page page(device);
  const auto stays = [&](std::string name, std::string text) {
    const Id other = page.add("Max Ott"), gone = page.add(std::move(name));
    keep(page, std::move(text), other, kNoteDraft);
    page.dispatch(EraseLeads{{gone}});
    return !of_note(page, other).empty();
  };
  EXPECT_TRUE(stays("Test", "wants the contest machine"));
  EXPECT_TRUE(stays("Anna", "Annaberg, Hannah, Annaś"));
  EXPECT_FALSE(stays("Anna", "Hannah and Anna's sister"));
  EXPECT_FALSE(stays("Müller", "(Müller)"));
  EXPECT_TRUE(stays("Ulle", "Müllers, Ulles"));
  EXPECT_FALSE(stays("山田太郎", "山田太郎さんに電話"));
  EXPECT_FALSE(stays("Olga Petrova", "Olga Petrovas Büro"));
}

TEST_F(Drafts, OfALeadThatIsMergedJoinItsHeirs) {
  Page page(device), other(device);
  const Id james = page.add("James"), jim = page.add("Jim");
  keep(page, "About B", james, kTouchDraft);
  keep(page, "About A", jim, kTouchDraft);
  keep(page, "A title", jim, "title");
  other.dispatch(MergeLeads{james, {jim}});
  EXPECT_EQ(page.state().draft_of(james, kTouchDraft), "About B About A");
  EXPECT_EQ(page.state().draft_of(jim, kTouchDraft), "");
  EXPECT_EQ(page.state().draft_of(james, "title"), "A title");
}

TEST_F(Drafts, OfWhoIsErasedByAFileAreDropped) {
  Device elsewhere(2);
  Page there(elsewhere);
  const Id lea = there.add("Lea Kraft");
  there.dispatch(ExportSnapshot{});
  Page page(device);
  page.dispatch(OpenFiles{{{"book.json", elsewhere.files.saved.back().bytes}}});
  page.dispatch(CommitImport{});
  keep(page, draft({"Lea Kraft", "", "", "", ""}));
  there.dispatch(EraseLeads{{lea}});
  there.dispatch(ExportSnapshot{});
  page.dispatch(OpenFiles{{{"book.json", elsewhere.files.saved.back().bytes}}});
  page.dispatch(CommitImport{.erased = 1});
  ASSERT_TRUE(page.app->book().is_erased(lea)) << page.toast();
  EXPECT_EQ(of_capture(page), "");
}

// Whichever tab erases.
TEST_F(Drafts, OfWhoIsErasedInAnotherTabAreDroppedAndThatIsSaid) {
  Page here(device), there(device);
  const Id lea = here.add({{"full_name", "Lea Kraft"}, {"email", "lea@kraft.example"}});
  const Id max = here.add("Max Ott");
  keep(there, "Wants a demo", lea, kNoteDraft);
  keep(there, "Ask Lea Kraft", max, kNoteDraft);
  keep(there, "Buyer", max, "title");
  keep(there, draft({"", "", "lea@kraft.example", "", ""}));
  here.dispatch(EraseLeads{{lea}});
  EXPECT_EQ(of_note(there, lea), "");
  EXPECT_EQ(of_note(there, max), "");
  EXPECT_EQ(of_capture(there), "");
  EXPECT_EQ(there.state().draft_of(max, "title"), "Buyer");
  EXPECT_FALSE(there.drafts.kept().contains("raft")) << there.drafts.kept();
  EXPECT_EQ(there.toast(), "3 texts half typed about who was erased went with them");
}

// What was said of a draft is taken back when it is true no longer.
TEST_F(Drafts, AreNotSaidToBeUnsavedOnceTheyAreSaved) {
  Page here(device), there(device);
  const Id lea = here.add("Lea Kraft"), ann = here.add("Lea Kraft-Ott");
  there.storage.pump();
  there.dispatch(OpenLead{lea});
  keep(there, "Wants a demo", lea, "need");
  here.dispatch(MergeLeads{ann, {lea}});
  ASSERT_TRUE(there.toast().contains("is not saved")) << there.toast();
  there.dispatch(EditLead{ann, {{"need", "Wants a demo"}}});
  EXPECT_EQ(there.text(ann, LeadField::kNeed), "Wants a demo");
  for (const Toast& toast : there.state().toasts)
    EXPECT_FALSE(toast.text.contains("is not saved")) << toast.text;
}

TEST_F(Drafts, AreNotSaidToBeOfADeletedLeadOnceItIsBack) {
  Page here(device), there(device);
  const Id lea = here.add("Lea Kraft");
  there.dispatch(OpenLead{lea});
  keep(there, "Wants a demo", lea, kNoteDraft);
  here.dispatch(DeleteLeads{{lea}});
  ASSERT_TRUE(there.toast().contains("deleted")) << there.toast();
  here.dispatch(Undo{});
  for (const Toast& toast : there.state().toasts)
    EXPECT_FALSE(toast.text.contains("deleted")) << toast.text;
  EXPECT_EQ(of_note(there, lea), "Wants a demo");
}

}  // namespace
}  // namespace leadlight::test
