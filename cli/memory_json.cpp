#include "cli/memory_json.hpp"

#include "formats/json.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::cli {

using formats::Json;

Json start_answer(std::string_view command) {
  auto answer = Json::object();
  answer["schema"] = 1;
  answer["command"] = command;
  return answer;
}

void add_path(Json& object, const std::string& key, std::string_view path) {
  object[key] = to_valid_utf8(path);
  if (!is_valid_utf8(path)) {
    object[key == "file" ? "path_bytes" : key + "_bytes"] = to_base64(path);
  }
}

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json problems_json(const std::vector<core::Problem>& problems) {
  auto list = Json::array();
  for (const auto& problem : problems) {
    auto item = Json::object();
    item["problem"] = core::describe(problem.kind).id;
    item["line"] = problem.line;
    item["message"] = core::problem_text(problem);
    list.push_back(std::move(item));
  }
  return list;
}

Json memory_json(const core::Memory& memory, const core::IndexTree& tree, TimePoint now) {
  auto object = Json::object();
  add_path(object, "file", memory.file);
  object["name"] = text_or_null(memory.name);
  object["description"] = text_or_null(memory.description);
  object["type"] = text_or_null(memory.type);
  object["modified"] = nullptr;
  object["modified_source"] = nullptr;
  object["age_days"] = nullptr;
  if (memory.modified) {
    object["modified"] = format_time(*memory.modified);
    object["modified_source"] = core::age_source_name(memory.age_source);
    object["age_days"] = days_between(*memory.modified, now);
  }
  const auto hops = tree.hops_to(memory.file);
  object["listed"] = tree.known ? Json(hops.has_value()) : Json();
  object["hops"] = hops ? Json(*hops) : Json();
  object["pinned"] = memory.pinned;
  object["lines"] = memory.read ? Json(memory.lines) : Json();
  object["bytes"] = memory.read ? Json(memory.bytes) : Json();
  object["sha256"] = text_or_null(memory.sha256);
  object["problems"] = problems_json(memory.problems);
  return object;
}

}  // namespace memdir::cli
