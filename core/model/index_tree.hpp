// MEMORY.md and its sub-indexes as one tree: what each entry points at, which memories it lists and
// at which depth, what is an orphan, what leads nowhere.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/model/snapshot.hpp"
#include "formats/link.hpp"

namespace memdir::core {

enum class TargetState {
  memory,      // a topic file of the directory
  other_file,  // something else that is there: a foreign file, a folder, a nested directory
  dangling,    // a Markdown or wiki link to a file that does not exist
  outside,     // leads out of the directory
};

struct EntryTarget {
  formats::Link link{};
  TargetState state = TargetState::dangling;
  std::string path{};       // relative to the directory; as written where outside
  bool other_case = false;  // found only without regard to case
};

// One line that names files. Prose, headings and bullets without a file are no entries.
struct Entry {
  std::string source{};   // the file it stands in: "MEMORY.md" or a sub-index
  std::size_t line = 0;   // in that file
  std::size_t units = 0;  // of the line, as the caps count it
  std::string text{};     // the line, without its ending
  std::string title{};
  std::string hook{};
  std::vector<EntryTarget> targets{};  // at least one
  bool lost = false;                   // in MEMORY.md past the cut
};

struct IndexTree {
  bool known = true;             // false: there is an index and it could not be read
  std::vector<Entry> entries{};  // those of MEMORY.md in its order, then each listed sub-index's
  // Number of sub-indexes between MEMORY.md and a listed memory; 0 for an entry in MEMORY.md
  // itself.
  std::unordered_map<std::string, std::size_t> hops{};
  // Listed memories all of whose ways start past the cut.
  std::vector<std::string> listed_but_lost{};
  std::vector<std::string> orphans{};  // in byte order

  [[nodiscard]] std::optional<std::size_t> hops_to(const std::string& file) const;
};

// Pure. Without an index every memory is an orphan; if there is one that cannot be read, nothing is
// known of any.
[[nodiscard]] IndexTree build_index_tree(const Snapshot& snapshot);

}  // namespace memdir::core
