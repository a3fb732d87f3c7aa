#include "formats/strict_yaml.hpp"

#include <algorithm>

#include "formats/frontmatter_scalar.hpp"
#include "formats/yaml.hpp"
#include "formats/yaml_types.hpp"

namespace memdir::formats {
namespace {

constexpr std::string_view kNoField = "a line that is no field";

bool has_colon_blank(std::string_view text) {
  return contains(text, ": ") || contains(text, ":\t") || text.ends_with(':');
}

bool has_comment_mark(std::string_view text) {
  return text.starts_with('#') || contains(text, " #") || contains(text, "\t#");
}

// What a strict loader cannot accept in a value as it stands on its line; empty where nothing is
// known to be wrong.
std::string find_fault(std::string_view raw) {
  if (raw.empty() || is_block_indicator(raw)) return "";
  const auto scalar = read_scalar(raw);
  for (const auto flag : scalar.flags) {
    if (flag == FlagKind::unclosed_quote) return "a quote that never closes";
    if (flag == FlagKind::text_after_quote) return "text after a quoted phrase";
    if (flag == FlagKind::unknown_escape) return "an escape that YAML does not know";
  }
  if (scalar.style != ValueStyle::plain) return "";
  const char first = raw.front();
  const bool indicator =
      contains("`@%*&!|>", raw.substr(0, 1)) ||
      (contains("-?:", raw.substr(0, 1)) && (raw.size() == 1 || is_blank(raw[1])));
  if (indicator) return concat("a value that starts with '", std::string(1, first), "'");
  if (first == '[' || first == '{') return "brackets that do not hold a whole list or map";
  return has_colon_blank(raw) ? "unquoted ': ' in a value" : "";
}

// A tab where YAML counts the indentation in spaces. Within quotes and block scalars tabs are text.
bool is_indented_by_tab(std::string_view text, const Field* field) {
  const auto indent = text.substr(0, std::min(text.find_first_not_of(" \t"), text.size()));
  if (indent.size() == text.size() || !contains(indent, "\t")) return false;
  if (field == nullptr) return true;
  const bool quoted =
      field->style == ValueStyle::double_quoted || field->style == ValueStyle::single_quoted;
  return !quoted && (field->style != ValueStyle::block || indent.front() == '\t');
}

// The last field that starts at or before that line of the file.
const Field* find_field_before(const Frontmatter& frontmatter, std::size_t line) {
  const auto after = std::ranges::upper_bound(frontmatter.fields, line, {}, &Field::line);
  return after == frontmatter.fields.begin() ? nullptr : &*std::prev(after);
}

bool is_unparsed(const Frontmatter& frontmatter, std::size_t line) {
  const Flag flag{.kind = FlagKind::unparsed_line, .line = line};
  return std::ranges::find(frontmatter.flags, flag) != frontmatter.flags.end();
}

StrictVerdict reject(std::string reason, std::size_t line) {
  return {.rejected = true, .reason = std::move(reason), .line = line};
}

// Puts the parser's complaint into words about the line; its own words are the last resort.
StrictVerdict explain(const Error& error, std::string_view block, const Frontmatter& frontmatter) {
  if (error.line == 0) return reject(error.message, 0);
  const auto lines = split_lines(block);
  const auto line = error.line + 1;  // the opening fence is line 1
  // What is broken may be noticed only in the line after it.
  for (const auto number : {line, line - 1}) {
    if (number < 2 || number - 2 >= lines.size()) continue;
    const auto* field = find_field_before(frontmatter, number);
    if (is_indented_by_tab(lines[number - 2].bytes.of(block), field)) {
      return reject("a tab as indentation", number);
    }
    if (is_unparsed(frontmatter, number)) return reject(std::string(kNoField), number);
    if (field == nullptr) continue;
    auto fault = find_fault(field->value_bytes.of(block));
    if (!fault.empty()) return reject(std::move(fault), field->line);
  }
  return reject(error.message, line);
}

// The lines on which keys start, in all maps.
void collect_key_lines(const YamlNode& node, std::vector<std::size_t>& lines) {
  for (const auto& item : node.items) collect_key_lines(item, lines);
  for (const auto& member : node.members) {
    lines.push_back(member.second.key_line);
    collect_key_lines(member.second, lines);
  }
}

std::string_view cut_comment(std::string_view text) {
  return trim_blanks(text.substr(0, std::min(text.find(" #"), text.size())));
}

// Whether a line that is no field of ours holds words that are no key and can be no value either:
// at column 0, or where yaml-cpp has found a key, which then lacks its colon. Brackets and '?' may
// stand for themselves.
bool is_mere_words(std::string_view text, std::size_t line,
                   const std::vector<std::size_t>& key_lines) {
  const auto words = cut_comment(text);
  if (words.empty() || has_colon_blank(words) || words == "...") return false;
  if (contains("{}[],\"'?%", words.substr(0, 1))) return false;
  return !is_blank(text.front()) || std::ranges::find(key_lines, line) != key_lines.end();
}

// What yaml-cpp lets pass although YAML does not allow it.
StrictVerdict check_leniency(const YamlNode& root, std::string_view block,
                             const Frontmatter& frontmatter) {
  const auto unclosed = std::ranges::find(frontmatter.flags, FlagKind::unclosed_quote, &Flag::kind);
  if (unclosed != frontmatter.flags.end())
    return reject("a quote that never closes", unclosed->line);
  std::vector<std::size_t> key_lines;
  collect_key_lines(root, key_lines);
  const auto lines = split_lines(block);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto text = lines[i].bytes.of(block);
    const auto number = i + 2;
    if (is_indented_by_tab(text, find_field_before(frontmatter, number))) {
      return reject("a tab as indentation", number);
    }
    // yaml-cpp makes a key without a value of them, or a part of the next key.
    if (is_mere_words(text, i + 1, key_lines) && is_unparsed(frontmatter, number)) {
      return reject(std::string(kNoField), number);
    }
  }
  return {};
}

// Adds what strict YAML makes of one value or item that we read as `value`.
void compare(const Field& field, std::string_view value, const YamlNode& node,
             std::vector<StrictDifference>& differences) {
  using Kind = StrictDifference::Kind;
  const auto add = [&](std::string_view strict, Kind kind) {
    differences.push_back(
        {.key = field.key, .line = field.line, .strict = std::string(strict), .kind = kind});
  };
  switch (node.kind) {
    case YamlNode::Kind::list:
      return add("list", Kind::typed);
    case YamlNode::Kind::map:
      return add("map", Kind::typed);
    case YamlNode::Kind::null:
      if (value.starts_with('#')) return add("", Kind::cut);
      if (!value.empty()) return add("null", Kind::typed);
      return;
    case YamlNode::Kind::scalar:
      if (node.scalar.size() < value.size() && has_comment_mark(value) &&
          !has_comment_mark(node.scalar)) {
        return add(node.scalar, Kind::cut);
      }
      if (const auto type = yaml_type(node.scalar); node.plain && !type.empty()) {
        return add(type, Kind::typed);
      }
  }
}

void compare_field(const Field& field, const YamlNode& node,
                   std::vector<StrictDifference>& differences) {
  if (field.style == ValueStyle::map || field.style == ValueStyle::block) return;
  if (!field.is_list()) return compare(field, field.value, node, differences);
  if (node.items.size() != field.items.size()) return;
  for (std::size_t i = 0; i < field.items.size(); ++i) {
    compare(field, field.items[i], node.items[i], differences);
  }
}

// Walks our fields and the tree side by side; of a key that stands twice the first is compared.
std::vector<StrictDifference> find_differences(const YamlNode& root, std::string_view block,
                                               const Frontmatter& frontmatter) {
  std::vector<StrictDifference> differences;
  const Field* parent = nullptr;
  for (const auto& field : frontmatter.fields) {
    const bool nested = is_blank(block[field.block.begin]);
    if (!nested) parent = &field;
    if (find_field(frontmatter, field.key) != &field) continue;
    const auto* map = nested ? root.find(parent->key) : &root;
    const auto name = std::string_view(field.key).substr(nested ? parent->key.size() + 1 : 0);
    const auto* node = map == nullptr ? nullptr : map->find(name);
    if (node != nullptr) compare_field(field, *node, differences);
  }
  return differences;
}

}  // namespace

StrictVerdict judge_frontmatter(const Document& document, const Frontmatter& frontmatter) {
  if (!frontmatter.present) return {};
  const auto block = document.frontmatter;
  const auto root = parse_yaml(block, DuplicateKeys::keep);
  if (!root) return explain(root.error(), block, frontmatter);
  auto verdict = check_leniency(*root, block, frontmatter);
  if (!verdict.rejected) verdict.differences = find_differences(*root, block, frontmatter);
  return verdict;
}

}  // namespace memdir::formats
