// The fields of a memory, read by tolerant line rules: strict YAML rejects 2.8 % of real files and
// cuts others at " #". No line makes a file unreadable.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/document.hpp"
#include "formats/support/text.hpp"

namespace memdir::formats {

// What is odd about a frontmatter. The ids (flag_id) are stable: lint and JSON show them.
enum class FlagKind {
  text_after_quote,      // name: "plan:" prefix       -> the literal text is the value
  unclosed_quote,        // description: "never closed -> the literal text is the value
  unclosed_frontmatter,  // an opening fence only: the whole file is body
  duplicate_key,         // the first wins
  unparsed_line,         // neither key, item, comment nor continuation: kept, ignored
  folded,                // a value that goes on in indented lines (not one of | or >)
  unknown_escape,        // "C:\dev": the escape stays as written
  blank_name,            // `name` is there and empty, or missing
  unknown_type,          // `type` is none of user, feedback, project, reference
  type_conflict,         // top level and `metadata` hold different values of one key
};

// "text-after-quote" and so on.
[[nodiscard]] std::string_view flag_id(FlagKind kind);

struct Flag {
  FlagKind kind;
  std::size_t line = 0;  // 1-based line in the file; 0 is the whole block
  friend bool operator==(const Flag&, const Flag&) = default;
};

enum class ValueStyle { plain, double_quoted, single_quoted, block, flow_list, item_list, map };

// One key with its value. Nested keys carry their parent's name: "metadata.type". Byte ranges are
// offsets into Document::frontmatter.
struct Field {
  std::string key{};
  std::string value{};               // what is read; empty for lists and maps
  std::vector<std::string> items{};  // of a list
  ValueStyle style = ValueStyle::plain;
  std::size_t line = 0;  // 1-based line in the file
  // The raw value on the key line, quotes included, blanks around excluded. An empty one stands
  // after the first blank behind the colon.
  ByteRange value_bytes{};
  // All lines of the field with their endings: key line, items, continuations, nested fields, and
  // indented lines that cannot be read but come and go with it.
  ByteRange block{};

  [[nodiscard]] bool is_list() const {
    return style == ValueStyle::flow_list || style == ValueStyle::item_list;
  }
};

struct Frontmatter {
  bool present = false;
  std::vector<Field> fields{};  // in file order; of duplicates all, the first counts
  std::vector<Flag> flags{};    // in line order
};

// Reads the block of `document`. Never fails: what cannot be read is a flag.
[[nodiscard]] Frontmatter parse_frontmatter(const Document& document);

// The first field of exactly that key ("type", "metadata.type"); null if there is none.
[[nodiscard]] const Field* find_field(const Frontmatter& frontmatter, std::string_view key);

// The field that counts for `key` ("type"), at top level or below `metadata`: the nested one wins
// for modified, originSessionId and node_type, the top level for all others. Null if there is
// neither, or if it is empty (an empty value is the same as a missing one).
[[nodiscard]] const Field* effective_field(const Frontmatter& frontmatter, std::string_view key);

// The value of effective_field, or "".
[[nodiscard]] std::string_view effective_value(const Frontmatter& frontmatter,
                                               std::string_view key);

}  // namespace memdir::formats
