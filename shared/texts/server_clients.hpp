// What the server answers about clients and what belongs to them. Placeholders: {name} {from} {to}
// {count}.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text reference_taken{
    "Cette référence est déjà utilisée", "This reference is already in use"};
inline constexpr Text name_taken{"Ce nom existe déjà", "This name already exists"};
inline constexpr Text contact_linked{
    "Ce contact est déjà rattaché à ce client", "This contact already belongs to this client"};
inline constexpr Text contact_or_id{
    "Donnez un contact ou son identifiant, pas les deux",
    "Give a contact or its identifier, not both"};
inline constexpr Text not_a_prospect{
    "Ce client n’est plus un prospect", "This client is no longer a prospect"};
inline constexpr Text project_has_activities{
    "Des activités se rapportent à ce projet", "Activities refer to this project"};
inline constexpr Text main_address_stays{
    "Choisissez une autre adresse principale", "Choose another main address"};
inline constexpr Text automatic_activity{
    "Carnet a consigné cet événement, il ne se modifie pas",
    "Carnet recorded this event, it cannot be changed"};
inline constexpr Text contact_elsewhere{
    "Ce contact n’appartient pas à ce client", "This contact does not belong to this client"};
inline constexpr Text project_elsewhere{
    "Ce projet n’appartient pas à ce client", "This project does not belong to this client"};
inline constexpr Text list_elsewhere{
    "Ce mot n’appartient pas à cette liste", "This word does not belong to this list"};
inline constexpr Text in_the_future{"Cette date est dans le futur", "This date is in the future"};
inline constexpr Text ids_or_query{
    "Donnez les clients ou une recherche, pas les deux", "Give the clients or a search, not both"};
inline constexpr Text nothing_to_do{"Rien à modifier", "Nothing to change"};
inline constexpr Text bad_parameter{
    "Ce paramètre n’est pas compris", "This parameter is not understood"};

// Sentences of events the application records by itself.
inline constexpr Text state_changed{"{from} → {to}", "{from} → {to}"};
inline constexpr Text project_started{"Projet {name} démarré", "Project {name} started"};
inline constexpr Text project_waiting{"Projet {name} mis en attente", "Project {name} put on hold"};
inline constexpr Text project_done{"Projet {name} terminé", "Project {name} finished"};
inline constexpr Text project_cancelled{"Projet {name} annulé", "Project {name} cancelled"};
inline constexpr Text imported{"Fiche importée de {name}", "Record imported from {name}"};

// Beside the state of a client (CF-03, CF-04): what usually comes next, in the order of the states;
// or the state that the projects speak for.
inline constexpr Text usual_action[]{
    {"Suivi régulier", "Regular follow-up"},
    {"Conversion", "Conversion"},
    {"Réactivation", "Reactivation"},
    {"Résolution", "Resolution"}};
inline constexpr Text usual_action_hint{
    "Action habituelle dans cet état", "What usually comes next in this state"};
inline constexpr Text rather_state{"Plutôt {state}\u00a0?", "{state} instead?"};
inline constexpr Text projects_run{"Un projet est en cours", "A project is running"};
inline constexpr Text projects_ended{
    "Plus aucun projet n’est en cours", "No project is running any more"};

// Undo.
inline constexpr Text nothing_to_undo{"Il n’y a rien à annuler", "There is nothing to undo"};
inline constexpr Text nothing_to_redo{"Il n’y a rien à rétablir", "There is nothing to do again"};
inline constexpr Text already_undone{
    "Cette action est déjà annulée", "This action has already been undone"};
inline constexpr Text cannot_undo{"Cette action ne s’annule pas", "This action cannot be undone"};
inline constexpr Text changed_since{"Modifié depuis", "Changed since"};
inline constexpr Text undo_conflict{
    "Des valeurs ont changé depuis cette action", "Values have changed since this action"};
inline constexpr Text no_such_value{
    "Cette valeur n’est pas dans l’historique", "This value is not in the history"};

// Import and export.
inline constexpr Text import_gone{
    "Ce fichier n’est plus là, envoyez-le de nouveau",
    "This file is no longer there, send it again"};
inline constexpr Text import_not_planned{"Vérifiez d’abord l’import", "Check the import first"};
inline constexpr Text import_row_failed{"Ligne {line}\u00A0: {message}", "Line {line}: {message}"};
inline constexpr Text export_clients{"Clients", "Clients"};
inline constexpr Text export_yes{"Oui", "Yes"};
inline constexpr Text export_no{"Non", "No"};
inline constexpr Text column_name{"Nom du client", "Client name"};
inline constexpr Text column_first_name{"Prénom du client", "Client first name"};
inline constexpr Text column_last_name{"Nom de famille", "Client last name"};
inline constexpr Text column_contact_role{"Rôle du contact", "Contact’s role"};
inline constexpr Text column_projects{"Projets actifs", "Active projects"};
inline constexpr Text column_last_activity{"Dernière activité", "Last activity"};
inline constexpr Text column_value{"Valeur totale", "Total value"};
inline constexpr Text column_line{"Ligne", "Line"};
inline constexpr Text column_reason{"Raison du refus", "Reason for refusal"};

} // namespace carnet::texts
