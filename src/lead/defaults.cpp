// What a team has before it has set anything.
#include "lead/settings.h"

namespace leadlight {

namespace {

// "criteria" and a number: random ids can't be among them by accident.
constexpr Id criterion_id(std::uint64_t number) { return {0x6372697465726961ULL, number}; }

Criterion criterion(int position, std::string question, std::string field,
                    std::vector<CriterionAnswer> answers) {
  Criterion made;
  made.id = criterion_id(static_cast<std::uint64_t>(position));
  made.position = position;
  made.question = std::move(question);
  made.field = std::move(field);
  made.answers = std::move(answers);
  return made;
}

std::string name_of(LeadField field) { return std::string(text_of(field)); }

}  // namespace

std::vector<Criterion> default_criteria() {
  std::vector<Criterion> all;
  all.push_back(criterion(1, "How large is the company?", name_of(LeadField::kEmployees),
                          {{1, "1 to 9 people", 1, "1..9"},
                           {2, "10 to 49 people", 4, "10..49"},
                           {3, "50 to 249 people", 8, "50..249"},
                           {4, "250 to 1,000 people", 10, "250..1000"},
                           {5, "More than 1,000 people", 7, "1001.."}}));
  all.push_back(
      criterion(2, "What is their role?", name_of(LeadField::kTitle),
                {{1, "Decides", 10,
                  "founder, ceo, cfo, cto, cio, cmo, chief, president, vp, svp, evp, director, "
                  "head of, managing, "
                  "co-owner, business owner, proprietor, inhaber, geschäftsführer, vorstand, "
                  "leiter, direktor, "
                  "directeur, directrice, gérant, fondateur, direttore, titolare, dueño, gerente"},
                 {2, "Influences the decision", 6,
                  "manager, lead, senior, principal, architect, consultant, buyer, procurement, "
                  "purchas, einkauf, "
                  "acheteur, responsable, responsabile, supervisor, coordinator, team lead"},
                 {3, "Uses it", 3, "*"}}));
  all.push_back(criterion(
      3, "Where are they?", name_of(LeadField::kCountry),
      {{1, "In Europe", 5,
        "at, be, bg, ch, cy, cz, de, dk, ee, es, fi, fr, gb, gr, hr, hu, ie, it, li, lt, lu, lv, "
        "mt, nl, no, pl, pt, ro, se, si, sk, uk, austria, belgi, bulgaria, croatia, cyprus, "
        "czech, denmark, danmark, deutschland, england, españa, estonia, finland, france, "
        "frankreich, germany, great britain, greece, hungary, iceland, ireland, italia, italy, "
        "latvia, liechtenstein, lithuania, luxembourg, malta, nederland, netherlands, norway, "
        "norge, österreich, poland, polska, portugal, romania, schweiz, scotland, slovakia, "
        "slovenia, spain, suisse, sverige, sweden, switzerland, united kingdom, wales"},
       {2, "In North America", 4, "us, ca, usa, united states, america, canada"},
       {3, "Elsewhere", 2, "*"}}));
  all.push_back(criterion(
      4, "When do they want to buy?", name_of(LeadField::kBuyWhen),
      {{1, "Now", 8, "now"}, {2, "This year", 5, "this_year"}, {3, "Later", 1, "later"}}));
  all.push_back(criterion(5, "Are they new to us?", {},
                          {{1, "New customer, may grow", 6, {}},
                           {2, "Existing customer, wants more", 8, {}},
                           {3, "One-off purchase", 2, {}}}));
  all.push_back(criterion(
      6, "Do they need what we offer?", {},
      {{1, "Yes, they said so", 10, {}}, {2, "In part", 5, {}}, {3, "Not that we know", 0, {}}}));
  return all;
}

std::array<int, kTouchKindCount> default_points() {
  std::array<int, kTouchKindCount> points{};
  const auto set = [&points](TouchKind kind, int value) {
    points[static_cast<std::size_t>(kind)] = value;
  };
  set(TouchKind::kQrScanned, 4);
  set(TouchKind::kEmailOpened, 1);
  set(TouchKind::kEmailForwarded, 4);
  set(TouchKind::kLinkClicked, 3);
  set(TouchKind::kCallToAction, 6);
  set(TouchKind::kLandingPage, 2);
  set(TouchKind::kSiteVisit, 2);
  set(TouchKind::kMinutesOnSite, 1);
  set(TouchKind::kPagesViewed, 1);
  set(TouchKind::kReturnVisit, 4);
  set(TouchKind::kDownload, 6);
  set(TouchKind::kFormCompleted, 8);
  set(TouchKind::kWebinarAttended, 10);
  set(TouchKind::kBoothVisit, 10);
  set(TouchKind::kInformationRequested, 14);
  set(TouchKind::kQuoteRequested, 24);
  set(TouchKind::kReplied, 12);
  return points;
}

std::vector<SubStage> default_sub_stages() {
  return {{"working", "Working", 1},
          {"connected", "Connected", 2},
          {"demo", "Demo", 3},
          {"free_trial", "Free trial", 4}};
}

}  // namespace leadlight
