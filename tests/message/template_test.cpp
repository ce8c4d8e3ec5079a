#include "message/template.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "book/book.h"
#include "interchange/snapshot.h"
#include "lead/settings.h"
#include "lead_of_all.h"

namespace leadlight::message {
namespace {

using book::Book;

const Template& first(const std::vector<Template>& all, std::string_view name) {
  return *std::ranges::find(all, name, &Template::name);
}

struct Templates : testing::Test {
  Book book{{1, 1}};
  void put(const Template& one) {
    OperationBuilder builder;
    write_template(builder, book.model(), one);
    if (!builder.empty()) book.commit(builder.take(), test::kNow);
  }
  [[nodiscard]] std::string exported() const {
    interchange::SnapshotWriter writer;
    book.for_each_operation([&](const Operation& one) { writer.add(one); });
    return writer.finish();
  }
};

TEST(DefaultTemplates, D1_AreEnoughAndUnlike) {
  const std::vector<Template> all = default_templates();
  EXPECT_GE(all.size(), 23U);
  std::set<std::string> names;
  std::set<Id> ids;
  for (const Template& one : all) {
    names.insert(one.name);
    ids.insert(one.id);
    EXPECT_TRUE(one.body.contains("{hook}")) << one.name;  // D3
    EXPECT_TRUE(is_default_template(one.id));
  }
  EXPECT_EQ(names.size(), all.size());
  EXPECT_EQ(ids.size(), all.size());
  EXPECT_GE(std::ranges::count(all, "de", &Template::language), 3);
}

TEST_F(Templates, D1_ARecordOfADefaultHoldsOnlyWhatTheTeamChanged) {
  Template one = first(templates_from(book.model()), "Soft opening");
  put(one);
  EXPECT_EQ(book.model().table(Kind::kTemplate).size(), 0U);
  one.subject = "About your visit";
  one.stage = Stage::kMql;
  put(one);
  const Table& table = book.model().table(Kind::kTemplate);
  ASSERT_EQ(table.size(), 1U);
  int written = 0;
  for (ColumnIndex column = 0; column < kTemplateFieldCount; ++column)
    written += table.cell(0, column) != kNoText;
  EXPECT_EQ(written, 2);
  const Template again = first(templates_from(book.model()), "Soft opening");
  EXPECT_EQ(again.subject, "About your visit");
  EXPECT_EQ(again.stage, Stage::kMql);
  EXPECT_EQ(again.body, one.body);
  put(first(default_templates(), "Soft opening"));
  EXPECT_EQ(first(templates_from(book.model()), "Soft opening").subject, "About {hook}");
  for (ColumnIndex column = 0; column < kTemplateFieldCount; ++column)
    EXPECT_EQ(table.cell(0, column), kNoText);
}

TEST_F(Templates, D1_TakesTextsAwayAndRemoves) {
  Template one = first(templates_from(book.model()), "Badge scan: soft opening");
  one.lead_type = LeadType::kUnknown;
  one.subject.clear();
  put(one);
  const Template again = first(templates_from(book.model()), one.name);
  EXPECT_EQ(again.lead_type, LeadType::kUnknown);
  EXPECT_EQ(again.subject, "");
  OperationBuilder builder;
  builder.begin_record("template", one.id);
  builder.write("removed", "1");
  book.commit(builder.take(), test::kNow);
  EXPECT_EQ(templates_from(book.model()).size(), default_templates().size() - 1);
  put(one);
  EXPECT_EQ(templates_from(book.model()).size(), default_templates().size());
}

TEST_F(Templates, D1_TheTeamsOwnStandAmongThem) {
  Template own;
  own.id = {3, 3};
  own.name = "Ours";
  own.channel = TouchKind::kLinkedin;
  own.purpose = Purpose::kNurture;
  own.lead_type = LeadType::kWebinar;
  own.source = "Fair";
  own.stage = Stage::kSql;
  own.language = "fr";
  own.body = "Bonjour {first_name|}";
  own.position = -4;
  put(own);
  const Template again = templates_from(book.model()).front();
  EXPECT_EQ(again.name, "Ours");
  EXPECT_EQ(again.channel, own.channel);
  EXPECT_EQ(again.purpose, own.purpose);
  EXPECT_EQ(again.lead_type, own.lead_type);
  EXPECT_EQ(again.source, own.source);
  EXPECT_EQ(again.stage, own.stage);
  EXPECT_EQ(again.language, own.language);
  EXPECT_EQ(again.body, own.body);
  EXPECT_EQ(again.position, own.position);
}

TEST_F(Templates, D1_TravelInSnapshotsAndOnesOwnExportChangesNothing) {
  Template one = first(templates_from(book.model()), "Goodbye");
  one.body = "Adieu {first_name|}, {{no}}\n\n“{hook}”";
  put(one);
  const std::string file = exported();
  EXPECT_TRUE(file.contains("\"kind\":\"template\""));
  EXPECT_FALSE(file.contains("subject"));
  const auto read = interchange::read_snapshot(file);
  ASSERT_TRUE(read);
  const auto before = book.state_hash();
  book.absorb(*read, test::kNow);
  EXPECT_EQ(book.state_hash(), before);
  EXPECT_EQ(exported(), file);
  Book other{{2, 2}};
  other.absorb(*read, test::kNow);
  EXPECT_EQ(other.state_hash(), before);
  EXPECT_EQ(first(templates_from(other.model()), "Goodbye").body, one.body);
}

TEST_F(Templates, D1_FirstChangesOfTwoPeopleMeetOnlyWhereBothChangedTheSame) {
  Book other{{2, 2}};
  Template mine = first(templates_from(book.model()), "Goodbye");
  Template theirs = mine;
  mine.subject = "Mine";
  theirs.name = "Theirs";
  put(mine);
  OperationBuilder builder;
  write_template(builder, other.model(), theirs);
  other.commit(builder.take(), test::kNow);
  std::vector<Operation> operations;
  other.for_each_operation([&](const Operation& one) { operations.push_back(one); });
  book.absorb(operations, test::kNow);
  EXPECT_EQ(first(templates_from(book.model()), "Theirs").subject, "Mine");
  EXPECT_TRUE(book.concurrent_rows(static_cast<KindIndex>(Kind::kTemplate)).empty());
}

TEST_F(Templates, D1_WhatNobodyUnderstandsIsReadAsTheUsual) {
  OperationBuilder builder;
  builder.begin_record("template", {9, 9});
  for (const auto& [field, value] : {std::pair{"channel", "pigeon"},
                                     {"purpose", "x"},
                                     {"lead_type", "x"},
                                     {"stage", "x"},
                                     {"position", "99999999999999"},
                                     {"body", "b"},
                                     {"colour", "red"}})
    builder.write(field, value);
  builder.begin_record("template", {9, 10});
  builder.write("name", "without a body");
  book.commit(builder.take(), test::kNow);
  const Template one = templates_from(book.model()).back();
  EXPECT_EQ(one.channel, TouchKind::kEmail);
  EXPECT_EQ(one.purpose, Purpose::kFollowUp);
  EXPECT_EQ(one.lead_type, LeadType::kUnknown);
  EXPECT_FALSE(one.stage);
  EXPECT_EQ(one.position, 1'000'000);
}

}  // namespace
}  // namespace leadlight::message
