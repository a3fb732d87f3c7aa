#include "core/ops/init.hpp"

#include <algorithm>

#include "core/model/snapshot.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

Status check_no_look_alike(const std::vector<DirEntry>& entries, const std::string& path) {
  const auto found = std::ranges::find_if(
      entries, [](const auto& e) { return to_ascii_lower(e.name) == "memory.md"; });
  if (found == entries.end()) return {};
  return Error{.kind = ErrorKind::invalid_input,
               .message = concat("has '", found->name, "' where MEMORY.md is expected"),
               .path = path,
               .hint = concat("rename '", found->name, "' to MEMORY.md")};
}

}  // namespace

Result<InitPlan> plan_init(const FileSystem& files, const std::string& path) {
  InitPlan plan{.path = path};
  auto directory = files.open_directory(path);
  if (!directory) {
    if (directory.error().kind != ErrorKind::not_found) return std::move(directory).error();
    plan.make_directory = plan.make_index = true;
    return plan;
  }
  MEMDIR_TRY_ASSIGN(const auto entries, (*directory)->list(""));
  plan.make_index = std::ranges::find(entries, kIndexName, &DirEntry::name) == entries.end();
  if (plan.make_index) MEMDIR_TRY(check_no_look_alike(entries, path));
  return plan;
}

Status apply(const InitPlan& plan, const FileSystem& files) {
  if (plan.make_directory) MEMDIR_TRY(files.make_directories(plan.path));
  if (!plan.make_index) return {};
  MEMDIR_TRY_ASSIGN(const auto directory, files.open_directory(plan.path));
  auto created = directory->create_file(std::string(kIndexName));
  const bool somebody_else_did = !created && created.error().kind == ErrorKind::conflict;
  return somebody_else_did ? Status() : created;
}

}  // namespace memdir::core
