#include "ui/views/dialog_draft.h"

#include <string>
#include <utility>

#include "base/text.h"
#include "ui/widgets.h"

namespace leadlight::ui {

void keep_dialog_draft(Ui& ui, Id lead, std::string_view field, std::string& text,
                       int& drafts_changed) {
  const int seen = std::exchange(drafts_changed, ui.state.drafts_changed);
  if (seen >= 0 && seen != drafts_changed && ui.state.draft_of(lead, field).empty()) {
    text.clear();
    renew_field(ui, text);
  }
  const std::string_view draft = trimmed(text).empty() ? std::string_view() : text;
  if (draft != ui.state.draft_of(lead, field))
    ui.emit(app::KeepDraft{lead, std::string(field), std::string(draft)});
}

void follow_draft(Ui& ui, Id heir, std::string_view field, std::string& text) {
  const std::string_view draft = ui.state.draft_of(heir, field);
  if (draft.empty() || draft == text) return;
  text = draft.contains(text) ? std::string(draft) : std::string(draft) + " " + text;
  renew_field(ui, text);
}

}  // namespace leadlight::ui
