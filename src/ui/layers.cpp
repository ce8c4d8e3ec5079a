#include "ui/layers.h"

#include <algorithm>
#include <ranges>

#include "base/format.h"
#include "imgui_internal.h"

namespace leadlight::ui {

void Layers::begin_frame() {
  open_.clear();
  count_ = 0;
  building_modal_ = 0;
}

void Layers::end_frame() { modal_ = building_modal_; }

int Layers::begin(ImGuiID seed, Modality modality) {
  const int layer = ++count_;
  open_.push_back(layer);
  if (modality == Modality::kModal) building_modal_ = layer;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoInputs |
      ImGuiWindowFlags_NoBringToFrontOnFocus;
  const std::string name = formatted("layer {}", layer);
  ImGui::Begin(name.c_str(), nullptr, kFlags);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ImGui::PushOverrideID(seed);
  return layer;
}

void Layers::end() {
  ImGui::PopID();
  ImGui::End();
  if (!open_.empty()) open_.pop_back();
}

namespace {

ImGuiID name_alone(std::string_view name) { return ImHashStr(name.data(), name.size()); }

}  // namespace

void Overlays::open(Overlay overlay) {
  Overlay* const below = top();
  // A menu makes room for the next one; a dialog may lie below both.
  if (below != nullptr && below->kind == Overlay::Kind::kMenu &&
      overlay.kind == Overlay::Kind::kMenu) {
    below->closing = true;
    overlay.focus_before = below->focus_before;
  }
  open_.push_back(overlay);
}

const Overlay* Overlays::top() const {
  for (const Overlay& one : std::views::reverse(open_)) {
    if (!one.closing) return &one;
  }
  return nullptr;
}

void Overlays::close(Overlay& overlay) {
  bool above = false;
  for (Overlay& one : open_) {
    above = above || &one == &overlay;
    if (!above || one.closing) continue;
    one.closing = true;
    if (&one == &overlay) closed.push_back({one.focus_before, one.by_keyboard});
  }
}

void Overlays::close_top() {
  if (Overlay* const overlay = top()) close(*overlay);
}

void Overlays::close_all() {
  if (!open_.empty()) close(open_.front());
}

Overlay* Overlays::claim(Overlay::Kind kind, std::string_view name) {
  const ImGuiID alone = name_alone(name);
  const ImGuiID exact = ImGui::GetID(name.data(), name.data() + name.size());
  for (Overlay& overlay : open_) {
    if (overlay.kind != kind || overlay.drawn || overlay.closing) continue;
    if (overlay.exact == exact) {
      overlay.met_exactly = true;
    } else if (overlay.name != alone || overlay.met_exactly || overlay.frames == 0) {
      continue;
    }
    overlay.drawn = true;
    return &overlay;
  }
  return nullptr;
}

Overlay* Overlays::find(ImGuiID name) {
  const auto found = std::ranges::find_if(
      open_, [name](const Overlay& one) { return one.name == name && !one.closing; });
  return found == open_.end() ? nullptr : &*found;
}

bool Overlays::is_open(Overlay::Kind kind, std::string_view name) const {
  const ImGuiID alone = name_alone(name);
  return std::ranges::any_of(open_, [&](const Overlay& one) {
    return one.kind == kind && one.name == alone && !one.closing;
  });
}

bool Overlays::end_frame() {
  bool settling = std::erase_if(open_, [](const Overlay& one) { return one.closing; }) > 0;
  for (Overlay& overlay : open_) {
    overlay.frames_undrawn = overlay.drawn ? 0 : overlay.frames_undrawn + 1;
    overlay.drawn = false;
    ++overlay.frames;
    settling = settling || overlay.frames < 3 || overlay.frames_undrawn > 0;
    constexpr int kFramesOfGrace = 2;
    if (overlay.frames_undrawn > kFramesOfGrace) close(overlay);
  }
  return settling;
}

}  // namespace leadlight::ui
