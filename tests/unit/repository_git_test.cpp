// The repository around a directory, as the git of this machine lays it out.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "core/locate/repository.hpp"
#include "core/ports/posix_file_system.hpp"
#include "tests/scratch.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

constexpr int kSkipped = 125;

// Runs git without the user's configuration; prints what it says only where it fails.
void git(const Scratch& scratch, const std::string& arguments) {
  const auto log = "'" + scratch / "git.log" + "'";
  const auto command =
      "GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null git -c protocol.file.allow=always "
      "-c init.defaultBranch=main -c user.name=dev -c user.email=dev@example.org " +
      arguments + " >" + log + " 2>&1 || { cat " + log + "; exit 1; }";
  CAPTURE(command);
  REQUIRE(std::system(command.c_str()) == 0);
}

void need_git() {
  if (std::system("git --version >/dev/null 2>&1") == 0) return;
  std::puts("skipped: there is no git");
  std::_Exit(kSkipped);
}

}  // namespace

TEST_CASE("repositories as git lays them out") {
  need_git();
  const Scratch scratch;
  const auto& dir = scratch.path();
  const auto files = make_posix_file_system();
  const auto run = [&](const std::string& where, const std::string& arguments) {
    git(scratch, "-C '" + dir + where + "' " + arguments);
  };
  run("", "init -q app");
  run("/app", "commit -q --allow-empty -m one");
  run("/app", "worktree add -q ../linked");
  run("", "init -q lib");
  run("/lib", "commit -q --allow-empty -m one");
  run("/app", "submodule --quiet add ../lib libs/core");
  run("/app/libs/core", "worktree add -q '" + dir + "/of-submodule'");
  run("", "clone -q --bare app bare.git");
  run("/bare.git", "worktree add -q ../of-bare main");
  std::filesystem::create_directories(dir + "/kept");
  run("", "init -q --separate-git-dir='" + dir + "/kept/elsewhere' separate");
  std::filesystem::create_directories(dir + "/app/src/deep");
  std::filesystem::create_directories(dir + "/plain");

  struct Row {
    std::string from, root, top_level;
  };
  const Row rows[] = {
      {"/app", "/app", "/app"},
      {"/app/src/deep", "/app", "/app"},
      {"/linked", "/app", "/linked"},
      {"/app/libs/core", "/app/.git/modules/libs/core", "/app/libs/core"},
      {"/of-submodule", "/app/.git/modules/libs/core", "/of-submodule"},
      {"/of-bare", "/bare.git", "/of-bare"},
      {"/separate", "/kept/elsewhere", "/separate"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.from);
    const auto found = find_repository(*files, dir + row.from);
    REQUIRE(found);
    CHECK(found->root == dir + row.root);
    CHECK(found->top_level == dir + row.top_level);
  }
  CHECK_FALSE(find_repository(*files, dir + "/plain"));
  CHECK_FALSE(find_repository(*files, dir + "/bare.git"));
}
