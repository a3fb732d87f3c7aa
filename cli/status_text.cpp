#include "cli/status_text.hpp"

#include <algorithm>

#include "cli/layout.hpp"
#include "cli/memory_directory.hpp"
#include "cli/style.hpp"
#include "formats/measure.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"
#include "formats/support/unicode.hpp"

namespace memdir::cli {
namespace {

constexpr std::size_t kGaugeWidth = 30;
constexpr std::size_t kMostNamed = 5;  // of what is only counted otherwise

Paint paint_of(formats::Fill fill) {
  if (fill == formats::Fill::over) return Paint::red;
  return fill == formats::Fill::near ? Paint::yellow : Paint::green;
}

std::string headline(const core::Index& index, const Status& status) {
  if (!index.exists) return "missing";
  if (!index.read) return core::problem_text(index.problems.front());
  if (index.measure.fill == formats::Fill::ok) return "everything loads";
  if (index.measure.fill == formats::Fill::near) return "everything loads, but it is nearly full";
  const auto& lines = index.measure.lines;
  const auto lost_lines = lines.size() - index.measure.kept_lines;
  const auto lost = status.health.lost.size();
  const auto what = lost > 0 ? count_of(lost, "entry") : count_of(lost_lines, "line");
  const bool one = (lost > 0 ? lost : lost_lines) == 1;
  return concat("over a cap: ", what, one ? " does" : " do", " not load (lines ",
                index.measure.first_lost_line(), " to ", lines.back().number, ")");
}

void write_gauge(std::string_view what, std::size_t used, std::size_t cap, std::string_view remark,
                 Context& context) {
  const auto fill = formats::fill_of(used, cap);
  const auto numbers = concat(with_thousands(used), " of ", with_thousands(cap));
  context.out << "  " << pad_to_width(what, 6) << " "
              << paint(context.out_style, paint_of(fill), gauge(used, cap, kGaugeWidth)) << " "
              << pad_to_width(numbers, 17) << " " << percent_of(used, cap) << " %" << remark
              << "\n";
}

void write_index(const Status& status, Context& context) {
  const auto& index = status.snapshot.index;
  const auto fill = index.measure.fill;
  const auto shade = index.read ? paint_of(fill) : Paint::red;
  context.out << paint(context.out_style, Paint::bold, core::kIndexName) << "  "
              << paint(context.out_style, shade, headline(index, status)) << "\n";
  if (!index.read) return;
  const formats::Caps caps;
  const auto& measure = index.measure;
  write_gauge("lines", measure.lines.size(), caps.lines, "", context);
  // The agent's own warnings give the size in KB.
  const auto size = concat("  ", formats::format_kb(measure.units));
  write_gauge("units", measure.units, caps.units, size, context);
  for (const auto& problem : index.problems) {
    context.out << "  MEMORY.md " << one_line_for_terminal(core::problem_text(problem)) << "\n";
  }
}

void write_lost(const Status& status, Context& context) {
  const auto& lost = status.health.lost;
  if (lost.empty()) return;
  context.out << "\n" << paint(context.out_style, Paint::bold, "Does not load") << "\n";
  Table table({{.align = Align::right}, {.most = 40}, {}}, 2);
  for (const auto& pointer : lost) {
    table.add({{.text = concat("line ", pointer.line)},
               {.text = quote_name(pointer.path), .paint = Paint::red},
               {.text = one_line_for_terminal(
                    concat(pointer.title, pointer.hook.empty() ? "" : " — ", pointer.hook))}});
  }
  table.write(context);
}

void write_largest(const Status& status, Context& context) {
  const auto& index = status.snapshot.index;
  if (status.health.largest.empty() || index.measure.fill == formats::Fill::ok) return;
  context.out << "\n"
              << paint(context.out_style, Paint::bold, "Largest entries")
              << " (what each would free)\n";
  Table table({{.align = Align::right}, {.align = Align::right}, {}}, 2);
  for (const auto* entry : status.health.largest) {
    table.add({{.text = concat("line ", entry->line)},
               {.text = concat(count_of(entry->units + 1, "unit"))},
               {.text = one_line_for_terminal(entry->title)}});
  }
  table.write(context);
}

// "a.md, b.md and 3 more".
std::string some_of(const std::vector<std::string>& names) {
  std::vector<std::string> shown(
      names.begin(),
      names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNamed)));
  const auto more = names.size() - shown.size();
  return concat(join(shown, ", "), more > 0 ? concat(" and ", more, " more") : std::string());
}

std::vector<std::string> quoted(const std::vector<std::string>& files) {
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(quote_name(file));
  return names;
}

std::string types_of(const core::Health& health) {
  std::vector<std::string> parts;
  for (const auto& [type, count] : health.by_type) {
    parts.push_back(
        concat(count, " ", type.empty() ? "without type" : one_line_for_terminal(type)));
  }
  return join(parts, ", ");
}

std::vector<std::string> names_of(const std::vector<core::Pointer>& pointers) {
  std::vector<std::string> names;
  for (const auto& pointer : pointers) {
    names.push_back(concat(quote_name(pointer.source), ":", pointer.line, " ",
                           quote_name(pointer.path), pointer.exists ? " (exists)" : ""));
  }
  return names;
}

void write_memories(const Status& status, Context& context) {
  const auto& health = status.health;
  std::vector<std::string> broken;
  for (const auto* memory : health.broken) {
    const auto worst = std::ranges::find_if(
        memory->problems, [](const auto& problem) { return core::describe(problem.kind).broken; });
    broken.push_back(
        concat(quote_name(memory->file), " ", one_line_for_terminal(core::problem_text(*worst))));
  }
  context.out << "\n" << paint(context.out_style, Paint::bold, "Memories") << "\n";
  Table table({{}, {.align = Align::right}, {}}, 2);
  const auto row = [&](std::string what, std::size_t count, std::string detail, Paint shade) {
    const auto alarm = count > 0 ? std::optional(shade) : std::nullopt;
    table.add({{.text = std::move(what)},
               {.text = with_thousands(count), .paint = alarm},
               {.text = std::move(detail)}});
  };
  row("total", health.total, types_of(health), Paint::bold);
  if (status.tree.known) {
    const auto& lost = status.tree.listed_but_lost;
    if (!lost.empty()) row("lost", lost.size(), some_of(quoted(lost)), Paint::red);
    const auto& orphans = status.tree.orphans;
    row("orphans", orphans.size(), some_of(quoted(orphans)), Paint::yellow);
    row("dangling", health.dangling.size(), some_of(names_of(health.dangling)), Paint::red);
  } else {
    table.add({{.text = "orphans"}, {.text = "?"}, {.text = "not known without the index"}});
  }
  if (!health.other_case.empty()) {
    row("case", health.other_case.size(), some_of(names_of(health.other_case)), Paint::yellow);
  }
  if (!health.outside.empty()) {
    row("outside", health.outside.size(), some_of(names_of(health.outside)), Paint::yellow);
  }
  row("stale", health.stale, health.stale > 0 ? "see 'memdir list --stale'" : "", Paint::yellow);
  row("broken", broken.size(), some_of(broken), Paint::red);
  table.write(context);
  for (const auto& nested : status.snapshot.nested) {
    context.out << "  " << quote_name(nested) << " has a MEMORY.md of its own and is not read\n";
  }
}

}  // namespace

void write_status_text(const Status& status, Context& context) {
  context.out << display_path(context, status.snapshot.directory) << "\n\n";
  write_index(status, context);
  write_lost(status, context);
  write_largest(status, context);
  write_memories(status, context);
}

}  // namespace memdir::cli
