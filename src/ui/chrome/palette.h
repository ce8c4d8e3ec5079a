// Ctrl+K: finds any lead, place or command.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "ui/ui.h"

namespace leadlight::ui {

inline constexpr std::string_view kFinderId = "finder";

struct Finding {
  std::string label;
  std::string detail;
  Icon icon = Icon::kNone;
  enum class What : unsigned char { kCommand, kHelp, kLookBack } what = What::kCommand;
  app::Command command;
};

// Names, companies and e-mail addresses of all living leads, folded, kept while the book stays the
// same.
class LeadNames {
 public:
  static constexpr std::size_t kMost = 8;
  // Rows whose name, company or address holds `folded`; those that start with it first.
  std::vector<Row> find(const app::State& state, std::string_view folded);

 private:
  struct Entry {
    Row row;
    std::string text;
  };
  std::vector<Entry> entries_;
  std::size_t operations_ = static_cast<std::size_t>(-1);
};

struct FinderState {
  std::string query;
  std::string searched;        // what `findings` are for
  std::size_t operations = 0;  // likewise
  bool fresh = true;
  bool reveal = false;  // scroll to the active one
  bool spoken = true;   // the active one was told to screen readers
  std::vector<Finding> findings;
  std::size_t active = 0;  // the one that Enter takes
  LeadNames names;
};

std::vector<Finding> find_anything(const app::State& state, LeadNames& names,
                                   std::string_view query);

void open_finder(Ui&, FinderState&);
[[nodiscard]] bool finder_is_open(const Ui&);
// Returns true when the help sheet was asked for.
bool draw_finder(Ui&, FinderState&);
// Arrow keys while it is open.
void move_in_finder(FinderState&, int step);

}  // namespace leadlight::ui
