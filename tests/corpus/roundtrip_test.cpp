// Real memory folders, where MEMDIR_CORPUS names them: every file survives split and join, and the
// judge of strict YAML finds exactly what the folder's README lists.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "formats/frontmatter_edit.hpp"
#include "formats/strict_yaml.hpp"

using namespace memdir;
using namespace memdir::formats;
namespace fs = std::filesystem;

namespace {

// Frontmatter that strict YAML rejects, as the README of the corpus lists it.
const std::set<std::string> kRejected = {
    "feedback_claim_subject_is_one_package_only.md",
    "feedback_draft_spec_drift_is_silent.md",
    "feedback_kind_function_contracts_existence_only.md",
    "feedback_plan_prefix.md",
    "project_absence_tests_via_goast.md",
    "project_astgrep_pack_convert_script_scope.md",
    "project_ci_baseline_pull_authorized.md",
    "project_contract_signature_unwaivable.md",
    "project_datadriven_red_uniform_quantifier.md",
    "project_gha_steps_context_null_coercion.md",
    "project_pack_recipes_archetype_gate_order.md",
    "project_pack_rename_dangling_waivers.md",
    "project_quantifier_pinned_by_cardinality_one.md",
    "project_redproof_by_worktree_flip.md",
    "project_sarif_warning_severity_lost.md",
    "project_single_authority_refactor_unfalsifiable.md",
    "project_trust_gate_fires_at_manifest_parse.md",
    "project_waiver_list_scope_excludes_tests.md",
    "retro_add_view_edit_polish_arc.md",
    "retro_backend_ddd_pilot.md",
    "retro_bookshelf_redesign_arc.md",
    "retro_config_memory_cleanup.md",
    "retro_going_public.md",
    "retro_mobile_companion_arc.md",
    "retro_security_audit.md",
    "retro_security_audit_skill_poc.md",
    "runbook_sqlclient_pool_zombies.md",
};

struct CorpusFile {
  std::string name;
  std::string text;
};

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<CorpusFile> load_corpus() {
  std::vector<CorpusFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(std::getenv("MEMDIR_CORPUS"))) {
    if (entry.is_regular_file()) {
      files.push_back({entry.path().filename().string(), read_file(entry.path())});
    }
  }
  return files;
}

const std::vector<CorpusFile>& corpus() {
  static const auto files = load_corpus();
  return files;
}

bool is_memory(const CorpusFile& file) { return file.name.ends_with(".md"); }

}  // namespace

TEST_CASE("every file is the same after split and join") {
  REQUIRE(corpus().size() > 500);
  for (const auto& file : corpus()) {
    CAPTURE(file.name);
    CHECK((join_document(split_document(file.text)) == file.text));
  }
}

TEST_CASE("setting a value to what it is changes nothing") {
  for (const auto& file : corpus()) {
    if (!is_memory(file)) continue;
    CAPTURE(file.name);
    const auto frontmatter = parse_frontmatter(split_document(file.text));
    for (const auto& field : frontmatter.fields) {
      if (field.style == ValueStyle::map || field.style == ValueStyle::block) continue;
      const auto same = field.is_list() ? set_list_field(file.text, field.key, field.items)
                                        : set_field(file.text, field.key, field.value);
      REQUIRE(same);
      CHECK((*same == file.text));
      const auto other = set_field(file.text, field.key, "another: value");
      REQUIRE(other);
      const auto back = field.is_list() ? set_list_field(*other, field.key, field.items)
                                        : set_field(*other, field.key, field.value);
      REQUIRE(back);
      const auto again = parse_frontmatter(split_document(*back));
      CHECK((find_field(again, field.key)->value == field.value));
      CHECK((find_field(again, field.key)->items == field.items));
    }
  }
}

TEST_CASE("strict YAML rejects the listed files and no others") {
  std::set<std::string> rejected;
  for (const auto& file : corpus()) {
    if (!is_memory(file)) continue;
    const auto document = split_document(file.text);
    const auto verdict = judge_frontmatter(document, parse_frontmatter(document));
    if (!verdict.rejected) continue;
    CAPTURE(file.name);
    CHECK_FALSE(verdict.reason.empty());
    CHECK(verdict.line > 1);
    CHECK(rejected.insert(file.name).second);
  }
  for (const auto& name : kRejected) {
    CAPTURE(name);
    CHECK(rejected.contains(name));
  }
  for (const auto& name : rejected) {
    CAPTURE(name);
    CHECK(kRejected.contains(name));
  }
}

// Of the 16 descriptions that YAML or a one-line reader gets wrong, 15 are cut; the last goes on in
// a second line, which YAML and we both read.
TEST_CASE("strict YAML cuts 15 descriptions and one is folded") {
  std::vector<std::string> cut;
  std::vector<std::string> folded;
  for (const auto& file : corpus()) {
    if (!is_memory(file)) continue;
    const auto document = split_document(file.text);
    const auto frontmatter = parse_frontmatter(document);
    const auto verdict = judge_frontmatter(document, frontmatter);
    for (const auto& difference : verdict.differences) {
      const bool is_cut = difference.kind == StrictDifference::Kind::cut;
      if (is_cut && difference.key == "description") cut.push_back(file.name);
    }
    const auto* field = find_field(frontmatter, "description");
    if (field != nullptr &&
        std::ranges::find(frontmatter.flags, Flag{FlagKind::folded, field->line}) !=
            frontmatter.flags.end()) {
      folded.push_back(file.name);
    }
  }
  CHECK(cut.size() == 15);
  CHECK(std::ranges::count_if(cut, [](const auto& n) { return n.starts_with("retro_"); }) == 13);
  for (const auto* name : {"retro_mvvm_refactor.md", "project_design_system_drift_297.md",
                           "project_reranker_injection_point.md"}) {
    CAPTURE(name);
    CHECK((std::ranges::find(cut, name) != cut.end()));
  }
  CHECK((folded == std::vector<std::string>{"project_skill_selection_resolution_seam.md"}));
}

int main(int argc, char** argv) {
  if (std::getenv("MEMDIR_CORPUS") == nullptr) {
    std::cerr << "skipped: MEMDIR_CORPUS names no folder of real memories\n";
    return 125;
  }
  return doctest::Context(argc, argv).run();
}
