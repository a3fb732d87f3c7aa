// Any bytes: join undoes split, and the parts follow each other without a gap.
#include "fuzz/fuzz.hpp"
#include "property/read_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace memdir::tests;
  require_nothing_broken(check_document(as_text(data, size)));
  return 0;
}
