// The frame around all screens: navigation, questions before leaving, undo, unknown places.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text navigation{"Navigation", "Navigation"};
inline constexpr Text nav_relation{"Relation", "Relationship"};
inline constexpr Text rail_close{"Réduire la navigation", "Collapse the navigation"};
inline constexpr Text rail_open{"Ouvrir la navigation", "Open the navigation"};
inline constexpr Text user_menu{"Mon compte", "My account"};
inline constexpr Text my_profile{"Mon profil", "My profile"};
inline constexpr Text sign_out{"Se déconnecter", "Sign out"};
inline constexpr Text theme{"Thème", "Theme"};
inline constexpr Text theme_system{"Comme le système", "As the system"};
inline constexpr Text theme_light{"Clair", "Light"};
inline constexpr Text theme_dark{"Sombre", "Dark"};
inline constexpr Text language{"Langue", "Language"};
inline constexpr Text more_menu{"Plus", "More"};

inline constexpr Text undone{"Annulé", "Undone"};
inline constexpr Text undo_failed{"Annulation impossible", "Could not be undone"};
inline constexpr Text undo_rest{"Annuler le reste", "Undo the rest"};
inline constexpr Text redone{"Rétabli", "Redone"};
inline constexpr Text redo_failed{"Rien à rétablir", "Nothing to redo"};

inline constexpr Text unknown_title{
    "Cette adresse ne mène nulle part", "This address leads nowhere"};
inline constexpr Text unknown_text{
    "Le lien est peut-être incomplet, ou la page a été déplacée.",
    "The link may be incomplete, or the page was moved."};
inline constexpr Text to_clients{"Aller aux clients", "Go to clients"};

} // namespace carnet::texts
