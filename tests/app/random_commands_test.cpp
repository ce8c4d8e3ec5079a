// Properties that hold after any commands (seeds are printed; set LEADLIGHT_SEED to repeat one).
#include <cstdlib>
#include <memory>
#include <ranges>

#include "app/derived.h"
#include "fixture.h"
#include "visible.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

// Any command that changes the book, about leads that are there, were there, or never were.
class AnyCommand {
 public:
  explicit AnyCommand(std::uint64_t seed) : random_(seed) {}

  Command next(const Page& page) {
    switch (random_.below(29)) {
      case 0:
      case 1: return AddLead{any_fields(), any_text(), chance(2)};
      case 2: return EditLead{any_lead(page), any_fields()};
      case 3:
      case 4:
        return MoveToStage{any_leads(page), any(kStages), sub_stage(),
                           any_loss(),      any_text(),   "100"};
      case 5:
      case 6: return LogTouch{any_lead(page), any_kind(), any_result(), any_text()};
      case 7: return AddNote{any_lead(page), any_text()};
      case 8: return AnswerCriterion{any_lead(page), any_criterion(page), number(5)};
      case 9: return SetWeedOut{any_leads(page), static_cast<WeedOut>(number(kWeedOutCount))};
      case 10: return Assign{any_leads(page), any_text()};
      case 11: return Snooze{any_leads(page), page.state().now + number(5) * kHourMs};
      case 12:
        return PlanStep{any_lead(page), any_kind(),
                        chance(3) ? 0 : page.state().now + number(3) * kDayMs};
      case 13: return SetTag{any_leads(page), chance(2) ? "vip" : "fair", chance(2)};
      case 14: return DeleteLeads{any_leads(page)};
      case 15: return RestoreLeads{any_leads(page)};
      case 16:
        return SetSetting{chance(2) ? "half_life_days" : "minimum_fit", std::to_string(number(9))};
      case 17: {
        Criterion criterion = page.state().settings.criteria.empty()
                                  ? Criterion{}
                                  : page.state().settings.criteria.back();
        if (chance(2)) criterion.id = {9, static_cast<std::uint64_t>(number(3))};
        criterion.question = any_text() + "?";
        if (!criterion.answers.empty() && chance(2)) criterion.answers.pop_back();
        return PutCriterion{criterion};
      }
      case 18: return RemoveCriterion{any_criterion(page)};
      case 19:
        return SetSettings{
            {{"sub_stage/own/name", any_text()}, {"marquee/Ana", chance(2) ? "1" : ""}}};
      case 20: return RemoveSubStage{chance(2) ? "demo" : "own", chance(2) ? "working" : ""};
      case 21: return OrderCriteria{{any_criterion(page), any_criterion(page)}};
      case 22: return MergeLeads{any_lead(page), any_leads(page)};
      case 23: return SeparateLead{any_lead(page)};
      case 24: return OfferLeads{any_leads(page), any_text(), any_text()};
      case 25: return AcceptLeads{any_leads(page)};
      case 26:
        return ReturnLeads{any_leads(page), static_cast<ReturnReason>(number(kReturnReasonCount)),
                           any_text()};
      case 27:
        return chance(2) ? Command(WithdrawOffer{any_leads(page)})
                         : Command(ClaimLeads{any_leads(page)});
      default: return chance(2) ? Command(Undo{}) : Command(Redo{});
    }
  }
  int number(int limit) {
    return static_cast<int>(random_.below(static_cast<std::uint64_t>(limit)));
  }
  bool chance(int one_in) { return number(one_in) == 0; }

 private:
  template <class Values>
  typename Values::value_type any(const Values& values) {
    return values[static_cast<std::size_t>(random_.below(values.size()))];
  }
  std::string any_text() {
    static const std::vector<std::string> kTexts{
        "", "Ana", "Łukasz", "250", "CEO", "Fair", "Request for a quote"};
    return any(kTexts);
  }
  Fields any_fields() {
    static const std::vector<std::string> kNames{"full_name", "company",   "email",
                                                 "title",     "employees", "source",
                                                 "country",   "event",     "custom:Size"};
    Fields fields;
    for (int i = number(4); i >= 0; --i) fields.emplace_back(any(kNames), any_text());
    return fields;
  }
  Id any_lead(const Page& page) {
    const Row count = page.model().leads().size();
    if (count == 0 || chance(30)) return {5, 5};
    return page.model().leads().id(static_cast<Row>(random_.below(count)));
  }
  std::vector<Id> any_leads(const Page& page) {
    std::vector<Id> leads;
    for (int i = number(3); i >= 0; --i) leads.push_back(any_lead(page));
    return leads;
  }
  Id any_criterion(const Page& page) {
    const auto& criteria = page.state().settings.criteria;
    return criteria.empty() ? Id{5, 5} : any(criteria).id;
  }
  std::string sub_stage() { return chance(2) ? "" : "demo"; }
  LossReason any_loss() { return static_cast<LossReason>(number(kLossReasonCount)); }
  TouchKind any_kind() { return static_cast<TouchKind>(number(kTouchKindCount)); }
  TouchResult any_result() { return static_cast<TouchResult>(number(kTouchResultCount)); }

  headless::SeededRandom random_;
};

std::vector<std::uint64_t> seeds() {
  if (const char* const one = std::getenv("LEADLIGHT_SEED"))
    return {std::strtoull(one, nullptr, 10)};
  return {1, 2, 3, 4, 5, 6, 7, 8};
}

// What a full recomputation of the same book gives.
std::string recomputed(const Page& page) {
  State fresh;
  fresh.now = page.state().now;
  fresh.local_offset_minutes = page.state().local_offset_minutes;
  fresh.query = page.state().query;
  const Derived derived(page.app->book(), page.device.clock, fresh);
  return visible_state(fresh);
}

class Commands : public testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, Commands, testing::ValuesIn(seeds()));

TEST_P(Commands, KeepWhatIsDerivedTrue) {
  SCOPED_TRACE(testing::Message() << "LEADLIGHT_SEED=" << GetParam());
  Device device(GetParam());
  Page page(device);
  AnyCommand any(GetParam());
  for (int step = 0; step < 120; ++step) {
    const Command command = any.next(page);
    page.dispatch(command);
    ASSERT_EQ(visible_state(page.state()), recomputed(page))
        << "step " << step << ", command " << command.index();
    device.clock.advance(any.number(40) * 60'000.0);
  }
}

TEST_P(Commands, UndoneToTheEndGiveTheBeginning) {
  SCOPED_TRACE(testing::Message() << "LEADLIGHT_SEED=" << GetParam());
  Device device(GetParam());
  Page page(device);
  AnyCommand any(GetParam() + 100);
  const std::string start = visible_state(page.state());
  for (int step = 0; step < 80; ++step) page.dispatch(any.next(page));
  const std::string end = visible_state(page.state());
  std::vector<std::string> before;  // each undo
  while (page.state().can_undo) {
    before.push_back(visible_state(page.state()));
    page.dispatch(Undo{});
  }
  EXPECT_EQ(visible_state(page.state()), start);
  for (const std::string& was : before | std::views::reverse) {
    const std::string label = page.state().redo_label;
    page.dispatch(Redo{});
    ASSERT_EQ(visible_state(page.state()), was) << label;
  }
  EXPECT_EQ(visible_state(page.state()), end);
}

TEST_P(Commands, AreAllThereAfterAReload) {
  SCOPED_TRACE(testing::Message() << "LEADLIGHT_SEED=" << GetParam());
  Device device(GetParam());
  AnyCommand any(GetParam() + 200);
  Id hash;
  std::string seen;
  {
    Page page(device);
    for (int step = 0; step < 80; ++step) page.dispatch(any.next(page));
    hash = page.app->book().state_hash();
    seen = visible_state(page.state());
    EXPECT_EQ(page.state().safety, book::Safety::kSaved);
  }
  Page page(device);
  EXPECT_EQ(page.app->book().state_hash(), hash);
  EXPECT_EQ(visible_state(page.state()), seen);
  page.dispatch(ExportSnapshot{});
  Device other(GetParam() + 1000);
  Page fresh(other);
  fresh.dispatch(OpenFiles{{{"book.json", device.files.saved.back().bytes}}});
  fresh.dispatch(CommitImport{});
  EXPECT_EQ(fresh.app->book().state_hash(), hash);
}

// Each day's end as it was seen then, and as it is seen from the last day.
TEST_P(Commands, AreSeenAsTheyWereWhenLookingBack) {
  SCOPED_TRACE(testing::Message() << "LEADLIGHT_SEED=" << GetParam());
  Device device(GetParam());
  auto page = std::make_unique<Page>(device);
  AnyCommand any(GetParam() + 300);
  struct Day {
    UtcMs end;
    std::string seen;
  };
  std::vector<Day> days;
  page->add("Somebody");
  for (int day = 0; day < 12; ++day) {
    for (int step = any.number(12); step > 0; --step) {
      page->dispatch(any.next(*page));
      device.clock.advance(any.number(30) * 60'000.0);
    }
    const UtcMs now = device.clock.now();
    const UtcMs end = now - now % kDayMs + kDayMs - 1;
    device.clock.set_now(end);
    page->app->tick();
    days.push_back({end, visible_state(page->state())});
    device.clock.set_now(end + 1 + any.number(3) * kDayMs);
  }
  const auto looks_back = [&] {
    for (int look = 0; look < 12; ++look) {
      const Day& day = days[static_cast<std::size_t>(any.number(12))];
      page->dispatch(LookBack{day.end});
      ASSERT_EQ(visible_state(page->state()), day.seen) << day.end;
      page->dispatch(any.next(*page));  // which is refused
      ASSERT_EQ(visible_state(page->state()), day.seen) << day.end;
    }
  };
  looks_back();
  const Id hash = [&] {
    page->dispatch(BackToNow{});
    return page->app->book().state_hash();
  }();
  EXPECT_EQ(visible_state(page->state()), recomputed(*page));
  page.reset();
  page = std::make_unique<Page>(device);
  EXPECT_EQ(page->app->book().state_hash(), hash);
  looks_back();
}

}  // namespace
}  // namespace leadlight::test
