// "Oublié ?" on both sign-ins: one mail with a link that is good for an hour, the same answer for
// every address. The way is written once; the team's world is beside it, the contacts' in
// portal_accounts.cpp. The page behind the team's link is the one of every new password
// (sessions.hpp).
#pragma once

#include "backend/http/route_table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace carnet {

struct MailSettings;

// What somebody typed, and what to say about it.
struct AskedReset {
    std::string email;
    std::string wrong = {};   // With the address.
    std::string refused = {}; // Whatever the address is: too many were asked for.
};

// What differs from world to world: pages, accounts, the letter.
struct ResetWorld {
    Response (*form)(Context& c, const AskedReset& asked, int status);
    Response (*message)(Context& c, const Text& title, const std::string& text);
    // Whether another link may be asked for.
    Status (*count)(Context& c, Transaction& tx, std::string_view account);
    // Queues the letter, when the address opens an account.
    void (*queue)(Transaction& tx, const MailSettings& settings, std::string_view account);
    const Text& sent;    // With {email}.
    const Text& no_mail; // There is no mail server: whom to ask instead.
};
Response show_reset(Context& c, const ResetWorld& world);
Response ask_for_reset(Context& c, const ResetWorld& world);

std::span<const Route> forgotten_routes();

} // namespace carnet
