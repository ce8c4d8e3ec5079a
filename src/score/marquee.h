// Marquee accounts (practice B8): named companies and domains whose leads sales wants to see early.
#pragma once
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
  [[nodiscard]] bool has_address(std::string_view address) const;

  Set names_;    // folded
  Set domains_;  // as host_of gives them
  TextMemo companies_;
  TextMemo websites_;
};

}  // namespace leadlight::score
