#include "cli/app.hpp"

#include <sstream>

#include "cli/commands.hpp"
#include "cli/errors.hpp"
#include "cli/globals.hpp"
#include "cli/help.hpp"
#include "cli/paging.hpp"
#include "cli/style.hpp"
#include "cli/version.hpp"
#include "core/ports/clock.hpp"

namespace memdir::cli {
namespace {

using Words = std::vector<std::string>;

// Options before the command are global ones. Said here, for the hint knows what was probably
// meant.
Status check_words_before(const Words& words) {
  if (words.empty()) return {};
  Globals globals;
  Flags flags;
  bind_globals(flags, globals);
  auto parsed = parse_words(words, flags.specs());
  if (parsed) return parsed;
  auto error = std::move(parsed).error();
  if (error.hint.empty()) error.hint = "options of a command stand after its name";
  return error;
}

// -h and --version win over whatever else is on the line, except a command that does not exist.
Result<ExitCode> run(const Words& args, Context& context) {
  const auto width = decide_width(context.environment, context.terminal);
  const bool help = has_option(args, "--help") || has_option(args, "-h");
  const auto at = find_command_word(args);
  if (!help && has_option(args, "--version")) {
    context.out << write_version();
    return ExitCode::done;
  }
  if (!at) {
    if (!help) MEMDIR_TRY(check_words_before(args));
    context.out << (help ? write_help(width) : write_short_help(width));
    return ExitCode::done;
  }
  const auto command_word = args.begin() + static_cast<std::ptrdiff_t>(*at);
  if (!help) MEMDIR_TRY(check_words_before(Words(args.begin(), command_word)));
  MEMDIR_TRY_ASSIGN(const auto* command, find_command(*command_word));
  if (help) {
    context.out << write_command_help(*command, width);
    return ExitCode::done;
  }
  MEMDIR_TRY_ASSIGN(context.now, core::read_clock(context.environment));
  Words words(args.begin(), command_word);
  words.insert(words.end(), command_word + 1, args.end());
  return command->invoke(*command, words, context);
}

Result<ExitCode> run_with(const Words& args, const Ports& ports, std::ostream& out,
                          std::ostream& err, std::ostream& progress) {
  Context context{.out = out,
                  .err = err,
                  .progress = progress,
                  .files = ports.files,
                  .environment = ports.environment,
                  .terminal = ports.terminal,
                  .stopwatch = ports.stopwatch};
  return run(args, context);
}

// Whether text is long is known when all of it is there. Messages wait with it, for a pager would
// push them out of sight.
Result<ExitCode> run_paged(const Words& args, const Ports& ports, const std::string& pager,
                           std::ostream& out, std::ostream& err) {
  std::ostringstream text;
  std::ostringstream messages;
  auto code = run_with(args, ports, text, messages, err);
  const bool shown =
      overflows(ports.terminal, text.view()) && ports.pager.show(pager, text.view()).has_value();
  if (!shown) out << text.view() << std::flush;
  err << messages.view();
  return code;
}

Result<ExitCode> run_and_flush(const Words& args, const Ports& ports, std::ostream& out,
                               std::ostream& err) {
  const auto pager = choose_pager(args, ports.environment, ports.terminal);
  auto code =
      pager ? run_paged(args, ports, *pager, out, err) : run_with(args, ports, out, err, err);
  out.flush();
  if (code && !out) {
    return Error{.kind = ErrorKind::io, .message = "cannot write to standard output"};
  }
  return code;
}

}  // namespace

int run_app(const std::vector<std::string>& args, std::ostream& out, std::ostream& err,
            const Ports& ports) {
  const auto code = run_and_flush(args, ports, out, err);
  if (!code) err << write_error(code.error(), asks_for_json(args) ? AsJson::yes : AsJson::no);
  err.flush();
  return static_cast<int>(code ? *code : exit_code_of(code.error().kind));
}

}  // namespace memdir::cli
