// What a command's options and arguments are, declared once: the parser, help, man pages,
// completions and did-you-mean all read these rows.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/support/result.hpp"

namespace memdir::cli {

// What a value is, for completion.
enum class Hint { text, file, directory, memory, command };

struct FlagSpec {
  std::vector<std::string> names{};  // {"-C", "--dir"}; for an argument {"NAME"}
  std::string value_name{};          // "DIR"; empty for a switch
  std::string help{};                // "Only memories of this type": imperative or noun, no period
  std::vector<std::string> choices{};  // if not empty, the values it takes
  Hint hint = Hint::text;
  bool positional = false;
  bool required = false;
  bool repeated = false;
  // Hands over one value ("" for a switch). Fails with `usage` where it does not fit.
  std::function<Status(const std::string&)> take{};

  [[nodiscard]] bool is_switch() const { return !positional && value_name.empty(); }
};

// Collects the rows; each call binds one option or argument to a variable of the options struct.
// Options are named as "-C,--dir", arguments as "name", which is shown in capitals.
class Flags {
 public:
  void toggle(std::string_view names, bool& target, std::string_view help);
  // A switch that is short for a value of some other option: --json for --format json.
  void preset(std::string_view names, std::string& target, std::string value,
              std::string_view help);
  void value(std::string_view names, std::string_view value_name,
             std::optional<std::string>& target, Hint hint, std::string_view help);
  void value(std::string_view names, std::string_view value_name, std::string& target, Hint hint,
             std::string_view help);
  void values(std::string_view names, std::string_view value_name, std::vector<std::string>& target,
              Hint hint, std::string_view help);
  // `target` becomes one of the choices; anything else is a usage error with a did-you-mean.
  void choice(std::string_view names, std::string_view value_name, std::vector<std::string> choices,
              std::string& target, std::string_view help);

  void required(std::string_view name, std::string& target, Hint hint, std::string_view help);
  void required_choice(std::string_view name, std::vector<std::string> choices, std::string& target,
                       std::string_view help);
  void optional(std::string_view name, std::optional<std::string>& target, Hint hint,
                std::string_view help);
  void rest(std::string_view name, std::vector<std::string>& target, Hint hint,
            std::string_view help);

  [[nodiscard]] const std::vector<FlagSpec>& specs() const { return specs_; }
  // The rows as data that outlives the variables they are bound to: with nothing to hand values to.
  [[nodiscard]] std::vector<FlagSpec> describe() const;

 private:
  FlagSpec& add(std::string_view names, std::string_view value_name, std::string_view help);
  FlagSpec& add_argument(std::string_view name, Hint hint, std::string_view help);
  std::vector<FlagSpec> specs_{};
};

// Gives each word to the row it belongs to, in the order of the line, so that the last value wins.
// `--` ends the options. Fails with `usage`, the reason and, where there is one, a did-you-mean.
Status parse_words(const std::vector<std::string>& words, const std::vector<FlagSpec>& rows);

}  // namespace memdir::cli
