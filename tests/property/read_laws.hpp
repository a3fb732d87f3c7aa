// What must hold of every text that is split and read, for property tests and fuzzers alike. Each
// function returns the law that is broken, or nothing. Plain functions, since RC_ASSERT evaluates
// both sides of || and &&.
#pragma once

#include <algorithm>
#include <string_view>

#include "formats/frontmatter.hpp"
#include "formats/strict_yaml.hpp"
#include "formats/support/text.hpp"

namespace memdir::tests {

inline std::string_view check_document(std::string_view text) {
  const auto document = formats::split_document(text);
  if (formats::join_document(document) != text) return "join undoes split";
  if (document.body.data() + document.body.size() != text.data() + text.size()) {
    return "the body ends with the text";
  }
  if (!document.has_frontmatter() && document.body.size() != text.size()) {
    return "without frontmatter all is body";
  }
  if (document.unclosed && document.has_frontmatter()) return "unclosed means all is body";
  if (!document.frontmatter.empty() && !document.frontmatter.ends_with('\n')) {
    return "frontmatter is whole lines";
  }
  return body_line(document) <= count_lines(text) + 1 ? "" : "the body starts in the text";
}

inline std::string_view check_field(const formats::Field& field, std::string_view block) {
  const auto& [value, lines] = std::pair(field.value_bytes, field.block);
  if (lines.begin >= value.begin || value.begin > value.end || value.end >= lines.end ||
      lines.end > block.size()) {
    return "a value stands in its block";
  }
  if (lines.begin > 0 && block[lines.begin - 1] != '\n') return "a block starts with a line";
  if (block[lines.end - 1] != '\n') return "a block is whole lines";
  if (count_lines(block.substr(0, lines.begin)) + 2 != field.line) return "a field knows its line";
  return field.is_list() ? (field.value.empty() ? "" : "lists have no value")
                         : (field.items.empty() ? "" : "only lists have items");
}

// For text with frontmatter or without.
inline std::string_view check_fields(std::string_view text) {
  const auto document = formats::split_document(text);
  const auto frontmatter = formats::parse_frontmatter(document);
  std::size_t line = 1;
  for (const auto& field : frontmatter.fields) {
    if (field.line <= line) return "fields are in file order";
    line = field.line;
    if (const auto broken = check_field(field, document.frontmatter); !broken.empty()) {
      return broken;
    }
  }
  const auto in_order = [](const formats::Flag& a, const formats::Flag& b) {
    return a.line < b.line;
  };
  if (!std::is_sorted(frontmatter.flags.begin(), frontmatter.flags.end(), in_order)) {
    return "flags are in line order";
  }
  const auto verdict = formats::judge_frontmatter(document, frontmatter);
  if (verdict.rejected == verdict.reason.empty()) return "a rejection has a reason";
  if (verdict.rejected && !verdict.differences.empty()) return "a rejected value is not compared";
  return verdict.line <= count_lines(text) ? "" : "a rejection is in the file";
}

}  // namespace memdir::tests
