// Any bytes as MEMORY.md: the lines cover it, the measure cuts it right, entries stay in their
// lines.
#include "fuzz/fuzz.hpp"
#include "property/index_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace memdir::tests;
  const auto text = as_text(data, size);
  require_nothing_broken(check_index_lines(text));
  require_nothing_broken(check_measure(text));
  require_nothing_broken(check_entries(text));
  return 0;
}
