// The 54 variations of the format reference (section 4.4): what we read, what is flagged, and what
// a strict YAML loader makes of the same bytes.
#include <doctest/doctest.h>

#include "formats/frontmatter.hpp"
#include "formats/strict_yaml.hpp"

using namespace memdir;
using namespace memdir::formats;

namespace {

struct Variation {
  std::string_view id;
  std::string_view text;
  std::string_view fields;  // in file order, "m." for "metadata.", lists as [a|b]
  std::string_view body;
  std::string_view flags;   // "unclosed-quote:2", in line order
  std::string_view strict;  // "ok", "error", or the differences
};

const Variation kFiles[] = {
    {"S01",
     "---\nname: build-cache\ndescription: Cache lives outside the repo\ntype: reference\n---\n\n"
     "Body.\n",
     "name=build-cache; description=Cache lives outside the repo; type=reference", "\nBody.\n", "",
     "ok"},
    {"S02",
     "---\nname: ask-first\ndescription: Never push without asking\ntype: feedback\n"
     "originSessionId: 0b7c1a52-9d1e-4f0a-8c33-5a2f6f1d9e01\n---\nBody.\n",
     "name=ask-first; description=Never push without asking; type=feedback; "
     "originSessionId=0b7c1a52-9d1e-4f0a-8c33-5a2f6f1d9e01",
     "Body.\n", "", "ok"},
    {"S03",
     "---\nname: retry-policy\ndescription: \"Retries: three, then stop\"\nmetadata: \n"
     "  node_type: memory\n  type: project\n"
     "  originSessionId: 7d0e5b1c-0a44-4b6f-9e21-3c8f0d2a6b17\n"
     "  modified: 2026-03-14T09:26:53.589Z\n---\n\nBody.\n",
     "name=retry-policy; description=Retries: three, then stop; m.node_type=memory; "
     "m.type=project; m.originSessionId=7d0e5b1c-0a44-4b6f-9e21-3c8f0d2a6b17; "
     "m.modified=2026-03-14T09:26:53.589Z",
     "\nBody.\n", "", "m.modified typed date"},
    {"S04",
     "---\nname: lint-rules\ndescription: Lint before commit\nmetadata:\n  type: feedback\n---\n\n"
     "Body.\n",
     "name=lint-rules; description=Lint before commit; m.type=feedback", "\nBody.\n", "", "ok"},
    {"S05",
     "---\nname: db-schema\ndescription: Table owners\ntype: project\n"
     "modified: 2026-03-14T09:26:53.589Z\n---\nBody.\n",
     "name=db-schema; description=Table owners; type=project; modified=2026-03-14T09:26:53.589Z",
     "Body.\n", "", "modified typed date"},
    {"S06",
     "---\nname: \"\"\nmetadata: \n  node_type: memory\n  originSessionId: current\n---\n\n"
     "# Stale tests\n",
     "name=; m.node_type=memory; m.originSessionId=current", "\n# Stale tests\n", "blank-name:2",
     "ok"},
    {"S07", "---\nended: 2026-02-01 18:20\nproject: harbor\nbranch: main\n---\nBody.\n",
     "ended=2026-02-01 18:20; project=harbor; branch=main", "Body.\n", "blank-name:0", "ok"},
    {"S08", "# Title\n\ntext\n\n---\n\nmore\n", "none", "# Title\n\ntext\n\n---\n\nmore\n", "",
     "ok"},
    {"S09", "", "none", "", "", "ok"},
    {"S10", "---\r\nname: ports\r\ndescription: Port map\r\ntype: reference\r\n---\r\nBody.\r\n",
     "name=ports; description=Port map; type=reference", "Body.\r\n", "", "ok"},
    {"S11", "\xEF\xBB\xBF---\nname: home\ndescription: Start here\ntype: user\n---\nBody.\n",
     "name=home; description=Start here; type=user", "Body.\n", "", "ok"},
    {"S12", "---\nname: half\ndescription: no end marker\n\nBody.\n", "none",
     "---\nname: half\ndescription: no end marker\n\nBody.\n", "unclosed-frontmatter:1", "ok"},
    {"S13", "\n---\nname: late\n---\n", "none", "\n---\nname: late\n---\n", "", "ok"},
    {"S14", "--- \nname: loose\ndescription: blanks after the dashes\ntype: user\n---  \nBody.\n",
     "name=loose; description=blanks after the dashes; type=user", "Body.\n", "", "ok"},
    {"S15",
     "---\nname: hr\ndescription: a rule in the body\ntype: user\n---\n\nOne\n\n---\n\nTwo\n",
     "name=hr; description=a rule in the body; type=user", "\nOne\n\n---\n\nTwo\n", "", "ok"},
    {"S16",
     "---\nname: log-1\ndescription: day log\ntype: project\nrelates_to: [a.md, b.md]\n"
     "supersedes:\n  - c.md\nsuperseded_by: []\n---\n",
     "name=log-1; description=day log; type=project; relates_to=[a.md|b.md]; supersedes=[c.md]; "
     "superseded_by=[]",
     "", "", "ok"},
    {"S17",
     "---\nname: log-2\ndescription: day log\nmetadata: \n  type: project\n  relates_to:\n"
     "    - a.md\n    - b.md\n---\n",
     "name=log-2; description=day log; m.type=project; m.relates_to=[a.md|b.md]", "", "", "ok"},
    {"S18", "---\nname: fold\ndescription: first part\n  second part\ntype: user\n---\n",
     "name=fold; description=first part second part; type=user", "", "folded:3", "ok"},
    {"S19", "---\nname: block\ndescription: >-\n  first line\n  second line\ntype: user\n---\n",
     "name=block; description=first line second line; type=user", "", "", "ok"},
    {"S20",
     "---\nname: moved\ndescription: user keys after a rewrite\nmetadata: \n  node_type: memory\n"
     "  type: feedback\n  tags: [ci, flaky]\n  last_review: 2026-05-01\n---\n",
     "name=moved; description=user keys after a rewrite; m.node_type=memory; m.type=feedback; "
     "m.tags=[ci|flaky]; m.last_review=2026-05-01",
     "", "", "m.last_review typed date"},
    {"S21",
     "---\nname: both\ndescription: two types\ntype: feedback\nmetadata:\n  type: project\n---\n",
     "name=both; description=two types; type=feedback; m.type=project", "", "type-conflict:6",
     "ok"},
    {"S22", "---\n# by hand\nname: odd\njust words\ndescription: still read\n---\n",
     "name=odd; description=still read", "", "unparsed-line:4", "error"},
    {"S23", "---\nname: one\nname: two\ndescription: twice\n---\n", "name=one; description=twice",
     "", "duplicate-key:3", "ok"},
    {"S24", "---\nname: end\ndescription: no final newline\ntype: user\n---",
     "name=end; description=no final newline; type=user", "", "", "ok"},
    {"S25", "---\nname: tabbed\ndescription: tab indent\nmetadata:\n\ttype: user\n---\n",
     "name=tabbed; description=tab indent; m.type=user", "", "", "error"},
    {"S26", "---\nname: tags\ndescription: list at column 0\ntags:\n- a\n- \"b, c\"\n---\n",
     "name=tags; description=list at column 0; tags=[a|b, c]", "", "", "ok"},
};

// One line each; `value` empty means: all after the key and its colon, as written.
struct ValueVariation {
  std::string_view id;
  std::string_view line;
  std::string_view value;
  std::string_view flag;
  std::string_view strict;
};

const ValueVariation kValues[] = {
    {"V01", "description: Deploy order: api, then web", "", "", "error"},
    {"V02", "name: plan: rewrite the importer", "", "", "error"},
    {"V03", "name: 規則: 先写测试", "", "", "error"},
    {"V04", "name: 規則：先写测试", "", "", "ok"},
    {"V05", "description: PR #52 moved auth to the gateway", "", "", "description cut 'PR'"},
    {"V06", "name: Harbor #14 renderer notes", "", "", "name cut 'Harbor'"},
    {"V07", "description: 2026-03-14 #118 closed by the rewrite", "", "",
     "description cut '2026-03-14'"},
    {"V08", "originSessionId: 2026-03-14", "", "", "originSessionId typed date"},
    {"V09", "name: \"plan:\" prefix means propose only", "", "text-after-quote", "error"},
    {"V10", "description: \"fast\" is not \"correct\"", "", "text-after-quote", "error"},
    {"V11", "description: `make lint` fails on generated files", "", "", "error"},
    {"V12", "description: @acme/ui needs asChild on the trigger", "", "", "error"},
    {"V13", R"(description: "says \"done\" too early")", "says \"done\" too early", "", "ok"},
    {"V14", R"(description: "C:\dev\sdk is the root")", R"(C:\dev\sdk is the root)",
     "unknown-escape", "error"},
    {"V15", "description: 'it''s local only'", "it's local only", "", "ok"},
    {"V16", "description: \"opened and never closed", "", "unclosed-quote", "error"},
    {"V17", "relates_to: [a.md, b.md, c? ]", "[a.md|b.md|c?]", "", "error"},
    {"V18", "description: [WIP] port numbers move", "", "", "error"},
    {"V19", "description: * matches every host", "", "", "error"},
    {"V20", "description: > 90% of runs pass", "", "", "error"},
    {"V21", "description: the rule is:", "", "", "error"},
    {"V22", "description: yes", "", "", "description typed boolean"},
    {"V23", "name: null", "", "", "name typed null"},
    {"V24", "name: 1.10", "", "", "name typed number"},
    {"V25", "description: see http://localhost:8080/x#top", "", "", "ok"},
    {"V26", "description: \"quoted\" # not a comment here", "", "text-after-quote",
     "description cut 'quoted'"},
    {"V27", "description: - dash first", "", "", "error"},
    {"V28", "modified: 2026-03-14T09:26:53.589Z", "", "", "modified typed date"},
};

std::string short_key(const std::string& key) {
  return key.starts_with("metadata.") ? concat("m.", key.substr(9)) : key;
}

std::string show_value(const Field& field) {
  return field.is_list() ? concat("[", join(field.items, "|"), "]") : field.value;
}

std::string show_fields(const Frontmatter& frontmatter) {
  if (!frontmatter.present) return "none";
  std::vector<std::string> shown;
  for (const auto& field : frontmatter.fields) {
    if (field.style == ValueStyle::map || find_field(frontmatter, field.key) != &field) continue;
    shown.push_back(concat(short_key(field.key), "=", show_value(field)));
  }
  return join(shown, "; ");
}

std::string show_flags(const Frontmatter& frontmatter) {
  std::vector<std::string> shown;
  for (const auto& flag : frontmatter.flags)
    shown.push_back(concat(flag_id(flag.kind), ":", flag.line));
  return join(shown, " ");
}

std::string show_verdict(const StrictVerdict& verdict) {
  if (verdict.rejected) return "error";
  std::vector<std::string> shown;
  for (const auto& difference : verdict.differences) {
    const bool cut = difference.kind == StrictDifference::Kind::cut;
    shown.push_back(concat(short_key(difference.key), cut ? " cut '" : " typed ", difference.strict,
                           cut ? "'" : ""));
  }
  return shown.empty() ? "ok" : join(shown, "; ");
}

}  // namespace

TEST_CASE("whole files") {
  for (const auto& variation : kFiles) {
    CAPTURE(variation.id);
    const auto document = split_document(variation.text);
    const auto frontmatter = parse_frontmatter(document);
    CHECK(show_fields(frontmatter) == variation.fields);
    CHECK(document.body == variation.body);
    CHECK(show_flags(frontmatter) == variation.flags);
    const auto verdict = judge_frontmatter(document, frontmatter);
    CAPTURE(verdict.reason);
    CHECK(show_verdict(verdict) == variation.strict);
    CHECK(join_document(document) == variation.text);
  }
}

TEST_CASE("single values") {
  for (const auto& variation : kValues) {
    CAPTURE(variation.id);
    const auto text = concat("---\n", variation.line, "\n---\n");
    const auto document = split_document(text);
    const auto frontmatter = parse_frontmatter(document);
    REQUIRE(frontmatter.fields.size() == 1);
    const auto rest = variation.line.substr(variation.line.find(": ") + 2);
    CHECK(show_value(frontmatter.fields[0]) == (variation.value.empty() ? rest : variation.value));
    const bool flagged = !frontmatter.flags.empty() && frontmatter.flags.back().line == 2;
    CHECK((flagged ? flag_id(frontmatter.flags.back().kind) : "") == variation.flag);
    const auto verdict = judge_frontmatter(document, frontmatter);
    CAPTURE(verdict.reason);
    CHECK(show_verdict(verdict) == variation.strict);
    if (verdict.rejected) CHECK(verdict.line == 2);
  }
}

TEST_CASE("all 54 are here") {
  CHECK(std::size(kFiles) == 26);
  CHECK(std::size(kValues) == 28);
}

TEST_CASE("a rejection says what is wrong with the line") {
  const auto reason = [](std::string_view line) {
    const auto text = concat("---\nname: x\n", line, "\ntype: user\n---\n");
    const auto document = split_document(text);
    const auto verdict = judge_frontmatter(document, parse_frontmatter(document));
    return concat(verdict.line, " ", verdict.reason);
  };
  CHECK(reason("description: a: b") == "3 unquoted ': ' in a value");
  CHECK(reason("description: the rule is:") == "3 unquoted ': ' in a value");
  CHECK(reason("description: \"a\" b") == "3 text after a quoted phrase");
  CHECK(reason("description: \"a") == "3 a quote that never closes");
  CHECK(reason("description: `a` b") == "3 a value that starts with '`'");
  CHECK(reason("description: \"C:\\dev\"") == "3 an escape that YAML does not know");
  CHECK(reason("description: [WIP] x") == "3 brackets that do not hold a whole list or map");
  CHECK(reason("description: &anchor x") == "3 a value that starts with '&'");
  CHECK(reason("just words") == "3 a line that is no field");
  CHECK(reason("metadata:\n\tkey: x") == "4 a tab as indentation");
  CHECK(reason("description: a\x01") == "3 a control character");
  CHECK(reason("description: a\xFF") == "3 not valid UTF-8");
}

// yaml-cpp takes words for a key, alone or with what follows; words that are a value are sound.
TEST_CASE("a line of mere words is rejected only where it is no value") {
  const auto rejected_line = [](std::string_view block) {
    const auto text = concat("---\n", block, "---\n");
    const auto document = split_document(text);
    return judge_frontmatter(document, parse_frontmatter(document)).line;
  };
  CHECK(rejected_line("a: b\njust words\n") == 3);
  CHECK(rejected_line("a:\njust words\n    - x\n") == 3);
  CHECK(rejected_line("a: \njust words\n# comment\nb: -x\n") == 3);
  CHECK(rejected_line("a:\n  b: c\n  just words # comment\n") == 4);
  CHECK(rejected_line("a:\n  just words\n") == 0);
  CHECK(rejected_line("a:\n  b\nb:\n") == 0);
  CHECK(rejected_line("a:\n  {b, c}\n") == 0);
  CHECK(rejected_line("? a\n: b\n") == 0);
}

TEST_CASE("frontmatter too large to be judged is rejected with that reason") {
  const auto text = concat("---\nname: ", std::string(17 * 1024, 'x'), "\n---\n");
  const auto document = split_document(text);
  const auto verdict = judge_frontmatter(document, parse_frontmatter(document));
  CHECK(verdict.rejected);
  CHECK(verdict.reason == "more than 16 KB");
  CHECK(verdict.line == 0);
}

TEST_CASE("a map that stands twice is compared by its own name") {
  const std::string_view text = "---\nm:\nother:\nm:\n o: yes\n---\n";
  const auto document = split_document(text);
  CHECK(show_verdict(judge_frontmatter(document, parse_frontmatter(document))) == "ok");
}

TEST_CASE("a hostile number of keys is read in bounds and in time") {
  std::string text = "---\n";
  for (int i = 0; i < 1'000'000; ++i) text += "a:\n";
  text += "---\n";
  const auto frontmatter = parse_frontmatter(split_document(text));
  CHECK(frontmatter.fields.size() == 10'000);
  CHECK(frontmatter.flags.size() == 1'000'000);  // all but the first, and no name
}

TEST_CASE("items are compared as values are") {
  const std::string_view text =
      "---\nname: x\ntags:\n  - PR #1\n  - yes\n  - \"yes\"\nnote: [WIP]\n---\n";
  const auto document = split_document(text);
  CHECK(show_verdict(judge_frontmatter(document, parse_frontmatter(document))) ==
        "tags cut 'PR'; tags typed boolean; note typed list");
}
