// The laws of indexes and bodies over texts made of the pieces that matter to them.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "property/generators.hpp"
#include "property/index_laws.hpp"

using namespace memdir;

namespace {

// Mostly whole entry lines, with everything that has ever confused a line scanner in between.
rc::Gen<std::string> index_text() {
  return tests::glue({"- [Title](file.md) — hook\n",
                      "- `file.md` - hook\n",
                      "| [a](a.md) | b |\n",
                      "[r]: x.md\n",
                      "# Heading\n",
                      "```\n",
                      "~~~\n",
                      "===\n",
                      "---\n",
                      "https://e.org/x.md ",
                      std::string(30'000, 'x'),
                      std::string(250, '\n') + "x",
                      std::string(1, '\0'),
                      "[[a|b]]",
                      "[r][]",
                      "[[",
                      "]]",
                      "[",
                      "](",
                      ")",
                      "`",
                      "``",
                      "<!--",
                      "-->",
                      "\n",
                      "\r\n",
                      "\r",
                      "\t",
                      "> ",
                      "- ",
                      "1. ",
                      "\\",
                      "!",
                      "<",
                      ">",
                      "a.md",
                      " — ",
                      "中",
                      "😀",
                      "\xFF",
                      "\xF0\x9F",
                      "\xEF\xBB\xBF"});
}

}  // namespace

TEST_CASE("lines of an index cover it and hold their links") {
  CHECK(rc::check([] { RC_ASSERT(tests::check_index_lines(*index_text()) == ""); }));
}

TEST_CASE("the measure keeps as much as fits and no more") {
  CHECK(rc::check([] { RC_ASSERT(tests::check_measure(*index_text()) == ""); }));
}

TEST_CASE("entries and bodies are read in place") {
  CHECK(rc::check([] { RC_ASSERT(tests::check_entries(*index_text()) == ""); }));
  CHECK(rc::check([] { RC_ASSERT(tests::check_markdown(*index_text()) == ""); }));
}
