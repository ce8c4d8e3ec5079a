#include "base/late.h"
#include "ui/chrome/chrome.h"
#include "ui/chrome/places.h"
#include "ui/item.h"
#include "ui/views/views.h"

namespace leadlight::ui {

namespace {

constexpr float kToolGap = 2;

// What the place itself puts beside its title.
void draw_bar_of_place(Ui& ui, Views& views, Rect bar) {
  if (import_is_shown(ui.state)) return;
  switch (ui.state.place) {
    case app::Place::kToday: return draw_bar(ui, views.today, bar);
    case app::Place::kLeads: return draw_bar(ui, views.leads, bar);
    case app::Place::kFunnel: return late::run([&] { draw_bar(ui, views.funnel, bar); });
    case app::Place::kCapture: return draw_bar(ui, views.capture, bar);
    case app::Place::kShare: return late::run([&] { draw_bar(ui, views.share, bar); });
    case app::Place::kSettings: return late::run([&] { draw_bar(ui, views.settings, bar); });
    case app::Place::kChanges: return late::run([&] { draw_bar(ui, views.changes, bar); });
  }
}

// Looks like a field and is a button: it opens the finder, where there is room for what is found.
bool draw_find_box(Ui& ui, Rect rect) {
  const Palette& c = ui.colours;
  const Item item = use_item(ui, id_of("find"), rect,
                             {.role = a11y::Role::kButton, .name = words::kFindAnything});
  item.node->description = words::kFindHint;
  fill_rect(rect, item.hovered ? mixed(c.panel, c.ink, 0.03F) : c.panel, kControlRadius);
  stroke_rect(rect, c.line, kControlRadius);
  Rect inner = rect.inset(12, 0);
  icon(ui, inner.cut_left(18, 8), Icon::kSearch, 18, c.ink3);
  if (rect.w > 200) {
    const float width = text_width(ui, words::kFindHint, kSmall) + 12;
    const Rect key = inner.cut_right(width, 8).centred(width, 20);
    stroke_rect(key, c.line, 5);
    text_line(ui, key, words::kFindHint, {11, 16, Weight::k400}, c.ink2, Align::kCentre,
              Voice::kSilent);
  }
  text_line(ui, inner, words::kFindAnything, kText, c.ink2, Align::kLeft, Voice::kSilent);
  if (item.ring) focus_ring(ui, rect, kControlRadius);
  return item.activated;
}

// What keys do too, for those who don't know them yet.
void draw_tools(Ui& ui, Chrome& chrome, Rect row) {
  const auto tool = [&](std::string_view id, Icon which, const std::string& name,
                        std::string_view key, bool possible) {
    return button(ui, id, row.cut_left(row.h, kToolGap), name,
                  {.look = ButtonLook::kQuiet,
                   .icon = which,
                   .disabled = !possible,
                   .hint = key,
                   .icon_only = true});
  };
  const auto named = [](std::string_view what, std::string_view label) {
    return label.empty() ? std::string(what) : std::string(what).append(": ").append(label);
  };
  const app::State& state = ui.state;
  if (tool("undo", Icon::kUndo, named(words::kUndo, state.undo_label), "Ctrl Z", state.can_undo))
    ui.emit(app::Undo{});
  if (tool("redo", Icon::kRedo, named(words::kRedo, state.redo_label), "Ctrl Shift Z",
           state.can_redo))
    ui.emit(app::Redo{});
  if (tool("help", Icon::kHelp, std::string(words::kKeyboardShortcuts), "?", true))
    chrome.wants_help = true;
}

void draw_title(Ui& ui, Rect& row, const TextStyle& style) {
  const std::string_view title =
      import_is_shown(ui.state) ? words::kImport : info_of(ui.state.place).title;
  const float width = std::ceil(text_width(ui, title, style)) + 1;
  heading(ui, row.cut_left(width, 12), title, 1, style);
}

}  // namespace

void draw_header(Ui& ui, Chrome& chrome, Views& views, Rect header) {
  const Scope banner(ui, "header", a11y::Role::kBanner, {}, header);
  const bool phone = ui.phone();
  Rect row = header.inset(phone ? 16 : 24, 0);
  draw_title(ui, row, phone ? TextStyle{22, 28, Weight::k700} : kTitle);
  bool find = false;
  if (phone) {
    row.w += 8;
    const Rect at = row.cut_right(kTouchTarget, 8).centred(kTouchTarget, kTouchTarget);
    draw_store_icon(ui, row.cut_right(24, 8).centred(24, 24));
    find = button(ui, "find", at, words::kFindAnything,
                  {.look = ButtonLook::kQuiet, .icon = Icon::kSearch, .icon_only = true});
  } else {
    hairline(ui, {header.x, header.bottom() - 1, header.w, 1});
    const float height = 34;
    const ButtonSpec spec{.look = ButtonLook::kPrimary, .hint = "N"};
    // Where leads are added, the form itself has the primary action.
    const bool adds = ui.state.place != app::Place::kCapture && !import_is_shown(ui.state);
    const float add_width = adds ? button_width(ui, words::kAddLead, spec) : 0;
    const Rect add = adds ? row.cut_right(add_width, 12).centred(add_width, height) : Rect{};
    const float find_width =
        ui.layout == Layout::kLaptop ? std::min(240.0F, row.w * 0.42F) : 160.0F;
    const bool laptop = ui.layout == Layout::kLaptop;
    const Rect tools =
        laptop
            ? row.cut_right(3 * height + 2 * kToolGap, 8).centred(3 * height + 2 * kToolGap, height)
            : Rect{};
    const Rect box = row.cut_right(find_width, 16).centred(find_width, height);
    // In reading order: the place's own, the finder, the primary action.
    draw_bar_of_place(ui, views, row.centred(row.w, height));
    find = draw_find_box(ui, box);
    if (laptop) draw_tools(ui, chrome, tools);
    if (adds && button(ui, "add-lead", add, words::kAddLead, spec))
      ui.emit(app::GoTo{app::Place::kCapture});
  }
  if (phone) draw_bar_of_place(ui, views, row.centred(row.w, 28));
  if (find) open_finder(ui, chrome.finder);
}

}  // namespace leadlight::ui
