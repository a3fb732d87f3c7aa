#include "formats/yaml_types.hpp"

#include <algorithm>
#include <cstddef>

#include "formats/support/text.hpp"

namespace memdir::formats {
namespace {

template <std::size_t n>
bool is_one_of(std::string_view text, const std::string_view (&words)[n]) {
  return std::ranges::find(words, text) != std::end(words);
}

// Takes pieces from the front of a text; each says how much it took.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool skip_one(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view take(std::string_view characters, std::size_t most) {
    const auto taken =
        rest_.substr(0, std::min({rest_.find_first_not_of(characters), rest_.size(), most}));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::size_t skip_any(std::string_view characters, std::size_t most = std::string_view::npos) {
    return take(characters, most).size();
  }

  bool skip_word(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

 private:
  std::string_view rest_;
};

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kDigitsAndBars = "0123456789_";

// 0b1, 0x1f, 0o17 and 017, without their sign.
bool is_based_number(std::string_view text) {
  Cursor cursor(text);
  const auto digits = cursor.skip_word("0b")   ? cursor.skip_any("01_")
                      : cursor.skip_word("0x") ? cursor.skip_any("0123456789abcdefABCDEF_")
                      : cursor.skip_word("0o") ? cursor.skip_any("01234567")
                                               : 0;
  return digits > 0 && cursor.at_end();
}

// Hours, minutes and so on: 12:30, 1:02:03.5.
bool is_sexagesimal(std::string_view text) {
  Cursor cursor(text);
  if (!cursor.skip_one(kDigits)) return false;
  cursor.skip_any(kDigitsAndBars);
  std::size_t parts = 0;
  for (; cursor.skip_one(":"); ++parts) {
    const auto part = cursor.take(kDigits, 2);
    if (part.empty() || (part.size() == 2 && part.front() > '5')) return false;
  }
  if (cursor.skip_one(".")) cursor.skip_any(kDigitsAndBars);
  return parts > 0 && cursor.at_end();
}

// 1, 1_000, 1.10, .5, 1e5, 017.
bool is_decimal_number(std::string_view text) {
  Cursor cursor(text);
  const bool whole = cursor.skip_one(kDigits);
  if (whole) cursor.skip_any(kDigitsAndBars);
  const bool point = cursor.skip_one(".");
  if (!whole && !(point && cursor.skip_one(kDigits))) return false;
  if (point) cursor.skip_any(kDigitsAndBars);
  if (cursor.at_end()) return true;
  if (!cursor.skip_one("eE")) return false;
  cursor.skip_one("+-");
  return cursor.skip_any(kDigits) > 0 && cursor.at_end();
}

bool is_number(std::string_view text) {
  constexpr std::string_view kNames[] = {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"};
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return is_one_of(text, kNames) || is_based_number(text) || is_decimal_number(text) ||
         is_sexagesimal(text);
}

bool is_zone(Cursor& cursor) {
  cursor.skip_any(" \t");
  if (cursor.at_end() || cursor.skip_one("Z")) return cursor.at_end();
  if (!cursor.skip_one("+-") || cursor.skip_any(kDigits, 2) == 0) return false;
  if (cursor.skip_one(":")) return cursor.skip_any(kDigits, 2) == 2 && cursor.at_end();
  const auto minutes = cursor.skip_any(kDigits, 2);
  return minutes != 1 && cursor.at_end();
}

// 2026-03-14, and with a time that has seconds: 2026-03-14 09:26:53.5 +01:00.
bool is_date(std::string_view text) {
  Cursor cursor(text);
  if (cursor.skip_any(kDigits, 4) != 4 || !cursor.skip_one("-")) return false;
  const auto month = cursor.skip_any(kDigits, 2);
  if (month == 0 || !cursor.skip_one("-")) return false;
  const auto day = cursor.skip_any(kDigits, 2);
  if (cursor.at_end()) return month == 2 && day == 2;
  if (day == 0 || (!cursor.skip_one("Tt") && cursor.skip_any(" \t") == 0)) return false;
  if (cursor.skip_any(kDigits, 2) == 0 || !cursor.skip_one(":")) return false;
  if (cursor.skip_any(kDigits, 2) != 2 || !cursor.skip_one(":")) return false;
  if (cursor.skip_any(kDigits, 2) != 2) return false;
  if (cursor.skip_one(".")) cursor.skip_any(kDigits);
  return is_zone(cursor);
}

}  // namespace

std::string_view yaml_type(std::string_view plain) {
  constexpr std::string_view kNulls[] = {"", "~", "null", "Null", "NULL"};
  constexpr std::string_view kBooleans[] = {"yes",  "Yes",  "YES",  "no",    "No",    "NO",
                                            "true", "True", "TRUE", "false", "False", "FALSE",
                                            "on",   "On",   "ON",   "off",   "Off",   "OFF"};
  if (is_one_of(plain, kNulls)) return "null";
  if (is_one_of(plain, kBooleans)) return "boolean";
  if (is_date(plain)) return "date";
  return is_number(plain) ? "number" : "";
}

}  // namespace memdir::formats
