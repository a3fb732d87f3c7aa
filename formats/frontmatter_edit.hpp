// Edits of one field that leave every other byte of the file as it was: key order, quoting of other
// values, trailing blanks, BOM, line endings, a missing final newline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/frontmatter_quote.hpp"  // quote_value
#include "formats/support/result.hpp"

namespace memdir::formats {

// "k" and "metadata.k" are one key: what stands at both places is written at both. All fail with
// `invalid_input` for a key that is not [A-Za-z_][A-Za-z0-9_.-]*, for frontmatter that never
// closes, and where lines that are no fields would take on another meaning: each edit is read back,
// and made only if all other fields read as before.

// Returns the whole text of a file with `key` set to `value`, in the shape the file has: where the
// key stands its value's bytes are replaced; a new key goes to where the file keeps `type` (below
// `metadata` if `type` stands there or only `metadata` exists), after the last field there, but
// `name` and `description` go to the front at top level; a file without frontmatter gets a block,
// with the line ending the file uses. A value is quoted only where it must be (see quote_value); an
// equal value changes nothing. Fails also for a value with a line break or NUL, and for a key that
// holds a map.
Result<std::string> set_field(std::string_view text, std::string_view key, std::string_view value);

// The same for a list, written as a flow list `[a, b]`, or as an item list if the file has one
// there or brackets would be text below that key (see is_list_key). Empty items are left out.
Result<std::string> set_list_field(std::string_view text, std::string_view key,
                                   const std::vector<std::string>& items);

// Removes the key with all its lines, at top level and below `metadata`, and where it stands more
// than once; a missing key changes nothing.
Result<std::string> unset_field(std::string_view text, std::string_view key);

}  // namespace memdir::formats
