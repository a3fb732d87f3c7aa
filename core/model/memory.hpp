// One topic file: what it says of itself, how old it is, what is wrong with it.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/problem.hpp"
#include "core/ports/file_system.hpp"
#include "formats/link.hpp"
#include "formats/support/time.hpp"

namespace memdir::core {

// The four documented types of memories, in the order in which people think of them.
inline constexpr std::string_view kMemoryTypes[] = {"user", "feedback", "project", "reference"};

// Where an age comes from; git and the history join with the features that know them.
enum class AgeSource { frontmatter, mtime };
[[nodiscard]] std::string_view age_source_name(AgeSource source);

struct Memory {
  std::string file{};                   // path relative to the directory, with '/'
  std::string name{};                   // field `name`, or ""
  std::string description{};            // or ""
  std::string type{};                   // field `type`, or ""
  std::optional<TimePoint> modified{};  // nothing where the file could not be read
  AgeSource age_source = AgeSource::mtime;
  FileKind kind = FileKind::regular;
  bool read = false;       // its content is known
  bool pinned = false;     // memdir-pin
  bool fold = false;       // memdir-fold: written by compaction, no memory of its own
  bool sub_index = false;  // lists other memories, by its marker or by the rule for sub-indexes
  std::size_t lines = 0;
  std::size_t bytes = 0;
  std::string sha256{};  // of the bytes, only where the snapshot was asked for digests
  std::vector<Problem> problems{};
  std::string text{};                  // only of sub-indexes
  std::vector<formats::Link> links{};  // of body and description, only where the snapshot was asked

  // Topic files are regular files; links, FIFOs and devices only have a name.
  [[nodiscard]] bool is_topic() const { return kind == FileKind::regular; }
  [[nodiscard]] bool is_broken() const;
  // What a person calls it: its name, else its stem.
  [[nodiscard]] std::string_view title() const;
};

// Fills in what the text says. `memory.file` is set, `mtime` is the fallback for the age.
void read_memory(Memory& memory, std::string_view text, TimePoint mtime);

// Links of the body, and the wiki links that people put into the description. Byte ranges are
// offsets into `text`; those of the description are empty, since it may stand escaped in the file.
[[nodiscard]] std::vector<formats::Link> read_links(const Memory& memory, std::string_view text);

// How long a memory of that type stays fresh: user never (nothing), feedback 365 days, reference
// 180, project 90, all others 180.
[[nodiscard]] std::optional<std::chrono::days> stale_after(std::string_view type);
[[nodiscard]] bool is_stale(const Memory& memory, TimePoint now);

// What a reader should be told before relying on a memory that is two days old or more; else "".
[[nodiscard]] std::string freshness_caveat(const Memory& memory, TimePoint now);

}  // namespace memdir::core
