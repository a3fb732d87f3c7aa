#include "core/model/memory.hpp"

#include <algorithm>

#include "formats/document.hpp"
#include "formats/frontmatter.hpp"
#include "formats/index_file.hpp"
#include "formats/link_scanner.hpp"
#include "formats/link_target.hpp"
#include "formats/markdown.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

using std::chrono::days;

void add(Memory& memory, ProblemKind kind, std::size_t line = 0, std::string detail = {}) {
  memory.problems.push_back({kind, line, std::move(detail)});
}

bool is_true(std::string_view value) { return value == "true"; }

void read_age(Memory& memory, const formats::Frontmatter& fields, TimePoint mtime) {
  memory.modified = mtime;
  const auto* field = formats::effective_field(fields, "modified");
  if (field == nullptr) return;
  if (const auto time = parse_time(field->value)) {
    memory.modified = *time;
    memory.age_source = AgeSource::frontmatter;
  } else {
    add(memory, ProblemKind::bad_date, field->line, field->value);
  }
}

void check_fields(Memory& memory, const formats::Frontmatter& fields) {
  for (const auto& flag : fields.flags) {
    if (flag.kind == formats::FlagKind::unknown_type) {
      add(memory, ProblemKind::unknown_type, flag.line, memory.type);
    } else {
      add(memory, problem_of_flag(flag.kind), flag.line);
    }
  }
  if (!fields.present) return;
  if (memory.description.empty()) add(memory, ProblemKind::missing_description);
  if (memory.type.empty()) add(memory, ProblemKind::missing_type);
}

// A range of the body as one of the whole text; an empty one, a link that was not found, stays so.
ByteRange shifted(const ByteRange& range, std::size_t offset) {
  if (range.empty()) return range;
  return {range.begin + offset, range.end + offset};
}

}  // namespace

std::string_view age_source_name(AgeSource source) {
  return source == AgeSource::frontmatter ? "frontmatter" : "mtime";
}

bool Memory::is_broken() const {
  return std::ranges::any_of(problems, [](const auto& p) { return describe(p.kind).broken; });
}

std::string_view Memory::title() const { return name.empty() ? formats::stem_of(file) : name; }

void read_memory(Memory& memory, std::string_view text, TimePoint mtime) {
  memory.read = true;
  memory.bytes = text.size();
  memory.lines = count_lines(text);
  memory.problems = find_byte_problems(text);
  if (text.empty()) add(memory, ProblemKind::empty_file);
  const auto document = formats::split_document(text);
  const auto fields = formats::parse_frontmatter(document);
  memory.name = formats::effective_value(fields, "name");
  memory.description = formats::effective_value(fields, "description");
  memory.type = formats::effective_value(fields, "type");
  memory.pinned = is_true(formats::effective_value(fields, "memdir-pin"));
  memory.fold = is_true(formats::effective_value(fields, "memdir-fold"));
  memory.sub_index = memory.fold || formats::is_sub_index(document.body);
  const bool plain_file = !fields.present && !document.unclosed && !text.empty();
  if (plain_file) add(memory, ProblemKind::no_frontmatter);
  check_fields(memory, fields);
  read_age(memory, fields, mtime);
}

std::vector<formats::Link> read_links(const Memory& memory, std::string_view text) {
  const auto document = formats::split_document(text);
  auto links = formats::parse_links(document.body, formats::body_line(document));
  for (auto& link : links) link.bytes = shifted(link.bytes, text.size() - document.body.size());
  if (!contains(memory.description, "[[")) return links;
  const auto fields = formats::parse_frontmatter(document);
  const auto* field = formats::effective_field(fields, "description");
  for (auto& link : formats::scan_plain_text(memory.description, field->line)) {
    if (link.kind != formats::LinkKind::wiki) continue;
    link.bytes = {};
    links.push_back(std::move(link));
  }
  return links;
}

std::optional<days> stale_after(std::string_view type) {
  if (type == "user") return std::nullopt;
  if (type == "feedback") return days(365);
  if (type == "project") return days(90);
  return days(180);
}

bool is_stale(const Memory& memory, TimePoint now) {
  const auto limit = stale_after(memory.type);
  return memory.modified && limit && !memory.fold && now - *memory.modified >= *limit;
}

std::string freshness_caveat(const Memory& memory, TimePoint now) {
  if (!memory.modified || memory.fold) return "";
  const auto age = days_between(*memory.modified, now);
  if (age < 2) return "";
  return concat("This memory is ", age, " days old (by its ",
                memory.age_source == AgeSource::mtime ? "file time" : "'modified' field",
                "). Check what it says against the present before relying on it.");
}

}  // namespace memdir::core
