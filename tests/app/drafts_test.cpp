// Drafts on the device: gone when the book has them, and when who is in them is erased.
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
  // What a start makes of it.
  std::string after_start(const std::string& text) {
    device.preferences.set("capture_draft", text);
    const Page page(device);
    EXPECT_EQ(page.state().capture_draft, device.preferences.get("capture_draft"));
    return page.state().capture_draft;
  }
  void keep(Page& page, KeepDraft::Of of, std::string text) {
    page.dispatch(KeepDraft{of, std::move(text)});
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
  device.preferences.set("note_draft", text_from_id(lea) + "Call again");
  EXPECT_EQ(Page(device).state().note_draft, "");
  device.preferences.set("note_draft", text_from_id(lea) + "Call again on Mon");
  EXPECT_NE(Page(device).state().note_draft, "");
}

TEST_F(Drafts, OfWhoIsErasedAreDropped) {
  Page page(device);
  const auto erased = [&](KeepDraft::Of of, std::string text) {
    const Id lea = page.add(
        {{"full_name", "Lea Kraft"}, {"email", "lea@kraft.example"}, {"phone", "+49 30 1234567"}});
    keep(page, of, std::move(text));
    page.dispatch(EraseLeads{{lea}});
    return of == KeepDraft::Of::kCapture ? page.state().capture_draft : page.state().note_draft;
  };
  using enum KeepDraft::Of;
  const Id max = page.add("Max Ott");
  EXPECT_EQ(erased(kCapture, draft({"lea kraft", "", "", "", ""})), "");
  EXPECT_EQ(erased(kCapture, draft({"", "", "LEA@kraft.example", "", ""})), "");
  EXPECT_EQ(erased(kCapture, draft({"", "", "", "004930 1234567", ""})), "");
  EXPECT_EQ(erased(kCapture, draft({"Max", "", "", "", "Ask Lea Kraft"})), "");
  EXPECT_EQ(erased(kNote, text_from_id(max) + "knows Lea Kraft"), "");
  EXPECT_EQ(device.preferences.get("capture_draft"), "");
  EXPECT_EQ(device.preferences.get("note_draft"), "");
  const std::string other = draft({"Leo", "Kraftwerk", "", "+49 30 7654321", ""});
  EXPECT_EQ(erased(kCapture, other), other);
  const std::string note = text_from_id(max) + "Lea called";
  EXPECT_EQ(erased(kNote, note), note);
}

TEST_F(Drafts, OfWhoIsErasedByAFileAreDropped) {
  Device elsewhere(2);
  Page there(elsewhere);
  const Id lea = there.add("Lea Kraft");
  there.dispatch(ExportSnapshot{});
  Page page(device);
  page.dispatch(OpenFiles{{{"book.json", elsewhere.files.saved.back().bytes}}});
  page.dispatch(CommitImport{});
  keep(page, KeepDraft::Of::kCapture, draft({"Lea Kraft", "", "", "", ""}));
  there.dispatch(EraseLeads{{lea}});
  there.dispatch(ExportSnapshot{});
  page.dispatch(OpenFiles{{{"book.json", elsewhere.files.saved.back().bytes}}});
  page.dispatch(CommitImport{});
  ASSERT_TRUE(page.app->book().is_erased(lea)) << page.toast();
  EXPECT_EQ(page.state().capture_draft, "");
}

}  // namespace
}  // namespace leadlight::test
