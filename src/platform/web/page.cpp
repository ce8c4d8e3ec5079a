#include "platform/web/page.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"
#include "platform/web/border.h"
#include "platform/web/fonts.h"
#include "ui/words.h"

using leadlight::web::Page;

extern "C" {
void leadlight_page_start(Page* self);
void leadlight_page_usable();
void leadlight_page_waits();
void leadlight_page_store(int safety);
void leadlight_page_colours(unsigned background, bool dark);
void leadlight_page_cursor(int cursor);
void leadlight_page_zoom(float zoom);
void leadlight_print_start(Page* self);
}

namespace leadlight::web {

Page::Page(Screen& screen)
    : screen_(screen),
      app_({.storage = storage_,
            .clock = clock_,
            .random = random_,
            .files = files_,
            .clipboard = clipboard_,
            .opener = opener_,
            .preferences = preferences_,
            .drafts = drafts_,
            .address = address_,
            .sealer = sealer_,
            .folder = folder_,
            .eraser = eraser_,
            .updates = updates_,
            .samples = samples_,
            .rest = rest_}),
      fonts_(make_fonts()),
      shell_(app_, fonts_),
      loop_([this] { draw(); }),
      input_(shell_, loop_),
      text_field_(shell_, loop_),
      mirror_(shell_, loop_) {
  screen_.on_resized([this] { loop_.run_now(); });
  screen_.on_restored([this] { loop_.request(FrameLoop::kSettle); });
  files_.on_brought([this](std::vector<ports::File> files) {
    app_.dispatch(app::OpenFiles{std::move(files)});
    loop_.request();
  });
  app_.on_changed([this] {
    show_safety();
    loop_.request();
  });
  app_.on_leaving([this] { commit_entry(); });
  app_.on_back([this] { return shell_.close_top(); });
  leadlight_page_start(this);
  leadlight_print_start(this);
}

void Page::commit_entry() {
  for (int frames = shell_.frames_to_commit(); frames > 0; --frames) loop_.run_now();
}

void Page::start() {
  app_.start();
  show_safety();
  loop_.request(FrameLoop::kSettle);
}

void Page::set_device(const Device& device) {
  device_ = device;
  input_.set_reduced_motion(device.reduced_motion);
  loop_.request();
}

void Page::set_visible(bool visible) {
  if (!visible) {
    if (visible_) commit_entry();  // once: hidden, no frame takes it
    app_.flush();
  }
  visible_ = visible;
  loop_.set_paused(!visible);
}

bool Page::unsaved() const {
  return app_.state().safety == book::Safety::kSaving ||
         app_.state().safety == book::Safety::kNotSaved;
}
bool Page::idle() const {
  return !loop_.pending() && clock_.soon() == 0 && app_.state().is_shown() &&
         !app_.state().restoring && app_.state().safety != book::Safety::kSaving;
}

// The person's choice times what the browser is set to, as far as a phone's layout still has room.
void Page::set_zoom() {
  constexpr float kLeastWidth = 300;
  const float wished = static_cast<float>(app_.state().text_percent) / 100 * device_.text_scale;
  const float zoom = std::clamp(screen_.width() / kLeastWidth, 1.0F, std::max(1.0F, wished));
  if (zoom == screen_.zoom()) return;
  screen_.set_zoom(zoom);
  input_.set_zoom(zoom);
  text_field_.set_zoom(zoom);
  leadlight_page_zoom(zoom);
}

std::string Page::printout() {
  shell_.want_printout();
  loop_.run_now();
  return shell_.take_printout();
}

void Page::draw() {
  if (screen_.lost()) return;
  const double now = emscripten_get_now();
  set_zoom();
  input_.advance(now);
  screen_.begin_frame();
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = std::clamp(static_cast<float>((now - last_frame_ms_) / 1000), 0.0001F, 1.0F);
  last_frame_ms_ = now;

  ImGui::NewFrame();
  use_density(fonts_, io.DisplayFramebufferScale.x);
  const Screen::Insets& insets = screen_.insets();
  const float zoom = screen_.zoom();
  const ui::FrameResult result = shell_.draw({.time_ms = now,
                                              .dark = device_.dark,
                                              .touch = input_.last_was_touch(),
                                              .reduced_motion = device_.reduced_motion,
                                              .coarse_pointer = device_.coarse_pointer,
                                              .more_contrast = device_.more_contrast,
                                              .safe_top = insets.top / zoom,
                                              .safe_bottom = insets.bottom / zoom,
                                              .safe_left = insets.left / zoom,
                                              .safe_right = insets.right / zoom,
                                              .keyboard_height = insets.keyboard / zoom});
  ImGui::Render();
  screen_.draw(*ImGui::GetDrawData(), result.background);
  tell_page(result);

  // ImGui takes quick events of one kind one a frame.
  const bool events_left = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  if (result.wants_frame || events_left) loop_.request();
  if (result.wake_after_ms >= 0) loop_.wake_after(result.wake_after_ms);
}

void Page::tell_page(const ui::FrameResult& result) {
  if (result.cursor != cursor_) leadlight_page_cursor(cursor_ = result.cursor);
  if (result.background != background_) {
    background_ = result.background;
    leadlight_page_colours(result.background, result.dark);
  }
  address_.set_covered(result.covered);
  text_field_.follow(shell_.text_entry());
  mirror_.follow(shell_.tree(), shell_.text_entry().id);
  mirror_.announce(shell_.take_announcements());
  show_safety();
  if (!usable_ && app_.state().is_shown()) {
    usable_ = true;
    leadlight_page_usable();
  } else if (!usable_ && shell_.tree().find(a11y::Role::kStatus, ui::words::kStillLoading)) {
    leadlight_page_waits();
  }
}

void Page::show_safety() {
  if (safety_ == app_.state().safety) return;
  safety_ = app_.state().safety;
  loop_.set_held(safety_ == book::Safety::kSaving);
  leadlight_page_store(static_cast<int>(*safety_));
}

}  // namespace leadlight::web

LEADLIGHT_EXPORT void leadlight_page_device(Page* self, bool dark, bool reduced_motion,
                                            bool coarse_pointer, bool more_contrast,
                                            double text_scale) {
  self->set_device({.dark = dark,
                    .reduced_motion = reduced_motion,
                    .coarse_pointer = coarse_pointer,
                    .more_contrast = more_contrast,
                    .text_scale = static_cast<float>(text_scale)});
}
LEADLIGHT_EXPORT void leadlight_page_visible(Page* self, bool visible) {
  self->set_visible(visible);
}
LEADLIGHT_EXPORT unsigned leadlight_page_frames(const Page* self) { return self->frames(); }
LEADLIGHT_EXPORT bool leadlight_page_idle(const Page* self) { return self->idle(); }
LEADLIGHT_EXPORT bool leadlight_page_unsaved(const Page* self) { return self->unsaved(); }
LEADLIGHT_EXPORT char* leadlight_print_text(Page* self) {  // to be freed
  return strdup(self->printout().c_str());
}
