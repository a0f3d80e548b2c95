// What the server answers about projects, and what the timeline tells of them. Placeholders: {name}
// {project} {version}.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text progress_from_tasks{
    "La progression se calcule d’après les tâches", "The progress comes from the tasks"};
inline constexpr Text assignee_sees_nothing{
    "Cette personne ne voit pas ce client\u00A0: ajoutez-la à l’équipe du projet",
    "This person does not see this client: add them to the project’s team"};
inline constexpr Text project_has_approvals{
    "Des contacts du client ont répondu sur ce projet\u00A0: annulez-le plutôt",
    "Contacts of the client have answered on this project: cancel it instead"};
inline constexpr Text project_stays{
    "Des contacts du client ont répondu sur ce projet\u00A0: il ne change plus de client",
    "Contacts of the client have answered on this project: it keeps its client"};
inline constexpr Text deliverable_has_approvals{
    "Un contact a répondu sur ce livrable, il reste",
    "A contact answered on this deliverable, it stays"};
inline constexpr Text no_version_yet{"Ajoutez d’abord un fichier", "Add a file first"};
inline constexpr Text already_answered{
    "Une réponse a déjà été donnée, ou la validation n’est plus demandée",
    "An answer was already given, or approval is no longer asked for"};
inline constexpr Text newer_version{
    "Une nouvelle version est arrivée\u00A0: ouvrez-la avant de répondre",
    "A new version has arrived: open it before you answer"};
inline constexpr Text say_what_to_correct{
    "Écrivez ce qu’il faut corriger", "Write what has to be corrected"};
inline constexpr Text not_awaiting_approval{
    "Ce livrable n’attend pas de validation", "This deliverable awaits no approval"};
inline constexpr Text task_elsewhere{
    "Cette tâche n’est pas de ce projet", "This task is not of this project"};

// Sentences of the timeline.
inline constexpr Text milestone_reached{
    "Jalon {milestone} atteint, projet {name}", "Milestone {milestone} reached, project {name}"};
inline constexpr Text project_came{
    "Projet {name} rattaché à ce client", "Project {name} linked to this client"};
inline constexpr Text project_left{
    "Projet {name} rattaché à un autre client", "Project {name} linked to another client"};
inline constexpr Text delivery_to_approve{
    "{name}, version {version}, à valider ({project})",
    "{name}, version {version}, to approve ({project})"};
inline constexpr Text delivery_approved{
    "{name}, version {version}, approuvé ({project})",
    "{name}, version {version}, approved ({project})"};
inline constexpr Text delivery_corrections{
    "{name}, version {version}\u00A0: corrections demandées ({project})",
    "{name}, version {version}: changes requested ({project})"};
inline constexpr Text delivery_withdrawn{
    "{name}, version {version}, retiré de la validation ({project})",
    "{name}, version {version}, withdrawn from approval ({project})"};

} // namespace carnet::texts
