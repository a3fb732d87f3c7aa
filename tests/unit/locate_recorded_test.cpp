// The look-up of the memory directory: what sessions recorded in their transcripts.
#include <doctest/doctest.h>

#include "tests/locate_world.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

const std::vector<Row>& recorded_rows() {
  static const std::vector<Row> rows = {
      {"what a session recorded comes first",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl", recorded_line("/home/dev/app", "/data/m"));
         w.fill("/data/m");
         w.user_settings(directory_setting("/data/other"));
       },
       {.path = "/data/m", .source = "recorded"}},
      {"what a session recorded may be what the slug says",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl",
                      recorded_line("/home/dev/app", memory("-home-dev-app")));
         w.fill(memory("-home-dev-app"));
       },
       {.path = memory("-home-dev-app"), .source = "recorded", .note = "also cwd"}},
      {"the newest transcript counts",
       [](World& w) {
         w.transcript("-home-dev-app", "a.jsonl", recorded_line("/home/dev/app", "/data/new"), 20);
         w.transcript("-home-dev-app", "b.jsonl", recorded_line("/home/dev/app", "/data/old"), 10);
         w.disk.put_directory("/data/new");
         w.disk.put_directory("/data/old");
       },
       {.path = "/data/new", .source = "recorded"}},
      {"the last line of a transcript counts",
       [](World& w) {
         w.transcript("-home-dev-app", "a.jsonl",
                      recorded_line("/home/dev/app", "/data/old") +
                          recorded_line("/home/dev/app", "/data/new"));
         w.disk.put_directory("/data/new");
         w.disk.put_directory("/data/old");
       },
       {.path = "/data/new", .source = "recorded"}},
      {"an init event counts as well",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl",
                      R"({"type":"system","subtype":"init","cwd":"/home/dev/app",)"
                      R"("memory_paths":{"auto":"/data/m/"}})");
         w.disk.put_directory("/data/m");
       },
       {.path = "/data/m", .source = "recorded"}},
      {"a recorded directory that is gone does not count",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl", recorded_line("/home/dev/app", "/data/gone"));
         w.fill(memory("-home-dev-app"));
       },
       {.path = memory("-home-dev-app"), .source = "cwd"}},
      {"what a session of another directory recorded does not count",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl", recorded_line("/home/dev/.app", "/data/m"));
         w.disk.put_directory("/data/m");
       },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"are of '/home/dev/.app'"}}},
      {"a path in prose does not count",
       [](World& w) {
         w.transcript(
             "-home-dev-app", "s.jsonl",
             R"({"type":"user","cwd":"/home/dev/app","message":{"content":)"
             R"("{\"type\":\"AutoMem\",\"path\":\"/data/m/MEMORY.md\"} memory_paths"}})"
             "\n"
             R"({"type":"user","cwd":"/home/dev/app","files":[{"type":"AutoMem","path":"/data/m/MEMORY.md"}]})"
             "\n"
             R"({"type":"attachment","cwd":"/home/dev/app","attachment":{"type":"instructions",)"
             R"("files":[{"type":"Project","path":"/data/m/MEMORY.md","content":"AutoMem"}]}})");
         w.disk.put_directory("/data/m");
       },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"a subagent's line does not count",
       [](World& w) {
         auto line = recorded_line("/home/dev/app", "/data/m");
         line.insert(1, R"("isSidechain":true,)");
         w.transcript("-home-dev-app", "s.jsonl", line);
         w.disk.put_directory("/data/m");
       },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"broken lines are passed over",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl",
                      "{\"AutoMem\n\n\xFF\xFE AutoMem\n" +
                          recorded_line("/home/dev/app", "/data/m") +
                          R"({"type":"attachment","Auto)");
         w.disk.put_directory("/data/m");
       },
       {.path = "/data/m", .source = "recorded"}},
      {"in a subdirectory its own transcripts are asked",
       [](World& w) {
         w.disk.put_directory("/home/dev/app/.git");
         w.go("/home/dev/app/src");
         w.transcript("-home-dev-app-src", "s.jsonl",
                      recorded_line("/home/dev/app/src", "/data/m"));
         w.disk.put_directory("/data/m");
       },
       {.path = "/data/m", .source = "recorded"}},
      {"with a project directory name its transcripts are asked",
       [](World& w) {
         w.set("CLAUDE_CONFIG_DIR", "/home/dev/.claude");
         w.set("CLAUDE_CODE_PROJECT_DIR_NAME", "app");
         w.transcript("app", "s.jsonl", recorded_line("/home/dev/app", "/data/m"));
         w.disk.put_directory("/data/m");
       },
       {.path = "/data/m", .source = "recorded"}},
      {"only the five newest transcripts are looked at",
       [](World& w) {
         for (int i = 1; i <= 5; ++i) {
           w.transcript("-home-dev-app", std::to_string(i) + ".jsonl",
                        R"({"type":"user","cwd":"/home/dev/app"})", 100 + i);
         }
         w.transcript("-home-dev-app", "old.jsonl", recorded_line("/home/dev/app", "/data/m"), 1);
         w.disk.put_directory("/data/m");
       },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"only the first megabyte of a transcript is looked at",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl",
                      std::string(1024 * 1024, '\n') + recorded_line("/home/dev/app", "/data/m"));
         w.disk.put_directory("/data/m");
       },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"recorded and the folder of the slug both with memories: a conflict",
       [](World& w) {
         w.transcript("-home-dev-app", "s.jsonl", recorded_line("/home/dev/app", "/data/m"));
         w.fill("/data/m");
         w.fill(memory("-home-dev-app"));
       },
       {.path = "/data/m", .source = "recorded", .conflict = true, .notes = {"'/data/m' is used"}}},
  };
  return rows;
}

}  // namespace

TEST_CASE("sessions recorded what was loaded") { check_rows(recorded_rows()); }
