#include "cli/context.hpp"

#include "cli/errors.hpp"
#include "formats/support/escape.hpp"

namespace memdir::cli {

void print_note(Context& context, const std::string& text) {
  if (!context.globals.quiet) context.err << one_line_for_terminal(text) << '\n';
}

void print_error(Context& context, const Error& error) {
  context.err << write_error(error, context.wants_json() ? AsJson::yes : AsJson::no);
}

Result<core::Location> locate_directory(const Context& context, core::Probe probe) {
  const auto& globals = context.globals;
  core::LocateQuery query{.dir = globals.dir, .project = globals.project, .probe = probe};
  // What is typed wins over what is set: --project too is an answer to "which directory?".
  if (!query.dir && !query.project) query.dir = context.environment.get_filled("MEMDIR_DIR");
  if ((query.dir && query.dir->empty()) || (query.project && query.project->empty())) {
    return Error{.kind = ErrorKind::usage,
                 .message = "the directory to use is the empty text",
                 .hint = "name a directory after --dir or --project"};
  }
  return core::locate(query, context.files, context.environment);
}

}  // namespace memdir::cli
