// The portal's program: what a contact sees of their own projects, documents and messages. Owns
// what lives as long as the page and runs the frame; screens are drawn by one function each.
#pragma once

#include "shared/core/json.hpp"
#include "web/net/resource_cache.hpp"
#include "web/net/writes.hpp"
#include "web/portal/models.hpp"
#include "web/portal/route.hpp"
#include "web/portal/uploads.hpp"
#include "web/ui/ui.hpp"

#include <map>
#include <set>
#include <string>

namespace carnet::portal {

// Where the answer to a deliverable is being written.
struct AnswerForm {
    bool open = false;
    bool changes = false; // Corrections are asked for; otherwise it is an approval.
    Deliverable deliverable;
    std::string comment, error;
    net::Ticket ticket;
};

// A message on its way, one per company.
struct MessageForm {
    std::string body;
    net::Ticket ticket;
};

struct PasswordForm {
    std::string current, fresh, error;
    net::Ticket ticket;
};

class Portal {
  public:
    explicit Portal(net::Transport& transport);
    ~Portal();
    void start();
    // Read answers, take the address, draw, write the address, end.
    void frame();

    // What was asked for at `path` under /api/portal/.
    template <class T>
    const net::Loadable<T>& get(const std::string& path) {
        return _cache.get<T>("/api/portal/" + path, [this](const net::HttpResponse& response) {
            return decode<T>(response);
        });
    }

    const Me& me() const { return _me; }
    const Place* place() const; // The company looked at; null when none is open.
    std::string client_path(std::string_view what) const; // "clients/7/home".
    const Route& route() const { return _route; }
    Language language() const { return _language; }

    void go(Route route); // Keeps the company.
    void go(Screen screen, std::int64_t id = 0) { go({screen, id, _route.client}); }
    std::string href(Screen screen, std::int64_t id = 0) const {
        return to_path({screen, id, _route.client});
    }
    // Sends a change; everything read is asked again when it is done.
    net::Ticket send(
        std::string method,
        std::string path,
        Json body,
        std::function<void(const net::Outcome&)> done
    );
    void refresh() { _cache.invalidate("/api/portal/"); }
    void set_language(Language language);
    void leave_preview(); // Back to where it was opened.
    void sign_out();

    std::string when(Instant at) const;      // "il y a 5 min".
    std::string short_date(Date date) const; // "18 déc."
    std::string long_date(Date date) const;  // "18 décembre 2026"
    std::string tr(const Text& text) const { return carnet::tr(text, _language); }

    AnswerForm answer;
    std::map<std::int64_t, MessageForm> drafts;
    PasswordForm password;
    std::set<std::int64_t> opened;                  // Versions of files opened here: no longer new.
    std::map<std::string, std::int64_t> read_up_to; // Latest message reported as read, by list.
    bool choosing_place = false;
    bool scrolls = false; // The page is longer than the window.
    Uploads uploads;

  private:
    template <class T>
    Result<T> decode(const net::HttpResponse& response);

    void deliver_answers();
    void draw();
    void write_address();
    void end_frame();
    void listen();
    void forget_person();

    net::Transport& _transport;
    net::ResourceCache _cache;
    net::Writes _writes;
    Language _language = Language::fr;
    Me _me;
    bool _known = false, _asked_sign_in = false, _signed_out = false, _live = false,
         _was_connected = false, _unsaved = false;
    Route _route, _written;
    bool _pushes = false;
    std::string _shown_title;
};

// The screens. Each draws into the area that `shell_ui` leaves.
void shell_ui(Portal& portal);
void home_ui(Portal& portal, bool wide);
void projects_ui(Portal& portal);
void project_ui(Portal& portal);
void documents_ui(Portal& portal);
void messages_ui(Portal& portal);
void account_ui(Portal& portal);

void bell_ui(Portal& portal); // In the bar: what waits, each leading to its place.

// Pieces that several screens share.
void answer_dialog_ui(Portal& portal);
std::string version_path(const Version& version); // Of the file.
// The file is a picture: how it looks, as large as the box allows.
bool has_preview(const Version& version);
void preview_ui(const Portal& portal, const Version& version, float width, float height);
void answer_buttons_ui(Portal& portal, const Deliverable& deliverable, bool with_open);
void project_row_ui(Portal& portal, const Project& project, bool with_name);
void file_row_ui(Portal& portal, const File& file);
void messages_list_ui(
    Portal& portal,
    const std::vector<Message>& items,
    bool brief,
    const std::vector<Conversation>& conversations = {}
);
void count_badge_ui(ui::Rect box, int count, bool urgent);       // A number on colour.
void composer_ui(Portal& portal, const std::string& topic = {}); // `topic`: name of the project.
void no_content_ui(Portal& portal, const Error& error);
Text project_state_label(std::string_view state);
Text deliverable_state_label(std::string_view state);
const char* file_icon(std::string_view media_type);

// A card with a title line and rows between hairlines.
class Panel {
  public:
    // A link at the right of the title line leads to where there is more; it is what `link` says.
    explicit Panel(
        ui::Label title,
        float padding = 20,
        Portal* portal = nullptr,
        const Text* link = nullptr,
        Screen screen = Screen::home
    );
    void row_line(); // A hairline across the card.

  private:
    ui::a11y::Scope _scope;
    ui::Card _card;
    ui::Column _column; // Rows stand close, whatever the gap between panels.
    float _padding;
};

template <class T>
Result<T> Portal::decode(const net::HttpResponse& response) {
    if (response.status == 401)
        _signed_out = true;
    if (response.status != 200)
        return net::error_of(response, _language);
    auto json = parse_json(response.body, _language);
    if (!json)
        return json.error();
    T value;
    read(*json, value);
    return value;
}

} // namespace carnet::portal
