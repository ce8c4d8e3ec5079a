// The one text field that is being edited. The page lays a real DOM field over it (phone keyboards,
// IME, dictation, spell check); tests and headless runs write into it directly. While it is active
// the widget draws the box and the platform draws the text.
#pragma once
#include <cstdint>
#include <string>

#include "imgui.h"
#include "ui/rect.h"
#include "ui/theme.h"

namespace leadlight::ui {

enum class FieldKind : unsigned char {
  kText,
  kName,
  kEmail,
  kPhone,
  kUrl,
  kNumber,
  kSearch,
  kDate,
  kMultiline,
  kPerson,          // a name, or a signature that is pasted instead (app::OpenFiles)
  kPassphrase,      // shown as dots, and in the semantic tree not at all
  kPassphraseShown  // likewise, but seen on screen
};
inline bool is_secret(FieldKind kind) { return kind >= FieldKind::kPassphrase; }

struct TextEntry {
  ImGuiID id = 0;  // 0: nothing is edited
  Rect rect;       // of the text area, CSS pixels
  Rect clip;       // the part that can be seen
  FieldKind kind = FieldKind::kText;
  std::string label;  // accessible name
  std::string placeholder;
  std::string autocomplete;  // HTML's word: "email", "tel", "name", "off"
  std::string value;
  TextStyle style;
  ImU32 colour = 0;
  bool select_all = false;  // on opening
  bool last = true;         // the phone's return key says done, else next
};

enum class EntryEvent : std::uint8_t {
  kChanged,    // value is new
  kSubmitted,  // return (not in multi-line)
  kNext,       // Tab or "next"
  kPrevious,   // Shift+Tab
  kCancelled,  // Escape: the widget restores what was there
  kLeft,       // focus went elsewhere: the value stands
  kPaused,     // the page may go: the value stands, and the edit goes on if its view lets it
};

}  // namespace leadlight::ui
