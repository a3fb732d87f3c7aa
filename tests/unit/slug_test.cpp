// The folder name of a project: every example of the format reference, and the edges.
#include "formats/slug.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/support/path.hpp"

using namespace memdir;
using namespace memdir::formats;

TEST_CASE("slugs are those of the format reference") {
  struct Vector {
    std::string_view path;
    std::string_view slug;
  };
  const Vector vectors[] = {
      {"/home/dev/app", "-home-dev-app"},
      {"/home/dev/.dotfiles", "-home-dev--dotfiles"},
      {"/home/dev/my_app", "-home-dev-my-app"},
      {"/home/dev/my-app", "-home-dev-my-app"},
      {"/home/dev/my.app", "-home-dev-my-app"},
      {"/home/dev/a  b", "-home-dev-a--b"},
      {"/Users/dev/Code (old)/app+ui", "-Users-dev-Code--old--app-ui"},
      {"/home/dev/日記アプリ", "-home-dev------"},
      {"/home/dev/写真アプリ", "-home-dev------"},
      {"/home/dev/caf\u00e9", "-home-dev-caf-"},
      {"/home/dev/cafe\u0301", "-home-dev-cafe-"},
      {"/home/dev/app/.claude/worktrees/fix-1", "-home-dev-app--claude-worktrees-fix-1"},
      {"C:\\Users\\dev\\app", "C--Users-dev-app"},
      {"D:\\Mat_Work\\v1.2", "D--Mat-Work-v1-2"},
  };
  for (const auto& vector : vectors) {
    CAPTURE(vector.path);
    CHECK(to_slug(vector.path) == vector.slug);
  }
}

TEST_CASE("a separator at the end is no part of the path") {
  CHECK(to_slug("/home/dev/app/") == "-home-dev-app");
  CHECK(to_slug("/") == "-");
}

TEST_CASE("older builds kept the underscore and nothing else") {
  CHECK(to_slug("/home/dev/my_app.v1", Underscore::kept) == "-home-dev-my_app-v1");
}

TEST_CASE("a character beyond the BMP gives one dash or two") {
  CHECK(to_slug("/p/😀x") == "-p--x");
  CHECK(to_slug("/p/😀x", Underscore::dash, BeyondBmp::two_dashes) == "-p---x");
  CHECK(to_slug("/p/日x", Underscore::dash, BeyondBmp::two_dashes) == "-p--x");
}

TEST_CASE("ill-formed bytes give a dash each") { CHECK(to_slug("/p/\xFF\xFE") == "-p---"); }

TEST_CASE("a long slug comes whole") { CHECK(to_slug("/" + std::string(300, 'a')).size() == 301); }

TEST_CASE("a project directory name is short and plain and no device") {
  for (const auto* good : {"a", "My_App-2", "com", "com10", "console", "nul1", "-"}) {
    CAPTURE(good);
    CHECK(is_project_dir_name(good));
  }
  for (const auto* bad : {"", "a/b", "..", "a b", "a.b", "é", "con", "CON", "Nul", "prn", "aux",
                          "com1", "COM9", "lpt1"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_project_dir_name(bad));
  }
  CHECK(is_project_dir_name(std::string(64, 'a')));
  CHECK_FALSE(is_project_dir_name(std::string(65, 'a')));
}

TEST_CASE("paths are joined and taken apart as text") {
  CHECK(join_path("/a", "b") == "/a/b");
  CHECK(join_path("/", "b") == "/b");
  CHECK(join_path("/a", "/b") == "/b");
  CHECK(parent_path("/a/b") == "/a");
  CHECK(parent_path("/a") == "/");
  CHECK(parent_path("a") == "");
  CHECK(file_name("/a/b") == "b");
  CHECK(file_name("b") == "b");
  CHECK(normalize_path("/a//b/./c/../d/") == "/a/b/d");
  CHECK(normalize_path("/../..") == "/");
  CHECK(normalize_path("/a/..b/...") == "/a/..b/...");
}
