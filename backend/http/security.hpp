// What every answer and every write must respect whatever the feature: security headers and the
// same-origin check.
#pragma once

#include "backend/http/response.hpp"

namespace carnet {

// Adds the headers of security; `secure`: over TLS.
void add_security_headers(Response& response, bool secure);

// False for a write that another site's page sends with our user's cookie. Requests that say
// neither where they come from (Origin) nor how they were made (Sec-Fetch-Site) are no browser's.
bool same_origin(const Request& request);

} // namespace carnet
