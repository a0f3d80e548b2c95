// See mails.hpp.
#include "backend/features/mails.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/paging.hpp"
#include "backend/mail/outbox.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/mail.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {
namespace {

namespace words = texts::mail;

// Bodies stay on the server: a waiting invitation holds its link's secret.
constexpr std::string_view columns =
    "id, kind, contact_id, client_id, to_name, to_address, subject, state, attempts, next_at,"
    " last_error, created_at, sent_at";

Json mail_json(const Statement& row) {
    const auto id_or_null = [&](int column) {
        return row.is_null(column) ? Json() : Json(row.integer(column));
    };
    return {
        {"id", row.integer(0)},
        {"kind", row.text(1)},
        {"contact_id", id_or_null(2)},
        {"client_id", id_or_null(3)},
        {"to_name", row.text(4)},
        {"to_address", row.text(5)},
        {"subject", row.text(6)},
        {"state", row.text(7)},
        {"attempts", row.integer(8)},
        {"next_at", row.text(9)},
        {"error", row.text(10)},
        {"created_at", row.text(11)},
        {"sent_at", row.is_null(12) ? Json() : Json(row.text(12))}};
}

Result<Response> list(Context& c) {
    const auto page = page_query(c);
    if (!page)
        return page.error();
    // Failures first: they are what a person has to do something about.
    Statement rows = c.tx.prepare(
        "SELECT " + std::string(columns) +
        " FROM mail WHERE id < :before AND (:state = '' OR state = :state) ORDER BY (state = "
        "'failed') DESC, id DESC LIMIT :limit"
    );
    rows.bind("before", page->before).bind("limit", page->limit);
    rows.bind("state", c.request.query_param("state"));
    Json mails = Json::array();
    while (rows.step())
        mails.push_back(mail_json(rows));
    Json answer{{"position", c.tx.position()}};
    answer["mails"] = std::move(mails);
    return json_response(answer);
}

Result<Response> retry(Context& c) {
    Statement row = c.tx.prepare("SELECT state FROM mail WHERE id = :id");
    if (!row.bind("id", c.request.id()).step())
        return not_found(c.language());
    if (!retry_mail(c.tx, c.request.id()))
        return make_error(ErrorCode::conflict, tr(words::not_failed, c.language()));
    return no_content();
}

std::int64_t count_of_state(Transaction& tx, std::string_view state) {
    Statement row = tx.prepare("SELECT count(*) FROM mail WHERE state = :state");
    return row.bind("state", state).step() ? row.integer(0) : 0;
}

Json settings_json(Context& c) {
    const MailSettings stored = stored_mail_settings(c.tx);
    const MailSettings now = load_mail_settings(c.tx, c.app.own_url());
    const MailSettings& shown = now.by_environment ? now : stored;
    return {
        {"host", shown.host},
        {"port", shown.port},
        {"security", security_name(shown.security)},
        {"user_name", shown.user_name},
        {"has_password", !shown.password.empty()},
        {"from_name", shown.from_name},
        {"from_address", shown.from_address},
        {"base_url", stored.base_url},
        {"effective_url", now.base_url},
        {"by_environment", now.by_environment},
        {"ready", now.ready()},
        {"waiting", count_of_state(c.tx, "queued") + count_of_state(c.tx, "sending")},
        {"failed", count_of_state(c.tx, "failed")}};
}

Result<Response> get_settings(Context& c) {
    return json_response({{"settings", settings_json(c)}});
}

Status read_text(Context& c, const Json& value, std::string_view name, std::string& to) {
    constexpr std::size_t longest = 300;
    if (!value.is_string())
        return invalid(name, tr(texts::wrong_type, c.language()));
    std::string text = text::clean_line(value.get_ref<const std::string&>());
    if (text.size() > longest)
        return invalid(name, tr(texts::wrong_type, c.language()));
    to = std::move(text);
    return Ok{};
}

Status check_address(Context& c, const std::string& address, std::string_view name) {
    Value value = address;
    const auto fine =
        check_value(*find_field(EntityOf<Contact>::spec, "email"), value, c.language());
    if (fine || fine.error().fields.empty())
        return Ok{};
    return invalid(name, fine.error().fields[0].message);
}

Status read_setting(Context& c, const std::string& name, const Json& value, MailSettings& to) {
    if (name == "port") {
        if (!value.is_number_integer() || value < 1 || value > 65535)
            return invalid(name, tr(texts::wrong_type, c.language()));
        to.port = value.get<int>();
        return Ok{};
    }
    if (name == "security") {
        if (!value.is_string() || !parse_security(value.get_ref<const std::string&>(), to.security))
            return invalid(name, tr(words::bad_security, c.language()));
        return Ok{};
    }
    // As it is: a password may begin with a space.
    if (name == "password") {
        if (!value.is_string())
            return invalid(name, tr(texts::wrong_type, c.language()));
        to.password = value.get<std::string>();
        return Ok{};
    }
    std::string* text = name == "host"           ? &to.host
                        : name == "user_name"    ? &to.user_name
                        : name == "from_name"    ? &to.from_name
                        : name == "from_address" ? &to.from_address
                        : name == "base_url"     ? &to.base_url
                                                 : nullptr;
    if (!text)
        return invalid(name, tr(texts::unknown_field, c.language()));
    if (auto read = read_text(c, value, name, *text); !read)
        return read;
    const bool url = to.base_url.rfind("https://", 0) == 0 || to.base_url.rfind("http://", 0) == 0;
    if (name == "base_url" && !to.base_url.empty() && !url)
        return invalid(name, tr(words::bad_base_url, c.language()));
    return name == "from_address" ? check_address(c, to.from_address, name) : Status(Ok{});
}

Result<Response> patch_settings(Context& c) {
    MailSettings settings = stored_mail_settings(c.tx);
    const MailSettings before = settings;
    for (const auto& [name, value] : c.request.json.items())
        if (auto read = read_setting(c, name, value, settings); !read)
            return read.error();
    // A password is given to the server it was typed for and to no other.
    const bool elsewhere = settings.host != before.host || settings.port != before.port;
    if (elsewhere && !c.request.json.contains("password"))
        settings.password.clear();
    store_mail_settings(c.tx, settings);
    c.tx.set_action("mail_settings");
    c.tx.record_action();
    return json_response({{"settings", settings_json(c)}});
}

Result<Response> test(Context& c) {
    const MailSettings settings = load_mail_settings(c.tx, c.app.own_url());
    if (!settings.ready())
        return invalid("host", tr(words::not_configured, c.language()));
    const User* user = c.app.directory().state()->find_user(c.actor.user_id);
    const std::string given = json_string(c.request.json, "to");
    const std::string to = given.empty() ? user->email : given;
    if (auto fine = check_address(c, to, "to"); !fine)
        return fine.error();
    const auto workspace = find<Workspace>(c.tx, 1);
    const std::int64_t id = queue_mail(
        c.tx,
        settings,
        {.kind = "test",
         .to_name = user->name,
         .to_address = to,
         .language = c.language(),
         .letter = test_letter(
             {.workspace = workspace->name, .to_name = user->name, .language = c.language()}
         )}
    );
    return json_response({{"mail", id}}, 201);
}

constexpr Route routes[] = {
    get("/api/mails", Permission::settings_edit, &list, "The outbox, failures first; state, before")
        .asks("state:string before:integer limit:integer")
        .gives("{mails: [{id: integer, kind: string, contact_id: integer|null, client_id: "
               "integer|null, to_name: string, to_address: string, subject: string, state: string, "
               "attempts: integer, next_at: string, error: string, created_at: string, sent_at: "
               "string|null}], position}"),
    write(
        Method::post,
        "/api/mails/:id/retry",
        Permission::settings_edit,
        &retry,
        "Tries a failed or waiting mail at once"
    ),
    get("/api/mail-settings",
        Permission::settings_edit,
        &get_settings,
        "Mail server; its password never leaves")
        .gives("mail_settings"),
    write(
        Method::patch,
        "/api/mail-settings",
        Permission::settings_edit,
        &patch_settings,
        "Changes the mail server's settings"
    )
        .takes("{host?: string, port?: integer, security?: string, user_name?: string, password?: "
               "string, from_address?: string, from_name?: string, base_url?: string}")
        .gives("mail_settings"),
    write(
        Method::post,
        "/api/mail-settings/test",
        Permission::settings_edit,
        &test,
        "Queues a test mail: {to}"
    )
        .takes("{to?: string}")
        .gives("{mail: integer}"),
};

} // namespace

std::span<const Route> mail_routes() {
    return routes;
}

} // namespace carnet
