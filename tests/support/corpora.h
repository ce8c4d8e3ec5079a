// Data that nobody on this project wrote, beside the checkout: ../shared/corpora, or where the
// environment variable LEADLIGHT_CORPORA says. Tests that use it skip where it is not.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace leadlight::test {

inline std::filesystem::path corpora() {
  const char* const chosen = std::getenv("LEADLIGHT_CORPORA");
  return chosen != nullptr && *chosen != '\0' ? chosen : LEADLIGHT_CORPORA;
}

inline std::string bytes_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace leadlight::test

// The first line of a test that needs a corpus: LEADLIGHT_NEEDS_CORPUS("csv-spectrum/csvs");
#define LEADLIGHT_NEEDS_CORPUS(folder)                                 \
  if (!std::filesystem::exists(leadlight::test::corpora() / (folder))) \
  GTEST_SKIP() << "The corpus " << (folder)                            \
               << " is not here; put it into ../shared/corpora or set LEADLIGHT_CORPORA."
