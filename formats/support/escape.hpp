// How foreign text is shown without harm: names quoted, controls made visible, bytes in base64.
// The rules are one table for all of memdir: a name anywhere, content on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace memdir {

// A file name for text output: as it is, or, where it holds controls, quotes, backslashes,
// ill-formed UTF-8 or invisible characters, in double quotes with C escapes as git prints it with
// core.quotePath=false ("a\nb", "\377", "\342\200\256").
[[nodiscard]] std::string quote_name(std::string_view name);

// What a terminal must not get and a reader cannot see: C0, DEL and C1 controls, bidi controls and
// other format characters, line and paragraph separators. Joiners shape emoji and the scripts of
// half of Asia, and hide nothing; they are none.
[[nodiscard]] bool is_unsafe_to_show(char32_t code_point);

// Content for a terminal: C0 but newline and tab, DEL, C1, bidi controls and other format
// characters become <U+202E>, ill-formed bytes become U+FFFD. Joiners inside emoji stay.
[[nodiscard]] std::string escape_for_terminal(std::string_view text);

// The same for a line of a table: newlines and tabs become spaces first.
[[nodiscard]] std::string one_line_for_terminal(std::string_view text);

[[nodiscard]] std::string to_base64(std::string_view bytes);

// Percent-encoding of a path for a file:// URI; '/' stays.
[[nodiscard]] std::string percent_encode_path(std::string_view path);

// Decodes %41; a '%' that is not followed by two hex digits stays as it is.
[[nodiscard]] std::string percent_decode(std::string_view text);

}  // namespace memdir
