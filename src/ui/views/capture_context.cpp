// Where leads are captured and by whom: asked once, shown beside the title, remembered on the
// device.
#include <utility>

#include "base/text.h"
#include "ui/views/capture_view.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

std::string context_words(const Ui& ui) {
  std::string text = ui.state.capture_event;
  for (const std::string& part : {ui.state.capture_source, ui.state.my_name})
    if (!part.empty() && part != ui.state.capture_event)
      text += (text.empty() ? "" : std::string(words::kDot)) + part;
  return text.empty() ? std::string("Set source and event…") : text;
}

void open_context(const Ui& ui, CaptureContext& context) {
  context.source = ui.state.capture_source;
  context.event = ui.state.capture_event;
  context.by = ui.state.my_name;
  context.asked_to_open = true;
}

void draw_context_dialog(Ui& ui, CaptureContext& context) {
  if (std::exchange(context.asked_to_open, false)) open_dialog(ui, "capture-context");
  if (!dialog_is_open(ui, "capture-context")) return;
  FittingDialog dialog(ui, "capture-context", "Where are you?", 440, context.height,
                       ui.control_height());
  if (!dialog) return;
  Rect area = dialog.content();
  const float top = area.y;
  const auto entry = [&](std::string_view id, std::string_view label, std::string& value,
                         FieldSpec spec) {
    return text_field(ui, id, area.cut_top(field_height(ui, spec), 14), label, value, spec);
  };
  entry("event", "Event", context.event, {.placeholder = "Aquafair, stand B4.312", .last = false});
  entry("source", "Source", context.source, {.placeholder = "Trade fair", .last = false});
  const bool submitted =
      entry("by", "Your name", context.by, {.kind = FieldKind::kName, .autocomplete = "name"}) ==
      FieldResult::kSubmitted;
  dialog.used(area.y - top - 14);
  Rect buttons = dialog.footer();
  const ButtonSpec primary{.look = ButtonLook::kPrimary};
  const bool done = button(ui, "done", buttons.cut_right(button_width(ui, "Done", primary), 8),
                           "Done", primary) ||
                    submitted;
  if (button(ui, "cancel", buttons.cut_right(button_width(ui, "Cancel")), "Cancel"))
    close_dialog(ui);
  if (!done) return;
  ui.emit(app::SetCaptureContext{std::string(trimmed(context.source)),
                                 std::string(trimmed(context.event))});
  if (trimmed(context.by) != ui.state.my_name)
    ui.emit(app::SetMyName{std::string(trimmed(context.by))});
  close_dialog(ui);
}

}  // namespace leadlight::ui
