// From a project to its memory directory: repositories, environment and flags. Settings,
// look-alikes and transcripts have tables of their own.
#include <doctest/doctest.h>

#include "tests/locate_world.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

const std::vector<Row>& git_rows() {
  static const std::vector<Row> rows = {
      {"no git and nothing on disk: where it would be",
       [](World&) {},
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"no git: the working directory names it",
       [](World& w) { w.fill(memory("-home-dev-app")); },
       {.path = memory("-home-dev-app"), .source = "cwd"}},
      {"the root of a repository",
       [](World& w) {
         w.disk.put_directory("/home/dev/app/.git");
         w.fill(memory("-home-dev-app"));
       },
       {.path = memory("-home-dev-app"), .source = "git-root"}},
      {"a subdirectory shares the repository's",
       [](World& w) {
         w.disk.put_directory("/home/dev/app/.git");
         w.go("/home/dev/app/src/deep");
         w.fill(memory("-home-dev-app"));
       },
       {.path = memory("-home-dev-app"), .source = "git-root"}},
      {"a subdirectory with a folder of its own besides: a conflict",
       [](World& w) {
         w.disk.put_directory("/home/dev/app/.git");
         w.go("/home/dev/app/src");
         w.fill(memory("-home-dev-app"));
         w.fill(memory("-home-dev-app-src"));
       },
       {.path = memory("-home-dev-app"),
        .source = "git-root",
        .conflict = true,
        .notes = {"2 directories hold memories"}}},
      {"a linked worktree uses the main checkout's",
       [](World& w) {
         w.disk.put("/home/dev/app/.git/worktrees/fix/commondir", "../..\n");
         w.disk.put("/home/dev/fix/.git", "gitdir: /home/dev/app/.git/worktrees/fix\n");
         w.go("/home/dev/fix/src");
         w.fill(memory("-home-dev-app"));
       },
       {.path = memory("-home-dev-app"), .source = "git-root"}},
      {"a worktree whose own folder is the only one: read and not written",
       [](World& w) {
         w.disk.put("/home/dev/app/.git/worktrees/fix/commondir", "../..\n");
         w.disk.put("/home/dev/fix/.git", "gitdir: /home/dev/app/.git/worktrees/fix\n");
         w.go("/home/dev/fix/src");
         w.fill(memory("-home-dev-fix"));
       },
       {.path = memory("-home-dev-fix"),
        .source = "look-alike:worktree",
        .writable = false,
        .notes = {"is read and not written to"}}},
      {"a linked worktree of a bare repository",
       [](World& w) {
         w.disk.put("/srv/app.git/worktrees/y/commondir", "../..\n");
         w.disk.put("/home/dev/app/.git", "gitdir: /srv/app.git/worktrees/y\n");
         w.fill(memory("-srv-app-git"));
       },
       {.path = memory("-srv-app-git"), .source = "git-root"}},
      {"a submodule is named by its git directory",
       [](World& w) {
         w.disk.put_directory("/home/dev/app/.git/modules/libs/core");
         w.disk.put("/home/dev/app/libs/core/.git", "gitdir: ../../.git/modules/libs/core\n");
         w.go("/home/dev/app/libs/core");
         w.fill(memory("-home-dev-app--git-modules-libs-core"));
         w.fill(memory("-home-dev-app"));  // of the repository around it: not asked
       },
       {.path = memory("-home-dev-app--git-modules-libs-core"), .source = "git-root"}},
      {"a worktree of a submodule with its top level on disk as well",
       [](World& w) {
         w.disk.put("/home/dev/app/.git/modules/core/worktrees/x/commondir", "../..\n");
         w.disk.put("/home/dev/x/.git", "gitdir: /home/dev/app/.git/modules/core/worktrees/x\n");
         w.go("/home/dev/x");
         w.fill(memory("-home-dev-app--git-modules-core"));
         w.fill(memory("-home-dev-x"));
       },
       {.path = memory("-home-dev-app--git-modules-core"),
        .source = "git-root",
        .conflict = true,
        .notes = {"2 directories"}}},
      {"inside a bare repository there is no .git",
       [](World& w) {
         w.disk.put("/srv/app.git/HEAD", "ref: refs/heads/main\n");
         w.go("/srv/app.git");
       },
       {.path = memory("-srv-app-git"), .source = "cwd", .exists = false}},
      {"a broken .git file is no repository",
       [](World& w) { w.disk.put("/home/dev/app/.git", "???"); },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"the root directory is a project like any other",
       [](World& w) { w.go("/"); },
       {.path = memory("-"), .source = "cwd", .exists = false}},
  };
  return rows;
}

const std::vector<Row>& environment_rows() {
  static const std::vector<Row> rows = {
      {"CLAUDE_CONFIG_DIR replaces ~/.claude for memory and settings",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/cfg/");
         w.user_settings(directory_setting("/data/not-asked"));
         w.fill("/cfg/projects/-home-dev-app/memory");
       },
       {.path = "/cfg/projects/-home-dev-app/memory", .source = "cwd"}},
      {"an empty CLAUDE_CONFIG_DIR is none",
       [](World& w) { w.set("CLAUDE_CONFIG_DIR", ""); },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"a project directory name replaces the slug",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/cfg");
         w.set("CLAUDE_CODE_PROJECT_DIR_NAME", "My_App-1");
       },
       {.path = "/cfg/projects/My_App-1/memory", .source = "env-name", .exists = false}},
      {"with a project directory name the slug's folder is a look-alike",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/cfg");
         w.set("CLAUDE_CODE_PROJECT_DIR_NAME", "app");
         w.fill("/cfg/projects/-home-dev-app/memory");
       },
       {.path = "/cfg/projects/-home-dev-app/memory",
        .source = "look-alike:cwd",
        .writable = false,
        .notes = {"'/cfg/projects/app/memory' does not exist"}}},
      {"a project directory name without CLAUDE_CONFIG_DIR is ignored",
       [](World& w) { w.set("CLAUDE_CODE_PROJECT_DIR_NAME", "app"); },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"CLAUDE_CODE_PROJECT_DIR_NAME 'app' is ignored: CLAUDE_CONFIG_DIR is not set"}}},
      {"a project directory name that leads out is ignored",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/home/dev/.claude");
         w.set("CLAUDE_CODE_PROJECT_DIR_NAME", "../x");
       },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"'../x' is ignored: not a valid name"}}},
      {"a project directory name of 65 characters is ignored",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/home/dev/.claude");
         w.set("CLAUDE_CODE_PROJECT_DIR_NAME", std::string(65, 'a'));
       },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"not a valid name"}}},
      {"a device of Windows is no project directory name",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/home/dev/.claude");
         w.set("CLAUDE_CODE_PROJECT_DIR_NAME", "Con");
       },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"'Con' is ignored: not a valid name"}}},
      {"a project directory name in a settings file is ignored",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/home/dev/.claude");
         w.user_settings(R"({"env":{"CLAUDE_CODE_PROJECT_DIR_NAME":"app"}})");
       },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"--dir stops the look-up",
       [](World& w) {
         w.query.dir = "/data/./m//";
         w.fill("/data/m");
         w.fill(memory("-home-dev-app"));
       },
       {.path = "/data/m", .source = "dir"}},
      {"--dir may be relative",
       [](World& w) {
         w.query.dir = "docs/memory";
         w.fill("/home/dev/app/docs/memory");
       },
       {.path = "/home/dev/app/docs/memory", .source = "dir"}},
      {"--dir through a link and up again is what the system says",
       [](World& w) {
         w.fill("/srv/m");
         w.disk.put_directory("/srv/deep");
         w.disk.put_link("/home/dev/app/link", "/srv/deep");
         w.query.dir = "link/../m";
       },
       {.path = "/srv/m", .source = "dir"}},
      {"--dir that is not there",
       [](World& w) { w.query.dir = "../none"; },
       {.path = "/home/dev/none", .source = "dir", .exists = false}},
      {"--dir that is a file does not exist as a directory",
       [](World& w) {
         w.disk.put("/home/dev/app/file", "x");
         w.query.dir = "file";
       },
       {.path = "/home/dev/app/file", .source = "dir", .exists = false, .note = "not a directory"}},
      {"MEMDIR_DIR is the same",
       [](World& w) { w.set("MEMDIR_DIR", "docs/memory"); },
       {.path = "/home/dev/app/docs/memory", .source = "dir", .exists = false}},
      {"--dir before MEMDIR_DIR",
       [](World& w) {
         w.set("MEMDIR_DIR", "/data/env");
         w.query.dir = "/data/flag";
       },
       {.path = "/data/flag", .source = "dir", .exists = false}},
      {"--project before MEMDIR_DIR, and relative",
       [](World& w) {
         w.set("MEMDIR_DIR", "/data/env");
         w.disk.put_directory("/home/dev/lib");
         w.query.project = "../lib";
       },
       {.path = memory("-home-dev-lib"), .source = "cwd", .exists = false}},
      {"--dir needs no HOME",
       [](World& w) {
         w.env.variables.clear();
         w.query.dir = "/data/m";
       },
       {.path = "/data/m", .source = "dir", .exists = false}},
      {"without HOME a managed setting still leads somewhere",
       [](World& w) {
         w.env.variables.clear();
         w.disk.put("/etc/claude-code/managed-settings.json", directory_setting("/data/m"));
       },
       {.path = "/data/m", .source = "setting:managed", .exists = false}},
  };
  return rows;
}

}  // namespace

TEST_CASE("the repository names the project") { check_rows(git_rows()); }
TEST_CASE("environment and flags") { check_rows(environment_rows()); }

TEST_CASE("candidates tell what they hold") {
  World world;
  world.go("/home/dev/my_app");
  world.disk.put(memory("-home-dev-my-app") + "/MEMORY.md", "", 1'000'000'000);
  world.disk.put(memory("-home-dev-my-app") + "/a.md", "", 3'000'000'000);
  world.disk.put(memory("-home-dev-my-app") + "/notes.txt", "", 9'000'000'000);
  world.disk.put(memory("-home-dev-my-app") + "/sub/b.md", "", 9'000'000'000);
  world.disk.put_link(memory("-home-dev-my-app") + "/link.md", "a.md");
  world.disk.put(memory("-home-dev-my_app") + "/c.md", "", 2'000'000'000);
  const auto location = locate(world.query, world.disk, world.env);
  REQUIRE(location);
  REQUIRE(location->candidates.size() == 2);
  const auto& first = location->candidates[0];
  CHECK(first.has_index);
  CHECK(first.topic_files == 1);
  REQUIRE(first.newest);
  CHECK(format_time(*first.newest) == "1970-01-01T00:00:03Z");
  const auto& second = location->candidates[1];
  CHECK_FALSE(second.has_index);
  CHECK(second.topic_files == 1);
  CHECK(second.has_content());
  CHECK(location->conflict);
}

TEST_CASE("a directory that may not be listed exists all the same") {
  World world;
  world.fill(memory("-home-dev-app"));
  world.disk.make_unreadable(memory("-home-dev-app"));
  const auto location = locate(world.query, world.disk, world.env);
  REQUIRE(location);
  CHECK(location->exists);
  CHECK(location->candidates[0].note == "permission denied");
}

TEST_CASE("every rule is a step in the order it was asked") {
  World world;
  world.disk.put_directory("/home/dev/app/.git");
  world.project_settings(directory_setting("memory"));
  const auto location = locate(world.query, world.disk, world.env);
  REQUIRE(location);
  std::string rules;
  for (const auto& step : location->steps) rules += step.rule + "|";
  CHECK(rules ==
        "working directory|CLAUDE_CONFIG_DIR|git root|CLAUDE_CODE_DISABLE_AUTO_MEMORY|"
        "CLAUDE_CODE_SIMPLE|CLAUDE_CODE_SAFE_MODE|CLAUDE_CODE_DISABLE_CLAUDE_MDS|"
        "autoMemoryEnabled|setting:managed|setting:--settings|setting:local|setting:project|"
        "setting:user|CLAUDE_CODE_PROJECT_DIR_NAME|git-root|recorded|answer|");
  const auto relative = std::ranges::find(location->steps, "setting:project", &RuleStep::rule);
  CHECK(relative->value == "memory");
  CHECK(relative->outcome == "ignored: relative value (/home/dev/app/.claude/settings.json)");
}

TEST_CASE("what cannot be looked up is an error with a next step") {
  struct Failure {
    const char* name;
    std::function<void(World&)> set_up;
    ErrorKind kind;
  };
  const Failure failures[] = {
      {"no HOME", [](World& w) { w.env.variables.clear(); }, ErrorKind::usage},
      {"no working directory", [](World& w) { w.env.directory = ""; }, ErrorKind::io},
      {"project that is not there", [](World& w) { w.query.project = "none"; },
       ErrorKind::not_found},
      {"project that is a file",
       [](World& w) {
         w.disk.put("/home/dev/app/file", "x");
         w.query.project = "file";
       },
       ErrorKind::invalid_input},
      {"empty project", [](World& w) { w.query.project = ""; }, ErrorKind::usage},
      {"empty dir", [](World& w) { w.query.dir = ""; }, ErrorKind::usage},
  };
  for (const auto& failure : failures) {
    CAPTURE(failure.name);
    World world;
    failure.set_up(world);
    const auto location = locate(world.query, world.disk, world.env);
    REQUIRE_FALSE(location);
    CHECK(location.error().kind == failure.kind);
    CHECK_FALSE(location.error().message.empty());
  }
}

TEST_CASE("whatever call fails the answer is whole and nothing is written") {
  World world;
  world.disk.put_directory("/home/dev/my_app/.git");
  world.go("/home/dev/my_app/src");
  world.user_settings(R"({"autoMemoryEnabled":true})");
  world.fill(memory("-home-dev-my-app"));
  world.fill(memory("-home-dev-my_app"));
  world.transcript("-home-dev-my-app-src", "s.jsonl", recorded_line("/home/dev/app", "/data/m"));
  const auto nodes = world.disk.nodes().size();
  bool fault_hit = true;
  for (int n = 1; fault_hit; ++n) {
    CAPTURE(n);
    world.disk.fail_at(n);
    const auto location = locate(world.query, world.disk, world.env);
    REQUIRE(location);
    CHECK(location->path.starts_with("/home/dev/.claude/projects/-home-dev-my"));
    CHECK(std::ranges::count(location->candidates, true, &Candidate::chosen) == 1);
    fault_hit = world.disk.fault_hit();
  }
  CHECK(world.disk.nodes().size() == nodes);
}
