// What a project hands over (CF-26): a deliverable, the files that are its versions, and the
// answers of the client's contacts. An answer belongs to one version and never changes.
#pragma once

#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

enum class DeliverableState : std::uint8_t { preparing, to_approve, approved, changes_requested };
inline constexpr auto deliverable_state_choices = std::to_array<Choice>({
    {"preparing", {"En préparation", "In preparation"}},
    {"to_approve", {"À valider", "To approve"}},
    {"approved", {"Approuvé", "Approved"}},
    {"changes_requested", {"Corrections demandées", "Changes requested"}},
});
constexpr std::span<const Choice> choices_of(DeliverableState) {
    return deliverable_state_choices;
}

struct Deliverable {
    std::int64_t id = 0;
    Reference client_id; // That of its project.
    Reference project_id;
    std::string name;
    std::string description; // For the client.
    DeliverableState state = DeliverableState::preparing;
    Instant created_at;
    Reference created_by;
};

inline constexpr auto deliverable_fields = std::to_array<Field>({
    field<&Deliverable::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&Deliverable::project_id>(
        {.name = "project_id",
         .label = {"Projet", "Project"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "project",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&Deliverable::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 160,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Deliverable::description>(
        {.name = "description",
         .label = {"Description", "Description"},
         .kind = FieldKind::multiline,
         .max_length = 5000,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Deliverable::state>(
        {.name = "state",
         .label = {"État", "State"},
         .kind = FieldKind::choice,
         .choices = deliverable_state_choices,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Deliverable::created_at>(stamps::created_at(Permission::projects_edit)),
    field<&Deliverable::created_by>(stamps::created_by(Permission::projects_edit)),
});
static_assert(well_formed(deliverable_fields));

template <>
struct EntityOf<Deliverable> {
    static constexpr EntitySpec spec = make_entity<Deliverable>(
        {.name = "deliverable",
         .table = "deliverable",
         .label = {"Livrable", "Deliverable"},
         .fields = deliverable_fields,
         .client_field = "client_id"}
    );
};

// A file, once and for all: 1, 2, 3 … within its deliverable.
struct DeliverableVersion {
    std::int64_t id = 0;
    Reference client_id;
    Reference deliverable_id;
    std::int64_t number = 0;
    std::string file_name;
    std::string sha256; // Hexadecimal, of the content: where the file is stored.
    std::int64_t size_bytes = 0;
    std::string media_type; // By content.
    std::string note;       // What changed, for the client.
    Instant created_at;
    Reference created_by;
};

inline constexpr auto deliverable_version_fields = std::to_array<Field>({
    field<&DeliverableVersion::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&DeliverableVersion::deliverable_id>(
        {.name = "deliverable_id",
         .label = {"Livrable", "Deliverable"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "deliverable",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&DeliverableVersion::number>(
        {.name = "number",
         .label = {"Version", "Version"},
         .kind = FieldKind::integer,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&DeliverableVersion::file_name>(
        {.name = "file_name",
         .label = {"Fichier", "File"},
         .required = true,
         .max_length = 255,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&DeliverableVersion::sha256>(
        {.name = "sha256",
         .label = {"Empreinte SHA-256", "SHA-256 hash"},
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&DeliverableVersion::size_bytes>(
        {.name = "size_bytes",
         .label = {"Taille", "Size"},
         .kind = FieldKind::integer,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&DeliverableVersion::media_type>(
        {.name = "media_type",
         .label = {"Type", "Type"},
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&DeliverableVersion::note>(
        {.name = "note",
         .label = {"Ce qui change", "What changed"},
         .kind = FieldKind::multiline,
         .max_length = 2000,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&DeliverableVersion::created_at>(stamps::created_at(Permission::projects_edit)),
    field<&DeliverableVersion::created_by>(stamps::created_by(Permission::projects_edit)),
});
static_assert(well_formed(deliverable_version_fields));

template <>
struct EntityOf<DeliverableVersion> {
    static constexpr EntitySpec spec = make_entity<DeliverableVersion>(
        {.name = "deliverable_version",
         .table = "deliverable_version",
         .label = {"Version", "Version"},
         .fields = deliverable_version_fields,
         .client_field = "client_id"}
    );
};

enum class ApprovalDecision : std::uint8_t { approved, changes_requested };
inline constexpr auto approval_decision_choices = std::to_array<Choice>({
    {"approved", {"Approuvé", "Approved"}},
    {"changes_requested", {"Corrections demandées", "Changes requested"}},
});
constexpr std::span<const Choice> choices_of(ApprovalDecision) {
    return approval_decision_choices;
}

// The answer of a contact to one version: what the certificate says.
struct Approval {
    std::int64_t id = 0;
    Reference client_id;
    Reference deliverable_id;
    Reference version_id;
    ApprovalDecision decision = ApprovalDecision::approved;
    std::string comment;
    Reference contact_id;
    Instant decided_at;
    std::string sha256; // Of the file as it was answered.
    // Who answered about what, as it was called then: a certificate does not change afterwards.
    std::string contact_name, client_name, project_name, deliverable_name;
};

inline constexpr auto approval_fields = std::to_array<Field>({
    field<&Approval::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&Approval::deliverable_id>(
        {.name = "deliverable_id",
         .label = {"Livrable", "Deliverable"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "deliverable",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&Approval::version_id>(
        {.name = "version_id",
         .label = {"Version", "Version"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "deliverable_version",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::decision>(
        {.name = "decision",
         .label = {"Décision", "Decision"},
         .kind = FieldKind::choice,
         .choices = approval_decision_choices,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::comment>(
        {.name = "comment",
         .label = {"Commentaire", "Comment"},
         .kind = FieldKind::multiline,
         .max_length = 5000,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::contact_id>(
        {.name = "contact_id",
         .label = {"Contact", "Contact"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "contact",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::decided_at>(
        {.name = "decided_at",
         .label = {"Répondu le", "Answered on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::sha256>(
        {.name = "sha256",
         .label = {"Empreinte SHA-256", "SHA-256 hash"},
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::contact_name>(
        {.name = "contact_name",
         .label = {"Nom du contact", "Contact’s name"},
         .max_length = 500,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::client_name>(
        {.name = "client_name",
         .label = {"Nom du client", "Client’s name"},
         .max_length = 500,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::project_name>(
        {.name = "project_name",
         .label = {"Nom du projet", "Project’s name"},
         .max_length = 500,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Approval::deliverable_name>(
        {.name = "deliverable_name",
         .label = {"Nom du livrable", "Deliverable’s name"},
         .max_length = 500,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit,
         .portal = true}
    ),
});
static_assert(well_formed(approval_fields));

template <>
struct EntityOf<Approval> {
    static constexpr EntitySpec spec = make_entity<Approval>(
        {.name = "approval",
         .table = "approval",
         .label = {"Approbation", "Approval"},
         .fields = approval_fields,
         .client_field = "client_id"}
    );
};

} // namespace carnet
