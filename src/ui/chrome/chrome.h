// The frame around the places: rail or tabs, header, toasts, palette, help, and the pages of a
// start that takes long or fails. The shell lays them out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "ui/chrome/palette.h"
#include "ui/ui.h"

namespace leadlight::ui {

struct Views;

inline constexpr float kRailWidth = 200;
inline constexpr float kNarrowRailWidth = 64;
inline constexpr float kHeaderHeight = 62;
inline constexpr float kPhoneHeaderHeight = 56;
inline constexpr float kTabsHeight = 58;

// Toasts as they are on screen: one that is pointed at stays, even when its time is over.
struct ShownToast {
  app::Toast toast;
  bool gone = false;    // its time is over
  bool wanted = false;  // pointed at, or the keyboard is in it
};
struct ToastStack {
  std::vector<ShownToast> shown;
};

// Asks for a day to look back to.
struct LookBackDialog {
  std::string day, error;
  float height = 0;
  int frames = 0;  // since it opened
};

// Asks what State::take_back asks.
struct TakeBackDialog {
  bool shown = false;
  float height = 0;
};

struct Chrome {
  FinderState finder;
  ToastStack toasts;
  bool wants_finder = false;  // to be opened in the next frame
  bool wants_help = false;
  LookBackDialog look_back;
  TakeBackDialog take_back;
  double opening_since_ms = -1;
  bool doubts = false;  // asked once more whether to go on without what was lost
};

void draw_rail(Ui&, Rect rail);  // narrow ones show icons only
void draw_tabs(Ui&, Rect tabs);  // the phone's
void draw_header(Ui&, Chrome&, Views&, Rect header);
void draw_store_status(Ui&, Rect area);
void draw_store_icon(Ui&, Rect area);  // the phone's
float draw_banner(Ui&, Rect area);     // across its top; the height used, 0: all is well
float draw_past_bar(Ui&, Rect area);   // likewise, while the past is shown
void draw_look_back(Ui&, LookBackDialog&);
void draw_take_back(Ui&, TakeBackDialog&);
void draw_toasts(Ui&, ToastStack&, Rect area);
void draw_help(Ui&);
void draw_loading(Ui&, Chrome&, Rect area);
void draw_to_come(Ui&, Rect area);  // a place of the program's second part, until that is there
void draw_start_error(Ui&, Rect area);
void draw_lost(Ui&, Chrome&, Rect area);     // only the second copy has it: what now?
void draw_missing(Ui&, Chrome&, Rect area);  // no copy has it

// "Last backup 2 days ago".
std::string backup_text(const app::State& state);

}  // namespace leadlight::ui
