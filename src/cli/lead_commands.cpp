// leadlight score and queue: which leads first, and why.
#include <algorithm>
#include <format>
#include <vector>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "followup/queue.h"
#include "interchange/json_text.h"
#include "lead/settings.h"
#include "score/score.h"

namespace leadlight::cli {

namespace {

constexpr std::string_view kScoreUsage = "score BOOK.json [--at TIME] [--top N] [--json]";
constexpr std::string_view kQueueUsage = "queue BOOK.json [--at TIME] [--json]";

std::string_view text_of_band(score::Band band) {
  switch (band) {
    case score::Band::kNone: return "none";
    case score::Band::kWatch: return "watch";
    case score::Band::kSales: return "sales";
  }
  return "";
}

std::string_view text_of_standing(Standing standing) {
  switch (standing) {
    case Standing::kLead: return "lead";
    case Standing::kContact: return "contact";
    case Standing::kWeededOut: return "weeded_out";
  }
  return "";
}

std::string_view text_of_due(followup::Due due) {
  switch (due) {
    case followup::Due::kNotYet: return "not_yet";
    case followup::Due::kDue: return "due";
    case followup::Due::kAboutToBreach: return "about_to_breach";
    case followup::Due::kBreached: return "breached";
  }
  return "";
}

std::string_view text_of_group(followup::Group group) {
  switch (group) {
    case followup::Group::kOffered: return "offered";
    case followup::Group::kNow: return "now";
    case followup::Group::kLaterToday: return "later_today";
    case followup::Group::kWoken: return "woken";
  }
  return "";
}

void add_identity(interchange::JsonText& json, const Model& model, Row row) {
  json.member("id", text_from_id(model.leads().id(row)));
  json.member("external_id", model.text(row, LeadField::kExternalId));
}

// Living leads, best score first; among equals the one that came in first.
std::vector<Row> by_score(const Model& model, const std::vector<score::Points>& points) {
  std::vector<Row> rows;
  for (Row row = 0; row < model.leads().size(); ++row) {
    if (model.leads().alive(row)) rows.push_back(row);
  }
  std::ranges::sort(rows, [&](Row a, Row b) {
    if (points[a].total() != points[b].total()) return points[a].total() > points[b].total();
    if (model.lead(a).created_at != model.lead(b).created_at)
      return model.lead(a).created_at < model.lead(b).created_at;
    return model.leads().id(a) < model.leads().id(b);
  });
  return rows;
}

std::string score_json(const Model& model, const std::vector<score::Points>& points,
                       const std::vector<Row>& rows, const score::Scorer& scorer, UtcMs now) {
  interchange::JsonText json;
  json.begin_object();
  json.key("leads");
  json.begin_array();
  for (const Row row : rows) {
    json.begin_object();
    add_identity(json, model, row);
    json.member("score", points[row].total());
    json.member("fit", points[row].fit);
    json.member("interest", points[row].interest);
    json.member("band", text_of_band(points[row].band));
    json.member("standing", text_of_standing(points[row].standing));
    json.key("reasons");
    json.begin_array();
    for (const score::Reason& reason : scorer.explain(row, now).reasons) {
      json.begin_object();
      json.member("points", reason.points);
      json.member("cause", reason.text);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

std::string score_text(const Model& model, const std::vector<score::Points>& points,
                       const std::vector<Row>& rows) {
  std::string out;
  for (const Row row : rows) {
    out += std::format("{:>6}  {:>4} fit {:>4} interest  {:<5}  {}\n", points[row].total(),
                       points[row].fit, points[row].interest, text_of_band(points[row].band),
                       model.name_of(row));
  }
  return out;
}

}  // namespace

int score_command(std::span<const std::string> words, Surroundings& surroundings) {
  constexpr OptionSpec kOptions[] = {{"--at"}, {"--top"}, {"--json", false}};
  const auto arguments = Arguments::parse(words, kOptions);
  if (!arguments) return wrong_use(surroundings, arguments.error().what, kScoreUsage);
  if (arguments->files().size() != 1)
    return wrong_use(surroundings, "Which book is to be scored?", kScoreUsage);
  const auto now = time_asked_for(*arguments, surroundings);
  if (!now) return wrong_use(surroundings, now.error().what, kScoreUsage);
  const auto top =
      integer_from_text(arguments->has("--top") ? arguments->get("--top") : "4294967295");
  if (!top || *top < 0) return wrong_use(surroundings, "--top needs a whole number.", kScoreUsage);
  const auto book = load_books(arguments->files(), surroundings);
  if (!book) return refuse(surroundings, book.error());

  const Model& model = book->model();
  const TeamSettings settings = settings_from(model);
  const auto points = score::score_all(model, settings, *now);
  std::vector<Row> rows = by_score(model, points);
  rows.resize(std::min<std::size_t>(rows.size(), static_cast<std::size_t>(*top)));
  surroundings.out += arguments->has("--json")
                          ? score_json(model, points, rows, score::Scorer(model, settings), *now)
                          : score_text(model, points, rows);
  return kDone;
}

int queue_command(std::span<const std::string> words, Surroundings& surroundings) {
  constexpr OptionSpec kOptions[] = {{"--at"}, {"--json", false}};
  const auto arguments = Arguments::parse(words, kOptions);
  if (!arguments) return wrong_use(surroundings, arguments.error().what, kQueueUsage);
  if (arguments->files().size() != 1)
    return wrong_use(surroundings, "Whose queue is it to be?", kQueueUsage);
  const auto now = time_asked_for(*arguments, surroundings);
  if (!now) return wrong_use(surroundings, now.error().what, kQueueUsage);
  const auto book = load_books(arguments->files(), surroundings);
  if (!book) return refuse(surroundings, book.error());

  const Model& model = book->model();
  const TeamSettings settings = settings_from(model);
  const auto points = score::score_all(model, settings, *now);
  interchange::JsonText json;
  json.begin_object();
  json.key("leads");
  json.begin_array();
  std::string text;
  for (const followup::Item& item : followup::queue(model, settings, points, *now, 0)) {
    json.begin_object();
    add_identity(json, model, item.lead);
    json.member("group", text_of_group(item.group));
    json.member("due", text_of_due(item.due));
    json.member("due_at", iso_from_utc(item.due_at));
    json.member("channel", text_of(item.channel));
    json.member("reason", item.reason);
    json.end_object();
    text += std::format("{:<12} {:<16} {:<10} {}: {}\n", text_of_group(item.group),
                        text_of_due(item.due), text_of(item.channel), model.name_of(item.lead),
                        item.reason);
  }
  json.end_array();
  json.end_object();
  surroundings.out += arguments->has("--json") ? json.take() + "\n" : text;
  return kDone;
}

}  // namespace leadlight::cli
