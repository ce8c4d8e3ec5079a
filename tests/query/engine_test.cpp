#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "followup/queue.h"
#include "query/query.h"
#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::query {
namespace {

using test::kNow;
using test::SmallBook;

std::vector<score::Points> points_of(const SmallBook& book) {
  return score::score_all(book.model, test::settings_without_criteria(), kNow);
}

std::vector<Row> found(const SmallBook& book, std::string_view search) {
  Engine engine;
  Query query;
  query.search = search;
  query.sort = SortKey::kCreated;
  return engine.run(book.model, points_of(book), query);
}

TEST(Search, FindsWordsInAnyFieldInAnyOrderAndSpelling) {
  SmallBook book;
  const Row zolc =
      book.add_lead({{LeadField::kFullName, "Łukasz Żółć"}, {LeadField::kCompany, "Browar Tatry"}});
  const Row smith = book.add_lead(
      {{LeadField::kFullName, "Ann Smith"}, {LeadField::kEmail, "ann@tatry.example"}});
  EXPECT_EQ(found(book, "zolc"), std::vector{zolc});
  EXPECT_EQ(found(book, "TATRY lukasz"), std::vector{zolc});
  EXPECT_EQ(found(book, "tatry"), (std::vector{zolc, smith}));
  EXPECT_EQ(found(book, "tatry zebra"), std::vector<Row>{});
  EXPECT_EQ(found(book, "  "), (std::vector{zolc, smith}));
  EXPECT_EQ(found(book, "annsmith"), std::vector<Row>{})
      << "words do not run from one into the other";
}

TEST(Search, FindsTagsNotesAndOwnFields) {
  SmallBook book;
  const Row tagged = book.add_lead();
  book.set(tagged, "tag:Key account", "1");
  const Row noted = book.add_lead();
  const Row note = book.add_note(noted, "Replaces two lines in spring");
  const Row custom = book.add_lead();
  book.set(custom, "custom:Referrer", "Dr. Möller");
  EXPECT_EQ(found(book, "account"), std::vector{tagged});
  EXPECT_EQ(found(book, "SPRING"), std::vector{noted});
  EXPECT_EQ(found(book, "moller"), std::vector{custom});
  book.set(tagged, "tag:Key account", "");
  book.remove(Kind::kNote, note);
  EXPECT_EQ(found(book, "account"), std::vector<Row>{});
  EXPECT_EQ(found(book, "spring"), std::vector<Row>{});
}

TEST(Scope, TellsOpenLeadsContactsWeededOutAndDeletedApart) {
  SmallBook book;
  const Row open = book.add_lead({{LeadField::kFullName, "a"}});
  const Row won = book.add_lead({{LeadField::kStage, "customer"}});
  const Row student = book.add_lead({{LeadField::kWeedOut, "student"}});
  const Row contact = book.add_lead({{LeadField::kFullName, "c"}});
  const Row deleted = book.add_lead({{LeadField::kFullName, "d"}});
  book.remove(Kind::kLead, deleted);
  book.remove(Kind::kLead, book.add_lead());  // only stands in for a lead that is to come
  std::vector<score::Points> points = points_of(book);
  points[contact].standing = Standing::kContact;
  Engine engine;
  const auto rows = [&](Scope scope) {
    Query query;
    query.scope = scope;
    return engine.run(book.model, points, query);
  };
  EXPECT_EQ(rows(Scope::kOpenLeads), std::vector{open});
  EXPECT_EQ(rows(Scope::kAllLeads), (std::vector{open, won}));
  EXPECT_EQ(rows(Scope::kContacts), std::vector{contact});
  EXPECT_EQ(rows(Scope::kWeededOut), std::vector{student});
  EXPECT_EQ(rows(Scope::kDeleted), std::vector{deleted});
}

TEST(Sort, PutsLeadsWithoutAValueLastBothWays) {
  SmallBook book;
  const Row none = book.add_lead();
  const Row small = book.add_lead({{LeadField::kValueMinor, "-5"}});
  const Row large = book.add_lead({{LeadField::kValueMinor, "900"}});
  Engine engine;
  Query query;
  query.sort = SortKey::kValue;
  EXPECT_EQ(engine.run(book.model, points_of(book), query), (std::vector{large, small, none}));
  query.direction = Direction::kAscending;
  EXPECT_EQ(engine.run(book.model, points_of(book), query), (std::vector{small, large, none}));
}

TEST(Sort, OrdersNamesForPeopleHoweverTheyAreGiven) {
  SmallBook book;
  const Row oe = book.add_lead({{LeadField::kFullName, "Østergård"}});
  const Row first_last =
      book.add_lead({{LeadField::kFirstName, "Nora"}, {LeadField::kLastName, "Ash"}});
  const Row only_mail = book.add_lead({{LeadField::kEmail, "mia@a.example"}});
  const Row nameless = book.add_lead();
  const Row blank = book.add_lead({{LeadField::kFullName, "  "}, {LeadField::kCompany, "Zed"}});
  Engine engine;
  Query query;
  query.sort = SortKey::kName;
  query.direction = Direction::kAscending;
  EXPECT_EQ(engine.run(book.model, points_of(book), query),
            (std::vector{only_mail, first_last, oe, blank, nameless}));
}

TEST(ValuesOf, CountsLivingLeadsMostFrequentFirst) {
  SmallBook book;
  for (const std::string_view source : {"Web", "Fair", "Web", "", "Zoo", "Fair", "Gone"}) {
    const Row row = book.add_lead({{LeadField::kSource, source}});
    if (source == "Gone") book.remove(Kind::kLead, row);
  }
  using Values = std::vector<std::pair<std::string, std::size_t>>;
  EXPECT_EQ(Engine::values_of(book.model, LeadField::kSource, 9),
            (Values{{"Fair", 2}, {"Web", 2}, {"Zoo", 1}}));
  EXPECT_EQ(Engine::values_of(book.model, LeadField::kSource, 1), (Values{{"Fair", 2}}));
}

// The plain way to the same answer: look at every lead, then std::stable_sort.
class Reference {
 public:
  Reference(const Model& model, const std::vector<score::Points>& points)
      : model_(model), points_(points) {}

  [[nodiscard]] std::vector<Row> run(const Query& query) const {
    std::vector<Row> valued;
    std::vector<Row> without;
    for (Row row = 0; row < model_.leads().size(); ++row) {
      if (passes(row, query)) (value(row, query.sort) ? valued : without).push_back(row);
    }
    const auto is_before = [&](Row a, Row b) {
      const auto order = *value(a, query.sort) <=> *value(b, query.sort);
      return query.direction == Direction::kAscending ? order < 0 : order > 0;
    };
    std::ranges::stable_sort(valued, is_before);
    valued.insert(valued.end(), without.begin(), without.end());
    return valued;
  }

 private:
  struct Value {
    std::int64_t number = 0;
    std::string text;
    std::weak_ordering operator<=>(const Value& other) const {
      return number != other.number ? std::weak_ordering(number <=> other.number)
                                    : compare_for_people(text, other.text);
    }
  };
  [[nodiscard]] std::optional<Value> value(Row row, SortKey key) const {
    const auto text = [&](std::string_view found) {
      return found.empty() ? std::nullopt : std::optional(Value{0, std::string(found)});
    };
    const auto number = [&](LeadField field) -> std::optional<Value> {
      const auto found = integer_from_text(model_.text(row, field));
      return found ? std::optional(Value{*found, {}}) : std::nullopt;
    };
    switch (key) {
      case SortKey::kScore: return Value{points_[row].total(), {}};
      case SortKey::kName: return text(model_.name_of(row) == "No name" ? "" : model_.name_of(row));
      case SortKey::kCompany: return text(model_.text(row, LeadField::kCompany));
      case SortKey::kSource: return text(model_.text(row, LeadField::kSource));
      case SortKey::kOwner: return text(model_.text(row, LeadField::kOwner));
      case SortKey::kStage: return Value{static_cast<std::int64_t>(model_.lead(row).stage), {}};
      case SortKey::kCreated: return number(LeadField::kCreatedAt);
      case SortKey::kNextStep: return number(LeadField::kNextStepAt);
      case SortKey::kValue: return number(LeadField::kValueMinor);
      case SortKey::kLastTouch: break;
    }
    std::optional<Value> newest;
    for (Row touch = 0; touch < model_.table(Kind::kTouch).size(); ++touch) {
      if (!model_.table(Kind::kTouch).alive(touch) || model_.touch(touch).lead != row) continue;
      const UtcMs at = model_.touch(touch).at;
      if (!newest || at > newest->number) newest = Value{at, {}};
    }
    return newest;
  }
  [[nodiscard]] bool passes(Row row, const Query& query) const {
    const LeadFacts& facts = model_.lead(row);
    const bool alive = model_.leads().alive(row);
    switch (query.scope) {
      case Scope::kOpenLeads:
        if (!alive || !is_open(facts.stage) || points_[row].standing != Standing::kLead)
          return false;
        break;
      case Scope::kForgotten:
        if (!followup::is_forgotten(model_, points_, row)) return false;
        break;
      case Scope::kAllLeads:
        if (!alive || points_[row].standing != Standing::kLead) return false;
        break;
      case Scope::kContacts:
        if (!alive || points_[row].standing != Standing::kContact) return false;
        break;
      case Scope::kWeededOut:
        if (!alive || points_[row].standing != Standing::kWeededOut) return false;
        break;
      case Scope::kDeleted:
        if (alive) return false;
        break;
    }
    const auto any = [](const auto& list, const auto& wanted) {
      return list.empty() || std::ranges::contains(list, wanted);
    };
    const auto any_text = [&](const std::vector<std::string>& list, LeadField field) {
      return any(list, std::string(model_.text(row, field)));
    };
    if (!any(query.stages, facts.stage) || !any(query.bands, points_[row].band)) return false;
    if (!any_text(query.sources, LeadField::kSource) || !any_text(query.owners, LeadField::kOwner))
      return false;
    if (!any_text(query.countries, LeadField::kCountry) ||
        !any_text(query.campaigns, LeadField::kCampaign))
      return false;
    const auto has_tag = [&](std::string_view tag) {
      const ColumnIndex column = model_.leads().find_column(std::string("tag:").append(tag));
      return column != kNoColumn && model_.leads().cell(row, column) != kNoText;
    };
    if (!std::ranges::all_of(query.tags, has_tag)) return false;
    for (const std::string_view word : split(query.search, ' ')) {
      if (!word.empty() && !has_word(row, folded(word))) return false;
    }
    return true;
  }
  [[nodiscard]] bool has_word(Row row, const std::string& word) const {
    for (const LeadField field :
         {LeadField::kFullName, LeadField::kFirstName, LeadField::kLastName, LeadField::kCompany,
          LeadField::kEmail, LeadField::kSource, LeadField::kOwner, LeadField::kCountry}) {
      if (folded(model_.text(row, field)).contains(word)) return true;
    }
    for (ColumnIndex column = kLeadFieldCount; column < model_.leads().column_count(); ++column) {
      const std::string_view name = model_.leads().column_name(column);
      if (model_.leads().cell(row, column) == kNoText) continue;
      if (name.starts_with("tag:") && folded(name.substr(4)).contains(word)) return true;
    }
    for (Row note = 0; note < model_.table(Kind::kNote).size(); ++note) {
      if (model_.note(note).lead == row && model_.table(Kind::kNote).alive(note) &&
          folded(model_.text(Kind::kNote, note, static_cast<ColumnIndex>(NoteField::kText)))
              .contains(word))
        return true;
    }
    return false;
  }

  const Model& model_;
  const std::vector<score::Points>& points_;
};

// A book under change, and queries of all kinds between the changes.
class Life {
 public:
  explicit Life(test::Random& random) : random_(random) {}
  SmallBook book;
  std::vector<score::Points> points;

  void add() {
    const Row row = book.add_lead();
    points.resize(row + 1);
    for (int i = 0; i < 6; ++i) change(row);
  }
  void change(Row row) {
    const auto set = [&](LeadField field, std::string_view text) { book.set(row, field, text); };
    switch (random_.between(1, 16)) {
      case 1: return set(LeadField::kFullName, some_name());
      case 2: return set(LeadField::kFirstName, some_name());
      case 3: return set(LeadField::kLastName, some_name());
      case 4: return set(LeadField::kCompany, some_name());
      case 5: return set(LeadField::kEmail, some_word() + "@" + some_word() + ".example");
      case 6: return set(LeadField::kStage, text_of(random_.of(kStages)));
      case 7: return set(LeadField::kSource, some_word());
      case 8: return set(LeadField::kOwner, random_.one_in(3) ? "" : some_word());
      case 9: return set(LeadField::kCountry, some_word());
      case 10: return set(LeadField::kNextStepAt, some_number());
      case 11: return set(LeadField::kValueMinor, some_number());
      case 12: return set(LeadField::kCreatedAt, std::to_string(random_.between(1, 40)));
      case 13: book.set(row, "tag:" + some_word(), random_.one_in(2) ? "1" : ""); return;
      case 14: book.add_touch(row, TouchKind::kCall, random_.between(1, 30)); return;
      case 15: book.add_note(row, some_name()); return;
      default:
        points[row].fit = static_cast<int>(random_.between(-4, 9));
        points[row].standing = random_.one_in(5) ? Standing::kContact : Standing::kLead;
        points[row].band = static_cast<score::Band>(random_.index(3));
        if (random_.one_in(4))
          book.model.set_alive(static_cast<KindIndex>(Kind::kLead), row, random_.one_in(2));
    }
  }
  Query query() {
    Query query;
    query.scope = random_.one_in(2) ? Scope::kAllLeads : static_cast<Scope>(random_.index(5));
    if (random_.one_in(3)) query.stages = {random_.of(kStages), random_.of(kStages)};
    if (random_.one_in(4)) query.sources = {some_word(), some_word(), ""};
    if (random_.one_in(5)) query.owners = {some_word(), "no such owner"};
    if (random_.one_in(6)) query.countries = {some_word(), some_word()};
    if (random_.one_in(6)) query.tags = {some_word()};
    if (random_.one_in(6)) query.bands = {score::Band::kSales};
    if (random_.one_in(2)) query.search = some_word().substr(0, 4);
    if (random_.one_in(4)) query.search += " " + some_word();
    query.sort = static_cast<SortKey>(random_.index(10));
    query.direction = static_cast<Direction>(random_.index(2));
    return query;
  }

 private:
  std::string some_word() {
    constexpr std::array<std::string_view, 10> kWords{"anna",    "Änna", "ANN",  "bø", "Straße",
                                                      "strasse", "Żółć", "山田", "x",  "annab"};
    return std::string(random_.of(kWords));
  }
  std::string some_name() {
    return random_.one_in(6)   ? ""
           : random_.one_in(2) ? some_word()
                               : some_word() + " " + some_word();
  }
  std::string some_number() {
    return random_.one_in(4) ? "" : std::to_string(random_.between(-3, 12));
  }

  test::Random& random_;
};

TEST(Engine, AgreesWithLookingAtEveryLeadWhileTheBookChanges) {
  LEADLIGHT_SEEDED(random, 91);
  Life life(random);
  Engine engine;
  for (int i = 0; i < 60; ++i) life.add();
  for (int step = 0; step < 500; ++step) {
    for (auto changes = random.between(0, 3); changes > 0; --changes) {
      const Row row = static_cast<Row>(random.index(life.book.model.leads().size()));
      life.change(row);
      engine.lead_changed(row);
    }
    if (random.one_in(30)) life.add();
    if (random.one_in(200)) engine.all_changed();
    if (random.one_in(200)) {
      for (score::Points& points : life.points)
        points.interest = static_cast<int>(random.between(0, 3));
      engine.points_changed();
    }
    const Query query = life.query();
    ASSERT_EQ(engine.run(life.book.model, life.points, query),
              Reference(life.book.model, life.points).run(query))
        << "step " << step << ": " << text_from_query(query);
    ASSERT_EQ(engine.run(life.book.model, life.points, query),
              Reference(life.book.model, life.points).run(query));
  }
}

TEST(Engine, StartsAnewForAnotherBook) {
  LEADLIGHT_SEEDED(random, 92);
  Engine engine;
  for (int i = 0; i < 5; ++i) {
    Life life(random);
    for (int lead = 0; lead < 30; ++lead) life.add();
    engine.all_changed();
    for (int j = 0; j < 10; ++j) {
      const Query query = life.query();
      ASSERT_EQ(engine.run(life.book.model, life.points, query),
                Reference(life.book.model, life.points).run(query));
    }
  }
}

TEST(Engine, SortsAsStableSortDoes) {
  LEADLIGHT_SEEDED(random, 93);
  Life life(random);
  for (int i = 0; i < 500; ++i) life.add();
  Engine engine;
  for (std::size_t key = 0; key < 9; ++key) {
    Query query;
    query.scope = Scope::kAllLeads;
    query.sort = static_cast<SortKey>(key);
    if (query.sort == SortKey::kLastTouch) continue;  // too slow the plain way
    for (const Direction direction : {Direction::kAscending, Direction::kDescending}) {
      query.direction = direction;
      ASSERT_EQ(engine.run(life.book.model, life.points, query),
                Reference(life.book.model, life.points).run(query))
          << key;
    }
  }
}

}  // namespace
}  // namespace leadlight::query
