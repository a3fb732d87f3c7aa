// The state of a memory directory at a glance: what `status` prints, as a value.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/model/index_tree.hpp"
#include "core/model/snapshot.hpp"
#include "formats/support/time.hpp"

namespace memdir::core {

// A place in an index that points at `path`.
struct Pointer {
  formats::LinkKind kind = formats::LinkKind::markdown;
  std::string source{};  // "MEMORY.md" or a sub-index
  std::size_t line = 0;
  std::string path{};   // the target, normalised; as written where outside
  std::string text{};   // the whole line
  std::string title{};  // and its parts
  std::string hook{};
  bool exists = false;  // of targets outside: whether something is there; filled in by the caller
};

struct Health {
  std::vector<Pointer> lost{};  // entries of MEMORY.md that do not load, with their first target
  std::vector<Pointer> dangling{};      // every target that does not exist
  std::vector<Pointer> other_case{};    // every target found only without regard to case
  std::vector<Pointer> outside{};       // every target out of the directory
  std::vector<const Entry*> largest{};  // of MEMORY.md, most units first, at most five
  std::size_t total = 0;                // memories: topic files without folds
  std::vector<std::pair<std::string, std::size_t>> by_type{};  // known types first, "" for none
  std::vector<const Memory*> broken{};
  std::size_t stale = 0;
};

// Pure. The snapshot and the tree must outlive the result.
[[nodiscard]] Health assess(const Snapshot& snapshot, const IndexTree& tree, TimePoint now);

}  // namespace memdir::core
