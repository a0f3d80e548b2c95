// Search and command palette.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text palette_title{"Rechercher ou lancer une commande", "Search or run a command"};
inline constexpr Text palette_all{"Tout", "All"};
inline constexpr Text palette_clients{"Clients", "Clients"};
inline constexpr Text palette_contacts{"Contacts", "Contacts"};
inline constexpr Text palette_commands{"Commandes", "Commands"};
inline constexpr Text palette_clients_heading{"Clients et prospects", "Clients and prospects"};
inline constexpr Text palette_categories{"Catégories", "Categories"};
inline constexpr Text palette_next_category{"changer de catégorie", "next category"};
inline constexpr PluralText palette_results{
    {"{n} résultat", "{n} result"}, {"{n} résultats", "{n} results"}};
inline constexpr Text palette_browse{"parcourir", "browse"};
inline constexpr Text palette_open{"ouvrir", "open"};
inline constexpr Text palette_try{
    "Essayez «\u00A039 98 41\u00A0», «\u00A0> {command}\u00A0»", "Try “39 98 41”, “> {command}”"};
inline constexpr Text palette_try_import{"importer", "import"};
inline constexpr Text palette_try_theme{"thème", "theme"};
inline constexpr Text palette_nothing{
    "Aucun résultat pour «\u00A0{text}\u00A0»", "No result for “{text}”"};
inline constexpr Text palette_empty{
    "Tapez un nom, un e-mail, un numéro de téléphone, ou > pour les commandes",
    "Type a name, an e-mail, a phone number, or > for commands"};
inline constexpr Text call{"Appeler", "Call"};
inline constexpr Text write_mail{"E-mail", "E-mail"};
inline constexpr Text last_activity{"Dernière activité", "Last activity"};
inline constexpr Text total_value{"Valeur totale", "Total value"};
inline constexpr Text active_projects{"Projets actifs", "Active projects"};
inline constexpr Text contact_word{"Contact", "Contact"};
inline constexpr Text phone_word{"Téléphone", "Phone"};
inline constexpr Text owner_word{"Responsable", "In charge"};

inline constexpr Text command_export{"Exporter les clients (XLSX)", "Export the clients (XLSX)"};
inline constexpr Text command_theme{"Changer de thème", "Switch theme"};
inline constexpr Text command_language{"English", "Français"};
inline constexpr Text command_undo{"Annuler ma dernière action", "Undo my last action"};

} // namespace carnet::texts
