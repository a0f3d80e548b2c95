// Adding or changing one record, in a dialog or on a page of the settings: draft, form and requests
// for any entity of the field tables, so that a new kind of record is a table of lines and not
// another view.
#pragma once

#include "shared/core/json.hpp"
#include "web/app/context.hpp"
#include "web/app/format.hpp"
#include "web/ui/ui.hpp"

#include <memory>
#include <span>
#include <vector>

namespace carnet::views {

// Two people changed the same field: mine, theirs, original.
struct Conflict {
    bool open = false;
    std::string path;  // PATCH path.
    Json body;         // As it was refused: what else was changed goes out with the answer.
    std::string group; // Part of the body that holds the field: "fields", "contact".
    const EntitySpec* spec = nullptr;
    net::Ticket ticket; // Of the answer.
    std::string field;
    std::string label;
    Json mine;
    std::string mine_text, theirs_text, original_text;
    std::string by, at;
    std::int64_t client_id = 0;
    bool can_combine = false;
};
// Keeps the conflict of a refused PATCH for the dialog. True when there was one. `fields` is the
// group of the body that `spec` describes.
bool take_conflict(
    Conflict& conflict,
    std::int64_t client_id,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    const Json& fields,
    app::Context& context
);
// The same for a body of several groups.
bool take_body_conflict(
    Conflict& conflict,
    std::int64_t client_id,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    Json body,
    const char* group,
    app::Context& context
);
// The answer in the frame of its click; `cancel` leaves what was typed to the caller.
ui::ConflictAnswer conflict_ui(Conflict& conflict, app::Context& context);

// Words for a reference field ("user", "option", "tag").
std::vector<ui::SelectItem> reference_items(const Field& field, const app::Context& context);
// {"name":{"value":…,"version":…}} of what differs between two entities.
Json changed_fields(
    const EntitySpec& spec, const void* original, const void* draft, std::int64_t version
);
// All fields a person may set that are not empty: the body of a creation.
Json filled_fields(const EntitySpec& spec, const void* entity);
// The same for a contact's place at a client, whose form has no switches: the server fills those
// nobody names by the roles (CF-18).
Json filled_fields(const ClientContact& link);
// PATCH of one field of a record; the answer is read by everybody through the live stream.
void change_field(
    std::int64_t client_id,
    std::int64_t version,
    const std::string& path,
    std::string_view field,
    Json value,
    std::string toast,
    app::Context& context
);
// Puts a refused write's messages under the fields.
void take_errors(ui::FormState& form, const Error& error);

// What is open.
struct RecordEdit {
    bool open = false;
    const EntitySpec* spec = nullptr;
    std::int64_t id = 0;        // 0: a new one.
    std::int64_t version = 0;   // Position at which the record was read.
    std::int64_t client_id = 0; // Whose pages are read again.
    std::string path;           // POST of a new one; PATCH and DELETE of the record.
    std::shared_ptr<void> draft, original;
    ui::FormState form;
    net::Ticket ticket;
};

// One line of the form: a field, or two or three side by side.
struct RecordLine {
    std::string_view left, right = {}, third = {};
};

// Fields of a record two by two: Tab goes as people read.
void pairs_ui(
    ui::FormContext& form,
    const EntitySpec& spec,
    void* entity,
    std::initializer_list<RecordLine> lines
);

struct RecordLook {
    Text title_new, title_edit;
    Text added, saved, deleted; // Toasts; {name} is the record's.
    std::span<const RecordLine> lines;
    float width = 560;
    Text intro = {};
    Text verb_new = {};
    bool words = false; // Of the workspace: names and rights are read again after the save.
    // Fields that make no sense with the record as it is.
    bool (*skips)(const RecordEdit& edit, std::string_view field) = nullptr;
    // Rules that span fields.
    std::vector<FieldError> (*check)(const void* draft, Language language) = nullptr;
};

// "Lier un projet" on a client's sheet, and choosing a client for a project.
struct LinkProject {
    bool open = false;
    bool just_opened = false;
    std::string text;
};

// Opens the dialog on a copy of `entity`; on a blank one with null. An entity without an id is a
// new one that is filled in already.
void begin_record(
    RecordEdit& edit,
    const EntitySpec& spec,
    const void* entity,
    std::string path,
    std::int64_t version,
    std::int64_t client_id
);
// The dialog while it is open, and what comes back from the server. A conflict goes to `conflict`.
// `may_delete` false: the page deletes its record itself.
void record_ui(
    RecordEdit& edit,
    const RecordLook& look,
    Conflict& conflict,
    app::Context& context,
    bool may_edit,
    bool may_delete = true
);
// The same form on a page, with its button; who may save it may write each of its fields.
void begin_page(RecordEdit& edit, const EntitySpec& spec, const void* entity, std::string path);
void record_page_ui(RecordEdit& edit, const RecordLook& look, app::Context& context, bool may_edit);

// The dialog "Lier un projet" of a client's sheet (CF-29); a new one goes on in `edit`.
void link_project_ui(
    LinkProject& link, const net::ClientSheet& sheet, RecordEdit& edit, app::Context& context
);
void begin_client_project(RecordEdit& edit, std::int64_t client, std::int64_t version);
// A new project from the list of all: the client is chosen, then the form opens.
void new_project_ui(
    LinkProject& choice, RecordEdit& edit, Conflict& conflict, app::Context& context
);

// The project's form, on the client's sheet and on the project's page.
extern const RecordLook project_look;
ui::BadgeOptions project_state_badge(ProjectState state);
void project_team_ui(const Project& project, const app::Context& context, float size = 24);

} // namespace carnet::views
