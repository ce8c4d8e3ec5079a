#include <algorithm>
#include <cmath>

#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr float kGap = 8;
constexpr float kButtonsBelow = 40;
constexpr float kIconRoom = 18 + 10, kCloseRoom = 28 + 8;

// New ones come in and are spoken; one that is pointed at stays although its time is over.
void follow_state(Ui& ui, ToastStack& stack) {
  const std::vector<app::Toast>& now = ui.state.toasts;
  for (ShownToast& shown : stack.shown) {
    shown.gone = std::ranges::find(now, shown.toast.id, &app::Toast::id) == now.end();
  }
  std::erase_if(stack.shown, [](const ShownToast& shown) { return shown.gone && !shown.wanted; });
  for (const app::Toast& toast : now) {
    const bool known = std::ranges::any_of(
        stack.shown, [&](const ShownToast& shown) { return shown.toast.id == toast.id; });
    if (known) continue;
    stack.shown.push_back({toast});
    ui.announce(toast.text, toast.tone == app::Toast::Tone::kError);
  }
}

// What is done in the book is not yet in the store.
std::string text_of(const Ui& ui, const app::Toast& toast) {
  const bool waits = toast.tone == app::Toast::Tone::kDone && toast.undo &&
                     ui.state.safety == book::Safety::kNotSaved;
  return waits ? toast.text + std::string(words::kNotSavedYet) : toast.text;
}

struct ToastSize {
  float width = 0, words = 0, height = 0, undo = 0, open = 0;  // open: what it leads to
  bool below = false;  // the buttons are below the words, not beside them
};

// As wide as its words need, up to `most`; a phone's has all the width, and what is too long for
// two lines there has its buttons below.
ToastSize size_of(const Ui& ui, const app::Toast& toast, float most) {
  ToastSize size;
  size.undo = toast.undo ? button_width(ui, words::kUndo) + kGap : 0;
  if (toast.conflicts || !toast.lead.is_nil())
    size.open = button_width(ui, toast.conflicts ? words::kChoose : words::kOpen) + kGap;
  const std::string text = text_of(ui, toast);
  const float buttons = size.undo + size.open;
  const float around = 28 + kIconRoom + kCloseRoom + kGap;
  const float wanted = std::ceil(text_width(ui, text, kText)) + around + buttons;
  size.width = ui.phone() ? most : std::min(most, std::max(280.0F, wanted));
  const float beside = size.width - around - buttons;
  size.below = ui.phone() && buttons > 0 && text_height(ui, beside, text, kText) > 2 * kText.line;
  size.words = size.below ? size.width - around : beside;
  const float words = text_height(ui, size.words, text, kText);
  size.height = std::max(48.0F, words + 24 + (size.below ? kButtonsBelow : 0));
  return size;
}

// True when it is done with.
bool draw_toast(Ui& ui, ShownToast& shown, Rect rect, const ToastSize& size) {
  const Palette& c = ui.colours;
  const app::Toast& toast = shown.toast;
  UiInternals& in = ui.internals;
  const bool error = toast.tone == app::Toast::Tone::kError;
  const bool done_so = toast.tone == app::Toast::Tone::kDone;
  const ImGuiID own = id_of("toast");
  const float come_in = in.motion.towards(own, 1, 0);
  const int first = paint().VtxBuffer.Size;
  block_pointer(ui, own, rect);
  card_shadow(ui, rect, 10);
  fill_rect(rect, c.panel, 10);
  stroke_rect(rect, error ? c.bad : c.line, 10);

  const Scope scope(ui, "toast", error ? a11y::Role::kAlert : a11y::Role::kStatus,
                    text_of(ui, toast), rect);
  Rect inner = rect.inset(14, 0);
  const float height = text_height(ui, size.words, text_of(ui, toast), kText);
  Rect row;
  if (size.below) {
    row = inner.cut_bottom(kButtonsBelow + 8);
    row.cut_bottom(8);
    inner.cut_top(12);
    inner = inner.cut_top(height);
  }
  const bool at_work = !error && std::isinf(toast.until_ms);
  icon(ui, inner.cut_left(18, 10),
       done_so   ? Icon::kCheck
       : at_work ? Icon::kClock
                 : Icon::kAlert,
       18,
       error     ? c.bad
       : done_so ? c.good
       : at_work ? c.ink2
                 : c.warn);
  const Rect close = inner.cut_right(28, 8).centred(28, 28);
  Rect& buttons = size.below ? row : inner;
  Rect undo = buttons.cut_right(size.undo), open = buttons.cut_right(size.open);
  if (!size.below) undo.cut_right(kGap), open.cut_right(kGap);
  if (size.below) undo.cut_left(kGap), open.cut_left(kGap);
  draw_block(ui, inner.centred(size.words, height), text_of(ui, toast), kText, c.ink, Align::kLeft);
  bool done = false;
  if (!toast.lead.is_nil() && button(ui, "open", open.centred(open.w, 32), words::kOpen)) {
    ui.emit(app::OpenLead{toast.lead});
    done = true;
  }
  if (toast.conflicts && button(ui, "choose", open.centred(open.w, 32), words::kChoose)) {
    ui.emit(app::GoTo{app::Place::kChanges});
    done = true;
  }
  if (toast.undo && button(ui, "undo", undo.centred(undo.w, 32), words::kUndo,
                           {.look = ButtonLook::kSecondary})) {
    ui.emit(app::UndoOperation{*toast.undo});
    done = true;
  }
  if (button(ui, "dismiss", close, words::kDismiss,
             {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true})) {
    done = true;
  }
  fade_and_move(paint(), first, come_in, {0, 12 * (1 - come_in)});
  const Stop* const stop = in.focus.visible() ? in.focus.stop() : nullptr;
  const bool keyboard = stop != nullptr && stop->layer == in.layers.current() &&
                        rect.contains({stop->rect.x + 1, stop->rect.y + 1});
  shown.wanted = (!in.pointer.touch() && rect.contains(in.pointer.position())) || keyboard;
  return done;
}

// Returns the one that is done with, or 0.
int draw_stack(Ui& ui, ToastStack& stack, Rect area) {
  const Scope scope(ui, "toasts", a11y::Role::kRegion, words::kNotifications);
  ui.tree.current_node().parent = 0;
  const float most = std::min(440.0F, area.w - 24);
  // At the right, where places have the least to read; but Settings' fields stand there.
  const bool left = ui.state.place == app::Place::kSettings;
  const auto place_of = [&](float wide) {
    if (ui.phone()) return area.x + (area.w - wide) / 2;
    return left ? area.x + 24 : area.right() - wide - 24;
  };
  // A dialog has its own buttons where toasts would lie: only what went wrong is said meanwhile.
  const Overlay* const top = ui.internals.overlays.top();
  const bool dialog = top != nullptr && top->kind == Overlay::Kind::kDialog;
  const auto waits = [&](const ShownToast& shown) {
    return dialog && shown.toast.tone != app::Toast::Tone::kError;
  };
  float bottom = area.bottom() - (ui.phone() ? 12 : 24);
  if (ui.phone() && ui.internals.overlays.any()) {  // the sheet below is what a thumb wants now
    bottom = area.y + 8 - kGap;
    for (const ShownToast& shown : stack.shown)
      if (!waits(shown)) bottom += size_of(ui, shown.toast, most).height + kGap;
  }
  int done = 0;
  for (std::size_t i = stack.shown.size(); i-- > 0;) {
    ShownToast& shown = stack.shown[i];
    if (waits(shown)) {
      shown.wanted = false;
      continue;
    }
    const ToastSize size = size_of(ui, shown.toast, most);
    const Rect rect{place_of(size.width), bottom - size.height, size.width, size.height};
    bottom = rect.y - kGap;
    ImGui::PushID(shown.toast.id);
    if (draw_toast(ui, shown, rect, size)) {
      done = shown.toast.id;
      shown.wanted = false;
    }
    ImGui::PopID();
  }
  return done;
}

}  // namespace

void draw_toasts(Ui& ui, ToastStack& stack, Rect area) {
  follow_state(ui, stack);
  if (stack.shown.empty()) return;
  ui.internals.layers.begin(id_of(0, "toasts"), Layers::Modality::kNone);
  const int done = draw_stack(ui, stack, area);
  ui.internals.layers.end();
  if (done != 0) ui.emit(app::DismissToast{done});
}

}  // namespace leadlight::ui
