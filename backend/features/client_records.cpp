// See client_records.hpp. Bodies of automatic events are small JSON objects, so that each reader
// gets the sentence in their own language.
#include "backend/features/client_records.hpp"

#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/server_documents.hpp"
#include "shared/texts/server_projects.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

Error error_of(std::vector<FieldError> fields, std::string_view prefix, Language language) {
    for (auto& field : fields)
        field.field.insert(0, prefix);
    return {ErrorCode::invalid, tr(texts::check_fields, language), std::move(fields)};
}

Error taken(std::string_view field, Language language) {
    const char* message = tr(texts::reference_taken, language);
    return {ErrorCode::invalid, message, {FieldError{std::string(field), message}}};
}

// Every client that ever existed is in the journal, so a number is never given twice, not even
// after an undo.
std::int64_t next_number(Transaction& tx) {
    auto statement = tx.prepare("SELECT max(entity_id) FROM journal WHERE entity = 'client'");
    const std::int64_t last = statement.step() ? statement.integer(0) : 0;
    return last + 1;
}

// Somebody may have typed the very reference that is due; a suffix keeps both.
std::string free_reference(Transaction& tx, ClientState state, std::int64_t number) {
    const std::string base = default_reference(state, number);
    std::string reference = base;
    for (int suffix = 2; reference_in_use(tx, reference, 0); ++suffix)
        reference = base + "-" + std::to_string(suffix);
    return reference;
}

const FieldChange* find_change(const std::vector<FieldChange>& changes, std::string_view field) {
    for (const auto& change : changes)
        if (change.field->name == field)
            return &change;
    return nullptr;
}

std::string text_of(const FieldChange& change) {
    const auto* text = std::get_if<std::string>(&change.value);
    return text ? *text : std::string();
}

// The reference of a prospect that becomes a client changes from PR to CL unless somebody gave it
// another one.
void add_conversion(
    Transaction& tx, const Client& before, ClientState state, std::vector<FieldChange>& changes
) {
    const EntitySpec& spec = EntityOf<Client>::spec;
    if (before.state != ClientState::prospect || state == ClientState::prospect)
        return;
    if (find_change(changes, "reference"))
        return;
    const std::string given = default_reference(ClientState::prospect, before.number);
    if (before.reference != given && before.reference.rfind(given + "-", 0) != 0)
        return;
    changes.push_back(change(spec, "reference", free_reference(tx, state, before.number)));
    changes.push_back(change(spec, "previous_reference", before.reference));
}

const char* label_of(std::span<const Choice> choices, std::string_view word, Language language) {
    for (const auto& choice : choices)
        if (choice.value == word)
            return tr(choice.label, language);
    return "";
}

std::string state_text(const Json& what, Language language) {
    return fill(
        tr(texts::state_changed, language),
        {{"from", label_of(client_state_choices, json_string(what, "from"), language)},
         {"to", label_of(client_state_choices, json_string(what, "to"), language)}}
    );
}

std::string project_text(const Json& what, Language language) {
    const std::string state = json_string(what, "state"), name = json_string(what, "name");
    const Text& text = state == "waiting"     ? texts::project_waiting
                       : state == "done"      ? texts::project_done
                       : state == "cancelled" ? texts::project_cancelled
                       : state == "came"      ? texts::project_came
                       : state == "left"      ? texts::project_left
                       : state == "milestone" ? texts::milestone_reached
                                              : texts::project_started;
    return fill(
        tr(text, language), {{"name", name}, {"milestone", json_string(what, "milestone")}}
    );
}

std::string delivery_text(const Json& what, Language language) {
    const std::string state = json_string(what, "state");
    const Text& text = state == "approved"            ? texts::delivery_approved
                       : state == "changes_requested" ? texts::delivery_corrections
                       : state == "preparing"         ? texts::delivery_withdrawn
                                                      : texts::delivery_to_approve;
    const std::string comment = json_string(what, "comment");
    return fill(
               tr(text, language),
               {{"name", json_string(what, "name")},
                {"project", json_string(what, "project")},
                {"version", std::to_string(json_int(what, "version"))}}
           ) +
           (comment.empty() ? "" : "\n" + comment);
}

std::string file_text(const Json& what, Language language) {
    const std::string name = json_string(what, "name");
    const std::int64_t more = json_int(what, "more");
    if (json_string(what, "event") == "shared")
        return fill(
            tr(texts::folder_shared, language), {{"name", name}, {"who", json_string(what, "who")}}
        );
    const Text& text = json_string(what, "event") == "version" ? texts::file_version_added
                       : more > 1                              ? texts::files_added
                       : more > 0                              ? texts::two_files_added
                                                               : texts::file_added;
    return fill(tr(text, language), {{"name", name}, {"more", std::to_string(more)}});
}

} // namespace

bool reference_in_use(Transaction& tx, std::string_view reference, std::int64_t except_id) {
    auto statement = tx.prepare("SELECT id FROM client WHERE lower(reference) = lower(:reference) "
                                "AND reference IS NOT NULL "
                                "AND id <> :id");
    statement.bind("reference", reference).bind("id", except_id);
    return statement.step();
}

Result<std::int64_t>
create_client(Transaction& tx, Client& client, Language language, std::string_view prefix) {
    client.number = next_number(tx);
    auto errors = check_fields(EntityOf<Client>::spec, &client, language);
    for (auto& error : check(client, language))
        errors.push_back(std::move(error));
    if (!errors.empty())
        return error_of(std::move(errors), prefix, language);
    if (client.reference.empty())
        client.reference = free_reference(tx, client.state, client.number);
    else if (reference_in_use(tx, client.reference, 0))
        return taken(std::string(prefix) + "reference", language);
    auto id = insert(tx, client, language);
    if (!id && id.error().code == ErrorCode::invalid)
        return error_of(id.error().fields, prefix, language);
    return id;
}

Result<int> change_client(
    Transaction& tx, const Client& before, std::vector<FieldChange> changes, Language language
) {
    ClientState state = before.state;
    if (const auto* new_state = find_change(changes, "state"))
        for (std::size_t i = 0; i < client_state_choices.size(); ++i)
            if (client_state_choices[i].value == text_of(*new_state))
                state = static_cast<ClientState>(i);
    if (const auto* reference = find_change(changes, "reference"))
        if (const auto text = text_of(*reference);
            !text.empty() && reference_in_use(tx, text, before.id))
            return taken("fields.reference", language);
    add_conversion(tx, before, state, changes);
    const auto rules = [&](const void* row) {
        return check(*static_cast<const Client*>(row), language);
    };
    auto changed = update(tx, EntityOf<Client>::spec, before.id, changes, language, rules);
    if (!changed || state == before.state)
        return changed;
    const Json what = {
        {"from", std::string(client_state_choices[static_cast<std::size_t>(before.state)].value)},
        {"to", std::string(client_state_choices[static_cast<std::size_t>(state)].value)}};
    const auto recorded = record_event(tx, before.id, ActivityKind::state_change, what, language);
    if (!recorded)
        return recorded.error();
    return changed;
}

Status record_event(
    Transaction& tx,
    std::int64_t client_id,
    ActivityKind kind,
    const Json& what,
    Language language,
    std::int64_t document_id,
    EventStamp stamp
) {
    Activity activity;
    activity.document_id = {document_id};
    activity.client_id = {client_id};
    activity.kind = kind;
    activity.happened_at = stamp.at.is_set() ? stamp.at : tx.now();
    activity.created_at = activity.happened_at;
    activity.body = dump(what);
    activity.created_by = {stamp.user_id ? stamp.user_id : tx.user_id()};
    // What a contact did in the portal came from them.
    if (tx.contact_id() != 0) {
        activity.contact_ids = {tx.contact_id()};
        activity.direction = Direction::incoming;
    }
    const auto id = insert(tx, activity, language);
    if (!id)
        return id.error();
    return Ok{};
}

Status record_project_event(Transaction& tx, const Project& project, Language language) {
    const auto word = project_state_choices[static_cast<std::size_t>(project.state)].value;
    return record_event(
        tx,
        project.client_id,
        ActivityKind::project,
        {{"state", std::string(word)}, {"name", project.name}, {"project", project.id}},
        language
    );
}

Status record_file_event(
    Transaction& tx,
    std::int64_t client_id,
    std::int64_t document_id,
    const Json& what,
    Language language
) {
    return record_event(tx, client_id, ActivityKind::file, what, language, document_id);
}

std::string activity_text(const Activity& activity, Language language) {
    const bool automatic = activity.kind >= ActivityKind::state_change;
    if (!automatic)
        return activity.body;
    const auto what = parse_json(activity.body, language);
    if (!what || !what->is_object())
        return activity.body;
    switch (activity.kind) {
    case ActivityKind::state_change:
        return state_text(*what, language);
    case ActivityKind::project:
        return project_text(*what, language);
    case ActivityKind::delivery:
        return delivery_text(*what, language);
    case ActivityKind::import:
        return fill(tr(texts::imported, language), {{"name", json_string(*what, "file")}});
    case ActivityKind::file:
        return file_text(*what, language);
    default:
        return activity.body;
    }
}

} // namespace carnet
