// The look-up of the memory directory: other spellings of a folder.
#include <doctest/doctest.h>

#include "tests/locate_world.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

const std::vector<Row>& look_alike_rows() {
  static const std::vector<Row> rows = {
      {"a slug that kept '_' is read and not written",
       [](World& w) {
         w.go("/home/dev/my_app");
         w.fill(memory("-home-dev-my_app"));
       },
       {.path = memory("-home-dev-my_app"),
        .source = "look-alike:underscore",
        .writable = false,
        .notes = {"does not exist; '" + memory("-home-dev-my_app")}}},
      {"both spellings of '_': a conflict, and the new one is used",
       [](World& w) {
         w.go("/home/dev/my_app");
         w.fill(memory("-home-dev-my_app"));
         w.fill(memory("-home-dev-my-app"));
       },
       {.path = memory("-home-dev-my-app"),
        .source = "cwd",
        .conflict = true,
        .notes = {"2 directories"}}},
      {"both spellings of '_' but one is a link to the other: no conflict",
       [](World& w) {
         w.go("/home/dev/my_app");
         w.fill(memory("-home-dev-my_app"));
         w.disk.put_link(kProjects + "-home-dev-my-app", "-home-dev-my_app");
       },
       {.path = memory("-home-dev-my-app"), .source = "cwd"}},
      {"an empty look-alike is no reason not to write",
       [](World& w) {
         w.go("/home/dev/my_app");
         w.disk.put_directory(memory("-home-dev-my_app"));
       },
       {.path = memory("-home-dev-my-app"), .source = "cwd", .exists = false}},
      {"an empty answer beside a full look-alike is used, aloud",
       [](World& w) {
         w.go("/home/dev/my_app");
         w.disk.put_directory(memory("-home-dev-my-app"));
         w.fill(memory("-home-dev-my_app"));
       },
       {.path = memory("-home-dev-my-app"),
        .source = "cwd",
        .notes = {"is used and holds no memories"}}},
      {"the working directory was reached through a link",
       [](World& w) {
         w.disk.put_directory("/srv/app");
         w.disk.put_link("/home/dev/link", "/srv/app");
         w.env.directory = "/home/dev/link";
         w.fill(memory("-srv-app"));
       },
       {.path = memory("-srv-app"),
        .source = "look-alike:realpath",
        .writable = false,
        .notes = {"(look-alike:realpath) is read"}}},
      {"several look-alikes and no answer: none is taken",
       [](World& w) {
         w.disk.put_directory("/srv/my_app");
         w.disk.put_link("/home/dev/link", "/srv/my_app");
         w.env.directory = "/home/dev/link";
         w.fill(memory("-srv-my-app"));
         w.fill(memory("-srv-my_app"));
       },
       {.path = memory("-home-dev-link"),
        .source = "cwd",
        .exists = false,
        .conflict = true,
        .notes = {"holds no memories", "2 directories"}}},
      {"a composed name on disk in decomposed spelling",
       [](World& w) {
         w.go("/home/dev/caf\u00e9");
         w.fill(memory("-home-dev-cafe-"));
       },
       {.path = memory("-home-dev-cafe-"),
        .source = "look-alike:nfd",
        .writable = false,
        .notes = {"is read"}}},
      {"a decomposed name on disk in composed spelling",
       [](World& w) {
         w.go("/home/dev/cafe\u0301");
         w.fill(memory("-home-dev-caf-"));
       },
       {.path = memory("-home-dev-caf-"),
        .source = "look-alike:nfc",
        .writable = false,
        .notes = {"is read"}}},
      {"CJK names of one length share a folder; the sessions tell",
       [](World& w) {
         w.go("/home/dev/写真アプリ");
         w.fill(memory("-home-dev------"));
         w.transcript("-home-dev------", "s.jsonl",
                      R"({"type":"user","cwd":"/home/dev/日記アプリ"})");
       },
       {.path = memory("-home-dev------"),
        .source = "cwd",
        .notes = {"are of '/home/dev/日記アプリ'"}}},
      {"an emoji of one dash",
       [](World& w) {
         w.go("/home/dev/😀x");
         w.fill(memory("-home-dev--x"));
       },
       {.path = memory("-home-dev--x"), .source = "cwd"}},
      {"an emoji of two dashes is as good",
       [](World& w) {
         w.go("/home/dev/😀x");
         w.fill(memory("-home-dev---x"));
       },
       {.path = memory("-home-dev---x"),
        .source = "cwd",
        .note = "two dashes for a character beyond the BMP"}},
      {"an emoji in both spellings: a conflict",
       [](World& w) {
         w.go("/home/dev/😀x");
         w.fill(memory("-home-dev--x"));
         w.fill(memory("-home-dev---x"));
       },
       {.path = memory("-home-dev--x"),
        .source = "cwd",
        .conflict = true,
        .notes = {"2 directories"}}},
      {"an emoji in both spellings: the sessions decide",
       [](World& w) {
         w.go("/home/dev/😀x");
         w.fill(memory("-home-dev--x"));
         w.fill(memory("-home-dev---x"));
         w.transcript("-home-dev---x", "s.jsonl", R"({"type":"user","cwd":"/home/dev/😀x"})");
       },
       {.path = memory("-home-dev---x"),
        .source = "cwd",
        .conflict = true,
        .notes = {"2 directories"},
        .note = "two dashes for a character beyond the BMP"}},
      {"a long slug: the one folder that begins alike",
       [](World& w) {
         w.go(kLong);
         w.fill(memory(kLongName + "-1a2b3c"));
         w.fill(memory(kLongName));             // a path of exactly 200
         w.fill(memory("-home-dev-y-1a2b3c"));  // another
       },
       {.path = memory(kLongName + "-1a2b3c"),
        .source = "cwd",
        .note = "found by the first 200 characters of its name"}},
      {"a long slug: a folder without memories says where they would be",
       [](World& w) {
         w.go(kLong);
         w.disk.put_directory(kProjects + kLongName + "-1a2b3c");
       },
       {.path = memory(kLongName + "-1a2b3c"),
        .source = "cwd",
        .exists = false,
        .note = "found by the first 200 characters of its name"}},
      {"a long slug without a folder cannot be named",
       [](World& w) { w.go(kLong); },
       {.path = memory(kLongName + "-?"),
        .source = "cwd",
        .exists = false,
        .writable = false,
        .notes = {"ends in a hash that is not known"},
        .note = "the hash in the name is not known"}},
      {"a long slug with several folders: all are reported",
       [](World& w) {
         w.go(kLong);
         w.fill(memory(kLongName + "-aaa"));
         w.fill(memory(kLongName + "-bbb"));
       },
       {.path = memory(kLongName + "-?"),
        .source = "cwd",
        .exists = false,
        .writable = false,
        .conflict = true,
        .notes = {"ends in a hash", "2 directories"},
        .note = "the hash in the name is not known"}},
      {"a long slug with several folders: the sessions decide",
       [](World& w) {
         w.go(kLong);
         w.fill(memory(kLongName + "-aaa"));
         w.fill(memory(kLongName + "-bbb"));
         w.transcript(kLongName + "-aaa", "s.jsonl", R"({"cwd":"/elsewhere"})");
         w.transcript(kLongName + "-bbb", "s.jsonl", R"({"cwd":")" + kLong + R"("})");
       },
       {.path = memory(kLongName + "-bbb"),
        .source = "cwd",
        .conflict = true,
        .notes = {"2 directories"},
        .note = "found by the first 200 characters of its name"}},
  };
  return rows;
}

}  // namespace

TEST_CASE("look-alikes are found and never written") { check_rows(look_alike_rows()); }
