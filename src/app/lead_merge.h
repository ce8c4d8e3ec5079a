// What merging leads into one of them means for its fields (practice E8: a merge keeps everything
// of both): pure, so that the dialog shows what the command then does.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lead/model.h"

namespace leadlight::app {

struct LeadMerge {
  // What the lead that stays gets from the others: fields that it has not, in the order of the
  // columns. Names, addresses, amounts and next steps come as a whole or not at all.
  struct Gain {
    ColumnIndex column = 0;
    TextId value = kNoText;
    Row from = kNoRow;
  };
  std::vector<Gain> gains;
  // What another one says otherwise than the lead that stays will.
  struct Difference {
    ColumnIndex column = 0;
    TextId stays = kNoText;
    TextId said = kNoText;
    Row by = kNoRow;
  };
  std::vector<Difference> differences;
  std::size_t touches = 0;  // of the others
  std::size_t notes = 0;
};
LeadMerge merge_of_leads(const Model& model, Row into, std::span<const Row> others);

// Fields of a merged lead that say otherwise than its heir's and can be taken over: by an edit, the
// stage (kStage, with the sub-stage) by a move, what is planned (kNextStep, for both of its fields)
// by planning it. With those that were emptied since the merge (`said` is kNoText), and weed-outs
// and snoozes of since then.
std::vector<LeadMerge::Difference> differences_of(const Model& model, Row heir, Row merged);

// Something was done to the merged lead that nobody knew of who merged it, or looked at it since:
// it says otherwise than `merged_seen` does, and than its heir.
bool has_news(const Model& model, Row merged);
std::vector<Row> merged_with_news(const Model& model);

}  // namespace leadlight::app
