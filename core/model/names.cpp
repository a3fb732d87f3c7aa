#include "core/model/names.hpp"

#include <algorithm>
#include <functional>

#include "formats/link_target.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/suggest.hpp"
#include "formats/support/text.hpp"
#include "formats/support/unicode.hpp"

namespace memdir::core {
namespace {

std::string_view without_extension(std::string_view name) {
  if (name.size() > 3 && name.ends_with(".md")) name.remove_suffix(3);
  return name;
}

std::string fold_name(std::string_view name) {
  auto folded = fold_case(name);
  std::ranges::replace(folded, '-', '_');
  return folded;
}

// Words that file names start with to say what kind of memory they are: the four types, and what
// people use beside them in real folders.
constexpr std::string_view kTypePrefixes[] = {"user",     "feedback", "project", "reference",
                                              "decision", "gotcha",   "retro",   "runbook"};

// "tests" of "feedback_tests"; folded names only.
std::string_view without_type_prefix(std::string_view folded) {
  const auto end = folded.find('_');
  const bool has_prefix =
      end != std::string_view::npos && end + 1 < folded.size() &&
      std::ranges::find(kTypePrefixes, folded.substr(0, end)) != std::end(kTypePrefixes);
  return has_prefix ? folded.substr(end + 1) : folded;
}

using Finder = std::function<bool(const Memory&)>;

std::vector<const Memory*> find_all(const Snapshot& snapshot, const Finder& fits) {
  std::vector<const Memory*> found;
  for (const auto& memory : snapshot.memories) {
    if (fits(memory)) found.push_back(&memory);
  }
  return found;
}

Error ambiguous(std::string_view name, const std::vector<const Memory*>& candidates) {
  constexpr std::size_t kMostShown = 8;
  std::vector<std::string> files;
  for (const auto* memory : candidates) files.push_back(quote_name(memory->file));
  const auto more = files.size() > kMostShown ? concat(" and ", files.size() - kMostShown, " more")
                                              : std::string();
  files.resize(std::min(files.size(), kMostShown));
  return {.kind = ErrorKind::usage,
          .message = concat("'", quote_name(name), "' may be any of ", join(files, ", "), more),
          .hint = "give the whole file name"};
}

Error unknown(std::string_view name, const Snapshot& snapshot) {
  std::vector<std::string> stems;
  for (const auto& memory : snapshot.memories) {
    stems.push_back(quote_name(formats::stem_of(memory.file)));
  }
  auto hint = did_you_mean(nearest(without_extension(name), stems));
  if (hint.empty()) hint = "run 'memdir list' to see the names";
  return {.kind = ErrorKind::not_found,
          .message = concat("no memory named '", quote_name(name), "'"),
          .hint = std::move(hint)};
}

}  // namespace

void NameTable::add(Table& table, std::string key, const Memory& memory) {
  auto& memories = table[std::move(key)];
  if (memories.empty() || memories.back() != &memory) memories.push_back(&memory);
}

NameTable::NameTable(const Snapshot& snapshot) {
  for (const auto& memory : snapshot.memories) {
    if (!memory.is_topic()) continue;
    const auto stem = formats::stem_of(memory.file);
    if (!memory.name.empty()) add(names_, memory.name, memory);
    add(stems_, std::string(stem), memory);
    add(stems_, std::string(without_extension(memory.file)), memory);
    for (const auto& name : {std::string_view(memory.name), stem}) {
      if (name.empty()) continue;
      const auto folded = fold_name(name);
      add(folded_, folded, memory);
      add(bare_, std::string(without_type_prefix(folded)), memory);
    }
  }
}

NameHit NameTable::resolve(std::string_view target) const {
  const auto look = [](const Table& table, const std::string& key) {
    const auto found = table.find(key);
    return found == table.end() ? std::vector<const Memory*>() : found->second;
  };
  if (auto hits = look(names_, std::string(target)); !hits.empty()) {
    return {NameMatch::exact, std::move(hits)};
  }
  if (auto hits = look(stems_, std::string(without_extension(target))); !hits.empty()) {
    return {NameMatch::exact, std::move(hits)};
  }
  const auto folded = fold_name(without_extension(target));
  if (auto hits = look(folded_, folded); !hits.empty()) {
    return {NameMatch::folded, std::move(hits)};
  }
  if (auto hits = look(bare_, std::string(without_type_prefix(folded))); !hits.empty()) {
    return {NameMatch::without_prefix, std::move(hits)};
  }
  return {};
}

Result<const Memory*> find_memory(const Snapshot& snapshot, std::string_view name) {
  if (const auto* memory = snapshot.find(name)) return memory;
  const auto stem = without_extension(name);
  const Finder steps[] = {
      [&](const Memory& m) { return formats::stem_of(m.file) == name; },
      [&](const Memory& m) { return without_extension(m.file) == name; },
      [&](const Memory& m) { return !m.name.empty() && m.name == name; },
      [&](const Memory& m) { return !stem.empty() && formats::stem_of(m.file).starts_with(stem); },
  };
  for (const auto& step : steps) {
    const auto found = find_all(snapshot, step);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) return ambiguous(name, found);
  }
  return unknown(name, snapshot);
}

}  // namespace memdir::core
