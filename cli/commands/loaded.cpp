// memdir loaded: the part of MEMORY.md that a session loads, or the part it does not.
#include "cli/command.hpp"
#include "cli/memory_directory.hpp"
#include "cli/memory_json.hpp"
#include "cli/report.hpp"
#include "formats/json.hpp"
#include "formats/measure.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

struct LoadedOptions {
  bool lost = false;
};

struct Part {
  std::string_view name;
  std::string text{};
  std::size_t lines = 0;
};

void bind_loaded(Flags& flags, LoadedOptions& options) {
  flags.toggle("--lost", options.lost, "Print what does not load instead");
}

void write_text(const Part& part, Context& context) {
  context.out << content_for_output(context, part.text);
}

void write_json(const Part& part, Context& context) {
  auto answer = start_answer("loaded");
  answer["part"] = part.name;
  answer["lines"] = part.lines;
  answer["text"] = part.text;
  context.out << formats::write_json(answer) << "\n";
}

constexpr Writer<Part> kWriters[] = {{"text", write_text}, {"json", write_json}};

Result<ExitCode> run_loaded(const LoadedOptions& options, Context& context) {
  MEMDIR_TRY_ASSIGN(const auto location, find_directory(context));
  MEMDIR_TRY_ASSIGN(const auto index, core::load_index(context.files, location.path));
  if (!index.exists) {
    print_note(context,
               concat("note: there is no MEMORY.md in ", display_path(context, location.path)));
  }
  const auto& measure = index.measure;
  const auto kept = measure.kept_lines;
  write_report(kWriters,
               options.lost ? Part{"lost", formats::lost_text(index.text, measure),
                                   measure.lines.size() - kept}
                            : Part{"loaded", formats::loaded_text(index.text, measure), kept},
               context);
  return ExitCode::done;
}

constexpr Example kExamples[] = {
    {"memdir loaded", "Exactly what a session sees of MEMORY.md"},
    {"memdir loaded --lost", "The entries that no session sees"},
};

}  // namespace

extern constinit const Command loaded_command =
    make_command<LoadedOptions, bind_loaded, run_loaded>({
        .name = "loaded",
        .summary = "Print the part of MEMORY.md that a session loads",
        .description =
            "A session loads the first 200 lines or 25,000 UTF-16 units of MEMORY.md, whichever "
            "ends first, without frontmatter and block comments. Each line is printed with a "
            "newline at its end; what loads and what does not (--lost) are together all lines "
            "that count.",
        .examples = kExamples,
        .formats = kFormatNames<kWriters>,
        .paged = true,
    });

}  // namespace memdir::cli
