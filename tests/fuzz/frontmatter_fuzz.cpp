// The lines of a block, without fences: fields know where they stand, and the judge always has a
// reason.
#include "formats/frontmatter.hpp"
#include "formats/strict_yaml.hpp"
#include "fuzz/fuzz.hpp"

using namespace memdir;
using memdir::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = concat("---\n", tests::as_text(data, size), "\n---\nbody\n");
  const auto document = formats::split_document(text);
  const auto fields = formats::parse_frontmatter(document);
  const auto block = document.frontmatter;
  std::size_t line = 1;
  for (const auto& field : fields.fields) {
    require(field.line > line, "fields are in file order");
    line = field.line;
    require(field.block.begin < field.value_bytes.begin &&
                field.value_bytes.begin <= field.value_bytes.end &&
                field.value_bytes.end < field.block.end && field.block.end <= block.size(),
            "a value stands in its block");
    require(field.block.begin == 0 || block[field.block.begin - 1] == '\n', "blocks are lines");
    require(block[field.block.end - 1] == '\n', "blocks are whole lines");
    require(field.items.empty() || field.is_list(), "only lists have items");
    require(field.value.empty() || !field.is_list(), "lists have no value");
  }
  const auto verdict = formats::judge_frontmatter(document, fields);
  require(verdict.rejected == !verdict.reason.empty(), "a rejection has a reason");
  require(verdict.line <= count_lines(text), "a rejection is in the file");
  return 0;
}
