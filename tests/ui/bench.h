// Widgets alone on a screen, for their own tests.
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "app/app.h"
#include "platform/headless/headless_ui.h"
#include "platform/headless/memory_ports.h"
#include "ui/hooks.h"
#include "ui/widgets.h"

namespace leadlight::ui {

using a11y::Action;
using a11y::Role;
using headless::Screen;

struct Bench {
  explicit Bench(Screen::Content content) : app(device.ports()), screen(app, std::move(content)) {
    screen.resize(800, 600);
  }
  headless::MemoryPorts device;
  app::App app;
  Screen screen;
};

}  // namespace leadlight::ui
