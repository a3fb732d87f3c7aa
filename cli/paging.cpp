#include "cli/paging.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/globals.hpp"
#include "formats/support/unicode.hpp"

namespace memdir::cli {
namespace {

constexpr std::string_view kDefaultPager = "less -FIRX";
constexpr std::string_view kTab = "        ";  // as wide as it may be
constexpr char kEscape = '\x1b';

// Help pages and the version are, whatever command they are about.
bool is_paged(const std::vector<std::string>& args) {
  if (has_option(args, "--help") || has_option(args, "-h")) return true;
  const auto at = find_command_word(args);
  if (!at) return true;
  const auto command = find_command(args[*at]);
  return command && (*command)->paged;
}

// The end of the escape sequence at `at`, as style.hpp makes them: of a colour the letter after its
// numbers, of a link the next ESC and what follows it.
std::size_t end_of_escape(std::string_view text, std::size_t at) {
  const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
  std::size_t end = std::string_view::npos;
  if (kind == '[') {
    const auto letter = text.find_first_not_of("0123456789;", at + 2);
    if (letter != std::string_view::npos) end = letter + 1;
  } else if (kind == ']') {
    const auto next = text.find(kEscape, at + 2);
    if (next != std::string_view::npos) end = next + 2;
  } else {
    end = at + 2;
  }
  return std::min(end, text.size());
}

// What of a line takes up room.
std::string visible_text(std::string_view line) {
  std::string visible;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == kEscape) {
      at = end_of_escape(line, at);
      continue;
    }
    visible += line[at] == '\t' ? kTab : line.substr(at, 1);
    ++at;
  }
  return visible;
}

std::size_t rows_of(std::string_view line, std::optional<std::size_t> columns) {
  if (!columns || *columns == 0) return 1;
  const auto width = display_width(visible_text(line));
  return std::max<std::size_t>(1, (width + *columns - 1) / *columns);
}

}  // namespace

std::optional<std::string> choose_pager(const std::vector<std::string>& args,
                                        const core::Environment& environment,
                                        const core::TerminalInfo& terminal) {
  if (!terminal.out_is_terminal || !terminal.rows) return std::nullopt;
  if (has_option(args, "--no-pager") || asks_for_json(args) || !is_paged(args)) {
    return std::nullopt;
  }
  auto pager = environment.get("MEMDIR_PAGER");
  if (!pager) pager = environment.get("PAGER");
  // On a dumb terminal less would only ask whether to go on.
  if (!pager && environment.get("TERM") != "dumb") pager = kDefaultPager;
  if (pager && (pager->empty() || *pager == "cat")) pager.reset();
  return pager;
}

bool overflows(const core::TerminalInfo& terminal, std::string_view text) {
  if (!terminal.rows) return false;
  std::size_t rows = 0;
  while (!text.empty() && rows <= *terminal.rows) {
    const auto end = text.find('\n');
    rows += rows_of(text.substr(0, end), terminal.columns);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return rows > *terminal.rows;
}

}  // namespace memdir::cli
