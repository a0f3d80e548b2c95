// What the server says about files that come and go.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text file_missing{
    "Le contenu de ce fichier manque sur le serveur. Prévenez un administrateur.",
    "The content of this file is missing on the server. Tell an administrator."};
inline constexpr Text range_outside{
    "Cette partie est au-delà de la fin du fichier.", "This part lies beyond the end of the file."};
inline constexpr Text upload_gone{
    "Cet envoi n’existe plus : recommencez.", "This upload no longer exists: start again."};
inline constexpr Text upload_size{
    "Taille du fichier : un nombre d’octets, de 0 à 20 Go.",
    "Size of the file: a number of bytes, from 0 to 20 GB."};
inline constexpr Text upload_too_many{
    "Trop d’envois en cours. Terminez ou annulez-en.",
    "Too many uploads under way. Finish or cancel some."};
inline constexpr Text upload_no_space{
    "Il n’y a pas assez de place sur le disque du serveur.",
    "There is not enough room on the server’s disk."};
inline constexpr Text upload_offset{
    "La suite de ce fichier commence ailleurs.", "The rest of this file begins elsewhere."};
inline constexpr Text upload_too_long{
    "Le fichier est plus long qu’annoncé.", "The file is longer than announced."};
inline constexpr Text upload_unfinished{
    "Ce fichier n’est pas encore arrivé en entier.", "This file has not arrived whole yet."};
inline constexpr Text upload_damaged{
    "Le fichier est arrivé abîmé : recommencez.", "The file arrived damaged: start again."};
inline constexpr Text upload_bad_hash{
    "sha256 : 64 chiffres hexadécimaux.", "sha256: 64 hexadecimal digits."};

// carnet check.
inline constexpr Text check_file_missing{
    "fichier {sha256} : absent du dossier files", "file {sha256}: missing from the folder files"};
inline constexpr Text check_file_damaged{
    "fichier {sha256} : abîmé, son contenu n’est plus celui de son nom",
    "file {sha256}: damaged, its content is no longer that of its name"};
inline constexpr Text check_file_unknown{
    "{entity} {id} : son fichier {sha256} n’est pas connu",
    "{entity} {id}: its file {sha256} is not known"};
inline constexpr Text check_files_summary{
    "{count} fichiers vérifiés, {bytes}.", "{count} files checked, {bytes}."};
inline constexpr Text check_files_left{
    "{count} fichiers que rien ne nomme, d’envois interrompus : le serveur les enlèvera.",
    "{count} files nothing names, of interrupted uploads: the server will remove them."};

} // namespace carnet::texts
