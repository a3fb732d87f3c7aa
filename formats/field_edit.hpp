// A file opened for an edit of one key: where the key stands, what is put in its place, and the
// proof that nothing else changed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/document.hpp"
#include "formats/frontmatter.hpp"
#include "formats/support/result.hpp"

namespace memdir::formats {

// "k" and "metadata.k" are the same key. Ranges are offsets into block().
class FieldEdit {
 public:
  // Fails for a text that is no key, and for frontmatter that never closes. `text` must outlive the
  // edit.
  static Result<FieldEdit> open(std::string_view text, std::string_view key);

  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view block() const { return document_.frontmatter; }

  // The fields to write: the first at top level and the first below `metadata`, so that both agree.
  [[nodiscard]] std::vector<const Field*> find_places() const;
  // All fields of that key, duplicates too.
  [[nodiscard]] std::vector<const Field*> find_all() const;

  void replace(ByteRange range, std::string text);
  // Adds the field: `value` is what follows the colon, its blank included; items go on lines below.
  void insert(std::string_view value, const std::vector<std::string>& items);

  // The whole new text, once re-reading it has shown that no other field changed and that this one
  // reads as `value` or `items` wherever it stands.
  [[nodiscard]] Result<std::string> finish(std::string_view value,
                                           const std::vector<std::string>& items) const;

 private:
  struct Place {
    std::size_t at = 0;
    std::string_view indent{};
  };
  struct Replacement {
    ByteRange range;
    std::string text;
  };

  [[nodiscard]] bool is_mine(const Field& field) const;
  [[nodiscard]] Place find_place() const;
  [[nodiscard]] std::string_view line_ending_before(std::size_t at) const;
  [[nodiscard]] std::string build() const;
  [[nodiscard]] bool keeps_other_fields(const Frontmatter& after) const;

  std::string_view text_{};
  Document document_{};
  Frontmatter fields_{};
  std::string key_{};
  std::string nested_key_{};
  std::vector<Replacement> replacements_{};
};

// The blanks that the key line starts with; none at top level.
[[nodiscard]] std::string_view indent_of(const Field& field, std::string_view block);

}  // namespace memdir::formats
