// Any bytes as a template: read or refused with sentences and places; what is rendered holds no
// brace but those that were written twice, and never the lead's value read as a template.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "message/check.h"
#include "message/render.h"
#include "tests/support/small_book.h"

using namespace leadlight;
using namespace leadlight::message;

namespace {

void check_that(bool holds) {
  if (!holds) std::abort();
}

std::size_t braces_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return c == '{' || c == '}'; }));
}

// Braces that stand for themselves: steps of text that are one.
std::size_t own_braces(const Program& program) {
  std::size_t count = 0;
  for (const Step& step : program.steps)
    if (step.what == Step::What::kText) count += braces_in(program.at(step.text));
  return count;
}

struct Example {
  test::SmallBook book;
  Row bare = book.add_lead();
  Row whole = book.add_lead({{LeadField::kFirstName, "Olga"},
                             {LeadField::kCompany, "Petrov Dairy"},
                             {LeadField::kEvent, "Aquafair"},
                             {LeadField::kLanguage, "de"},
                             {LeadField::kLeadType, "badge_scan"}});
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Example kExample;
  Template from;
  from.body.assign(reinterpret_cast<const char*>(data), size);
  const Program program = parse(from.body);
  for (const ParseError& error : program.errors) {
    check_that(error.place.begin < error.place.end && error.place.end <= size);
    check_that(error.what.ends_with('.') && error.remedy.ends_with('.'));
  }
  (void)check(from);
  (void)check({TouchKind::kVoicemail, Purpose::kFirstTouch, "de", from.body, from.body}, {});
  (void)check({TouchKind::kEmail, Purpose::kFirstTouch, "en", from.body, from.body},
              {{"Ana", "Fluvia", "+49"}, "Aquafair", from.body});
  const auto compiled = compile(from);
  check_that(compiled.has_value() == program.errors.empty());
  if (!compiled) return 0;
  for (const Row lead : {kExample.bare, kExample.whole}) {
    const Rendered out = render(*compiled, kExample.book.model, lead, {"Ana", "Fluvia", ""});
    check_that(braces_in(out.body) <= own_braces(program));
    for (const Gap& gap : out.gaps) check_that(gap.place.end <= size);
    if (!invalid_utf8_at(from.body)) check_that(!invalid_utf8_at(out.body));
  }
  return 0;
}
