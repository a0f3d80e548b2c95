// What each key does, as the panel "?" lists it.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text key_palette{"Chercher et lancer une commande", "Search and run a command"};
inline constexpr Text key_find{"Chercher dans la liste", "Search in the list"};
inline constexpr Text key_help{"Afficher ces raccourcis", "Show these shortcuts"};
inline constexpr Text key_go_clients{"Aller aux clients", "Go to clients"};
inline constexpr Text key_go_projects{"Aller aux projets", "Go to the projects"};
inline constexpr Text key_go_settings{"Aller aux paramètres", "Go to settings"};
inline constexpr Text key_new{"Nouveau client, nouveau contact", "New client, new contact"};
inline constexpr Text key_undo{"Annuler ma dernière action", "Undo my last action"};
inline constexpr Text key_redo{"Rétablir", "Redo"};
inline constexpr Text key_region{"Zone suivante de l’écran", "Next region of the screen"};
inline constexpr Text key_escape{"Fermer ce qui est ouvert au-dessus", "Close what is open on top"};
inline constexpr Text key_list_move{"Ligne suivante, précédente", "Next row, previous row"};
inline constexpr Text key_list_open{"Ouvrir la fiche", "Open the sheet"};
inline constexpr Text key_list_peek{"Aperçu", "Preview"};
inline constexpr Text key_list_tick{"Cocher la ligne", "Tick the row"};
inline constexpr Text key_list_extend{"Étendre la sélection", "Extend the selection"};
inline constexpr Text key_list_all{"Sélectionner tout le résultat", "Select the whole result"};
inline constexpr Text key_edit{"Modifier les informations", "Edit the information"};
inline constexpr Text key_log{"Consigner une activité", "Log an activity"};
inline constexpr Text key_memo{"Modifier le mémo", "Edit the memo"};
inline constexpr Text key_view_as{"Voir comme un contact", "View as a contact"};
inline constexpr Text key_tab{"Onglet de la fiche (1 à 6)", "Tab of the sheet (1 to 6)"};
inline constexpr Text key_previous_client{
    "Client précédent de la liste", "Previous client of the list"};
inline constexpr Text key_next_client{"Client suivant de la liste", "Next client of the list"};
inline constexpr Text key_kind{"Type d’activité (1 à 5)", "Type of activity (1 to 5)"};
inline constexpr Text key_right{
    "Droit du dossier\u00A0: aucun, lecture, total", "Right on the folder: none, read, full"};
inline constexpr Text key_cascade{
    "Appliquer les droits aux sous-dossiers", "Apply the rights to the sub-folders"};
inline constexpr Text key_save{"Enregistrer", "Save"};
inline constexpr Text key_submit{
    "Envoyer ou passer à l’étape suivante", "Send or go to the next step"};

inline constexpr Text shortcuts_title{"Aide et raccourcis", "Help and shortcuts"};
inline constexpr Text shortcuts_everywhere{"Partout", "Everywhere"};
inline constexpr Text shortcuts_list{"Liste des clients", "Client list"};
inline constexpr Text shortcuts_sheet{"Fiche client", "Client sheet"};
inline constexpr Text shortcuts_form{"Formulaires", "Forms"};

} // namespace carnet::texts
