// How an error is worded and what exit code it means: the one place.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "formats/support/result.hpp"

namespace memdir::cli {

enum class AsJson { no, yes };

// "memdir: PATH:LINE: message" and "hint: ..." on lines of their own, or one line of JSON. Foreign
// text in it is made harmless, and it never has more lines than these.
[[nodiscard]] std::string write_error(const Error& error, AsJson as_json);

// "not_found" and so on: part of the contract.
[[nodiscard]] std::string_view name_of(ErrorKind kind);

// answer_no for conflict and refused, could_not for all others.
[[nodiscard]] ExitCode exit_code_of(ErrorKind kind);

}  // namespace memdir::cli
