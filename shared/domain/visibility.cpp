// The visibility rule (features.md 1.6: owner, project team; everybody under "clients partagés").
#include "shared/domain/visibility.hpp"

#include <algorithm>

namespace carnet {
namespace {

bool concerns(const Actor& actor, const Audience& audience) {
    if (audience.owner_id == actor.user_id)
        return true;
    return std::find(audience.assigned.begin(), audience.assigned.end(), actor.user_id) !=
           audience.assigned.end();
}

} // namespace

bool can_see(const Actor& actor, const Audience& audience) {
    if (!actor.signed_in())
        return false;
    const Grant grant = actor.grant(Permission::clients_read);
    return grant == Grant::all || (grant == Grant::own && concerns(actor, audience));
}

bool can(const Actor& actor, Permission permission, const Audience& audience) {
    if (!can_see(actor, audience))
        return false;
    const Grant grant = actor.grant(permission);
    return grant == Grant::all || (grant == Grant::own && concerns(actor, audience));
}

} // namespace carnet
