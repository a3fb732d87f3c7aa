// What can be wrong with one file of a memory directory, short of lint: the table of problems.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/file_system.hpp"
#include "formats/frontmatter.hpp"
#include "formats/support/result.hpp"

namespace memdir::core {

enum class ProblemKind {
  // The file cannot be read as a memory at all.
  unreadable,
  symlink,
  not_regular,
  too_large,
  path_too_long,
  // Its bytes.
  utf16,
  invalid_utf8,
  nul_byte,
  empty_file,
  // Its frontmatter.
  no_frontmatter,
  unclosed_frontmatter,
  unclosed_quote,
  text_after_quote,
  duplicate_key,
  unparsed_line,
  unknown_escape,
  folded_value,
  blank_name,
  missing_description,
  missing_type,
  unknown_type,
  type_conflict,
  bad_date,
  // Its name.
  ambiguous_name,
};

struct Problem {
  ProblemKind kind = ProblemKind::unreadable;
  std::size_t line = 0;  // 1-based, 0 is the whole file
  std::string detail{};  // what the system said, or the value; empty where the kind says all
};

// One row of the table: the stable id for JSON, and what it means in words.
struct ProblemInfo {
  ProblemKind kind;
  std::string_view id;       // "too_large"
  std::string_view meaning;  // "larger than 4 MiB, not read"
  bool broken;   // the memory is damaged: an agent or a tool may not see what was written
  bool failure;  // reading it failed: the command exits with 2
};

[[nodiscard]] const ProblemInfo& describe(ProblemKind kind);

// "MEANING" or "MEANING: DETAIL".
[[nodiscard]] std::string problem_text(const Problem& problem);

// What is wrong with the bytes of any text: UTF-16, NUL, ill-formed UTF-8.
[[nodiscard]] std::vector<Problem> find_byte_problems(std::string_view text);

// The problem that a failed read of a file stands for; `kind` is what its name leads to.
[[nodiscard]] Problem problem_of_failure(const Error& error, FileKind kind);

// The problem that a flag of the frontmatter scanner stands for.
[[nodiscard]] ProblemKind problem_of_flag(formats::FlagKind flag);

}  // namespace memdir::core
