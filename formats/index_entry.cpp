// The grammar of an entry line: decoration, link or links, separator, hook text.
#include <algorithm>
#include <array>

#include "formats/index_file.hpp"
#include "formats/link_target.hpp"
#include "formats/support/unicode.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

constexpr std::string_view kEmphasis = "*_~";

// Longest first, so that " -- " is not read as " - ". The last is a UTF-8 em dash that somebody
// decoded as Windows-1252.
constexpr std::array<std::string_view, 8> kSeparators = {"--", "—", "–", "-", ":", ",", "→", "â€”"};

bool holds_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (is_word_character(decoded.code_point)) return true;
    at += decoded.size;
  }
  return false;
}

std::string_view strip(std::string_view text, std::string_view marks) {
  while (!text.empty() && contains(marks, text.substr(0, 1))) text.remove_prefix(1);
  while (!text.empty() && contains(marks, text.substr(text.size() - 1))) text.remove_suffix(1);
  return text;
}

// The separator at the start of `rest`, with the blanks around it.
std::string_view separator_of(std::string_view rest) {
  const auto behind_blanks = trim_blanks(rest);
  if (behind_blanks.empty()) return rest;
  const auto blanks = static_cast<std::size_t>(behind_blanks.data() - rest.data());
  for (const auto mark : kSeparators) {
    if (!behind_blanks.starts_with(mark)) continue;
    auto end = blanks + mark.size();
    while (end < rest.size() && is_blank(rest[end])) ++end;
    return rest.substr(0, end);
  }
  return rest.substr(0, blanks);
}

// Whether the text between two links only strings them together: ", ", " / ", " and ".
bool is_list_glue(std::string_view gap) {
  const auto word = trim_blanks(strip(trim_blanks(gap), kEmphasis));
  if (word == "and" || word == "&" || word == "+") return true;
  return !word.empty() && word.size() <= 3 && !holds_word(word) && contains(",;/|·", word);
}

std::string title_of(const Link& link) {
  if (link.kind == LinkKind::markdown || link.kind == LinkKind::wiki) {
    const auto title = strip(trim_blanks(link.text), "*_`");
    if (!title.empty()) return std::string(title);
  }
  return std::string(base_name(link.target));
}

// The content with the link taken out, for entries that start with text.
std::string without_link(std::string_view text, const IndexLine& line, const Link& link) {
  const auto before = ByteRange{line.content, link.bytes.begin}.of(text);
  const auto after = ByteRange{link.bytes.end, line.line.bytes.end}.of(text);
  return std::string(trim_blanks(concat(trim_blanks_right(before), " ", trim_blanks(after))));
}

}  // namespace

EntryText read_entry(std::string_view text, const IndexLine& line, std::span<const Link> targets) {
  EntryText entry{.title = title_of(targets.front())};
  const auto before = ByteRange{line.content, targets.front().bytes.begin}.of(text);
  const bool task_box = before.starts_with("[ ]") || before.starts_with("[x]");
  if (holds_word(task_box ? before.substr(3) : before) && line.kind != LineKind::table_row) {
    entry.hook = without_link(text, line, targets.front());
    return entry;
  }
  std::size_t last = 0;
  while (last + 1 < targets.size() &&
         is_list_glue(ByteRange{targets[last].bytes.end, targets[last + 1].bytes.begin}.of(text))) {
    ++last;
  }
  auto rest = ByteRange{targets[last].bytes.end, line.line.bytes.end}.of(text);
  while (!rest.empty() && contains(kEmphasis, rest.substr(0, 1))) rest.remove_prefix(1);
  if (line.kind == LineKind::table_row) rest = strip(rest, "| \t");
  const auto separator = separator_of(rest);
  entry.separator = std::string(separator);
  entry.hook = std::string(trim_blanks(rest.substr(separator.size())));
  return entry;
}

}  // namespace memdir::formats
