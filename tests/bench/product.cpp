// What a person waits for, with a book of many leads, through the application and its screen, but
// without a browser:  bench_product LEADS.csv [--json]      (the file: node tests/bench/leads.mjs)
//
// A key press is measured as it is felt: the command, all that is derived from it, and the frame
// that shows it, up to its draw lists. Each step says how much it did (rows, vertices, bytes), and
// the run fails where that can not be right.
#include <malloc.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/app.h"
#include "base/id.h"
#include "lead/record.h"
#include "platform/headless/headless_ui.h"
#include "platform/headless/memory_ports.h"
#include "tests/bench/figures.h"

namespace leadlight {
namespace {

constexpr int kFrames = 60;
constexpr int kTouchesPerLead = 10;
constexpr UtcMs kNow = 1'790'000'000'000;

// Bytes that the program holds, whatever its allocator keeps in reserve.
double bytes_in_use() {
#ifdef __GLIBC__
  const auto info = mallinfo2();
#else
  const auto info = mallinfo();
#endif
  return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
}

void must(bool holds, std::string_view what) {
  if (holds) return;
  std::println(stderr, "bench_product: {}", what);
  std::exit(1);
}

// A device, and the application on it.
struct Desk {
  headless::MemoryPorts device;
  app::App app{device.ports()};
  explicit Desk(std::uint64_t seed = 1) : device(seed) { app.start(); }
  explicit Desk(const headless::MemoryDisk& disk) {
    device.disk.blobs = disk.blobs;
    app.start();
  }
  [[nodiscard]] const app::State& state() const { return app.state(); }
  void opens(std::string name, std::string bytes) {
    std::vector<ports::File> files;
    files.push_back({std::move(name), std::move(bytes)});
    app.dispatch(app::OpenFiles{std::move(files)});
    must(state().import.has_value(), "the file was refused");
  }
};

query::Query all_leads(query::SortKey sort = query::SortKey::kScore) {
  query::Query query;
  query.scope = query::Scope::kAllLeads;
  query.sort = sort;
  query.direction = query::natural_direction(sort);
  return query;
}

// Ten touches for each lead, as if they had come from another copy of the book.
std::vector<Operation> touches_for(const Model& model) {
  constexpr std::array kKinds{TouchKind::kEmailOpened, TouchKind::kLinkClicked,
                              TouchKind::kSiteVisit, TouchKind::kDownload, TouchKind::kCall};
  constexpr Row kLeadsEach = 20'000;
  headless::SeededRandom random(11);
  std::vector<Operation> operations;
  OperationBuilder builder;
  std::uint64_t clock = static_cast<std::uint64_t>(kNow) << 16;
  for (Row lead = 0; lead < model.leads().size(); ++lead) {
    const std::string id = text_from_id(model.leads().id(lead));
    for (int touch = 0; touch < kTouchesPerLead; ++touch) {
      builder.begin_record(text_of(Kind::kTouch), random.id());
      builder.write("lead", id);
      builder.write("kind", text_of(kKinds[static_cast<std::size_t>(random.below(kKinds.size()))]));
      builder.write("at", std::to_string(kNow - static_cast<UtcMs>(random.below(120 * kDayMs))));
    }
    if ((lead + 1) % kLeadsEach != 0 && lead + 1 != model.leads().size()) continue;
    builder.operation().at = Stamp{++clock, Id{7, 7}};
    operations.push_back(builder.take());
    builder = {};
  }
  return operations;
}

class Bench {
 public:
  explicit Bench(std::string csv) : csv_(std::move(csv)) {}

  int run(bool json) {
    import();
    {
      screen_ = std::make_unique<headless::Screen>(desk_->app);
      screen_->resize(1280, 800);
      screen_->settle();
      time_key_presses();
      time_frames();
      time_edit();
      screen_.reset();
    }
    time_snapshot();
    time_start();
    time_touches();
    figures_.print(json);
    return 0;
  }

 private:
  void import() {
    std::vector<double> plan, commit, both;
    constexpr int kRuns = 3;
    for (int i = 0; i < kRuns; ++i) {
      desk_.reset();
      const double free = bytes_in_use();
      desk_ = std::make_unique<Desk>();
      std::string bytes = csv_;
      const double begin = bench::Figures::now_ms();
      desk_->opens("leads.csv", std::move(bytes));
      const double planned = bench::Figures::now_ms();
      desk_->app.dispatch(app::CommitImport{});
      const double end = bench::Figures::now_ms();
      plan.push_back(planned - begin);
      commit.push_back(end - planned);
      both.push_back(end - begin);
      desk_->app.dispatch(app::SetQuery{all_leads()});
      leads_ = desk_->state().leads->size();
      must(leads_ > 0, "no lead was imported");
      must(desk_->state().safety == book::Safety::kSaved, "the import was not saved");
      if (i + 1 < kRuns) continue;
      double stored = 0;
      for (const auto& [name, blob] : desk_->device.disk.blobs)
        stored += static_cast<double>(blob.size());
      figures_.count("leads", static_cast<double>(leads_));
      figures_.count("csv_bytes", static_cast<double>(csv_.size()));
      figures_.count("stored_bytes", stored);
      figures_.count("book_bytes", bytes_in_use() - free - stored);
    }
    figures_.note("import_plan", std::move(plan));
    figures_.note("import_commit", std::move(commit));
    figures_.note("import", std::move(both));
  }

  // The command, and the frame that shows what it did.
  void press(const query::Query& query) {
    desk_->app.dispatch(app::SetQuery{query});
    screen_->frame();
  }

  void time_key_presses() {
    desk_->app.dispatch(app::GoTo{app::Place::kLeads});
    screen_->settle();
    const query::Query usual = all_leads();
    const auto usually = [&] { press(usual); };
    using query::SortKey;
    constexpr std::pair<std::string_view, SortKey> kSorts[] = {{"sort_company", SortKey::kCompany},
                                                               {"sort_name", SortKey::kName},
                                                               {"sort_created", SortKey::kCreated}};
    for (const auto& [name, key] : kSorts) {
      const query::Query sorted = all_leads(key);
      figures_.time(std::string(name) + "_first", 1, usually, [&] { press(sorted); });
      figures_.time(std::string(name), 9, usually, [&] { press(sorted); });
    }
    const query::Query by_company = all_leads(SortKey::kCompany);
    figures_.time("sort_score", 9, [&] { press(by_company); }, usually);

    query::Query filtered = usual;
    filtered.countries = {"Germany"};
    filtered.sources = {"Webinar"};
    figures_.time("filter", 9, usually, [&] { press(filtered); });
    figures_.count("filter_rows", static_cast<double>(desk_->state().leads->size()));
    must(!desk_->state().leads->empty() && desk_->state().leads->size() < leads_,
         "the filter found all or nothing");

    constexpr std::string_view kTyped = "baker lin";
    std::vector<double> times;
    for (int round = 0; round < 3; ++round) {
      query::Query search = usual;
      press(usual);
      for (const char letter : kTyped) {
        search.search += letter;
        const double begin = bench::Figures::now_ms();
        press(search);
        times.push_back(bench::Figures::now_ms() - begin);
      }
    }
    figures_.note("search_key", std::move(times));
    figures_.count("search_rows", static_cast<double>(desk_->state().leads->size()));
    must(!desk_->state().leads->empty(), "the search found nothing");
    press(usual);
  }

  // Frames while nothing changes, and while the table scrolls.
  void time_frames() {
    using app::Place;
    frames("frame_table");
    frames("frame_table_scrolling", [] { ImGui::GetIO().AddMouseWheelEvent(0, -3); });
    desk_->app.dispatch(app::SetLeadsLayout{app::LeadsLayout::kBoard});
    frames("frame_board");
    desk_->app.dispatch(app::SetLeadsLayout{app::LeadsLayout::kTable});
    desk_->app.dispatch(
        app::OpenLead{desk_->state().model->leads().id((*desk_->state().leads)[0])});
    frames("frame_card");
    desk_->app.dispatch(app::CloseLead{});
    desk_->app.dispatch(app::GoTo{Place::kFunnel});
    frames("frame_funnel");
    desk_->app.dispatch(app::GoTo{Place::kToday});
    frames("frame_today");
    desk_->app.dispatch(app::GoTo{Place::kLeads});
  }

  template <class Before>
  void frames(const std::string& name, Before&& before) {
    screen_->move_to(640, 500);
    screen_->settle();
    figures_.time(name, kFrames, before, [&] { screen_->frame(); });
    const ImDrawData* const drawn = ImGui::GetDrawData();
    int calls = 0;
    for (const ImDrawList* const list : drawn->CmdLists) calls += list->CmdBuffer.Size;
    figures_.count(name + "_vertices", drawn->TotalVtxCount);
    figures_.count(name + "_draw_calls", calls);
    must(drawn->TotalVtxCount > 100, "a frame is empty");
  }
  void frames(const std::string& name) {
    frames(name, [] {});
  }

  void time_edit() {
    const Model& model = *desk_->state().model;
    const std::size_t saved = desk_->device.storage.commit_count();
    Row lead = 0;
    figures_.time(
        "edit", 31, [&] { lead = (lead + 7919) % static_cast<Row>(model.leads().size()); },
        [&] {
          desk_->app.dispatch(
              app::EditLead{model.leads().id(lead), {{"title", "Buyer " + std::to_string(lead)}}});
          screen_->frame();
        });
    must(desk_->device.storage.commit_count() == saved + 31, "an edit was not saved");
    const Id first = model.leads().id(0);
    figures_.time("log_touch", 9, [&] {
      desk_->app.dispatch(app::LogTouch{first, TouchKind::kCall, TouchResult::kReached, ""});
      screen_->frame();
    });
    figures_.time("undo", 9, [&] {
      desk_->app.dispatch(app::Undo{});
      screen_->frame();
    });
  }

  void time_snapshot() {
    std::string snapshot;
    figures_.time(
        "snapshot_export", 3, [&] { desk_->device.files.saved.clear(); },
        [&] { desk_->app.dispatch(app::ExportSnapshot{}); });
    snapshot = std::move(desk_->device.files.saved.back().bytes);
    desk_->device.files.saved.clear();
    figures_.count("snapshot_bytes", static_cast<double>(snapshot.size()));
    std::unique_ptr<Desk> other;
    figures_.time(
        "snapshot_import", 3,
        [&] {
          other.reset();
          other = std::make_unique<Desk>(2);
        },
        [&] {
          other->opens("book.json", snapshot);
          other->app.dispatch(app::CommitImport{});
        });
    must(other->app.book().state_hash() == desk_->app.book().state_hash(),
         "the snapshot is another book");
    time_merge(*other);
  }

  // A colleague has given each lead an owner, and every second one has another owner here: half of
  // the book changed, the other half in conflict.
  void time_merge(Desk& colleague) {
    std::vector<Id> leads, every_second;
    const Model& model = *desk_->state().model;
    for (Row row = 0; row < model.leads().size(); ++row) {
      leads.push_back(model.leads().id(row));
      if (row % 2 == 0) every_second.push_back(leads.back());
    }
    colleague.app.dispatch(app::Assign{leads, "Dana"});
    desk_->app.dispatch(app::Assign{every_second, "Emil"});
    colleague.app.dispatch(app::ExportSnapshot{});
    const std::string snapshot = std::move(colleague.device.files.saved.back().bytes);
    figures_.time(
        "merge_preview", 3, [&] { desk_->app.dispatch(app::CancelImport{}); },
        [&] { desk_->opens("colleague.json", snapshot); });
    const app::SnapshotPreview& preview = desk_->state().import->snapshot;
    must(preview.count(app::Fate::kConflict) == every_second.size() &&
             preview.count(app::Fate::kChanged) == leads.size() - every_second.size(),
         "the preview misses leads");
    figures_.time("merge_commit", 1, [&] { desk_->app.dispatch(app::CommitImport{}); });
    must(desk_->state().safety == book::Safety::kSaved, "the merge was not saved");
  }

  // The book as it lies in the store, until it can be used.
  void time_start() {
    std::unique_ptr<Desk> next;
    figures_.time(
        "start", 3, [&] { next.reset(); },
        [&] { next = std::make_unique<Desk>(desk_->device.disk); });
    must(next->app.book().state_hash() == desk_->app.book().state_hash(),
         "the store holds another book");
  }

  void time_touches() {
    book::Book book(Id{1, 2});
    std::vector<Operation> operations;
    desk_->app.book().for_each_operation(
        [&](const Operation& each) { operations.push_back(each); });
    book.absorb(operations, kNow);
    operations = touches_for(book.model());
    desk_.reset();
    book.absorb(operations, kNow);
    operations = {};
    const TeamSettings settings = settings_from(book.model());
    std::vector<score::Points> points;
    figures_.time("score_all", 5, [&] {
      points = score::score_all(book.model(), settings, kNow);
      score::set_bands(book.model(), settings, points);
    });
    figures_.count("touches", static_cast<double>(book.model().table(Kind::kTouch).size()));
    must(points.size() >= leads_, "not all leads were scored");
  }

  std::string csv_;
  std::size_t leads_ = 0;
  bench::Figures figures_;
  std::unique_ptr<Desk> desk_;
  std::unique_ptr<headless::Screen> screen_;
};

}  // namespace
}  // namespace leadlight

int main(int count, char** words) {
  const auto arguments = leadlight::bench::arguments_from(count, words);
  std::string csv = leadlight::bench::bytes_of(std::string(arguments.first));
  if (csv.empty()) {
    std::println(stderr, "Usage: bench_product LEADS.csv [--json]");
    return 2;
  }
  return leadlight::Bench(std::move(csv)).run(arguments.json);
}
