// JSON → models of the portal.
#include "web/portal/models.hpp"

#include "shared/core/json.hpp"

namespace carnet::portal {

namespace {

Date date_of(const Json& json, std::string_view key) {
    return parse_iso_date(json_string(json, key)).value_or(Date{});
}

Instant instant_of(const Json& json, std::string_view key) {
    return parse_iso_instant(json_string(json, key)).value_or(Instant{});
}

int number_of(const Json& json, std::string_view key) {
    return static_cast<int>(json_int(json, key));
}

template <class T>
void read_list(const Json& json, std::string_view key, std::vector<T>& out) {
    const Json& list = json_at(json, key);
    if (!list.is_array())
        return;
    out.reserve(list.size());
    for (const auto& item : list)
        read(item, out.emplace_back());
}

} // namespace

void read(const Json& json, Place& out) {
    out.id = json_int(json, "id");
    out.name = json_string(json, "name");
    out.unread = number_of(json, "unread");
    const Json& rights = json_at(json, "rights");
    out.rights = {
        .projects = json_bool(rights, "projects"),
        .tasks = json_bool(rights, "tasks"),
        .comment = json_bool(rights, "comment"),
        .approve = json_bool(rights, "approve"),
        .documents = json_bool(rights, "documents"),
        .invoices = json_bool(rights, "invoices")};
}

void read(const Json& json, Milestone& out) {
    out.id = json_int(json, "id");
    out.name = json_string(json, "name");
    out.due_on = date_of(json, "due_on");
    out.is_done = json_bool(json, "is_done");
}

void read(const Json& json, Task& out) {
    out.id = json_int(json, "id");
    out.name = json_string(json, "name");
    out.due_on = date_of(json, "due_on");
    out.is_done = json_bool(json, "is_done");
}

void read(const Json& json, Project& out) {
    out.id = json_int(json, "id");
    out.name = json_string(json, "name");
    out.summary = json_string(json, "summary");
    out.state = json_string(json, "state");
    out.progress = number_of(json, "progress");
    out.started_on = date_of(json, "started_on");
    out.due_on = date_of(json, "due_on");
    read_list(json, "milestones", out.milestones);
}

void read(const Json& json, Version& out) {
    out.id = json_int(json, "id");
    out.number = number_of(json, "number");
    out.file_name = json_string(json, "file_name");
    out.note = json_string(json, "note");
    out.media_type = json_string(json, "media_type");
    out.size_bytes = json_int(json, "size_bytes");
    out.created_at = instant_of(json, "created_at");
    out.by = json_string(json, "by");
}

void read(const Json& json, Approval& out) {
    out.id = json_int(json, "id");
    out.version_id = json_int(json, "version_id");
    out.version = number_of(json, "version");
    out.decision = json_string(json, "decision");
    out.comment = json_string(json, "comment");
    out.by = json_string(json, "by");
    out.sha256 = json_string(json, "sha256");
    out.at = instant_of(json, "at");
}

void read(const Json& json, Deliverable& out) {
    out.id = json_int(json, "id");
    out.project_id = json_int(json, "project_id");
    out.name = json_string(json, "name");
    out.description = json_string(json, "description");
    out.state = json_string(json, "state");
    out.project = json_string(json, "project");
    out.may_answer = json_bool(json, "may_answer");
    read_list(json, "versions", out.versions);
    read_list(json, "approvals", out.approvals);
}

void read(const Json& json, File& out) {
    out.id = json_int(json, "id");
    out.version_id = json_int(json, "version_id");
    out.name = json_string(json, "name");
    out.folder = json_string(json, "folder");
    out.media_type = json_string(json, "media_type");
    out.size_bytes = json_int(json, "size_bytes");
    out.created_at = instant_of(json, "created_at");
    out.is_new = json_bool(json, "is_new");
}

void read(const Json& json, Conversation& out) {
    out.project_id = json_int(json, "project_id");
    out.name = json_string(json, "name");
    out.unread = number_of(json, "unread");
}

void read(const Json& json, Folder& out) {
    out.id = json_int(json, "id");
    out.name = json_string(json, "name");
    out.files = number_of(json, "files");
}

void read(const Json& json, Message& out) {
    out.id = json_int(json, "id");
    out.project_id = json_int(json, "project_id");
    out.body = json_string(json, "body");
    out.by = json_string(json, "by");
    out.mine = json_bool(json, "mine");
    out.unread = json_bool(json, "unread");
    out.at = instant_of(json, "at");
}

void read(const Json& json, Me& out) {
    const Json& contact = json_at(json, "contact");
    out.id = json_int(contact, "id");
    out.name = json_string(contact, "name");
    out.first_name = json_string(contact, "first_name");
    out.email = json_string(contact, "email");
    out.language = parse_language(json_string(contact, "language"));
    out.workspace = json_string(json_at(json, "workspace"), "name");
    out.build = json_string(json, "build");
    out.preview = json_bool(json, "preview");
    read_list(json, "clients", out.places);
}

void read(const Json& json, Home& out) {
    read_list(json, "projects", out.projects);
    read_list(json, "to_approve", out.to_approve);
    read_list(json, "documents", out.documents);
    read_list(json, "messages", out.messages);
    out.new_documents = number_of(json, "new_documents");
    const Json& team = json_at(json, "team");
    out.team = {json_string(team, "name"), json_string(team, "email"), json_string(team, "phone")};
}

void read(const Json& json, News& out) {
    out.id = json_int(json, "id");
    out.project_id = json_int(json, "project_id");
    out.folder_id = json_int(json, "parent");
    out.version_id = json_int(json, "version_id");
    out.kind = json_string(json, "kind");
    out.title = json_string(json, "title");
    out.detail = json_string(json, "detail");
    out.at = instant_of(json, "at");
}

void read(const Json& json, NewsPage& out) {
    out.count = number_of(json, "count");
    read_list(json, "items", out.items);
}

void read(const Json& json, ProjectPage& out) {
    read(json_at(json, "project"), out.project);
    out.client_id = json_int(json_at(json, "project"), "client_id");
    read_list(json, "milestones", out.project.milestones);
    read_list(json, "tasks", out.tasks);
    read_list(json, "deliverables", out.deliverables);
}

void read(const Json& json, FolderPage& out) {
    out.may_add = json_bool(json, "may_add");
    read_list(json, "path", out.path);
    read_list(json, "folders", out.folders);
    read_list(json, "files", out.files);
}

void read(const Json& json, MessagePage& out) {
    read_list(json, "items", out.items);
    read_list(json, "conversations", out.conversations);
}

} // namespace carnet::portal
