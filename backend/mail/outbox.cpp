// See outbox.hpp.
#include "backend/mail/outbox.hpp"

#include "backend/contact_accounts.hpp"
#include "backend/db/records.hpp"
#include "backend/features/document_access.hpp"
#include "backend/secrets.hpp"
#include "shared/texts/mail.hpp"

#include <algorithm>
#include <cctype>

namespace carnet {
namespace {

constexpr int most_attempts = 12;

constexpr std::string_view cancel_sql =
    "UPDATE mail SET state = 'cancelled', text_body = '', html_body = ''"
    " WHERE kind = :kind AND state IN ('queued', 'failed')";

std::string domain_of(const MailSettings& settings) {
    const std::size_t at = settings.from_address.rfind('@');
    return at == std::string::npos ? "localhost" : settings.from_address.substr(at + 1);
}

bool right_of(std::string_view kind, const PortalRights& rights) {
    return kind == "to_approve" ? rights.approve
           : kind == "document" ? rights.documents
                                : rights.projects;
}

// What is in a folder is told only to whom the folder is open.
bool sees_row(
    Transaction& tx,
    const ClientContact& link,
    std::string_view kind,
    std::string_view entity,
    std::int64_t entity_id
) {
    if (!right_of(kind, portal_rights(link)))
        return false;
    if (entity != "document")
        return true;
    const auto document = find<Document>(tx, entity_id);
    if (!document || document->client_id.id != link.client_id.id)
        return false;
    const ClientFolders folders = folders_of_contact(tx, link);
    return folders.sees(document->folder_id) && !folders.in_bin(document->folder_id);
}

// The row the event is about still is something to tell.
bool still_true(Transaction& tx, std::string_view kind, std::string_view entity, std::int64_t id) {
    const EntitySpec* spec = find_entity(entity);
    if (!spec || !find_value(tx, *spec, id, spec->fields[0]))
        return false;
    const auto value_is = [&](std::string_view field, const Value& wanted) {
        const Field* known = find_field(*spec, field);
        return !known || find_value(tx, *spec, id, *known) == wanted;
    };
    if (!value_is("visibility", std::string("shared")) || !value_is("deleted_at", Value{}))
        return false;
    return kind != "to_approve" || value_is("state", std::string("to_approve"));
}

struct WaitingEvent {
    std::string kind;
    std::int64_t client_id;
    std::string subject, path, entity;
    std::int64_t entity_id;
};

std::vector<WaitingEvent>
take_events(Transaction& tx, std::int64_t contact_id, std::int64_t after) {
    std::vector<WaitingEvent> events;
    {
        Statement rows =
            tx.prepare("SELECT kind, client_id, subject, path, entity, entity_id FROM "
                       "mail_event WHERE contact_id = :contact AND id > :after ORDER BY id");
        rows.bind("contact", contact_id).bind("after", after);
        while (rows.step())
            events.push_back(
                {rows.text(0),
                 rows.integer(1),
                 rows.text(2),
                 rows.text(3),
                 rows.text(4),
                 rows.integer(5)}
            );
    }
    Statement gone =
        tx.prepare("DELETE FROM mail_event WHERE contact_id = :contact AND id > :after");
    gone.bind("contact", contact_id).bind("after", after).run();
    return events;
}

// Rights and choices as they are now, not as they were when it happened.
bool may_be_told(Transaction& tx, std::int64_t contact_id, const WaitingEvent& event) {
    if (is_off(tx, contact_id, event.kind))
        return false;
    const auto links = find_all<ClientContact>(
        tx,
        "WHERE client_id = :client AND contact_id = :contact",
        [&](Statement& s) { s.bind("client", event.client_id).bind("contact", contact_id); }
    );
    return !links.empty() && sees_row(tx, links[0], event.kind, event.entity, event.entity_id) &&
           still_true(tx, event.kind, event.entity, event.entity_id);
}

std::string client_name(Transaction& tx, std::int64_t client_id) {
    const auto client = find<Client>(tx, client_id);
    return client && !client->deleted_at.is_set() ? display_name(*client) : std::string();
}

// The row "all" says that kinds that come later are refused, too.
bool refused_all(Transaction& tx, std::int64_t contact_id) {
    Statement row = tx.prepare(
        "SELECT 1 FROM mail_choice WHERE contact_id = :contact AND kind = 'all' AND is_off = 1"
    );
    return row.bind("contact", contact_id).step();
}

void store_choice(Transaction& tx, std::int64_t contact_id, std::string_view kind, bool off) {
    Statement row =
        tx.prepare("INSERT INTO mail_choice (contact_id, kind, is_off) VALUES (:contact,"
                   " :kind, :off) ON CONFLICT (contact_id, kind) DO UPDATE SET is_off ="
                   " excluded.is_off");
    row.bind("contact", contact_id).bind("kind", kind).bind("off", off).run();
}

// 1, 5, 15, 60 minutes, then every four hours, for a day and a half.
std::int64_t pause_after(std::int64_t attempts, std::int64_t retry_seconds) {
    constexpr std::int64_t factors[] = {1, 5, 15, 60, 240};
    const auto index =
        static_cast<std::size_t>(std::clamp<std::int64_t>(attempts - 1, 0, std::ssize(factors) - 1)
        );
    return factors[index] * retry_seconds;
}

} // namespace

// Secrets in a mail's body go when it went out: only the hash of a link's token stays.
std::string without_secrets(std::string body) {
    for (const std::string_view path : {"/invite/", "/reset/", "/mail/off/"})
        for (std::size_t at = body.find(path); at != std::string::npos;
             at = body.find(path, at + 1)) {
            std::size_t end = at + path.size();
            while (end < body.size() && (std::isalnum(static_cast<unsigned char>(body[end])) ||
                                         body[end] == '-' || body[end] == '_'))
                ++end;
            body.replace(at + path.size(), end - at - path.size(), "…");
        }
    return body;
}

void make_news(
    Transaction& tx, const MailSettings& settings, std::int64_t contact_id, std::int64_t after
) {
    const auto events = take_events(tx, contact_id, after);
    const auto contact = find<Contact>(tx, contact_id);
    if (!contact || contact->email.empty() || contact->portal_revoked_at.is_set())
        return;
    std::vector<NewsItem> items;
    std::vector<OffLink> off;
    std::int64_t client_id = 0;
    for (const WaitingEvent& event : events) {
        const NewsKind* kind = find_news_kind(event.kind);
        if (!kind || !may_be_told(tx, contact_id, event))
            continue;
        const std::string client = client_name(tx, event.client_id);
        if (client.empty())
            continue;
        // Ten messages of one person are one line.
        const bool known = std::any_of(items.begin(), items.end(), [&](const NewsItem& item) {
            return item.kind == kind && item.subject == event.subject && item.client == client;
        });
        if (known)
            continue;
        items.push_back({kind, event.subject, client, settings.base_url + event.path});
        client_id = client_id == 0 || client_id == event.client_id ? event.client_id : -1;
        const bool listed = std::any_of(off.begin(), off.end(), [&](const OffLink& link) {
            return link.kind == kind;
        });
        if (!listed)
            off.push_back({kind, settings.base_url + off_path(tx, contact_id, event.kind)});
    }
    if (items.empty())
        return;
    NewMail mail{
        .kind = "news",
        .contact_id = contact_id,
        .client_id = std::max<std::int64_t>(client_id, 0),
        .to_name = display_name(*contact),
        .to_address = contact->email,
        .language = parse_language(contact->language),
        .letter = news_letter(frame_for(tx, *contact), items, settings.base_url + "/portal", off)};
    // One click in the mail program refuses everything this mail is about; each kind has its link.
    mail.unsubscribe =
        off.size() == 1 ? off[0].link : settings.base_url + off_path(tx, contact_id, "all");
    queue_mail(tx, settings, mail);
}

void queue_event(Transaction& tx, const MailEvent& event) {
    const auto links = find_all<ClientContact>(tx, "WHERE client_id = :client", [&](Statement& s) {
        s.bind("client", event.client_id);
    });
    for (const ClientContact& link : links) {
        const std::int64_t contact_id = link.contact_id;
        const bool chosen =
            !event.only ||
            std::find(event.only->begin(), event.only->end(), contact_id) != event.only->end();
        if (!chosen || contact_id == event.except_contact_id ||
            !sees_row(tx, link, event.kind, event.entity, event.entity_id) ||
            is_off(tx, contact_id, event.kind) || !ContactAccounts::has_password(tx, contact_id))
            continue;
        Statement row = tx.prepare(
            "INSERT INTO mail_event (kind, contact_id, client_id, subject, path, entity, "
            "entity_id, "
            "created_at) VALUES (:kind, :contact, :client, :subject, :path, :entity, :id, :now)"
        );
        row.bind("kind", event.kind).bind("contact", contact_id).bind("client", event.client_id);
        row.bind("subject", event.subject).bind("path", event.path).bind("entity", event.entity);
        row.bind("id", event.entity_id).bind("now", tx.now()).run();
    }
}

std::int64_t queue_mail(Transaction& tx, const MailSettings& settings, const NewMail& mail) {
    Statement row = tx.prepare(
        "INSERT INTO mail (kind, contact_id, client_id, user_id, to_name, to_address, language, "
        "subject, text_body, html_body, unsubscribe, message_id, state, next_at, created_at)"
        " VALUES (:kind, :contact, :client, :user, :name, :address, :language, :subject, :text, "
        ":html, :unsubscribe, :message, 'queued', :now, :now)"
    );
    row.bind("kind", mail.kind).bind("name", mail.to_name).bind("address", mail.to_address);
    if (mail.contact_id)
        row.bind("contact", mail.contact_id);
    if (mail.client_id)
        row.bind("client", mail.client_id);
    if (tx.user_id())
        row.bind("user", tx.user_id());
    row.bind("language", language_tag(mail.language)).bind("subject", mail.letter.subject);
    row.bind("text", mail.letter.text).bind("html", mail.letter.html);
    row.bind("unsubscribe", mail.unsubscribe).bind("now", tx.now());
    row.bind("message", "<" + random_token() + "@" + domain_of(settings) + ">").run();
    return tx.last_insert_id();
}

void cancel_mails(Transaction& tx, std::int64_t contact_id, std::string_view kind) {
    Statement row = tx.prepare(std::string(cancel_sql) + " AND contact_id = :contact");
    row.bind("contact", contact_id).bind("kind", kind).run();
}

void cancel_team_mails(Transaction& tx, std::string_view address, std::string_view kind) {
    Statement row =
        tx.prepare(std::string(cancel_sql) + " AND contact_id IS NULL AND to_address = :address");
    row.bind("address", address).bind("kind", kind).run();
}

LetterFrame frame_for(Transaction& tx, const Contact& contact) {
    const auto workspace = find<Workspace>(tx, 1);
    return {
        .workspace = workspace ? workspace->name : "Carnet",
        .to_name = contact.first_name.empty() ? display_name(contact) : contact.first_name,
        .language = parse_language(contact.language)};
}

std::string off_path(Transaction& tx, std::int64_t contact_id, std::string_view kind) {
    std::string token;
    {
        Statement row = tx.prepare("SELECT token FROM mail_secret WHERE contact_id = :contact");
        if (row.bind("contact", contact_id).step())
            token = row.text(0);
    }
    if (token.empty()) {
        token = random_token();
        Statement row =
            tx.prepare("INSERT INTO mail_secret (contact_id, token) VALUES (:contact, :token)");
        row.bind("contact", contact_id).bind("token", token).run();
    }
    return "/mail/off/" + token + "/" + std::string(kind);
}

std::int64_t contact_of_off_token(Transaction& tx, std::string_view token) {
    Statement row = tx.prepare("SELECT contact_id FROM mail_secret WHERE token = :token");
    return row.bind("token", token).step() ? row.integer(0) : 0;
}

bool is_off(Transaction& tx, std::int64_t contact_id, std::string_view kind) {
    const auto kinds = news_kinds();
    if (kind == "all")
        return std::all_of(kinds.begin(), kinds.end(), [&](const NewsKind& one) {
            return is_off(tx, contact_id, one.name);
        });
    Statement row = tx.prepare("SELECT 1 FROM mail_choice WHERE contact_id = :contact AND kind IN "
                               "(:kind, 'all') AND is_off = 1");
    return row.bind("contact", contact_id).bind("kind", kind).step();
}

void set_off(Transaction& tx, std::int64_t contact_id, std::string_view kind, bool off) {
    // Whoever refused everything and now wants one kind still refuses each of the others.
    const bool all = kind == "all", breaks_all = !all && !off && refused_all(tx, contact_id);
    for (const NewsKind& one : news_kinds())
        if (all || (breaks_all && one.name != kind))
            store_choice(tx, contact_id, one.name, all ? off : true);
    store_choice(tx, contact_id, kind, off);
    if (breaks_all)
        store_choice(tx, contact_id, "all", false);
}

bool events_due(Transaction& tx, std::int64_t digest_seconds) {
    Statement row = tx.prepare("SELECT 1 FROM mail_event WHERE created_at <= :before LIMIT 1");
    return row.bind("before", Instant{tx.now().ms - digest_seconds * 1000}).step();
}

void flush_events(Transaction& tx, const MailSettings& settings, std::int64_t digest_seconds) {
    Ids contacts;
    {
        Statement rows =
            tx.prepare("SELECT DISTINCT contact_id FROM mail_event WHERE created_at <= :before");
        rows.bind("before", Instant{tx.now().ms - digest_seconds * 1000});
        while (rows.step())
            contacts.push_back(rows.integer(0));
    }
    for (const std::int64_t contact : contacts)
        make_news(tx, settings, contact);
}

bool mail_due(Transaction& tx) {
    Statement row =
        tx.prepare("SELECT 1 FROM mail WHERE state = 'queued' AND next_at <= :now LIMIT 1");
    return row.bind("now", tx.now()).step();
}

std::optional<OutgoingMail> take_mail(Transaction& tx, const MailSettings& settings) {
    OutgoingMail mail;
    {
        Statement row = tx.prepare(
            "SELECT id, to_name, to_address, language, subject, text_body, html_body, unsubscribe,"
            " message_id, created_at FROM mail WHERE state = 'queued' AND next_at <= :now"
            " ORDER BY next_at, id LIMIT 1"
        );
        if (!row.bind("now", tx.now()).step())
            return std::nullopt;
        mail.id = row.integer(0);
        mail.message = {
            .from_name = settings.from_name,
            .from_address = settings.from_address,
            .to_name = row.text(1),
            .to_address = row.text(2),
            .subject = row.text(4),
            .text = row.text(5),
            .html = row.text(6),
            .message_id = row.text(8),
            .language = row.text(3),
            .unsubscribe = row.text(7),
            .date = row.instant(9)};
    }
    Statement row =
        tx.prepare("UPDATE mail SET state = 'sending', attempts = attempts + 1 WHERE id = :id");
    row.bind("id", mail.id).run();
    return mail;
}

void finish_mail(
    Transaction& tx, std::int64_t id, const MailOutcome& outcome, std::int64_t retry_seconds
) {
    std::int64_t attempts = 0;
    std::string text, html;
    {
        Statement row =
            tx.prepare("SELECT attempts, text_body, html_body FROM mail WHERE id = :id");
        if (!row.bind("id", id).step())
            return;
        attempts = row.integer(0);
        text = row.text(1);
        html = row.text(2);
    }
    if (outcome.kind == MailOutcome::Kind::sent) {
        Statement row =
            tx.prepare("UPDATE mail SET state = 'sent', sent_at = :now, last_error = '',"
                       " text_body = :text, html_body = :html WHERE id = :id");
        row.bind("now", tx.now()).bind("id", id).bind("text", without_secrets(std::move(text)));
        row.bind("html", without_secrets(std::move(html))).run();
        return;
    }
    const bool over = outcome.kind == MailOutcome::Kind::refused || attempts >= most_attempts;
    Statement row = tx.prepare(
        "UPDATE mail SET state = :state, last_error = :error, next_at = :next WHERE id = :id"
    );
    row.bind("state", over ? "failed" : "queued").bind("error", outcome.error).bind("id", id);
    row.bind("next", Instant{tx.now().ms + pause_after(attempts, retry_seconds) * 1000}).run();
}

void requeue_interrupted(Transaction& tx) {
    tx.run("UPDATE mail SET state = 'queued' WHERE state = 'sending'");
}

bool retry_mail(Transaction& tx, std::int64_t id) {
    Statement row = tx.prepare("UPDATE mail SET state = 'queued', next_at = :now, attempts = 0"
                               " WHERE id = :id AND state IN ('failed', 'queued')");
    row.bind("now", tx.now()).bind("id", id).run();
    return tx.changed_rows() > 0;
}

} // namespace carnet
