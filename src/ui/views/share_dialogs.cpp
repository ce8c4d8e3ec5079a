// What Share asks before it acts: a passphrase, and whether everything is to go.
#include <algorithm>
#include <utility>

#include "base/format.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/share_view.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kSealId = "seal-dialog", kOpenId = "open-sealed", kEraseId = "erase-all";
constexpr std::string_view kEraseWord = "ERASE";
constexpr std::size_t kLeastLetters = 8;

void forget(ShareView& view) {
  view.passphrase.clear();
  view.again.clear();
  view.typed.clear();
  view.show_passphrase = false;
  view.tried = view.opening = false;
}

// The field is edited from the next frame on.
void ask_for(Ui& ui, ShareView& view, std::string_view field) {
  view.focus = field;
  ui.request_frame();
}

void paragraph(Ui& ui, Rect& area, std::string_view text, ImU32 colour, float gap = 16) {
  area.cut_top(text_block(ui, area, text, kText, colour), gap);
}

bool passphrase_field(Ui& ui, ShareView& view, Rect& area, std::string_view id,
                      std::string_view label, std::string& value, FieldSpec spec) {
  spec.kind = view.show_passphrase ? FieldKind::kPassphraseShown : FieldKind::kPassphrase;
  const float height = field_height(ui, spec);
  const FieldResult used = text_field(ui, id, area.cut_top(height, 12), label, value, spec);
  if (view.focus == id) {
    view.focus = {};
    focus_field(ui, id);
  }
  return used == FieldResult::kSubmitted;
}

void show_box(Ui& ui, ShareView& view, Rect& area) {
  if (checkbox(ui, "show", area.cut_top(ui.phone() ? 44 : 24, 8), "Show the passphrase",
               view.show_passphrase))
    view.show_passphrase = !view.show_passphrase;
}

// "Cancel" and what the dialog is for; true when that is used.
bool buttons(Ui& ui, Rect row, std::string_view label, ButtonSpec spec) {
  const float wide = ui.phone() ? row.w - 110 : button_width(ui, label, spec);
  const bool used = button(ui, "do", row.cut_right(wide, 8), label, spec);
  if (button(ui, "cancel", row.cut_right(button_width(ui, "Cancel")), "Cancel")) close_dialog(ui);
  return used;
}

void draw_seal(Ui& ui, ShareView& view) {
  if (!dialog_is_open(ui, kSealId)) return;
  FittingDialog shown(ui, kSealId, "Export with a passphrase", 480, view.height,
                      ui.control_height());
  if (!shown) return;
  Rect area = shown.content();
  const float top = area.y;
  const auto letters =
      std::ranges::count_if(view.passphrase, [](char c) { return (c & 0xC0) != 0x80; });
  const bool is_short = static_cast<std::size_t>(letters) < kLeastLetters;
  const bool differs = view.passphrase != view.again;
  paragraph(ui, area,
            "Whoever opens the file needs the passphrase. Without it nobody can, not even you: "
            "keep it where you find it again, and tell it on another way than the file goes.",
            ui.colours.ink2);
  bool done = false;
  if (passphrase_field(
          ui, view, area, "passphrase", "Passphrase", view.passphrase,
          {.placeholder = "Several words, at least 8 letters",
           .autocomplete = "new-password",
           .error = view.tried && is_short ? "Use at least 8 letters; several words are good" : "",
           .last = false}))
    ask_for(ui, view, "again");
  done |=
      passphrase_field(ui, view, area, "again", "Passphrase, once more", view.again,
                       {.autocomplete = "new-password",
                        .error = view.tried && !is_short && differs ? "This is not the same" : ""});
  show_box(ui, view, area);
  shown.used(area.y - top);
  done |= buttons(ui, shown.footer(), "Export", {.look = ButtonLook::kPrimary});
  if (!done) return;
  view.tried = true;
  if (is_short || differs) return ask_for(ui, view, is_short ? "passphrase" : "again");
  ui.emit(app::ExportSealed{std::exchange(view.passphrase, {})});
  forget(view);
  close_dialog(ui);
}

void draw_open(Ui& ui, ShareView& view) {
  if (!ui.state.sealed) return;
  const app::SealedFile& file = *ui.state.sealed;
  if (view.asked_for != file.number) {
    forget(view);
    view.asked_for = file.number;
    open_dialog(ui, kOpenId);
  } else if (!dialog_is_open(ui, kOpenId)) {  // closed by the person
    forget(view);
    return ui.emit(app::CancelImport{});
  }
  FittingDialog shown(ui, kOpenId, "Open a sealed file", 480, view.height, ui.control_height());
  if (!shown) return;
  // Another try can be typed at once.
  if (view.opening && !file.opening) {
    view.opening = false;
    ask_for(ui, view, "passphrase");
  }
  Rect area = shown.content();
  const float top = area.y;
  paragraph(ui, area,
            formatted("{} was exported with a passphrase. Nothing changes before you have seen "
                      "what is in it.",
                      file.name),
            ui.colours.ink2);
  bool done = passphrase_field(ui, view, area, "passphrase", "Passphrase", view.passphrase,
                               {.autocomplete = "current-password"});
  show_box(ui, view, area);
  if (!file.problem.empty()) {
    const Scope alert(ui, "problem", a11y::Role::kAlert, file.problem,
                      {area.x, area.y, area.w, 40});
    paragraph(ui, area, file.problem, ui.colours.bad, 4);
  }
  shown.used(area.y - top);
  done |= buttons(ui, shown.footer(), file.opening ? "Opening…" : "Open",
                  {.look = ButtonLook::kPrimary, .disabled = file.opening});
  if (done && !file.opening && !view.passphrase.empty()) {
    view.opening = true;
    ui.emit(app::OpenSealed{std::exchange(view.passphrase, {})});
  }
}

void draw_erase(Ui& ui, ShareView& view) {
  if (!dialog_is_open(ui, kEraseId)) return;
  FittingDialog shown(ui, kEraseId, "Erase everything", 480, view.height, ui.control_height());
  if (!shown) return;
  Rect area = shown.content();
  const float top = area.y;
  paragraph(ui, area,
            "The book with its whole history, its copies in this browser and the settings of this "
            "device go, in all tabs, and the page looks whether they are gone. It can't be undone.",
            ui.colours.ink2, 12);
  if (ui.state.backup.changed) {
    paragraph(ui, area, "Not all of the book is in a backup.", ui.colours.warn, 12);
    if (button(ui, "backup",
               area.cut_top(ui.control_height(), 16)
                   .cut_left(ui.phone() ? area.w : button_width(ui, "Export a backup first")),
               "Export a backup first"))
      ui.emit(app::ExportSnapshot{});
  }
  const FieldSpec spec{.placeholder = kEraseWord};
  const bool submitted =
      text_field(ui, "word", area.cut_top(field_height(ui, spec), 4), "Type ERASE to go on",
                 view.typed, spec) == FieldResult::kSubmitted;
  shown.used(area.y - top);
  const bool meant = view.typed == kEraseWord;
  const bool used = buttons(ui, shown.footer(), "Erase everything",
                            {.look = ButtonLook::kDanger, .disabled = !meant});
  if (!meant || !(used || submitted)) return;
  forget(view);
  close_dialog(ui);
  ui.emit(app::EraseEverything{});
}

}  // namespace

void ask_to_seal(ShareView& view) {
  forget(view);
  view.asks = kSealId;
}

void ask_to_erase(ShareView& view) {
  forget(view);
  view.asks = kEraseId;
}

void draw_share_dialogs(Ui& ui, ShareView& view) {
  if (!view.asks.empty()) open_dialog(ui, std::exchange(view.asks, {}));
  draw_seal(ui, view);
  draw_open(ui, view);
  draw_erase(ui, view);
}

}  // namespace leadlight::ui
