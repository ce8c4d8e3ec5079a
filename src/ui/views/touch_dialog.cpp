#include "ui/views/touch_dialog.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/text.h"
#include "ui/views/dialog_draft.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kDialogId = "touch-dialog";

constexpr std::array kOurs{TouchKind::kCall,     TouchKind::kEmail,   TouchKind::kVoicemail,
                           TouchKind::kLinkedin, TouchKind::kMeeting, TouchKind::kTextMessage,
                           TouchKind::kLetter,   TouchKind::kOther};

// What they did, most telling first (practice B5).
constexpr std::array kTheirs{
    TouchKind::kReplied,       TouchKind::kQuoteRequested,  TouchKind::kInformationRequested,
    TouchKind::kBoothVisit,    TouchKind::kWebinarAttended, TouchKind::kDownload,
    TouchKind::kFormCompleted, TouchKind::kCallToAction,    TouchKind::kEmailForwarded,
    TouchKind::kLinkClicked,   TouchKind::kSiteVisit,       TouchKind::kQrScanned};

// The ways in which each of our touches can end, likeliest first.
std::span<const TouchResult> results_of(TouchKind kind) {
  using enum TouchResult;
  static constexpr std::array kOfCall{kReached, kNoAnswer, kVoicemailLeft, kNotNow, kStop};
  static constexpr std::array kOfVoicemail{kVoicemailLeft};
  static constexpr std::array kOfMessage{kNone, kReplied, kBounced, kNotNow, kAcknowledged, kStop};
  static constexpr std::array kOfMeeting{kReached, kNoAnswer, kNotNow, kStop};
  static constexpr std::array kOfOther{kNone, kReached, kNoAnswer, kNotNow, kStop};
  switch (kind) {
    case TouchKind::kCall: return kOfCall;
    case TouchKind::kVoicemail: return kOfVoicemail;
    case TouchKind::kEmail:
    case TouchKind::kLinkedin:
    case TouchKind::kTextMessage:
    case TouchKind::kLetter: return kOfMessage;
    case TouchKind::kMeeting: return kOfMeeting;
    default: return kOfOther;
  }
}

void log(Ui& ui, TouchDialog& dialog, TouchKind kind, TouchResult result) {
  ui.emit(app::LogTouch{dialog.lead, kind, result, std::string(trimmed(dialog.text))});
  dialog.text.clear();
  close_dialog(ui);
}

void draw_ours(Ui& ui, TouchDialog& dialog, Rect& area) {
  std::array<std::string_view, kOurs.size()> labels;
  std::ranges::transform(kOurs, labels.begin(), [](TouchKind kind) { return label_of(kind); });
  const auto* const at = std::ranges::find(kOurs, dialog.kind);
  const int selected = at == kOurs.end() ? -1 : static_cast<int>(at - kOurs.begin());
  area.cut_top(small_heading(ui, area, "What did you do?", 3));
  float used = 0;
  if (const int chosen = choice_pills(ui, "channel", area, "Channel", labels, selected, &used);
      chosen >= 0)
    dialog.kind = kOurs[static_cast<std::size_t>(chosen)];
  area.cut_top(used, 20);

  area.cut_top(small_heading(ui, area, "How did it end?", 3));
  const float height = ui.control_height();
  Flow flow(area, height);
  for (const TouchResult result : results_of(dialog.kind)) {
    const std::string_view label = words::result_of(dialog.kind, result);
    ImGui::PushID(static_cast<int>(result));
    const bool likely = dialog.acknowledges && result == TouchResult::kAcknowledged;
    const ButtonSpec spec{.look = likely ? ButtonLook::kPrimary : ButtonLook::kSecondary};
    if (button(ui, "result", flow.next(button_width(ui, label)), label, spec))
      log(ui, dialog, dialog.kind, result);
    ImGui::PopID();
  }
  area.cut_top(flow.used_height(), 20);
}

void draw_theirs(Ui& ui, TouchDialog& dialog, Rect& area) {
  area.cut_top(small_heading(ui, area, "What did they do?", 3));
  Flow flow(area, ui.control_height());
  for (const TouchKind kind : kTheirs) {
    const std::string_view label = label_of(kind);
    ImGui::PushID(static_cast<int>(kind));
    if (button(ui, "theirs", flow.next(button_width(ui, label)), label))
      log(ui, dialog, kind, TouchResult::kNone);
    ImGui::PopID();
  }
  area.cut_top(flow.used_height(), 20);
}

}  // namespace

void ask_to_log(TouchDialog& dialog, Id lead, TouchKind suggested) {
  const bool ours = std::ranges::contains(kOurs, suggested);
  dialog =
      TouchDialog{.lead = lead, .kind = ours ? suggested : TouchKind::kCall, .asked_to_open = true};
}

void draw(Ui& ui, TouchDialog& dialog) {
  if (std::exchange(dialog.asked_to_open, false)) {
    open_dialog(ui, kDialogId);
    dialog.text = ui.state.draft_of(dialog.lead, app::kTouchDraft);
    if (dialog.text.empty()) dialog.text = dialog.about;
  }
  if (!dialog_is_open(ui, kDialogId)) return;
  const Id before = std::exchange(dialog.lead, standing_of(ui, dialog.lead));
  const Row row = ui.app.lead_row(dialog.lead);
  const std::string title =
      row == kNoRow ? "Log a touch" : "Log a touch with " + ui.state.model->name_of(row);
  FittingDialog shown(ui, kDialogId, title, 520, dialog.height);
  if (!shown) return;
  if (dialog.lead != before) follow_draft(ui, dialog.lead, app::kTouchDraft, dialog.text);
  Rect area = shown.content();
  const float top = area.y;

  constexpr std::array<std::string_view, 2> kSides{"We did", "They did"};
  const int side = segmented(ui, "side", area.cut_top(ui.control_height(), 20), "Who did it",
                             kSides, dialog.from_them ? 1 : 0);
  if (side >= 0) dialog.from_them = side == 1;
  // What is written goes with the touch, so it comes before the tap that ends it.
  const FieldSpec spec{.placeholder = "What it was about", .lines = 1};
  text_field(ui, "text", area.cut_top(field_height(ui, spec), 20), "Note (optional)", dialog.text,
             spec);
  if (dialog.from_them)
    draw_theirs(ui, dialog, area);
  else
    draw_ours(ui, dialog, area);
  shown.used(area.y - top - 16);
  if (dialog_is_open(ui, kDialogId))
    keep_dialog_draft(ui, dialog.lead, app::kTouchDraft, dialog.text, dialog.drafts_changed);
}

}  // namespace leadlight::ui
