// The mail server of the workspace, and the outbox with what failed and why.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_portal.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

constexpr std::string_view securities[] = {"starttls", "tls", "none"};
constexpr Text security_labels[] = {texts::mail_starttls, texts::mail_tls, texts::mail_plain};

// The texts of the form.
struct TextRow {
    std::string_view name; // In JSON.
    Text label;
    std::string net::MailServer::*value;
};
constexpr TextRow text_rows[] = {
    {"host", texts::mail_host, &net::MailServer::host},
    {"user_name", texts::mail_user, &net::MailServer::user_name},
    {"from_name", texts::mail_from_name, &net::MailServer::from_name},
    {"from_address", texts::mail_from_address, &net::MailServer::from_address},
};

struct StateLook {
    std::string_view state;
    Text label;
    ui::Tone tone;
};
constexpr StateLook state_looks[] = {
    {"queued", texts::mail_queued, ui::Tone::info},
    {"sending", texts::mail_sending, ui::Tone::info},
    {"sent", texts::mail_sent, ui::Tone::ok},
    {"failed", texts::mail_failed, ui::Tone::bad},
    {"cancelled", texts::mail_cancelled, ui::Tone::mute},
};

Json body_of(const MailsPage& page) {
    Json body{{"security", page.draft.security}, {"base_url", page.draft.base_url}};
    for (const TextRow& row : text_rows)
        body[std::string(row.name)] = page.draft.*row.value;
    if (page.port)
        body["port"] = *page.port;
    if (!page.password.empty())
        body["password"] = page.password;
    return body;
}

void save(MailsPage& page, Context& context) {
    page.ticket = new_ticket();
    page.error.clear();
    Write write{
        .request =
            {.method = "PATCH",
             .path = "/api/mail-settings",
             .body = body_of(page),
             .secret = true},
        .ticket = page.ticket};
    write.toast = context.tr(texts::mails_saved);
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow(MailsPage& page, Context& context) {
    if (page.ticket && page.ticket->done) {
        if (page.ticket->ok()) {
            page.loaded = false;
            context.api.cache().invalidate("/api/mail");
        } else {
            const Error& error = *page.ticket->error;
            page.error_field = error.fields.empty() ? "host" : error.fields[0].field;
            page.error = error.first_message();
        }
        page.ticket.reset();
    }
    if (page.test && page.test->done) {
        context.api.cache().invalidate("/api/mail");
        page.test.reset();
    }
}

std::string error_of(const MailsPage& page, std::string_view field) {
    return page.error_field == field ? page.error : std::string();
}

void text_ui(MailsPage& page, std::size_t row) {
    ui::text_field(
        text_rows[row].label,
        page.draft.*text_rows[row].value,
        {.field = {.error = error_of(page, text_rows[row].name)}, .max_length = 200}
    );
}

void port_ui(MailsPage& page) {
    ui::integer_field(
        texts::mail_port,
        page.port,
        {.field = {.error = error_of(page, "port")}, .min = 1, .max = 65535}
    );
}

void password_ui(MailsPage& page) {
    ui::text_field(
        texts::mail_password,
        page.password,
        {.field =
             {.help = page.draft.has_password ? ui::Label(texts::mail_password_kept) : ui::Label()},
         .password = true}
    );
}

void security_ui(MailsPage& page, Context& context) {
    std::vector<ui::SelectItem> items;
    std::int64_t key = 1;
    for (std::size_t i = 0; i < std::size(securities); ++i) {
        const auto number = static_cast<std::int64_t>(i) + 1;
        items.push_back({.key = number, .label = context.tr(security_labels[i])});
        if (page.draft.security == securities[i])
            key = number;
    }
    if (ui::select(texts::mail_security, key, items))
        page.draft.security = securities[static_cast<std::size_t>(key - 1)];
}

void base_url_ui(MailsPage& page, const net::MailServer& server, Context& context) {
    ui::text_field(
        texts::mail_base_url,
        page.draft.base_url,
        {.field =
             {.help =
                  fill(context.tr(texts::mail_base_url_help), {{"address", server.effective_url}}),
              .error = error_of(page, "base_url")}}
    );
}

// Line by line, so that on a phone they stand in the order in which one fills them in.
void form_ui(MailsPage& page, const net::MailServer& server, Context& context) {
    {
        ui::Columns line({1, 1});
        text_ui(page, 0);
        line.next();
        port_ui(page);
    }
    {
        ui::Columns line({1, 1});
        text_ui(page, 1);
        line.next();
        password_ui(page);
    }
    {
        ui::Columns line({1, 1});
        text_ui(page, 2);
        line.next();
        text_ui(page, 3);
    }
    ui::Columns line({1, 1});
    security_ui(page, context);
    line.next();
    base_url_ui(page, server, context);
}

void server_ui(MailsPage& page, const net::MailServer& server, Context& context) {
    if (!page.loaded) {
        page.draft = server;
        page.port = server.port;
        page.password.clear();
        page.loaded = true;
    }
    if (server.by_environment)
        ui::note(texts::mails_environment, {.tone = ui::Tone::info, .width = ui::fill});
    if (server.by_environment)
        base_url_ui(page, server, context);
    else
        form_ui(page, server, context);
    const ui::Row row;
    const bool busy = page.ticket && !page.ticket->done;
    const bool clicked = ui::button(
        texts::save,
        {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .shortcut = "Ctrl S", .busy = busy}
    );
    if ((clicked || context.pressed(Shortcut::save)) && !busy)
        save(page, context);
    if (ui::button(
            texts::mails_test, {.size = ui::Size::md, .icon = icon::send, .disabled = !server.ready}
        )) {
        page.test = new_ticket();
        Write write{.request = {.path = "/api/mail-settings/test"}, .ticket = page.test};
        write.toast = context.tr(texts::mails_tested);
        context.send(std::move(write));
    }
}

void mail_ui(const net::MailRow& mail, Context& context) {
    const ui::Id id(mail.id);
    const ui::a11y::Scope item("listitem", mail.to);
    const StateLook* look = &state_looks[0];
    for (const StateLook& one : state_looks)
        if (one.state == mail.state)
            look = &one;
    {
        const float room = ui::avail_width();
        const bool phone = ui::is_phone();
        const ui::Row row({.height = 36, .gap = 10});
        ui::badge(look->label, {.tone = look->tone});
        ui::text(
            mail.subject, {.weight = ui::Weight::medium, .width = phone ? room - 200 : room * .4f}
        );
        if (!phone)
            ui::text(mail.to, {.color = ui::Color::text_2, .width = room * .25f});
        ui::spring();
        ui::text(when(mail.at, context), {.color = ui::Color::text_3, .type = ui::Type::small});
        if ((mail.state == "failed" || (mail.state == "queued" && !mail.error.empty())) &&
            ui::button(texts::retry, {.size = ui::Size::xs})) {
            context.send(Write{
                .request = {.path = "/api/mails/" + std::to_string(mail.id) + "/retry"}});
            context.api.cache().invalidate("/api/mails");
        }
    }
    if (ui::is_phone())
        ui::text(
            mail.to,
            {.color = ui::Color::text_2, .type = ui::Type::small, .width = ui::avail_width()}
        );
    if (!mail.error.empty())
        ui::paragraph(mail.error, {.color = ui::Color::bad_text, .type = ui::Type::small});
}

void outbox_ui(Context& context) {
    ui::heading(texts::outbox_title, {.level = 2});
    const auto& mails = context.api.mails();
    if (mails.error && !mails.value) {
        ui::note(mails.error->message, {.tone = ui::Tone::bad, .width = ui::fill});
        return;
    }
    if (!mails.value)
        return;
    if (mails.value->empty()) {
        ui::text(texts::outbox_empty, {.color = ui::Color::text_3});
        return;
    }
    {
        const ui::a11y::Scope list("list", texts::outbox_title);
        for (const auto& mail : *mails.value)
            mail_ui(mail, context);
    }
    if (ui::button(texts::outbox_refresh, {.kind = ui::ButtonKind::ghost, .icon = icon::restore}))
        context.api.cache().invalidate("/api/mails");
}

} // namespace

void settings_mails_ui(MailsPage& page, Context& context) {
    follow(page, context);
    ui::heading(texts::settings_mails, {.level = 1, .type = ui::Type::title});
    ui::paragraph(texts::mails_text, {.color = ui::Color::text_2});
    ui::space(8);
    const auto& server = context.api.mail_server();
    if (server.error && !server.value) {
        ui::note(server.error->message, {.tone = ui::Tone::bad, .width = ui::fill});
        return;
    }
    if (!server.value) {
        if (ui::waited_long(server.asked_at_ms))
            ui::loading(texts::settings_mails);
        return;
    }
    server_ui(page, *server.value, context);
    ui::space(16);
    outbox_ui(context);
}

} // namespace carnet::views
