// Contacts of a client: the tab, the aside, the form, and what each role means on the portal.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text contacts_name{"Contacts du client", "Contacts of the client"};
inline constexpr Text contacts_search{"Rechercher un contact", "Search a contact"};
inline constexpr Text contacts_enough{
    "2 contacts minimum, rôles clairs", "At least 2 contacts, clear roles"};
inline constexpr Text contacts_too_few{"Ajoutez un second contact", "Add a second contact"};
inline constexpr Text contacts_no_decider{
    "Personne n’est Décideur", "Nobody is the decision maker"};
inline constexpr Text contact_add{"Ajouter un contact", "Add a contact"};
inline constexpr Text contact_edit{"Modifier le contact", "Edit the contact"};
inline constexpr Text contact_close{"Fermer la fiche du contact", "Close the contact’s panel"};
inline constexpr Text contacts_none_title{"Aucun contact", "No contact"};
inline constexpr Text contacts_none{
    "Ajoutez la personne à joindre. Elle pourra servir à plusieurs clients.",
    "Add the person to reach. They can belong to several clients."};
inline constexpr Text column_contact{"Contact", "Contact"};
inline constexpr Text column_role{"Rôle", "Role"};
inline constexpr Text column_function{"Fonction", "Function"};
inline constexpr Text column_invoices{"Factures", "Invoices"};
inline constexpr Text column_portal{"Accès portail", "Portal access"};
inline constexpr Text contact_main{"Contact principal", "Main contact"};
inline constexpr Text contact_make_main{"Définir comme contact principal", "Make the main contact"};
inline constexpr Text contact_main_done{
    "{name} est le contact principal", "{name} is the main contact"};
inline constexpr Text receives_invoices{"Reçoit les factures", "Receives the invoices"};
inline constexpr Text contact_added{"Contact ajouté", "Contact added"};
inline constexpr Text contact_saved{"Contact enregistré", "Contact saved"};
inline constexpr Text contact_removed{
    "{name} retiré de ce client", "{name} removed from this client"};
inline constexpr Text contact_remove{"Retirer de ce client…", "Remove from this client…"};
inline constexpr Text contact_remove_title{
    "Retirer {name} de ce client\u00A0?", "Remove {name} from this client?"};
inline constexpr Text contact_remove_text{
    "La personne reste dans Carnet et chez ses autres clients.",
    "The person stays in Carnet and with other clients."};
inline constexpr Text contact_remove_verb{"Retirer", "Remove"};
inline constexpr Text contact_existing{
    "Chercher un contact existant", "Search an existing contact"};
inline constexpr Text contact_existing_help{
    "Nom, e-mail ou téléphone d’une personne déjà connue",
    "Name, e-mail or phone of a person already known"};
inline constexpr Text contact_use{"Utiliser", "Use"};
inline constexpr Text contact_using{"{name}, déjà connu", "{name}, already known"};
inline constexpr Text contact_at_client{"À ce client", "At this client"};
inline constexpr Text contact_person{"La personne", "The person"};
inline constexpr Text preset_projects{"Projets et jalons", "Projects and milestones"};
inline constexpr Text preset_tasks{"Tâches partagées", "Shared tasks"};
inline constexpr Text preset_documents{"Documents", "Documents"};
inline constexpr Text preset_comment{"Commenter", "Comment"};
inline constexpr Text preset_approve{"Approuver les livrables", "Approve deliverables"};
inline constexpr Text preset_invoices{"Voir les factures", "See invoices"};
inline constexpr Text preset_right{"Droit", "Right"};
inline constexpr Text preset_allowed{"oui", "yes"};
inline constexpr Text preset_refused{"non", "no"};
inline constexpr Text preset_added{"ajouté", "added"};
inline constexpr Text preset_removed{"retiré", "removed"};
inline constexpr Text preset_note{
    "Jamais visibles du client\u00a0: échanges internes, marges, temps passés, autres clients. "
    "Refusé par le serveur.",
    "Never visible to the client: internal exchanges, margins, time spent, other clients. Refused "
    "by the server."};

} // namespace carnet::texts
