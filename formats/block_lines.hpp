// Which lines of a Markdown text are ordinary, which lie in a fence and which in a block comment. A
// line scanner: linear in the size of the text, whatever stands in it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "formats/support/text.hpp"

namespace memdir::formats {

enum class LineRole {
  text,
  fence,    // the fence lines themselves and all between them
  comment,  // a block-level HTML comment: these lines do not load
};

struct BlockLine {
  Line line;  // offsets into the text that was scanned
  LineRole role = LineRole::text;
};

// Fences: up to three spaces, then three or more backticks or tildes, closed by the same character
// at least as long, or never. Comments: up to three spaces, then "<!--", through the line that
// holds "-->" with nothing but blanks after it; one that is never closed, or has text after it, is
// ordinary text.
[[nodiscard]] std::vector<BlockLine> classify_lines(std::string_view text);

}  // namespace memdir::formats
