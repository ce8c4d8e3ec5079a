// What holds for every place, with sample data, on every size of screen.
#include <format>
#include <set>

#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

constexpr app::Place kPlaces[] = {app::Place::kToday,   app::Place::kLeads, app::Place::kFunnel,
                                  app::Place::kCapture, app::Place::kShare, app::Place::kSettings};

struct Size {
  float width, height;
  Screen::Pointer pointer;
};
constexpr Size kSizes[] = {{1280, 800, Screen::Pointer::kMouse},
                           {820, 1180, Screen::Pointer::kFinger},
                           {390, 844, Screen::Pointer::kFinger},
                           {320, 568, Screen::Pointer::kFinger}};

bool acts(Role role) {
  switch (role) {
    case Role::kButton:
    case Role::kLink:
    case Role::kCheckbox:
    case Role::kRadio:
    case Role::kSwitch:
    case Role::kTextbox:
    case Role::kSearchbox:
    case Role::kCombobox:
    case Role::kMenuItem:
    case Role::kTab:
    case Role::kOption: return true;
    default: return false;
  }
}

void expect_sound(const Screen& screen, const std::string& where) {
  EXPECT_EQ(screen.tree().repeated_ids(), 0U) << where << "\n" << screen.outline();
  for (const a11y::Node& node : screen.tree().nodes())
    if (acts(node.role))
      EXPECT_FALSE(node.name.empty()) << where << ": a control without a name\n"
                                      << screen.outline();
  std::size_t titles = 0;
  for (const a11y::Node& node : screen.tree().nodes())
    titles += node.role == Role::kHeading && node.level == 1;
  EXPECT_EQ(titles, 1U) << where;
}

TEST(Places, GiveEveryControlAnIdAndANameOfItsOwn) {
  Product product;
  product.dispatch(app::LoadSample{});
  for (const Size& size : kSizes) {
    product.screen.resize(size.width, size.height, size.pointer);
    for (const app::Place place : kPlaces) {
      product.dispatch(app::CloseLead{});
      product.go(place);
      expect_sound(product.screen,
                   std::format("place {} at {}", static_cast<int>(place), size.width));
    }
    product.dispatch(app::ShowLeads{query::Query{}});
    product.dispatch(app::SetLeadsLayout{app::LeadsLayout::kBoard});
    expect_sound(product.screen, std::format("board at {}", size.width));
    product.dispatch(app::SetLeadsLayout{app::LeadsLayout::kTable});
  }
}

TEST(Places, ShowTheCardOfEveryLead) {
  Product product;
  product.dispatch(app::LoadSample{});
  for (const Size& size : {kSizes[0], kSizes[2]}) {
    product.screen.resize(size.width, size.height, size.pointer);
    for (Row row = 0; row < product.model().leads().size(); row += 23) {
      const Id id = product.model().leads().id(row);
      product.dispatch(app::OpenLead{id});
      EXPECT_EQ(product.screen.tree().repeated_ids(), 0U) << product.screen.outline();
      EXPECT_TRUE(product.screen.says(product.model().name_of(row)));
    }
  }
}

TEST(Places, AFrameChangesNothing) {
  Product product;
  product.dispatch(app::LoadSample{});
  const std::size_t before = product.state().operations;
  for (const app::Place place : kPlaces) product.go(place);
  EXPECT_EQ(product.state().operations, before);
}

}  // namespace
}  // namespace leadlight::ui
