// The client list: its bar, views, filters, columns, selection, figures and empty states.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts::list {

// Top bar and views.
inline constexpr PluralText people_here{
    {"{n} personne sur cette liste", "{n} person on this list"},
    {"{n} personnes sur cette liste", "{n} people on this list"}};
inline constexpr Text list_import{"Importer", "Import"};
inline constexpr Text list_export{"Exporter", "Export"};
inline constexpr Text export_xlsx{"Classeur Excel (.xlsx)", "Excel workbook (.xlsx)"};
inline constexpr Text export_csv{"Texte séparé (.csv)", "Separated text (.csv)"};
inline constexpr Text list_views{"Vues enregistrées", "Saved views"};
inline constexpr Text view_all{"Tous", "All"};
inline constexpr Text view_save{"Enregistrer la vue", "Save the view"};
inline constexpr Text view_update{"Mettre à jour «\u00a0{name}\u00a0»", "Update “{name}”"};
inline constexpr Text view_save_as{"Enregistrer comme nouvelle vue…", "Save as a new view…"};
inline constexpr Text view_rename{"Renommer…", "Rename…"};
inline constexpr Text view_delete{"Supprimer la vue", "Delete the view"};
inline constexpr Text view_options{"Options de la vue", "Options of the view"};
inline constexpr Text view_name{"Nom de la vue", "Name of the view"};
inline constexpr Text view_name_missing{"Indiquez le nom de la vue", "Enter the name of the view"};
inline constexpr Text view_saved{"Vue «\u00a0{name}\u00a0» enregistrée", "View “{name}” saved"};
inline constexpr Text view_deleted{"Vue «\u00a0{name}\u00a0» supprimée", "View “{name}” deleted"};
inline constexpr Text density{"Hauteur des lignes", "Row height"};
inline constexpr Text density_comfortable{"Confortable", "Comfortable"};
inline constexpr Text density_compact{"Compacte", "Compact"};
inline constexpr Text list_columns{"Colonnes", "Columns"};

// Filters.
inline constexpr Text list_search{"Nom, e-mail…", "Name, e-mail…"};
inline constexpr Text list_filters{"Filtres", "Filters"};
inline constexpr Text filter_add{"Filtre", "Filter"};
inline constexpr Text filter_state{"État", "State"};
inline constexpr Text filter_owner{"Resp.", "Owner"};
inline constexpr Text filter_owner_long{"Responsable", "Person in charge"};
inline constexpr Text filter_tags{"Tags", "Tags"};
inline constexpr Text filter_with{"Avec", "With"};
inline constexpr Text filter_without{"Sans", "Without"};
inline constexpr Text filter_without_word{"sans", "without"};
inline constexpr Text filter_projects{"Projets", "Projects"};
inline constexpr Text filter_activity{"Activité", "Activity"};
inline constexpr Text filter_value{"Valeur", "Value"};
inline constexpr Text filter_kind{"Type", "Type"};
inline constexpr Text filter_archived{"Archivés", "Archived"};
inline constexpr Text filter_review{"À revoir", "To review"};
inline constexpr Text filter_remove{"Retirer le filtre {name}", "Remove the filter {name}"};
inline constexpr Text filter_reset{"Réinitialiser", "Reset"};
inline constexpr Text filter_nobody{"Personne", "Nobody"};
inline constexpr Text projects_any{"Tous", "All"};
inline constexpr Text projects_active{"Avec un projet actif", "With an active project"};
inline constexpr Text projects_none{"Sans projet actif", "Without an active project"};
inline constexpr Text activity_any{"Toutes les dates", "Any time"};
inline constexpr Text activity_days{"{n} derniers jours", "Last {n} days"};
inline constexpr Text activity_never{"Jamais", "Never"};
inline constexpr Text activity_from{"Du", "From"};
inline constexpr Text activity_to{"Au", "To"};
inline constexpr Text activity_since{"depuis le {date}", "since {date}"};
inline constexpr Text activity_until{"jusqu’au {date}", "until {date}"};
inline constexpr Text value_min{"Au moins", "At least"};
inline constexpr Text value_max{"Au plus", "At most"};
inline constexpr Text value_from{"dès {min}", "from {min}"};
inline constexpr Text value_up_to{"jusqu’à {max}", "up to {max}"};
inline constexpr Text no_words{"Aucun mot dans cette liste", "No word in this list"};

// Columns.
inline constexpr Text column_client{"Client", "Client"};
inline constexpr Text column_state{"État", "State"};
inline constexpr Text column_contact{"Contact principal", "Main contact"};
inline constexpr Text column_projects{"Projets actifs", "Active projects"};
inline constexpr Text column_activity{"Dernière activité", "Last activity"};
inline constexpr Text column_value{"Valeur totale", "Total value"};
inline constexpr Text column_owner{"Resp.", "Owner"};
inline constexpr Text column_tags{"Tags", "Tags"};
inline constexpr Text column_city{"Ville", "Town"};
inline constexpr Text column_created{"Créé le", "Created on"};

// Rows.
inline constexpr Text list_name{"Clients", "Clients"};
inline constexpr Text row_peek{"Aperçu", "Preview"};
inline constexpr Text row_log{"Consigner une activité", "Log an activity"};

// Footer.
inline constexpr PluralText footer_clients{
    {"{n} client", "{n} client"}, {"{n} clients", "{n} clients"}};
inline constexpr Text footer_of{"sur {n}", "of {n}"};
inline constexpr PluralText footer_active{
    {"{n} actif", "{n} active"}, {"{n} actifs", "{n} active"}};
inline constexpr PluralText footer_prospect{
    {"{n} prospect", "{n} prospect"}, {"{n} prospects", "{n} prospects"}};
inline constexpr PluralText footer_inactive{
    {"{n} inactif", "{n} inactive"}, {"{n} inactifs", "{n} inactive"}};
inline constexpr PluralText footer_suspended{
    {"{n} suspendu", "{n} suspended"}, {"{n} suspendus", "{n} suspended"}};
inline constexpr Text footer_value{"Valeur totale", "Total value"};
inline constexpr Text footer_split{
    "Projets en cours\u00a0: {running}", "Running projects: {running}"};
inline constexpr Text footer_split_done{
    "En attente ou terminés\u00a0: {done}", "Waiting or finished: {done}"};
inline constexpr Text hint_move{"parcourir", "move"};
inline constexpr Text hint_tick{"cocher", "tick"};
inline constexpr Text hint_open{"ouvrir", "open"};
inline constexpr Text hint_peek{"aperçu", "preview"};
inline constexpr Text key_enter{"Entrée", "Enter"};
inline constexpr Text key_space{"Espace", "Space"};
inline constexpr Text list_loading{"Chargement de la liste…", "Loading the list…"};
inline constexpr Text list_failed{
    "La liste n’a pas pu être chargée en entier.", "The list could not be loaded completely."};

// Selection.
inline constexpr Text selection{"Sélection", "Selection"};
inline constexpr PluralText selected_count{
    {"{n} sélectionné", "{n} selected"}, {"{n} sélectionnés", "{n} selected"}};
inline constexpr Text select_all_count{"Tout sélectionner ({n})", "Select all ({n})"};
inline constexpr Text selection_clear{"Effacer la sélection", "Clear the selection"};
inline constexpr Text bulk_owner{"Responsable", "Person in charge"};
inline constexpr Text bulk_state{"État", "State"};
inline constexpr Text bulk_tags{"Tags", "Tags"};
inline constexpr Text bulk_archive{"Archiver", "Archive"};
inline constexpr Text bulk_unarchive{"Désarchiver", "Unarchive"};
inline constexpr Text bulk_bin{"Corbeille", "Bin"};
inline constexpr PluralText bulk_owner_title{
    {"Changer le responsable de {n} client", "Change the person in charge of {n} client"},
    {"Changer le responsable de {n} clients", "Change the person in charge of {n} clients"}};
inline constexpr PluralText bulk_state_title{
    {"Changer l’état de {n} client", "Change the state of {n} client"},
    {"Changer l’état de {n} clients", "Change the state of {n} clients"}};
inline constexpr PluralText bulk_tags_title{
    {"Changer les tags de {n} client", "Change the tags of {n} client"},
    {"Changer les tags de {n} clients", "Change the tags of {n} clients"}};
inline constexpr PluralText bulk_archive_title{
    {"Archiver {n} client\u00a0?", "Archive {n} client?"},
    {"Archiver {n} clients\u00a0?", "Archive {n} clients?"}};
inline constexpr PluralText bulk_unarchive_title{
    {"Désarchiver {n} client\u00a0?", "Unarchive {n} client?"},
    {"Désarchiver {n} clients\u00a0?", "Unarchive {n} clients?"}};
inline constexpr PluralText bulk_bin_title{
    {"Mettre {n} client à la corbeille\u00a0?", "Move {n} client to the bin?"},
    {"Mettre {n} clients à la corbeille\u00a0?", "Move {n} clients to the bin?"}};
inline constexpr Text bulk_archive_text{
    "Ils quittent les listes et restent dans le filtre Archivés.",
    "They leave the lists and stay in the filter Archived."};
inline constexpr Text bulk_unarchive_text{
    "Ils reviennent dans les listes.", "They come back into the lists."};
inline constexpr Text bulk_change{"Changer", "Change"};
inline constexpr Text bulk_add{"Ajouter", "Add"};
inline constexpr Text bulk_remove{"Retirer", "Remove"};
inline constexpr PluralText bulk_will_change{
    {"{n} client va changer", "{n} client will change"},
    {"{n} clients vont changer", "{n} clients will change"}};
inline constexpr PluralText bulk_same{
    {"{n} l’est déjà", "{n} is already"}, {"{n} le sont déjà", "{n} are already"}};
inline constexpr PluralText bulk_others{
    {"{n} client ne vous est pas confié\u00a0: il reste comme il est",
     "{n} client is not yours: it stays as it is"},
    {"{n} clients ne vous sont pas confiés\u00a0: ils restent comme ils sont",
     "{n} clients are not yours: they stay as they are"}};
inline constexpr PluralText bulk_projects{
    {"{n} projet actif concerné", "{n} active project concerned"},
    {"{n} projets actifs concernés", "{n} active projects concerned"}};
inline constexpr PluralText and_more{
    {"et {n} autre", "and {n} more"}, {"et {n} autres", "and {n} more"}};
inline constexpr PluralText done_owner{
    {"{n} client confié à {name}", "{n} client given to {name}"},
    {"{n} clients confiés à {name}", "{n} clients given to {name}"}};
inline constexpr PluralText done_bulk_state{
    {"{n} client passé à {name}", "{n} client now {name}"},
    {"{n} clients passés à {name}", "{n} clients now {name}"}};
inline constexpr PluralText done_tags{
    {"Tags changés sur {n} client", "Tags changed on {n} client"},
    {"Tags changés sur {n} clients", "Tags changed on {n} clients"}};
inline constexpr PluralText done_bulk_bin{
    {"{n} client mis à la corbeille", "{n} client moved to the bin"},
    {"{n} clients mis à la corbeille", "{n} clients moved to the bin"}};
inline constexpr PluralText done_bulk_archive{
    {"{n} client archivé", "{n} client archived"},
    {"{n} clients archivés", "{n} clients archived"}};
inline constexpr PluralText done_bulk_unarchive{
    {"{n} client désarchivé", "{n} client unarchived"},
    {"{n} clients désarchivés", "{n} clients unarchived"}};

// Peek.
inline constexpr Text peek_open{"Ouvrir la fiche", "Open the sheet"};
inline constexpr Text peek_close{"Fermer l’aperçu", "Close the preview"};
inline constexpr Text peek_contact{"Contact", "Contact"};
inline constexpr Text peek_email{"E-mail", "E-mail"};
inline constexpr Text peek_phone{"Téléphone", "Phone"};
inline constexpr Text peek_city{"Ville", "Town"};
inline constexpr Text peek_owner{"Responsable", "Person in charge"};
inline constexpr Text peek_value{"Valeur totale", "Total value"};
inline constexpr Text peek_running{"En cours", "Running"};
inline constexpr Text peek_activity{"Dernière activité", "Last activity"};
inline constexpr Text peek_created{"Créé le", "Created on"};
inline constexpr Text peek_projects{"Projets actifs", "Active projects"};

// Empty states.
inline constexpr Text empty_title{"Aucun client", "No clients yet"};
inline constexpr Text empty_text{
    "Créez le premier, ou reprenez votre fichier.", "Create the first one, or bring in your file."};
inline constexpr Text empty_no_right{
    "Les clients qui vous seront confiés apparaîtront ici.",
    "Clients that are given to you will appear here."};
inline constexpr Text empty_filtered_title{"Aucun client ne correspond", "No client matches"};
inline constexpr Text empty_filtered_text{
    "Modifiez la recherche ou retirez un filtre.", "Change the search or remove a filter."};
inline constexpr Text reset_filters{"Réinitialiser les filtres", "Reset the filters"};

} // namespace carnet::texts::list
