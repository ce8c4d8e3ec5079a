// The functions by which Dear ImGui, built with IMGUI_ENABLE_TEST_ENGINE, tells of every item that
// is submitted. Tests use them to make sure that each has a node in the semantic tree.
#include "ui/hooks.h"

#include "imgui_internal.h"
#include "ui/canvas_parts.h"

namespace leadlight::ui {

namespace {

std::vector<ImGuiID>& recorded() {
  static std::vector<ImGuiID> ids;
  return ids;
}

}  // namespace

void record_items(Recording recording) {
  recorded().clear();
  ImGui::GetCurrentContext()->TestEngineHookItems = recording == Recording::kOn;
}

std::vector<ImGuiID> take_recorded_items() { return std::exchange(recorded(), {}); }

bool input_is_waiting() { return !ImGui::GetCurrentContext()->InputEventsQueue.empty(); }

}  // namespace leadlight::ui

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect&,
                                 const ImGuiLastItemData*) {
  // Windows are submitted too, also the fallback window that Dear ImGui keeps to itself.
  const ImGuiWindow* const window = context->CurrentWindow;
  if (window->IsFallbackWindow || id == window->ID || id == window->MoveId) return;
  leadlight::ui::recorded().push_back(id);
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
