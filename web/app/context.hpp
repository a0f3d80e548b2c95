// What every view receives: reading through `api`, `book` and `words`, asking through send().
// Nothing else.
#pragma once

#include "web/app/commands.hpp"
#include "web/app/drafts.hpp"
#include "web/app/session.hpp"
#include "web/app/shortcuts.hpp"
#include "web/net/api.hpp"

namespace carnet::app {

class BookStore;  // web/app/book_store.hpp: the client book of this browser.
class Presence;   // web/app/presence.hpp: who looks at what.
class Uploads;    // web/app/uploads.hpp: files on their way to the server.
class Neighbours; // web/app/neighbours.hpp: previous and next client of the list.

// A file that was dropped on the page or picked; in this frame only.
struct GivenFile {
    std::uint32_t handle = 0;
    std::string name;
    std::int64_t size = 0;
};

struct Context {
    net::Api& api;
    const Session& session;
    BookStore& book;
    Presence& presence;
    Drafts& drafts;
    Uploads& uploads;
    Neighbours& neighbours;
    const Route& route;
    const ClientListRoute& list; // The list as it was last looked at: "back", "1 sur 262".
    Commands& commands;
    Language language = Language::fr;
    Theme theme = Theme::system;
    std::int64_t now_ms = 0; // UTC, fixed for the frame.
    std::string origin;      // "https://carnet.example": of links that are handed over.
    GivenFile dropped;       // The import takes one,
    std::vector<GivenFile> dropped_files; // documents take them all.
    bool live = false;                    // The stream of changes is connected.
    bool unsaved = false;                 // Set by a view whose draft would be lost by leaving.
    std::string title; // Set by the view: the name of what is shown, for the window's title.

    const Actor& actor() const { return session.me.actor; }
    const net::Words& words() const { return session.words; }
    bool may(Permission permission) const { return actor().may(permission); }
    // The catalogue's word in the person's language.
    const char* tr(const Text& text) const { return carnet::tr(text, language); }
    std::string plural(const PluralText& text, long long count) const {
        return carnet::plural(text, count, language);
    }
    bool pressed(Shortcut shortcut) const { return shortcut_pressed(shortcut); }
    void send(Command command) const { commands.push_back(std::move(command)); }
    void go(Route to) const { send(Navigate{.route = std::move(to)}); }
};

// Whether the actor may do this to that client: the shared rule with the client's own audience.
bool may_on(const Context& context, Permission permission, const net::ClientSheet& sheet);

// Asks for what this place shows, so that the answers are on their way before it is drawn.
void ask_ahead(net::Api& api, const Actor& actor, const Route& route);

} // namespace carnet::app
