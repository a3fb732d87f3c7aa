// memdir path: where the memory directory is, and why there.
#include <algorithm>

#include "cli/command.hpp"
#include "cli/memory_directory.hpp"
#include "cli/memory_json.hpp"
#include "cli/report.hpp"
#include "cli/style.hpp"
#include "formats/json.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"
#include "formats/support/unicode.hpp"

namespace memdir::cli {
namespace {

constexpr std::size_t kRuleWidth = 32;

struct PathOptions {
  bool explain = false;
};

struct PathAnswer {
  core::Location location;
  bool explain = false;
};

void bind_path(Flags& flags, PathOptions& options) {
  flags.toggle("--explain", options.explain,
               "Show every rule in order, what it said and which one won");
}

std::string describe_content(const core::Candidate& candidate, const Context& context) {
  if (!candidate.exists) return "does not exist";
  auto text = concat(candidate.has_index ? "MEMORY.md, " : "no MEMORY.md, ",
                     count_of(candidate.topic_files, "topic file"));
  if (candidate.newest) text += concat(", newest ", format_age(*candidate.newest, context.now));
  return text;
}

void write_rules(const core::Location& location, Context& context) {
  context.out << "Rules, in order\n";
  for (const auto& step : location.steps) {
    const auto outcome = one_line_for_terminal(step.outcome);
    context.out << "  " << pad_to_width(step.rule, kRuleWidth) << " "
                << (step.value.empty() ? outcome
                                       : concat(quote_name(step.value), " (", outcome, ")"))
                << "\n";
  }
}

void write_candidates(const core::Location& location, Context& context) {
  context.out << "\nCandidates\n";
  for (const auto& candidate : location.candidates) {
    const auto mark = candidate.chosen ? paint(context.out_style, Paint::green, "*") : " ";
    const auto note = candidate.note.empty() ? "" : concat("; ", candidate.note);
    context.out << mark << " " << quote_name(candidate.path) << "\n    " << candidate.source << "; "
                << describe_content(candidate, context) << one_line_for_terminal(note) << "\n";
  }
}

void write_lines(std::string_view title, const std::vector<std::string>& lines, Context& context) {
  if (!lines.empty()) context.out << "\n" << title << "\n";
  for (const auto& line : lines) context.out << "  " << one_line_for_terminal(line) << "\n";
}

void write_explanation(const core::Location& location, Context& context) {
  write_rules(location, context);
  write_candidates(location, context);
  write_lines("Warnings", location.warnings, context);
  write_lines("Notes", location.notes, context);
}

void write_text(const PathAnswer& answer, Context& context) {
  if (answer.explain) return write_explanation(answer.location, context);
  context.out << quote_name(answer.location.path) << "\n";
}

formats::Json candidate_json(const core::Candidate& candidate) {
  auto item = formats::Json::object();
  add_path(item, "path", candidate.path);
  item["source"] = candidate.source;
  item["exists"] = candidate.exists;
  item["chosen"] = candidate.chosen;
  item["has_index"] = candidate.has_index;
  item["topic_files"] = candidate.topic_files;
  item["newest"] =
      candidate.newest ? formats::Json(format_time(*candidate.newest)) : formats::Json();
  item["note"] = text_or_null(candidate.note);
  return item;
}

void write_json(const PathAnswer& answer, Context& context) {
  const auto& location = answer.location;
  auto object = start_answer("path");
  add_path(object, "path", location.path);
  object["exists"] = location.exists;
  object["source"] = location.source;
  object["writable"] = location.writable;
  object["conflict"] = location.conflict;
  auto candidates = formats::Json::array();
  for (const auto& candidate : location.candidates) candidates.push_back(candidate_json(candidate));
  object["candidates"] = std::move(candidates);
  auto rules = formats::Json::array();
  for (const auto& step : location.steps) {
    rules.push_back({{"rule", step.rule}, {"value", step.value}, {"outcome", step.outcome}});
  }
  object["rules"] = std::move(rules);
  object["warnings"] = location.warnings;
  object["notes"] = location.notes;
  context.out << formats::write_json(object) << "\n";
}

constexpr Writer<PathAnswer> kWriters[] = {{"text", write_text}, {"json", write_json}};

Result<ExitCode> run_path(const PathOptions& options, Context& context) {
  MEMDIR_TRY_ASSIGN(auto location, locate_directory(context, core::Probe::all));
  const bool exists = location.exists;
  write_report(kWriters, {.location = std::move(location), .explain = options.explain}, context);
  return exists ? ExitCode::done : ExitCode::answer_no;
}

constexpr Example kExamples[] = {
    {"memdir path", "Where this project's memory lies"},
    {"memdir path --explain", "Why there, and what else could be meant"},
    {"cd \"$(memdir --project ~/src/app path)\"", "Go to another project's memory"},
};

}  // namespace

extern constinit const Command path_command = make_command<PathOptions, bind_path, run_path>({
    .name = "path",
    .summary = "Print the memory directory",
    .description =
        "Finds the directory by the rules the agent itself follows: settings files, environment, "
        "the root of the git repository, then the name made from that path. With --dir or "
        "MEMDIR_DIR nothing is looked up.\n\n"
        "Exits with 0 if the directory exists, with 1 if it is where one would be but does not "
        "exist; it is printed either way.",
    .examples = kExamples,
    .formats = kFormatNames<kWriters>,
});

}  // namespace memdir::cli
