// The tab Documents of a client sheet: files, rights of folders, the cascade, the eye.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text tab_documents{"Documents", "Documents"};
inline constexpr PluralText documents_added{
    {"{n} fichier déposé", "{n} file added"}, {"{n} fichiers déposés", "{n} files added"}};

namespace documents {

inline constexpr Text pages{"Vue des documents", "View of the documents"};
inline constexpr Text page_files{"Fichiers", "Files"};
inline constexpr Text page_rights{"Permissions", "Rights"};
inline constexpr Text page_bin{"Corbeille", "Bin"};
inline constexpr Text tree{"Dossiers", "Folders"};
inline constexpr Text top{"Dossiers du client", "Folders of the client"};
inline constexpr Text search_files{"Rechercher un fichier", "Search for a file"};
inline constexpr Text filter_folders{"Filtrer les dossiers", "Filter the folders"};
inline constexpr Text drop{"Déposer", "Add files"};
inline constexpr Text new_folder{"Nouveau dossier", "New folder"};
inline constexpr Text folder_name{"Nom du dossier", "Name of the folder"};
inline constexpr Text file_name{"Nom du fichier", "Name of the file"};
inline constexpr Text rename{"Renommer", "Rename"};
inline constexpr Text renamed{"Renommé", "Renamed"};
inline constexpr Text create{"Créer", "Create"};
inline constexpr Text created{"Dossier créé", "Folder created"};
inline constexpr Text move{"Déplacer vers…", "Move to…"};
inline constexpr Text move_title{"Déplacer « {name} »", "Move “{name}”"};
inline constexpr Text move_here{"Déplacer ici", "Move here"};
inline constexpr Text moved{"Déplacé", "Moved"};
inline constexpr Text to_bin{"Mettre à la corbeille", "Move to the bin"};
inline constexpr Text binned{"{name} mis à la corbeille", "{name} moved to the bin"};
inline constexpr Text restore{"Restaurer", "Restore"};
inline constexpr Text restored{"{name} restauré", "{name} restored"};
inline constexpr Text look{"Aperçu", "Preview"};
inline constexpr Text download{"Télécharger", "Download"};
inline constexpr Text versions{"Versions et lectures…", "Versions and readings…"};
inline constexpr Text versions_title{"Versions de « {name} »", "Versions of “{name}”"};
inline constexpr Text version{"Version {n}", "Version {n}"};
inline constexpr Text read_by{
    "Lu par {name} le {date} (version {n})", "Read by {name} on {date} (version {n})"};
inline constexpr Text read_by_nobody{"Pas encore lu", "Not read yet"};
inline constexpr Text new_version{"Déposer une nouvelle version", "Add a new version"};
inline constexpr Text more_actions{"Actions sur {name}", "Actions on {name}"};
inline constexpr Text files_name{"Fichiers du dossier", "Files of the folder"};
inline constexpr PluralText files_count{{"{n} fichier", "{n} file"}, {"{n} fichiers", "{n} files"}};
inline constexpr Text column_name{"Nom", "Name"};
inline constexpr Text column_size{"Taille", "Size"};
inline constexpr Text column_date{"Déposé", "Added"};
inline constexpr Text column_by{"Par", "By"};
inline constexpr Text choose_folder{"Choisissez un dossier", "Choose a folder"};
inline constexpr Text none_title{"Aucun fichier ici", "No file here"};
inline constexpr Text none{
    "Glissez des fichiers sur la fiche, collez une image, ou choisissez-les.",
    "Drop files on the sheet, paste a picture, or choose them."};
inline constexpr Text none_found{"Aucun fichier trouvé", "No file found"};
inline constexpr Text bin_empty{"La corbeille est vide", "The bin is empty"};
inline constexpr Text who_sees{"Qui voit ce dossier", "Who sees this folder"};

// Uploads.
inline constexpr Text uploads{"Envois", "Uploads"};
inline constexpr Text upload_cancel{"Annuler l’envoi de {name}", "Cancel the upload of {name}"};
inline constexpr Text upload_retry{"Reprendre l’envoi de {name}", "Resume the upload of {name}"};
inline constexpr Text upload_failed{
    "Envoi interrompu. Ce qui est arrivé n’est pas perdu.",
    "Upload interrupted. What has arrived is not lost."};
inline constexpr Text upload_waits{"En attente", "Waiting"};

// Rights.
inline constexpr Text rights_name{
    "Droits par dossier et par personne", "Rights by folder and person"};
inline constexpr Text group_contacts{"Contacts du client", "Contacts of the client"};
inline constexpr Text group_team{"Collaborateurs", "Team"};
inline constexpr Text people_before{"Personnes précédentes", "People before"};
inline constexpr Text people_after{"Personnes suivantes", "People after"};
inline constexpr PluralText folder_count{
    {"{n} dossier", "{n} folder"}, {"{n} dossiers", "{n} folders"}};
inline constexpr Text show_team{"Afficher les collaborateurs", "Show the team"};
inline constexpr Text fold{"Replier {name}", "Fold {name}"};
inline constexpr Text unfold{"Déplier {name}", "Unfold {name}"};
inline constexpr Text column_folder{"Dossier", "Folder"};
inline constexpr Text cell{"{name}, {folder} : {right}", "{name}, {folder}: {right}"};
inline constexpr Text inherit{"Comme le dossier parent", "As the folder above"};
inline constexpr Text saved{"Droit enregistré", "Right saved"};
inline constexpr Text inherited{"hérité", "inherited"};
inline constexpr Text cascade_ask{"Appliquer aux sous-dossiers…", "Apply to sub-folders…"};
inline constexpr Text outside{"hors cascade", "outside the cascade"};
inline constexpr Text set_outside{"Garder hors cascade", "Keep outside the cascade"};
inline constexpr Text hint{
    "Un clic sur le nom ouvre le dossier, un clic sur la case change le droit.",
    "A click on the name opens the folder, a click on the cell changes the right."};
inline constexpr Text keys_right{"aucun, lecture, total", "none, read, full"};
inline constexpr Text keys_cascade{"cascade", "cascade"};
inline constexpr Text cascade_title{"Cascade depuis « {name} »", "Cascade from “{name}”"};
inline constexpr Text right_title{"Droits sur «\u00A0{name}\u00A0»", "Rights on “{name}”"};
inline constexpr Text right_nothing{
    "Personne ne gagne ni ne perd de droit.", "Nobody gains or loses a right."};
inline constexpr Text cascade_text{
    "Les droits du dossier remplacent ceux de ses {count} sous-dossiers.",
    "The rights of the folder replace those of its {count} sub-folders."};
inline constexpr Text cascade_kept{"Non touché : {names}", "Not touched: {names}"};
inline constexpr Text cascade_nothing{
    "Les sous-dossiers ont déjà ces droits.", "The sub-folders have these rights already."};
inline constexpr Text cascade_closed{
    "{names} : pas encore d’accès aux documents du portail. Ces droits s’appliqueront dès qu’il "
    "sera ouvert.",
    "{names}: no access to the portal’s documents yet. These rights apply as soon as it is open."};
inline constexpr PluralText cascade_gain{
    {"{n} gagne un accès", "{n} gains access"}, {"{n} gagnent un accès", "{n} gain access"}};
inline constexpr PluralText cascade_lose{
    {"{n} perd un droit", "{n} loses a right"}, {"{n} perdent un droit", "{n} lose a right"}};
inline constexpr Text gains{"Gagnent un accès", "Gain access"};
inline constexpr Text losses{"Perdent un droit", "Lose a right"};
inline constexpr PluralText cascade_apply{
    {"Appliquer {n} changement", "Apply {n} change"},
    {"Appliquer {n} changements", "Apply {n} changes"}};
inline constexpr Text cascade_done{"Droits appliqués", "Rights applied"};
inline constexpr Text eye{"Voir comme {name}", "See as {name}"};
inline constexpr Text eye_banner{
    "Vous voyez comme {name}. Dossiers visibles\u00A0: {visible} sur {all}, masqués\u00A0: "
    "{hidden}.",
    "You see as {name}. Folders visible: {visible} of {all}, hidden: {hidden}."};
inline constexpr Text eye_leave{"Quitter", "Leave"};

} // namespace documents
} // namespace carnet::texts
