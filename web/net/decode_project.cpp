// Projects: a page of the list, and one project with everything that hangs on it.
#include "shared/core/json.hpp"
#include "web/net/decode.hpp"

namespace carnet::net {

namespace {

template <class T>
std::vector<T> rows_of(const Json& json, std::string_view key, Language language) {
    std::vector<T> rows;
    for (const auto& item : json_at(json, key))
        rows.push_back(read<T>(item, language));
    return rows;
}

DeliverableItem decode_deliverable(const Json& json, Language language) {
    DeliverableItem item;
    item.deliverable = read<Deliverable>(json, language);
    for (const auto& version : json_at(json, "versions"))
        item.versions.push_back(
            {read<DeliverableVersion>(version, language), json_string(version, "by")}
        );
    for (const auto& approval : json_at(json, "approvals"))
        item.approvals.push_back({read<Approval>(approval, language), json_string(approval, "by")});
    return item;
}

} // namespace

ProjectList decode_projects(const Json& json, Language language) {
    ProjectList list;
    const Json& totals = json_at(json, "totals");
    const Json& by_state = json_at(totals, "by_state");
    list.version = json_int(json, "position");
    list.count = json_int(totals, "count");
    list.budget_cents = json_int(totals, "budget_cents");
    for (std::size_t i = 0; i < project_state_choices.size(); ++i)
        list.by_state[i] = json_int(by_state, project_state_choices[i].value);
    for (const auto& item : json_at(json, "rows")) {
        ProjectRow row;
        row.project = read<Project>(item, language);
        row.client_name = json_string(item, "client_name");
        row.to_approve = json_int(item, "to_approve");
        const Json& next = json_at(item, "next_milestone");
        row.milestone = json_string(next, "name");
        row.milestone_on = parse_iso_date(json_string(next, "due_on")).value_or(Date{});
        list.rows.push_back(std::move(row));
    }
    return list;
}

ProjectPage decode_project(const Json& json, Language language) {
    ProjectPage page;
    page.project = read<Project>(json_at(json, "project"), language);
    page.version = json_int(json, "position");
    page.client_name = json_string(json_at(json, "client"), "name");
    page.may_edit = json_bool(json_at(json, "may"), "projects_edit");
    page.may_log = json_bool(json_at(json, "may"), "activities_log");
    page.milestones = rows_of<Milestone>(json, "milestones", language);
    page.tasks = rows_of<ProjectTask>(json, "tasks", language);
    for (const auto& item : json_at(json, "deliverables"))
        page.deliverables.push_back(decode_deliverable(item, language));
    return page;
}

} // namespace carnet::net
