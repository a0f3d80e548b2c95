// See paged_list.hpp.
#include "web/views/paged_list.hpp"

#include "shared/texts/app_net.hpp"

namespace carnet::views {

std::vector<std::string> all_pages(const std::vector<std::string>& more) {
    std::vector<std::string> pages{""};
    pages.insert(pages.end(), more.begin(), more.end());
    return pages;
}

bool missing_ui(const std::optional<Error>& error, double asked_at_ms, ui::Label name) {
    if (error)
        return ui::note(error->message, {.tone = ui::Tone::bad, .action = texts::retry}) ==
               ui::NoteEvent::action;
    if (ui::waited_long(asked_at_ms))
        ui::loading(name);
    return false;
}

} // namespace carnet::views
