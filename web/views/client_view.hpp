// The client sheet (designs 02, 02b, 02c, 12b): identity, tabs, and what is being edited in it. One
// file per region.
#pragma once

#include "web/app/context.hpp"
#include "web/ui/ui.hpp"
#include "web/views/client_documents.hpp"
#include "web/views/new_task.hpp"
#include "web/views/record_edit.hpp"

#include <map>
#include <optional>
#include <set>

namespace carnet::views {

// A field of the client that is being changed in place.
struct FieldEdit {
    std::string field;
    std::int64_t version = 0; // The sheet's when the editing began.
    Client draft;
    std::string typed; // Text kinds: what stands in the field.
    std::optional<std::int64_t> number;
    std::string error;
    float width = 0; // Of the control, in this frame.
    bool first_frame = false;
};

// A change on its way: its value is shown until the sheet has been read again.
struct Save {
    net::Ticket ticket;
    std::string field;
    Value value;
    Json fields; // As sent.
};

struct Composer {
    Activity draft;
    Activity original;   // Of an activity that is being corrected.
    bool loaded = false; // The kept draft has been read.
    bool focus = false;
    std::optional<std::int64_t> minutes;
    bool has_date = false; // Else: now.
    Date date;
    std::string time;
    std::string error;
    std::int64_t editing = 0; // Id of an activity that is being corrected.
    std::int64_t version = 0;
    net::Ticket ticket;
};

struct TimelineFilter {
    int index = 0;
    std::vector<std::string> cursors; // `before` of the pages after the first.
};

struct ContactEdit {
    bool open = false;
    std::int64_t link_id = 0; // 0: a new one.
    Contact contact, contact_original;
    ClientContact link, link_original;
    std::int64_t version = 0;
    std::int64_t existing = 0; // A contact that exists already, to be added to this client.
    std::string search;
    ui::FormState form, link_form;
    net::Ticket ticket;
};

// Changes of a contact's rights that are not saved yet: what they give and take is shown first
//
struct PortalEdit {
    std::int64_t link_id = 0;
    ClientContact base;              // As it was when the person began.
    std::int64_t saved_version = -1; // Of the sheet when the last save was acknowledged.
    ClientContact draft;
    net::Ticket ticket;
};

// The invitation's mail, looked at before it leaves.
struct Invitation {
    bool open = false, asking_revoke = false;
    std::int64_t link_id = 0;
    net::Ticket ticket;
    std::shared_ptr<std::optional<Result<Json>>> preview;
};

struct MessageDraft {
    std::string body, error;
    bool shared = false; // Internal unless shared on purpose.
    std::vector<std::string> cursors;
    net::Ticket ticket;
};

struct ConvertPerson {
    bool open = false;
    std::string legal_name, siret, vat_number;
    ui::FormState form;
    net::Ticket ticket;
};

// What was seen last, to fade what somebody else changes.
struct Seen {
    std::map<std::string, std::string> values;
    std::map<std::string, double> changed_at_ms;
    bool filled = false;
};

struct ClientView {
    std::int64_t id = 0;
    // What is open: the field with the focus, and those that were left with a wrong value.
    std::vector<FieldEdit> edits;
    std::string closed_field; // Closed by a key: its value takes the focus.
    std::vector<Save> saves;
    Conflict conflict;
    Composer composer;
    TimelineFilter timeline;
    std::string timeline_search;
    RecordEdit address, project;
    LinkProject link;
    NewTask new_task;
    ContactEdit contact;
    PortalEdit portal;
    Invitation invitation;
    MessageDraft message;
    ConvertPerson convert;
    DocumentsView documents;
    Seen seen;
    bool memo_editing = false;
    std::string memo_draft;
    std::int64_t memo_version = 0;
    bool memo_focus = false;
    net::Ticket memo_ticket;
    std::string contact_search;
    std::int64_t contact_cursor = -1;
    std::set<std::int64_t> history_open;
    std::vector<std::string> history_cursors;
    bool sections[4] = {true, true, true, true};
    bool asking_bin = false;
    std::int64_t asking_delete_activity = 0;
    std::int64_t asking_remove_contact = 0;
    bool asking = false; // One of the above has its question open.
};

// The tab that is meant: without one in the address, "Fiche" on a phone (design 02c) and
// "Activité" elsewhere; and how it is written there.
app::SheetTab tab_shown(app::SheetTab tab);
app::SheetTab tab_written(app::SheetTab tab);

void client_ui(
    ClientView& view, const app::ClientRoute& route, app::Context& context, ui::Rect panel
);

// --- Regions of the sheet, one file each; called by client_ui. ---
void client_bar_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, ui::Rect bar
);
void client_actions_menu_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, const char* id
);
void client_state_menu_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_questions_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_identity_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, ui::Rect box
);
void client_identity_head_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context
);
// A line "label  value" that becomes a field when clicked (client_fields.cpp).
void client_field_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, std::string_view field
);
void begin_field_edit(ClientView& view, const net::ClientSheet& sheet, std::string_view field);
// The place changes while fields are open: they are saved like fields that are left.
void leave_client(ClientView& view, app::Context& context);
// Looks at the changes on their way: errors return to their field, conflicts open the dialog.
void follow_saves(
    ClientView& view, const net::ClientSheet& sheet, bool fresh, app::Context& context
);
// Under which the unsaved memo is kept among the drafts.
std::string memo_draft_key(const ClientView& view);
// A conflict that is put aside leaves what was typed in its open field.
void follow_conflict_answer(
    ClientView& view,
    const net::ClientSheet& sheet,
    ui::ConflictAnswer answer,
    app::Context& context
);
void client_information_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_activity_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, ui::Rect box
);
void client_composer_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_timeline_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_figures_ui(const net::ClientSheet& sheet, app::Context& context);
void client_memo_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_addresses_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_tasks_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void begin_address(ClientView& view, const net::ClientSheet& sheet, const Address& address);
void client_address_form_ui(ClientView& view, bool may, app::Context& context);
void client_projects_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, ui::Rect box
);
void client_contacts_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, ui::Rect box
);
// One contact beside the list (client_contact_aside.cpp), and whether it is taken off the client.
void client_contact_aside_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    const net::SheetContact& contact,
    app::Context& context,
    ui::Rect box
);
void client_contact_removal_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context
);
// Shows a contact of the tab beside the list; 0: none.
void select_contact(const ClientView& view, std::int64_t contact, app::Context& context);
// Rights of each contact on the portal, under the list of contacts (client_presets.cpp).
// `chosen`: the contact whose column stands out, or 0.
void client_presets_ui(
    const net::ClientSheet& sheet, std::int64_t chosen, app::Context& context, ui::Rect box
);
// The portal's part of a contact's aside, its invitation, and what a change gives or takes
// (client_portal.cpp).
void client_portal_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    const net::SheetContact& contact,
    app::Context& context
);
// Opens the portal as this contact sees it, in another window.
void view_as(ClientView& view, std::int64_t link_id, app::Context& context);
// Asks for the mail of an invitation, which is looked at before it leaves (client_invitation.cpp).
void ask_invitation(ClientView& view, const net::SheetContact& contact, app::Context& context);
void client_invitation_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
// How far somebody's access to the portal is, in the table, the aside and the sidebar.
struct PortalMark {
    std::string label;
    ui::BadgeOptions look;
};
PortalMark portal_mark(const net::SheetContact& contact, const app::Context& context);
void portal_badge_ui(const net::SheetContact& contact, app::Context& context);
void portal_changes_ui(
    const std::string& name,
    const ClientContact& before,
    const ClientContact& after,
    app::Context& context
);
void client_messages_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, ui::Rect box
);
void client_contact_form_ui(ClientView& view, const net::ClientSheet& sheet, app::Context& context);
void client_history_ui(
    ClientView& view, const net::ClientSheet& sheet, app::Context& context, ui::Rect box
);

// --- Shared by the regions ---

// "/api/client-contacts/5/invite".
std::string contact_link_path(std::int64_t link_id, std::string_view what = {});
// A form's surroundings: rights on this client and the words of reference fields.
ui::FormContext client_form(
    ui::FormState& state,
    const net::ClientSheet& sheet,
    app::Context& context,
    Permission permission
);
// As take_conflict() of record_edit.hpp, for a record of the sheet's client.
bool take_conflict(
    ClientView& view,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    const Json& fields,
    app::Context& context
);
// The same for a body of several groups.
bool take_body_conflict(
    ClientView& view,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    Json body,
    const char* group,
    app::Context& context
);
// When somebody else has just changed this value: amber behind `box`, fading.
void fade_ui(
    ClientView& view,
    std::string_view key,
    const std::string& value,
    ui::Rect box,
    app::Context& context
);

} // namespace carnet::views
