// The grammar of real indexes: every form of entry that was seen, and those only accepted.
#include "formats/index_file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "formats/link_scanner.hpp"
#include "formats/link_target.hpp"

using namespace memdir;
using formats::LineKind;
using formats::LinkKind;

namespace {

struct Parsed {
  std::string title;
  std::string targets;  // joined by '|'
  std::string hook;
};

// Reads one line as an entry; every link that may name a file is a target.
Parsed parse_entry(const std::string& text) {
  const auto index = formats::parse_index(text);
  REQUIRE(index.lines.size() == 1);
  std::vector<formats::Link> links;
  std::string targets;
  for (const auto& link : index.lines[0].links) {
    if (!formats::may_name_file(link)) continue;
    links.push_back(link);
    targets += (targets.empty() ? "" : "|") + link.target;
  }
  if (links.empty()) return {"", "", ""};
  const auto entry = formats::read_entry(text, index.lines[0], links);
  return {entry.title, targets, entry.hook};
}

}  // namespace

TEST_CASE("every form of an entry gives its title, targets and hook") {
  struct Row {
    std::string line;
    std::string title;
    std::string targets;
    std::string hook;
  };
  const Row rows[] = {
      {"- [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md) - port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md) – port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md) -- port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md): port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md), port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md) port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md) â€” port map", "Ports", "ports.md", "port map"},
      {"- [Ports](ports.md)", "Ports", "ports.md", ""},
      {"- **[Ports](ports.md)** — port map", "Ports", "ports.md", "port map"},
      {"- 🔥 [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"- `ports.md` — port map", "ports.md", "ports.md", "port map"},
      {"- See [Ports](ports.md) when a port clashes", "Ports", "ports.md",
       "See when a port clashes"},
      {"12. [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"- [A](a.md), [B](b.md) — both", "A", "a.md|b.md", "both"},
      {"- [A](a.md) and [B](b.md): both", "A", "a.md|b.md", "both"},
      {"- [A](a.md) — needs [B](b.md) first", "A", "a.md|b.md", "needs [B](b.md) first"},
      {"Read ports.md before you bind", "ports.md", "ports.md", "Read before you bind"},
      {"| [Ports](ports.md) | port map |", "Ports", "ports.md", "port map"},
      {"| `ports.md` | port map |", "ports.md", "ports.md", "port map"},
      {"- [[ports]] — port map", "ports", "ports", "port map"},
      {"- [[ports|The ports]] — port map", "The ports", "ports", "port map"},
      {"- [[ports#tcp]] — port map", "ports", "ports", "port map"},
      {"* [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"+ [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"  - [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"- [ ] [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"- [x] [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"- [Ports](<my ports.md>) — port map", "Ports", "my ports.md", "port map"},
      {"- [Ports](ports.md \"hint\") — port map", "Ports", "ports.md", "port map"},
      {"- [端口](ports.md) — 端口映射", "端口", "ports.md", "端口映射"},
      {"## [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"> [Ports](ports.md) — port map", "Ports", "ports.md", "port map"},
      {"- [Wait (really)](wait_(really).md) — parentheses", "Wait (really)", "wait_(really).md",
       "parentheses"},
      {"- [`x.md` rules](x.md) — code in the title", "x.md` rules", "x.md", "code in the title"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto entry = parse_entry(row.line);
    CHECK(entry.title == row.title);
    CHECK(entry.targets == row.targets);
    CHECK(entry.hook == row.hook);
  }
}

TEST_CASE("what names no file") {
  for (const std::string line :
       {"- plain bullet", "- [site](https://example.com/x.md)", "- ![shot](x.md)", "- [top](#top)",
        "- `[Title](file.md)`", "- <https://example.com/x.md>", "text <!-- [x](x.md) --> text",
        "- \\[x](x", "see https://example.com/notes.md today", "- .md files", "- *.md files",
        "[label]: x.md"}) {
    CAPTURE(line);
    CHECK(parse_entry(line).targets.empty());
  }
}

TEST_CASE("links keep their places") {
  const std::string text = "# T\n- [Ä](ä.md) — `b.md` c.md, [[d|D]]\n";
  const auto index = formats::parse_index(text);
  REQUIRE(index.lines.size() == 2);
  const auto& links = index.lines[1].links;
  REQUIRE(links.size() == 4);
  CHECK(links[0].bytes.of(text) == "[Ä](ä.md)");
  CHECK(links[1].bytes.of(text) == "`b.md`");
  CHECK(links[2].bytes.of(text) == "c.md");
  CHECK(links[3].bytes.of(text) == "[[d|D]]");
  CHECK(links[3].kind == LinkKind::wiki);
  CHECK(links[3].text == "D");
}

TEST_CASE("reference links find their definition wherever it stands") {
  const std::string text = "- [Ports][p] — map\n- [q][]\n- [q]\n\n[P]: ports.md\n[q]: <q q.md>\n";
  const auto index = formats::parse_index(text);
  CHECK(index.lines[0].links.at(0).target == "ports.md");
  CHECK(index.lines[1].links.at(0).target == "q q.md");
  CHECK(index.lines[2].links.at(0).target == "q q.md");
  CHECK(index.lines[4].kind == LineKind::definition);
  CHECK(index.lines[4].links.empty());
}

TEST_CASE("kinds of lines") {
  const std::string text =
      "---\nname: x\n---\n# One\n\ntext\n- item\n1) item\n| a | b |\n> q\n---\n```\n- "
      "[x](x.md)\n```\n"
      "<!-- c -->\nTitle\n===\n#no heading\n-no item\n";
  const std::vector<LineKind> expected = {
      LineKind::frontmatter, LineKind::frontmatter, LineKind::frontmatter, LineKind::heading,
      LineKind::blank,       LineKind::paragraph,   LineKind::list_item,   LineKind::list_item,
      LineKind::table_row,   LineKind::quote,       LineKind::rule,        LineKind::fence,
      LineKind::fence,       LineKind::fence,       LineKind::comment,     LineKind::heading,
      LineKind::rule,        LineKind::paragraph,   LineKind::paragraph};
  const auto index = formats::parse_index(text);
  REQUIRE(index.lines.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK((index.lines[i].kind == expected[i]));
    CHECK(index.lines[i].number == i + 1);
  }
  CHECK(index.lines[12].links.empty());
}

TEST_CASE("lines cover the text without a gap") {
  const std::string text = "\xEF\xBB\xBF# A\r\n- [x](x.md)\r\n\r\nlast";
  const auto index = formats::parse_index(text);
  std::string rebuilt;
  for (const auto& line : index.lines) rebuilt += line.line.full.of(text);
  CHECK("\xEF\xBB\xBF" + rebuilt == text);
  CHECK(index.lines[0].kind == LineKind::heading);
  CHECK(index.lines[1].line.bytes.of(text) == "- [x](x.md)");
}

TEST_CASE("a sub-index has five entries and more entries than other lines") {
  const auto entries = [](int count) {
    std::string body;
    for (int i = 0; i < count; ++i) body += "- [M](m" + std::to_string(i) + ".md) — hook\n";
    return body;
  };
  CHECK(formats::is_sub_index("# Retros\n\n" + entries(5)));
  CHECK_FALSE(formats::is_sub_index(entries(4)));
  CHECK_FALSE(formats::is_sub_index(entries(5) + "one\ntwo\nthree\nfour\nfive\n"));
  CHECK(formats::is_sub_index(entries(6) + "one\ntwo\nthree\nfour\nfive\n"));
  CHECK_FALSE(
      formats::is_sub_index("text [a](a.md)\ntext [b](b.md)\n[c](c.md)\n[d](d.md)\n[e](e.md)"));
  CHECK(formats::is_sub_index("| [a](a.md) |\n| [b](b.md) |\n| `c.md` |\n| d.md |\n| [[e]] |\n"));
  CHECK_FALSE(formats::is_sub_index("- one.\n- two.\n- three.\n- four.\n- five.\n- six.\n"));
  CHECK_FALSE(formats::is_sub_index(""));
}

TEST_CASE("targets are normalised") {
  using Kind = formats::LinkTarget::Kind;
  struct Row {
    std::string target;
    std::string folder;
    Kind kind;
    std::string path;
  };
  const Row rows[] = {
      {"x.md", "", Kind::file, "x.md"},
      {"./x.md", "", Kind::file, "x.md"},
      {"x.md#part", "", Kind::file, "x.md"},
      {"x.md?a=b", "", Kind::file, "x.md"},
      {"<a b.md>", "", Kind::file, "a b.md"},
      {"a%20b.md", "", Kind::file, "a b.md"},
      {"sub\\x.md", "", Kind::file, "sub/x.md"},
      {"sub//x.md", "", Kind::file, "sub/x.md"},
      {"../x.md", "retros", Kind::file, "x.md"},
      {"x.md", "retros", Kind::file, "retros/x.md"},
      {"../x.md", "", Kind::outside, "../x.md"},
      {"a/../../x.md", "", Kind::outside, "a/../../x.md"},
      {"%2e%2e/x.md", "", Kind::outside, "../x.md"},
      {"/etc/x.md", "", Kind::outside, "/etc/x.md"},
      {"~/x.md", "", Kind::outside, "~/x.md"},
      {"C:\\x.md", "", Kind::outside, "C:\\x.md"},
      {"https://e.org/x.md", "", Kind::none, ""},
      {"mailto:x@e.org", "", Kind::none, ""},
      {"//e.org/x.md", "", Kind::none, ""},
      {"#top", "", Kind::none, ""},
      {"", "", Kind::none, ""},
      {".", "", Kind::none, ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.target);
    const auto target = formats::resolve_target(row.target, row.folder);
    CHECK((target.kind == row.kind));
    CHECK(target.path == row.path);
  }
}

TEST_CASE("hostile lines are scanned in linear time") {
  const auto repeat = [](std::string_view piece, int times) {
    std::string line;
    for (int i = 0; i < times; ++i) line += piece;
    return line;
  };
  for (const auto* piece : {"[", "![", "[[", "`", "`` ` ", "[a](", "<!--", "[x](<", "(", "\\[",
                            "[a](b \"", "a.md", "://", "]](", "[`"}) {
    CAPTURE(piece);
    const auto line = repeat(piece, 300'000);
    CHECK(formats::scan_links(line, 0, 1).size() <= 300'000);
  }
}
