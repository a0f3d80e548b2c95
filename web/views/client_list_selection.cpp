// What can be done with the ticked rows: a dark bar over the list, and a dialog for each action
// that shows what will change before it does.
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_list.hpp"
#include "web/views/client_list_view.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

constexpr std::int64_t not_chosen = -1; // Of the new person in charge.
constexpr float bar_height = 44;
constexpr std::size_t names_shown = 3;
// From here on the server is told the query instead of every identifier.
constexpr std::size_t many = 5000;

std::string number(std::size_t n, const Context& context) {
    return format_number(static_cast<long long>(n), context.language);
}

// A word on the dark bar; true when clicked.
bool bar_action(ui::Rect& rest, const char* id, const char* icon_name, const std::string& label) {
    const float words = std::ceil(ui::text_width(label, {.weight = ui::Weight::medium}));
    const ui::Rect box = rest.cut_left(words + (icon_name ? 22 : 0) + 20).inset(0, 6);
    const auto press = ui::pressable(id, label, box, {.hover_fill = false});
    if (press.hovered)
        ui::draw::fill(box, ui::Color::tip_line, ui::metric::radius_control);
    float x = box.x + 10;
    if (icon_name)
        ui::draw::icon({x + 8, box.center().y}, icon_name, 16, ui::Color::tip_text), x += 22;
    ui::draw::text(
        {x, box.y, words, box.h}, label, ui::Color::tip_text, {.weight = ui::Weight::medium}
    );
    return press.clicked;
}

struct Entry {
    BulkAction action;
    const char* id;
    const char* icon;
    const Text* label;
};

std::vector<Entry> entries(const ClientListView& view, const Context& context) {
    std::vector<Entry> out;
    if (context.may(Permission::clients_reassign))
        out.push_back({BulkAction::owner, "owner", icon::user_share, &tx::bulk_owner});
    if (context.may(Permission::clients_edit)) {
        out.push_back({BulkAction::state, "state", icon::circle_half_2, &tx::bulk_state});
        out.push_back({BulkAction::tags, "tags", icon::tag, &tx::bulk_tags});
        if (view.route.query.archived)
            out.push_back({BulkAction::unarchive, "archive", icon::restore, &tx::bulk_unarchive});
        else
            out.push_back({BulkAction::archive, "archive", icon::archive, &tx::bulk_archive});
    }
    return out;
}

float width_of(const std::string& label, bool icon) {
    return std::ceil(ui::text_width(label, {.weight = ui::Weight::medium})) +
           (icon ? 42.0f : 20.0f);
}

void bar_ui(ClientListView& view, Context& context, ui::Rect content) {
    const std::size_t ticked = view.selection.ids.size();
    const std::string chosen = context.plural(tx::selected_count, static_cast<long long>(ticked));
    const std::string all = fill(
        context.tr(tx::select_all_count),
        {{"n", number(static_cast<std::size_t>(view.rows.count()), context)}}
    );
    const bool offers_all =
        !view.rows.partial && static_cast<std::int64_t>(ticked) < view.rows.count();
    const auto actions = entries(view, context);
    float width = 12 + width_of(chosen, false) + (offers_all ? width_of(all, false) : 0) + 17 + 36;
    for (const Entry& entry : actions)
        width += width_of(context.tr(*entry.label), true);
    width = std::min(width, content.w - 32);
    const ui::Rect bar{
        std::floor(content.x + (content.w - width) / 2),
        content.bottom() - 16 - bar_height,
        width,
        bar_height};
    const ui::Region region(
        "selection", bar, {.scroll = false, .role = "region", .name = tx::selection}
    );
    ui::draw::shadow(bar, ui::Elevation::modal, ui::metric::radius_panel);
    ui::draw::fill(bar, ui::Color::tip, ui::metric::radius_panel);
    ui::Rect rest = bar;
    rest.cut_left(12);
    const ui::Rect count = rest.cut_left(width_of(chosen, false) - 8);
    ui::draw::text(count, chosen, ui::Color::tip_text, {.weight = ui::Weight::semibold});
    ui::a11y::text(chosen, count);
    if (offers_all && bar_action(rest, "all", nullptr, all))
        select_everything(view);
    ui::draw::fill({rest.x + 8, rest.y + 12, 1, rest.h - 24}, ui::Color::tip_line);
    rest.cut_left(17);
    ui::Rect close = rest.cut_right(36);
    for (const Entry& entry : actions)
        if (bar_action(rest, entry.id, entry.icon, context.tr(*entry.label)))
            view.bulk = {
                .action = entry.action,
                .open = true,
                .owner = not_chosen,
                .state = 0,
                .tags_side = 0,
                .tags = {}};
    const ui::Rect cross = close.centered(28, 28);
    const auto press = ui::pressable("close", tx::selection_clear, cross, {.hover_fill = false});
    if (press.hovered)
        ui::draw::fill(cross, ui::Color::tip_line, ui::metric::radius_control);
    ui::draw::icon(cross.center(), icon::x, 16, ui::Color::tip_text_2);
    if (press.clicked)
        view.selection.clear();
}

// --- The dialogs ---

// Rows of the selection that the action would change.
std::size_t changing(const ClientListView& view, const Book& book) {
    const BulkDialog& bulk = view.bulk;
    std::size_t n = 0;
    for (const std::int64_t id : view.selection.ids) {
        const Slot slot = book.slot_of(id);
        if (slot == no_slot)
            continue;
        switch (bulk.action) {
        case BulkAction::owner:
            n += bulk.owner != not_chosen && book.owner_id(slot) != bulk.owner;
            break;
        case BulkAction::state:
            n += static_cast<int>(book.state(slot)) != bulk.state;
            break;
        case BulkAction::tags: {
            const auto tags = book.tag_ids(slot);
            const bool differs =
                std::any_of(bulk.tags.begin(), bulk.tags.end(), [&](std::int64_t tag) {
                    return (std::find(tags.begin(), tags.end(), tag) != tags.end()) ==
                           (bulk.tags_side == 1);
                });
            n += differs;
            break;
        }
        case BulkAction::archive:
            n += !book.archived(slot);
            break;
        case BulkAction::unarchive:
            n += book.archived(slot);
            break;
        case BulkAction::none:
            break;
        }
    }
    return n;
}

std::int64_t projects_concerned(const ClientListView& view, const Book& book) {
    std::int64_t n = 0;
    for (const std::int64_t id : view.selection.ids)
        if (const Slot slot = book.slot_of(id); slot != no_slot)
            n += book.active_projects(slot);
    return n;
}

// "Ateliers Fontaine, Clinique Saint-Aubin, Nordis et 12 autres".
std::string names_text(const ClientListView& view, const Book& book, const Context& context) {
    std::string out;
    std::size_t shown = 0;
    for (const std::int64_t id : view.selection.ids) {
        const Slot slot = book.slot_of(id);
        if (slot == no_slot || shown == names_shown)
            continue;
        if (shown++ > 0)
            out += ", ";
        out += book.name(slot);
    }
    const std::size_t rest = view.selection.ids.size() - shown;
    if (rest > 0)
        out += " " + context.plural(tx::and_more, static_cast<long long>(rest));
    return out;
}

const PluralText& title_of(BulkAction action) {
    switch (action) {
    case BulkAction::owner:
        return tx::bulk_owner_title;
    case BulkAction::state:
        return tx::bulk_state_title;
    case BulkAction::tags:
        return tx::bulk_tags_title;
    case BulkAction::unarchive:
        return tx::bulk_unarchive_title;
    default:
        return tx::bulk_archive_title;
    }
}

const Text& verb_of(const BulkDialog& bulk) {
    switch (bulk.action) {
    case BulkAction::tags:
        return bulk.tags_side == 0 ? tx::bulk_add : tx::bulk_remove;
    case BulkAction::archive:
        return tx::bulk_archive;
    case BulkAction::unarchive:
        return tx::bulk_unarchive;
    default:
        return tx::bulk_change;
    }
}

void choice_ui(ClientListView& view, Context& context) {
    BulkDialog& bulk = view.bulk;
    if (bulk.action == BulkAction::owner) {
        // "Nobody" has to be chosen like somebody: it must not happen by pressing the button at
        // once.
        std::vector<ui::SelectItem> items{{.key = 0, .label = context.tr(tx::filter_nobody)}};
        for (const auto& user : context.words().users)
            if (user.is_active)
                items.push_back(
                    {.key = user.id,
                     .label = user.name,
                     .avatar = static_cast<std::uint64_t>(user.id)}
                );
        ui::select(tx::bulk_owner, bulk.owner, items);
    } else if (bulk.action == BulkAction::state) {
        std::vector<std::string> labels;
        for (std::size_t i = 0; i < client_state_choices.size(); ++i)
            labels.push_back(ui::client_state_label(static_cast<ClientState>(i)).str());
        std::vector<ui::RadioItem> items;
        for (const auto& label : labels)
            items.push_back({.label = label});
        ui::radio_group(tx::bulk_state, bulk.state, items);
    } else if (bulk.action == BulkAction::tags) {
        const ui::SegmentItem sides[] = {{context.tr(tx::bulk_add)}, {context.tr(tx::bulk_remove)}};
        ui::segmented(tx::bulk_tags, bulk.tags_side, sides);
        std::vector<ui::SelectItem> items;
        for (const Tag& tag : context.words().tags)
            items.push_back({.key = tag.id, .label = tag.name, .dot = ui::tag_color(tag.color)});
        ui::multi_select(tx::bulk_tags, bulk.tags, items);
    } else {
        ui::paragraph(
            bulk.action == BulkAction::archive ? tx::bulk_archive_text : tx::bulk_unarchive_text
        );
    }
}

void preview_ui(
    const ClientListView& view, const Book& book, Context& context, std::size_t changed
) {
    ui::separator(4);
    ui::paragraph(names_text(view, book, context), {.color = ui::Color::text_2});
    std::string line = context.plural(tx::bulk_will_change, static_cast<long long>(changed));
    const std::size_t same = view.selection.ids.size() - changed;
    if (same > 0)
        line += ", " + context.plural(tx::bulk_same, static_cast<long long>(same));
    ui::text(line, {.weight = ui::Weight::medium});
    const std::int64_t projects = projects_concerned(view, book);
    if (projects > 0 &&
        (view.bulk.action == BulkAction::archive || view.bulk.action == BulkAction::owner))
        ui::text(
            context.plural(tx::bulk_projects, projects),
            {.color = ui::Color::text_3, .type = ui::Type::small}
        );
}

Json body_of(const ClientListView& view) {
    const BulkDialog& bulk = view.bulk;
    Json body = Json::object();
    const auto all = static_cast<std::int64_t>(view.selection.ids.size()) == view.rows.count();
    if (all && view.selection.ids.size() > many)
        body["query"] = to_query_string(view.route.query);
    else
        body["ids"] = view.selection.ids;
    switch (bulk.action) {
    case BulkAction::owner:
        body["fields"]["owner_id"] = bulk.owner ? Json(bulk.owner) : Json();
        break;
    case BulkAction::state:
        body["fields"]["state"] = client_state_choices[static_cast<std::size_t>(bulk.state)].value;
        break;
    case BulkAction::tags:
        body[bulk.tags_side == 0 ? "tags_add" : "tags_remove"] = bulk.tags;
        break;
    case BulkAction::archive:
        body["action"] = "archive";
        break;
    case BulkAction::unarchive:
        body["action"] = "unarchive";
        break;
    case BulkAction::none:
        break;
    }
    return body;
}

std::string done_text(const ClientListView& view, const Context& context, std::size_t changed) {
    const BulkDialog& bulk = view.bulk;
    const auto n = static_cast<long long>(changed);
    switch (bulk.action) {
    case BulkAction::owner: {
        const std::string name =
            bulk.owner ? context.words().user_name(bulk.owner) : context.tr(tx::filter_nobody);
        return fill(context.plural(tx::done_owner, n), {{"name", name}});
    }
    case BulkAction::state:
        return fill(
            context.plural(tx::done_bulk_state, n),
            {{"name", ui::client_state_label(static_cast<ClientState>(bulk.state)).view()}}
        );
    case BulkAction::tags:
        return context.plural(tx::done_tags, n);
    case BulkAction::unarchive:
        return context.plural(tx::done_bulk_unarchive, n);
    default:
        return context.plural(tx::done_bulk_archive, n);
    }
}

} // namespace

void list_selection_ui(ClientListView& view, Context& context, ui::Rect content) {
    if (!view.selection.ids.empty() && !ui::is_phone())
        bar_ui(view, context, content);
}

void list_bulk_ui(ClientListView& view, Context& context) {
    BulkDialog& bulk = view.bulk;
    if (!bulk.open || !view.rows.book)
        return;
    const Book& book = *view.rows.book;
    const std::string title =
        context.plural(title_of(bulk.action), static_cast<long long>(view.selection.ids.size()));
    ui::Dialog dialog{"bulk", bulk.open, {.title = title}};
    if (!dialog)
        return;
    choice_ui(view, context);
    const std::size_t changed = changing(view, book);
    preview_ui(view, book, context, changed);
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.size = ui::Size::md}))
        dialog.close();
    if (!ui::button(
            verb_of(bulk),
            {.kind = ui::ButtonKind::primary,
             .size = ui::Size::md,
             .disabled = changed == 0,
             .id = "do"}
        ))
        return;
    Write write{.request = {.path = "/api/clients/bulk", .body = body_of(view)}};
    write.toast = done_text(view, context, changed);
    context.send(std::move(write));
    view.selection.clear();
    dialog.close();
}

} // namespace carnet::views
