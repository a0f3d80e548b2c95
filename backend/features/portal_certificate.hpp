// The certificate of a contact's answer: what was decided about which bytes, by whom and when, on
// one page of PDF.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/domain/deliverable.hpp"

namespace carnet {

// The rights are the caller's affair.
Result<Response> certificate_response(Context& c, const Approval& approval);

} // namespace carnet
