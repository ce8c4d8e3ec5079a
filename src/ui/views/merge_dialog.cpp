#include "ui/views/merge_dialog.h"

#include <algorithm>
#include <array>

#include "app/lead_merge.h"
#include "base/format.h"
#include "base/text.h"
#include "ui/views/change_lines.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kDialogId = "merge-dialog";
constexpr float kGap = 12;  // between the table's columns
constexpr float kLabelWidth = 116;

// Whoever got furthest, then who has more history, then who came first.
Id likely_to_stay(const Ui& ui, const std::vector<Id>& leads) {
  const Model& model = *ui.state.model;
  const auto weight = [&](Id id) {
    const Row row = ui.app.lead_row(id);
    if (row == kNoRow) return std::array<std::int64_t, 3>{-1};
    std::int64_t touches = 0;
    for (Row touch = model.lead(row).first_touch; touch != kNoRow; touch = model.touch(touch).next)
      ++touches;
    const Stage stage = model.lead(row).stage;
    return std::array<std::int64_t, 3>{
        stage == Stage::kNoCustomer ? 0 : static_cast<std::int64_t>(stage), touches,
        -model.lead(row).created_at};
  };
  return *std::ranges::max_element(leads, {}, weight);
}

std::string address_of(const Model& model, Row lead) {
  for (const LeadField field : {LeadField::kEmail, LeadField::kPhone, LeadField::kMobile})
    if (const auto text = model.text(lead, field); !text.empty()) return std::string(text);
  return {};
}

// "Jim Brodo", or where another one has the same name with his address, or where that is the same,
// too, with his company, his stage or the day he came in.
std::string name_among(const Ui& ui, const std::vector<Row>& rows, Row row) {
  const Model& model = *ui.state.model;
  const auto is_one = [&](auto text_of_row) {
    const std::string own = text_of_row(row);
    return std::ranges::none_of(
        rows, [&](Row other) { return other != row && text_of_row(other) == own; });
  };
  const auto name = [&](Row of) { return model.name_of(of); };
  const auto address = [&](Row of) { return address_of(model, of); };
  const auto company = [&](Row of) { return std::string(model.text(of, LeadField::kCompany)); };
  const auto stage = [&](Row of) { return std::string(label_of(model.lead(of).stage)); };
  const auto day = [&](Row of) {
    return "since " + words::date(model.lead(of).created_at, ui.state.local_offset_minutes);
  };
  if (is_one(name)) return name(row);
  const std::string more = is_one(address)   ? address(row)
                           : is_one(company) ? company(row)
                           : is_one(stage)   ? stage(row)
                           : is_one(day)     ? day(row)
                                             : address(row);
  return more.empty() ? name(row) : name(row) + std::string(words::kDot) + more;
}

std::string value_text(const Ui& ui, ColumnIndex column, TextId value) {
  const Model& model = *ui.state.model;
  if (value == kNoText)
    return column == static_cast<ColumnIndex>(LeadField::kStage)
               ? std::string(label_of(Stage::kNew))
               : "–";
  return field_value(ui, Kind::kLead, model.leads().column_name(column), model.texts().view(value));
}

std::string field_label(const Ui& ui, ColumnIndex column) {
  return field_name(ui, Kind::kLead, ui.state.model->leads().column_name(column));
}

// ---- looking for the other lead -----------------------------------------------------------------------------

void draw_search(Ui& ui, MergeDialog& dialog, Rect& area) {
  const FieldSpec spec{.kind = FieldKind::kSearch, .icon = Icon::kSearch};
  const FieldResult typed =
      text_field(ui, "search", area.cut_top(field_height(ui, spec), 8),
                 "Who is the same person? Name, company or e-mail", dialog.typed, spec);
  if (std::exchange(dialog.focus_search, false)) focus_field(ui, "search");
  const Model& model = *ui.state.model;
  std::vector<Row> found = dialog.names.find(ui.state, folded(trimmed(dialog.typed)));
  std::erase(found, ui.app.lead_row(dialog.leads.front()));
  if (typed == FieldResult::kSubmitted && found.size() == 1) {
    dialog.leads.push_back(model.leads().id(found.front()));
    return ui.request_frame();
  }
  if (found.empty()) text_line(ui, area.cut_top(44), words::kNothingFound, kText, ui.colours.ink2);
  const Scope list(ui, "found", a11y::Role::kList, "Leads found");
  for (const Row row : found) {
    ImGui::PushID(static_cast<int>(row));
    Rect place = area.cut_top(52);
    const std::string name = model.name_of(row);
    const std::string address = address_of(model, row);
    const std::string_view company = model.text(row, LeadField::kCompany);
    std::string spoken = name;
    for (const std::string_view more : {company, std::string_view(address)})
      if (!more.empty()) spoken.append(", ").append(more);
    if (list_row(ui, "other", place, spoken, false, a11y::Role::kButton).activated) {
      dialog.leads.push_back(model.leads().id(row));
      ui.request_frame();
    }
    place = place.inset(8, 6);
    name_and_company(ui, place.cut_top(22), name, company);
    text_line(ui, place.cut_top(18), address, kSmall, ui.colours.ink2, Align::kLeft,
              Voice::kSilent);
    ImGui::PopID();
  }
}

// ---- what the merge does ------------------------------------------------------------------------------------

void draw_who_stays(Ui& ui, MergeDialog& dialog, const std::vector<Row>& rows, Rect& area) {
  std::vector<std::string> names;
  for (const Row row : rows) names.push_back(name_among(ui, rows, row));
  const std::vector<std::string_view> labels(names.begin(), names.end());
  if (std::ranges::all_of(names, [&](const std::string& name) { return name == names.front(); }))
    return;  // nobody can tell them apart
  const auto selected = std::ranges::find(dialog.leads, dialog.into) - dialog.leads.begin();
  area.cut_top(small_heading(ui, area, "Who stays?", 3));
  float used = 0;
  const int chosen =
      choice_pills(ui, "into", area, "Who stays?", labels, static_cast<int>(selected), &used);
  if (chosen >= 0) dialog.into = dialog.leads[static_cast<std::size_t>(chosen)];
  area.cut_top(used, 20);
}

struct Thirds {
  Rect field, stays, other;
};
Thirds thirds_of(Rect row) {
  const float width = (row.w - 2 * kGap) / 3;
  const float narrow = std::min(width, kLabelWidth);
  Thirds thirds;
  thirds.field = row.cut_left(narrow, kGap);
  thirds.stays = row.cut_left((row.w - kGap) / 2, kGap);
  thirds.other = row;
  return thirds;
}

void draw_differences(Ui& ui, const app::LeadMerge& merge, const std::vector<Row>& others,
                      Row into_row, Rect& area) {
  const std::string into = ui.state.model->name_of(into_row);
  area.cut_top(small_heading(ui, area, "What differs", 3));
  if (merge.differences.empty()) {
    area.cut_top(text_block(ui, area, "They don't contradict each other.", kText, ui.colours.ink2),
                 20);
    return;
  }
  const auto name_of = [&](Row row) { return name_among(ui, others, row); };
  {
    const Thirds head = thirds_of(area.cut_top(20));
    const auto put = [&](Rect rect, std::string_view text) {
      text_line(ui, rect, text, kSmallStrong, ui.colours.ink2, Align::kLeft, Voice::kSilent);
    };
    put(head.stays, "Stays");
    put(head.other, others.size() == 1 ? name_of(others.front()) + " says" : "The other says");
  }
  const Scope list(ui, "differences", a11y::Role::kList, "What differs");
  for (std::size_t i = 0; i < merge.differences.size(); ++i) {
    const app::LeadMerge::Difference& one = merge.differences[i];
    const std::string label = field_label(ui, one.column);
    const bool plan = one.column == static_cast<ColumnIndex>(LeadField::kNextStep);
    const Model& model = *ui.state.model;
    std::string stays = value_text(ui, one.column, one.stays);
    std::string said = plan ? plan_text(ui, model, one.by) : value_text(ui, one.column, one.said);
    if (const std::string own = plan ? plan_text(ui, model, into_row) : std::string(); !own.empty())
      stays = own;
    const std::string spoken =
        formatted("{}: {} stays for {}; {} says {}", label, stays, into, name_of(one.by), said);
    if (others.size() > 1) said += " (" + name_of(one.by) + ")";
    Rect row = area;
    const Thirds measured = thirds_of(row);
    const float text = std::max({kText.line, text_height(ui, measured.stays.w, stays, kText),
                                 text_height(ui, measured.other.w, said, kText)});
    row = area.cut_top(std::min(text, 3 * kText.line) + 12);
    ImGui::PushID(static_cast<int>(i));
    {
      const Scope item(ui, "difference", a11y::Role::kListItem, spoken, row);
      const auto put = [&](Rect rect, std::string_view words, ImU32 colour) {
        text_lines(ui, {rect.x, row.y + 6, rect.w, text}, words, kText, colour, 3, Voice::kSilent);
      };
      const Thirds thirds = thirds_of(row);
      put(thirds.field, label, ui.colours.ink2);
      put(thirds.stays, stays, ui.colours.ink);
      put(thirds.other, said, ui.colours.ink2);
      hairline(ui, {row.x, row.y, row.w, 1});
    }
    ImGui::PopID();
  }
  area.cut_top(20);
}

// "3 touches", "Phone: +49 30 555", "Tags: fair, vip": a line each.
std::vector<std::string> additions(const Ui& ui, const app::LeadMerge& merge) {
  std::vector<std::string> lines;
  std::string logs;
  if (merge.touches > 0) logs = words::counted(merge.touches, "touch", "touches");
  if (merge.notes > 0)
    logs += (logs.empty() ? "" : ", ") + words::counted(merge.notes, "note", "notes");
  if (!logs.empty()) lines.push_back(std::move(logs));
  std::string tags;
  for (const app::LeadMerge::Gain& gain : merge.gains) {
    std::string_view name = ui.state.model->leads().column_name(gain.column);
    if (name.starts_with(kTagPrefix)) {
      name.remove_prefix(kTagPrefix.size());
      tags += (tags.empty() ? "" : ", ") + std::string(name);
      continue;
    }
    lines.push_back(
        formatted("{}: {}", field_label(ui, gain.column), value_text(ui, gain.column, gain.value)));
  }
  if (!tags.empty()) lines.push_back("Tags: " + tags);
  return lines;
}

void draw_additions(Ui& ui, const app::LeadMerge& merge, std::string_view into, Rect& area) {
  area.cut_top(small_heading(ui, area, formatted("What {} gets", into), 3));
  std::vector<std::string> lines = additions(ui, merge);
  if (lines.empty()) lines.emplace_back("Nothing that isn't there already.");
  for (const std::string& line : lines)
    area.cut_top(text_block(ui, area, line, kText, ui.colours.ink), 4);
  area.cut_top(12);
  area.cut_top(text_block(ui, area,
                          "What the others say is kept on the card. You can undo this, or "
                          "separate them there later.",
                          kSmall, ui.colours.ink2));
}

}  // namespace

void ask_to_merge(const Ui& ui, MergeDialog& dialog, std::vector<Id> leads) {
  if (leads.empty()) return;
  dialog.into = likely_to_stay(ui, leads);
  dialog.leads = std::move(leads);
  dialog.typed.clear();
  if (dialog.leads.size() == 1) {
    const Row row = ui.app.lead_row(dialog.leads.front());
    // Most that are entered twice share the last name.
    if (row != kNoRow) dialog.typed = split(ui.state.model->name_of(row), ' ').back();
    dialog.focus_search = true;
  }
  dialog.asked_to_open = true;
}

void draw(Ui& ui, MergeDialog& dialog) {
  if (std::exchange(dialog.asked_to_open, false)) open_dialog(ui, kDialogId);
  if (!dialog_is_open(ui, kDialogId)) return;
  // Another tab may have taken some of them away meanwhile.
  const Model& model = *ui.state.model;
  std::erase_if(dialog.leads, [&](Id id) {
    const Row row = ui.app.lead_row(id);
    return row == kNoRow || !model.leads().alive(row);
  });
  if (dialog.leads.empty()) return;  // it is another place's, or is over: undrawn it closes
  if (!std::ranges::contains(dialog.leads, dialog.into))
    dialog.into = likely_to_stay(ui, dialog.leads);
  const bool searches = dialog.leads.size() == 1;
  const Row into = ui.app.lead_row(dialog.into);
  const std::string name = model.name_of(into);
  FittingDialog shown(ui, kDialogId,
                      searches ? formatted("Merge {} with…", name)
                               : formatted("Merge {} leads", dialog.leads.size()),
                      560, dialog.height, ui.control_height());
  if (!shown) return;
  Rect area = shown.content();
  const float top = area.y;
  if (searches) {
    draw_search(ui, dialog, area);
  } else {
    std::vector<Row> rows;
    for (const Id id : dialog.leads) rows.push_back(ui.app.lead_row(id));
    draw_who_stays(ui, dialog, rows, area);
    std::erase(rows, into);
    const app::LeadMerge merge = app::merge_of_leads(model, into, rows);
    draw_differences(ui, merge, rows, into, area);
    draw_additions(ui, merge, name, area);
  }
  shown.used(area.y - top);
  Rect footer = shown.footer();
  if (!searches) {
    if (button(ui, "merge", footer.cut_right(button_width(ui, "Merge"), 8), "Merge",
               {.look = ButtonLook::kPrimary})) {
      std::vector<Id> others = dialog.leads;
      std::erase(others, dialog.into);
      ui.emit(app::MergeLeads{dialog.into, std::move(others)});
      if (ui.state.selection.size() > 1) ui.emit(app::SetSelection{});
      close_dialog(ui);
    }
  }
  if (button(ui, "cancel", footer.cut_right(button_width(ui, "Cancel")), "Cancel"))
    close_dialog(ui);
}

}  // namespace leadlight::ui
