// The settings: names of pages; each page's own texts are below.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text settings_workspace{"Espace de travail", "Workspace"};
inline constexpr Text settings_data{"Données", "Data"};
inline constexpr Text settings_me{"Moi", "Me"};
inline constexpr Text settings_organisation{"Organisation", "Organisation"};
inline constexpr Text settings_team{"Collaborateurs", "Team"};
inline constexpr Text settings_roles{"Rôles et permissions", "Roles and permissions"};
inline constexpr Text settings_words{"Tags, secteurs, tailles", "Tags, sectors, sizes"};
inline constexpr Text settings_journal{"Journal", "Journal"};
inline constexpr Text settings_profile{"Mon profil", "My profile"};
inline constexpr Text settings_menu{"Réglages", "Settings"};

// Organisation
inline constexpr Text organisation_text{
    "Le nom s’affiche dans la navigation et sur la page de connexion.",
    "The name is shown in the navigation and on the sign-in page."};
inline constexpr Text organisation_saved{"Organisation enregistrée", "Organisation saved"};

// Team
inline constexpr Text team_text{
    "Chaque personne a son compte. Une personne désactivée garde son passé.",
    "Each person has an account of their own. A deactivated person keeps their past."};
inline constexpr Text team_add{"Inviter un collaborateur", "Invite a team member"};
inline constexpr Text team_add_short{"Inviter", "Invite"};
inline constexpr Text team_add_verb{"Créer le compte", "Create the account"};
inline constexpr Text team_add_text{
    "La personne choisit son mot de passe avec un lien à usage unique, que vous lui transmettez.",
    "The person chooses a password with a single-use link that you hand over."};
inline constexpr Text team_name{"Nom", "Name"};
inline constexpr Text team_role{"Rôle", "Role"};
inline constexpr Text team_state{"État", "State"};
inline constexpr Text team_active{"Actif", "Active"};
inline constexpr Text team_invited{"Invité", "Invited"};
inline constexpr Text team_inactive{"Désactivé", "Deactivated"};
inline constexpr Text team_since{"Depuis", "Since"};
inline constexpr Text team_you{"vous", "you"};
inline constexpr Text team_deactivate{"Désactiver", "Deactivate"};
inline constexpr Text team_reactivate{"Réactiver", "Reactivate"};
inline constexpr Text team_new_link{"Nouveau lien de connexion", "New sign-in link"};
inline constexpr Text team_deactivate_title{"Désactiver {name}\u00A0?", "Deactivate {name}?"};
inline constexpr Text team_deactivate_text{
    "Cette personne sera déconnectée et ne pourra plus entrer.",
    "This person will be signed out and can no longer enter."};
inline constexpr PluralText team_clients{
    {"{n} client lui est confié", "Is in charge of {n} client"},
    {"{n} clients lui sont confiés", "Is in charge of {n} clients"}};
inline constexpr Text team_heir{
    "Confier ses clients, projets et tâches à", "Give their clients, projects and tasks to"};
inline constexpr Text team_no_heir{
    "Personne\u00a0: ils gardent son nom", "Nobody: they keep the name"};
inline constexpr Text team_deactivated{"{name} est désactivé", "{name} is deactivated"};
inline constexpr Text team_reactivated{"{name} est réactivé", "{name} is active again"};
inline constexpr Text team_role_changed{"Rôle de {name} modifié", "Role of {name} changed"};
inline constexpr Text team_created{"Compte créé pour {name}", "Account created for {name}"};
inline constexpr Text team_link_title{"Lien de {name}", "Link of {name}"};
inline constexpr Text team_link_text{
    "Ce lien n’est affiché qu’une fois. Il sert une seule fois et expire.",
    "This link is shown only once. It works once and expires."};
inline constexpr Text team_link{"Lien", "Link"};
inline constexpr Text team_copy_link{"Copier le lien", "Copy the link"};
inline constexpr Text team_actions{"Actions pour {name}", "Actions for {name}"};

// Roles
inline constexpr Text roles_title{"Qui peut faire quoi", "Who may do what"};
inline constexpr Text roles_text{
    "Quatre rôles pour l’équipe. Le serveur les applique partout\u00a0: liste, recherche, totaux, "
    "export.",
    "Four roles for the team. The server applies them everywhere: list, search, totals, export."};
inline constexpr Text roles_action{"Action", "Action"};
inline constexpr PluralText roles_people{
    {"{n} personne", "{n} person"}, {"{n} personnes", "{n} people"}};
inline constexpr PluralText roles_pending{
    {"{n} modification non enregistrée", "{n} unsaved change"},
    {"{n} modifications non enregistrées", "{n} unsaved changes"}};
inline constexpr Text roles_own{"Ses clients", "Own clients"};
inline constexpr Text roles_changed{"modifié", "changed"};
inline constexpr Text roles_locked{"Verrou", "Locked"};
inline constexpr Text roles_locked_why{
    "Réservé aux admins par le réglage ci-dessous", "Reserved for admins by the switch below"};
inline constexpr Text roles_saved{"Droits enregistrés", "Rights saved"};
inline constexpr Text roles_effect{"Effet des changements", "Effect of the changes"};
inline constexpr Text roles_effect_text{
    "Ce que chaque personne gagne ou perd, avant d’enregistrer.",
    "What each person gains or loses, before saving."};
inline constexpr Text roles_no_effect{"Aucun changement pour l’instant.", "No change for now."};
inline constexpr Text roles_gains{"gagne", "gains"};
inline constexpr Text roles_loses{"perd", "loses"};

// Words
inline constexpr Text words_text{
    "Les mots proposés dans les fiches. Renommer un mot le change partout.",
    "The words offered in the sheets. Renaming a word changes it everywhere."};
inline constexpr Text words_tags{"Tags", "Tags"};
inline constexpr Text words_add{"Ajouter", "Add"};
inline constexpr Text words_new{"Nouveau mot", "New word"};
inline constexpr Text words_color{"Couleur", "Colour"};
inline constexpr Text words_removed{"«\u00A0{name}\u00A0» supprimé", "“{name}” deleted"};
inline constexpr Text words_added{"«\u00A0{name}\u00A0» ajouté", "“{name}” added"};
inline constexpr Text words_renamed{"«\u00A0{name}\u00A0» enregistré", "“{name}” saved"};
inline constexpr Text words_delete_title{
    "Supprimer «\u00A0{name}\u00A0»\u00A0?", "Delete “{name}”?"};
inline constexpr Text words_delete_text{
    "Le mot sera retiré des fiches qui le portent.",
    "The word will be removed from the sheets that bear it."};
inline constexpr Text words_rename_name{"Nom de «\u00A0{name}\u00A0»", "Name of “{name}”"};
inline constexpr Text words_delete_name{"Supprimer «\u00A0{name}\u00A0»", "Delete “{name}”"};
inline constexpr Text words_empty{"Aucun mot pour l’instant.", "No word yet."};

// Profile
inline constexpr Text profile_saved{"Profil enregistré", "Profile saved"};
inline constexpr Text profile_password{"Mot de passe", "Password"};
inline constexpr Text profile_current{"Mot de passe actuel", "Current password"};
inline constexpr Text profile_new{"Nouveau mot de passe", "New password"};
inline constexpr Text profile_new_help{"10 caractères au moins", "At least 10 characters"};
inline constexpr Text profile_change_password{"Changer le mot de passe", "Change the password"};
inline constexpr Text profile_password_changed{"Mot de passe changé", "Password changed"};
inline constexpr Text profile_letters{
    "Lettres seules comme raccourcis (n, e, j…)", "Single letters as shortcuts (n, e, j…)"};
inline constexpr Text profile_appearance{"Apparence", "Appearance"};

// Journal
inline constexpr Text journal_text{
    "Tout ce qui a changé dans l’espace, par qui et quand.",
    "Everything that changed in the workspace, by whom and when."};
inline constexpr Text journal_empty{"Rien pour l’instant.", "Nothing yet."};
inline constexpr PluralText journal_clients{
    {"{n} client", "{n} client"}, {"{n} clients", "{n} clients"}};
inline constexpr Text journal_undone{"annulé", "undone"};
inline constexpr Text journal_undo{"Annuler cette action", "Undo this action"};

} // namespace carnet::texts
