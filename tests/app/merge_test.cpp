// Merging a colleague's snapshot: what the preview says is what the merge does, leads that are left
// out can come later, and all of it can be taken back (practice H3).
#include "app/snapshot_preview.h"

#include <algorithm>
#include <format>
#include <initializer_list>
#include <map>
#include <set>
#include <span>

#include "fixture.h"
#include "interchange/snapshot.h"
#include "message/template.h"
#include "tests/book/histories.h"
#include "visible.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

void open(Page& page, std::string name, std::string_view bytes) {
  page.dispatch(OpenFiles{{{std::move(name), std::string(bytes)}}});
}

std::string snapshot_of(Page& page) {
  page.dispatch(ExportSnapshot{});
  return page.device.files.saved.back().bytes;
}

// Two books that were one, each on its own device.
struct Pair {
  Pair() { there.clock.set_now(here.clock.now() + kMinuteMs); }
  void share() {
    open(*b, "a.json", snapshot_of(*a));
    b->dispatch(CommitImport{});
    ASSERT_EQ(a->app->book().state_hash(), b->app->book().state_hash());
  }
  const SnapshotPreview& preview() {
    open(*a, "b.json", snapshot_of(*b));
    return a->state().import->snapshot;
  }
  std::vector<IncomingChange> changes(Id lead) {
    return changes_of(a->state().import->snapshot, Kind::kLead, lead, a->app->book());
  }
  Device here{1}, there{2};
  std::unique_ptr<Page> a = std::make_unique<Page>(here);
  std::unique_ptr<Page> b = std::make_unique<Page>(there);
};

Fate fate_of(const SnapshotPreview& preview, Id lead) {
  const auto found = std::ranges::find(preview.leads, lead, &IncomingLead::id);
  EXPECT_NE(found, preview.leads.end());
  return found == preview.leads.end() ? Fate::kNew : found->fate;
}

// ---- the preview against the naive truth: merge a copy for real, and compare -----------------------------------

std::map<std::string, std::string> cells_of(const book::Book& book, Id lead) {
  std::map<std::string, std::string> cells;
  const Table& leads = book.model().leads();
  const Row row = leads.find(lead);
  if (row == kNoRow) return cells;
  for (ColumnIndex column = 0; column < leads.column_count(); ++column)
    if (const auto text = book.model().text(Kind::kLead, row, column); !text.empty())
      cells[std::string(leads.column_name(column))] = text;
  cells.erase(std::string(kLifeField));
  return cells;
}

// What is logged for `lead` in `owners` and lives in `book`: what merely passes to an heir is no
// change.
std::set<Id> living_log_of(const book::Book& book, const book::Book& owners, Id lead) {
  std::set<Id> log;
  const auto add = [&](Kind kind, auto owner_of) {
    const Table& table = owners.model().table(kind);
    for (Row row = 0; row < table.size(); ++row) {
      const Row of = owner_of(row);
      const Row there = book.model().table(kind).find(table.id(row));
      if (of != kNoRow && owners.model().leads().id(of) == lead && there != kNoRow &&
          book.model().table(kind).alive(there))
        log.insert({table.id(row).high, table.id(row).low * 8 + static_cast<KindIndex>(kind)});
    }
  };
  const Model& model = owners.model();
  add(Kind::kTouch, [&](Row row) { return model.touch(row).lead; });
  add(Kind::kMove, [&](Row row) { return model.move(row).lead; });
  add(Kind::kNote, [&](Row row) { return model.note(row).lead; });
  return log;
}

std::set<std::pair<std::string, Stamp>> losers_of(const book::Book& book, Id lead) {
  std::set<std::pair<std::string, Stamp>> losers;
  const Table& leads = book.model().leads();
  const Row row = leads.find(lead);
  if (row == kNoRow) return losers;
  for (ColumnIndex column = 0; column < leads.column_count(); ++column)
    for (const book::HistoricWrite& write : book.history(0, row, column))
      if (write.concurrent) losers.emplace(leads.column_name(column), write.at);
  return losers;
}

bool is_here(const book::Book& book, Id lead) {
  const Row row = book.model().leads().find(lead);
  return row != kNoRow && book.model().lead(row).known && book.model().leads().alive(row);
}

bool was_known(const book::Book& book, Id lead) {
  const Row row = book.model().leads().find(lead);
  return row != kNoRow && book.model().lead(row).known;
}

// Whom a lead is merged into, if that one lives.
Id living_heir_of(const book::Book& book, Id lead) {
  const Row row = book.model().leads().find(lead);
  const Row heir = row == kNoRow ? kNoRow : book.model().lead(row).heir;
  return heir == kNoRow || !book.model().leads().alive(heir) ? Id{} : book.model().leads().id(heir);
}

// Fields of leads that were merged before, and are its own now.
bool is_changed_below(const book::Book& before, const book::Book& after, Id lead) {
  const Table& leads = after.model().leads();
  for (Row row = 0; row < leads.size(); ++row) {
    const Id id = leads.id(row);
    const Row old = before.model().leads().find(id);
    if (living_heir_of(after, id) == lead && old != kNoRow &&
        before.model().lead(old).heir != kNoRow && cells_of(before, id) != cells_of(after, id))
      return true;
  }
  return false;
}

std::optional<Fate> naive_fate(const book::Book& before, const book::Book& after, Id lead) {
  if (after.is_erased(lead))
    return was_known(before, lead) ? std::optional(Fate::kErased) : std::nullopt;
  const bool was = is_here(before, lead), is = is_here(after, lead);
  if (was && !is) {
    const Row heir = after.model().standing(after.model().leads().find(lead));
    return after.model().leads().alive(heir) ? Fate::kMerged : Fate::kDeleted;
  }
  if (!was && is) return was_known(before, lead) ? Fate::kRestored : Fate::kNew;
  if (!was) {
    const Row row = before.model().leads().find(lead);
    const bool in_trash = was_known(before, lead) && before.model().lead(row).heir == kNoRow;
    return in_trash && !living_heir_of(after, lead).is_nil() ? std::optional(Fate::kMerged)
                                                             : std::nullopt;
  }
  if (!std::ranges::includes(losers_of(before, lead), losers_of(after, lead)))
    return Fate::kConflict;
  if (cells_of(before, lead) != cells_of(after, lead) || is_changed_below(before, after, lead) ||
      living_log_of(before, after, lead) != living_log_of(after, after, lead))
    return Fate::kChanged;
  return std::nullopt;
}

std::vector<Operation> missing_in(const book::Book& book, const std::vector<Operation>& all) {
  std::vector<Operation> missing;
  for (const Operation& operation : all)
    if (Operation rest = book.missing_of(operation); !rest.writes.empty())
      missing.push_back(std::move(rest));
  return missing;
}

TEST(MergePreview, SaysWhatTheMergeDoes) {
  LEADLIGHT_SEEDED(random, 71);
  std::map<Fate, int> met;
  int changed_below = 0;
  for (int i = 0; i < 120; ++i) {
    History history(random, 3, 20,
                    i % 2 == 0 ? History::Erasures::kNone : History::Erasures::kSome);
    const book::Book& before = history.people()[0]->book;
    const book::Book& theirs = history.people()[1]->book;
    book::Book after({1, 2});
    after.absorb(all_operations(before), history.now());
    after.absorb(all_operations(theirs), history.now());
    const auto missing = missing_in(before, all_operations(theirs));
    const SnapshotPreview preview = preview_of(missing, before);
    std::map<Id, Fate> shown;
    for (const IncomingLead& lead : preview.leads) shown.emplace(lead.id, lead.fate);
    ASSERT_EQ(shown.size(), preview.leads.size()) << "each lead once";
    const Table& leads = after.model().leads();
    for (Row row = 0; row < leads.size(); ++row) {
      const Id lead = leads.id(row);
      const auto truth = naive_fate(before, after, lead);
      const auto said = shown.find(lead);
      ASSERT_EQ(said == shown.end() ? std::nullopt : std::optional(said->second), truth)
          << "history " << i << " lead " << text_from_id(lead);
      if (!truth) continue;
      ++met[*truth];
      if (truth == Fate::kErased) continue;
      // Line by line: what is said to change, and nothing else.
      auto cells = cells_of(before, lead);
      changed_below += static_cast<int>(is_changed_below(before, after, lead));
      for (const IncomingChange& change : changes_of(preview, Kind::kLead, lead, before)) {
        if (!change.of.is_nil()) {
          ASSERT_EQ(living_heir_of(after, change.of), lead);
          ASSERT_NE(cells_of(before, change.of), cells_of(after, change.of));
        } else if (change.what == IncomingChange::What::kField ||
                   (change.what == IncomingChange::What::kConflict)) {
          cells[change.field] = change.after;
          if (change.after.empty()) cells.erase(change.field);
        }
      }
      ASSERT_EQ(cells, cells_of(after, lead)) << "history " << i;
    }
  }
  EXPECT_GT(changed_below, 3);
  for (std::size_t fate = 0; fate < kFates; ++fate)
    if (static_cast<Fate>(fate) != Fate::kDeletedHere)
      EXPECT_GT(met[static_cast<Fate>(fate)], 0) << "fate " << fate << " is never tried";
}

// Leads that redirects link, in either of two books: what becomes of one may hang on another.
class Linked {
 public:
  explicit Linked(std::initializer_list<const book::Book*> books) {
    for (const book::Book* const book : books) {
      const Model& model = book->model();
      for (Row row = 0; row < model.leads().size(); ++row)
        if (const auto into = id_from_text(model.text(row, LeadField::kMergedInto)))
          parents_[root(model.leads().id(row))] = root(*into);
    }
  }
  [[nodiscard]] bool any_with(Id lead, std::span<const Id> others) {
    return std::ranges::any_of(others, [&](Id other) { return root(other) == root(lead); });
  }

 private:
  Id root(Id lead) {
    while (parents_.contains(lead) && parents_[lead] != lead) lead = parents_[lead];
    return lead;
  }
  std::map<Id, Id> parents_;
};

TEST(MergePreview, LeavingOutTouchesNothingOfALeadAndTheRestComesLater) {
  LEADLIGHT_SEEDED(random, 72);
  int left_out_at_all = 0, taken_beside = 0;
  for (int i = 0; i < 100; ++i) {
    // Of merged leads: whoever is left out may be what another one's fate is due to.
    const bool redirects = i % 2 == 0;
    History history(random, 3, 20, History::Erasures::kSome,
                    redirects ? History::Redirects::kSome : History::Redirects::kNone);
    const book::Book& mine = history.people()[0]->book;
    const auto theirs = all_operations(history.people()[1]->book);
    book::Book book({1, 2});
    book.absorb(all_operations(mine), history.now());
    const auto missing = missing_in(book, theirs);
    SnapshotPreview preview = preview_of(missing, book);
    std::vector<Id> out;
    for (const IncomingLead& lead : preview.leads)
      if (lead.fate != Fate::kErased && random.one_in(2)) out.push_back(lead.id);
    preview.take(out, false);
    left_out_at_all += static_cast<int>(out.size());
    std::map<Id, std::map<std::string, std::string>> before;
    for (const Id lead : out) before[lead] = cells_of(book, lead);
    book.absorb(without_leads(missing, preview.left_out(), preview.merged->model()), history.now());
    for (const Id lead : out) ASSERT_EQ(cells_of(book, lead), before[lead]) << "history " << i;
    book::Book whole({1, 2});
    whole.absorb(all_operations(mine), history.now());
    whole.absorb(theirs, history.now());
    // Whoever has nothing to do with those becomes just what was shown.
    Linked linked{&mine, &whole, &book};
    const std::vector<Id> left_out = preview.left_out();
    for (const IncomingLead& lead : preview.leads) {
      if (linked.any_with(lead.id, left_out)) continue;
      ++taken_beside;
      ASSERT_EQ(naive_fate(mine, book, lead.id), std::optional(lead.fate)) << "history " << i;
      ASSERT_EQ(cells_of(book, lead.id), cells_of(whole, lead.id)) << "history " << i;
      ASSERT_EQ(living_heir_of(book, lead.id), living_heir_of(whole, lead.id)) << "history " << i;
    }

    const SnapshotPreview rest = preview_of(missing_in(book, theirs), book);
    for (const IncomingLead& lead : rest.leads)
      if (!redirects) ASSERT_TRUE(std::ranges::contains(out, lead.id)) << "history " << i;
    if (!redirects) ASSERT_EQ(rest.leads.size(), out.size()) << "history " << i;
    book.absorb(missing_in(book, theirs), history.now());
    ASSERT_EQ(book.state_hash(), whole.state_hash()) << "history " << i;
  }
  EXPECT_GT(left_out_at_all, 20);
  EXPECT_GT(taken_beside, 20);
}

TEST(MergePreview, SaysWhoIsErasedAndKeepsWhoWasErasedAway) {
  constexpr UtcMs kNow = 1'790'000'000'000;
  const Id lead{7, 1};
  const auto draft = [&](std::string_view kind, std::string_view field, std::string_view value) {
    OperationBuilder builder;
    builder.begin_record(kind, lead);
    builder.write(field, value);
    return builder.take();
  };
  book::Book mine({1, 1}), theirs({1, 2});
  const std::vector made{mine.commit(draft("lead", "full_name", "Olga"), kNow)};
  theirs.absorb(made, kNow);
  const std::vector erased{theirs.commit(draft("erasure", "erased", "1"), kNow + 1)};
  SnapshotPreview preview = preview_of(erased, mine);
  ASSERT_EQ(preview.leads.size(), 1U);
  EXPECT_EQ(preview.leads[0].fate, Fate::kErased);
  preview.take(std::vector{lead}, false);
  EXPECT_TRUE(preview.leads[0].taken) << "it can't be left out";
  const std::vector edit{mine.commit(draft("lead", "city", "Ulm"), kNow + 2)};
  EXPECT_TRUE(preview_of(edit, theirs).leads.empty()) << "nobody comes back";
}

// ---- as a person does it -------------------------------------------------------------------------------------------

TEST(Merge, ShowsBothValuesOfAConflictAndLetsEitherBeChosen) {
  Pair pair;
  pair.a->dispatch(SetMyName{"Ana"});
  pair.b->dispatch(SetMyName{"Ben"});
  const Id lead = pair.a->add("Olga");
  pair.share();
  pair.a->dispatch(EditLead{lead, {{"phone", "111"}}});
  pair.there.clock.set_now(pair.there.clock.now() + kHourMs);
  pair.b->dispatch(EditLead{lead, {{"phone", "222"}}});
  const SnapshotPreview& preview = pair.preview();
  EXPECT_EQ(fate_of(preview, lead), Fate::kConflict);
  const auto changes = pair.changes(lead);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].what, IncomingChange::What::kConflict);
  EXPECT_EQ(changes[0].after, "222");
  EXPECT_EQ(changes[0].by, "Ben");
  EXPECT_FALSE(changes[0].after_is_ours);
  EXPECT_EQ(changes[0].before, "111");
  EXPECT_EQ(changes[0].before_by, "Ana");
  EXPECT_TRUE(changes[0].before_is_ours);
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->toast(), "Imported b.json: 1 changed; 1 in conflict");
  EXPECT_TRUE(pair.a->state().toasts.back().conflicts);
  EXPECT_EQ(pair.a->text(lead, LeadField::kPhone), "222");
  pair.a->dispatch(ChooseConcurrent{lead, "phone", "111"});
  EXPECT_EQ(pair.a->text(lead, LeadField::kPhone), "111");
  EXPECT_TRUE(pair.a->app->book().concurrent_rows(0).empty());
  pair.a->dispatch(Undo{});
  EXPECT_EQ(pair.a->text(lead, LeadField::kPhone), "222");
}

// The colleague's file knows of our change by now, and still whoever deleted did not.
TEST(Merge, ADeletionThatDidNotKnowOfAChangeIsNeverTickedByItself) {
  Pair pair;
  const Id ben = pair.a->add("Ben");
  pair.share();
  pair.there.clock.set_now(pair.there.clock.now() + kMinuteMs);
  pair.b->dispatch(DeleteLeads{{ben}});
  pair.here.clock.set_now(pair.there.clock.now() + kHourMs);
  pair.a->dispatch(EditLead{ben, {{"email", "ben@brauwerk.example"}}});
  for (int exchange = 0; exchange < 3; ++exchange) {
    SCOPED_TRACE(exchange);
    const SnapshotPreview& preview = pair.preview();
    ASSERT_EQ(fate_of(preview, ben), Fate::kDeleted);
    EXPECT_TRUE(preview.leads[0].changed_here);
    EXPECT_FALSE(preview.leads[0].taken);
    pair.a->dispatch(CommitImport{});
    EXPECT_EQ(pair.a->text(ben, LeadField::kEmail), "ben@brauwerk.example");
    ASSERT_NE(pair.a->row(ben), kNoRow);
    EXPECT_TRUE(pair.a->model().leads().alive(pair.a->row(ben)));
    open(*pair.b, "a.json", snapshot_of(*pair.a));
    pair.b->dispatch(CommitImport{});
  }
}

// What belongs to no lead is no less somebody's work.
TEST(Merge, ShowsBothValuesOfATeamSettingOnBothSides) {
  Pair pair;
  pair.a->dispatch(SetSetting{"team_name", "Base"});
  pair.a->add("Olga");
  pair.share();
  pair.a->dispatch(SetSetting{"team_name", "Mine"});
  pair.there.clock.set_now(pair.there.clock.now() + kHourMs);
  pair.b->dispatch(SetSetting{"team_name", "Theirs"});
  const std::string of_a = snapshot_of(*pair.a), of_b = snapshot_of(*pair.b);
  for (auto& [page, file, counts] :
       {std::tuple{pair.a.get(), of_b, true}, std::tuple{pair.b.get(), of_a, false}}) {
    SCOPED_TRACE(counts);
    open(*page, "other.json", file);
    const SnapshotPreview& preview = page->state().import->snapshot;
    ASSERT_EQ(preview.others.size(), 1U);
    EXPECT_EQ(preview.others[0].conflicts, 1U);
    EXPECT_EQ(preview.others[0].changes, counts ? 1U : 0U) << "theirs is later";
    const auto changes =
        changes_of(preview, Kind::kSetting, preview.others[0].id, page->app->book());
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].what, IncomingChange::What::kConflict);
    EXPECT_EQ(changes[0].after, "Theirs");
    EXPECT_EQ(changes[0].before, "Mine");
    page->dispatch(CommitImport{});
    EXPECT_TRUE(page->state().toasts.back().conflicts) << page->toast();
    EXPECT_EQ(page->state().settings.team_name, "Theirs");
    EXPECT_EQ(page->app->book().concurrent_rows(static_cast<KindIndex>(Kind::kSetting)).size(), 1U);
  }
  pair.a->dispatch(ChooseConcurrent{kTeamSettingsId, "team_name", "Mine", Kind::kSetting});
  EXPECT_EQ(pair.a->state().settings.team_name, "Mine");
  EXPECT_TRUE(pair.a->app->book().concurrent_rows(static_cast<KindIndex>(Kind::kSetting)).empty());
  pair.a->dispatch(Undo{});
  EXPECT_EQ(pair.a->state().settings.team_name, "Theirs");
}

TEST(Merge, AConflictOfStagesIsSettledWithAMove) {
  Pair pair;
  const Id lead = pair.a->add("Olga");
  pair.share();
  pair.a->move(lead, Stage::kMql);
  pair.there.clock.set_now(pair.there.clock.now() + kHourMs);
  pair.b->move(lead, Stage::kSql);
  pair.preview();
  pair.a->dispatch(CommitImport{});
  ASSERT_EQ(pair.a->model().lead(pair.a->row(lead)).stage, Stage::kSql);
  pair.a->dispatch(ChooseConcurrent{lead, "stage", "mql"});
  EXPECT_EQ(pair.a->model().lead(pair.a->row(lead)).stage, Stage::kMql);
  EXPECT_EQ(pair.a->text(lead, LeadField::kSubStage), "");
  const Row newest = pair.a->model().lead(pair.a->row(lead)).first_move;
  EXPECT_EQ(pair.a->model().move(newest).to, Stage::kMql);
  EXPECT_TRUE(pair.a->app->book().concurrent_rows(0).empty());
}

TEST(Merge, LeavesOutALeadWhichALaterImportOffers) {
  Pair pair;
  const Id kept = pair.b->add("Kept");
  pair.b->dispatch(LogTouch{kept, TouchKind::kCall, TouchResult::kReached, {}});
  const std::string csv = "Name\nOlga\nJim\nAda\n";  // one operation with three leads
  open(*pair.b, "list.csv", csv);
  pair.b->dispatch(CommitImport{});
  const Id out = pair.b->model().leads().id(2);
  ASSERT_EQ(pair.b->model().name_of(2), "Jim");
  pair.b->dispatch(AddNote{out, "from Ben"});
  pair.preview();
  pair.a->dispatch(TakeLeads{{out}, false});
  EXPECT_EQ(pair.a->state().import->snapshot.taken_of(Fate::kNew), 3U);
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->toast(), "Imported b.json: 3 new");
  EXPECT_EQ(pair.a->model().leads().alive_count(), 3U);
  EXPECT_EQ(pair.a->row(out), kNoRow);
  const Id hash = pair.a->app->book().state_hash();
  pair.a = std::make_unique<Page>(pair.here);  // what was saved is what was merged
  EXPECT_EQ(pair.a->app->book().state_hash(), hash);

  const SnapshotPreview& rest = pair.preview();
  ASSERT_EQ(rest.leads.size(), 1U);
  EXPECT_EQ(rest.leads[0].id, out);
  const auto fields = pair.changes(out);
  EXPECT_TRUE(std::ranges::contains(fields, "full_name", &IncomingChange::field));
  EXPECT_TRUE(std::ranges::contains(fields, IncomingChange::What::kNote, &IncomingChange::what));
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->app->book().state_hash(), pair.b->app->book().state_hash());
  const std::string shown = visible_state(pair.a->state());
  {
    Page reloaded(pair.here);
    EXPECT_EQ(reloaded.app->book().state_hash(), pair.b->app->book().state_hash());
  }
  // Each merge takes back just what it brought, though both have the same stamp.
  pair.a->dispatch(Undo{});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 3U);
  EXPECT_FALSE(is_here(pair.a->app->book(), out));
  pair.a->dispatch(Redo{});
  EXPECT_EQ(visible_state(pair.a->state()), shown);
  ASSERT_EQ(pair.a->state().merges.size(), 2U);
  pair.a->dispatch(TakeMergeBack{pair.a->state().merges[0].at});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 1U);
  EXPECT_TRUE(is_here(pair.a->app->book(), out));
  pair.preview();
  EXPECT_TRUE(pair.a->state().import->operations.empty()) << "nothing is missing any more";
}

TEST(Merge, AnotherTabSeesTheRestOfAnOperation) {
  Pair pair;
  open(*pair.b, "list.csv", "Name\nOlga\nJim\n");
  pair.b->dispatch(CommitImport{});
  const Id out = pair.b->model().leads().id(1);
  Page tab(pair.here);
  pair.preview();
  pair.a->dispatch(TakeLeads{{out}, false});
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(tab.model().leads().alive_count(), 1U);
  const std::size_t revision = tab.state().revision;
  pair.preview();
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(tab.model().leads().alive_count(), 2U);
  EXPECT_EQ(tab.state().leads->size(), 2U) << "and all that is derived";
  EXPECT_NE(tab.state().revision, revision);
}

TEST(Merge, IsTakenBackAfterLaterEditsAndAReload) {
  Pair pair;
  const Id mine = pair.a->add("Mine");
  pair.share();
  pair.b->add("One");
  const Id two = pair.b->add("Two");
  pair.b->dispatch(EditLead{mine, {{"city", "Ulm"}, {"phone", "222"}}});
  pair.preview();
  pair.a->dispatch(CommitImport{});
  pair.a->dispatch(EditLead{mine, {{"phone", "333"}}});
  const Id later = pair.a->add("Later");
  pair.a = std::make_unique<Page>(pair.here);
  EXPECT_FALSE(pair.a->state().can_undo);
  ASSERT_EQ(pair.a->state().merges.size(), 1U);
  EXPECT_EQ(pair.a->state().merges[0].label, "Import b.json");
  pair.a->dispatch(TakeMergeBack{pair.a->state().merges[0].at});
  EXPECT_EQ(pair.a->toast(), "Undone: Import b.json");
  EXPECT_EQ(pair.a->text(mine, LeadField::kCity), "");
  EXPECT_EQ(pair.a->text(mine, LeadField::kPhone), "333") << "later edits stay";
  EXPECT_TRUE(is_here(pair.a->app->book(), later));
  EXPECT_FALSE(is_here(pair.a->app->book(), two));
  EXPECT_EQ(pair.a->model().leads().alive_count(), 2U);
  pair.a->dispatch(Redo{});
  EXPECT_TRUE(is_here(pair.a->app->book(), two));
}

TEST(Merge, AsksForTheirNumberBeforeItDeletesMany) {
  Pair pair;
  std::vector<Id> leads;
  for (int i = 0; i < 40; ++i) leads.push_back(pair.a->add("Lead " + std::to_string(i)));
  pair.share();
  pair.b->dispatch(DeleteLeads{{leads.begin(), leads.begin() + 3}});
  pair.preview();
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 37U) << "three of forty are few";
  pair.b->dispatch(DeleteLeads{{leads.begin() + 3, leads.begin() + 7}});
  pair.preview();
  const std::string before = visible_state(pair.a->state());
  pair.a->dispatch(CommitImport{});
  EXPECT_TRUE(pair.a->toast_is_error());
  ASSERT_TRUE(pair.a->state().import);
  EXPECT_EQ(visible_state(pair.a->state()), before);
  pair.a->dispatch(CommitImport{5});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 37U);
  pair.a->dispatch(CommitImport{4});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 33U);

  pair.b->dispatch(DeleteLeads{{leads.begin() + 7, leads.begin() + 20}});
  const Id added = pair.b->add("Added");
  const SnapshotPreview& preview = pair.preview();
  std::vector<Id> deleted;
  for (const IncomingLead& lead : preview.leads)
    if (lead.fate == Fate::kDeleted) deleted.push_back(lead.id);
  ASSERT_EQ(deleted.size(), 13U);
  pair.a->dispatch(TakeLeads{deleted, false});
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 34U) << "all kept, and the new one";
  EXPECT_TRUE(is_here(pair.a->app->book(), added));
}

TEST(Merge, FollowsABookThatMovedOnAndRemembersWhatIsLeftOut) {
  Pair pair;
  const Id lead = pair.a->add("Olga");
  pair.share();
  pair.b->dispatch(EditLead{lead, {{"phone", "222"}}});
  const Id out = pair.b->add("Out");
  pair.preview();
  pair.a->dispatch(TakeLeads{{out}, false});
  EXPECT_EQ(fate_of(pair.a->state().import->snapshot, lead), Fate::kChanged);
  pair.a->dispatch(EditLead{lead, {{"phone", "333"}}});
  EXPECT_EQ(fate_of(pair.a->state().import->snapshot, lead), Fate::kConflict);
  pair.a->dispatch(CommitImport{});
  EXPECT_FALSE(is_here(pair.a->app->book(), out));
}

TEST(Merge, ShowsChangedSettings) {
  Pair pair;
  pair.b->dispatch(SetSettings{{{"minimum_fit", "7"}, {"goal_minutes", "5"}}});
  const SnapshotPreview& preview = pair.preview();
  EXPECT_TRUE(preview.leads.empty());
  ASSERT_EQ(preview.others.size(), 1U);
  EXPECT_EQ(preview.others[0].kind, Kind::kSetting);
  EXPECT_EQ(preview.others[0].changes, 2U);
  const auto changes =
      changes_of(preview, Kind::kSetting, preview.others[0].id, pair.a->app->book());
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_TRUE(std::ranges::contains(changes, "minimum_fit", &IncomingChange::field));
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->state().settings.minimum_fit, 7);
}

TEST(Merge, ShowsChangedTemplates) {
  Pair pair;
  OperationBuilder builder;
  message::Template one = message::default_templates().front();
  one.subject = "Your question";
  one.body = "Hi {first_name|there}: {hook}";
  book::Book theirs({3, 3});
  message::write_template(builder, theirs.model(), one);
  theirs.commit(builder.take(), pair.here.clock.now());
  interchange::SnapshotWriter writer;
  theirs.for_each_operation([&](const Operation& operation) { writer.add(operation); });
  const std::string file = writer.finish();
  open(*pair.a, "theirs.json", file);
  const SnapshotPreview& preview = pair.a->state().import->snapshot;
  ASSERT_EQ(preview.others.size(), 1U);
  EXPECT_EQ(preview.others[0].kind, Kind::kTemplate);
  EXPECT_EQ(preview.others[0].id, one.id);
  EXPECT_EQ(preview.others[0].changes, 2U);
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(message::templates_from(pair.a->model()).front().body, one.body);
  pair.a->add("Olga");
  pair.a->dispatch(ExportFigures{});
  EXPECT_FALSE(pair.a->device.files.saved.back().bytes.contains("template"));
}

TEST(Merge, D7_ShowsExperimentsAndLeavesThemOutOfFigures) {
  Pair pair;
  OperationBuilder builder;
  builder.begin_record("experiment", Id{6, 6});
  builder.write("name", "Short or long?");
  builder.write("days", "14");
  book::Book theirs({3, 3});
  theirs.commit(builder.take(), pair.here.clock.now());
  interchange::SnapshotWriter writer;
  theirs.for_each_operation([&](const Operation& operation) { writer.add(operation); });
  open(*pair.a, "theirs.json", writer.finish());
  const SnapshotPreview& preview = pair.a->state().import->snapshot;
  ASSERT_EQ(preview.others.size(), 1U);
  EXPECT_EQ(preview.others[0].kind, Kind::kExperiment);
  EXPECT_EQ(preview.others[0].changes, 2U);
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->model().text(Kind::kExperiment, 0, 0), "Short or long?");
  pair.a->add("Olga");
  pair.a->dispatch(ExportFigures{});
  EXPECT_FALSE(pair.a->device.files.saved.back().bytes.contains("experiment"));
}

TEST(Merge, GoesOnWithoutFilesThatCanNotBeRead) {
  Pair pair;
  pair.b->add("Olga");
  const std::string whole = snapshot_of(*pair.b);
  using enum ports::File::Fault;
  pair.a->dispatch(OpenFiles{{{"cut.json", whole.substr(0, whole.size() - 9)},
                              {"b.json", whole},
                              {"fair.csv", "Name\nJim\n"},
                              {"gone.json", {}, kUnreadable}}});
  ASSERT_TRUE(pair.a->state().import);
  EXPECT_FALSE(pair.a->state().import_error);
  const ImportSession& session = *pair.a->state().import;
  EXPECT_EQ(session.file_name, "b.json");
  ASSERT_EQ(session.refused.size(), 3U);
  EXPECT_EQ(session.refused[0].name, "cut.json");
  EXPECT_EQ(session.refused[1].name, "fair.csv");
  EXPECT_EQ(session.refused[2].name, "gone.json");
  for (const RefusedFile& file : session.refused) EXPECT_FALSE(file.error.sentence().empty());
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 1U);
}

TEST(Merge, TakesPartsOfAnOperationFromTwoFiles) {
  Pair pair;
  open(*pair.b, "list.csv", "Name\nOlga\nJim\n");
  pair.b->dispatch(CommitImport{});
  const std::string whole = snapshot_of(*pair.b);
  Device third(3);
  Page c(third);
  open(c, "b.json", whole);
  c.dispatch(TakeLeads{{c.state().import->snapshot.leads[0].id}, false});
  c.dispatch(CommitImport{});
  Device fourth(4);
  Page d(fourth);
  open(d, "b.json", whole);
  d.dispatch(TakeLeads{{d.state().import->snapshot.leads[1].id}, false});
  d.dispatch(CommitImport{});
  pair.a->dispatch(OpenFiles{{{"c.json", snapshot_of(c)}, {"d.json", snapshot_of(d)}}});
  EXPECT_EQ(pair.a->state().import->operations.size(), 1U);
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->app->book().state_hash(), pair.b->app->book().state_hash());
  pair.a->dispatch(Undo{});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 0U);
}

TEST(Merge, ListsEditsOfAMergedLeadUnderTheOneThatStays) {
  for (const bool take : {true, false}) {
    Pair pair;
    const Id james = pair.a->add("James Brodo");
    const Id jim = pair.a->add("Jim Brodo");
    pair.share();
    pair.a->dispatch(MergeLeads{james, {jim}});
    pair.b->dispatch(EditLead{jim, {{"phone", "222"}}});
    const SnapshotPreview& preview = pair.preview();
    ASSERT_EQ(preview.leads.size(), 1U);
    EXPECT_EQ(fate_of(preview, james), Fate::kChanged);
    const auto changes = pair.changes(james);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].of, jim);
    EXPECT_EQ(changes[0].after, "222");
    pair.a->dispatch(TakeLeads{{james}, take});
    pair.a->dispatch(CommitImport{});
    EXPECT_EQ(pair.a->text(jim, LeadField::kPhone), take ? "222" : "");
    pair.preview();
    EXPECT_EQ(pair.a->state().import->brings_nothing(), take);
  }
}

// ---- what is gone here, and still in the file ----------------------------------------------------------------------

TEST(ImportAgain, BringsBackWhatAnUndoTookAway) {
  for (const bool reload : {false, true}) {
    Pair pair;
    const Id mine = pair.a->add("Mine");
    pair.share();
    const Id one = pair.b->add({{"full_name", "One"}}, "A note");
    const Id two = pair.b->add("Two");
    pair.b->log(two, TouchKind::kCall, TouchResult::kReached);
    pair.b->dispatch(EditLead{mine, {{"phone", "222"}}});
    const std::string file = snapshot_of(*pair.b);
    open(*pair.a, "b.json", file);
    pair.a->dispatch(CommitImport{});
    const std::string whole = visible_state(pair.a->state());
    for (int round = 0; round < 3; ++round) {
      if (reload) {
        pair.a = std::make_unique<Page>(pair.here);
        pair.a->dispatch(TakeMergeBack{pair.a->state().merges.back().at});
      } else {
        pair.a->dispatch(Undo{});
      }
      ASSERT_EQ(pair.a->model().leads().alive_count(), 1U) << round;
      if (reload) pair.a = std::make_unique<Page>(pair.here);
      open(*pair.a, "b.json", file);
      const SnapshotPreview& preview = pair.a->state().import->snapshot;
      ASSERT_EQ(preview.leads.size(), 3U) << round;
      EXPECT_EQ(fate_of(preview, one), Fate::kRestored);
      EXPECT_EQ(fate_of(preview, two), Fate::kRestored);
      EXPECT_EQ(fate_of(preview, mine), Fate::kChanged);
      const auto changes = pair.changes(mine);
      ASSERT_EQ(changes.size(), 1U);
      EXPECT_EQ(changes[0].after, "222");
      if (round == 1) {  // in two goes
        pair.a->dispatch(TakeLeads{{two}, false});
        pair.a->dispatch(CommitImport{});
        EXPECT_FALSE(is_here(pair.a->app->book(), two));
        open(*pair.a, "b.json", file);
        ASSERT_EQ(pair.a->state().import->snapshot.leads.size(), 1U);
        pair.a->dispatch(CommitImport{});
        EXPECT_EQ(visible_state(pair.a->state()), whole);
        // Each of them is a step of its own.
        pair.a->dispatch(TakeMergeBack{pair.a->state().merges.back().at});
        EXPECT_FALSE(is_here(pair.a->app->book(), two));
        EXPECT_TRUE(is_here(pair.a->app->book(), one));
        EXPECT_EQ(pair.a->text(mine, LeadField::kPhone), "222");
        open(*pair.a, "b.json", file);
        pair.a->dispatch(TakeLeads{{}, true});
        pair.a->dispatch(CommitImport{});
        pair.a->dispatch(TakeMergeBack{pair.a->state().merges.back().at});
        pair.a->dispatch(
            TakeMergeBack{pair.a->state().merges[pair.a->state().merges.size() - 3].at});
        open(*pair.a, "b.json", file);
      }
      pair.a->dispatch(CommitImport{});
      EXPECT_FALSE(pair.a->toast_is_error()) << pair.a->toast();
      ASSERT_EQ(visible_state(pair.a->state()), whole) << round;
      open(*pair.a, "b.json", file);
      EXPECT_TRUE(pair.a->state().import->brings_nothing()) << round;
    }
    // The other one gets all of it, as it is.
    pair.b->dispatch(CancelImport{});
    open(*pair.b, "a.json", snapshot_of(*pair.a));
    pair.b->dispatch(CommitImport{});
    EXPECT_EQ(pair.a->app->book().state_hash(), pair.b->app->book().state_hash());
  }
}

TEST(ImportAgain, LeavesAloneWhatWasChangedSinceTheUndo) {
  Pair pair;
  const Id mine = pair.a->add("Mine");
  pair.share();
  pair.b->dispatch(EditLead{mine, {{"phone", "222"}, {"city", "Ulm"}}});
  pair.preview();
  pair.a->dispatch(CommitImport{});
  pair.a->dispatch(Undo{});
  pair.a->dispatch(EditLead{mine, {{"phone", "333"}}});
  pair.preview();
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->text(mine, LeadField::kPhone), "333");
  EXPECT_EQ(pair.a->text(mine, LeadField::kCity), "Ulm");
}

TEST(ImportAgain, DoesNotOfferAgainWhatWasNoImport) {
  Pair pair;
  const Id lead = pair.a->add("Olga");
  pair.a->dispatch(EditLead{lead, {{"phone", "a slip"}}});
  pair.share();
  pair.a->dispatch(Undo{});
  EXPECT_TRUE(pair.preview().leads.empty());
  EXPECT_TRUE(pair.a->state().import->brings_nothing());
}

TEST(ImportAgain, OffersWhoWasDeletedByHandButTakesNobodyUnasked) {
  Pair pair;
  const Id olga = pair.a->add("Olga");
  const Id jim = pair.a->add("Jim");
  pair.a->dispatch(EditLead{jim, {{"do_not_contact", "1"}}});
  pair.share();
  pair.a->dispatch(DeleteLeads{{olga, jim}});
  pair.b->dispatch(EditLead{jim, {{"city", "Ulm"}}});
  const SnapshotPreview& preview = pair.preview();
  EXPECT_EQ(fate_of(preview, olga), Fate::kDeletedHere);
  EXPECT_EQ(fate_of(preview, jim), Fate::kDeletedHere);
  EXPECT_EQ(preview.taken_of(Fate::kDeletedHere), 0U);
  pair.a->dispatch(TakeLeads{{jim}, true});
  pair.a->dispatch(AddNote{pair.a->add("Ada"), "The book moves on"});
  pair.a->dispatch(CommitImport{});
  EXPECT_FALSE(is_here(pair.a->app->book(), olga));
  ASSERT_TRUE(is_here(pair.a->app->book(), jim));
  EXPECT_EQ(pair.a->text(jim, LeadField::kCity), "Ulm");
  EXPECT_EQ(pair.a->text(jim, LeadField::kDoNotContact), "1") << "practice C9";
  pair.a->dispatch(Undo{});
  EXPECT_FALSE(is_here(pair.a->app->book(), jim));
  // Who is deleted in the file, too, is deleted.
  open(*pair.b, "a.json", snapshot_of(*pair.a));
  pair.b->dispatch(CommitImport{});
  EXPECT_FALSE(is_here(pair.b->app->book(), olga));
  EXPECT_TRUE(pair.preview().leads.empty());
}

// A touch says nothing of the lead itself.
TEST(ImportAgain, NamesWhoWasDeletedHereAndIsStillWorkedOnThere) {
  for (const bool note : {false, true}) {
    Pair pair;
    const Id olga = pair.a->add("Olga");
    pair.share();
    pair.a->dispatch(DeleteLeads{{olga}});
    if (note)
      pair.b->dispatch(AddNote{olga, "Calls back on Monday"});
    else
      pair.b->log(olga, TouchKind::kCall, TouchResult::kReached);
    ASSERT_EQ(pair.preview().leads.size(), 1U);
    EXPECT_EQ(fate_of(pair.preview(), olga), Fate::kDeletedHere);
    EXPECT_EQ(pair.changes(olga).size(), note ? 1U : 3U) << "with the next step and its day";
    pair.a->dispatch(TakeLeads{{olga}, true});
    pair.a->dispatch(CommitImport{});
    ASSERT_TRUE(is_here(pair.a->app->book(), olga));
    const LeadFacts& facts = pair.a->model().lead(pair.a->row(olga));
    EXPECT_NE(note ? facts.first_note : facts.first_touch, kNoRow);
  }
}

TEST(ImportAgain, ACsvFileLeavesOutWhoWasDeletedByHand) {
  for (const bool take : {false, true}) {
    Device device;
    auto page = std::make_unique<Page>(device);
    const std::string csv =
        "Name,E-mail,Phone,Company\nOlga,o@x.example,,\nJim,,0221 "
        "1,\nAda,,,Bolt\nTim,t@x.example,,\n";
    open(*page, "list.csv", csv);
    page->dispatch(CommitImport{});
    const auto id = [&](Row row) { return page->model().leads().id(row); };
    const std::vector<Id> gone{id(0), id(1), id(2)};
    page->dispatch(AddNote{gone[0], "Asked us to stop"});
    page->dispatch(EditLead{gone[0], {{"do_not_contact", "1"}}});
    page->dispatch(DeleteLeads{gone});
    page = std::make_unique<Page>(device);
    open(*page, "list.csv", csv);
    const ImportPlan& plan = page->state().import->plan;
    EXPECT_EQ(plan.deleted, 3U);
    EXPECT_EQ(plan.created, 0U);
    EXPECT_EQ(plan.skipped, 1U);
    EXPECT_TRUE(plan.empty());
    page->dispatch(TakeDeleted{take});
    EXPECT_EQ(plan.revived, take ? 3U : 0U);
    page->dispatch(CommitImport{});
    EXPECT_EQ(page->model().leads().alive_count(), take ? 4U : 1U);
    EXPECT_EQ(page->model().leads().size(), 4U) << "nobody is there twice";
    if (!take) continue;
    EXPECT_EQ(page->text(gone[0], LeadField::kDoNotContact), "1") << "practice C9";
    page->dispatch(Undo{});
    EXPECT_EQ(page->model().leads().alive_count(), 1U);
  }
}

// Undo here, the same file again in another tab, redo here; or taking the undo back.
TEST(ImportAgain, RedoBringsNobodyTwiceWhomTheFileBroughtAgain) {
  for (const bool by_redo : {false, true})
    for (const bool all : {false, true}) {
      SCOPED_TRACE(std::format("{} {}", by_redo, all));
      Device device;
      Page page(device), other(device);
      const std::string csv = "Name,E-mail\nOlga,o@x.example\nJim,j@x.example\nAda,\n";
      open(page, "list.csv", csv);
      page.dispatch(CommitImport{});
      page.dispatch(Undo{});
      const Stamp undo = page.app->book().stamps().back();
      device.clock.advance(kMinuteMs);
      Page third(device);
      open(third, "list.csv", all ? csv : "Name,E-mail\nJim,J@x.example\n");
      third.dispatch(CommitImport{});
      ASSERT_EQ(page.model().leads().alive_count(), all ? 3U : 1U);
      if (by_redo)
        page.dispatch(Redo{});
      else
        other.dispatch(TakeBack{{undo}});
      EXPECT_EQ(page.model().leads().alive_count(), 3U);
      const std::string said = by_redo ? page.toast() : other.toast();
      EXPECT_TRUE(
          said.contains(all ? "3 leads are in the book again" : "1 lead is in the book again"))
          << said;
      std::set<std::string> names;
      for (Row row = 0; row < page.model().leads().size(); ++row)
        if (page.model().leads().alive(row)) names.insert(page.model().name_of(row));
      EXPECT_EQ(names.size(), 3U);
    }
}

TEST(ImportAgain, ACsvFileThatWasTakenBackComesAnewWithoutWhoOptedOut) {
  Device device;
  Page page(device);
  const std::string csv = "Name,E-mail\nOlga,o@x.example\nJim,j@x.example\n";
  open(page, "list.csv", csv);
  page.dispatch(CommitImport{});
  page.dispatch(EditLead{page.model().leads().id(0), {{"do_not_contact", "1"}}});
  page.dispatch(TakeBack{{page.app->book().stamps().front()}});
  page.dispatch(AnswerTakeBack{AnswerTakeBack::How::kAll});
  ASSERT_EQ(page.model().leads().alive_count(), 0U);
  open(page, "list.csv", csv);
  EXPECT_EQ(page.state().import->plan.created, 1U);
  EXPECT_EQ(page.state().import->plan.deleted, 1U);
  page.dispatch(CommitImport{});
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
}

TEST(Merge, TicksNoDeletionOfWhomSomebodyWorkedOnHere) {
  enum class Work : unsigned char { kTouch, kNote, kMove, kField, kNothing, kKnown, kThereAndBack };
  for (const Work work : {Work::kTouch, Work::kNote, Work::kMove, Work::kField, Work::kNothing,
                          Work::kKnown, Work::kThereAndBack}) {
    Pair pair;
    const Id lead = pair.a->add("Olga");
    pair.a->add("Jim");
    if (work == Work::kKnown) pair.a->dispatch(AddNote{lead, "Before"});
    pair.share();
    if (work == Work::kTouch) pair.a->log(lead, TouchKind::kCall, TouchResult::kReached);
    if (work == Work::kNote) pair.a->dispatch(AddNote{lead, "Call back"});
    if (work == Work::kMove) pair.a->move(lead, Stage::kMql);
    if (work == Work::kThereAndBack) {  // and with it the life, which is no work
      pair.a->dispatch(DeleteLeads{{lead}});
      pair.a->dispatch(Undo{});
      pair.b->dispatch(DeleteLeads{{lead}});
      pair.b->dispatch(RestoreLeads{{lead}});
    }
    if (work == Work::kField) pair.a->dispatch(EditLead{lead, {{"city", "Ulm"}}});
    pair.b->dispatch(DeleteLeads{{lead}});
    const SnapshotPreview& preview = pair.preview();
    ASSERT_EQ(fate_of(preview, lead), Fate::kDeleted);
    const bool worked_on = work < Work::kNothing;
    EXPECT_EQ(preview.leads[0].changed_here, worked_on);
    EXPECT_EQ(preview.leads[0].taken, !worked_on);
    pair.a->dispatch(CommitImport{});
    EXPECT_EQ(is_here(pair.a->app->book(), lead), worked_on);
    if (!worked_on) continue;
    pair.preview();
    pair.a->dispatch(TakeLeads{{lead}, true});
    pair.a->dispatch(CommitImport{});
    EXPECT_FALSE(is_here(pair.a->app->book(), lead)) << "whoever wants it can have it";
  }
}

TEST(Merge, SaysWhomADeletedLeadBecomesAPartOf) {
  Pair pair;
  const Id james = pair.a->add("James"), jim = pair.a->add("Jim");
  pair.share();
  pair.b->dispatch(MergeLeads{james, {jim}});
  pair.a->dispatch(DeleteLeads{{jim}});
  const SnapshotPreview& preview = pair.preview();
  EXPECT_EQ(fate_of(preview, jim), Fate::kMerged);
  EXPECT_EQ(preview.count(Fate::kDeletedHere), 0U);
  pair.a->dispatch(CommitImport{});
  EXPECT_TRUE(is_here(pair.a->app->book(), james));
  EXPECT_EQ(pair.a->model().lead(pair.a->row(jim)).heir, pair.a->row(james));
}

TEST(Merge, TicksNoDeletionOfWhomSomebodyWasMergedIntoHere) {
  Pair pair;
  const Id james = pair.a->add("James"), jim = pair.a->add("Jim");
  pair.share();
  pair.a->dispatch(MergeLeads{james, {jim}});
  pair.b->dispatch(AddNote{jim, "Call back"});
  pair.b->dispatch(DeleteLeads{{james}});
  const SnapshotPreview& preview = pair.preview();
  ASSERT_EQ(fate_of(preview, james), Fate::kDeleted);
  const auto lead = std::ranges::find(preview.leads, james, &IncomingLead::id);
  EXPECT_TRUE(lead->changed_here);
  EXPECT_FALSE(lead->taken);
  pair.a->dispatch(CommitImport{});
  EXPECT_TRUE(is_here(pair.a->app->book(), james));
}

TEST(Merge, KeepsWhoWasMergedIntoSomebodyWhoIsDeletedHere) {
  Pair pair;
  const Id james = pair.a->add("James"), jim = pair.a->add("Jim");
  pair.share();
  pair.b->dispatch(MergeLeads{james, {jim}});
  pair.b->dispatch(AddNote{james, "Call back"});
  pair.a->dispatch(DeleteLeads{{james}});
  const SnapshotPreview& preview = pair.preview();
  const auto lead = std::ranges::find(preview.leads, jim, &IncomingLead::id);
  ASSERT_NE(lead, preview.leads.end());
  EXPECT_EQ(lead->fate, Fate::kDeleted);
  EXPECT_EQ(lead->heir, james);
  EXPECT_FALSE(lead->taken);
  EXPECT_FALSE(lead->changed_here) << "nobody touched it here";
  pair.a->dispatch(CommitImport{});
  EXPECT_TRUE(is_here(pair.a->app->book(), jim));
}

TEST(TakeBack, AsksFirstWhereLeadsWereWorkedOnSince) {
  using How = AnswerTakeBack::How;
  for (const bool csv : {false, true})
    for (const How how : {How::kNot, How::kAll, How::kKeepChanged}) {
      Pair pair;
      const std::string list = "Name,E-mail\nOlga,o@x.example\nJim,j@x.example\nAda,a@x.example\n";
      Page& first = csv ? *pair.a : *pair.b;
      open(first, "list.csv", list);
      first.dispatch(CommitImport{});
      if (!csv) {
        pair.preview();
        pair.a->dispatch(CommitImport{});
      }
      const Id olga = pair.a->model().leads().id(0), jim = pair.a->model().leads().id(1);
      const UtcMs at = csv ? 0 : pair.a->state().merges[0].at;
      const Stamp made = pair.a->app->book().stamps().front();
      pair.a->dispatch(AddNote{olga, "Call back"});
      pair.a->dispatch(EditLead{jim, {{"city", "Ulm"}}});
      const std::string before = visible_state(pair.a->state());
      const std::string email = pair.a->text(jim, LeadField::kEmail);
      pair.a = std::make_unique<Page>(pair.here);
      if (csv)
        pair.a->dispatch(TakeBack{{made}});
      else
        pair.a->dispatch(TakeMergeBack{at});
      ASSERT_TRUE(pair.a->state().take_back);
      EXPECT_EQ(pair.a->state().take_back->leads, 3U);
      EXPECT_EQ(pair.a->state().take_back->changed, 2U);
      EXPECT_EQ(visible_state(pair.a->state()), before) << "nothing is done before the answer";
      pair.a->dispatch(AnswerTakeBack{how});
      EXPECT_FALSE(pair.a->state().take_back);
      const std::size_t left = how == How::kNot ? 3 : how == How::kAll ? 0 : 2;
      EXPECT_EQ(pair.a->model().leads().alive_count(), left);
      if (how == How::kKeepChanged) {
        EXPECT_TRUE(is_here(pair.a->app->book(), olga));
        EXPECT_TRUE(is_here(pair.a->app->book(), jim));
        EXPECT_EQ(pair.a->text(jim, LeadField::kEmail), email);
      }
      if (how == How::kNot) continue;
      pair.a->dispatch(Redo{});
      EXPECT_EQ(visible_state(pair.a->state()), before);
    }
}

TEST(TakeBack, AsksAnewWhenAnotherTabWorksOnALeadMeanwhile) {
  Device device;
  Page page(device), other(device);
  open(page, "list.csv", "Name\nOlga\nJim\nAda\n");
  page.dispatch(CommitImport{});
  const Id olga = page.model().leads().id(0), jim = page.model().leads().id(1);
  page.dispatch(AddNote{olga, "Call back"});
  page.dispatch(TakeBack{{page.app->book().stamps().front()}});
  ASSERT_EQ(page.state().take_back->changed, 1U);
  other.dispatch(AddNote{jim, "Wants two lines"});
  EXPECT_EQ(page.state().take_back->changed, 2U);
  page.dispatch(AnswerTakeBack{AnswerTakeBack::How::kKeepChanged});
  EXPECT_TRUE(is_here(page.app->book(), jim));
  EXPECT_EQ(page.model().leads().alive_count(), 2U);
}

TEST(TakeBack, AsksNothingWhereNothingStandsChanged) {
  Device device;
  Page page(device);
  open(page, "list.csv", "Name\nOlga\nJim\n");
  page.dispatch(CommitImport{});
  const Id olga = page.model().leads().id(0);
  page.dispatch(AddNote{olga, "Call back"});
  page.dispatch(EditLead{olga, {{"city", "Ulm"}}});
  page.dispatch(Undo{});
  page.dispatch(Undo{});
  page.dispatch(Undo{});
  EXPECT_FALSE(page.state().take_back);
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
}

// ---- clocks --------------------------------------------------------------------------------------------------------

TEST(Merge, AsksForTheYearOfAClockThatIsFarAhead) {
  Pair pair;
  const Id lead = pair.a->add("Olga");
  pair.share();
  pair.there.clock.set_now(utc_from_civil({.year = 2199, .month = 3, .day = 4}));
  pair.b->dispatch(EditLead{lead, {{"city", "Ulm"}}});
  pair.preview();
  const Id before = pair.a->app->book().state_hash();
  for (const CommitImport commit : {CommitImport{}, CommitImport{.year = 2198}}) {
    pair.a->dispatch(commit);
    EXPECT_TRUE(pair.a->toast_is_error());
    EXPECT_TRUE(pair.a->state().import);
    EXPECT_EQ(pair.a->app->book().state_hash(), before);
  }
  pair.a->dispatch(CommitImport{.year = 2199});
  EXPECT_EQ(pair.a->text(lead, LeadField::kCity), "Ulm");
  pair.b->dispatch(EditLead{lead, {{"city", "Bonn"}}});
  pair.preview();
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->text(lead, LeadField::kCity), "Bonn") << "the harm is done: asked once";
}

TEST(Merge, TakesAClockThatIsDaysAheadUnasked) {
  Pair pair;
  pair.there.clock.set_now(pair.here.clock.now() + 3 * kDayMs);
  pair.b->add("Olga");
  pair.preview();
  pair.a->dispatch(CommitImport{});
  EXPECT_EQ(pair.a->model().leads().alive_count(), 1U);
}

TEST(Merge, RefusesAFileFromTheEndOfTheClock) {
  Pair pair;
  const auto file = [](std::uint64_t clock) {
    return std::format(
        R"({{"format":"leadlight-snapshot","version":1,"operations":[
{{"at":"01a2027bd6800001-0000000000000g000000000002","records":[
{{"kind":"lead","id":"0000000000002g000000000006","set":{{"full_name":"Olga"}}}}]}},
{{"at":"{:016x}-0000000000000g000000000002","records":[
{{"kind":"lead","id":"0000000000002g000000000007","set":{{"full_name":"Jim"}}}}]}}]}})",
        clock);
  };
  open(*pair.a, "late.json", file(book::kMostClock + 1));
  EXPECT_FALSE(pair.a->state().import) << "not even its other operations";
  ASSERT_TRUE(pair.a->state().import_error);
  EXPECT_TRUE(pair.a->state().import_error->sentence().contains("10889"));
  open(*pair.a, "late.json", file(book::kMostClock));
  EXPECT_TRUE(pair.a->state().import);
}

TEST(TakeBack, IsForSingleStepsAfterAReloadToo) {
  Device device;
  auto page = std::make_unique<Page>(device);
  const Id lead = page->add("Olga");
  page->dispatch(EditLead{lead, {{"city", "Ulm"}}});
  page->dispatch(EditLead{lead, {{"phone", "1"}}});
  page = std::make_unique<Page>(device);
  const std::vector<Stamp> stamps = page->app->book().stamps();
  page->dispatch(TakeBack{{stamps[1]}});
  EXPECT_EQ(page->toast(), "Undone: Changed city of Olga");
  EXPECT_EQ(page->text(lead, LeadField::kCity), "");
  EXPECT_EQ(page->text(lead, LeadField::kPhone), "1");
  page->dispatch(TakeBack{{stamps[1]}});
  EXPECT_EQ(
      page->toast(),
      "There was nothing to undo: other changes count in place of all of “Changed city of Olga”");
  EXPECT_EQ(page->state().toasts.back().tone, Toast::Tone::kRefused);
  page->dispatch(TakeBack{{Stamp{1, {1, 1}}}});  // nobody's
}

TEST(Merges, AreReadBackAsTheyWere) {
  Merge merge{.at = 17, .label = "Merge\ta,b\n.json", .by = "Ana", .part = {}};
  merge.part = {MergedPart::Limit::kWithout, {{1, 2}, {3, 4}}};
  merge.runs = {{{5, 6}, 0xFFFFFFFF00000000ULL, 0xFFFFFFFF00000001ULL, 2}, {{7, 8}, 1, 1, 1}};
  const Merge plain{
      .at = 18, .label = "Merge b", .by = {}, .part = {}, .runs = {{{9, 9}, 3, 4, 2}}};
  const std::string text = text_from_merges(std::vector{merge, plain});
  const std::vector<Merge> read = merges_from_text(text);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].label, "Merge a,b .json");
  EXPECT_EQ(read[0].part.limit, MergedPart::Limit::kWithout);
  EXPECT_EQ(read[0].part.keys, merge.part.keys);
  ASSERT_EQ(read[0].runs.size(), 2U);
  EXPECT_EQ(read[0].runs[0].last, 0xFFFFFFFF00000001ULL);
  EXPECT_EQ(text_from_merges(read), text_from_merges(merges_from_text(text)));
  EXPECT_TRUE(merges_from_text("").empty());
  EXPECT_TRUE(merges_from_text("x\ty\nz").empty());
}

}  // namespace
}  // namespace leadlight::test
