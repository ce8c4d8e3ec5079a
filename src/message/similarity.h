// How much of one text stands in another, word for word (practice D4).
//
// Containment of word shingles (Broder, On the resemblance and containment of documents, 1997):
// a shingle is three words in a row, folded (no case, no accents, no punctuation). Of the different
// shingles of `text`, the percentage that stands in `other` too, rounded. 100: all of it is in
// there; 0: nothing, also where `text` has fewer than three words. Not symmetric: what else `other`
// says does not matter.
#pragma once
#include <string_view>

#include "message/program.h"

namespace leadlight::message {

struct Similarity {
  int percent = 0;
  Range longest;  // of `text`: the longest passage that stands in `other`; empty if there is none
};
Similarity similarity_of(std::string_view text, std::string_view other);

}  // namespace leadlight::message
