#include "ui/views/capture_view.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/lead_row.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::array<std::string_view, 3> kHeatLabels{"Hot", "Warm", "Cold"};
constexpr std::array<std::string_view, 3> kHeatValues{"hot", "warm", "cold"};
constexpr std::array<std::string_view, 3> kBuyLabels{"Now", "This year", "Later"};
constexpr std::array<std::string_view, 3> kBuyValues{"now", "this_year", "later"};
// Practice B1: the first three go straight to sales.
constexpr std::array kArrivals{LeadType::kQuoteRequest,
                               LeadType::kTrialRequest,
                               LeadType::kConsultationRequest,
                               LeadType::kInformationRequest,
                               LeadType::kBadgeScan,
                               LeadType::kReferral,
                               LeadType::kWebinar,
                               LeadType::kDownload};
constexpr std::size_t kMostLatest = 4;

// Chosen, or what it is at an event unless somebody says otherwise.
int arrival_of(const Ui& ui, const CaptureView& view) {
  if (view.arrived >= 0 || ui.state.capture_event.empty()) return view.arrived;
  return static_cast<int>(std::ranges::find(kArrivals, LeadType::kBadgeScan) - kArrivals.begin());
}

std::string_view text_of_choice(std::span<const std::string_view> values, int chosen) {
  return chosen < 0 ? std::string_view() : values[static_cast<std::size_t>(chosen)];
}

// ---- what is entered ------------------------------------------------------------------------------------

std::string email_fault(const CaptureView& view) {
  if (trimmed(view.email).empty() || !canonical_email(view.email).empty()) return {};
  return "This is no e-mail address, like name@example.com.";
}
std::string phone_fault(const CaptureView& view) {
  if (trimmed(view.phone).empty() || !canonical_phone(view.phone).empty()) return {};
  return "This is no phone number: it has fewer than six digits.";
}
bool is_blank(const CaptureView& view) {
  return trimmed(view.name).empty() && trimmed(view.company).empty() &&
         trimmed(view.email).empty() && trimmed(view.phone).empty();
}
std::string name_fault(const CaptureView& view) {
  return is_blank(view) ? "A name or an e-mail address is enough." : "";
}

std::string_view mobile_of(const CaptureView& view) {
  const auto found =
      std::ranges::find(view.more, text_of(LeadField::kMobile), &app::Fields::value_type::first);
  return found == view.more.end() ? std::string_view() : std::string_view(found->second);
}

Row duplicate_of(const Ui& ui, const CaptureView& view) {
  if (!canonical_email(view.email).empty())
    if (const Row row = ui.app.same_email(view.email); row != kNoRow) return row;
  for (const std::string_view phone : {std::string_view(view.phone), mobile_of(view)})
    if (!canonical_phone(phone).empty())
      if (const Row row = ui.app.same_phone(phone); row != kNoRow) return row;
  return kNoRow;
}

// Somebody of exactly this name, at best of this company: no proof, so it is only told.
Row find_namesake(const Model& model, std::string_view name, std::string_view company) {
  const TextId wanted = model.texts().find(name);
  if (name.empty() || wanted == kNoText) return kNoRow;
  Row found = kNoRow;
  for (Row row = 0; row < model.leads().size(); ++row) {
    if (model.leads().cell(row, static_cast<ColumnIndex>(LeadField::kFullName)) != wanted ||
        !model.leads().alive(row))
      continue;
    if (folded(model.text(row, LeadField::kCompany)) == folded(company)) return row;
    if (found == kNoRow) found = row;
  }
  return found;
}

Row namesake_of(const Ui& ui, CaptureView& view) {
  const std::string_view name = trimmed(view.name), company = trimmed(view.company);
  CaptureView::Namesake& last = view.namesake;
  if (last.name != name || last.company != company || last.operations != ui.state.revision)
    last = {std::string(name), std::string(company), ui.state.revision,
            find_namesake(*ui.state.model, name, company)};
  return last.row;
}

constexpr std::array kTyped{&CaptureView::name, &CaptureView::company, &CaptureView::email,
                            &CaptureView::phone, &CaptureView::note};

void clear_form(Ui& ui, CaptureView& view) {
  CaptureView fresh;
  fresh.restored = true;
  fresh.drafts_changed = view.drafts_changed;
  fresh.pasted_count = view.pasted_count;
  fresh.context = std::move(view.context);
  fresh.latest = std::move(view.latest);
  fresh.next_one = true;
  view = std::move(fresh);
  for (const auto field : kTyped) renew_field(ui, view.*field);
}

// ---- a draft, kept on the device ------------------------------------------------------------------------

using app::kDraftBetween;
constexpr std::array kChosen{std::pair{&CaptureView::heat, kHeatValues.size()},
                             std::pair{&CaptureView::buy_when, kBuyValues.size()},
                             std::pair{&CaptureView::arrived, kArrivals.size()}};

std::string draft_of(const CaptureView& view) {
  if (is_blank(view) && trimmed(view.note).empty() && view.more.empty()) return {};
  std::string draft;
  for (const auto field : kTyped) draft += view.*field + kDraftBetween;
  for (const auto& [choice, count] : kChosen) draft += std::to_string(view.*choice) + kDraftBetween;
  for (const auto& [field, value] : view.more)
    draft.append(field).append(1, '=').append(value) += kDraftBetween;
  return draft;
}

void restore_draft(const Ui& ui, CaptureView& view) {
  if (std::exchange(view.drafts_changed, ui.state.drafts_changed) == ui.state.drafts_changed &&
      view.restored)
    return;
  view.restored = true;
  std::string_view rest = ui.state.draft_of({}, {});
  const auto next = [&] {
    const std::string_view part = rest.substr(0, rest.find(kDraftBetween));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    return part;
  };
  for (const auto field : kTyped) view.*field = next();
  for (const auto& [choice, count] : kChosen) {
    const std::int64_t chosen = integer_from_text(next()).value_or(-1);
    view.*choice = chosen >= 0 && std::cmp_less(chosen, count) ? static_cast<int>(chosen) : -1;
  }
  view.more.clear();
  view.pasted.reset();
  while (!rest.empty()) {
    const std::string_view one = next();
    const std::size_t sign = std::min(one.find('='), one.size());
    if (sign + 1 < one.size()) view.more.emplace_back(one.substr(0, sign), one.substr(sign + 1));
  }
}

void keep_draft(Ui& ui, const CaptureView& view) {
  std::string draft = draft_of(view);
  if (draft != ui.state.draft_of({}, {})) ui.emit(app::KeepDraft{{}, {}, std::move(draft)});
}

// ---- what was pasted ----------------------------------------------------------------------------------------

constexpr std::array<std::string_view, kTyped.size()> kTypedFields{"full_name", "company", "email",
                                                                   "phone", "note"};

std::string label_of_field(std::string_view field) {
  if (field == kTypedFields.front()) return "Name";
  const auto known = lead_field_from_text(field);
  return std::string(known ? label_of(*known) : field.substr(field.find(':') + 1));
}

// What stands in the form stays; what was pasted for the same place goes into the note.
void fill_in(Ui& ui, CaptureView& view) {
  if (std::exchange(view.pasted_count, ui.state.pasted_count) == ui.state.pasted_count) return;
  CaptureView::Pasted pasted;
  pasted.more = view.more;
  std::string filled, note;
  for (std::size_t i = 0; i < kTyped.size(); ++i) pasted.before[i] = view.*kTyped[i];
  for (const auto& [field, pasted_value] : ui.state.pasted) {
    std::string value = pasted_value;
    std::erase(value, kDraftBetween);
    const auto place = std::ranges::find(kTypedFields, field);
    std::string* const typed =
        place == kTypedFields.end()
            ? nullptr
            : &(view.*kTyped[static_cast<std::size_t>(place - kTypedFields.begin())]);
    const auto other = std::ranges::find(view.more, field, &app::Fields::value_type::first);
    const bool is_free = typed != nullptr ? trimmed(*typed).empty() : other == view.more.end();
    if (field == kTypedFields.back()) {
      note += (note.empty() ? "" : "\n") + value;
    } else if (is_free) {
      if (typed != nullptr)
        *typed = value;
      else
        view.more.emplace_back(field, value);
      filled += (filled.empty() ? "" : ", ") + words::continued(label_of_field(field));
    } else if ((typed != nullptr ? *typed : other->second) != value) {
      note += formatted("{}{}: {}", note.empty() ? "" : "\n", label_of_field(field), value);
    }
  }
  if (!note.empty()) view.note += (trimmed(view.note).empty() ? "" : "\n") + note;
  if (!note.empty()) filled += filled.empty() ? "note" : ", note";
  if (filled.empty()) return;
  for (std::size_t i = 0; i < kTyped.size(); ++i) {
    pasted.after[i] = view.*kTyped[i];
    if (pasted.after[i] != pasted.before[i]) renew_field(ui, view.*kTyped[i]);
  }
  pasted.said = formatted("Filled in: {}.", filled);
  ui.announce(pasted.said);
  view.pasted = std::move(pasted);
}

// But for what was changed since.
void take_pasted_back(Ui& ui, CaptureView& view) {
  const CaptureView::Pasted pasted = *std::exchange(view.pasted, std::nullopt);
  for (std::size_t i = 0; i < kTyped.size(); ++i) {
    if (view.*kTyped[i] != pasted.after[i]) continue;
    view.*kTyped[i] = pasted.before[i];
    renew_field(ui, view.*kTyped[i]);
  }
  view.more = pasted.more;
}

// What has no entry in the form: "Title Buyer · Website bolt.example".
std::string more_in(const CaptureView& view) {
  std::string text;
  for (const auto& [field, value] : view.more)
    text += formatted("{}{} {}", text.empty() ? "" : words::kDot, label_of_field(field), value);
  return text;
}

// ---- saving -----------------------------------------------------------------------------------------------

app::Fields fields_of(const Ui& ui, const CaptureView& view) {
  app::Fields fields;
  const auto put = [&](LeadField field, std::string_view value) {
    if (!trimmed(value).empty()) fields.emplace_back(text_of(field), trimmed(value));
  };
  put(LeadField::kFullName, view.name);
  put(LeadField::kCompany, view.company);
  put(LeadField::kEmail, view.email);
  put(LeadField::kPhone, view.phone);
  put(LeadField::kHeat, text_of_choice(kHeatValues, view.heat));
  put(LeadField::kBuyWhen, text_of_choice(kBuyValues, view.buy_when));
  if (const int arrived = arrival_of(ui, view); arrived >= 0)
    put(LeadField::kLeadType, text_of(kArrivals[static_cast<std::size_t>(arrived)]));
  put(LeadField::kOwner, ui.state.my_name);
  fields.insert(fields.end(), view.more.begin(), view.more.end());
  return fields;
}

bool is_faulty(const CaptureView& view) {
  return is_blank(view) || !email_fault(view).empty() || !phone_fault(view).empty();
}

void save(Ui& ui, CaptureView& view) {
  view.tried = true;
  if (is_faulty(view)) return;
  if (duplicate_of(ui, view) != kNoRow && !view.save_anyway) {
    view.show_duplicate = true;
    return;
  }
  ui.emit(app::AddLead{fields_of(ui, view), std::string(trimmed(view.note)), true});
  if (can_write(ui)) clear_form(ui, view);
}

void add_to(Ui& ui, CaptureView& view, Row row) {
  view.tried = true;
  if (is_faulty(view)) return;
  ui.emit(app::AddToLead{ui.state.model->leads().id(row), fields_of(ui, view),
                         std::string(trimmed(view.note))});
  if (can_write(ui)) clear_form(ui, view);
}

// ---- the form ---------------------------------------------------------------------------------------------

float draw_entry(Ui& ui, CaptureView& view, Rect area, std::string_view id, std::string_view label,
                 std::string& value, FieldSpec spec) {
  const float height = field_height(ui, spec);
  if (text_field(ui, id, {area.x, area.y, area.w, height}, label, value, spec) ==
          FieldResult::kSubmitted &&
      spec.last)
    save(ui, view);
  return height + 14;
}

float draw_fields(Ui& ui, CaptureView& view, Rect area) {
  const bool said = view.tried;
  const std::string name = said ? name_fault(view) : "", email = said ? email_fault(view) : "",
                    phone = said ? phone_fault(view) : "";
  float y = 0;
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  if (std::exchange(view.focus_name, false) && (view.next_one || !ui.phone()))
    focus_field(ui, "name", view.name.empty());
  y += draw_entry(ui, view, at(), "name", "Name", view.name,
                  {.kind = FieldKind::kPerson, .error = name, .last = false});
  y += draw_entry(ui, view, at(), "company", "Company", view.company, {.last = false});
  y += draw_entry(ui, view, at(), "email", "E-mail", view.email,
                  {.kind = FieldKind::kEmail, .error = email, .last = false});
  y += draw_entry(ui, view, at(), "phone", "Phone", view.phone,
                  {.kind = FieldKind::kPhone, .error = phone});
  return y;
}

float draw_question(Ui& ui, Rect area, std::string_view id, std::string_view question,
                    std::span<const std::string_view> options, int& chosen) {
  float y = small_heading(ui, area, question);
  float used = 0;
  const int now =
      choice_pills(ui, id, {area.x, area.y + y, area.w, 0}, question, options, chosen, &used);
  if (now >= 0) chosen = now;
  return y + used + 18;
}

float draw_questions(Ui& ui, CaptureView& view, Rect area) {
  float y = 4;
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  y += draw_question(ui, at(), "heat", "How hot?", kHeatLabels, view.heat);
  y += draw_question(ui, at(), "buy", "When do they buy?", kBuyLabels, view.buy_when);
  std::array<std::string_view, kArrivals.size()> labels;
  std::ranges::transform(kArrivals, labels.begin(), [](LeadType type) { return label_of(type); });
  int arrived = arrival_of(ui, view);
  y += draw_question(ui, at(), "arrived", "How did they arrive?", labels, arrived);
  if (arrived != arrival_of(ui, view)) view.arrived = arrived;
  return y;
}

float draw_note(Ui& ui, CaptureView& view, Rect area) {
  const FieldSpec spec{.kind = FieldKind::kMultiline,
                       .placeholder = "What they want, what you promised",
                       .lines = 2};
  return draw_entry(ui, view, area, "note", "Note", view.note, spec);
}

std::string name_and_company_of(const Model& model, Row row) {
  const std::string name = model.name_of(row);
  const std::string_view company = model.text(row, LeadField::kCompany);
  return company.empty() || company == name ? name : formatted("{} of {}", name, company);
}

// A sentence to know, and one thing to do about it; `used` is the height.
bool draw_status(Ui& ui, Rect area, std::string_view id, std::string_view text,
                 std::string_view action, float& used) {
  const float button_room = button_width(ui, action) + 12;
  const float height = text_height(ui, area.w - 28 - button_room, text, kSmall);
  const Rect box{area.x, area.y, area.w, std::max(ui.control_height(), height) + 16};
  const Scope status(ui, id, a11y::Role::kStatus, text, box);
  fill(ui, box, ui.colours.accent_ground, 12);
  Rect inner = box.inset(14, 8);
  const Rect place = inner.cut_right(button_room - 12, 12);
  text_block(ui, inner.centred(inner.w, height), text, kSmall, ui.colours.ink, Voice::kSilent);
  used = box.h + 16;
  return button(ui, "open", place.centred(place.w, ui.control_height()), action);
}

// What was pasted, and what of it is saved though no entry shows it.
float draw_pasted(Ui& ui, CaptureView& view, Rect area) {
  if (!view.pasted && view.more.empty()) return 0;
  std::string text = view.pasted ? view.pasted->said : std::string();
  if (const std::string more = more_in(view); !more.empty())
    text += formatted("{}Saved with the lead: {}.", text.empty() ? "" : " ", more);
  float used = 0;
  if (draw_status(ui, area, "pasted", text, view.pasted ? "Undo paste" : "Leave out", used)) {
    if (view.pasted)
      take_pasted_back(ui, view);
    else
      view.more.clear();
  }
  return used;
}

float draw_namesake(Ui& ui, CaptureView& view, Rect area) {
  const Row row = namesake_of(ui, view);
  if (row == kNoRow) return 0;
  const std::string text = name_and_company_of(*ui.state.model, row) + " is in the book already.";
  float used = 0;
  if (draw_status(ui, area, "namesake", text, "Open it", used))
    ui.emit(app::OpenLead{ui.state.model->leads().id(row)});
  return used;
}

// Practice E8: the same address or number is in the book already.
float draw_duplicate(Ui& ui, CaptureView& view, Rect area) {
  const Row row = duplicate_of(ui, view);
  if (view.save_anyway) return 0;
  if (row == kNoRow) return draw_namesake(ui, view, area);
  const Model& model = *ui.state.model;
  const bool by_email =
      !canonical_email(view.email).empty() && ui.app.same_email(view.email) == row;
  const std::string text = formatted("{} has this {} already.", name_and_company_of(model, row),
                                     by_email ? "e-mail address" : "phone number");
  const float height = text_height(ui, area.w - 32, text, kText);
  const Rect box{area.x, area.y, area.w, 14 + height + 12 + ui.control_height() + 14};
  const Scope alert(ui, "duplicate", a11y::Role::kAlert, text, box);
  if (view.tried) fill(ui, box.inset(-2), ui.colours.warn, 14);  // Save waits for an answer
  fill(ui, box, ui.colours.warn_ground, 12);
  Rect inner = box.inset(16, 14);
  text_block(ui, inner.cut_top(height, 12), text, kText, ui.colours.warn, Voice::kSilent);
  if (button(ui, "open", inner.cut_left(button_width(ui, "Open it"), 8), "Open it"))
    ui.emit(app::OpenLead{model.leads().id(row)});
  if (button(ui, "add-to", inner.cut_left(button_width(ui, "Add to it"), 8), "Add to it",
             {.hint = "Fills in what is empty there and logs this visit"}))
    add_to(ui, view, row);
  if (button(ui, "anyway", inner.cut_left(button_width(ui, "Save anyway")), "Save anyway")) {
    view.save_anyway = true;
    save(ui, view);
  }
  return box.h + 16;
}

// After Save was pressed beside it: brought into view and said.
void draw_seen_duplicate(Ui& ui, CaptureView& view, ScrollArea& scroll, Rect& area) {
  const float height = draw_duplicate(ui, view, area);
  if (height > 0 && std::exchange(view.show_duplicate, false)) {
    scroll.scroll_into_view(area.y - scroll.content().y, height);
    ui.announce("Not saved yet: this may be somebody you have.", true);
  }
  area.y += height;
}

void draw_save(Ui& ui, CaptureView& view, Rect rect) {
  if (button(ui, "save", rect, "Save and next", {.look = ButtonLook::kPrimary})) {
    save(ui, view);
    ui.request_frame();
  }
}

// ---- who was captured last ----------------------------------------------------------------------------------

// The state names the lead that was added last; undo takes it away again.
void follow_latest(const Ui& ui, CaptureView& view) {
  const Id added = ui.state.last_added;
  if (!added.is_nil() && !std::ranges::contains(view.latest, added))
    view.latest.insert(view.latest.begin(), added);
  std::erase_if(view.latest, [&](Id id) { return ui.app.lead_row(id) == kNoRow; });
  if (view.latest.size() > kMostLatest) view.latest.resize(kMostLatest);
}

// "Just now · fit 2 of 6 asked".
std::string line_of_latest(const Ui& ui, Row row) {
  const std::string age = words::ago(ui.state.model->lead(row).created_at, ui.state.now);
  std::string line = age == "now" ? std::string("Just now") : age + " ago";
  const score::Points& points = points_of(ui, row);
  const int asked = ui.state.settings.minimum_fit;
  if (points.standing == Standing::kContact && points.fit < asked)
    line += formatted("{}fit {} of the {} asked", words::kDot, points.fit, asked);
  return line;
}

float draw_latest(Ui& ui, std::span<const Id> latest, std::string_view title, Rect area) {
  if (latest.empty()) return 0;
  float y = small_heading(ui, area, title);
  const Scope list(ui, std::string("latest ").append(title), a11y::Role::kList, title);
  for (const Id id : latest) {
    const Row row = ui.app.lead_row(id);
    ImGui::PushID(static_cast<int>(row));
    const std::string line = line_of_latest(ui, row);
    const StagePill stage = stage_pill(ui, row);
    if (lead_row(
            ui, {area.x - 8, area.y + y, area.w + 16, kLeadRowHeight},
            {.lead = row, .line = line, .pill = stage.text, .tone = stage.tone, .spoken = line})
            .activated)
      ui.emit(app::OpenLead{id});
    ImGui::PopID();
    y += kLeadRowHeight;
  }
  return y;
}

}  // namespace

void draw_bar(Ui& ui, CaptureView& view, Rect bar) {
  ImGui::PushID("capture");
  const std::string text = context_words(ui);
  const float width = std::min(pill_width(ui, text) + 8, bar.w);
  if (pill_button(ui, "context", {bar.x, bar.y + (bar.h - 26) / 2, width, 26}, text,
                  PillTone::kAccent, text + ". Change"))
    open_context(ui, view.context);
  ImGui::PopID();
}

namespace {

// The phone's form: one column, and the button where the thumb is.
void draw_narrow(Ui& ui, CaptureView& view, Rect area) {
  if (!is_typing(ui)) view.low = area.h - kCaptureBarHeight < kLowRoom;
  const Rect bar = view.low ? Rect{} : area.cut_bottom(kCaptureBarHeight);
  {
    ScrollArea scroll(ui, "scroll", area);
    Rect at = scroll.content().inset(16, 0);
    at.y += 8;
    const float top = at.y;
    if (view.focus_name) scroll.scroll_into_view(0, 1);
    // The last one first: below, the toast and the keyboard would lie over it.
    const std::size_t newest = std::min<std::size_t>(1, view.latest.size());
    const std::span<const Id> latest(view.latest);
    if (newest == 1) at.y += draw_latest(ui, latest.first(1), "Captured last", at) + 12;
    at.y += draw_pasted(ui, view, at);
    at.y += draw_fields(ui, view, at);
    draw_seen_duplicate(ui, view, scroll, at);
    at.y += draw_questions(ui, view, at);
    at.y += draw_note(ui, view, at);
    if (view.low) {
      draw_save(ui, view, {at.x, at.y, at.w, kTouchTarget});
      at.y += kCaptureBarHeight;
    }
    at.y += draw_latest(ui, latest.subspan(newest), "Captured before", at);
    scroll.content_height(at.y - top + 24);
  }
  if (!view.low) draw_save(ui, view, bar.inset(16, 12));
}

// Elsewhere what is typed stands left, what is chosen right, where there is room.
void draw_wide(Ui& ui, CaptureView& view, Rect area) {
  constexpr float kWidth = 440, kGap = 48;
  ScrollArea scroll(ui, "scroll", area);
  const Rect content = scroll.content().inset(24, 0);
  const float width = std::min(kWidth, content.w);
  const bool two = content.w >= 2 * width + kGap;
  Rect left{content.x, content.y + 24, width, 0};
  left.y += draw_pasted(ui, view, left);
  left.y += draw_fields(ui, view, left);
  Rect right = two ? Rect{left.x + width + kGap, content.y + 20, width, 0} : left;
  right.y += draw_questions(ui, view, right);
  if (!two) left.y = right.y;
  left.y += draw_note(ui, view, left);
  draw_seen_duplicate(ui, view, scroll, left);
  draw_save(ui, view, {left.x, left.y + 4, width, 44});
  left.y += 72;
  Rect& last = two ? right : left;
  last.y += draw_latest(ui, view.latest, "Captured last", last);
  scroll.content_height(std::max(left.y, right.y) - content.y + 24);
}

}  // namespace

void draw(Ui& ui, CaptureView& view, Rect area) {
  ImGui::PushID("capture");
  // Whoever comes back from elsewhere goes on with the name, as on the first visit.
  const int frame = ImGui::GetFrameCount();
  if (view.drawn_in >= 0 && frame > view.drawn_in + 1) {
    view.focus_name = true;
    view.next_one = false;
  }
  view.drawn_in = frame;
  restore_draft(ui, view);
  fill_in(ui, view);
  follow_latest(ui, view);
  {
    const Scope form(ui, "form", a11y::Role::kForm, "New lead", area);
    if (ui.phone())
      draw_narrow(ui, view, area);
    else
      draw_wide(ui, view, area);
  }
  keep_draft(ui, view);
  draw_context_dialog(ui, view.context);
  ImGui::PopID();
}

}  // namespace leadlight::ui
