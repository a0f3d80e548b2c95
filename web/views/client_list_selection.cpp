// What can be done with the ticked rows: a dark bar over the list, and a dialog for each action
// that shows what will change before it does.
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_list.hpp"
#include "web/views/client_list_view.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

constexpr std::int64_t not_chosen = -1; // Of the new person in charge.
constexpr std::size_t names_shown = 3;
// From here on the server is told the query instead of every identifier.
constexpr std::size_t many = 5000;

struct Entry {
    BulkAction action;
    const char* icon;
    Text label;
    Permission permission;
};
constexpr auto entries = std::to_array<Entry>({
    {BulkAction::owner, icon::user_share, tx::bulk_owner, Permission::clients_reassign},
    {BulkAction::state, icon::circle_half_2, tx::bulk_state, Permission::clients_edit},
    {BulkAction::tags, icon::tag, tx::bulk_tags, Permission::clients_edit},
    {BulkAction::unarchive, icon::restore, tx::bulk_unarchive, Permission::clients_edit},
    {BulkAction::archive, icon::archive, tx::bulk_archive, Permission::clients_edit},
    {BulkAction::bin, icon::trash, tx::bulk_bin, Permission::clients_delete},
});

void begin(ClientListView& view, const Entry& entry, const Context& context) {
    view.bulk = {.action = entry.action, .open = true, .owner = not_chosen};
    // Seeing a client is not yet the right to change it ("ses clients").
    const Book& book = *view.rows.book;
    for (const std::int64_t id : view.selection.ids)
        if (const Slot slot = book.slot_of(id);
            slot != no_slot && can(context.actor(), entry.permission, book.audience(slot)))
            view.bulk.ids.push_back(id);
}

void bar_ui(ClientListView& view, Context& context, ui::Rect content) {
    const auto other = view.route.query.archived ? BulkAction::archive : BulkAction::unarchive;
    SelectionAction actions[entries.size()];
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        actions[i] = {
            entry.icon, entry.label, entry.action != other && context.may(entry.permission)};
    }
    const std::int64_t all = view.rows.partial ? 0 : view.rows.count();
    const int answer = selection_bar_ui(view.selection, context, content, all, actions);
    if (answer == selection_all)
        select_all_rows(view.selection, selectable(view));
    else if (answer >= 0)
        begin(view, entries[static_cast<std::size_t>(answer)], context);
}

// --- The dialogs ---

// Rows of the selection that the action would change.
std::size_t changing(const ClientListView& view, const Book& book) {
    const BulkDialog& bulk = view.bulk;
    std::size_t n = 0;
    for (const std::int64_t id : bulk.ids) {
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
        case BulkAction::bin:
            ++n;
            break;
        case BulkAction::none:
            break;
        }
    }
    return n;
}

std::int64_t projects_concerned(const ClientListView& view, const Book& book) {
    std::int64_t n = 0;
    for (const std::int64_t id : view.bulk.ids)
        if (const Slot slot = book.slot_of(id); slot != no_slot)
            n += book.active_projects(slot);
    return n;
}

// "Ateliers Fontaine, Clinique Saint-Aubin, Nordis et 12 autres".
std::string names_text(const ClientListView& view, const Book& book, const Context& context) {
    std::string out;
    std::size_t shown = 0;
    for (const std::int64_t id : view.bulk.ids) {
        const Slot slot = book.slot_of(id);
        if (slot == no_slot || shown == names_shown)
            continue;
        if (shown++ > 0)
            out += ", ";
        out += book.name(slot);
    }
    const std::size_t rest = view.bulk.ids.size() - shown;
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
    case BulkAction::bin:
        return tx::bulk_bin_title;
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
    case BulkAction::bin:
        return texts::bin_verb;
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
        items.reserve(labels.size());
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
            bulk.action == BulkAction::archive ? tx::bulk_archive_text
            : bulk.action == BulkAction::bin   ? texts::bin_text
                                               : tx::bulk_unarchive_text
        );
    }
}

void preview_ui(
    const ClientListView& view, const Book& book, Context& context, std::size_t changed
) {
    ui::separator(4);
    ui::paragraph(names_text(view, book, context), {.color = ui::Color::text_2});
    const bool chosen = view.bulk.action != BulkAction::tags || !view.bulk.tags.empty();
    std::string line = context.plural(tx::bulk_will_change, static_cast<long long>(changed));
    const std::size_t same = view.bulk.ids.size() - changed;
    if (same > 0)
        line += ", " + context.plural(tx::bulk_same, static_cast<long long>(same));
    if (chosen)
        ui::text(line, {.weight = ui::Weight::medium});
    if (const std::size_t others = view.selection.ids.size() - view.bulk.ids.size(); others > 0)
        ui::note(
            context.plural(tx::bulk_others, static_cast<long long>(others)),
            {.tone = ui::Tone::warn, .width = ui::fill, .id = "others"}
        );
    const std::int64_t projects = projects_concerned(view, book);
    if (projects > 0 && view.bulk.action != BulkAction::state &&
        view.bulk.action != BulkAction::tags)
        ui::text(
            context.plural(tx::bulk_projects, projects),
            {.color = ui::Color::text_3, .type = ui::Type::small}
        );
}

Json body_of(const ClientListView& view) {
    const BulkDialog& bulk = view.bulk;
    Json body = Json::object();
    const auto all = static_cast<std::int64_t>(bulk.ids.size()) == view.rows.count();
    if (all && bulk.ids.size() > many)
        body["query"] = to_query_string(view.route.query);
    else
        body["ids"] = bulk.ids;
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
    case BulkAction::bin:
        body["action"] = "bin";
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
    case BulkAction::bin:
        return context.plural(tx::done_bulk_bin, n);
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
        context.plural(title_of(bulk.action), static_cast<long long>(bulk.ids.size()));
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
            {.kind =
                 bulk.action == BulkAction::bin ? ui::ButtonKind::danger : ui::ButtonKind::primary,
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
