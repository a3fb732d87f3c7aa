#include "formats/markdown.hpp"

#include <cmark.h>

#include <algorithm>
#include <memory>

#include "formats/block_lines.hpp"
#include "formats/index_file.hpp"
#include "formats/link_scanner.hpp"

namespace memdir::formats {
namespace {

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

std::string literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string() : std::string(literal);
}

// Text and code below a node, as a reader sees it.
std::string inner_text(cmark_node* node) {
  std::string text;
  for (auto* child = cmark_node_first_child(node); child != nullptr;
       child = cmark_node_next(child)) {
    text += literal_of(child);
    text += inner_text(child);
  }
  return text;
}

// Walks cmark's tree. Its columns are bytes from 1, and wrong in continuation lines; so each link
// is looked for again in its line, from where the last one ended.
class Collector {
 public:
  Collector(std::string_view body, std::size_t first_line)
      : body_(body), lines_(split_lines(body)), first_line_(first_line) {}

  Markdown collect(cmark_node* root) {
    std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iterator(cmark_iter_new(root),
                                                                cmark_iter_free);
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      auto* node = cmark_iter_get_node(iterator.get());
      const bool entering = event == CMARK_EVENT_ENTER;
      if (cmark_node_get_type(node) == CMARK_NODE_LINK) {
        inside_link_ += entering ? 1 : -1;
      }
      if (entering) visit(node);
    }
    return std::move(result_);
  }

 private:
  void visit(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
        result_.headings.push_back(
            {.level = static_cast<std::size_t>(cmark_node_get_heading_level(node)),
             .text = inner_text(node),
             .line = line_of(node)});
        break;
      case CMARK_NODE_CODE:
        result_.code_spans.push_back(
            {.text = literal_of(node),
             .line = line_of(node),
             .column = static_cast<std::size_t>(std::max(0, cmark_node_get_start_column(node)))});
        break;
      case CMARK_NODE_LINK:
        add_link(node);
        break;
      case CMARK_NODE_TEXT:
        if (inside_link_ == 0) add_wiki_links(node);
        break;
      default:
        break;
    }
  }

  [[nodiscard]] std::size_t line_of(cmark_node* node) const { return first_line_ + row_of(node); }

  // 0-based line of the node in the body.
  [[nodiscard]] static std::size_t row_of(cmark_node* node) {
    return static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node))) - 1;
  }

  void add_link(cmark_node* node) {
    const char* url = cmark_node_get_url(node);
    Link link{.kind = LinkKind::markdown,
              .target = url == nullptr ? "" : url,
              .text = inner_text(node),
              .line = line_of(node)};
    place(link, row_of(node));
    result_.links.push_back(std::move(link));
  }

  void add_wiki_links(cmark_node* node) {
    const auto text = literal_of(node);
    if (!contains(text, "[[")) return;
    for (auto& link : scan_plain_text(text, line_of(node))) {
      if (link.kind != LinkKind::wiki) continue;
      link.bytes = {};
      place(link, row_of(node));
      result_.links.push_back(std::move(link));
    }
  }

  // Finds the construct in its line: the next link of that kind and target that the scanner sees
  // there. A long line may hold thousands, so it is scanned once.
  void place(Link& link, std::size_t row) {
    if (row >= lines_.size()) return;
    if (row != scanned_row_ || scanned_.empty()) {
      const auto line = lines_[row].bytes;
      scanned_ = scan_links(line.of(body_), line.begin, link.line);
      scanned_row_ = row;
      next_ = 0;
    }
    const auto matches = [&](const Link& seen) {
      return seen.kind == link.kind && seen.target == link.target;
    };
    const auto from = scanned_.begin() + static_cast<std::ptrdiff_t>(next_);
    const auto found = std::find_if(from, scanned_.end(), matches);
    if (found == scanned_.end()) return;
    link.bytes = found->bytes;
    next_ = static_cast<std::size_t>(found - scanned_.begin()) + 1;
  }

  std::string_view body_;
  std::vector<Line> lines_;
  std::size_t first_line_;
  Markdown result_{};
  int inside_link_ = 0;
  std::vector<Link> scanned_{};
  std::size_t scanned_row_ = 0;
  std::size_t next_ = 0;
};

// The stand-in for texts that are too large: the same kinds of links, without what needs a real
// parser (indented code, spans over two lines).
Markdown scan_markdown(std::string_view body, std::size_t first_line) {
  Markdown result{.by_lines = true};
  for (const auto& line : parse_index(body).lines) {
    const auto number = first_line + line.number - 1;
    if (line.kind == LineKind::heading) {
      const auto text = ByteRange{line.content, line.line.bytes.end}.of(body);
      result.headings.push_back(
          {.level = line.level, .text = std::string(trim_blanks(text)), .line = number});
    }
    for (const auto& link : line.links) {
      if (link.kind == LinkKind::code_span) {
        const auto column = link.bytes.begin - line.line.bytes.begin + 1;
        result.code_spans.push_back({.text = link.target, .line = number, .column = column});
      } else if (link.kind != LinkKind::word) {
        result.links.push_back(link);
        result.links.back().line = number;
      }
    }
  }
  return result;
}

// The body with each "\r" that no "\n" follows as a blank: to cmark it ends a line, to everything
// else that counts lines it does not.
std::string without_lone_returns(std::string_view body) {
  std::string plain(body);
  for (auto at = plain.find('\r'); at != std::string::npos; at = plain.find('\r', at + 1)) {
    if (at + 1 == plain.size() || plain[at + 1] != '\n') plain[at] = ' ';
  }
  return plain;
}

}  // namespace

Markdown parse_markdown(std::string_view body, std::size_t first_line) {
  const bool too_large =
      body.size() > kMarkdownBytes ||
      static_cast<std::size_t>(std::ranges::count(body, '[')) > kMarkdownBrackets;
  if (too_large) return scan_markdown(body, first_line);
  const auto plain = without_lone_returns(body);
  const Tree tree(cmark_parse_document(plain.data(), plain.size(), CMARK_OPT_DEFAULT));
  return Collector(body, first_line).collect(tree.get());
}

std::vector<Link> parse_links(std::string_view body, std::size_t first_line) {
  if (body.find('[') == std::string_view::npos) return {};
  return parse_markdown(body, first_line).links;
}

}  // namespace memdir::formats
