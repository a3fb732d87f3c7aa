#include "formats/frontmatter_edit.hpp"

#include <algorithm>

#include "formats/field_edit.hpp"
#include "formats/frontmatter_quote.hpp"
#include "formats/frontmatter_scalar.hpp"

namespace memdir::formats {
namespace {

Status check_value(std::string_view value) {
  using namespace std::string_view_literals;
  if (value.find_first_of("\n\r\0"sv) == std::string_view::npos) return {};
  return Error{.kind = ErrorKind::invalid_input,
               .message = "a value cannot hold a line break or NUL"};
}

Status check_no_map(const Field& field) {
  if (field.style != ValueStyle::map) return {};
  return Error{.kind = ErrorKind::invalid_input,
               .message = concat("'", field.key, "' holds other fields"),
               .line = field.line};
}

// Everything that the value takes, from its first byte on the key line to its last line without
// the ending.
ByteRange whole_value(const Field& field, std::string_view block) {
  const auto lines = split_lines(field.block.of(block));
  if (lines.size() == 1) return field.value_bytes;
  return {field.value_bytes.begin, field.block.begin + lines.back().bytes.end};
}

// Puts `written` in place of the whole value. Right behind its colon it needs a blank.
void write_on_key_line(FieldEdit& edit, const Field& field, std::string_view written) {
  const bool blank_missing = edit.block()[field.value_bytes.begin - 1] == ':';
  edit.replace(whole_value(field, edit.block()), concat(blank_missing ? " " : "", written));
}

// Puts item lines in place of those of `field`, in their indentation.
void rewrite_items(FieldEdit& edit, const Field& field, const std::vector<std::string>& items) {
  const auto text = field.block.of(edit.block());
  const auto lines = split_lines(text);
  const auto first = std::find_if(lines.begin() + 1, lines.end(), [text](const Line& line) {
    return trim_blanks(line.bytes.of(text)).starts_with('-');
  });
  const auto line = first->bytes.of(text);
  const auto dash = line.find('-');
  const auto item = line.find_first_not_of(" \t", dash + 1);
  const auto prefix = item == std::string_view::npos ? concat(line.substr(0, dash), "- ")
                                                     : std::string(line.substr(0, item));
  const auto ending = text.substr(lines[0].bytes.end, lines[0].full.size() - lines[0].bytes.size());
  std::vector<std::string> written;
  for (const auto& text_of_item : items) {
    written.push_back(concat(prefix, quote_value(edit.key(), text_of_item)));
  }
  const auto base = field.block.begin;
  edit.replace({base + first->full.begin, base + lines.back().bytes.end}, join(written, ending));
}

// Puts item lines below the key line, for a key whose brackets would be read as text.
void write_items_below(FieldEdit& edit, const Field& field, const std::vector<std::string>& items) {
  const auto line = field.block.of(edit.block());
  const auto newline = line.find('\n');
  const std::string_view ending = line.substr(0, newline).ends_with('\r') ? "\r\n" : "\n";
  std::string written;
  for (const auto& item : items) {
    written +=
        concat(ending, indent_of(field, edit.block()), "  - ", quote_value(edit.key(), item));
  }
  edit.replace(whole_value(field, edit.block()), std::move(written));
}

void rewrite_list(FieldEdit& edit, const Field& field, const std::vector<std::string>& items) {
  if (field.style == ValueStyle::item_list && !items.empty()) {
    rewrite_items(edit, field, items);
  } else if (is_list_key(edit.key())) {
    write_on_key_line(edit, field, write_flow_list(edit.key(), items));
  } else {
    write_items_below(edit, field, items);
  }
}

void insert_list(FieldEdit& edit, const std::vector<std::string>& items) {
  if (is_list_key(edit.key())) {
    edit.insert(concat(" ", write_flow_list(edit.key(), items)), {});
    return;
  }
  std::vector<std::string> written;
  for (const auto& item : items) written.push_back(quote_value(edit.key(), item));
  edit.insert("", written);
}

}  // namespace

Result<std::string> set_field(std::string_view text, std::string_view key, std::string_view value) {
  MEMDIR_TRY(check_value(value));
  MEMDIR_TRY_ASSIGN(auto edit, FieldEdit::open(text, key));
  const auto places = edit.find_places();
  const auto written = quote_value(edit.key(), value);
  for (const auto* field : places) {
    MEMDIR_TRY(check_no_map(*field));
    if (field->is_list() || field->value != value) write_on_key_line(edit, *field, written);
  }
  if (places.empty()) edit.insert(concat(" ", written), {});
  return edit.finish(value, {});
}

Result<std::string> set_list_field(std::string_view text, std::string_view key,
                                   const std::vector<std::string>& items) {
  for (const auto& item : items) MEMDIR_TRY(check_value(item));
  MEMDIR_TRY_ASSIGN(auto edit, FieldEdit::open(text, key));
  const auto places = edit.find_places();
  std::vector<std::string> wanted;  // an empty item is read as none
  std::ranges::copy_if(items, std::back_inserter(wanted), [](const auto& i) { return !i.empty(); });
  for (const auto* field : places) {
    MEMDIR_TRY(check_no_map(*field));
    if (!field->is_list() || field->items != wanted) rewrite_list(edit, *field, wanted);
  }
  if (places.empty()) insert_list(edit, wanted);
  return edit.finish("", wanted);
}

Result<std::string> unset_field(std::string_view text, std::string_view key) {
  MEMDIR_TRY_ASSIGN(auto edit, FieldEdit::open(text, key));
  for (const auto* field : edit.find_all()) edit.replace(field->block, "");
  return edit.finish("", {});
}

}  // namespace memdir::formats
