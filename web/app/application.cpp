// The frame: seven steps, always in this order, each named for what it does.
#include "web/app/application.hpp"

#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_shell.hpp"
#include "web/platform/platform.hpp"
#include "web/program.hpp"
#include "web/ui/ui.hpp"

namespace carnet::app {

namespace {

// The one application of the page; tests make their own.
std::unique_ptr<net::PlatformTransport> page_transport;
std::unique_ptr<Application> page_application;

Theme parse_theme(std::string_view word) {
    return word == "light" ? Theme::light : word == "dark" ? Theme::dark : Theme::system;
}

ui::ThemeChoice choice_of(Theme theme) {
    switch (theme) {
    case Theme::light:
        return ui::ThemeChoice::light;
    case Theme::dark:
        return ui::ThemeChoice::dark;
    default:
        return ui::ThemeChoice::system;
    }
}

} // namespace

void start() {
    page_transport = std::make_unique<net::PlatformTransport>();
    page_application = std::make_unique<Application>(*page_transport);
    page_application->start();
}

void frame() {
    page_application->frame();
}

Application::Application(net::Transport& transport) : _transport(transport), _api(transport) {}

Application::~Application() {
    if (_live_open)
        platform::live_close();
}

void Application::start() {
    _theme = parse_theme(platform::stored("theme"));
    set_letters_act(platform::stored("letters") != "off");
    _screens.shell.rail_open = platform::stored("rail") != "closed";
    const std::string language = platform::stored("language");
    set_language(parse_language(language.empty() ? platform::browser_language() : language));
    _origin = platform::page_origin();
    const std::string path = platform::current_path();
    _route = parse_route(path).value_or(UnknownRoute{path});
    _written_route = _route;
    if (const auto* list = std::get_if<ClientListRoute>(&_route)) {
        _list = *list;
        // On its way together with the session: one round trip less before the first rows.
        _book.first_page(list->query);
    }
    platform::on_drop([this](platform::PickedFile file, float, float) {
        take_file({file.handle, std::move(file.name), file.size});
    });
    platform::wake();
}

void Application::take_file(GivenFile file) {
    _given.push_back(std::move(file));
    // Files dropped anywhere on a sheet are documents of its client.
    if (const auto* sheet = std::get_if<ClientRoute>(&_route);
        sheet && sheet->tab != SheetTab::documents)
        _commands.push_back(Navigate{
            .route = ClientRoute{.id = sheet->id, .tab = SheetTab::documents}});
    // A file dropped on the list is meant to be imported.
    const bool may = _session.known && _session.me.actor.may(Permission::data_import);
    if (may && std::holds_alternative<ClientListRoute>(_route))
        _commands.push_back(Navigate{.route = ImportRoute{}});
    platform::wake();
}

void Application::frame() {
    ui::set_theme(choice_of(_theme));
    ui::begin_frame();
    read_input();
    deliver_answers();
    take_address();
    draw();
    run_commands();
    write_address();
    end_frame();
}

void Application::read_input() {
    read_shortcuts();
    if (!_session.known)
        return;
    if (shortcut_pressed(Shortcut::palette))
        _commands.push_back(OpenPalette{});
    if (shortcut_pressed(Shortcut::help))
        _commands.push_back(OpenShortcuts{});
    if (shortcut_pressed(Shortcut::undo))
        _commands.push_back(Undo{});
    if (shortcut_pressed(Shortcut::redo))
        _commands.push_back(Redo{});
    if (shortcut_pressed(Shortcut::go_clients))
        _commands.push_back(GoBack{});
    if (shortcut_pressed(Shortcut::go_projects))
        _commands.push_back(Navigate{.route = ProjectListRoute{}});
    if (shortcut_pressed(Shortcut::go_settings))
        _commands.push_back(Navigate{.route = SettingsRoute{}});
    const bool may_create = _session.me.actor.may(Permission::clients_create);
    if (shortcut_pressed(Shortcut::create) && may_create &&
        std::holds_alternative<ClientListRoute>(_route))
        _commands.push_back(Navigate{.route = NewClientRoute{}});
}

void Application::take_address() {
    std::string path;
    if (!platform::take_popstate(path))
        return;
    Navigate navigate{.route = parse_route(path).value_or(UnknownRoute{path}), .replace = true};
    if (_unsaved && !same_place(navigate.route, _route)) {
        // The browser has already left: put the address back until the person has answered.
        platform::push_path(to_path(_route));
        _wanted = std::move(navigate);
        _asking_leave = true;
        return;
    }
    _route = navigate.route;
    _written_route = _route;
    if (const auto* list = std::get_if<ClientListRoute>(&_route))
        _list = *list;
}

Context Application::make_context() {
    return Context{
        .api = _api,
        .session = _session,
        .book = _book,
        .presence = _presence,
        .drafts = _drafts,
        .uploads = _uploads,
        .neighbours = _neighbours,
        .route = _route,
        .list = _list,
        .commands = _commands,
        .language = _language,
        .theme = _theme,
        .now_ms = platform::now_ms(),
        .origin = _origin,
        .live = _live_open && platform::live_connected(),
    };
}

void Application::draw() {
    if (!_session.known)
        return;
    Context context = make_context();
    if (std::holds_alternative<ImportRoute>(_route) && !_given.empty()) {
        context.dropped = _given.back();
        _given.clear();
    }
    const auto* sheet = std::get_if<ClientRoute>(&_route);
    const bool takes_files = std::holds_alternative<ProjectRoute>(_route) ||
                             (sheet && sheet->tab == SheetTab::documents);
    if (takes_files)
        context.dropped_files = std::exchange(_given, {});
    screens_ui(_screens, context);
    leave_question_ui();
    _unsaved = context.unsaved;
    _title = window_title(context);
}

void Application::leave_question_ui() {
    if (!_wanted)
        return;
    const auto answer = ui::confirm_leave(_asking_leave);
    if (answer == ui::Answer::yes) {
        _wanted->force = true;
        _commands.push_back(*_wanted);
        _wanted.reset();
    } else if (answer == ui::Answer::no || !_asking_leave) {
        _wanted.reset();
    }
}

void Application::run_commands() {
    // Commands may send commands: those run in the next frame.
    Commands now;
    now.swap(_commands);
    for (auto& command : now)
        std::visit([this](auto& c) { run(c); }, command);
}

void Application::write_address() {
    if (_route == _written_route)
        return;
    const std::string path = to_path(_route);
    if (_write_pushes)
        platform::push_path(path);
    else
        platform::replace_path(path);
    _write_pushes = false;
    _written_route = _route;
}

std::string Application::window_title(const Context& context) const {
    std::string name = context.title;
    if (name.empty())
        name = context.tr(texts::clients);
    return name + " – " +
           (_session.me.workspace.name.empty() ? "Carnet" : _session.me.workspace.name);
}

void Application::end_frame() {
    if (_session.known)
        _uploads.step(make_context());
    const bool unsaved = _unsaved || _api.writes().pending() > 0 || _uploads.under_way();
    if (_title != _shown_title)
        platform::set_title(_shown_title = _title);
    if (unsaved != _told_unsaved)
        platform::set_unsaved(_told_unsaved = unsaved);
    _api.writes().tick();
    _api.cache().end_frame();
    Json report;
    const std::string path = to_path(_route);
    const auto place = path.substr(0, path.find('?'));
    if (_session.known && _live_open &&
        _presence.take_report(place, platform::monotonic_ms(), report)) {
        net::HttpRequest request;
        request.method = "POST";
        request.path = "/api/presence";
        request.body = dump(report);
        _transport.send(std::move(request), [](const net::HttpResponse&) {});
        platform::wake_after(static_cast<int>(Presence::repeat_ms) + 100);
    }
    if (_session.known && !std::holds_alternative<ClientListRoute>(_route))
        platform::publish_state(dump(Json{{"place", path}, {"shown", 0}, {"first", ""}, {"top", 0}})
        );
    const bool loading_book = _session.known && !_book.complete() && !_book.failed();
    platform::publish_busy(
        _uploads.under_way() || _api.busy() || !_commands.empty() || loading_book
    );
    if (!_commands.empty())
        platform::wake();
    ui::end_frame();
}

} // namespace carnet::app
