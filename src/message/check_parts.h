// The rules in groups: the room's own, shared by check*.cpp. Each adds what it finds.
#pragma once
#include <vector>

#include "message/check.h"
#include "message/wording.h"

namespace leadlight::message {

struct Sight {
  const Message& message;
  const Known& known;
  const Wording& body;
  bool knows_language;  // English or German
};

class Findings {
 public:
  void add(Rule rule, const char* reason, const char* remedy, Range place = {},
           Part part = Part::kBody) {
    add({rule, severity_of(rule), part, false, place, reason, remedy});
  }
  void add(Finding finding) { all_.push_back(std::move(finding)); }
  std::vector<Finding> take() { return std::move(all_); }

 private:
  static Severity severity_of(Rule rule);
  std::vector<Finding> all_;
};

bool names_hook(const Wording& text, const Known& known, bool knows_language);
void check_merge(const Sight& sight, Findings& findings);
void check_hook(const Sight& sight, Findings& findings);
void check_similarity(const Sight& sight, Findings& findings);
void check_voicemail(const Sight& sight, Findings& findings);
void check_mail(const Sight& sight, Findings& findings);

}  // namespace leadlight::message
