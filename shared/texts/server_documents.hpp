// What the server says about documents and folders.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text files_wanted{
    "De 1 à 500 fichiers envoyés à déposer.", "From 1 to 500 uploaded files to add."};
inline constexpr Text file_name_taken{
    "Un fichier de ce dossier porte déjà ce nom.", "A file of this folder already has this name."};
inline constexpr Text folder_name_taken{
    "Un dossier porte déjà ce nom ici.", "A folder here already has this name."};
inline constexpr Text too_many_folders{
    "Ce client a déjà 5 000 dossiers.", "This client already has 5,000 folders."};
inline constexpr Text folder_into_itself{
    "Un dossier ne va pas dans lui-même.", "A folder does not go into itself."};
inline constexpr Text folder_not_all_yours{
    "Ce dossier contient des dossiers sur lesquels vous n’avez pas le droit Total.",
    "This folder holds folders on which you do not have the right Full."};
inline constexpr Text parent_in_bin{
    "Le dossier qui le contenait est à la corbeille : restaurez-le d’abord.",
    "The folder that held it is in the bin: restore that first."};
inline constexpr Text right_person{
    "Un contact de ce client, ou un collaborateur qui le voit.",
    "A contact of this client, or a team member who sees it."};
inline constexpr Text right_word{"none, read, full ou null.", "none, read, full or null."};
inline constexpr Text right_of_owner{
    "Les droits d’un propriétaire ne changent pas.", "The rights of an owner do not change."};
inline constexpr Text rights_moved_on{
    "Les droits ont changé entre-temps : regardez à nouveau la liste.",
    "The rights have changed in the meantime: look at the list again."};

// Timeline.
inline constexpr Text file_added{"{name} déposé", "{name} added"};
inline constexpr Text two_files_added{
    "{name} et un autre fichier déposés", "{name} and one more file added"};
inline constexpr Text files_added{
    "{name} et {more} autres fichiers déposés", "{name} and {more} more files added"};
inline constexpr Text folder_shared{
    "Dossier «\u00A0{name}\u00A0» ouvert à {who}", "Folder “{name}” opened to {who}"};

// Why somebody sees a folder, or does not.
inline constexpr Text why_portal_closed{
    "{name}\u00A0: masqué, son accès au portail est fermé.",
    "{name}: hidden, their access to the portal is closed."};
inline constexpr Text why_switch_off{
    "{name}\u00A0: masqué, «\u00A0Voir les documents\u00A0» est désactivé.",
    "{name}: hidden, “See documents” is off."};
inline constexpr Text why_fixed{
    "{name}\u00A0: un propriétaire voit tous les dossiers.", "{name}: an owner sees all folders."};
inline constexpr Text why_own{
    "{name}\u00A0: {access}, droit posé sur ce dossier.", "{name}: {access}, set on this folder."};
inline constexpr Text why_inherited{
    "{name}\u00A0: {access}, hérité de «\u00A0{folder}\u00A0».",
    "{name}: {access}, from “{folder}”."};
inline constexpr Text why_default{
    "{name}\u00A0: {access}, droit d’origine.", "{name}: {access}, as at first."};
inline constexpr Text file_version_added{"Nouvelle version de {name}", "New version of {name}"};

} // namespace carnet::texts
