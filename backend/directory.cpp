// Loading people, rights and settings into memory.
#include "backend/directory.hpp"

#include "backend/db/records.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet {

const User* DirectoryState::find_user(std::int64_t id) const {
    const auto found =
        std::lower_bound(users.begin(), users.end(), id, [](const User& user, std::int64_t i) {
            return user.id < i;
        });
    return found != users.end() && found->id == id ? &*found : nullptr;
}

const User* DirectoryState::find_user(std::string_view email) const {
    for (const User& user : users)
        if (text::equal_ignoring_case(user.email, email))
            return &user;
    return nullptr;
}

std::string_view DirectoryState::user_name(std::int64_t id) const {
    const User* user = find_user(id);
    return user ? std::string_view(user->name) : std::string_view();
}

Language DirectoryState::language_of(std::int64_t user_id) const {
    const User* user = find_user(user_id);
    return parse_language(user ? user->language : workspace.language);
}

Actor DirectoryState::actor_of(std::int64_t user_id) const {
    const User* user = find_user(user_id);
    if (!user || !user->is_active)
        return {};
    return {
        .user_id = user->id,
        .role = user->role,
        .grants = grants[static_cast<std::size_t>(user->role)],
        .shared_clients = workspace.shared_clients,
        .language = parse_language(user->language)};
}

std::shared_ptr<const DirectoryState> Directory::state() const {
    const std::lock_guard lock(_mutex);
    return _state;
}

void Directory::load(Transaction& tx) {
    auto state = std::make_shared<DirectoryState>();
    state->position = tx.position();
    if (auto workspace = find<Workspace>(tx, 1))
        state->workspace = std::move(*workspace);
    state->users = find_all<User>(tx, "ORDER BY id");
    std::vector<GrantChange> changes;
    for (const RoleGrant& stored : find_all<RoleGrant>(tx, "ORDER BY id")) {
        GrantChange change;
        const PermissionSpec* permission = find_permission(stored.permission);
        if (!permission || !parse_role(stored.role, change.role) ||
            !parse_grant(stored.grant_word, change.grant))
            continue;
        change.permission = permission->permission;
        changes.push_back(change);
    }
    for (std::size_t role = 0; role < role_count; ++role)
        state->grants[role] =
            effective_grants(static_cast<Role>(role), changes, state->workspace.portal_admins_only);
    const std::lock_guard lock(_mutex);
    _state = std::move(state);
}

bool Directory::on_commit(Transaction& tx, const std::vector<Commit>& commits) {
    for (const Commit& commit : commits) {
        for (const JournalRow& row : commit.rows) {
            if (row.entity != "user" && row.entity != "role_grant" && row.entity != "workspace")
                continue;
            load(tx);
            return true;
        }
    }
    return false;
}

} // namespace carnet
