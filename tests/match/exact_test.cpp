#include "match/exact.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::match {
namespace {

using test::SmallBook;

TEST(ExactIndex, FindsByAddressInAnySpelling) {
  SmallBook book;
  const Row ann = book.add_lead(
      {{LeadField::kEmail, "Ann@Nordquell.example"}, {LeadField::kPhone, "0049 30 555 0123"}});
  const Row bob = book.add_lead(
      {{LeadField::kEmail, "bob@nordquell.example"}, {LeadField::kMobile, "+49 (151) 555-0199"}});
  ExactIndex index;
  index.rebuild(book.model);
  EXPECT_EQ(index.by_email(book.model, " ann@NORDQUELL.example "), ann);
  EXPECT_EQ(index.by_phone(book.model, "+49305550123"), ann);
  EXPECT_EQ(index.by_phone(book.model, "+491515550199"), bob);
  EXPECT_EQ(index.by_email(book.model, "carl@nordquell.example"), kNoRow);
}

TEST(ExactIndex, FindsByTheIdOfAnotherSystem) {
  SmallBook book;
  const Row lead = book.add_lead({{LeadField::kExternalId, "CRM-0042"}});
  ExactIndex index;
  index.rebuild(book.model);
  EXPECT_EQ(index.by_external_id(book.model, "CRM-0042"), lead);
  EXPECT_EQ(index.by_external_id(book.model, "crm-0042"), kNoRow);
}

TEST(ExactIndex, NothingEqualsNothing) {
  SmallBook book;
  book.add_lead({{LeadField::kEmail, "not an address"}, {LeadField::kPhone, "12"}});
  ExactIndex index;
  EXPECT_EQ(index.by_email(book.model, "a@b.example"), kNoRow) << "before it was built";
  index.rebuild(book.model);
  EXPECT_EQ(index.by_email(book.model, ""), kNoRow);
  EXPECT_EQ(index.by_email(book.model, "not an address"), kNoRow);
  EXPECT_EQ(index.by_phone(book.model, "12"), kNoRow);
  EXPECT_EQ(index.by_external_id(book.model, ""), kNoRow);
}

TEST(ExactIndex, LeavesOutDeletedLeadsAndTakesTheOldestOfSeveral) {
  SmallBook book;
  const Row first = book.add_lead({{LeadField::kEmail, "ann@a.example"}});
  const Row second = book.add_lead({{LeadField::kEmail, "ann@a.example"}});
  ExactIndex index;
  index.rebuild(book.model);
  EXPECT_EQ(index.by_email(book.model, "ann@a.example"), first);
  book.remove(Kind::kLead, first);
  EXPECT_EQ(index.by_email(book.model, "ann@a.example"), second);
}

TEST(ExactIndex, FindsAMergedLeadWhoseHeirLivesAndOthersBeforeIt) {
  SmallBook book;
  const Row jim = book.add_lead({{LeadField::kEmail, "jim@a.example"}});
  const Row james = book.add_lead({{LeadField::kEmail, "james@a.example"}});
  book.set(jim, LeadField::kMergedInto, text_from_id(book.model.leads().id(james)));
  book.model.settle_redirects();
  ExactIndex index;
  index.rebuild(book.model);
  EXPECT_EQ(index.by_email(book.model, "jim@a.example"), jim);
  EXPECT_EQ(book.model.standing(jim), james);
  const Row other = book.add_lead({{LeadField::kEmail, "jim@a.example"}});
  index.lead_changed(book.model, other);
  EXPECT_EQ(index.by_email(book.model, "jim@a.example"), other);
  book.remove(Kind::kLead, other);
  EXPECT_EQ(index.by_email(book.model, "jim@a.example"), jim);
  book.remove(Kind::kLead, james);
  EXPECT_EQ(index.by_email(book.model, "jim@a.example"), kNoRow);
}

TEST(ExactIndex, FollowsChangesLikeASearchThroughAll) {
  LEADLIGHT_SEEDED(random, 41);
  SmallBook book;
  ExactIndex index;
  const auto email = [&] { return "p" + std::to_string(random.between(0, 60)) + "@a.example"; };
  for (int step = 0; step < 3000; ++step) {
    const Row size = book.model.leads().size();
    if (size == 0 || random.one_in(4)) {
      index.lead_changed(book.model, book.add_lead({{LeadField::kEmail, email()}}));
    } else if (random.one_in(12)) {
      book.remove(Kind::kLead, static_cast<Row>(random.index(size)));
    } else {
      const Row row = static_cast<Row>(random.index(size));
      book.set(row, LeadField::kEmail, random.one_in(5) ? "" : email());
      index.lead_changed(book.model, row);
    }
    if (random.one_in(500)) index.rebuild(book.model);
    const std::string wanted = email();
    Row expected = kNoRow;
    for (Row row = 0; row < book.model.leads().size() && expected == kNoRow; ++row) {
      if (book.model.leads().alive(row) && book.model.text(row, LeadField::kEmail) == wanted)
        expected = row;
    }
    ASSERT_EQ(index.by_email(book.model, wanted), expected);
  }
}

}  // namespace
}  // namespace leadlight::match
