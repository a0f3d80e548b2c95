// Lists that are read page after page, and what stands there until a page has arrived.
#pragma once

#include "web/net/loadable.hpp"
#include "web/ui/ui.hpp"

#include <string>
#include <vector>

namespace carnet::views {

// Where each page begins, the first one included; `more` holds those that were asked for since.
std::vector<std::string> all_pages(const std::vector<std::string>& more);

// In place of what is not here: that it is on its way, or why it is not. True when the person wants
// it to be asked for again.
bool missing_ui(const std::optional<Error>& error, double asked_at_ms, ui::Label name);
template <class T>
bool missing_ui(const net::Loadable<T>& item, ui::Label name) {
    return missing_ui(item.error, item.asked_at_ms, name);
}

} // namespace carnet::views
