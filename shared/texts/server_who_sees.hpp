// "Qui voit cet élément ?": one sentence per contact, with the one reason that decides.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts::who_sees {

// {it}: "le" or "la" in French.
inline constexpr Text seen{"{name} {it} voit\u00A0: {why}.", "{name} sees it: {why}."};
inline constexpr Text hidden{
    "{name} ne {it} voit pas\u00A0: {why}.", "{name} does not see it: {why}."};

// Before any switch.
inline constexpr Text never{
    "accès au portail jamais ouvert", "access to the portal was never opened"};
inline constexpr Text waiting{
    "l’invitation au portail n’est pas encore acceptée",
    "the invitation to the portal is not accepted yet"};
inline constexpr Text revoked{"accès au portail révoqué", "access to the portal is revoked"};
inline constexpr Text inactive{
    "ce contact n’est plus actif chez ce client",
    "this contact is no longer active at this client"};
inline constexpr Text closed{
    "accès au portail fermé pour ce client", "access to the portal is closed for this client"};

// What hides it.
inline constexpr Text no_projects{
    "aucun droit sur les projets, ni par son rôle ni par un interrupteur",
    "no right to projects, neither by role nor by a switch"};
inline constexpr Text switch_off{"«\u00A0{switch}\u00A0» est éteint", "“{switch}” is off"};
inline constexpr Text project_hidden{
    "le projet n’est pas visible au portail", "the project is not visible in the portal"};
inline constexpr Text task_internal{"la tâche est interne", "the task is internal"};
inline constexpr Text message_internal{"le message est interne", "the message is internal"};
inline constexpr Text in_preparation{
    "il est en préparation, aucune version n’a été remise",
    "it is in preparation, no version was handed over"};

// Of the client itself, in the team.
inline constexpr Text sees_all{
    "le rôle «\u00A0{role}\u00A0» voit tous les clients", "the role “{role}” sees all clients"};
inline constexpr Text sees_own{
    "le rôle «\u00A0{role}\u00A0» ne voit que les clients dont il s’occupe",
    "the role “{role}” sees only clients they work for"};
inline constexpr Text in_charge{"responsable de ce client", "in charge of this client"};
inline constexpr Text in_team{
    "dans l’équipe d’un de ses projets", "in the team of one of its projects"};

// What shows it.
inline constexpr Text project_open{
    "le projet est visible au portail et {how}", "the project is visible in the portal and {how}"};
inline constexpr Text task_shared{"la tâche est partagée et {how}", "the task is shared and {how}"};
inline constexpr Text handed_over{
    "une version a été remise et {how}", "a version was handed over and {how}"};
inline constexpr Text message_shared{
    "le message est partagé et {how}", "the message is shared and {how}"};
inline constexpr Text by_role{
    "le rôle «\u00A0{role}\u00A0» montre les projets", "the role “{role}” shows projects"};

// Proof of reading, after the sentence above.
inline constexpr Text read{"Lu le {when}.", "Read on {when}."};
inline constexpr Text unread{"Pas encore lu.", "Not read yet."};
inline constexpr Text opened{"Version {n} ouverte le {when}.", "Version {n} opened on {when}."};
inline constexpr Text unopened{"Aucune version ouverte.", "No version opened yet."};

// Either way: what the rule of folders went by.
inline constexpr Text folder_own{
    "droit «\u00A0{access}\u00A0» posé sur le dossier «\u00A0{folder}\u00A0»",
    "right “{access}” set on the folder “{folder}”"};
inline constexpr Text folder_default{"«\u00A0{switch}\u00A0» est allumé", "“{switch}” is on"};

} // namespace carnet::texts::who_sees
