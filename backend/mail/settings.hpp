// Where mail leaves: the workspace's settings, or the server's environment over them
// (CARNET_SMTP_URL, CARNET_SMTP_CA, CARNET_SMTP_FROM, CARNET_URL). The password only ever goes to
// the mail server.
#pragma once

#include "shared/core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

class Transaction;

enum class MailSecurity : std::uint8_t { starttls, tls, none };
std::string_view security_name(MailSecurity security); // "starttls" …
bool parse_security(std::string_view name, MailSecurity& security);

struct MailSettings {
    std::string host; // "": no mail leaves.
    int port = 587;
    MailSecurity security = MailSecurity::starttls;
    std::string user_name; // "": no authentication.
    std::string password;
    std::string ca_file; // PEM of who vouches for the mail server; "": those the system trusts.
    std::string from_name;
    std::string from_address;
    std::string base_url;        // "https://carnet.example.fr", without a slash at the end.
    bool by_environment = false; // Host, port, security and account are the environment's.
    bool ready() const { return !host.empty() && !from_address.empty() && !base_url.empty(); }
};

// Effective settings. `own_url`: where this server answers when nobody says otherwise.
MailSettings load_mail_settings(Transaction& tx, std::string_view own_url);
// As stored, without the environment; defaults when nothing is.
MailSettings stored_mail_settings(Transaction& tx);
void store_mail_settings(Transaction& tx, const MailSettings& settings);

// "smtp://user:password@host:587", "smtps://…"; "?security=none" for a server that has no TLS.
// False when it cannot be read.
bool parse_smtp_url(std::string_view url, MailSettings& settings);
// "Atelier <contact@atelier.fr>" or the address alone.
void parse_from(std::string_view from, MailSettings& settings);

// Seconds from the environment, for tests and impatient people.
std::int64_t mail_seconds(const char* variable, std::int64_t fallback);

} // namespace carnet
