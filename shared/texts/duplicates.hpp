// Why two clients are probably the same.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text same_siret{"même SIRET", "same SIRET"};
inline constexpr Text same_siren{"même SIREN", "same SIREN"};
inline constexpr Text same_email{"même e-mail", "same e-mail"};
inline constexpr Text same_phone{"même téléphone", "same phone"};
inline constexpr Text same_name{"même nom", "same name"};
inline constexpr Text like_name{"nom semblable", "similar name"};

} // namespace carnet::texts
