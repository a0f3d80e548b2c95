// What the checks of values and requests say. Placeholders: {label} {max} {min} {field} {value}.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

// Requests.
inline constexpr Text json_malformed{
    "Le contenu envoyé n’est pas du JSON valide", "The content sent is not valid JSON"};
inline constexpr Text json_nul{
    "Le caractère nul n’est pas permis", "The NUL character is not allowed"};
inline constexpr Text json_number{"Ce nombre est trop grand", "This number is too large"};
inline constexpr Text json_too_deep{
    "Le contenu envoyé est trop imbriqué", "The content sent is nested too deeply"};
inline constexpr Text json_duplicate_key{
    "La clé «\u00A0{field}\u00A0» est donnée deux fois", "The key “{field}” is given twice"};
inline constexpr Text json_too_large{
    "Le contenu envoyé est trop volumineux", "The content sent is too large"};
inline constexpr Text unknown_field{"Champ inconnu", "Unknown field"};
inline constexpr Text wrong_type{"Ce n’est pas le type attendu", "This is not the expected type"};
inline constexpr Text system_field{"Ce champ est rempli par Carnet", "Carnet fills this field in"};
inline constexpr Text request_not_understood{
    "La demande n’est pas comprise", "The request is not understood"};
inline constexpr Text not_an_object{"Un objet JSON est attendu", "A JSON object is expected"};
inline constexpr Text check_fields{"Vérifiez les champs signalés", "Check the fields pointed out"};

// Any field.
inline constexpr Text required{
    "Indiquez une valeur pour «\u00A0{label}\u00A0»", "Enter a value for “{label}”"};
inline constexpr Text too_long{"{max} caractères au plus", "{max} characters at most"};
inline constexpr Text not_text{
    "Ce texte contient des caractères illisibles", "This text contains unreadable characters"};
inline constexpr Text too_small{"Au moins {min}", "At least {min}"};
inline constexpr Text too_large{"Au plus {max}", "At most {max}"};
inline constexpr Text unknown_choice{
    "«\u00A0{value}\u00A0» n’est pas dans la liste", "“{value}” is not in the list"};
inline constexpr Text too_many{"{max} valeurs au plus", "{max} values at most"};
inline constexpr Text not_a_reference{"Cette fiche n’existe pas", "This record does not exist"};
inline constexpr Text not_a_number{"Indiquez un nombre", "Enter a number"};
inline constexpr Text not_an_amount{
    "Indiquez un montant, par exemple 1\u202F500 ou 99,90",
    "Enter an amount, for example 1,500 or 99.90"};
inline constexpr Text not_a_date{
    "Indiquez une date, par exemple 19/11/2026", "Enter a date, for example 19/11/2026"};
inline constexpr Text not_an_instant{"Indiquez une date et une heure", "Enter a date and a time"};

// Company numbers.
inline constexpr Text wrong_key{
    "Clé invalide, vérifiez le dernier chiffre", "Wrong check digit, look at the last figure"};
inline constexpr Text siren_digits{"Un SIREN a 9 chiffres", "A SIREN has 9 digits"};
inline constexpr Text siret_digits{"Un SIRET a 14 chiffres", "A SIRET has 14 digits"};
inline constexpr Text siret_siren{
    "Les 9 premiers chiffres ne sont pas un SIREN", "The first 9 digits are not a SIREN"};
inline constexpr Text vat_shape{
    "Un numéro de TVA français a 13 caractères, par exemple FR\u00A044\u00A0732829320",
    "A French VAT number has 13 characters, for example FR\u00A044\u00A0732829320"};
inline constexpr Text vat_prefix{
    "Un numéro de TVA commence par deux lettres, par exemple FR",
    "A VAT number starts with two letters, for example FR"};
inline constexpr Text vat_foreign{
    "Ce numéro de TVA n’a pas la forme de son pays",
    "This VAT number does not have its country’s shape"};
inline constexpr Text vat_key{
    "Clé invalide, vérifiez les deux caractères après FR",
    "Wrong key, look at the two characters after FR"};
inline constexpr Text vat_siren{
    "Les 9 derniers chiffres ne sont pas un SIREN", "The last 9 digits are not a SIREN"};
inline constexpr Text siret_not_of_siren{
    "Ce SIRET n’appartient pas au SIREN indiqué", "This SIRET does not belong to the SIREN given"};
inline constexpr Text vat_not_of_siren{
    "Ce numéro de TVA n’appartient pas au SIREN indiqué",
    "This VAT number does not belong to the SIREN given"};

// Ways to reach somebody.
inline constexpr Text email_at{"Il manque l’arobase (@)", "The at sign (@) is missing"};
inline constexpr Text email_one{"Indiquez une seule adresse", "Enter one address only"};
inline constexpr Text email_local{
    "La partie avant l’arobase n’est pas valide", "The part before the at sign is not valid"};
inline constexpr Text email_domain{
    "La partie après l’arobase n’est pas un nom de domaine, par exemple exemple.fr",
    "The part after the at sign is not a domain name, for example example.com"};
inline constexpr Text email_long{"Cette adresse est trop longue", "This address is too long"};
inline constexpr Text phone_shape{
    "Ce n’est pas un numéro de téléphone", "This is not a phone number"};
inline constexpr Text phone_short{"Il manque des chiffres à ce numéro", "This number lacks digits"};
inline constexpr Text phone_long{"Ce numéro a trop de chiffres", "This number has too many digits"};
inline constexpr Text phone_country{"Indicatif de pays inconnu", "Unknown country code"};
inline constexpr Text phone_one{"Indiquez un seul numéro", "Enter one number only"};
inline constexpr Text url_shape{
    "Indiquez une adresse web, par exemple exemple.fr",
    "Enter a web address, for example example.com"};
inline constexpr Text url_scheme{
    "Seules les adresses http et https sont acceptées",
    "Only http and https addresses are accepted"};
inline constexpr Text postal_digits{
    "Un code postal français a 5 chiffres", "A French postal code has 5 digits"};
inline constexpr Text postal_unknown{
    "Ce code postal n’existe pas", "This postal code does not exist"};
inline constexpr Text postal_shape{"Ce n’est pas un code postal", "This is not a postal code"};
inline constexpr Text country_code{
    "Choisissez un pays de la liste", "Choose a country from the list"};

// Rules across fields.
inline constexpr Text client_name{"Indiquez le nom du client", "Enter the client name"};
inline constexpr Text person_name{"Indiquez le nom de la personne", "Enter the person’s name"};
inline constexpr Text address_empty{
    "Indiquez une rue, un code postal ou une ville", "Enter a street, a postal code or a city"};
inline constexpr Text note_empty{"Écrivez la note", "Write the note"};
inline constexpr Text too_long_ago{
    "Indiquez une date à partir de 1970", "Enter a date from 1970 on"};
inline constexpr Text activity_kind{
    "Choisissez appel, e-mail, SMS, réunion ou note",
    "Choose call, e-mail, text message, meeting or note"};
inline constexpr Text due_before_start{
    "La date limite est avant le début", "The deadline is before the start"};

} // namespace carnet::texts
