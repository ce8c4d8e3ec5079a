#include "ui/ui.h"

#include "ui/item.h"

namespace leadlight::ui {

void Ui::emit(app::Command command) {
  internals.commands.push_back(std::move(command));
  internals.wants_frame = true;
}

void Ui::request_frame() { internals.wants_frame = true; }

void Ui::wake_after(double delay_ms) {
  double& wake = internals.wake_after_ms;
  if (wake < 0 || delay_ms < wake) wake = delay_ms;
}

void Ui::announce(std::string text, bool assertive) {
  internals.announcements.push_back({std::move(text), assertive});
}

namespace {

bool is_landmark(a11y::Role role) {
  using enum a11y::Role;
  return role == kMain || role == kBanner || role == kNavigation || role == kComplementary ||
         role == kRegion || role == kDialog;
}

}  // namespace

Scope::Scope(Ui& ui, std::string_view id, a11y::Role role, std::string_view name, Rect rect)
    : ui_(ui), landmark_around_(ui.internals.landmark) {
  const bool in_row = rect.w > 0 && belongs_to_row(ui, rect);
  a11y::Node& node = ui.tree.open(id_of(id), role, name);
  if (in_row) node.parent = ui.internals.row.id;
  if (is_landmark(role)) ui.internals.landmark = node.id;
  place_node(ui, node, rect);
  ImGui::PushID(id.data(), id.data() + id.size());
}

Scope::~Scope() {
  ImGui::PopID();
  ui_.internals.landmark = landmark_around_;
  ui_.tree.close();
  RowContext& row = ui_.internals.row;
  if (row.parent != ui_.tree.current()) row = {};
}

a11y::Node& Scope::node() { return ui_.tree.current_node(); }

}  // namespace leadlight::ui
