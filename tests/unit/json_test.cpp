// JSON out: always valid, always harmless. JSON in: plain values, and errors for everything else.
#include "formats/json.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/json_reader.hpp"

using namespace memdir;
using formats::Json;

TEST_CASE("strings come out valid and harmless") {
  const auto written = [](std::string text) { return formats::write_json(Json(std::move(text))); };
  CHECK(written("plain — 中 😀") == "\"plain — 中 😀\"");
  CHECK(written("a\"b\\c\n") == "\"a\\\"b\\\\c\\n\"");
  CHECK(written("\x1b[31m") == "\"\\u001b[31m\"");
  CHECK(written("\x7f\xC2\x9B") == "\"\\u007f\\u009b\"");
  CHECK(written("\u2028\u202E") == "\"\\u2028\\u202e\"");
  CHECK(written("\U000E0041") == "\"\\udb40\\udc41\"");  // a tag character
  CHECK(written("👨‍👩‍👧") == "\"👨‍👩‍👧\"");
  CHECK(written("bad \xFF") == "\"bad \uFFFD\"");
}

TEST_CASE("keys keep their order") {
  auto object = Json::object();
  object["z"] = 1;
  object["a"] = Json::array();
  CHECK(formats::write_json(object) == "{\"z\":1,\"a\":[]}");
}

TEST_CASE("what is written is read back") {
  const std::string text = "\x1b \u202E \U000E0041 \" \\ 中 😀";
  auto object = Json::object();
  object["key"] = text;
  const auto read = formats::parse_json(formats::write_json(object));
  REQUIRE(read.has_value());
  REQUIRE((read->find_string("key") != nullptr));
  CHECK(*read->find_string("key") == text);
}

TEST_CASE("values of every kind") {
  const auto read = formats::parse_json(
      "\xEF\xBB\xBF{\"n\": null, \"b\": true, \"i\": -3, \"d\": 1.5, \"l\": [1, \"x\"], \"b\": "
      "false}");
  REQUIRE(read.has_value());
  CHECK((read->find("n") != nullptr));
  CHECK(*read->find("b")->as_bool());  // of a repeated key the first
  CHECK(*read->find("i")->as_number() == -3);
  CHECK(*read->find("d")->as_number() == 1.5);
  CHECK(read->find("l")->as_array()->size() == 2);
  CHECK((read->find("none") == nullptr));
  CHECK((read->find("b")->as_string() == nullptr));
  CHECK((read->find("l")->find("x") == nullptr));
}

TEST_CASE("what is no JSON is an error") {
  for (const std::string text : {"", "{", "{\"a\":1,}", "{}{}", "[1,2", "nul", "'x'", "\"\xFF\""}) {
    CAPTURE(text);
    const auto read = formats::parse_json(text);
    REQUIRE_FALSE(read.has_value());
    CHECK((read.error().kind == ErrorKind::invalid_input));
  }
  CHECK_FALSE(formats::parse_json(std::string(100'000, '[')).has_value());
}
