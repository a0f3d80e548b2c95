// What the server says to a client's contacts, in answers and on plain pages. Words that program
// and pages share are in portal.hpp.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text portal_closed{
    "Votre accès au portail a été fermé par l’équipe. Contactez-la si cela vous surprend.",
    "The team has closed your access to the portal. Contact them if this surprises you."};
inline constexpr Text portal_preview_read_only{
    "C’est un aperçu en lecture seule\u00A0: seul le contact lui-même peut faire cela.",
    "This is a read-only preview: only the contact can do this."};
inline constexpr Text portal_no_approve{
    "Vous n’avez pas le droit d’approuver les livrables.",
    "You have no right to approve deliverables."};
inline constexpr Text portal_no_comment{
    "Vous n’avez pas le droit d’écrire à l’équipe.", "You have no right to write to the team."};
inline constexpr Text portal_no_files{
    "Vous n’avez pas le droit d’ajouter des fichiers ici.", "You have no right to add files here."};
inline constexpr Text portal_comment_required{
    "Dites ce qui doit changer.", "Say what has to change."};
inline constexpr Text portal_message_empty{"Écrivez votre message.", "Write your message."};
inline constexpr Text portal_answered{
    "La réponse est déjà donnée\u00A0: {by}, {when}, «\u00A0{decision}\u00A0» pour la version {n}.",
    "Already answered: {by}, {when}, “{decision}” for version {n}."};
inline constexpr Text portal_newer_version{
    "La version {n} est arrivée entre-temps\u00A0: ouvrez-la avant de répondre.",
    "Version {n} has arrived in the meantime: open it before you answer."};
inline constexpr Text portal_not_waiting{
    "Ce livrable n’attend plus de réponse\u00A0: l’équipe l’a repris.",
    "This deliverable no longer awaits an answer: the team has taken it back."};
inline constexpr Text portal_team{"L’équipe", "The team"};

// --- Plain pages ---

inline constexpr Text plain_sign_in{"Connexion", "Sign in"};
inline constexpr Text plain_sign_in_button{"Se connecter", "Sign in"};
inline constexpr Text plain_full_program{"Version complète", "Full version"};
inline constexpr Text plain_invite{"Bienvenue sur le portail", "Welcome to the portal"};
inline constexpr Text plain_invite_intro{
    "Choisissez un mot de passe pour {email}. Il vous servira à chaque visite.",
    "Choose a password for {email}. You will need it at each visit."};
inline constexpr Text plain_reset{"Nouveau mot de passe", "New password"};
inline constexpr Text plain_reset_sent_text{
    "Si {email} ouvre un accès au portail, un lien pour choisir un mot de passe vient de partir. "
    "Pensez au dossier des indésirables.",
    "If {email} has access to the portal, a link to choose a password has just left. Look into the "
    "spam folder, too."};
inline constexpr Text plain_reset_no_mail{
    "Ce serveur n’envoie pas d’e-mails\u00A0: adressez-vous à votre interlocuteur.",
    "This server sends no e-mails: get in touch with the person you work with."};
inline constexpr Text plain_password_save{"Enregistrer et entrer", "Save and enter"};
inline constexpr Text plain_link_dead{
    "Ce lien ne peut plus servir", "This link can no longer be used"};
inline constexpr Text plain_link_unknown{
    "L’adresse est incomplète ou inconnue. Copiez-la en entier depuis l’e-mail.",
    "The address is incomplete or unknown. Copy all of it from the e-mail."};
inline constexpr Text plain_link_used{
    "Il a déjà servi. Connectez-vous avec votre mot de passe, ou demandez-en un nouveau.",
    "It has been used. Sign in with your password, or ask for a new one."};
inline constexpr Text plain_link_expired{
    "Il a expiré. Demandez à votre interlocuteur de vous inviter à nouveau.",
    "It has expired. Ask your contact person to invite you again."};
inline constexpr Text plain_link_revoked{
    "Il a été remplacé par un lien plus récent, ou l’accès a été retiré.",
    "A newer link replaced it, or the access was taken away."};
inline constexpr Text plain_link_other_address{
    "Votre adresse e-mail a changé depuis. Demandez une nouvelle invitation.",
    "Your e-mail address has changed since. Ask for a new invitation."};
inline constexpr Text plain_staff_here{
    "Vous êtes connecté à Carnet comme {name}. Cette page concerne {email}.",
    "You are signed in to Carnet as {name}. This page is about {email}."};
inline constexpr Text plain_answer{"Votre réponse", "Your answer"};
inline constexpr Text plain_send_answer{"Envoyer ma réponse", "Send my answer"};
inline constexpr Text plain_decision{"Décision", "Decision"};
inline constexpr Text plain_choose_decision{"Choisissez une décision.", "Choose a decision."};
inline constexpr Text plain_read_again{
    "Relisez la version ci-dessous, puis répondez.", "Read the version below again, then answer."};
inline constexpr Text plain_refused{"Demande refusée", "Request refused"};
inline constexpr Text plain_answer_saved{
    "Votre réponse est enregistrée.", "Your answer is recorded."};
inline constexpr Text plain_history{"Réponses", "Answers"};
inline constexpr Text plain_file{"Fichier", "File"};
inline constexpr Text plain_message{"Votre message", "Your message"};
inline constexpr Text plain_folders{"Dossiers", "Folders"};
inline constexpr Text plain_not_found_detail{
    "La page n’existe pas, ou ne vous est pas ouverte.",
    "The page does not exist, or is not open to you."};

// --- Certificate ---

inline constexpr Text certificate_title{"Attestation de validation", "Certificate of approval"};
inline constexpr Text certificate_title_changes{
    "Attestation de demande de corrections", "Certificate of a request for corrections"};
inline constexpr Text certificate_workspace{"Émise par", "Issued by"};
inline constexpr Text certificate_client{"Client", "Client"};
inline constexpr Text certificate_project{"Projet", "Project"};
inline constexpr Text certificate_deliverable{"Livrable", "Deliverable"};
inline constexpr Text certificate_version{"Version", "Version"};
inline constexpr Text certificate_file{"Fichier", "File"};
inline constexpr Text certificate_hash{"Empreinte SHA-256", "SHA-256 fingerprint"};
inline constexpr Text certificate_decision{"Décision", "Decision"};
inline constexpr Text certificate_by{"Par", "By"};
inline constexpr Text certificate_at{"Le", "On"};
inline constexpr Text certificate_comment{"Commentaire", "Comment"};
inline constexpr Text certificate_utc{"{date}, {time} UTC", "{date}, {time} UTC"};
inline constexpr Text certificate_note{
    "L’empreinte identifie le contenu exact du fichier\u00A0: un seul octet changé en donne une "
    "autre. Pour vérifier, calculez le SHA-256 du fichier et comparez.",
    "The fingerprint identifies the exact content of the file: one changed byte gives another. To "
    "verify, compute the SHA-256 of the file and compare."};
inline constexpr Text certificate_file_name{"attestation-{n}.pdf", "certificate-{n}.pdf"};

} // namespace carnet::texts
