// The look of the portal's plain pages: one frame, small pieces of HTML. They work without
// JavaScript, on any device; every text that comes from people is escaped here.
#pragma once

#include "backend/portal_actor.hpp"
#include "shared/core/i18n.hpp"
#include "shared/core/json_fwd.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

// Style sheet of these pages, served at /portal.css. Colours are the design's tokens.
std::string_view portal_css();

// Short words for files that write HTML.
namespace plain {
std::string e(std::string_view text); // Escaped.
std::string e(const Text& text, Language language);
std::string id_of(const Json& json);
} // namespace plain

struct PlainPage {
    std::string title;
    std::string content;                  // HTML after the heading.
    std::string workspace;                // Name in the header.
    const PortalActor* contact = nullptr; // Draws navigation and sign-out.
    std::int64_t client_id = 0;           // Company looked at.
    std::string_view current;             // "home", "documents", "messages".
    bool narrow = false;                  // Forms of sign-in.
};
std::string plain_page(const PlainPage& page, Language language);

// "Plan.pdf, 1,2 Mo, hier": an escaped link to a file with its size and date.
std::string
file_link(const Json& file, std::string_view href, std::string_view date, Language language);
// The controls of a form. In a preview they are switched off, and a sentence says why.
std::string form_controls(const PortalActor& contact, const std::string& html, Language language);
// A note in a box; `tone` is "ok", "bad" or "info".
std::string plain_note(std::string_view tone, std::string_view text);

} // namespace carnet
