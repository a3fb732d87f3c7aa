// Links, headings and code spans of bodies, by cmark and by the line scanner that stands in for it.
#include "formats/markdown.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace memdir;
using formats::LinkKind;

namespace {

std::string targets(const formats::Markdown& markdown) {
  std::string result;
  for (const auto& link : markdown.links) {
    result += (result.empty() ? "" : "|") + std::string(link.kind == LinkKind::wiki ? "w:" : "m:") +
              link.target;
  }
  return result;
}

}  // namespace

TEST_CASE("links with their lines and places") {
  const std::string body =
      "# Title `x`\n\nSee [[feedback_tests]] and [Ports](ports.md).\n\n- [[a-b|label]] "
      "[[c#part]]\n";
  const auto markdown = formats::parse_markdown(body, 7);
  CHECK(targets(markdown) == "w:feedback_tests|m:ports.md|w:a-b|w:c");
  REQUIRE(markdown.links.size() == 4);
  CHECK(markdown.links[0].line == 9);
  CHECK(markdown.links[0].bytes.of(body) == "[[feedback_tests]]");
  CHECK(markdown.links[1].bytes.of(body) == "[Ports](ports.md)");
  CHECK(markdown.links[2].text == "label");
  CHECK(markdown.links[3].line == 11);
  CHECK(markdown.links[3].bytes.of(body) == "[[c#part]]");
  REQUIRE(markdown.headings.size() == 1);
  CHECK(markdown.headings[0].text == "Title x");
  CHECK(markdown.headings[0].line == 7);
  REQUIRE(markdown.code_spans.size() == 1);
  CHECK(markdown.code_spans[0].text == "x");
}

TEST_CASE("code and comments hold no links") {
  CHECK(targets(formats::parse_markdown("`[[a]]` ``[b](b.md)``", 1)).empty());
  CHECK(targets(formats::parse_markdown("```\n[[a]]\n```\n", 1)).empty());
  CHECK(targets(formats::parse_markdown("text\n\n    [[a]]\n", 1)).empty());
  CHECK(targets(formats::parse_markdown("<!-- [[a]] -->\n", 1)).empty());
  CHECK(targets(formats::parse_markdown("if [[ $x -le 6 ]]; then", 1)) == "w:$x -le 6");
}

TEST_CASE("the same target twice in a line keeps two places") {
  const std::string body = "[[a]] then [[a]]\n";
  const auto markdown = formats::parse_markdown(body, 1);
  REQUIRE(markdown.links.size() == 2);
  CHECK(markdown.links[0].bytes == ByteRange{0, 5});
  CHECK(markdown.links[1].bytes == ByteRange{11, 16});
}

TEST_CASE("names with underscores, brackets and blanks") {
  CHECK(targets(formats::parse_markdown("[[a_b_c]] and [[d e]]", 1)) == "w:a_b_c|w:d e");
  CHECK(targets(formats::parse_markdown("[x](<a b.md>) [y](a%20b.md)", 1)) ==
        "m:a b.md|m:a%20b.md");
}

TEST_CASE("texts too large for cmark are read by lines and say so") {
  std::string body = "[[first]] `code`\n\n# Heading\n\n";
  body.append(formats::kMarkdownBytes, 'x');
  body += "\n[last](last.md)\n";
  const auto markdown = formats::parse_markdown(body, 3);
  CHECK(markdown.by_lines);
  CHECK(targets(markdown) == "w:first|m:last.md");
  CHECK(markdown.links[0].line == 3);
  CHECK(markdown.links[1].line == 8);
  CHECK(markdown.headings.at(0).text == "Heading");
  CHECK(markdown.code_spans.at(0).column == 11);
}

TEST_CASE("odd bytes do no harm") {
  CHECK(formats::parse_markdown("", 1).links.empty());
  CHECK(targets(formats::parse_markdown(std::string_view("a\0[[b]]", 7), 1)) == "w:b");
  CHECK(targets(formats::parse_markdown("\xFF[[b]]", 1)) == "w:b");
  CHECK(targets(formats::parse_markdown("[[b]]\r\n[[c]]\r\n", 1)) == "w:b|w:c");
  const auto returns = formats::parse_markdown("a\rb\r[[c]]\n[[d]]\n", 1);
  REQUIRE(returns.links.size() == 2);
  CHECK(returns.links[0].line == 1);  // a lone return ends no line
  CHECK(returns.links[1].line == 2);
}
