// Messages between the contact and the team.
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

namespace carnet::portal {

namespace tx = texts::portal;

void messages_ui(Portal& portal) {
    const auto& page = portal.get<MessagePage>(portal.client_path("messages"));
    ui::heading(tx::messages, {.level = 1, .type = ui::Type::title});
    if (page.error && !page.value)
        return no_content_ui(portal, *page.error);
    if (const Place* place = portal.place(); place && place->rights.comment) {
        const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f});
        const ui::Column rows(4);
        composer_ui(portal);
    }
    if (!page.value) {
        if (ui::waited_long(page.asked_at_ms))
            ui::loading();
        return;
    }
    const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f});
    const ui::Column rows(4);
    messages_list_ui(portal, page.value->items, false);
}

} // namespace carnet::portal
