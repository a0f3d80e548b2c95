// Sign-in, sign-out, first start and one-time links.
#include "backend/features/sessions.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/sign_in.hpp"
#include "backend/http/embedded_files.hpp"
#include "backend/http/pages.hpp"
#include "backend/sessions.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/validation.hpp"

#include <array>

namespace carnet {
namespace {

// The session of the browser's older cookie ends: nobody could sign it out any more.
Response& signed_in(Context& c, Response& response, std::int64_t user_id, bool remember) {
    if (!c.session.empty())
        c.app.sessions().close(std::string(c.session));
    const std::string token = c.app.sessions().open(user_id, remember, c.app.now());
    return response.header(
        "Set-Cookie",
        session_cookie(token, remember ? Sessions::remembered_seconds : -1, c.request.secure)
    );
}

Response too_soon(const Error& error, std::string html = {}) {
    Response response =
        html.empty() ? problem_response(error) : html_response(std::move(html), 429);
    return response;
}

// POST /api/session
Result<Response> post_session(Context& c) {
    const auto given = read_credentials(c);
    if (!given)
        return given.error();
    const auto user = c.app.sessions().check_sign_in(
        given->email, given->password, c.request.remote_address, c.app.now(), c.language()
    );
    if (!user)
        return user.error();
    const Actor actor = c.app.directory().state()->actor_of(*user);
    Response response = json_response(me_json(c.app, actor));
    response.compressible = false;
    return signed_in(c, response, *user, given->remember);
}

Result<Response> get_session(Context& c) {
    if (!c.actor.signed_in())
        return not_signed_in(c.session, c.language());
    return json_response(me_json(c.app, c.actor));
}

Result<Response> delete_session(Context& c) {
    c.app.sessions().close(std::string(c.session));
    Response response = no_content();
    return response.header("Set-Cookie", session_cookie("", 0, c.request.secure));
}

constexpr PageLink forgotten_link{"/reset", texts::reset_forgotten};

FormPage sign_in_page(std::string email, std::string error) {
    return {
        .title = texts::page_sign_in,
        .action = "/login",
        .fields =
            {{.name = "email",
              .label = texts::field_email,
              .type = "email",
              .autocomplete = "username",
              .value = std::move(email)},
             {.name = "password",
              .label = texts::field_password,
              .type = "password",
              .autocomplete = "current-password"},
             {.name = "remember", .label = texts::field_remember, .type = "checkbox"}},
        .button = texts::page_sign_in,
        .error = std::move(error),
        .link = forgotten_link};
}

// POST /login: the form of the page, sent by the browser itself.
Result<Response> post_login(Context& c) {
    const auto form = parse_form(c.request.body);
    const std::string email = form_value(form, "email");
    const auto user = c.app.sessions().check_sign_in(
        email, form_value(form, "password"), c.request.remote_address, c.app.now(), c.language()
    );
    if (!user) {
        std::string html = form_page(sign_in_page(email, user.error().message), c.language());
        if (user.error().code == ErrorCode::rate_limited)
            return too_soon(user.error(), std::move(html));
        return html_response(std::move(html), 401);
    }
    Response response = redirect("/");
    return signed_in(c, response, *user, !form_value(form, "remember").empty());
}

Result<Response> post_logout(Context& c) {
    if (!c.session.empty())
        c.app.sessions().close(std::string(c.session));
    Response response = redirect("/");
    return response.header("Set-Cookie", session_cookie("", 0, c.request.secure));
}

Response dead_link(Language language, std::optional<PageLink> link = std::nullopt) {
    return html_response(
        message_page(
            texts::page_link_dead, tr(texts::page_link_dead_detail, language), language, link
        ),
        404
    );
}

// First start: the owner and the workspace.
FormPage start_page(const std::string& token, const std::vector<NameValue>& form) {
    return {
        .title = texts::page_start,
        .action = "/start",
        .hidden = {{"token", token}},
        .fields =
            {{.name = "workspace",
              .label = texts::field_workspace_name,
              .autocomplete = "organization",
              .value = form_value(form, "workspace")},
             {.name = "name",
              .label = texts::field_your_name,
              .autocomplete = "name",
              .value = form_value(form, "name")},
             {.name = "email",
              .label = texts::field_email,
              .type = "email",
              .autocomplete = "username",
              .value = form_value(form, "email")},
             {.name = "password",
              .label = texts::field_new_password,
              .type = "password",
              .autocomplete = "new-password"}},
        .button = texts::button_create};
}

std::optional<OneTimeLink> link_of(Context& c, const std::string& token, bool start) {
    auto link = Sessions::find_link(c.tx, token);
    if (link && (link->purpose == LinkPurpose::start) != start)
        link.reset();
    return link;
}

Result<Response> get_start(Context& c) {
    const std::string token(c.request.path_param("token"));
    if (!link_of(c, token, true))
        return dead_link(c.language());
    FormPage page = start_page(token, {});
    page.intro = tr(texts::page_start_intro, c.language());
    return html_response(form_page(page, c.language()));
}

void set_error(FormPage& page, std::string_view field, const std::string& message) {
    for (FormField& one : page.fields)
        if (one.name == field && one.error.empty())
            one.error = message;
}

// Writes workspace and owner in one action; the id of the owner, 0 when the link was used in the
// meantime.
Result<std::int64_t>
create_workspace(Context& c, const std::vector<NameValue>& form, std::string_view hash) {
    const std::string token = form_value(form, "token");
    Result<std::int64_t> made = std::int64_t{0};
    c.app.database().write(0, [&](Transaction& tx) {
        const auto link = Sessions::find_link(tx, token);
        if (!link || link->purpose != LinkPurpose::start || !find_all<User>(tx, "LIMIT 1").empty())
            return false;
        Workspace workspace{
            .id = 1, .name = form_value(form, "workspace"), .language = language_tag(c.language())};
        User user{
            .name = form_value(form, "name"),
            .email = text::to_lower(text::trim(form_value(form, "email"))),
            .role = Role::owner,
            .language = language_tag(c.language())};
        tx.set_action("start", {{"name", workspace.name}});
        if (auto done = insert(tx, workspace, c.language()); !done)
            return made = done.error(), false;
        made = insert(tx, user, c.language());
        if (!made)
            return false;
        Sessions::store_password(tx, *made, hash);
        Sessions::use_link(tx, token);
        return true;
    });
    return made;
}

// POST /start
Result<Response> post_start(Context& c) {
    const auto form = parse_form(c.request.body);
    const std::string token = form_value(form, "token");
    if (!link_of(c, token, true))
        return dead_link(c.language());
    FormPage page = start_page(token, form);
    bool fine = true;
    // The same checks as everywhere: of the workspace's name and of the user's fields.
    const auto check_field = [&](const EntitySpec& spec, std::string_view field, const char* input
                             ) {
        Value value = form_value(form, input);
        const Status checked = check_value(*find_field(spec, field), value, c.language());
        if (checked)
            return;
        fine = false;
        for (FormField& one : page.fields)
            if (one.name == input)
                one.error = checked.error().fields[0].message;
    };
    check_field(EntityOf<Workspace>::spec, "name", "workspace");
    check_field(EntityOf<User>::spec, "name", "name");
    check_field(EntityOf<User>::spec, "email", "email");
    const std::string password = form_value(form, "password");
    const std::string name = form_value(form, "name"), email = form_value(form, "email"),
                      workspace = form_value(form, "workspace");
    const std::array<std::string_view, 3> names{
        name, std::string_view(email).substr(0, email.find('@')), workspace};
    if (const Text* wrong = check_password(password, names)) {
        fine = false;
        set_error(page, "password", tr(*wrong, c.language()));
    }
    if (!fine)
        return html_response(form_page(page, c.language()), 422);
    const auto hash = c.app.sessions().hash_password(password, c.language());
    if (!hash)
        return hash.error();
    const auto user = create_workspace(c, form, *hash);
    if (!user) {
        page.error = user.error().message;
        for (const FieldError& error : user.error().fields)
            set_error(page, error.field, error.message);
        return html_response(form_page(page, c.language()), 422);
    }
    if (*user == 0)
        return dead_link(c.language());
    Response response = redirect("/");
    return signed_in(c, response, *user, false);
}

// Invitations and resets: choose a password.
FormPage password_page(const std::string& token, const std::string& email, Language language) {
    return {
        .title = texts::page_choose_password,
        .intro = fill(tr(texts::page_choose_password_for, language), {{"email", email}}),
        .action = "/invite",
        .hidden = {{"token", token}, {"username", email}},
        .fields =
            {{.name = "password",
              .label = texts::field_new_password,
              .type = "password",
              .autocomplete = "new-password"}},
        .button = texts::button_save_password};
}

Result<Response> get_invite(Context& c) {
    const std::string token(c.request.path_param("token"));
    const auto link = link_of(c, token, false);
    const auto state = c.app.directory().state();
    const User* user = link ? state->find_user(link->user_id) : nullptr;
    if (!user || !user->is_active)
        return dead_link(c.language(), forgotten_link);
    return html_response(form_page(password_page(token, user->email, c.language()), c.language()));
}

// POST /invite
Result<Response> post_invite(Context& c) {
    const auto form = parse_form(c.request.body);
    const std::string token = form_value(form, "token");
    const auto link = link_of(c, token, false);
    const auto state = c.app.directory().state();
    const User* user = link ? state->find_user(link->user_id) : nullptr;
    if (!user || !user->is_active)
        return dead_link(c.language(), forgotten_link);
    const std::string password = form_value(form, "password");
    const std::string_view email(user->email);
    const std::array<std::string_view, 3> names{
        user->name, email.substr(0, email.find('@')), state->workspace.name};
    if (const Text* wrong = check_password(password, names)) {
        FormPage page = password_page(token, user->email, c.language());
        set_error(page, "password", tr(*wrong, c.language()));
        return html_response(form_page(page, c.language()), 422);
    }
    const auto hash = c.app.sessions().hash_password(password, c.language());
    if (!hash)
        return hash.error();
    bool used = false;
    c.app.database().write(0, [&](Transaction& tx) {
        if (!Sessions::find_link(tx, token))
            return false;
        Sessions::store_password(tx, user->id, *hash); // Ends this link and all others.
        return used = true;
    });
    if (!used)
        return dead_link(c.language(), forgotten_link);
    c.app.sessions().close_all(user->id);
    c.app.sessions().forget_links(user->email);
    Response response = redirect("/");
    return signed_in(c, response, user->id, false);
}

constexpr Route routes[] = {
    {.method = Method::post,
     .pattern = "/api/session",
     .permission = Permission::none,
     .handler = &post_session,
     .access = Access::manual,
     .body = BodyKind::json,
     .body_limit = std::size_t{16} * 1024,
     .summary = "Sign in: {email, password, remember}",
     .body_shape = "{email: string, password: string, remember?: boolean}",
     .answer = "session"},
    get("/api/session", Permission::none, &get_session, "Who is signed in, with rights and settings"
    )
        .gives("session"),
    {.method = Method::del,
     .pattern = "/api/session",
     .permission = Permission::signed_in,
     .handler = &delete_session,
     .access = Access::manual,
     .summary = "Sign out"},
    form_post("/login", Permission::none, &post_login, "Sign in by an HTML form"),
    {.method = Method::post,
     .pattern = "/logout",
     .permission = Permission::none,
     .handler = &post_logout,
     .access = Access::manual,
     .summary = "Sign out by an HTML form"},
    get("/start/:token", Permission::none, &get_start, "First start: form for workspace and owner"),
    form_post("/start", Permission::none, &post_start, "First start"),
    get("/invite/:token", Permission::none, &get_invite, "Form to choose the first password"),
    get("/reset/:token", Permission::none, &get_invite, "Form to choose a new password"),
    form_post("/invite", Permission::none, &post_invite, "Choose a password by a one-time link"),
};

} // namespace

std::span<const Route> session_routes() {
    return routes;
}

Json me_json(App& app, const Actor& actor) {
    const auto state = app.directory().state();
    const User* user = state->find_user(actor.user_id);
    if (!user)
        return nullptr;
    constexpr const char* grant_words[] = {"none", "own", "all"};
    Json grants = Json::object();
    for (const PermissionSpec& spec : permission_specs()) {
        if (spec.permission == Permission::none)
            continue;
        grants[std::string(spec.name)] =
            grant_words[static_cast<std::size_t>(actor.grant(spec.permission))];
    }
    return {
        {"user",
         {{"id", user->id},
          {"name", user->name},
          {"email", user->email},
          {"phone", user->phone},
          {"role", role_name(user->role)},
          {"language", user->language}}},
        {"workspace", to_json(EntityOf<Workspace>::spec, &state->workspace, 1, actor)},
        {"grants", std::move(grants)},
        {"position", app.database().position()},
        {"build", embedded_build_id()},
        {"now", to_iso(app.now())}};
}

std::string link_path(LinkPurpose purpose, std::string_view token) {
    const char* place = purpose == LinkPurpose::start    ? "/start/"
                        : purpose == LinkPurpose::invite ? "/invite/"
                                                         : "/reset/";
    return place + std::string(token);
}

} // namespace carnet
