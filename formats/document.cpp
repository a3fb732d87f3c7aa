#include "formats/document.hpp"

#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

// Size of the fence line that `text` starts with, its line ending included; 0 if it starts with
// something else.
std::size_t fence_size(std::string_view text) {
  if (!text.starts_with("---")) return 0;
  std::size_t end = 3;
  while (end < text.size() && is_blank(text[end])) ++end;
  if (end == text.size()) return end;
  if (text.substr(end).starts_with("\r\n")) return end + 2;
  return text[end] == '\n' ? end + 1 : 0;
}

}  // namespace

Document split_document(std::string_view text) {
  Document document;
  document.body = text;
  const std::size_t bom = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const auto open = fence_size(text.substr(bom));
  if (open == 0) return document;
  const auto block = bom + open;
  // The newline of the opening fence may be the one before the closing fence.
  for (auto at = text.find("\n---", block - 1); at != std::string_view::npos;
       at = text.find("\n---", at + 1)) {
    const auto close = fence_size(text.substr(at + 1));
    if (close == 0) continue;
    document.open_fence = text.substr(0, block);
    document.frontmatter = text.substr(block, at + 1 - block);
    document.close_fence = text.substr(at + 1, close);
    document.body = text.substr(at + 1 + close);
    return document;
  }
  document.unclosed = true;
  return document;
}

std::string join_document(const Document& document) {
  return concat(document.open_fence, document.frontmatter, document.close_fence, document.body);
}

std::string_view body_text(const Document& document) {
  auto body = document.body;
  if (!document.has_frontmatter() && body.starts_with(kByteOrderMark)) {
    body.remove_prefix(kByteOrderMark.size());
  }
  return body;
}

std::size_t body_line(const Document& document) {
  return 1 + count_lines(document.open_fence) + count_lines(document.frontmatter) +
         count_lines(document.close_fence);
}

}  // namespace memdir::formats
