// What the palette finds: clients in the book, contacts at the server, commands that the person may
// run.
#include "shared/core/text.hpp"
#include "shared/core/text_match.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_palette.hpp"
#include "shared/texts/app_settings.hpp"
#include "web/app/book_store.hpp"
#include "web/app/format.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/theme.hpp"
#include "web/views/palette_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

constexpr std::size_t clients_in_all = 6;
constexpr std::size_t clients_alone = 50;
constexpr std::size_t contacts_in_all = 4;

// The order to show names in: those that begin with what was typed, those with a word that does,
// the rest; otherwise as they came.
std::vector<std::size_t> best_first(const std::vector<std::string>& names, std::string_view typed) {
    const std::string key = text::fold(typed);
    std::vector<std::size_t> order;
    for (const auto wanted : {text::Match::start, text::Match::word, text::Match::inside})
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto match = text::match(text::fold(names[i]), key);
            // What matched by something else than its name is no better than letters inside it.
            if (match == wanted || (match == text::Match::none && wanted == text::Match::inside))
                order.push_back(i);
        }
    return order;
}

// Names that begin with what was typed come first, then those with such a word; the rest by latest
// activity.
void find_clients(PaletteView& view, Context& context, std::string_view text) {
    const Book& book = context.book.book();
    if (view.searched == text && view.searched_revision == book.revision())
        return;
    view.searched = text;
    view.searched_revision = book.revision();
    BookQuery query;
    query.text = text;
    query.sort = BookColumn::last_activity;
    query.descending = true;
    Book::Result found;
    book.find(query, nullptr, context.now_ms, found);
    view.clients_found = found.totals.count;
    view.slots.clear();
    std::vector<Slot> words, others;
    const std::string key = text::fold(text);
    constexpr std::size_t looked_at = 4000; // Beyond, latest activity alone decides.
    for (std::size_t i = 0; i < found.slots.size() && i < looked_at; ++i) {
        const Slot slot = found.slots[i];
        if (view.slots.size() == clients_alone)
            break;
        const auto match =
            key.empty() ? text::Match::inside : text::match(text::fold(book.name(slot)), key);
        auto& place = match == text::Match::start  ? view.slots
                      : match == text::Match::word ? words
                                                   : others;
        if (place.size() < clients_alone)
            place.push_back(slot);
    }
    for (const auto* more : {&words, &others})
        for (const Slot slot : *more)
            if (view.slots.size() < clients_alone)
                view.slots.push_back(slot);
}

void add_clients(PaletteView& view, Context& context, std::string_view text, std::size_t most) {
    const Book& book = context.book.book();
    find_clients(view, context, text);
    for (const Slot slot : view.slots) {
        if (most-- == 0)
            break;
        PaletteItem item{.category = PaletteCategory::clients, .client_id = book.id(slot)};
        item.label = book.name(slot);
        item.detail = book.reference(slot);
        if (!book.city(slot).empty())
            item.detail += (item.detail.empty() ? "" : ", ") + std::string(book.city(slot));
        item.state = book.state(slot);
        item.run = [id = item.client_id](Context& c) { c.go(ClientRoute{.id = id}); };
        view.items.push_back(std::move(item));
    }
}

void add_contacts(PaletteView& view, Context& context, std::string_view text, std::size_t most) {
    if (text::length(text) < 2)
        return;
    const auto& found = context.api.search(text);
    if (!found.value)
        return;
    std::vector<std::string> names;
    for (const auto& contact : *found.value)
        names.push_back(contact.name);
    for (const auto place : best_first(names, text)) {
        if (most-- == 0)
            break;
        const auto& contact = (*found.value)[place];
        PaletteItem item{
            .category = PaletteCategory::contacts,
            .client_id = contact.client_id,
            .contact_id = contact.id};
        item.label = contact.name;
        item.detail = contact.client_name;
        if (!contact.phone.empty())
            item.detail += ", " + phone_text(contact.phone);
        item.run = [client = contact.client_id, id = contact.id](Context& c) {
            c.go(ClientRoute{.id = client, .tab = SheetTab::contacts, .contact = id});
        };
        view.items.push_back(std::move(item));
    }
}

void add_projects(PaletteView& view, Context& context, std::string_view text, std::size_t most) {
    if (text::length(text) < 2)
        return;
    const auto& found = context.api.projects("limit=50&q=" + net::url_encode(text));
    if (!found.value)
        return;
    std::vector<std::string> names;
    for (const auto& row : found.value->rows)
        names.push_back(row.project.name);
    for (const auto place : best_first(names, text)) {
        if (most-- == 0)
            break;
        const auto& row = found.value->rows[place];
        view.items.push_back(
            {.category = PaletteCategory::projects,
             .client_id = row.project.client_id,
             .label = row.project.name,
             .detail = row.client_name,
             .icon = icon::briefcase,
             .run = [id = row.project.id](Context& c) { c.go(ProjectRoute{.id = id}); }}
        );
    }
}

struct CommandRow {
    const char* icon;
    Text label;
    std::string_view shortcut;
    Permission permission;
    void (*run)(Context&);
};

constexpr Permission anybody = Permission::signed_in;

const CommandRow command_rows[] = {
    {icon::plus,
     texts::new_client,
     "n",
     Permission::clients_create,
     [](Context& c) { c.go(NewClientRoute{}); }},
    {icon::upload,
     texts::import_title,
     "",
     Permission::data_import,
     [](Context& c) { c.go(ImportRoute{}); }},
    {icon::download,
     texts::command_export,
     "",
     Permission::data_export,
     [](Context& c) { c.send(Download{"/api/export?format=xlsx"}); }},
    {icon::restore, texts::command_undo, "Ctrl Z", anybody, [](Context& c) { c.send(Undo{}); }},
    {icon::users_group,
     texts::settings_team,
     "",
     anybody,
     [](Context& c) { c.go(SettingsRoute{SettingsPage::team}); }},
    {icon::shield_lock,
     texts::settings_roles,
     "",
     anybody,
     [](Context& c) { c.go(SettingsRoute{SettingsPage::roles}); }},
    {icon::tags,
     texts::settings_words,
     "",
     anybody,
     [](Context& c) { c.go(SettingsRoute{SettingsPage::words}); }},
    {icon::building,
     texts::settings_organisation,
     "",
     anybody,
     [](Context& c) { c.go(SettingsRoute{SettingsPage::organisation}); }},
    {icon::history,
     texts::settings_journal,
     "",
     Permission::journal_read,
     [](Context& c) { c.go(SettingsRoute{SettingsPage::journal}); }},
    {icon::user,
     texts::settings_profile,
     "",
     anybody,
     [](Context& c) { c.go(SettingsRoute{SettingsPage::profile}); }},
    {icon::circle_half_2,
     texts::command_theme,
     "",
     anybody,
     [](Context& c) {
         c.send(SetTheme{ui::scheme() == ui::Scheme::dark ? Theme::light : Theme::dark});
     }},
    {icon::world,
     texts::command_language,
     "",
     anybody,
     [](Context& c) {
         c.send(SetLanguage{c.language == Language::fr ? Language::en : Language::fr});
     }},
    {icon::help_circle,
     texts::help_and_shortcuts,
     "?",
     anybody,
     [](Context& c) { c.send(OpenShortcuts{}); }},
};

void add_commands(PaletteView& view, Context& context, std::string_view text, std::size_t most) {
    const std::string key = text::fold(text);
    std::vector<const CommandRow*> rows;
    std::vector<std::string> labels;
    for (const auto& row : command_rows) {
        std::string label = context.tr(row.label);
        if (!context.may(row.permission) ||
            text::match(text::fold(label), key) == text::Match::none)
            continue;
        rows.push_back(&row);
        labels.push_back(std::move(label));
    }
    for (const auto place : best_first(labels, text)) {
        if (most-- == 0)
            break;
        const CommandRow& row = *rows[place];
        view.items.push_back(
            {.category = PaletteCategory::commands,
             .label = labels[place],
             .icon = row.icon,
             .shortcut = row.shortcut,
             .run = row.run}
        );
    }
}

} // namespace

void palette_search(PaletteView& view, Context& context) {
    std::string_view typed = text::trim(view.text);
    auto category = static_cast<PaletteCategory>(view.category);
    if (typed.starts_with('>')) {
        typed = text::trim(typed.substr(1));
        category = PaletteCategory::commands;
    }
    view.items.clear();
    const bool all = category == PaletteCategory::all;
    if ((all && !typed.empty()) || category == PaletteCategory::clients)
        add_clients(view, context, typed, all ? clients_in_all : clients_alone);
    if (all || category == PaletteCategory::contacts)
        add_contacts(view, context, typed, all ? contacts_in_all : clients_alone);
    if (all || category == PaletteCategory::projects)
        add_projects(view, context, typed, all ? contacts_in_all : clients_alone);
    if (all || category == PaletteCategory::commands)
        add_commands(view, context, typed, all && !typed.empty() ? 4 : 50);
    if (view.cursor >= static_cast<int>(view.items.size()))
        view.cursor = static_cast<int>(view.items.size()) - 1;
    if (view.cursor < 0)
        view.cursor = 0;
}

} // namespace carnet::views
