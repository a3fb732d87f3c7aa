// memdir init: a directory and an empty index where there are none.
#include "core/ops/init.hpp"

#include "cli/command.hpp"
#include "cli/memory_directory.hpp"
#include "cli/memory_json.hpp"
#include "cli/report.hpp"
#include "core/store/digest.hpp"
#include "formats/diff.hpp"
#include "formats/json.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

struct InitOptions {
  bool dry_run = false;
};

struct InitAnswer {
  core::InitPlan plan;
  bool dry_run = false;
};

void bind_init(Flags& flags, InitOptions& options) {
  flags.toggle("--dry-run", options.dry_run, "Print what would change, change nothing");
}

void write_text(const InitAnswer& answer, Context& context) {
  const auto path = display_path(context, answer.plan.path);
  if (answer.plan.empty()) {
    context.out << "nothing to do: " << path << " has a MEMORY.md\n";
  } else if (answer.dry_run) {
    context.out << formats::unified_diff(core::kIndexName, {.exists = false}, {});
  } else {
    const bool both = answer.plan.make_directory;
    context.out << (both ? "made " : "made MEMORY.md in ") << path
                << (both ? " with an empty MEMORY.md\n" : "\n");
  }
}

void write_json(const InitAnswer& answer, Context& context) {
  auto object = start_answer("init");
  add_path(object, "path", answer.plan.path);
  auto changed = formats::Json::array();
  if (answer.plan.make_index) {
    auto item = formats::Json::object();
    item["file"] = core::kIndexName;
    item["action"] = "create";
    item["from"] = nullptr;
    item["sha256_before"] = nullptr;
    item["sha256"] = core::sha256_hex("");
    changed.push_back(std::move(item));
  }
  object["changed"] = std::move(changed);
  object["step"] = nullptr;
  object["dry_run"] = answer.dry_run;
  object["compacted"] = nullptr;
  object["notes"] = formats::Json::array();
  context.out << formats::write_json(object) << "\n";
}

constexpr Writer<InitAnswer> kWriters[] = {{"text", write_text}, {"json", write_json}};

Result<ExitCode> run_init(const InitOptions& options, Context& context) {
  MEMDIR_TRY_ASSIGN(const auto location, find_directory(context));
  if (!location.writable) {
    return Error{.kind = ErrorKind::refused,
                 .message = "this project's memory lies under another name",
                 .path = location.path,
                 .hint = "run 'memdir path --explain', and name the place to use with --dir"};
  }
  MEMDIR_TRY_ASSIGN(const auto plan, core::plan_init(context.files, location.path));
  if (!options.dry_run) MEMDIR_TRY(core::apply(plan, context.files));
  write_report(kWriters, {.plan = plan, .dry_run = options.dry_run}, context);
  return ExitCode::done;
}

constexpr Example kExamples[] = {
    {"memdir init", "Make this project's memory directory"},
    {"memdir -C docs/memory init", "Make one at a place of your own"},
};

}  // namespace

extern constinit const Command init_command = make_command<InitOptions, bind_init, run_init>({
    .name = "init",
    .summary = "Make the memory directory and an empty MEMORY.md",
    .description = "Does nothing, and exits with 0, where they exist.",
    .examples = kExamples,
    .formats = kFormatNames<kWriters>,
});

}  // namespace memdir::cli
