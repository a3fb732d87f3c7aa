// The repository around a directory, from made-up files. What git itself writes is in
// repository_git_test.
#include "core/locate/repository.hpp"

#include <doctest/doctest.h>

#include "core/ports/fakes.hpp"

using namespace memdir;
using namespace memdir::core;

TEST_CASE("a checkout is found from any directory in it") {
  FakeFileSystem disk;
  disk.put_directory("/w/app/.git");
  disk.put_directory("/w/app/src/deep");
  for (const auto* from : {"/w/app", "/w/app/src", "/w/app/src/deep"}) {
    CAPTURE(from);
    const auto found = find_repository(disk, from);
    REQUIRE(found);
    CHECK(found->root == "/w/app");
    CHECK(found->top_level == "/w/app");
    CHECK(found->how == "checkout");
  }
  CHECK_FALSE(find_repository(disk, "/w"));
  CHECK_FALSE(find_repository(disk, "/"));
}

TEST_CASE("a linked worktree leads to the main checkout") {
  FakeFileSystem disk;
  disk.put("/w/app/.git/worktrees/fix/commondir", "../..\n");
  disk.put("/elsewhere/fix/.git", "gitdir: /w/app/.git/worktrees/fix\n");
  disk.put_directory("/elsewhere/fix/src");
  const auto found = find_repository(disk, "/elsewhere/fix/src");
  REQUIRE(found);
  CHECK(found->root == "/w/app");
  CHECK(found->top_level == "/elsewhere/fix");
  CHECK(found->how == "linked worktree");
}

TEST_CASE("gitdir and commondir may be absolute or relative and end in any line ending") {
  FakeFileSystem disk;
  disk.put("/w/app/.git/worktrees/a/commondir", "/w/app/.git");
  disk.put("/w/a/.git", "gitdir:   ../app/.git/worktrees/a\r\nsomething else\n");
  const auto found = find_repository(disk, "/w/a");
  REQUIRE(found);
  CHECK(found->root == "/w/app");
}

TEST_CASE("of a submodule and a bare repository the common directory names the project") {
  FakeFileSystem disk;
  disk.put_directory("/w/app/.git/modules/libs/core");
  disk.put("/w/app/libs/core/.git", "gitdir: ../../.git/modules/libs/core\n");
  disk.put("/w/app/.git/modules/libs/core/worktrees/x/commondir", "../..\n");
  disk.put("/w/x/.git", "gitdir: /w/app/.git/modules/libs/core/worktrees/x\n");
  disk.put("/srv/app.git/worktrees/y/commondir", "../..\n");
  disk.put("/w/y/.git", "gitdir: /srv/app.git/worktrees/y\n");
  CHECK(find_repository(disk, "/w/app/libs/core")->root == "/w/app/.git/modules/libs/core");
  CHECK(find_repository(disk, "/w/app/libs/core")->top_level == "/w/app/libs/core");
  CHECK(find_repository(disk, "/w/x")->root == "/w/app/.git/modules/libs/core");
  CHECK(find_repository(disk, "/w/x")->top_level == "/w/x");
  CHECK(find_repository(disk, "/w/y")->root == "/srv/app.git");
}

TEST_CASE("a git directory kept elsewhere under the name .git names its parent") {
  FakeFileSystem disk;
  disk.put_directory("/store/app/.git");
  disk.put("/w/app/.git", "gitdir: /store/app/.git\n");
  const auto found = find_repository(disk, "/w/app");
  REQUIRE(found);
  CHECK(found->root == "/store/app");
  CHECK(found->how == "separate git directory");
}

TEST_CASE("a link to a git directory counts as one") {
  FakeFileSystem disk;
  disk.put_directory("/store/app.git");
  disk.put_link("/w/app/.git", "/store/app.git");
  CHECK(find_repository(disk, "/w/app")->root == "/w/app");
}

TEST_CASE("a .git that says nothing is no repository") {
  FakeFileSystem disk;
  disk.put("/w/empty/.git", "");
  disk.put("/w/prose/.git", "hello\n");
  disk.put("/w/bare-key/.git", "gitdir: \n");
  disk.put("/w/huge/.git", std::string(100'000, 'x'));
  disk.put("/w/secret/.git", "gitdir: /x/.git\n");
  disk.make_unreadable("/w/secret/.git");
  for (const auto* from : {"/w/empty", "/w/prose", "/w/bare-key", "/w/huge", "/w/secret"}) {
    CAPTURE(from);
    CHECK_FALSE(find_repository(disk, from));
  }
}

TEST_CASE("a FIFO called .git is passed over") {
  FakeFileSystem disk;
  disk.put_directory("/w/.git");
  disk.put_other("/w/app/.git");
  CHECK(find_repository(disk, "/w/app")->root == "/w");
}
