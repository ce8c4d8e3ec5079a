#include "ui/chrome/palette.h"

#include <algorithm>

#include "ui/overlay_parts.h"
#include "ui/views/changes_view.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr float kRowHeight = 44;
constexpr float kFieldHeight = 44;
constexpr float kPadding = 12;

void refresh(const Ui& ui, FinderState& finder) {
  if (!finder.fresh && finder.searched == finder.query && finder.operations == ui.state.revision)
    return;
  finder.fresh = false;
  finder.searched = finder.query;
  finder.operations = ui.state.revision;
  finder.findings = find_anything(ui.state, finder.names, finder.query);
  finder.active = 0;
}

Rect place_of(const Ui& ui, std::size_t count) {
  const auto rows = static_cast<float>(std::clamp<std::size_t>(count, 1, 9));
  const float height = kPadding + kFieldHeight + 8 + rows * kRowHeight + kPadding;
  if (ui.phone()) return ui.screen;
  const float width = std::min(600.0F, ui.screen.w - 32);
  const float top = ui.screen.y + std::max(16.0F, ui.screen.h * 0.12F);
  return {ui.screen.x + (ui.screen.w - width) / 2, top, width,
          std::min(height, ui.screen.bottom() - 16 - top)};
}

void draw_finding(Ui& ui, Rect row, const Finding& finding, const Item& item, bool active) {
  const Palette& c = ui.colours;
  if (active)
    fill_rect(row, c.accent_ground, kControlRadius);
  else if (item.hovered)
    fill_rect(row, c.hover, kControlRadius);
  if (item.ring) focus_ring_inside(ui, row, kControlRadius);
  Rect inner = row.inset(12, 0);
  icon(ui, inner.cut_left(18, 12), finding.icon, 18, active ? c.accent : c.ink2);
  if (!finding.detail.empty()) {
    const float width = std::min(text_width(ui, finding.detail, kSmall) + 1, inner.w * 0.45F);
    text_line(ui, inner.cut_right(width, 12), finding.detail, kSmall, c.ink2, Align::kRight,
              Voice::kSilent);
  }
  text_line(ui, inner, finding.label, kStrong, c.ink, Align::kLeft, Voice::kSilent);
}

// Returns the index used now, or -1.
int draw_findings(Ui& ui, FinderState& finder, Rect area) {
  if (finder.findings.empty()) {
    text_line(ui, area.cut_top(kRowHeight).inset(12, 0), words::kNothingFound, kText,
              ui.colours.ink2);
    return -1;
  }
  const Scope list(ui, "findings", a11y::Role::kListbox, words::kFindAnything, area);
  ScrollArea scroll(ui, "scroll", area);
  Rect content = scroll.content();
  int used = -1;
  for (std::size_t i = 0; i < finder.findings.size(); ++i) {
    const Rect row = content.cut_top(kRowHeight);
    const bool active = i == finder.active;
    const Finding& finding = finder.findings[i];
    const ImGuiID group = id_of("finding");
    const Item item = use_item(ui, id_of(group, static_cast<int>(i)), row,
                               {.role = a11y::Role::kOption,
                                .name = finding.label,
                                .kind = GroupKind::kMenu,
                                .group = group,
                                .selected = active});
    item.node->description = finding.detail;
    if (active && finder.reveal) ui.internals.scrolling.reveal(row);
    if (item.visible) draw_finding(ui, row, finding, item, active);
    if (item.activated) used = static_cast<int>(i);
  }
  finder.reveal = false;
  scroll.content_height(static_cast<float>(finder.findings.size()) * kRowHeight);
  return used;
}

}  // namespace

void open_finder(Ui& ui, FinderState& finder) {
  if (finder_is_open(ui)) return;
  finder.query.clear();
  finder.fresh = true;
  open_dialog(ui, kFinderId);
}

bool finder_is_open(const Ui& ui) { return dialog_is_open(ui, kFinderId); }

void move_in_finder(FinderState& finder, int step) {
  const std::size_t count = finder.findings.size();
  if (count == 0) return;
  finder.active = (finder.active + (step > 0 ? 1 : count - 1)) % count;
  finder.reveal = true;
  finder.spoken = false;
}

bool draw_finder(Ui& ui, FinderState& finder) {
  UiInternals& in = ui.internals;
  Overlay* const overlay = in.overlays.claim(Overlay::Kind::kDialog, kFinderId);
  if (overlay == nullptr) return false;
  refresh(ui, finder);
  const Rect surface = place_of(ui, finder.findings.size());
  const DrawnSurface drawn = begin_surface(ui, *overlay, surface, DrawnSurface::Form::kDialog);
  ui.tree.open(id_of("dialog"), a11y::Role::kDialog, words::kFindAnything);
  place_node(ui, ui.tree.current_node(), surface);
  ui.tree.current_node().parent = 0;

  Rect area = surface.inset(kPadding);
  Rect head = area.cut_top(kFieldHeight, 8);
  const FieldSpec spec{.kind = FieldKind::kSearch,
                       .placeholder = words::kFindLong,
                       .hide_label = true,
                       .icon = Icon::kSearch};
  const Rect close = head.cut_right(kFieldHeight, 4);
  // In the frame that opens it: a phone shows its keyboard only inside of the tap.
  if (overlay->frames == 0) focus_field(ui, "query");
  const FieldResult typed = text_field(ui, "query", head, words::kFindAnything, finder.query, spec);
  refresh(ui, finder);
  int used = draw_findings(ui, finder, area);
  if (typed == FieldResult::kSubmitted && !finder.findings.empty())
    used = static_cast<int>(finder.active);
  if (!finder.spoken && finder.active < finder.findings.size()) {
    ui.announce(finder.findings[finder.active].label);
    finder.spoken = true;
  }
  const bool closed = button(ui, "close", close, words::kClose,
                             {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true});
  if (closed || used >= 0 || typed == FieldResult::kCancelled) in.overlays.close(*overlay);
  ui.tree.close();
  end_surface(ui, drawn);

  if (used < 0) return false;
  Finding& finding = finder.findings[static_cast<std::size_t>(used)];
  if (finding.what == Finding::What::kHelp) return true;
  if (finding.what == Finding::What::kLookBack) {
    if (ui.state.rest == app::State::Rest::kHere)
      open_dialog(ui, kLookBackId);
    else
      ui.emit(app::BringRest{});
    return false;
  }
  ui.emit(std::move(finding.command));
  return false;
}

}  // namespace leadlight::ui
