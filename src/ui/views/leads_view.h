// Leads as a table and as a board by stage, with filters, search and work on many at once.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "query/query.h"
#include "ui/ui.h"
#include "ui/views/lead_actions.h"
#include "ui/views/lead_parts.h"

namespace leadlight::ui {

// One kind of filter: which list of the query it fills.
enum class FilterKind : unsigned char { kStage, kSource, kOwner, kCountry, kCampaign, kTag, kBand };
inline constexpr int kFilterKindCount = 7;

struct FilterDialog {
  FilterKind kind = FilterKind::kStage;
  bool asked_to_open = false;
  std::string find;
  struct Value {
    std::string value, label, folded;
    std::size_t count = 0;
  };
  std::vector<Value> values;  // taken when it opens
};

struct LeadsView {
  LeadActions actions;
  FilterDialog filter;
  std::string search;  // as typed; follows the query when it changes elsewhere
  std::string search_sent;
  bool low = false;        // seen through a large zoom: what stands above scrolls with the leads
  std::size_t anchor = 0;  // of a range selected with Shift
  // Selected leads as a set, kept while the state's list stays the same.
  std::unordered_set<Id, IdHash> selected;
  std::uint64_t selected_print = 0;
  // The sum of values, and who is no lead yet, kept while book and query stay the same.
  struct Worth {
    std::size_t operations = static_cast<std::size_t>(-1);
    query::Query query;
    std::string text, contacts;
  } worth;
  // Board.
  std::vector<Row> columns[5];
  std::size_t first_column = 0;  // where not all columns fit
};

inline constexpr float kBulkBarHeight = 68;

void draw(Ui&, LeadsView&, Rect area);
void draw_bar(Ui&, LeadsView&, Rect bar);

// Parts, each in its own file.
float draw_leads_toolbar(Ui&, LeadsView&, Rect area);  // returns the height used
std::string leads_summary(const Ui&, LeadsView&);      // "64 leads · worth 1.24 M €"
void draw_filter_dialog(Ui&, FilterDialog&);
void open_filter(const Ui&, FilterDialog&, FilterKind kind);
// The menu of all kinds of filters; `open` opens it.
FilterKind filter_from_menu(Ui&, Rect anchor, bool open, bool* chosen);
std::string_view filter_name(FilterKind kind);  // "Source"
std::vector<std::string> chosen_labels(query::Query query, FilterKind kind);
void clear_filter(query::Query& query, FilterKind kind);
void draw_leads_table(Ui&, LeadsView&, Rect area);
void draw_leads_list(Ui&, LeadsView&, Rect area);  // the phone's
void draw_leads_board(Ui&, LeadsView&, Rect area);
void draw_bulk_bar(Ui&, LeadsView&, Rect bar);

// Whether the selection has this lead, and changing it by a click on its checkbox.
bool is_selected(const LeadsView&, Id lead);
void toggle_selected(Ui&, LeadsView&, std::size_t index);

}  // namespace leadlight::ui
