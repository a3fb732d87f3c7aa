#include "cli/errors.hpp"

#include "formats/json.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::cli {
namespace {

std::string write_text(const Error& error) {
  std::string text = "memdir: ";
  if (!error.path.empty()) {
    text += quote_name(error.path);
    if (error.line != 0) text += concat(":", error.line);
    text += ": ";
  }
  text += one_line_for_terminal(error.message) + "\n";
  if (!error.hint.empty()) text += concat("hint: ", one_line_for_terminal(error.hint), "\n");
  return text;
}

formats::Json text_or_null(const std::string& text) {
  return text.empty() ? formats::Json(nullptr) : formats::Json(text);
}

std::string write_object(const Error& error) {
  auto fields = formats::Json::object();
  fields["kind"] = std::string(name_of(error.kind));
  fields["message"] = error.message;
  fields["path"] = text_or_null(error.path);
  if (!is_valid_utf8(error.path)) fields["path_bytes"] = to_base64(error.path);
  fields["line"] = error.line == 0 ? formats::Json(nullptr) : formats::Json(error.line);
  fields["hint"] = text_or_null(error.hint);
  auto answer = formats::Json::object();
  answer["schema"] = 1;
  answer["error"] = std::move(fields);
  return formats::write_json(answer) + "\n";
}

}  // namespace

std::string write_error(const Error& error, AsJson as_json) {
  return as_json == AsJson::yes ? write_object(error) : write_text(error);
}

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::invalid_input:
      return "invalid_input";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::io:
      return "io";
    case ErrorKind::internal:
      return "internal";
  }
  return "internal";
}

ExitCode exit_code_of(ErrorKind kind) {
  const bool answer = kind == ErrorKind::conflict || kind == ErrorKind::refused;
  return answer ? ExitCode::answer_no : ExitCode::could_not;
}

}  // namespace memdir::cli
