#include "core/model/index_tree.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "core/model/names.hpp"
#include "formats/document.hpp"
#include "formats/link_target.hpp"
#include "formats/support/unicode.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::core {
namespace {

using formats::LinkKind;
using formats::LinkTarget;

// Finds what links of an index point at. Tables that only odd links need are built when one comes.
class TargetFinder {
 public:
  explicit TargetFinder(const Snapshot& snapshot) : snapshot_(snapshot) {}

  // Nothing where the link names no file: a URL, the index itself, a code span or word that is no
  // name.
  std::optional<EntryTarget> find(const formats::Link& link, std::string_view folder) {
    if (link.kind == LinkKind::wiki) return find_by_name(link);
    auto target = formats::resolve_target(link.target, folder);
    const bool says_so = link.kind == LinkKind::markdown;  // code and words may be just that
    if (target.kind == LinkTarget::Kind::none || target.path == kIndexName) return std::nullopt;
    if (target.kind == LinkTarget::Kind::outside) {
      if (!says_so) return std::nullopt;
      return EntryTarget{link, TargetState::outside, std::move(target.path)};
    }
    if (auto found = find_by_path(link, target.path)) return found;
    if (!says_so) return std::nullopt;
    return EntryTarget{link, TargetState::dangling, std::move(target.path)};
  }

 private:
  std::optional<EntryTarget> find_by_path(const formats::Link& link, const std::string& path) {
    for (const auto& candidate : {path, path + ".md"}) {
      if (snapshot_.find(candidate) != nullptr) {
        return EntryTarget{link, TargetState::memory, candidate};
      }
    }
    const bool exact_only = link.kind != LinkKind::markdown;
    if (exact_only) return std::nullopt;
    if (is_other(path)) return EntryTarget{link, TargetState::other_file, path};
    for (const auto& candidate : {path, path + ".md"}) {
      if (const auto* memory = find_in_any_case(candidate)) {
        return EntryTarget{link, TargetState::memory, memory->file, true};
      }
    }
    return std::nullopt;
  }

  // A folder, a foreign file, or anything in a nested directory, which is not ours to look into.
  [[nodiscard]] bool is_other(const std::string& path) const {
    if (std::ranges::binary_search(snapshot_.others, path)) return true;
    return std::ranges::any_of(snapshot_.nested, [&](const std::string& nested) {
      return path.starts_with(nested) && path.size() > nested.size() && path[nested.size()] == '/';
    });
  }

  const Memory* find_in_any_case(const std::string& path) {
    if (folded_paths_.empty()) {
      for (const auto& memory : snapshot_.memories) {
        folded_paths_.try_emplace(fold_case(memory.file), &memory);
      }
    }
    const auto found = folded_paths_.find(fold_case(path));
    return found == folded_paths_.end() ? nullptr : found->second;
  }

  std::optional<EntryTarget> find_by_name(const formats::Link& link) {
    if (!names_) names_.emplace(snapshot_);
    const auto hit = names_->resolve(link.target);
    if (hit.memories.empty()) return EntryTarget{link, TargetState::dangling, link.target};
    return EntryTarget{link, TargetState::memory, hit.memories.front()->file};
  }

  const Snapshot& snapshot_;
  std::unordered_map<std::string, const Memory*> folded_paths_{};
  std::optional<NameTable> names_{};
};

// Walks the tree breadth first, so that each memory gets its fewest hops.
class TreeBuilder {
 public:
  explicit TreeBuilder(const Snapshot& snapshot) : snapshot_(snapshot), finder_(snapshot) {}

  IndexTree build() {
    const auto& index = snapshot_.index;
    tree_.known = index.read || !index.exists;
    if (index.read) add_entries(kIndexName, index.text, index.file, Scope::whole);
    std::deque<std::string> queue = list_targets(0, tree_.entries.size(), 0);
    while (!queue.empty()) {
      const auto file = std::move(queue.front());
      queue.pop_front();
      const auto* memory = snapshot_.find(file);
      if (memory == nullptr || !memory->sub_index) continue;
      const auto first = tree_.entries.size();
      add_sub_index(*memory);
      for (auto& next : list_targets(first, tree_.entries.size(), tree_.hops.at(file) + 1)) {
        queue.push_back(std::move(next));
      }
    }
    find_orphans();
    find_lost();
    return std::move(tree_);
  }

 private:
  // In a sub-index only list items and table rows are entries: its running text may name files
  // freely.
  enum class Scope { whole, items };

  void add_sub_index(const Memory& memory) {
    add_entries(memory.file, memory.text, formats::parse_index(memory.text), Scope::items);
  }

  void add_entries(std::string_view source, std::string_view text, const formats::IndexFile& file,
                   Scope scope) {
    const auto folder = formats::folder_of(source);
    for (const auto& line : file.lines) {
      if (line.links.empty() || (scope == Scope::items && !line.is_item())) continue;
      Entry entry{.source = std::string(source), .line = line.number};
      std::vector<formats::Link> links;
      for (const auto& link : line.links) {
        if (auto target = finder_.find(link, folder)) {
          entry.targets.push_back(*std::move(target));
          links.push_back(link);
        }
      }
      if (links.empty()) continue;
      auto parts = formats::read_entry(text, line, links);
      entry.text = line.line.bytes.of(text);
      entry.units = count_units(entry.text);
      entry.title = std::move(parts.title);
      entry.hook = std::move(parts.hook);
      entry.lost = source == kIndexName && snapshot_.index.measure.loses(line.number);
      tree_.entries.push_back(std::move(entry));
    }
  }

  // Marks what the entries [first, last) list as `hops` deep; returns what was not listed before.
  std::deque<std::string> list_targets(std::size_t first, std::size_t last, std::size_t hops) {
    std::deque<std::string> fresh;
    for (; first < last; ++first) {
      for (const auto& target : tree_.entries[first].targets) {
        if (target.state != TargetState::memory) continue;
        if (tree_.hops.try_emplace(target.path, hops).second) fresh.push_back(target.path);
      }
    }
    return fresh;
  }

  void find_orphans() {
    if (!tree_.known) return;
    for (const auto& memory : snapshot_.memories) {
      if (memory.is_topic() && !tree_.hops.contains(memory.file)) {
        tree_.orphans.push_back(memory.file);
      }
    }
  }

  // What still can be reached from entries that load; the rest of the listed memories is lost.
  void find_lost() {
    if (!snapshot_.index.measure.over()) return;
    std::unordered_map<std::string_view, std::vector<const Entry*>> by_source;
    for (const auto& entry : tree_.entries) by_source[entry.source].push_back(&entry);
    std::unordered_set<std::string_view> reached;
    std::deque<std::string_view> queue{kIndexName};
    while (!queue.empty()) {
      const auto source = queue.front();
      queue.pop_front();
      for (const auto* entry : by_source[source]) {
        if (entry->lost) continue;
        for (const auto& target : entry->targets) {
          const bool fresh =
              target.state == TargetState::memory && reached.insert(target.path).second;
          if (fresh) queue.push_back(target.path);
        }
      }
    }
    for (const auto& [file, hops] : tree_.hops) {
      if (!reached.contains(file)) tree_.listed_but_lost.push_back(file);
    }
    std::ranges::sort(tree_.listed_but_lost);
  }

  const Snapshot& snapshot_;
  TargetFinder finder_;
  IndexTree tree_{};
};

}  // namespace

std::optional<std::size_t> IndexTree::hops_to(const std::string& file) const {
  const auto found = hops.find(file);
  return found == hops.end() ? std::nullopt : std::optional(found->second);
}

IndexTree build_index_tree(const Snapshot& snapshot) { return TreeBuilder(snapshot).build(); }

}  // namespace memdir::core
