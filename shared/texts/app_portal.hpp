// The staff's side of a contact's portal: rights, invitation, messages, and the settings of mail.
// Placeholders: {name} {date} {list} {address} {n} {error}.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text portal_never{"Jamais invité", "Never invited"};
inline constexpr Text portal_invited{"Invité le {date}", "Invited on {date}"};
inline constexpr Text portal_invitation_over{"Invitation expirée", "Invitation expired"};
inline constexpr Text portal_active{"Actif", "Active"};
inline constexpr Text portal_active_seen{"Actif, vu {date}", "Active, seen {date}"};
inline constexpr Text portal_revoked{"Révoqué", "Revoked"};
inline constexpr Text portal_mail_failed{
    "L’e-mail d’invitation n’est pas parti\u00A0: {error}",
    "The invitation e-mail did not leave: {error}"};
inline constexpr Text portal_mail_waits{
    "L’e-mail d’invitation attend son envoi.", "The invitation e-mail is waiting to leave."};

inline constexpr Text portal_rights_title{"Droits sur le portail", "Rights on the portal"};
inline constexpr Text portal_rights_text{
    "Le rôle préremplit, chaque droit reste modifiable",
    "The role fills in, each right can change"};
inline constexpr Text portal_by_role{"Préréglage\u00A0: {name}", "Preset: {name}"};
inline constexpr Text portal_by_hand{"{name}, personnalisé", "{name}, customised"};
inline constexpr Text portal_reset{"Revenir au préréglage du rôle", "Back to the role’s preset"};
inline constexpr Text portal_answer_comment{
    "Avec une réponse d’approbation", "With an approval’s answer"};
inline constexpr Text portal_gains{"{name} gagnera\u00A0: {list}.", "{name} will gain: {list}."};
inline constexpr Text portal_losses{"{name} perdra\u00A0: {list}.", "{name} will lose: {list}."};
inline constexpr Text portal_no_effect{
    "Rien ne change pour {name}.", "Nothing changes for {name}."};

inline constexpr Text portal_invite{"Inviter…", "Invite…"};
inline constexpr Text portal_invite_again{"Renvoyer…", "Send again…"};
inline constexpr Text portal_revoke{"Révoquer…", "Revoke…"};
inline constexpr Text portal_view_as{"Voir comme {name}", "View as {name}"};
inline constexpr Text portal_view_as_menu{"Voir comme…", "View as…"};
inline constexpr Text portal_revoke_title{
    "Retirer l’accès de {name} au portail\u00A0?", "Take {name}’s portal access away?"};
inline constexpr Text portal_revoke_text{
    "La personne sera déconnectée à sa prochaine action et ses liens ne fonctionneront plus.",
    "The person is signed out at the next action and their links stop working."};
inline constexpr Text portal_revoke_verb{"Révoquer", "Revoke"};
inline constexpr Text portal_revoked_done{"Accès de {name} retiré", "Access of {name} taken away"};

inline constexpr Text invite_title{"Inviter {name}", "Invite {name}"};
inline constexpr Text invite_preview{
    "Voici l’e-mail tel qu’il partira.", "This is the e-mail as it will leave."};
inline constexpr Text mails_title{"Des e-mails vont partir", "E-mails are about to leave"};
inline constexpr Text mails_preview{
    "Les voici. Ils partent dans quelques minutes, avec ce qui s’y ajoute.",
    "Here they are. They leave in a few minutes, with what comes on top."};
inline constexpr Text mails_send{"Envoyer", "Send"};
inline constexpr Text mails_none{"Sans e-mail", "Without e-mail"};
inline constexpr Text invite_to{"À", "To"};
inline constexpr Text invite_from{"De", "From"};
inline constexpr Text invite_subject{"Objet", "Subject"};
inline constexpr Text invite_rights{
    "{name} pourra\u00A0: {list}.", "{name} will be able to: {list}."};
inline constexpr Text invite_no_rights{
    "Aucun droit\u00A0: {name} ne verra rien.", "No right: {name} will see nothing."};
inline constexpr Text invite_not_ready{
    "Il manque le serveur d’envoi ou l’adresse de l’expéditeur\u00A0: l’e-mail attendra dans la "
    "boîte "
    "d’envoi.",
    "The mail server or the sender’s address is missing: the e-mail will wait in the outbox."};
inline constexpr Text invite_send{"Envoyer l’invitation", "Send the invitation"};
inline constexpr Text invite_sent{"Invitation de {name} envoyée", "Invitation of {name} sent"};

inline constexpr Text tab_messages{"Messages", "Messages"};
inline constexpr Text messages_name{"Messages", "Messages"};
inline constexpr Text messages_empty_title{"Aucun message", "No message"};
inline constexpr Text messages_empty{
    "Échangez ici entre vous, ou avec les contacts qui ont un accès au portail.",
    "Talk here among yourselves, or with the contacts who have portal access."};
inline constexpr Text message_write{"Votre message", "Your message"};
inline constexpr Text message_internal{"Interne à l’équipe", "Internal to the team"};
inline constexpr Text message_shared{"Visible par le client", "Visible to the client"};
inline constexpr Text message_share{"Partager avec le client", "Share with the client"};
inline constexpr Text message_readers{"Le liront\u00A0: {list}.", "Will read it: {list}."};
inline constexpr Text message_no_readers{
    "Aucun contact n’a accès aux messages de ce client.",
    "No contact has access to this client’s messages."};
inline constexpr Text message_send{"Ajouter", "Add"};
inline constexpr Text message_send_shared{"Envoyer au client", "Send to the client"};
inline constexpr Text message_older{"Messages précédents", "Earlier messages"};
inline constexpr Text message_done{"Message ajouté", "Message added"};
inline constexpr Text message_done_shared{"Message envoyé au client", "Message sent to the client"};

inline constexpr Text settings_mails{"E-mails", "E-mails"};
inline constexpr Text mails_text{
    "Le serveur qui envoie les invitations et les nouvelles du portail.",
    "The server that sends invitations and news of the portal."};
inline constexpr Text mails_environment{
    "Ces réglages viennent de l’environnement du serveur.",
    "These settings come from the server’s environment."};
inline constexpr Text mail_host{"Serveur d’envoi (SMTP)", "Mail server (SMTP)"};
inline constexpr Text mail_port{"Port", "Port"};
inline constexpr Text mail_security{"Sécurité", "Security"};
inline constexpr Text mail_starttls{"STARTTLS", "STARTTLS"};
inline constexpr Text mail_tls{"TLS", "TLS"};
inline constexpr Text mail_plain{"Aucune", "None"};
inline constexpr Text mail_user{"Compte", "Account"};
inline constexpr Text mail_password{"Mot de passe", "Password"};
inline constexpr Text mail_password_kept{
    "Enregistré. Laissez vide pour le garder.", "Saved. Leave empty to keep it."};
inline constexpr Text mail_from_name{"Nom de l’expéditeur", "Sender’s name"};
inline constexpr Text mail_from_address{"Adresse de l’expéditeur", "Sender’s address"};
inline constexpr Text mail_base_url{
    "Adresse de Carnet dans les liens", "Address of Carnet in links"};
inline constexpr Text mail_base_url_help{"Sinon\u00A0: {address}", "Otherwise: {address}"};
inline constexpr Text mails_saved{"Réglages d’envoi enregistrés", "Mail settings saved"};
inline constexpr Text mails_test{"Envoyer un essai", "Send a test"};
inline constexpr Text mails_tested{
    "E-mail d’essai en route\u00A0: voyez la boîte d’envoi",
    "Test e-mail on its way: see the outbox"};
inline constexpr Text outbox_title{"Boîte d’envoi", "Outbox"};
inline constexpr Text outbox_empty{"Aucun e-mail.", "No e-mail."};
inline constexpr Text outbox_refresh{"Actualiser", "Refresh"};
inline constexpr Text mail_queued{"En attente", "Waiting"};
inline constexpr Text mail_sending{"En cours", "Sending"};
inline constexpr Text mail_sent{"Envoyé", "Sent"};
inline constexpr Text mail_failed{"Échec", "Failed"};
inline constexpr Text mail_cancelled{"Remplacé", "Replaced"};

// The eye of every item.
inline constexpr Text readers_title{"Qui voit cet élément\u00A0?", "Who sees this item?"};
inline constexpr Text readers_none{
    "Ce client n’a pas encore de contact.", "This client has no contact yet."};

} // namespace carnet::texts
