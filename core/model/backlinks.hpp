// Which memories refer to which: wiki links and Markdown links of bodies, resolved against the
// directory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/names.hpp"
#include "core/model/snapshot.hpp"
#include "formats/link.hpp"

namespace memdir::core {

enum class LinkMatch {
  exact,           // a name or a stem as written; for a Markdown link, the path
  folded,          // after folding case and '-' / '_'
  without_prefix,  // without the type prefix
  ambiguous,       // several memories fit
  other_file,      // something that is there and no memory
  outside,         // leads out of the directory
  url,
  missing,
};
[[nodiscard]] std::string_view link_match_id(LinkMatch match);

struct ResolvedLink {
  formats::Link link{};
  LinkMatch match = LinkMatch::missing;
  std::vector<std::string> files{};  // of the memories it leads to
};

struct Backlink {
  std::string file{};
  std::size_t line = 0;
};

// Over a snapshot that was loaded with links, and must outlive this.
class LinkMap {
 public:
  explicit LinkMap(const Snapshot& snapshot) : snapshot_(snapshot), names_(snapshot) {}

  [[nodiscard]] std::vector<ResolvedLink> links_of(const Memory& memory) const;
  // Links of other memories to this one, by file and line.
  [[nodiscard]] std::vector<Backlink> backlinks_of(const Memory& memory) const;

 private:
  [[nodiscard]] ResolvedLink resolve(const formats::Link& link, const Memory& source) const;
  [[nodiscard]] ResolvedLink resolve_path(const formats::Link& link, const Memory& source) const;

  const Snapshot& snapshot_;
  NameTable names_;
};

}  // namespace memdir::core
