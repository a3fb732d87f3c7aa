// What utf8proc knows: width on a terminal, grapheme clusters, normal forms, case folding.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace memdir {

// Columns that the text takes on a terminal: a grapheme cluster is as wide as the sum of its code
// points but at most 2, and 2 with U+FE0F. Controls count 0; filter them first.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The text cut to at most `width` columns between clusters, ending in "…" where it was cut.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

// The text followed by as many spaces as bring it to `width` columns.
[[nodiscard]] std::string pad_to_width(std::string_view text, std::size_t width);

// Canonical composition and decomposition; ill-formed UTF-8 comes back as it was.
[[nodiscard]] std::string to_nfc(std::string_view text);
[[nodiscard]] std::string to_nfd(std::string_view text);

// Full case folding of the composed text, for comparing without regard to case.
[[nodiscard]] std::string fold_case(std::string_view text);

// A letter or digit of any script: what words are made of.
[[nodiscard]] bool is_word_character(char32_t code_point);

// General category Cf (invisible format characters such as bidi controls), or U+2028 and U+2029.
[[nodiscard]] bool is_format_character(char32_t code_point);

}  // namespace memdir
