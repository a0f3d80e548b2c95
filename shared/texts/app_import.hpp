// The import screen.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text import_steps{"Étapes de l’import", "Steps of the import"};
inline constexpr Text import_step_file{"Fichier", "File"};
inline constexpr Text import_step_mapping{"Colonnes", "Columns"};
inline constexpr Text import_step_plan{"Vérification", "Check"};
inline constexpr Text import_step_done{"Résultat", "Result"};
inline constexpr Text import_drop_title{"Déposez votre fichier ici", "Drop your file here"};
inline constexpr Text import_drop_text{
    "Fichier CSV, en UTF-8 ou Windows-1252, séparé par virgule, point-virgule ou tabulation.",
    "CSV file, UTF-8 or Windows-1252, separated by comma, semicolon or tab."};
inline constexpr Text import_choose{"Choisir un fichier…", "Choose a file…"};
inline constexpr Text import_uploading{"Lecture du fichier…", "Reading the file…"};
inline constexpr Text import_mapping_title{
    "Où va chaque colonne\u00A0?", "Where does each column go?"};
inline constexpr PluralText import_rows{{"{n} ligne", "{n} row"}, {"{n} lignes", "{n} rows"}};
inline constexpr Text import_recognised{
    "{n} colonnes reconnues sur {count}", "{n} of {count} columns recognised"};
inline constexpr Text import_file_facts{
    "{file}\u00a0: {rows}, {encoding}", "{file}: {rows}, {encoding}"};
inline constexpr Text import_ignore{"Ne pas importer", "Do not import"};
inline constexpr Text import_target_of{
    "Destination de «\u00A0{heading}\u00A0»", "Destination of “{heading}”"};
inline constexpr Text import_unnamed{"Colonne {n}", "Column {n}"};
inline constexpr Text import_match{
    "Reconnaître les clients existants par", "Recognise existing clients by"};
inline constexpr Text import_match_email{"E-mail", "E-mail"};
inline constexpr Text import_match_reference{"Référence", "Reference"};
inline constexpr Text import_match_name{"Nom", "Name"};
inline constexpr Text import_update{
    "Mettre à jour les clients déjà connus", "Update clients that are already known"};
inline constexpr Text import_update_help{
    "Sinon, ils restent tels quels.", "Otherwise they stay as they are."};
inline constexpr Text import_new_state{"État des nouveaux clients", "State of new clients"};
inline constexpr Text import_check{"Vérifier", "Check"};
inline constexpr Text import_back{"Modifier les colonnes", "Change the columns"};
inline constexpr Text import_other{"Autre fichier", "Another file"};
inline constexpr Text import_plan_title{"Ce qui va se passer", "What will happen"};
inline constexpr Text import_plan_text{
    "Rien n’est encore écrit. Cliquez sur une ligne pour voir chaque cellule.",
    "Nothing is written yet. Click a row to see each cell."};
inline constexpr Text import_create{"Créés", "Created"};
inline constexpr Text import_updated{"Modifiés", "Updated"};
inline constexpr Text import_unchanged{"Inchangés", "Unchanged"};
inline constexpr Text import_refused{"Refusés", "Refused"};
inline constexpr Text import_one_create{"Créé", "Created"};
inline constexpr Text import_one_update{"Modifié", "Updated"};
inline constexpr Text import_one_unchanged{"Inchangé", "Unchanged"};
inline constexpr Text import_one_refused{"Refusé", "Refused"};
inline constexpr Text import_filter{"Lignes affichées", "Rows shown"};
inline constexpr Text import_all{"Toutes", "All"};
inline constexpr Text import_line{"Ligne", "Line"};
inline constexpr Text import_client{"Client", "Client"};
inline constexpr Text import_action{"Action", "Action"};
inline constexpr Text import_why{"Détail", "Detail"};
inline constexpr PluralText import_cells{
    {"{n} cellule", "{n} cell"}, {"{n} cellules", "{n} cells"}};
inline constexpr PluralText import_wrong{
    {"{n} cellule écartée", "{n} cell left out"}, {"{n} cellules écartées", "{n} cells left out"}};
inline constexpr Text import_before{"Avant", "Before"};
inline constexpr Text import_after{"Après", "After"};
inline constexpr PluralText import_apply{
    {"Importer {n} client", "Import {n} client"}, {"Importer {n} clients", "Import {n} clients"}};
inline constexpr Text import_nothing{
    "Aucune ligne ne serait importée.", "No row would be imported."};
inline constexpr Text import_done_title{"Import terminé", "Import finished"};
inline constexpr Text import_done_text{
    "{created} créés, {updated} modifiés, {refused} refusés.",
    "{created} created, {updated} updated, {refused} refused."};
inline constexpr Text import_refused_file{
    "Télécharger les lignes refusées", "Download the refused rows"};
inline constexpr Text import_see{"Voir les clients", "See the clients"};
inline constexpr Text import_undo{"Annuler l’import", "Undo the import"};
inline constexpr Text import_failed{"Import impossible", "The import failed"};
inline constexpr Text import_denied_title{"Import réservé", "Import is restricted"};

} // namespace carnet::texts
