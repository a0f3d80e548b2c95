// The outbox as people see it: what waits, what left, what failed and why; the mail server's
// settings; and the pages on which a contact refuses a kind of mail.
#pragma once

#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> mail_routes();
std::span<const Route> mail_choice_routes(); // mail_choices.cpp

} // namespace carnet
