// The portal's frame, its session, and what it sends.
#include "web/portal/portal.hpp"

#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/portal.hpp"
#include "web/program.hpp"

#include <memory>

namespace carnet::app {

namespace {

std::unique_ptr<net::PlatformTransport> transport;
std::unique_ptr<portal::Portal> program;

} // namespace

void start() {
    transport = std::make_unique<net::PlatformTransport>();
    program = std::make_unique<portal::Portal>(*transport);
    program->start();
}

void frame() {
    program->frame();
}

} // namespace carnet::app

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

ui::ThemeChoice stored_theme() {
    const std::string word = platform::stored("theme");
    return word == "light"  ? ui::ThemeChoice::light
           : word == "dark" ? ui::ThemeChoice::dark
                            : ui::ThemeChoice::system;
}

LocalClock clock_now() {
    const std::int64_t now = platform::now_ms();
    return {{now}, platform::utc_offset_minutes(now)};
}

} // namespace

Portal::Portal(net::Transport& transport)
    : _transport(transport), _cache(transport), _writes(transport) {}

Portal::~Portal() {
    if (_live)
        platform::live_close();
}

void Portal::start() {
    ui::set_theme(stored_theme());
    const std::string language = platform::stored("language");
    set_language(parse_language(language.empty() ? platform::browser_language() : language));
    _route = _written = parse_route(platform::current_path());
    platform::wake();
}

void Portal::frame() {
    ui::begin_frame();
    deliver_answers();
    std::string path;
    if (platform::take_popstate(path))
        _route = _written = parse_route(path);
    // Where a dropped file goes is said by the screen that takes it.
    platform::on_drop(nullptr);
    draw();
    uploads.step(*this);
    write_address();
    end_frame();
}

void Portal::deliver_answers() {
    if (platform::take_signed_in()) {
        _asked_sign_in = _signed_out = false;
        refresh();
        _writes.resume();
    }
    const auto& me = get<Me>("session");
    if (!me.loading && me.value) {
        if (_known && me.value->id != _me.id)
            forget_person();
        _me = *me.value;
        if (!_known) {
            _known = true;
            _writes.restore(_me.id);
            // On the next visit the page asks for it before the program runs: a slow line waits
            // once instead of twice.
            platform::store("first", "/api/portal/" + client_path("home"));
            if (platform::stored("language").empty())
                set_language(_me.language);
        }
    }
    const bool ended = me.error && me.error->code == ErrorCode::unauthenticated && !me.loading;
    if ((ended || _signed_out || _writes.signed_out()) && !_asked_sign_in) {
        _asked_sign_in = true;
        platform::show_sign_in(_known);
    }
    listen();
}

// The stream says only that something changed: everything on screen is asked again.
void Portal::listen() {
    if (!_known)
        return;
    if (!_live) {
        _live = true;
        platform::live_open(0, [this](std::string_view, std::string_view) {
            refresh();
            platform::wake();
        });
    }
    const bool connected = platform::live_connected();
    if (connected && !_was_connected)
        _writes.resume();
    _was_connected = connected;
}

void Portal::draw() {
    if (_known)
        shell_ui(*this);
}

void Portal::write_address() {
    if (_route == _written)
        return;
    const std::string path = to_path(_route);
    if (_pushes)
        platform::push_path(path);
    else
        platform::replace_path(path);
    _pushes = false;
    _written = _route;
}

void Portal::end_frame() {
    _writes.tick();
    if (uploads.under_way() != _unsaved)
        platform::set_unsaved(_unsaved = !_unsaved);
    _cache.end_frame();
    const std::string path = to_path(_route);
    if (_known)
        platform::publish_state(dump(Json{
            {"place", path.substr(0, path.find('?'))}, {"shown", 0}, {"first", ""}, {"top", 0}}));
    if (_known && _shown_title != _me.workspace)
        platform::set_title(_shown_title = _me.workspace);
    platform::publish_busy(
        _cache.loading() > 0 || (_writes.pending() > 0 && !_writes.offline()) || !_known
    );
    ui::end_frame();
}

void Portal::forget_person() {
    if (_live)
        platform::live_close();
    _live = _known = false;
    _cache.clear();
    answer = {};
    drafts.clear();
    uploads.clear();
    opened.clear();
    read_up_to.clear();
    password = {};
}

const Place* Portal::place() const {
    for (const Place& place : _me.places)
        if (_route.client == 0 || place.id == _route.client)
            return &place;
    return _me.places.empty() ? nullptr : &_me.places.front();
}

std::string Portal::client_path(std::string_view what) const {
    const Place* open = place();
    return "clients/" + std::to_string(open ? open->id : 0) + "/" + std::string(what);
}

void Portal::go(Route route) {
    _pushes = _pushes || route.screen != _route.screen || route.id != _route.id ||
              route.client != _route.client;
    _route = route;
    platform::wake();
}

net::Ticket Portal::send(
    std::string method, std::string path, Json body, std::function<void(const net::Outcome&)> done
) {
    net::WriteRequest request;
    request.method = std::move(method);
    request.secret = path == "password";
    request.path = "/api/portal/" + std::move(path);
    request.body = std::move(body);
    return _writes.send(
        std::move(request),
        [this, done = std::move(done)](const net::WriteRequest&, const net::Outcome& outcome) {
            refresh();
            if (done)
                done(outcome);
        }
    );
}

void Portal::set_language(Language language) {
    _language = language;
    ui::set_language(language);
    _writes.set_language(language);
    platform::set_language(language_tag(language));
}

void Portal::leave_preview() {
    platform::leave_to("/portal/preview");
}

void Portal::sign_out() {
    if (_me.preview)
        return leave_preview();
    net::HttpRequest request;
    request.method = "DELETE";
    request.path = "/api/portal/session";
    _transport.send(std::move(request), [this](const net::HttpResponse& response) {
        if (response.status != 204 && response.status != 401) {
            return ui::toast(
                {.tone = ui::Tone::bad,
                 .title = texts::not_signed_out,
                 .text = net::error_of(response, _language).message,
                 .sticky = true}
            );
        }
        forget_person();
        _asked_sign_in = true;
        platform::show_sign_in(false);
    });
}

std::string Portal::when(Instant at) const {
    return at.is_set() ? format_relative(at, _language, clock_now()) : std::string();
}

std::string Portal::short_date(Date date) const {
    return format_date(date, DateStyle::list, _language, today(clock_now()));
}

std::string Portal::long_date(Date date) const {
    return format_date(date, DateStyle::day, _language);
}

} // namespace carnet::portal
