// See settings.hpp.
#include "backend/mail/settings.hpp"

#include "backend/db/transaction.hpp"
#include "backend/http/request.hpp"
#include "shared/core/text.hpp"

#include <charconv>
#include <cstdlib>

namespace carnet {
namespace {

constexpr std::string_view names[] = {"starttls", "tls", "none"};

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

bool parse_port(std::string_view text, int& port) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > 65535)
        return false;
    port = value;
    return true;
}

} // namespace

std::string_view security_name(MailSecurity security) {
    return names[static_cast<std::size_t>(security)];
}

bool parse_security(std::string_view name, MailSecurity& security) {
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (names[i] == name)
            return security = static_cast<MailSecurity>(i), true;
    return false;
}

bool parse_smtp_url(std::string_view url, MailSettings& settings) {
    const bool tls = url.substr(0, 8) == "smtps://";
    if (!tls && url.substr(0, 7) != "smtp://")
        return false;
    url.remove_prefix(tls ? 8 : 7);
    settings.security = tls ? MailSecurity::tls : MailSecurity::starttls;
    settings.port = tls ? 465 : 587;
    if (const std::size_t mark = url.find('?'); mark != std::string_view::npos) {
        for (const auto& [name, value] : parse_form(url.substr(mark + 1)))
            if (name == "security" && !parse_security(value, settings.security))
                return false;
        url = url.substr(0, mark);
    }
    while (!url.empty() && url.back() == '/')
        url.remove_suffix(1);
    settings.user_name.clear();
    settings.password.clear();
    if (const std::size_t at = url.rfind('@'); at != std::string_view::npos) {
        const std::string_view account = url.substr(0, at);
        const std::size_t colon = account.find(':');
        settings.user_name = decode_percent(account.substr(0, colon), false);
        if (colon != std::string_view::npos)
            settings.password = decode_percent(account.substr(colon + 1), false);
        url.remove_prefix(at + 1);
    }
    const std::size_t colon = url.rfind(':');
    const bool has_port = colon != std::string_view::npos && url.back() != ']';
    if (has_port && !parse_port(url.substr(colon + 1), settings.port))
        return false;
    settings.host = std::string(has_port ? url.substr(0, colon) : url);
    return !settings.host.empty();
}

void parse_from(std::string_view from, MailSettings& settings) {
    const std::size_t open = from.find('<'), close = from.rfind('>');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
        settings.from_address = text::trim(from);
        return;
    }
    settings.from_name = text::trim(from.substr(0, open));
    settings.from_address = text::trim(from.substr(open + 1, close - open - 1));
}

std::int64_t mail_seconds(const char* variable, std::int64_t fallback) {
    const std::string_view text = environment(variable);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool fine = error == std::errc{} && end == text.data() + text.size() && seconds >= 0;
    return fine && !text.empty() ? seconds : fallback;
}

MailSettings stored_mail_settings(Transaction& tx) {
    MailSettings settings;
    Statement row = tx.prepare("SELECT host, port, security, user_name, password, from_name, "
                               "from_address, base_url FROM mail_settings WHERE id = 1");
    if (!row.step())
        return settings;
    settings.host = row.text(0);
    settings.port = static_cast<int>(row.integer(1));
    parse_security(row.view(2), settings.security);
    settings.user_name = row.text(3);
    settings.password = row.text(4);
    settings.from_name = row.text(5);
    settings.from_address = row.text(6);
    settings.base_url = row.text(7);
    return settings;
}

void store_mail_settings(Transaction& tx, const MailSettings& settings) {
    tx.run("DELETE FROM mail_settings");
    Statement row = tx.prepare(
        "INSERT INTO mail_settings (id, host, port, security, user_name, password, from_name, "
        "from_address, base_url) VALUES (1, :host, :port, :security, :user, :password, :name, "
        ":address, :url)"
    );
    row.bind("host", settings.host).bind("port", settings.port);
    row.bind("security", security_name(settings.security)).bind("user", settings.user_name);
    row.bind("password", settings.password).bind("name", settings.from_name);
    row.bind("address", settings.from_address).bind("url", settings.base_url).run();
}

MailSettings load_mail_settings(Transaction& tx, std::string_view own_url) {
    MailSettings settings = stored_mail_settings(tx);
    if (const auto url = environment("CARNET_SMTP_URL"); !url.empty())
        settings.by_environment = parse_smtp_url(url, settings);
    settings.ca_file = environment("CARNET_SMTP_CA");
    if (const auto from = environment("CARNET_SMTP_FROM"); !from.empty())
        parse_from(from, settings);
    if (const auto url = environment("CARNET_URL"); !url.empty())
        settings.base_url = url;
    if (settings.base_url.empty())
        settings.base_url = own_url;
    while (!settings.base_url.empty() && settings.base_url.back() == '/')
        settings.base_url.pop_back();
    if (settings.from_name.empty()) {
        Statement row = tx.prepare("SELECT name FROM workspace WHERE id = 1");
        if (row.step())
            settings.from_name = row.text(0);
    }
    return settings;
}

} // namespace carnet
