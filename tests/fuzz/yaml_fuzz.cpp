// Any bytes as strict YAML: no crash, and what comes back keeps to the limits.
#include "formats/yaml.hpp"
#include "fuzz/fuzz.hpp"

using namespace memdir;
using memdir::tests::require;

namespace {

std::size_t count_nodes(const formats::YamlNode& node, std::size_t depth) {
  require(depth <= 17, "depth is limited");  // 16 containers, and a scalar in the last
  std::size_t nodes = 1;
  for (const auto& item : node.items) nodes += count_nodes(item, depth + 1);
  for (const auto& [key, value] : node.members) nodes += 1 + count_nodes(value, depth + 1);
  return nodes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = tests::as_text(data, size);
  const auto root = formats::parse_yaml(text);
  const auto kept = formats::parse_yaml(text, formats::DuplicateKeys::keep);
  require(!root || kept, "keeping duplicates accepts more");
  if (kept) {
    require(kept->kind == formats::YamlNode::Kind::map, "the root is a map");
    require(count_nodes(*kept, 1) <= 1001, "the number of nodes is limited");
  } else {
    require(kept.error().kind == ErrorKind::invalid_input && !kept.error().message.empty(),
            "an error says why");
  }
  return 0;
}
