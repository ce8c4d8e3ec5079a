#include "ui/views/message_dialog.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/hand_over.h"
#include "base/format.h"
#include "base/text.h"
#include "followup/next_step.h"
#include "message/choice.h"
#include "message/hook.h"
#include "message/value.h"
#include "ui/views/dialog_draft.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/lead_parts.h"
#include "ui/views/touch_dialog.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kDialogId = "message-dialog";

struct Way {
  TouchKind channel;
  std::string_view tab, action;
  Icon icon;
};
constexpr std::array kWays{
    Way{TouchKind::kEmail, "E-mail", "Open in mail", Icon::kMail},
    Way{TouchKind::kLinkedin, "LinkedIn", "Copy and open LinkedIn", Icon::kLinkedin},
    Way{TouchKind::kVoicemail, "Voicemail", "Call", Icon::kPhone},
    Way{TouchKind::kTextMessage, "Text", "Open in messages", Icon::kMessage}};

const Way& way_of(TouchKind channel) {
  const auto* const found = std::ranges::find(kWays, channel, &Way::channel);
  return found == kWays.end() ? kWays.front() : *found;
}

message::Sender sender_of(const Ui& ui) {
  return {ui.state.my_name, ui.state.settings.team_name, ui.state.my_phone};
}

const message::Template* chosen(const MessageDialog& dialog) {
  const auto found = std::ranges::find(dialog.templates, dialog.from, &message::Template::id);
  return found == dialog.templates.end() ? nullptr : &*found;
}

void keep_written(MessageDialog& dialog) {
  if (std::pair(dialog.subject, dialog.body) != dialog.made)
    dialog.written[dialog.from] = {dialog.subject, dialog.body};
}

std::string signature_of(const Ui& ui) { return ui.state.my_name + '\n' + ui.state.my_phone; }

// Fills in the template's words, or what was written over them.
void take(Ui& ui, MessageDialog& dialog, Row row, Id from) {
  dialog.from = from;
  dialog.made = {};
  dialog.signed_as = signature_of(ui);
  dialog.gaps.clear();
  if (const message::Template* one = chosen(dialog)) {
    auto made = message::checked_message(*one, *ui.state.model, row, sender_of(ui));
    dialog.made = {std::move(made.message.subject), std::move(made.message.body)};
    dialog.gaps = std::move(made.findings);
  }
  const auto written = dialog.written.find(from);
  std::tie(dialog.subject, dialog.body) =
      written == dialog.written.end() ? dialog.made : written->second;
  dialog.checked.clear();
  ui.request_frame();
}

void pick(Ui& ui, MessageDialog& dialog, Row row) {
  const Model& model = *ui.state.model;
  const message::Purpose purpose = message::purpose_of(
      model, ui.state.settings, row, followup::unanswered_touches(model, row), ui.state.now);
  const message::Template* best =
      message::best_template(dialog.templates, model, row, dialog.channel, purpose);
  take(ui, dialog, row, best == nullptr ? Id{} : best->id);
}

// The first line of a draft is the subject, where there are subjects.
void take_draft(Ui& ui, MessageDialog& dialog, Row row, std::string_view draft) {
  const std::size_t line = dialog.channel == TouchKind::kEmail ? draft.find('\n') : draft.npos;
  dialog.written[Id{}] = line == draft.npos ? std::pair(std::string(), std::string(draft))
                                            : std::pair(std::string(draft.substr(0, line)),
                                                        std::string(draft.substr(line + 1)));
  take(ui, dialog, row, Id{});
}

void open(Ui& ui, MessageDialog& dialog, Row row) {
  open_dialog(ui, kDialogId);
  dialog.templates = message::templates_from(*ui.state.model);
  dialog.asks_name = ui.state.my_name.empty();
  dialog.asks_phone = ui.state.my_phone.empty();
  const std::string_view draft = ui.state.draft_of(dialog.lead, app::kMessageDraft);
  if (draft.empty()) return pick(ui, dialog, row);
  take_draft(ui, dialog, row, draft);
}

// Nothing while a template's words stand as they are.
std::string draft_of(const MessageDialog& dialog) {
  if (std::pair(dialog.subject, dialog.body) == dialog.made) return {};
  return (dialog.channel == TouchKind::kEmail ? dialog.subject + '\n' : std::string()) +
         dialog.body;
}

// What is wrong with what stands there now; a template's own faults as long as it stands as it is.
void check(const Ui& ui, MessageDialog& dialog, Row row) {
  std::string now = dialog.subject + '\n' + dialog.body;
  if (now == dialog.checked) return;
  dialog.checked = std::move(now);
  const message::Template* one = chosen(dialog);
  if (one != nullptr && std::pair(dialog.subject, dialog.body) == dialog.made) {
    dialog.findings = dialog.gaps;
    return;
  }
  const Model& model = *ui.state.model;
  const std::string language = one == nullptr ? "en" : one->language;
  dialog.findings =
      message::check({.channel = dialog.channel,
                      .purpose = one == nullptr ? message::Purpose::kFollowUp : one->purpose,
                      .language = language,
                      .subject = dialog.subject,
                      .body = dialog.body},
                     {.sender = sender_of(ui),
                      .hook = message::hook_of(model, row, language).core,
                      .campaign_text = {}});
}

void draw_channels(Ui& ui, MessageDialog& dialog, Row row, Rect& area) {
  std::vector<std::string_view> tabs;
  std::vector<TouchKind> channels;
  for (const Way& way : kWays) {
    if (!app::hand_over_url(*ui.state.model, row, way.channel)) continue;
    tabs.push_back(way.tab);
    channels.push_back(way.channel);
  }
  if (channels.size() < 2) return;
  const auto at = std::ranges::find(channels, dialog.channel);
  const int used = segmented(ui, "channel", area.cut_top(ui.control_height(), 16), "Channel", tabs,
                             static_cast<int>(at - channels.begin()));
  if (used < 0 || channels[static_cast<std::size_t>(used)] == dialog.channel) return;
  keep_written(dialog);
  dialog.channel = channels[static_cast<std::size_t>(used)];
  pick(ui, dialog, row);
}

// What was written to who is one lead now stands in the dialog, the heir's own first.
void follow_heir(Ui& ui, MessageDialog& dialog, Row row) {
  const std::string_view theirs = ui.state.draft_of(dialog.lead, app::kMessageDraft);
  const std::string own = draft_of(dialog);
  if (theirs.empty() || theirs == own) return;
  const bool in_subject = typed_now(ui) == dialog.subject;
  take_draft(ui, dialog, row,
             theirs.contains(own) ? std::string(theirs) : std::string(theirs) + " " + own);
  renew_field(ui, in_subject ? dialog.subject : dialog.body);
}

// Those of other lead types and languages are not offered.
bool suits(const Ui& ui, const message::Template& one, Row row) {
  const Model& model = *ui.state.model;
  const std::string language = message::language_code(model.text(row, LeadField::kLanguage));
  return (one.lead_type == LeadType::kUnknown || one.lead_type == model.lead(row).type) &&
         (one.language == "en" || one.language.empty() || one.language == language);
}

void draw_templates(Ui& ui, MessageDialog& dialog, Row row, Rect& area) {
  std::vector<Option> options;
  std::vector<Id> ids;
  int selected = 0;
  for (const message::Template& one : dialog.templates) {
    const bool is_chosen = one.id == dialog.from;
    if (one.channel != dialog.channel || (!is_chosen && !suits(ui, one, row))) continue;
    if (is_chosen) selected = static_cast<int>(ids.size());
    options.push_back({one.name, message::label_of(one.purpose)});
    ids.push_back(one.id);
  }
  if (dialog.from.is_nil()) selected = static_cast<int>(ids.size());
  options.push_back({"Your own words"});
  ids.emplace_back();
  const int used = select(ui, "template", area.cut_top(ui.control_height() + 22, 16), "Template",
                          options, selected);
  if (used < 0 || ids[static_cast<std::size_t>(used)] == dialog.from) return;
  keep_written(dialog);
  take(ui, dialog, row, ids[static_cast<std::size_t>(used)]);
}

bool is_entered(FieldResult result) {
  return result == FieldResult::kSubmitted || result == FieldResult::kCommitted;
}

// A signature is asked for where it is needed first; a number only to say it.
void draw_sender(Ui& ui, MessageDialog& dialog, Row row, Rect& area) {
  const FieldSpec name{.kind = FieldKind::kName, .autocomplete = "name", .last = false};
  if (dialog.asks_name &&
      is_entered(text_field(ui, "my-name", area.cut_top(field_height(ui, name), 12), "Your name",
                            dialog.name, name)))
    ui.emit(app::SetMyName{dialog.name});
  const FieldSpec phone{.kind = FieldKind::kPhone, .autocomplete = "tel", .last = false};
  if (dialog.asks_phone && dialog.channel == TouchKind::kVoicemail &&
      is_entered(text_field(ui, "my-phone", area.cut_top(field_height(ui, phone), 12),
                            "Your phone number", dialog.phone, phone)))
    ui.emit(app::SetMyPhone{dialog.phone});
  const bool unchanged = std::pair(dialog.subject, dialog.body) == dialog.made;
  if (unchanged && dialog.signed_as != signature_of(ui)) take(ui, dialog, row, dialog.from);
}

void draw_text(Ui& ui, MessageDialog& dialog, Rect& area) {
  if (dialog.channel == TouchKind::kEmail) {
    const FieldSpec spec{.last = false};
    text_field(ui, "subject", area.cut_top(field_height(ui, spec), 12), "Subject", dialog.subject,
               spec);
  }
  const FieldSpec spec{.kind = FieldKind::kMultiline, .lines = ui.phone() ? 8 : 10};
  text_field(ui, "body", area.cut_top(field_height(ui, spec), 12),
             dialog.channel == TouchKind::kVoicemail ? "What to say" : "Message", dialog.body,
             spec);
}

void draw_line(Ui& ui, Rect& area, Icon sign, ImU32 colour, std::string_view strong,
               std::string_view text) {
  Rect line = area;
  Rect mark = line.cut_left(16, 8);
  mark.h = kText.line;
  icon(ui, mark, sign, 16, colour);
  float used = text_block(ui, line, strong, kText, ui.colours.ink);
  line.y += used;
  if (!text.empty()) used += text_block(ui, line, text, kSmall, ui.colours.ink2);
  area.cut_top(used, 8);
}

bool stops(const message::Finding& finding) {
  return finding.severity == message::Severity::kStops;
}

void draw_findings(Ui& ui, const MessageDialog& dialog, Row row, Rect& area) {
  Scope list(ui, "findings", a11y::Role::kGroup, "To look at");
  if (const std::string caution = caution_words(ui, row); !caution.empty())
    draw_line(ui, area, Icon::kAlert, ui.colours.warn, caution, {});
  for (const message::Finding& one : dialog.findings)
    draw_line(ui, area, Icon::kAlert, stops(one) ? ui.colours.bad : ui.colours.warn, one.reason,
              one.remedy);
}

void done(Ui& ui, const MessageDialog& dialog, TouchDialog& touch) {
  close_dialog(ui);  // what was written stays a draft until it is logged: no program may have come
  ask_to_log(touch, dialog.lead, dialog.channel);
  touch.about = dialog.subject;
  touch.template_id = dialog.from;
  touch.handed_over_by = dialog.channel;
  const message::Template* one = chosen(dialog);
  if (touch.about.empty() && one != nullptr) touch.about = one->name;
  touch.acknowledges = one != nullptr && one->purpose == message::Purpose::kAcknowledgement;
}

void draw_buttons(Ui& ui, const MessageDialog& dialog, TouchDialog& touch, Rect row) {
  const Way& way = way_of(dialog.channel);
  const bool stopped = std::ranges::any_of(dialog.findings, stops);
  const ButtonSpec open{.look = ButtonLook::kPrimary, .icon = way.icon, .disabled = stopped};
  const ButtonSpec copy{.disabled = trimmed(dialog.body).empty()};
  const float copy_width = button_width(ui, "Copy", copy);
  const float wide = ui.phone() ? row.w - copy_width - 8 : button_width(ui, way.action, open);
  if (button(ui, "open", row.cut_right(wide, 8), way.action, open)) {
    ui.emit(app::HandOver{dialog.lead, dialog.channel, dialog.subject,
                          dialog.channel == TouchKind::kVoicemail ? std::string() : dialog.body});
    done(ui, dialog, touch);
  }
  if (button(ui, "copy", row.cut_right(copy_width), "Copy", copy))
    ui.emit(app::CopyText{dialog.body});
}

}  // namespace

void ask_to_write(MessageDialog& dialog, Id lead, TouchKind channel) {
  dialog = MessageDialog{.lead = lead, .channel = channel, .asked_to_open = true};
}

std::string caution_words(const Ui& ui, Row lead) {
  using enum followup::Caution::Kind;
  const app::State& state = ui.state;
  const followup::Caution caution =
      followup::caution_before_touch(*state.model, state.settings, lead, state.my_name, state.now);
  switch (caution.kind) {
    case kNone: break;
    case kSomebodyElse:
      return formatted("{} was in touch with them {} ago. Talk to each other first.", caution.by,
                       followup::duration_text(state.now - caution.at));
    case kEnough:
      return formatted("{} touches without an answer: your team lets them rest after {}.",
                       caution.touches,
                       touches_before_goodbye(state.settings, state.model->lead(lead).type));
  }
  return {};
}

void draw(Ui& ui, MessageDialog& dialog, TouchDialog& touch) {
  const Id before = std::exchange(dialog.lead, standing_of(ui, dialog.lead));
  const Row row = ui.app.lead_row(dialog.lead);
  if (std::exchange(dialog.asked_to_open, false) && row != kNoRow) open(ui, dialog, row);
  if (!dialog_is_open(ui, kDialogId)) return;
  const std::string title =
      row == kNoRow ? std::string("Write") : "Write to " + ui.state.model->name_of(row);
  FittingDialog shown(ui, kDialogId, title, 600, dialog.height, ui.control_height());
  if (!shown) return;
  if (row == kNoRow) return close_dialog(ui);
  if (dialog.lead != before) follow_heir(ui, dialog, row);
  Rect area = shown.content();
  const float top = area.y;
  draw_channels(ui, dialog, row, area);
  draw_templates(ui, dialog, row, area);
  draw_sender(ui, dialog, row, area);
  draw_text(ui, dialog, area);
  check(ui, dialog, row);
  draw_findings(ui, dialog, row, area);
  shown.used(area.y - top);
  draw_buttons(ui, dialog, touch, shown.footer());
  if (!dialog_is_open(ui, kDialogId)) return;
  std::string draft = draft_of(dialog);
  keep_dialog_draft(ui, dialog.lead, app::kMessageDraft, draft, dialog.drafts_changed);
}

}  // namespace leadlight::ui
