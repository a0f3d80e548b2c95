// Accounts of contacts: links that work once and only for their address, sign-in and its limits,
// sessions that end with the access, previews.
#include "backend/contact_accounts.hpp"
#include "server.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using carnet::test::good_password;
using carnet::test::Server;

namespace {

using State = ContactLinkState;

struct Made {
    std::int64_t client_id = 0, contact_id = 0, link_id = 0;
};

// A contact with a portal at one client.
Made add_contact(Server& server, const std::string& email) {
    Made made;
    server.app().database().write(0, [&](Transaction& tx) {
        Client client{.legal_name = "Fonderie", .number = tx.position() + 1};
        made.client_id = *insert(tx, client, Language::fr);
        Contact contact{.last_name = "Fontaine", .email = email};
        made.contact_id = *insert(tx, contact, Language::fr);
        ClientContact link{
            .client_id = {made.client_id}, .contact_id = {made.contact_id}, .has_portal = true};
        made.link_id = *insert(tx, link, Language::fr);
        return true;
    });
    return made;
}

template <class T>
void set(Server& server, std::int64_t id, std::string_view field, Value value) {
    server.app().database().write(0, [&](Transaction& tx) {
        const FieldChange one = change(EntityOf<T>::spec, field, std::move(value));
        REQUIRE(update(tx, EntityOf<T>::spec, id, {&one, 1}, Language::fr));
        return true;
    });
}

std::string make_link(Server& server, std::int64_t contact_id, ContactLinkPurpose purpose = {}) {
    std::string token;
    server.app().database().write(0, [&](Transaction& tx) {
        token = ContactAccounts::create_link(tx, purpose, *find<Contact>(tx, contact_id));
        return true;
    });
    return token;
}

State state_of(Server& server, const std::string& token) {
    State state{};
    server.app().database().read([&](Transaction& tx) {
        state = ContactAccounts::find_link(tx, token).state;
    });
    return state;
}

bool use(Server& server, const std::string& token) {
    const auto hash = server.app().sessions().hash_password(good_password, Language::fr);
    bool used = false;
    server.app().database().write(0, [&](Transaction& tx) {
        return used = ContactAccounts::use_link(tx, token, *hash, Language::fr);
    });
    return used;
}

std::string open(Server& server, std::int64_t contact_id) {
    std::string token;
    server.app().database().write(0, [&](Transaction& tx) {
        token = ContactAccounts::open(tx, contact_id, false);
        return true;
    });
    return token;
}

ContactSignedIn who(Server& server, const std::string& token) {
    ContactSignedIn found;
    server.app().database().read([&](Transaction& tx) { found = ContactAccounts::find(tx, token); }
    );
    return found;
}

std::optional<ErrorCode>
sign_in_code(Server& server, const std::string& email, const std::string& password) {
    const auto contact = server.app().contact_accounts().check_sign_in(
        email, password, "192.0.2.1", server.app().now(), Language::fr
    );
    return contact ? std::nullopt : std::optional(contact.error().code);
}

} // namespace

TEST_CASE("an invitation works once, then its password signs in") {
    Server server;
    const Made made = add_contact(server, "Claire@Fontaine.example");
    const std::string token = make_link(server, made.contact_id);
    CHECK(state_of(server, token) == State::open);
    CHECK(sign_in_code(server, "claire@fontaine.example", good_password) != std::nullopt);
    CHECK(use(server, token));
    CHECK(state_of(server, token) == State::used);
    CHECK_FALSE(use(server, token));
    CHECK(sign_in_code(server, " claire@FONTAINE.example", good_password) == std::nullopt);
    server.app().database().read([&](Transaction& tx) {
        CHECK(find<Contact>(tx, made.contact_id)->portal_joined_at.is_set());
    });
}

TEST_CASE("a link dies by age, by a newer one, with the access and with another address") {
    Server server;
    const Made made = add_contact(server, "claire@fontaine.example");
    const std::string first = make_link(server, made.contact_id);
    const std::string second = make_link(server, made.contact_id);
    CHECK(state_of(server, first) == State::revoked);
    CHECK(state_of(server, second) == State::open);
    set<Contact>(server, made.contact_id, "email", std::string("autre@fontaine.example"));
    CHECK(state_of(server, second) == State::other_address);
    set<Contact>(server, made.contact_id, "email", std::string("Claire@fontaine.example"));
    CHECK(state_of(server, second) == State::open);
    set<ClientContact>(server, made.link_id, "has_portal", false);
    CHECK(state_of(server, second) == State::revoked);
    CHECK_FALSE(use(server, second));
    set<ClientContact>(server, made.link_id, "has_portal", true);
    const std::string reset = make_link(server, made.contact_id, ContactLinkPurpose::reset);
    server.pass_seconds(3601);
    CHECK(state_of(server, reset) == State::expired);
    CHECK(state_of(server, second) == State::open);
    server.pass_seconds(7 * 24 * 3600);
    CHECK(state_of(server, second) == State::expired);
    CHECK_FALSE(use(server, second));
    CHECK(state_of(server, "guessed") == State::unknown);
}

TEST_CASE("whoever is made inactive while signed in is out at once, and told apart from nobody") {
    Server server;
    const Made made = add_contact(server, "claire@fontaine.example");
    use(server, make_link(server, made.contact_id));
    const std::string token = open(server, made.contact_id);
    CHECK(who(server, token).state == ContactSignedIn::State::open);
    set<ClientContact>(server, made.link_id, "is_active", false);
    CHECK(who(server, token).state == ContactSignedIn::State::removed);
    CHECK(
        sign_in_code(server, "claire@fontaine.example", good_password) == ErrorCode::unauthenticated
    );
    set<ClientContact>(server, made.link_id, "is_active", true);
    CHECK(who(server, token).state == ContactSignedIn::State::open);
    CHECK(who(server, "x").state == ContactSignedIn::State::nobody);
    server.pass_seconds(Sessions::short_seconds + 1);
    CHECK(who(server, token).state == ContactSignedIn::State::nobody);
}

TEST_CASE("a new password ends the sessions, and attempts are limited") {
    Server server;
    const Made made = add_contact(server, "claire@fontaine.example");
    use(server, make_link(server, made.contact_id));
    const std::string token = open(server, made.contact_id);
    CHECK(use(server, make_link(server, made.contact_id, ContactLinkPurpose::reset)));
    CHECK(who(server, token).state == ContactSignedIn::State::nobody);
    for (int i = 0; i < 5; ++i)
        CHECK(
            sign_in_code(server, "claire@fontaine.example", "wrong") == ErrorCode::unauthenticated
        );
    CHECK(
        sign_in_code(server, "claire@fontaine.example", good_password) == ErrorCode::rate_limited
    );
    server.pass_seconds(3);
    CHECK(sign_in_code(server, "claire@fontaine.example", good_password) == std::nullopt);
}

TEST_CASE("an account of the team is none of the portal, and the reverse") {
    Server server;
    server.add_user("lea@example.fr", Role::owner);
    const Made made = add_contact(server, "claire@fontaine.example");
    use(server, make_link(server, made.contact_id));
    CHECK(sign_in_code(server, "lea@example.fr", good_password) == ErrorCode::unauthenticated);
    const std::string token = open(server, made.contact_id);
    CHECK(server.get("/api/clients", "carnet_session=" + token).status == 401);
    CHECK(server.get("/api/clients", "carnet_portal=" + token).status == 401);
}

TEST_CASE("a preview belongs to one person of the team, lasts half an hour, and needs no invitation"
) {
    Server server;
    const std::int64_t user = server.add_user("lea@example.fr", Role::manager);
    const Made made = add_contact(server, "claire@fontaine.example");
    std::string token;
    server.app().database().write(user, [&](Transaction& tx) {
        token = ContactAccounts::open_preview(tx, made.contact_id, made.client_id, user);
        return true;
    });
    const ContactSignedIn preview = who(server, token);
    CHECK(preview.state == ContactSignedIn::State::open);
    CHECK(preview.preview_by == user);
    CHECK(preview.client_id == made.client_id);
    server.app().contact_accounts().prolong(preview);
    server.pass_seconds(ContactAccounts::preview_seconds + 1);
    CHECK(who(server, token).state == ContactSignedIn::State::nobody);
}
