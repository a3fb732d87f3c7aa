// Tables and gauges for people, by display width: what stands in a column ends in that column, in
// any script. Texts are expected to be safe for a terminal already.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include "cli/style.hpp"

namespace memdir::cli {

struct Cell {
  std::string text{};
  std::optional<Paint> paint{};
  std::string link{};  // absolute path it leads to where the stream shows links; empty for none
};

enum class Align { left, right };

struct Column {
  Align align = Align::left;
  std::size_t most = 0;  // columns it takes at most; 0: as many as its widest cell needs
};

// Rows of cells in aligned columns, two blanks apart. The last column takes what is left of the
// width and is cut there; without a width nothing is cut.
class Table {
 public:
  explicit Table(std::vector<Column> columns, std::size_t indent = 0)
      : columns_(std::move(columns)), indent_(indent) {}

  void add(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }
  void write(Context& context) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths(const Context& context) const;

  std::vector<Column> columns_;
  std::size_t indent_;
  std::vector<std::vector<Cell>> rows_{};
};

// A bar of `width` columns filled by the share used / cap; full where that is more than one.
[[nodiscard]] std::string gauge(std::size_t used, std::size_t cap, std::size_t width);

// 114 for 228 of 200; rounded down, so that 99.9 % never reads as full.
[[nodiscard]] std::size_t percent_of(std::size_t used, std::size_t cap);

}  // namespace memdir::cli
