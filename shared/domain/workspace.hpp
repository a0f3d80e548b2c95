// What belongs to the whole workspace: its settings, the team, tags and the editable lists of
// words.
#pragma once

#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

// The single row of settings (id 1).
struct Workspace {
    std::int64_t id = 0;
    std::string name;
    std::string language = "fr";
    bool shared_clients = false;     // "Clients partagés": members see every client (NC-21).
    bool portal_admins_only = false; // "Portail réservé aux admins".
};
inline constexpr auto workspace_language_choices =
    std::to_array<Choice>({{"fr", {"Français", "French"}}, {"en", {"Anglais", "English"}}});
inline constexpr auto workspace_fields = std::to_array<Field>({
    field<&Workspace::name>(
        {.name = "name",
         .label = {"Nom de l’espace", "Workspace name"},
         .required = true,
         .max_length = 80,
         .read = Permission::signed_in,
         .write = Permission::settings_edit,
         .portal = true}
    ),
    field<&Workspace::language>(
        {.name = "language",
         .label = {"Langue par défaut", "Default language"},
         .kind = FieldKind::choice,
         .choices = workspace_language_choices,
         .read = Permission::signed_in,
         .write = Permission::settings_edit}
    ),
    field<&Workspace::shared_clients>(
        {.name = "shared_clients",
         .label = {"Clients partagés", "Shared clients"},
         .kind = FieldKind::boolean,
         .help = {"Sinon, chacun voit les siens", "Otherwise each person sees their own"},
         .read = Permission::signed_in,
         .write = Permission::roles_edit}
    ),
    field<&Workspace::portal_admins_only>(
        {.name = "portal_admins_only",
         .label = {"Portail réservé aux admins", "Portal for admins only"},
         .kind = FieldKind::boolean,
         .help = {"Verrouille «\u00A0Configurer le portail\u00A0»", "Locks “Configure the portal”"},
         .read = Permission::signed_in,
         .write = Permission::roles_edit}
    ),
});
static_assert(well_formed(workspace_fields));
template <>
struct EntityOf<Workspace> {
    static constexpr EntitySpec spec = make_entity<Workspace>(
        {.name = "workspace",
         .table = "workspace",
         .label = {"Espace de travail", "Workspace"},
         .fields = workspace_fields,
         .scope = EntitySpec::Scope::workspace}
    );
};

constexpr auto role_choices = std::to_array<Choice>({
    {"owner", {"Propriétaire", "Owner"}},
    {"admin", {"Admin", "Admin"}},
    {"manager", {"Manager", "Manager"}},
    {"member", {"Membre", "Member"}},
});
constexpr std::span<const Choice> choices_of(Role) {
    return role_choices;
}

// A member of the team. Passwords and sessions live elsewhere and never in the journal.
struct User {
    std::int64_t id = 0;
    std::string name;  // "Léa Martin".
    std::string email; // Sign-in name; unique without case.
    std::string phone; // Of the business: clients whom this person is in charge of read it.
    Role role = Role::member;
    std::string language = "fr";
    bool is_active = true; // Inactive: signed out at the next request, keeps its past.
    Instant created_at;
};
inline constexpr auto user_fields = std::to_array<Field>({
    field<&User::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 80,
         .read = Permission::signed_in,
         .write = Permission::users_edit}
    ),
    field<&User::email>(
        {.name = "email",
         .label = {"E-mail", "E-mail"},
         .kind = FieldKind::email,
         .required = true,
         .read = Permission::signed_in,
         .write = Permission::users_edit}
    ),
    field<&User::phone>(
        {.name = "phone",
         .label =
             {"Téléphone professionnel, visible des clients", "Business phone, visible to clients"},
         .kind = FieldKind::phone,
         .read = Permission::signed_in,
         .write = Permission::users_edit,
         .portal = true}
    ),
    field<&User::role>(
        {.name = "role",
         .label = {"Rôle", "Role"},
         .kind = FieldKind::choice,
         .choices = role_choices,
         .read = Permission::signed_in,
         .write = Permission::users_edit}
    ),
    field<&User::language>(
        {.name = "language",
         .label = {"Langue", "Language"},
         .kind = FieldKind::choice,
         .choices = workspace_language_choices,
         .read = Permission::signed_in,
         .write = Permission::users_edit}
    ),
    field<&User::is_active>(
        {.name = "is_active",
         .label = {"Actif", "Active"},
         .kind = FieldKind::boolean,
         .read = Permission::signed_in,
         .write = Permission::users_edit}
    ),
    field<&User::created_at>(stamps::created_at(Permission::users_edit, Permission::signed_in)),
});
static_assert(well_formed(user_fields));
template <>
struct EntityOf<User> {
    static constexpr EntitySpec spec = make_entity<User>(
        {.name = "user",
         .table = "user_account",
         .label = {"Collaborateur", "Team member"},
         .fields = user_fields,
         .scope = EntitySpec::Scope::workspace}
    );
};

// A change of the rights matrix: one row per (role, permission) that differs from the default.
struct RoleGrant {
    std::int64_t id = 0;
    std::string role;       // Word of role_choices, never "owner".
    std::string permission; // PermissionSpec::name.
    std::string grant_word; // "none", "own", "all".
};
inline constexpr auto role_grant_fields = std::to_array<Field>({
    field<&RoleGrant::role>(
        {.name = "role",
         .label = {"Rôle", "Role"},
         .required = true,
         .max_length = 20,
         .read = Permission::signed_in,
         .write = Permission::roles_edit}
    ),
    field<&RoleGrant::permission>(
        {.name = "permission",
         .label = {"Action", "Action"},
         .required = true,
         .max_length = 40,
         .read = Permission::signed_in,
         .write = Permission::roles_edit}
    ),
    field<&RoleGrant::grant_word>(
        {.name = "grant_word",
         .label = {"Portée", "Reach"},
         .required = true,
         .max_length = 8,
         .read = Permission::signed_in,
         .write = Permission::roles_edit}
    ),
});
static_assert(well_formed(role_grant_fields));
template <>
struct EntityOf<RoleGrant> {
    static constexpr EntitySpec spec = make_entity<RoleGrant>(
        {.name = "role_grant",
         .table = "role_grant",
         .label = {"Droit d’un rôle", "Role’s right"},
         .fields = role_grant_fields,
         .scope = EntitySpec::Scope::workspace}
    );
};

// Families of colour a tag may have (design.md §3.2).
inline constexpr auto tag_color_choices = std::to_array<Choice>({
    {"grey", {"Gris", "Grey"}},
    {"blue", {"Bleu", "Blue"}},
    {"green", {"Vert", "Green"}},
    {"amber", {"Ambre", "Amber"}},
    {"red", {"Rouge", "Red"}},
    {"violet", {"Violet", "Violet"}},
});
struct Tag {
    std::int64_t id = 0;
    std::string name; // Unique without case and accents.
    std::string color = "grey";
};
inline constexpr auto tag_fields = std::to_array<Field>({
    field<&Tag::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 40,
         .read = Permission::signed_in,
         .write = Permission::settings_edit}
    ),
    field<&Tag::color>(
        {.name = "color",
         .label = {"Couleur", "Colour"},
         .kind = FieldKind::choice,
         .choices = tag_color_choices,
         .read = Permission::signed_in,
         .write = Permission::settings_edit}
    ),
});
static_assert(well_formed(tag_fields));
template <>
struct EntityOf<Tag> {
    static constexpr EntitySpec spec = make_entity<Tag>(
        {.name = "tag",
         .table = "tag",
         .label = {"Tag", "Tag"},
         .fields = tag_fields,
         .scope = EntitySpec::Scope::workspace}
    );
};

// A word of an editable list: sectors, size bands, functions of contacts (CF-10, BR-09).
inline constexpr auto option_list_choices = std::to_array<Choice>({
    {"sector", {"Secteurs", "Sectors"}},
    {"size", {"Tailles", "Sizes"}},
    {"function", {"Fonctions", "Functions"}},
});
struct Option {
    std::int64_t id = 0;
    std::string list = "sector";
    std::string name;
    std::int64_t position = 0; // Order in pickers.
};
inline constexpr auto option_fields = std::to_array<Field>({
    field<&Option::list>(
        {.name = "list",
         .label = {"Liste", "List"},
         .kind = FieldKind::choice,
         .choices = option_list_choices,
         .read = Permission::signed_in,
         .write = Permission::settings_edit}
    ),
    field<&Option::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 60,
         .read = Permission::signed_in,
         .write = Permission::settings_edit}
    ),
    field<&Option::position>(
        {.name = "position",
         .label = {"Position", "Position"},
         .kind = FieldKind::integer,
         .min = 0,
         .max = 100000,
         .read = Permission::signed_in,
         .write = Permission::settings_edit}
    ),
});
static_assert(well_formed(option_fields));
template <>
struct EntityOf<Option> {
    static constexpr EntitySpec spec = make_entity<Option>(
        {.name = "option",
         .table = "list_option",
         .label = {"Mot de liste", "List word"},
         .fields = option_fields,
         .scope = EntitySpec::Scope::workspace}
    );
};

// A saved view of the client list: a name and the query string of the list's address.
struct SavedView {
    std::int64_t id = 0;
    Reference user_id; // Whose it is; shared with nobody.
    std::string name;
    std::string query; // "state=active&activity=90", as in the address of the list.
    std::int64_t position = 0;
};
inline constexpr auto saved_view_fields = std::to_array<Field>({
    field<&SavedView::user_id>(
        {.name = "user_id",
         .label = {"Utilisateur", "User"},
         .kind = FieldKind::reference,
         .references = "user",
         .origin = FieldOrigin::system,
         .read = Permission::signed_in,
         .write = Permission::signed_in}
    ),
    field<&SavedView::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 60,
         .read = Permission::signed_in,
         .write = Permission::signed_in}
    ),
    field<&SavedView::query>(
        {.name = "query",
         .label = {"Filtres", "Filters"},
         .max_length = 2000,
         .read = Permission::signed_in,
         .write = Permission::signed_in}
    ),
    field<&SavedView::position>(
        {.name = "position",
         .label = {"Position", "Position"},
         .kind = FieldKind::integer,
         .min = 0,
         .max = 100000,
         .read = Permission::signed_in,
         .write = Permission::signed_in}
    ),
});
static_assert(well_formed(saved_view_fields));
template <>
struct EntityOf<SavedView> {
    static constexpr EntitySpec spec = make_entity<SavedView>(
        {.name = "saved_view",
         .table = "saved_view",
         .label = {"Vue enregistrée", "Saved view"},
         .fields = saved_view_fields,
         .scope = EntitySpec::Scope::workspace}
    );
};

} // namespace carnet
