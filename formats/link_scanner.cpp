#include "formats/link_scanner.hpp"

#include <optional>

#include "formats/inline_syntax.hpp"

namespace memdir::formats {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kLongestWord = 1024;  // a longer run of letters names no file

bool is_name_byte(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || c == '_' || c == '-' ||
         c == '.' || c == '/' || c == '~' || c == '%';
}

bool ends_name(std::string_view text, std::size_t at) {
  return at >= text.size() ||
         !(is_ascii_alnum(text[at]) || text[at] == '_' || text[at] == '-' || text[at] == '/');
}

// Walks over one line. Every scan_ function looks at the current place, appends what it found and
// says how far to go on; searches that failed once are not made again, which keeps hostile lines
// linear.
class LineScanner {
 public:
  LineScanner(std::string_view line, std::size_t offset, std::size_t number,
              const LinkDefinitions& definitions)
      : line_(line), syntax_(line), offset_(offset), number_(number), definitions_(definitions) {}

  std::vector<Link> scan_markdown() {
    while (at_ < line_.size()) at_ = next_of_markdown();
    return std::move(links_);
  }

  std::vector<Link> scan_plain() {
    while (at_ < line_.size()) {
      at_ = line_[at_] == '[' ? wiki_link().value_or(at_ + 1) : word_or_next();
    }
    return std::move(links_);
  }

 private:
  std::size_t next_of_markdown() {
    switch (line_[at_]) {
      case '\\':
        return at_ + 2;
      case '`':
        return code_span();
      case '<':
        return angle();
      case '!':
        return image().value_or(at_ + 1);
      case '[':
        if (const auto end = wiki_link()) return *end;
        return inline_link(LinkKind::markdown).value_or(at_ + 1);
      default:
        return word_or_next();
    }
  }

  void add(LinkKind kind, std::string_view target, std::string_view text, std::size_t end) {
    links_.push_back({.kind = kind,
                      .target = std::string(target),
                      .text = std::string(text),
                      .line = number_,
                      .bytes = {offset_ + at_, offset_ + end}});
  }

  std::size_t code_span() {
    const auto length = syntax_.run_length(at_);
    const auto close = syntax_.closing_backticks(at_ + length, length);
    if (close == npos) return at_ + length;
    const auto content = trim_blanks(line_.substr(at_ + length, close - at_ - length));
    if (!content.empty()) add(LinkKind::code_span, content, content, close + length);
    return close + length;
  }

  // A comment or an autolink is skipped; other angle brackets are text.
  std::size_t angle() {
    const auto rest = line_.substr(at_);
    if (rest.starts_with("<!--")) {
      const auto end = comments_closed_ ? rest.find("-->", 2) : npos;
      comments_closed_ = end != npos;
      return end == npos ? at_ + 4 : at_ + end + 3;
    }
    const auto end = rest.find_first_of(" \t<>", 1);
    const bool autolink = end != npos && rest[end] == '>' && contains(rest.substr(0, end), ":");
    return autolink ? at_ + end + 1 : at_ + 1;
  }

  std::optional<std::size_t> image() {
    if (!line_.substr(at_).starts_with("![")) return std::nullopt;
    ++at_;
    const auto wiki = wiki_link();  // an embed, ![[x]], refers to its file like a link
    const auto end = wiki ? wiki : inline_link(std::nullopt);
    --at_;
    return end;
  }

  std::optional<std::size_t> wiki_link() {
    const auto rest = line_.substr(at_);
    if (!rest.starts_with("[[") || !brackets_closed_) return std::nullopt;
    const auto close = rest.find("]]", 2);
    brackets_closed_ = close != npos;
    if (close == npos) return std::nullopt;
    const auto inside = rest.substr(2, close - 2);
    if (inside.find_first_of("[]\n") != npos) return std::nullopt;
    const auto bar = inside.find('|');
    auto target = inside.substr(0, bar);
    if (bar != npos && target.ends_with('\\')) target.remove_suffix(1);  // \| in a table cell
    target = trim_blanks(target.substr(0, target.find('#')));
    if (target.empty()) return std::nullopt;
    const auto label = bar == npos ? target : trim_blanks(inside.substr(bar + 1));
    add(LinkKind::wiki, target, label, at_ + close + 2);
    return at_ + close + 2;
  }

  // [text](target); with no kind it is skipped, as an image is.
  std::optional<std::size_t> inline_link(std::optional<LinkKind> kind) {
    if (failed_brackets_ >= kMostFailures) return std::nullopt;
    const auto close = syntax_.closing_bracket(at_);
    if (close == npos) {
      ++failed_brackets_;
      return std::nullopt;
    }
    const auto text = line_.substr(at_ + 1, close - at_ - 1);
    const bool has_destination = line_.substr(close + 1).starts_with('(');
    const auto found =
        has_destination ? syntax_.destination(close + 1) : reference(text, close + 1);
    if (!found) {
      failed_brackets_ += has_destination ? 1 : 0;
      return std::nullopt;
    }
    if (kind) add(*kind, found->target, text, found->end);
    return found->end;
  }

  // [text][label], [label][] or [label], where the label was defined.
  [[nodiscard]] std::optional<InlineSyntax::Destination> reference(std::string_view text,
                                                                   std::size_t at) const {
    if (definitions_.empty()) return std::nullopt;
    auto label = text;
    auto end = at;
    if (line_.substr(at).starts_with('[')) {
      const auto close = line_.find(']', at);
      if (close == npos) return std::nullopt;
      if (close > at + 1) label = line_.substr(at + 1, close - at - 1);
      end = close + 1;
    }
    const auto found = definitions_.find(to_ascii_lower(trim_blanks(label)));
    if (found == definitions_.end()) return std::nullopt;
    return InlineSyntax::Destination{found->second, end};
  }

  // The word at the current place, if it names a .md file; else the next place to look at.
  std::size_t word_or_next() {
    if (!is_name_byte(line_[at_])) return at_ + 1;
    std::size_t end = at_;
    while (end < line_.size() && is_name_byte(line_[end])) ++end;
    const auto run = line_.substr(at_, end - at_);
    if (line_.substr(end).starts_with("://")) {  // a URL goes on to the next blank or bracket
      const auto stop = line_.find_first_of(" \t)>]\"'`", end);
      return stop == npos ? line_.size() : stop;
    }
    const auto length = name_length(run);
    if (length > 0) add(LinkKind::word, run.substr(0, length), run.substr(0, length), at_ + length);
    return end;
  }

  // Bytes of the first "x.md" at the start of a run of name bytes, 0 if there is none. The name may
  // be followed by a full stop or by letters of a script that puts no blank there.
  [[nodiscard]] static std::size_t name_length(std::string_view run) {
    for (auto at = run.find(".md"); at != npos && at < kLongestWord; at = run.find(".md", at + 1)) {
      const bool has_stem = at > 0 && run[at - 1] != '/' && run[at - 1] != '.';
      if (has_stem && ends_name(run, at + 3)) return at + 3;
    }
    return 0;
  }

  static constexpr std::size_t kMostFailures = 64;  // a line with more is no line of links

  std::string_view line_;
  InlineSyntax syntax_;
  std::size_t offset_;
  std::size_t number_;
  const LinkDefinitions& definitions_;
  std::size_t at_ = 0;
  std::vector<Link> links_{};
  bool comments_closed_ = true;
  bool brackets_closed_ = true;
  std::size_t failed_brackets_ = 0;
};

}  // namespace

bool read_definition(std::string_view line, LinkDefinitions& definitions) {
  const auto rest = trim_blanks(line);
  const auto close = rest.find("]:");
  if (!rest.starts_with('[') || rest.starts_with("[[") || close == npos || close < 2) return false;
  auto target = trim_blanks(rest.substr(close + 2));
  if (target.empty()) return false;
  const auto end = target.starts_with('<') ? target.find('>') : target.find_first_of(" \t");
  target = target.substr(0, end);
  if (target.starts_with('<')) target.remove_prefix(1);
  definitions.try_emplace(to_ascii_lower(trim_blanks(rest.substr(1, close - 1))), target);
  return true;
}

std::vector<Link> scan_links(std::string_view line, std::size_t offset, std::size_t number,
                             const LinkDefinitions& definitions) {
  return LineScanner(line, offset, number, definitions).scan_markdown();
}

std::vector<Link> scan_plain_text(std::string_view text, std::size_t number) {
  return LineScanner(text, 0, number, {}).scan_plain();
}

}  // namespace memdir::formats
