// JSON that is built in place and written as text. The one header that shows a library's type; only
// .cpp files include it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "formats/json_fwd.hpp"

namespace memdir::formats {

// The value on one line. Ill-formed UTF-8 becomes U+FFFD; controls, bidi controls and other
// characters that are unsafe to show are escaped, so that the text is harmless on a terminal and in
// a script.
std::string write_json(const Json& value);

}  // namespace memdir::formats
