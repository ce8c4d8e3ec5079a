// Words of a command line, sorted into files and options.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leadlight::cli {

struct OptionSpec {
  std::string_view name;  // "--into"
  bool takes_value = true;
};

class Arguments {
 public:
  // Options may stand anywhere, "--name value" or "--name=value"; behind "--" all are files.
  static Result<Arguments> parse(std::span<const std::string> words,
                                 std::span<const OptionSpec> options);

  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
  [[nodiscard]] bool has(std::string_view name) const {
    return values_.contains(std::string(name));
  }
  [[nodiscard]] std::string get(std::string_view name) const;  // "" if absent

 private:
  std::vector<std::string> files_;
  std::map<std::string, std::string> values_;
};

}  // namespace leadlight::cli
