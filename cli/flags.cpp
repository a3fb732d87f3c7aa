#include "cli/flags.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "formats/support/suggest.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

constexpr int kAnyNumber = 1 << 20;

Error usage(std::string message, std::string hint = "") {
  return Error{.kind = ErrorKind::usage, .message = std::move(message), .hint = std::move(hint)};
}

bool has_name(const FlagSpec& row, std::string_view name) {
  return std::find(row.names.begin(), row.names.end(), name) != row.names.end();
}

// CLI11 takes the value of "--dir=" from the next word. In two words it is what it says.
std::vector<std::string> part_empty_values(const std::vector<std::string>& words,
                                           const std::vector<FlagSpec>& rows) {
  std::vector<std::string> parted;
  bool options = true;
  for (const auto& word : words) {
    options = options && word != "--";
    const auto name = std::string_view(word).substr(0, word.empty() ? 0 : word.size() - 1);
    const bool empty_value = options && word.starts_with("--") && word.ends_with('=') &&
                             std::any_of(rows.begin(), rows.end(), [name](const FlagSpec& row) {
                               return !row.is_switch() && has_name(row, name);
                             });
    parted.emplace_back(empty_value ? name : std::string_view(word));
    if (empty_value) parted.emplace_back();
  }
  return parted;
}

// One option of CLI11, the row it stands for, and how many of its results were handed over.
struct Binding {
  CLI::Option* option = nullptr;
  const FlagSpec* row = nullptr;  // null: the arguments, all rows of them together
  std::size_t taken = 0;
};

// Exactly one word a time and all of them kept: the order of the line is put back afterwards. Extra
// words would split "[a,b]" and swallow arguments.
void keep_all(CLI::Option& option) {
  option.multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
}

std::vector<Binding> declare(CLI::App& app, const std::vector<FlagSpec>& rows) {
  const auto accept = [](const CLI::results_t&) { return true; };
  app.set_help_flag();
  app.allow_extras();
  std::vector<Binding> bindings;
  for (const auto& row : rows) {
    if (row.positional) continue;
    const auto names = join(row.names, ",");
    auto* option = row.is_switch() ? app.add_flag(names) : app.add_option(names, accept);
    keep_all(*option);
    bindings.push_back({option, &row});
  }
  auto* arguments = app.add_option("arguments", accept)->expected(kAnyNumber);
  keep_all(*arguments);
  bindings.push_back({arguments});
  return bindings;
}

Error unknown_option(std::string_view word, const std::vector<FlagSpec>& rows) {
  const auto name = word.substr(0, word.find('='));
  std::vector<std::string> known;
  for (const auto& row : rows) {
    for (const auto& candidate : row.names) {
      if (candidate.starts_with("--")) known.push_back(candidate);
    }
  }
  const bool is_long = name.starts_with("--");
  return usage(concat("unknown option '", name, "'"),
               is_long ? did_you_mean(nearest(name, known)) : "");
}

Status take_option(Binding& binding) {
  const auto& word = binding.option->results()[binding.taken++];
  if (!binding.row->is_switch()) return binding.row->take(word);
  if (word != "true") return usage(concat("'", binding.row->names.back(), "' takes no value"));
  return binding.row->take("");
}

Status take_arguments(const std::vector<std::string>& words, const std::vector<FlagSpec>& rows) {
  auto word = words.begin();
  for (const auto& row : rows) {
    if (!row.positional) continue;
    if (word == words.end() && row.required) {
      return usage(concat("missing argument ", row.names.front()));
    }
    const auto end = row.repeated || word == words.end() ? words.end() : word + 1;
    for (; word != end; ++word) MEMDIR_TRY(row.take(*word));
  }
  if (word != words.end()) return usage(concat("unexpected argument '", *word, "'"));
  return {};
}

}  // namespace

Status parse_words(const std::vector<std::string>& words, const std::vector<FlagSpec>& rows) {
  CLI::App app;
  auto bindings = declare(app, rows);
  auto reversed = part_empty_values(words, rows);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError&) {
    // Everything else is accepted by what was declared, and the line ended too early.
    return usage(concat("'", words.back(), "' needs a value"));
  }
  for (const auto& word : app.remaining()) {
    if (word != "--") return unknown_option(word, rows);
  }
  for (const auto* option : app.parse_order()) {
    const auto binding = std::find_if(bindings.begin(), bindings.end(),
                                      [option](const Binding& b) { return b.option == option; });
    if (binding->row != nullptr) MEMDIR_TRY(take_option(*binding));
  }
  return take_arguments(bindings.back().option->results(), rows);
}

}  // namespace memdir::cli
