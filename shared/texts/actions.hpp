// What somebody did, in one line: the sentence of each kind of action in history, toasts of undo and the audit journal.
// `{name}` and the like are filled from the action's parameters. A new kind of write adds its row here.
#pragma once

#include "shared/core/i18n.hpp"

#include <array>
#include <string_view>

namespace carnet {

struct ActionText {
    std::string_view kind;   // As given to Transaction::set_action and stored in the journal.
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
});

}  // namespace carnet
