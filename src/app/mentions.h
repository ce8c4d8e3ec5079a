// Where people are named who are to be erased: by name, e-mail address or phone number. What is
// half typed and names them goes along; what is in the book of other leads stays there.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "lead/model.h"

namespace leadlight::app {

class Mentions {
 public:
  Mentions(const Model& model, std::span<const Id> leads);  // none of them is erased yet
  [[nodiscard]] bool operator()(std::string_view text) const;
  [[nodiscard]] bool operator()(const Draft& draft) const;  // theirs, or it names them

 private:
  std::vector<Id> leads_;
  std::vector<std::string> words_, names_, phones_;
};

// With whom was merged into them.
std::vector<Id> whole_people(const Model& model, std::span<const Id> leads);

// Notes of other leads, also with touches and moves, that name these, by whose they are.
struct Notes {
  std::size_t count = 0;
  std::vector<Row> of;     // in order
  bool looked_for = true;  // not where so many are erased that it would take long
};
Notes notes_that_name(const Model& model, std::span<const Id> leads);

}  // namespace leadlight::app
