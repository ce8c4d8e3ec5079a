#include "sample/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "base/text.h"
#include "book/book.h"
#include "followup/queue.h"
#include "insight/funnel.h"
#include "lead/settings.h"
#include "score/score.h"

namespace leadlight::sample {
namespace {

constexpr UtcMs kNow = 1'795'338'000'000;  // 2026-11-22 09:00 UTC
constexpr std::uint64_t kSeed = 600;       // the one that the app uses

class SampleBook : public testing::Test {
 protected:
  SampleBook() { book_.commit(sample_book(300, kSeed, kNow), kNow); }
  [[nodiscard]] const Model& model() const { return book_.model(); }
  [[nodiscard]] const Table& leads() const { return model().leads(); }
  [[nodiscard]] std::vector<score::Points> points() const {
    return score::score_all(model(), settings_from(model()), kNow);
  }
  [[nodiscard]] std::size_t count_of(Standing standing) const {
    return static_cast<std::size_t>(
        std::ranges::count(points(), standing, &score::Points::standing));
  }

 private:
  book::Book book_{Id{1, 2}};
};

bool same(const Operation& a, const Operation& b) {
  const auto equal_writes = [](const OpWrite& x, const OpWrite& y) {
    return x.field == y.field && x.value_offset == y.value_offset && x.value_size == y.value_size;
  };
  const auto equal_records = [](const OpRecord& x, const OpRecord& y) {
    return x.kind == y.kind && x.id == y.id && x.write_first == y.write_first &&
           x.write_count == y.write_count;
  };
  return a.bytes == b.bytes && a.field_names == b.field_names && a.kind_names == b.kind_names &&
         std::ranges::equal(a.writes, b.writes, equal_writes) &&
         std::ranges::equal(a.records, b.records, equal_records);
}

TEST(Sample, IsTheSameForTheSameSeed) {
  EXPECT_TRUE(same(sample_book(200, 7, kNow), sample_book(200, 7, kNow)));
  EXPECT_FALSE(same(sample_book(200, 7, kNow), sample_book(200, 8, kNow)));
}

TEST(Sample, CanBeMadeInPieces) {
  book::Book whole(Id{1, 1});
  whole.commit(sample_book(120, 7, kNow), kNow);
  book::Book pieces(Id{1, 1});
  for (const std::size_t first : {0U, 50U, 100U})
    pieces.commit(sample_leads(first, first == 100 ? 20 : 50, 120, 7, kNow), kNow);
  ASSERT_EQ(pieces.model().leads().size(), 120U);
  for (Row row = 0; row < 120; ++row) {
    ASSERT_EQ(pieces.model().leads().id(row), whole.model().leads().id(row));
    ASSERT_EQ(pieces.model().text(row, LeadField::kEmail),
              whole.model().text(row, LeadField::kEmail));
  }
}

TEST(Sample, BearsEverySize) {
  for (const std::size_t leads : {0U, 1U, 2U, 7U}) {
    book::Book book(Id{1, 2});
    book.commit(sample_book(leads, 3, kNow), kNow);
    EXPECT_EQ(book.model().leads().size(), leads);
  }
}

TEST_F(SampleBook, HasLeadsOfEveryKind) {
  std::map<Stage, int> stages;
  std::map<WeedOut, int> weed_outs;
  std::set<std::string_view> countries, sources, losses;
  for (Row row = 0; row < leads().size(); ++row) {
    ++stages[model().lead(row).stage];
    ++weed_outs[model().lead(row).weed_out];
    countries.insert(model().text(row, LeadField::kCountry));
    sources.insert(model().text(row, LeadField::kSource));
    if (model().lead(row).stage == Stage::kNoCustomer)
      losses.insert(model().text(row, LeadField::kOutcomeReason));
  }
  EXPECT_EQ(leads().size(), 300U);
  for (const Stage stage : kStages) EXPECT_GE(stages[stage], 15) << text_of(stage);
  EXPECT_GE(weed_outs.size(), 5U);
  EXPECT_GE(countries.size(), 20U);
  EXPECT_EQ(sources.size(), 8U);
  EXPECT_EQ(losses.size(), kLossReasonCount - 1U);
  EXPECT_GE(count_of(Standing::kContact), 5U);
  EXPECT_GE(count_of(Standing::kWeededOut), 5U);
  EXPECT_EQ(model().table(Kind::kCampaign).size(), 5U);
  EXPECT_GT(model().table(Kind::kNote).size(), 60U);
  const std::vector<score::Points> all = points();
  EXPECT_GT(std::ranges::count(all, true, &score::Points::marquee), 0);
}

TEST_F(SampleBook, IsWrittenInManyScripts) {
  constexpr std::array<std::pair<std::string_view, std::pair<char32_t, char32_t>>, 10> kScripts{
      {{"Polish or Czech", {0x100, 0x17F}},
       {"Greek", {0x370, 0x3FF}},
       {"Cyrillic", {0x400, 0x4FF}},
       {"Hebrew", {0x590, 0x5FF}},
       {"Arabic", {0x600, 0x6FF}},
       {"Devanagari", {0x900, 0x97F}},
       {"Thai", {0xE00, 0xE7F}},
       {"Kana", {0x3040, 0x30FF}},
       {"Han", {0x4E00, 0x9FFF}},
       {"Hangul", {0xAC00, 0xD7A3}}}};
  for (const auto& [script, range] : kScripts) {
    int names = 0;
    for (Row row = 0; row < leads().size(); ++row) {
      const std::string name = model().name_of(row) +
                               std::string(model().text(row, LeadField::kCompany)) +
                               std::string(model().text(row, LeadField::kTitle));
      bool is_in = false;
      for (std::size_t at = 0; at < name.size();) {
        const char32_t c = decode_utf8(name, at);
        is_in = is_in || (c >= range.first && c <= range.second);
      }
      names += is_in ? 1 : 0;
    }
    EXPECT_GE(names, 2) << script;
  }
}

TEST_F(SampleBook, NamesNobodyWhoCouldExist) {
  std::set<std::string_view> emails;
  for (Row row = 0; row < leads().size(); ++row) {
    const std::string_view email = model().text(row, LeadField::kEmail);
    EXPECT_TRUE(email.ends_with(".example")) << email;
    EXPECT_EQ(canonical_email(email), email);
    EXPECT_TRUE(emails.insert(email).second) << email;
    for (const LeadField field : {LeadField::kPhone, LeadField::kMobile}) {
      const std::string_view phone = model().text(row, field);
      EXPECT_TRUE(phone.empty() || phone.contains(" 555 01")) << phone;
    }
    const std::string_view website = model().text(row, LeadField::kWebsite);
    EXPECT_TRUE(website.empty() || website.ends_with(".example")) << website;
  }
}

TEST_F(SampleBook, TellsStoriesThatHoldTogether) {
  for (Row row = 0; row < leads().size(); ++row) {
    const LeadFacts& facts = model().lead(row);
    ASSERT_GT(facts.created_at, 0);
    ASSERT_LE(facts.created_at, kNow);
    for (Row touch = facts.first_touch; touch != kNoRow; touch = model().touch(touch).next) {
      ASSERT_GE(model().touch(touch).at, facts.created_at);
      ASSERT_LE(model().touch(touch).at, kNow);
    }
    std::vector<Row> moves;
    for (Row move = facts.first_move; move != kNoRow; move = model().move(move).next)
      moves.push_back(move);
    std::ranges::reverse(moves);
    Stage stage = Stage::kNew;
    UtcMs at = facts.created_at;
    for (const Row move : moves) {
      ASSERT_EQ(model().move(move).from, stage);
      ASSERT_GE(model().move(move).at, at) << row;
      stage = model().move(move).to;
      at = model().move(move).at;
    }
    ASSERT_LE(at, kNow);
    ASSERT_EQ(stage, facts.stage);
    const bool closed = facts.stage == Stage::kCustomer || facts.stage == Stage::kNoCustomer;
    ASSERT_EQ(!model().text(row, LeadField::kOutcomeReason).empty(), closed);
    ASSERT_EQ(!model().text(row, LeadField::kClosedAt).empty(), closed);
    if (facts.stage == Stage::kCustomer) {
      ASSERT_FALSE(model().text(row, LeadField::kValueMinor).empty());
    }
  }
}

TEST_F(SampleBook, GivesADayToWorkWith) {
  const std::vector<followup::Item> items =
      followup::queue(model(), settings_from(model()), points(), kNow, 60);
  std::map<followup::Group, int> groups;
  std::map<followup::Due, int> dues;
  for (const followup::Item& item : items) {
    ++groups[item.group];
    ++dues[item.due];
  }
  EXPECT_GE(groups[followup::Group::kNow], 8);
  EXPECT_LE(groups[followup::Group::kNow], 60);
  EXPECT_GE(groups[followup::Group::kLaterToday], 2);
  EXPECT_GE(groups[followup::Group::kWoken], 1);
  EXPECT_GE(dues[followup::Due::kDue], 3);
  EXPECT_GE(dues[followup::Due::kBreached], 2);
  const insight::Funnel funnel = insight::funnel_of(model(), points(), {}, kNow);
  EXPECT_GT(funnel.stages[0].reached, funnel.stages[1].reached);
  EXPECT_GT(funnel.stages[1].reached, funnel.stages[2].reached);
  EXPECT_GT(funnel.stages[2].reached, funnel.stages[3].reached);
  EXPECT_GT(funnel.stages[0].median_ms, kDayMs);
  EXPECT_LT(followup::without_next_step(model(), points(), kNow), 30U);
}

}  // namespace
}  // namespace leadlight::sample
