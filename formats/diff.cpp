#include "formats/diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <vector>

#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"

namespace memdir::formats {
namespace {

constexpr std::size_t kContext = 3;
constexpr std::size_t kMostComparedLines = 20'000;

struct DiffLine {
  char mark = ' ';  // ' ', '-' or '+'
  std::string_view text{};
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (const auto& line : split_lines(text)) lines.push_back(line.full.of(text));
  return lines;
}

using Lines = std::vector<std::string_view>;

void append(std::vector<DiffLine>& script, char mark, const Lines& lines) {
  for (const auto line : lines) script.push_back({mark, line});
}

// dtl mixes the two sides of a change; git prints what goes before what comes.
void deletions_first(std::vector<DiffLine>& script) {
  const auto same = [](const DiffLine& line) { return line.mark == ' '; };
  for (auto begin = script.begin(); begin != script.end();) {
    begin = std::find_if_not(begin, script.end(), same);
    const auto end = std::find_if(begin, script.end(), same);
    std::stable_partition(begin, end, [](const DiffLine& line) { return line.mark == '-'; });
    begin = end;
  }
}

// The edit script of the part in which the texts differ.
void append_changes(std::vector<DiffLine>& script, const Lines& before, const Lines& after) {
  if (before.empty() || after.empty() || before.size() + after.size() > kMostComparedLines) {
    append(script, '-', before);
    append(script, '+', after);
    return;
  }
  dtl::Diff<std::string_view, Lines> diff(before, after);
  diff.compose();
  for (const auto& [line, info] : diff.getSes().getSequence()) {
    const char mark = info.type == dtl::SES_ADD ? '+' : info.type == dtl::SES_DELETE ? '-' : ' ';
    script.push_back({mark, line});
  }
  deletions_first(script);
}

std::vector<DiffLine> edit_script(const Lines& before, const Lines& after) {
  const auto [end_of_same, _] = std::ranges::mismatch(before, after);
  const auto head = end_of_same - before.begin();
  const auto most_tail = static_cast<std::ptrdiff_t>(std::min(before.size(), after.size())) - head;
  std::ptrdiff_t tail = 0;
  while (tail < most_tail && before.rbegin()[tail] == after.rbegin()[tail]) ++tail;
  std::vector<DiffLine> script;
  append(script, ' ', Lines(before.begin(), before.begin() + head));
  append_changes(script, Lines(before.begin() + head, before.end() - tail),
                 Lines(after.begin() + head, after.end() - tail));
  append(script, ' ', Lines(before.end() - tail, before.end()));
  return script;
}

// "12", "12,3", or "0,0" for a side without lines, where git names the line before.
std::string hunk_range(std::size_t first, std::size_t count) {
  if (count == 1) return std::to_string(first + 1);
  return concat(count == 0 ? first : first + 1, ",", count);
}

class HunkWriter {
 public:
  explicit HunkWriter(const std::vector<DiffLine>& script) : script_(script) {}

  std::string write() {
    for (std::size_t at = 0; at < script_.size();) {
      if (script_[at].mark == ' ') {
        ++at;
        continue;
      }
      const auto begin = std::max(at - std::min(at, kContext), written_);
      const auto end = end_of_hunk(at);
      advance(written_, begin);
      write_hunk(begin, end);
      written_ = at = end;
    }
    return std::move(out_);
  }

 private:
  // Where the hunk around the change at `at` ends: behind the context of the last change that is
  // near.
  [[nodiscard]] std::size_t end_of_hunk(std::size_t at) const {
    std::size_t last_change = at;
    for (; at < script_.size() && at <= last_change + 2 * kContext; ++at) {
      if (script_[at].mark != ' ') last_change = at;
    }
    return std::min(last_change + kContext + 1, script_.size());
  }

  // Counts the lines of both sides in [begin, end) that no hunk shows.
  void advance(std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin) {
      if (script_[begin].mark != '+') ++before_line_;
      if (script_[begin].mark != '-') ++after_line_;
    }
  }

  void write_hunk(std::size_t begin, std::size_t end) {
    const auto first_before = before_line_;
    const auto first_after = after_line_;
    advance(begin, end);
    out_ += concat("@@ -", hunk_range(first_before, before_line_ - first_before), " +",
                   hunk_range(first_after, after_line_ - first_after), " @@\n");
    for (; begin < end; ++begin) {
      const auto& [mark, text] = script_[begin];
      out_ += mark;
      out_ += text;
      if (!text.ends_with('\n')) out_ += "\n\\ No newline at end of file\n";
    }
  }

  const std::vector<DiffLine>& script_;
  std::string out_{};
  std::size_t written_ = 0;
  std::size_t before_line_ = 0;
  std::size_t after_line_ = 0;
};

}  // namespace

std::string unified_diff(std::string_view name, const DiffSide& before, const DiffSide& after) {
  if (before.text == after.text && before.exists == after.exists) return "";
  const auto script = edit_script(lines_of(before.text), lines_of(after.text));
  const auto old_name = before.exists ? quote_name(concat("a/", name)) : "/dev/null";
  const auto new_name = after.exists ? quote_name(concat("b/", name)) : "/dev/null";
  return concat("--- ", old_name, "\n+++ ", new_name, "\n", HunkWriter(script).write());
}

}  // namespace memdir::formats
