#include "core/model/backlinks.hpp"

#include <algorithm>

#include "formats/link_target.hpp"

namespace memdir::core {
namespace {

LinkMatch match_of(const NameHit& hit) {
  if (hit.memories.size() > 1) return LinkMatch::ambiguous;
  switch (hit.match) {
    case NameMatch::exact:
      return LinkMatch::exact;
    case NameMatch::folded:
      return LinkMatch::folded;
    case NameMatch::without_prefix:
      return LinkMatch::without_prefix;
    case NameMatch::none:
      return LinkMatch::missing;
  }
  return LinkMatch::missing;
}

}  // namespace

std::string_view link_match_id(LinkMatch match) {
  switch (match) {
    case LinkMatch::exact:
      return "exact";
    case LinkMatch::folded:
      return "folded";
    case LinkMatch::without_prefix:
      return "without_prefix";
    case LinkMatch::ambiguous:
      return "ambiguous";
    case LinkMatch::other_file:
      return "other_file";
    case LinkMatch::outside:
      return "outside";
    case LinkMatch::url:
      return "url";
    case LinkMatch::missing:
      return "missing";
  }
  return "missing";
}

ResolvedLink LinkMap::resolve_path(const formats::Link& link, const Memory& source) const {
  const auto target = formats::resolve_target(link.target, formats::folder_of(source.file));
  using Kind = formats::LinkTarget::Kind;
  if (target.kind == Kind::none) return {link, LinkMatch::url};
  if (target.kind == Kind::outside) return {link, LinkMatch::outside};
  for (const auto& path : {target.path, target.path + ".md"}) {
    if (snapshot_.find(path) != nullptr) return {link, LinkMatch::exact, {path}};
  }
  const bool other =
      target.path == kIndexName || std::ranges::binary_search(snapshot_.others, target.path);
  return {link, other ? LinkMatch::other_file : LinkMatch::missing};
}

ResolvedLink LinkMap::resolve(const formats::Link& link, const Memory& source) const {
  if (link.kind != formats::LinkKind::wiki) return resolve_path(link, source);
  const auto hit = names_.resolve(link.target);
  ResolvedLink resolved{link, match_of(hit)};
  for (const auto* memory : hit.memories) resolved.files.push_back(memory->file);
  return resolved;
}

std::vector<ResolvedLink> LinkMap::links_of(const Memory& memory) const {
  std::vector<ResolvedLink> resolved;
  for (const auto& link : memory.links) resolved.push_back(resolve(link, memory));
  return resolved;
}

std::vector<Backlink> LinkMap::backlinks_of(const Memory& memory) const {
  std::vector<Backlink> backlinks;
  for (const auto& source : snapshot_.memories) {
    if (&source == &memory) continue;
    for (const auto& link : source.links) {
      const auto files = resolve(link, source).files;
      if (std::ranges::find(files, memory.file) != files.end()) {
        backlinks.push_back({source.file, link.line});
      }
    }
  }
  return backlinks;
}

}  // namespace memdir::core
