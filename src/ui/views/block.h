// A panel with a title, what there is to know, and what can be done: Share and Settings are made of
// these.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets.h"

namespace leadlight::ui {

struct BlockText {
  std::string text;
  ImU32 colour = 0;
  bool strong = false;
};
struct BlockButton {
  std::string_view id;
  std::string_view label;
  Icon icon = Icon::kNone;
  bool primary = false;
  bool danger = false;
};
struct BlockResult {
  int used = -1;  // the button used now
  float height = 0;
};
BlockResult draw_block(Ui&, std::string_view id, Rect area, std::string_view title,
                       std::span<const BlockText> texts, std::span<const BlockButton> buttons);

}  // namespace leadlight::ui
