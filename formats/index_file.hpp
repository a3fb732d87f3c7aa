// MEMORY.md, a fold or a hand-made sub-index as lines that know their kind, their place and what
// they refer to. The text itself is never re-printed: edits work on the byte ranges.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/link.hpp"
#include "formats/support/text.hpp"

namespace memdir::formats {

enum class LineKind {
  blank,
  heading,
  list_item,
  table_row,
  paragraph,
  quote,
  rule,         // a thematic break, or the underline of a heading
  definition,   // [label]: target
  fence,        // inside a code fence, with its marks
  comment,      // a block-level HTML comment
  frontmatter,  // with its fences
};

struct IndexLine {
  std::size_t number = 0;  // 1-based line in the text
  Line line{};             // offsets into the text
  LineKind kind = LineKind::blank;
  std::size_t level = 0;      // of a heading
  std::size_t content = 0;    // offset behind indentation and list, heading or quote mark
  std::vector<Link> links{};  // in order; none in fences, comments and frontmatter

  // List items and table rows are the forms that entries of a sub-index take.
  [[nodiscard]] bool is_item() const {
    return kind == LineKind::list_item || kind == LineKind::table_row;
  }
};

struct IndexFile {
  std::vector<IndexLine> lines{};
};

// Never fails; byte ranges are offsets into `text`.
[[nodiscard]] IndexFile parse_index(std::string_view text);

// Title and hook text of an entry line whose links `targets` (at least one, in order) name files.
// The hook says when the memory is worth opening; it stands behind the leading links and a
// separator (" — ", " - ", ": ", ...), or is the line without its link where text comes first.
struct EntryText {
  std::string title{};
  std::string hook{};
  std::string separator{};  // as written, with its blanks
};
[[nodiscard]] EntryText read_entry(std::string_view text, const IndexLine& line,
                                   std::span<const Link> targets);

// Whether a link may name a file by its form alone: no URL, no anchor; a code span only with ".md".
[[nodiscard]] bool may_name_file(const Link& link);

// The rule for sub-indexes on the body of a topic file: at least five, and more than half, of the
// non-blank lines outside headings and comments are list items or table rows that name a file.
[[nodiscard]] bool is_sub_index(std::string_view body);

}  // namespace memdir::formats
