#include "ui/shell.h"

#include "base/late.h"
#include "ui/canvas.h"
#include "ui/chrome/chrome.h"
#include "ui/chrome/places.h"
#include "ui/internals.h"
#include "ui/item.h"
#include "ui/printout.h"
#include "ui/views/views.h"

namespace leadlight::ui {

struct Shell::Impl {
  Impl(app::App& of, Fonts fonts) : app(of), canvas(of, fonts) {}
  void draw(Ui& ui);
  void draw_page(Ui& ui);
  void draw_phone(Ui& ui);
  void draw_place(Ui& ui, Rect area);
  void draw_card_beside(Ui& ui, Rect area);
  void draw_card_over(Ui& ui);
  bool shortcut(const KeyPress& press);
  bool letter(char32_t letter);
  bool turn_card(const KeyPress& press);
  bool finder_key(const KeyPress& press);
  bool go(app::Command command);

  app::App& app;
  Canvas canvas;
  Views views;
  Chrome chrome;
  Rect toast_area;
  bool go_pending = false;  // G was pressed: the next letter names a place
  double ticked_at_ms = -1e9;
  app::Place announced = app::Place::kToday;
  Id card_over;  // the lead whose card lies over the page
  ImGuiID focus_before_card = 0;
  bool printout_is_wanted = false;
  std::string printout;
};

Shell::Shell(app::App& app, Fonts fonts) : impl_(std::make_unique<Impl>(app, fonts)) {}
Shell::~Shell() = default;

namespace {

ThemeChoice theme_of(const app::State& state) {
  if (state.theme == "light") return ThemeChoice::kLight;
  if (state.theme == "dark") return ThemeChoice::kDark;
  return ThemeChoice::kSystem;
}

}  // namespace

void Shell::Impl::draw_place(Ui& ui, Rect area) {
  const std::string_view title =
      import_is_shown(ui.state) ? words::kImport : info_of(ui.state.place).title;
  const Scope main(ui, "main", a11y::Role::kMain, title, area);
  ImGui::PushClipRect(area.min(), area.max(), true);
  if (ui.state.loading) {
    draw_loading(ui, chrome, area);
  } else if (is_late(ui.state) && ui.state.rest != app::State::Rest::kHere) {
    draw_to_come(ui, area);
  } else if (import_is_shown(ui.state)) {
    late::run([&] { ui::draw(ui, views.import, area); });
  } else {
    switch (ui.state.place) {
      case app::Place::kToday: ui::draw(ui, views.today, area); break;
      case app::Place::kLeads: ui::draw(ui, views.leads, area); break;
      case app::Place::kCapture: ui::draw(ui, views.capture, area); break;
      case app::Place::kFunnel: late::run([&] { ui::draw(ui, views.funnel, area); }); break;
      case app::Place::kShare: late::run([&] { ui::draw(ui, views.share, area); }); break;
      case app::Place::kSettings: late::run([&] { ui::draw(ui, views.settings, area); }); break;
      case app::Place::kChanges: late::run([&] { ui::draw(ui, views.changes, area); }); break;
    }
  }
  ImGui::PopClipRect();
}

void Shell::Impl::draw_card_beside(Ui& ui, Rect area) {
  fill_rect(area, ui.colours.panel);
  hairline(ui, {area.x, area.y, 1, area.h});
  const Scope card(ui, "card", a11y::Role::kComplementary, words::kLeadCard, area);
  ImGui::PushClipRect(area.min(), area.max(), true);
  area.cut_left(1);
  ui::draw(ui, views.card, area);
  ImGui::PopClipRect();
}

// On a tablet the card slides over from the right; on a phone it is the whole screen.
void Shell::Impl::draw_card_over(Ui& ui) {
  UiInternals& in = ui.internals;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  Rect area = ui.screen;
  if (!ui.phone()) area = area.cut_right(std::min(kCardWidth, ui.screen.w - kNarrowRailWidth));
  const int layer = in.layers.begin(id_of(0, "card"), Layers::Modality::kModal);
  const float in_by_now = in.motion.towards(id_of("in"), 1, 0);
  const ImGuiID outside = id_of("outside");
  block_pointer(ui, outside, {0, 0, display.x, display.y});
  block_pointer(ui, id_of("inside"), area);
  if (in.pointer.clicked(outside)) ui.emit(app::CloseLead{});
  if (!ui.phone()) fill_rect({0, 0, display.x, display.y}, faded(ui.colours.scrim, in_by_now));
  const int first = paint().VtxBuffer.Size;
  fill_rect({area.x, 0, area.w, display.y}, ui.colours.panel);
  {
    const Scope card(ui, "card", a11y::Role::kDialog, words::kLeadCard, area);
    ui.tree.current_node().parent = 0;
    ui::draw(ui, views.card, area);
  }
  if (in_by_now < 1) fade_and_move(paint(), first, 1, {(1 - in_by_now) * area.w, 0});
  in.layers.end();
  if (card_over == ui.state.open_lead) return;
  if (card_over.is_nil()) focus_before_card = in.focus.id();
  card_over = ui.state.open_lead;
  in.focus_layer = layer;
}

void Shell::Impl::draw_phone(Ui& ui) {
  Rect screen = ui.screen;
  const bool typing = ui.internals.input.keyboard_height > 0;
  const Rect tabs = typing ? Rect{} : screen.cut_bottom(kTabsHeight);
  const Rect header = screen.cut_top(kPhoneHeaderHeight);
  draw_header(ui, chrome, views, header);
  if (!typing) screen.cut_top(draw_banner(ui, screen));
  if (!typing) screen.cut_top(draw_past_bar(ui, screen));
  draw_place(ui, screen);
  if (!typing) draw_tabs(ui, tabs);
  screen.cut_bottom(bottom_bar_height(ui));
  toast_area = screen;
}

void Shell::Impl::draw_page(Ui& ui) {
  Rect screen = ui.screen;
  const bool laptop = ui.layout == Layout::kLaptop;
  draw_rail(ui, screen.cut_left(laptop ? kRailWidth : kNarrowRailWidth));
  draw_header(ui, chrome, views, screen.cut_top(kHeaderHeight));
  screen.cut_top(draw_banner(ui, screen));
  screen.cut_top(draw_past_bar(ui, screen));
  const bool card = laptop && !ui.state.open_lead.is_nil() && !ui.state.loading;
  const Rect beside = card ? screen.cut_right(kCardWidth) : Rect{};
  draw_place(ui, screen);
  if (card) draw_card_beside(ui, beside);
  screen.cut_bottom(bottom_bar_height(ui));
  toast_area = screen;
}

void Shell::Impl::draw(Ui& ui) {
  const bool is_missing = ui.state.missing && !import_is_shown(ui.state) && !ui.state.sealed;
  if (ui.state.lost || is_missing) {
    {
      const Scope main(ui, "main", a11y::Role::kMain, words::kProduct, ui.screen);
      (ui.state.lost ? draw_lost : draw_missing)(ui, chrome, ui.screen);
    }
    return draw_toasts(ui, chrome.toasts, ui.screen);
  }
  if (!ui.state.start_error.empty()) {
    const Scope main(ui, "main", a11y::Role::kMain, words::kProduct, ui.screen);
    return draw_start_error(ui, ui.screen);
  }
  leave_card(ui, views.card);
  if (std::exchange(printout_is_wanted, false)) printout = printout_of(ui);
  if (announced != ui.state.place) {
    announced = ui.state.place;
    ui.announce(std::string(info_of(announced).title));
  }
  if (ui.phone())
    draw_phone(ui);
  else
    draw_page(ui);
  const bool over =
      ui.layout != Layout::kLaptop && !ui.state.open_lead.is_nil() && !ui.state.loading;
  if (over) {
    draw_card_over(ui);
  } else if (!card_over.is_nil()) {
    card_over = {};
    ui.internals.focus.set(focus_before_card, ui.internals.last_input_was_key);
  }
  if (std::exchange(chrome.wants_finder, false)) open_finder(ui, chrome.finder);
  if (draw_finder(ui, chrome.finder)) chrome.wants_help = true;
  if (std::exchange(chrome.wants_help, false)) open_dialog(ui, "help");
  draw_help(ui);
  late::run([&] { draw_look_back(ui, chrome.look_back); });
  late::run([&] { draw_take_back(ui, chrome.take_back); });
  draw_toasts(ui, chrome.toasts, toast_area);  // above all else: Undo stays in reach
  // The clocks on screen show minutes; in the past they stand.
  if (!ui.state.past) ui.wake_after(static_cast<double>(kMinuteMs - ui.state.now % kMinuteMs));
}

void Shell::want_printout() {
  impl_->printout.clear();
  impl_->printout_is_wanted = true;
}
std::string Shell::take_printout() {
  impl_->printout_is_wanted = false;
  return std::move(impl_->printout);
}

FrameResult Shell::draw(const FrameInput& input) {
  Impl& self = *impl_;
  constexpr double kTickMs = 20'000;
  if (input.time_ms - self.ticked_at_ms >= kTickMs) {
    self.ticked_at_ms = input.time_ms;
    self.app.tick();
  }
  FrameInput wished = input;
  if (self.app.state().contrast == "more") wished.more_contrast = true;
  FrameResult result =
      self.canvas.draw(wished, theme_of(self.app.state()), [&](Ui& ui) { self.draw(ui); });
  result.covered = self.canvas.internals().overlays.any();
  for (app::Command& command : self.canvas.take_commands()) {
    self.app.dispatch(std::move(command));
    result.wants_frame = true;
  }
  return result;
}

// ---- keyboard ----

bool Shell::Impl::go(app::Command command) {
  app.dispatch(std::move(command));
  canvas.internals().wants_frame = true;
  return true;
}

bool Shell::Impl::finder_key(const KeyPress& press) {
  switch (press.key) {
    case Key::kUp: move_in_finder(chrome.finder, -1); return true;
    case Key::kDown: move_in_finder(chrome.finder, 1); return true;
    case Key::kEnter:
      canvas.text_entry_event(EntryEvent::kSubmitted, canvas.text_entry().value);
      return true;
    default: return false;
  }
}

bool Shell::Impl::letter(char32_t letter) {
  if (std::exchange(go_pending, false)) {
    for (const PlaceInfo& info : kPlaces) {
      if (info.letter == letter) return go(app::GoTo{info.place});
    }
    return false;
  }
  switch (letter) {
    case U'g': return go_pending = true;
    case U'n':
    case U'a': return go(app::GoTo{app::Place::kCapture});
    case U'?': return chrome.wants_help = true;
    case U'/': {
      for (const a11y::Node& node : canvas.tree().nodes()) {
        if (node.role != a11y::Role::kSearchbox || !node.focusable) continue;
        canvas.act(node.id, a11y::Action::kFocus, {});
        return true;
      }
      return chrome.wants_finder = true;
    }
    default: return false;
  }
}

// The product's own keys, when nothing modal is open and no text is edited.
bool Shell::Impl::shortcut(const KeyPress& press) {
  if (press.key == Key::kEscape) {
    if (import_is_shown(app.state()) && app.state().import_error) return go(app::CancelImport{});
    if (!app.state().selection.empty()) return go(app::SetSelection{});
    if (!app.state().open_lead.is_nil()) return go(app::CloseLead{});
    return false;
  }
  if (press.key != Key::kCharacter || press.alt) return false;
  if (press.ctrl) {
    if (press.character == U'z' && !press.shift) return app.state().can_undo && go(app::Undo{});
    if (press.character == U'y' || press.character == U'z')
      return app.state().can_redo && go(app::Redo{});
    return false;
  }
  return letter(press.character);
}

// With the card beside the list, the keys that walk the list take the card along.
bool Shell::Impl::turn_card(const KeyPress& press) {
  Focus& focus = canvas.internals().focus;
  const auto is_open_lead = [](const Stop& stop) {
    return stop.kind == GroupKind::kList && stop.selected;
  };
  const bool letter =
      press.key == Key::kCharacter && (press.character == U'j' || press.character == U'k');
  const bool arrow = press.key == Key::kDown || press.key == Key::kUp;
  if (app.state().open_lead.is_nil() || !app.state().selection.empty() || press.ctrl || press.alt ||
      (!letter && !arrow))
    return false;
  const Stop* from = focus.stop();
  if (letter && (from == nullptr || from->kind != GroupKind::kList)) {
    const auto row = std::ranges::find_if(focus.stops(), is_open_lead);
    if (row == focus.stops().end()) return false;
    focus.set(row->id, true);
    from = &*row;
  }
  if (from == nullptr || !is_open_lead(*from) || !canvas.key(press)) return false;
  focus.activate = focus.id();
  return true;
}

bool Shell::key(const KeyPress& press) {
  Impl& self = *impl_;
  const UiInternals& in = self.canvas.internals();
  const bool finder_open = in.overlays.is_open(Overlay::Kind::kDialog, kFinderId);
  if (press.ctrl && press.key == Key::kCharacter && press.character == U'k') {
    if (finder_open) return true;
    self.canvas.leave_text_entry();
    return self.chrome.wants_finder = true;
  }
  if (finder_open && in.entry.active() && self.finder_key(press)) return true;
  if (!in.entry.active() && !in.overlays.any() && self.turn_card(press)) return true;
  if (self.canvas.key(press)) {
    self.go_pending = false;
    return true;
  }
  if (in.entry.active() || in.overlays.any()) return false;
  return self.shortcut(press);
}

bool Shell::close_top() {
  UiInternals& in = impl_->canvas.internals();
  if (!in.overlays.any()) return false;
  in.overlays.close_top();
  in.wants_frame = true;
  return true;
}

// ---- the rest is the canvas's ----

void Shell::scroll_by(float dx, float dy, float x, float y) {
  impl_->canvas.scroll_by(dx, dy, x, y);
}
bool Shell::slide_begin(float x, float y, float dx, float dy) {
  return impl_->canvas.slide_begin(x, y, dx, dy);
}
void Shell::slide_move(float dx, float dy) { impl_->canvas.slide_move(dx, dy); }
void Shell::slide_end(bool let_go) { impl_->canvas.slide_end(let_go); }
void Shell::long_press(float x, float y) { impl_->canvas.long_press(x, y); }
const a11y::Tree& Shell::tree() const { return impl_->canvas.tree(); }
void Shell::act(a11y::NodeId node, a11y::Action action, std::string_view value) {
  impl_->canvas.act(node, action, value);
}
void Shell::reveal(a11y::NodeId node) { impl_->canvas.reveal(node); }
std::vector<a11y::Announcement> Shell::take_announcements() {
  return impl_->canvas.take_announcements();
}
const TextEntry& Shell::text_entry() const { return impl_->canvas.text_entry(); }
int Shell::frames_to_commit() {
  Entry& entry = impl_->canvas.internals().entry;
  if (!entry.active() && !entry.wants_frame()) return 0;
  entry.pause();
  return 3;  // the new value, the end of the edit, and the picture without it
}
void Shell::text_entry_event(EntryEvent event, std::string_view value) {
  impl_->canvas.text_entry_event(event, value);
}

}  // namespace leadlight::ui
