// Every vector of the format reference, and the edges between them.
#include "formats/measure.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace memdir;
using formats::Fill;
using formats::measure_index;

namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += piece;
  return result;
}

std::string joined(std::size_t count, const std::string& line, std::string_view newline = "\n") {
  std::string result = line;
  for (std::size_t i = 1; i < count; ++i) result += std::string(newline) + line;
  return result;
}

// 17 lines and 3,024 units, its newline included.
std::string block_comment() {
  return "<!-- " + repeat("c", 100) + "\n" + repeat(repeat("c", 186) + "\n", 15) +
         repeat("c", 108) + " -->\n";
}

struct Vector {
  std::string name;
  std::string text;
  std::size_t bytes;
  std::size_t lines;
  std::size_t units;
  std::size_t kept;
  bool over;
};

std::vector<Vector> vectors() {
  const auto x20 = repeat("x", 20);
  const auto a126 = repeat("a", 126);
  const auto a200 = repeat("a", 200);
  const auto a11 = repeat("a", 11);
  const auto long150 = joined(150, a200);
  return {
      {"25,000 x", repeat("x", 25000), 25000, 1, 25000, 1, false},
      {"the same with newlines", repeat("x", 25000) + "\n\n\n", 25003, 1, 25000, 1, false},
      {"25,001 x", repeat("x", 25001), 25001, 1, 25001, 0, true},
      {"200 lines", joined(200, x20), 4199, 200, 4199, 200, false},
      {"201 lines", joined(201, x20), 4220, 201, 4220, 200, true},
      {"200 lines of 126", joined(200, a126), 25399, 200, 25399, 196, true},
      {"CJK", joined(200, a11 + repeat("中", 115)), 71399, 200, 25399, 196, true},
      {"emoji", joined(200, a11 + repeat("😀", 115)), 94399, 200, 48399, 103, true},
      {"CRLF", joined(200, a126, "\r\n"), 25598, 200, 25598, 195, true},
      {"150 lines of 200", long150, 30149, 150, 30149, 124, true},
      {"behind a comment", block_comment() + long150, 33173, 150, 30149, 124, true},
      {"behind a fenced comment", "```text\n" + block_comment() + "```\n" + long150, 33185, 169,
       33185, 19 + 109, true},
      {"300 lines", joined(300, repeat("a", 100)), 30299, 300, 30299, 200, true},
      {"200 lines of 2,000", joined(200, repeat("a", 2000)), 400199, 200, 400199, 12, true},
      {"frontmatter", "---\nname: x\n---\n" + joined(200, x20), 4215, 200, 4199, 200, false},
  };
}

}  // namespace

TEST_CASE("the measure agrees with every vector") {
  for (const auto& vector : vectors()) {
    CAPTURE(vector.name);
    const auto measure = measure_index(vector.text);
    CHECK(measure.bytes == vector.bytes);
    CHECK(measure.lines.size() == vector.lines);
    CHECK(measure.units == vector.units);
    CHECK(measure.kept_lines == vector.kept);
    CHECK(measure.over() == vector.over);
  }
}

TEST_CASE("sizes print as the agent prints them") {
  CHECK(formats::format_kb(25000) == "24.4KB");
  CHECK(formats::format_kb(17500) == "17.1KB");
  CHECK(formats::format_kb(30149) == "29.4KB");
  CHECK(formats::format_kb(30299) == "29.6KB");
}

TEST_CASE("a first line over the cap is cut inside, and the rest is lost") {
  const auto text = repeat("x", 25001) + "\nsecond";
  const auto measure = measure_index(text);
  CHECK(measure.kept_lines == 0);
  CHECK(measure.kept_bytes_of_first == 25000);
  CHECK(measure.first_lost_line() == 1);
  CHECK(formats::loaded_text(text, measure).size() == 25000);
  CHECK(formats::lost_text(text, measure) == "x\nsecond\n");
}

TEST_CASE("loaded and lost are together all lines that count") {
  for (const auto& vector : vectors()) {
    CAPTURE(vector.name);
    const auto measure = measure_index(vector.text);
    std::string all;
    for (const auto& line : measure.lines) {
      all += std::string(line.bytes.of(vector.text)) + "\n";
    }
    CHECK((formats::loaded_text(vector.text, measure) + formats::lost_text(vector.text, measure) ==
           all));
  }
}

TEST_CASE("what is near and what is over") {
  CHECK(measure_index(joined(159, "x")).fill == Fill::ok);
  CHECK(measure_index(joined(160, "x")).fill == Fill::near);
  CHECK(measure_index(joined(200, "x")).fill == Fill::near);
  CHECK(measure_index(joined(201, "x")).fill == Fill::over);
  CHECK(measure_index(repeat("x", 19999)).fill == Fill::ok);
  CHECK(measure_index(repeat("x", 20000)).fill == Fill::near);
}

TEST_CASE("block comments") {
  const auto lines = [](std::string_view text) { return measure_index(text).lines.size(); };
  CHECK(lines("a\n<!-- x -->\nb") == 2);
  CHECK(lines("a\n   <!-- x\ny -->  \nb") == 2);
  CHECK(lines("a\n    <!-- x -->\nb") == 3);   // indented code
  CHECK(lines("a\n<!-- x --> text\nb") == 3);  // text behind it
  CHECK(lines("a\ntext <!-- x -->\nb") == 3);  // text before it
  CHECK(lines("a\n<!-- never closed\nb") == 3);
  CHECK(lines("```\n<!-- x -->\n```") == 3);  // in a fence it stays
  CHECK(lines("~~~~\n```\n<!-- x -->\n~~~~") == 4);
  CHECK(lines("```x```\n<!-- x -->") == 1);  // a code span is no fence
  CHECK(lines("a\n\n<!-- x -->\n\n") == 1);  // blank lines before a last comment go with it
  CHECK(lines("<!-->\nb") == 1);
  CHECK(lines("<!-- a\n<!-- b -->\nc") == 1);
}

TEST_CASE("odd bytes") {
  CHECK(measure_index("").lines.empty());
  CHECK(measure_index("\n \n\t\n").lines.empty());
  CHECK(measure_index("\xEF\xBB\xBF"
                      "ab")
            .units == 2);
  CHECK(measure_index("a\xFFz").units == 3);
  CHECK(measure_index(std::string_view("a\0b", 3)).units == 3);
  CHECK(measure_index("a\r\nb\r\n").units == 4);  // the last line's CR goes with its newline
  CHECK(measure_index("---\nname: x\nno end").lines.size() == 3);
  const auto numbers = measure_index("---\nname: x\n---\nfirst\n<!-- c -->\nsecond");
  REQUIRE(numbers.lines.size() == 2);
  CHECK(numbers.lines[0].number == 4);
  CHECK(numbers.lines[1].number == 6);
}

TEST_CASE("a text full of unclosed comments is measured in linear time") {
  const auto text = repeat("<!--\n", 400'000) + "--> x\n";
  CHECK(measure_index(text).lines.size() == 400'001);
}
