// The commands. Each takes the words behind its name, and gives an exit status.
#pragma once
#include <span>
#include <string>

#include "base/result.h"
#include "cli/arguments.h"
#include "cli/cli.h"
#include "lead/model.h"

namespace leadlight::cli {

int import_command(std::span<const std::string> words, Surroundings& surroundings);
int merge_command(std::span<const std::string> words, Surroundings& surroundings);
int diff_command(std::span<const std::string> words, Surroundings& surroundings);
int check_command(std::span<const std::string> words, Surroundings& surroundings);
int score_command(std::span<const std::string> words, Surroundings& surroundings);
int queue_command(std::span<const std::string> words, Surroundings& surroundings);
int export_command(std::span<const std::string> words, Surroundings& surroundings);

// What all of them say alike.
int refuse(Surroundings& surroundings, const Error& error);
int wrong_use(Surroundings& surroundings, std::string_view what, std::string_view usage);
void warn(Surroundings& surroundings, std::string_view sentence);

// --at, or now. Fails for what is no time.
Result<UtcMs> time_asked_for(const Arguments& arguments, Surroundings& surroundings);
std::string counted(std::size_t count, std::string_view one,
                    std::string_view many);  // "1 lead", "8,800 leads"
std::string with_separators(std::size_t number);

}  // namespace leadlight::cli
