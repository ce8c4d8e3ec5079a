#include <algorithm>
#include <optional>
#include <vector>

#include "base/sort.h"
#include "base/text.h"
#include "base/time.h"
#include "interchange/csv.h"
#include "interchange/export.h"

namespace leadlight::interchange {

namespace {

enum class Shape : unsigned char { kText, kTime, kStage };

struct ExportColumn {
  ColumnIndex column = 0;
  Shape shape = Shape::kText;
};

Shape shape_of(ColumnIndex column) {
  switch (static_cast<LeadField>(column)) {
    case LeadField::kCreatedAt:
    case LeadField::kClosedAt:
    case LeadField::kNextStepAt:
    case LeadField::kSnoozedUntil:
    case LeadField::kNurtureUntil: return Shape::kTime;
    case LeadField::kStage: return Shape::kStage;
    default: return Shape::kText;
  }
}

bool is_exported(const Model& model, Row lead, DoNotContact dnc) {
  return model.leads().alive(lead) &&
         (dnc == DoNotContact::kInclude || !model.lead(lead).do_not_contact);
}

// The lead columns that some lead uses, in the table's order; tags that can stand in the tags
// column apart.
class Columns {
 public:
  Columns(const Model& model, std::span<const Row> leads) {
    const Table& table = model.leads();
    for (ColumnIndex column = 0; column < table.column_count(); ++column) {
      const std::string_view name = table.column_name(column);
      const bool known = column < kLeadFieldCount;
      const bool exported = (known && is_for_people(static_cast<LeadField>(column))) ||
                            name.starts_with(kCustomPrefix) || name.starts_with(kTagPrefix) ||
                            name.starts_with(kFitPrefix);
      const auto uses = [&](Row lead) { return table.cell(lead, column) != kNoText; };
      const bool stage = known && shape_of(column) == Shape::kStage;
      if (!exported || (!stage && !std::ranges::any_of(leads, uses))) continue;
      if (name.starts_with(kTagPrefix) && name.find_first_of(",;|") == std::string_view::npos) {
        tags.push_back(column);
      } else {
        columns.push_back({column, known ? shape_of(column) : Shape::kText});
      }
    }
    has_notes =
        std::ranges::any_of(leads, [&](Row lead) { return model.lead(lead).first_note != kNoRow; });
  }

  std::vector<ExportColumn> columns;
  std::vector<ColumnIndex> tags;
  bool has_notes = false;
};

}  // namespace

std::size_t count_do_not_contact(const Model& model, std::span<const Row> leads) {
  return static_cast<std::size_t>(std::ranges::count_if(leads, [&](Row lead) {
    return model.leads().alive(lead) && model.lead(lead).do_not_contact;
  }));
}

std::string notes_of(const Model& model, Row lead, std::optional<Id> named) {
  const Table& notes = model.table(Kind::kNote);
  std::vector<Row> rows;
  for (Row row = model.lead(lead).first_note; row != kNoRow; row = model.note(row).next) {
    if (notes.alive(row) &&
        (!named || id_from_text(model.text(Kind::kNote, row, kLogLeadColumn)) == named))
      rows.push_back(row);
  }
  sort_stably(rows, {}, [&](Row row) { return std::pair(model.note(row).at, notes.id(row)); });
  std::string text;
  for (const Row row : rows) {
    if (!text.empty()) text += "\n\n";
    text += model.text(Kind::kNote, row, static_cast<ColumnIndex>(NoteField::kText));
  }
  return text;
}

std::string csv_from_leads(const Model& model, std::span<const Row> leads, DoNotContact dnc) {
  std::vector<Row> rows;
  std::ranges::copy_if(leads, std::back_inserter(rows),
                       [&](Row lead) { return is_exported(model, lead, dnc); });
  const Columns columns(model, rows);
  const Table& table = model.leads();

  std::vector<std::string_view> cells{"leadlight_id"};
  for (const ExportColumn& column : columns.columns)
    cells.push_back(table.column_name(column.column));
  if (!columns.tags.empty()) cells.emplace_back("tags");
  if (columns.has_notes) cells.emplace_back("note");
  std::string out;
  append_csv_row(out, cells);

  std::vector<std::string> made(columns.columns.size() + 3);  // texts that are not the model's own
  for (const Row lead : rows) {
    std::size_t next_made = 0;
    const auto keep = [&](std::string text) -> std::string_view {
      return made[next_made++] = std::move(text);
    };
    cells.clear();
    cells.push_back(keep(text_from_id(table.id(lead))));
    for (const ExportColumn& column : columns.columns) {
      const std::string_view text = model.texts().view(table.cell(lead, column.column));
      switch (column.shape) {
        case Shape::kText: cells.push_back(text); break;
        case Shape::kStage: cells.push_back(text.empty() ? text_of(Stage::kNew) : text); break;
        case Shape::kTime: {
          const auto time = integer_from_text(text);
          cells.push_back(time ? keep(iso_from_utc(*time)) : text);
          break;
        }
      }
    }
    if (!columns.tags.empty()) {
      std::string tags;
      for (const ColumnIndex tag : columns.tags) {
        if (table.cell(lead, tag) == kNoText) continue;
        if (!tags.empty()) tags += "; ";
        tags += table.column_name(tag).substr(kTagPrefix.size());
      }
      cells.push_back(keep(std::move(tags)));
    }
    if (columns.has_notes) cells.push_back(keep(notes_of(model, lead)));
    append_csv_row(out, cells);
  }
  return out;
}

}  // namespace leadlight::interchange
