// The brackets, backticks and parentheses of one line of Markdown: where what opens is closed.
// Searches that failed are remembered, which keeps hostile lines linear.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace memdir::formats {

class InlineSyntax {
 public:
  // `line` must outlive this.
  explicit InlineSyntax(std::string_view line) : line_(line) {}

  // Number of equal characters from `at` on.
  [[nodiscard]] std::size_t run_length(std::size_t at) const;

  // Offset of the next run of exactly `length` backticks from `from` on, or npos.
  std::size_t closing_backticks(std::size_t from, std::size_t length);

  // Offset of the ']' that closes the '[' at `open`, over escapes, code spans and nested brackets,
  // or npos.
  std::size_t closing_bracket(std::size_t open);

  struct Destination {
    std::string_view target;  // as written, without <> and title
    std::size_t end;          // behind the closing parenthesis
  };
  // What stands in the parentheses that open at `open`: a target, in <> or without blanks, and
  // perhaps a title. Nothing if that is no destination.
  [[nodiscard]] std::optional<Destination> destination(std::size_t open) const;

  static constexpr auto npos = std::string_view::npos;

 private:
  [[nodiscard]] std::size_t end_of_bare_target(std::size_t begin) const;
  [[nodiscard]] std::optional<Destination> close_behind_title(std::size_t at,
                                                              std::string_view target) const;

  std::string_view line_;
  std::map<std::size_t, std::size_t> unclosed_runs_{};  // length -> not found from there on
};

}  // namespace memdir::formats
