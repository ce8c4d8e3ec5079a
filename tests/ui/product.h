// The whole product on a screen, over a device in memory: what a person sees and does.
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "app/app.h"
#include "platform/headless/headless_ui.h"
#include "platform/headless/memory_ports.h"

namespace leadlight::ui {

using a11y::Role;
using headless::Screen;

struct Product {
  headless::MemoryPorts device;
  app::App app{device.ports()};
  Screen screen{app};

  Product() {
    app.start();
    screen.resize(1280, 800);
    screen.settle();
  }
  void phone() {
    screen.resize(390, 844, Screen::Pointer::kFinger);
    screen.settle();
  }
  [[nodiscard]] const app::State& state() const { return app.state(); }
  [[nodiscard]] const Model& model() const { return *app.state().model; }
  void dispatch(app::Command command) {
    app.dispatch(std::move(command));
    screen.settle();
  }
  void go(app::Place place) { dispatch(app::GoTo{place}); }

  // Adds a lead and gives its id. Asks for a quote by default, so that it is due at once.
  Id add(app::Fields fields) {
    dispatch(app::AddLead{std::move(fields), {}});
    return state().last_added;
  }
  Id add(std::string name) { return add({{"full_name", std::move(name)}}); }
  Id add(std::string name, std::string company) {
    return add({{"full_name", std::move(name)}, {"company", std::move(company)}});
  }
  [[nodiscard]] Row row(Id lead) const { return app.lead_row(lead); }
  [[nodiscard]] std::string text(Id lead, LeadField field) const {
    return std::string(model().text(row(lead), field));
  }
  [[nodiscard]] Stage stage(Id lead) const { return model().lead(row(lead)).stage; }
  void pass(UtcMs time) {
    device.clock.advance(static_cast<double>(time));
    app.tick();
    screen.settle();
  }
};

}  // namespace leadlight::ui
