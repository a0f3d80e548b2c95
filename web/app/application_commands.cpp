// What each command does: one function per command.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_shell.hpp"
#include "web/app/application.hpp"
#include "web/platform/platform.hpp"
#include "web/ui/ui.hpp"

namespace carnet::app {

namespace {

std::string toast_of_action(std::int64_t action) {
    return "action:" + std::to_string(action);
}

// What a refused change would have written into a client: its only copy when no view holds it.
std::string typed_into_client(const net::WriteRequest& request, const Context& context) {
    std::string typed;
    if (!request.path.starts_with("/api/clients/"))
        return typed;
    for (const auto& [name, change] : json_at(request.body, "fields").items())
        if (const Field* field = find_field(EntityOf<Client>::spec, name))
            if (const auto value = from_json(*field, json_at(change, "value"), context.language))
                typed += "\n" + value_text(*field, *value, context);
    return typed + "\n" + json_string(request.body, "body");
}

} // namespace

void Application::run(Navigate& command) {
    if (_unsaved && !command.force && !same_place(command.route, _route)) {
        _wanted = command;
        _asking_leave = true;
        platform::wake();
        return;
    }
    if (command.force)
        _unsaved = false;
    _write_pushes = _write_pushes || (!command.replace && !same_place(command.route, _route));
    _route = command.route;
    if (const auto* list = std::get_if<ClientListRoute>(&_route))
        _list = *list;
    ask_ahead(_api, _session.me.actor, _route);
    platform::wake();
}

void Application::run(GoBack&) {
    Navigate navigate{.route = _list};
    run(navigate);
}

void Application::run(Write& command) {
    // Besides the queue only a view that still looks holds it.
    net::Ticket ticket = std::move(command.ticket);
    auto finished = [this, write = command, watched = std::weak_ptr(ticket)](
                        const net::WriteRequest&, const net::Outcome& outcome
                    ) mutable {
        const bool alone = write.quiet_errors && watched.use_count() == 1;
        if (alone)
            write.quiet_errors = false;
        write_finished(write, outcome, alone);
    };
    _api.writes().send(std::move(command.request), std::move(finished), std::move(ticket));
}

void Application::write_finished(const Write& write, const net::Outcome& outcome, bool alone) {
    if (outcome.ok()) {
        _api.touched(write.client_id);
        if (write.words)
            _api.words_changed();
        if (!write.toast.empty()) {
            ShowToast toast{
                .kind = ToastKind::success, .title = write.toast, .detail = write.toast_detail};
            toast.undo_action = json_int(*outcome.answer, "action");
            run(toast);
        }
    } else {
        if (outcome.error->code == ErrorCode::conflict)
            _api.touched(write.client_id);
        const bool taken_back = outcome.error->message.empty();
        if (!write.quiet_errors && !taken_back) {
            ShowToast toast{.kind = ToastKind::error, .title = tr(texts::not_saved, _language)};
            toast.detail = outcome.error->fields.empty() || outcome.error->fields[0].message.empty()
                               ? outcome.error->message
                               : outcome.error->fields[0].message;
            if (alone)
                toast.detail += typed_into_client(write.request, make_context());
            run(toast);
        }
    }
    if (write.then)
        write.then(outcome);
}

void Application::run(ShowToast& command) {
    ui::Toast toast;
    toast.tone = command.kind == ToastKind::error  ? ui::Tone::bad
                 : command.kind == ToastKind::info ? ui::Tone::info
                                                   : ui::Tone::ok;
    toast.title = command.title;
    toast.text = command.detail;
    toast.sticky = command.kind == ToastKind::error;
    const auto offer = [&](const Text& label, std::string shortcut, Command then) {
        toast.action = label;
        toast.shortcut = std::move(shortcut);
        toast.on_action = [this, then = std::move(then)] {
            _commands.push_back(then);
            platform::wake();
        };
    };
    // Its "undo" ends with the action: also when that was undone by the keyboard.
    if (command.undo_action)
        toast.key = toast_of_action(command.undo_action);
    if (command.undo_action)
        offer(texts::undo, "Ctrl Z", Undo{.action = command.undo_action});
    else if (command.undo_rest)
        offer(texts::undo_rest, "", Undo{.action = command.undo_rest, .skip_conflicts = true});
    else if (command.offers_redo)
        offer(texts::redo, "", Redo{});
    ui::toast(std::move(toast));
}

void Application::run(Undo& command) {
    Json body = Json::object();
    if (command.action)
        body["action"] = command.action;
    if (command.skip_conflicts)
        body["skip_conflicts"] = true;
    Write write{.request = {.path = "/api/undo", .body = std::move(body)}, .words = true};
    write.quiet_errors = true;
    write.then = [this, action = command.action](const net::Outcome& outcome) {
        ShowToast toast;
        if (outcome.ok()) {
            ui::close_toast(toast_of_action(json_int(*outcome.answer, "undone")));
            toast.title = tr(texts::undone, _language);
            toast.detail = json_string(*outcome.answer, "label");
            toast.offers_redo = true;
        } else {
            if (outcome.error->code == ErrorCode::conflict && !outcome.error->fields.empty())
                toast.undo_rest = action;
            toast.kind = ToastKind::error;
            toast.title = tr(texts::undo_failed, _language);
            toast.detail = outcome.error->message;
        }
        run(toast);
    };
    run(write);
}

void Application::run(Redo&) {
    Write write{.request = {.path = "/api/redo"}, .words = true};
    write.quiet_errors = true;
    write.then = [this](const net::Outcome& outcome) {
        ShowToast toast;
        if (outcome.ok()) {
            toast.title = tr(texts::redone, _language);
            toast.detail = json_string(*outcome.answer, "label");
        } else {
            toast.kind = ToastKind::error;
            toast.title = tr(texts::redo_failed, _language);
            toast.detail = outcome.error->message;
        }
        run(toast);
    };
    run(write);
}

void Application::run(SetTheme& command) {
    _theme = command.theme;
    const char* word = command.theme == Theme::light  ? "light"
                       : command.theme == Theme::dark ? "dark"
                                                      : "";
    platform::store("theme", word);
    platform::wake();
}

void Application::run(SetLanguage& command) {
    platform::store("language", language_tag(command.language));
    set_language(command.language);
    // Messages, labels of history and errors come from the server in the person's language.
    Write write{.request = {.method = "PATCH", .path = "/api/profile"}, .words = true};
    write.request.body = {
        {"fields",
         {{"language",
           {{"value", language_tag(command.language)}, {"version", _session.me.position}}}}}};
    run(write);
}

void Application::run(SetLetters& command) {
    set_letters_act(command.act);
    platform::store("letters", command.act ? "" : "off");
}

void Application::run(SetRailOpen& command) {
    _screens.shell.rail_open = command.open;
    platform::store("rail", command.open ? "open" : "closed");
    platform::wake();
}

void Application::run(OpenPalette& command) {
    _screens.palette.open = true;
    _screens.palette.just_opened = true;
    _screens.palette.text = command.text;
    platform::wake();
}

void Application::run(OpenShortcuts&) {
    _screens.shortcuts.open = true;
    platform::wake();
}

void Application::run(ShowReaders& command) {
    _screens.readers.open = true;
    _screens.readers.item = command;
    platform::wake();
}

void Application::run(AnswerMails& command) {
    _api.writes().answer_mails(command.wish);
}

void Application::run(SignOut&) {
    net::HttpRequest request;
    request.method = "DELETE";
    request.path = "/api/session";
    _transport.send(std::move(request), [this](const net::HttpResponse& response) {
        // Who believes to be signed out leaves the machine: not before the session is over.
        if (response.status != 204 && response.status != 401) {
            ShowToast toast{
                .kind = ToastKind::error, .title = tr(texts::not_signed_out, _language)};
            toast.detail = net::error_of(response, _language).message;
            return run(toast);
        }
        forget_person();
        _api.cache().clear();
        _asked_sign_in = true;
        platform::show_sign_in(false);
        platform::wake();
    });
}

void Application::run(CopyText& command) {
    platform::copy_text(command.text);
    ShowToast toast{
        .kind = ToastKind::success, .title = tr(texts::copied, _language), .detail = command.text};
    run(toast);
}

void Application::run(Download& command) {
    platform::download(command.path);
}

void Application::run(OpenUrl& command) {
    platform::open_url(command.url);
}

void Application::run(ReloadPage&) {
    platform::reload_page();
}

void Application::run(PickFile& command) {
    const auto take = [this](platform::PickedFile file) {
        take_file({file.handle, std::move(file.name), file.size});
    };
    platform::pick_file(command.accept, take, command.many);
}

} // namespace carnet::app
