#include "core/locate/settings.hpp"

#include <algorithm>

#include "formats/json_reader.hpp"
#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

#ifdef __APPLE__
constexpr std::string_view kManagedPlace = "/Library/Application Support/ClaudeCode";
#else
constexpr std::string_view kManagedPlace = "/etc/claude-code";
#endif
constexpr std::uint64_t kMaxSettings = 1024 * 1024;
constexpr std::string_view kVariablePrefix = "CLAUDE_CODE_";

// Parsing is most of what a settings file costs, and hardly any has a word about memory.
bool may_matter(std::string_view text) {
  return contains(text, "autoMemory") || contains(text, kVariablePrefix);
}

void take_variables(const formats::JsonValue& settings, SettingsFile& file) {
  const auto* env = settings.find("env");
  const auto* members = env == nullptr ? nullptr : env->as_object();
  if (members == nullptr) return;
  for (const auto& [name, value] : *members) {
    const auto* text = value.as_string();
    if (text != nullptr && name.starts_with(kVariablePrefix)) {
      file.variables.push_back({name, *text});
    }
  }
}

void take_values(const formats::JsonValue& settings, SettingsFile& file) {
  if (const auto* directory = settings.find("autoMemoryDirectory")) {
    const auto* text = directory->as_string();
    if (text != nullptr) {
      file.directory = *text;
    } else {
      file.problem = "'autoMemoryDirectory' is not a text";
    }
  }
  if (const auto* enabled = settings.find("autoMemoryEnabled")) {
    if (const auto* value = enabled->as_bool()) file.enabled = *value;
  }
  take_variables(settings, file);
}

SettingsFile load_file(const FileSystem& files, std::string scope, std::string path) {
  SettingsFile file{.scope = std::move(scope), .path = std::move(path)};
  const auto text = files.read(file.path, kMaxSettings);
  file.found = text || text.error().kind != ErrorKind::not_found;
  if (!text) {
    if (file.found) file.problem = text.error().message;
    return file;
  }
  if (!may_matter(*text)) return file;
  const auto settings = formats::parse_json(*text);
  if (settings) {
    take_values(*settings, file);
  } else {
    file.problem = settings.error().message;
  }
  return file;
}

// Drop-ins are laid over managed-settings.json in the order of their names, so the last is the
// strongest.
void load_managed(const FileSystem& files, std::vector<SettingsFile>& all) {
  const auto place = join_path(kManagedPlace, "managed-settings.d");
  if (auto drop_ins = files.list(place)) {
    std::ranges::reverse(*drop_ins);
    for (const auto& entry : *drop_ins) {
      if (entry.name.starts_with('.') || !entry.name.ends_with(".json")) continue;
      all.push_back(load_file(files, "managed", join_path(place, entry.name)));
    }
  }
  all.push_back(load_file(files, "managed", join_path(kManagedPlace, "managed-settings.json")));
}

}  // namespace

const std::string* SettingsFile::find_variable(std::string_view name) const {
  for (const auto& [key, value] : variables) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::vector<SettingsFile> load_settings(const FileSystem& files,
                                        const std::vector<std::string>& projects,
                                        const std::string& root) {
  const auto user = root.empty() ? "" : join_path(root, "settings.json");
  std::vector<SettingsFile> all;
  load_managed(files, all);
  for (const auto& project : projects) {
    all.push_back(load_file(files, "local", join_path(project, ".claude/settings.local.json")));
  }
  for (const auto& project : projects) {
    auto path = join_path(project, ".claude/settings.json");
    // In the home directory this is the user's own file, which needs no trust.
    if (path != user) all.push_back(load_file(files, "project", std::move(path)));
  }
  if (!user.empty()) all.push_back(load_file(files, "user", user));
  return all;
}

}  // namespace memdir::core
