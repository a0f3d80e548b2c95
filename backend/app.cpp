// Start of the backend, and the way of a request: find the route, say who it is, check, run
// (app_run.cpp), finish the answer.
#include "backend/app.hpp"

#include "backend/contact_accounts.hpp"
#include "backend/features/all_features.hpp"
#include "backend/features/openapi_shapes.hpp"
#include "backend/features/portal_html.hpp"
#include "backend/http/compression.hpp"
#include "backend/http/log.hpp"
#include "backend/http/pages.hpp"
#include "backend/http/security.hpp"
#include "backend/local_time.hpp"
#include "backend/sessions.hpp"
#include "backend/text_nfc.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_portal.hpp"
#include "shared/texts/validation.hpp"

#include <chrono>

namespace carnet {
namespace {

Instant system_now() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

Language language_of(const Request& request, const DirectoryState& state) {
    const std::string_view wanted = request.header("Accept-Language");
    return parse_language(
        wanted.empty() ? std::string_view(state.workspace.language)
                       : wanted.substr(0, wanted.find_first_of(",;"))
    );
}

// Reads the body as the route wants it.
Status read_body(Request& request, const Route& route, Language language) {
    if (request.body.size() > route.body_limit)
        return make_error(ErrorCode::too_large, tr(texts::body_too_large, language));
    if (route.body == BodyKind::form && request.media_type() != "application/x-www-form-urlencoded")
        return make_error(ErrorCode::unsupported_type, tr(texts::form_expected, language));
    if (route.body != BodyKind::json)
        return Ok{};
    if (request.body.empty()) {
        request.json = Json::object(); // A write without words, such as "restore".
        return Ok{};
    }
    if (request.media_type() != "application/json")
        return make_error(ErrorCode::unsupported_type, tr(texts::json_expected, language));
    auto json = parse_json(request.body, language, {.bytes = route.body_limit});
    if (!json)
        return json.error();
    if (!json->is_object())
        return make_error(ErrorCode::malformed, tr(texts::not_an_object, language));
    request.json = std::move(json).value();
    if (auto wrong = member_of_wrong_type(route.body_shape, request.json); !wrong.empty())
        return invalid(std::move(wrong), tr(texts::wrong_type, language));
    return Ok{};
}

// No route reads a parameter that is not text.
Status check_query(const Request& request, Language language) {
    for (const auto& [name, value] : request.query_params) {
        if (value.find('\0') == value.npos && text::valid_utf8(value) && text::valid_utf8(name))
            continue;
        Error error = invalid(name, tr(texts::parameter_no_text, language));
        error.code = ErrorCode::malformed;
        return error;
    }
    return Ok{};
}

Error internal_error(const std::string& reference, Language language) {
    return make_error(
        ErrorCode::internal, fill(tr(texts::internal_error, language), {{"reference", reference}})
    );
}

// The broken environment in one sentence. Constraints: two writes met that each was allowed alone.
Error environment_error(const DatabaseError& error, Language language) {
    const auto say = [&](ErrorCode code, const Text& text) {
        return make_error(code, tr(text, language));
    };
    if (error.kind() == DatabaseError::Kind::unique)
        return say(ErrorCode::conflict, texts::already_exists);
    if (error.kind() == DatabaseError::Kind::foreign_key)
        return say(ErrorCode::conflict, texts::still_used);
    const std::string reference = random_reference();
    log_error(reference, error.what());
    switch (error.kind()) {
    case DatabaseError::Kind::busy:
        return say(ErrorCode::unavailable, texts::database_busy);
    case DatabaseError::Kind::full:
        return say(ErrorCode::unavailable, texts::disk_full);
    case DatabaseError::Kind::read_only:
    case DatabaseError::Kind::cannot_open:
        return say(ErrorCode::unavailable, texts::database_read_only);
    case DatabaseError::Kind::corrupt:
        return say(ErrorCode::unavailable, texts::database_corrupt);
    default:
        return internal_error(reference, language);
    }
}

// No route: an unknown address, or one that does not know the method. People get a page, programs
// a problem.
Response nothing_here(const Request& request, const RouteMatch& match, Language language) {
    const bool for_people = !is_api(request.path) && !is_write(request.method);
    Response response = for_people ? html_response(not_found_page(language), 404)
                                   : problem_response(not_found(language));
    if (match.allowed.empty())
        return response;
    response.status = 405;
    if (!for_people)
        response = problem_response(
            make_error(ErrorCode::malformed, tr(texts::method_not_allowed, language)), 405
        );
    response.header("Allow", allow_header(match.allowed));
    return response;
}

// 304 when the browser has it already.
void use_etag(const Request& request, Response& response) {
    if (is_write(request.method) || response.status != 200)
        return;
    if (!etag_matches(request, response.find_header("ETag")))
        return;
    response.status = 304;
    response.body.clear();
    response.static_body = {};
    response.stream = nullptr;
    response.provider = nullptr;
    response.length = 0;
}

} // namespace

App::App(AppOptions options) : _options(std::move(options)) {
    if (!_options.clock)
        _options.clock = &system_now;
    text::set_nfc_normalizer(&nfc);
    _book.book.use_clock([](std::int64_t at_ms) { return utc_offset_minutes(Instant{at_ms}); });
    _database = std::make_unique<Database>(Database::Options{
        .path = _options.data_folder + "/carnet.db", .clock = _options.clock});
    _sessions = std::make_unique<Sessions>(*_database, _options.hash_memory_kib);
    _contact_accounts = std::make_unique<ContactAccounts>(*_database, *_sessions);
    _routes = all_routes();
    _database->read([&](Transaction& tx) {
        _directory.load(tx);
        _sessions->load(tx);
        start_features(*this, tx);
    });
    _database->set_commit_listener([this](Transaction& tx, const std::vector<Commit>& commits) {
        on_commit(tx, commits);
    });
}

App::~App() {
    _live.close();
    finish_kept();
    _database.reset(); // Its writer calls back into the rest, so it goes first.
}

void App::on_commit(Transaction& tx, const std::vector<Commit>& commits) {
    const bool directory_changed = _directory.on_commit(tx, commits);
    on_commit_features(*this, tx, commits, directory_changed);
}

// A thread that ends may still make something to keep: no iterator, and no lock while waiting.
void App::finish_kept() {
    for (std::size_t i = 0;; ++i) {
        Keep* keep = nullptr;
        {
            const std::lock_guard lock(_kept_mutex);
            if (i == _kept.size())
                return;
            keep = _kept[i].second.get();
        }
        keep->finish();
    }
}

App::Keep& App::kept(const void* key, std::unique_ptr<Keep> (*make)()) {
    const std::lock_guard lock(_kept_mutex);
    for (auto& [known, keep] : _kept)
        if (known == key)
            return *keep;
    return *_kept.emplace_back(key, make()).second;
}

std::string App::own_url() const {
    const std::lock_guard lock(_kept_mutex);
    return _own_url;
}

void App::set_own_url(std::string url) {
    const std::lock_guard lock(_kept_mutex);
    _own_url = std::move(url);
}

std::size_t App::body_limit(Method method, std::string_view path) const {
    const RouteMatch match = match_route(_routes, method, path);
    return match.route ? match.route->body_limit : std::size_t{1} << 20;
}

BodyKind App::body_kind(Method method, std::string_view path) const {
    const RouteMatch match = match_route(_routes, method, path);
    return match.route ? match.route->body : BodyKind::none;
}

std::string App::allowed_methods(std::string_view path) const {
    return allow_header(methods_of(_routes, path));
}

Response App::handle(Request request) {
    const auto start = std::chrono::steady_clock::now();
    const RouteMatch match = match_route(_routes, request.method, request.path);
    request.path_params = match.params;
    request.query_params = parse_form(request.query);
    const auto people = _directory.state();
    Actor actor;
    actor.language = language_of(request, *people);
    SignedIn who;
    ContactSignedIn contact;
    Response response;
    try {
        // In the portal a session of the team is nobody; elsewhere a contact is.
        if (!match.route || match.route->permission.world() == World::staff)
            who = _sessions->find(request.cookie("carnet_session"), now());
        if (Actor known = people->actor_of(who.user_id); known.signed_in())
            actor = known;
        response = answer(request, match, actor, who.session, contact);
        if (who.renewed && response.find_header("Set-Cookie").empty())
            response.header(
                "Set-Cookie",
                session_cookie(
                    request.cookie("carnet_session"), Sessions::remembered_seconds, request.secure
                )
            );
    } catch (const DatabaseError& error) {
        response = refuse(request, environment_error(error, actor.language), actor.language);
    } catch (const std::exception& error) {
        const std::string reference = random_reference();
        log_error(reference, error.what());
        response = refuse(request, internal_error(reference, actor.language), actor.language);
    }
    const bool refused = response.status == 401 || response.status == 403 || response.status == 404;
    if (refused && contact.contact_id == 0 && !actor.signed_in())
        contact = contact_of_cookie(request);
    use_etag(request, response);
    compress_response(request, response);
    add_security_headers(response, request.secure);
    if (response.find_header("Cache-Control").empty())
        response.header("Cache-Control", "no-store");
    if (_options.log) {
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        log_request(
            {.at = now(),
             .method = method_name(request.method),
             .route = match.route ? match.route->pattern : "",
             .tried = refused && contact.contact_id != 0 ? harmless_path(request, _routes)
                                                         : std::string(),
             .status = response.status,
             .ms = took.count(),
             .user_id = contact.preview() ? contact.preview_by : actor.user_id,
             .contact_id = contact.contact_id}
        );
    }
    return response;
}

Response App::refuse(const Request& request, const Error& error, Language language) const {
    if (is_api(request.path))
        return problem_response(error);
    const int status = problem_response(error).status;
    if (!is_portal_page(request.path))
        return html_response(message_page(texts::plain_refused, error.message, language), status);
    const std::string home = tr(texts::portal::back_home, language);
    return html_response(
        plain_page(
            {.title = tr(texts::plain_refused, language),
             .content = "<p>" + escape_html(error.message) + "</p>\n<p><a href=\"/portal/plain\">" +
                        escape_html(home) + "</a></p>\n",
             .workspace = _directory.state()->workspace.name,
             .narrow = true},
            language
        ),
        status
    );
}

// On the team's side a contact is nobody, and refused as nobody is. The log says who tried.
ContactSignedIn App::contact_of_cookie(const Request& request) {
    const std::string_view token = request.cookie("carnet_portal");
    ContactSignedIn who;
    if (!token.empty())
        try {
            _database->read([&](Transaction& tx) { who = ContactAccounts::find(tx, token); });
        } catch (const DatabaseError&) {
            who = {}; // The answer is made already; only the log misses a number.
        }
    return who;
}

// Everything that may refuse before the handler runs, from the cheapest to the dearest.
Response App::answer(
    Request& request,
    const RouteMatch& match,
    const Actor& actor,
    std::string_view session,
    ContactSignedIn& contact
) {
    const Language language = actor.language;
    if (!match.route)
        return nothing_here(request, match, language);
    const Route& route = *match.route;
    if (is_write(request.method) && !same_origin(request))
        return refuse(
            request, make_error(ErrorCode::forbidden, tr(texts::foreign_origin, language)), language
        );
    if (route.permission != Permission::none) {
        if (!actor.signed_in())
            return refuse(request, not_signed_in(session, language), language);
        if (!actor.may(route.permission))
            return refuse(request, forbidden(language), language);
    } else if (is_write(request.method) && !route.permission.contact()) {
        if (const int wait = _sessions->public_wait(request.remote_address, now())) {
            const std::string seconds = std::to_string(wait);
            Response response = refuse(
                request,
                make_error(
                    ErrorCode::rate_limited,
                    fill(tr(texts::too_many_requests, language), {{"seconds", seconds}})
                ),
                language
            );
            return std::move(response.header("Retry-After", seconds));
        }
    }
    if (const Status fine = check_query(request, language); !fine)
        return problem_response(fine.error());
    if (const Status read = read_body(request, route, language); !read)
        return refuse(request, read.error(), language);
    return run(request, route, actor, session, contact);
}

} // namespace carnet
