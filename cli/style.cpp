#include "cli/style.hpp"

#include <charconv>

#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

bool is_forced(const core::Environment& environment, const char* name) {
  const auto value = environment.get_filled(name);
  return value && *value != "0";
}

bool decide_color(std::string_view flag, const core::Environment& environment, bool terminal) {
  if (flag != "auto") return flag == "always";
  if (environment.get_filled("NO_COLOR")) return false;
  if (is_forced(environment, "CLICOLOR_FORCE") || is_forced(environment, "FORCE_COLOR")) {
    return true;
  }
  if (environment.get("CLICOLOR") == "0" || environment.get("TERM") == "dumb") return false;
  return terminal;
}

std::string_view code_of(Paint how) {
  switch (how) {
    case Paint::bold:
      return "1";
    case Paint::dim:
      return "2";
    case Paint::red:
      return "31";
    case Paint::green:
      return "32";
    case Paint::yellow:
      return "33";
    case Paint::blue:
      return "34";
    case Paint::cyan:
      return "36";
  }
  return "0";
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

std::string uri_of(const LinkBase& base, std::string_view path) {
  const auto encoded = percent_encode_path(path);
  if (base.editor_uri.empty()) return concat("file://", percent_encode_path(base.host), encoded);
  auto uri = escape_for_terminal(base.editor_uri);  // it ends up in an escape sequence
  // The path brings its own slash: "x://file/{path}" is meant to hold one, "x://{path}" three.
  if (!contains(uri, "//{path}")) replace_all(uri, "/{path}", "{path}");
  replace_all(uri, "{path}", encoded);
  replace_all(uri, "{line}", "1");
  replace_all(uri, "{col}", "1");
  return uri;
}

}  // namespace

StreamStyle decide_style(const Globals& globals, const core::Environment& environment,
                         bool terminal) {
  StreamStyle style{.terminal = terminal};
  style.color = decide_color(globals.color, environment, terminal);
  style.hyperlink =
      globals.hyperlink == "auto" ? terminal && style.color : globals.hyperlink == "always";
  return style;
}

std::optional<std::size_t> decide_width(const core::Environment& environment,
                                        const core::TerminalInfo& terminal) {
  const auto columns = environment.get("COLUMNS").value_or("");
  std::size_t width = 0;
  const auto* end = columns.data() + columns.size();
  const auto parsed = std::from_chars(columns.data(), end, width);
  if (parsed.ec == std::errc() && parsed.ptr == end && width > 0) return width;
  return terminal.columns;
}

std::string paint(const StreamStyle& style, Paint how, std::string_view text) {
  if (!style.color) return std::string(text);
  return concat("\x1b[", code_of(how), "m", text, "\x1b[0m");
}

std::string link(const StreamStyle& style, const LinkBase& base, std::string_view path,
                 std::string_view text) {
  if (!style.hyperlink) return std::string(text);
  return concat("\x1b]8;;", uri_of(base, path), "\x1b\\", text, "\x1b]8;;\x1b\\");
}

}  // namespace memdir::cli
