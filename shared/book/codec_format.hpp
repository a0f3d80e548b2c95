// The book on the wire, as codec_write.cpp writes and codec_read.cpp reads it. All numbers are
// varints (7 bits a byte, low ones first; signed ones zigzag).
//   header: "CBOK", version, position, number of rows
//   block:  its size in bytes, then: number of rows, and column after column:
//     ids (differences), flags (a byte: kind, state, archived), owners, tag lists, projects,
//     progress, money, times, words from a table of the block (town, postal code, role), texts (all
//     lengths, then all bytes)
// What follows from another column is left out: the SIREN that begins the SIRET, the contact who
// begins contacts_text.
#pragma once

#include "shared/book/codec.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace carnet::wire {

inline constexpr std::string_view magic = "CBOK";
// At most. Small enough for one to be read within a frame.
inline constexpr std::size_t block_rows = 4096;
inline constexpr std::string_view derived = "\x01"; // Stands for a text that follows from another.

using Rows = std::vector<BookRow>;
using Number = std::int64_t BookRow::*;
using String = std::string BookRow::*;

} // namespace carnet::wire
