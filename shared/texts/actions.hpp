// What somebody did, in one line: the sentence of each kind of action in history, toasts of undo
// and the audit journal.
// `{name}` and the like are filled from the action's parameters. A new kind of write adds its row
// here.
#pragma once

#include "shared/core/i18n.hpp"

#include <array>
#include <string_view>

namespace carnet {

struct ActionText {
    std::string_view kind; // As given to Transaction::set_action and stored in the journal.
    Text text;
};

inline constexpr auto action_texts = std::to_array<ActionText>({
    {"change", {"Modification", "Change"}},
    {"start", {"Création de l’espace {name}", "Creation of workspace {name}"}},
    {"user_create", {"Ajout de {name} à l’équipe", "{name} added to the team"}},
    {"user_update", {"Modification de {name}", "{name} changed"}},
    {"profile_update", {"Modification du profil", "Profile changed"}},
    {"workspace_update", {"Modification des réglages de l’espace", "Workspace settings changed"}},
    {"roles_update", {"Modification des droits", "Rights changed"}},
    {"client_create", {"Client {name} créé", "Client {name} created"}},
    {"client_update", {"Client {name} modifié", "Client {name} changed"}},
    {"client_convert",
     {"Prospect {name} transformé en client", "Prospect {name} converted to a client"}},
    {"client_archive", {"Client {name} archivé", "Client {name} archived"}},
    {"client_unarchive", {"Client {name} désarchivé", "Client {name} unarchived"}},
    {"client_bin", {"Client {name} mis à la corbeille", "Client {name} moved to the bin"}},
    {"client_restore",
     {"Client {name} sorti de la corbeille", "Client {name} taken out of the bin"}},
    {"client_revert", {"Ancienne valeur remise pour {name}", "Earlier value put back for {name}"}},
    {"clients_update", {"{count} clients modifiés", "{count} clients changed"}},
    {"clients_assign", {"{count} clients confiés à {user}", "{count} clients given to {user}"}},
    {"clients_tag", {"Tags modifiés sur {count} clients", "Tags changed on {count} clients"}},
    {"clients_archive", {"{count} clients archivés", "{count} clients archived"}},
    {"clients_unarchive", {"{count} clients désarchivés", "{count} clients unarchived"}},
    {"clients_bin", {"{count} clients mis à la corbeille", "{count} clients moved to the bin"}},
    {"clients_restore",
     {"{count} clients sortis de la corbeille", "{count} clients taken out of the bin"}},
    {"contact_create", {"Contact {name} ajouté", "Contact {name} added"}},
    {"contact_update", {"Contact {name} modifié", "Contact {name} changed"}},
    {"contact_remove",
     {"Contact {name} retiré de {client}", "Contact {name} removed from {client}"}},
    {"address_create", {"Adresse ajoutée pour {client}", "Address added for {client}"}},
    {"address_update", {"Adresse modifiée pour {client}", "Address changed for {client}"}},
    {"address_delete", {"Adresse supprimée pour {client}", "Address deleted for {client}"}},
    {"project_create", {"Projet {name} créé", "Project {name} created"}},
    {"project_update", {"Projet {name} modifié", "Project {name} changed"}},
    {"project_delete", {"Projet {name} supprimé", "Project {name} deleted"}},
    {"project_move",
     {"Projet {name} rattaché à un autre client", "Project {name} linked to another client"}},
    {"milestone_create", {"Jalon {name} ajouté", "Milestone {name} added"}},
    {"milestone_update", {"Jalon {name} modifié", "Milestone {name} changed"}},
    {"milestone_delete", {"Jalon {name} supprimé", "Milestone {name} deleted"}},
    {"task_create", {"Tâche {name} ajoutée", "Task {name} added"}},
    {"task_update", {"Tâche {name} modifiée", "Task {name} changed"}},
    {"task_order", {"Tâche {name} déplacée", "Task {name} moved"}},
    {"task_delete", {"Tâche {name} supprimée", "Task {name} deleted"}},
    {"deliverable_create", {"Livrable {name} ajouté", "Deliverable {name} added"}},
    {"deliverable_update", {"Livrable {name} modifié", "Deliverable {name} changed"}},
    {"deliverable_delete", {"Livrable {name} supprimé", "Deliverable {name} deleted"}},
    {"deliverable_version",
     {"Nouvelle version du livrable {name}", "New version of deliverable {name}"}},
    {"deliverable_submit",
     {"Livrable {name} soumis à validation", "Deliverable {name} sent for approval"}},
    {"deliverable_withdraw",
     {"Livrable {name} retiré de la validation", "Deliverable {name} withdrawn from approval"}},
    {"deliverable_answer", {"Réponse sur le livrable {name}", "Answer on deliverable {name}"}},
    {"activity_create", {"Activité consignée pour {client}", "Activity logged for {client}"}},
    {"activity_update", {"Activité modifiée pour {client}", "Activity changed for {client}"}},
    {"activity_delete", {"Activité supprimée pour {client}", "Activity deleted for {client}"}},
    {"document_add", {"{name} déposé", "{name} added"}},
    {"documents_add", {"{count} fichiers déposés", "{count} files added"}},
    {"document_version", {"Nouvelle version de {name}", "New version of {name}"}},
    {"document_rename", {"{name} renommé", "{name} renamed"}},
    {"document_move", {"{name} déplacé", "{name} moved"}},
    {"document_bin", {"{name} mis à la corbeille", "{name} moved to the bin"}},
    {"document_restore", {"{name} sorti de la corbeille", "{name} taken out of the bin"}},
    {"documents_move", {"{count} éléments déplacés", "{count} items moved"}},
    {"documents_bin", {"{count} éléments mis à la corbeille", "{count} items moved to the bin"}},
    {"folder_create", {"Dossier {name} créé", "Folder {name} created"}},
    {"folder_update", {"Dossier {name} modifié", "Folder {name} changed"}},
    {"folder_move", {"Dossier {name} déplacé", "Folder {name} moved"}},
    {"folder_bin", {"Dossier {name} mis à la corbeille", "Folder {name} moved to the bin"}},
    {"folder_restore",
     {"Dossier {name} sorti de la corbeille", "Folder {name} taken out of the bin"}},
    {"folder_rights", {"Droits du dossier {name} modifiés", "Rights on folder {name} changed"}},
    {"folder_cascade",
     {"Droits de {name} appliqués à ses sous-dossiers",
      "Rights of {name} applied to its sub-folders"}},
    {"tag_create", {"Tag {name} créé", "Tag {name} created"}},
    {"tag_update", {"Tag {name} modifié", "Tag {name} changed"}},
    {"tag_delete", {"Tag {name} supprimé", "Tag {name} deleted"}},
    {"option_create", {"{name} ajouté à la liste", "{name} added to the list"}},
    {"option_update", {"{name} modifié dans la liste", "{name} changed in the list"}},
    {"option_delete", {"{name} supprimé de la liste", "{name} deleted from the list"}},
    {"view_create", {"Vue {name} enregistrée", "View {name} saved"}},
    {"view_update", {"Vue {name} modifiée", "View {name} changed"}},
    {"view_delete", {"Vue {name} supprimée", "View {name} deleted"}},
    {"import",
     {"Import de {file}\u00A0: {created} créés, {updated} modifiés",
      "Import of {file}: {created} created, {updated} changed"}},
    {"demo", {"Espace de démonstration", "Demonstration workspace"}},
    {"undo", {"Annulation\u00A0: {label}", "Undone: {label}"}},
    {"redo", {"Rétablissement\u00A0: {label}", "Done again: {label}"}},
});

} // namespace carnet
