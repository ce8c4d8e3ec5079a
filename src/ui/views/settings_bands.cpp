// The best leads (practice B8): shares for sales and for the watch list, and marquee accounts.
#include <algorithm>
#include <array>
#include <string>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/flow.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr float kMarqueeRow = 44;

// ---- shares -----------------------------------------------------------------------------------------

void draw_share(Form& form, Group& group, std::string_view key, std::string_view label, int value,
                int other) {
  const auto rule = [other](int percent) {
    return percent + other > 100 ? std::string(words::kSharesTooLarge) : std::string();
  };
  const auto percent = number_row(form, group,
                                  {.key = key,
                                   .label = label,
                                   .advice = {},
                                   .unit = words::kPercent,
                                   .value = value,
                                   .lowest = 0,
                                   .highest = 100},
                                  rule);
  if (percent) put_typed(form, key, std::to_string(*percent));
}

// Both shares as parts of a line, as they are typed.
void draw_share_bar(Form& form, Group& group, int sales, int watch) {
  Ui& ui = form.ui;
  Rect bar = group.row(34).inset(0, 12);
  sales = std::clamp(sales, 0, 100);
  watch = std::clamp(watch, 0, 100 - sales);
  fill(ui, bar, ui.colours.line, bar.h / 2);
  const float one = bar.w / 100;
  const float both = one * static_cast<float>(sales + watch);
  if (watch > 0)
    fill(ui, {bar.x, bar.y, std::max(both, bar.h), bar.h}, ui.colours.accent, bar.h / 2);
  if (sales > 0)
    fill(ui, {bar.x, bar.y, std::max(one * static_cast<float>(sales), bar.h), bar.h},
         ui.colours.hot, bar.h / 2);
}

struct BandCount {
  score::Band band;
  std::string_view id;
  ImU32 colour;
  std::string text;
};
float band_count_width(const Ui& ui, const BandCount& one) {
  return text_width(ui, one.text, kText) + 18;
}

// "12 for sales": every figure opens the leads it counts.
void draw_band_count(Ui& ui, Flow& flow, const BandCount& one) {
  Rect place = flow.next(band_count_width(ui, one));
  fill(ui, place.cut_left(10, 7).centred(10, 10), one.colour, 5);
  if (!link(ui, one.id, place, one.text)) return;
  query::Query query;
  query.bands = {one.band};
  query.stages = {Stage::kNew, Stage::kMql};
  ui.emit(app::ShowLeads{std::move(query)});
}

void draw_shares(Form& form) {
  Ui& ui = form.ui;
  const TeamSettings& team = ui.state.settings;
  Group group(form, "shares", words::kShares);
  draw_share(form, group, settings_key::kSalesPercent, words::kForSales, team.sales_percent,
             team.watch_percent);
  draw_share(form, group, settings_key::kWatchPercent, words::kWatchList, team.watch_percent,
             team.sales_percent);
  draw_share_bar(form, group,
                 typed_number(form.view, settings_key::kSalesPercent, team.sales_percent),
                 typed_number(form.view, settings_key::kWatchPercent, team.watch_percent));
  const SettingsCounts& counts = counts_of(ui, form.view);
  const float line = ui.phone() ? 32.0F : 20.0F;
  const auto count = [](std::string_view label, std::size_t leads) {
    return formatted("{}: {}", label, words::counted(leads, "lead", "leads"));
  };
  const std::size_t rest =
      counts.candidates - std::min(counts.candidates, counts.sales + counts.watch);
  const std::array<BandCount, 3> all{
      {{score::Band::kSales, "sales", ui.colours.hot, count(words::kForSales, counts.sales)},
       {score::Band::kWatch, "watch", ui.colours.accent, count(words::kWatchList, counts.watch)},
       {score::Band::kNone, "rest", ui.colours.line, count(words::kRest, rest)}}};
  constexpr float kGap = 16;
  Flow room({0, 0, group.inner_width(), 0}, line, kGap);
  for (const BandCount& one : all) room.next(band_count_width(ui, one));
  Flow flow(group.row(room.used_height() + 24).inset(0, 12), line, kGap);
  for (const BandCount& one : all) draw_band_count(ui, flow, one);
}

// ---- marquee accounts ---------------------------------------------------------------------------------

std::string marquee_fault(const TeamSettings& team, std::string_view typed) {
  const std::string fold = folded(typed);
  const bool there = std::ranges::any_of(
      team.marquee, [&](const std::string& account) { return folded(account) == fold; });
  return there ? std::string(words::kMarqueeIsThere) : std::string();
}

// Leaving the field adds as Return does: nothing that was typed gets lost.
void draw_new_account(Form& form, Group& group) {
  Ui& ui = form.ui;
  const TeamSettings& team = ui.state.settings;
  const Check check = [&](std::string_view typed) { return marquee_fault(team, typed); };
  const std::string fault = setting_fault(form.view, "new-marquee", check);
  FieldSpec spec{
      .placeholder = words::kNewMarquee, .error = fault, .hide_label = true, .icon = Icon::kPlus};
  const float height = field_height(ui, spec);
  const Rect row = group.row(height + 20).inset(0, 10);
  const auto added =
      setting_field(ui, form.view, row, {"new-marquee", words::kNewMarquee, {}, spec}, check);
  if (added && !added->empty()) put_setting(ui, marquee_key(*added), "1");
}

void draw_account(Ui& ui, Rect row, const std::string& account) {
  Scope item(ui, "account", a11y::Role::kListItem, account, row);
  const float size = ui.phone() ? kTouchTarget : 32.0F;
  const Rect remove = row.cut_right(size, 8).centred(size, size);
  text_line(ui, row, account, kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
  const std::string label = formatted("{} {}", words::kRemove, account);
  if (button(ui, "remove", remove, label,
             {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true}))
    put_setting(ui, marquee_key(account), "");
}

// Only those that can be seen: a list may be long.
void draw_accounts(Form& form, Group& group, const ScrollArea& scroll) {
  Ui& ui = form.ui;
  const auto& accounts = ui.state.settings.marquee;
  if (accounts.empty()) {
    text_line(ui, group.row(kMarqueeRow), words::kNoMarquee, kText, ui.colours.ink2);
    return;
  }
  const Rect all = group.row(kMarqueeRow * static_cast<float>(accounts.size()));
  Scope list(ui, "accounts", a11y::Role::kList, words::kMarquee, all);
  const auto [first, last] =
      scroll.visible(accounts.size(), kMarqueeRow, all.y - scroll.content().y);
  for (std::size_t i = first; i < last; ++i) {
    const Rect row{all.x, all.y + kMarqueeRow * static_cast<float>(i), all.w, kMarqueeRow};
    if (i > 0) hairline(ui, {row.x, row.y, row.w + 16, 1});
    ImGui::PushID(accounts[i].c_str());
    draw_account(ui, row, accounts[i]);
    ImGui::PopID();
  }
}

}  // namespace

void draw_bands_settings(Form& form, const ScrollArea& scroll) {
  Ui& ui = form.ui;
  form.title(words::kSections[3].title, words::kBandsAdvice);
  draw_shares(form);
  {
    Group group(form, "marquee", words::kMarquee);
    const auto points = number_row(form, group,
                                   {.key = settings_key::kMarqueePoints,
                                    .label = words::kMarqueePoints,
                                    .advice = words::kMarqueePointsAdvice,
                                    .unit = words::kPoints,
                                    .value = ui.state.settings.marquee_points,
                                    .lowest = 0,
                                    .highest = 1000});
    if (points) put_typed(form, settings_key::kMarqueePoints, std::to_string(*points));
    draw_new_account(form, group);
    draw_accounts(form, group, scroll);
  }
  form.gap(-16);
  const std::size_t marquee = counts_of(ui, form.view).marquee;
  form.text(std::string(words::kMarqueeAdvice) +
            (marquee == 0 ? std::string()
                          : formatted(" {} of them in the book now.",
                                      words::counted(marquee, "open lead is", "open leads are"))));
}

}  // namespace leadlight::ui
