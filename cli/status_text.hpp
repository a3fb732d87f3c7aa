// The page that `memdir status` prints for people.
#pragma once

#include "cli/context.hpp"
#include "core/model/health.hpp"
#include "core/model/index_tree.hpp"
#include "core/model/snapshot.hpp"

namespace memdir::cli {

struct Status {
  const core::Snapshot& snapshot;
  const core::IndexTree& tree;
  const core::Health& health;
};

void write_status_text(const Status& status, Context& context);

}  // namespace memdir::cli
