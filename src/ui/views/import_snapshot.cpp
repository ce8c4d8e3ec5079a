// A colleague's snapshot before it is merged (practice H3): what is new, changed and deleted in it.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "app/state.h"
#include "base/format.h"
#include "ui/views/flow.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/views/words_of_import.h"

namespace leadlight::ui {

namespace {

constexpr float kMostWidth = 720;
constexpr float kRowHeight = 36;

using Preview = app::ImportSession::SnapshotPreview;

struct Figure {
  std::string_view id, words;
  std::size_t count = 0;
};

// Numbers that matter, near their words.
float draw_figures(Ui& ui, Rect area, const Preview& preview) {
  const std::array figures{Figure{"new", words::kNewLeads, preview.new_leads},
                           Figure{"changed", words::kChangedLeads, preview.changed_leads},
                           Figure{"deleted", words::kDeletedLeads, preview.deleted_leads}};
  constexpr float kGap = 12;
  const float width = (area.w - 2 * kGap) / 3;
  constexpr float kHeight = 76;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    const Rect box{area.x + (width + kGap) * static_cast<float>(i), area.y, width, kHeight};
    Scope scope(ui, figure.id, a11y::Role::kGroup,
                formatted("{}: {}", figure.words, words::count(figure.count)), box);
    panel(ui, box, kCardRadius);
    Rect inner = box.inset(ui.phone() ? 10 : 16, 12);
    text_line(ui, inner.cut_top(kFigure.line, 4), words::count(figure.count), kFigure,
              figure.count == 0 ? ui.colours.ink3 : ui.colours.ink, Align::kLeft, Voice::kSilent);
    text_line(ui, inner.cut_top(16), figure.words, kSmall, ui.colours.ink2, Align::kLeft,
              Voice::kSilent);
  }
  return kHeight;
}

float draw_names(Ui& ui, Rect area, std::string_view id, std::string_view title,
                 const std::vector<Preview::Named>& names, std::size_t count) {
  if (count == 0) return 0;
  heading(ui, {area.x, area.y, area.w, kHeading.line}, title, 3);
  float y = kHeading.line + 4;
  Scope list(ui, id, a11y::Role::kList, title);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Rect row{area.x, area.y + y, area.w, kRowHeight};
    ImGui::PushID(static_cast<int>(i));
    {
      const Preview::Named& lead = names[i];
      const StagePill stage = stage_pill(ui, lead.stage, {});
      const bool has_company = !lead.company.empty() && lead.company != lead.name;
      const Scope item(ui, id, a11y::Role::kListItem,
                       formatted("{}{}{}, {}", lead.name, has_company ? ", " : "",
                                 has_company ? lead.company : std::string(), stage.text),
                       row);
      Rect rest = row;
      const float width = pill_width(ui, stage.text);
      pill(ui, rest.cut_right(width, 8).centred(width, 22), stage.text, stage.tone);
      name_and_company(ui, rest, lead.name, lead.company);
    }
    ImGui::PopID();
    hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
    y += kRowHeight;
  }
  if (count > names.size()) {
    text_line(ui, {area.x, area.y + y + 8, area.w, 20},
              formatted("And {} more.", words::count(count - names.size())), kText,
              ui.colours.ink2);
    y += 28;
  }
  return y;
}

float draw_contents(Ui& ui, Rect content) {
  const app::ImportSession& session = *ui.state.import;
  const Preview& preview = session.snapshot;
  float y = 0;
  const auto at = [&] { return Rect{content.x, content.y + y, content.w, 0}; };
  heading(ui, {content.x, content.y, content.w, kTitle.line}, session.file_name, 2, kTitle);
  y += kTitle.line + 4;
  y += text_block(ui, at(), words::kMergeAdvice, kText, ui.colours.ink2) + 20;
  y += draw_figures(ui, at(), preview) + 24;
  if (preview.new_leads + preview.changed_leads + preview.deleted_leads == 0)
    y += text_block(ui, at(), words::kOnlyOtherChanges, kText, ui.colours.ink2) + 24;
  const float added =
      draw_names(ui, at(), "new-names", words::kNewLeads, preview.new_names, preview.new_leads);
  y += added > 0 ? added + 24 : 0;
  y += draw_names(ui, at(), "changed-names", words::kChangedLeads, preview.changed_names,
                  preview.changed_leads);
  return y;
}

void draw_nothing_new(Ui& ui, Rect area) {
  constexpr std::array<EmptyAction, 1> kActions{{{"close", words::kImportClose, true}}};
  const std::string title =
      formatted("{}: {}", ui.state.import->file_name, words::continued(words::kNothingNewTitle));
  if (empty_state(ui, "nothing-new", area, Icon::kCheck, title, words::kNothingNewSnapshot,
                  kActions) == 0)
    ui.emit(app::CancelImport{});
}

}  // namespace

void draw_snapshot(Ui& ui, Rect area) {
  if (ui.state.import->operations.empty()) return draw_nothing_new(ui, area);
  const Rect footer = area.cut_bottom(import_footer_height(ui));
  {
    ScrollArea scroll(ui, "snapshot", area);
    const float side = ui.phone() ? 16.0F : 24.0F;
    const float top = ui.phone() ? 8.0F : 24.0F;
    Rect content = scroll.content().inset(side, 0);
    content = {content.x, content.y + top, std::min(content.w, kMostWidth), 0};
    scroll.content_height(top + draw_contents(ui, content) + 32);
  }
  switch (draw_import_footer(ui, footer, {.label = words::kMerge})) {
    case ImportChoice::kNone: break;
    case ImportChoice::kCommit: ui.emit(app::CommitImport{}); break;
    case ImportChoice::kCancel: ui.emit(app::CancelImport{}); break;
  }
}

}  // namespace leadlight::ui
