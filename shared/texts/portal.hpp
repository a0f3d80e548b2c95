// What a client's contact reads in the portal: the program and the plain pages. Words of the team's
// side have no place here: this file is part of what contacts download.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts::portal {

inline constexpr Text home{"Accueil", "Home"};
inline constexpr Text projects{"Projets", "Projects"};
inline constexpr Text documents{"Documents", "Documents"};
inline constexpr Text messages{"Messages", "Messages"};
inline constexpr Text account{"Mon compte", "My account"};
inline constexpr Text navigation{"Navigation", "Navigation"};
inline constexpr Text choose_client{"Changer d’entreprise", "Switch company"};
inline constexpr Text skip_to_content{"Aller au contenu", "Skip to content"};

inline constexpr Text hello{"Bonjour {name}", "Hello {name}"};
inline constexpr PluralText waiting{
    {"Un livrable attend votre validation.", "One deliverable awaits your approval."},
    {"{n} livrables attendent votre validation.", "{n} deliverables await your approval."}};
inline constexpr PluralText waiting_read_only{
    {"Un livrable est en attente de validation.", "One deliverable is awaiting approval."},
    {"{n} livrables sont en attente de validation.", "{n} deliverables are awaiting approval."}};
inline constexpr Text nothing_waiting{
    "Rien n’attend votre réponse.", "Nothing awaits your answer."};

inline constexpr Text to_approve{"À valider", "To approve"};
inline constexpr Text version_of{"{name}, version {n}", "{name}, version {n}"};
inline constexpr Text sent_when{
    "{project}, envoyé {when} par {by}", "{project}, sent {when} by {by}"};
inline constexpr Text sent_when_only{"{project}, envoyé {when}", "{project}, sent {when}"};
inline constexpr Text approve{"Approuver", "Approve"};
inline constexpr Text ask_changes{"Demander des corrections", "Request corrections"};
inline constexpr Text ask_changes_short{"Corrections", "Corrections"};
inline constexpr Text open{"Ouvrir", "Open"};
inline constexpr Text download_name{"Télécharger {name}", "Download {name}"};
inline constexpr Text preview_of{"Aperçu de {name}", "Preview of {name}"};
inline constexpr Text sealed{
    "Votre décision est datée et scellée avec l’empreinte du fichier. Une attestation vous sera "
    "remise.",
    "Your decision is dated and sealed with the file’s fingerprint. You receive a certificate."};
inline constexpr Text approve_title{"Approuver «\u00A0{name}\u00A0»\u00A0?", "Approve “{name}”?"};
inline constexpr Text approve_text{
    "Vous approuvez la version {n}, fichier {file}.", "You approve version {n}, file {file}."};
inline constexpr Text changes_title{
    "Demander des corrections sur «\u00A0{name}\u00A0»", "Request corrections to “{name}”"};
inline constexpr Text changes_text{
    "Version {n}, fichier {file}. L’équipe en est informée.",
    "Version {n}, file {file}. The team is told."};
inline constexpr Text comment{"Commentaire", "Comment"};
inline constexpr Text comment_optional{"Commentaire (facultatif)", "Comment (optional)"};
inline constexpr Text comment_help{"Dites ce qui doit changer.", "Say what has to change."};
inline constexpr Text comment_missing{
    "Dites ce qui doit changer\u00A0: l’équipe ne peut pas le deviner.",
    "Say what has to change: the team cannot guess it."};
inline constexpr Text send_changes{"Envoyer la demande", "Send the request"};
inline constexpr Text approved_toast{"Livrable approuvé", "Deliverable approved"};
inline constexpr Text changes_toast{"Demande de corrections envoyée", "Corrections requested"};
inline constexpr Text certificate{"Attestation", "Certificate"};
inline constexpr Text certificate_of{"Attestation pour {name}", "Certificate for {name}"};
inline constexpr Text cancel{"Annuler", "Cancel"};

inline constexpr Text your_projects{"Vos projets", "Your projects"};
inline constexpr Text all_projects{"Tout voir", "See all"};
inline constexpr Text no_projects{
    "Aucun projet à suivre pour le moment.", "No project to follow for now."};
inline constexpr Text delivery_on{"Livraison le {date}", "Delivery on {date}"};
inline constexpr Text next_step{
    "Prochain jalon\u00A0: {name}, {date}", "Next milestone: {name}, {date}"};
inline constexpr Text next_step_undated{"Prochain jalon\u00A0: {name}", "Next milestone: {name}"};
inline constexpr Text progress_of{"Avancement de {name}", "Progress of {name}"};
inline constexpr Text next_milestones{"Prochains jalons", "Next milestones"};
inline constexpr Text milestones{"Jalons", "Milestones"};
inline constexpr Text milestone_done{"Atteint", "Reached"};
inline constexpr Text tasks{"Tâches", "Tasks"};
inline constexpr Text task_done{"Fait", "Done"};
inline constexpr Text task_open{"À faire", "To do"};
inline constexpr Text no_tasks{"Aucune tâche partagée.", "No shared task."};
inline constexpr Text no_milestones{"Aucun jalon.", "No milestone."};
inline constexpr Text deliverables{"Livrables", "Deliverables"};
inline constexpr Text no_deliverables{"Aucun livrable pour le moment.", "No deliverable yet."};
inline constexpr Text versions{"Versions", "Versions"};
inline constexpr Text version{"Version {n}", "Version {n}"};
inline constexpr Text decision_line{
    "{decision} par {by}, version {n}, {when}", "{decision} by {by}, version {n}, {when}"};
inline constexpr Text plain_date{"{date}", "{date}"};
inline constexpr Text due_on{"Pour le {date}", "Due {date}"};

inline constexpr Text state_running{"En cours", "Running"};
inline constexpr Text state_waiting{"En attente", "On hold"};
inline constexpr Text state_done{"Terminé", "Finished"};
inline constexpr Text state_cancelled{"Annulé", "Cancelled"};
inline constexpr Text state_preparing{"En préparation", "In preparation"};
inline constexpr Text state_approved{"Approuvé", "Approved"};
inline constexpr Text state_changes{"Corrections demandées", "Corrections requested"};

inline constexpr Text recent_documents{"Documents récents", "Recent documents"};
inline constexpr Text all_documents{"Tous les documents", "All documents"};
inline constexpr Text no_documents{"Aucun document partagé.", "No shared document."};
inline constexpr Text empty_folder{"Ce dossier est vide.", "This folder is empty."};
inline constexpr PluralText files{{"{n} fichier", "{n} file"}, {"{n} fichiers", "{n} files"}};

inline constexpr Text new_file{"Nouveau", "New"};
inline constexpr PluralText new_documents{
    {"Un document est nouveau.", "One document is new."},
    {"{n} documents sont nouveaux.", "{n} documents are new."}};
inline constexpr Text next_date{"Prochain jalon le {date}", "Next milestone on {date}"};
inline constexpr Text open_messages{"Ouvrir", "Open"};
inline constexpr Text all_messages{"Toutes les conversations", "All conversations"};
inline constexpr Text conversations{"Conversations", "Conversations"};
inline constexpr Text unread_message{"Non lu", "Unread"};
inline constexpr PluralText unread_messages{
    {"{n} message non lu", "{n} unread message"}, {"{n} messages non lus", "{n} unread messages"}};
inline constexpr Text your_team{"Votre contact dans l’équipe", "Your contact in the team"};
inline constexpr Text write_mail{"Écrire un e-mail à {name}", "Write an e-mail to {name}"};
inline constexpr Text call{"Appeler {name} au {phone}", "Call {name} at {phone}"};
inline constexpr Text add_files{"Ajouter des fichiers", "Add files"};
inline constexpr Text add_files_hint{
    "Vous pouvez aussi les glisser sur cette page.", "You may also drop them on this page."};
inline constexpr Text sending_files{"Envois en cours", "Files on their way"};
inline constexpr Text sending_waits{"En attente", "Waiting"};
inline constexpr Text sending_failed{
    "Envoi interrompu. Ce qui est arrivé n’est pas perdu.",
    "Interrupted. What has arrived is not lost."};
inline constexpr Text sending_cancel{"Annuler l’envoi de {name}", "Stop sending {name}"};
inline constexpr Text sending_retry{"Reprendre l’envoi de {name}", "Go on sending {name}"};
inline constexpr PluralText files_added{
    {"{n} fichier ajouté", "{n} file added"}, {"{n} fichiers ajoutés", "{n} files added"}};
inline constexpr Text files_refused{"Fichiers non ajoutés", "Files not added"};

// The bell.
inline constexpr Text news{"Nouveautés", "What is new"};
inline constexpr PluralText news_count{
    {"{n} nouveauté", "{n} new item"}, {"{n} nouveautés", "{n} new items"}};
inline constexpr Text news_none{"Rien de nouveau pour l’instant.", "Nothing new for now."};
inline constexpr Text news_approve{"À valider\u00A0: {name}", "To approve: {name}"};
inline constexpr Text news_file{"Nouveau document\u00A0: {name}", "New document: {name}"};
inline constexpr Text news_message{"Message de {name}", "Message from {name}"};

inline constexpr Text write_to_team{"Écrire à l’équipe", "Write to the team"};
inline constexpr Text send{"Envoyer", "Send"};
inline constexpr Text message_sent{"Message envoyé", "Message sent"};
inline constexpr Text message_failed{"Message non envoyé", "Message not sent"};
inline constexpr Text no_messages{"Aucun message pour le moment.", "No message yet."};
inline constexpr Text you{"Vous", "You"};
inline constexpr Text message_from{"Message de {name}, {when}", "Message from {name}, {when}"};
inline constexpr Text about_project{"À propos de {name}", "About {name}"};

inline constexpr Text name{"Nom", "Name"};
inline constexpr Text email{"Adresse e-mail", "E-mail address"};
inline constexpr Text language{"Langue", "Language"};
inline constexpr Text language_saved{"Langue enregistrée", "Language saved"};
inline constexpr Text appearance{"Apparence", "Appearance"};
inline constexpr Text theme_system{"Comme l’appareil", "As the device"};
inline constexpr Text theme_light{"Clair", "Light"};
inline constexpr Text theme_dark{"Sombre", "Dark"};
inline constexpr Text password{"Mot de passe", "Password"};
inline constexpr Text current_password{"Mot de passe actuel", "Current password"};
inline constexpr Text new_password{"Nouveau mot de passe", "New password"};
inline constexpr Text password_help{"12 caractères au moins.", "At least 12 characters."};
inline constexpr Text change_password{"Changer le mot de passe", "Change the password"};
inline constexpr Text password_changed{"Mot de passe changé", "Password changed"};
inline constexpr Text sign_out{"Se déconnecter", "Sign out"};
inline constexpr Text plain_pages{
    "Version simple, sans application", "Plain version, without the program"};

inline constexpr Text preview_banner{
    "Aperçu\u00A0: vous voyez le portail comme {name}. Rien ne peut être modifié.",
    "Preview: you see the portal as {name} does. Nothing can be changed."};
inline constexpr Text preview_leave{"Quitter", "Leave"};
inline constexpr Text preview_refused{
    "C’est un aperçu en lecture seule\u00A0: seul le contact lui-même peut faire cela.",
    "This is a read-only preview: only the contact can do this."};

inline constexpr Text not_here{"Rien à cette adresse", "Nothing at this address"};
inline constexpr Text not_here_text{
    "La page n’existe pas, ou ne vous est pas ouverte.",
    "The page does not exist, or is not open to you."};
inline constexpr Text back_home{"Retour à l’accueil", "Back to home"};
inline constexpr Text nothing_open{
    "Votre accès ne comprend rien à afficher ici pour l’instant. Écrivez à votre interlocuteur si "
    "cela vous surprend.",
    "Your access holds nothing to show here for now. Write to your contact person if this "
    "surprises you."};
inline constexpr Text more{"Plus", "More"};
inline constexpr Text account_of{"Compte de {name}", "Account of {name}"};
inline constexpr Text back{"Retour", "Back"};

} // namespace carnet::texts::portal
