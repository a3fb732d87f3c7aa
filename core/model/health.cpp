#include "core/model/health.hpp"

#include <algorithm>
#include <map>

namespace memdir::core {
namespace {

constexpr std::size_t kMostLargest = 5;

Pointer pointer_to(const Entry& entry, const EntryTarget& target) {
  return {.kind = target.link.kind,
          .source = entry.source,
          .line = entry.line,
          .path = target.path,
          .text = entry.text,
          .title = entry.title,
          .hook = entry.hook};
}

void collect_pointers(const IndexTree& tree, Health& health) {
  for (const auto& entry : tree.entries) {
    if (entry.lost) health.lost.push_back(pointer_to(entry, entry.targets.front()));
    for (const auto& target : entry.targets) {
      if (target.other_case) health.other_case.push_back(pointer_to(entry, target));
      if (target.state == TargetState::dangling) {
        health.dangling.push_back(pointer_to(entry, target));
      } else if (target.state == TargetState::outside) {
        health.outside.push_back(pointer_to(entry, target));
      }
    }
  }
}

std::vector<const Entry*> largest_entries(const IndexTree& tree) {
  std::vector<const Entry*> entries;
  for (const auto& entry : tree.entries) {
    if (entry.source == kIndexName) entries.push_back(&entry);
  }
  std::ranges::stable_sort(entries, std::ranges::greater(), &Entry::units);
  entries.resize(std::min(entries.size(), kMostLargest));
  return entries;
}

void count_types(const Snapshot& snapshot, Health& health) {
  std::map<std::string, std::size_t> counts;
  for (const auto& memory : snapshot.memories) {
    if (memory.is_topic() && !memory.fold) ++counts[memory.type];
  }
  for (const auto type : kMemoryTypes) {
    const auto found = counts.find(std::string(type));
    if (found == counts.end()) continue;
    health.by_type.emplace_back(found->first, found->second);
    counts.erase(found);
  }
  for (const auto& [type, count] : counts) {
    if (!type.empty()) health.by_type.emplace_back(type, count);
  }
  if (const auto none = counts.find(""); none != counts.end()) {
    health.by_type.emplace_back("", none->second);
  }
}

}  // namespace

Health assess(const Snapshot& snapshot, const IndexTree& tree, TimePoint now) {
  Health health{.largest = largest_entries(tree)};
  collect_pointers(tree, health);
  count_types(snapshot, health);
  for (const auto& memory : snapshot.memories) {
    if (memory.is_topic() && !memory.fold) ++health.total;
    if (memory.is_broken()) health.broken.push_back(&memory);
    if (is_stale(memory, now)) ++health.stale;
  }
  return health;
}

}  // namespace memdir::core
