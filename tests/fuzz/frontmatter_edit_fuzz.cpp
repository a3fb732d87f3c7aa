// The first line is a key, the second a value (with tabs: a list), the rest a file; the laws of
// edits must hold.
#include "formats/frontmatter_edit.hpp"
#include "fuzz/fuzz.hpp"
#include "property/edit_laws.hpp"

using namespace memdir;

namespace {

bool is_key(std::string_view key) { return formats::unset_field("", key).has_value(); }

std::vector<std::string> split_items(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto item = text.substr(0, text.find('\t'));
    items.emplace_back(item);
    text.remove_prefix(item.size() < text.size() ? item.size() + 1 : text.size());
  }
  return items;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto text = tests::as_text(data, size);
  const auto key = tests::take_line(text);
  const auto value = tests::take_line(text);
  if (!is_key(key)) return 0;
  tests::require_nothing_broken(tests::check_unset(text, key));
  if (value.find('\r') != value.npos || value.find('\0') != value.npos) return 0;
  tests::require_nothing_broken(tests::check_set(text, key, value));
  tests::require_nothing_broken(tests::check_set_list(text, key, split_items(value)));
  return 0;
}
