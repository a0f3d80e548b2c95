// The few pages that are plain HTML from the server: first start, invitation, forgotten
// password, failed sign-in, not found. They work without JavaScript and share one style sheet
// (/pages.css).
#pragma once

#include "shared/core/i18n.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// Text made safe between tags and in quoted attributes.
std::string escape_html(std::string_view text);

struct FormField {
    std::string name;
    Text label;
    std::string type = "text"; // Of the input; "checkbox" has its label beside it.
    std::string autocomplete = "off";
    std::string value; // Never for passwords.
    std::string error; // Shown under it and read with it.
};

// Where to go from a page.
struct PageLink {
    std::string_view path;
    Text label;
};

struct FormPage {
    Text title;
    std::string intro;  // A sentence under the title; may be empty.
    std::string action; // "/start".
    std::vector<std::pair<std::string, std::string>> hidden;
    std::vector<FormField> fields;
    Text button;
    std::string error;            // About the whole form.
    std::optional<PageLink> link; // Under it.
};
std::string form_page(const FormPage& page, Language language);

// A title, a sentence, a link and the one home.
std::string message_page(
    const Text& title,
    std::string_view detail,
    Language language,
    std::optional<PageLink> link = std::nullopt
);
std::string not_found_page(Language language);

// The style sheet of these pages.
std::string_view pages_css();

} // namespace carnet
