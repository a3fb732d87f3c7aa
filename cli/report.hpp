// Output formats of a command as a table: the names that --format takes and the writers they call
// are the same rows.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "cli/context.hpp"

namespace memdir::cli {

template <class Value>
struct Writer {
  std::string_view format;
  void (*write)(const Value& value, Context& context);
};

// The names of a table of writers, for the command's row.
template <auto& writers>
inline constexpr auto kFormatNames = [] {
  std::array<std::string_view, std::size(writers)> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = writers[i].format;
  return names;
}();

// Hands the value to the writer of the format that was asked for; the parser has checked the name.
template <class Value, std::size_t count>
void write_report(const Writer<Value> (&writers)[count], const Value& value, Context& context) {
  for (const auto& writer : writers) {
    if (writer.format == context.globals.format) return writer.write(value, context);
  }
}

}  // namespace memdir::cli
