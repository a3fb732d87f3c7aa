// Generators of memory files, keys and values, made from the pieces that matter to a parser.
#pragma once

#include <rapidcheck.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace memdir::tests {

// Some of the pieces, glued together in any order.
inline rc::Gen<std::string> glue(std::vector<std::string> pieces) {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(pieces))),
      [](const std::vector<std::string>& chosen) {
        std::string text;
        for (const auto& piece : chosen) text += piece;
        return text;
      });
}

// Any text: mostly no valid memory.
inline rc::Gen<std::string> any_text() {
  return glue({"---",
               "---\n",
               "\n---\n",
               "\r\n",
               "\n",
               "\r",
               "\t",
               " ",
               "  ",
               "\xEF\xBB\xBF",
               ": ",
               ":",
               "#",
               " #",
               "- ",
               "- item\n",
               "\"",
               "'",
               "\\",
               "[",
               "]",
               ",",
               "|",
               ">-\n",
               "name",
               "metadata:",
               "metadata: \n  type: user\n",
               "type: user\n",
               "tags:",
               "\xFF",
               "\xE4\xB8",
               "中",
               "😀",
               std::string(1, '\0'),
               "x"});
}

// Whole lines of frontmatter without their ending. Each is a field, or belongs to the one before,
// or is a comment; only where they meet may a line become one that is no field.
inline std::vector<std::string> field_lines() {
  return {"name: a",
          "name:",
          "name: \"quoted \\\" \\x41\"",
          "description: first: second #3",
          "description: 'it''s'",
          "description: >-",
          "description:",
          "type: user",
          "type: [WIP] x",
          "metadata: ",
          "metadata:",
          "  type: project",
          "  node_type:",
          "  tags: [a, \"b, c\", don't]",
          "\tmodified: 2026-03-14",
          "    deep: er",
          "tags:",
          "tags: [x]",
          "supersedes: []",
          "- item",
          "  - item: two",
          "    - \"three\"",
          "# comment",
          "",
          "  ",
          "  goes on",
          "\tgoes on",
          "x.y: |",
          "name: second",
          "description: \"never closed",
          "modified: 2026-03-14T09:26:53.589Z  "};
}

// A memory that has frontmatter, with LF or CRLF, perhaps a BOM, and a body.
inline rc::Gen<std::string> memory_text(std::vector<std::string> lines = field_lines()) {
  return rc::gen::apply(
      [](const std::vector<std::string>& chosen, bool crlf, bool bom, const std::string& body) {
        const std::string ending = crlf ? "\r\n" : "\n";
        std::string text = (bom ? "\xEF\xBB\xBF---" : "---") + ending;
        for (const auto& line : chosen) text += line + ending;
        return text + "---" + body;
      },
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::move(lines))),
      rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>(),
      rc::gen::element<std::string>("", "\n", "\r\n\r\nBody\r\n", "\n\nBody\n---\nname: b\n"));
}

inline rc::Gen<std::string> field_key() {
  return rc::gen::element<std::string>("name", "description", "type", "tags", "modified",
                                       "metadata", "metadata.type", "metadata.tags", "node_type",
                                       "supersedes", "memdir-pin", "x.y", "new_key", "steps");
}

// A value of one line.
inline rc::Gen<std::string> field_value() {
  return glue({"a", "b c", ": ",   ":",  " #",  "#",    "\"",  "'",     "\\",         "[",
               "]", ",",   "{",    "- ", "|",   ">",    "yes", "1.10",  "2026-03-14", "~",
               " ", "\t",  "\xFF", "中", "---", "\x1b", "?",   "\\x41", "&",          "*"});
}

}  // namespace memdir::tests
