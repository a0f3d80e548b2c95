// What a file is, by its content alone: names lie. A handful of signatures of our own instead of a
// library, because the program is one executable and must not look for a database of signatures.
#pragma once

#include <cstddef>
#include <string_view>

namespace carnet {

// How much of the beginning of a file is looked at.
inline constexpr std::size_t media_type_bytes = std::size_t{64} * 1024;

// Media type of a file that begins with `head`; "application/octet-stream" when nothing fits.
std::string_view media_type_of(std::string_view head);

// True for what a browser may show in its own window without running anything of the file's: PDF
// and pictures without scripts. Never HTML, SVG or XML.
bool shown_inline(std::string_view media_type);

} // namespace carnet
