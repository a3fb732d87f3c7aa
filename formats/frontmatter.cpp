#include "formats/frontmatter.hpp"

#include <algorithm>

#include "formats/frontmatter_scanner.hpp"

namespace memdir::formats {
namespace {

constexpr std::string_view kNested = "metadata.";

bool is_empty(const Field& field) { return field.value.empty() && field.items.empty(); }

struct KeyAt {
  std::string_view key;
  std::size_t index;
  friend auto operator<=>(const KeyAt&, const KeyAt&) = default;
};

// Flags a key that stands twice, and one that says different things at top level and nested. Sorted
// first: a hostile file may have a million keys.
void check_keys(Frontmatter& frontmatter) {
  const auto& fields = frontmatter.fields;
  std::vector<KeyAt> keys;
  keys.reserve(fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) keys.push_back({fields[i].key, i});
  std::ranges::sort(keys);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto& field = fields[keys[i].index];
    if (i > 0 && keys[i].key == keys[i - 1].key) {
      frontmatter.flags.push_back({FlagKind::duplicate_key, field.line});
      continue;
    }
    if (!field.key.starts_with(kNested) || is_empty(field)) continue;
    const auto name = std::string_view(field.key).substr(kNested.size());
    const auto other = std::ranges::lower_bound(keys, name, {}, &KeyAt::key);
    if (other == keys.end() || other->key != name) continue;
    const auto& outer = fields[other->index];
    if (!is_empty(outer) && (outer.value != field.value || outer.items != field.items)) {
      frontmatter.flags.push_back({FlagKind::type_conflict, field.line});
    }
  }
}

void check_name_and_type(Frontmatter& frontmatter) {
  if (effective_field(frontmatter, "name") == nullptr) {
    const auto* name = find_field(frontmatter, "name");
    frontmatter.flags.push_back({FlagKind::blank_name, name == nullptr ? 0 : name->line});
  }
  constexpr std::string_view kTypes[] = {"user", "feedback", "project", "reference"};
  const auto* type = effective_field(frontmatter, "type");
  if (type != nullptr && std::ranges::find(kTypes, type->value) == std::end(kTypes)) {
    frontmatter.flags.push_back({FlagKind::unknown_type, type->line});
  }
}

const Field* find_nested(const Frontmatter& frontmatter, std::string_view key) {
  const auto found = std::ranges::find_if(frontmatter.fields, [key](const Field& field) {
    return field.key.size() == kNested.size() + key.size() && field.key.starts_with(kNested) &&
           field.key.ends_with(key);
  });
  return found == frontmatter.fields.end() ? nullptr : &*found;
}

}  // namespace

std::string_view flag_id(FlagKind kind) {
  switch (kind) {
    case FlagKind::text_after_quote:
      return "text-after-quote";
    case FlagKind::unclosed_quote:
      return "unclosed-quote";
    case FlagKind::unclosed_frontmatter:
      return "unclosed-frontmatter";
    case FlagKind::duplicate_key:
      return "duplicate-key";
    case FlagKind::unparsed_line:
      return "unparsed-line";
    case FlagKind::folded:
      return "folded";
    case FlagKind::unknown_escape:
      return "unknown-escape";
    case FlagKind::blank_name:
      return "blank-name";
    case FlagKind::unknown_type:
      return "unknown-type";
    case FlagKind::type_conflict:
      return "type-conflict";
  }
  return "";
}

Frontmatter parse_frontmatter(const Document& document) {
  Frontmatter result;
  if (document.unclosed) {
    result.flags.push_back({.kind = FlagKind::unclosed_frontmatter, .line = 1});
  }
  if (!document.has_frontmatter()) return result;
  result = scan_fields(document.frontmatter);
  check_keys(result);
  check_name_and_type(result);
  std::ranges::stable_sort(result.flags, {}, &Flag::line);
  return result;
}

const Field* find_field(const Frontmatter& frontmatter, std::string_view key) {
  const auto found = std::ranges::find(frontmatter.fields, key, &Field::key);
  return found == frontmatter.fields.end() ? nullptr : &*found;
}

const Field* effective_field(const Frontmatter& frontmatter, std::string_view key) {
  const auto* outer = find_field(frontmatter, key);
  const auto* nested = find_nested(frontmatter, key);
  if (key == "modified" || key == "originSessionId" || key == "node_type") {
    std::swap(outer, nested);
  }
  if (outer != nullptr && !is_empty(*outer)) return outer;
  return nested != nullptr && !is_empty(*nested) ? nested : nullptr;
}

std::string_view effective_value(const Frontmatter& frontmatter, std::string_view key) {
  const auto* field = effective_field(frontmatter, key);
  return field == nullptr ? std::string_view() : std::string_view(field->value);
}

}  // namespace memdir::formats
