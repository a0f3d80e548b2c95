// The fonts of the PDF files that the server makes, inside the program: DejaVu Sans, cut down by
// backend/build/fonts.py. TrueType.
#pragma once

#include <string_view>

namespace carnet {

std::string_view pdf_font_regular();
std::string_view pdf_font_bold();

} // namespace carnet
