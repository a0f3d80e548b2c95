// When and by whom a row was made and last changed: the same fields in many tables.
#pragma once

#include "shared/schema/field.hpp"

namespace carnet::stamps {

constexpr FieldSpec instant(
    const char* name,
    const Text& label,
    Permission write = Permission::clients_edit,
    Permission read = Permission::clients_read
) {
    return {
        .name = name,
        .label = label,
        .kind = FieldKind::instant,
        .origin = FieldOrigin::system,
        .read = read,
        .write = write};
}

constexpr FieldSpec user(
    const char* name,
    const Text& label,
    Permission write = Permission::clients_edit,
    Permission read = Permission::clients_read
) {
    return {
        .name = name,
        .label = label,
        .kind = FieldKind::reference,
        .references = "user",
        .origin = FieldOrigin::system,
        .read = read,
        .write = write};
}

// `rights`: who may write, then who may read, when it is not what a client's fields ask.
template <class... Rights>
constexpr FieldSpec created_at(Rights... rights) {
    return instant("created_at", {"Créé le", "Created on"}, rights...);
}
template <class... Rights>
constexpr FieldSpec created_by(Rights... rights) {
    return user("created_by", {"Créé par", "Created by"}, rights...);
}
template <class... Rights>
constexpr FieldSpec updated_at(Rights... rights) {
    return instant("updated_at", {"Modifié le", "Updated on"}, rights...);
}
template <class... Rights>
constexpr FieldSpec updated_by(Rights... rights) {
    return user("updated_by", {"Modifié par", "Updated by"}, rights...);
}

} // namespace carnet::stamps
