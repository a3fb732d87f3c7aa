// What stands on disk where a candidate says.
#pragma once

#include "core/locate/locate.hpp"

namespace memdir::core {

// Fills in exists, has_index and topic_files by one listing.
void probe(const FileSystem& files, Candidate& candidate);

// Fills in exists and has_index without a listing.
void probe_quickly(const FileSystem& files, Candidate& candidate);

// Fills in the newest mtime of the index and the topic files.
void probe_age(const FileSystem& files, Candidate& candidate);

}  // namespace memdir::core
