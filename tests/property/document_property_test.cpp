// Laws of splitting and reading, for all texts.
#include <doctest/doctest.h>

#include "property/generators.hpp"
#include "property/read_laws.hpp"

using namespace memdir;
using namespace memdir::formats;
using namespace memdir::tests;

namespace {

void expect(std::string_view broken) {
  if (!broken.empty()) RC_FAIL(std::string(broken));
}

}  // namespace

TEST_CASE("join undoes split") {
  CHECK(rc::check("any text", [] { expect(check_document(*any_text())); }));
  CHECK(rc::check("a memory", [] { expect(check_document(*memory_text())); }));
}

TEST_CASE("fields know where they stand and the judge has its reasons") {
  CHECK(rc::check("any text", [] { expect(check_fields("---\n" + *any_text() + "\n---\n")); }));
  CHECK(rc::check("a memory", [] { expect(check_fields(*memory_text())); }));
}

TEST_CASE("line endings do not change what is read") {
  CHECK(rc::check([] {
    const auto lines =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(field_lines()));
    const auto read = [&lines](std::string_view ending) {
      const auto text = concat("---", ending, join(lines, ending), ending, "---", ending);
      return parse_frontmatter(split_document(text));
    };
    const auto unix_fields = read("\n");
    const auto dos_fields = read("\r\n");
    RC_ASSERT(unix_fields.flags == dos_fields.flags);
    RC_ASSERT(unix_fields.fields.size() == dos_fields.fields.size());
    for (std::size_t i = 0; i < unix_fields.fields.size(); ++i) {
      RC_ASSERT(unix_fields.fields[i].value == dos_fields.fields[i].value);
      RC_ASSERT(unix_fields.fields[i].items == dos_fields.fields[i].items);
    }
  }));
}
