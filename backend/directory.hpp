// People, rights and settings of the workspace in memory: read at every request, reloaded after
// every commit that touches them, so that a changed role holds from the next request on.
#pragma once

#include "shared/domain/workspace.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

class Transaction;
struct Commit;

// Never changes once built: readers hold a pointer and need no lock.
struct DirectoryState {
    std::int64_t position = 0;             // Of the workspace at the last change of all this.
    Workspace workspace;                   // id 0 before the first start.
    std::vector<User> users;               // By id; inactive ones included.
    std::array<Grants, role_count> grants; // Effective, by Role.

    const User* find_user(std::int64_t id) const;        // Null when there is none.
    const User* find_user(std::string_view email) const; // Without case.
    std::string_view user_name(std::int64_t id) const;   // "" when there is none.
    Language language_of(std::int64_t user_id) const;
    // Somebody's rights now; the anonymous actor when unknown or inactive.
    Actor actor_of(std::int64_t user_id) const;
};

class Directory {
  public:
    std::shared_ptr<const DirectoryState> state() const;
    void load(Transaction& tx);
    // Reloads when a commit touched users, grants or the workspace; true when it did.
    bool on_commit(Transaction& tx, const std::vector<Commit>& commits);

  private:
    mutable std::mutex _mutex;
    std::shared_ptr<const DirectoryState> _state;
};

} // namespace carnet
