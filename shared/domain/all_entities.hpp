// The one list of entities. A new entity adds its header and its line here and in all_entities.cpp.
#pragma once

#include "shared/domain/activity.hpp"
#include "shared/domain/address.hpp"
#include "shared/domain/client.hpp"
#include "shared/domain/contact.hpp"
#include "shared/domain/deliverable.hpp"
#include "shared/domain/document.hpp"
#include "shared/domain/folder.hpp"
#include "shared/domain/message.hpp"
#include "shared/domain/milestone.hpp"
#include "shared/domain/project.hpp"
#include "shared/domain/project_task.hpp"
#include "shared/domain/workspace.hpp"

namespace carnet {

std::span<const EntitySpec* const> all_entities();
const EntitySpec* find_entity(std::string_view name); // Null when there is none.

} // namespace carnet
