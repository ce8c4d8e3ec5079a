// Icons as private code points, rasterised by the platform's font loader from the paths of the icon
// package (tools/gen_icons.mjs writes the page's table in this order).
// The code points are low because Dear ImGui keeps six bytes for every one up to the highest in
// use, for each face and size: plane 15 would cost 6 MB for each.
#pragma once
#include <string_view>

namespace leadlight::ui {

enum class Icon : unsigned short {
  kNone,
  kToday,
  kLeads,
  kFunnel,
  kCapture,
  kCampaigns,
  kShare,
  kSettings,
  kSearch,
  kMore,
  kPhone,
  kMail,
  kLinkedin,
  kMessage,
  kClock,
  kSnooze,
  kPlus,
  kClose,
  kCheck,
  kChevronDown,
  kChevronRight,
  kChevronLeft,
  kChevronUp,
  kArrowUp,
  kArrowDown,
  kUndo,
  kRedo,
  kUpload,
  kDownload,
  kTrash,
  kUser,
  kUsers,
  kGlobe,
  kTag,
  kFilter,
  kColumns,
  kTable,
  kAlert,
  kStar,
  kFlame,
  kHelp,
  kSun,
  kMoon,
  kKeyboard,
  kMeeting,
  kVoicemail,
  kArrowRight,
  kBan,
  kMapPin,
  kTarget,
  kRefresh,
  kLetter,
  kScan,
  kMerge,
};
inline constexpr int kIconCount = static_cast<int>(Icon::kMerge) + 1;
inline constexpr char32_t kFirstIcon = 0xE000;
// Runs of shaped scripts and emoji sequences are drawn as one glyph each from here on
// (ui/shaping.h).
inline constexpr char32_t kFirstRun = 0xE100;

// kNone stands at kFirstIcon and is blank, so an icon's number is its place in the enumeration.
constexpr char32_t code_point_of(Icon icon) { return kFirstIcon + static_cast<char32_t>(icon); }

}  // namespace leadlight::ui
