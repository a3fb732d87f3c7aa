#include "formats/field_edit.hpp"

#include <algorithm>
#include <utility>

#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

constexpr std::string_view kNested = "metadata.";

bool is_key(std::string_view key) {
  const auto is_key_character = [](char c) {
    return is_ascii_alnum(c) || c == '_' || c == '.' || c == '-';
  };
  return !key.empty() && !is_ascii_digit(key.front()) && key.front() != '.' && key.front() != '-' &&
         std::ranges::all_of(key, is_key_character);
}

}  // namespace

std::string_view indent_of(const Field& field, std::string_view block) {
  const auto line = field.block.of(block);
  return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

Result<FieldEdit> FieldEdit::open(std::string_view text, std::string_view key) {
  if (!is_key(key)) {
    return Error{.kind = ErrorKind::invalid_input,
                 .message = concat("'", key, "' cannot be a key"),
                 .hint = "a key is a letter or '_', then letters, digits, '_', '.' and '-'"};
  }
  FieldEdit edit;
  edit.text_ = text;
  edit.document_ = split_document(text);
  if (edit.document_.unclosed) {
    return Error{.kind = ErrorKind::invalid_input,
                 .message = "the frontmatter never closes",
                 .line = 1,
                 .hint = "add a line '---' after its last field"};
  }
  edit.fields_ = parse_frontmatter(edit.document_);
  if (key.starts_with(kNested) && is_key(key.substr(kNested.size()))) {
    key.remove_prefix(kNested.size());
  }
  edit.key_ = key;
  edit.nested_key_ = concat(kNested, key);
  return edit;
}

bool FieldEdit::is_mine(const Field& field) const {
  return field.key == key_ || field.key == nested_key_;
}

std::vector<const Field*> FieldEdit::find_places() const {
  std::vector<const Field*> places;
  if (const auto* field = find_field(fields_, key_)) places.push_back(field);
  if (const auto* field = find_field(fields_, nested_key_)) places.push_back(field);
  return places;
}

std::vector<const Field*> FieldEdit::find_all() const {
  std::vector<const Field*> all;
  for (const auto& field : fields_.fields) {
    if (is_mine(field)) all.push_back(&field);
  }
  return all;
}

void FieldEdit::replace(ByteRange range, std::string text) {
  replacements_.push_back({.range = range, .text = std::move(text)});
}

// A new field goes after the last one at top level, or below `metadata` if the file keeps its type
// there. Name and description stand first and at top level in either shape.
FieldEdit::Place FieldEdit::find_place() const {
  const Field* first = nullptr;
  const Field* last = nullptr;
  const Field* child = nullptr;
  for (const auto& field : fields_.fields) {
    if (indent_of(field, block()).empty()) {
      if (first == nullptr) first = &field;
      last = &field;
    } else if (field.key.starts_with(kNested)) {
      child = &field;
    }
  }
  if (last == nullptr) return {.at = block().size()};
  if (key_ == "name") return {.at = first->block.begin};
  if (key_ == "description") {
    const auto* name = find_field(fields_, "name");
    return {.at = name == nullptr ? first->block.begin : name->block.end};
  }
  const auto* metadata = find_field(fields_, "metadata");
  if (metadata == nullptr || find_field(fields_, "type") != nullptr) return {.at = last->block.end};
  if (metadata->style == ValueStyle::map && child != nullptr) {
    return {.at = child->block.end, .indent = indent_of(*child, block())};
  }
  if (metadata->style == ValueStyle::plain && metadata->value_bytes.empty()) {
    return {.at = metadata->block.end, .indent = "  "};
  }
  return {.at = last->block.end};
}

std::string_view FieldEdit::line_ending_before(std::size_t at) const {
  const auto before = text_.substr(0, document_.open_fence.size() + at);
  if (!before.empty()) return before.ends_with("\r\n") ? "\r\n" : "\n";
  // No frontmatter yet: as the first line of the body.
  const auto newline = text_.find('\n');
  return text_.substr(0, std::min(newline, text_.size())).ends_with('\r') ? "\r\n" : "\n";
}

void FieldEdit::insert(std::string_view value, const std::vector<std::string>& items) {
  const auto place = find_place();
  const auto ending = line_ending_before(place.at);
  auto lines = concat(place.indent, key_, ":", value, ending);
  for (const auto& item : items) lines += concat(place.indent, "  - ", item, ending);
  if (!fields_.present) lines = concat("---", ending, lines, "---", ending);
  replace({place.at, place.at}, std::move(lines));
}

std::string FieldEdit::build() const {
  auto replacements = replacements_;
  std::ranges::stable_sort(replacements, {}, [](const auto& r) { return r.range.begin; });
  // A new block comes first, but a byte-order mark stays in front of all.
  const bool bom = !fields_.present && text_.starts_with(kByteOrderMark);
  const auto start = bom ? kByteOrderMark.size() : document_.open_fence.size();
  std::string result(text_.substr(0, start));
  std::size_t done = 0;
  for (const auto& [range, text] : replacements) {
    if (range.begin < done) continue;  // lies in a map that went as a whole
    result += text_.substr(start + done, range.begin - done);
    result += text;
    done = range.end;
  }
  result += text_.substr(start + done);
  return result;
}

bool FieldEdit::keeps_other_fields(const Frontmatter& after) const {
  const auto below = concat(key_, ".");
  const auto skip_mine = [&](auto at, const auto& fields) {
    return std::find_if_not(at, fields.end(), [&](const Field& field) {
      return is_mine(field) || field.key.starts_with(below);
    });
  };
  auto a = skip_mine(fields_.fields.begin(), fields_.fields);
  auto b = skip_mine(after.fields.begin(), after.fields);
  while (a != fields_.fields.end() && b != after.fields.end()) {
    if (a->key != b->key || a->value != b->value || a->items != b->items) return false;
    a = skip_mine(a + 1, fields_.fields);
    b = skip_mine(b + 1, after.fields);
  }
  return a == fields_.fields.end() && b == after.fields.end();
}

Result<std::string> FieldEdit::finish(std::string_view value,
                                      const std::vector<std::string>& items) const {
  if (replacements_.empty()) return std::string(text_);
  auto result = build();
  const auto after = parse_frontmatter(split_document(result));
  const auto reads_as_asked = [&](const std::string& key) {
    const auto* field = find_field(after, key);
    return field == nullptr || (field->value == value && field->items == items);
  };
  if (keeps_other_fields(after) && reads_as_asked(key_) && reads_as_asked(nested_key_)) {
    return result;
  }
  // Only lines that are no fields can take on another meaning.
  const auto odd = std::ranges::find(fields_.flags, FlagKind::unparsed_line, &Flag::kind);
  return Error{.kind = ErrorKind::invalid_input,
               .message = concat("'", key_, "' cannot be changed without changing other fields"),
               .line = odd == fields_.flags.end() ? 0 : odd->line,
               .hint = "repair the lines that are no fields first"};
}

}  // namespace memdir::formats
