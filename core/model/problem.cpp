#include "core/model/problem.hpp"

#include <algorithm>
#include <iterator>

#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::core {
namespace {

using enum ProblemKind;

constexpr bool kBroken = true;
constexpr bool kSound = false;
constexpr bool kFailure = true;
constexpr bool kNoFailure = false;

constexpr ProblemInfo kProblems[] = {
    {unreadable, "unreadable", "cannot be read", kBroken, kFailure},
    {symlink, "symlink", "is a symbolic link, which is not followed", kBroken, kNoFailure},
    {not_regular, "not_regular", "is no regular file", kBroken, kNoFailure},
    {too_large, "too_large", "is larger than 4 MiB and was not read", kBroken, kNoFailure},
    {path_too_long, "path_too_long", "has a path of more than 1,024 bytes", kBroken, kNoFailure},
    {utf16, "utf16", "is UTF-16, not UTF-8", kBroken, kNoFailure},
    {invalid_utf8, "invalid_utf8", "holds bytes that are not UTF-8", kBroken, kNoFailure},
    {nul_byte, "nul_byte", "holds a NUL byte", kBroken, kNoFailure},
    {empty_file, "empty_file", "is empty", kSound, kNoFailure},
    {no_frontmatter, "no_frontmatter", "has no frontmatter", kSound, kNoFailure},
    {unclosed_frontmatter, "unclosed_frontmatter", "has frontmatter that is never closed", kBroken,
     kNoFailure},
    {unclosed_quote, "unclosed_quote", "has a quote that is never closed", kBroken, kNoFailure},
    {text_after_quote, "text_after_quote", "has text behind a quoted value", kSound, kNoFailure},
    {duplicate_key, "duplicate_key", "has a key twice; the first counts", kBroken, kNoFailure},
    {unparsed_line, "unparsed_line", "has a frontmatter line that is no field", kBroken,
     kNoFailure},
    {unknown_escape, "unknown_escape", "has an unknown escape in a quoted value", kSound,
     kNoFailure},
    {folded_value, "folded_value", "has a value that goes on in the next line", kSound, kNoFailure},
    {blank_name, "blank_name", "has no name", kBroken, kNoFailure},
    {missing_description, "missing_description", "has no description", kBroken, kNoFailure},
    {missing_type, "missing_type", "has no type", kBroken, kNoFailure},
    {unknown_type, "unknown_type", "has a type of its own", kSound, kNoFailure},
    {type_conflict, "type_conflict", "has two different values of one key", kBroken, kNoFailure},
    {bad_date, "bad_date", "has a 'modified' that is no date", kBroken, kNoFailure},
    {ambiguous_name, "ambiguous_name", "has a name that another memory has too", kSound,
     kNoFailure},
};

}  // namespace

const ProblemInfo& describe(ProblemKind kind) {
  return *std::ranges::find(kProblems, kind, &ProblemInfo::kind);
}

std::string problem_text(const Problem& problem) {
  const auto meaning = describe(problem.kind).meaning;
  return problem.detail.empty() ? std::string(meaning) : concat(meaning, ": ", problem.detail);
}

std::vector<Problem> find_byte_problems(std::string_view text) {
  const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  if (utf16) return {{ProblemKind::utf16}};  // the checks below would only say the same again
  std::vector<Problem> problems;
  if (text.find('\0') != std::string_view::npos) problems.push_back({ProblemKind::nul_byte});
  if (!is_valid_utf8(text)) problems.push_back({ProblemKind::invalid_utf8});
  return problems;
}

Problem problem_of_failure(const Error& error, FileKind kind) {
  if (error.kind == ErrorKind::invalid_input) return {too_large};
  if (error.kind == ErrorKind::refused) return {kind == FileKind::symlink ? symlink : not_regular};
  return {.kind = unreadable, .detail = error.message};
}

ProblemKind problem_of_flag(formats::FlagKind flag) {
  switch (flag) {
    case formats::FlagKind::text_after_quote:
      return text_after_quote;
    case formats::FlagKind::unclosed_quote:
      return unclosed_quote;
    case formats::FlagKind::unclosed_frontmatter:
      return unclosed_frontmatter;
    case formats::FlagKind::duplicate_key:
      return duplicate_key;
    case formats::FlagKind::unparsed_line:
      return unparsed_line;
    case formats::FlagKind::folded:
      return folded_value;
    case formats::FlagKind::unknown_escape:
      return unknown_escape;
    case formats::FlagKind::blank_name:
      return blank_name;
    case formats::FlagKind::unknown_type:
      return unknown_type;
    case formats::FlagKind::type_conflict:
      return type_conflict;
  }
  return unparsed_line;
}

}  // namespace memdir::core
