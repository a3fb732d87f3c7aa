// Memories as JSON, the same for every command that answers with some.
#pragma once

#include <optional>
#include <string_view>

#include "core/model/index_tree.hpp"
#include "core/model/memory.hpp"
#include "core/model/snapshot.hpp"
#include "formats/json_fwd.hpp"
#include "formats/support/time.hpp"

namespace memdir::cli {

// {"schema":1,"command":NAME}, to which a command adds its answer.
[[nodiscard]] formats::Json start_answer(std::string_view command);

// Adds "KEY": the path. Where its bytes are not UTF-8, "KEY_bytes" follows with all of them in
// base64.
void add_path(formats::Json& object, const std::string& key, std::string_view path);

// null for the empty text.
[[nodiscard]] formats::Json text_or_null(std::string_view text);

[[nodiscard]] formats::Json problems_json(const std::vector<core::Problem>& problems);

// The record of `list`: file, name, description, type, modified, ...
[[nodiscard]] formats::Json memory_json(const core::Memory& memory, const core::IndexTree& tree,
                                        TimePoint now);

}  // namespace memdir::cli
