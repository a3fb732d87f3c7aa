// Laws of editing one field (edit_laws.hpp), for sound files and for broken ones.
#include <doctest/doctest.h>

#include "formats/strict_yaml.hpp"
#include "property/edit_laws.hpp"
#include "property/generators.hpp"

using namespace memdir;
using namespace memdir::formats;
using namespace memdir::tests;

namespace {

void expect(std::string_view broken) {
  if (!broken.empty()) RC_FAIL(std::string(broken));
}

// Lines that strict YAML and we read alike, each a field of its own.
rc::Gen<std::string> sound_text() {
  return memory_text({"name: a", "description: \"b: c\"", "originSessionId: 7d0e", "status: 'x y'",
                      "# comment", ""});
}

}  // namespace

TEST_CASE("setting a value") {
  CHECK(rc::check("a memory",
                  [] { expect(check_set(*memory_text(), *field_key(), *field_value())); }));
  CHECK(
      rc::check("any text", [] { expect(check_set(*any_text(), *field_key(), *field_value())); }));
}

TEST_CASE("setting a list") {
  const auto items = [] { return *rc::gen::container<std::vector<std::string>>(field_value()); };
  CHECK(rc::check("a memory",
                  [=] { expect(check_set_list(*memory_text(), *field_key(), items())); }));
  CHECK(rc::check("any text", [=] { expect(check_set_list(*any_text(), *field_key(), items())); }));
}

TEST_CASE("removing a field") {
  CHECK(rc::check("a memory", [] { expect(check_unset(*memory_text(), *field_key())); }));
  CHECK(rc::check("any text", [] { expect(check_unset(*any_text(), *field_key())); }));
}

TEST_CASE("what is written is read the same by strict YAML") {
  CHECK(rc::check([] {
    const auto value = *field_value();
    RC_PRE(value.find('\xFF') == std::string::npos);
    const auto text = set_field(*sound_text(), "new_key", value);
    RC_ASSERT(text.has_value());
    const auto document = split_document(*text);
    const auto verdict = judge_frontmatter(document, parse_frontmatter(document));
    if (verdict.rejected) RC_FAIL(verdict.reason);
    RC_ASSERT(verdict.differences.empty());
  }));
}
