// A made-up machine for tests of the look-up, and the rows of their tables: a set-up and what is
// answered.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/locate/locate.hpp"
#include "core/ports/fakes.hpp"

namespace memdir::core {

inline const std::string kProjects = "/home/dev/.claude/projects/";
inline const std::string kLong = "/home/dev/" + std::string(230, 'x');  // its slug is over 200
inline const std::string kLongName = "-home-dev-" + std::string(190, 'x');

// The memory directory of a project's folder.
inline std::string memory(const std::string& slug) { return kProjects + slug + "/memory"; }
inline std::string recorded_line(const std::string& cwd, const std::string& directory) {
  return R"({"type":"attachment","cwd":")" + cwd +
         R"(","attachment":{"type":"instructions","files":[{"path":"/x/CLAUDE.md","type":"Project"},)"
         R"({"path":")" +
         directory + R"(/MEMORY.md","type":"AutoMem","content":"- a.md"}]}})" + "\n";
}

// A machine on which somebody works in /home/dev/app.
struct World {
  FakeFileSystem disk{};
  FakeEnvironment env{};
  LocateQuery query{};

  World() {
    env.variables["HOME"] = "/home/dev";
    go("/home/dev/app");
  }
  void go(const std::string& directory) {
    disk.put_directory(directory);
    env.directory = directory;
  }
  void set(const std::string& variable, const std::string& value) {
    env.variables[variable] = value;
  }
  // A memory directory with an index and one topic file.
  void fill(const std::string& directory) {
    disk.put(directory + "/MEMORY.md", "- [A](a.md)\n");
    disk.put(directory + "/a.md", "text");
  }
  void user_settings(const std::string& json) { disk.put("/home/dev/.claude/settings.json", json); }
  void project_settings(const std::string& json) {
    disk.put("/home/dev/app/.claude/settings.json", json);
  }
  void local_settings(const std::string& json) {
    disk.put("/home/dev/app/.claude/settings.local.json", json);
  }
  void transcript(const std::string& folder, const std::string& name, const std::string& text,
                  std::int64_t mtime = 0) {
    disk.put(kProjects + folder + "/" + name, text, mtime);
  }
};

inline std::string directory_setting(const std::string& value) {
  return R"({"autoMemoryDirectory":")" + value + R"("})";
}

struct Expected {
  std::string path{};
  std::string source{};
  bool exists = true;
  bool writable = true;
  bool conflict = false;
  std::vector<std::string> notes{};  // a part of each note and warning, all of them
  std::string note{};                // of the chosen candidate
};

struct Row {
  const char* name;
  std::function<void(World&)> set_up;
  Expected expected;
};

inline void check_notes(const Location& location, const Expected& expected) {
  std::string all;
  for (const auto& note : location.notes) all += note + "\n";
  for (const auto& warning : location.warnings) all += warning + "\n";
  CAPTURE(all);
  CHECK(location.notes.size() + location.warnings.size() == expected.notes.size());
  for (const auto& part : expected.notes) {
    CAPTURE(part);
    CHECK(all.find(part) != std::string::npos);
  }
}

inline void check_row(const Row& row) {
  CAPTURE(row.name);
  World world;
  row.set_up(world);
  for (const auto depth : {Probe::all, Probe::choice}) {
    CAPTURE(static_cast<int>(depth));
    world.query.probe = depth;
    const auto location = locate(world.query, world.disk, world.env);
    REQUIRE(location);
    CHECK(location->path == row.expected.path);
    CHECK(location->source == row.expected.source);
    CHECK(location->exists == row.expected.exists);
    CHECK(location->writable == row.expected.writable);
    CHECK(location->conflict == row.expected.conflict);
    check_notes(*location, row.expected);
    CHECK(std::ranges::count(location->candidates, true, &Candidate::chosen) == 1);
    const auto chosen = std::ranges::find(location->candidates, true, &Candidate::chosen);
    CHECK(chosen->path == location->path);
    CHECK(chosen->note == row.expected.note);
    CHECK_FALSE(location->steps.empty());
  }
}

inline void check_rows(const std::vector<Row>& rows) {
  for (const auto& row : rows) check_row(row);
}

}  // namespace memdir::core
