// What a link in a memory points at: a file of the directory, something outside it, or no file at
// all.
#pragma once

#include <string>
#include <string_view>

namespace memdir::formats {

struct LinkTarget {
  enum class Kind {
    file,     // a path inside the directory
    outside,  // "../x.md", "/x.md", "~/x.md", "C:\x.md": leads out of the directory
    none,     // a URL, an anchor, nothing
  };
  Kind kind = Kind::none;
  std::string path{};  // relative to the directory with '/', or as written where outside
};

// Normalises a target as written, by the rule of real indexes: <>, "#…" and "?…" stripped, %41
// decoded,
// '\' as '/', "./" and ".." resolved against `folder` (the folder of the file that holds the link,
// relative to the directory, "" for its top). The ".md" that some leave out is not added here: that
// depends on which files there are.
[[nodiscard]] LinkTarget resolve_target(std::string_view target, std::string_view folder);

// The folder of a relative path: "retros" of "retros/a.md", "" of "a.md".
[[nodiscard]] std::string_view folder_of(std::string_view path);

// The last part of a path, and that without its ".md".
[[nodiscard]] std::string_view base_name(std::string_view path);
[[nodiscard]] std::string_view stem_of(std::string_view path);

}  // namespace memdir::formats
