// Edits of one field: the value's bytes change, in the shape the file has, and nothing else.
#include "formats/frontmatter_edit.hpp"

#include <doctest/doctest.h>

#include "formats/frontmatter.hpp"
#include "formats/support/text.hpp"

using namespace memdir;
using namespace memdir::formats;

namespace {

std::string set(std::string_view text, std::string_view key, std::string_view value) {
  const auto result = set_field(text, key, value);
  return result ? *result : concat("error: ", result.error().message);
}

std::string set_list(std::string_view text, std::string_view key,
                     const std::vector<std::string>& items) {
  const auto result = set_list_field(text, key, items);
  return result ? *result : concat("error: ", result.error().message);
}

std::string unset(std::string_view text, std::string_view key) {
  const auto result = unset_field(text, key);
  return result ? *result : concat("error: ", result.error().message);
}

constexpr std::string_view kFlat = "---\nname: a\ndescription: \"b: c\"\ntype: user\n---\nBody\n";
constexpr std::string_view kNested =
    "---\nname: a\ndescription: b\nmetadata: \n  node_type: memory\n  type: user\n---\n\nBody\n";

}  // namespace

TEST_CASE("a value is replaced where it stands") {
  CHECK(set(kFlat, "type", "project") ==
        "---\nname: a\ndescription: \"b: c\"\ntype: project\n---\nBody\n");
  CHECK(set(kFlat, "description", "plain") ==
        "---\nname: a\ndescription: plain\ntype: user\n---\nBody\n");
  CHECK(set(kNested, "type", "project") ==
        "---\nname: a\ndescription: b\nmetadata: \n  node_type: memory\n  type: project\n---\n\n"
        "Body\n");
  CHECK(set(kNested, "metadata.type", "project") == set(kNested, "type", "project"));
}

TEST_CASE("blanks, CRLF, BOM and a missing final newline stay") {
  CHECK(set("\xEF\xBB\xBF--- \r\nname:\t a \t\r\n--- \r\nx", "name", "b") ==
        "\xEF\xBB\xBF--- \r\nname:\t b \t\r\n--- \r\nx");
  CHECK(set("---\nname: a\n---", "name", "b") == "---\nname: b\n---");
  CHECK(set("---\r\nname: a\r\n---", "type", "user") == "---\r\nname: a\r\ntype: user\r\n---");
}

TEST_CASE("an equal value changes nothing, however it is written") {
  for (const std::string_view text :
       {"---\nname: 'a'\n---\n", "---\nname: \"a\"  \n---\n", "---\nname: >-\n  a\n---\n"}) {
    CHECK(set(text, "name", "a") == text);
  }
  CHECK(set("---\ndescription: a: b # c\n---\n", "description", "a: b # c") ==
        "---\ndescription: a: b # c\n---\n");
  CHECK(set_list("---\ntags: [ a,b ]\n---\n", "tags", {"a", "b"}) == "---\ntags: [ a,b ]\n---\n");
  CHECK(unset(kFlat, "nothing") == kFlat);
}

TEST_CASE("an empty value gets its blank") {
  CHECK(set("---\nname:\n---\n", "name", "a") == "---\nname: a\n---\n");
  CHECK(set("---\nname: \n---\n", "name", "a") == "---\nname: a\n---\n");
  CHECK(set("---\nname: a\n---\n", "name", "") == "---\nname: \"\"\n---\n");
}

TEST_CASE("a new field goes to where the file keeps its type") {
  CHECK(set(kFlat, "verified", "2026-03-14") ==
        "---\nname: a\ndescription: \"b: c\"\ntype: user\nverified: 2026-03-14\n---\nBody\n");
  CHECK(set(kNested, "verified", "2026-03-14") ==
        "---\nname: a\ndescription: b\nmetadata: \n  node_type: memory\n  type: user\n"
        "  verified: 2026-03-14\n---\n\nBody\n");
  CHECK(set("---\nname: a\nmetadata:\n\tnode_type: memory\nx: y\n---\n", "memdir-pin", "true") ==
        "---\nname: a\nmetadata:\n\tnode_type: memory\n\tmemdir-pin: true\nx: y\n---\n");
  CHECK(set("---\nname: a\nmetadata: \n---\n", "type", "user") ==
        "---\nname: a\nmetadata: \n  type: user\n---\n");
  CHECK(set("---\nmetadata: {}\n---\n", "type", "user") == "---\nmetadata: {}\ntype: user\n---\n");
  CHECK(set("---\ntype: user\nmetadata:\n  node_type: memory\n---\n", "k", "v") ==
        "---\ntype: user\nmetadata:\n  node_type: memory\nk: v\n---\n");
  CHECK(set("---\nname: a\n\n# end\n---\n", "type", "user") ==
        "---\nname: a\ntype: user\n\n# end\n---\n");
  CHECK(set("---\n---\n", "type", "user") == "---\ntype: user\n---\n");
}

TEST_CASE("name and description stand first and at top level in either shape") {
  CHECK(set("---\nname: a\nmetadata:\n  type: user\n---\n", "description", "b") ==
        "---\nname: a\ndescription: b\nmetadata:\n  type: user\n---\n");
  CHECK(set("---\n# c\nmetadata:\n  type: user\n---\n", "name", "a") ==
        "---\n# c\nname: a\nmetadata:\n  type: user\n---\n");
}

TEST_CASE("a file without frontmatter gets a block") {
  CHECK(set("", "type", "user") == "---\ntype: user\n---\n");
  CHECK(set("# T\n", "type", "user") == "---\ntype: user\n---\n# T\n");
  CHECK(set("\xEF\xBB\xBF# T\r\nx\n", "type", "user") ==
        "\xEF\xBB\xBF---\r\ntype: user\r\n---\r\n# T\r\nx\n");
}

TEST_CASE("a value of several lines is replaced as a whole") {
  CHECK(set("---\nname: a\n  b\n\n  c\ntype: user\n---\n", "name", "x") ==
        "---\nname: x\ntype: user\n---\n");
  CHECK(set("---\nname: >-\r\n  a\r\n  b\r\ntype: user\r\n---\n", "name", "x") ==
        "---\nname: x\r\ntype: user\r\n---\n");
  CHECK(set("---\ntags:\n  - a\n  - b\n---\n", "tags", "x") == "---\ntags: x\n---\n");
  // What YAML takes for the value is not left behind to become part of the new one.
  CHECK(set("---\nname:\n  a b\ntype: user\n---\n", "name", "x") ==
        "---\nname: x\ntype: user\n---\n");
}

TEST_CASE("a key that stands at both places is written at both") {
  CHECK(set("---\ntype: user\nmetadata:\n  type: project\n---\n", "type", "feedback") ==
        "---\ntype: feedback\nmetadata:\n  type: feedback\n---\n");
  CHECK(set("---\ntype: user\nmetadata:\n  type: project\n---\n", "type", "user") ==
        "---\ntype: user\nmetadata:\n  type: user\n---\n");
}

TEST_CASE("lists keep their shape") {
  CHECK(set_list("---\ntags: [a]\n---\n", "tags", {"b", "c, d", "e: f"}) ==
        "---\ntags: [b, \"c, d\", \"e: f\"]\n---\n");
  CHECK(set_list("---\ntags:\n-   a\n- b\nx: y\n---\n", "tags", {"c", "yes"}) ==
        "---\ntags:\n-   c\n-   \"yes\"\nx: y\n---\n");
  CHECK(set_list("---\nm:\r\n  - a\r\n---\n", "m", {"b", "c"}) ==
        "---\nm:\r\n  - b\r\n  - c\r\n---\n");
  CHECK(set_list("---\ntags:\n  - a\n---\n", "tags", {}) == "---\ntags: []\n---\n");
  CHECK(set_list("---\ntags: a\n---\n", "tags", {"b"}) == "---\ntags: [b]\n---\n");
  CHECK(set_list(kNested, "supersedes", {"a.md"}) ==
        "---\nname: a\ndescription: b\nmetadata: \n  node_type: memory\n  type: user\n"
        "  supersedes: [a.md]\n---\n\nBody\n");
}

TEST_CASE("a list of a key whose brackets are text stands on lines of its own") {
  CHECK(set_list("---\nname: a\n---\n", "steps", {"b", "c"}) ==
        "---\nname: a\nsteps:\n  - b\n  - c\n---\n");
  CHECK(set_list("---\nsteps: a\nx: y\n---\n", "steps", {"b"}) ==
        "---\nsteps: \n  - b\nx: y\n---\n");
  CHECK(set_list("---\nsteps:\n  - a\nx: y\n---\n", "steps", {}) == "---\nsteps:\nx: y\n---\n");
}

TEST_CASE("unset removes the lines of the field, at both places and of duplicates") {
  CHECK(unset(kFlat, "description") == "---\nname: a\ntype: user\n---\nBody\n");
  CHECK(unset("---\nname: a\n  b\nname: c\ntype: user\n---\n", "name") == "---\ntype: user\n---\n");
  CHECK(unset("---\ntype: user\nmetadata:\n  type: project\n  x: y\n---\n", "type") ==
        "---\nmetadata:\n  x: y\n---\n");
  CHECK(unset("---\ntags:\n  - a\n\n  - b\n# c\nx: y\n---\n", "tags") == "---\n# c\nx: y\n---\n");
  CHECK(unset(kNested, "metadata") == "---\nname: a\ndescription: b\n---\n\nBody\n");
  CHECK(unset("# T\n", "name") == "# T\n");
}

TEST_CASE("a dot after metadata parts the key only if a key follows") {
  CHECK(set("---\nmetadata.: a\n---\n", "metadata.", "b") == "---\nmetadata.: b\n---\n");
  CHECK(set("---\nname: a\n---\n", "metadata.1", "b") == "---\nname: a\nmetadata.1: b\n---\n");
}

TEST_CASE("what cannot be done is said") {
  for (const std::string_view key : {"", "1a", "-a", ".a", "a b", "a:", "ä", "a\n"}) {
    CAPTURE(key);
    CHECK(set(kFlat, key, "x") == concat("error: '", key, "' cannot be a key"));
    CHECK(unset(kFlat, key) == concat("error: '", key, "' cannot be a key"));
  }
  CHECK(set(kFlat, "name", "a\nb") == "error: a value cannot hold a line break or NUL");
  CHECK(set(kFlat, "name", "a\r") == "error: a value cannot hold a line break or NUL");
  CHECK(set(kFlat, "name", std::string_view("\0", 1)) ==
        "error: a value cannot hold a line break or NUL");
  CHECK(set_list(kFlat, "tags", {"a", "b\n"}) == "error: a value cannot hold a line break or NUL");
  CHECK(set(kNested, "metadata", "x") == "error: 'metadata' holds other fields");
  CHECK(set("---\nname: a\n", "name", "b") == "error: the frontmatter never closes");
  CHECK(unset("---\nname: a\n", "name") == "error: the frontmatter never closes");
}

TEST_CASE("an edit by which a stray line would become part of a field is refused") {
  const auto result = unset_field("---\nname:\ntype: user\n- stray\n---\n", "type");
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == ErrorKind::invalid_input);
  CHECK(result.error().line == 4);
}

TEST_CASE("quotes stand only where they must") {
  const auto quoted = [](std::string_view value) { return quote_value("description", value); };
  for (const std::string_view value :
       {"plain text", "a:b", "http://x:1/y#z", "it's \"so\"", "50% & more", "規則", "v1.2.3",
        "a - b", "C:\\dev", "x, y", ":x"}) {
    CAPTURE(value);
    CHECK(quoted(value) == value);
  }
  for (const std::string_view value :
       {"",    " a",   "a ",  "\ta",   "a: b",       "a #b", "a:",   "'a'", "`a`",
        "[a]", "]a",   "{a}", "}a",    "&a",         "*a",   "!a",   "|",   ">a",
        "%a",  "@a",   "#a",  ",a",    "?a",         "-a",   "null", "~",   "yes",
        "Off", "1.10", "-1",  "12:30", "2026-03-14", "1e5",  "=",    "<<"}) {
    CAPTURE(value);
    CHECK(quoted(value) == concat("\"", value, "\""));
  }
  CHECK(quoted("\"a\\b\"") == R"("\"a\\b\"")");
  CHECK(quoted("a\x1b[31m") == R"("a\x1B[31m")");
  for (const std::string_view key : {"modified", "verified", "valid_from", "valid_until"}) {
    CHECK(quote_value(key, "2026-03-14") == "2026-03-14");
  }
  CHECK(quote_value("memdir-pin", "true") == "true");
  CHECK(quote_value("memdir-disable", "a: b") == "\"a: b\"");
  CHECK(quote_value("memdir-pin", "") == "\"\"");
}
