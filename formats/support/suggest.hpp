// Did you mean: the nearest of some candidates, by the weights and the threshold git uses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace memdir {

// Damerau-Levenshtein distance from `typed` to `candidate` with git's costs: swap 0, substitute 2,
// insert 1, delete 3 (git: help.c, levenshtein.c). Bytes are compared.
[[nodiscard]] std::size_t typing_distance(std::string_view typed, std::string_view candidate);

// All candidates at the smallest distance, if that is at most 5; a candidate that starts with
// `typed` has distance 0. In the order of `candidates`, at most 5 of them.
[[nodiscard]] std::vector<std::string> nearest(std::string_view typed,
                                               const std::vector<std::string>& candidates);

// "did you mean 'a'?" or "did you mean one of 'a', 'b'?"; empty for no candidates.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string>& candidates);

}  // namespace memdir
