// See mail_watch.hpp.
#include "backend/mail/mail_watch.hpp"

#include "backend/db/records.hpp"
#include "backend/mail/outbox.hpp"
#include "shared/api/wire.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/mail.hpp"

namespace carnet {
namespace {

std::int64_t last_id(Transaction& tx, std::string_view table) {
    Statement row = tx.prepare("SELECT COALESCE(max(id), 0) FROM " + std::string(table));
    row.step();
    return row.integer(0);
}

// Who would hear of the events after that one.
Ids told_after(Transaction& tx, std::int64_t event) {
    Statement rows = tx.prepare(
        "SELECT DISTINCT contact_id FROM mail_event WHERE id > :event ORDER BY contact_id"
    );
    rows.bind("event", event);
    Ids contacts;
    while (rows.step())
        contacts.push_back(rows.integer(0));
    return contacts;
}

// The letters of the outbox after that one.
Json letters_after(Transaction& tx, const MailSettings& settings, std::int64_t mail) {
    Statement rows = tx.prepare("SELECT to_name, to_address, language, subject, text_body,"
                                " html_body FROM mail WHERE id > :mail ORDER BY id");
    rows.bind("mail", mail);
    Json letters = Json::array();
    while (rows.step())
        letters.push_back(Json{
            {"from_name", settings.from_name},
            {"from_address", settings.from_address},
            {"to_name", rows.text(0)},
            {"to_address", rows.text(1)},
            {"language", rows.text(2)},
            {"subject", rows.text(3)},
            {"text", without_secrets(rows.text(4))},
            {"html", without_secrets(rows.text(5))}});
    return letters;
}

} // namespace

Status check_mail_wish(std::string_view wish, Language language) {
    if (wish.empty() || wish == "send" || wish == "none")
        return Ok{};
    return invalid("Carnet-Mails", tr(texts::mail::bad_mails_header, language));
}

MailWatch::MailWatch(Transaction& tx, std::string_view wish) : _tx(tx), _wish(wish) {
    if (_wish != "send")
        _last_event = last_id(tx, "mail_event");
}

std::optional<Response> MailWatch::after(std::string_view own_url, Language language) {
    if (_wish == "none")
        _tx.prepare("DELETE FROM mail_event WHERE id > :event").bind("event", _last_event).run();
    if (!_wish.empty())
        return std::nullopt;
    const Ids contacts = told_after(_tx, _last_event);
    if (contacts.empty())
        return std::nullopt;
    const MailSettings settings = load_mail_settings(_tx, own_url);
    const std::int64_t last_mail = last_id(_tx, "mail");
    // What waited before is not shown: it may be about clients that this person does not see.
    for (const std::int64_t contact : contacts)
        make_news(_tx, settings, contact, _last_event);
    Json letters = letters_after(_tx, settings, last_mail);
    if (letters.empty()) // Those who would have heard cannot be reached any more.
        return std::nullopt;
    const Error error =
        make_error(ErrorCode::precondition_required, tr(texts::mail::unseen, language));
    Json problem = problem_json(error);
    problem["mails"] = std::move(letters);
    problem["ready"] = settings.ready();
    Response response = problem_response(error);
    response.body = dump(problem);
    return response;
}

} // namespace carnet
