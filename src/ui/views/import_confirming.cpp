#include "ui/views/import_confirming.h"

#include <algorithm>

#include "app/state.h"
#include "app/words.h"
#include "base/format.h"
#include "base/text.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kConfirm = "confirm-deletions";

using app::Fate;
using app::IncomingLead;

std::size_t to_confirm(const Ui& ui) {
  return app::deletions_to_confirm(preview_in(ui), ui.state.model->leads().alive_count());
}

std::string erased_names(const Ui& ui) {
  constexpr std::size_t kNamed = 5;
  const Model& model = *ui.state.model;
  std::vector<std::string> names;
  for (const IncomingLead& lead : preview_in(ui).leads)
    if (lead.fate == Fate::kErased) names.push_back(model.name_of(model.leads().find(lead.id)));
  return words::list_of(names, kNamed);
}

// One number to be typed, with what it stands for above. True: it is right.
bool draw_number(Ui& ui, Rect& area, std::string_view id, std::string_view text,
                 std::string_view asked, std::size_t number, std::string& typed, bool& submitted) {
  area.cut_top(text_block(ui, area, text, kText, ui.colours.ink2), 16);
  const FieldSpec spec{.kind = FieldKind::kNumber};
  const FieldResult result =
      text_field(ui, id, area.cut_top(field_height(ui, spec), 16), asked, typed, spec);
  submitted = submitted || result == FieldResult::kSubmitted;
  return trimmed(typed) == std::to_string(number);
}

}  // namespace

std::vector<Id> deletions(const Ui& ui) {
  std::vector<Id> ids;
  for (const IncomingLead& lead : preview_in(ui).leads)
    if (lead.fate == Fate::kDeleted) ids.push_back(lead.id);
  return ids;
}

int year_to_confirm(const Ui& ui) {
  return app::year_to_confirm(preview_in(ui), ui.app.book(), ui.state.now);
}

std::string deletion_sentence(const Ui& ui, std::string_view what, std::size_t deleted) {
  const std::size_t erased = preview_in(ui).count(Fate::kErased);
  const std::string of_all = formatted(
      " of your {}", words::counted(ui.state.model->leads().alive_count(), "lead", "leads"));
  std::string text(what);
  if (deleted > 0)
    text += formatted("deletes {}{}{}", words::count(deleted), of_all, erased > 0 ? ", and " : "");
  if (erased > 0)
    text += formatted("erases {}{} for good: {}", words::count(erased), of_all, erased_names(ui));
  return text + ".";
}

std::string clock_sentence(const Ui& ui, int year) {
  return formatted(
      "A clock that is {} ahead wrote this, in the year {}. Its changes would win against all that "
      "is written here until then, and your own changes would carry that date, too.",
      app::words::how_far(preview_in(ui).latest - ui.state.now), year);
}

bool ask_to_confirm(Ui& ui, SnapshotView& view) {
  if (to_confirm(ui) == 0 && year_to_confirm(ui) == 0 && preview_in(ui).count(Fate::kErased) == 0)
    return false;
  view.typed.clear();
  view.typed_year.clear();
  view.erases = false;
  open_dialog(ui, kConfirm);
  return true;
}

void draw_confirmation(Ui& ui, SnapshotView& view) {
  if (!dialog_is_open(ui, kConfirm)) return;
  const std::size_t count = to_confirm(ui);
  const int year = year_to_confirm(ui);
  const std::size_t erased = preview_in(ui).count(Fate::kErased);
  const std::string leads = words::counted(count, "lead", "leads");
  FittingDialog dialog(
      ui, kConfirm,
      count > 0    ? formatted("Delete {}?", leads)
      : erased > 0 ? formatted("Erase {} for good?", words::counted(erased, "lead", "leads"))
                   : formatted("Import from the year {}?", year),
      440, view.dialog_height, ui.control_height());
  if (!dialog) return;
  Rect area = dialog.content();
  const float top = area.y;
  bool right = true, submitted = false;
  if (year > 0)
    right = draw_number(ui, area, "year", clock_sentence(ui, year),
                        formatted("Type {} to import it all the same", year),
                        static_cast<std::size_t>(year), view.typed_year, submitted);
  if (count > 0)
    right = draw_number(
                ui, area, "number",
                deletion_sentence(ui, "This ", preview_in(ui).taken_of(Fate::kDeleted)) +
                    (erased > 0 ? " Who is erased for good can't come back." : " You can undo it."),
                formatted("Type {} to delete {}", count, leads), count, view.typed, submitted) &&
            right;
  // Few are read by their names, so a tick is enough; it can't be hit by pressing Import twice.
  if (count == 0 && erased > 0) {
    area.cut_top(text_block(ui, area,
                            deletion_sentence(ui, "This ", 0) +
                                " That can't be undone, and can't be left out of this file.",
                            kText, ui.colours.ink2),
                 16);
    if (checkbox(ui, "erase", area.cut_top(ui.control_height(), 16), "Erase for good here, too",
                 view.erases))
      view.erases = !view.erases;
    right = right && view.erases;
  }
  dialog.used(area.y - 16 - top);
  Rect footer = dialog.footer();
  const std::string_view delete_label = count > 0    ? "Delete and import"
                                        : erased > 0 ? "Erase and import"
                                                     : "Import all the same";
  const std::string_view keep_label = count > 0 ? "Keep all leads" : "Leave this file";
  const ButtonSpec danger{.look = ButtonLook::kDanger, .disabled = !right};
  const float half = (footer.w - 8) / 2;
  const bool confirmed =
      button(ui, "delete",
             footer.cut_right(ui.phone() ? half : button_width(ui, delete_label, danger), 8),
             delete_label, danger) ||
      (submitted && right);
  const bool keep =
      (count == 0 || preview_in(ui).taken_of(Fate::kDeleted) > 0) &&
      button(ui, "keep", footer.cut_right(ui.phone() ? half : button_width(ui, keep_label)),
             keep_label);
  if (!confirmed && !keep) return;
  close_dialog(ui);
  if (confirmed)
    ui.emit(app::CommitImport{count, year, erased});
  else if (count > 0)
    ui.emit(app::TakeLeads{deletions(ui), false});
  else
    ui.emit(app::CancelImport{});
}

}  // namespace leadlight::ui
