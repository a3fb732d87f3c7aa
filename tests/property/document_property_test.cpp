// Laws of splitting and reading, for all texts.
#include <doctest/doctest.h>

#include <algorithm>

#include "formats/frontmatter.hpp"
#include "formats/strict_yaml.hpp"
#include "property/generators.hpp"

using namespace memdir;
using namespace memdir::formats;
using namespace memdir::tests;

namespace {

void check_parts(const std::string& text) {
  const auto document = split_document(text);
  RC_ASSERT(join_document(document) == text);
  RC_ASSERT(document.has_frontmatter() || document.body.size() == text.size());
  RC_ASSERT(!document.unclosed || !document.has_frontmatter());
  RC_ASSERT(body_line(document) <= count_lines(text) + 1);
}

// Ranges lie within the block, blocks start with lines, lines and flags are in order.
void check_fields(const std::string& text) {
  const auto document = split_document(text);
  const auto frontmatter = parse_frontmatter(document);
  const auto block = document.frontmatter;
  std::size_t line = 1;
  for (const auto& field : frontmatter.fields) {
    RC_ASSERT(field.line > line);
    line = field.line;
    RC_ASSERT(field.block.begin < field.value_bytes.begin);
    RC_ASSERT(field.value_bytes.begin <= field.value_bytes.end);
    RC_ASSERT(field.value_bytes.end < field.block.end);
    RC_ASSERT(field.block.end <= block.size());
    RC_ASSERT(field.block.begin == 0 || block[field.block.begin - 1] == '\n');
    RC_ASSERT(block[field.block.end - 1] == '\n');
    RC_ASSERT(count_lines(block.substr(0, field.block.begin)) + 2 == field.line);
  }
  for (const auto& flag : frontmatter.flags) RC_ASSERT(flag.line <= count_lines(text));
  RC_ASSERT(std::ranges::is_sorted(frontmatter.flags, {}, &Flag::line));
}

}  // namespace

TEST_CASE("join undoes split") {
  CHECK(rc::check("any text", [] { check_parts(*any_text()); }));
  CHECK(rc::check("a memory", [] { check_parts(*memory_text()); }));
}

TEST_CASE("fields know where they stand") {
  CHECK(rc::check("any text", [] { check_fields("---\n" + *any_text() + "\n---\n"); }));
  CHECK(rc::check("a memory", [] { check_fields(*memory_text()); }));
}

TEST_CASE("line endings do not change what is read") {
  CHECK(rc::check([] {
    const auto lines =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(field_lines()));
    const auto read = [&lines](std::string_view ending) {
      const auto text = concat("---", ending, join(lines, ending), ending, "---", ending);
      return parse_frontmatter(split_document(text));
    };
    const auto unix_fields = read("\n");
    const auto dos_fields = read("\r\n");
    RC_ASSERT(unix_fields.flags == dos_fields.flags);
    RC_ASSERT(unix_fields.fields.size() == dos_fields.fields.size());
    for (std::size_t i = 0; i < unix_fields.fields.size(); ++i) {
      RC_ASSERT(unix_fields.fields[i].value == dos_fields.fields[i].value);
      RC_ASSERT(unix_fields.fields[i].items == dos_fields.fields[i].items);
    }
  }));
}

TEST_CASE("the judge always has a reason") {
  CHECK(rc::check([] {
    const auto text = *memory_text();
    const auto document = split_document(text);
    const auto verdict = judge_frontmatter(document, parse_frontmatter(document));
    RC_ASSERT(verdict.rejected == !verdict.reason.empty());
    RC_ASSERT(verdict.line <= count_lines(text));
    RC_ASSERT(!verdict.rejected || verdict.differences.empty());
  }));
}
