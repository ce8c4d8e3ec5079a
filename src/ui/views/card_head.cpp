// The lead card's head: who it is, where it stands, and the menu of what is rarely done.
#include <array>

#include "base/format.h"
#include "ui/views/flow.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

void draw_pills(Ui& ui, LeadCardView& view, Flow& flow, Row lead) {
  const Model& model = *ui.state.model;
  const score::Points& points = points_of(ui, lead);
  const auto put = [&](std::string_view text, PillTone tone) {
    pill(ui, flow.next(pill_width(ui, text)), text, tone);
  };
  if (ui.state.past && ui.layout != Layout::kLaptop)  // the card lies over what says so
    put(formatted("As on {}", words::date(ui.state.past->at, ui.state.local_offset_minutes)),
        PillTone::kWarn);
  const StagePill stage = stage_pill(ui, lead);
  put(stage.text, stage.tone);
  if (model.lead(lead).do_not_contact) put("Do not contact", PillTone::kBad);  // C9
  if (!model.text(lead, LeadField::kOneToOne).empty())
    put("One to one needed", PillTone::kWarn);  // A7
  if (points.band == score::Band::kSales)       // B8
    put(formatted("Best {}%", ui.state.settings.sales_percent), PillTone::kAccent);
  if (points.band == score::Band::kWatch) put("Watch list", PillTone::kAccent);
  if (points.marquee) put("Marquee", PillTone::kOutline);
  if (points.misses_must_have) put("Misses a must-have", PillTone::kWarn);
  if (const LeadType type = model.lead(lead).type; type != LeadType::kUnknown) {
    std::string text(label_of(type));
    if (const auto event = model.text(lead, LeadField::kEvent); !event.empty())
      text += std::string(words::kDot).append(event);
    put(text, PillTone::kOutline);
  } else if (const std::string source = source_text(ui, lead); source != words::kNone) {
    put(source, PillTone::kOutline);
  }
  if (const auto owner = model.text(lead, LeadField::kOwner); !owner.empty())
    put(owner, PillTone::kOutline);
  if (constexpr std::string_view kTake = "Take it"; can_claim(ui, lead))  // A5
    if (pill_button(ui, "take", flow.next(pill_width(ui, kTake), 22), kTake, PillTone::kAccent,
                    kTake))
      claim_or_ask(ui, view.actions.handoff, view.lead);
}

void set_flag(Ui& ui, Id lead, LeadField field, bool on) {
  ui.emit(app::EditLead{lead, {{std::string(text_of(field)), on ? "1" : ""}}});
}

void draw_menu(Ui& ui, LeadCardView& view, Row lead, Rect anchor) {
  const Model& model = *ui.state.model;
  const bool one_to_one = !model.text(lead, LeadField::kOneToOne).empty();
  const bool weeded = model.lead(lead).weed_out != WeedOut::kNone;
  const bool stopped = model.lead(lead).do_not_contact;
  enum Choice : int {
    kMove,
    kAssign,
    kTag,
    kMerge,
    kOneToOne,
    kWeedOut,
    kStop,
    kLink,
    kVcard,
    kDelete,
    kErase
  };
  std::vector<MenuItem> items{
      {.id = "move", .label = "Move to…", .icon = Icon::kArrowRight},
      {.id = "assign", .label = "Assign…", .icon = Icon::kUsers},
      {.id = "tag", .label = "Tag…", .icon = Icon::kTag},
      {.id = "merge", .label = "Merge with another lead…", .icon = Icon::kMerge},
      {.id = "one-to-one",
       .label = one_to_one ? "No one to one needed" : "Mark one to one needed",
       .icon = Icon::kUser},
      {.id = "weed-out",
       .label = weeded ? "Take back into the funnel" : "Weed out…",
       .icon = Icon::kFilter,
       .separator_before = true},
      {.id = "stop", .label = "Do not contact", .icon = Icon::kBan, .disabled = stopped},
      {.id = "link", .label = "Copy link", .icon = Icon::kGlobe, .separator_before = true},
      {.id = "vcard", .label = "Export vCard", .icon = Icon::kDownload},
      {.id = "delete", .label = "Delete", .icon = Icon::kTrash, .danger = true},
      {.id = "erase", .label = "Erase for good…", .icon = Icon::kBan, .danger = true},
  };
  std::vector<MenuItem> more;
  add_handoff_items(ui, lead, more);
  constexpr int kBefore = kTag;
  items.insert(items.begin() + kBefore, more.begin(), more.end());
  int chosen = menu(ui, "card-menu", "More for this lead", items);
  if (chosen < 0) return;
  const Id id = view.lead;
  if (do_handoff(ui, view.actions.handoff, id, items[static_cast<std::size_t>(chosen)].id)) return;
  if (chosen >= kBefore) chosen -= static_cast<int>(more.size());
  switch (static_cast<Choice>(chosen)) {
    case kMove: ask_to_move(ui, view.actions.move, {id}); break;
    case kAssign: open_assign(ui, view.actions, {id}); break;
    case kTag: open_tag(ui, view.actions, {id}); break;
    case kMerge: ask_to_merge(ui, view.actions.merge, {id}); break;
    case kOneToOne: set_flag(ui, id, LeadField::kOneToOne, !one_to_one); break;
    case kWeedOut:
      if (weeded)
        ui.emit(app::SetWeedOut{{id}, WeedOut::kNone});
      else
        open_weed_out_menu(view.actions, {id}, anchor);
      break;
    case kStop: set_flag(ui, id, LeadField::kDoNotContact, true); break;
    case kLink: ui.emit(app::CopyLink{}); break;
    case kVcard: ui.emit(app::ExportVcard{{id}}); break;
    case kDelete: ui.emit(app::DeleteLeads{{id}}); break;
    case kErase: open_erase(view.actions, {id}); break;
  }
}

// Close (or back) and the menu; returns what is left of the line.
Rect draw_corner(Ui& ui, LeadCardView& view, Row lead, Rect line) {
  const float size = ui.phone() ? 44.0F : 32.0F;
  if (ui.phone()) line = line.inset(-13, 0);  // the signs, not their grounds, keep to the margin
  const ButtonSpec quiet{.look = ButtonLook::kQuiet, .icon_only = true};
  ButtonSpec close = quiet, more = quiet;
  close.icon = ui.phone() ? Icon::kChevronLeft : Icon::kClose;
  close.hint = "Esc";
  more.icon = Icon::kMore;
  const Rect close_at = ui.phone() ? line.cut_left(size, 4) : line.cut_right(size, 4);
  const Rect more_at = line.cut_right(size, 4);
  if (button(ui, "close", close_at, ui.phone() ? "Back" : "Close the card", close))
    ui.emit(app::CloseLead{});
  if (can_change(ui, lead)) {
    if (button(ui, "more", more_at, "More for this lead", more))
      open_menu(ui, "card-menu", more_at);
    draw_menu(ui, view, lead, more_at);
  }
  return line;
}

float draw_names(Ui& ui, Row lead, Rect area) {
  const Model& model = *ui.state.model;
  const std::string name = model.name_of(lead);
  const float name_height = std::min(text_height(ui, area.w, name, kTitle), 2 * kTitle.line);
  {
    Scope spoken(ui, "name", a11y::Role::kHeading, name, {area.x, area.y, area.w, name_height});
    spoken.node().level = 2;
    text_lines(ui, {area.x, area.y, area.w, name_height}, name, kTitle, ui.colours.ink, 2,
               Voice::kSilent);
  }
  std::string under(model.text(lead, LeadField::kTitle));
  const std::string_view company = model.text(lead, LeadField::kCompany);
  if (!company.empty() && company != name)
    under += (under.empty() ? "" : std::string(words::kDot)).append(company);
  if (under.empty()) return name_height;
  return name_height + text_lines(ui, {area.x, area.y + name_height, area.w, 80}, under, kText,
                                  ui.colours.ink2, 3);
}

}  // namespace

float draw_card_head(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  Rect rest{area.x, area.y, area.w, 400};
  Rect line{area.x, area.y, area.w, ui.phone() ? 44.0F : 32.0F};
  Rect beside = draw_corner(ui, view, lead, line);
  if (ui.phone()) {  // the corner has a line of its own
    rest.y += 52;
    beside = {area.x, rest.y, area.w, 0};
  }
  const Rect badge{beside.x, rest.y, 48, 48};
  lead_badge(ui, badge, lead);
  const float names = draw_names(ui, lead, {beside.x + 60, rest.y - 2, beside.w - 60, 120});
  const float head = std::max(48.0F, names);
  Flow flow({area.x, rest.y + head + 12, area.w, 0}, 22);
  draw_pills(ui, view, flow, lead);
  const float used = rest.y - area.y + head + 12 + flow.used_height();
  if (ui.state.past || ui.state.model->leads().alive(lead)) return used;
  if (button(
          ui, "restore",
          {area.x, area.y + used + 16, button_width(ui, "Restore this lead"), ui.control_height()},
          "Restore this lead", {.look = ButtonLook::kPrimary}))
    ui.emit(app::RestoreLeads{{view.lead}});
  return used + 16 + ui.control_height();
}

}  // namespace leadlight::ui
