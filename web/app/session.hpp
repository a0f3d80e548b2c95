// Who is signed in, in which workspace, and the words that give names to identifiers.
#pragma once

#include "web/net/models.hpp"

namespace carnet::app {

struct Session {
    bool known = false; // GET /api/session has answered.
    net::Me me;
    net::Words words;
    bool words_known = false;
    bool newer_build = false; // The server has been renewed since the page was opened.
};

} // namespace carnet::app
