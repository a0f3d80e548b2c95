// Rights on one client, from what its sheet says about who it concerns; what is asked for early.
#include "web/app/context.hpp"

#include "shared/domain/visibility.hpp"
#include "web/ui/ui.hpp"

namespace carnet::app {

bool may_on(const Context& context, Permission permission, const net::ClientSheet& sheet) {
    Ids assigned;
    for (const auto& project : sheet.projects)
        assigned.insert(assigned.end(), project.team_ids.begin(), project.team_ids.end());
    return can(
        context.actor(), permission, {.owner_id = sheet.client.owner_id, .assigned = assigned}
    );
}

void ask_ahead(net::Api& api, const Actor& actor, const Route& route) {
    if (const auto* project = std::get_if<ProjectRoute>(&route))
        api.project(project->id);
    const auto* client = std::get_if<ClientRoute>(&route);
    if (!client)
        return;
    api.client(client->id);
    if (client->tab == SheetTab::start && !ui::is_phone() && actor.may(Permission::history_read))
        api.timeline(client->id, {});
}

} // namespace carnet::app
