// The name of the JSON type, for headers whose functions hand JSON on; building it takes json.hpp.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace memdir::formats {

using Json = nlohmann::ordered_json;

}  // namespace memdir::formats
