// What the server's answers look like to the views: plain data, decoded once per answer.
#pragma once

#include "shared/domain/all_entities.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace carnet::net {

// GET /api/session.
struct Me {
    Actor actor;
    std::string name;
    std::string email;
    std::string phone;
    Workspace workspace;
    std::int64_t position = 0;
    std::string build; // Of the server; another one than the page's means a newer version is out.
    Instant now;
};

struct Person {
    std::int64_t id = 0;
    std::string name;
    bool is_active = true;
};

// GET /api/words: everything that gives names to identifiers.
struct Words {
    std::vector<Tag> tags;
    std::vector<Option> options;
    std::vector<Person> users;
    std::vector<SavedView> views;

    const Tag* tag(std::int64_t id) const;
    const Option* option(std::int64_t id) const;
    const Person* user(std::int64_t id) const;
    std::string user_name(std::int64_t id) const;                 // "" when unknown.
    std::vector<const Option*> list(std::string_view list) const; // In order of position.
};

// Where a contact stands on its way into the portal.
struct PortalState {
    std::string status; // "never", "invited", "active", "revoked".
    Instant invitation_ends, seen;
    std::string mail_state, mail_error; // Of the last invitation; "" without one.
};

struct SheetContact {
    ClientContact link;
    Contact contact;
    PortalState portal;
    std::int64_t version = 0;
};

// GET /api/clients/:id.
struct ClientSheet {
    Client client;
    std::int64_t version = 0; // Position at which all of it was read.
    std::vector<SheetContact> contacts;
    std::vector<Address> addresses;
    std::vector<Project> projects;
    std::vector<ProjectTask> tasks; // The next ones, of all its projects.
    std::int64_t task_count = 0;    // Open ones.
    std::int64_t activity_count = 0;
    std::int64_t document_count = 0; // Those the reader sees.
    std::int64_t completeness = 0;   // Percent.
    // Beside the state: what usually comes next; with `advised_state`, a word, the state that the
    // projects speak for.
    std::string advice, advice_reason, advised_state;

    const SheetContact* contact(std::int64_t contact_id) const;
    const SheetContact* link(std::int64_t link_id) const;
    const SheetContact* main_contact() const;
};

// GET /api/projects: one page of the list.
struct ProjectRow {
    Project project;
    std::string client_name;
    std::int64_t to_approve = 0; // Deliverables.
    std::string milestone;       // The next one; "" when there is none.
    Date milestone_on;
};
struct ProjectList {
    std::vector<ProjectRow> rows;
    std::int64_t version = 0;
    std::int64_t count = 0;
    std::int64_t budget_cents = 0;
    std::array<std::int64_t, 4> by_state{}; // Whatever state was asked for.
};

// GET /api/projects/:id.
struct VersionItem {
    DeliverableVersion version;
    std::string by;
};
struct ApprovalItem {
    Approval approval;
    std::string by; // The contact.
};
struct DeliverableItem {
    Deliverable deliverable;
    std::vector<VersionItem> versions; // Latest first, as the approvals.
    std::vector<ApprovalItem> approvals;
};
struct ProjectPage {
    Project project;
    std::int64_t version = 0;
    std::string client_name;
    bool may_edit = false;
    bool may_log = false; // Tick one's own tasks.
    std::vector<Milestone> milestones;
    std::vector<ProjectTask> tasks;
    std::vector<DeliverableItem> deliverables;
};

// GET /api/clients/:id/messages.
struct MessageItem {
    std::int64_t id = 0;
    std::string body, by;
    std::int64_t author = 0;   // Of the avatar.
    bool shared = false;       // The client's contacts read it.
    bool from_contact = false; // One of them wrote it.
    Instant at;
};
struct MessagePage {
    std::vector<MessageItem> items; // Oldest first.
    std::string next;               // `before` of the earlier ones.
};

// GET /api/mail-settings and GET /api/mails.
struct MailServer {
    std::string host, security = "starttls", user_name, from_name, from_address, base_url,
                      effective_url;
    std::int64_t port = 587;
    bool has_password = false, by_environment = false, ready = false;
};
struct MailRow {
    std::int64_t id = 0;
    std::string to, subject, state, error;
    Instant at;
};

// GET /api/clients/:id/timeline.
struct TimelinePage {
    std::vector<Activity> items;
    std::string next; // Value of `before` of the next page; "" at the end.
    std::int64_t version = 0;
};

// GET /api/clients/:id/history and GET /api/journal: the journal grouped by action.
struct HistoryChange {
    std::int64_t seq = 0;
    std::string entity;
    std::int64_t entity_id = 0;
    std::string op; // "create", "update", "delete".
    std::string field;
    std::string field_label;
    std::string entity_label;
    std::string name;     // Of the created or deleted record.
    std::string old_text; // Ready to show, or as in JSON: a moment is written in the reader's zone.
    std::string new_text;
    bool is_moment = false;
    bool revertible = false;
};
struct HistoryEntry {
    std::int64_t action = 0;
    Instant at;
    std::int64_t user_id = 0;
    std::string user_name;
    std::string kind;
    std::string label;
    std::int64_t client_id = 0;
    std::string client_name;
    std::int64_t client_count = 0;
    std::int64_t undone_by = 0;
    std::int64_t undoes = 0;
    bool can_undo = false; // The journal's list: as far as its kind goes.
    std::vector<HistoryChange> changes;
};
struct HistoryPage {
    std::vector<HistoryEntry> items;
    std::string next;
};

// GET /api/users.
struct TeamMember {
    User user;
    std::int64_t version = 0;
    Instant last_seen;
    bool invited = false; // Never signed in yet.
};

// GET /api/roles.
struct RolesPage {
    std::array<Grants, role_count> grants = {};
    std::int64_t version = 0;
};

// GET /api/search: contacts for the palette.
struct FoundContact {
    std::int64_t id = 0;
    std::string name;
    std::int64_t client_id = 0;
    std::string client_name;
    std::string email;
    std::string phone;
    std::string job_title;
};

// GET /api/duplicates.
struct Duplicate {
    std::int64_t client_id = 0;
    std::string name;
    std::string reference;
    std::int64_t score = 0; // 0–100.
    std::string reason;     // "même SIREN", ready to show.
};

// POST /api/imports: what the file looks like.
struct ImportColumn {
    std::string heading;
    std::vector<std::string> samples;
    std::string suggested; // Our column, "" when not recognised.
};
struct ImportFile {
    std::int64_t id = 0;
    std::string name;
    std::vector<ImportColumn> columns;
    std::int64_t rows = 0;
    std::string encoding;
    std::string separator;
    std::vector<std::pair<std::string, std::string>> targets; // Our columns: word, label.
};

// POST /api/imports/:id/plan: the dry run.
struct ImportCell {
    std::string column;
    std::string old_text;
    std::string new_text;
    std::string error;
};
struct ImportRow {
    std::int64_t line = 0;
    std::string action; // "create", "update", "unchanged", "refused".
    std::int64_t client_id = 0;
    std::string name;
    std::string error; // Of the whole row.
    std::vector<ImportCell> cells;
};
struct ImportPlan {
    std::int64_t create = 0, update = 0, unchanged = 0, refused = 0;
    std::vector<ImportRow> rows;
    std::int64_t next = 0; // Offset of the next page of rows; 0 at the end.
};

} // namespace carnet::net
