// The list of projects, the page of one, and linking a project to a client.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts::projects {

// The list.
inline constexpr Text title{"Projets", "Projects"};
inline constexpr Text search{"Chercher un projet ou un client", "Search a project or a client"};
inline constexpr Text all{"Tous", "All"};
inline constexpr Text states{"État des projets", "State of projects"};
inline constexpr Text column_client{"Client", "Client"};
inline constexpr Text column_next{"Prochain jalon", "Next milestone"};
inline constexpr Text add{"Nouveau projet", "New project"};
inline constexpr Text new_for{
    "Nouveau projet\u00a0: pour quel client\u00a0?", "New project: for which client?"};
inline constexpr Text none_title{"Aucun projet", "No project"};
inline constexpr Text none_text{
    "Un projet se crée ici, ou depuis l’onglet Projets de la fiche d’un client.",
    "A project is created here, or from the Projects tab of a client’s sheet."};
inline constexpr Text none_found_title{"Aucun projet ne correspond", "No project matches"};
inline constexpr Text none_found_text{
    "Élargissez la recherche ou montrez tous les états.", "Widen the search or show all states."};
inline constexpr Text show_all{"Tout montrer", "Show all"};
inline constexpr PluralText count{{"{n} projet", "{n} project"}, {"{n} projets", "{n} projects"}};
inline constexpr Text budget{"Budget\u00A0: {sum}", "Budget: {sum}"};
inline constexpr PluralText waiting_approval{
    {"{n} livrable à valider", "{n} deliverable to approve"},
    {"{n} livrables à valider", "{n} deliverables to approve"}};

// The page.
inline constexpr Text gone_title{"Projet introuvable", "Project not found"};
inline constexpr Text gone_text{
    "Il a été supprimé, ou il ne vous est pas ouvert.",
    "It has been deleted, or it is not open to you."};
inline constexpr Text failed{"Le projet n’a pas pu être lu", "The project could not be read"};
inline constexpr Text actions{"Actions du projet", "Project actions"};
inline constexpr Text see_client{"Voir la fiche du client", "See the client’s sheet"};
inline constexpr Text move{"Rattacher à un autre client", "Link to another client"};
inline constexpr Text remove{"Supprimer le projet", "Delete the project"};
inline constexpr Text remove_text{
    "Ses tâches, jalons et livrables partent avec lui. L’action s’annule.",
    "Its tasks, milestones and deliverables go with it. The action can be undone."};
inline constexpr Text state_changed{"État du projet\u00A0: {state}", "Project state: {state}"};
inline constexpr Text hidden_from_portal{"Caché au portail", "Hidden from the portal"};
inline constexpr Text no_team{"Personne", "Nobody"};
inline constexpr Text from_tasks{"d’après les tâches", "from the tasks"};
inline constexpr Text by_hand{"saisie à la main", "entered by hand"};

inline constexpr Text tasks{"Tâches", "Tasks"};
inline constexpr Text task_add{"Ajouter une tâche", "Add a task"};
inline constexpr Text task_placeholder{"Nouvelle tâche, puis Entrée", "New task, then Enter"};
inline constexpr Text task_added{"Tâche ajoutée\u00a0: {name}", "Task added: {name}"};
inline constexpr Text task_edit{"Modifier la tâche {name}", "Edit task {name}"};
inline constexpr Text task_dialog{"Tâche", "Task"};
inline constexpr Text task_saved{"Tâche enregistrée", "Task saved"};
inline constexpr Text task_deleted{"Tâche supprimée", "Task deleted"};
inline constexpr Text task_ticked{"Tâche faite\u00A0: {name}", "Task done: {name}"};
inline constexpr Text task_unticked{"Tâche à faire\u00A0: {name}", "Task to do: {name}"};
inline constexpr Text task_menu{"Actions de la tâche {name}", "Actions of task {name}"};
inline constexpr Text move_up{"Monter", "Move up"};
inline constexpr Text move_down{"Descendre", "Move down"};
inline constexpr Text moved{"Tâche déplacée", "Task moved"};
inline constexpr Text share{"Partager avec le client", "Share with the client"};
inline constexpr Text unshare{"Rendre interne", "Make internal"};
inline constexpr Text shared{"Partagée", "Shared"};
inline constexpr Text shared_hint{
    "Les contacts autorisés la voient au portail", "Contacts with the right see it in the portal"};
inline constexpr Text no_tasks{
    "Pas encore de tâche. Elles peuvent donner la progression du projet.",
    "No task yet. They can give the project’s progress."};
inline constexpr Text edit{"Modifier", "Edit"};
inline constexpr Text late{"En retard", "Late"};

inline constexpr Text milestones{"Jalons", "Milestones"};
inline constexpr Text milestone_add{"Ajouter un jalon", "Add a milestone"};
inline constexpr Text milestone_edit{"Modifier le jalon {name}", "Edit milestone {name}"};
inline constexpr Text milestone_dialog{"Jalon", "Milestone"};
inline constexpr Text milestone_added{"Jalon ajouté", "Milestone added"};
inline constexpr Text milestone_saved{"Jalon enregistré", "Milestone saved"};
inline constexpr Text milestone_deleted{"Jalon supprimé", "Milestone deleted"};
inline constexpr Text milestone_ticked{"Jalon atteint\u00A0: {name}", "Milestone reached: {name}"};
inline constexpr Text milestone_unticked{
    "Jalon à atteindre\u00A0: {name}", "Milestone to reach: {name}"};
inline constexpr Text no_milestones{"Pas encore de jalon.", "No milestone yet."};

inline constexpr Text deliverables{"Livrables", "Deliverables"};
inline constexpr Text deliverable_add{"Ajouter un livrable", "Add a deliverable"};
inline constexpr Text deliverable_dialog{"Livrable", "Deliverable"};
inline constexpr Text deliverable_added{"Livrable ajouté", "Deliverable added"};
inline constexpr Text deliverable_saved{"Livrable enregistré", "Deliverable saved"};
inline constexpr Text deliverable_deleted{"Livrable supprimé", "Deliverable deleted"};
inline constexpr Text deliverable_menu{
    "Actions du livrable {name}", "Actions of deliverable {name}"};
inline constexpr Text no_deliverables{"Pas encore de livrable.", "No deliverable yet."};
inline constexpr Text no_version{"Pas encore de fichier", "No file yet"};
inline constexpr Text version{"Version {n}", "Version {n}"};
inline constexpr Text version_by{"{date}, par {name}", "{date}, by {name}"};
inline constexpr Text version_new{"Ajouter une version de {name}", "Add a version of {name}"};
inline constexpr Text version_added{
    "Version ajoutée, validation demandée", "Version added, approval asked for"};
inline constexpr Text sending{"Envoi de {name}", "Sending {name}"};
inline constexpr Text cancel_sending{"Abandonner l’envoi de {name}", "Abandon sending {name}"};
inline constexpr Text certificate{"Attestation (PDF)", "Certificate (PDF)"};
inline constexpr Text submit{"Soumettre à validation", "Send for approval"};
inline constexpr Text submitted{"Validation demandée", "Approval asked for"};
inline constexpr Text withdraw{"Retirer de la validation", "Withdraw from approval"};
inline constexpr Text withdrawn{"Validation retirée", "Approval withdrawn"};
inline constexpr Text answered_approved{
    "Version {n} approuvée par {name}, {date}", "Version {n} approved by {name}, {date}"};
inline constexpr Text answered_corrections{
    "Version {n}\u00A0: corrections demandées par {name}, {date}",
    "Version {n}: changes requested by {name}, {date}"};

// Linking (CF-29).
inline constexpr Text link{"Lier un projet", "Link a project"};
inline constexpr Text link_existing{"Un projet existant", "An existing project"};
inline constexpr Text link_new{"Un nouveau projet", "A new project"};
inline constexpr Text link_kind{"Que lier", "What to link"};
inline constexpr Text link_text{
    "Un projet appartient à un seul client\u00A0: il quitte celui qu’il a aujourd’hui, avec ses "
    "tâches, "
    "jalons et livrables.",
    "A project belongs to one client: it leaves the one it has today, with its tasks, milestones "
    "and deliverables."};
inline constexpr Text link_found{"Projets des autres clients", "Projects of other clients"};
inline constexpr Text link_nothing{"Aucun projet trouvé", "No project found"};
inline constexpr Text linked{"Projet {name} lié à {client}", "Project {name} linked to {client}"};
inline constexpr Text move_title{
    "Rattacher {name} à un autre client", "Link {name} to another client"};
inline constexpr Text move_search{"Chercher un client", "Search a client"};
inline constexpr Text move_found{"Clients trouvés", "Clients found"};

} // namespace carnet::texts::projects
