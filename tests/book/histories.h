// Random histories: some people work on one book in copies of their own, with clocks that are off,
// and exchange what they did now and then, not always all of it.
#pragma once
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "book/book.h"
#include "book/content_hash.h"
#include "tests/support/random.h"

namespace leadlight::test {

// How many histories a property is tried on: fewer under the sanitizers, which take ten times as
// long.
inline int history_count(int usual) {
#if __has_feature(address_sanitizer)
  return (usual + 3) / 4;
#else
  return usual;
#endif
}
// The laws are tried on LEADLIGHT_HISTORIES, if that is set.
inline int law_history_count() {
  const char* const chosen = std::getenv("LEADLIGHT_HISTORIES");
  return chosen == nullptr ? history_count(1000) : std::atoi(chosen);
}

// Gathers the state hashes that a law came to and prints one line for them all, so that runs on
// different machines (native, wasm) can be compared.
class LawDigest {
 public:
  explicit LawDigest(std::uint64_t seed) : seed_(seed) {}
  LawDigest(const LawDigest&) = delete;
  LawDigest& operator=(const LawDigest&) = delete;
  ~LawDigest() {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    std::printf("law %s: %d histories from seed %llu come to %016llx\n", test.name(), count_,
                static_cast<unsigned long long>(seed_), static_cast<unsigned long long>(sum_));
  }
  void add(Id state_hash) {
    sum_ = book::stirred(sum_ + book::stirred(state_hash.high) + state_hash.low);
    ++count_;
  }

 private:
  std::uint64_t seed_;
  std::uint64_t sum_ = 0;
  int count_ = 0;
};

struct Person {
  book::Book book;
  UtcMs clock_is_off_by = 0;
  std::vector<Stamp> done;  // what this person did
  explicit Person(Id session) : book(session) {}
};

class History {
 public:
  enum class Erasures : bool { kNone, kSome };
  enum class Redirects : bool { kNone, kSome };
  History(Random& random, int people, int steps, Erasures erasures = Erasures::kSome,
          Redirects redirects = Redirects::kSome)
      : random_(random),
        may_erase_(erasures == Erasures::kSome),
        may_redirect_(redirects == Redirects::kSome) {
    constexpr std::int64_t kYears = 5 * 366;
    for (int i = 0; i < people; ++i) {
      auto& person = people_.emplace_back(std::make_unique<Person>(random.id()));
      if (random.one_in(2)) person->clock_is_off_by = random.between(-kYears, kYears) * kDayMs;
    }
    for (int i = 0; i < 4; ++i) ids_.push_back({7, static_cast<std::uint64_t>(i)});
    for (int i = 0; i < steps; ++i) step();
  }

  std::vector<std::unique_ptr<Person>>& people() { return people_; }
  const std::vector<Operation>& operations() const { return operations_; }
  UtcMs now() const { return now_; }

  // Something that a person might do.
  Operation draft() {
    OperationBuilder builder;
    builder.operation().by = random_.of(std::vector<std::string>{"Ann", "Bob", ""});
    builder.operation().label = random_.of(std::vector<std::string>{"Edit", "Import \"a.csv\""});
    for (std::int64_t i = random_.between(1, 3); i > 0; --i) {
      const bool is_lead = !random_.one_in(4);
      builder.begin_record(is_lead ? "lead"
                                   : random_.of(std::vector<std::string>{
                                         "touch", "note", "setting", "crystal",
                                         may_erase_ && random_.one_in(4) ? "erasure" : "move"}),
                           random_.of(ids_));
      for (std::int64_t w = random_.between(1, 3); w > 0; --w) {
        std::string field = random_.of(kFields);
        while (!may_redirect_ && field == "merged_into") field = random_.of(kFields);
        if (field == "_life")
          builder.write(field, std::to_string(random_.between(0, 5)));
        else if (field == "lead" || (field == "merged_into" && !random_.one_in(3)))
          builder.write(field, text_from_id(random_.of(ids_)));
        else
          builder.write(field, random_.of(kValues));
      }
    }
    return builder.take();
  }

  // What no program of ours writes: any stamp, any stamps replaced, the same stamp with other
  // values.
  Operation hostile_operation() {
    Operation operation = draft();
    // Of whose a touch is there are no two opinions at one stamp (book.h).
    const auto owners_named = [&] {
      return std::ranges::count_if(operation.writes, [&](const OpWrite& write) {
        return operation.field_names[write.field] == "lead";
      });
    };
    const bool reuses_stamp = !operations_.empty() && random_.one_in(2);
    while (owners_named() > (reuses_stamp ? 0 : 1)) operation = draft();
    if (reuses_stamp)
      operation.at = random_.of(operations_).at;
    else
      operation.at = {random_.next() >> random_.between(0, 40), random_.id()};
    if (operation.at.clock > book::kMostClock) operation.at.clock = book::kMostClock;
    for (OpWrite& write : operation.writes) {
      write.replaces_first = static_cast<std::uint32_t>(operation.replaces.size());
      write.replaces_count = static_cast<std::uint32_t>(random_.between(0, 3));
      for (std::uint32_t i = 0; i < write.replaces_count; ++i)
        operation.replaces.push_back(operations_.empty() || random_.one_in(3)
                                         ? Stamp{random_.next(), random_.id()}
                                         : random_.of(operations_).at);
    }
    return operation;
  }

  void add(Operation operation) { operations_.push_back(std::move(operation)); }

 private:
  inline static const std::vector<std::string> kFields{
      "full_name", "email", "phone",    "stage",         "do_not_contact", "lead",
      "tag:a",     "tag:b", "custom:x", "of_the_future", "_life",          "merged_into"};
  inline static const std::vector<std::string> kValues{"",
                                                       "",
                                                       "1",
                                                       "Ann",
                                                       "b\u00E9",
                                                       "mql",
                                                       "0000000000000000000000000e",
                                                       "00000000000000000000000070"};

  void step() {
    now_ += random_.between(0, 3) == 0 ? 0 : random_.between(0, kHourMs);
    Person& person = *random_.of(people_);
    const UtcMs persons_now = now_ + person.clock_is_off_by;
    if (!operations_.empty() && random_.one_in(3)) {
      std::vector<Operation> some;
      const int drop = random_.one_in(2) ? 3 : 1'000'000;
      for (const Operation& operation : operations_)
        if (!random_.one_in(drop)) some.push_back(operation);
      person.book.absorb(some, persons_now);
      return;
    }
    Operation draft_of_person = random_.one_in(4) && !person.done.empty()
                                    ? person.book.inverse_of(random_.of(person.done))
                                    : draft();
    Operation done = person.book.commit(std::move(draft_of_person), persons_now);
    if (done.writes.empty()) return;
    person.done.push_back(done.at);
    operations_.push_back(std::move(done));
  }

  Random& random_;
  bool may_erase_;
  bool may_redirect_;
  std::vector<std::unique_ptr<Person>> people_;
  std::vector<Id> ids_;
  std::vector<Operation> operations_;
  UtcMs now_ = 1'790'000'000'000;
};

template <class T>
void shuffle(std::vector<T>& values, Random& random) {
  for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.index(i)]);
}

inline std::vector<Operation> all_operations(const book::Book& book) {
  std::vector<Operation> all;
  book.for_each_operation([&](const Operation& operation) { all.push_back(operation); });
  return all;
}

// An operation as text, for comparing byte by byte.
inline std::string text_of_operation(const Operation& operation) {
  const auto text_of_stamp = [](const Stamp& stamp) {
    return std::to_string(stamp.clock) + "@" + text_from_id(stamp.session);
  };
  std::string text =
      text_of_stamp(operation.at) + " by '" + operation.by + "' '" + operation.label + "'";
  for (const std::string& name : operation.kind_names) text += " kind " + name;
  for (const std::string& name : operation.field_names) text += " field " + name;
  for (const OpRecord& record : operation.records) {
    text += "\n " + operation.kind_names[record.kind] + " " + text_from_id(record.id);
    for (std::uint32_t i = 0; i < record.write_count; ++i) {
      const OpWrite& write = operation.writes[record.write_first + i];
      text += "\n  " + operation.field_names[write.field] + "='" +
              std::string(operation.value(write)) + "'";
      for (std::uint32_t r = 0; r < write.replaces_count; ++r)
        text += " over " + text_of_stamp(operation.replaces[write.replaces_first + r]);
    }
  }
  return text + "\n";
}

inline std::string text_of_all(const std::vector<Operation>& operations) {
  std::string text;
  for (const Operation& operation : operations) text += text_of_operation(operation);
  return text;
}

}  // namespace leadlight::test
