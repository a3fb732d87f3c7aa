#include "cli/command.hpp"

#include <algorithm>

#include "cli/globals.hpp"
#include "cli/help.hpp"
#include "cli/style.hpp"
#include "formats/support/suggest.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

Status check_format(const Command& command, const std::string& format) {
  const auto known = formats_of(command);
  if (std::find(known.begin(), known.end(), format) != known.end()) return {};
  auto hint = did_you_mean(nearest(format, known));
  if (hint.empty()) hint = concat("it prints ", join(known, ", "));
  return Error{.kind = ErrorKind::usage,
               .message = concat("'", command.name, "' has no format '", format, "'"),
               .hint = std::move(hint)};
}

}  // namespace

std::vector<std::string> formats_of(const Command& command) {
  std::vector<std::string> names(command.formats.begin(), command.formats.end());
  if (names.empty()) names.emplace_back("text");
  return names;
}

Result<Next> prepare(const Command& command, const std::vector<std::string>& words,
                     const Flags& flags, Context& context) {
  Flags globals;
  bind_globals(globals, context.globals);
  auto rows = flags.specs();
  rows.insert(rows.end(), globals.specs().begin(), globals.specs().end());
  if (auto parsed = parse_words(words, rows); !parsed) {
    auto error = std::move(parsed).error();
    if (error.hint.empty()) error.hint = concat("run 'memdir help ", command.name, "'");
    return error;
  }
  context.out_style =
      decide_style(context.globals, context.environment, context.terminal.out_is_terminal);
  context.err_style =
      decide_style(context.globals, context.environment, context.terminal.err_is_terminal);
  context.width = decide_width(context.environment, context.terminal);
  if (context.globals.help) {  // from "-qh"; alone it was seen before
    context.out << write_command_help(command, context.width);
    return Next::stop;
  }
  MEMDIR_TRY(check_format(command, context.globals.format));
  return Next::run;
}

}  // namespace memdir::cli
