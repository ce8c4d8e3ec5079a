// The page: the application and its shell on a canvas, with all that surrounds them in a browser.
// One lives from start to end; main makes it.
#pragma once
#include <optional>

#include "app/app.h"
#include "platform/web/device.h"
#include "platform/web/files.h"
#include "platform/web/frame_loop.h"
#include "platform/web/input.h"
#include "platform/web/keeping.h"
#include "platform/web/mirror.h"
#include "platform/web/screen.h"
#include "platform/web/storage.h"
#include "platform/web/text_field.h"
#include "ui/shell.h"

namespace leadlight::web {

class Page {
 public:
  explicit Page(Screen& screen);
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
  void start();

  struct Device {
    bool dark = false, reduced_motion = false, coarse_pointer = false, more_contrast = false;
    float text_scale = 1;  // of the browser's usual size of text
  };
  void set_device(const Device& device);
  void set_visible(bool visible);
  [[nodiscard]] unsigned frames() const { return loop_.frames(); }
  [[nodiscard]] bool idle() const;  // no frame to come, nothing being saved
  [[nodiscard]] bool unsaved() const;
  [[nodiscard]] std::string printout();

 private:
  void draw();
  void set_zoom();
  void tell_page(const ui::FrameResult& result);
  void show_safety();
  void commit_entry();  // what is typed, as if its field had been left

  Screen& screen_;
  WebStorage storage_;
  WebClock clock_;
  WebRandom random_;
  WebFiles files_;
  WebClipboard clipboard_;
  WebOpener opener_;
  WebPreferences preferences_;
  WebDrafts drafts_;
  WebAddress address_;
  WebSealer sealer_;
  WebFolder folder_;
  WebEraser eraser_;
  WebUpdates updates_;
  WebSamples samples_;
  WebRest rest_;
  app::App app_;
  ui::Fonts fonts_;
  ui::Shell shell_;
  FrameLoop loop_;
  Input input_;
  TextField text_field_;
  Mirror mirror_;
  Device device_;
  double last_frame_ms_ = 0;
  bool usable_ = false;
  bool visible_ = true;
  // What the page was told last.
  std::optional<book::Safety> safety_;
  std::optional<ImU32> background_;
  ImGuiMouseCursor cursor_ = ImGuiMouseCursor_Arrow;
};

}  // namespace leadlight::web
