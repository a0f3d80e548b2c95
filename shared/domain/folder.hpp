// Folders of a client's documents, and who may do what in them (FS-20, MD-22…MD-25). The rule that
// reads these rights is folder_access.hpp.
#pragma once

#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

struct Folder {
    std::int64_t id = 0;
    Reference client_id;
    Reference parent_id; // 0: at the top.
    std::string name;
    bool outside_cascade = false; // Keeps its rights when those of a folder above are passed on.
    Instant deleted_at;           // In the bin, with all it holds.
    Instant created_at;
    Reference created_by;
};

inline constexpr auto folder_fields = std::to_array<Field>({
    field<&Folder::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&Folder::parent_id>(
        {.name = "parent_id",
         .label = {"Dossier parent", "Parent folder"},
         .kind = FieldKind::reference,
         .references = "folder",
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&Folder::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 255,
         .read = Permission::documents_read,
         .write = Permission::documents_read,
         .portal = true}
    ),
    field<&Folder::outside_cascade>(
        {.name = "outside_cascade",
         .label = {"Hors cascade", "Outside the cascade"},
         .kind = FieldKind::boolean,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&Folder::deleted_at>(
        {.name = "deleted_at",
         .label = {"À la corbeille depuis", "In the bin since"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&Folder::created_at>(
        stamps::created_at(Permission::documents_read, Permission::documents_read)
    ),
    field<&Folder::created_by>(
        stamps::created_by(Permission::documents_read, Permission::documents_read)
    ),
});
static_assert(well_formed(folder_fields));

template <>
struct EntityOf<Folder> {
    static constexpr EntitySpec spec = make_entity<Folder>(
        {.name = "folder",
         .table = "folder",
         .label = {"Dossier", "Folder"},
         .fields = folder_fields,
         .client_field = "client_id"}
    );
};

// In this order: a higher one includes the lower.
enum class FolderAccess : std::uint8_t { none, read, full };
inline constexpr auto folder_access_choices = std::to_array<Choice>({
    {"none", {"Aucun", "None"}},
    {"read", {"Lecture", "Read"}},
    {"full", {"Total", "Full"}},
});
constexpr std::span<const Choice> choices_of(FolderAccess) {
    return folder_access_choices;
}

// What one contact or one person of the team may do in one folder, instead of what they may do in
// the folder above.
struct FolderRight {
    std::int64_t id = 0;
    Reference client_id;
    Reference folder_id;
    Reference contact_id; // Either this
    Reference user_id;    // or this.
    FolderAccess access = FolderAccess::none;
};

inline constexpr auto folder_right_fields = std::to_array<Field>({
    field<&FolderRight::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&FolderRight::folder_id>(
        {.name = "folder_id",
         .label = {"Dossier", "Folder"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "folder",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&FolderRight::contact_id>(
        {.name = "contact_id",
         .label = {"Contact", "Contact"},
         .kind = FieldKind::reference,
         .references = "contact",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::portal_configure}
    ),
    field<&FolderRight::user_id>(
        {.name = "user_id",
         .label = {"Collaborateur", "Team member"},
         .kind = FieldKind::reference,
         .references = "user",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::clients_edit}
    ),
    field<&FolderRight::access>(
        {.name = "access",
         .label = {"Droit", "Right"},
         .kind = FieldKind::choice,
         .choices = folder_access_choices,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
});
static_assert(well_formed(folder_right_fields));

template <>
struct EntityOf<FolderRight> {
    static constexpr EntitySpec spec = make_entity<FolderRight>(
        {.name = "folder_right",
         .table = "folder_right",
         .label = {"Droit sur un dossier", "Right on a folder"},
         .fields = folder_right_fields,
         .client_field = "client_id"}
    );
};

} // namespace carnet
