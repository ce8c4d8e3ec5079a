// The canvas: its WebGL2 context, its size in CSS pixels and device pixels, and drawing ImGui's
// lists on it.
#pragma once
#include <functional>

#include "imgui.h"

namespace leadlight::web {

class Screen {
 public:
  // `available` is false where the browser has no WebGL2.
  Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  [[nodiscard]] bool available() const { return context_ > 0; }
  [[nodiscard]] bool lost() const { return lost_; }
  // Size, density or safe areas changed: draw at once, or the old picture is stretched for a frame.
  void on_resized(std::function<void()> listener) { resized_ = std::move(listener); }
  void on_restored(std::function<void()> listener) { restored_ = std::move(listener); }

  void begin_frame();  // tells ImGui the size; before ImGui::NewFrame
  void draw(ImDrawData& data, ImU32 background);

  struct Insets {
    float top = 0, right = 0, bottom = 0, left = 0, keyboard = 0;  // CSS pixels
  };
  [[nodiscard]] const Insets& insets() const { return insets_; }  // before it is zoomed
  // All is drawn so much larger, and the page has so much less room: what is one CSS pixel to
  // Dear ImGui are `zoom` of the browser's.
  void set_zoom(float zoom) { zoom_ = zoom; }
  [[nodiscard]] float zoom() const { return zoom_; }
  [[nodiscard]] float width() const { return static_cast<float>(width_px_) / density_; }

  void resized(int width_px, int height_px, float density, const Insets& insets);
  void set_lost(bool lost);

 private:
  long context_ = 0;
  int width_px_ = 1, height_px_ = 1;
  float density_ = 1;
  float zoom_ = 1;
  bool lost_ = false;
  Insets insets_;
  std::function<void()> resized_, restored_;
};

}  // namespace leadlight::web
