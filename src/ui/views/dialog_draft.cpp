#include "ui/views/dialog_draft.h"

#include <string>
#include <utility>

#include "base/text.h"

namespace leadlight::ui {

void keep_dialog_draft(Ui& ui, Id lead, std::string_view field, std::string_view text,
                       bool& is_draft) {
  const std::string_view draft = trimmed(text).empty() ? std::string_view() : text;
  is_draft = !draft.empty();
  if (draft != ui.state.draft_of(lead, field))
    ui.emit(app::KeepDraft{lead, std::string(field), std::string(draft)});
}

void drop_dialog_draft(Ui& ui, Id lead, std::string_view field, bool& is_draft) {
  if (std::exchange(is_draft, false)) ui.emit(app::KeepDraft{lead, std::string(field), {}});
}

}  // namespace leadlight::ui
