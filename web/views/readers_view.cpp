// See readers_view.hpp.
#include "web/views/readers_view.hpp"

#include "shared/api/paths.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/app_portal.hpp"

namespace carnet::views {

using namespace app;

void readers_item(ui::Menu& menu, const ShowReaders& item, const Context& context) {
    if (menu.item(texts::readers_title, {.icon = icon::eye}))
        context.send(item);
}

void readers_button(const ShowReaders& item, const std::string& name, const Context& context) {
    const std::string title = context.tr(texts::readers_title) + (" " + name);
    if (ui::icon_button(icon::eye, title, {.size = ui::Size::xs, .has_popup = true}))
        context.send(item);
}

void readers_ui(ReadersView& view, Context& context) {
    ui::Dialog dialog("readers", view.open, {.title = texts::readers_title, .width = 560});
    if (!dialog)
        return;
    const auto& answer = context.api.page(
        paths::client(view.item.client_id) + "/visibility?kind=" + view.item.kind +
        "&item=" + std::to_string(view.item.id)
    );
    if (answer.error)
        return ui::paragraph(answer.error->message);
    if (!answer.value)
        return ui::loading();
    ui::text(json_string(*answer.value, "name"), {.weight = ui::Weight::medium, .width = ui::fill});
    const Json& people = json_at(*answer.value, "people");
    if (people.empty())
        ui::paragraph(texts::readers_none, {.color = ui::Color::text_3});
    const ui::a11y::Scope list("list", texts::readers_title);
    for (const Json& person : people) {
        const bool sees = json_bool(person, "sees");
        const ui::Id id(json_int(person, "contact_id", json_int(person, "user_id")));
        const ui::a11y::Scope entry("listitem", json_string(person, "name"));
        const ui::Row row({.height = 0, .gap = 8});
        ui::icon(
            sees ? icon::eye : icon::eye_off,
            {.color = sees ? ui::Color::share_text : ui::Color::text_3}
        );
        const ui::Width limit(ui::avail_width());
        ui::paragraph(json_string(person, "why"));
    }
}

} // namespace carnet::views
