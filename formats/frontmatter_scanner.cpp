#include "formats/frontmatter_scanner.hpp"

#include <algorithm>
#include <array>

#include "formats/frontmatter_scalar.hpp"

namespace memdir::formats {
namespace {

constexpr auto kNone = std::string_view::npos;
// Far beyond any memory; a hostile file of 4 MB could else hold a million fields of 150 bytes.
constexpr std::size_t kMaxFields = 10'000;

// Every character of every key of 100,000 files passes here: a table, not calls.
constexpr auto kKeyCharacters = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("0123456789_.-abcdefghijklmnopqrstuvwxyz"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

bool is_key_character(char c) { return kKeyCharacters[static_cast<unsigned char>(c)]; }

// Number of blanks at the start of `text`.
std::size_t count_blanks(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && (text[count] == ' ' || text[count] == '\t')) ++count;
  return count;
}

// Offset of the colon of a key line without its indentation, or npos if it is no key line.
std::size_t find_key_colon(std::string_view content) {
  const char first = content.front();
  if (!is_key_character(first) || is_ascii_digit(first) || first == '.' || first == '-') {
    return kNone;
  }
  std::size_t at = 1;
  while (at < content.size() && is_key_character(content[at])) ++at;
  if (at == content.size() || content[at] != ':') return kNone;
  return at + 1 == content.size() || is_blank(content[at + 1]) ? at : kNone;
}

bool is_item_line(std::string_view content) {
  return content.front() == '-' && (content.size() == 1 || is_blank(content[1]));
}

// Only the order of widths matters. A tab is as wide as the two spaces that real files use, so that
// siblings may be indented by either.
std::size_t indent_width(std::string_view indent) {
  return indent.size() + static_cast<std::size_t>(std::ranges::count(indent, '\t'));
}

// Reads the lines of one block; a field stays open until a line comes that does not belong to it.
class Scanner {
 public:
  explicit Scanner(std::string_view block) : block_(block) {
    result_.present = true;
    result_.fields.reserve(8);  // enough for nearly all, in one allocation
  }

  Frontmatter scan() {
    for (std::size_t begin = 0; begin < block_.size();) {
      const auto newline = std::min(block_.find('\n', begin), block_.size() - 1);
      const auto crlf = newline > begin && block_[newline - 1] == '\r' ? 1U : 0U;
      ++number_;
      read_line({.bytes = {begin, newline - crlf}, .full = {begin, newline + 1}});
      begin = newline + 1;
    }
    close_value();
    return std::move(result_);
  }

 private:
  Field& top() { return result_.fields[top_]; }
  Field& last() { return result_.fields[last_]; }

  void read_line(const Line& line) {
    const auto text = line.bytes.of(block_);
    const auto indent = count_blanks(text);
    const auto content = text.substr(indent);
    if (content.empty()) {
      ++blank_lines_;
      return;
    }
    if (text.front() == '#') return;
    const auto width = indent == 0 ? 0 : indent_width(text.substr(0, indent));
    if (continues_value(width)) return continue_value(line, text, indent);
    if (const auto colon = find_key_colon(content); colon != kNone && takes_key(width)) {
      return open_field(line, {line.bytes.begin + indent, line.bytes.begin + indent + colon},
                        width);
    }
    if (is_item_line(content) && takes_items(width)) return add_item(line, content);
    skip_line(line, width);
  }

  bool continues_value(std::size_t width) {
    return last_ != kNone && width > last_width_ && !last().value_bytes.empty();
  }

  // A nested key needs a parent without a value. Deeper maps than one level are not read.
  bool takes_key(std::size_t width) {
    if (result_.fields.size() == kMaxFields) return false;
    if (width == 0) return true;
    if (top_ == kNone || !top().value_bytes.empty() || top().style == ValueStyle::item_list) {
      return false;
    }
    return last_ == top_ || width <= last_width_;
  }

  bool takes_items(std::size_t width) {
    return last_ != kNone && width >= last_width_ && last().value_bytes.empty();
  }

  void open_field(const Line& line, ByteRange name, std::size_t width) {
    close_value();
    Field field;
    name_ = name.of(block_);
    if (width == 0) {
      field.key = name_;
      top_ = result_.fields.size();
    } else {
      field.key = concat(top().key, ".", name_);
      top().style = ValueStyle::map;
    }
    field.line = number_;
    field.value_bytes = find_value(name.end + 1, line.bytes.end);
    field.block = line.full;
    if (is_block_indicator(field.value_bytes.of(block_))) field.style = ValueStyle::block;
    last_ = result_.fields.size();
    last_width_ = width;
    joined_.clear();
    block_indent_ = kNone;
    result_.fields.push_back(std::move(field));
    extend(line);
  }

  // An empty value stands after the first blank behind the colon, if there is one.
  [[nodiscard]] ByteRange find_value(std::size_t begin, std::size_t end) const {
    const auto rest = block_.substr(begin, end - begin);
    const auto value = trim_blanks(rest);
    if (value.empty()) {
      const auto at = begin + (rest.empty() ? 0 : 1);
      return {at, at};
    }
    const auto at = static_cast<std::size_t>(value.data() - block_.data());
    return {at, at + value.size()};
  }

  // The line belongs to the open field and to the map around it.
  void extend(const Line& line) {
    last().block.end = line.full.end;
    top().block.end = line.full.end;
    blank_lines_ = 0;
  }

  void continue_value(const Line& line, std::string_view text, std::size_t indent) {
    if (last().style == ValueStyle::block) {
      add_block_line(text, indent);
    } else {
      if (joined_.empty()) {
        joined_ = last().value_bytes.of(block_);
        flag(FlagKind::folded, last().line);
      }
      joined_ += ' ';
      joined_ += trim_blanks(text);
    }
    extend(line);
  }

  // Literal lines keep what goes beyond the indentation of the first, and blank lines between; in
  // folded ones a blank line is where a new line begins.
  void add_block_line(std::string_view text, std::size_t indent) {
    const bool literal = block_[last().value_bytes.begin] == '|';
    if (block_indent_ == kNone) {
      block_indent_ = indent;
    } else if (blank_lines_ == 0) {
      joined_ += literal ? '\n' : ' ';
    } else {
      joined_.append(blank_lines_ + (literal ? 1 : 0), '\n');
    }
    joined_ += literal ? text.substr(std::min(block_indent_, indent)) : trim_blanks(text);
  }

  void add_item(const Line& line, std::string_view content) {
    auto item = read_scalar(trim_blanks(content.substr(1)));
    last().style = ValueStyle::item_list;
    for (const auto kind : item.flags) flag(kind, number_);
    if (!item.value.empty()) last().items.push_back(std::move(item.value));
    extend(line);
  }

  // An indented line that cannot be read still belongs to what it is indented below, so that it
  // comes and goes with it; one at column 0 ends the field before.
  void skip_line(const Line& line, std::size_t width) {
    flag(FlagKind::unparsed_line, number_);
    if (width == 0) {
      close_value();
      top_ = last_ = kNone;
    } else if (top_ != kNone) {
      if (width > last_width_) last().block.end = line.full.end;
      top().block.end = line.full.end;
    }
  }

  void close_value() {
    if (last_ == kNone) return;
    auto& field = last();
    if (field.style == ValueStyle::block) {
      field.value = std::move(joined_);
    } else if (!field.value_bytes.empty()) {
      read_value(field, joined_.empty() ? field.value_bytes.of(block_) : joined_);
    }
  }

  void read_value(Field& field, std::string_view raw) {
    if (raw.size() > 1 && raw.front() == '[' && raw.back() == ']' && is_list_key(name_)) {
      auto list = read_flow_items(raw.substr(1, raw.size() - 2));
      field.style = ValueStyle::flow_list;
      field.items = std::move(list.items);
      for (const auto kind : list.flags) flag(kind, field.line);
      return;
    }
    auto scalar = read_scalar(raw);
    field.style = scalar.style;
    field.value = std::move(scalar.value);
    for (const auto kind : scalar.flags) flag(kind, field.line);
  }

  void flag(FlagKind kind, std::size_t line) {
    result_.flags.push_back({.kind = kind, .line = line});
  }

  std::string_view block_;
  Frontmatter result_{};
  std::size_t number_ = 1;        // of the line in the file; the opening fence is line 1
  std::size_t top_ = kNone;       // the last field at top level
  std::size_t last_ = kNone;      // the open field, which may be the same
  std::size_t last_width_ = 0;    // its indentation
  std::string_view name_{};       // its key as written
  std::string joined_{};          // its value, once it has more than one line
  std::size_t block_indent_ = 0;  // of the first line of a block scalar
  std::size_t blank_lines_ = 0;   // since its last line
};

}  // namespace

Frontmatter scan_fields(std::string_view block) { return Scanner(block).scan(); }

}  // namespace memdir::formats
