// Addresses ↔ places. Pure; round-trip tested over every case.
#include "web/app/route.hpp"

#include "shared/api/paths.hpp"
#include "shared/domain/project.hpp"

#include <charconv>

namespace carnet::app {

namespace {

struct TabName {
    SheetTab tab;
    std::string_view name;
};
constexpr TabName tab_names[] = {
    {SheetTab::activity, "activity"},
    {SheetTab::contacts, "contacts"},
    {SheetTab::projects, "projects"},
    {SheetTab::documents, "documents"},
    {SheetTab::messages, "messages"},
    {SheetTab::history, "history"},
    {SheetTab::sheet, "sheet"},
};

struct PageName {
    SettingsPage page;
    std::string_view name;
};
constexpr PageName page_names[] = {
    {SettingsPage::organisation, "organisation"},
    {SettingsPage::team, "team"},
    {SettingsPage::roles, "roles"},
    {SettingsPage::words, "words"},
    {SettingsPage::mails, "mails"},
    {SettingsPage::journal, "journal"},
    {SettingsPage::profile, "profile"},
};

bool parse_id(std::string_view text, std::int64_t& id) {
    if (text.empty() || text.size() > 18)
        return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() && id > 0;
}

// Takes one `name=value` off the front of a query string.
bool next_parameter(std::string_view& rest, std::string_view& name, std::string_view& value) {
    if (rest.empty())
        return false;
    const auto end = rest.find('&');
    const std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    const auto equals = pair.find('=');
    name = pair.substr(0, equals);
    value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    return true;
}

std::string list_path(const ClientListRoute& route) {
    std::string query = to_query_string(route.query);
    if (route.view)
        query += (query.empty() ? "view=" : "&view=") + std::to_string(route.view);
    return query.empty() ? "/clients" : "/clients?" + query;
}

std::string sheet_path(const ClientRoute& route) {
    std::string path = "/clients/" + std::to_string(route.id);
    char separator = '?';
    const auto add = [&](std::string_view name, std::string_view value) {
        path += separator;
        path += name;
        path += '=';
        path += value;
        separator = '&';
    };
    if (route.tab != SheetTab::start)
        for (const auto& row : tab_names)
            if (row.tab == route.tab)
                add("tab", row.name);
    if (route.contact)
        add("contact", std::to_string(route.contact));
    if (!route.field.empty())
        add("field", route.field);
    if (route.folder)
        add("folder", std::to_string(route.folder));
    if (route.documents != DocumentsPage::files)
        add("show", route.documents == DocumentsPage::rights ? "rights" : "bin");
    return path;
}

std::optional<Route> parse_list(std::string_view query) {
    ClientListRoute route;
    std::string others;
    std::string_view name, value;
    while (next_parameter(query, name, value)) {
        if (name == "view") {
            if (!parse_id(value, route.view))
                return std::nullopt;
            continue;
        }
        if (!others.empty())
            others += '&';
        others += name;
        others += '=';
        others += value;
    }
    auto parsed = parse_book_query(others, Language::fr);
    if (!parsed)
        return std::nullopt;
    route.query = std::move(parsed).value();
    return route;
}

bool is_field_name(std::string_view text) {
    for (const char c : text)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'))
            return false;
    return !text.empty();
}

std::optional<Route> parse_sheet(std::int64_t id, std::string_view query) {
    ClientRoute route{.id = id};
    std::string_view name, value;
    while (next_parameter(query, name, value)) {
        bool good = false;
        if (name == "tab") {
            for (const auto& row : tab_names)
                if (row.name == value)
                    route.tab = row.tab, good = true;
        } else if (name == "contact") {
            good = parse_id(value, route.contact);
        } else if (name == "folder") {
            good = parse_id(value, route.folder);
        } else if (name == "show" && (value == "rights" || value == "bin")) {
            route.documents = value == "bin" ? DocumentsPage::bin : DocumentsPage::rights;
            good = true;
        } else if (name == "field" && is_field_name(value)) {
            route.field = value;
            good = true;
        }
        if (!good)
            return std::nullopt;
    }
    return route;
}

bool is_state(std::string_view word) {
    for (const auto& choice : project_state_choices)
        if (choice.value == word)
            return true;
    return false;
}

std::optional<Route> parse_projects(std::string_view query) {
    ProjectListRoute route;
    std::string_view name, value;
    while (next_parameter(query, name, value)) {
        if (name == "q")
            route.text = paths::decode(value, true);
        else if (name == "state" && is_state(value))
            route.state = value;
        else if (name == "sort" && is_field_name(value.substr(value.starts_with('-') ? 1 : 0)))
            route.sort = value;
        else
            return std::nullopt;
    }
    return route;
}

std::optional<Route> parse_settings(std::string_view rest) {
    if (rest.empty() || rest == "/")
        return SettingsRoute{};
    for (const auto& row : page_names)
        if (rest.substr(1) == row.name)
            return SettingsRoute{row.page};
    return std::nullopt;
}

} // namespace

std::string to_query(const ProjectListRoute& route) {
    std::string query;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty())
            query += (query.empty() ? "" : "&") + std::string(name) + "=" + paths::encode(value);
    };
    add("q", route.text);
    add("state", route.state);
    add("sort", route.sort);
    return query;
}

std::string to_path(const Route& route) {
    if (const auto* list = std::get_if<ClientListRoute>(&route))
        return list_path(*list);
    if (const auto* sheet = std::get_if<ClientRoute>(&route))
        return sheet_path(*sheet);
    if (std::holds_alternative<NewClientRoute>(route))
        return "/clients/new";
    if (const auto* projects = std::get_if<ProjectListRoute>(&route)) {
        const std::string query = to_query(*projects);
        return query.empty() ? "/projects" : "/projects?" + query;
    }
    if (const auto* project = std::get_if<ProjectRoute>(&route))
        return "/projects/" + std::to_string(project->id);
    if (std::holds_alternative<ImportRoute>(route))
        return "/clients/import";
    if (const auto* settings = std::get_if<SettingsRoute>(&route)) {
        for (const auto& row : page_names)
            if (row.page == settings->page)
                return "/settings/" + std::string(row.name);
    }
    const auto* unknown = std::get_if<UnknownRoute>(&route);
    return unknown ? unknown->path : "/clients";
}

std::optional<Route> parse_route(std::string_view path) {
    const auto question = path.find('?');
    const std::string_view place = path.substr(0, question);
    const std::string_view query =
        question == std::string_view::npos ? std::string_view() : path.substr(question + 1);
    if (place == "/" || place == "/clients")
        return parse_list(query);
    if (place == "/clients/new")
        return NewClientRoute{};
    if (place == "/clients/import")
        return ImportRoute{};
    if (place.starts_with("/clients/")) {
        std::int64_t id = 0;
        return parse_id(place.substr(9), id) ? parse_sheet(id, query) : std::nullopt;
    }
    if (place == "/projects")
        return parse_projects(query);
    if (place.starts_with("/projects/")) {
        ProjectRoute route;
        return parse_id(place.substr(10), route.id) ? std::optional<Route>(route) : std::nullopt;
    }
    if (place == "/settings" || place.starts_with("/settings/"))
        return parse_settings(place.substr(9));
    return std::nullopt;
}

bool same_place(const Route& a, const Route& b) {
    if (a.index() != b.index())
        return false;
    if (const auto* sheet = std::get_if<ClientRoute>(&a))
        return sheet->id == std::get_if<ClientRoute>(&b)->id;
    if (const auto* project = std::get_if<ProjectRoute>(&a))
        return project->id == std::get_if<ProjectRoute>(&b)->id;
    if (const auto* settings = std::get_if<SettingsRoute>(&a))
        return settings->page == std::get_if<SettingsRoute>(&b)->page;
    return true;
}

} // namespace carnet::app
