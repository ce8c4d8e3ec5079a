#include "platform/web/mirror.h"

#include <string>

#include "platform/web/border.h"

using leadlight::web::Mirror;

extern "C" {
void leadlight_mirror_start(Mirror* self);
void leadlight_mirror_apply(const char* json, std::size_t size);
// The node over which the text field lies, which stands for it; 0: none.
void leadlight_mirror_edited(unsigned node);
void leadlight_mirror_announce(const char* text, std::size_t size, bool assertive);
}

namespace leadlight::web {

Mirror::Mirror(ui::Shell& shell, FrameLoop& loop) : shell_(shell), loop_(loop) {
  leadlight_mirror_start(this);
}

void Mirror::enable() {
  enabled_ = true;
  loop_.request();
}

void Mirror::follow(const a11y::Tree& tree, a11y::NodeId edited) {
  if (!enabled_) return;
  if (tree.nodes() != shown_) {
    const std::string changes = a11y::diff_as_json(shown_, tree.nodes());
    shown_ = tree.nodes();
    leadlight_mirror_apply(changes.data(), changes.size());
  }
  if (edited != edited_) leadlight_mirror_edited(edited_ = edited);
}

void Mirror::announce(const std::vector<a11y::Announcement>& announcements) {
  for (const auto& [text, assertive] : announcements)
    leadlight_mirror_announce(text.data(), text.size(), assertive);
}

void Mirror::act(a11y::NodeId node, a11y::Action action, std::string_view value) {
  shell_.act(node, action, value);
  loop_.request(FrameLoop::kSettle);
  loop_.run_now();
}

}  // namespace leadlight::web

LEADLIGHT_EXPORT void leadlight_mirror_enable(Mirror* self) { self->enable(); }
LEADLIGHT_EXPORT void leadlight_mirror_act(Mirror* self, unsigned node, int action,
                                           const char* value, std::size_t size) {
  self->act(node, static_cast<leadlight::a11y::Action>(action),
            leadlight::web::text_from(value, size));
}
