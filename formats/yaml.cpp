#include "formats/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>

#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

constexpr std::size_t kMaxBytes = 16 * 1024;
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxNodes = 1000;

// yaml-cpp counts from 0 and has -1 for "unknown", which becomes our 0.
std::size_t line_of(const YAML::Mark& mark) { return static_cast<std::size_t>(mark.line + 1); }

Error at_line(std::string message, std::size_t line) {
  return {.kind = ErrorKind::invalid_input, .message = std::move(message), .line = line};
}

// Builds our tree from the events of one document. It cannot stop the parser without throwing, so
// after the first failure it lets all further events pass by.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(DuplicateKeys duplicates) : duplicates_(duplicates) {}

  Result<YamlNode> take() {
    if (error_) return *std::move(error_);
    return std::move(root_);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    fail("anchors (&name) are not allowed", mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fail("aliases (*name) are not allowed", mark);
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (!accepts(mark, "", anchor)) return;
    if (wants_key()) return fail("a key must be text", mark);
    place({.kind = YamlNode::Kind::null, .line = line_of(mark)});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const bool plain = tag == "?" || tag.empty();
    if (!accepts(mark, plain || tag == "!" ? "" : tag, anchor)) return;
    if (wants_key()) return open_member(value, plain, mark);
    place({.kind = YamlNode::Kind::scalar, .scalar = value, .plain = plain, .line = line_of(mark)});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  // A container whose end has not come yet. `in_member` is set between a key and its value.
  struct Open {
    YamlNode node;
    bool in_member = false;
  };

  void fail(std::string message, const YAML::Mark& mark) {
    if (!error_) error_ = at_line(std::move(message), line_of(mark));
  }

  // Whether a node of this kind may come; "?" is the tag of a node without one.
  bool accepts(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) fail("anchors (&name) are not allowed", mark);
    if (!tag.empty() && tag != "?") fail(concat("tags (", tag, ") are not allowed"), mark);
    if (++nodes_ > kMaxNodes) fail(concat("more than ", kMaxNodes, " values"), mark);
    return !error_;
  }

  bool wants_key() const {
    return !open_.empty() && open_.back().node.kind == YamlNode::Kind::map &&
           !open_.back().in_member;
  }

  void open_member(const std::string& key, bool plain, const YAML::Mark& mark) {
    auto& members = open_.back().node.members;
    if (plain && key == "<<") return fail("merge keys (<<) are not allowed", mark);
    if (duplicates_ == DuplicateKeys::refuse && open_.back().node.find(key) != nullptr) {
      return fail(concat("the key '", key, "' stands twice"), mark);
    }
    members.emplace_back(key, YamlNode{.key_line = line_of(mark)});
    open_.back().in_member = true;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    if (!accepts(mark, tag, anchor)) return;
    if (wants_key()) return fail("a key must be text", mark);
    if (open_.size() == kMaxDepth) {
      return fail(concat("nested deeper than ", kMaxDepth, " levels"), mark);
    }
    open_.push_back({.node = {.kind = kind, .line = line_of(mark)}});
  }

  void close() {
    if (error_) return;
    auto node = std::move(open_.back().node);
    open_.pop_back();
    place(std::move(node));
  }

  void place(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (auto& parent = open_.back(); parent.node.kind == YamlNode::Kind::map) {
      auto& member = parent.node.members.back().second;
      node.key_line = member.key_line;
      member = std::move(node);
      parent.in_member = false;
    } else {
      parent.node.items.push_back(std::move(node));
    }
  }

  DuplicateKeys duplicates_;
  YamlNode root_{};
  std::vector<Open> open_{};
  std::size_t nodes_ = 0;
  std::optional<Error> error_{};
};

// Characters that YAML does not allow in a stream. yaml-cpp takes U+0004 for the end and a NUL for
// UTF-16, so they must not reach it.
bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != U'\t' && c != U'\n' && c != U'\r';
  return c == 0x7F || (c >= 0x80 && c < 0xA0 && c != 0x85) || c == 0xFFFE || c == 0xFFFF;
}

Status check_bytes(std::string_view text) {
  if (text.size() > kMaxBytes) return at_line("more than 16 KB", 0);
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    const auto line = [&] { return count_lines(text.substr(0, at + 1)); };
    if (!decoded.valid) return at_line("not valid UTF-8", line());
    if (is_forbidden(decoded.code_point)) return at_line("a control character", line());
    at += decoded.size;
  }
  return {};
}

Result<YamlNode> parse_checked(const std::string& text, DuplicateKeys duplicates) {
  // Never Load or LoadAll: the one drops what follows its node, the other may loop for ever.
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  TreeBuilder builder(duplicates);
  if (!parser.HandleNextDocument(builder)) return YamlNode{.kind = YamlNode::Kind::map};
  MEMDIR_TRY_ASSIGN(auto root, builder.take());
  TreeBuilder second(duplicates);
  if (parser.HandleNextDocument(second)) return at_line("more than one document", 0);
  if (root.kind == YamlNode::Kind::null) root.kind = YamlNode::Kind::map;
  if (root.kind != YamlNode::Kind::map) return at_line("not a map of keys and values", root.line);
  return root;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found = std::ranges::find_if(members, [key](const auto& m) { return m.first == key; });
  return found == members.end() ? nullptr : &found->second;
}

Result<YamlNode> parse_yaml(std::string_view text, DuplicateKeys duplicates) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  MEMDIR_TRY(check_bytes(text));
  try {
    return parse_checked(std::string(text), duplicates);
  } catch (const YAML::Exception& error) {
    return at_line(error.msg, line_of(error.mark));
  } catch (const std::exception&) {
    return at_line("cannot be parsed", 0);
  }
}

}  // namespace memdir::formats
