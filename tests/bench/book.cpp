// How long the book takes with many leads:  bench_book [leads]. One JSON object on stdout, times in
// milliseconds, the best of several runs.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <format>
#include <functional>
#include <string>
#include <vector>

#include "book/book.h"
#include "book/segment.h"

namespace {

using namespace leadlight;

constexpr UtcMs kNow = 1'790'000'000'000;
constexpr std::size_t kColumns = 20;

// Twenty columns as an importer fills them: some with a value of its own in each row, some with
// few.
Operation import_draft(std::size_t leads) {
  OperationBuilder builder;
  builder.operation().label = "Import leads.csv";
  const auto names = field_names(Kind::kLead);
  std::uint64_t random = 1;
  std::string value;
  for (std::size_t i = 0; i < leads; ++i) {
    random = random * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
    builder.begin_record("lead", {random, i});
    for (std::size_t column = 0; column < kColumns; ++column) {
      const bool own = column < 10;
      const std::size_t number = own ? i : (random >> column) % (column * 10);
      value.assign(names[column]);
      value += ' ';
      value += std::to_string(number);
      builder.write(names[column], value);
    }
  }
  return builder.take();
}

// Of this process's time on a core, so that busy neighbours disturb less.
double milliseconds(const std::function<void()>& call) {
  const std::clock_t start = std::clock();
  call();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t leads = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 100'000;
  constexpr int kRuns = 5;
  const Operation draft = import_draft(leads);
  double commit = 1e9, absorb = 1e9, again = 1e9, inverse = 1e9, undo = 1e9, replay = 1e9,
         write = 1e9, read = 1e9, edit = 1e9;
  std::size_t bytes = 0, segment_size = 0;
  for (int run = 0; run < kRuns; ++run) {
    const auto best = [](double& value, double now) { value = std::min(value, now); };
    book::Book book({1, 1});
    Operation own = draft;
    Operation done;
    best(commit, milliseconds([&] { done = book.commit(std::move(own), kNow); }));
    bytes = book.model().bytes();
    best(replay, milliseconds([&] { book.for_each_operation([](const Operation&) {}); }));
    ports::Bytes segment;
    best(write, milliseconds([&] { segment = book::segment_from_operations({}, {&done, 1}); }));
    segment_size = segment.size();
    std::vector<Operation> operations;
    best(read, milliseconds([&] { operations = book::read_segment(segment)->operations; }));
    book::Book other({2, 2});
    best(absorb, milliseconds([&] { other.absorb(operations, kNow); }));
    best(again, milliseconds([&] { other.absorb(operations, kNow); }));
    if (other.state_hash() != book.state_hash()) return 1;
    Operation back;
    best(inverse, milliseconds([&] { back = book.inverse_of(done.at); }));
    best(undo, milliseconds([&] { book.commit(std::move(back), kNow); }));
    OperationBuilder small;
    small.begin_record("lead", draft.records[leads / 2].id);
    small.write("phone", "+49 30 123456");
    best(edit, milliseconds([&] { book.commit(small.take(), kNow); }));
  }
  const std::string json = std::format(
      "{{\"leads\": {}, \"commit_ms\": {:.1f}, \"absorb_ms\": {:.1f}, \"absorb_known_ms\": {:.1f}, "
      "\"inverse_ms\": "
      "{:.1f}, \"undo_ms\": {:.1f}, \"for_each_operation_ms\": {:.1f}, \"write_segment_ms\": "
      "{:.1f}, "
      "\"read_segment_ms\": {:.1f}, \"one_edit_ms\": {:.4f}, \"model_mb\": {:.1f}, \"segment_mb\": "
      "{:.1f}}}\n",
      leads, commit, absorb, again, inverse, undo, replay, write, read, edit,
      static_cast<double>(bytes) / 1e6, static_cast<double>(segment_size) / 1e6);
  std::fputs(json.c_str(), stdout);
}
