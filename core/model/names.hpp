// How memories are found by what people and memories call them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/snapshot.hpp"

namespace memdir::core {

// How a wiki link met its memory; measured on real links, in this order.
enum class NameMatch {
  exact,           // the field `name`, or the file's stem
  folded,          // after folding case and '-' / '_'
  without_prefix,  // and without the type prefix, as in feedback_tests.md
  none,
};

struct NameHit {
  NameMatch match = NameMatch::none;
  std::vector<const Memory*> memories{};  // more than one is ambiguous; empty for none
};

// All names of a snapshot, which must outlive it.
class NameTable {
 public:
  explicit NameTable(const Snapshot& snapshot);

  // Resolves the target of a [[wiki link]]: exact name, else exact stem, else both folded, else
  // both without the type prefix; the first step that finds something decides.
  [[nodiscard]] NameHit resolve(std::string_view target) const;

 private:
  using Table = std::unordered_map<std::string, std::vector<const Memory*>>;
  static void add(Table& table, std::string key, const Memory& memory);

  Table names_{};
  Table stems_{};
  Table folded_{};
  Table bare_{};
};

// The memory that a person named on the command line: by its file, its stem, its `name` field, or a
// unique prefix of its stem, in this order. Fails with not_found, naming the nearest, or with usage
// and the candidates where several fit.
Result<const Memory*> find_memory(const Snapshot& snapshot, std::string_view name);

}  // namespace memdir::core
