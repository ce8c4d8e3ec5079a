// The command line: the same core without a screen (design.md section 7). Names, JSON output and
// exit status are an interface for scripts; keep them stable.
#pragma once
#include <functional>
#include <span>
#include <string>

#include "base/time.h"
#include "ports/ports.h"

namespace leadlight::cli {

inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;   // a file was refused; nothing was changed
inline constexpr int kWrongUse = 2;  // the command itself was not understood

// What a command gets from outside, and what it says.
struct Surroundings {
  std::function<UtcMs()> now;
  ports::Random& random;
  std::string out;  // for standard output
  std::string err;  // for standard error
};

// `arguments` without the program's name. Reads and writes the files that they name, and no others.
int run(std::span<const std::string> arguments, Surroundings& surroundings);

}  // namespace leadlight::cli
