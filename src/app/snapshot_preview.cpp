#include "app/snapshot_preview.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "app/comparison.h"
#include "app/edit_writer.h"
#include "app/gone.h"
#include "app/parts.h"
#include "base/sort.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

// A book whose stamps nobody sees needs no session of its own.
constexpr Id kNobody{0, 1};
// Stamps of the past and of the future alike are to be shown.
constexpr UtcMs kAnyTime = 0;

KindIndex find_kind(const Model& model, std::string_view name) {
  for (KindIndex kind = 0; kind < model.kind_count(); ++kind)
    if (model.kind_name(kind) == name) return kind;
  return kNoKind;
}

// The records of `book` that the operations write to, or those that are to be done again, and
// whatever says who stands for whom.
std::vector<std::vector<bool>> written_rows(std::span<const Operation> operations,
                                            std::span<const Stamp> undone, const book::Book& book) {
  const Model& model = book.model();
  std::vector<std::vector<bool>> rows(model.kind_count());
  for (const Stamp& stamp : undone)
    for (const book::RecordRef record : book.records_of(stamp)) {
      rows[record.kind].resize(model.table(record.kind).size());
      rows[record.kind][record.row] = true;
    }
  auto& leads = rows[static_cast<KindIndex>(Kind::kLead)];
  leads.resize(model.leads().size());
  for (const Row lead : model.redirected_leads()) leads[lead] = true;
  for (const Operation& operation : operations) {
    std::vector<KindIndex> kinds;
    for (const std::string& name : operation.kind_names) kinds.push_back(find_kind(model, name));
    for (const OpRecord& record : operation.records) {
      const KindIndex kind = kinds[record.kind];
      if (kind == kNoKind) continue;
      for (const OpWrite& write :
           std::span(operation.writes).subspan(record.write_first, record.write_count)) {
        if (operation.field_names[write.field] != text_of(LeadField::kMergedInto)) continue;
        const auto target = id_from_text(operation.value(write));
        const Row row = target ? model.leads().find(*target) : kNoRow;
        if (row != kNoRow) leads[row] = true;
      }
      const Table& table = model.table(kind);
      const Row row = table.find(record.id);
      if (row == kNoRow) continue;
      rows[kind].resize(table.size());
      rows[kind][row] = true;
    }
  }
  return rows;
}

std::shared_ptr<const book::Book> merged_part(std::span<const Operation> operations,
                                              std::span<const Stamp> undone,
                                              const book::Book& book) {
  const auto rows = written_rows(operations, undone, book);
  std::vector<Operation> ours;
  book.for_each_part(
      [&](book::RecordRef record) {
        // Whoever was erased stays erased, whatever the files say.
        return record.kind == static_cast<KindIndex>(Kind::kErasure) ||
               (record.row < rows[record.kind].size() && rows[record.kind][record.row]);
      },
      [&](const Operation& part) { ours.push_back(part); });
  auto merged = std::make_shared<book::Book>(kNobody);
  merged->absorb(ours, kAnyTime);
  merged->absorb(operations, kAnyTime);
  for (const Stamp& undo : undone) merged->commit(redo_of(undo, {}, *merged), kAnyTime);
  return merged;
}

// What was deleted here is a part of somebody who lives, since it was merged elsewhere.
bool leaves_the_trash(const Model& before, Row old, const Model& after, Row row) {
  const Row heir = after.lead(row).heir;
  return was_deleted(before, old) && before.lead(old).heir == kNoRow && heir != kNoRow &&
         after.leads().alive(heir);
}

std::vector<IncomingLead> fates(const book::Book& book, const book::Book& merged) {
  const Model& before = book.model();
  const Model& after = merged.model();
  const Comparison leads(book, merged, Kind::kLead);
  const std::vector<Row> with_losers = merged.concurrent_rows(static_cast<KindIndex>(Kind::kLead));
  std::vector<IncomingLead> all;
  for (Row row = 0; row < after.leads().size(); ++row) {
    const Row old = leads.row_before(row);
    const bool was_known = old != kNoRow && before.lead(old).known;
    const bool was_here = was_known && before.leads().alive(old);
    const bool own = after.lead(row).known;  // else only touches, moves or notes come
    const bool will_be_here = own ? after.leads().alive(row) : was_here;
    const Id id = after.leads().id(row);
    if (after.lead(row).erased) {
      if (was_known) all.push_back({id, Fate::kErased});
    } else if (was_here && !will_be_here) {
      const Row heir = after.lead(row).heir;
      const bool lives_on = heir != kNoRow && after.leads().alive(heir);
      all.push_back({.id = id,
                     .fate = lives_on ? Fate::kMerged : Fate::kDeleted,
                     .heir = heir == kNoRow ? Id{} : after.leads().id(heir)});
    } else if (leaves_the_trash(before, old, after, row)) {
      all.push_back(
          {.id = id, .fate = Fate::kMerged, .heir = after.leads().id(after.lead(row).heir)});
    } else if (!was_here && will_be_here) {
      all.push_back({id, was_known ? Fate::kRestored : Fate::kNew});
    } else if (was_here) {
      if (own && std::ranges::binary_search(with_losers, row) && leads.has_new_losers(row))
        all.push_back({id, Fate::kConflict});
      else if ((own && leads.differs(row)) || any_of_log(after, row, [&](Kind kind, Row one) {
                 return is_log_changed(before, after, kind, one);
               }))
        all.push_back({id, Fate::kChanged});
    }
  }
  return all;
}

// Fields of leads that are merged already, and were: whoever stands for them shows it.
void add_merged(SnapshotPreview& preview, const book::Book& book) {
  const Model& before = book.model();
  const Model& after = preview.merged->model();
  const Comparison leads(book, *preview.merged, Kind::kLead);
  for (Row row = 0; row < after.leads().size(); ++row) {
    const Row heir = after.lead(row).heir, old = leads.row_before(row);
    if (heir == kNoRow || old == kNoRow || before.lead(old).heir == kNoRow ||
        !after.leads().alive(heir) || !leads.differs(row))
      continue;
    const Id lead = after.leads().id(row), standing = after.leads().id(heir);
    preview.under.push_back({lead, standing});
    if (is_alive(before, Kind::kLead, standing) &&
        !std::ranges::contains(preview.leads, standing, &IncomingLead::id))
      preview.leads.push_back({standing, Fate::kChanged});
  }
}

// Whether what stands in the record, its life aside, was written by what the files don't know, or
// after the deletion, of which whoever deleted knew nothing either, whatever was merged since.
bool has_news(const book::Book& book, Kind kind, Row row, const FileFacts& files,
              const Stamp& deletion) {
  const Table& table = book.model().table(kind);
  for (ColumnIndex column = 0; column < table.column_count(); ++column) {
    if (table.column_name(column) == kLifeField) continue;
    for (const book::HistoricWrite& write : book.history(static_cast<KindIndex>(kind), row, column))
      if (write.current &&
          (write.at > deletion || !std::ranges::binary_search(files.stamps, write.at)))
        return true;
  }
  return false;
}

// What is done to a lead while somebody deletes it elsewhere speaks for keeping it.
void keep_changed(std::vector<IncomingLead>& leads, const FileFacts& files, const book::Book& book,
                  const book::Book& merged) {
  if (files.stamps.empty()) return;
  const Model& model = book.model();
  for (IncomingLead& lead : leads) {
    if (lead.fate != Fate::kDeleted) continue;
    const Row row = model.leads().find(lead.id);
    if (!lead.heir.is_nil()) {  // merged into somebody who is deleted here, which nobody knew there
      lead.taken = false;
      continue;
    }
    const Stamp deletion = write_in(merged, merged.model().leads().find(lead.id), kLifeField);
    const auto was_merged_here = [&](Row one) {  // and is deleted with it
      return model.lead(one).heir == row && has_news(book, Kind::kLead, one, files, deletion);
    };
    lead.changed_here =
        has_news(book, Kind::kLead, row, files, deletion) ||
        std::ranges::any_of(model.redirected_leads(), was_merged_here) ||
        any_of_log(model, row, [&](Kind kind, Row one) {
          return model.table(kind).alive(one) && has_news(book, kind, one, files, deletion);
        });
    lead.taken = !lead.changed_here;
  }
}

void add_deleted_here(std::vector<IncomingLead>& leads, const FileFacts& files,
                      const book::Book& book, const book::Book& merged) {
  for (const Id id : files.leads) {
    const Model& model = merged.model();
    const Row after = model.leads().find(id);
    // Not known there: nothing comes but touches, moves or notes.
    const Row before = book.model().leads().find(id);
    const bool stays =
        after == kNoRow || !model.lead(after).known ||
        (was_deleted(model, after) && !leaves_the_trash(book.model(), before, model, after));
    if (was_deleted(book.model(), before) && stays)
      leads.push_back({.id = id, .fate = Fate::kDeletedHere, .taken = false});
  }
}

// By fate, then by name, as people look for somebody.
void put_in_order(std::vector<IncomingLead>& leads, const Model& before, const Model& after) {
  std::vector<std::pair<std::string, IncomingLead>> named;
  named.reserve(leads.size());
  for (const IncomingLead& lead : leads) {
    const Row row = before.leads().find(lead.id);
    const bool known = row != kNoRow && before.lead(row).known;
    named.emplace_back(
        folded(known ? before.name_of(row) : after.name_of(after.leads().find(lead.id))), lead);
  }
  sort_stably(named, [](const auto& a, const auto& b) {
    return a.second.fate != b.second.fate ? a.second.fate < b.second.fate : a.first < b.first;
  });
  for (std::size_t i = 0; i < leads.size(); ++i) leads[i] = named[i].second;
}

// An own life is not a field that people know: a record that comes or goes counts as one change.
std::vector<IncomingRecord> other_records(const book::Book& book, const book::Book& merged) {
  std::vector<IncomingRecord> all;
  for (const Kind kind :
       {Kind::kSetting, Kind::kCriterion, Kind::kCampaign, Kind::kTemplate, Kind::kExperiment}) {
    const Comparison records(book, merged, kind);
    const Table& table = merged.model().table(kind);
    for (Row row = 0; row < table.size(); ++row) {
      const bool was = is_alive(book.model(), kind, table.id(row));
      if (!was && !table.alive(row)) continue;
      std::size_t changes = records.differing(row);
      if (was && !table.alive(row)) changes = 1;
      std::size_t conflicts = 0;
      for (ColumnIndex column = 0; column < records.column_count(); ++column)
        conflicts += !records.is_silent(column) && !records.new_losers(row, column).empty();
      if (changes + conflicts > 0) all.push_back({kind, table.id(row), changes, conflicts});
    }
  }
  return all;
}

bool is_done_again(const Stamp& at) { return at.session == kNobody; }

void add_fields(const book::Book& book, const book::Book& merged, Kind kind, Row row,
                std::vector<IncomingChange>& changes) {
  const Comparison record(book, merged, kind);
  const Row old = record.row_before(row);
  const Table& table = merged.model().table(kind);
  for (ColumnIndex column = 0; column < record.column_count(); ++column) {
    if (record.is_silent(column)) continue;
    const auto history = merged.history(static_cast<KindIndex>(kind), row, column);
    const auto winner = std::ranges::find_if(history, &book::HistoricWrite::current);
    if (winner == history.end()) continue;
    IncomingChange change{.field = std::string(table.column_name(column)),
                          .before = std::string(record.before(old, column)),
                          .after = std::string(winner->value),
                          .by = winner->by,
                          .before_by = {},
                          .at = is_done_again(winner->at) ? 0 : winner->at.milliseconds(),
                          .after_is_ours = book.knows(winner->at)};
    const auto losers = record.new_losers(row, column);
    if (losers.empty() && change.before != change.after) changes.push_back(change);
    for (const book::HistoricWrite& loser : losers) {
      change.what = IncomingChange::What::kConflict;
      change.before = loser.value;
      change.before_by = loser.by;
      change.before_at = loser.at.milliseconds();
      change.before_is_ours = book.knows(loser.at);
      changes.push_back(change);
    }
  }
  // What needs a person first.
  sort_stably(changes, std::ranges::greater{}, &IncomingChange::what);
}

}  // namespace

std::size_t SnapshotPreview::conflicts_taken() const {
  std::size_t all = taken_of(Fate::kConflict);
  for (const IncomingRecord& one : others) all += one.conflicts;
  return all;
}

void SnapshotPreview::take(std::span<const Id> these, bool take) {
  std::vector<Id> wanted(these.begin(), these.end());
  sort_stably(wanted);
  taken = {};
  for (IncomingLead& lead : leads) {
    if (lead.fate != Fate::kErased && std::ranges::binary_search(wanted, lead.id))
      lead.taken = take;
    if (lead.taken) ++taken[static_cast<std::size_t>(lead.fate)];
  }
}

std::vector<Id> SnapshotPreview::left_out() const {
  std::vector<Id> all;
  for (const IncomingLead& lead : leads)
    if (!lead.taken && lead.fate != Fate::kDeletedHere) all.push_back(lead.id);
  sort_stably(all);
  const std::size_t count = all.size();
  for (const LeadsOf& one : under)
    if (std::ranges::binary_search(std::span(all).first(count), one.standing))
      all.push_back(one.named);
  sort_stably(all);
  return all;
}

std::vector<Id> SnapshotPreview::brought_back() const {
  std::vector<Id> all;
  for (const IncomingLead& lead : leads)
    if (lead.taken && lead.fate == Fate::kDeletedHere) all.push_back(lead.id);
  return all;
}

FileFacts facts_of(std::span<const Operation> operations, const book::Book& book) {
  FileFacts facts;
  std::vector<Id> deleted, erased;
  const Model& model = book.model();
  const auto leads_in = [&](const Operation& operation, auto visit) {
    for (const OpRecord& record : operation.records)
      if (operation.kind_names[record.kind] == text_of(Kind::kLead)) visit(record.id);
  };
  for (const Operation& operation : operations) {
    facts.stamps.push_back(operation.at);
    leads_in(operation, [&](Id id) {
      const Row row = model.leads().find(id);
      if (row != kNoRow && model.lead(row).erased) erased.push_back(id);
      if (was_deleted(model, row)) deleted.push_back(id);
    });
  }
  for (std::vector<Id>* const ids : {&deleted, &erased}) {
    sort_stably(*ids);
    ids->erase(std::ranges::unique(*ids).begin(), ids->end());
  }
  facts.erased = erased.size();
  if (deleted.empty()) return facts;
  book::Book files(kNobody);
  for (const Operation& operation : operations) {
    const Operation part = part_of_operation(operation, [&](const OpRecord& record) {
      return operation.kind_names[record.kind] == text_of(Kind::kLead) &&
             std::ranges::binary_search(deleted, record.id);
    });
    if (!part.writes.empty()) files.absorb({&part, 1}, kAnyTime);
  }
  for (const Id id : deleted) {
    const Row row = files.model().leads().find(id);
    if (row != kNoRow && files.model().lives(static_cast<KindIndex>(Kind::kLead), row))
      facts.leads.push_back(id);
  }
  return facts;
}

SnapshotPreview preview_of(std::span<const Operation> operations, const book::Book& book,
                           const FileFacts& files) {
  SnapshotPreview preview;
  preview.of_state = book.state_hash();
  preview.undone = undone_of(files.stamps, book);
  if (!operations.empty()) preview.latest = operations.back().at.milliseconds();
  preview.merged = merged_part(operations, preview.undone, book);
  preview.leads = fates(book, *preview.merged);
  add_merged(preview, book);
  keep_changed(preview.leads, files, book, *preview.merged);
  add_deleted_here(preview.leads, files, book, *preview.merged);
  put_in_order(preview.leads, book.model(), preview.merged->model());
  preview.others = other_records(book, *preview.merged);
  for (const IncomingLead& lead : preview.leads)
    ++preview.counts[static_cast<std::size_t>(lead.fate)];
  preview.take({}, true);
  return preview;
}

void take_as(SnapshotPreview& preview, const SnapshotPreview& before) {
  std::vector<Id> taken, left_out;
  for (const IncomingLead& lead : before.leads) (lead.taken ? taken : left_out).push_back(lead.id);
  for (std::vector<Id>* const ids : {&taken, &left_out}) sort_stably(*ids);
  for (IncomingLead& lead : preview.leads) {
    if (std::ranges::binary_search(taken, lead.id)) lead.taken = true;
    if (std::ranges::binary_search(left_out, lead.id)) lead.taken = false;
  }
  preview.take({}, true);
}

std::vector<IncomingChange> changes_of(const SnapshotPreview& preview, Kind kind, Id record,
                                       const book::Book& book) {
  std::vector<IncomingChange> changes;
  const book::Book& merged = *preview.merged;
  const Model& after = merged.model();
  const Row row = after.table(kind).find(record);
  if (row == kNoRow) return changes;
  if (kind != Kind::kLead || after.lead(row).known) add_fields(book, merged, kind, row, changes);
  if (kind != Kind::kLead) return changes;
  for (const LeadsOf& of : preview.under) {
    if (of.standing != record) continue;
    std::vector<IncomingChange> more;
    add_fields(book, merged, kind, after.leads().find(of.named), more);
    for (IncomingChange& change : more) {
      change.of = of.named;
      changes.push_back(std::move(change));
    }
  }
  any_of_log(after, row, [&](Kind log, Row one) {
    if (!is_log_changed(book.model(), after, log, one)) return false;
    const Table& table = after.table(log);
    IncomingChange change;
    change.what = log == Kind::kTouch  ? IncomingChange::What::kTouch
                  : log == Kind::kMove ? IncomingChange::What::kMove
                  : log == Kind::kNote ? IncomingChange::What::kNote
                                       : IncomingChange::What::kHandoff;
    change.row = one;
    change.gone = !table.alive(one);
    const auto text_in = [&](std::string_view field) {
      return after.text(log, one, table.find_column(field));
    };
    change.by = text_in("by");
    change.at = log == Kind::kTouch  ? after.touch(one).at
                : log == Kind::kMove ? after.move(one).at
                : log == Kind::kNote ? after.note(one).at
                                     : after.handoff(one).at;
    changes.push_back(std::move(change));
    return false;
  });
  return changes;
}

std::size_t deletions_to_confirm(const SnapshotPreview& preview, std::size_t alive) {
  const std::size_t deleted = preview.taken_of(Fate::kDeleted) + preview.count(Fate::kErased);
  return deleted >= 10 || (deleted > 2 && deleted * 10 >= alive) ? deleted : 0;
}

int year_to_confirm(const SnapshotPreview& preview, const book::Book& book, UtcMs now) {
  constexpr UtcMs kFar = 30 * kDayMs;
  const UtcMs known = std::max(now, book.clock().latest_ms());
  return preview.latest > known + kFar ? civil_from_utc(preview.latest).year : 0;
}

}  // namespace leadlight::app
