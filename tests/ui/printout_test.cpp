// What is printed: everything, also what has been scrolled away; real text, in blocks.
#include <algorithm>

#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct PrintoutTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  static std::size_t count(const std::string& text, char kind) {
    std::size_t found = 0;
    for (std::size_t at = text.find('\x1E'); at != std::string::npos;
         at = text.find('\x1E', at + 1))
      found += text[at + 1] == kind;
    return found;
  }
};

TEST_F(PrintoutTest, OfTodayHasEveryoneWhoIsDue) {
  product.dispatch(app::LoadSample{});
  product.go(app::Place::kToday);
  const std::string text = screen.printout();
  EXPECT_TRUE(
      text.starts_with("\x1E"
                       "1Today"));
  EXPECT_EQ(count(text, 'r'), product.state().today.size());
  EXPECT_GT(product.state().today.size(), 20U) << "more than the screen shows";
}

TEST_F(PrintoutTest, OfLeadsHasAllOfTheTableInItsOrder) {
  product.dispatch(app::LoadSample{});
  product.go(app::Place::kLeads);
  const std::string text = screen.printout();
  EXPECT_EQ(count(text, 'r'), product.state().leads->size());
  const Row first = product.state().leads->front(), last = product.state().leads->back();
  EXPECT_LT(text.find(product.model().name_of(first)), text.rfind(product.model().name_of(last)));
}

TEST_F(PrintoutTest, OfACardHasFactsReasonsAndAllThatHappened) {
  const Id lead = product.add(
      {{"full_name", "Olga Petrova"}, {"company", "Brauwerk"}, {"email", "olga@brauwerk.example"}});
  for (int i = 0; i < 40; ++i) product.dispatch(app::AddNote{lead, "Note " + std::to_string(i)});
  product.dispatch(app::OpenLead{lead});
  const std::string text = screen.printout();
  EXPECT_TRUE(
      text.starts_with("\x1E"
                       "1Olga Petrova"));
  EXPECT_TRUE(text.contains("E-mail\x1Folga@brauwerk.example"));
  for (int i = 0; i < 40; ++i)
    EXPECT_TRUE(text.contains("Note: Note " + std::to_string(i) + "\x1E") ||
                text.ends_with("Note: Note " + std::to_string(i)))
        << i;
}

TEST_F(PrintoutTest, OfTheFunnelHasItsFourStages) {
  product.dispatch(app::LoadSample{});
  product.go(app::Place::kFunnel);
  EXPECT_EQ(count(screen.printout(), 'r'), 4U);
}

TEST_F(PrintoutTest, IsEmptyWhereThereIsNothingToPrint) {
  product.go(app::Place::kCapture);
  EXPECT_EQ(screen.printout(), "");
}

}  // namespace
}  // namespace leadlight::ui
