// The whole book as everybody reads it: one table a kind, and the facts that loops need, parsed
// once. Only the book room writes (it folds operations into it); all else holds a const Model&.
//
// Rows of leads, touches and so on are stable while the page is open. Every loop over a table must
// skip rows that are not alive; touches, moves, notes and hand-offs of a dead lead are dead to
// every count too.
//
// Merged duplicates (practice E8): the field merged_into redirects a lead to another one, its heir.
// Chains are followed to their end. Of leads that are merged in a circle, as two people may do who
// don't know of each other, the one with the smallest id stands for all. While the target is not
// known or was erased for good, the redirect is nothing. A lead with an heir is not alive, whatever
// its own life; its touches, moves, notes and hand-offs are its heir's, and so is its
// do_not_contact. Its own fields stay as they are, and edits made elsewhere still go to them.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text_pool.h"
#include "base/time.h"
#include "lead/fields.h"
#include "lead/table.h"
#include "lead/vocabulary.h"

namespace leadlight {

// Lead facts, by lead row.
struct LeadFacts {
  Stage stage = Stage::kNew;
  LeadType type = LeadType::kUnknown;
  WeedOut weed_out = WeedOut::kNone;
  bool do_not_contact = false;  // the lead's own, or of one that is merged into it
  bool known = false;   // its own record has come; until then the row only holds what links to it
  bool erased = false;  // for good: never known again
  bool lives = true;    // its own record was not deleted, be it merged into another or not
  UtcMs created_at = 0;
  Row heir = kNoRow;  // the lead that stands for it; kNoRow: it stands for itself
  Row first_touch =
      kNoRow;  // head of the lead's list of touch rows, last to arrive first: not by time
  Row first_move = kNoRow;     // likewise, moves
  Row first_note = kNoRow;     // likewise, notes
  Row first_handoff = kNoRow;  // likewise, steps of handing it over
};

// Touch facts, by touch row.
struct TouchFacts {
  Row lead = kNoRow;  // who stands for the lead that it names, as in all logs
  Row next = kNoRow;  // the next touch of the same lead
  UtcMs at = 0;
  TouchKind kind = TouchKind::kOther;
  TouchResult result = TouchResult::kNone;
  std::uint16_t count = 1;
};

// Move, note and hand-off facts, by their row.
struct MoveFacts {
  Row lead = kNoRow;
  Row next = kNoRow;
  UtcMs at = 0;
  Stage from = Stage::kNew;
  Stage to = Stage::kNew;
  bool exception = false;  // practice B7
};
struct NoteFacts {
  Row lead = kNoRow;
  Row next = kNoRow;
  UtcMs at = 0;
};

struct HandoffFacts {
  Row lead = kNoRow;
  Row next = kNoRow;
  UtcMs at = 0;
  HandoffStep step = HandoffStep::kOffered;
  ReturnReason reason = ReturnReason::kNone;
};

inline constexpr KindIndex kNoKind = 0xFF;

class Model {
 public:
  Model();

  // Reading.
  [[nodiscard]] const TextPool& texts() const { return texts_; }
  [[nodiscard]] const Table& table(Kind kind) const {
    return tables_[static_cast<KindIndex>(kind)];
  }
  [[nodiscard]] const Table& table(KindIndex kind) const { return tables_[kind]; }
  [[nodiscard]] const Table& leads() const { return table(Kind::kLead); }
  [[nodiscard]] KindIndex kind_count() const { return static_cast<KindIndex>(tables_.size()); }
  [[nodiscard]] std::string_view kind_name(KindIndex kind) const { return kind_names_[kind]; }
  [[nodiscard]] std::string_view text(Row lead, LeadField field) const {
    return texts_.view(leads().cell(lead, static_cast<ColumnIndex>(field)));
  }
  [[nodiscard]] std::string_view text(Kind kind, Row row, ColumnIndex column) const {
    return texts_.view(table(kind).cell(row, column));
  }
  // Name as shown: full name, else first and last, else e-mail address, else company, else "No
  // name".
  [[nodiscard]] std::string name_of(Row lead) const;
  [[nodiscard]] const LeadFacts& lead(Row row) const { return lead_facts_[row]; }
  [[nodiscard]] const TouchFacts& touch(Row row) const { return touch_facts_[row]; }
  [[nodiscard]] const MoveFacts& move(Row row) const { return move_facts_[row]; }
  [[nodiscard]] const NoteFacts& note(Row row) const { return note_facts_[row]; }
  [[nodiscard]] const HandoffFacts& handoff(Row row) const { return handoff_facts_[row]; }
  // Its heir, or the lead itself.
  [[nodiscard]] Row standing(Row lead) const {
    return lead_facts_[lead].heir == kNoRow ? lead : lead_facts_[lead].heir;
  }
  // Leads that this one stands for, itself aside, in the order of their ids.
  [[nodiscard]] std::vector<Row> merged_leads(Row heir) const;
  // Leads that have a redirect or are the target of one.
  [[nodiscard]] std::vector<Row> redirected_leads() const;
  // Known and not deleted: a record may live and yet not be alive, as a merged lead.
  [[nodiscard]] bool lives(KindIndex kind, Row row) const {
    if (kind != static_cast<KindIndex>(Kind::kLead)) return tables_[kind].alive(row);
    return lead_facts_[row].known && lead_facts_[row].lives;
  }
  [[nodiscard]] bool touch_counts(Row row) const;  // alive, and so is its lead
  [[nodiscard]] std::size_t bytes() const;         // memory held by tables and texts

  // Writing: for the book room.
  TextPool& mutable_texts() { return texts_; }
  KindIndex kind_index(
      std::string_view name);  // known or new kind; kNoKind when there are too many
  Table& mutable_table(KindIndex kind) { return tables_[kind]; }
  Row add_row(KindIndex kind, Id id);  // the row of this id, new and alive if need be
  void set_cell(KindIndex kind, Row row, ColumnIndex column, TextId value);  // keeps the facts true
  void set_alive(KindIndex kind, Row row, bool alive);
  Row erase_lead(Id id);  // its row, which is no lead from now on, whatever is written to it
  // Heirs are true again after this; writing only notes what has to be looked at. Costs what the
  // groups of merged leads have that were written to.
  void settle_redirects();
  // Leads whose group the last settling looked at.
  [[nodiscard]] std::span<const Row> regrouped() const { return regrouped_; }

 private:
  Row row_of(KindIndex kind, Id id);
  void lead_cell_set(Row row, ColumnIndex column, TextId value);
  void touch_cell_set(Row row, ColumnIndex column, TextId value);
  void move_cell_set(Row row, ColumnIndex column, TextId value);
  void note_cell_set(Row row, ColumnIndex column, TextId value);
  void handoff_cell_set(Row row, ColumnIndex column, TextId value);
  template <class Facts>
  void link(std::vector<Facts>& facts, Row LeadFacts::* head, Row row, std::string_view text);
  Row lead_or_placeholder(Id id);
  void show_life(Row lead);
  void redirect(Row lead, std::string_view text);
  void look_at_redirects_of(Row lead);
  void gather_groups();
  void find_heirs();
  [[nodiscard]] Row next_in_chain(Row lead) const;
  template <class Facts>
  void hand_on(Kind kind, std::vector<Facts>& facts, Row LeadFacts::* head);

  TextPool texts_;
  std::vector<Table> tables_;
  std::vector<std::string> kind_names_;
  std::vector<LeadFacts> lead_facts_;
  std::vector<TouchFacts> touch_facts_;
  std::vector<MoveFacts> move_facts_;
  std::vector<NoteFacts> note_facts_;
  std::vector<HandoffFacts> handoff_facts_;

  // The index of redirects: an entry for each lead that has one or is the target of one.
  struct Redirect {
    Row target = kNoRow;
    Row first_source = kNoRow;  // head of the list of leads that have this one as their target
    Row next_source = kNoRow;   // the next one with the same target
    Row heir = kNoRow;          // while settling: who it will be; itself if it stands
    enum class Look : std::uint8_t { kNone, kGathered, kOnPath, kDone } look = Look::kNone;
  };
  std::unordered_map<Row, Redirect> redirects_;
  std::vector<Row> unsettled_;
  std::vector<Row> regrouped_;
};

// Links are ids in records' texts. A link to a lead that is not there yet (its operation comes
// later) adds a row without fields that is not alive; add_row makes it alive when the lead's own
// record comes.

}  // namespace leadlight
