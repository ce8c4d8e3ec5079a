// Fonts for headless runs: every letter is half of its size wide.
#pragma once
#include "ui/theme.h"

namespace leadlight::headless {

ui::Fonts make_headless_fonts();  // into the current context's atlas

}  // namespace leadlight::headless
