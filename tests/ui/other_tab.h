// A second page over the device of the first, without a screen.
#pragma once
#include <utility>

#include "app/app.h"
#include "platform/headless/memory_ports.h"

namespace leadlight::ui {

// Another tab of the same browser.
struct OtherTab {
  explicit OtherTab(headless::MemoryPorts& device)
      : storage(device.disk), drafts(device.shelf), ports(device.ports()) {
    app.start();
  }
  void dispatch(app::Command command) { app.dispatch(std::move(command)); }

  headless::MemoryStorage storage;
  headless::FakeDrafts drafts;
  headless::FakeAddress address;
  ports::Ports ports;
  app::App app{{storage, ports.clock, ports.random, ports.files, ports.clipboard, ports.opener,
                ports.preferences, drafts, address, ports.sealer, ports.folder, ports.eraser,
                ports.updates, ports.samples, ports.rest}};
};

}  // namespace leadlight::ui
