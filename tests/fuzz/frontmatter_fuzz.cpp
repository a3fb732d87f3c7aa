// The lines of a block, without fences: fields know where they stand, and the judge always has a
// reason.
#include "fuzz/fuzz.hpp"
#include "property/read_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace memdir::tests;
  const auto text = memdir::concat("---\n", as_text(data, size), "\n---\nbody\n");
  require_nothing_broken(check_fields(text));
  return 0;
}
