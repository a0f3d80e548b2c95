// See portal_sight.hpp.
#include "shared/domain/portal_sight.hpp"

namespace carnet {

Sight project_sight(const PortalRights& rights, const Project& project) {
    if (!rights.projects)
        return Sight::no_projects;
    return project.is_portal_visible ? Sight::seen : Sight::project_hidden;
}

Sight task_sight(const PortalRights& rights, const Project& project, const ProjectTask& task) {
    const Sight sight = project_sight(rights, project);
    if (sight != Sight::seen)
        return sight;
    if (!rights.tasks)
        return Sight::no_tasks;
    return task.visibility == ShareState::shared ? Sight::seen : Sight::internal;
}

} // namespace carnet
