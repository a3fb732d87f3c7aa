// The look-up of the memory directory: settings files and switches.
#include <doctest/doctest.h>

#include "tests/locate_world.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

const std::vector<Row>& setting_rows() {
  static const std::vector<Row> rows = {
      {"the user's setting replaces the whole path",
       [](World& w) {
         w.user_settings(directory_setting("/data/memory"));
         w.fill("/data/memory");
       },
       {.path = "/data/memory", .source = "setting:user"}},
      {"a setting counts before its directory exists",
       [](World& w) { w.user_settings(directory_setting("/data/memory")); },
       {.path = "/data/memory", .source = "setting:user", .exists = false}},
      {"a tilde stands for HOME",
       [](World& w) { w.user_settings(directory_setting("~/notes/mem/")); },
       {.path = "/home/dev/notes/mem", .source = "setting:user", .exists = false}},
      {"a tilde without HOME says nothing",
       [](World& w) {
         w.env.variables = {{"CLAUDE_CONFIG_DIR", "/home/dev/.claude"}};
         w.user_settings(directory_setting("~/notes"));
       },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"'~/notes' in '/home/dev/.claude/settings.json' is not used: HOME is not set"}}},
      {"project before user, and it needs trust",
       [](World& w) {
         w.user_settings(directory_setting("/data/user"));
         w.project_settings(directory_setting("/data/project"));
       },
       {.path = "/data/project",
        .source = "setting:project",
        .exists = false,
        .note = "needs trust"}},
      {"local before project, and it needs trust",
       [](World& w) {
         w.project_settings(directory_setting("/data/project"));
         w.local_settings(directory_setting("/data/local"));
       },
       {.path = "/data/local", .source = "setting:local", .exists = false, .note = "needs trust"}},
      {"managed before all",
       [](World& w) {
         w.local_settings(directory_setting("/data/local"));
         w.user_settings(directory_setting("/data/user"));
         w.disk.put("/etc/claude-code/managed-settings.json", directory_setting("/data/managed"));
       },
       {.path = "/data/managed", .source = "setting:managed", .exists = false}},
      {"the last managed drop-in before the managed file",
       [](World& w) {
         const std::string place = "/etc/claude-code/";
         w.disk.put(place + "managed-settings.json", directory_setting("/data/base"));
         w.disk.put(place + "managed-settings.d/10-a.json", directory_setting("/data/a"));
         w.disk.put(place + "managed-settings.d/20-b.json", directory_setting("/data/b"));
         w.disk.put(place + "managed-settings.d/.30-c.json", directory_setting("/data/hidden"));
         w.disk.put(place + "managed-settings.d/40.txt", directory_setting("/data/text"));
       },
       {.path = "/data/b", .source = "setting:managed", .exists = false}},
      {"in a subdirectory the settings of the work tree's top level count",
       [](World& w) {
         w.disk.put_directory("/home/dev/app/.git");
         w.go("/home/dev/app/src");
         w.project_settings(directory_setting("/data/project"));
       },
       {.path = "/data/project",
        .source = "setting:project",
        .exists = false,
        .note = "needs trust"}},
      {"in the home directory the user's file needs no trust",
       [](World& w) {
         w.go("/home/dev");
         w.user_settings(directory_setting("/data/user"));
       },
       {.path = "/data/user", .source = "setting:user", .exists = false}},
      {"a relative value is reported and the next scope asked",
       [](World& w) {
         w.project_settings(directory_setting("./memory"));
         w.user_settings(directory_setting("/data/user"));
       },
       {.path = "/data/user",
        .source = "setting:user",
        .exists = false,
        .notes = {"autoMemoryDirectory './memory' in '/home/dev/app/.claude/settings.json' is "
                  "ignored: a relative value"}}},
      {"a home of somebody else is a relative value",
       [](World& w) { w.user_settings(directory_setting("~root/memory")); },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"a relative value is ignored"}}},
      {"an empty value is a relative value",
       [](World& w) { w.user_settings(directory_setting("")); },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"a relative value is ignored"}}},
      {"a value that is no text is reported",
       [](World& w) { w.user_settings(R"({"autoMemoryDirectory":["/data"]})"); },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"'autoMemoryDirectory' is not a text"}}},
      {"broken JSON is a note and not an error",
       [](World& w) {
         w.project_settings(R"({"autoMemoryDirectory":"/data/project",})");
         w.user_settings(directory_setting("/data/user"));
       },
       {.path = "/data/user",
        .source = "setting:user",
        .exists = false,
        .notes = {"settings in '/home/dev/app/.claude/settings.json' are not used: not valid "
                  "JSON"}}},
      {"broken JSON without a word about memory is nobody's business",
       [](World& w) { w.user_settings("{{{"); },
       {.path = memory("-home-dev-app"), .source = "cwd", .exists = false}},
      {"a settings file with a byte order mark",
       [](World& w) { w.user_settings("\xEF\xBB\xBF" + directory_setting("/data/user")); },
       {.path = "/data/user", .source = "setting:user", .exists = false}},
      {"a settings file that may not be read is a note",
       [](World& w) {
         w.user_settings("{}");
         w.disk.make_unreadable("/home/dev/.claude/settings.json");
       },
       {.path = memory("-home-dev-app"),
        .source = "cwd",
        .exists = false,
        .notes = {"are not used: permission denied"}}},
      {"a setting and a project's folder that both hold memories: a conflict",
       [](World& w) {
         w.user_settings(directory_setting("/data/memory"));
         w.fill("/data/memory");
         w.fill(memory("-home-dev-app"));
       },
       {.path = "/data/memory",
        .source = "setting:user",
        .conflict = true,
        .notes = {"2 directories hold memories of this project; '/data/memory' is used"}}},
      {"a setting that leads to nothing does not hand over to the folder of the slug",
       [](World& w) {
         w.user_settings(directory_setting("/data/memory"));
         w.fill(memory("-home-dev-app"));
       },
       {.path = "/data/memory",
        .source = "setting:user",
        .exists = false,
        .notes = {"'/data/memory' is used and holds no memories"}}},
  };
  return rows;
}

const std::vector<Row>& switch_rows() {
  static const Expected kOff = {
      .path = memory("-home-dev-app"), .source = "cwd", .notes = {"auto memory is off ("}};
  static const Expected kOn = {.path = memory("-home-dev-app"), .source = "cwd"};
  const auto with = [](std::function<void(World&)> more) {
    return [more = std::move(more)](World& w) {
      w.fill(memory("-home-dev-app"));
      more(w);
    };
  };
  static const std::vector<Row> rows = {
      {"switched off in the shell",
       with([](World& w) { w.set("CLAUDE_CODE_DISABLE_AUTO_MEMORY", "1"); }), kOff},
      {"switched off by the bare mode", with([](World& w) { w.set("CLAUDE_CODE_SIMPLE", "1"); }),
       kOff},
      {"switched off by the safe mode",
       with([](World& w) { w.set("CLAUDE_CODE_SAFE_MODE", "true"); }), kOff},
      {"switched off with all CLAUDE.md files",
       with([](World& w) { w.set("CLAUDE_CODE_DISABLE_CLAUDE_MDS", "1"); }), kOff},
      {"switched off by a setting",
       with([](World& w) { w.user_settings(R"({"autoMemoryEnabled":false})"); }), kOff},
      {"the strongest scope decides whether it is on", with([](World& w) {
         w.user_settings(R"({"autoMemoryEnabled":false})");
         w.project_settings(R"({"autoMemoryEnabled":true})");
       }),
       kOn},
      {"switched off in the env block of a settings file", with([](World& w) {
         w.project_settings(R"({"env":{"CLAUDE_CODE_DISABLE_AUTO_MEMORY":"1"}})");
       }),
       kOff},
      {"the shell before the env block", with([](World& w) {
         w.project_settings(R"({"env":{"CLAUDE_CODE_DISABLE_AUTO_MEMORY":"1"}})");
         w.set("CLAUDE_CODE_DISABLE_AUTO_MEMORY", "0");
       }),
       kOn},
      {"0 forces it on over the setting and the bare mode", with([](World& w) {
         w.set("CLAUDE_CODE_DISABLE_AUTO_MEMORY", "0");
         w.set("CLAUDE_CODE_SIMPLE", "1");
         w.user_settings(R"({"autoMemoryEnabled":false})");
       }),
       kOn},
      {"0 does not force it on over the safe mode", with([](World& w) {
         w.set("CLAUDE_CODE_DISABLE_AUTO_MEMORY", "0");
         w.set("CLAUDE_CODE_SAFE_MODE", "1");
       }),
       kOff},
      {"an empty or a false switch is none", with([](World& w) {
         w.set("CLAUDE_CODE_DISABLE_AUTO_MEMORY", "");
         w.set("CLAUDE_CODE_SIMPLE", "0");
       }),
       kOn},
  };
  return rows;
}

}  // namespace

TEST_CASE("settings replace the path by their scope") { check_rows(setting_rows()); }
TEST_CASE("switches are reported and change nothing") { check_rows(switch_rows()); }
