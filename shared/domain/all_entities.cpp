// The one list of entities, parents before children.
#include "shared/domain/all_entities.hpp"

namespace carnet {
namespace {

constexpr const EntitySpec* entities[] = {
    &EntityOf<Workspace>::spec,
    &EntityOf<User>::spec,
    &EntityOf<RoleGrant>::spec,
    &EntityOf<Tag>::spec,
    &EntityOf<Option>::spec,
    &EntityOf<SavedView>::spec,
    &EntityOf<Client>::spec,
    &EntityOf<Contact>::spec,
    &EntityOf<ClientContact>::spec,
    &EntityOf<Address>::spec,
    &EntityOf<Project>::spec,
    &EntityOf<Milestone>::spec,
    &EntityOf<ProjectTask>::spec,
    &EntityOf<Deliverable>::spec,
    &EntityOf<DeliverableVersion>::spec,
    &EntityOf<Approval>::spec,
    &EntityOf<Folder>::spec,
    &EntityOf<FolderRight>::spec,
    &EntityOf<Document>::spec,
    &EntityOf<DocumentVersion>::spec,
    &EntityOf<Activity>::spec,
    &EntityOf<Message>::spec,
};

} // namespace

std::span<const EntitySpec* const> all_entities() {
    return entities;
}

const EntitySpec* find_entity(std::string_view name) {
    for (const EntitySpec* spec : entities)
        if (spec->name == name)
            return spec;
    return nullptr;
}

} // namespace carnet
