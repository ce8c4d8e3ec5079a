// What a person could see of a book and of the state derived from it, as text, so that two can be
// compared whatever rows their leads have.
#pragma once
#include <format>
#include <set>
#include <string>

#include "app/app.h"
#include "app/gone.h"
#include "lead/settings.h"

namespace leadlight::test {

// Living records with their fields; not how often one died and came back.
inline std::string visible_book(const Model& model) {
  std::set<std::string> lines;
  for (KindIndex kind = 0; kind < model.kind_count(); ++kind) {
    if (model.kind_name(kind) == app::kUndoKind) continue;
    const Table& table = model.table(kind);
    for (Row row = 0; row < table.size(); ++row) {
      if (!table.alive(row)) continue;
      std::string line = std::format("{} {}", model.kind_name(kind), text_from_id(table.id(row)));
      std::set<std::string> fields;
      for (ColumnIndex column = 0; column < table.column_count(); ++column) {
        const std::string_view value = model.texts().view(table.cell(row, column));
        if (!value.empty() && table.column_name(column) != kLifeField)
          fields.insert(std::format(" {}={}", table.column_name(column), value));
      }
      // The settings' record is never deleted: without fields it says nothing.
      if (fields.empty()) continue;
      for (const std::string& field : fields) line += field;
      lines.insert(std::move(line));
    }
  }
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

inline std::string visible_state(const app::State& state) {
  const Model& model = *state.model;
  const auto id = [&](Row row) { return text_from_id(model.leads().id(row)); };
  std::set<std::string> scores;
  for (Row row = 0; row < model.leads().size(); ++row) {
    const score::Points& points = state.points.at(row);
    if (model.leads().alive(row))
      scores.insert(std::format("{} fit {} interest {} standing {} band {} marquee {}\n", id(row),
                                points.fit, points.interest, static_cast<int>(points.standing),
                                static_cast<int>(points.band), points.marquee));
  }
  std::string all = visible_book(model);
  for (const std::string& line : scores) all += line;
  all += "today:\n";
  for (const followup::Item& item : state.today)
    all += std::format("{} {} {} {} {}\n", id(item.lead), static_cast<int>(item.group), item.due_at,
                       static_cast<int>(item.due), item.reason);
  all += std::format("overdue {} forgotten {} open {}\n", state.overdue_count,
                     state.without_next_step, state.open_lead_count);
  for (const insight::FunnelStage& stage : state.funnel.stages)
    all += std::format("funnel {} {} {} {}\n", stage.here, stage.reached, stage.converted,
                       stage.median_ms);
  all += std::format("lost {} contacts {} weeded {}\n", state.funnel.lost, state.funnel.contacts,
                     state.funnel.weeded_out);
  all += "shown:\n";
  for (const Row row : *state.leads) all += id(row) + "\n";
  for (const Criterion& criterion : state.settings.criteria) all += criterion.question + "\n";
  return all;
}

}  // namespace leadlight::test
