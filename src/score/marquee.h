// Marquee accounts (practice B8): named companies and domains whose leads sales wants to see early.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lead/model.h"
#include "score/text_memo.h"

namespace leadlight::score {

// The host of a web address or e-mail address in lower case, without "www.":
// "https://www.Acme.example/x" and "ann@acme.example" give "acme.example". Empty if there is none.
std::string host_of(std::string_view address);

class MarqueeList {
 public:
  explicit MarqueeList(const std::vector<std::string>& entries);
  [[nodiscard]] bool empty() const { return names_.empty(); }
  // The company's name is an entry, or the website's or e-mail address's domain is one or lies
  // below one.
  [[nodiscard]] bool has(const Model& model, Row lead);

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Set = std::unordered_set<std::string, TextHash, std::equal_to<>>;
  [[nodiscard]] bool has_name(std::string_view company) const;
  [[nodiscard]] bool has_host(std::string_view address) const;
  [[nodiscard]] bool has_domain(std::string_view domain) const;

  // Every lead's company and addresses are looked at, and hardly any is one: most are told by their
  // first letter and by their length.
  using Lengths = std::array<bool, 256>;
  Set names_;                                 // folded
  Set domains_;                               // as host_of gives them
  std::vector<std::string> name_beginnings_;  // the first letters of names_, folded
  Lengths domain_lengths_{};
  // Whether a text is one, for those that many leads share.
  TextMemo<15> companies_;
  TextMemo<15> websites_;
};

}  // namespace leadlight::score
