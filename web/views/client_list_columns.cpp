// Which columns the list has, which of them this person has hidden, and the menu that changes it.
#include "shared/texts/app_list.hpp"
#include "web/app/list_memory.hpp"
#include "web/views/client_list_view.hpp"

#include <array>

namespace carnet::views {

namespace {

namespace tx = texts::list;

constexpr auto columns = std::to_array<ListColumn>({
    {"state", tx::column_state},
    {"contact", tx::column_contact},
    {"projects", tx::column_projects},
    {"last_activity", tx::column_activity},
    {"value", tx::column_value},
    {"owner", tx::column_owner},
    {"tags", tx::column_tags},
    {"city", tx::column_city, false},
    {"created", tx::column_created, false},
});

std::uint32_t hidden_at_first() {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].shown_at_first)
            bits |= 1u << i;
    return bits;
}

} // namespace

std::span<const ListColumn> list_columns() {
    return columns;
}

void read_list_settings(ClientListView& view) {
    if (view.settings_read)
        return;
    view.settings_read = true;
    view.compact = app::remembered("list-density") == "compact";
    view.hidden_columns = hidden_at_first();
    // Column names that are hidden, between commas; "-" for none.
    const std::string hidden = app::remembered("list-hidden");
    if (hidden.empty())
        return;
    view.hidden_columns = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (("," + hidden + ",").find("," + std::string(columns[i].id) + ",") != std::string::npos)
            view.hidden_columns |= 1u << i;
}

void keep_list_settings(const ClientListView& view) {
    app::remember("list-density", view.compact ? "compact" : "");
    std::string hidden;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (view.hidden_columns >> i & 1)
            hidden += (hidden.empty() ? "" : ",") + std::string(columns[i].id);
    app::remember("list-hidden", hidden.empty() ? "-" : hidden);
}

void list_columns_menu_ui(ClientListView& view) {
    ui::Menu menu{"columns", {.align_right = true, .name = tx::list_columns}};
    if (!menu)
        return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool shown = (view.hidden_columns >> i & 1) == 0;
        if (!menu.item(columns[i].title, {.checked = shown, .checkable = true}))
            continue;
        view.hidden_columns ^= 1u << i;
        keep_list_settings(view);
    }
}

} // namespace carnet::views
