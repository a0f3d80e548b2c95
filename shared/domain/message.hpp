// Messages between a client's contacts and the team (CF-25): internal unless shared on purpose.
#pragma once

#include "shared/domain/activity.hpp"

#include <string>

namespace carnet {

struct Message {
    std::int64_t id = 0;
    Reference client_id;
    Reference project_id; // The project it is about; 0: the client as a whole.
    std::string body;
    ShareState visibility = ShareState::internal;
    Reference author_user_id;    // One of these two wrote it.
    Reference author_contact_id; // Contacts only write shared messages.
    Instant created_at;
};

inline constexpr auto message_fields = std::to_array<Field>({
    field<&Message::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::messages_write}
    ),
    field<&Message::project_id>(
        {.name = "project_id",
         .label = {"Projet", "Project"},
         .kind = FieldKind::reference,
         .references = "project",
         .write = Permission::messages_write,
         .portal = true}
    ),
    field<&Message::body>(
        {.name = "body",
         .label = {"Message", "Message"},
         .kind = FieldKind::multiline,
         .required = true,
         .max_length = 10000,
         .write = Permission::messages_write,
         .portal = true}
    ),
    field<&Message::visibility>(
        {.name = "visibility",
         .label = {"Visibilité", "Visibility"},
         .kind = FieldKind::choice,
         .choices = share_state_choices,
         .write = Permission::messages_write}
    ),
    field<&Message::author_user_id>(
        {.name = "author_user_id",
         .label = {"Par", "By"},
         .kind = FieldKind::reference,
         .references = "user",
         .origin = FieldOrigin::system,
         .write = Permission::messages_write}
    ),
    field<&Message::author_contact_id>(
        {.name = "author_contact_id",
         .label = {"Contact", "Contact"},
         .kind = FieldKind::reference,
         .references = "contact",
         .origin = FieldOrigin::system,
         .write = Permission::messages_write}
    ),
    field<&Message::created_at>(
        {.name = "created_at",
         .label = {"Écrit le", "Written on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::messages_write,
         .portal = true}
    ),
});
static_assert(well_formed(message_fields));

template <>
struct EntityOf<Message> {
    static constexpr EntitySpec spec = make_entity<Message>(
        {.name = "message",
         .table = "message",
         .label = {"Message", "Message"},
         .fields = message_fields,
         .client_field = "client_id"}
    );
};

} // namespace carnet
