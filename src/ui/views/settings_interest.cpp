// Points for what prospects do (practice B5), and how they fade.
#include <array>
#include <cmath>
#include <span>
#include <string>

#include "base/format.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

struct PointGroup {
  std::string_view id, title;
  std::span<const TouchKind> kinds;
};
constexpr std::array kRequests{TouchKind::kQuoteRequested, TouchKind::kInformationRequested,
                               TouchKind::kReplied, TouchKind::kFormCompleted};
constexpr std::array kEvents{TouchKind::kBoothVisit, TouchKind::kWebinarAttended,
                             TouchKind::kQrScanned};
constexpr std::array kMail{TouchKind::kEmailOpened, TouchKind::kEmailForwarded,
                           TouchKind::kLinkClicked, TouchKind::kCallToAction};
constexpr std::array kSite{TouchKind::kLandingPage,   TouchKind::kSiteVisit,
                           TouchKind::kReturnVisit,   TouchKind::kPagesViewed,
                           TouchKind::kMinutesOnSite, TouchKind::kDownload};
constexpr std::array<PointGroup, 4> kGroups{{{"requests", "They ask", kRequests},
                                             {"events", "They come", kEvents},
                                             {"mail", "They read our mail", kMail},
                                             {"site", "They look at our site", kSite}}};

// "24 points today are 12 after 30 days and 6 after 60 days."
std::string fading_example(int half_life_days, int points) {
  if (half_life_days <= 0) return formatted("{} points stay {} for ever.", points, points);
  const auto after = [points](int half_lives) {
    return static_cast<int>(std::lround(points / std::pow(2.0, half_lives)));
  };
  return formatted("{} points today are {} after {} days and {} after {} days.", points, after(1),
                   half_life_days, after(2), 2 * half_life_days);
}

void draw_fading(Form& form) {
  const TeamSettings& team = form.ui.state.settings;
  {
    Group group(form, "fading", words::kFading);
    const auto days = number_row(form, group,
                                 {.key = settings_key::kHalfLifeDays,
                                  .label = words::kHalfLife,
                                  .advice = words::kHalfLifeAdvice,
                                  .unit = words::kDays,
                                  .value = team.half_life_days,
                                  .lowest = 0,
                                  .highest = 3650});
    if (days) put_typed(form, settings_key::kHalfLifeDays, std::to_string(*days));
  }
  // Follows what is typed.
  const std::string quote = points_key(TouchKind::kQuoteRequested);
  const int quote_points = typed_number(
      form.view, quote, team.points[static_cast<std::size_t>(TouchKind::kQuoteRequested)]);
  const int days = typed_number(form.view, settings_key::kHalfLifeDays, team.half_life_days);
  form.gap(-16);
  form.text(fading_example(days, quote_points > 0 ? quote_points : 24));
  form.gap(24);
}

void draw_points(Form& form, Group& group, TouchKind kind) {
  const int now = form.ui.state.settings.points[static_cast<std::size_t>(kind)];
  const std::string key = points_key(kind);
  const std::string_view advice = kind == TouchKind::kPagesViewed      ? words::kForEachPage
                                  : kind == TouchKind::kMinutesOnSite  ? words::kForEachMinute
                                  : kind == TouchKind::kEmailForwarded ? words::kForEachTime
                                                                       : std::string_view();
  const auto points = number_row(form, group,
                                 {.key = key,
                                  .label = label_of(kind),
                                  .advice = advice,
                                  .unit = words::kPoints,
                                  .value = now,
                                  .lowest = 0,
                                  .highest = 1000});
  if (points) put_typed(form, key, std::to_string(*points));
}

void draw_no_answer(Form& form) {
  Group group(form, "no-answer", words::kNoAnswerGroup);
  // Kept as points below zero, asked for as what is taken away.
  const int taken = -form.ui.state.settings.no_answer_points;
  const auto points = number_row(form, group,
                                 {.key = settings_key::kNoAnswerPoints,
                                  .label = words::kNoAnswer,
                                  .advice = words::kNoAnswerAdvice,
                                  .unit = words::kPoints,
                                  .value = taken,
                                  .lowest = 0,
                                  .highest = 100});
  if (points) put_typed(form, settings_key::kNoAnswerPoints, std::to_string(-*points));
}

}  // namespace

void draw_interest_settings(Form& form) {
  form.title(words::kSections[2].title, words::kInterestAdvice);
  draw_fading(form);
  for (const PointGroup& one : kGroups) {
    Group group(form, one.id, one.title);
    for (const TouchKind kind : one.kinds) draw_points(form, group, kind);
  }
  draw_no_answer(form);
}

}  // namespace leadlight::ui
