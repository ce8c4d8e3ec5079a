// A book without its people, for sharing figures: leads as "Lead 1" with where they stand, where
// they came from, when things happened and what they score; the same funnel, bands and response
// times come out of it (docs/snapshot.md names what stays).
#pragma once
#include <span>
#include <vector>

#include "lead/model.h"
#include "lead/record.h"
#include "lead/settings.h"
#include "ports/ports.h"
#include "score/score.h"

namespace leadlight::app {

// A draft for a book of its own: every id is new, whoever is not in the book any more is not in it.
// Owners become "Person 1"; a source, event, country and so on that names somebody, or has an
// address or a number in it, becomes "Source 1". `points` and `scorer` are those of the model.
// Marked as such, so that it is not taken for a colleague's book: its settings and "Lead 1" would
// be decisions of the team.
Operation figures_only(const Model& model, const TeamSettings& settings,
                       const score::Scorer& scorer, const std::vector<score::Points>& points,
                       ports::Random& random);
bool has_figures_only(std::span<const Operation> operations);
bool has_figures_only(const Model& model);

}  // namespace leadlight::app
