// The certificate of a contact's answer: what was decided about which bytes, by whom and when, on
// one page of PDF.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/domain/deliverable.hpp"

#include <string>
#include <string_view>

namespace carnet {

// The rights are the caller's affair.
Result<Response> certificate_response(Context& c, const Approval& approval);

// UTF-8 as the standard fonts of PDF know it (Windows-1252); letters they lack lose their accents.
std::string pdf_text(std::string_view text);

} // namespace carnet
