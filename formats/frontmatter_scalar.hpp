// One value of a frontmatter: quotes, escapes and bracket lists, by the tolerant rules of
// frontmatter.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/frontmatter.hpp"

namespace memdir::formats {

struct ScalarReading {
  std::string value{};
  ValueStyle style = ValueStyle::plain;
  std::vector<FlagKind> flags{};  // of text_after_quote, unclosed_quote, unknown_escape
};

// Reads a value without blanks around it. Only quotes that enclose all of it are quotes; otherwise
// the text is literal, and what is odd about it is a flag.
[[nodiscard]] ScalarReading read_scalar(std::string_view raw);

struct ListReading {
  std::vector<std::string> items{};
  std::vector<FlagKind> flags{};
};

// Reads what stands between the brackets of a flow list: cut at commas outside quotes, trimmed,
// unquoted, empty items dropped.
[[nodiscard]] ListReading read_flow_items(std::string_view inside);

// Brackets make a list only below these keys: relates_to, related, supersedes, superseded_by, tags,
// trigger. Elsewhere "[WIP] x" is text.
[[nodiscard]] bool is_list_key(std::string_view name);

// "|" or ">", perhaps with a chomping sign and a digit: the value stands in the next lines.
[[nodiscard]] bool is_block_indicator(std::string_view raw);

}  // namespace memdir::formats
