#include "formats/inline_syntax.hpp"

#include <algorithm>

#include "formats/support/text.hpp"

namespace memdir::formats {
namespace {

constexpr std::size_t kDeepest = 32;  // nested brackets in the text of a link

}  // namespace

std::size_t InlineSyntax::run_length(std::size_t at) const {
  const auto end = line_.find_first_not_of(line_[at], at);
  return (end == npos ? line_.size() : end) - at;
}

// There are few different lengths in a line, however long it is.
std::size_t InlineSyntax::closing_backticks(std::size_t from, std::size_t length) {
  auto& nowhere_from = unclosed_runs_.try_emplace(length, npos).first->second;
  if (from >= nowhere_from) return npos;
  for (auto at = from; (at = line_.find('`', at)) != npos;) {
    const auto run = run_length(at);
    if (run == length) return at;
    at += run;
  }
  nowhere_from = from;
  return npos;
}

std::size_t InlineSyntax::closing_bracket(std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < line_.size(); ++at) {
    const char c = line_[at];
    if (c == '\\') {
      ++at;
    } else if (c == '`') {
      const auto run = run_length(at);
      const auto close = closing_backticks(at + run, run);
      at = (close == npos ? at : close) + run - 1;
    } else if (c == '[') {
      if (++depth > kDeepest) return npos;
    } else if (c == ']' && --depth == 0) {
      return at;
    }
  }
  return npos;
}

std::size_t InlineSyntax::end_of_bare_target(std::size_t begin) const {
  std::size_t depth = 0;
  std::size_t at = begin;
  for (; at < line_.size() && !is_blank(line_[at]); ++at) {
    if (line_[at] == '\\') {
      ++at;
    } else if (line_[at] == '(') {
      ++depth;
    } else if (line_[at] == ')' && depth-- == 0) {
      break;
    }
  }
  return std::min(at, line_.size());
}

std::optional<InlineSyntax::Destination> InlineSyntax::destination(std::size_t open) const {
  const auto begin = line_.find_first_not_of(" \t", open + 1);
  if (begin == npos) return std::nullopt;
  if (line_[begin] == '<') {
    const auto close = line_.find('>', begin);
    if (close == npos) return std::nullopt;
    return close_behind_title(close + 1, line_.substr(begin + 1, close - begin - 1));
  }
  const auto end = end_of_bare_target(begin);
  return close_behind_title(end, line_.substr(begin, end - begin));
}

std::optional<InlineSyntax::Destination> InlineSyntax::close_behind_title(
    std::size_t at, std::string_view target) const {
  at = line_.find_first_not_of(" \t", at);
  if (at != npos && (line_[at] == '"' || line_[at] == '\'')) {
    const auto close = line_.find(line_[at], at + 1);
    at = close == npos ? npos : line_.find_first_not_of(" \t", close + 1);
  }
  if (at == npos || line_[at] != ')') return std::nullopt;
  return Destination{target, at + 1};
}

}  // namespace memdir::formats
