// memdir status: the health of the directory at a glance.
#include "cli/command.hpp"
#include "cli/memory_directory.hpp"
#include "cli/memory_json.hpp"
#include "cli/report.hpp"
#include "cli/status_text.hpp"
#include "formats/json.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::cli {
namespace {

using formats::Json;

struct StatusOptions {};

void bind_status(Flags&, StatusOptions&) {}

std::string_view fill_name(formats::Fill fill) {
  if (fill == formats::Fill::over) return "over";
  return fill == formats::Fill::near ? "near" : "ok";
}

std::string_view kind_name(formats::LinkKind kind) {
  return kind == formats::LinkKind::wiki ? "wiki" : "markdown";
}

// What a list of pointers tells beside the place and the target.
enum class Extra { text, kind, exists };

Json pointers_json(const std::vector<core::Pointer>& pointers, Extra with) {
  auto list = Json::array();
  for (const auto& pointer : pointers) {
    auto item = Json::object();
    add_path(item, "file", pointer.source);
    item["line"] = pointer.line;
    add_path(item, "target", pointer.path);
    if (with == Extra::text) item["text"] = pointer.text;
    if (with == Extra::kind) item["kind"] = kind_name(pointer.kind);
    if (with == Extra::exists) item["exists"] = pointer.exists;
    list.push_back(std::move(item));
  }
  return list;
}

Json index_json(const core::Index& index, const core::Health& health) {
  if (!index.read) return {};
  const auto& measure = index.measure;
  const formats::Caps caps;
  auto object = Json::object();
  object["lines"] = measure.lines.size();
  object["units"] = measure.units;
  object["bytes"] = measure.bytes;
  object["line_cap"] = caps.lines;
  object["unit_cap"] = caps.units;
  object["state"] = fill_name(measure.fill);
  object["loaded_lines"] = measure.kept_lines;
  object["lost"] = pointers_json(health.lost, Extra::text);
  object["problems"] = problems_json(index.problems);
  return object;
}

Json files_json(const std::vector<std::string>& files) {
  auto list = Json::array();
  for (const auto& file : files) list.push_back(to_valid_utf8(file));
  return list;
}

Json memories_json(const core::IndexTree& tree, const core::Health& health) {
  auto object = Json::object();
  object["total"] = health.total;
  auto types = Json::object();
  for (const auto& [type, count] : health.by_type) types[type.empty() ? "none" : type] = count;
  object["by_type"] = std::move(types);
  object["orphans"] = tree.known ? files_json(tree.orphans) : Json();
  object["lost"] = tree.known ? files_json(tree.listed_but_lost) : Json();
  object["dangling"] = tree.known ? pointers_json(health.dangling, Extra::kind) : Json();
  object["other_case"] = tree.known ? pointers_json(health.other_case, Extra::kind) : Json();
  object["outside"] = tree.known ? pointers_json(health.outside, Extra::exists) : Json();
  object["stale"] = health.stale;
  auto broken = Json::array();
  for (const auto* memory : health.broken) {
    auto item = Json::object();
    add_path(item, "file", memory->file);
    item["problems"] = problems_json(memory->problems);
    broken.push_back(std::move(item));
  }
  object["broken"] = std::move(broken);
  return object;
}

void write_json(const Status& status, Context& context) {
  auto answer = start_answer("status");
  add_path(answer, "dir", status.snapshot.directory);
  answer["index"] = index_json(status.snapshot.index, status.health);
  answer["memories"] = memories_json(status.tree, status.health);
  answer["sidecar"] = nullptr;
  answer["history"] = nullptr;
  context.out << formats::write_json(answer) << "\n";
}

constexpr Writer<Status> kWriters[] = {{"text", write_status_text}, {"json", write_json}};

// Only the answer whether something is there; what lies outside the directory is never read.
void look_outside(const Context& context, const core::Snapshot& snapshot, core::Health& health) {
  for (auto& pointer : health.outside) {
    const bool absolute = pointer.path.starts_with('/');
    const auto home = context.environment.get_filled("HOME");
    std::string path = absolute ? pointer.path : absolute_path(snapshot, pointer.path);
    if (pointer.path.starts_with('~') && home) path = *home + pointer.path.substr(1);
    pointer.exists = context.files.kind(path) != core::FileKind::missing;
  }
}

Result<ExitCode> run_status(const StatusOptions&, Context& context) {
  MEMDIR_TRY_ASSIGN(const auto snapshot, open_directory(context));
  const auto tree = core::build_index_tree(snapshot);
  auto health = core::assess(snapshot, tree, context.now);
  look_outside(context, snapshot, health);
  write_report(kWriters, {snapshot, tree, health}, context);
  const bool all_loads = !snapshot.index.measure.over();
  return report_failures(context, snapshot, all_loads ? ExitCode::done : ExitCode::answer_no);
}

constexpr Example kExamples[] = {
    {"memdir status", "How full the index is and what does not load"},
    {"memdir status --json | jq .index.state", "One word for a script: ok, near or over"},
};

}  // namespace

extern constinit const Command status_command =
    make_command<StatusOptions, bind_status, run_status>({
        .name = "status",
        .summary = "Show the health of the memory directory",
        .description =
            "Shows how full MEMORY.md is by both caps, every entry that does not load with its "
            "line and target, the largest entries, and counts of memories by type, of orphans "
            "(listed by no index), dangling entries, stale memories and broken frontmatter.\n\n"
            "Exits with 1 when something does not load.",
        .examples = kExamples,
        .formats = kFormatNames<kWriters>,
        .paged = true,
    });

}  // namespace memdir::cli
