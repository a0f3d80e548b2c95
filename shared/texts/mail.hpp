// The e-mails that leave for contacts, and the pages behind their links. Placeholders: {workspace}
// {client} {name} {sender} {count} {kind}.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts::mail {

inline constexpr Text hello{"Bonjour {name},", "Hello {name},"};

inline constexpr Text invitation_subject{
    "{workspace} vous ouvre son espace client", "{workspace} opens its client portal to you"};
inline constexpr Text invitation_body{
    "{sender} vous invite dans l’espace client de {workspace}\u00A0: vous y trouvez tout ce qui "
    "est partagé avec vous pour {client}.",
    "{sender} invites you to the client portal of {workspace}: you find there all that is shared "
    "with you for {client}."};
inline constexpr Text invitation_password{
    "Choisissez un mot de passe pour ouvrir votre accès. Ce lien est personnel, il fonctionne une "
    "seule fois et pendant sept jours.",
    "Choose a password to open your access. This link is personal, it works once and for seven "
    "days."};
inline constexpr Text invitation_button{"Ouvrir mon espace", "Open my portal"};
inline constexpr Text invitation_known{
    "Vous avez déjà un accès\u00A0: ce lien permet de choisir un nouveau mot de passe.",
    "You already have access: this link lets you choose a new password."};
inline constexpr Text invitation_unexpected{
    "Si vous ne connaissez pas {workspace}, ignorez ce message\u00A0: rien ne sera ouvert.",
    "If you do not know {workspace}, ignore this message: nothing will be opened."};

inline constexpr Text reset_subject{
    "Nouveau mot de passe pour {workspace}", "New password for {workspace}"};
inline constexpr Text reset_body{
    "Vous avez demandé un nouveau mot de passe. Ce lien fonctionne une seule fois et pendant une "
    "heure.",
    "You asked for a new password. This link works once and for one hour."};
inline constexpr Text reset_button{"Choisir un mot de passe", "Choose a password"};
inline constexpr Text reset_unexpected{
    "Si vous n’avez rien demandé, ignorez ce message\u00A0: votre mot de passe reste le même.",
    "If you did not ask for this, ignore this message: your password stays the same."};

inline constexpr Text approve_subject{"À valider\u00A0: {name}", "To approve: {name}"};
inline constexpr Text approve_item{
    "{name} attend votre validation ({client}).", "{name} waits for your approval ({client})."};
inline constexpr Text message_subject{"Nouveau message de {name}", "New message from {name}"};
inline constexpr Text message_item{
    "{name} vous a écrit ({client}).", "{name} wrote to you ({client})."};
inline constexpr Text document_subject{"Nouveau document\u00A0: {name}", "New document: {name}"};
inline constexpr Text document_item{
    "{name} a été ajouté à vos documents ({client}).",
    "{name} was added to your documents ({client})."};
inline constexpr Text news_subject{
    "{count} nouveautés dans votre espace {workspace}", "{count} news in your {workspace} portal"};
inline constexpr Text news_button{"Ouvrir l’espace client", "Open the client portal"};

inline constexpr Text footer{
    "Envoyé par {workspace} avec Carnet.", "Sent by {workspace} with Carnet."};
inline constexpr Text off_link{"Ne plus recevoir\u00A0: {kind}", "Stop receiving: {kind}"};

inline constexpr Text test_subject{"Essai d’envoi de {workspace}", "Test mail from {workspace}"};
inline constexpr Text test_body{
    "Les réglages d’envoi fonctionnent\u00A0: ce message est arrivé.",
    "The mail settings work: this message arrived."};

inline constexpr Text kind_to_approve{"les demandes de validation", "requests for approval"};
inline constexpr Text kind_message{"les nouveaux messages", "new messages"};
inline constexpr Text kind_document{"les nouveaux documents", "new documents"};

inline constexpr Text off_title{"E-mails de l’espace client", "E-mails of the client portal"};
inline constexpr Text off_now{"Vous recevez {kind} par e-mail.", "You receive {kind} by e-mail."};
inline constexpr Text off_done{
    "Vous ne recevez plus {kind} par e-mail.", "You no longer receive {kind} by e-mail."};
inline constexpr Text on_link{"Recevoir à nouveau\u00A0: {kind}", "Receive again: {kind}"};
inline constexpr Text off_all{"Ne plus recevoir aucun de ces e-mails", "Stop all of these e-mails"};
inline constexpr Text off_saved{"Votre choix est enregistré.", "Your choice is saved."};

// What the API answers.
inline constexpr Text no_address{
    "Ce contact n’a pas d’adresse e-mail", "This contact has no e-mail address"};
inline constexpr Text inactive_contact{
    "Ce contact est inactif\u00A0: réactivez-le pour l’inviter",
    "This contact is inactive: activate it to invite it"};
inline constexpr Text address_taken{
    "{name} a déjà un accès avec cette adresse\u00A0: rattachez ce contact à ce client",
    "{name} already has access with this address: attach that contact to this client"};
inline constexpr Text email_needs_portal_right{
    "Cette adresse ouvre un portail\u00A0: il faut pouvoir configurer le portail de tous ses "
    "clients "
    "pour la changer",
    "This address opens a portal: changing it needs the right to configure the portal of all its "
    "clients"};
inline constexpr Text no_portal_there{
    "Ce contact n’a pas d’accès au portail de ce client",
    "This contact has no access to this client’s portal"};
inline constexpr Text not_failed{
    "Cet e-mail n’attend pas de nouvel essai", "This e-mail is not waiting for another try"};
inline constexpr Text bad_security{
    "Sécurité attendue\u00A0: starttls, tls ou none", "Expected security: starttls, tls or none"};
inline constexpr Text bad_base_url{
    "Adresse attendue\u00A0: https://…", "Expected an address: https://…"};
inline constexpr Text not_configured{
    "Aucun serveur d’envoi n’est réglé", "No mail server is configured"};
inline constexpr Text unseen{
    "Des e-mails partiraient\u00A0: regardez-les d’abord",
    "E-mails would leave: look at them first"};
inline constexpr Text bad_mails_header{
    "Carnet-Mails\u00A0: send ou none", "Carnet-Mails: send or none"};
inline constexpr Text preview_expired{
    "Cet aperçu n’est plus valable\u00A0: rouvrez-le depuis la fiche du client",
    "This preview is no longer valid: open it again from the client’s sheet"};

} // namespace carnet::texts::mail
