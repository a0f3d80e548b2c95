// What the application says about the network, the session and refused requests.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text error_offline{
    "Pas de réponse du serveur. Vérifiez votre connexion.",
    "No answer from the server. Check your connection."};
inline constexpr Text error_signed_out{"Votre session est terminée.", "Your session has ended."};
inline constexpr Text error_forbidden{
    "Vos droits ne le permettent pas. Demandez l’accès à un administrateur.",
    "Your rights do not allow this. Ask an administrator for access."};
inline constexpr Text error_not_found{
    "Introuvable, ou vous n’y avez pas accès.", "Not found, or you have no access to it."};
inline constexpr Text error_conflict{
    "Quelqu’un a modifié ceci entre-temps.", "Somebody changed this in the meantime."};
inline constexpr Text error_too_large{"C’est trop volumineux.", "This is too large."};
inline constexpr Text error_rate_limited{
    "Trop de demandes. Réessayez dans un instant.", "Too many requests. Try again in a moment."};
inline constexpr Text error_unavailable{
    "Le serveur est momentanément indisponible.", "The server is unavailable for the moment."};
inline constexpr Text error_internal{
    "Le serveur n’a pas pu répondre. Réessayez.", "The server could not answer. Try again."};

inline constexpr Text retry{"Réessayer", "Try again"};
inline constexpr Text not_saved{"Non enregistré", "Not saved"};
inline constexpr Text not_signed_out{"Vous n’êtes pas déconnecté", "You are not signed out"};
inline constexpr PluralText offline_pending{
    {"Hors ligne, {n} modification partira à la reconnexion",
     "Offline, {n} change will be sent when you reconnect"},
    {"Hors ligne, {n} modifications partiront à la reconnexion",
     "Offline, {n} changes will be sent when you reconnect"}};
inline constexpr Text offline_plain{
    "Hors ligne. Les données affichées peuvent dater.",
    "Offline. What is shown may be out of date."};
inline constexpr Text reconnecting{"Reconnexion…", "Reconnecting…"};
inline constexpr Text new_version{
    "Une nouvelle version est disponible.", "A new version is available."};
inline constexpr Text reload{"Recharger", "Reload"};
inline constexpr Text synchronised{"Synchronisé", "Up to date"};
inline constexpr PluralText sync_pending{
    {"{n} modification en attente", "{n} change waiting"},
    {"{n} modifications en attente", "{n} changes waiting"}};
inline constexpr Text sync_offline{"Hors ligne", "Offline"};

} // namespace carnet::texts
