// What is wrong with the name of a file or a folder.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text name_empty{"Donnez un nom.", "Give a name."};
inline constexpr Text name_has_slash{
    "Un nom ne contient ni « / » ni « \\ ».", "A name contains neither “/” nor “\\”."};
inline constexpr Text name_only_dots{
    "Un nom n’est pas fait que de points.", "A name is not made of dots alone."};
inline constexpr Text name_bad_character{
    "Ce nom contient un caractère invisible qui tromperait les lecteurs.",
    "This name contains an invisible character that would mislead readers."};
inline constexpr Text name_too_long{"Au plus 255 caractères.", "At most 255 characters."};

} // namespace carnet::texts
