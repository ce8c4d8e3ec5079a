// How long the book takes with many leads, by itself:  bench_book [LEADS] [--json]
#include <string>
#include <utility>
#include <vector>

#include "book/book.h"
#include "book/segment.h"
#include "tests/bench/figures.h"

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

}  // namespace

int main(int count, char** words) {
  const auto arguments = bench::arguments_from(count, words);
  const std::size_t leads = arguments.number(100'000);
  constexpr int kRuns = 5;
  const Operation draft = import_draft(leads);
  std::vector<double> commit, absorb, again, inverse, undo, replay, write, read, edit;
  bench::Figures figures;
  for (int run = 0; run < kRuns; ++run) {
    const auto time = [](std::vector<double>& times, auto&& call) {
      const double begin = bench::Figures::now_ms();
      call();
      times.push_back(bench::Figures::now_ms() - begin);
    };
    book::Book book({1, 1});
    Operation own = draft;
    Operation done;
    time(commit, [&] { done = book.commit(std::move(own), kNow); });
    if (run == 0) figures.count("model_bytes", static_cast<double>(book.model().bytes()));
    time(replay, [&] { book.for_each_operation([](const Operation&) {}); });
    ports::Bytes segment;
    time(write, [&] { segment = book::segment_from_operations({}, {&done, 1}); });
    if (run == 0) figures.count("segment_bytes", static_cast<double>(segment.size()));
    std::vector<Operation> operations;
    time(read, [&] { operations = book::read_segment(segment)->operations; });
    book::Book other({2, 2});
    time(absorb, [&] { other.absorb(operations, kNow); });
    time(again, [&] { other.absorb(operations, kNow); });
    if (other.state_hash() != book.state_hash()) return 1;
    Operation back;
    time(inverse, [&] { back = book.inverse_of(done.at); });
    time(undo, [&] { book.commit(std::move(back), kNow); });
    OperationBuilder small;
    small.begin_record("lead", draft.records[leads / 2].id);
    small.write("phone", "+49 30 123456");
    time(edit, [&] { book.commit(small.take(), kNow); });
  }
  figures.note("commit", commit);
  figures.note("absorb", absorb);
  figures.note("absorb_known", again);
  figures.note("inverse", inverse);
  figures.note("undo", undo);
  figures.note("for_each_operation", replay);
  figures.note("write_segment", write);
  figures.note("read_segment", read);
  figures.note("one_edit", edit);
  figures.print(arguments.json);
}
