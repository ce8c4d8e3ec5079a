#include "cli/cli.h"

#include <array>
#include <string_view>

#include "cli/commands.h"

namespace leadlight::cli {

namespace {

struct CommandEntry {
  std::string_view name;
  int (*run)(std::span<const std::string>, Surroundings&);
};
constexpr std::array kCommands{
    CommandEntry{"import", import_command}, CommandEntry{"merge", merge_command},
    CommandEntry{"diff", diff_command},     CommandEntry{"check", check_command},
    CommandEntry{"score", score_command},   CommandEntry{"queue", queue_command},
    CommandEntry{"export", export_command},
};

constexpr std::string_view kHelp =
    R"(leadlight: the lead follow-up book on the command line. A BOOK.json is a snapshot, as the page exports it.

  leadlight import FILE... --into BOOK.json [--map MAP.json] [--source NAME] [--by NAME] [--dry-run] [--json]
  leadlight merge A.json B.json... --output C.json
  leadlight diff A.json B.json [--json]
  leadlight check FILE.json
  leadlight score BOOK.json [--at TIME] [--top N] [--json]
  leadlight queue BOOK.json [--at TIME] [--json]
  leadlight export BOOK.json --csv FILE | --vcard FILE [--with-do-not-contact]

Exit status: 0 done, 1 a file was refused and nothing was changed, 2 the command was not understood.
)";

}  // namespace

int run(std::span<const std::string> arguments, Surroundings& surroundings) {
  if (arguments.empty()) {
    surroundings.err += kHelp;
    return kWrongUse;
  }
  const std::string& name = arguments[0];
  if (name == "--help" || name == "-h" || name == "help") {
    surroundings.out += kHelp;
    return kDone;
  }
  for (const CommandEntry& command : kCommands) {
    if (command.name == name) return command.run(arguments.subspan(1), surroundings);
  }
  surroundings.err += "leadlight: There is no command " + name + ".\n\n";
  surroundings.err += kHelp;
  return kWrongUse;
}

int refuse(Surroundings& surroundings, const Error& error) {
  surroundings.err += "leadlight: " + error.sentence() + "\n";
  return kRefused;
}

int wrong_use(Surroundings& surroundings, std::string_view what, std::string_view usage) {
  surroundings.err +=
      "leadlight: " + std::string(what) + "\nUse: leadlight " + std::string(usage) + "\n";
  return kWrongUse;
}

void warn(Surroundings& surroundings, std::string_view sentence) {
  surroundings.err += "leadlight: " + std::string(sentence) + "\n";
}

Result<UtcMs> time_asked_for(const Arguments& arguments, Surroundings& surroundings) {
  if (!arguments.has("--at")) return surroundings.now();
  const auto time = utc_from_iso(arguments.get("--at"));
  if (!time)
    return fail("“" + arguments.get("--at") +
                "” is no time; write it as 2026-11-22T09:14 or 2026-11-22.");
  return *time;
}

std::string with_separators(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t i = text.size(); i > 3;) text.insert(i -= 3, ",");
  return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return with_separators(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace leadlight::cli
