// A document of a client and its versions. The bytes of a version lie beside the database, named by
// their SHA-256.
#pragma once

#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

struct Document {
    std::int64_t id = 0;
    Reference client_id;
    Reference folder_id; // 0: at the top.
    std::string name;
    Instant deleted_at; // In the bin.
    Instant created_at;
    Reference created_by;
};

inline constexpr auto document_fields = std::to_array<Field>({
    field<&Document::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&Document::folder_id>(
        {.name = "folder_id",
         .label = {"Dossier", "Folder"},
         .kind = FieldKind::reference,
         .references = "folder",
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&Document::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 255,
         .read = Permission::documents_read,
         .write = Permission::documents_read,
         .portal = true}
    ),
    field<&Document::deleted_at>(
        {.name = "deleted_at",
         .label = {"À la corbeille depuis", "In the bin since"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&Document::created_at>(
        {.name = "created_at",
         .label = {"Créé le", "Created on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read,
         .portal = true}
    ),
    field<&Document::created_by>(
        stamps::created_by(Permission::documents_read, Permission::documents_read)
    ),
});
static_assert(well_formed(document_fields));

template <>
struct EntityOf<Document> {
    static constexpr EntitySpec spec = make_entity<Document>(
        {.name = "document",
         .table = "document",
         .label = {"Document", "Document"},
         .fields = document_fields,
         .client_field = "client_id"}
    );
};

struct DocumentVersion {
    std::int64_t id = 0;
    Reference client_id;
    Reference document_id;
    std::int64_t number = 1; // The highest is the current one.
    std::string file_name;   // As it was called when it came.
    std::string sha256;
    std::int64_t size_bytes = 0;
    std::string media_type; // By content.
    Instant created_at;
    Reference created_by;
    Reference created_by_contact_id;
};

namespace detail {
// Everything about a version is set by the server.
constexpr FieldSpec
version_field(std::string_view name, Text label, FieldKind kind, std::string_view references = "") {
    return {
        .name = name,
        .label = label,
        .kind = kind,
        .max_length = 255,
        .references = references,
        .origin = FieldOrigin::system,
        .read = Permission::documents_read,
        .write = Permission::documents_read};
}
} // namespace detail

inline constexpr auto document_version_fields = std::to_array<Field>({
    field<&DocumentVersion::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&DocumentVersion::document_id>(
        {.name = "document_id",
         .label = {"Document", "Document"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "document",
         .origin = FieldOrigin::system,
         .read = Permission::documents_read,
         .write = Permission::documents_read}
    ),
    field<&DocumentVersion::number>(
        detail::version_field("number", {"Version", "Version"}, FieldKind::integer)
    ),
    field<&DocumentVersion::file_name>(
        detail::version_field("file_name", {"Nom du fichier", "File name"}, FieldKind::text)
    ),
    field<&DocumentVersion::sha256>(
        detail::version_field("sha256", {"Empreinte SHA-256", "SHA-256 sum"}, FieldKind::text)
    ),
    field<&DocumentVersion::size_bytes>(
        detail::version_field("size_bytes", {"Taille", "Size"}, FieldKind::integer)
    ),
    field<&DocumentVersion::media_type>(
        detail::version_field("media_type", {"Type", "Type"}, FieldKind::text)
    ),
    field<&DocumentVersion::created_at>(
        detail::version_field("created_at", {"Déposée le", "Added on"}, FieldKind::instant)
    ),
    field<&DocumentVersion::created_by>(
        detail::version_field("created_by", {"Par", "By"}, FieldKind::reference, "user")
    ),
    field<&DocumentVersion::created_by_contact_id>(detail::version_field(
        "created_by_contact_id",
        {"Par le contact", "By the contact"},
        FieldKind::reference,
        "contact"
    )),
});
static_assert(well_formed(document_version_fields));

template <>
struct EntityOf<DocumentVersion> {
    static constexpr EntitySpec spec = make_entity<DocumentVersion>(
        {.name = "document_version",
         .table = "document_version",
         .label = {"Version d’un document", "Version of a document"},
         .fields = document_version_fields,
         .client_field = "client_id"}
    );
};

} // namespace carnet
