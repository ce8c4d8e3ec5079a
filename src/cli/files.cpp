#include "cli/files.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "app/words.h"
#include "interchange/snapshot.h"

namespace leadlight::cli {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, CloseFile>;

std::unexpected<Error> fail_by_system(const std::string& what) {
  return fail(what + ": " + std::strerror(errno) + ".", "Check the path and your rights to it.");
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const FileHandle file(std::fopen(path.c_str(), "rb"));
  if (!file) return fail_by_system("The file could not be opened");
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path, ignored);
  std::string bytes;
  if (!ignored) bytes.reserve(static_cast<std::size_t>(size) + 1);
  constexpr std::size_t kPiece = 1 << 20;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kPiece);
    const std::size_t got = std::fread(bytes.data() + before, 1, kPiece, file.get());
    bytes.resize(before + got);
    if (got < kPiece) break;
  }
  if (std::ferror(file.get()) != 0) return fail_by_system("The file could not be read");
  return bytes;
}

bool file_exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::string base_name(std::string_view path) {
  return std::string(path.substr(
      path.find_last_of('/') == std::string_view::npos ? 0 : path.find_last_of('/') + 1));
}

Result<void> write_file(const std::string& path, Surroundings& surroundings,
                        const std::function<void(const Put&)>& write) {
  if (path == "-") {
    write([&](std::string_view piece) { surroundings.out += piece; });
    return {};
  }
  const std::string temporary =
      path + ".new-" + text_from_id(surroundings.random.id()).substr(0, 8);
  FileHandle file(std::fopen(temporary.c_str(), "wb"));
  if (!file) return fail_by_system("The file could not be written");
  bool good = true;
  write([&](std::string_view piece) {
    good = good && std::fwrite(piece.data(), 1, piece.size(), file.get()) == piece.size();
  });
  good = good && std::fflush(file.get()) == 0 && ::fsync(::fileno(file.get())) == 0;
  good = std::fclose(file.release()) == 0 && good;
  if (good && std::rename(temporary.c_str(), path.c_str()) == 0) return {};
  auto error = fail_by_system("The file could not be written");
  std::remove(temporary.c_str());
  return error;
}

Result<book::Book> load_books(std::span<const std::string> paths, Surroundings& surroundings) {
  book::Book book(surroundings.random.id());
  for (const std::string& path : paths) {
    const auto bytes = read_file(path);
    if (!bytes) return fail(sentence_about(path, bytes.error()));
    const auto operations = interchange::read_snapshot(*bytes);
    if (!operations) return fail(sentence_about(path, operations.error()));
    if (book.absorb(*operations, surroundings.now()).refused_operations > 0)
      return fail(sentence_about(path, app::words::clock_is_at_its_end()));
  }
  return book;
}

Result<void> save_book(const book::Book& book, const std::string& path,
                       Surroundings& surroundings) {
  const auto written = write_file(path, surroundings, [&](const Put& put) {
    interchange::SnapshotWriter writer;
    book.for_each_operation([&](const Operation& operation) {
      writer.add(operation);
      put(writer.take());
    });
    put(writer.finish());
  });
  if (!written) return fail(sentence_about(path, written.error()));
  return {};
}

std::string sentence_about(const std::string& path, const Error& error) {
  std::string text = path;
  if (!error.where.empty()) text += ", " + error.where;
  text += ": " + error.what;
  if (!error.remedy.empty()) text += " " + error.remedy;
  return text;
}

}  // namespace leadlight::cli
