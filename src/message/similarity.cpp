#include "message/similarity.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/checksum.h"
#include "message/wording.h"

namespace leadlight::message {

namespace {

constexpr std::size_t kShingle = 3;

std::vector<std::uint64_t> shingles_of(const std::vector<Word>& words) {
  std::vector<std::uint64_t> all;
  for (std::size_t first = 0; first + kShingle <= words.size(); ++first) {
    std::uint64_t hash = 0;
    for (std::size_t i = first; i < first + kShingle; ++i) hash = hash64(words[i].folded, hash);
    all.push_back(hash);
  }
  return all;
}

}  // namespace

Similarity similarity_of(std::string_view text, std::string_view other) {
  const std::vector<Word> words = words_in(text);
  const std::vector<std::uint64_t> ours = shingles_of(words);
  const std::vector<std::uint64_t> theirs = shingles_of(words_in(other));
  const std::unordered_set<std::uint64_t> known(theirs.begin(), theirs.end());
  std::unordered_set<std::uint64_t> seen;
  std::size_t shared = 0;
  std::size_t run = 0;
  std::size_t longest = 0;
  Similarity found;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const bool is_known = known.contains(ours[i]);
    if (seen.insert(ours[i]).second) shared += is_known;
    run = is_known ? run + 1 : 0;
    if (run <= longest) continue;
    longest = run;
    found.longest = {words[i + 1 - run].place.begin, words[i + kShingle - 1].place.end};
  }
  if (!seen.empty())
    found.percent = static_cast<int>((200 * shared + seen.size()) / (2 * seen.size()));
  return found;
}

}  // namespace leadlight::message
