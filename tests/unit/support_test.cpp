// Text, UTF-8, width, escaping, time and did-you-mean: the ground everything else stands on.
#include <doctest/doctest.h>

#include "formats/support/escape.hpp"
#include "formats/support/result.hpp"
#include "formats/support/suggest.hpp"
#include "formats/support/text.hpp"
#include "formats/support/time.hpp"
#include "formats/support/unicode.hpp"
#include "formats/support/utf8.hpp"

using namespace memdir;

TEST_CASE("units of single characters are those of the format reference") {
  struct Vector {
    std::string_view text;
    std::size_t bytes;
    std::size_t units;
  };
  const Vector vectors[] = {{"\u00e9", 2, 1}, {"e\u0301", 3, 2}, {"Я", 2, 1},
                            {"—", 3, 1},      {"中", 3, 1},      {"한", 3, 1},
                            {"✅", 3, 1},      {"⚠️", 6, 2},  {"😀", 4, 2},
                            {"𠀀", 4, 2},     {"🇩🇪", 8, 4},      {"👨‍👩‍👧", 18, 8}};
  for (const auto& vector : vectors) {
    CAPTURE(vector.text);
    CHECK(vector.text.size() == vector.bytes);
    CHECK(count_units(vector.text) == vector.units);
  }
}

TEST_CASE("ill-formed sequences count one unit for each maximal subpart") {
  CHECK(count_units("\xFF") == 1);
  CHECK(count_units("a\xE4\xB8") == 2);      // truncated at the end
  CHECK(count_units("\xF0\x9F\x98X") == 2);  // truncated before X
  CHECK(count_units("\xC0\xAF") == 2);       // overlong: two bad bytes
  CHECK(count_units("\xED\xA0\x80") == 3);   // a surrogate
  CHECK(to_valid_utf8("a\xFFz") == "a\uFFFDz");
  CHECK_FALSE(is_valid_utf8("12345678\xED\xA0\x80"));
  CHECK(is_valid_utf8("12345678 naïve — 中 😀"));
}

TEST_CASE("a cut by units never splits a character") {
  CHECK(bytes_within_units("ab😀c", 3) == 2);
  CHECK(bytes_within_units("ab😀c", 4) == 6);
  CHECK(bytes_within_units("abc", 10) == 3);
}

TEST_CASE("lines know their endings") {
  const std::string_view text = "a\r\nb\n\nc";
  const auto lines = split_lines(text);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].bytes.of(text) == "a");
  CHECK(lines[0].full.of(text) == "a\r\n");
  CHECK(lines[2].bytes.of(text).empty());
  CHECK(lines[3].full.of(text) == "c");
  CHECK(split_lines("").empty());
  CHECK(split_lines("x\n").size() == 1);
  CHECK(count_lines("x\n") == 1);
  CHECK(count_lines("x\ny") == 2);
  CHECK(count_lines("") == 0);
}

TEST_CASE("width counts grapheme clusters") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("👨‍👩‍👧") == 2);
  CHECK(display_width("❤️") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(cut_to_width("abcdef", 4) == "abc…");
  CHECK(cut_to_width("abcd", 4) == "abcd");
  CHECK(cut_to_width("中文字", 4) == "中…");
  CHECK(cut_to_width("中文字", 5) == "中文…");
  CHECK(cut_to_width("abc", 0).empty());
  CHECK(pad_to_width("中", 4) == "中  ");
}

TEST_CASE("names are quoted as git quotes them") {
  CHECK(quote_name("feedback_tests.md") == "feedback_tests.md");
  CHECK(quote_name("日記.md") == "日記.md");
  CHECK(quote_name("a b.md") == "a b.md");
  CHECK(quote_name("a\nb") == "\"a\\nb\"");
  CHECK(quote_name("\x1b[31m") == "\"\\033[31m\"");
  CHECK(quote_name("x\xFF") == "\"x\\377\"");
  CHECK(quote_name("say \"hi\"") == "\"say \\\"hi\\\"\"");
  CHECK(quote_name("a\u202Eb") == "\"a\\342\\200\\256b\"");
  CHECK(quote_name("").size() == 2);
}

TEST_CASE("content for a terminal holds no control characters") {
  CHECK(escape_for_terminal("a\tb\n") == "a\tb\n");
  CHECK(escape_for_terminal("\x1b]0;x\x07") == "<U+001B>]0;x<U+0007>");
  CHECK(escape_for_terminal("\u202Eabc") == "<U+202E>abc");
  CHECK(escape_for_terminal("\xC2\x9B") == "<U+009B>");
  CHECK(escape_for_terminal("👨‍👩‍👧") == "👨‍👩‍👧");
  CHECK(escape_for_terminal("\xFFz") == "\uFFFDz");
  CHECK(one_line_for_terminal("a\r\nb") == "a  b");
}

TEST_CASE("base64 and percent-encoding") {
  CHECK(to_base64("") == "");
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("\xFF\xFE") == "//4=");
  CHECK(percent_encode_path("/a b/é") == "/a%20b/%C3%A9");
  CHECK(percent_decode("a%20b%zz%4") == "a b%zz%4");
}

TEST_CASE("times in every accepted form") {
  const auto noon = parse_time("2026-03-14T12:00:00Z");
  REQUIRE(noon);
  CHECK(parse_time("2026-03-14T14:00:00+02:00") == noon);
  CHECK(parse_time("2026-03-14 12:00") == noon);
  CHECK(parse_time("2026-03-14T12:00:00.000000Z") == noon);
  CHECK(format_time(*noon) == "2026-03-14T12:00:00Z");
  CHECK(format_time(*parse_time("2026-03-14T09:26:53.589Z")) == "2026-03-14T09:26:53.589Z");
  CHECK(format_time(*parse_time("2026-03-14")) == "2026-03-14T00:00:00Z");
  for (const auto* bad : {"", "x", "2026-02-30", "2026-03-14T", "2026-03-14T25:00:00Z",
                          "2026-03-14T12:00:00+99:00", "2026-03-14T12:00:00Zjunk", "2026-3-14"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_time(bad));
  }
}

TEST_CASE("ages are short and never negative") {
  const auto now = *parse_time("2026-03-14T12:00:00Z");
  CHECK(format_age(now, now) == "now");
  CHECK(format_age(*parse_time("2026-03-14T11:55:00Z"), now) == "5m");
  CHECK(format_age(*parse_time("2026-03-12T12:00:00Z"), now) == "2d");
  CHECK(format_age(*parse_time("2025-09-14T12:00:00Z"), now) == "6mo");
  CHECK(format_age(*parse_time("2020-03-14T12:00:00Z"), now) == "6y");
  CHECK(format_age(*parse_time("2027-03-14"), now) == "now");
  CHECK(days_between(*parse_time("2027-03-14"), now) == 0);
}

TEST_CASE("did you mean uses git's weights") {
  const std::vector<std::string> commands{"list", "loaded", "path", "show", "status"};
  CHECK(nearest("stauts", commands) == std::vector<std::string>{"status"});
  CHECK(nearest("sho", commands) == std::vector<std::string>{"show"});
  CHECK(nearest("lsit", commands) == std::vector<std::string>{"list"});
  CHECK(nearest("zzzzzz", commands).empty());
  CHECK(nearest("", commands).empty());
  CHECK(did_you_mean({"show"}) == "did you mean 'show'?");
}

TEST_CASE("numbers for people") {
  CHECK(with_thousands(0) == "0");
  CHECK(with_thousands(999) == "999");
  CHECK(with_thousands(25000) == "25,000");
  CHECK(with_thousands(1234567) == "1,234,567");
  CHECK(count_of(1, "file") == "1 file");
  CHECK(count_of(2, "file") == "2 files");
  CHECK(count_of(0, "entry") == "0 entries");
  CHECK(count_of(2, "day") == "2 days");
  CHECK(concat("a", 1, std::string("b"), -2) == "a1b-2");
}

namespace {
Result<int> half(int n) {
  if (n % 2 != 0) return Error{.kind = ErrorKind::invalid_input, .message = "odd"};
  return n / 2;
}
Result<int> quarter(int n) {
  MEMDIR_TRY_ASSIGN(const int first, half(n));
  MEMDIR_TRY_ASSIGN(const int second, half(first));
  return second;
}
Status check_even(int n) {
  MEMDIR_TRY(half(n));
  return {};
}
}  // namespace

TEST_CASE("the TRY macros hand on errors") {
  CHECK(*quarter(8) == 2);
  CHECK(quarter(6).error().message == "odd");
  CHECK(check_even(2).has_value());
  CHECK(check_even(3).error().kind == ErrorKind::invalid_input);
}
