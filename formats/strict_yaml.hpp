// What a strict YAML 1.1 loader would make of a memory's frontmatter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/document.hpp"
#include "formats/frontmatter.hpp"

namespace memdir::formats {

// A value (or item) that strict YAML reads as something else than the line says: cut at " #", or
// typed. A value that is cut and then typed is cut.
struct StrictDifference {
  std::string key{};     // "description", "metadata.modified"
  std::size_t line = 0;  // in the file
  // What strict YAML reads: the cut text, or "date", "boolean", "number", "null", "list", "map".
  std::string strict{};
  enum class Kind { cut, typed } kind = Kind::cut;
};

struct StrictVerdict {
  bool rejected = false;
  std::string reason{};                         // why, if rejected: "unquoted ': ' in a value"
  std::size_t line = 0;                         // in the file; 0 where unknown
  std::vector<StrictDifference> differences{};  // only if not rejected
};

// Judges by yaml-cpp, plus checks of our own for what yaml-cpp lets pass (an unclosed quote, a line
// that is no field, a tab as indentation). A document without frontmatter is accepted.
[[nodiscard]] StrictVerdict judge_frontmatter(const Document& document,
                                              const Frontmatter& frontmatter);

}  // namespace memdir::formats
