#include "lead/model.h"

#include <algorithm>

#include "base/text.h"

namespace leadlight {

namespace {

constexpr std::size_t kMostKinds = 255;  // 255 itself says "none"

UtcMs time_of(std::string_view text) { return integer_from_text(text).value_or(0); }

std::uint16_t count_of(std::string_view text) {
  return static_cast<std::uint16_t>(
      std::clamp<std::int64_t>(integer_from_text(text).value_or(1), 1, 0xFFFF));
}

// Lists of touches, moves, notes and hand-offs: singly linked through their facts, the newest
// first.
template <class Facts>
void unlink(std::vector<Facts>& facts, Row& head, Row row) {
  Row* link = &head;
  while (*link != kNoRow && *link != row) link = &facts[*link].next;
  if (*link == row) *link = facts[row].next;
  facts[row].next = kNoRow;
}

}  // namespace

Model::Model() {
  tables_.reserve(kKnownKindCount);
  for (KindIndex kind = 0; kind < kKnownKindCount; ++kind) {
    tables_.emplace_back(field_names(static_cast<Kind>(kind)));
    kind_names_.emplace_back(text_of(static_cast<Kind>(kind)));
  }
}

std::string Model::name_of(Row lead) const {
  const auto trimmed_text = [&](LeadField field) { return trimmed(text(lead, field)); };
  std::string name(trimmed_text(LeadField::kFullName));
  if (!name.empty()) return name;
  name = trimmed_text(LeadField::kFirstName);
  const std::string_view last = trimmed_text(LeadField::kLastName);
  if (!name.empty() && !last.empty()) name += ' ';
  name += last;
  if (name.empty()) name = trimmed_text(LeadField::kEmail);
  if (name.empty()) name = trimmed_text(LeadField::kCompany);
  return name.empty() ? "No name" : name;
}

bool Model::touch_counts(Row row) const {
  const Row lead = touch_facts_[row].lead;
  return table(Kind::kTouch).alive(row) && lead != kNoRow && leads().alive(lead);
}

std::size_t Model::bytes() const {
  std::size_t bytes = texts_.bytes();
  for (const Table& table : tables_) bytes += table.bytes();
  return bytes + lead_facts_.capacity() * sizeof(LeadFacts) +
         touch_facts_.capacity() * sizeof(TouchFacts) + move_facts_.capacity() * sizeof(MoveFacts) +
         note_facts_.capacity() * sizeof(NoteFacts) +
         handoff_facts_.capacity() * sizeof(HandoffFacts) +
         redirects_.size() * (sizeof(Redirect) + 4 * sizeof(void*));
}

KindIndex Model::kind_index(std::string_view name) {
  const auto found = std::ranges::find(kind_names_, name);
  if (found != kind_names_.end()) return static_cast<KindIndex>(found - kind_names_.begin());
  if (kind_names_.size() >= kMostKinds) return kNoKind;
  tables_.emplace_back(std::span<const std::string_view>{});
  kind_names_.emplace_back(name);
  return static_cast<KindIndex>(kind_names_.size() - 1);
}

Row Model::add_row(KindIndex kind, Id id) {
  const Row row = row_of(kind, id);
  if (kind == static_cast<KindIndex>(Kind::kLead) && !lead_facts_[row].known &&
      !lead_facts_[row].erased) {
    lead_facts_[row].known = true;
    show_life(row);
    look_at_redirects_of(row);
  }
  return row;
}

// The row, and facts for it.
Row Model::row_of(KindIndex kind, Id id) {
  Table& table = tables_[kind];
  const Row row = table.add(id);
  if (kind >= kKnownKindCount) return row;
  switch (static_cast<Kind>(kind)) {
    case Kind::kLead:
      if (row == lead_facts_.size()) lead_facts_.emplace_back();
      break;
    case Kind::kTouch:
      if (row == touch_facts_.size()) touch_facts_.emplace_back();
      break;
    case Kind::kMove:
      if (row == move_facts_.size()) move_facts_.emplace_back();
      break;
    case Kind::kNote:
      if (row == note_facts_.size()) note_facts_.emplace_back();
      break;
    case Kind::kHandoff:
      if (row == handoff_facts_.size()) handoff_facts_.emplace_back();
      break;
    case Kind::kCampaign:
    case Kind::kCriterion:
    case Kind::kSetting:
    case Kind::kErasure:
    case Kind::kTemplate:
    case Kind::kExperiment: break;
  }
  return row;
}

void Model::set_cell(KindIndex kind, Row row, ColumnIndex column, TextId value) {
  tables_[kind].set_cell(row, column, value);
  if (kind >= kKnownKindCount) return;
  switch (static_cast<Kind>(kind)) {
    case Kind::kLead: return lead_cell_set(row, column, value);
    case Kind::kTouch: return touch_cell_set(row, column, value);
    case Kind::kMove: return move_cell_set(row, column, value);
    case Kind::kNote: return note_cell_set(row, column, value);
    case Kind::kHandoff: return handoff_cell_set(row, column, value);
    case Kind::kCampaign:
    case Kind::kCriterion:
    case Kind::kSetting:
    case Kind::kErasure:
    case Kind::kTemplate:
    case Kind::kExperiment: return;
  }
}

void Model::set_alive(KindIndex kind, Row row, bool alive) {
  if (kind != static_cast<KindIndex>(Kind::kLead)) return tables_[kind].set_alive(row, alive);
  lead_facts_[row].lives = alive;
  show_life(row);
}

void Model::show_life(Row lead) {
  const LeadFacts& facts = lead_facts_[lead];
  tables_[static_cast<KindIndex>(Kind::kLead)].set_alive(
      lead, facts.known && facts.lives && facts.heir == kNoRow);
}

Row Model::erase_lead(Id id) {
  const Row row = lead_or_placeholder(id);
  lead_facts_[row].known = false;
  lead_facts_[row].erased = true;
  show_life(row);
  look_at_redirects_of(row);
  return row;
}

void Model::lead_cell_set(Row row, ColumnIndex column, TextId value) {
  if (column >= kLeadFieldCount) return;
  LeadFacts& facts = lead_facts_[row];
  switch (static_cast<LeadField>(column)) {
    case LeadField::kStage:
      facts.stage = stage_from_text(texts_.view(value)).value_or(Stage::kNew);
      break;
    case LeadField::kLeadType:
      facts.type = lead_type_from_text(texts_.view(value)).value_or(LeadType::kUnknown);
      break;
    case LeadField::kWeedOut:
      facts.weed_out = weed_out_from_text(texts_.view(value)).value_or(WeedOut::kNone);
      break;
    case LeadField::kDoNotContact:
      facts.do_not_contact = value != kNoText;
      look_at_redirects_of(row);
      break;
    case LeadField::kCreatedAt: facts.created_at = time_of(texts_.view(value)); break;
    case LeadField::kMergedInto: redirect(row, texts_.view(value)); break;
    default: break;
  }
}

void Model::touch_cell_set(Row row, ColumnIndex column, TextId value) {
  TouchFacts& facts = touch_facts_[row];
  if (column >= kTouchFieldCount) return;
  switch (static_cast<TouchField>(column)) {
    case TouchField::kLead:
      link(touch_facts_, &LeadFacts::first_touch, row, texts_.view(value));
      break;
    case TouchField::kKind:
      facts.kind = touch_kind_from_text(texts_.view(value)).value_or(TouchKind::kOther);
      break;
    case TouchField::kAt: facts.at = time_of(texts_.view(value)); break;
    case TouchField::kResult:
      facts.result = touch_result_from_text(texts_.view(value)).value_or(TouchResult::kNone);
      break;
    case TouchField::kCount: facts.count = count_of(texts_.view(value)); break;
    case TouchField::kBy:
    case TouchField::kText:
    case TouchField::kCampaign:
    case TouchField::kTemplate: break;
  }
}

void Model::move_cell_set(Row row, ColumnIndex column, TextId value) {
  MoveFacts& facts = move_facts_[row];
  if (column >= kMoveFieldCount) return;
  switch (static_cast<MoveField>(column)) {
    case MoveField::kLead:
      link(move_facts_, &LeadFacts::first_move, row, texts_.view(value));
      break;
    case MoveField::kAt: facts.at = time_of(texts_.view(value)); break;
    case MoveField::kFrom:
      facts.from = stage_from_text(texts_.view(value)).value_or(Stage::kNew);
      break;
    case MoveField::kTo:
      facts.to = stage_from_text(texts_.view(value)).value_or(Stage::kNew);
      break;
    case MoveField::kException: facts.exception = value != kNoText; break;
    case MoveField::kBy:
    case MoveField::kFromSub:
    case MoveField::kToSub:
    case MoveField::kReason:
    case MoveField::kWhy: break;
  }
}

void Model::note_cell_set(Row row, ColumnIndex column, TextId value) {
  if (column == static_cast<ColumnIndex>(NoteField::kLead))
    link(note_facts_, &LeadFacts::first_note, row, texts_.view(value));
  else if (column == static_cast<ColumnIndex>(NoteField::kAt))
    note_facts_[row].at = time_of(texts_.view(value));
}

void Model::handoff_cell_set(Row row, ColumnIndex column, TextId value) {
  HandoffFacts& facts = handoff_facts_[row];
  if (column >= kHandoffFieldCount) return;
  switch (static_cast<HandoffField>(column)) {
    case HandoffField::kLead:
      link(handoff_facts_, &LeadFacts::first_handoff, row, texts_.view(value));
      break;
    case HandoffField::kAt: facts.at = time_of(texts_.view(value)); break;
    case HandoffField::kStep:
      facts.step = handoff_step_from_text(texts_.view(value)).value_or(HandoffStep::kOffered);
      break;
    case HandoffField::kReason:
      facts.reason = return_reason_from_text(texts_.view(value)).value_or(ReturnReason::kOwn);
      break;
    case HandoffField::kBy:
    case HandoffField::kTo:
    case HandoffField::kWords: break;
  }
}

// Moves a row from the list of the lead that it had to that of who stands for the one that `text`
// names.
template <class Facts>
void Model::link(std::vector<Facts>& facts, Row LeadFacts::* head, Row row, std::string_view text) {
  Row lead = kNoRow;
  if (const auto id = id_from_text(text)) lead = standing(lead_or_placeholder(*id));
  const Row before = facts[row].lead;
  if (lead == before) return;
  if (before != kNoRow) unlink(facts, lead_facts_[before].*head, row);
  facts[row].lead = lead;
  if (lead == kNoRow) return;
  facts[row].next = lead_facts_[lead].*head;
  lead_facts_[lead].*head = row;
}

Row Model::lead_or_placeholder(Id id) {
  constexpr auto kLeads = static_cast<KindIndex>(Kind::kLead);
  const Row known = leads().find(id);
  if (known != kNoRow) return known;
  const Row row = row_of(kLeads, id);
  show_life(row);
  return row;
}

}  // namespace leadlight
