// Capture (practice H2): a lead in a few entries with one thumb. Source and event are set once.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "lead/model.h"
#include "ui/ui.h"

namespace leadlight::ui {

// Where we are and who captures: asked once, remembered on the device.
struct CaptureContext {
  std::string source, event, by;
  bool asked_to_open = false;
  float height = 220;
};

std::string context_words(const Ui&);  // "Aquafair, stand B4.312 · Trade fair · Ana"
void open_context(const Ui&, CaptureContext&);
void draw_context_dialog(Ui&, CaptureContext&);

struct CaptureView {
  bool low = false;  // seen through a large zoom: the button to save stands at the form's end
  std::string name, company, email, phone, note;
  app::Fields more;  // that were pasted and have no entry of their own: saved with the lead
  int heat = -1;     // 0 hot, 1 warm, 2 cold
  int buy_when = -1;
  int arrived = -1;             // into the ways in which a lead can arrive
  bool tried = false;           // Save was pressed: what is missing is said
  bool save_anyway = false;     // a duplicate was seen and set aside
  bool show_duplicate = false;  // to be scrolled to
  bool restored = false;        // what was half typed when the page was left
  int drafts_changed = 0;       // State's, when it was
  int pasted_count = 0;         // State's, of what was filled in last
  struct Pasted {               // to be taken back
    std::array<std::string, 5> before, after;
    app::Fields more;
    std::string said;
  };
  std::optional<Pasted> pasted;
  struct Namesake {  // who has this name already, found again when something changed
    std::string name, company;
    std::size_t operations = 0;
    Row row = kNoRow;
  } namesake;
  bool focus_name = true;  // but a phone's keyboard comes up only for the next one
  bool next_one = false;
  int drawn_in = -1;  // the frame
  CaptureContext context;
  std::vector<Id> latest;  // captured on this page, newest first
};

inline constexpr float kCaptureBarHeight = 72;  // the phone's, with the button

void draw(Ui&, CaptureView&, Rect area);
void draw_bar(Ui&, CaptureView&, Rect bar);

}  // namespace leadlight::ui
