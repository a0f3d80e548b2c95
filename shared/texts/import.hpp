// What the import of a file says. Placeholders: {line} {n} {label} {value} {max}.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text import_nul{
    "Cette cellule contient un caractère nul\u00a0: le fichier est abîmé à cet endroit.",
    "This cell holds a NUL character: the file is damaged here."};

// The file as a whole.
inline constexpr Text import_empty{"Ce fichier est vide", "This file is empty"};
inline constexpr Text only_headings{
    "Ce fichier n’a qu’une ligne de titres", "This file has headings only"};
inline constexpr Text import_spreadsheet{
    "Ce fichier est un classeur\u00A0: enregistrez-le au format CSV, puis importez le CSV",
    "This file is a workbook: save it as CSV, then import the CSV"};
inline constexpr Text import_binary{
    "Ce fichier n’est pas un fichier CSV", "This file is not a CSV file"};
inline constexpr Text import_file_too_large{
    "Ce fichier dépasse {max}", "This file is larger than {max}"};
inline constexpr Text import_too_many_rows{
    "Ce fichier a plus de {max} lignes\u00A0: importez-le en plusieurs parties",
    "This file has more than {max} rows: import it in several parts"};
inline constexpr Text import_too_many_columns{
    "Ce fichier a plus de {max} colonnes", "This file has more than {max} columns"};
inline constexpr Text import_open_quote{
    "Des guillemets ouverts ligne {line} ne sont jamais fermés",
    "A quotation mark opened on line {line} is never closed"};
inline constexpr Text unnamed_column{"Colonne {n}", "Column {n}"};

// The mapping.
inline constexpr Text import_unknown_target{
    "Cette destination n’existe pas", "There is no such destination"};
inline constexpr Text import_target_twice{
    "Deux colonnes sont destinées à «\u00A0{label}\u00A0»", "Two columns go to “{label}”"};
inline constexpr Text import_no_name{
    "Choisissez la colonne qui contient le nom des clients",
    "Choose the column that holds the clients’ names"};
inline constexpr Text import_match_unmapped{
    "Pour rapprocher sur «\u00A0{label}\u00A0», choisissez sa colonne",
    "To match on “{label}”, choose its column"};
inline constexpr Text import_unknown_match{
    "On ne peut pas rapprocher sur ce champ", "Matching on this field is not possible"};

// One row.
inline constexpr Text import_extra_cells{
    "Cette ligne a plus de cellules que de titres",
    "This row has more cells than there are headings"};
inline constexpr Text import_same_as_line{
    "Même {label} que la ligne {line}", "Same {label} as line {line}"};
inline constexpr Text import_several_match{
    "Plusieurs clients ont ce {label}", "Several clients have this {label}"};
inline constexpr Text import_wrong_cell{"{label}\u00A0: {value}", "{label}: {value}"};
inline constexpr Text import_not_visible{
    "Vous ne pouvez pas modifier ce client", "You may not edit this client"};

// One cell.
inline constexpr Text import_unknown_state{
    "État inconnu\u00A0: actif, prospect, inactif ou suspendu",
    "Unknown state: active, prospect, inactive or suspended"};
inline constexpr Text import_unknown_kind{
    "Type inconnu\u00A0: professionnel ou particulier", "Unknown type: company or private person"};
inline constexpr Text import_unknown_user{
    "Aucun collaborateur ne s’appelle «\u00A0{value}\u00A0»",
    "Nobody in the team is called “{value}”"};
inline constexpr Text import_unknown_boolean{"Indiquez oui ou non", "Say yes or no"};
inline constexpr Text import_unknown_size{"Code d’effectif inconnu", "Unknown size code"};
inline constexpr Text import_not_a_date{
    "Date illisible\u00A0: écrivez par exemple 19/11/2026",
    "Unreadable date: write 19/11/2026, for example"};

// Destinations that are no field of one entity.
inline constexpr Text target_name{"Nom du client", "Client name"};
inline constexpr Text target_contact_name{"Contact\u00A0: prénom et nom", "Contact: full name"};
inline constexpr Text target_contact{"Contact\u00A0: {label}", "Contact: {label}"};
inline constexpr Text target_address{"Adresse\u00A0: {label}", "Address: {label}"};
inline constexpr Text target_owner{"Responsable (nom ou e-mail)", "In charge (name or e-mail)"};
inline constexpr Text target_tags{"Tags (séparés par des virgules)", "Tags (separated by commas)"};
inline constexpr Text target_sector{"Secteur", "Sector"};
inline constexpr Text target_size{"Taille", "Size"};
inline constexpr Text target_size_code{"Tranche d’effectif (code INSEE)", "Size band (INSEE code)"};
inline constexpr Text target_open{"Entreprise en activité (Sirene)", "Company is open (Sirene)"};

} // namespace carnet::texts
