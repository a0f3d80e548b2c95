// The audit journal: what everybody did, latest first, with undo where the person may.
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_settings.hpp"
#include "web/views/paged_list.hpp"
#include "web/views/settings_view.hpp"

#include <optional>

namespace carnet::views {

namespace {

using namespace app;

void entry_ui(const net::HistoryEntry& entry, Context& context) {
    const ui::Id id(entry.action);
    const ui::a11y::Scope item("listitem", entry.label);
    // The name ends before what else the line says.
    const bool many = entry.client_count > 1;
    const float room =
        ui::is_phone() ? ui::avail_width() - (many ? 260.0f : 140.0f) : ui::avail_width() * .5f;
    const ui::Row row({.height = 40, .gap = 10});
    if (!entry.user_name.empty())
        ui::avatar(entry.user_name, static_cast<std::uint64_t>(entry.user_id), {.size = 24});
    ui::text(
        entry.label.empty() ? entry.kind : entry.label,
        {.weight = ui::Weight::medium,
         .width = std::min(
             room,
             ui::text_width(
                 entry.label.empty() ? entry.kind : entry.label, {.weight = ui::Weight::medium}
             ) + 1
         )}
    );
    if (many)
        ui::badge(
            context.plural(texts::journal_clients, entry.client_count), {.icon = icon::users}
        );
    if (entry.undone_by)
        ui::badge(texts::journal_undone, {.icon = icon::restore, .outlined = true});
    ui::spring();
    ui::text(when(entry.at, context), {.color = ui::Color::text_3, .type = ui::Type::small});
    const bool mine = entry.user_id == context.actor().user_id;
    if (!entry.user_id || !entry.can_undo || entry.undoes ||
        (!mine && !context.may(Permission::bulk_undo)))
        return;
    if (ui::icon_button(icon::restore, texts::journal_undo, {.size = ui::Size::xs}))
        context.send(Undo{.action = entry.action});
}

} // namespace

void settings_journal_ui(JournalPage& page, Context& context) {
    ui::heading(texts::settings_journal, {.level = 1, .type = ui::Type::title});
    ui::paragraph(texts::journal_text, {.color = ui::Color::text_2});
    ui::space(8);
    std::optional<ui::a11y::Scope> list(std::in_place, "list", texts::settings_journal);
    std::string next;
    bool any = false;
    for (const auto& cursor : all_pages(page.cursors)) {
        const auto& loaded = context.api.journal(cursor);
        if (!loaded.value) {
            list.reset();
            if (missing_ui(loaded, texts::settings_journal))
                context.api.touched(0);
            return;
        }
        for (const auto& entry : loaded.value->items) {
            any = true;
            entry_ui(entry, context);
        }
        next = loaded.value->next;
    }
    list.reset();
    if (!any)
        ui::text(texts::journal_empty, {.color = ui::Color::text_3});
    if (!next.empty() && ui::button(texts::more, {.kind = ui::ButtonKind::ghost}))
        page.cursors.push_back(next);
}

} // namespace carnet::views
