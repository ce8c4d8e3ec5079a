// Drafts on the device: gone when the book has them, and when who is in them is erased. Each page
// has its own; what a page leaves behind is another's.
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

TEST_F(Drafts, OfSomebodyWhoWasSavedDoNotComeBack) {
  {
    Page page(device);
    page.add({{"full_name", "Lea Kraft"}, {"email", "lea@kraft.example"}}, "Wants a demo.");
    page.add({{"full_name", "Max Ott"}, {"company", "Ott AG"}});
  }
  for (const std::string& saved :
       {draft({"Lea Kraft", "", "Lea@Kraft.example", "", "Wants a demo. "}),
        draft({"Lea", "", "lea@kraft.example", "", ""}), draft({"max ott", "Ott AG ", "", "", ""})})
    EXPECT_EQ(after_start(saved), "") << saved;
  for (const std::string& open :
       {draft({"Lea Kraft", "", "lea@kraft.example", "", "Wants a price."}),
        draft({"Lea Kraft", "", "lea@other.example", "", ""}), draft({"Max Ott", "", "", "", ""}),
        draft({"", "Ott AG", "", "", ""}), draft({"", "", "", "", "Only a note"}), draft({"M"})})
    EXPECT_EQ(after_start(open), open);
}

TEST_F(Drafts, OfSomebodyWhoCameLongAgoStay) {
  {
    Page page(device);
    page.add("Lea Kraft");
    for (int i = 0; i < 10; ++i) {
      device.clock.set_now(device.clock.now() + 60'000);
      page.add("Lead " + std::to_string(i));
    }
  }
  const std::string again = draft({"Lea Kraft", "", "", "", ""});
  EXPECT_EQ(after_start(again), again);
}

TEST_F(Drafts, OfANoteThatIsThereDoNotComeBack) {
  Id lea;
  {
    Page page(device);
    lea = page.add("Lea Kraft");
    page.dispatch(AddNote{lea, "Call again"});
  }
  EXPECT_EQ(after_start("Call again", lea, kNoteDraft), "");
  EXPECT_EQ(after_start("Call again on Mon", lea, kNoteDraft), "Call again on Mon");
}

TEST_F(Drafts, OfAFieldThatIsThereDoNotComeBackAndOthersAreSaid) {
  Id lea;
  {
    Page page(device);
    lea = page.add({{"full_name", "Lea Kraft"}, {"phone", "123456"}, {"value_minor", "1250000"}});
  }
  EXPECT_EQ(after_start("123456 ", lea, "phone"), "");
  EXPECT_EQ(after_start("12,500", lea, "value_minor"), "");
  {
    Page page(device);
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
  page.dispatch(CommitImport{});
  ASSERT_TRUE(page.app->book().is_erased(lea)) << page.toast();
  EXPECT_EQ(of_capture(page), "");
}

}  // namespace
}  // namespace leadlight::test
