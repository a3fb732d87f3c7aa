// Small helpers on byte strings: joining, trimming, lines. Nothing here knows Unicode.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace memdir {

// A half-open range of byte offsets into some text, which the user of the range names.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// One line of a text. `bytes` is without its line ending; `full` is with it.
struct Line {
  ByteRange bytes;
  ByteRange full;
};

// Adds up its arguments in one allocation; integers are printed in decimal.
class ConcatPiece {
 public:
  ConcatPiece(std::string_view text) : view_(text) {}    // NOLINT(google-explicit-constructor)
  ConcatPiece(const std::string& text) : view_(text) {}  // NOLINT(google-explicit-constructor)
  ConcatPiece(const char* text) : view_(text) {}         // NOLINT(google-explicit-constructor)
  template <class Integer>
  requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, char> &&
           !std::is_same_v<Integer, bool>)
      ConcatPiece(Integer number)  // NOLINT(google-explicit-constructor)
      : digits_(std::to_string(number)), view_(digits_) {}
  ConcatPiece(const ConcatPiece&) = delete;
  ConcatPiece& operator=(const ConcatPiece&) = delete;
  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  std::string digits_{};
  std::string_view view_;
};
std::string join_pieces(std::initializer_list<std::string_view> pieces);
template <class... Pieces>
std::string concat(const Pieces&... pieces) {
  return join_pieces({ConcatPiece(pieces).view()...});
}

// "a, b, c" from a list and a separator.
std::string join(const std::vector<std::string>& items, std::string_view separator);

// Blanks are space and tab; a line ending is "\n" or "\r\n".
[[nodiscard]] bool is_blank(char c);
[[nodiscard]] bool is_blank_text(std::string_view text);
[[nodiscard]] std::string_view trim_blanks(std::string_view text);
[[nodiscard]] std::string_view trim_blanks_right(std::string_view text);

[[nodiscard]] bool is_ascii_digit(char c);
[[nodiscard]] bool is_ascii_alnum(char c);
[[nodiscard]] std::string to_ascii_lower(std::string_view text);
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

// The lines of `text`. A final line without a newline counts; after a final newline there is no
// further line, and the empty text has none.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

// Number of '\n' in the text, plus one for a last line that has none.
[[nodiscard]] std::size_t count_lines(std::string_view text);

// "1 file", "2 files", "3 entries": the number and the noun in the form that goes with it.
[[nodiscard]] std::string count_of(std::size_t number, std::string_view noun);

// 12345 as "12,345".
[[nodiscard]] std::string with_thousands(std::size_t number);

}  // namespace memdir
