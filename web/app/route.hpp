// Where the user is: one struct per place, and the two pure functions between places and addresses
// of the browser.
#pragma once

#include "shared/book/book.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace carnet::app {

// /clients?q=…&state=…&view=3: everything the list shows, so that a link reproduces it.
struct ClientListRoute {
    BookQuery query;
    std::int64_t view = 0; // Saved view it started from; 0: "all clients".
    friend bool operator==(const ClientListRoute&, const ClientListRoute&) = default;
};

enum class SheetTab {
    start, // None in the address: what opens depends on the screen.
    activity,
    contacts,
    projects,
    documents,
    messages,
    history,
    sheet
}; // `sheet` exists where the identity has no column of its own.

enum class DocumentsPage { files, rights, bin };

// /clients/42?tab=contacts&contact=7
struct ClientRoute {
    std::int64_t id = 0;
    SheetTab tab = SheetTab::start;
    std::int64_t contact = 0; // Contact shown in the aside of the tab Contacts.
    std::string field;        // Tab History: only this field.
    std::int64_t folder = 0;  // Tab Documents: the open folder.
    DocumentsPage documents = DocumentsPage::files;
    bool edit = false; // Begins with the information being edited; not part of the address.
    friend bool operator==(const ClientRoute&, const ClientRoute&) = default;
};

struct NewClientRoute {
    friend bool operator==(const NewClientRoute&, const NewClientRoute&) = default;
};

struct ImportRoute {
    friend bool operator==(const ImportRoute&, const ImportRoute&) = default;
};

// /projects?q=…&state=running&sort=-budget_cents
struct ProjectListRoute {
    std::string text;
    std::string state; // A word of project_state_choices; "": all.
    std::string sort;  // A field's name, "-" in front for descending; "": what runs
                       // first, each state by deadline.
    friend bool operator==(const ProjectListRoute&, const ProjectListRoute&) = default;
};
// What follows "?" in its address; also the server's query.
std::string to_query(const ProjectListRoute& route);

// /projects/12
struct ProjectRoute {
    std::int64_t id = 0;
    friend bool operator==(const ProjectRoute&, const ProjectRoute&) = default;
};

enum class SettingsPage { organisation, team, roles, words, mails, journal, profile };
struct SettingsRoute {
    SettingsPage page = SettingsPage::profile;
    friend bool operator==(const SettingsRoute&, const SettingsRoute&) = default;
};

// An address nobody knows; the screen says so.
struct UnknownRoute {
    std::string path;
    friend bool operator==(const UnknownRoute&, const UnknownRoute&) = default;
};

using Route = std::variant<
    ClientListRoute,
    ClientRoute,
    NewClientRoute,
    ImportRoute,
    ProjectListRoute,
    ProjectRoute,
    SettingsRoute,
    UnknownRoute>;

std::string to_path(const Route& route);
// Nothing when the address is of no place of ours or holds what the place doesn't understand.
std::optional<Route> parse_route(std::string_view path);

// A new place pushes history; a changed filter, tab or page of the same place replaces (Rerun's
// rule).
bool same_place(const Route& a, const Route& b);

} // namespace carnet::app
