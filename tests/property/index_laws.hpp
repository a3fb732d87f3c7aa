// What holds for every text taken as an index or as a body, for property tests and fuzzers alike.
// Each law returns "" or says what is broken.
#pragma once

#include <string>
#include <string_view>

#include "formats/index_file.hpp"
#include "formats/markdown.hpp"
#include "formats/measure.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::tests {

// Lines follow each other without a gap to the end, and links lie inside their line.
inline std::string_view check_index_lines(std::string_view text) {
  const auto index = formats::parse_index(text);
  const bool marked = text.starts_with(kByteOrderMark);
  std::size_t at = 0;
  std::size_t number = 0;
  for (const auto& line : index.lines) {
    if (line.number != ++number) return "line numbers skip";
    const bool behind_mark = number == 1 && marked && line.line.full.begin == kByteOrderMark.size();
    if (line.line.full.begin != at && !behind_mark) return "a gap between lines";
    if (line.content < line.line.bytes.begin || line.content > line.line.bytes.end) {
      return "content outside its line";
    }
    std::size_t last = line.content;
    for (const auto& link : line.links) {
      if (link.bytes.begin < last || link.bytes.end > line.line.bytes.end) {
        return "a link outside its line, or two that overlap";
      }
      last = link.bytes.end;
    }
    at = line.line.full.end;
  }
  const bool only_mark = index.lines.empty() && text == kByteOrderMark;
  return at == text.size() || only_mark ? "" : "text behind the last line";
}

// The kept part is within the caps, one line more would not be, and the two parts are the whole.
inline std::string_view check_measure(std::string_view text) {
  const formats::Caps caps;
  const auto measure = formats::measure_index(text, caps);
  const auto loaded = formats::loaded_text(text, measure);
  std::string all;
  for (const auto& line : measure.lines) all += std::string(line.bytes.of(text)) + "\n";
  if (loaded + formats::lost_text(text, measure) != all) return "loaded and lost are not the whole";
  const bool over = measure.lines.size() > caps.lines || measure.units > caps.units;
  if (over != measure.over()) return "over by count and by state differ";
  if (over == (measure.first_lost_line() == 0)) return "over and nothing lost, or the reverse";
  if (measure.kept_lines > caps.lines) return "too many lines kept";
  const bool partial = measure.kept_bytes_of_first > 0;
  const std::size_t last_newline = loaded.empty() || partial ? 0 : 1;
  if (count_units(loaded) - last_newline > caps.units) return "too many units kept";
  if (!measure.lines.empty() && measure.lines.back().bytes.empty()) return "an empty last line";
  return "";
}

// Every entry that can be read has its title, and reading never leaves the line.
inline std::string_view check_entries(std::string_view text) {
  for (const auto& line : formats::parse_index(text).lines) {
    if (line.links.empty()) continue;
    const auto entry = formats::read_entry(text, line, line.links);
    if (entry.hook.size() > line.line.bytes.size() + 1) return "a hook longer than its line";
  }
  (void)formats::is_sub_index(text);
  return "";
}

// Places that are given are the link; lines are those of the body.
inline std::string_view check_markdown(std::string_view body) {
  const auto markdown = formats::parse_markdown(body, 1);
  const auto lines = count_lines(body) + 1;
  for (const auto& link : markdown.links) {
    if (link.line == 0 || link.line > lines) return "a link on no line";
    if (link.bytes.end > body.size()) return "a link outside the body";
    const auto text = link.bytes.of(body);
    const bool wiki = link.kind == formats::LinkKind::wiki;
    if (!text.empty() && !text.starts_with(wiki ? "[[" : "[")) return "a place that is no link";
  }
  return "";
}

}  // namespace memdir::tests
