// Which items Dear ImGui was given in a frame: for tests, which compare them with the semantic
// tree.
#pragma once
#include <utility>
#include <vector>

#include "imgui.h"

namespace leadlight::ui {

enum class Recording : unsigned char { kOff, kOn };
void record_items(Recording recording);
std::vector<ImGuiID> take_recorded_items();

}  // namespace leadlight::ui
