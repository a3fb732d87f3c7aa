// Splitting a memory file into fences, frontmatter and body, and joining it again.
#include "formats/document.hpp"

#include <doctest/doctest.h>

using namespace memdir;
using namespace memdir::formats;

namespace {

struct Case {
  std::string_view text;
  std::string_view open_fence;
  std::string_view frontmatter;
  std::string_view close_fence;
  std::string_view body;
};

}  // namespace

TEST_CASE("the four parts follow each other without a gap") {
  const Case cases[] = {
      {"---\na: b\n---\nx\n", "---\n", "a: b\n", "---\n", "x\n"},
      {"---\n---\n", "---\n", "", "---\n", ""},
      {"---\n---", "---\n", "", "---", ""},
      {"--- \t\r\na: b\r\n---\t\r\nx", "--- \t\r\n", "a: b\r\n", "---\t\r\n", "x"},
      {"\xEF\xBB\xBF---\na: b\n---\n", "\xEF\xBB\xBF---\n", "a: b\n", "---\n", ""},
      {"---\n--- x\n----\n ---\n---\n", "---\n", "--- x\n----\n ---\n", "---\n", ""},
      {"---\n\n---\n---\n", "---\n", "\n", "---\n", "---\n"},
  };
  for (const auto& expected : cases) {
    CAPTURE(expected.text);
    const auto document = split_document(expected.text);
    CHECK(document.has_frontmatter());
    CHECK_FALSE(document.unclosed);
    CHECK(document.open_fence == expected.open_fence);
    CHECK(document.frontmatter == expected.frontmatter);
    CHECK(document.close_fence == expected.close_fence);
    CHECK(document.body == expected.body);
    CHECK(join_document(document) == expected.text);
  }
}

TEST_CASE("without a fence on the first line all is body") {
  for (const std::string_view text :
       {"", "\n---\na: b\n---\n", "text", "----\na: b\n---\n", " ---\na: b\n---\n", "--\n---\n",
        "\xEF\xBB\xBF\n---\n---\n", "---\ra: b\n---\n"}) {
    CAPTURE(text);
    const auto document = split_document(text);
    CHECK_FALSE(document.has_frontmatter());
    CHECK_FALSE(document.unclosed);
    CHECK(document.body == text);
    CHECK(join_document(document) == text);
  }
}

TEST_CASE("a fence that nothing closes is reported, and all is body") {
  for (const std::string_view text :
       {"---", "---\n", "---\na: b\n", "--- \r\nx", "---\na\n---x\n", "---\na: b\n---\r"}) {
    CAPTURE(text);
    const auto document = split_document(text);
    CHECK(document.unclosed);
    CHECK_FALSE(document.has_frontmatter());
    CHECK(document.body == text);
  }
}

TEST_CASE("the body knows its first line, and its text has no byte-order mark") {
  CHECK(body_line(split_document("---\na: b\n---\nx\n")) == 4);
  CHECK(body_line(split_document("---\n---")) == 3);
  CHECK(body_line(split_document("x")) == 1);
  CHECK(body_text(split_document("\xEF\xBB\xBFx")) == "x");
  CHECK(body_text(split_document("\xEF\xBB\xBF---\n---\n\xEF\xBB\xBFx")) == "\xEF\xBB\xBFx");
}
