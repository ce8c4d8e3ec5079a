#include "ui/views/handoff_dialog.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "query/query.h"
#include "score/assignment.h"
#include "ui/views/dialog_draft.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/move_dialog.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

using What = HandoffDialog::What;

constexpr std::string_view kDialogId = "handoff-dialog";
constexpr std::size_t kMostPeople = 6;

std::string_view draft_of(What what) {
  return what == What::kOffer ? app::kOfferDraft : app::kReturnDraft;
}

bool has_words(What what) { return what == What::kOffer || what == What::kReturn; }

void open(Ui& ui, HandoffDialog& dialog, What what, std::vector<Id> leads) {
  if (leads.empty()) return;
  dialog = HandoffDialog{.what = what, .leads = std::move(leads), .asked_to_open = true};
  if (has_words(what)) dialog.words = ui.state.draft_of(dialog.leads.front(), draft_of(what));
}

std::string title_of(const Ui& ui, const HandoffDialog& dialog) {
  const Row row = ui.app.lead_row(dialog.leads.front());
  const std::string whom = dialog.leads.size() != 1
                               ? words::counted(dialog.leads.size(), "lead", "leads")
                           : row == kNoRow ? std::string("lead")
                                           : ui.state.model->name_of(row);
  switch (dialog.what) {
    case What::kOffer: return formatted("Offer {} to sales", whom);
    case What::kReturn: return formatted("Return {} to marketing", whom);
    case What::kClaim: return formatted("Take {}?", whom);
    case What::kByRules: return formatted("Assign {} by the rules", whom);
  }
  return {};
}

// What is still missing, as a sentence; empty if nothing is.
std::string missing(const Ui& ui, const HandoffDialog& dialog) {
  const bool no_words = trimmed(dialog.words).empty();
  if (dialog.what == What::kReturn) {
    if (dialog.reason == ReturnReason::kNone) return "Please choose what was wrong with it.";
    if (dialog.reason == ReturnReason::kOwn && no_words)
      return "Please say what was wrong with it.";
  }
  if (dialog.what == What::kOffer && no_words && misses_criteria(ui, dialog.leads, Stage::kSql))
    return "Please say why you offer it against the criteria.";
  return {};
}

void paragraph(Ui& ui, Rect& area, std::string_view text, ImU32 colour) {
  area.cut_top(text_block(ui, area, text, kText, colour), 12);
}

void draw_words(Ui& ui, HandoffDialog& dialog, Rect& area, std::string_view label) {
  const FieldSpec spec{.kind = FieldKind::kMultiline, .lines = 3};
  text_field(ui, "words", area.cut_top(field_height(ui, spec), 12), label, dialog.words, spec);
}

void draw_offer(Ui& ui, HandoffDialog& dialog, Rect& area) {
  const FieldSpec spec{.kind = FieldKind::kName, .placeholder = "Whoever of sales takes it"};
  text_field(ui, "to", area.cut_top(field_height(ui, spec), 8), "To whom? (optional)", dialog.to,
             spec);
  Flow flow(area, ui.control_height());
  for (std::size_t i = 0; i < dialog.people.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string& name = dialog.people[i];
    if (button(ui, "person", flow.next(button_width(ui, name)), name,
               {.selected = name == dialog.to})) {
      dialog.to = name == dialog.to ? std::string() : name;
      renew_field(ui, dialog.to);
    }
    ImGui::PopID();
  }
  if (!dialog.people.empty()) area.cut_top(flow.used_height(), 16);
  const bool exception = misses_criteria(ui, dialog.leads, Stage::kSql);
  if (exception)  // B7
    paragraph(ui, area,
              "This goes against your criteria: a must-have is missing or the fit is too low. You "
              "can still do it; the reason is kept.",
              ui.colours.warn);
  draw_words(ui, dialog, area,
             exception ? "Why all the same?" : "What should they know? (optional)");
  // Practice E5: for whoever does not share this book.
  area.cut_top(small_heading(ui, area, "All that is known of them, as a file", 3));
  Flow files(area, ui.control_height());
  const auto file = [&](std::string_view id, std::string_view label) {
    const ButtonSpec spec{.icon = Icon::kDownload};
    return button(ui, id, files.next(button_width(ui, label, spec)), label, spec);
  };
  if (file("json", "Leadlight JSON")) ui.emit(app::ExportPackage{dialog.leads});
  if (file("vcard", "vCard")) ui.emit(app::ExportVcard{dialog.leads});
  area.cut_top(files.used_height(), 4);
}

void draw_return(Ui& ui, HandoffDialog& dialog, Rect& area) {
  std::array<std::string_view, kReturnReasonCount - 1> labels;
  for (std::size_t i = 0; i < labels.size(); ++i)
    labels[i] = label_of(static_cast<ReturnReason>(i + 1));
  area.cut_top(small_heading(ui, area, "What was wrong with it?", 3));
  float used = 0;
  const int chosen = choice_pills(ui, "reason", area, "Reason", labels,
                                  static_cast<int>(dialog.reason) - 1, &used);
  if (chosen >= 0) dialog.reason = static_cast<ReturnReason>(chosen + 1);
  area.cut_top(used, 16);
  draw_words(ui, dialog, area,
             dialog.reason == ReturnReason::kOwn ? "What was wrong?"
                                                 : "What should marketing know? (optional)");
}

void draw_claim(Ui& ui, const HandoffDialog& dialog, Rect& area) {
  const Row row = ui.app.lead_row(dialog.leads.front());
  if (row == kNoRow) return;
  paragraph(ui, area,
            formatted("{} has this lead. One person works a lead at a time: better tell them that "
                      "you take it.",
                      ui.state.model->text(row, LeadField::kOwner)),
            ui.colours.ink);
}

void draw_by_rules(Ui& ui, const HandoffDialog& dialog, Rect& area) {
  if (dialog.people.empty())
    return paragraph(ui, area, "No rule gives any of these leads to somebody else.",
                     ui.colours.ink);
  for (const std::string& line : dialog.people) paragraph(ui, area, line, ui.colours.ink);
}

void act(Ui& ui, HandoffDialog& dialog) {
  std::string said(trimmed(dialog.words));
  switch (dialog.what) {
    case What::kOffer:
      return ui.emit(
          app::OfferLeads{dialog.leads, std::string(trimmed(dialog.to)), std::move(said)});
    case What::kReturn:
      return ui.emit(app::ReturnLeads{dialog.leads, dialog.reason, std::move(said)});
    case What::kClaim: return ui.emit(app::ClaimLeads{dialog.leads});
    case What::kByRules: return ui.emit(app::AssignByRules{dialog.leads});
  }
}

void draw_buttons(Ui& ui, HandoffDialog& dialog, Rect row) {
  constexpr std::array<std::string_view, 4> kLabels{"Offer", "Return", "Take it all the same",
                                                    "Assign"};
  const std::string_view label = kLabels[static_cast<std::size_t>(dialog.what)];
  const bool asks = dialog.what == What::kClaim;
  const float wide = ui.phone() ? row.w - 110 : button_width(ui, label);
  if (button(ui, "do", row.cut_right(wide, 8), label,
             {.look = asks ? ButtonLook::kSecondary : ButtonLook::kPrimary,
              .disabled = dialog.what == What::kByRules && dialog.people.empty()})) {
    dialog.tried = true;
    if (missing(ui, dialog).empty()) {
      act(ui, dialog);
      close_dialog(ui);
    }
  }
  if (button(ui, "cancel", row.cut_right(button_width(ui, "Cancel")), "Cancel",
             {.look = asks ? ButtonLook::kPrimary : ButtonLook::kSecondary})) {
    if (has_words(dialog.what))
      ui.emit(app::KeepDraft{dialog.leads.front(), std::string(draft_of(dialog.what)), {}});
    close_dialog(ui);
  }
}

}  // namespace

bool can_claim(const Ui& ui, Row lead) {
  const std::string_view owner = ui.state.model->text(lead, LeadField::kOwner);
  return can_change(ui, lead) && is_open(ui.state.model->lead(lead).stage) &&
         (owner.empty() || owner != ui.state.my_name);
}

bool is_offered(const Ui& ui, Row lead) {
  return can_change(ui, lead) && handoff_of(*ui.state.model, lead).state == HandoffState::kOffered;
}

bool can_offer(const Ui& ui, Row lead) {
  const LeadFacts& facts = ui.state.model->lead(lead);
  return can_change(ui, lead) && facts.stage <= Stage::kMql && !facts.do_not_contact &&
         handoff_of(*ui.state.model, lead).state != HandoffState::kOffered;
}

void ask_to_offer(Ui& ui, HandoffDialog& dialog, std::vector<Id> leads) {
  open(ui, dialog, What::kOffer, std::move(leads));
  const Model& model = *ui.state.model;
  for (auto& [name, count] : query::Engine::values_of(model, LeadField::kOwner, kMostPeople))
    if (name != ui.state.my_name) dialog.people.push_back(std::move(name));
  if (dialog.leads.size() != 1) return;
  // Whom the team's rules name comes first, and is chosen already.
  const score::AssignRules rules = score::assign_rules(model);
  score::Assigner assigner(rules, ui.state.settings.marquee);
  const Row row = ui.app.lead_row(dialog.leads.front());
  if (row != kNoRow) dialog.to = assigner.owner_of(model, row);
  if (dialog.to.empty()) return;
  std::erase(dialog.people, dialog.to);
  dialog.people.insert(dialog.people.begin(), dialog.to);
}

void ask_to_return(Ui& ui, HandoffDialog& dialog, std::vector<Id> leads) {
  open(ui, dialog, What::kReturn, std::move(leads));
}

void claim_or_ask(Ui& ui, HandoffDialog& dialog, Id lead) {
  const Row row = ui.app.lead_row(lead);
  const bool taken = row != kNoRow && !ui.state.model->text(row, LeadField::kOwner).empty();
  if (taken && !ui.state.my_name.empty())
    open(ui, dialog, What::kClaim, {lead});
  else
    ui.emit(app::ClaimLeads{{lead}});
}

void ask_to_assign_by_rules(Ui& ui, HandoffDialog& dialog, std::vector<Id> leads) {
  open(ui, dialog, What::kByRules, std::move(leads));
  const Model& model = *ui.state.model;
  const score::AssignRules rules = score::assign_rules(model);
  score::Assigner assigner(rules, ui.state.settings.marquee);
  std::map<std::string_view, std::size_t> counts;
  for (const Id lead : dialog.leads) {
    const Row row = ui.app.lead_row(lead);
    if (row == kNoRow) continue;
    const std::string_view owner = assigner.owner_of(model, row);
    if (!owner.empty() && owner != model.text(row, LeadField::kOwner)) ++counts[owner];
  }
  for (const auto& [owner, count] : counts)
    dialog.people.push_back(formatted("{}: {}", owner, words::counted(count, "lead", "leads")));
}

void add_handoff_items(const Ui& ui, Row lead, std::vector<MenuItem>& items) {
  if (can_claim(ui, lead))
    items.push_back({.id = "claim", .label = "Take it", .icon = Icon::kUser});
  if (can_offer(ui, lead))
    items.push_back({.id = "offer", .label = "Offer to sales…", .icon = Icon::kUsers});
  const bool offered = is_offered(ui, lead);
  if (offered) items.push_back({.id = "accept", .label = "Accept", .icon = Icon::kCheck});
  if (offered || (can_change(ui, lead) && ui.state.model->lead(lead).stage == Stage::kSql))
    items.push_back({.id = "return", .label = "Return to marketing…", .icon = Icon::kUndo});
  if (offered)
    items.push_back({.id = "withdraw", .label = "Withdraw the offer", .icon = Icon::kClose});
}

bool do_handoff(Ui& ui, HandoffDialog& dialog, Id lead, std::string_view item) {
  if (item == "claim")
    claim_or_ask(ui, dialog, lead);
  else if (item == "offer")
    ask_to_offer(ui, dialog, {lead});
  else if (item == "accept")
    ui.emit(app::AcceptLeads{{lead}});
  else if (item == "return")
    ask_to_return(ui, dialog, {lead});
  else if (item == "withdraw")
    ui.emit(app::WithdrawOffer{{lead}});
  else
    return false;
  return true;
}

void draw(Ui& ui, HandoffDialog& dialog) {
  if (std::exchange(dialog.asked_to_open, false)) open_dialog(ui, kDialogId);
  if (!dialog_is_open(ui, kDialogId) || dialog.leads.empty()) return;
  const std::string_view draft = draft_of(dialog.what);
  const Id first = dialog.leads.front();
  for (Id& lead : dialog.leads) lead = standing_of(ui, lead);
  if (dialog.leads.front() != first && has_words(dialog.what))
    follow_draft(ui, dialog.leads.front(), draft, dialog.words);
  FittingDialog shown(ui, kDialogId, title_of(ui, dialog), 520, dialog.height, ui.control_height());
  if (!shown) return;
  Rect body = shown.content();
  const float top = body.y;
  switch (dialog.what) {
    case What::kOffer: draw_offer(ui, dialog, body); break;
    case What::kReturn: draw_return(ui, dialog, body); break;
    case What::kClaim: draw_claim(ui, dialog, body); break;
    case What::kByRules: draw_by_rules(ui, dialog, body); break;
  }
  if (const std::string text = missing(ui, dialog); dialog.tried && !text.empty())
    body.cut_top(text_block(ui, body, text, kSmallStrong, ui.colours.bad), 4);
  shown.used(body.y - top);
  draw_buttons(ui, dialog, shown.footer());
  if (dialog_is_open(ui, kDialogId) && has_words(dialog.what))
    keep_dialog_draft(ui, dialog.leads.front(), draft, dialog.words, dialog.drafts_changed);
}

}  // namespace leadlight::ui
