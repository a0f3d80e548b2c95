// What `carnet import` and `carnet export` say on the terminal.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text export_summary{
    "Écrit les clients dans un fichier .xlsx ou .csv",
    "Writes the clients into an .xlsx or .csv file"};
inline constexpr Text export_query_help{
    "Filtres, comme dans l’adresse de la liste\u00A0: \"state=active&sort=-value\"",
    "Filters, as in the list's address: \"state=active&sort=-value\""};
inline constexpr Text import_summary{
    "Essaie l’import d’un fichier CSV, ou l’importe avec --yes",
    "Tries the import of a CSV file, or imports it with --yes"};
inline constexpr Text import_yes_help{
    "Importer vraiment, après l’essai", "Really import, after the dry run"};
inline constexpr Text import_map_help{
    "Corrige la reconnaissance des colonnes", "Corrects how columns were recognised"};
inline constexpr Text export_which_format{
    "Le fichier doit finir par .xlsx ou .csv", "The file must end in .xlsx or .csv"};
inline constexpr Text file_not_written{"Impossible d’écrire {file}", "Cannot write {file}"};
inline constexpr Text file_not_read{"Impossible de lire {file}", "Cannot read {file}"};
inline constexpr Text export_done{"Clients écrits dans {file}", "Clients written to {file}"};
inline constexpr Text import_file{
    "{file}\u00A0: {rows} lignes, {encoding}, séparateur «\u00A0{separator}\u00A0»",
    "{file}: {rows} lines, {encoding}, separator “{separator}”"};
inline constexpr Text import_column_line{"  {heading} → {target}", "  {heading} → {target}"};
inline constexpr Text import_column_left{
    "  {heading}\u00A0: laissée de côté", "  {heading}: left out"};
inline constexpr Text import_counts{
    "{create} à créer, {update} à modifier, {unchanged} inchangées, {refused} refusées, cellules "
    "laissées de côté\u00a0: {cells}",
    "{create} to create, {update} to change, {unchanged} unchanged, {refused} refused, cells left "
    "out: {cells}"};
inline constexpr Text import_line_refused{
    "  ligne {line}\u00A0: {message}", "  line {line}: {message}"};
inline constexpr Text import_cell_refused{
    "  ligne {line}, colonne «\u00a0{heading}\u00a0»\u00a0: {message} Cellule laissée de côté.",
    "  line {line}, column “{heading}”: {message} Cell left out."};
inline constexpr Text import_more_refused{"  … et {count} autres", "  … and {count} more"};
inline constexpr Text import_ask{"Ajoutez --yes pour importer", "Add --yes to import"};
inline constexpr Text import_done{
    "Importé en {seconds} s. Annulable dans l’application.",
    "Imported in {seconds} s. It can be undone in the application."};
inline constexpr Text import_bad_map{
    "--map attend des paires COLONNE=CHAMP séparées par des virgules",
    "--map wants pairs COLUMN=FIELD separated by commas"};

} // namespace carnet::texts
