// The rights matrix of features.md 1.6, with rows for what the page left out; labels as in the
// settings screen.
#include "shared/schema/permission.hpp"

namespace carnet {
namespace {

constexpr Text clients{"Clients", "Clients"};
constexpr Text contacts{"Contacts et portail", "Contacts and portal"};
constexpr Text history{"Historique", "History"};
constexpr Text projects{"Projets", "Projects"};
constexpr Text documents{"Documents et messages", "Documents and messages"};
constexpr Text data{"Données", "Data"};
constexpr Text workspace{"Espace de travail", "Workspace"};

constexpr Grant n = Grant::none, o = Grant::own, a = Grant::all;

// In the order of enum Permission, which is the order of the settings screen.
// Columns: owner, admin, manager, member; then whether "own clients" is a possible answer.
constexpr PermissionSpec specs[] = {
    {Permission::none, "none", {"Sans connexion", "Without signing in"}, {}, {a, a, a, a}, false},
    {Permission::signed_in,
     "signed_in",
     {"Être connecté", "Being signed in"},
     {},
     {a, a, a, a},
     false},
    {Permission::clients_read,
     "clients_read",
     {"Voir la liste des clients", "See the list of clients"},
     clients,
     {a, a, a, o},
     true},
    {Permission::clients_create,
     "clients_create",
     {"Créer un client", "Create a client"},
     clients,
     {a, a, a, n},
     false},
    {Permission::clients_edit,
     "clients_edit",
     {"Modifier un client", "Edit a client"},
     clients,
     {a, a, a, n},
     true},
    {Permission::clients_delete,
     "clients_delete",
     {"Supprimer un client", "Delete a client"},
     clients,
     {a, a, n, n},
     true},
    {Permission::clients_reassign,
     "clients_reassign",
     {"Changer de responsable en lot", "Change the person in charge in bulk"},
     clients,
     {a, a, a, n},
     true},
    {Permission::contacts_edit,
     "contacts_edit",
     {"Gérer les contacts", "Manage contacts"},
     contacts,
     {a, a, a, n},
     true},
    {Permission::portal_configure,
     "portal_configure",
     {"Configurer le portail", "Configure the portal"},
     contacts,
     {a, a, a, n},
     true},
    {Permission::portal_view_as,
     "portal_view_as",
     {"Voir comme un contact", "View as a contact"},
     contacts,
     {a, a, a, n},
     true},
    {Permission::history_read,
     "history_read",
     {"Voir l’historique", "See the history"},
     history,
     {a, a, a, o},
     true},
    {Permission::activities_log,
     "activities_log",
     {"Consigner une activité", "Log an activity"},
     history,
     {a, a, a, o},
     true},
    {Permission::bulk_undo,
     "bulk_undo",
     {"Annuler une fusion ou un import", "Undo a merge or an import"},
     history,
     {a, a, n, n},
     false},
    {Permission::data_import,
     "data_import",
     {"Importer des données", "Import data"},
     data,
     {a, a, n, n},
     false},
    {Permission::data_export,
     "data_export",
     {"Exporter la liste", "Export the list"},
     data,
     {a, a, a, n},
     true},
    {Permission::projects_edit,
     "projects_edit",
     {"Gérer les projets", "Manage projects"},
     projects,
     {a, a, a, n},
     true},
    {Permission::documents_read,
     "documents_read",
     {"Voir les documents", "See documents"},
     documents,
     {a, a, a, o},
     true},
    {Permission::documents_edit,
     "documents_edit",
     {"Déposer et modifier des documents", "Add and change documents"},
     documents,
     {a, a, a, o},
     true},
    {Permission::messages_write,
     "messages_write",
     {"Écrire aux contacts du portail", "Write to the contacts of the portal"},
     documents,
     {a, a, a, o},
     true},
    {Permission::settings_edit,
     "settings_edit",
     {"Modifier l’organisation et les listes", "Edit the organisation and the lists"},
     workspace,
     {a, a, n, n},
     false},
    {Permission::users_edit,
     "users_edit",
     {"Gérer les collaborateurs", "Manage the team"},
     workspace,
     {a, a, n, n},
     false},
    {Permission::roles_edit,
     "roles_edit",
     {"Modifier les rôles et permissions", "Edit roles and permissions"},
     workspace,
     {a, a, n, n},
     false},
    {Permission::journal_read,
     "journal_read",
     {"Consulter le journal", "Read the journal"},
     workspace,
     {a, a, n, n},
     false},
};
static_assert(std::size(specs) == permission_count);

constexpr bool in_order() {
    for (std::size_t i = 0; i < permission_count; ++i)
        if (static_cast<std::size_t>(specs[i].permission) != i)
            return false;
    return true;
}
static_assert(in_order());

constexpr std::string_view role_names[role_count] = {"owner", "admin", "manager", "member"};
constexpr Text role_labels[role_count] = {
    {"Propriétaire", "Owner"},
    {"Admin", "Admin"},
    {"Manager", "Manager"},
    {"Membre", "Member"},
};
constexpr std::string_view grant_names[] = {"none", "own", "all"};

// What the matrix grants for "the clients one may see" rather than for those one is assigned to.
constexpr bool follows_sight(Permission permission) {
    return permission == Permission::clients_read || permission == Permission::history_read ||
           permission == Permission::activities_log || permission == Permission::data_export ||
           permission == Permission::documents_read || permission == Permission::documents_edit ||
           permission == Permission::messages_write;
}

} // namespace

std::span<const PermissionSpec> permission_specs() {
    return specs;
}

const PermissionSpec& spec_of(Permission permission) {
    return specs[static_cast<std::size_t>(permission)];
}

const PermissionSpec* find_permission(std::string_view name) {
    for (const PermissionSpec& spec : specs)
        if (spec.name == name)
            return &spec;
    return nullptr;
}

std::string_view role_name(Role role) {
    return role_names[static_cast<std::size_t>(role)];
}

Text role_label(Role role) {
    return role_labels[static_cast<std::size_t>(role)];
}

bool parse_role(std::string_view name, Role& role) {
    for (std::size_t i = 0; i < role_count; ++i)
        if (role_names[i] == name)
            return role = static_cast<Role>(i), true;
    return false;
}

std::string_view grant_name(Grant grant) {
    return grant_names[static_cast<std::size_t>(grant)];
}

bool parse_grant(std::string_view name, Grant& grant) {
    for (std::size_t i = 0; i < std::size(grant_names); ++i)
        if (grant_names[i] == name)
            return grant = static_cast<Grant>(i), true;
    return false;
}

Grants default_grants(Role role) {
    Grants grants{};
    for (const PermissionSpec& spec : specs)
        grants[static_cast<std::size_t>(spec.permission)] =
            spec.defaults[static_cast<std::size_t>(role)];
    return grants;
}

Grants effective_grants(Role role, std::span<const GrantChange> changes, bool portal_admins_only) {
    Grants grants = default_grants(role);
    if (role == Role::owner)
        return grants;
    for (const GrantChange& change : changes) {
        const bool fixed =
            change.permission == Permission::none || change.permission == Permission::signed_in;
        if (change.role != role || fixed)
            continue;
        const bool meaningless =
            change.grant == Grant::own && !spec_of(change.permission).can_be_own;
        grants[static_cast<std::size_t>(change.permission)] =
            meaningless ? Grant::none : change.grant;
    }
    if (portal_admins_only && role != Role::admin)
        grants[static_cast<std::size_t>(Permission::portal_configure)] = Grant::none;
    return grants;
}

Grant Actor::grant(Permission permission) const {
    if (permission == Permission::none)
        return Grant::all;
    if (!signed_in())
        return Grant::none;
    if (permission == Permission::signed_in || role == Role::owner)
        return Grant::all;
    const Grant given = grants[static_cast<std::size_t>(permission)];
    return given == Grant::own && shared_clients && follows_sight(permission) ? Grant::all : given;
}

} // namespace carnet
