// A reference to another file as it stands in a text, whatever its syntax.
#pragma once

#include <cstddef>
#include <string>

#include "formats/support/text.hpp"

namespace memdir::formats {

enum class LinkKind {
  markdown,   // [text](target), [text][ref]
  wiki,       // [[target]], [[target|label]], [[target#part]]
  code_span,  // `target`: names a file only if there is one
  word,       // a bare word ending in .md
};

struct Link {
  LinkKind kind = LinkKind::markdown;
  std::string target{};  // as written, without <> and title; of a wiki link without label and part
  std::string text{};    // what is shown: link text, label, or the target itself
  std::size_t line = 0;  // 1-based, in the numbering the parser was given
  ByteRange bytes{};     // the whole construct, in the text the parser was given
};

}  // namespace memdir::formats
