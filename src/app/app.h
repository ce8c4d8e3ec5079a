// The application without a screen: applies commands to the book, keeps everything derived from it
// true, saves, and talks to the outside through ports. One direction: command -> operation -> book
// -> state.
#pragma once
#include <functional>
#include <memory>

#include "app/commands.h"
#include "app/state.h"
#include "ports/ports.h"
#include "score/score.h"

namespace leadlight::app {

class App {
 public:
  explicit App(ports::Ports ports);
  ~App();
  void start();  // loads the book; state().loading is true until it is there

  [[nodiscard]] const State& state() const;
  // The same, for one lead or field, computed on demand.
  [[nodiscard]] score::Explanation explain(Row lead) const;
  [[nodiscard]] const score::Scorer& scorer() const;
  [[nodiscard]] const book::Book& book() const;
  [[nodiscard]] Row lead_row(Id lead) const;  // kNoRow if there is none
  // A living lead with this e-mail address or phone number (duplicates on capture); kNoRow if none.
  [[nodiscard]] Row same_email(std::string_view email) const;
  [[nodiscard]] Row same_phone(std::string_view phone) const;

  void dispatch(Command command);
  void tick();   // moves the clock on: call at least once a minute while shown
  void flush();  // the page is being hidden: whatever is unsaved goes out now
  // Called whenever state changed outside dispatch (a save finished, another tab wrote): draw a
  // frame.
  void on_changed(std::function<void()> listener);
  // Called before something else is shown than what the person sees and may be typing in, by none
  // of her own commands.
  void on_leaving(std::function<void()> listener);
  // Asked when the browser goes back a step. True: it closed what lay over the place, which stays.
  void on_back(std::function<bool()> closes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace leadlight::app
