#include "formats/frontmatter_scalar.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

constexpr auto kNone = std::string_view::npos;

// Offset of the quote that closes the one at the start of `text`, or npos.
std::size_t find_closing_quote(std::string_view text) {
  if (text.front() == '"') {
    for (std::size_t at = 1; at < text.size(); ++at) {
      if (text[at] == '"') return at;
      if (text[at] == '\\') ++at;
    }
    return kNone;
  }
  for (auto at = text.find('\'', 1); at != kNone; at = text.find('\'', at + 2)) {
    if (at + 1 == text.size() || text[at + 1] != '\'') return at;
  }
  return kNone;
}

struct Escape {
  char32_t code_point = 0;
  std::size_t size = 0;  // of the whole escape in bytes
};

// The number that the `count` hex digits at the start of `text` stand for.
std::optional<char32_t> read_hex(std::string_view text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  std::uint32_t number = 0;
  const auto* end = text.data() + count;
  const auto [stop, error] = std::from_chars(text.data(), end, number, 16);
  if (stop != end || error != std::errc()) return std::nullopt;
  return number;
}

bool is_between(char32_t code_point, char32_t low, char32_t high) {
  return code_point >= low && code_point <= high;
}

// Reads \uHHHH, or two of them that form a surrogate pair. Half a pair is no character.
std::optional<Escape> read_unicode_escape(std::string_view text) {
  const auto first = read_hex(text.substr(2), 4);
  if (!first) return std::nullopt;
  if (!is_between(*first, 0xD800, 0xDFFF)) return Escape{.code_point = *first, .size = 6};
  if (*first >= 0xDC00 || !text.substr(6).starts_with("\\u")) return std::nullopt;
  const auto second = read_hex(text.substr(8), 4);
  if (!second || !is_between(*second, 0xDC00, 0xDFFF)) return std::nullopt;
  return Escape{.code_point = 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00),
                .size = 12};
}

// Reads the escape at the start of `text`, which begins with a backslash; nothing if it is none
// that we know.
std::optional<Escape> read_escape(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const auto simple = [](char32_t code_point) {
    return Escape{.code_point = code_point, .size = 2};
  };
  switch (text[1]) {
    case '"':
      return simple(U'"');
    case '\\':
      return simple(U'\\');
    case '/':
      return simple(U'/');
    case 'n':
      return simple(U'\n');
    case 't':
      return simple(U'\t');
    case 'r':
      return simple(U'\r');
    case '0':
      return simple(U'\0');
    case 'x':
      if (const auto number = read_hex(text.substr(2), 2)) {
        return Escape{.code_point = *number, .size = 4};
      }
      return std::nullopt;
    case 'u':
      return read_unicode_escape(text);
    default:
      return std::nullopt;
  }
}

void unescape_double(std::string_view inside, ScalarReading& reading) {
  reading.value.reserve(inside.size());
  bool unknown = false;
  while (!inside.empty()) {
    const auto plain = std::min(inside.find('\\'), inside.size());
    reading.value += inside.substr(0, plain);
    inside.remove_prefix(plain);
    if (inside.empty()) break;
    if (const auto escape = read_escape(inside)) {
      append_utf8(reading.value, escape->code_point);
      inside.remove_prefix(escape->size);
    } else {
      unknown = true;
      reading.value += '\\';
      inside.remove_prefix(1);
    }
  }
  if (unknown) reading.flags.push_back(FlagKind::unknown_escape);
}

void unescape_single(std::string_view inside, std::string& value) {
  value.reserve(inside.size());
  for (std::size_t at = 0; at < inside.size(); ++at) {
    value += inside[at];
    if (inside[at] == '\'') ++at;  // they stand in pairs
  }
}

// Where the item that `text` starts with ends: at a comma outside its quotes, or with the text. A
// quote within an item ("don't") is none.
std::size_t find_item_end(std::string_view text) {
  const auto start = std::min(text.find_first_not_of(" \t"), text.size());
  std::size_t from = start;
  if (start < text.size() && (text[start] == '"' || text[start] == '\'')) {
    const auto close = find_closing_quote(text.substr(start));
    if (close == kNone) return text.size();
    from = start + close;
  }
  return std::min(text.find(',', from), text.size());
}

}  // namespace

ScalarReading read_scalar(std::string_view raw) {
  ScalarReading reading;
  const bool quoted = !raw.empty() && (raw.front() == '"' || raw.front() == '\'');
  const auto close = quoted ? find_closing_quote(raw) : kNone;
  if (quoted && close + 1 == raw.size()) {
    const auto inside = raw.substr(1, close - 1);
    if (raw.front() == '"') {
      reading.style = ValueStyle::double_quoted;
      unescape_double(inside, reading);
    } else {
      reading.style = ValueStyle::single_quoted;
      unescape_single(inside, reading.value);
    }
    return reading;
  }
  reading.value = raw;
  if (quoted) {
    reading.flags.push_back(close == kNone ? FlagKind::unclosed_quote : FlagKind::text_after_quote);
  }
  return reading;
}

ListReading read_flow_items(std::string_view inside) {
  ListReading list;
  while (!inside.empty()) {
    const auto end = find_item_end(inside);
    auto item = read_scalar(trim_blanks(inside.substr(0, end)));
    inside.remove_prefix(std::min(end + 1, inside.size()));
    list.flags.insert(list.flags.end(), item.flags.begin(), item.flags.end());
    if (!item.value.empty()) list.items.push_back(std::move(item.value));
  }
  return list;
}

bool is_list_key(std::string_view name) {
  constexpr std::string_view kListKeys[] = {"relates_to",    "related", "supersedes",
                                            "superseded_by", "tags",    "trigger"};
  return std::ranges::find(kListKeys, name) != std::end(kListKeys);
}

bool is_block_indicator(std::string_view raw) {
  if (raw.empty() || raw.size() > 3 || (raw.front() != '|' && raw.front() != '>')) return false;
  const auto rest = raw.substr(1);
  const auto is_sign = [](char c) { return c == '+' || c == '-'; };
  return std::ranges::count_if(rest, is_sign) <= 1 &&
         std::ranges::count_if(rest, is_ascii_digit) <= 1 &&
         std::ranges::all_of(rest, [&](char c) { return is_sign(c) || is_ascii_digit(c); });
}

}  // namespace memdir::formats
