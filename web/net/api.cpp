// Paths of the server's API and the decoding of its answers.
#include "web/net/api.hpp"

#include "shared/api/paths.hpp"
#include "shared/core/json.hpp"
#include "web/net/decode.hpp"

namespace carnet::net {

namespace {

bool is_success(const HttpResponse& response) {
    return response.status >= 200 && response.status < 300;
}

// The version of what an answer holds: the position it was read at.
Json with_position(Json json, const HttpResponse& response) {
    if (json.is_object() && !json.contains("position") && response.position)
        json["position"] = response.position;
    return json;
}

void add_parameter(std::string& path, std::string_view name, std::string_view value) {
    if (value.empty())
        return;
    path += path.find('?') == std::string::npos ? '?' : '&';
    path += name;
    path += '=';
    path += url_encode(value);
}

std::string client_path(std::int64_t id) {
    return paths::client(id);
}

} // namespace

template <class T>
auto Api::decoder(T (*decode)(const Json&, Language)) const {
    return [decode, language = _language, signed_out = _signed_out](const HttpResponse& response
           ) -> Result<T> {
        if (response.status == 401)
            *signed_out = true;
        if (!is_success(response))
            return error_of(response, language);
        auto json = parse_json(response.body, language, {.bytes = 8u << 20});
        if (!json)
            return json.error();
        return decode(with_position(std::move(json).value(), response), language);
    };
}

std::string url_encode(std::string_view text) {
    return paths::encode(text);
}

void Api::set_language(Language language) {
    _language = language;
    _writes.set_language(language);
}

const Loadable<Me>& Api::me() {
    return _cache.get<Me>("/api/session", decoder(decode_me));
}

const Loadable<Words>& Api::words() {
    auto decode = [inner = decoder(decode_words),
                   revision = _words_revision](const HttpResponse& response) {
        ++*revision;
        return inner(response);
    };
    return _cache.get<Words>("/api/words", std::move(decode));
}

const Loadable<ClientSheet>& Api::client(std::int64_t id) {
    return _cache.get<ClientSheet>(client_path(id), decoder(decode_sheet));
}

const Loadable<ProjectList>& Api::projects(const std::string& query) {
    return _cache.get<ProjectList>("/api/projects?" + query, decoder(decode_projects));
}

const Loadable<ProjectPage>& Api::project(std::int64_t id) {
    auto decode = [inner = decoder(decode_project),
                   id,
                   clients = _client_of_project](const HttpResponse& response) {
        auto page = inner(response);
        if (page)
            (*clients)[id] = page->project.client_id;
        return page;
    };
    return _cache.get<ProjectPage>("/api/projects/" + std::to_string(id), std::move(decode));
}

const Loadable<MessagePage>& Api::messages(std::int64_t id, std::string_view before) {
    std::string path = client_path(id) + "/messages";
    add_parameter(path, "before", before);
    return _cache.get<MessagePage>(path, decoder(decode_messages));
}

const Loadable<MailServer>& Api::mail_server() {
    return _cache.get<MailServer>("/api/mail-settings", decoder(decode_mail_server));
}

const Loadable<std::vector<MailRow>>& Api::mails() {
    return _cache.get<std::vector<MailRow>>("/api/mails", decoder(decode_mails));
}

const Loadable<TimelinePage>&
Api::timeline(std::int64_t id, std::string_view kinds, std::string_view before) {
    std::string path = client_path(id) + "/timeline";
    add_parameter(path, "kinds", kinds);
    add_parameter(path, "before", before);
    return _cache.get<TimelinePage>(path, decoder(decode_timeline));
}

const Loadable<HistoryPage>&
Api::history(std::int64_t id, std::string_view field, std::string_view before) {
    std::string path = client_path(id) + "/history";
    add_parameter(path, "field", field);
    add_parameter(path, "before", before);
    return _cache.get<HistoryPage>(path, decoder(decode_history));
}

const Loadable<DocumentsPage>& Api::documents(std::int64_t client_id, std::string_view query) {
    const std::string path = client_path(client_id) + "/documents?" + std::string(query);
    return _cache.get<DocumentsPage>(path, decoder(decode_documents));
}

const Loadable<FolderRightsPage>& Api::folder_rights(std::int64_t client_id) {
    const std::string path = client_path(client_id) + "/documents/rights";
    return _cache.get<FolderRightsPage>(path, decoder(decode_folder_rights));
}

const Loadable<SeenBy>& Api::seen_by(std::int64_t client_id, std::string_view person) {
    const std::string path = client_path(client_id) + "/documents/seen-by?" + std::string(person);
    return _cache.get<SeenBy>(path, decoder(decode_seen_by));
}

const Loadable<Json>& Api::page(const std::string& path) {
    return _cache.get<Json>(path, decoder(+[](const Json& json, Language) { return json; }));
}

const Loadable<std::vector<TeamMember>>& Api::users() {
    return _cache.get<std::vector<TeamMember>>("/api/users", decoder(decode_users));
}

const Loadable<RolesPage>& Api::roles() {
    return _cache.get<RolesPage>("/api/roles", decoder(decode_roles));
}

const Loadable<std::vector<FoundContact>>& Api::search(std::string_view text) {
    std::string path = "/api/search";
    add_parameter(path, "q", text);
    return _cache.get<std::vector<FoundContact>>(path, decoder(decode_contacts));
}

const Loadable<std::vector<Duplicate>>& Api::duplicates(std::string_view query) {
    const std::string path = "/api/duplicates?" + std::string(query);
    return _cache.get<std::vector<Duplicate>>(path, decoder(decode_duplicates));
}

const Loadable<HistoryPage>& Api::journal(std::string_view before) {
    std::string path = "/api/journal";
    add_parameter(path, "before", before);
    return _cache.get<HistoryPage>(path, decoder(decode_history));
}

void Api::touched(std::int64_t client_id) {
    _cache.invalidate(client_id ? client_path(client_id) : std::string("/api/clients/"));
    for (const auto& [project, client] : *_client_of_project)
        if (client_id == 0 || client == client_id)
            _cache.invalidate("/api/projects/" + std::to_string(project));
    _cache.invalidate("/api/projects?");
    _cache.invalidate("/api/documents/");
    _cache.invalidate("/api/search");
    _cache.invalidate("/api/duplicates");
    _cache.invalidate("/api/journal");
}

void Api::words_changed() {
    for (const char* path : {"/api/words", "/api/session", "/api/users", "/api/roles"})
        _cache.invalidate(path);
}

void Api::ask(HttpRequest request, std::function<void(Result<Json>)> done) {
    _transport.send(
        std::move(request),
        [done = std::move(done), language = _language](const HttpResponse& response) {
            if (!is_success(response))
                done(error_of(response, language));
            else if (response.body.empty())
                done(Json::object());
            else
                done(parse_json(response.body, language, {.bytes = 8u << 20}));
            platform::wake();
        }
    );
}

} // namespace carnet::net
