// What every view receives: reading through `api`, `book` and `words`, asking through send(). Nothing else.
#pragma once

#include "web/app/commands.hpp"
#include "web/app/session.hpp"
#include "web/net/api.hpp"

namespace carnet::app {

class BookStore;   // web/app/book_store.hpp: the client book of this browser.
class Presence;    // web/app/presence.hpp: who looks at what.

struct Context {
    net::Api& api;
    const Session& session;
    BookStore& book;
    Presence& presence;
    const Route& route;
    Commands& commands;
    Language language = Language::fr;
    Theme theme = Theme::system;
    std::int64_t now_ms = 0;           // UTC, fixed for the frame.
    bool keys_free = false;            // No text field, popup or modal has the keyboard: letters are commands.

    const Actor& actor() const { return session.me.actor; }
    const net::Words& words() const { return session.words; }
    bool may(Permission permission) const { return actor().may(permission); }
    // The catalogue's word in the person's language.
    const char* tr(const Text& text) const { return carnet::tr(text, language); }
    std::string plural(const PluralText& text, long long count) const { return carnet::plural(text, count, language); }
    void send(Command command) const { commands.push_back(std::move(command)); }
    void go(Route to) const { send(Navigate{.route = std::move(to)}); }
};

}  // namespace carnet::app
