// Files of the command line. An error says which file it is about and what the system said.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "book/book.h"
#include "cli/cli.h"

namespace leadlight::cli {

Result<std::string> read_file(const std::string& path);
bool file_exists(const std::string& path);
std::string base_name(std::string_view path);

// All or nothing: `write` puts pieces into a new file beside `path`, which then takes its place.
// "-" is standard output.
using Put = std::function<void(std::string_view piece)>;
Result<void> write_file(const std::string& path, Surroundings& surroundings,
                        const std::function<void(const Put&)>& write);

// A book from snapshots: the first one's operations and those of all others.
Result<book::Book> load_books(std::span<const std::string> paths, Surroundings& surroundings);
Result<void> save_book(const book::Book& book, const std::string& path, Surroundings& surroundings);

// "badges.csv, line 12, column 4: The file ends … Export it again."
std::string sentence_about(const std::string& path, const Error& error);

}  // namespace leadlight::cli
