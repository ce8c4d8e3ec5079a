// An app on a device in memory, and short ways to say things to it.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/app.h"
#include "platform/headless/memory_ports.h"

namespace leadlight::test {

// One browser: what several pages of it share, and pages one after another.
struct Device {
  explicit Device(std::uint64_t seed = 1) : random(seed) {}

  headless::MemoryDisk disk;
  headless::FixedClock clock;
  headless::SeededRandom random;
  headless::FakeFiles files;
  headless::FakeClipboard clipboard;
  headless::FakeOpener opener;
  headless::FakePreferences preferences;
  headless::DraftShelf shelf;
  headless::FakeSealer sealer;
  headless::FakeFolder folder;
  headless::FakeEraser eraser{disk, preferences};
  headless::FakeUpdates updates;
  headless::FakeSamples samples;
  headless::FakeRest rest;

  // Of one page.
  ports::Ports ports(ports::Storage& storage, ports::Drafts& drafts, ports::Address& address) {
    return {storage, clock,  random, files,  clipboard, opener,  preferences, drafts,
            address, sealer, folder, eraser, updates,   samples, rest};
  }
};

struct Page {
  explicit Page(Device& the_device, std::string fragment = {})
      : device(the_device), storage(device.disk), faulty(storage), drafts(device.shelf) {
    address.now = std::move(fragment);
    app = std::make_unique<app::App>(device.ports(faulty, drafts, address));
    app->start();
  }
  [[nodiscard]] const app::State& state() const { return app->state(); }
  [[nodiscard]] const Model& model() const { return *app->state().model; }
  void dispatch(app::Command command) { app->dispatch(std::move(command)); }

  // Adds a lead and gives its id.
  Id add(app::Fields fields, std::string note = {}) {
    dispatch(app::AddLead{std::move(fields), std::move(note)});
    return state().last_added;
  }
  Id add(std::string name) { return add({{"full_name", std::move(name)}}); }
  [[nodiscard]] Row row(Id lead) const { return app->lead_row(lead); }
  [[nodiscard]] std::string text(Id lead, LeadField field) const {
    return std::string(model().text(row(lead), field));
  }
  [[nodiscard]] std::string toast() const {
    return state().toasts.empty() ? std::string() : state().toasts.back().text;
  }
  [[nodiscard]] bool toast_is_error() const {
    return !state().toasts.empty() && state().toasts.back().tone == app::Toast::Tone::kError;
  }
  void move(Id lead, Stage to, LossReason reason = LossReason::kNone, std::string why = {}) {
    dispatch(app::MoveToStage{{lead}, to, {}, reason, std::move(why), {}});
  }
  void log(Id lead, TouchKind kind, TouchResult result = TouchResult::kNone,
           std::string text = {}) {
    dispatch(app::LogTouch{lead, kind, result, std::move(text)});
  }

  Device& device;
  headless::MemoryStorage storage;
  headless::FaultyStorage faulty;
  headless::FakeDrafts drafts;
  headless::FakeAddress address;
  std::unique_ptr<app::App> app;
};

}  // namespace leadlight::test
