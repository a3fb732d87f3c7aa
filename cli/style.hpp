// What a stream may show: colour, hyperlinks, width. Pure decisions over flags and environment, so
// that the rules are a table in a test.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/context.hpp"

namespace memdir::cli {

// The flag decides; then NO_COLOR, CLICOLOR_FORCE and FORCE_COLOR, CLICOLOR and TERM; then whether
// the stream is a terminal. Links go where colour goes, unless --hyperlink says otherwise.
[[nodiscard]] StreamStyle decide_style(const Globals& globals, const core::Environment& environment,
                                       bool terminal);

// COLUMNS where it is a positive number, else the terminal's columns, else nothing.
[[nodiscard]] std::optional<std::size_t> decide_width(const core::Environment& environment,
                                                      const core::TerminalInfo& terminal);

enum class Paint { bold, dim, red, green, yellow, blue, cyan };

// The text in that colour, if the stream shows colour. Escape foreign text first.
[[nodiscard]] std::string paint(const StreamStyle& style, Paint how, std::string_view text);

// Where links to files lead: the machine, and what MEMDIR_EDITOR_URI says, such as
// "vscode://file/{path}:{line}:{col}"; without it file://HOST/PATH.
struct LinkBase {
  std::string host{};
  std::string editor_uri{};
};

// The text as a link (OSC 8) to a file, if the stream shows links. `path` is absolute.
[[nodiscard]] std::string link(const StreamStyle& style, const LinkBase& base,
                               std::string_view path, std::string_view text);

}  // namespace memdir::cli
