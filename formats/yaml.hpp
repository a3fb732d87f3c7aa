// Strict YAML, for memdir's own config and as the judge of what a strict loader would say of a
// memory. yaml-cpp's types and exceptions end in the .cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/support/result.hpp"

namespace memdir::formats {

// A YAML value with its place: a scalar, a list or a map. Scalars are text; `plain` tells `yes`
// from "yes". Anchors, aliases, merge keys and tags are refused; depth at most 16, at most 1,000
// nodes.
struct YamlNode {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  std::string scalar{};
  bool plain = true;
  std::size_t line = 0;                                     // 1-based
  std::size_t key_line = 0;                                 // of its key, if it is in a map
  std::vector<YamlNode> items{};                            // of a list
  std::vector<std::pair<std::string, YamlNode>> members{};  // of a map, in order

  [[nodiscard]] const YamlNode* find(std::string_view key) const;  // first of that key, or null
};

// The judge of memories keeps them: a strict YAML 1.1 loader says nothing and takes the last.
enum class DuplicateKeys { refuse, keep };

// Parses one document of at most 16 KB whose root is a map (or nothing: an empty map). Fails with
// `invalid_input`, the line and the reason; a second document, bad UTF-8 and control characters
// are errors, duplicate keys too unless they are to be kept.
Result<YamlNode> parse_yaml(std::string_view text,
                            DuplicateKeys duplicates = DuplicateKeys::refuse);

}  // namespace memdir::formats
