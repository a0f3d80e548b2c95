// The relation's timeline: calls, mails, texts, meetings, notes, and what the application records
// by itself (CF-31, FS-15, FS-16).
#pragma once

#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

// The first five are logged by people (keys 1–5); the others are written by the server.
enum class ActivityKind : std::uint8_t {
    call,
    email,
    sms,
    meeting,
    note,
    state_change,
    project,
    import,
    delivery, // A deliverable was handed over or answered.
    file,
    message,
    portal_visit
};
inline constexpr auto activity_kind_choices = std::to_array<Choice>({
    {"call", {"Appel", "Call"}},
    {"email", {"E-mail", "E-mail"}},
    {"sms", {"SMS", "Text message"}},
    {"meeting", {"Réunion", "Meeting"}},
    {"note", {"Note", "Note"}},
    {"state_change", {"Changement d’état", "State change"}},
    {"project", {"Projet", "Project"}},
    {"import", {"Import", "Import"}},
    {"delivery", {"Livrable", "Deliverable"}},
    {"file", {"Fichier", "File"}},
    {"message", {"Message", "Message"}},
    {"portal_visit", {"Visite du portail", "Portal visit"}},
});
constexpr std::span<const Choice> choices_of(ActivityKind) {
    return activity_kind_choices;
}

enum class Direction : std::uint8_t { none, incoming, outgoing };
inline constexpr auto direction_choices = std::to_array<Choice>({
    {"none", {"Sans sens", "None"}},
    {"incoming", {"Entrant", "Incoming"}},
    {"outgoing", {"Sortant", "Outgoing"}},
});
constexpr std::span<const Choice> choices_of(Direction) {
    return direction_choices;
}

enum class ShareState : std::uint8_t { internal, shared };
inline constexpr auto share_state_choices = std::to_array<Choice>({
    {"internal", {"Interne", "Internal"}},
    {"shared", {"Partagé", "Shared"}},
});
constexpr std::span<const Choice> choices_of(ShareState) {
    return share_state_choices;
}

struct Activity {
    std::int64_t id = 0;
    Reference client_id;
    ActivityKind kind = ActivityKind::note;
    Direction direction = Direction::none;
    Instant happened_at;
    std::int64_t duration_minutes = 0;
    Ids contact_ids; // People of the client who took part.
    std::string body;
    ShareState visibility = ShareState::internal;
    Reference project_id;
    Reference created_by;
    Instant created_at;
    Reference document_id; // The (first) document of an event about files.
};

inline constexpr auto activity_fields = std::to_array<Field>({
    field<&Activity::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::activities_log}
    ),
    field<&Activity::kind>(
        {.name = "kind",
         .label = {"Type", "Type"},
         .kind = FieldKind::choice,
         .choices = activity_kind_choices,
         .write = Permission::activities_log}
    ),
    field<&Activity::direction>(
        {.name = "direction",
         .label = {"Sens", "Direction"},
         .kind = FieldKind::choice,
         .choices = direction_choices,
         .write = Permission::activities_log}
    ),
    field<&Activity::happened_at>(
        {.name = "happened_at",
         .label = {"Date", "Date"},
         .kind = FieldKind::instant,
         .write = Permission::activities_log}
    ),
    field<&Activity::duration_minutes>(
        {.name = "duration_minutes",
         .label = {"Durée", "Duration"},
         .kind = FieldKind::integer,
         .min = 0,
         .max = 14400,
         .write = Permission::activities_log}
    ),
    field<&Activity::contact_ids>(
        {.name = "contact_ids",
         .label = {"Participants", "Participants"},
         .kind = FieldKind::reference_list,
         .references = "contact",
         .write = Permission::activities_log}
    ),
    field<&Activity::body>(
        {.name = "body",
         .label = {"Texte", "Text"},
         .kind = FieldKind::multiline,
         .max_length = 20000,
         .write = Permission::activities_log}
    ),
    field<&Activity::visibility>(
        {.name = "visibility",
         .label = {"Visibilité", "Visibility"},
         .kind = FieldKind::choice,
         .choices = share_state_choices,
         .write = Permission::activities_log}
    ),
    field<&Activity::project_id>(
        {.name = "project_id",
         .label = {"Projet", "Project"},
         .kind = FieldKind::reference,
         .references = "project",
         .write = Permission::activities_log}
    ),
    field<&Activity::created_by>(
        {.name = "created_by",
         .label = {"Par", "By"},
         .kind = FieldKind::reference,
         .references = "user",
         .origin = FieldOrigin::system,
         .write = Permission::activities_log}
    ),
    field<&Activity::created_at>(
        {.name = "created_at",
         .label = {"Consigné le", "Logged on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::activities_log}
    ),
    field<&Activity::document_id>(
        {.name = "document_id",
         .label = {"Document", "Document"},
         .kind = FieldKind::reference,
         .references = "document",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::activities_log}
    ),
});
static_assert(well_formed(activity_fields));

template <>
struct EntityOf<Activity> {
    static constexpr EntitySpec spec = make_entity<Activity>(
        {.name = "activity",
         .table = "activity",
         .label = {"Activité", "Activity"},
         .fields = activity_fields,
         .client_field = "client_id"}
    );
};

// A note needs a text; people log the first five kinds only, and nothing from before 1970.
std::vector<FieldError> check(const Activity& activity, Language language);

} // namespace carnet
