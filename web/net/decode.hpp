// From JSON to the plain structs of models.hpp. Unknown keys are skipped, missing ones keep their
// default: an older page must survive a newer server.
#pragma once

#include "shared/core/json_fwd.hpp"
#include "web/net/models.hpp"
#include "web/net/transport.hpp"

namespace carnet::net {

// Fills every field of `entity` that the object holds, through its field table, and its id.
void read_entity(const EntitySpec& spec, const Json& object, void* entity, Language language);

template <class T>
T read(const Json& object, Language language) {
    T entity;
    read_entity(EntityOf<T>::spec, object, &entity, language);
    return entity;
}

Me decode_me(const Json& json, Language language);
Words decode_words(const Json& json, Language language);
ClientSheet decode_sheet(const Json& json, Language language);
ProjectList decode_projects(const Json& json, Language language); // decode_project.cpp
ProjectPage decode_project(const Json& json, Language language);
MessagePage decode_messages(const Json& json, Language language);
MailServer decode_mail_server(const Json& json, Language language);
std::vector<MailRow> decode_mails(const Json& json, Language language);
TimelinePage decode_timeline(const Json& json, Language language);
HistoryPage decode_history(const Json& json, Language language);
std::vector<TeamMember> decode_users(const Json& json, Language language);
RolesPage decode_roles(const Json& json, Language language);
std::vector<FoundContact> decode_contacts(const Json& json, Language language);
std::vector<Duplicate> decode_duplicates(const Json& json, Language language);
ImportFile decode_import(const Json& json, Language language);
ImportPlan decode_plan(const Json& json, Language language);

} // namespace carnet::net
