// The text field that is being edited: which one, what the platform's field reported, and the end
// of it.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imgui.h"
#include "ui/text_entry.h"

namespace leadlight::ui {

class Entry {
 public:
  void begin_frame() { drawn_ = false; }
  void end_frame();  // an edit ends whose field is not drawn any more

  // Editing of `id` starts when its field is drawn next; whatever was edited before is left.
  enum class Caret : unsigned char { kEnd, kSelectAll };
  void start(ImGuiID id, Caret caret);
  void report(EntryEvent event, std::string_view value);  // from the platform or a test
  void leave();                                           // as if the focus had gone elsewhere
  void pause();
  // The view took what was typed into its own string and has set that anew: what was there before
  // does not come back, although the platform's field has not heard of it yet.
  void renew(const std::string& own);

  [[nodiscard]] const TextEntry& now() const { return now_; }
  [[nodiscard]] bool active() const { return now_.id != 0; }
  // Nothing has been typed yet, or all of it is taken back.
  [[nodiscard]] bool is_untouched() const {
    return active() && reports_.empty() && now_.value == original_;
  }
  [[nodiscard]] bool wants_frame() const {
    return !reports_.empty() || starting_ != 0 || !left_.empty();
  }

  // What happened to a field since it was drawn last. A new value is told before the end of the
  // edit, in a frame of its own. `value` may be the view's own string, which then follows every key
  // press, or a copy of something that is only written when committed.
  enum class News : unsigned char { kNone, kChanged, kSubmitted, kCommitted, kCancelled };
  News take_news(ImGuiID id, std::string& value, TextEntry&& field);

 private:
  struct Left {
    ImGuiID id;
    std::string value;
    const std::string* own = nullptr;
    bool told = false;  // that the value is new
    int frames = 0;
  };
  News news_of_left(Left& left, std::string& value);
  News next_report(std::string& value, FieldKind kind);

  TextEntry now_;
  std::string original_;
  std::string given_;                 // what the view passed in the frame before
  const std::string* own_ = nullptr;  // its string, to be told from others
  ImGuiID starting_ = 0;
  int starting_frames_ = 0;
  Caret caret_ = Caret::kEnd;
  std::vector<std::pair<EntryEvent, std::string>> reports_;
  std::vector<Left> left_;
  bool drawn_ = false;
  bool renewed_ = false;  // what now_ holds is of the past
};

}  // namespace leadlight::ui
