#include "platform/web/screen.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <emscripten/html5_webgl.h>

#include "imgui_impl_opengl3.h"
#include "platform/web/border.h"

using leadlight::web::Screen;

extern "C" void leadlight_canvas_start(Screen* self);

namespace leadlight::web {

namespace {

constexpr const char* kCanvas = "#canvas";

long create_context() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.stencil = false;
  attributes.antialias = false;  // ImGui's own edges are soft
  attributes.premultipliedAlpha = true;
  const auto context = emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) < 0) return 0;
  return static_cast<long>(context);
}

}  // namespace

Screen::Screen() : context_(create_context()) {
  if (!available()) return;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  emscripten_set_webglcontextlost_callback(
      kCanvas, this, false, [](int, const void*, void* self) -> bool {
        static_cast<Screen*>(self)->set_lost(true);
        return true;  // prevents the default, which is never to come back
      });
  emscripten_set_webglcontextrestored_callback(kCanvas, this, false,
                                               [](int, const void*, void* self) -> bool {
                                                 static_cast<Screen*>(self)->set_lost(false);
                                                 return true;
                                               });
  leadlight_canvas_start(this);
}

void Screen::set_lost(bool lost) {
  lost_ = lost;
  if (lost) {
    // All objects go with the context. ImGui makes its textures anew from its own copies.
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
  } else if (restored_) {
    restored_();
  }
}

void Screen::resized(int width_px, int height_px, float density, const Insets& insets) {
  width_px_ = width_px;
  height_px_ = height_px;
  density_ = density;
  insets_ = insets;
  if (resized_) resized_();
}

void Screen::begin_frame() {
  // The backend cuts size times scale to whole pixels: a hundredth more keeps the last one.
  constexpr float kGuard = 0.01F;
  ImGuiIO& io = ImGui::GetIO();
  const float density = density_ * zoom_;
  io.DisplaySize = {(static_cast<float>(width_px_) + kGuard) / density,
                    (static_cast<float>(height_px_) + kGuard) / density};
  io.DisplayFramebufferScale = {density, density};
  ImGui_ImplOpenGL3_NewFrame();
}

void Screen::draw(ImDrawData& data, ImU32 background) {
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
  glViewport(0, 0, width_px_, height_px_);
  glClearColor(colour.x, colour.y, colour.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace leadlight::web

LEADLIGHT_EXPORT void leadlight_canvas_resized(Screen* self, int width_px, int height_px,
                                               double density, double top, double right,
                                               double bottom, double left, double keyboard) {
  self->resized(width_px, height_px, static_cast<float>(density),
                {.top = static_cast<float>(top),
                 .right = static_cast<float>(right),
                 .bottom = static_cast<float>(bottom),
                 .left = static_cast<float>(left),
                 .keyboard = static_cast<float>(keyboard)});
}
