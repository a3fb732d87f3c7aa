#include <algorithm>

#include "cli/flags.hpp"
#include "formats/support/suggest.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> parts;
  while (!names.empty()) {
    const auto comma = std::min(names.find(','), names.size());
    parts.emplace_back(trim_blanks(names.substr(0, comma)));
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return parts;
}

std::string to_capitals(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

auto assign_to(std::string& target) {
  return [&target](const std::string& word) -> Status {
    target = word;
    return {};
  };
}

auto assign_to(std::optional<std::string>& target) {
  return [&target](const std::string& word) -> Status {
    target = word;
    return {};
  };
}

auto append_to(std::vector<std::string>& target) {
  return [&target](const std::string& word) -> Status {
    target.push_back(word);
    return {};
  };
}

// `label` is what the message calls the option or argument.
auto choose(std::string label, std::vector<std::string> choices, std::string& target) {
  return [label = std::move(label), choices = std::move(choices),
          &target](const std::string& word) -> Status {
    if (std::find(choices.begin(), choices.end(), word) != choices.end()) {
      target = word;
      return {};
    }
    auto hint = did_you_mean(nearest(word, choices));
    if (hint.empty()) hint = concat("it takes ", join(choices, ", "));
    return Error{.kind = ErrorKind::usage,
                 .message = concat("unknown value '", word, "' for ", label),
                 .hint = std::move(hint)};
  };
}

}  // namespace

FlagSpec& Flags::add(std::string_view names, std::string_view value_name, std::string_view help) {
  auto& row = specs_.emplace_back();
  row.names = split_names(names);
  row.value_name = value_name;
  row.help = help;
  return row;
}

FlagSpec& Flags::add_argument(std::string_view name, Hint hint, std::string_view help) {
  auto& row = add(to_capitals(name), "", help);
  row.hint = hint;
  row.positional = true;
  return row;
}

void Flags::toggle(std::string_view names, bool& target, std::string_view help) {
  add(names, "", help).take = [&target](const std::string&) -> Status {
    target = true;
    return {};
  };
}

void Flags::preset(std::string_view names, std::string& target, std::string value,
                   std::string_view help) {
  add(names, "", help).take = [&target, value = std::move(value)](const std::string&) -> Status {
    target = value;
    return {};
  };
}

void Flags::value(std::string_view names, std::string_view value_name,
                  std::optional<std::string>& target, Hint hint, std::string_view help) {
  auto& row = add(names, value_name, help);
  row.hint = hint;
  row.take = assign_to(target);
}

void Flags::value(std::string_view names, std::string_view value_name, std::string& target,
                  Hint hint, std::string_view help) {
  auto& row = add(names, value_name, help);
  row.hint = hint;
  row.take = assign_to(target);
}

void Flags::values(std::string_view names, std::string_view value_name,
                   std::vector<std::string>& target, Hint hint, std::string_view help) {
  auto& row = add(names, value_name, help);
  row.hint = hint;
  row.repeated = true;
  row.take = append_to(target);
}

void Flags::choice(std::string_view names, std::string_view value_name,
                   std::vector<std::string> choices, std::string& target, std::string_view help) {
  auto& row = add(names, value_name, help);
  row.choices = choices;
  row.take = choose(concat("'", row.names.back(), "'"), std::move(choices), target);
}

void Flags::required(std::string_view name, std::string& target, Hint hint, std::string_view help) {
  auto& row = add_argument(name, hint, help);
  row.required = true;
  row.take = assign_to(target);
}

void Flags::required_choice(std::string_view name, std::vector<std::string> choices,
                            std::string& target, std::string_view help) {
  auto& row = add_argument(name, Hint::text, help);
  row.required = true;
  row.choices = choices;
  row.take = choose(row.names.front(), std::move(choices), target);
}

void Flags::optional(std::string_view name, std::optional<std::string>& target, Hint hint,
                     std::string_view help) {
  add_argument(name, hint, help).take = assign_to(target);
}

void Flags::rest(std::string_view name, std::vector<std::string>& target, Hint hint,
                 std::string_view help) {
  auto& row = add_argument(name, hint, help);
  row.repeated = true;
  row.take = append_to(target);
}

std::vector<FlagSpec> Flags::describe() const {
  auto rows = specs_;
  for (auto& row : rows) row.take = nullptr;
  return rows;
}

}  // namespace memdir::cli
