// The adapter of yaml-cpp: what it reads, what it refuses, and what cannot hurt it; and which plain
// words YAML takes for something else than text.
#include "formats/yaml.hpp"

#include <doctest/doctest.h>

#include "formats/support/text.hpp"
#include "formats/yaml_types.hpp"

using namespace memdir;
using namespace memdir::formats;
using Kind = YamlNode::Kind;

namespace {

std::string error_of(std::string_view text) {
  const auto result = parse_yaml(text);
  if (result) return "";
  CHECK(result.error().kind == ErrorKind::invalid_input);
  return concat(result.error().line, " ", result.error().message);
}

std::string repeat(std::string_view piece, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += piece;
  return result;
}

}  // namespace

TEST_CASE("maps, lists and scalars with their lines") {
  const auto root = parse_yaml("a: yes\nb: \"yes\"\nc:\n  - x\n  - [y, 'z']\nd: {e: f}\ng:\n");
  REQUIRE(root);
  CHECK(root->kind == Kind::map);
  CHECK(root->members.size() == 5);
  CHECK(root->find("a")->scalar == "yes");
  CHECK(root->find("a")->plain);
  CHECK_FALSE(root->find("b")->plain);
  CHECK(root->find("b")->line == 2);
  REQUIRE(root->find("c")->items.size() == 2);
  CHECK(root->find("c")->key_line == 3);
  CHECK(root->find("c")->items[0].line == 4);
  CHECK(root->find("c")->items[1].items[1].scalar == "z");
  CHECK(root->find("d")->find("e")->scalar == "f");
  CHECK(root->find("g")->kind == Kind::null);
  CHECK(root->find("h") == nullptr);
}

TEST_CASE("nothing is an empty map") {
  for (const std::string_view text : {"", "\n", "# only this\n", "---\n", "\xEF\xBB\xBF", "~\n"}) {
    CAPTURE(text);
    const auto root = parse_yaml(text);
    REQUIRE(root);
    CHECK(root->kind == Kind::map);
    CHECK(root->members.empty());
  }
  CHECK(parse_yaml("\xEF\xBB\xBF"
                   "a: b\n")
            ->find("a") != nullptr);
}

TEST_CASE("what is no map of texts is refused") {
  CHECK(error_of("text\n") == "1 not a map of keys and values");
  CHECK(error_of("\n- a\n") == "2 not a map of keys and values");
  CHECK(error_of("a: b\n[x]: y\n") == "2 a key must be text");
  CHECK(error_of("a: b\n~: y\n") == "2 a key must be text");
  CHECK(error_of("a: b: c\n").starts_with("1 "));
  CHECK(error_of("a: [b\n") != "");
  CHECK(error_of("a:\n\tb: c\n").starts_with("2 "));
}

TEST_CASE("a key stands once unless the caller keeps all") {
  CHECK(error_of("a: 1\nb: 2\na: 3\n") == "3 the key 'a' stands twice");
  CHECK(error_of("m:\n  a: 1\n  a: 2\n") == "3 the key 'a' stands twice");
  const auto kept = parse_yaml("a: 1\na: 2\n", DuplicateKeys::keep);
  REQUIRE(kept);
  CHECK(kept->members.size() == 2);
  CHECK(kept->find("a")->scalar == "1");
}

TEST_CASE("there is one document") {
  CHECK(error_of("a: b\n---\nc: d\n") == "0 more than one document");
  CHECK(error_of("a: b\n---\n[\n") != "");
  CHECK(error_of("---\na: b\n...\n") == "");
}

TEST_CASE("anchors, aliases, merge keys and tags are refused") {
  CHECK(error_of("a: &x b\n") == "1 anchors (&name) are not allowed");
  CHECK(error_of("a: &x [b]\n") == "1 anchors (&name) are not allowed");
  CHECK(error_of("a: 1\nb: *x\n") != "");
  CHECK(error_of("<<: {a: b}\n") == "1 merge keys (<<) are not allowed");
  CHECK(error_of("a: !!str b\n").find("tags") != std::string::npos);
  CHECK(error_of("a: !x [b]\n").find("tags") != std::string::npos);
  // The bomb that explodes when it is walked, and the one that never ends.
  CHECK(error_of("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n") ==
        "1 anchors (&name) are not allowed");
  CHECK(error_of("&a {b: *a}\n") == "1 anchors (&name) are not allowed");
}

TEST_CASE("depth, number and size have limits") {
  const auto nested = [](int depth) {
    return concat("a: ", repeat("[", depth), repeat("]", depth), "\n");
  };
  CHECK(error_of(nested(15)) == "");
  CHECK(error_of(nested(16)) == "1 nested deeper than 16 levels");
  CHECK(error_of(concat("a: ", repeat("[", 16'000))) != "");
  CHECK(error_of(concat("a: ", repeat("{", 16'000))) != "");
  CHECK(error_of(repeat("- ", 8'000)) != "");
  CHECK(error_of(concat("a: [", repeat("x,", 997), "x]\n")) == "1 more than 1000 values");
  CHECK(error_of(concat("a: [", repeat("x,", 996), "x]\n")) == "");
  CHECK(error_of(concat("a: ", std::string(16 * 1024 - 3, 'x'))) == "");
  CHECK(error_of(concat("a: ", std::string(16 * 1024 - 2, 'x'))) == "0 more than 16 KB");
}

TEST_CASE("bytes that YAML does not allow never reach the library") {
  CHECK(error_of("a: b\nc: \xFF\n") == "2 not valid UTF-8");
  CHECK(error_of("a: \xED\xA0\x80\n") == "1 not valid UTF-8");
  CHECK(error_of("a: b\nc: \x04\nd\n") == "2 a control character");
  CHECK(error_of(std::string_view("\0a\0:", 4)) == "1 a control character");
  CHECK(error_of("\xFF\xFE"
                 "a") == "1 not valid UTF-8");
  CHECK(error_of("a: \xC2\x9B\n") == "1 a control character");
  CHECK(error_of("a: \"\\ud83d\\ude00\"\n") != "");
}

TEST_CASE("plain words that are typed") {
  for (const auto* word : {"", "~", "null", "Null", "NULL"}) CHECK(yaml_type(word) == "null");
  for (const auto* word : {"yes", "No", "TRUE", "on", "Off"}) CHECK(yaml_type(word) == "boolean");
  for (const auto* word :
       {"0", "-1", "+12", "1_000", "017", "0x1F", "0b10", "0o17", "1.10", "1.", ".5", "-.5", "1e5",
        "1.5E-3", "12:30", "1:02:03.5", ".inf", "-.INF", ".nan"}) {
    CAPTURE(word);
    CHECK(yaml_type(word) == "number");
  }
  for (const auto* word :
       {"2026-03-14", "2026-03-14T09:26:53Z", "2026-3-4 9:26:53", "2026-03-14T09:26:53.589Z",
        "2026-03-14 09:26:53 +01:00", "2026-03-14t09:26:53+1", "2026-03-14T09:26:53-0130"}) {
    CAPTURE(word);
    CHECK(yaml_type(word) == "date");
  }
  for (const auto* word : {"y",           "yEs",
                           "nil",         "1.2.3",
                           "1a",          "0x",
                           "-",           "+",
                           ".",           "e5",
                           "1e",          "12:60",
                           "12:",         ":30",
                           "2026-3-14",   "2026-03-14 09:26",
                           "2026-03-14x", "2026-03-14T09:26:53 x",
                           "26-03-14",    "_1",
                           "1 000",       "0b12",
                           "--1"}) {
    CAPTURE(word);
    CHECK(yaml_type(word) == "");
  }
}
