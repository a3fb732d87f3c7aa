// memdir show: one memory, with a word of warning when it is old.
#include <algorithm>

#include "cli/command.hpp"
#include "cli/memory_directory.hpp"
#include "cli/memory_json.hpp"
#include "cli/report.hpp"
#include "cli/style.hpp"
#include "core/model/backlinks.hpp"
#include "core/model/index_tree.hpp"
#include "core/model/names.hpp"
#include "formats/document.hpp"
#include "formats/json.hpp"
#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::cli {
namespace {

struct ShowOptions {
  std::string name{};
  bool raw = false;
  bool body = false;
  bool no_caveat = false;
};

struct ShownMemory {
  const core::Snapshot& snapshot;
  const core::Memory& memory;
  std::string text{};
  std::string caveat{};  // empty where there is none to give
  const ShowOptions& options;
};

void bind_show(Flags& flags, ShowOptions& options) {
  flags.required("NAME", options.name, Hint::memory, "File, stem, name or unique start of a stem");
  flags.toggle("--raw", options.raw, "Print the file's exact bytes and nothing else");
  flags.toggle("--body", options.body, "Leave out the frontmatter");
  flags.toggle("--no-caveat", options.no_caveat, "Leave out the warning above an old memory");
}

void write_text(const ShownMemory& shown, Context& context) {
  const auto& options = shown.options;
  if (!shown.caveat.empty() && !options.raw) {
    context.out << paint(context.out_style, Paint::yellow, shown.caveat) << "\n\n";
  }
  const auto document = formats::split_document(shown.text);
  const std::string_view text = options.body ? formats::body_text(document) : shown.text;
  context.out << content_for_output(context, text);
  const bool open_end = !text.empty() && !text.ends_with('\n');
  if (open_end && context.out_style.terminal) context.out << "\n";
}

formats::Json link_json(const core::ResolvedLink& link) {
  auto item = formats::Json::object();
  item["kind"] = link.link.kind == formats::LinkKind::wiki ? "wiki" : "markdown";
  item["target"] = link.link.target;
  item["line"] = link.link.line;
  item["match"] = core::link_match_id(link.match);
  auto files = formats::Json::array();
  for (const auto& file : link.files) files.push_back(to_valid_utf8(file));
  item["files"] = std::move(files);
  return item;
}

formats::Json links_json(const std::vector<core::ResolvedLink>& links) {
  auto list = formats::Json::array();
  for (const auto& link : links) list.push_back(link_json(link));
  return list;
}

formats::Json backlinks_json(const std::vector<core::Backlink>& backlinks) {
  auto list = formats::Json::array();
  for (const auto& backlink : backlinks) {
    auto item = formats::Json::object();
    add_path(item, "file", backlink.file);
    item["line"] = backlink.line;
    list.push_back(std::move(item));
  }
  return list;
}

void write_json(const ShownMemory& shown, Context& context) {
  const auto& memory = shown.memory;
  const auto tree = core::build_index_tree(shown.snapshot);
  const core::LinkMap links(shown.snapshot);
  auto answer = start_answer("show");
  answer.update(memory_json(memory, tree, context.now));
  answer["body"] = formats::body_text(formats::split_document(shown.text));
  answer["caveat"] = text_or_null(shown.caveat);
  answer["links"] = links_json(links.links_of(memory));
  answer["backlinks"] = backlinks_json(links.backlinks_of(memory));
  context.out << formats::write_json(answer) << "\n";
}

constexpr Writer<ShownMemory> kWriters[] = {{"text", write_text}, {"json", write_json}};

Result<const core::Memory*> choose(const core::Snapshot& snapshot, const std::string& name) {
  auto found = core::find_memory(snapshot, name);
  if (!found && name == core::kIndexName) {
    auto error = std::move(found).error();
    error.message = "MEMORY.md is the index and no memory";
    error.hint = "run 'memdir loaded' or 'memdir status'";
    return error;
  }
  return found;
}

Result<ExitCode> run_show(const ShowOptions& options, Context& context) {
  // Names are found by the fields of all memories; links only where the answer holds them.
  core::SnapshotOptions wanted;
  if (context.wants_json()) {
    wanted.links = core::SnapshotOptions::Links::yes;
    wanted.digests = core::SnapshotOptions::Digests::yes;
  }
  MEMDIR_TRY_ASSIGN(const auto snapshot, open_directory(context, wanted));
  MEMDIR_TRY_ASSIGN(const auto* memory, choose(snapshot, options.name));
  if (!memory->read) {
    return Error{.kind = ErrorKind::io,
                 .message = core::problem_text(memory->problems.front()),
                 .path = absolute_path(snapshot, memory->file)};
  }
  MEMDIR_TRY_ASSIGN(auto text, core::load_text(context.files, snapshot, *memory));
  auto caveat = options.no_caveat ? std::string() : core::freshness_caveat(*memory, context.now);
  write_report(kWriters, {snapshot, *memory, std::move(text), std::move(caveat), options}, context);
  return ExitCode::done;
}

constexpr Example kExamples[] = {
    {"memdir show feedback_tests", "Print a memory by its file's stem"},
    {"memdir show feedback_tests --body", "Without the frontmatter"},
    {"memdir show feedback_tests --json | jq .backlinks", "What links to it"},
};

}  // namespace

extern constinit const Command show_command = make_command<ShowOptions, bind_show, run_show>({
    .name = "show",
    .summary = "Print one memory",
    .description =
        "NAME is the memory's file, its stem, its field 'name', or a start that only one stem "
        "has, tried in this order. A memory that is two days old or more is printed with a "
        "warning above it.",
    .examples = kExamples,
    .formats = kFormatNames<kWriters>,
    .paged = true,
});

}  // namespace memdir::cli
