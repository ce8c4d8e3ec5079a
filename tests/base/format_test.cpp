#include "base/format.h"

#include <gtest/gtest.h>

#include <format>
#include <limits>
#include <string>

namespace leadlight {
namespace {

TEST(Formatted, TakesTextAndNumbers) {
  const std::string name = "Łucja";
  EXPECT_EQ(formatted("{} has {} leads of {}", name, std::size_t{3}, "Messe"),
            "Łucja has 3 leads of Messe");
  EXPECT_EQ(formatted("no braces"), "no braces");
  EXPECT_EQ(formatted("{}", std::string_view()), "");
  EXPECT_EQ(formatted(""), "");
}

TEST(Formatted, LeavesBracesInArgumentsAlone) {
  EXPECT_EQ(formatted("<{}>", "{} {:02} }"), "<{} {:02} }>");
}

TEST(Formatted, DoublesStandForBraces) { EXPECT_EQ(formatted("{{{}}} {{}}", 1), "{1} {}"); }

TEST(Formatted, AgreesWithTheStandardLibraryOnNumbers) {
  for (const std::int64_t n :
       {std::int64_t{0}, std::int64_t{7}, std::int64_t{-7}, std::int64_t{12345},
        std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    EXPECT_EQ(formatted("{}", n), std::format("{}", n));
    EXPECT_EQ(formatted("{:02}", n), std::format("{:02}", n));
    EXPECT_EQ(formatted("{:09}", n), std::format("{:09}", n));
  }
  EXPECT_EQ(formatted("{}", std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
  EXPECT_EQ(formatted("{}", static_cast<signed char>(-128)), "-128");
}

}  // namespace
}  // namespace leadlight
