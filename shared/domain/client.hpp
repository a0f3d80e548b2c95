// The client: a company or a private person we work for or want to work for (CF-03, CF-10, FS-02,
// FS-03, BR-01…03).
#pragma once

#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

struct ClientContact;

enum class ClientKind : std::uint8_t { company, person };
inline constexpr auto client_kind_choices = std::to_array<Choice>({
    {"company", {"Professionnel", "Company"}},
    {"person", {"Particulier", "Private person"}},
});
constexpr std::span<const Choice> choices_of(ClientKind) {
    return client_kind_choices;
}

// The state of the relation, set by hand (CF-03).
enum class ClientState : std::uint8_t { active, prospect, inactive, suspended };
inline constexpr auto client_state_choices = std::to_array<Choice>({
    {"active", {"Actif", "Active"}},
    {"prospect", {"Prospect", "Prospect"}},
    {"inactive", {"Inactif", "Inactive"}},
    {"suspended", {"Suspendu", "Suspended"}},
});
constexpr std::span<const Choice> choices_of(ClientState) {
    return client_state_choices;
}

struct Client {
    std::int64_t id = 0;
    ClientKind kind = ClientKind::company;
    ClientState state = ClientState::prospect;
    std::string legal_name;  // Raison sociale; companies only.
    std::string trade_name;  // Nom commercial; shown instead of the legal name when given (CF-02).
    std::string first_name;  // Persons only.
    std::string last_name;   // Persons only.
    std::int64_t number = 0; // Matricule: given once by the server, unique, never changes (FS-02).
    std::string reference; // CL-00412 or PR-00521 by default; free, unique when set (FS-02, BR-03).
    std::string previous_reference; // The PR reference before conversion; stays searchable (BR-03).
    std::string siren;
    std::string siret; // Of the head office.
    std::string vat_number;
    std::string naf_code; // Activity code as in Sirene, "62.01Z".
    Reference sector_id;  // Word of the list "sector".
    Reference size_id;    // Word of the list "size".
    std::string email;
    std::string phone;
    std::string website;
    Date client_since;
    Date founded_on;
    Reference owner_id; // Person in charge (Responsable), a user.
    Ids tag_ids;
    std::string notes;   // Always visible on the sheet (BR-18).
    std::string memo;    // Shown to the technician (FS-17).
    Instant archived_at; // Hidden without loss (FS-08).
    Instant deleted_at;  // In the bin (CF-13).
    Instant created_at;
    Reference created_by;
    Instant updated_at;
    Reference updated_by;
};

inline constexpr auto client_fields = std::to_array<Field>({
    field<&Client::kind>(
        {.name = "kind",
         .label = {"Type", "Type"},
         .kind = FieldKind::choice,
         .choices = client_kind_choices}
    ),
    field<&Client::state>(
        {.name = "state",
         .label = {"État", "State"},
         .kind = FieldKind::choice,
         .choices = client_state_choices}
    ),
    field<&Client::legal_name>(
        {.name = "legal_name",
         .label = {"Raison sociale", "Legal name"},
         .max_length = 160,
         .portal = true}
    ),
    field<&Client::trade_name>(
        {.name = "trade_name",
         .label = {"Nom commercial", "Trade name"},
         .max_length = 160,
         .portal = true}
    ),
    field<&Client::first_name>(
        {.name = "first_name", .label = {"Prénom", "First name"}, .max_length = 80, .portal = true}
    ),
    field<&Client::last_name>(
        {.name = "last_name", .label = {"Nom", "Last name"}, .max_length = 80, .portal = true}
    ),
    field<&Client::number>(
        {.name = "number",
         .label = {"Matricule", "Number"},
         .kind = FieldKind::integer,
         .min = 0,
         .origin = FieldOrigin::system}
    ),
    field<&Client::reference>(
        {.name = "reference", .label = {"Référence", "Reference"}, .max_length = 40}
    ),
    field<&Client::previous_reference>(
        {.name = "previous_reference",
         .label = {"Ancienne référence", "Previous reference"},
         .max_length = 40,
         .origin = FieldOrigin::system}
    ),
    field<&Client::siren>({.name = "siren", .label = {"SIREN", "SIREN"}, .kind = FieldKind::siren}),
    field<&Client::siret>({.name = "siret", .label = {"SIRET", "SIRET"}, .kind = FieldKind::siret}),
    field<&Client::vat_number>(
        {.name = "vat_number", .label = {"N° de TVA", "VAT number"}, .kind = FieldKind::vat_number}
    ),
    field<&Client::naf_code>(
        {.name = "naf_code", .label = {"Code NAF", "NAF code"}, .max_length = 10}
    ),
    field<&Client::sector_id>(
        {.name = "sector_id",
         .label = {"Secteur", "Sector"},
         .kind = FieldKind::reference,
         .references = "option"}
    ),
    field<&Client::size_id>(
        {.name = "size_id",
         .label = {"Taille", "Size"},
         .kind = FieldKind::reference,
         .references = "option"}
    ),
    field<&Client::email>({.name = "email", .label = {"E-mail", "E-mail"}, .kind = FieldKind::email}
    ),
    field<&Client::phone>(
        {.name = "phone", .label = {"Téléphone", "Phone"}, .kind = FieldKind::phone}
    ),
    field<&Client::website>(
        {.name = "website", .label = {"Site web", "Web site"}, .kind = FieldKind::url}
    ),
    field<&Client::client_since>(
        {.name = "client_since",
         .label = {"Client depuis", "Client since"},
         .kind = FieldKind::date}
    ),
    field<&Client::founded_on>(
        {.name = "founded_on", .label = {"Date de création", "Founded on"}, .kind = FieldKind::date}
    ),
    field<&Client::owner_id>(
        {.name = "owner_id",
         .label = {"Responsable", "In charge"},
         .kind = FieldKind::reference,
         .references = "user",
         .write = Permission::clients_reassign}
    ),
    field<&Client::tag_ids>(
        {.name = "tag_ids",
         .label = {"Tags", "Tags"},
         .kind = FieldKind::reference_list,
         .references = "tag"}
    ),
    field<&Client::notes>(
        {.name = "notes",
         .label = {"Notes", "Notes"},
         .kind = FieldKind::multiline,
         .max_length = 20000}
    ),
    field<&Client::memo>(
        {.name = "memo",
         .label = {"Mémo", "Memo"},
         .kind = FieldKind::multiline,
         .max_length = 2000}
    ),
    field<&Client::archived_at>(
        {.name = "archived_at", .label = {"Archivé le", "Archived on"}, .kind = FieldKind::instant}
    ),
    field<&Client::deleted_at>(
        {.name = "deleted_at",
         .label = {"Mis à la corbeille le", "Binned on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::clients_delete}
    ),
    field<&Client::created_at>(stamps::created_at()),
    field<&Client::created_by>(stamps::created_by()),
    field<&Client::updated_at>(stamps::updated_at()),
    field<&Client::updated_by>(stamps::updated_by()),
});
static_assert(well_formed(client_fields));

template <>
struct EntityOf<Client> {
    static constexpr EntitySpec spec = make_entity<Client>(
        {.name = "client",
         .table = "client",
         .label = {"Client", "Client"},
         .fields = client_fields}
    );
};

// The name people see: trade name, else legal name; a person's first and last name (CF-02).
std::string display_name(const Client& client);

// Rules across fields: a company has a legal or trade name, a person a last name; the SIRET and the
// VAT number contain the SIREN when both are given.
std::vector<FieldError> check(const Client& client, Language language);

// "CL-00412" or "PR-00521": the default reference of a client in this state (BR-03).
std::string default_reference(ClientState state, std::int64_t number);

// Share of what a complete sheet needs that is there, 0–100 (CF-33).
int completeness(const Client& client, std::span<const ClientContact> contacts, int addresses);

// What the list knows of a client's projects, contacts and timeline.
struct ClientFigures {
    std::int64_t active_projects = 0;     // Those that run: THE meaning of active (CF-30).
    std::int64_t waiting_projects = 0;    // Neither active nor over.
    std::int64_t ended_projects = 0;      // Done or cancelled.
    std::int64_t value_cents = 0;         // Of all but cancelled projects.
    std::int64_t running_value_cents = 0; // Of the active ones.
    std::int64_t last_activity_ms = 0;
    bool has_contact = false;
};
// The state that the projects speak for when it contradicts the one set by hand, which otherwise is
// the answer (CF-03): with a project that runs a client is active; once each has ended it no longer
// is. What the projects are worth has no say. Suspended is a decision and never contradicted.
ClientState suggested_state(ClientState state, const ClientFigures& figures);
// Worth a look (CF-33): a company without a contact, a state that contradicts the projects, an
// inactive client with whom nothing has happened for a while.
bool to_review(
    ClientKind kind, ClientState state, const ClientFigures& figures, std::int64_t now_ms
);

} // namespace carnet
