// What the portal's server tells, as the program keeps it. Own small structs, not the tables of
// shared/domain: those know fields that no contact may ever read about.
#pragma once

#include "shared/core/i18n.hpp"
#include "shared/core/json_fwd.hpp"
#include "shared/core/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace carnet::portal {

struct Rights {
    bool projects = false, tasks = false, comment = false, approve = false, documents = false,
         invoices = false;
};

// One of the companies the contact belongs to.
struct Place {
    std::int64_t id = 0;
    std::string name;
    int unread = 0; // Messages.
    Rights rights;
};

struct Me {
    std::int64_t id = 0;
    std::string name, first_name, email, workspace, build;
    Language language = Language::fr;
    std::vector<Place> places;
    bool preview = false; // Somebody of the team looks at what this contact sees.
};

struct Milestone {
    std::int64_t id = 0;
    std::string name, project; // `project` only on the home page.
    Date due_on;
    bool is_done = false;
};

struct Task {
    std::int64_t id = 0;
    std::string name;
    Date due_on;
    bool is_done = false;
};

struct Project {
    std::int64_t id = 0;
    std::string name, summary, state;
    int progress = 0; // Percent.
    Date started_on, due_on;
    std::vector<Milestone> milestones;
};

struct Version {
    std::int64_t id = 0;
    int number = 0;
    std::string file_name, note, media_type;
    std::int64_t size_bytes = 0;
    Instant created_at;
    std::string by;
};

struct Approval {
    std::int64_t id = 0, version_id = 0;
    int version = 0;
    std::string decision, comment, by, sha256;
    Instant at;
};

struct Deliverable {
    std::int64_t id = 0, project_id = 0;
    std::string name, description, state, project;
    bool may_answer = false;
    std::vector<Version> versions; // The latest first.
    std::vector<Approval> approvals;
};

struct File {
    std::int64_t id = 0, version_id = 0;
    std::string name, folder, media_type;
    std::int64_t size_bytes = 0;
    Instant created_at;
    bool is_new = false; // Not opened yet.
};

struct Folder {
    std::int64_t id = 0;
    std::string name;
    int files = 0;
};

struct Message {
    std::int64_t id = 0, project_id = 0;
    std::string body, by;
    bool mine = false, unread = false;
    Instant at;
};

// What is said about one project.
struct Conversation {
    std::int64_t project_id = 0;
    std::string name;
    int unread = 0;
};

// Whom to ask in the team.
struct TeamContact {
    std::string name, email, phone;
};

struct Home {
    std::vector<Project> projects;
    std::vector<Deliverable> to_approve;
    std::vector<File> documents;
    std::vector<Message> messages;
    int new_documents = 0;
    TeamContact team; // Without a name: nobody in particular.
};

// Something that waits for the contact.
struct News {
    std::int64_t id = 0, project_id = 0, folder_id = 0, version_id = 0;
    std::string kind, title, detail; // kind: "deliverable", "file", "message".
    Instant at;
};
struct NewsPage {
    int count = 0; // Of all; `items` are the first of them.
    std::vector<News> items;
};

struct ProjectPage {
    Project project;
    std::int64_t client_id = 0;
    std::vector<Task> tasks;
    std::vector<Deliverable> deliverables;
};

struct FolderPage {
    bool may_add = false; // Files, here.
    std::vector<Folder> path, folders;
    std::vector<File> files;
};

struct MessagePage {
    std::vector<Message> items;
    std::vector<Conversation> conversations;
};

// Tolerant of what is absent: defaults stay.
void read(const Json& json, Place& out);
void read(const Json& json, Milestone& out);
void read(const Json& json, Task& out);
void read(const Json& json, Project& out);
void read(const Json& json, Version& out);
void read(const Json& json, Approval& out);
void read(const Json& json, Deliverable& out);
void read(const Json& json, File& out);
void read(const Json& json, Folder& out);
void read(const Json& json, Message& out);
void read(const Json& json, Conversation& out);
void read(const Json& json, Me& out);
void read(const Json& json, Home& out);
void read(const Json& json, News& out);
void read(const Json& json, NewsPage& out);
void read(const Json& json, ProjectPage& out);
void read(const Json& json, FolderPage& out);
void read(const Json& json, MessagePage& out);

} // namespace carnet::portal
