#include "formats/support/text.hpp"

#include <algorithm>

namespace memdir {

std::string join_pieces(std::initializer_list<std::string_view> pieces) {
  std::size_t size = 0;
  for (const auto piece : pieces) size += piece.size();
  std::string result;
  result.reserve(size);
  for (const auto piece : pieces) result += piece;
  return result;
}

std::string join(const std::vector<std::string>& items, std::string_view separator) {
  std::string result;
  for (const auto& item : items) {
    if (&item != &items.front()) result += separator;
    result += item;
  }
  return result;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_blank_text(std::string_view text) { return std::ranges::all_of(text, is_blank); }

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return trim_blanks_right(text);
}

std::string_view trim_blanks_right(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii_alnum(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string to_ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const auto newline = text.find('\n', begin);
    const bool last = newline == std::string_view::npos;
    const std::size_t full_end = last ? text.size() : newline + 1;
    std::size_t end = last ? text.size() : newline;
    if (!last && end > begin && text[end - 1] == '\r') --end;
    lines.push_back({.bytes = {begin, end}, .full = {begin, full_end}});
    begin = full_end;
  }
  return lines;
}

std::size_t count_lines(std::string_view text) {
  const auto newlines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  return newlines + (!text.empty() && text.back() != '\n' ? 1 : 0);
}

std::string count_of(std::size_t number, std::string_view noun) {
  if (number == 1) return concat("1 ", noun);
  const bool in_y = noun.ends_with("ry") || noun.ends_with("ly");  // entry, family; not day
  const auto stem = in_y ? noun.substr(0, noun.size() - 1) : noun;
  return concat(with_thousands(number), " ", stem, in_y ? "ies" : "s");
}

std::string with_thousands(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

}  // namespace memdir
