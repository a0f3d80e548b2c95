// Short words of buttons and answers used by many views.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text save{"Enregistrer", "Save"};
inline constexpr Text cancel{"Annuler", "Cancel"};
inline constexpr Text undo{"Annuler", "Undo"};
inline constexpr Text redo{"Rétablir", "Redo"};
inline constexpr Text close{"Fermer", "Close"};
inline constexpr Text remove{"Supprimer", "Delete"};
inline constexpr Text back{"Retour", "Back"};
inline constexpr Text copied{"Copié", "Copied"};
inline constexpr Text more{"Afficher la suite", "Show more"};
inline constexpr Text none{"Aucun", "None"};
inline constexpr Text nobody{"Personne", "Nobody"};
inline constexpr Text search{"Rechercher", "Search"};

inline constexpr Text clients{"Clients", "Clients"};
inline constexpr Text settings{"Paramètres", "Settings"};
inline constexpr Text help_and_shortcuts{"Aide et raccourcis", "Help and shortcuts"};
inline constexpr Text new_client{"Nouveau client", "New client"};
inline constexpr Text import_title{"Importer des clients", "Import clients"};

} // namespace carnet::texts
