#include "formats/index_file.hpp"

#include <algorithm>

#include "formats/block_lines.hpp"
#include "formats/document.hpp"
#include "formats/link_scanner.hpp"
#include "formats/link_target.hpp"

namespace memdir::formats {
namespace {

constexpr auto npos = std::string_view::npos;

// Bytes of "- ", "* ", "+ ", "12. " or "12) " at the start of `text`; 0 if it is no list mark.
std::size_t list_mark(std::string_view text) {
  std::size_t at = 0;
  if (!text.empty() && contains("-*+", text.substr(0, 1))) {
    at = 1;
  } else {
    while (at < text.size() && at < 9 && is_ascii_digit(text[at])) ++at;
    if (at == 0 || at >= text.size() || (text[at] != '.' && text[at] != ')')) return 0;
    ++at;
  }
  if (at < text.size() && !is_blank(text[at])) return 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// Level of an ATX heading, 0 if it is none.
std::size_t heading_level(std::string_view text) {
  const auto end = text.find_first_not_of('#');
  const auto level = end == npos ? text.size() : end;
  return level >= 1 && level <= 6 && (end == npos || is_blank(text[end])) ? level : 0;
}

bool is_rule(std::string_view text) {
  if (text.empty() || !contains("-*_", text.substr(0, 1))) return false;
  const auto marks = std::ranges::count(text, text[0]);
  const auto blanks = std::ranges::count_if(text, is_blank);
  return marks >= 3 && static_cast<std::size_t>(marks + blanks) == text.size();
}

// "===" or "---" below a paragraph makes a heading of it.
std::size_t underline_level(std::string_view text) {
  text = trim_blanks_right(text);
  if (text.empty() || (text[0] != '=' && text[0] != '-')) return 0;
  if (text.find_first_not_of(text[0]) != npos) return 0;
  return text[0] == '=' ? 1 : 2;
}

// What kind of block line `text` (without indentation) starts, and how many bytes its mark takes.
struct Shape {
  LineKind kind;
  std::size_t mark = 0;
  std::size_t level = 0;
};

Shape shape_of(std::string_view text, LinkDefinitions& definitions) {
  if (text.empty()) return {LineKind::blank};
  if (const auto level = heading_level(text)) {
    const auto content = text.find_first_not_of(" \t", level);
    return {LineKind::heading, content == npos ? text.size() : content, level};
  }
  if (is_rule(text)) return {LineKind::rule};
  if (const auto mark = list_mark(text)) return {LineKind::list_item, mark};
  if (text[0] == '|') return {LineKind::table_row, 1};
  if (text[0] == '>') return {LineKind::quote, 1};
  if (read_definition(text, definitions)) return {LineKind::definition};
  return {LineKind::paragraph};
}

class IndexParser {
 public:
  explicit IndexParser(std::string_view text) : text_(text) {}

  IndexFile parse() {
    const auto document = split_document(text_);
    const auto body = body_text(document);
    add_frontmatter(document);
    const std::size_t offset = text_.size() - body.size();
    for (const auto& [line, role] : classify_lines(body)) add_line(line, offset, role);
    find_links();
    return std::move(index_);
  }

 private:
  void add_frontmatter(const Document& document) {
    if (!document.has_frontmatter()) return;
    for (const auto& line : split_lines(text_.substr(0, text_.size() - document.body.size()))) {
      push({.line = line, .kind = LineKind::frontmatter, .content = line.bytes.begin});
    }
  }

  void push(IndexLine line) {
    line.number = index_.lines.size() + 1;
    index_.lines.push_back(std::move(line));
  }

  void add_line(Line line, std::size_t offset, LineRole role) {
    line.bytes = {line.bytes.begin + offset, line.bytes.end + offset};
    line.full = {line.full.begin + offset, line.full.end + offset};
    if (role != LineRole::text) {
      const auto kind = role == LineRole::fence ? LineKind::fence : LineKind::comment;
      push({.line = line, .kind = kind, .content = line.bytes.begin});
      return;
    }
    const auto whole = line.bytes.of(text_);
    const auto rest = trim_blanks(whole);
    const auto begin =
        rest.empty() ? line.bytes.end
                     : line.bytes.begin + static_cast<std::size_t>(rest.data() - whole.data());
    const auto above = index_.lines.empty() ? LineKind::blank : index_.lines.back().kind;
    if (const auto level = underline_level(rest); level > 0 && above == LineKind::paragraph) {
      index_.lines.back().kind = LineKind::heading;
      index_.lines.back().level = level;
      push({.line = line, .kind = LineKind::rule, .content = begin});
      return;
    }
    const auto shape = shape_of(rest, definitions_);
    push({.line = line, .kind = shape.kind, .level = shape.level, .content = begin + shape.mark});
  }

  // A second pass, since a link may stand before the definition of its label.
  void find_links() {
    for (auto& line : index_.lines) {
      const bool silent = line.kind == LineKind::fence || line.kind == LineKind::comment ||
                          line.kind == LineKind::frontmatter || line.kind == LineKind::definition;
      if (silent) continue;
      const ByteRange content{line.content, line.line.bytes.end};
      line.links = scan_links(content.of(text_), content.begin, line.number, definitions_);
    }
  }

  std::string_view text_;
  IndexFile index_{};
  LinkDefinitions definitions_{};
};

bool names_file(const IndexLine& line) { return std::ranges::any_of(line.links, may_name_file); }

}  // namespace

IndexFile parse_index(std::string_view text) { return IndexParser(text).parse(); }

bool may_name_file(const Link& link) {
  if (link.kind == LinkKind::wiki) return true;  // a name, which may hold a colon
  const auto target = resolve_target(link.target, "");
  if (target.kind == LinkTarget::Kind::none) return false;
  return link.kind != LinkKind::code_span || target.path.ends_with(".md");
}

bool is_sub_index(std::string_view body) {
  constexpr std::size_t kFewest = 5;
  // Nearly all memories have fewer list items than that, and counting them is cheap.
  std::size_t items = 0;
  for (std::size_t at = 0; at < body.size() && items < kFewest;) {
    const auto line = trim_blanks(body.substr(at, body.find('\n', at) - at));
    const bool item = !line.empty() && (line[0] == '|' || list_mark(line) > 0);
    if (item && line.find_first_of("[`.") != npos) ++items;
    const auto newline = body.find('\n', at);
    at = newline == npos ? body.size() : newline + 1;
  }
  if (items < kFewest) return false;
  std::size_t entries = 0;
  std::size_t counted = 0;
  for (const auto& line : parse_index(body).lines) {
    if (line.kind == LineKind::blank || line.kind == LineKind::heading ||
        line.kind == LineKind::comment) {
      continue;
    }
    ++counted;
    if (line.is_item() && names_file(line)) ++entries;
  }
  return entries >= kFewest && entries * 2 > counted;
}

}  // namespace memdir::formats
