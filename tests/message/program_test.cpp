#include "message/program.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/random.h"

namespace leadlight::message {
namespace {

using enum Step::What;

std::vector<Step::What> kinds(const Program& program) {
  std::vector<Step::What> all;
  for (const Step& step : program.steps) all.push_back(step.what);
  return all;
}

TEST(Program, D1_IsTextAndValuesInTheirOrder) {
  const Program program = parse("Hi { first_name | there }, {custom:Line no}!");
  EXPECT_TRUE(program.errors.empty());
  ASSERT_EQ(kinds(program), (std::vector{kText, kValue, kText, kValue, kText}));
  EXPECT_EQ(program.steps[1].field, Field::kFirstName);
  EXPECT_EQ(program.at(program.steps[1].text), "there");
  EXPECT_EQ(program.steps[1].place, (Range{3, 25}));
  EXPECT_EQ(program.steps[3].field, Field::kCustom);
  EXPECT_EQ(program.at(program.steps[3].name), "Line no");
  EXPECT_FALSE(program.steps[3].has_text);
}

TEST(Program, D1_ConditionsJump) {
  const Program program = parse("{if lead_type=badge_scan}a{else}b{end}c");
  EXPECT_TRUE(program.errors.empty());
  ASSERT_EQ(kinds(program), (std::vector{kUnless, kText, kJump, kText, kText}));
  EXPECT_EQ(program.steps[0].target, 3U);
  EXPECT_EQ(program.steps[2].target, 4U);
  EXPECT_EQ(program.at(program.steps[0].text), "badge_scan");
}

TEST(Program, D1_AShortStringKeepsItsSourceWhenItMoves) {
  std::vector<Program> all;
  for (int i = 0; i < 20; ++i) all.push_back(parse("{title}"));
  for (const Program& one : all) EXPECT_EQ(one.at(one.steps[0].place), "{title}");
}

struct Wrong {
  std::string source;
  std::vector<Range> places;
};

TEST(Program, D2_SaysWhereATemplateIsBroken) {
  const std::vector<Wrong> all{
      {"Hi {first_nam}", {{3, 14}}},
      {"Hi {First Name}", {{3, 15}}},
      {"{first_name", {{0, 1}}},
      {"a } b", {{2, 3}}},
      {"{first_name}}", {{12, 13}}},
      {"{}", {{0, 2}}},
      {"{|there}", {{0, 8}}},
      {"{custom:}", {{0, 9}}},
      {"{custom}", {{0, 8}}},
      {"{lead_type}", {{0, 11}}},
      {"{stage|x}", {{0, 9}}},
      {"x{if event}y", {{1, 11}}},
      {"{if event}a{if title}b{end}", {{0, 10}}},
      {"{else}", {{0, 6}}},
      {"a{end}", {{1, 6}}},
      {"{if event}a{else}b{else}c{end}", {{18, 24}}},
      {"{if lead_type=badge}a{end}", {{0, 20}}},
      {"{if stage=hot}a{end}", {{0, 14}}},
      {"{if event=}a{end}", {{0, 11}}},
      {"{if}a{end}", {{0, 4}}},
      {"{if colour}a{end}", {{0, 11}}},
      {"{{first_name}}", {{0, 12}}},
      {"{{ First Name | x }}", {{0, 18}}},
      {"{a {title}", {{0, 1}}},
      {"{if event}{nope}", {{0, 10}, {10, 16}}},
      {"ä {x}", {{3, 6}}},
  };
  for (const Wrong& one : all) {
    const Program program = parse(one.source);
    ASSERT_EQ(program.errors.size(), one.places.size()) << one.source;
    for (std::size_t i = 0; i < one.places.size(); ++i) {
      EXPECT_EQ(program.errors[i].place, one.places[i])
          << one.source << " " << program.errors[i].place.begin << " "
          << program.errors[i].place.end;
      EXPECT_TRUE(program.errors[i].what.ends_with('.')) << one.source;
      EXPECT_TRUE(program.errors[i].remedy.ends_with('.')) << one.source;
    }
  }
}

TEST(Program, D2_SaysWhichFieldWasMeant) {
  EXPECT_EQ(parse("{First-Name}").errors[0].remedy, "Write first_name.");
  EXPECT_EQ(parse("{{company}}").errors[0].remedy, "Write {company}.");
}

TEST(Program, D2_BracesOfOtherKindsAreNoError) {
  for (const char* source : {"{{", "}}", "{{}}", "{{x}}", "{{{title}}}", "", "}}{{", "a {{b}} c"})
    EXPECT_TRUE(parse(source).errors.empty()) << source;
}

TEST(Program, D2_AnyBytesAreReadOrRefused) {
  LEADLIGHT_SEEDED(random, 20261);
  const std::vector<std::string> parts{"{",  "}",  "if ",     "else", "end",   "event", "=",
                                       "|",  "\n", "ä",       "\xff", "{if ",  "{end}", "{else}",
                                       "{{", "}}", "custom:", " ",    "title", "stage", "sql"};
  for (int round = 0; round < 5'000; ++round) {
    std::string source;
    for (std::int64_t i = random.between(0, 14); i > 0; --i) source += random.of(parts);
    const Program program = parse(source);
    EXPECT_LE(program.errors.size(), 20U);
    for (const ParseError& error : program.errors)
      EXPECT_TRUE(error.place.begin < error.place.end && error.place.end <= source.size());
    for (const Step& step : program.steps) EXPECT_LE(step.target, program.steps.size());
  }
}

}  // namespace
}  // namespace leadlight::message
