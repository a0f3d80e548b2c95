// What views ask for: small structs, run after drawing. Views never act themselves.
#pragma once

#include "shared/core/i18n.hpp"
#include "web/app/route.hpp"
#include "web/net/writes.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace carnet::app {

struct Navigate {
    Route route;
    bool replace = false; // No new entry in the browser's history even for another place.
    bool force = false;   // The person has agreed to lose what is unsaved.
};
struct GoBack {}; // From a sheet or form to the list as it was left.

// One change sent to the server. `toast` is shown when it went through, with "Annuler" when the
// answer names an action.
struct Write {
    net::WriteRequest request;
    net::Ticket ticket; // Filled when the answer is in; create it with new_ticket() to look at it.
    std::string toast;
    std::string toast_detail;
    std::int64_t client_id = 0; // What was read about this client is asked again.
    bool words = false;         // Words, team, roles or workspace changed.
    bool quiet_errors = false;  // The view shows the error itself.
    std::function<void(const net::Outcome&)>
        then; // Runs on the main thread; must not hold references to views.
};

enum class ToastKind { success, error, info };
struct ShowToast {
    ToastKind kind = ToastKind::info;
    std::string title;
    std::string detail;
    std::int64_t undo_action = 0; // "Annuler" puts this action back.
    std::int64_t undo_rest = 0;   // "Annuler le reste": what nobody changed since.
    bool offers_redo = false;
};
struct Undo {
    std::int64_t action = 0;     // 0: my last one.
    bool skip_conflicts = false; // Leaves what somebody has changed since.
};
struct Redo {};

enum class Theme { system, light, dark };
struct SetTheme {
    Theme theme = Theme::system;
};
struct SetLanguage {
    Language language = Language::fr;
};
struct SetLetters {
    bool act = true; // See letters_act().
};
struct SetRailOpen {
    bool open = true;
};
struct OpenPalette {
    std::string text;
};
struct OpenShortcuts {};
// Which contacts see an item of a client in the portal, and why.
struct ShowReaders {
    std::int64_t client_id = 0;
    const char* kind = ""; // As the server calls it: "task".
    std::int64_t id = 0;
};
// What a person says to the letters of net::Writes::mails().
struct AnswerMails {
    const char* wish = "";
};
struct SignOut {};
struct CopyText {
    std::string text;
};
struct Download {
    std::string path;
};
struct OpenUrl {
    std::string url;
};
struct ReloadPage {};
// The browser's file dialog; within a gesture. The file comes back as Context::dropped of a later
// frame.
struct PickFile {
    std::string accept;
    bool many = false;
};

using Command = std::variant<
    Navigate,
    GoBack,
    Write,
    ShowToast,
    Undo,
    Redo,
    SetTheme,
    SetLanguage,
    SetLetters,
    SetRailOpen,
    OpenPalette,
    OpenShortcuts,
    ShowReaders,
    AnswerMails,
    SignOut,
    CopyText,
    Download,
    OpenUrl,
    ReloadPage,
    PickFile>;
using Commands = std::vector<Command>;

inline net::Ticket new_ticket() {
    return std::make_shared<net::Outcome>();
}

} // namespace carnet::app
