// What `carnet demo` says on the terminal.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text demo_not_empty{
    "Ce dossier contient déjà un espace de travail", "This folder already holds a workspace"};
inline constexpr Text demo_bad_count{
    "--clients attend un nombre entre 1 et 2000000", "--clients wants a number from 1 to 2000000"};
inline constexpr Text demo_done{
    "Espace de démonstration «\u00A0Mistral Réseaux\u00A0»\u00A0: {count} clients en {seconds} s",
    "Demonstration workspace “Mistral Réseaux”: {count} clients in {seconds} s"};
inline constexpr Text demo_accounts{"Pour se connecter\u00A0:", "To sign in:"};
inline constexpr Text demo_account{
    "  {name}, {role} ({word})  {email}  {password}", "  {name}, {word}  {email}  {password}"};
inline constexpr Text demo_contact{
    "  {name}, contact de {client}, sur /portal  {email}  {password}",
    "  {name}, contact of {client}, at /portal  {email}  {password}"};

} // namespace carnet::texts
