// Asks before an import is taken back whose leads somebody has worked on since.
#include "base/format.h"
#include "ui/chrome/chrome.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/words.h"
#include "ui/views/words_of_import.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kId = "take-back";

}  // namespace

void draw_take_back(Ui& ui, TakeBackDialog& dialog) {
  using How = app::AnswerTakeBack::How;
  const bool asks = ui.state.take_back.has_value();
  if (asks && !dialog.shown) {
    open_dialog(ui, kId);
  } else if (asks && !dialog_is_open(ui, kId)) {
    ui.emit(app::AnswerTakeBack{How::kNot});
  }
  dialog.shown = asks;
  if (!asks || !dialog_is_open(ui, kId)) return;
  const auto& [label, leads, changed] = *ui.state.take_back;
  const float row_height = ui.control_height();
  FittingDialog shown(ui, kId, "Take the import back?", 480, dialog.height,
                      ui.phone() ? 2 * row_height + 8 : row_height);
  if (!shown) return;
  const std::string_view was = changed == 1 ? "was" : "were";
  const std::string text =
      changed == leads
          ? formatted("{} of “{}” {} changed since.", words::counted(leads, "lead", "leads"), label,
                      was)
          : formatted("{} of the {} of “{}” {} changed since. The others are deleted either way.",
                      words::count(changed), words::counted(leads, "lead", "leads"), label, was);
  const Rect area = shown.content();
  shown.used(text_block(ui, area, text, kText, ui.colours.ink2));
  const std::string all =
      leads == 1 ? "Delete it" : formatted("Delete all {}", words::count(leads));
  const std::string keep =
      changed == leads
          ? (leads == 1 ? "Keep it" : formatted("Keep all {}", words::count(leads)))
          : formatted("Keep {}, delete {}", words::count(changed), words::count(leads - changed));
  Rect footer = shown.footer();
  Rect cancels = footer;
  if (ui.phone()) cancels = footer.cut_bottom(row_height, 8);
  const float half = (footer.w - 8) / 2;
  const auto wide = [&](std::string_view of, const ButtonSpec& spec) {
    return ui.phone() ? half : button_width(ui, of, spec);
  };
  const ButtonSpec primary{.look = ButtonLook::kPrimary}, danger{.look = ButtonLook::kDanger};
  const bool keeps = button(ui, "keep", footer.cut_right(wide(keep, primary), 8), keep, primary);
  const bool deletes = button(ui, "all", footer.cut_right(wide(all, danger)), all, danger);
  if (!ui.phone()) cancels = footer.cut_left(button_width(ui, words::kImportCancel));
  if (button(ui, "cancel", cancels, words::kImportCancel)) close_dialog(ui);
  if (!keeps && !deletes) return;
  ui.emit(app::AnswerTakeBack{keeps ? How::kKeepChanged : How::kAll});
  close_dialog(ui);
}

}  // namespace leadlight::ui
