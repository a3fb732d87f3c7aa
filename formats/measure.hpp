// How much of MEMORY.md an agent loads: the measure and the cut, as observed of Claude Code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/support/text.hpp"

namespace memdir::formats {

// "Over" is strictly greater. Units are UTF-16 code units of the text that counts.
struct Caps {
  std::size_t lines = 200;
  std::size_t units = 25000;
};

// The share of a cap from which on the agent itself starts to warn.
inline constexpr std::size_t kNearPercent = 80;

enum class Fill { ok, near, over };

// A line that counts: not in frontmatter, not in a block comment, not in the blank run at the end.
struct MeasuredLine {
  ByteRange bytes{};       // in the raw text, without its "\n" (a "\r" counts and is inside)
  std::size_t number = 0;  // 1-based line of the raw text
  std::size_t units = 0;
};

struct Measure {
  std::size_t bytes = 0;  // of the raw text
  std::size_t units = 0;  // of all lines, with one for each newline between them
  std::vector<MeasuredLine> lines{};
  std::size_t kept_lines = 0;  // whole lines that load
  // Only where the first line alone passes the unit cap: how many of its bytes load.
  std::size_t kept_bytes_of_first = 0;
  Fill fill = Fill::ok;

  [[nodiscard]] bool over() const { return fill == Fill::over; }
  // First raw line that does not load, whole or in part; 0 where everything loads.
  [[nodiscard]] std::size_t first_lost_line() const;
  // Whether the raw line `number` counts and does not load.
  [[nodiscard]] bool loses(std::size_t number) const;
};

// Never fails: ill-formed UTF-8 counts one unit for each U+FFFD it decodes to.
[[nodiscard]] Measure measure_index(std::string_view text, const Caps& caps = {});

// What loads of `text` and what does not, each line ended by a newline; together they are all lines
// that count.
[[nodiscard]] std::string loaded_text(std::string_view text, const Measure& measure);
[[nodiscard]] std::string lost_text(std::string_view text, const Measure& measure);

// How full a cap is: over where it is passed, near from kNearPercent of it on.
[[nodiscard]] Fill fill_of(std::size_t used, std::size_t cap);

// A size as the agent's own messages print it: units / 1024 with one decimal, "24.4KB".
[[nodiscard]] std::string format_kb(std::size_t units);

}  // namespace memdir::formats
