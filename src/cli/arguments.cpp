#include "cli/arguments.h"

#include <algorithm>

namespace leadlight::cli {

Result<Arguments> Arguments::parse(std::span<const std::string> words,
                                   std::span<const OptionSpec> options) {
  Arguments arguments;
  bool only_files = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (only_files || !word.starts_with("--")) {
      arguments.files_.push_back(word);
      continue;
    }
    if (word == "--") {
      only_files = true;
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const auto option = std::ranges::find(options, name, &OptionSpec::name);
    if (option == options.end()) return fail("There is no option " + name + " here.");
    if (arguments.has(name)) return fail("Option " + name + " stands there twice.");
    if (!option->takes_value) {
      if (equals != std::string::npos) return fail("Option " + name + " takes no value.");
      arguments.values_[name] = "";
    } else if (equals != std::string::npos) {
      arguments.values_[name] = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      arguments.values_[name] = words[++i];
    } else {
      return fail("Option " + name + " needs a value.");
    }
  }
  return arguments;
}

std::string Arguments::get(std::string_view name) const {
  const auto found = values_.find(std::string(name));
  return found == values_.end() ? std::string() : found->second;
}

}  // namespace leadlight::cli
