#include "formats/block_lines.hpp"

#include <algorithm>
#include <optional>

namespace memdir::formats {
namespace {

constexpr std::size_t kMostIndent = 3;  // four spaces would be code

// What follows an indentation of up to three spaces; nothing if it is deeper.
std::string_view after_indent(std::string_view line) {
  const auto start = line.find_first_not_of(' ');
  if (start == std::string_view::npos || start > kMostIndent) return {};
  return line.substr(start);
}

struct Fence {
  char mark = 0;
  std::size_t length = 0;
};

std::optional<Fence> opening_fence(std::string_view line) {
  const auto rest = after_indent(line);
  if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return std::nullopt;
  const auto run = rest.find_first_not_of(rest[0]);
  const auto length = run == std::string_view::npos ? rest.size() : run;
  // "```x```" is a code span: the info string of a backtick fence holds no backtick.
  const bool span = rest[0] == '`' && rest.find('`', length) != std::string_view::npos;
  if (length < 3 || span) return std::nullopt;
  return Fence{rest[0], length};
}

bool closes(std::string_view line, const Fence& fence) {
  const auto rest = trim_blanks_right(after_indent(line));
  return rest.size() >= fence.length &&
         rest.find_first_not_of(fence.mark) == std::string_view::npos;
}

// Finds where comments end. Nothing is searched twice: the next "-->" and its line only move
// forward, so that a text full of unclosed comments stays linear.
class CommentEnds {
 public:
  CommentEnds(std::string_view text, const std::vector<BlockLine>& lines)
      : text_(text), lines_(lines) {}

  // Index of the last line of a comment that starts on line `at`; nothing if it is no block
  // comment.
  std::optional<std::size_t> find(std::size_t at) {
    const auto line = lines_[at].line.bytes;
    const auto rest = after_indent(line.of(text_));
    // "<!-->" is closed at once, as in HTML, hence 2 and not 4.
    if (!rest.starts_with("<!--") || !move_to(line.end - rest.size() + 2)) return std::nullopt;
    last_ = std::max(last_, at);
    while (lines_[last_].line.bytes.end < next_) ++last_;
    const auto tail = text_.substr(next_, lines_[last_].line.bytes.end - next_);
    return is_blank_text(tail) ? std::optional(last_) : std::nullopt;
  }

 private:
  // Makes `next_` the offset behind the first "-->" from `begin` on; false if there is none.
  bool move_to(std::size_t begin) {
    if (!exhausted_ && (next_ == 0 || next_ - kMark.size() < begin)) {
      const auto found = text_.find(kMark, begin);
      exhausted_ = found == std::string_view::npos;
      next_ = found + kMark.size();
    }
    return !exhausted_;
  }

  static constexpr std::string_view kMark = "-->";
  std::string_view text_;
  const std::vector<BlockLine>& lines_;
  std::size_t next_ = 0;
  std::size_t last_ = 0;
  bool exhausted_ = false;
};

}  // namespace

std::vector<BlockLine> classify_lines(std::string_view text) {
  std::vector<BlockLine> lines;
  for (const auto& line : split_lines(text)) lines.push_back({.line = line});
  CommentEnds ends(text, lines);
  std::optional<Fence> fence;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto content = lines[at].line.bytes.of(text);
    if (fence) {
      lines[at].role = LineRole::fence;
      if (closes(content, *fence)) fence.reset();
    } else if ((fence = opening_fence(content))) {
      lines[at].role = LineRole::fence;
    } else if (const auto last = ends.find(at)) {
      for (; at < *last; ++at) lines[at].role = LineRole::comment;
      lines[at].role = LineRole::comment;
    }
  }
  return lines;
}

}  // namespace memdir::formats
