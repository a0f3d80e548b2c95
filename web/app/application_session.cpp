// The application's session: who is signed in, the words, the client book and the stream of live
// changes.
#include "shared/core/json.hpp"
#include "web/app/application.hpp"
#include "web/platform/platform.hpp"
#include "web/ui/ui.hpp"

#include <algorithm>

namespace carnet::app {

void Application::deliver_answers() {
    // Answers themselves arrive between frames; here they become the session that this frame shows.
    take_session();
    if (!_session.known)
        return;
    const auto& words = _api.words();
    if (words.value && !words.loading) {
        _session.words = *words.value;
        if (!_session.words_known || _words_revision != _api.words_revision()) {
            _words_revision = _api.words_revision();
            _session.words_known = true;
            std::vector<std::pair<std::int64_t, std::string>> names;
            for (const auto& user : _session.words.users)
                names.emplace_back(user.id, user.name);
            _book.book().set_owner_names(names);
        }
    }
    open_live();
    const bool connected = _live_open && platform::live_connected();
    // A server that was away may be a newer one.
    if (connected && !_was_connected && _was_ever_connected)
        _api.cache().invalidate("/api/session");
    if (connected != _was_connected && connected)
        _api.writes().resume();
    _was_connected = connected;
    _was_ever_connected = _was_ever_connected || connected;
}

void Application::take_session() {
    if (platform::take_signed_in()) {
        _asked_sign_in = false;
        _signed_in_again = true;
        _api.take_signed_out();
        _api.cache().invalidate("/api/");
    }
    const auto& me = _api.me();
    if (me.loading)
        return;
    if (me.error && me.error->code == ErrorCode::unauthenticated)
        return sign_in_again();
    if (!me.value)
        return;
    const net::Me fresh = *me.value;
    if (_session.known && _session.me.actor.user_id != fresh.actor.user_id)
        forget_person();
    if (!_session.known) {
        begin_session(fresh);
    } else {
        _session.me = fresh;
        _session.newer_build = fresh.build != _first_build;
    }
    // What was refused for want of a session goes on under the same person.
    if (std::exchange(_signed_in_again, false))
        _api.writes().resume();
    else if (_api.take_signed_out() || _api.writes().signed_out())
        sign_in_again();
}

void Application::begin_session(const net::Me& me) {
    _first_build = me.build;
    _session.me = me;
    _session.known = true;
    if (platform::stored("language").empty())
        set_language(me.actor.language);
    _drafts.set_user(me.actor.user_id);
    _api.writes().restore(
        me.actor.user_id,
        [this](const net::WriteRequest& request, const net::Outcome& outcome) {
            Write write{.request = request};
            write_finished(write, outcome, true);
        }
    );
    _book.load();
}

void Application::sign_in_again() {
    if (_asked_sign_in)
        return;
    _asked_sign_in = true;
    // Over the page once something is shown: nothing that was typed is lost.
    platform::show_sign_in(_session.known);
}

void Application::open_live() {
    const bool read = _book.complete() || _book.failed();
    // A book that was read again may be older than what the stream has told: it begins anew there.
    if (_live_open && (!read || (_book.complete() && _book.position() < _live_at))) {
        platform::live_close();
        _live_open = false;
    }
    _live_at = std::max(_live_at, _book.position());
    if (_live_open || !read)
        return;
    _live_open = true;
    const std::int64_t since = _book.position() ? _book.position() : _session.me.position;
    _live_at = since;
    platform::live_open(since, [this](std::string_view name, std::string_view data) {
        receive_live(name, data);
    });
}

void Application::receive_live(std::string_view name, std::string_view data) {
    platform::wake();
    const auto json = parse_json(data, _language, {.bytes = 8u << 20});
    if (!json)
        return;
    if (name == "rows") {
        _book.receive(*json, _session.me.actor.user_id);
        for (const auto& row : json_at(*json, "rows"))
            _api.touched(json_int(row, "id", -1));
        for (const auto& id : json_at(*json, "gone"))
            if (id.is_number_integer())
                _api.touched(id.get<std::int64_t>());
    } else if (name == "changed") {
        for (const auto& touched : json_at(*json, "touched"))
            _api.touched(json_int(touched, "client", -1));
    } else if (name == "words") {
        _api.words_changed();
    } else if (name == "presence") {
        _presence.receive(*json, _session.me.actor.user_id);
    } else if (name == "reload") {
        _api.cache().invalidate("/api/");
        _book.load();
    }
}

void Application::forget_person() {
    if (_live_open)
        platform::live_close();
    _live_open = false;
    _session = {};
    _presence.clear();
    _book.clear();
    _screens = {};
    _screens.shell.rail_open = platform::stored("rail") != "closed";
    _api.cache().clear();
    _commands.clear();
}

void Application::set_language(Language language) {
    _language = language;
    ui::set_language(language);
    _api.set_language(language);
    platform::set_language(language_tag(language));
}

} // namespace carnet::app
