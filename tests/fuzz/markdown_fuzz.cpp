// Any bytes as the body of a memory: links have places that are theirs.
#include "fuzz/fuzz.hpp"
#include "property/index_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace memdir::tests;
  require_nothing_broken(check_markdown(as_text(data, size)));
  return 0;
}
