// The model of a directory over a file system in memory: what is read, what is listed, how deep,
// what is lost, and that one bad file hides no other.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/model/backlinks.hpp"
#include "core/model/health.hpp"
#include "core/model/index_tree.hpp"
#include "core/model/names.hpp"
#include "core/model/snapshot.hpp"
#include "core/ports/fakes.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

std::string memory(const std::string& name, const std::string& type, const std::string& body = "") {
  return "---\nname: " + name + "\ndescription: about " + name + "\ntype: " + type + "\n---\n" +
         body;
}

Snapshot load(const FakeFileSystem& files) {
  auto snapshot = load_snapshot(files, "/m", {.links = SnapshotOptions::Links::yes});
  REQUIRE(snapshot.has_value());
  return *std::move(snapshot);
}

bool has_problem(const Snapshot& snapshot, const std::string& file, ProblemKind kind) {
  const auto* found = snapshot.find(file);
  REQUIRE((found != nullptr));
  return std::ranges::any_of(found->problems, [&](const auto& p) { return p.kind == kind; });
}

std::string retros() {
  std::string body = "# Retros\n\n";
  for (const auto* name : {"r1", "r2", "r3", "r4", "r5"}) {
    body += "- [" + std::string(name) + "](" + name + ".md) — hook\n";
  }
  return memory("Retros", "project", body + "\nSee [elsewhere](../b.md) too.\n");
}

}  // namespace

TEST_CASE("a snapshot reads what is a memory and nothing else") {
  FakeFileSystem files;
  files.put("/m/MEMORY.md", "- [A](a.md) — first\n");
  files.put("/m/a.md", memory("A", "user"));
  files.put("/m/sub/b.md", memory("B", "project"));
  files.put("/m/notes.txt", "foreign");
  files.put("/m/.hidden.md", "foreign");
  files.put("/m/.git/c.md", "foreign");
  files.put("/m/team/MEMORY.md", "");
  files.put("/m/team/d.md", "not ours");
  const auto snapshot = load(files);
  REQUIRE(snapshot.memories.size() == 2);
  CHECK(snapshot.memories[0].file == "a.md");
  CHECK(snapshot.memories[1].file == "sub/b.md");
  CHECK(snapshot.nested == std::vector<std::string>{"team"});
  CHECK(snapshot.index.measure.lines.size() == 1);
  CHECK(snapshot.memories[0].type == "user");
  CHECK(snapshot.memories[0].lines == 5);
}

TEST_CASE("what cannot be read is listed with its problem and hides nothing") {
  FakeFileSystem files;
  files.put("/m/MEMORY.md", "");
  files.put("/m/good.md", memory("Good", "user"));
  files.put("/m/secret.md", "x");
  files.make_unreadable("/m/secret.md");
  files.put_link("/m/link.md", "/etc/passwd");
  files.put_other("/m/pipe.md");
  files.put("/m/huge.md", std::string(kMostFileBytes + 1, 'x'));
  files.put("/m/wide.md", std::string("\xFF\xFE") + "a");
  files.put("/m/bad.md", "---\nname: \xFF\n---\n");
  files.put("/m/nul.md", std::string("a\0b", 3));
  files.put("/m/empty.md", "");
  files.put("/m/closed/x.md", "x");
  files.make_unreadable("/m/closed");
  const auto snapshot = load(files);
  CHECK(snapshot.memories.size() == 9);
  CHECK(has_problem(snapshot, "secret.md", ProblemKind::unreadable));
  CHECK(has_problem(snapshot, "link.md", ProblemKind::symlink));
  CHECK(has_problem(snapshot, "pipe.md", ProblemKind::not_regular));
  CHECK(has_problem(snapshot, "huge.md", ProblemKind::too_large));
  CHECK(has_problem(snapshot, "wide.md", ProblemKind::utf16));
  CHECK(has_problem(snapshot, "bad.md", ProblemKind::invalid_utf8));
  CHECK(has_problem(snapshot, "nul.md", ProblemKind::nul_byte));
  CHECK(has_problem(snapshot, "empty.md", ProblemKind::empty_file));
  CHECK(snapshot.find("good.md")->problems.empty());
  REQUIRE(snapshot.failures.size() == 1);
  CHECK(snapshot.failures[0].path == "closed");
}

TEST_CASE("a directory that is missing, a file, or without an index") {
  FakeFileSystem files;
  CHECK(load_snapshot(files, "/m").error().kind == ErrorKind::not_found);
  CHECK_FALSE(load_snapshot(files, "/m").error().hint.empty());
  files.put("/m", "a file");
  CHECK(load_snapshot(files, "/m").error().kind == ErrorKind::invalid_input);
  FakeFileSystem closed;
  closed.put("/m/a.md", "x");
  closed.make_unreadable("/m");
  CHECK(load_snapshot(closed, "/m").error().kind == ErrorKind::io);
  CHECK(load_snapshot(closed, "/m").error().path == "/m");
  FakeFileSystem other;
  other.put("/m/memory.md", "- [A](a.md)\n");
  const auto snapshot = load(other);
  CHECK_FALSE(snapshot.index.exists);
  CHECK(snapshot.index_look_alike == "memory.md");
}

TEST_CASE("an index that is a link or unreadable is a problem of the index only") {
  FakeFileSystem files;
  files.put_link("/m/MEMORY.md", "/elsewhere/MEMORY.md");
  files.put("/m/a.md", memory("A", "user"));
  const auto snapshot = load(files);
  CHECK(snapshot.index.exists);
  CHECK_FALSE(snapshot.index.read);
  REQUIRE(snapshot.index.problems.size() == 1);
  CHECK(snapshot.index.problems[0].kind == ProblemKind::symlink);
  CHECK(snapshot.memories.size() == 1);
  CHECK(load_index(files, "/m").error().kind == ErrorKind::io);
}

TEST_CASE("listed, hops, orphans, dangling and outside") {
  FakeFileSystem files;
  files.put("/m/MEMORY.md",
            "- [Retros](retros/index.md) — all\n- [B](B.MD) — case\n- [gone](gone.md) — hook\n"
            "- [out](../x/y.md) — hook\n- [[Bee]] — wiki\n- [[nowhere]]\n- `c` and `unknown.md`\n"
            "- [folder](sub/) and [self](MEMORY.md)\n- [team](team/x.md)\n");
  files.put("/m/retros/index.md", retros());
  for (const auto* name : {"r1", "r2", "r3", "r4", "r5"}) {
    files.put("/m/retros/" + std::string(name) + ".md", memory(name, "project"));
  }
  files.put("/m/b.md", memory("Bee", "user"));
  files.put("/m/c.md", memory("C", "user"));
  files.put("/m/lonely.md", memory("Lonely", "user"));
  files.put("/m/sub/notes.txt", "");
  files.put("/m/team/MEMORY.md", "");
  const auto snapshot = load(files);
  const auto tree = build_index_tree(snapshot);
  CHECK(tree.hops_to("retros/index.md") == std::size_t{0});
  CHECK(tree.hops_to("retros/r3.md") == std::size_t{1});
  CHECK(tree.hops_to("b.md") == std::size_t{0});
  CHECK(tree.hops_to("c.md") == std::size_t{0});
  CHECK(tree.orphans == std::vector<std::string>{"lonely.md"});
  const auto health = assess(snapshot, tree, {});
  REQUIRE(health.dangling.size() == 2);
  CHECK(health.dangling[0].path == "gone.md");
  CHECK(health.dangling[0].line == 3);
  CHECK(health.dangling[1].path == "nowhere");
  REQUIRE(health.outside.size() == 1);
  CHECK(health.outside[0].path == "../x/y.md");
  REQUIRE(health.other_case.size() == 1);  // written B.MD; lost on a case-sensitive disk elsewhere
  CHECK(health.other_case[0].path == "b.md");
  CHECK(health.other_case[0].line == 2);
}

TEST_CASE("below an orphaned sub-index all are orphans") {
  FakeFileSystem files;
  files.put("/m/MEMORY.md", "- [b](b.md)\n");
  files.put("/m/b.md", memory("B", "user"));
  files.put("/m/retros/index.md", retros());
  files.put("/m/retros/r1.md", memory("r1", "project"));
  const auto tree = build_index_tree(load(files));
  CHECK(tree.orphans == std::vector<std::string>{"retros/index.md", "retros/r1.md"});
}

TEST_CASE("sub-indexes that list each other end") {
  FakeFileSystem files;
  std::string list;
  for (int i = 0; i < 6; ++i) list += "- [x](x" + std::to_string(i) + ".md)\n";
  files.put("/m/MEMORY.md", "- [x0](x0.md)\n");
  for (int i = 0; i < 6; ++i) {
    files.put("/m/x" + std::to_string(i) + ".md", memory("x" + std::to_string(i), "user", list));
  }
  const auto tree = build_index_tree(load(files));
  CHECK(tree.orphans.empty());
  CHECK(tree.hops_to("x5.md") == std::size_t{1});
}

TEST_CASE("entries past the cut are lost, and what only they list") {
  FakeFileSystem files;
  std::string index;
  for (int i = 0; i < 205; ++i) index += "- [n](n" + std::to_string(i) + ".md)\n";
  files.put("/m/MEMORY.md", index + "- [n](n3.md)\n");
  for (int i = 0; i < 205; ++i) {
    files.put("/m/n" + std::to_string(i) + ".md", memory("n" + std::to_string(i), "user"));
  }
  const auto snapshot = load(files);
  const auto tree = build_index_tree(snapshot);
  const auto health = assess(snapshot, tree, {});
  REQUIRE(health.lost.size() == 6);
  CHECK(health.lost[0].line == 201);
  CHECK(health.lost[0].path == "n200.md");
  CHECK(tree.listed_but_lost ==
        std::vector<std::string>{"n200.md", "n201.md", "n202.md", "n203.md", "n204.md"});
}

TEST_CASE("wiki links resolve in four steps") {
  FakeFileSystem files;
  files.put("/m/feedback_ask-first.md", memory("Ask before pushing", "feedback"));
  files.put("/m/ports.md", memory("ports", "reference"));
  files.put("/m/a/twin.md", memory("One", "user"));
  files.put("/m/b/twin.md", memory("Two", "user"));
  const auto snapshot = load(files);
  const NameTable names(snapshot);
  const auto match = [&](std::string_view target) { return names.resolve(target).match; };
  CHECK((match("Ask before pushing") == NameMatch::exact));
  CHECK((match("feedback_ask-first") == NameMatch::exact));
  CHECK((match("feedback_ask-first.md") == NameMatch::exact));
  CHECK((match("Feedback-Ask_First") == NameMatch::folded));
  CHECK((match("ask-first") == NameMatch::without_prefix));
  CHECK((match("reference_ports") == NameMatch::without_prefix));
  CHECK((match("no such") == NameMatch::none));
  CHECK(names.resolve("twin").memories.size() == 2);
  CHECK(names.resolve("a/twin").memories.size() == 1);
}

TEST_CASE("two memories of one name are both told so") {
  FakeFileSystem files;
  files.put("/m/a.md", memory("Same", "user"));
  files.put("/m/b.md", memory("Same", "user"));
  files.put("/m/c.md", memory("Same", "user"));
  files.put("/m/d.md", memory("Other", "user"));
  const auto snapshot = load(files);
  for (const auto* file : {"a.md", "b.md", "c.md"}) {
    CHECK(has_problem(snapshot, file, ProblemKind::ambiguous_name));
    CHECK(snapshot.find(file)->problems.size() == 1);
  }
  CHECK(snapshot.find("d.md")->problems.empty());
}

TEST_CASE("a memory is found by file, stem, name and unique start") {
  FakeFileSystem files;
  files.put("/m/feedback_tests.md", memory("Run the tests", "feedback"));
  files.put("/m/feedback_style.md", memory("Style", "feedback"));
  files.put("/m/style.md", memory("feedback_tests.md", "feedback"));
  const auto snapshot = load(files);
  const auto file = [&](std::string_view name) {
    const auto found = find_memory(snapshot, name);
    return found ? (*found)->file : found.error().message + " / " + found.error().hint;
  };
  CHECK(file("feedback_tests.md") == "feedback_tests.md");
  CHECK(file("feedback_tests") == "feedback_tests.md");
  CHECK(file("Run the tests") == "feedback_tests.md");
  CHECK(file("feedback_t") == "feedback_tests.md");
  CHECK(file("style") == "style.md");
  CHECK(
      file("feedback_") ==
      "'feedback_' may be any of feedback_style.md, feedback_tests.md / give the whole file name");
  CHECK(file("feedback_tets") ==
        "no memory named 'feedback_tets' / did you mean 'feedback_tests'?");
  CHECK(file("zzz") == "no memory named 'zzz' / run 'memdir list' to see the names");
}

TEST_CASE("links and backlinks of bodies") {
  FakeFileSystem files;
  files.put("/m/a.md",
            memory("A", "user", "See [[b]] and [b](b.md), [[none]], [u](http://x.y).\n"));
  files.put("/m/b.md", memory("B", "user", "Back to [[A]].\n\n`[[A]]`\n"));
  const auto snapshot = load(files);
  const LinkMap links(snapshot);
  const auto from_a = links.links_of(*snapshot.find("a.md"));
  REQUIRE(from_a.size() == 4);
  CHECK((from_a[0].match == LinkMatch::exact));  // the name is "B", the stem "b"
  CHECK((from_a[2].match == LinkMatch::missing));
  CHECK((from_a[3].match == LinkMatch::url));
  const auto to_a = links.backlinks_of(*snapshot.find("a.md"));
  REQUIRE(to_a.size() == 1);
  CHECK(to_a[0].file == "b.md");
  CHECK(to_a[0].line == 6);
  CHECK(links.backlinks_of(*snapshot.find("b.md")).size() == 2);
}

TEST_CASE("ages come from the field, else from the file") {
  FakeFileSystem files;
  constexpr std::int64_t kDay = 86'400'000'000'000;
  files.put("/m/field.md", "---\nname: a\nmetadata:\n  modified: 2026-03-14T09:26:53.589Z\n---\n");
  files.put("/m/file.md", memory("b", "project"), 100 * kDay);
  files.put("/m/bad.md", "---\nname: c\nmodified: last week\n---\n", 100 * kDay);
  const auto snapshot = load(files);
  CHECK((snapshot.find("field.md")->age_source == AgeSource::frontmatter));
  CHECK(format_time(*snapshot.find("field.md")->modified) == "2026-03-14T09:26:53.589Z");
  CHECK(format_time(*snapshot.find("file.md")->modified) == "1970-04-11T00:00:00Z");
  CHECK(has_problem(snapshot, "bad.md", ProblemKind::bad_date));
  const auto& project = *snapshot.find("file.md");
  const auto at = [&](int days) { return *project.modified + std::chrono::days(days); };
  CHECK_FALSE(is_stale(project, at(89)));
  CHECK(is_stale(project, at(90)));
  CHECK(freshness_caveat(project, at(1)).empty());
  CHECK(freshness_caveat(project, at(2)).starts_with("This memory is 2 days old"));
}

TEST_CASE("every call that fails leaves an error or a whole answer") {
  bool fault_hit = true;
  for (int n = 1; fault_hit; ++n) {
    FakeFileSystem files;
    files.put("/m/MEMORY.md", "- [a](a.md)\n");
    files.put("/m/a.md", memory("A", "user"));
    files.put("/m/sub/b.md", memory("B", "user"));
    files.fail_at(n);
    const auto snapshot = load_snapshot(files, "/m");
    fault_hit = files.fault_hit();
    if (!fault_hit || !snapshot) continue;
    const bool told =
        !snapshot->failures.empty() || !snapshot->index.problems.empty() ||
        std::ranges::any_of(snapshot->memories, [](const auto& m) { return !m.problems.empty(); });
    CAPTURE(n);
    CHECK(told);
  }
}
