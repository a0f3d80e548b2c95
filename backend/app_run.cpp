// How a handler is run: with a snapshot or on the writer's thread, for somebody of the team or for
// a contact; writes with a key are answered once.
#include "backend/app.hpp"
#include "backend/contact_accounts.hpp"
#include "backend/http/idempotency.hpp"
#include "backend/mail/mail_watch.hpp"
#include "backend/portal_actor.hpp"
#include "backend/sessions.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_portal.hpp"

namespace carnet {
namespace {

// The key that makes a repeated write safe, when there is one.
Status check_key(const Request& request, Language language) {
    const std::string_view key = request.header("Idempotency-Key");
    if (!key.empty() && !valid_idempotency_key(key))
        return invalid("Idempotency-Key", tr(texts::bad_idempotency_key, language));
    return Ok{};
}

// The answer of a write: the first one when its key has been here, otherwise the handler's, which
// is kept under the key if it `remembers`. True when there is something to commit.
template <class Handle>
bool answer_once(
    Transaction& tx,
    const Request& request,
    std::int64_t who,
    bool remembers,
    Language language,
    Response& response,
    const Handle& handle
) {
    remembers = remembers && !request.header("Idempotency-Key").empty();
    if (remembers) {
        auto kept = find_answer(tx, request, who, language);
        if (!kept)
            return response = problem_response(kept.error()), false;
        if (*kept)
            return response = std::move(**kept), false;
    }
    response = handle();
    if (response.status >= 400)
        return false;
    if (remembers)
        keep_answer(tx, request, who, response);
    return true;
}

// Nobody is signed in, or nobody with a portal: programs get a problem that says why, people the
// sign-in page.
Response no_contact(const Request& request, const PortalActor& contact) {
    if (!is_api(request.path))
        return redirect(contact.removed ? "/portal/sign-in?closed=1" : "/portal/sign-in");
    Error error =
        make_error(ErrorCode::unauthenticated, tr(texts::unauthenticated, contact.language));
    if (contact.removed)
        error.fields.push_back({"portal", tr(texts::portal_closed, contact.language)});
    return problem_response(error);
}

} // namespace

Response App::run_for_contact(
    const Request& request,
    const Route& route,
    Transaction& tx,
    Language language,
    ContactSignedIn& who
) {
    const PortalActor contact = portal_actor(*this, tx, request.cookie("carnet_portal"), language);
    who = contact.who;
    Actor nobody;
    nobody.language = contact.language;
    if (route.permission.contact()) {
        if (!contact.signed_in())
            return no_contact(request, contact);
        if (contact.preview() && is_write(request.method))
            return refuse(
                request,
                make_error(
                    ErrorCode::forbidden, tr(texts::portal_preview_read_only, contact.language)
                ),
                contact.language
            );
        if (tx.writable())
            tx.set_contact(contact.contact_id);
    }
    Context context{*this, request, nobody, tx, contact.session, &contact};
    auto result = route.handler(context);
    return result ? std::move(result).value() : refuse(request, result.error(), contact.language);
}

Response App::run_portal(
    const Request& request, const Route& route, Language language, ContactSignedIn& signed_in
) {
    Response response;
    if (route.access != Access::write) {
        _database->read([&](Transaction& tx) {
            response = run_for_contact(request, route, tx, language, signed_in);
        });
        // A session in use lasts: one write from time to time.
        if (signed_in.due)
            _contact_accounts->prolong(signed_in);
        if (signed_in.due && signed_in.remember && response.find_header("Set-Cookie").empty())
            response.header(
                "Set-Cookie",
                portal_cookie(
                    request.cookie("carnet_portal"), Sessions::remembered_seconds, request.secure
                )
            );
        return response;
    }
    if (const Status fits = check_key(request, language); !fits)
        return refuse(request, fits.error(), language);
    _database->write(0, [&](Transaction& tx) {
        // Keys are remembered per person; contacts count below zero, beside the team's users.
        const auto who = -ContactAccounts::find(tx, request.cookie("carnet_portal")).contact_id;
        const bool changed = answer_once(tx, request, who, who != 0, language, response, [&] {
            return run_for_contact(request, route, tx, language, signed_in);
        });
        std::erase_if(response.headers, [](const NameValue& header) {
            return header.first == "Carnet-Position"; // Not a contact's affair.
        });
        return changed;
    });
    return response;
}

Response App::run(
    const Request& request,
    const Route& route,
    const Actor& actor,
    std::string_view session,
    ContactSignedIn& contact
) {
    if (route.permission.world() == World::portal)
        return run_portal(request, route, actor.language, contact);
    if (route.access == Access::write)
        return run_write(request, route, actor, session);
    const std::int64_t position = _database->position();
    Response response;
    _database->read([&](Transaction& tx) {
        Context context{*this, request, actor, tx, session};
        auto result = route.handler(context);
        response = result ? std::move(result).value() : problem_response(result.error());
    });
    if (is_api(request.path) && actor.signed_in() &&
        response.find_header("Carnet-Position").empty())
        response.header("Carnet-Position", std::to_string(position));
    return response;
}

Response App::run_write(
    const Request& request, const Route& route, const Actor& actor, std::string_view session
) {
    if (const Status fits = check_key(request, actor.language); !fits)
        return problem_response(fits.error());
    const std::string_view wish = request.header("Carnet-Mails");
    if (const Status fits = check_mail_wish(wish, actor.language); !fits)
        return problem_response(fits.error());
    Response response;
    _database->write(actor.user_id, [&](Transaction& tx) {
        const auto handle = [&] {
            Context context{*this, request, actor, tx, session};
            MailWatch mails(tx, wish);
            auto result = route.handler(context);
            if (!result)
                return problem_response(result.error());
            if (auto instead = mails.after(own_url(), actor.language))
                return std::move(*instead);
            return std::move(result).value();
        };
        if (!answer_once(tx, request, actor.user_id, true, actor.language, response, handle))
            return false;
        response.header("Carnet-Position", std::to_string(tx.position()));
        return true;
    });
    return response;
}

} // namespace carnet
