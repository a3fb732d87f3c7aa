// Edits of one field that leave every other byte of the file as it was: key order, quoting of other
// values, trailing blanks, BOM, line endings, a missing final newline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/frontmatter_quote.hpp"  // quote_value
#include "formats/support/result.hpp"

namespace memdir::formats {

// Returns the whole text of a file with `key` set to `value`, in the shape the file has: where the
// key stands (top level or `metadata`) its value's bytes are replaced; a new key goes to where the
// file keeps `type` (below `metadata` if `type` stands there or only `metadata` exists), after the
// last field there; a file without frontmatter gets a block, with the line ending the file uses. A
// value is quoted only where it must be (see quote_value); an equal value changes nothing. Fails
// with invalid_input: a key that is not [A-Za-z_][A-Za-z0-9_.-]*, a value with a line break or NUL,
// a value of more than one line in the file that is no scalar (a map), frontmatter that never
// closes.
Result<std::string> set_field(std::string_view text, std::string_view key, std::string_view value);

// The same for a list, written as a flow list `[a, b]` unless the file has an item list there.
Result<std::string> set_list_field(std::string_view text, std::string_view key,
                                   const std::vector<std::string>& items);

// Removes the key with all its lines, at top level and below `metadata`; a missing key changes
// nothing.
Result<std::string> unset_field(std::string_view text, std::string_view key);

}  // namespace memdir::formats
