#include "ui/views/touch_dialog.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/day_field.h"
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

// `wakes_at`, `track`: of "Not now".
void log(Ui& ui, TouchDialog& dialog, TouchKind kind, TouchResult result, UtcMs wakes_at = 0,
         std::string_view track = {}) {
  // What became a call after all was not written.
  const Id began_as = kind == dialog.handed_over_by ? dialog.template_id : Id{};
  ui.emit(app::LogTouch{dialog.lead, kind, result, std::string(trimmed(dialog.text)), began_as,
                        wakes_at, std::string(track)});
  dialog.text.clear();
  close_dialog(ui);
}

constexpr std::array<std::string_view, 3> kTracks{"Newsletter", "Case study", "Call"};
constexpr std::array<std::string_view, 3> kTrackValues{"newsletter", "case study", "call"};

void rest_until(Ui& ui, TouchDialog& dialog, UtcMs at) {
  log(ui, dialog, dialog.kind, TouchResult::kNotNow, at,
      dialog.track < 0 ? std::string_view() : kTrackValues[static_cast<std::size_t>(dialog.track)]);
}

// Not ready yet: a date to wake up, and what they get then (practice C6).
void draw_rest(Ui& ui, TouchDialog& dialog, Rect& area) {
  area.cut_top(small_heading(ui, area, "With what? (optional)", 3));
  float used = 0;
  if (const int chosen = choice_pills(ui, "track", area, "With what", kTracks, dialog.track, &used);
      chosen >= 0)
    dialog.track = chosen == dialog.track ? -1 : chosen;
  area.cut_top(used, 20);

  area.cut_top(small_heading(ui, area, "When shall they come back?", 3));
  struct When {
    std::string_view id, label;
    int days;
  };
  constexpr std::array kWhen{When{"month", "In a month", 30},
                             When{"quarter", "In three months", 90},
                             When{"half", "In half a year", 182}, When{"year", "In a year", 365}};
  const int usual = ui.state.settings.nurture_days;
  const UtcMs today = words::local_day_start(ui.state.now, ui.state.local_offset_minutes);
  Flow flow(area, ui.control_height());
  const auto offer = [&](std::string_view id, const std::string& label, int days) {
    const ButtonSpec spec{.look = days == usual ? ButtonLook::kPrimary : ButtonLook::kSecondary};
    if (button(ui, id, flow.next(button_width(ui, label)), label, spec))
      rest_until(ui, dialog, today + days * kDayMs);
  };
  if (!std::ranges::contains(kWhen, usual, &When::days))
    offer("usual", formatted("In {} days", usual), usual);
  for (const When& when : kWhen) offer(when.id, std::string(when.label), when.days);
  area.cut_top(flow.used_height(), 12);
  const DayFieldSpec spec{.label = "Or on this day", .action = "Rest", .error = dialog.day_error};
  if (day_field(ui, area.cut_top(day_field_height(ui, spec), 20), dialog.day, spec)) {
    const auto begin = begin_of_day(ui, dialog.day);
    dialog.day_error = !begin ? kNoWholeDay : *begin <= ui.state.now ? "This day is past." : "";
    if (dialog.day_error.empty()) rest_until(ui, dialog, *begin);
  }
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
    dialog.kind = kOurs[static_cast<std::size_t>(chosen)], dialog.rests = false;
  area.cut_top(used, 20);

  area.cut_top(small_heading(ui, area, "How did it end?", 3));
  const float height = ui.control_height();
  Flow flow(area, height);
  for (const TouchResult result : results_of(dialog.kind)) {
    const std::string_view label = words::result_of(dialog.kind, result);
    ImGui::PushID(static_cast<int>(result));
    const bool likely = dialog.acknowledges && result == TouchResult::kAcknowledged;
    const ButtonSpec spec{.look = likely ? ButtonLook::kPrimary : ButtonLook::kSecondary};
    if (button(ui, "result", flow.next(button_width(ui, label)), label, spec)) {
      dialog.rests = result == TouchResult::kNotNow;
      if (!dialog.rests) log(ui, dialog, dialog.kind, result);
    }
    ImGui::PopID();
  }
  area.cut_top(flow.used_height(), 20);
  if (dialog.rests) draw_rest(ui, dialog, area);
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
