#include "ui/views/fitting_dialog.h"

#include <cmath>

namespace leadlight::ui {

namespace {

constexpr float kFooterGap = 20;
constexpr float kGroundOfRing = 4;  // room for focus rings beside the controls, inside the clipping

// What a dialog needs beside its area: title, padding (ui/dialog.cpp).
float frame_height(const Ui& ui) { return ui.phone() ? 68.0F : 92.0F; }

float whole_height(const Ui& ui, float content, float footer) {
  return frame_height(ui) + content + (footer > 0 ? footer + kFooterGap : 0) + 2 * kGroundOfRing;
}

}  // namespace

FittingDialog::FittingDialog(Ui& ui, std::string_view id, std::string_view title, float width,
                             float& content_height, float footer_height)
    : ui_(ui),
      content_height_(content_height),
      dialog_(ui, id, title, width, whole_height(ui, content_height, footer_height)) {
  if (!dialog_) return;
  Rect area = dialog_.area();
  if (footer_height > 0) footer_ = area.cut_bottom(footer_height, kFooterGap);
  scroll_.emplace(ui, "content", area.inset(-kGroundOfRing, 0));
  content_ = scroll_->content().inset(kGroundOfRing, 0);
  content_.y += kGroundOfRing;
}

void FittingDialog::used(float height) {
  if (!scroll_) return;
  const float whole = std::ceil(height);
  scroll_->content_height(whole + 2 * kGroundOfRing);
  scroll_.reset();
  if (whole == content_height_) return;
  content_height_ = whole;
  ui_.request_frame();
}

}  // namespace leadlight::ui
