#include "tests/ui/bench.h"

namespace leadlight::ui {
namespace {

struct Form {
  std::string name, company;
  std::vector<FieldResult> of_name, of_company;
  int saved = 0;
  std::string saved_name;
  Bench bench{[this](Ui& ui) {
    note(of_name, text_field(ui, "name", {20, 20, 300, 58}, "Name", name));
    note(of_company, text_field(ui, "company", {20, 100, 300, 58}, "Company", company));
    if (button(ui, "save", {20, 200, 100, 36}, "Save")) ++saved, saved_name = name;
  }};
  static void note(std::vector<FieldResult>& results, FieldResult result) {
    if (result != FieldResult::kNone) results.push_back(result);
  }
  Screen& screen = bench.screen;
};
// A form that empties itself when its button is pressed.
struct Renewing {
  std::string name, other = "kept";
  std::vector<std::string> saved;
  Bench bench{[this](Ui& ui) {
    text_field(ui, "name", {20, 20, 300, 58}, "Name", name);
    text_field(ui, "other", {20, 100, 300, 58}, "Other", other);
    if (button(ui, "save", {20, 200, 100, 36}, "Save")) {
      saved.push_back(std::exchange(name, {}));
      renew_field(ui, name);
    }
  }};
  Screen& screen = bench.screen;
};

TEST(TextField, IsEmptyAfterItsViewTookTheValueInTheSameMoment) {
  Renewing form;
  form.screen.click(Role::kTextbox, "Name");
  form.screen.key_presses("Olga");
  form.screen.act(Role::kButton, "Save", Action::kActivate);
  form.screen.settle();
  EXPECT_EQ(form.saved, std::vector<std::string>{"Olga"});
  EXPECT_EQ(form.name, "");
  EXPECT_EQ(form.screen.node(Role::kTextbox, "Name").value, "");
}

TEST(TextField, KeepsWhatIsTypedInAnotherThanTheOneThatWasRenewed) {
  Renewing form;
  form.screen.click(Role::kTextbox, "Other");
  form.screen.key_presses("typed");
  form.screen.act(Role::kButton, "Save", Action::kActivate);
  form.screen.settle();
  EXPECT_EQ(form.other, "typed");
}

using Results = std::vector<FieldResult>;

TEST(TextField, IsEditedAfterAClickAndFollowsEveryKeyPress) {
  Form form;
  EXPECT_EQ(form.screen.entry().id, 0U);
  form.screen.click(Role::kTextbox, "Name");
  EXPECT_EQ(form.screen.entry().label, "Name");
  form.screen.type("Ol");
  form.screen.type("ga");
  EXPECT_EQ(form.name, "Olga");
  EXPECT_EQ(form.screen.node(Role::kTextbox, "Name").value, "Olga");
  EXPECT_EQ(form.of_name, (Results{FieldResult::kChanged, FieldResult::kChanged}));
}

TEST(TextField, IsCommittedWhenAnotherOneIsEdited) {
  Form form;
  form.screen.click(Role::kTextbox, "Name");
  form.screen.type("Olga");
  form.screen.click(Role::kTextbox, "Company");
  EXPECT_EQ(form.of_name, (Results{FieldResult::kChanged, FieldResult::kCommitted}));
  EXPECT_EQ(form.screen.entry().label, "Company");
  EXPECT_EQ(form.name, "Olga");
}

TEST(TextField, IsCommittedBeforeTheButtonThatEndsItIsUsed) {
  Form form;
  form.screen.click(Role::kTextbox, "Name");
  form.screen.type("Olga");
  form.screen.click(Role::kButton, "Save");
  EXPECT_EQ(form.of_name.back(), FieldResult::kCommitted);
  EXPECT_EQ(form.saved, 1);
  EXPECT_EQ(form.saved_name, "Olga");
  EXPECT_EQ(form.screen.entry().id, 0U);
}

TEST(TextField, GoesOnWithTabAndBackWithShiftTab) {
  Form form;
  form.screen.key(Key::kTab);
  EXPECT_EQ(form.screen.entry().label, "Name") << "focus starts to edit";
  EXPECT_TRUE(form.screen.entry().select_all);
  form.screen.type("Olga");
  EXPECT_TRUE(form.screen.key(Key::kTab));
  EXPECT_EQ(form.screen.entry().label, "Company");
  EXPECT_EQ(form.of_name.back(), FieldResult::kCommitted);
  EXPECT_TRUE(form.screen.key(Key::kTab));
  EXPECT_EQ(form.screen.focused(), "button Save");
  EXPECT_EQ(form.screen.entry().id, 0U);
  form.screen.key(Key::kTab, {.shift = true});
  EXPECT_EQ(form.screen.entry().label, "Company");
}

TEST(TextField, GetsBackWhatItWasWithEscape) {
  Form form;
  form.name = "Olga";
  form.screen.click(Role::kTextbox, "Name");
  form.screen.clear_and_type("Boris");
  EXPECT_EQ(form.name, "Boris");
  EXPECT_TRUE(form.screen.key(Key::kEscape));
  EXPECT_EQ(form.name, "Olga");
  EXPECT_EQ(form.of_name.back(), FieldResult::kCancelled);
  EXPECT_EQ(form.screen.entry().id, 0U);
}

TEST(TextField, SubmitsWithReturn) {
  Form form;
  form.screen.click(Role::kTextbox, "Name");
  form.screen.type("Olga");
  form.screen.key(Key::kEnter);
  EXPECT_EQ(form.of_name, (Results{FieldResult::kChanged, FieldResult::kSubmitted}));
  EXPECT_EQ(form.screen.entry().id, 0U);
}

TEST(TextField, TakesAValueFromTheMirror) {
  Form form;
  form.screen.act(Role::kTextbox, "Name", Action::kSetValue, "Łukasz");
  EXPECT_EQ(form.name, "Łukasz");
  EXPECT_EQ(form.of_name.front(), FieldResult::kChanged);
}

TEST(TextField, TakesAValueFromTheMirrorWhenItOpensLate) {
  std::string name;
  int hidden = 0;
  Bench bench([&](Ui& ui) {
    if (hidden > 0) return ui.request_frame(), void(--hidden);
    text_field(ui, "name", {20, 20, 300, 58}, "Name", name);
  });
  bench.screen.settle();
  hidden = 2;
  bench.screen.act(Role::kTextbox, "Name", Action::kSetValue, "Ada");
  EXPECT_EQ(name, "Ada");
}

// A card that shows the record's own value passes a copy; what is typed must not be lost with it.
TEST(TextField, KeepsWhatIsTypedWhenTheViewPassesACopyEachFrame) {
  std::string record = "Olga";
  Bench bench([&](Ui& ui) {
    std::string copy = record;
    if (text_field(ui, "name", {20, 20, 300, 58}, "Name", copy) == FieldResult::kCommitted)
      record = copy;
    button(ui, "save", {20, 200, 100, 36}, "Save");
  });
  bench.screen.click(Role::kTextbox, "Name");
  bench.screen.type(" P");
  bench.screen.type("etrova");
  EXPECT_EQ(bench.screen.node(Role::kTextbox, "Name").value, "Olga Petrova");
  EXPECT_EQ(record, "Olga");
  bench.screen.click(Role::kButton, "Save");
  EXPECT_EQ(record, "Olga Petrova");
}

TEST(TextField, FollowsAViewThatSetsItWhileItIsEdited) {
  std::string tag;
  Bench bench([&](Ui& ui) {
    if (text_field(ui, "tag", {20, 20, 300, 58}, "Tag", tag, {.kind = FieldKind::kSearch}) ==
        FieldResult::kSubmitted) {
      tag.clear();
    }
  });
  bench.screen.click(Role::kSearchbox, "Tag");
  bench.screen.type("vip");
  bench.screen.key(Key::kEnter);
  EXPECT_EQ(tag, "");
  EXPECT_EQ(bench.screen.entry().value, "");
  bench.screen.type("spring");
  EXPECT_EQ(tag, "spring");
}

TEST(TextField, EndsQuietlyWhenItIsNotDrawnAnyMore) {
  bool shown = true;
  std::string name;
  Bench bench([&](Ui& ui) {
    if (shown) text_field(ui, "name", {20, 20, 300, 58}, "Name", name);
  });
  bench.screen.click(Role::kTextbox, "Name");
  shown = false;
  bench.screen.settle();
  EXPECT_EQ(bench.screen.entry().id, 0U);
}

TEST(TextField, SaysItsErrorBelowAndInItsDescription) {
  std::string mail = "x";
  Bench bench([&](Ui& ui) {
    const FieldSpec spec{.kind = FieldKind::kEmail, .error = "Not an address"};
    text_field(ui, "mail", {20, 20, 300, field_height(ui, spec)}, "E-mail", mail, spec);
  });
  EXPECT_EQ(bench.screen.node(Role::kTextbox, "E-mail").description, "Not an address");
  EXPECT_TRUE(bench.screen.has(Role::kText, "Not an address"));
}

TEST(TextField, UsesLettersOfSixteenPixelsOnPhones) {
  Form form;
  form.screen.resize(390, 844, Screen::Pointer::kFinger);
  form.screen.click(Role::kTextbox, "Name");
  EXPECT_EQ(form.screen.entry().style.size, 16);
}

}  // namespace
}  // namespace leadlight::ui
