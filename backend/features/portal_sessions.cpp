// Signing in to the portal, the contact's own account, and the program's page.
#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/sign_in.hpp"
#include "backend/http/static_files.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_portal.hpp"
#include "shared/texts/validation.hpp"

#include <array>

namespace carnet {

namespace {

// POST /api/portal/session
Result<Response> post_session(Context& c) {
    const auto given = read_credentials(c);
    if (!given)
        return given.error();
    const auto contact = c.app.contact_accounts().check_sign_in(
        given->email, given->password, c.request.remote_address, c.app.now(), c.language()
    );
    if (!contact)
        return contact.error();
    const bool remember = given->remember;
    Response response;
    c.app.database().write(0, [&](Transaction& tx) {
        const std::string token = ContactAccounts::open(tx, *contact, remember);
        const PortalActor actor = portal_actor(c.app, tx, token, c.language());
        if (!actor.signed_in()) {
            Error error =
                make_error(ErrorCode::unauthenticated, tr(texts::unauthenticated, c.language()));
            error.fields.push_back({"portal", tr(texts::portal_closed, c.language())});
            response = problem_response(error);
            return false;
        }
        response = json_response(portal_session_json(c.app, tx, actor));
        response.compressible = false;
        response.header(
            "Set-Cookie",
            portal_cookie(token, remember ? Sessions::remembered_seconds : -1, c.request.secure)
        );
        ContactAccounts::close(tx, c.session); // Of the cookie that this one replaces.
        return true;
    });
    return response;
}

Result<Response> get_session(Context& c) {
    return json_response(portal_session_json(c.app, c.tx, *c.contact));
}

// A preview ends like a session.
Result<Response> delete_session(Context& c) {
    if (!c.session.empty())
        c.app.database().write(0, [&](Transaction& tx) {
            ContactAccounts::close(tx, c.session);
            return true;
        });
    Response response = no_content();
    return response.header("Set-Cookie", portal_cookie("", 0, c.request.secure));
}

// PATCH /api/portal/account {language}
Result<Response> patch_account(Context& c) {
    for (const auto& [name, value] : c.request.json.items())
        if (name != "language")
            return invalid(name, tr(texts::unknown_field, c.language()));
    const std::string language = json_string(c.request.json, "language");
    const EntitySpec& spec = EntityOf<Contact>::spec;
    const FieldChange changed = change(spec, "language", language);
    c.tx.set_action("contact_update", {{"name", c.contact->name}});
    const auto done = update(c.tx, spec, c.contact->contact_id, {&changed, 1}, c.language());
    if (!done)
        return done.error();
    return json_response({{"language", language}});
}

// POST /api/portal/password {current, new}
Result<Response> post_password(Context& c) {
    for (const char* name : {"current", "new"})
        if (!json_at(c.request.json, name).is_string())
            return invalid(name, tr(texts::wrong_type, c.language()));
    const std::string fresh = json_string(c.request.json, "new");
    const std::string_view email(c.contact->email);
    const std::string workspace = c.app.directory().state()->workspace.name;
    const std::array<std::string_view, 3> names{
        c.contact->name, email.substr(0, email.find('@')), workspace};
    if (const Text* wrong = check_password(fresh, names))
        return invalid("new", tr(*wrong, c.language()));
    const auto right = c.app.contact_accounts().check_password_of(
        c.contact->contact_id,
        json_string(c.request.json, "current"),
        c.request.remote_address,
        c.app.now(),
        c.language()
    );
    if (!right) {
        // A 401 would mean that the session is over.
        if (right.error().code == ErrorCode::unauthenticated)
            return invalid("current", right.error().message);
        return right.error();
    }
    const auto hash = c.app.sessions().hash_password(fresh, c.language());
    if (!hash)
        return hash.error();
    c.app.database().write(0, [&](Transaction& tx) {
        ContactAccounts::store_password(tx, c.contact->contact_id, *hash);
        ContactAccounts::close_all(tx, c.contact->contact_id, c.session);
        return true;
    });
    return no_content();
}

// The page holds the sign-in form, so it is the same for everybody.
Result<Response> get_page(Context& c) {
    if (const EmbeddedFile* page = find_embedded("/portal.html"))
        return file_response(c.request, *page);
    return redirect("/portal/plain");
}

constexpr Route manual(
    Method method,
    std::string_view pattern,
    Portal portal,
    Handler handler,
    std::string_view summary
) {
    return {
        .method = method,
        .pattern = pattern,
        .permission = portal,
        .handler = handler,
        .access = Access::manual,
        .body = method == Method::del ? BodyKind::none : BodyKind::json,
        .body_limit = std::size_t{16} * 1024,
        .summary = summary};
}

constexpr Route page(std::string_view pattern) {
    return get(pattern, Portal::open, &get_page, "The portal’s page");
}

constexpr Route routes[] = {
    manual(
        Method::post,
        "/api/portal/session",
        Portal::open,
        &post_session,
        "Portal: sign in {email, password, remember}"
    )
        .takes("{email: string, password: string, remember?: boolean}")
        .gives("portal_session"),
    get("/api/portal/session",
        Portal::contact,
        &get_session,
        "Portal: who is signed in, clients and rights")
        .gives("portal_session"),
    manual(Method::del, "/api/portal/session", Portal::open, &delete_session, "Portal: sign out"),
    write(
        Method::patch,
        "/api/portal/account",
        Portal::contact,
        &patch_account,
        "Portal: the contact’s language: {language}"
    )
        .takes("{language: string}")
        .gives("{language: string}"),
    manual(
        Method::post,
        "/api/portal/password",
        Portal::contact,
        &post_password,
        "Portal: change of password {current, new}"
    )
        .takes("{current: string, new: string}"),
    page("/portal"),
    page("/portal/projects"),
    page("/portal/projects/*"),
    page("/portal/documents"),
    page("/portal/messages"),
    page("/portal/account"),
};

} // namespace

std::span<const Route> portal_session_routes() {
    return routes;
}

} // namespace carnet
