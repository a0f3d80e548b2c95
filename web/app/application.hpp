// The application: owns what lives as long as the page (network, book, session, place) and runs the
// frame.
#pragma once

#include "web/app/book_store.hpp"
#include "web/app/context.hpp"
#include "web/app/neighbours.hpp"
#include "web/app/presence.hpp"
#include "web/app/screens.hpp"
#include "web/app/uploads.hpp"

#include <memory>
#include <optional>

namespace carnet::app {

class Application {
  public:
    explicit Application(net::Transport& transport);
    ~Application();

    // Reads the address, the theme and the language, and asks who is signed in.
    void start();

    // One drawn frame: read input, deliver answers, take the address, draw, run commands, write the
    // address, end.
    void frame();

    // For tests.
    const Route& route() const { return _route; }
    net::Api& api() { return _api; }
    BookStore& book() { return _book; }
    const Session& session() const { return _session; }
    Commands& commands() { return _commands; }

  private:
    // The seven steps, in order.
    void read_input();
    void deliver_answers();
    void take_address();
    void draw();
    void run_commands();
    void write_address();
    void end_frame();

    // deliver_answers
    void take_session();
    void begin_session(const net::Me& me);
    void sign_in_again();
    void open_live();
    void receive_live(std::string_view name, std::string_view data);

    // run_commands: one function per command.
    void run(Navigate& command);
    void run(GoBack& command);
    void run(Write& command);
    void run(ShowToast& command);
    void run(Undo& command);
    void run(Redo& command);
    void run(SetTheme& command);
    void run(SetLanguage& command);
    void run(SetLetters& command);
    void run(SetRailOpen& command);
    void run(OpenPalette& command);
    void run(OpenShortcuts& command);
    void run(ShowReaders& command);
    void run(AnswerMails& command);
    void run(SignOut& command);
    void run(CopyText& command);
    void run(Download& command);
    void run(OpenUrl& command);
    void run(ReloadPage& command);
    void run(PickFile& command);

    // `alone`: no view holds what was typed any more.
    void write_finished(const Write& write, const net::Outcome& outcome, bool alone);
    void forget_person();
    void take_file(GivenFile file);
    void leave_question_ui();
    Context make_context();
    void set_language(Language language);
    std::string window_title(const Context& context) const;

    net::Transport& _transport;
    net::Api _api;
    BookStore _book;
    Presence _presence;
    Drafts _drafts;
    Uploads _uploads;
    Neighbours _neighbours;
    Session _session;
    Route _route = ClientListRoute{};
    Route _written_route = ClientListRoute{}; // As the address bar shows it.
    ClientListRoute _list;
    Commands _commands;
    Screens _screens;
    Theme _theme = Theme::system;
    Language _language = Language::fr;
    bool _write_pushes = false; // The next write_address() makes a history entry.
    bool _asked_sign_in = false;
    bool _signed_in_again = false; // The form succeeded; the session's answer is awaited.
    bool _live_open = false;
    std::int64_t _live_at = 0; // How far the book and the stream have told.
    bool _unsaved = false;     // In the last frame.
    bool _asking_leave = false;
    std::optional<Navigate> _wanted;  // Waits for the answer about unsaved work.
    std::vector<GivenFile> _given;    // Dropped or picked since the last frame.
    std::string _title, _shown_title; // Of this frame; of the browser's window.
    bool _told_unsaved = false;
    std::string _origin;
    std::string _first_build; // Of the server when the page was opened.
    int _words_revision = -1;
    bool _was_connected = false, _was_ever_connected = false;
};

} // namespace carnet::app
