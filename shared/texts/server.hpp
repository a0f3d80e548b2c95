// What the server says when it refuses something, and its few pages of plain HTML.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

// Requests.
inline constexpr Text value_missing{"Il manque «\u00A0value\u00A0».", "“value” is missing."};
inline constexpr Text version_missing{
    "Il manque «\u00A0version\u00A0», un nombre entier.", "“version”, an integer, is missing."};
inline constexpr Text version_unknown{
    "Cette «\u00A0version\u00A0» n’a jamais été donnée\u00a0: relisez la fiche.",
    "This “version” was never given out: read the record again."};
inline constexpr Text parameter_no_text{
    "Ce paramètre n’est pas du texte UTF-8.", "This parameter is not UTF-8 text."};
inline constexpr Text fields_missing{
    "Il manque «\u00A0fields\u00A0», un objet non vide.",
    "“fields”, a non-empty object, is missing."};
inline constexpr Text not_found{"Introuvable.", "Not found."};
inline constexpr Text forbidden{"Vous n’avez pas le droit de faire cela.", "You may not do this."};
inline constexpr Text unauthenticated{"Connectez-vous pour continuer.", "Sign in to continue."};
inline constexpr Text account_closed{
    "Votre compte a été désactivé. Adressez-vous à un propriétaire de l’espace.",
    "Your account has been deactivated. Ask an owner of the workspace."};
inline constexpr Text method_not_allowed{
    "Cette méthode n’existe pas à cette adresse.", "This address does not know that method."};
inline constexpr Text body_too_large{
    "Le contenu envoyé est trop volumineux.", "What was sent is too large."};
inline constexpr Text address_too_long{
    "Cette adresse est trop longue.", "This address is too long."};
inline constexpr Text json_expected{
    "Un contenu application/json est attendu.", "An application/json body is expected."};
inline constexpr Text form_expected{"Un formulaire est attendu.", "A form is expected."};
inline constexpr Text foreign_origin{
    "Cette demande vient d’un autre site\u00A0: refusée.",
    "This request comes from another site: refused."};
inline constexpr Text bad_idempotency_key{
    "Idempotency-Key\u00A0: 8 à 64 caractères visibles.",
    "Idempotency-Key: 8 to 64 visible characters."};
inline constexpr Text idempotency_reused{
    "Cette Idempotency-Key a déjà servi pour un autre contenu.",
    "This Idempotency-Key was already used with other content."};
inline constexpr Text field_conflict{
    "Modifié entre-temps par quelqu’un d’autre.", "Changed by somebody else in the meantime."};
inline constexpr Text record_conflict{
    "Quelqu’un d’autre a modifié la même chose.", "Somebody else changed the same thing."};
inline constexpr Text already_exists{"Cela existe déjà.", "This already exists."};
inline constexpr Text still_used{"D’autres éléments s’y rapportent.", "Other items refer to it."};
inline constexpr Text internal_error{
    "Erreur interne. Référence\u00A0: {reference}", "Internal error. Reference: {reference}"};
inline constexpr Text database_busy{
    "La base de données est occupée. Réessayez dans un instant.",
    "The database is busy. Try again in a moment."};
inline constexpr Text disk_full{
    "Le disque du serveur est plein\u00A0: rien n’a été modifié.",
    "The server’s disk is full: nothing was changed."};
inline constexpr Text database_read_only{
    "Le dossier de données est en lecture seule\u00A0: rien n’a été modifié.",
    "The data folder is read-only: nothing was changed."};
inline constexpr Text database_corrupt{
    "La base de données est endommagée. Restaurez une sauvegarde.",
    "The database is damaged. Restore a backup."};

// Sign-in and people.
inline constexpr Text wrong_password{
    "Adresse e-mail ou mot de passe incorrect.", "Wrong e-mail address or password."};
inline constexpr Text too_many_attempts{
    "Trop d’essais. Réessayez dans {seconds} s.", "Too many attempts. Try again in {seconds} s."};
inline constexpr Text too_many_requests{
    "Trop de demandes. Réessayez dans {seconds} s.",
    "Too many requests. Try again in {seconds} s."};
inline constexpr Text password_too_short{"Au moins 12 caractères.", "At least 12 characters."};
inline constexpr Text password_too_long{"Au plus 200 caractères.", "At most 200 characters."};
inline constexpr Text password_too_common{
    "Ce mot de passe est trop facile à deviner.", "This password is too easy to guess."};
inline constexpr Text password_is_name{
    "N’utilisez ni votre nom, ni votre e-mail, ni celui de l’espace.",
    "Do not use your name, your e-mail or that of the workspace."};
inline constexpr Text current_password_wrong{
    "Le mot de passe actuel n’est pas le bon.", "This is not the current password."};
inline constexpr Text email_taken{
    "Quelqu’un utilise déjà cette adresse.", "Somebody already uses this address."};
inline constexpr Text owner_protected{
    "Seul un propriétaire peut modifier un propriétaire.", "Only an owner may change an owner."};
inline constexpr Text last_owner{
    "Il doit rester au moins un propriétaire actif.", "At least one active owner must remain."};
inline constexpr Text role_too_high{
    "Vous ne pouvez pas donner ce rôle.", "You may not give this role."};
inline constexpr Text owner_grants_fixed{
    "Les droits du propriétaire ne changent pas.", "The owner’s rights do not change."};
inline constexpr Text unknown_permission{"Droit ou portée inconnus.", "Unknown right or reach."};
inline constexpr Text rights_changed{
    "Les droits ont changé entre-temps.", "The rights have changed in the meantime."};
inline constexpr Text cannot_deactivate_self{
    "Vous ne pouvez pas désactiver votre propre compte.",
    "You may not deactivate your own account."};

// HTML pages.
inline constexpr Text page_sign_in{"Connexion", "Sign in"};
inline constexpr Text page_start{"Créer l’espace de travail", "Create the workspace"};
inline constexpr Text page_start_intro{
    "Vous serez propriétaire de cet espace.", "You will own this workspace."};
inline constexpr Text page_choose_password{"Choisir un mot de passe", "Choose a password"};
inline constexpr Text page_choose_password_for{"Compte\u00A0: {email}", "Account: {email}"};
inline constexpr Text page_link_dead{"Ce lien n’est plus valable", "This link is no longer valid"};
inline constexpr Text page_link_dead_detail{
    "Il a déjà servi ou il est trop ancien. Demandez-en un autre.",
    "It was already used or is too old. Ask for another one."};
// A forgotten password, in the team and in the portal.
inline constexpr Text reset_forgotten{"Mot de passe oublié\u00A0?", "Forgot your password?"};
inline constexpr Text reset_ask{"Mot de passe oublié", "Forgotten password"};
inline constexpr Text reset_ask_intro{
    "Indiquez votre adresse e-mail. Si elle ouvre un accès, vous recevez un lien valable une "
    "heure.",
    "Enter your e-mail address. If it has access, you receive a link that is good for an hour."};
inline constexpr Text reset_button{"Recevoir un lien", "Send me a link"};
inline constexpr Text reset_sent{"Regardez votre messagerie", "Look at your mail"};
inline constexpr Text reset_sent_text{
    "Si {email} ouvre un compte, un lien pour choisir un mot de passe vient de partir. Rien "
    "n’arrive\u00A0? Regardez les indésirables, puis demandez à un administrateur.",
    "If {email} has an account, a link to choose a password has just left. Nothing arrives? Look "
    "into the spam folder, then ask an administrator."};
inline constexpr Text reset_no_mail{
    "Ce serveur n’envoie pas d’e-mails\u00A0: demandez un lien à un administrateur de l’espace.",
    "This server sends no e-mails: ask an administrator of the workspace for a link."};
inline constexpr Text page_back{"Retour à la connexion", "Back to sign-in"};

inline constexpr Text page_not_found{"Page introuvable", "Page not found"};
inline constexpr Text page_not_found_detail{
    "Rien ne se trouve à cette adresse.", "There is nothing at this address."};
inline constexpr Text page_home{"Ouvrir Carnet", "Open Carnet"};
inline constexpr Text field_workspace_name{"Nom de l’espace", "Workspace name"};
inline constexpr Text field_your_name{"Votre nom", "Your name"};
inline constexpr Text field_email{"E-mail", "E-mail"};
inline constexpr Text field_password{"Mot de passe", "Password"};
inline constexpr Text field_new_password{
    "Mot de passe (au moins 12 caractères)", "Password (at least 12 characters)"};
inline constexpr Text field_remember{"Rester connecté 30 jours", "Stay signed in for 30 days"};
inline constexpr Text button_create{"Créer", "Create"};
inline constexpr Text button_save_password{"Enregistrer", "Save"};
inline constexpr Text no_web_files{
    "Ce serveur a été construit sans l’application web.",
    "This server was built without the web application."};

} // namespace carnet::texts
