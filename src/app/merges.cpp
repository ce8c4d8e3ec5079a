#include "app/merges.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "app/parts.h"
#include "base/sort.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

constexpr std::size_t kMostMerges = 12;
constexpr std::size_t kMostKeys = 2'000;
constexpr std::size_t kMostRuns = 2'000;

// Whom a record names stays, whoever stands for that lead later on.
Id key_of(const Model& model, std::string_view kind, Id record) {
  const Id lead = leads_of(model, kind, record).named;
  return lead.is_nil() ? record : lead;
}

void put_in_order(std::vector<Id>& ids) {
  sort_stably(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
}

// Fields stand between tabs, merges between line breaks.
std::string plain(std::string_view text) {
  std::string kept(text);
  for (char& c : kept)
    if (c == '\t' || c == '\n') c = ' ';
  return kept;
}

std::optional<std::uint64_t> number_from(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Merge::Run> run_from(std::string_view text) {
  const auto parts = split(text, ':');
  if (parts.size() != 4) return std::nullopt;
  const auto session = id_from_text(parts[0]);
  const auto first = number_from(parts[1]), last = number_from(parts[2]),
             count = number_from(parts[3]);
  if (!session || !first || !last || !count) return std::nullopt;
  return Merge::Run{*session, *first, *last, static_cast<std::size_t>(*count)};
}

std::optional<Merge> merge_from(std::string_view line) {
  const auto parts = split(line, '\t');
  if (parts.size() != 6) return std::nullopt;
  const auto at = integer_from_text(parts[0]);
  const auto limit = number_from(parts[3]);
  if (!at || !limit || *limit > static_cast<std::uint64_t>(MergedPart::Limit::kOnly))
    return std::nullopt;
  Merge merge{.at = *at,
              .label = std::string(parts[1]),
              .by = std::string(parts[2]),
              .part = {static_cast<MergedPart::Limit>(*limit), {}}};
  for (const std::string_view key : split(parts[4], ','))
    if (const auto id = id_from_text(key)) merge.part.keys.push_back(*id);
  for (const std::string_view run : split(parts[5], ','))
    if (const auto one = run_from(run))
      merge.runs.push_back(*one);
    else
      return std::nullopt;
  return merge;
}

}  // namespace

MergedPart part_of(std::span<const Operation> operations, std::span<const Id> left_out,
                   const Model& merged, const book::Book& book) {
  using enum MergedPart::Limit;
  const bool completes = std::ranges::any_of(
      operations, [&](const Operation& operation) { return book.knows(operation.at); });
  if (!completes) return {left_out.empty() ? kNone : kWithout, {left_out.begin(), left_out.end()}};
  MergedPart part{kOnly, {}};
  for (const Operation& operation : operations)
    for (const OpRecord& record : operation.records)
      part.keys.push_back(key_of(merged, operation.kind_names[record.kind], record.id));
  put_in_order(part.keys);
  return part;
}

std::vector<Id> records_of(const MergedPart& part, const Stamp& stamp, const book::Book& book) {
  std::vector<Id> records;
  if (part.limit == MergedPart::Limit::kNone) return records;
  const Model& model = book.model();
  for (const book::RecordRef record : book.records_of(stamp)) {
    const Id id = model.table(record.kind).id(record.row);
    const std::string_view kind = model.kind_name(record.kind);
    const auto has = [&](Id key) { return std::ranges::binary_search(part.keys, key); };
    const bool takes_part =
        part.limit == MergedPart::Limit::kOnly
            ? has(key_of(model, kind, id))
            : !has(key_of(model, kind, id)) && !has(leads_of(model, kind, id).standing);
    if (takes_part) records.push_back(id);
  }
  put_in_order(records);
  return records;
}

MergedPart without(MergedPart part, std::span<const Id> leads) {
  if (part.limit == MergedPart::Limit::kOnly) {
    std::erase_if(part.keys, [&](Id key) { return std::ranges::binary_search(leads, key); });
    return part;
  }
  part.limit = MergedPart::Limit::kWithout;
  part.keys.insert(part.keys.end(), leads.begin(), leads.end());
  put_in_order(part.keys);
  return part;
}

Merge merge_of(std::vector<Stamp> stamps, Merge merge, const book::Book& book) {
  sort_stably(stamps);
  // By session, then clock; a run ends where the book has one that did not come with the merge.
  std::vector<Stamp> all = book.stamps();
  sort_stably(all, [](const Stamp& a, const Stamp& b) {
    return a.session != b.session ? a.session < b.session : a.clock < b.clock;
  });
  bool goes_on = false;
  for (const Stamp& stamp : all) {
    if (!std::ranges::binary_search(stamps, stamp)) {
      goes_on = false;
      continue;
    }
    if (!goes_on || merge.runs.back().session != stamp.session)
      merge.runs.push_back({stamp.session, stamp.clock, stamp.clock, 0});
    goes_on = true;
    merge.runs.back().last = stamp.clock;
    ++merge.runs.back().count;
  }
  return merge;
}

void remember(std::vector<Merge>& merges, Merge merge) {
  if (merge.part.keys.size() > kMostKeys || merge.runs.size() > kMostRuns) return;
  // Their time names them.
  while (std::ranges::contains(merges, merge.at, &Merge::at)) ++merge.at;
  merges.push_back(std::move(merge));
  if (merges.size() > kMostMerges) merges.erase(merges.begin());
}

std::vector<Stamp> stamps_of(const Merge& merge, const book::Book& book) {
  std::vector<Stamp> stamps;
  std::size_t expected = 0;
  for (const Merge::Run& run : merge.runs) expected += run.count;
  for (const Stamp& stamp : book.stamps())
    if (std::ranges::any_of(merge.runs, [&](const Merge::Run& run) {
          return run.session == stamp.session && run.first <= stamp.clock &&
                 stamp.clock <= run.last;
        }))
      stamps.push_back(stamp);
  if (stamps.size() != expected) stamps.clear();
  return stamps;
}

std::string text_from_merges(std::span<const Merge> merges) {
  std::string text;
  for (const Merge& merge : merges) {
    if (!text.empty()) text += '\n';
    text += std::to_string(merge.at) + '\t' + plain(merge.label) + '\t' + plain(merge.by) + '\t' +
            std::to_string(static_cast<int>(merge.part.limit)) + '\t';
    std::string_view before;
    for (const Id key : merge.part.keys)
      text.append(std::exchange(before, ",")).append(text_from_id(key));
    text += '\t';
    before = {};
    for (const Merge::Run& run : merge.runs)
      text.append(std::exchange(before, ","))
          .append(text_from_id(run.session) + ':' + std::to_string(run.first) + ':' +
                  std::to_string(run.last) + ':' + std::to_string(run.count));
  }
  return text;
}

std::vector<Merge> merges_from_text(std::string_view text) {
  std::vector<Merge> merges;
  for (const std::string_view line : split(text, '\n'))
    if (auto merge = merge_from(line)) merges.push_back(*std::move(merge));
  return merges;
}

}  // namespace leadlight::app
