// A memory file as fences, frontmatter and body, split and joined without losing a byte.
#pragma once

#include <string>
#include <string_view>

namespace memdir::formats {

// The four parts are views into the text that was split and follow each other without a gap.
// Detection (measured on real files): after an optional BOM, line 1 is "---" plus optional blanks,
// and the block ends at the next such line. Otherwise the whole text is `body`.
struct Document {
  std::string_view open_fence;   // BOM, "---", blanks and line ending; empty without frontmatter
  std::string_view frontmatter;  // whole lines between the fences
  std::string_view close_fence;  // "---", blanks and line ending, if it has one
  std::string_view body;         // the rest
  bool unclosed = false;         // an opening fence that nothing closes: all is body

  [[nodiscard]] bool has_frontmatter() const { return !open_fence.empty(); }
};

// Never fails; `text` must outlive the result.
[[nodiscard]] Document split_document(std::string_view text);

// join_document(split_document(t)) == t for every t, valid or not.
[[nodiscard]] std::string join_document(const Document& document);

// The body without a leading BOM (it holds one where there is no frontmatter).
[[nodiscard]] std::string_view body_text(const Document& document);

// Line number (1-based) in the whole text on which the body starts.
[[nodiscard]] std::size_t body_line(const Document& document);

}  // namespace memdir::formats
