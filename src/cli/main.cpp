// Where the command line starts: real clock, real randomness, real output.
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "cli/cli.h"

namespace {

class DeviceRandom : public leadlight::ports::Random {
 public:
  leadlight::Id id() override {
    leadlight::Id id;
    while (id.is_nil()) id = {word(), word()};
    return id;
  }

 private:
  std::uint64_t word() { return std::uint64_t{device_()} << 32 | device_(); }
  std::random_device device_;
};

leadlight::UtcMs now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  DeviceRandom random;
  leadlight::cli::Surroundings surroundings{.now = now, .random = random, .out = {}, .err = {}};
  const int status = leadlight::cli::run(arguments, surroundings);
  std::fwrite(surroundings.out.data(), 1, surroundings.out.size(), stdout);
  std::fwrite(surroundings.err.data(), 1, surroundings.err.size(), stderr);
  return std::fflush(stdout) == 0 ? status : leadlight::cli::kRefused;
}
