#include <algorithm>
#include <array>

#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

struct Shortcut {
  std::string_view keys, what;
};
struct Group {
  std::string_view title;
  std::array<Shortcut, 7> shortcuts;
};
constexpr std::array kGroups{
    Group{"Everywhere",
          {{{"Ctrl K", "Find a lead, a place or a command"},
            {"/", "Search"},
            {"N", "Add a lead"},
            {"Ctrl Z", "Undo"},
            {"Ctrl Shift Z", "Redo"},
            {"Esc", "Close what is open"},
            {"?", "Show these shortcuts"}}}},
    Group{"Go to",
          {{{"G  T", words::kToday},
            {"G  L", words::kLeads},
            {"G  C", words::kCapture},
            {"G  F", words::kFunnel},
            {"G  H", words::kShare},
            {"G  S", words::kSettings}}}},
    Group{"In lists",
          {{{"J  or  ↓", "Next; the card follows"},
            {"K  or  ↑", "Previous, likewise"},
            {"←  →", "List beside it, on the board"},
            {"Enter", "Open"},
            {"Shift F10", "More to do with it"},
            {"Tab", "Next control"}}}},
    Group{"With a finger",
          {{{"Swipe right", "Log a touch"},
            {"Swipe left", "Snooze"},
            {"Hold", "More to do with it"},
            {"Pull down", "Close a sheet, by its head"}}}},
};

float height_of(const Group& group) {
  float height = 28;
  for (const Shortcut& one : group.shortcuts) height += one.keys.empty() ? 0 : 30;
  return height + 16;
}

void draw_group(Ui& ui, Rect area, const Group& group) {
  heading(ui, area.cut_top(20, 8), group.title, 3, kSmallStrong);
  const Scope list(ui, group.title, a11y::Role::kList, group.title, area);
  for (const Shortcut& one : group.shortcuts) {
    if (one.keys.empty()) continue;
    Rect row = area.cut_top(26, 4);
    add_node(ui, next_text_id(ui), a11y::Role::kListItem,
             std::string(one.keys).append(": ").append(one.what), row);
    const float width = text_width(ui, one.keys, kSmallStrong) + 16;
    const Rect key = row.cut_left(112).centred(112, 24);
    const Rect cap{key.x, key.y, width, key.h};
    fill_rect(cap, ui.colours.bg, 6);
    stroke_rect(cap, ui.colours.line, 6);
    text_line(ui, cap, one.keys, kSmallStrong, ui.colours.ink2, Align::kCentre, Voice::kSilent);
    text_line(ui, row, one.what, kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
  }
}

}  // namespace

void draw_help(Ui& ui) {
  const auto height_from = [](std::size_t first, std::size_t behind) {
    float height = 0;
    for (std::size_t i = first; i < behind; ++i) height += height_of(kGroups[i]);
    return height;
  };
  // In two columns where they fit, so that all is seen at once.
  const bool two = ui.layout != Layout::kPhone;
  const std::size_t left = two ? 1 : kGroups.size();
  const float height = std::max(height_from(0, left), height_from(left, kGroups.size()));
  const Dialog dialog(ui, "help", words::kKeyboardShortcuts, two ? 760 : 520, height + 100);
  if (!dialog) return;
  ScrollArea scroll(ui, "shortcuts", dialog.area());
  Rect content = scroll.content();
  Rect column = two ? content.cut_left(content.w * 0.54F, 24) : content;
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    if (i == left) column = content;
    draw_group(ui, column.cut_top(height_of(kGroups[i])), kGroups[i]);
  }
  scroll.content_height(height);
}

}  // namespace leadlight::ui
