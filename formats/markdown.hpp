// The body of a memory as Markdown: links, headings and code spans with their places. Frontmatter
// is not Markdown; cut it off first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/link.hpp"
#include "formats/support/text.hpp"

namespace memdir::formats {

struct Heading {
  std::size_t level = 0;
  std::string text{};
  std::size_t line = 0;
};

struct CodeSpan {
  std::string text{};
  std::size_t line = 0;
  std::size_t column = 0;  // in bytes, from 1
};

struct Markdown {
  std::vector<Link> links{};  // kinds markdown and wiki; byte ranges are offsets into the body
  std::vector<Heading> headings{};
  std::vector<CodeSpan> code_spans{};
  bool by_lines = false;  // too large for the full parser: read by the line scanner
};

// Larger bodies, or such with more brackets, are read by lines: cmark takes quadratic time on some.
inline constexpr std::size_t kMarkdownBytes = 256 * 1024;
inline constexpr std::size_t kMarkdownBrackets = 20'000;

// Never fails. `first_line` is the number of the body's first line in its file. A link whose
// construct cannot be found again in its line (it spans two) has an empty byte range.
[[nodiscard]] Markdown parse_markdown(std::string_view body, std::size_t first_line);

// Only the links, which is all that names and backlinks need.
[[nodiscard]] std::vector<Link> parse_links(std::string_view body, std::size_t first_line);

}  // namespace memdir::formats
