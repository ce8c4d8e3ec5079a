// leadlight diff: what two books have differently, record by record, whatever their histories.
#include <map>
#include <string>
#include <vector>

#include "app/gone.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "interchange/json_text.h"

namespace leadlight::cli {

namespace {

constexpr std::string_view kUsage = "diff A.json B.json [--json]";

struct ChangedField {
  std::string_view name;
  std::string_view before;
  std::string_view after;
};
struct Difference {
  enum class Sort : unsigned char { kOnlyInA, kOnlyInB, kChanged } sort;
  std::string_view kind;
  Id id;
  std::string name;
  std::vector<ChangedField> fields;
};

KindIndex find_kind(const Model& model, std::string_view name) {
  for (KindIndex kind = 0; kind < model.kind_count(); ++kind) {
    if (model.kind_name(kind) == name) return kind;
  }
  return model.kind_count();
}

// Merged leads are still there: that they are is a field of theirs.
Row find_living(const Model& model, KindIndex kind, Id id) {
  if (kind >= model.kind_count()) return kNoRow;
  const Row row = model.table(kind).find(id);
  return row != kNoRow && model.lives(kind, row) ? row : kNoRow;
}

std::string name_of(const Model& model, KindIndex kind, Row row) {
  return kind == static_cast<KindIndex>(Kind::kLead) ? model.name_of(row) : std::string();
}

// Fields of both, by name: the columns of two books need not have the same numbers.
std::vector<ChangedField> changed_fields(const Model& a, Row row_a, const Model& b, Row row_b,
                                         KindIndex kind_a, KindIndex kind_b) {
  std::map<std::string_view, ChangedField> fields;
  const auto collect = [&](const Model& model, KindIndex kind, Row row,
                           std::string_view ChangedField::* side) {
    const Table& table = model.table(kind);
    for (ColumnIndex column = 0; column < table.column_count(); ++column) {
      if (table.cell(row, column) == kNoText) continue;
      ChangedField& field = fields[table.column_name(column)];
      field.name = table.column_name(column);
      field.*side = model.texts().view(table.cell(row, column));
    }
  };
  collect(a, kind_a, row_a, &ChangedField::before);
  collect(b, kind_b, row_b, &ChangedField::after);
  std::vector<ChangedField> changed;
  for (const auto& [name, field] : fields) {
    if (field.before != field.after) changed.push_back(field);
  }
  return changed;
}

std::vector<Difference> differences(const Model& a, const Model& b) {
  using Sort = Difference::Sort;
  std::vector<Difference> found;
  for (KindIndex kind = 0; kind < a.kind_count(); ++kind) {
    if (a.kind_name(kind) == app::kUndoKind) continue;  // history
    const KindIndex kind_b = find_kind(b, a.kind_name(kind));
    for (Row row = 0; row < a.table(kind).size(); ++row) {
      if (!a.lives(kind, row)) continue;
      const Id id = a.table(kind).id(row);
      const Row other = find_living(b, kind_b, id);
      if (other == kNoRow) {
        found.push_back({Sort::kOnlyInA, a.kind_name(kind), id, name_of(a, kind, row), {}});
        continue;
      }
      auto fields = changed_fields(a, row, b, other, kind, kind_b);
      if (fields.empty()) continue;
      found.push_back(
          {Sort::kChanged, a.kind_name(kind), id, name_of(b, kind_b, other), std::move(fields)});
    }
  }
  for (KindIndex kind = 0; kind < b.kind_count(); ++kind) {
    if (b.kind_name(kind) == app::kUndoKind) continue;
    const KindIndex kind_a = find_kind(a, b.kind_name(kind));
    for (Row row = 0; row < b.table(kind).size(); ++row) {
      if (!b.lives(kind, row)) continue;
      const Id id = b.table(kind).id(row);
      if (find_living(a, kind_a, id) == kNoRow) {
        found.push_back({Sort::kOnlyInB, b.kind_name(kind), id, name_of(b, kind, row), {}});
      }
    }
  }
  return found;
}

void report_json(const std::vector<Difference>& found, Surroundings& surroundings) {
  using Sort = Difference::Sort;
  interchange::JsonText json;
  json.begin_object();
  constexpr std::pair<Sort, std::string_view> kSorts[] = {
      {Sort::kOnlyInA, "only_in_a"}, {Sort::kOnlyInB, "only_in_b"}, {Sort::kChanged, "changed"}};
  for (const auto& [sort, key] : kSorts) {
    json.key(key);
    json.begin_array();
    for (const Difference& difference : found) {
      if (difference.sort != sort) continue;
      json.begin_object();
      json.member("kind", difference.kind);
      json.member("id", text_from_id(difference.id));
      if (!difference.name.empty()) json.member("name", difference.name);
      if (sort == Sort::kChanged) {
        json.key("fields");
        json.begin_object();
        for (const ChangedField& field : difference.fields) {
          json.key(field.name);
          json.begin_array();
          json.value(field.before);
          json.value(field.after);
          json.end_array();
        }
        json.end_object();
      }
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
  surroundings.out += json.take() + "\n";
}

void report_text(const std::vector<Difference>& found, Surroundings& surroundings) {
  for (const Difference& difference : found) {
    constexpr std::string_view kSigns = "-+~";
    std::string line{kSigns[static_cast<std::size_t>(difference.sort)]};
    line += " " + std::string(difference.kind) + " " + text_from_id(difference.id);
    if (!difference.name.empty()) line += " " + difference.name;
    for (const ChangedField& field : difference.fields) {
      line += "\n    " + std::string(field.name) + ": “" + std::string(field.before) + "” → “" +
              std::string(field.after) + "”";
    }
    surroundings.out += line + "\n";
  }
  if (found.empty()) surroundings.out += "No differences.\n";
}

}  // namespace

int diff_command(std::span<const std::string> words, Surroundings& surroundings) {
  constexpr OptionSpec kOptions[] = {{"--json", false}};
  const auto arguments = Arguments::parse(words, kOptions);
  if (!arguments) return wrong_use(surroundings, arguments.error().what, kUsage);
  if (arguments->files().size() != 2)
    return wrong_use(surroundings, "Which two books are to be compared?", kUsage);
  const std::span<const std::string> files = arguments->files();
  const auto a = load_books(files.first(1), surroundings);
  if (!a) return refuse(surroundings, a.error());
  const auto b = load_books(files.last(1), surroundings);
  if (!b) return refuse(surroundings, b.error());
  const auto found = differences(a->model(), b->model());
  arguments->has("--json") ? report_json(found, surroundings) : report_text(found, surroundings);
  return kDone;
}

}  // namespace leadlight::cli
