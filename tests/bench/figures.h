// What a benchmark measured, and how it says so: as lines for people, or as one JSON object for
// tests/bench/run.mjs. Times are milliseconds of this process's time on a core, as those of the
// JavaScript peers are, so that busy neighbours disturb little.
#pragma once
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <print>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten/em_js.h>
EM_JS(double, leadlight_bench_cpu_ms, (), {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1000;
});
#endif

namespace leadlight::bench {

class Figures {
 public:
  // One time each after `prepare`, whose time doesn't count.
  template <class Prepare, class Run>
  void time(std::string name, int runs, Prepare&& prepare, Run&& run) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
      prepare();
      const double begin = now_ms();
      run();
      times.push_back(now_ms() - begin);
    }
    note(std::move(name), std::move(times));
  }
  template <class Run>
  void time(std::string name, int runs, Run&& run) {
    time(std::move(name), runs, [] {}, run);
  }
  void note(std::string name, std::vector<double> values) {
    std::ranges::sort(values);
    if (!values.empty()) figures_.push_back({std::move(name), std::move(values)});
  }
  // A count or a size: whatever is no time.
  void count(std::string name, double value) { note(std::move(name), std::vector{value}); }

  // {"sort": {"median": 1.2, "least": 1.1, "most": 2.3, "p95": 2.2, "runs": 9}, ...}
  void print(bool json) const {
    const char* before = "{";
    for (const Figure& figure : figures_) {
      const std::vector<double>& values = figure.values;
      const double median = values[values.size() / 2];
      if (!json) {
        std::println("{:<32} {:>12.3f}  {:.3f} to {:.3f}, {} runs", figure.name, median,
                     values.front(), values.back(), values.size());
        continue;
      }
      const double p95 = values[(values.size() - 1) * 95 / 100];
      std::print(
          "{}\"{}\": {{\"median\": {:.4f}, \"least\": {:.4f}, \"most\": {:.4f}, \"p95\": {:.4f}, "
          "\"runs\": {}}}",
          before, figure.name, median, values.front(), values.back(), p95, values.size());
      before = ", ";
    }
    if (json) std::println("}}");
  }

  static double now_ms() {
#ifdef __EMSCRIPTEN__
    return leadlight_bench_cpu_ms();  // std::clock is the clock on the wall there
#else
    return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
#endif
  }

 private:
  struct Figure {
    std::string name;
    std::vector<double> values;
  };
  std::vector<Figure> figures_;
};

// A number or a file, and --json.
struct Arguments {
  std::string_view first;
  bool json = false;
  [[nodiscard]] std::size_t number(std::size_t usual) const {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(first.data(), first.data() + first.size(), value);
    return error == std::errc() && end == first.data() + first.size() && value > 0 ? value : usual;
  }
};
inline Arguments arguments_from(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string_view word(words[i]);
    if (word == "--json")
      arguments.json = true;
    else
      arguments.first = word;
  }
  return arguments;
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.empty())
    std::println(stderr, "{}: {}", path, errno == 0 ? "nothing in it" : std::strerror(errno));
  return bytes;
}

}  // namespace leadlight::bench
