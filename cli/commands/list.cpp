// memdir list: one memory a line.
#include <algorithm>
#include <functional>

#include "cli/command.hpp"
#include "cli/layout.hpp"
#include "cli/memory_directory.hpp"
#include "cli/memory_json.hpp"
#include "cli/report.hpp"
#include "core/model/index_tree.hpp"
#include "formats/json.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/suggest.hpp"
#include "formats/support/text.hpp"
#include "formats/support/unicode.hpp"

namespace memdir::cli {
namespace {

using core::Memory;

struct ListOptions {
  std::vector<std::string> types{};
  std::string sort = "name";
  bool reverse = false;
  bool stale = false;
  bool orphans = false;
  bool folds = false;
  bool null = false;
};

struct Listing {
  const core::Snapshot& snapshot;
  const core::IndexTree& tree;
  std::vector<const Memory*> memories{};  // chosen and in order
};

void bind_list(Flags& flags, ListOptions& options) {
  flags.values("--type", "TYPE", options.types, Hint::text, "Only memories of this type");
  flags.choice("--sort", "KEY", {"name", "modified", "type", "size"}, options.sort,
               "Order by name, newest, type or largest first");
  flags.toggle("--reverse", options.reverse, "Turn the order round");
  flags.toggle("--stale", options.stale, "Only memories past the freshness of their type");
  flags.toggle("--orphans", options.orphans, "Only memories that no index lists");
  flags.toggle("--folds", options.folds, "Show the folds that compaction made, and nothing else");
  flags.toggle("-0,--null", options.null, "Print file names only, each ended by a NUL byte");
}

bool is_chosen(const Memory& memory, const ListOptions& options, const core::IndexTree& tree,
               TimePoint now) {
  const auto& types = options.types;
  return memory.fold == options.folds &&
         (types.empty() || std::ranges::find(types, memory.type) != types.end()) &&
         (!options.stale || core::is_stale(memory, now)) &&
         (!options.orphans || std::ranges::binary_search(tree.orphans, memory.file));
}

// Types are an open set, so an unknown one is no error; but it is most likely mistyped.
void note_unknown_types(const core::Snapshot& snapshot, const ListOptions& options,
                        Context& context) {
  for (const auto& type : options.types) {
    const auto& memories = snapshot.memories;
    if (std::ranges::find(memories, type, &Memory::type) != memories.end()) continue;
    std::vector<std::string> others(std::begin(core::kMemoryTypes), std::end(core::kMemoryTypes));
    std::erase(others, type);
    const auto guess = did_you_mean(nearest(type, others));
    print_note(context,
               concat("note: no memory has the type '", type, guess.empty() ? "'" : "'; ", guess));
  }
}

using Order = std::function<bool(const Memory*, const Memory*)>;

// The position of a type among the known ones; unknown types come last.
std::size_t rank_of_type(const Memory& memory) {
  const auto found = std::ranges::find(core::kMemoryTypes, memory.type);
  return static_cast<std::size_t>(found - std::begin(core::kMemoryTypes));
}

Order order_of(const std::string& key) {
  if (key == "modified") {
    return [](const Memory* a, const Memory* b) { return a->modified > b->modified; };
  }
  if (key == "size") return [](const Memory* a, const Memory* b) { return a->bytes > b->bytes; };
  return [](const Memory* a, const Memory* b) { return rank_of_type(*a) < rank_of_type(*b); };
}

// Equal keys keep the order of names, and names that of files.
void sort_memories(std::vector<const Memory*>& memories, const ListOptions& options) {
  std::vector<std::pair<std::string, const Memory*>> by_name;
  by_name.reserve(memories.size());
  for (const auto* memory : memories) by_name.push_back({fold_case(memory->title()), memory});
  std::ranges::stable_sort(by_name, {},
                           [](const auto& pair) -> const std::string& { return pair.first; });
  std::ranges::transform(by_name, memories.begin(), [](const auto& pair) { return pair.second; });
  if (options.sort != "name") std::ranges::stable_sort(memories, order_of(options.sort));
  if (options.reverse) std::ranges::reverse(memories);
}

// The description; before it what is wrong, if the memory is broken or has nothing else to say.
std::string description_of(const Memory& memory) {
  const auto is_broken = [](const auto& problem) { return core::describe(problem.kind).broken; };
  const auto& problems = memory.problems;
  auto worst = std::ranges::find_if(problems, is_broken);
  if (worst == problems.end() && memory.description.empty()) worst = problems.begin();
  if (worst == problems.end()) return one_line_for_terminal(memory.description);
  const auto remark = concat("(", one_line_for_terminal(core::problem_text(*worst)), ")");
  if (memory.description.empty()) return remark;
  return concat(remark, " ", one_line_for_terminal(memory.description));
}

void write_text(const Listing& listing, Context& context) {
  Table table({{}, {.align = Align::right}, {.most = 40}, {}});
  for (const auto* memory : listing.memories) {
    const auto age = memory->modified ? format_age(*memory->modified, context.now) : "-";
    auto type = memory->type.empty() ? std::string("-") : one_line_for_terminal(memory->type);
    table.add({{.text = std::move(type), .paint = Paint::cyan},
               {.text = age, .paint = Paint::dim},
               {.text = memory->name.empty() ? quote_name(memory->title())
                                             : one_line_for_terminal(memory->name),
                .paint = Paint::bold,
                .link = absolute_path(listing.snapshot, memory->file)},
               {.text = description_of(*memory)}});
  }
  table.write(context);
}

// One record after the other: all of them as one value would take 3 KB for each.
void write_json(const Listing& listing, Context& context) {
  auto head = formats::write_json(start_answer("list"));
  head.pop_back();
  context.out << head << ",\"memories\":[";
  std::string_view separator;
  for (const auto* memory : listing.memories) {
    context.out << separator
                << formats::write_json(memory_json(*memory, listing.tree, context.now));
    separator = ",";
  }
  context.out << "]}\n";
}

constexpr Writer<Listing> kWriters[] = {{"text", write_text}, {"json", write_json}};

Result<ExitCode> run_list(const ListOptions& options, Context& context) {
  if (options.null && context.wants_json()) {
    return Error{.kind = ErrorKind::usage, .message = "--null and JSON exclude each other"};
  }
  using enum core::SnapshotOptions::Digests;
  MEMDIR_TRY_ASSIGN(const auto snapshot,
                    open_directory(context, {.digests = context.wants_json() ? yes : no}));
  note_unknown_types(snapshot, options, context);
  const auto tree = core::build_index_tree(snapshot);
  Listing listing{snapshot, tree};
  for (const auto& memory : snapshot.memories) {
    if (is_chosen(memory, options, tree, context.now)) listing.memories.push_back(&memory);
  }
  sort_memories(listing.memories, options);
  if (options.null) {
    for (const auto* memory : listing.memories) context.out << memory->file << '\0';
  } else {
    write_report(kWriters, listing, context);
  }
  return report_failures(context, snapshot, ExitCode::done);
}

constexpr Example kExamples[] = {
    {"memdir list --type feedback", "What the user corrected or confirmed"},
    {"memdir list --sort modified", "The newest first"},
    {"memdir list --orphans", "What no session will ever find"},
    {"memdir list -0 | xargs -0 wc -l", "Hand the files to another program"},
};

}  // namespace

extern constinit const Command list_command = make_command<ListOptions, bind_list, run_list>({
    .name = "list",
    .summary = "List the memories",
    .description =
        "Prints one memory a line: type, age, name and description, cut to the width of the "
        "terminal. The age comes from the field 'modified', else from the file's own time.\n\n"
        "A file that cannot be read as a memory is still listed, with what is wrong with it.",
    .examples = kExamples,
    .formats = kFormatNames<kWriters>,
    .paged = true,
});

}  // namespace memdir::cli
