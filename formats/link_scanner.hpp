// Finds links in one line of Markdown, byte for byte and in linear time. For lines of the index,
// whose links must keep their exact places, and for texts too large for a full Markdown parser.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/link.hpp"

namespace memdir::formats {

// Link reference definitions, "[label]: target", by folded label.
using LinkDefinitions = std::map<std::string, std::string, std::less<>>;

// Reads `line` as a definition and adds it (the first of a label counts); says whether it is one.
bool read_definition(std::string_view line, LinkDefinitions& definitions);

// Links of `line` in order. Code spans are links of kind code_span whatever they hold; what stands
// inside code, a comment, an image or the text of another link is none. `offset` is added to the
// byte ranges.
[[nodiscard]] std::vector<Link> scan_links(std::string_view line, std::size_t offset,
                                           std::size_t number,
                                           const LinkDefinitions& definitions = {});

// The same for text that holds no Markdown any more, such as a text node: wiki links and words
// only.
[[nodiscard]] std::vector<Link> scan_plain_text(std::string_view text, std::size_t number);

}  // namespace memdir::formats
