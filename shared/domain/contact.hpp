// People we talk to. A contact stands alone (MD-04); its place at each client is a ClientContact
// with a role, a function and flags (CF-14…17, BR-06…09).
#pragma once

#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

struct Contact {
    std::int64_t id = 0;
    std::string first_name;
    std::string last_name;
    std::string email;
    std::string phone; // Direct line.
    std::string mobile;
    std::string language = "fr";
    std::string notes; // Preferences.
    Instant created_at;
    Instant updated_at;
    Instant portal_invited_at; // Last invitation to the portal (CF-20).
    Instant portal_joined_at;  // First password chosen through an invitation.
    Instant portal_revoked_at; // No portal at any client any more; unset again by an invitation.
};

inline constexpr auto language_choices = std::to_array<Choice>({
    {"fr", {"Français", "French"}},
    {"en", {"Anglais", "English"}},
});

inline constexpr auto contact_fields = std::to_array<Field>({
    field<&Contact::first_name>(
        {.name = "first_name",
         .label = {"Prénom", "First name"},
         .max_length = 80,
         .write = Permission::contacts_edit,
         .portal = true}
    ),
    field<&Contact::last_name>(
        {.name = "last_name",
         .label = {"Nom", "Last name"},
         .required = true,
         .max_length = 80,
         .write = Permission::contacts_edit,
         .portal = true}
    ),
    field<&Contact::email>(
        {.name = "email",
         .label = {"E-mail", "E-mail"},
         .kind = FieldKind::email,
         .write = Permission::contacts_edit,
         .portal = true}
    ),
    field<&Contact::phone>(
        {.name = "phone",
         .label = {"Téléphone", "Phone"},
         .kind = FieldKind::phone,
         .write = Permission::contacts_edit}
    ),
    field<&Contact::mobile>(
        {.name = "mobile",
         .label = {"Mobile", "Mobile"},
         .kind = FieldKind::phone,
         .write = Permission::contacts_edit}
    ),
    field<&Contact::language>(
        {.name = "language",
         .label = {"Langue", "Language"},
         .kind = FieldKind::choice,
         .choices = language_choices,
         .write = Permission::contacts_edit}
    ),
    field<&Contact::notes>(
        {.name = "notes",
         .label = {"Notes", "Notes"},
         .kind = FieldKind::multiline,
         .max_length = 5000,
         .write = Permission::contacts_edit}
    ),
    field<&Contact::created_at>(stamps::created_at(Permission::contacts_edit)),
    field<&Contact::updated_at>(stamps::updated_at(Permission::contacts_edit)),
    field<&Contact::portal_invited_at>(
        {.name = "portal_invited_at",
         .label = {"Invité au portail le", "Invited to the portal on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::portal_configure}
    ),
    field<&Contact::portal_joined_at>(
        {.name = "portal_joined_at",
         .label = {"Portail activé le", "Portal activated on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::portal_configure}
    ),
    field<&Contact::portal_revoked_at>(
        {.name = "portal_revoked_at",
         .label = {"Portail révoqué le", "Portal revoked on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::portal_configure}
    ),
});
static_assert(well_formed(contact_fields));

template <>
struct EntityOf<Contact> {
    static constexpr EntitySpec spec = make_entity<Contact>(
        {.name = "contact",
         .table = "contact",
         .label = {"Contact", "Contact"},
         .fields = contact_fields}
    );
};

// What a contact is for us at one client; several are allowed, rights are their union (CF-15).
inline constexpr auto contact_role_choices = std::to_array<Choice>({
    {"decision_maker", {"Décideur", "Decision maker"}},
    {"technical", {"Technique", "Technical"}},
    {"billing", {"Facturation", "Billing"}},
    {"observer", {"Observateur", "Observer"}},
});

struct ClientContact {
    std::int64_t id = 0;
    Reference client_id;
    Reference contact_id;
    std::string job_title;          // Poste, "Gérante".
    Words roles;                    // Words of contact_role_choices.
    Reference function_id;          // Word of the list "function" (BR-09).
    bool is_main = false;           // Contact principal; at most one per client (CF-16).
    bool is_active = true;          // BR-06.
    bool receives_invoices = false; // BR-07.
    bool has_portal = false;        // BR-08.
    // The five switches of the portal (CF-19); they count only while has_portal and is_active do:
    // ask portal_rights() in portal_rights.hpp, never these.
    bool portal_tasks = false;
    bool portal_comment = false;
    bool portal_approve = false;
    bool portal_documents = false;
    bool portal_invoices = false;
};

inline constexpr auto client_contact_fields = std::to_array<Field>({
    field<&ClientContact::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::contacts_edit}
    ),
    field<&ClientContact::contact_id>(
        {.name = "contact_id",
         .label = {"Contact", "Contact"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "contact",
         .origin = FieldOrigin::system,
         .write = Permission::contacts_edit}
    ),
    field<&ClientContact::job_title>(
        {.name = "job_title",
         .label = {"Poste", "Job title"},
         .max_length = 120,
         .write = Permission::contacts_edit,
         .portal = true}
    ),
    field<&ClientContact::roles>(
        {.name = "roles",
         .label = {"Rôle", "Role"},
         .kind = FieldKind::choice_list,
         .choices = contact_role_choices,
         .write = Permission::contacts_edit}
    ),
    field<&ClientContact::function_id>(
        {.name = "function_id",
         .label = {"Fonction", "Function"},
         .kind = FieldKind::reference,
         .references = "option",
         .write = Permission::contacts_edit}
    ),
    field<&ClientContact::is_main>(
        {.name = "is_main",
         .label = {"Contact principal", "Main contact"},
         .kind = FieldKind::boolean,
         .write = Permission::contacts_edit}
    ),
    field<&ClientContact::is_active>(
        {.name = "is_active",
         .label = {"Actif", "Active"},
         .kind = FieldKind::boolean,
         .write = Permission::contacts_edit}
    ),
    field<&ClientContact::receives_invoices>(
        {.name = "receives_invoices",
         .label = {"Destinataire des factures", "Receives invoices"},
         .kind = FieldKind::boolean,
         .write = Permission::contacts_edit}
    ),
    field<&ClientContact::has_portal>(
        {.name = "has_portal",
         .label = {"Accès portail", "Portal access"},
         .kind = FieldKind::boolean,
         .write = Permission::portal_configure}
    ),
    field<&ClientContact::portal_tasks>(
        {.name = "portal_tasks",
         .label = {"Voir les tâches", "See tasks"},
         .kind = FieldKind::boolean,
         .help =
             {"Tâches partagées et avancement des projets visibles",
              "Shared tasks and progress of visible projects"},
         .write = Permission::portal_configure}
    ),
    field<&ClientContact::portal_comment>(
        {.name = "portal_comment",
         .label = {"Commenter", "Comment"},
         .kind = FieldKind::boolean,
         .help = {"Écrire des messages à l’équipe", "Write messages to the team"},
         .write = Permission::portal_configure}
    ),
    field<&ClientContact::portal_approve>(
        {.name = "portal_approve",
         .label = {"Approuver les livrables", "Approve deliverables"},
         .kind = FieldKind::boolean,
         .help =
             {"Répondre aux livrables à valider, avec un commentaire",
              "Answer deliverables to approve, with a comment"},
         .write = Permission::portal_configure}
    ),
    field<&ClientContact::portal_documents>(
        {.name = "portal_documents",
         .label = {"Voir les documents", "See documents"},
         .kind = FieldKind::boolean,
         .help =
             {"Documents partagés, selon les droits de chaque dossier",
              "Shared documents, by the rights of each folder"},
         .write = Permission::portal_configure}
    ),
    field<&ClientContact::portal_invoices>(
        {.name = "portal_invoices",
         .label = {"Voir les factures", "See invoices"},
         .kind = FieldKind::boolean,
         .help = {"Factures et avoirs du client", "Invoices and credit notes of the client"},
         .write = Permission::portal_configure}
    ),
});
static_assert(well_formed(client_contact_fields));

template <>
struct EntityOf<ClientContact> {
    static constexpr EntitySpec spec = make_entity<ClientContact>(
        {.name = "client_contact",
         .table = "client_contact",
         .label = {"Contact du client", "Client’s contact"},
         .fields = client_contact_fields,
         .client_field = "client_id"}
    );
};

std::string display_name(const Contact& contact);

} // namespace carnet
