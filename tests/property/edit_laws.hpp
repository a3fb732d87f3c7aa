// What must hold of every edit of a field, for property tests and fuzzers alike. Each function
// returns the law that is broken, or nothing.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "formats/frontmatter.hpp"
#include "formats/frontmatter_edit.hpp"

namespace memdir::tests {

using formats::Field;
using formats::FlagKind;
using formats::Frontmatter;

inline Frontmatter read_fields(std::string_view text) {
  return formats::parse_frontmatter(formats::split_document(text));
}

// The two names of a key.
struct BothKeys {
  explicit BothKeys(std::string_view key) : plain(key) {
    // What follows "metadata." has to be a key by itself.
    if (plain.starts_with("metadata.") && formats::unset_field("", plain.substr(9))) {
      plain.erase(0, 9);
    }
    nested = "metadata." + plain;
  }
  [[nodiscard]] bool match(const Field& field) const {
    return field.key == plain || field.key == nested;
  }
  // The fields of a map that is taken for a value come and go with it.
  [[nodiscard]] bool match_or_hold(const Field& field) const {
    return match(field) || field.key.starts_with(plain + ".");
  }
  std::string plain;
  std::string nested{};
};

inline std::string show_others(const Frontmatter& frontmatter, const BothKeys& keys) {
  std::string shown;
  for (const auto& field : frontmatter.fields) {
    if (keys.match_or_hold(field)) continue;
    shown += field.key + '\0' + field.value + '\0';
    for (const auto& item : field.items) shown += item + '\1';
    shown += '\n';
  }
  return shown;
}

inline bool has_flag(const Frontmatter& frontmatter, FlagKind kind) {
  return std::ranges::find(frontmatter.flags, kind, &formats::Flag::kind) !=
         frontmatter.flags.end();
}

// Only these may be refused: frontmatter that never closes, a map, and stray lines.
inline bool may_refuse(const Frontmatter& before, const BothKeys& keys) {
  return has_flag(before, FlagKind::unclosed_frontmatter) ||
         has_flag(before, FlagKind::unparsed_line) ||
         std::ranges::any_of(before.fields, [&](const Field& field) {
           return keys.match(field) && field.style == formats::ValueStyle::map;
         });
}

// The first field at top level and the first below `metadata`, in file order.
inline std::vector<const Field*> find_written(const Frontmatter& before, const BothKeys& keys) {
  std::vector<const Field*> written;
  for (const auto* key : {&keys.plain, &keys.nested}) {
    if (const auto* field = formats::find_field(before, *key)) written.push_back(field);
  }
  std::ranges::sort(written, {}, &Field::line);
  return written;
}

// Whether `after` is `before` but for the values of the written fields, or one piece put in.
inline bool keeps_other_bytes(std::string_view before, std::string_view after,
                              const std::vector<const Field*>& written) {
  const auto start = formats::split_document(before).open_fence.size();
  if (written.empty()) {
    const auto differs = std::ranges::mismatch(before, after);
    const auto rest = before.substr(static_cast<std::size_t>(differs.in1 - before.begin()));
    return after.size() > before.size() && after.ends_with(rest);
  }
  std::size_t done = 0;  // in `before`
  std::size_t at = 0;    // in `after`
  for (const auto* field : written) {
    const auto piece = before.substr(done, start + field->value_bytes.begin - done);
    const auto found =
        done == 0 ? (after.starts_with(piece) ? 0 : after.npos) : after.find(piece, at);
    if (found == after.npos) return false;
    at = found + piece.size();
    const auto lines = split_lines(field->block.of(before.substr(start)));
    const auto end =
        lines.size() == 1 ? field->value_bytes.end : field->block.begin + lines.back().bytes.end;
    done = start + end;
  }
  return after.size() >= at + (before.size() - done) && after.ends_with(before.substr(done));
}

// Laws of any successful edit that leaves the fields `written` with a new value.
inline std::string_view check_edit(std::string_view before, std::string_view after,
                                   const BothKeys& keys) {
  const auto old_fields = read_fields(before);
  const auto new_fields = read_fields(after);
  if (before == after) return "";
  if (show_others(old_fields, keys) != show_others(new_fields, keys)) return "other fields stay";
  const auto old_body = formats::body_text(formats::split_document(before));
  if (formats::split_document(after).body != old_body) return "the body stays";
  if (!keeps_other_bytes(before, after, find_written(old_fields, keys))) return "other bytes stay";
  return "";
}

inline bool reads_as(std::string_view text, const BothKeys& keys, std::string_view value,
                     const std::vector<std::string>& items) {
  const auto fields = read_fields(text);
  const auto written = find_written(fields, keys);
  return !written.empty() && std::ranges::all_of(written, [&](const Field* field) {
    return field->value == value && field->items == items;
  });
}

// A field that was written as we would write it, on one line and at one place.
inline bool is_canonical(std::string_view text, const Frontmatter& before, const BothKeys& keys) {
  const auto written = find_written(before, keys);
  if (written.size() != 1 || written[0]->is_list()) return false;
  const auto block = formats::split_document(text).frontmatter;
  const auto& field = *written[0];
  return split_lines(field.block.of(block)).size() == 1 &&
         field.value_bytes.of(block) == formats::quote_value(keys.plain, field.value);
}

inline std::string_view check_set(std::string_view text, std::string_view key,
                                  std::string_view value) {
  const BothKeys keys(key);
  const auto before = read_fields(text);
  const auto once = formats::set_field(text, key, value);
  if (!once) return may_refuse(before, keys) ? "" : "a sound file can be edited";
  if (const auto broken = check_edit(text, *once, keys); !broken.empty()) return broken;
  if (!reads_as(*once, keys, value, {})) return "the new value is read";
  const auto twice = formats::set_field(*once, key, value);
  if (!twice || *twice != *once) return "setting twice is setting once";
  const auto written = find_written(before, keys);
  if (written.empty() && before.present) {
    const auto removed = formats::unset_field(*once, key);
    return removed && *removed == text ? "" : "unset takes back what set put in";
  }
  if (is_canonical(text, before, keys)) {
    const auto back = formats::set_field(*once, key, written[0]->value);
    return back && *back == text ? "" : "the old value gives the old text";
  }
  return "";
}

inline std::string_view check_set_list(std::string_view text, std::string_view key,
                                       std::vector<std::string> items) {
  const BothKeys keys(key);
  const auto before = read_fields(text);
  const auto once = formats::set_list_field(text, key, items);
  if (!once) return may_refuse(before, keys) ? "" : "a sound file can be edited";
  if (const auto broken = check_edit(text, *once, keys); !broken.empty()) return broken;
  std::erase(items, "");
  if (!reads_as(*once, keys, "", items)) return "the new items are read";
  const auto twice = formats::set_list_field(*once, key, items);
  return twice && *twice == *once ? "" : "setting twice is setting once";
}

inline std::string_view check_unset(std::string_view text, std::string_view key) {
  const BothKeys keys(key);
  const auto before = read_fields(text);
  const auto once = formats::unset_field(text, key);
  if (!once) return may_refuse(before, keys) ? "" : "a sound file can be edited";
  const auto after = read_fields(*once);
  if (show_others(before, keys) != show_others(after, keys)) return "other fields stay";
  if (std::ranges::any_of(after.fields, [&](const Field& f) { return keys.match(f); })) {
    return "the field is gone";
  }
  std::string expected(text);
  const auto start = formats::split_document(text).open_fence.size();
  auto end = std::string::npos;  // blocks are taken out from the last; a map holds those within
  for (auto field = before.fields.rbegin(); field != before.fields.rend(); ++field) {
    if (!keys.match(*field)) continue;
    if (field->block.end > end) return "";  // a map within a map of that name
    end = field->block.begin;
    expected.erase(start + field->block.begin, field->block.size());
  }
  return *once == expected ? "" : "only the lines of the field go";
}

}  // namespace memdir::tests
