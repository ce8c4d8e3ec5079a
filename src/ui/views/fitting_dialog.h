// A dialog as high as what it holds, with its buttons below; where the screen is lower, it scrolls.
//
// FittingDialog dialog(ui, "move-dialog", "Move", 520, view.height, ui.control_height());
// if (!dialog) return;
// ...draw into dialog.content()...; dialog.used(height); ...buttons into dialog.footer()...
#pragma once
#include <optional>
#include <string_view>

#include "ui/widgets.h"

namespace leadlight::ui {

class FittingDialog {
 public:
  // `content_height` is kept by the caller between frames. No footer: 0.
  FittingDialog(Ui& ui, std::string_view id, std::string_view title, float width,
                float& content_height, float footer_height = 0);
  explicit operator bool() const { return static_cast<bool>(dialog_); }
  [[nodiscard]] Rect content() const { return content_; }  // as high as one likes
  void used(float height);                                 // ends the content
  [[nodiscard]] Rect footer() const { return footer_; }

 private:
  Ui& ui_;
  float& content_height_;
  Dialog dialog_;
  std::optional<ScrollArea> scroll_;
  Rect content_, footer_;
};

}  // namespace leadlight::ui
