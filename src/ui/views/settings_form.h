// What settings are made of: groups of rows on a panel, with a label and a word of advice at the
// left and a field at the right. A field keeps what is typed until it is a valid value, says what
// is wrong when it is left, and gives the new value once.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ui/views/settings_view.h"
#include "ui/widgets.h"

namespace leadlight::ui {

// Why a text is no value for this setting, as a sentence; empty if it is one.
using Check = std::function<std::string(std::string_view)>;

// One column from the top of `area` downwards.
class Form {
 public:
  Form(Ui& ui, SettingsView& view, Rect area);

  void title(std::string_view text, std::string_view advice = {});  // heading 2
  void text(std::string_view text, ImU32 colour = 0);               // wrapped; 0: ink2
  void gap(float height) { y_ += height; }
  // A place of its own, across the whole width.
  Rect place(float height, float gap_below = 0);
  [[nodiscard]] float used() const { return y_ - area_.y; }
  [[nodiscard]] float width() const { return area_.w; }
  [[nodiscard]] Rect area() const { return area_; }

  Ui& ui;
  SettingsView& view;

 private:
  friend class Group;
  Rect area_;
  float y_;
};

// Rows on a panel, with a small heading above. The panel is as high as its rows were in the frame
// before.
class Group {
 public:
  Group(Form& form, std::string_view id, std::string_view heading);
  ~Group();
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  // The next row's inside; a hairline parts it from the one before.
  Rect row(float height);
  Rect bare_row(float height);  // without a hairline
  [[nodiscard]] float inner_width() const;

 private:
  Form& form_;
  std::string id_;
  std::optional<Scope> scope_;
  float top_ = 0;
  bool any_ = false;
};

// How high a row with these words is, and drawing them at its left. `control`: the width that is
// kept free at the right.
float label_height(const Ui&, float width, std::string_view label, std::string_view advice);
void draw_label(Ui&, Rect rect, std::string_view label, std::string_view advice);

// A field under a key of the view, in the present id stack. `value` is what is stored.
struct SettingField {
  std::string_view key;
  std::string_view label;
  std::string_view value;
  FieldSpec spec = {};
};
std::optional<std::string> setting_field(Ui&, SettingsView&, Rect rect, const SettingField& field,
                                         const Check& check);
// What is wrong with what stands in the field, once it was left; empty if nothing is.
std::string setting_fault(const SettingsView&, std::string_view key, const Check& check);
// What stands in the field now.
std::string_view setting_text(const SettingsView&, std::string_view key, std::string_view value);

// Around all fields of a frame: what is typed is a draft until it is taken.
void take_up_drafts(Ui&, SettingsView&);
void keep_drafts(Ui&, SettingsView&);

// Whole rows.
struct TextRow {
  std::string_view key;
  std::string_view label;
  std::string_view advice = {};
  std::string_view value = {};
  FieldSpec spec = {};
};
std::optional<std::string> text_row(Form&, Group&, const TextRow& row, const Check& check);

struct NumberRow {
  std::string_view key;
  std::string_view label;
  std::string_view advice = {};
  std::string_view unit = {};  // after the field: "days"
  int value = 0;
  int lowest = 0;
  int highest = 1000;
};
std::optional<int> number_row(Form&, Group&, const NumberRow& row);
// The same, with a rule of its own beside the bounds.
std::optional<int> number_row(Form&, Group&, const NumberRow& row,
                              const std::function<std::string(int)>& rule);
int typed_number(const SettingsView&, std::string_view key, int value);  // live, for examples

// A row with a choice of one at the right.
int select_row(Form&, Group&, std::string_view id, std::string_view label, std::string_view advice,
               std::span<const Option> options, int selected);

// A row with a few choices beside each other.
struct ChoiceRow {
  std::string_view id, label, advice;
  std::span<const std::string_view> options;
  int selected = 0;
};
// What is chosen now, or -1.
int choice_row(Form&, Group&, const ChoiceRow& choice);

// "−3", "+5", "1,000", "5%": whole numbers as people type them.
std::optional<int> whole_from_typed(std::string_view typed);

// Writes one team setting.
void put_setting(Ui&, std::string_view key, std::string_view value);
// Likewise what was just entered into a field: what others wrote since typing began stays beside
// it.
void put_typed(Form&, std::string_view key, std::string_view value);

}  // namespace leadlight::ui
