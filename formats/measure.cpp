#include "formats/measure.hpp"

#include <algorithm>

#include "formats/block_lines.hpp"
#include "formats/document.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

bool is_line_break_or_blank(char c) { return c == '\n' || c == '\r' || is_blank(c); }

// Where the text ends once the trailing run of newlines and blanks is dropped, at least `begin`.
std::size_t end_of_content(std::string_view text, std::size_t begin) {
  std::size_t end = text.size();
  while (end > begin && is_line_break_or_blank(text[end - 1])) --end;
  return end;
}

// The lines that count. The blank run at the end is dropped after the comments are, so a comment at
// the end takes the blank lines before it along.
std::vector<MeasuredLine> counted_lines(std::string_view text) {
  const auto document = split_document(text);
  const auto body = body_text(document);
  const std::size_t offset = text.size() - body.size();
  std::size_t number = body_line(document);
  std::vector<MeasuredLine> lines;
  for (const auto& [line, role] : classify_lines(body)) {
    const bool ended = line.full.end > line.bytes.end;
    const std::size_t end = line.full.end - (ended ? 1 : 0);  // keeps a "\r"
    if (role != LineRole::comment) {
      lines.push_back({.bytes = {offset + line.bytes.begin, offset + end}, .number = number});
    }
    ++number;
  }
  while (!lines.empty()) {
    auto& last = lines.back().bytes;
    last.end = end_of_content(text.substr(0, last.end), last.begin);
    if (!last.empty()) break;
    lines.pop_back();
  }
  return lines;
}

void cut(std::string_view text, const Caps& caps, Measure& measure) {
  std::size_t used = 0;
  for (const auto& line : measure.lines) {
    const std::size_t cost = line.units + (measure.kept_lines > 0 ? 1 : 0);
    if (measure.kept_lines == caps.lines || used + cost > caps.units) break;
    used += cost;
    ++measure.kept_lines;
  }
  if (measure.kept_lines == 0 && !measure.lines.empty()) {
    const auto first = measure.lines.front().bytes.of(text);
    measure.kept_bytes_of_first = bytes_within_units(first, caps.units);
  }
}

}  // namespace

std::size_t Measure::first_lost_line() const {
  return kept_lines < lines.size() ? lines[kept_lines].number : 0;
}

bool Measure::loses(std::size_t number) const {
  const auto lost = lines.begin() + static_cast<std::ptrdiff_t>(kept_lines);
  return std::binary_search(lost, lines.end(), MeasuredLine{.number = number},
                            [](const auto& a, const auto& b) { return a.number < b.number; });
}

Measure measure_index(std::string_view text, const Caps& caps) {
  Measure measure{.bytes = text.size(), .lines = counted_lines(text)};
  for (auto& line : measure.lines) {
    line.units = count_units(line.bytes.of(text));
    measure.units += line.units;
  }
  if (!measure.lines.empty()) measure.units += measure.lines.size() - 1;
  cut(text, caps, measure);
  measure.fill =
      std::max(fill_of(measure.lines.size(), caps.lines), fill_of(measure.units, caps.units));
  return measure;
}

std::string loaded_text(std::string_view text, const Measure& measure) {
  std::string result;
  for (std::size_t i = 0; i < measure.kept_lines; ++i) {
    result += measure.lines[i].bytes.of(text);
    result += '\n';
  }
  if (measure.kept_bytes_of_first > 0) {
    result += measure.lines.front().bytes.of(text).substr(0, measure.kept_bytes_of_first);
  }
  return result;
}

std::string lost_text(std::string_view text, const Measure& measure) {
  std::string result;
  for (std::size_t i = measure.kept_lines; i < measure.lines.size(); ++i) {
    const auto line = measure.lines[i].bytes.of(text);
    result += i == 0 ? line.substr(measure.kept_bytes_of_first) : line;
    result += '\n';
  }
  return result;
}

Fill fill_of(std::size_t used, std::size_t cap) {
  if (used > cap) return Fill::over;
  return used * 100 >= cap * kNearPercent ? Fill::near : Fill::ok;
}

std::string format_kb(std::size_t units) {
  const auto tenths = (units * 10 + 512) / 1024;
  return concat(tenths / 10, ".", tenths % 10, "KB");
}

}  // namespace memdir::formats
