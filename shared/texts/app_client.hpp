// The client sheet.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text sheet_place{"{n} sur {count}", "{n} of {count}"};
inline constexpr Text sheet_next{"Client suivant", "Next client"};
inline constexpr Text sheet_previous{"Client précédent", "Previous client"};
inline constexpr Text sheet_gone_title{"Fiche introuvable", "Sheet not found"};
inline constexpr Text sheet_gone{
    "Ce client n’existe pas, ou vous n’y avez pas accès.",
    "This client does not exist, or you have no access to it."};
inline constexpr Text sheet_failed{
    "La fiche n’a pas pu être chargée", "The sheet could not be loaded"};
inline constexpr Text sheet_binned{
    "Cette fiche est dans la corbeille.", "This sheet is in the bin."};
inline constexpr Text sheet_archived{"Cette fiche est archivée.", "This sheet is archived."};
inline constexpr Text looking_one{"{name} regarde cette fiche", "{name} is looking at this sheet"};
inline constexpr Text editing_one{"{name} modifie {what}", "{name} is editing {what}"};
inline constexpr PluralText looking_many{
    {"{n} personne sur cette fiche", "{n} person on this sheet"},
    {"{n} personnes sur cette fiche", "{n} people on this sheet"}};
inline constexpr Text part_addresses{"les adresses", "the addresses"};
inline constexpr Text part_memo{"le mémo", "the memo"};
inline constexpr Text part_contacts{"les contacts", "the contacts"};
inline constexpr Text part_projects{"les projets", "the projects"};
inline constexpr Text part_information{"les informations", "the information"};

inline constexpr Text tab_sheet{"Fiche", "Sheet"};
inline constexpr Text tab_activity{"Activité", "Activity"};
inline constexpr Text tab_contacts{"Contacts", "Contacts"};
inline constexpr Text tab_projects{"Projets", "Projects"};
inline constexpr Text tab_history{"Historique", "History"};
inline constexpr Text tabs_name{"Onglets de la fiche", "Tabs of the sheet"};

inline constexpr Text log_activity{"Consigner", "Log"};
inline constexpr Text actions{"Actions", "Actions"};
inline constexpr Text action_edit{"Modifier les informations", "Edit the information"};
inline constexpr Text action_convert{"Transformer en client", "Turn into a client"};
inline constexpr Text action_person_to_company{
    "Convertir en professionnel…", "Turn into a company…"};
inline constexpr Text action_archive{"Archiver", "Archive"};
inline constexpr Text action_unarchive{"Sortir des archives", "Take out of the archive"};
inline constexpr Text action_bin{"Mettre à la corbeille…", "Move to the bin…"};
inline constexpr Text action_restore{"Sortir de la corbeille", "Take out of the bin"};
inline constexpr Text change_state{"Changer l’état", "Change the state"};
inline constexpr Text done_convert{"{name} est maintenant client", "{name} is now a client"};
inline constexpr Text done_archive{"{name} archivé", "{name} archived"};
inline constexpr Text done_unarchive{
    "{name} sorti des archives", "{name} taken out of the archive"};
inline constexpr Text done_bin{"{name} mis à la corbeille", "{name} moved to the bin"};
inline constexpr Text done_restore{"{name} sorti de la corbeille", "{name} taken out of the bin"};
inline constexpr Text done_state{"État\u00a0: {state}", "State: {state}"};
inline constexpr Text bin_title{"Mettre {name} à la corbeille\u00A0?", "Move {name} to the bin?"};
inline constexpr Text bin_text{
    "Les contacts sont conservés, et tout peut être restauré.",
    "Contacts are kept, and everything can be restored."};
inline constexpr Text bin_verb{"Mettre à la corbeille", "Move to the bin"};

inline constexpr Text tile_call{"Appeler", "Call"};
inline constexpr Text tile_text{"SMS", "Text"};
inline constexpr Text tile_route{"Itinéraire", "Route"};
inline constexpr Text completeness{"Fiche complète", "Complete sheet"};
inline constexpr Text section_information{"Informations", "Information"};
inline constexpr Text section_contacts{"Contacts", "Contacts"};
inline constexpr Text section_billing{"Facturation", "Billing"};
inline constexpr Text edit_field{"Modifier {field}", "Edit {field}"};
inline constexpr Text add_field{"Ajouter", "Add"};
inline constexpr Text field_saved{"{field} enregistré", "{field} saved"};
inline constexpr Text created_stamp{"Créée le {date} par {name}", "Created on {date} by {name}"};
inline constexpr Text created_stamp_alone{"Créée le {date}", "Created on {date}"};
inline constexpr Text updated_stamp{"Modifiée {when} par {name}", "Changed {when} by {name}"};
inline constexpr Text identity_name{"Identité", "Identity"};

inline constexpr Text figure_value{"Valeur totale", "Total value"};
inline constexpr Text figure_running{"En cours", "Running"};
inline constexpr PluralText figure_projects{
    {"{n} projet en cours", "{n} running project"},
    {"{n} projets en cours", "{n} running projects"}};

inline constexpr Text memo{"Mémo", "Memo"};
inline constexpr Text memo_empty{
    "Ce qu’il ne faut pas oublier\u00a0: code d’accès, consignes, habitudes.",
    "What must not be forgotten: access code, instructions, habits."};
inline constexpr Text memo_edit{"Modifier le mémo", "Edit the memo"};
inline constexpr Text memo_saved{"Mémo enregistré", "Memo saved"};

inline constexpr Text conflict_title{"Deux versions\u00a0: {field}", "Two versions: {field}"};
inline constexpr Text conflict_kept{"Votre version est enregistrée", "Your version is saved"};
inline constexpr Text someone{"quelqu’un", "somebody"};

// Addresses
inline constexpr Text next_tasks{"Prochaines tâches", "Next tasks"};
inline constexpr Text next_tasks_none{"Rien à faire pour l’instant.", "Nothing to do for now."};
inline constexpr Text next_tasks_all{"Voir les {n}", "See all {n}"};
inline constexpr Text addresses{"Adresses", "Addresses"};
inline constexpr Text address_add{"Ajouter une adresse", "Add an address"};
inline constexpr Text address_edit{"Modifier l’adresse", "Edit the address"};
inline constexpr Text address_main{"Principale", "Main"};
inline constexpr Text address_set_main{"Définir principale", "Make main"};
inline constexpr Text address_none{"Aucune adresse.", "No address."};
inline constexpr Text address_saved{"Adresse enregistrée", "Address saved"};
inline constexpr Text address_added{"Adresse ajoutée", "Address added"};
inline constexpr Text address_deleted{"Adresse supprimée", "Address deleted"};
inline constexpr Text address_unnamed{"Adresse", "Address"};
inline constexpr Text address_code{"Code {code}", "Code {code}"};
inline constexpr Text address_floor{"Étage {floor}", "Floor {floor}"};

// Projects
inline constexpr Text project_add{"Ajouter un projet", "Add a project"};
inline constexpr Text project_edit{"Modifier le projet", "Edit the project"};
inline constexpr Text project_none_title{"Aucun projet", "No project"};
inline constexpr Text project_none{
    "Ajoutez le premier\u00a0: la liste en tire la valeur et l’avancement.",
    "Add the first one: the list takes value and progress from it."};
inline constexpr Text project_saved{"Projet enregistré", "Project saved"};
inline constexpr Text project_added{"Projet ajouté", "Project added"};
inline constexpr Text project_deleted{"Projet supprimé", "Project deleted"};
inline constexpr Text project_delete_title{
    "Supprimer «\u00A0{name}\u00A0»\u00A0?", "Delete “{name}”?"};
inline constexpr Text project_due{"échéance {date}", "due {date}"};
inline constexpr Text project_progress{"Avancement de {name}", "Progress of {name}"};
inline constexpr Text project_list{"Projets du client", "Projects of the client"};

// Turning a private person into a company
inline constexpr Text convert_title{"Convertir en professionnel", "Turn into a company"};
inline constexpr Text convert_text{
    "La personne devient le contact principal de l’entreprise. Vous pourrez l’annuler.",
    "The person becomes the main contact of the company. You can undo it."};
inline constexpr Text convert_verb{"Convertir", "Convert"};

} // namespace carnet::texts
