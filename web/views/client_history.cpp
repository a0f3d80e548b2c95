// The tab History: the journal of this client by action, and "put this value back" on each
// field.
#include "shared/core/text.hpp"
#include "shared/texts/app_activity.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "web/views/client_view.hpp"
#include "web/views/paged_list.hpp"

#include <optional>

namespace carnet::views {

namespace {

using namespace app;

std::string shown(const std::string& value, bool is_moment, const Context& context) {
    const auto at = is_moment ? parse_iso_instant(value) : std::nullopt;
    if (at)
        return moment_text(*at, context);
    return value.empty() ? std::string(context.tr(texts::history_nothing)) : value;
}

std::string label_of(const net::HistoryChange& change) {
    if (change.op != "update")
        return change.entity_label + (change.name.empty() ? "" : "\u00a0: " + change.name);
    return change.entity == "client" ? change.field_label
                                     : change.entity_label + ", " + change.field_label;
}

bool may_revert(
    const net::HistoryChange& change, const net::ClientSheet& sheet, const Context& context
) {
    if (!change.revertible)
        return false;
    const Field* field = find_field(EntityOf<Client>::spec, change.field);
    return field && field->origin == FieldOrigin::person && may_on(context, field->write, sheet);
}

void revert(const ClientView& view, const net::HistoryChange& change, Context& context) {
    Write write{.request = {.path = "/api/clients/" + std::to_string(view.id) + "/revert"}};
    write.request.body = {{"field", change.field}, {"seq", change.seq}};
    write.toast = context.tr(texts::history_reverted);
    write.client_id = view.id;
    context.send(std::move(write));
}

// Of a row; values of several lines are shown as they are.
float height_of(const std::string& words) {
    return words.find('\n') == std::string::npos ? 28.0f : 0.0f;
}

void words_ui(const std::string& words, float room, ui::Color color) {
    if (height_of(words) > 0)
        return ui::text(
            words, {.color = color, .width = std::min(room, ui::text_width(words) + 1)}
        );
    const ui::Width limit(room);
    ui::paragraph(words, {.color = color});
}

void change_ui(
    const ClientView& view,
    const net::HistoryChange& change,
    const net::ClientSheet& sheet,
    Context& context
) {
    const ui::Id id(change.seq);
    const std::string label = label_of(change);
    if (change.op != "update") {
        const ui::Row row({.height = height_of(label)});
        ui::icon(change.op == "create" ? icon::plus : icon::minus, {.size = 14});
        words_ui(label, ui::avail_width(), ui::Color::text_2);
        return;
    }
    const std::string old_text = shown(change.old_text, change.is_moment, context),
                      new_text = shown(change.new_text, change.is_moment, context);
    const std::string words =
        fill(context.tr(texts::history_from_to), {{"old", old_text}, {"new", new_text}});
    const bool may = may_revert(change, sheet, context);
    const auto revert_button = [&] {
        if (may && ui::button(
                       texts::history_revert,
                       {.kind = ui::ButtonKind::ghost,
                        .size = ui::Size::xs,
                        .icon = icon::restore,
                        .tooltip = old_text}
                   ))
            revert(view, change, context);
    };
    if (ui::is_phone()) {
        {
            const ui::Row row({.height = 24});
            ui::text(label, {.color = ui::Color::text_3, .width = ui::fill});
            revert_button();
        }
        ui::paragraph(words);
        return;
    }
    const float room = std::max(120.0f, ui::avail_width() - 360);
    const ui::Row row({.height = height_of(words)});
    ui::text(label, {.color = ui::Color::text_3, .width = 150});
    words_ui(words, room, ui::Color::text);
    ui::spring();
    revert_button();
}

void entry_ui(
    const ClientView& view,
    const net::HistoryEntry& entry,
    const net::ClientSheet& sheet,
    Context& context
) {
    const ui::Id id(entry.action);
    const ui::a11y::Scope item("listitem", entry.label);
    const ui::Column column(2);
    const std::string name =
        entry.user_name.empty() ? context.words().user_name(entry.user_id) : entry.user_name;
    const std::string moment =
        long_date(local_date(entry.at), context.language) + " " + time_text(entry.at);
    {
        const ui::Row row({.height = 28});
        if (!name.empty())
            ui::avatar(name, static_cast<std::uint64_t>(entry.user_id), {.size = 24});
        const float room = ui::is_phone() ? ui::fill : 0.0f;
        ui::text(
            entry.label.empty() ? entry.kind : entry.label,
            {.weight = ui::Weight::semibold, .width = room}
        );
        if (entry.undone_by)
            ui::badge(texts::history_undone, {.icon = icon::restore, .outlined = true});
        if (!ui::is_phone()) {
            ui::spring();
            ui::text(name, {.color = ui::Color::text_3, .type = ui::Type::small});
            ui::text(moment, {.color = ui::Color::text_3, .type = ui::Type::small});
        }
    }
    if (ui::is_phone())
        ui::text(
            name.empty() ? moment : name + ", " + moment,
            {.color = ui::Color::text_3, .type = ui::Type::small}
        );
    for (const auto& change : entry.changes)
        change_ui(view, change, sheet, context);
    ui::separator(6);
}

} // namespace

void client_history_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect box
) {
    const auto* route = std::get_if<ClientRoute>(&context.route);
    const std::string field = route ? route->field : std::string();
    const ui::Region region(
        "history",
        box,
        {.padding_x = 20, .padding_y = 16, .role = "main", .name = texts::history_name}
    );
    if (const Field* only = field.empty() ? nullptr : find_field(EntityOf<Client>::spec, field)) {
        const ui::Row row;
        const std::string label =
            fill(context.tr(texts::history_only), {{"field", context.tr(only->label)}});
        if (ui::chip(
                label, {.active = true, .removable = true, .remove_name = texts::history_all_fields}
            ) != ui::ChipEvent::none)
            context.go(ClientRoute{.id = view.id, .tab = SheetTab::history});
    }
    std::optional<ui::a11y::Scope> list(std::in_place, "list", texts::history_name);
    std::string next;
    bool any = false;
    for (const auto& cursor : all_pages(view.history_cursors)) {
        const auto& page = context.api.history(view.id, field, cursor);
        if (!page.value) {
            list.reset();
            if (missing_ui(page, texts::history_name))
                context.api.touched(view.id);
            return;
        }
        for (const auto& entry : page.value->items)
            entry_ui(view, entry, sheet, context);
        any = any || !page.value->items.empty();
        next = page.value->next;
    }
    list.reset();
    if (!any)
        ui::text(texts::history_empty, {.color = ui::Color::text_3});
    if (!next.empty() && ui::button(texts::more, {.kind = ui::ButtonKind::ghost}))
        view.history_cursors.push_back(next);
}

} // namespace carnet::views
