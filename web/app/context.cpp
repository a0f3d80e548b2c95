// Rights on one client, from what its sheet says about who it concerns.
#include "web/app/context.hpp"

#include "shared/domain/visibility.hpp"

namespace carnet::app {

bool may_on(const Context& context, Permission permission, const net::ClientSheet& sheet) {
    Ids assigned;
    for (const auto& project : sheet.projects)
        assigned.insert(assigned.end(), project.team_ids.begin(), project.team_ids.end());
    return can(
        context.actor(), permission, {.owner_id = sheet.client.owner_id, .assigned = assigned}
    );
}

} // namespace carnet::app
