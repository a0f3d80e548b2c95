// See project_records.hpp.
#include "backend/features/project_records.hpp"

#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/activity.hpp"
#include "shared/domain/contact.hpp"
#include "shared/texts/server_projects.hpp"
#include "shared/texts/validation.hpp"

#include <array>
#include <set>

namespace carnet {

namespace {

const EntitySpec& project_spec = EntityOf<Project>::spec;

// What hangs on a project, and how its rows find their project. In order: parents first.
struct Below {
    const EntitySpec* spec;
    std::string_view where; // Rows of :project.
};
constexpr std::string_view of_project = "project_id = :project";
constexpr std::string_view of_deliverable =
    "deliverable_id IN (SELECT id FROM deliverable WHERE project_id = :project)";
constexpr std::array below = {
    Below{&EntityOf<Milestone>::spec, of_project},
    Below{&EntityOf<ProjectTask>::spec, of_project},
    Below{&EntityOf<Deliverable>::spec, of_project},
    Below{&EntityOf<DeliverableVersion>::spec, of_deliverable},
    Below{&EntityOf<Approval>::spec, of_deliverable},
};

Ids strangers(Transaction& tx, const Below& kind, const Project& project) {
    auto statement = tx.prepare(
        "SELECT id FROM " + std::string(kind.spec->table) + " WHERE " + std::string(kind.where) +
        " AND client_id <> :client"
    );
    statement.bind("project", project.id).bind("client", project.client_id.id);
    Ids ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    return ids;
}

// Everything below a project belongs to the project's client.
Status settle_client(Transaction& tx, const Project& project, Language language) {
    for (const Below& kind : below)
        for (const auto id : strangers(tx, kind, project)) {
            const FieldChange client = change(*kind.spec, "client_id", project.client_id.id);
            if (auto moved = update(tx, *kind.spec, id, {&client, 1}, language); !moved)
                return moved.error();
        }
    return Ok{};
}

Status settle_progress(Transaction& tx, const Project& project, Language language) {
    if (project.progress_mode != ProgressMode::tasks)
        return Ok{};
    auto count = tx.prepare(
        "SELECT count(*), coalesce(sum(is_done), 0) FROM project_task WHERE project_id = :project"
    );
    count.bind("project", project.id);
    const bool any = count.step() && count.integer(0) > 0;
    const std::int64_t progress = any ? count.integer(1) * 100 / count.integer(0) : 0;
    if (progress == project.progress)
        return Ok{};
    const FieldChange derived = change(project_spec, "progress", progress);
    if (auto changed = update(tx, project_spec, project.id, {&derived, 1}, language); !changed)
        return changed.error();
    return Ok{};
}

std::int64_t integer_of(Transaction& tx, std::string_view sql, std::int64_t id) {
    auto statement = tx.prepare(sql);
    statement.bind("id", id);
    return statement.step() ? statement.integer(0) : 0;
}

// The project a row of the journal speaks of; 0 when it speaks of something else. Rows that are
// gone had their whole content written down.
std::int64_t project_of(Transaction& tx, const JournalRow& row) {
    if (row.entity == "project")
        return row.entity_id;
    if (row.entity == "deliverable_version")
        return integer_of(
            tx,
            "SELECT d.project_id FROM deliverable_version v "
            "JOIN deliverable d ON d.id = v.deliverable_id WHERE v.id = :id",
            row.entity_id
        );
    if (row.entity != "task" && row.entity != "milestone" && row.entity != "deliverable")
        return 0;
    const std::string& text = row.op == JournalOp::create ? row.new_value : row.old_value;
    if (row.op != JournalOp::update)
        if (const auto whole = parse_json(text, Language::fr))
            return json_int(*whole, "project_id");
    const EntitySpec& spec = *find_entity(row.entity);
    return integer_of(
        tx, "SELECT project_id FROM " + std::string(spec.table) + " WHERE id = :id", row.entity_id
    );
}

std::string project_name(Transaction& tx, std::int64_t id) {
    const auto project = find<Project>(tx, id);
    return project ? project->name : std::string();
}

} // namespace

Result<Project> open_project(Context& c, std::int64_t id, Permission permission) {
    auto project = find<Project>(c.tx, id);
    if (!project || !sees_client(c.tx, c.actor, project->client_id))
        return not_found(c.language());
    if (auto may = require(c, project->client_id, permission); !may)
        return may.error();
    return std::move(*project);
}

Status settle_project(Transaction& tx, std::int64_t project_id, Language language) {
    const auto project = find<Project>(tx, project_id);
    if (!project)
        return Ok{};
    if (auto settled = settle_client(tx, *project, language); !settled)
        return settled;
    return settle_progress(tx, *project, language);
}

Status settle_projects(Transaction& tx, std::span<const JournalRow> rows, Language language) {
    std::set<std::int64_t> projects;
    for (const auto& row : rows)
        projects.insert(project_of(tx, row));
    for (const auto id : projects)
        if (auto settled = settle_project(tx, id, language); !settled)
            return settled;
    return Ok{};
}

bool is_settled(Transaction& tx, const JournalRow& row, std::span<const JournalRow> rows) {
    if (row.entity != "project" || row.field != "progress")
        return false;
    for (const auto& other : rows)
        if (other.entity == "project" && other.entity_id == row.entity_id &&
            other.field == "progress_mode")
            return false;
    const auto project = find<Project>(tx, row.entity_id);
    return project && project->progress_mode == ProgressMode::tasks;
}

Status record_delivery_event(
    Transaction& tx,
    const Deliverable& deliverable,
    std::int64_t version,
    Language language,
    EventStamp stamp,
    std::string_view comment
) {
    const auto word = deliverable_state_choices[static_cast<std::size_t>(deliverable.state)].value;
    Json what{
        {"state", std::string(word)},
        {"name", deliverable.name},
        {"version", version},
        {"deliverable", deliverable.id},
        {"project", project_name(tx, deliverable.project_id)}};
    if (!comment.empty())
        what["comment"] = std::string(comment);
    return record_event(
        tx, deliverable.client_id, ActivityKind::delivery, what, language, 0, stamp
    );
}

Status set_deliverable_state(
    Transaction& tx, Deliverable& deliverable, DeliverableState state, Language language
) {
    deliverable.state = state;
    const auto word = deliverable_state_choices[static_cast<std::size_t>(state)].value;
    const EntitySpec& spec = EntityOf<Deliverable>::spec;
    const FieldChange changed = change(spec, "state", std::string(word));
    auto done = update(tx, spec, deliverable.id, {&changed, 1}, language);
    return done ? Status(Ok{}) : Status(done.error());
}

std::optional<DeliverableVersion> latest_version(Transaction& tx, std::int64_t deliverable_id) {
    auto found = find_all<DeliverableVersion>(
        tx,
        "WHERE deliverable_id = :deliverable ORDER BY number DESC LIMIT 1",
        [&](Statement& s) { s.bind("deliverable", deliverable_id); }
    );
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

namespace {

void name_parties(Transaction& tx, Approval& approval, const Deliverable& deliverable) {
    if (const auto contact = find<Contact>(tx, approval.contact_id.id))
        approval.contact_name = display_name(*contact);
    if (const auto client = find<Client>(tx, approval.client_id.id))
        approval.client_name = display_name(*client);
    approval.project_name = project_name(tx, deliverable.project_id);
    approval.deliverable_name = deliverable.name;
}

} // namespace

Result<std::int64_t>
answer_deliverable(Transaction& tx, const DeliverableAnswer& answer, Language language) {
    const auto version = find<DeliverableVersion>(tx, answer.version_id);
    auto deliverable = version ? find<Deliverable>(tx, version->deliverable_id) : std::nullopt;
    if (!deliverable)
        return not_found(language);
    const bool corrections = answer.decision == ApprovalDecision::changes_requested;
    if (corrections && !text::readable(answer.comment))
        return invalid("comment", tr(texts::say_what_to_correct, language));
    if (latest_version(tx, deliverable->id)->id != version->id)
        return make_error(ErrorCode::conflict, tr(texts::newer_version, language));
    if (deliverable->state != DeliverableState::to_approve)
        return make_error(ErrorCode::conflict, tr(texts::already_answered, language));
    Approval approval;
    approval.client_id = deliverable->client_id;
    approval.deliverable_id = {deliverable->id};
    approval.version_id = {version->id};
    approval.decision = answer.decision;
    approval.comment = answer.comment;
    approval.contact_id = {answer.contact_id};
    approval.decided_at = answer.at.is_set() ? answer.at : tx.now();
    approval.sha256 = version->sha256;
    name_parties(tx, approval, *deliverable);
    const auto id = insert(tx, approval, language);
    if (!id)
        return id.error();
    const auto state =
        corrections ? DeliverableState::changes_requested : DeliverableState::approved;
    if (auto set = set_deliverable_state(tx, *deliverable, state, language); !set)
        return set.error();
    if (auto told = record_delivery_event(
            tx, *deliverable, version->number, language, {.at = approval.decided_at}, answer.comment
        );
        !told)
        return told.error();
    return *id;
}

} // namespace carnet
