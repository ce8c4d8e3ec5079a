// Places, links, selection, preferences of the device: none of it changes the book.
#include <algorithm>

#include "app/app_impl.h"
#include "app/edit_writer.h"
#include "base/text.h"

namespace leadlight::app {

using History = ports::Address::History;

// An import that is under way waits in Share; whoever asks for Share there leaves it.
void App::Impl::run(const GoTo& command) {
  if (is_of_now(command.place)) come_back_to_now();
  const bool is_over = state.import && state.import->brings_nothing();
  if (command.place == Place::kShare && state.place == Place::kShare && state.import && !is_over)
    toasts.refused(words::closed_import(state.import->file_name));
  if (state.import_error || (command.place == Place::kShare && state.place == Place::kShare))
    run(CancelImport{});
  if (state.place == Place::kSettings && command.place != state.place) say_drafts_of_settings();
  state.place = command.place;
  state.open_lead = {};
  history = History::kPush;
}

void App::Impl::run(const OpenLead& command) {
  const Model& model = shown_book().model();
  const Row row = model.leads().find(command.lead);
  if (row == kNoRow || !model.lead(row).known) {
    toasts.error(words::no_such_lead());
    return;
  }
  state.open_lead = model.leads().id(model.standing(row));
  history = History::kPush;
}

void App::Impl::run(const CloseLead&) {
  state.open_lead = {};
  history = History::kPush;
}

void App::Impl::run(const ShowLeads& command) {
  state.place = Place::kLeads;
  state.open_lead = {};
  state.selection.clear();
  state.query = command.query;
  derived().refresh_query();
  history = History::kPush;
}

void App::Impl::run(const SetQuery& command) {
  state.query = command.query;
  derived().refresh_query();
}

void App::Impl::run(const SetLeadsLayout& command) { state.leads_layout = command.layout; }
void App::Impl::run(const SetSelection& command) { state.selection = command.leads; }

void App::Impl::run(const SetFunnelFilter& command) {
  state.funnel_days = std::max(0, command.days);
  state.funnel_source = command.source;
  derived().refresh_funnel();
}

void App::Impl::run(const SetTheme& command) {
  state.theme = command.choice;
  ports.preferences.set("theme", state.theme);
}

void App::Impl::run(const SetContrast& command) {
  state.contrast = command.choice == "more" ? "more" : "system";
  ports.preferences.set("contrast", state.contrast);
}

int text_percent_from(std::int64_t percent) {
  return std::ranges::contains(kTextPercents, percent) ? static_cast<int>(percent)
                                                       : kTextPercents[0];
}

void App::Impl::run(const SetTextSize& command) {
  state.text_percent = text_percent_from(command.percent);
  ports.preferences.set("text_percent", std::to_string(state.text_percent));
}

void App::Impl::run(const DismissToast& command) { toasts.dismiss(command.id); }

void App::Impl::run(const SetMyName& command) {
  state.my_name = trimmed(command.name);
  ports.preferences.set("my_name", state.my_name);
}

void App::Impl::run(const SetMyPhone& command) {
  state.my_phone = trimmed(command.phone);
  ports.preferences.set("my_phone", state.my_phone);
}

void App::Impl::run(const SetCaptureContext& command) {
  state.capture_source = trimmed(command.source);
  state.capture_event = trimmed(command.event);
  ports.preferences.set("capture_source", state.capture_source);
  ports.preferences.set("capture_event", state.capture_event);
}

Route App::Impl::route() const {
  return {.place = state.place,
          .open_lead = state.open_lead,
          .query = state.query,
          .leads_layout = state.leads_layout,
          .funnel_days = state.funnel_days,
          .funnel_source = state.funnel_source};
}

void App::Impl::follow(std::string_view fragment) {
  if (state.loading) return;  // loaded() looks again
  auto next = route_from_fragment(fragment, route());
  if (next && !next->open_lead.is_nil()) {
    const Model& model = shown_book().model();
    const Row row = model.leads().find(next->open_lead);
    if (row == kNoRow || !model.lead(row).known) {
      toasts.error(words::no_such_lead());
      next->open_lead = {};
    } else {
      next->open_lead = model.leads().id(model.standing(row));
    }
  }
  address = fragment;
  if (next) show(*next);
  history = History::kReplace;
  update_address();
  watch_toasts();
}

void App::Impl::show(const Route& next) {
  if (is_of_now(next.place)) come_back_to_now();
  const bool other_query = state.query != next.query;
  const bool other_funnel =
      state.funnel_days != next.funnel_days || state.funnel_source != next.funnel_source;
  if (state.place == Place::kSettings && next.place != state.place) say_drafts_of_settings();
  state.place = next.place;
  // A card lies over where it was opened; a file came later.
  if (!next.open_lead.is_nil() && next.place == Place::kShare && state.import)
    state.place = before_import;
  state.open_lead = next.open_lead;
  state.query = next.query;
  state.leads_layout = next.leads_layout;
  state.funnel_days = next.funnel_days;
  state.funnel_source = next.funnel_source;
  if (other_query) derived().refresh_query();
  if (other_funnel) derived().refresh_funnel();
  refresh_preview();
}

void App::Impl::update_address() {
  if (state.loading) return;  // the address still says where to go
  std::string fragment = fragment_from_route(route());
  if (fragment == address) return;
  address = std::move(fragment);
  ports.address.set_fragment(address, history);
}

// Whoever was deleted, or undone, is not selected any more, and the card closes; that of a merged
// lead becomes its heir's.
void App::Impl::forget_dead_leads() {
  const Model& model = shown_book().model();
  const auto is_gone = [&](Id lead) { return living_row(model, lead) == kNoRow; };
  std::erase_if(state.selection, is_gone);
  if (const Row row = model.leads().find(state.open_lead); row != kNoRow)
    state.open_lead = model.leads().id(model.standing(row));
  for (Id* const one : {&state.open_lead, &state.last_added})
    if (!one->is_nil() && is_gone(*one)) *one = {};
}

}  // namespace leadlight::app
