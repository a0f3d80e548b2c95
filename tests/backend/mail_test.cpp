// Mails as bytes, and the outbox: digests, choices, what is told to whom, states and retries.
#include "backend/contact_accounts.hpp"
#include "backend/mail/outbox.hpp"
#include "server.hpp"
#include "shared/domain/message.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using carnet::test::Server;

namespace {

constexpr std::int64_t digest_seconds = 600, retry_seconds = 60;

MailSettings ready_settings() {
    MailSettings settings;
    settings.host = "mail.example.fr";
    settings.from_name = "Atelier";
    settings.from_address = "contact@atelier.example";
    settings.base_url = "https://carnet.example.fr";
    return settings;
}

template <class Work>
void write(Server& server, Work work) {
    server.app().database().write(0, [&](Transaction& tx) {
        work(tx);
        return true;
    });
}

struct People {
    std::int64_t client_id = 0, contact_id = 0, link_id = 0;
};

// A technical contact who has joined.
People add_people(Server& server, const std::string& email) {
    People made;
    write(server, [&](Transaction& tx) {
        if (!find<Workspace>(tx, 1)) {
            Workspace workspace{.id = 1, .name = "Atelier"};
            (void)insert(tx, workspace, Language::fr);
        }
        Client client{.legal_name = "Fonderie", .number = tx.position() + 1};
        made.client_id = *insert(tx, client, Language::fr);
        Contact contact{.first_name = "Claire", .last_name = "Fontaine", .email = email};
        made.contact_id = *insert(tx, contact, Language::fr);
        ClientContact link{
            .client_id = {made.client_id},
            .contact_id = {made.contact_id},
            .roles = {"technical"},
            .has_portal = true};
        fill_switches(link);
        made.link_id = *insert(tx, link, Language::fr);
        ContactAccounts::store_password(tx, made.contact_id, "hash");
    });
    return made;
}

std::int64_t
tell(Server& server, const People& people, std::string subject, ShareState visibility = {}) {
    std::int64_t id = 0;
    write(server, [&](Transaction& tx) {
        Message message{
            .client_id = {people.client_id}, .body = "Bonjour", .visibility = visibility};
        id = *insert(tx, message, Language::fr);
        queue_event(
            tx,
            {.kind = "message",
             .client_id = people.client_id,
             .subject = std::move(subject),
             .path = "/portal/messages",
             .entity = "message",
             .entity_id = id}
        );
    });
    return id;
}

std::int64_t count(Server& server, const std::string& sql) {
    std::int64_t found = 0;
    server.app().database().read([&](Transaction& tx) {
        Statement row = tx.prepare("SELECT count(*) FROM " + sql);
        row.step();
        found = row.integer(0);
    });
    return found;
}

void flush(Server& server) {
    write(server, [](Transaction& tx) { flush_events(tx, ready_settings(), digest_seconds); });
}

std::optional<OutgoingMail> take(Server& server) {
    std::optional<OutgoingMail> mail;
    write(server, [&](Transaction& tx) { mail = take_mail(tx, ready_settings()); });
    return mail;
}

void finish(Server& server, std::int64_t id, MailOutcome outcome) {
    write(server, [&](Transaction& tx) { finish_mail(tx, id, outcome, retry_seconds); });
}

std::string state(Server& server, std::int64_t id) {
    std::string word;
    server.app().database().read([&](Transaction& tx) {
        Statement row = tx.prepare("SELECT state FROM mail WHERE id = :id");
        if (row.bind("id", id).step())
            word = row.text(0);
    });
    return word;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

constexpr ShareState shared = ShareState::shared;

// One mail in the outbox, ready to leave.
void let_mail_wait(Server& server) {
    tell(server, add_people(server, "claire@fontaine.example"), "Léa", shared);
    server.pass_seconds(700);
    flush(server);
}

} // namespace

TEST_CASE("a mail's headers are ASCII, short, and cannot be added to by what people type") {
    MailMessage message{
        .from_name = "Ébénisterie \"Fontaine\"",
        .from_address = "contact@fontaine.example",
        .to_name = "Claire\r\nBcc: thief@example.com",
        .to_address = "claire@fontaine.example",
        .subject = "À valider : une maquette dont le nom est assez long pour être coupé en trois 🎉",
        .text = "Bonjour,\n\n.\nÀ bientôt =)\n",
        .html = "<p>é</p>",
        .message_id = "<1@fontaine.example>",
        .language = "fr",
        .unsubscribe = "https://carnet.example.fr/mail/off/x/all",
        .date = {1795306830000}};
    const std::string mail = to_rfc5322(message);
    std::size_t line_start = 0;
    for (std::size_t end; (end = mail.find("\r\n", line_start)) != std::string::npos;
         line_start = end + 2) {
        CHECK(end - line_start <= 78);
        for (std::size_t i = line_start; i < end; ++i)
            CHECK(static_cast<unsigned char>(mail[i]) < 0x80);
    }
    CHECK_FALSE(holds(mail, "\r\nBcc:"));
    CHECK(holds(mail, "To: \"Claire  Bcc: thief@example.com\" <claire@fontaine.example>\r\n"));
    CHECK(holds(mail, "Date: Sun, 22 Nov 2026 "));
    CHECK(holds(mail, "Message-ID: <1@fontaine.example>\r\n"));
    CHECK(holds(mail, "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    CHECK(holds(mail, "Content-Type: multipart/alternative;"));
    CHECK(holds(mail, "\r\n=2E\r\n"));
    CHECK(to_rfc5322(message) == mail);
}

TEST_CASE("encoded words: left alone, and cut between characters") {
    CHECK(encoded_words("Plain words", 9) == "Plain words");
    CHECK(encoded_words("Évry", 9) == "=?UTF-8?B?w4l2cnk=?=");
    CHECK(encoded_words("=?UTF-8?B?eA==?=", 9) != "=?UTF-8?B?eA==?=");
    CHECK(quoted_printable("a=b\xC3\xA9 \n") == "a=3Db=C3=A9=20\r\n");
}

TEST_CASE("addresses of mail servers in the environment") {
    MailSettings settings;
    REQUIRE(parse_smtp_url("smtp://l%C3%A9a:a%40b@mail.example.fr", settings));
    CHECK(settings.host == "mail.example.fr");
    CHECK(settings.port == 587);
    CHECK(settings.user_name == "léa");
    CHECK(settings.password == "a@b");
    CHECK(settings.security == MailSecurity::starttls);
    REQUIRE(parse_smtp_url("smtps://mail.example.fr/", settings));
    CHECK(settings.port == 465);
    CHECK(settings.user_name == "");
    REQUIRE(parse_smtp_url("smtp://127.0.0.1:1025?security=none", settings));
    CHECK(settings.port == 1025);
    CHECK(settings.security == MailSecurity::none);
    CHECK_FALSE(parse_smtp_url("http://mail.example.fr", settings));
    CHECK_FALSE(parse_smtp_url("smtp://mail.example.fr:99999", settings));
    parse_from("Léa Martin <lea@example.fr>", settings);
    CHECK(settings.from_name == "Léa Martin");
    CHECK(settings.from_address == "lea@example.fr");
}

TEST_CASE("several events within ten minutes become one mail") {
    Server server;
    const People people = add_people(server, "claire@fontaine.example");
    tell(server, people, "Léa Martin", shared);
    server.pass_seconds(300);
    tell(server, people, "Hugo Petit", shared);
    tell(server, people, "Hugo Petit", shared);
    flush(server);
    CHECK(count(server, "mail") == 0);
    server.pass_seconds(301);
    flush(server);
    REQUIRE(count(server, "mail") == 1);
    CHECK(count(server, "mail_event") == 0);
    const auto mail = take(server);
    REQUIRE(mail);
    CHECK(mail->message.subject == "2 nouveautés dans votre espace Atelier");
    CHECK(holds(mail->message.text, "Léa Martin vous a écrit (Fonderie)."));
    CHECK(holds(mail->message.text, "https://carnet.example.fr/portal/messages"));
    CHECK(holds(mail->message.unsubscribe, "https://carnet.example.fr/mail/off/"));
}

TEST_CASE("what is internal, gone, refused or no longer allowed is not told") {
    Server server;
    const People people = add_people(server, "claire@fontaine.example");
    tell(server, people, "Interne", ShareState::internal);
    const std::int64_t gone = tell(server, people, "Parti", shared);
    write(server, [&](Transaction& tx) { remove(tx, EntityOf<Message>::spec, gone); });
    server.pass_seconds(700);
    flush(server);
    CHECK(count(server, "mail") == 0);

    write(server, [&](Transaction& tx) { set_off(tx, people.contact_id, "message", true); });
    tell(server, people, "Refusé", shared);
    CHECK(count(server, "mail_event") == 0);
    write(server, [&](Transaction& tx) { set_off(tx, people.contact_id, "message", false); });

    tell(server, people, "Retiré", shared);
    CHECK(count(server, "mail_event") == 1);
    write(server, [&](Transaction& tx) {
        const FieldChange off = change(EntityOf<ClientContact>::spec, "has_portal", false);
        REQUIRE(update(tx, EntityOf<ClientContact>::spec, people.link_id, {&off, 1}, Language::fr));
    });
    server.pass_seconds(700);
    flush(server);
    CHECK(count(server, "mail") == 0);
}

TEST_CASE("only those with the right, an account and not the author are told") {
    Server server;
    const People people = add_people(server, "claire@fontaine.example");
    const auto event = [&](MailEvent one) {
        one.client_id = people.client_id;
        one.entity = "client";
        one.entity_id = people.client_id;
        write(server, [&](Transaction& tx) { queue_event(tx, one); });
        return count(server, "mail_event");
    };
    CHECK(event({.kind = "to_approve"}) == 0); // Technical contacts do not approve.
    CHECK(event({.kind = "message", .except_contact_id = people.contact_id}) == 0);
    const Ids nobody;
    CHECK(event({.kind = "document", .only = &nobody}) == 0);
    CHECK(event({.kind = "document"}) == 1);
    write(server, [&](Transaction& tx) {
        tx.run("DELETE FROM mail_event");
        tx.run("DELETE FROM contact_password");
    });
    CHECK(event({.kind = "document"}) == 0);
}

TEST_CASE("a mail waits longer after each failure, and a refused one waits for a person") {
    Server server;
    let_mail_wait(server);
    const auto mail = take(server);
    REQUIRE(mail);
    CHECK(state(server, mail->id) == "sending");
    CHECK_FALSE(take(server));
    finish(server, mail->id, {MailOutcome::Kind::later, "421 busy"});
    CHECK_FALSE(take(server));
    server.pass_seconds(61);
    REQUIRE(take(server));
    finish(server, mail->id, {MailOutcome::Kind::unreachable, "no route"});
    server.pass_seconds(61);
    CHECK_FALSE(take(server));
    server.pass_seconds(300);
    const auto again = take(server);
    REQUIRE(again);
    CHECK(again->message.message_id == mail->message.message_id);
    finish(server, mail->id, {MailOutcome::Kind::refused, "550 unknown"});
    CHECK(state(server, mail->id) == "failed");
    server.pass_seconds(100'000);
    CHECK_FALSE(take(server));
    write(server, [&](Transaction& tx) { CHECK(retry_mail(tx, mail->id)); });
    REQUIRE(take(server));
    finish(server, mail->id, {});
    CHECK(state(server, mail->id) == "sent");
    write(server, [&](Transaction& tx) { CHECK_FALSE(retry_mail(tx, mail->id)); });
}

TEST_CASE("a mail that never finds its server is given up in the end, and waits for a person") {
    Server server;
    let_mail_wait(server);
    std::int64_t id = 0;
    int attempts = 0;
    for (int hour = 0; hour < 72; ++hour) {
        if (const auto mail = take(server)) {
            id = mail->id;
            ++attempts;
            finish(server, id, {MailOutcome::Kind::unreachable, "no route"});
        }
        server.pass_seconds(3600);
    }
    CHECK(attempts == 12);
    CHECK(state(server, id) == "failed");
    write(server, [&](Transaction& tx) { CHECK(retry_mail(tx, id)); });
    CHECK(take(server));
}

TEST_CASE("a mail that was on its way when the server died is sent again, the same one") {
    Server server;
    let_mail_wait(server);
    const auto mail = take(server);
    REQUIRE(mail);
    server.restart();
    write(server, [](Transaction& tx) { requeue_interrupted(tx); });
    const auto again = take(server);
    REQUIRE(again);
    CHECK(to_rfc5322(again->message) == to_rfc5322(mail->message));
}

TEST_CASE("once sent, no secret of a link stays in the outbox") {
    Server server;
    const People people = add_people(server, "claire@fontaine.example");
    std::int64_t id = 0;
    write(server, [&](Transaction& tx) {
        const auto contact = *find<Contact>(tx, people.contact_id);
        const std::string token =
            ContactAccounts::create_link(tx, ContactLinkPurpose::reset, contact);
        const std::string link =
            "https://c.example" + contact_link_path(ContactLinkPurpose::reset, token);
        id = queue_mail(
            tx,
            ready_settings(),
            {.kind = "reset",
             .contact_id = contact.id,
             .to_address = contact.email,
             .letter = reset_letter(frame_for(tx, contact), link)}
        );
    });
    const auto mail = take(server);
    REQUIRE(mail);
    CHECK(holds(mail->message.text, "/portal/reset/"));
    CHECK_FALSE(holds(mail->message.text, "/portal/reset/…"));
    finish(server, id, {});
    CHECK(count(server, "mail WHERE text_body LIKE '%/portal/reset/…%'") == 1);
    CHECK(count(server, "mail WHERE html_body LIKE '%/portal/reset/…%'") == 1);
}
