// Man pages in roff, written directly: what other tools make of markdown does not pass mandoc's
// lint.
#include "cli/commands.hpp"
#include "cli/generate.hpp"
#include "cli/globals.hpp"
#include "cli/help.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

constexpr std::string_view kDate = "2026-11-20";  // fixed, for the pages are committed

// Text that roff prints as it stands. A leading dot or quote would make the line a request; a bare
// hyphen or quote would become a typographic one, which nobody can copy into a shell.
std::string escape(std::string_view text) {
  std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    switch (c) {
      case '\\':
        result += "\\e";
        break;
      case '-':
        result += "\\-";
        break;
      case '\'':
        result += "\\(aq";
        break;
      case '`':
        result += "\\(ga";
        break;
      case '^':
        result += "\\(ha";
        break;
      case '~':
        result += "\\(ti";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string bold(std::string_view text) { return concat("\\fB", escape(text), "\\fR"); }
std::string italic(std::string_view text) { return concat("\\fI", escape(text), "\\fR"); }

std::string section(std::string_view title) { return concat(".SH ", title, "\n"); }

// A term and what it means; the term is roff already.
std::string item(std::string_view term, std::string_view meaning) {
  return concat(".TP\n", term, "\n", escape(meaning), "\n");
}

// Sentences of the tables have no final period, prose has.
std::string paragraphs(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find("\n\n"), text.size());
    result += concat(result.empty() ? "" : ".PP\n", escape(text.substr(0, end)), "\n");
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return result;
}

std::string term_of(const FlagSpec& row) {
  if (row.positional) return italic(row.names.front());
  std::string term;
  for (const auto& name : row.names) term += concat(term.empty() ? "" : ", ", bold(name));
  return row.is_switch() ? term : concat(term, " ", italic(row.value_name));
}

std::string rows_section(std::string_view title, const std::vector<FlagSpec>& rows,
                         bool positional) {
  std::string items;
  for (const auto& row : rows) {
    if (row.positional == positional) items += item(term_of(row), help_of(row));
  }
  return items.empty() ? "" : section(title) + items;
}

std::string examples_section(std::span<const Example> examples) {
  std::string items;
  for (const auto& example : examples) items += item(bold(example.command), example.meaning);
  return items.empty() ? "" : section("EXAMPLES") + items;
}

std::string endings() {
  auto text = section("EXIT STATUS");
  for (const auto& [code, meaning] : exit_meanings()) text += item(bold(code), meaning);
  text += section("ENVIRONMENT");
  for (const auto& [name, meaning] : environment_variables()) text += item(bold(name), meaning);
  return text;
}

std::string head(std::string_view page, std::string_view summary, std::string_view usage) {
  std::string title(page);
  for (char& c : title) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return concat(".\\\" Written by 'memdir man'; do not edit.\n.TH ", escape(title), " 1 ", kDate,
                " memdir \"User Commands\"\n", section("NAME"), escape(page), " \\- ",
                escape(summary), "\n", section("SYNOPSIS"), escape(usage), "\n");
}

// The page of `self` sees all others.
std::string see_also(std::string_view self) {
  auto text = section("SEE ALSO");
  std::string last = self.empty() ? "" : ".BR memdir (1)";
  for (const auto* command : commands()) {
    if (command->hidden || command->name == self) continue;
    if (!last.empty()) text += last + ",\n";
    last = concat(".BR memdir\\-", escape(command->name), " (1)");
  }
  return text + last + "\n";
}

}  // namespace

std::string write_man_page() {
  auto page = head("memdir", program_summary(), program_usage());
  page += section("DESCRIPTION") + paragraphs(program_description());
  page += section("COMMANDS");
  for (const auto* command : commands()) {
    if (!command->hidden) page += item(bold(command->name), command->summary);
  }
  page += rows_section("GLOBAL OPTIONS", describe_globals(), false);
  return page + endings() + examples_section(program_examples()) + see_also("");
}

std::string write_man_page(const Command& command) {
  const auto rows = command.describe();
  auto page = head(concat("memdir-", command.name), command.summary, usage_of(command));
  page += section("DESCRIPTION") + paragraphs(command.description);
  page += rows_section("ARGUMENTS", rows, true);
  page += rows_section("OPTIONS", rows, false);
  page += rows_section("GLOBAL OPTIONS", describe_globals(command), false);
  return page + endings() + examples_section(command.examples) + see_also(command.name);
}

}  // namespace memdir::cli
