#include "core/locate/switches.hpp"

#include <array>

#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

// Set to 0 it turns auto memory on over --bare and the setting.
constexpr const char* kDisable = "CLAUDE_CODE_DISABLE_AUTO_MEMORY";

struct Switch {
  const char* name;
  bool yields;  // to kDisable=0
};
constexpr std::array kSwitches = {
    Switch{kDisable, false},
    Switch{"CLAUDE_CODE_SIMPLE", true},
    Switch{"CLAUDE_CODE_SAFE_MODE", false},
    Switch{"CLAUDE_CODE_DISABLE_CLAUDE_MDS", false},
};

struct Setting {
  std::string value{};
  std::string where{};  // empty: the shell
};

// From the shell, else from the strongest settings file that sets it.
std::optional<Setting> find_variable(const std::string& name, const Environment& environment,
                                     const std::vector<SettingsFile>& settings) {
  if (auto value = environment.get_filled(name)) return Setting{*std::move(value), ""};
  for (const auto& file : settings) {
    const auto* value = file.find_variable(name);
    if (value != nullptr && !value->empty()) return Setting{*value, file.path};
  }
  return std::nullopt;
}

std::optional<bool> read_truth(std::string_view text) {
  const auto lower = to_ascii_lower(text);
  for (const auto* word : {"1", "true", "yes", "on"}) {
    if (lower == word) return true;
  }
  for (const auto* word : {"0", "false", "no", "off"}) {
    if (lower == word) return false;
  }
  return std::nullopt;
}

class Switches {
 public:
  Switches(const Environment& environment, const std::vector<SettingsFile>& settings,
           Location& location)
      : environment_(environment), settings_(settings), location_(location) {
    const auto disable = find_variable(kDisable, environment, settings);
    forced_on_ = disable && read_truth(disable->value) == false;
  }

  void ask(const Switch& row) {
    const auto setting = find_variable(row.name, environment_, settings_);
    if (!setting) return add(row.name, "", "not set");
    const auto value =
        setting->where.empty() ? setting->value : concat(setting->value, " (", setting->where, ")");
    const auto truth = read_truth(setting->value);
    if (!truth) return add(row.name, value, "ignored: neither 1 nor 0");
    if (!*truth) return add(row.name, value, forces_on(row) ? "auto memory is on" : "off");
    turn_off(row.name, value, row.yields, concat(row.name, "=", setting->value));
  }

  void ask_setting() {
    for (const auto& file : settings_) {
      if (!file.enabled) continue;
      if (*file.enabled) return add("autoMemoryEnabled", concat("true (", file.path, ")"), "on");
      return turn_off("autoMemoryEnabled", concat("false (", file.path, ")"), true,
                      concat("autoMemoryEnabled in '", file.path, "'"));
    }
    add("autoMemoryEnabled", "", "not set");
  }

 private:
  static bool forces_on(const Switch& row) { return std::string_view(row.name) == kDisable; }

  void add(std::string rule, std::string value, std::string outcome) {
    location_.steps.push_back({std::move(rule), std::move(value), std::move(outcome)});
  }

  void turn_off(std::string rule, std::string value, bool yields, const std::string& by) {
    if (yields && forced_on_) {
      return add(std::move(rule), std::move(value), concat("overruled by ", kDisable, "=0"));
    }
    add(std::move(rule), std::move(value), "auto memory is off");
    if (is_off_) return;
    is_off_ = true;
    location_.notes.push_back(
        concat("auto memory is off (", by, "): sessions do not load this directory"));
  }

  const Environment& environment_;
  const std::vector<SettingsFile>& settings_;
  Location& location_;
  bool forced_on_ = false;
  bool is_off_ = false;
};

}  // namespace

void ask_switches(const Environment& environment, const std::vector<SettingsFile>& settings,
                  Location& location) {
  Switches switches(environment, settings, location);
  for (const auto& row : kSwitches) switches.ask(row);
  switches.ask_setting();
}

}  // namespace memdir::core
