// Any bytes: join undoes split, and the parts follow each other without a gap.
#include "formats/document.hpp"
#include "formats/support/text.hpp"
#include "fuzz/fuzz.hpp"

using namespace memdir;
using memdir::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = tests::as_text(data, size);
  const auto document = formats::split_document(text);
  require(formats::join_document(document) == text, "join undoes split");
  require(document.body.data() + document.body.size() == text.data() + text.size(),
          "the body ends with the text");
  require(!(document.unclosed && document.has_frontmatter()), "unclosed means all is body");
  require(formats::body_line(document) <= count_lines(text) + 1, "the body starts in the text");
  require(document.frontmatter.empty() || document.frontmatter.ends_with('\n'),
          "frontmatter is whole lines");
  return 0;
}
