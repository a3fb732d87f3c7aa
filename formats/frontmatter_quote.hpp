// How values are written, so that both our reader and a strict loader read them back as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace memdir::formats {

// The value as it is to stand in the file: as it is, or in double quotes with \ and " escaped where
// it is empty, starts or ends with a blank, contains ": " or " #", ends with ":", starts with one
// of "'`[]{}&*!|>%@#,?- , holds a control character (written \xHH), or would read as null, boolean,
// number or date. Dates of memdir's own date keys (modified, verified, valid_from, valid_until) and
// memdir-* keys stay bare.
[[nodiscard]] std::string quote_value(std::string_view key, std::string_view value);

// "[a, b]", with quotes also around items that hold commas, brackets or '?'.
[[nodiscard]] std::string write_flow_list(std::string_view key,
                                          const std::vector<std::string>& items);

}  // namespace memdir::formats
