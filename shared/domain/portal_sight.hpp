// THE rule of single items in the portal: whether a contact with these rights sees one, and the one
// reason that decides. The portal's projections ask here, and so does the eye of the team ("Qui
// voit cet élément ?"), so that the reason it tells is the one that counts. Folders have their own
// rule in folder_access.hpp.
#pragma once

#include "shared/domain/portal_rights.hpp"
#include "shared/domain/project.hpp"
#include "shared/domain/project_task.hpp"

namespace carnet {

enum class Sight : std::uint8_t {
    seen,
    no_projects, // Neither the role nor a switch shows projects.
    no_tasks,
    no_documents,
    project_hidden,
    internal,       // Nobody has shared it.
    in_preparation, // Of a deliverable, nothing was handed over.
    folder_closed,
};

Sight project_sight(const PortalRights& rights, const Project& project); // Its milestones, too.
Sight task_sight(const PortalRights& rights, const Project& project, const ProjectTask& task);

} // namespace carnet
