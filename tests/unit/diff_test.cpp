#include "formats/diff.hpp"

#include <doctest/doctest.h>

#include <string>

using memdir::formats::unified_diff;

TEST_CASE("equal texts have no diff") { CHECK(unified_diff("x", {"a\n"}, {"a\n"}).empty()); }

TEST_CASE("a change with its context") {
  CHECK(unified_diff("x.md", {"1\n2\n3\n4\n5\n6\n7\n8\n"}, {"1\n2\n3\n4\nfive\n6\n7\n8\n"}) ==
        "--- a/x.md\n+++ b/x.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes far apart make two hunks") {
  std::string before;
  for (int i = 1; i <= 20; ++i) before += std::to_string(i) + "\n";
  std::string after = "0\n" + before;
  after.replace(after.find("20\n"), 3, "twenty\n");
  CHECK(unified_diff("x", {before}, {after}) ==
        "--- a/x\n+++ b/x\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -17,4 +18,4 @@\n 17\n 18\n 19\n-20\n"
        "+twenty\n");
}

TEST_CASE("files that come, go, or end without a newline") {
  CHECK(unified_diff("x", {"", false}, {"a\n"}) == "--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  CHECK(unified_diff("x", {"a\n"}, {"", false}) == "--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
  CHECK(unified_diff("x", {"", false}, {""}) == "--- /dev/null\n+++ b/x\n");
  CHECK(unified_diff("x", {"a"}, {"a\n"}) ==
        "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  CHECK(unified_diff("x", {"a\r\n"}, {"a\n"}) == "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\r\n+a\n");
}

TEST_CASE("names are quoted and large changes stay quick") {
  CHECK(unified_diff("a\nb", {"1\n"}, {"2\n"}).starts_with("--- \"a/a\\nb\"\n+++ \"b/a\\nb\"\n"));
  std::string before;
  std::string after;
  for (int i = 0; i < 30'000; ++i) {
    before += "old " + std::to_string(i) + "\n";
    after += "new " + std::to_string(i) + "\n";
  }
  const auto diff = unified_diff("x", {before}, {after});
  CHECK(diff.find("@@ -1,30000 +1,30000 @@") != std::string::npos);
}
