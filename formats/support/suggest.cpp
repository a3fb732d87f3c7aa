#include "formats/support/suggest.hpp"

#include <algorithm>

#include "formats/support/text.hpp"

namespace memdir {
namespace {

constexpr std::size_t kSwap = 0;
constexpr std::size_t kSubstitute = 2;
constexpr std::size_t kInsert = 1;
constexpr std::size_t kDelete = 3;
constexpr std::size_t kFarthest = 5;
constexpr std::size_t kMostSuggestions = 5;
constexpr std::size_t kLongestWord = 200;  // the table is quadratic, and nobody mistypes a page

}  // namespace

std::size_t typing_distance(std::string_view typed, std::string_view candidate) {
  const auto columns = candidate.size() + 1;
  std::vector<std::size_t> before_last(columns), last(columns), current(columns);
  for (std::size_t j = 0; j < columns; ++j) last[j] = j * kInsert;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    current[0] = (i + 1) * kDelete;
    for (std::size_t j = 0; j < candidate.size(); ++j) {
      const bool same = typed[i] == candidate[j];
      current[j + 1] = std::min(
          {last[j] + (same ? 0 : kSubstitute), last[j + 1] + kDelete, current[j] + kInsert});
      const bool swapped =
          i > 0 && j > 0 && typed[i - 1] == candidate[j] && typed[i] == candidate[j - 1] && !same;
      if (swapped) current[j + 1] = std::min(current[j + 1], before_last[j - 1] + kSwap);
    }
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return last[candidate.size()];
}

std::vector<std::string> nearest(std::string_view typed,
                                 const std::vector<std::string>& candidates) {
  std::size_t best = kFarthest;
  std::vector<std::string> found;
  if (typed.empty() || typed.size() > kLongestWord) return found;
  for (const auto& candidate : candidates) {
    if (candidate.size() > kLongestWord) continue;
    const auto distance = candidate.starts_with(typed) ? 0 : typing_distance(typed, candidate);
    if (distance > best) continue;
    if (distance < best) found.clear();
    best = distance;
    found.push_back(candidate);
  }
  if (found.size() > kMostSuggestions) found.resize(kMostSuggestions);
  return found;
}

std::string did_you_mean(const std::vector<std::string>& candidates) {
  if (candidates.empty()) return "";
  if (candidates.size() == 1) return concat("did you mean '", candidates.front(), "'?");
  return concat("did you mean one of '", join(candidates, "', '"), "'?");
}

}  // namespace memdir
