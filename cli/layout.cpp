#include "cli/layout.hpp"

#include <algorithm>

#include "formats/support/unicode.hpp"

namespace memdir::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastForLast = 10;  // a narrower last column would say nothing

std::string decorate(const Context& context, const Cell& cell, std::string text) {
  if (cell.paint) text = paint(context.out_style, *cell.paint, text);
  if (cell.link.empty() || !context.out_style.hyperlink) return text;
  const LinkBase base{.host = context.terminal.host,
                      .editor_uri = context.environment.get("MEMDIR_EDITOR_URI").value_or("")};
  return link(context.out_style, base, cell.link, text);
}

// Index of the last cell with text, so that no line ends in blanks.
std::size_t last_filled(const std::vector<Cell>& row) {
  std::size_t last = row.size() - 1;
  while (last > 0 && row[last].text.empty()) --last;
  return last;
}

}  // namespace

std::vector<std::size_t> Table::widths(const Context& context) const {
  std::vector<std::size_t> result(columns_.size());
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      result[i] = std::max(result[i], display_width(row[i].text));
    }
  }
  std::size_t used = indent_;
  for (std::size_t i = 0; i + 1 < columns_.size(); ++i) {
    if (context.width && columns_[i].most > 0) result[i] = std::min(result[i], columns_[i].most);
    used += result[i] + kGap;
  }
  if (context.width) {
    const auto left = *context.width > used ? *context.width - used : 0;
    result.back() = std::min(result.back(), std::max(left, kLeastForLast));
  }
  return result;
}

void Table::write(Context& context) const {
  const auto all = widths(context);
  for (const auto& row : rows_) {
    context.out << std::string(indent_, ' ');
    const auto filled = last_filled(row);
    for (std::size_t i = 0; i <= filled; ++i) {
      const auto text = cut_to_width(row[i].text, all[i]);
      const auto padding = std::string(all[i] - std::min(all[i], display_width(text)), ' ');
      const bool last = i == filled;
      const bool right = columns_[i].align == Align::right;
      if (right) context.out << padding;
      context.out << decorate(context, row[i], text);
      if (!last) context.out << (right ? "" : padding) << std::string(kGap, ' ');
    }
    context.out << '\n';
  }
}

std::string gauge(std::size_t used, std::size_t cap, std::size_t width) {
  const auto filled = cap == 0 ? width : std::min(width, used * width / cap);
  std::string bar;
  for (std::size_t i = 0; i < width; ++i) bar += i < filled ? "█" : "░";
  return bar;
}

std::size_t percent_of(std::size_t used, std::size_t cap) {
  return cap == 0 ? 100 : used * 100 / cap;
}

}  // namespace memdir::cli
