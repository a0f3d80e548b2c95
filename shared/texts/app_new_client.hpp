// Creating a client.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text new_step{"Étape {n} sur 2", "Step {n} of 2"};
inline constexpr Text new_steps{"Étapes", "Steps"};
inline constexpr Text new_information{"Informations", "Information"};
inline constexpr Text new_contacts{"Contacts", "Contacts"};
inline constexpr Text new_no_name{"Sans nom pour l’instant", "No name yet"};
inline constexpr PluralText new_contact_count{
    {"{n} contact", "{n} contact"}, {"{n} contacts", "{n} contacts"}};
inline constexpr Text new_information_title{"Qui est ce client\u00A0?", "Who is this client?"};
inline constexpr Text new_contacts_title{
    "Qui sont vos interlocuteurs\u00A0?", "Who do you talk to?"};
inline constexpr Text new_contacts_text{
    "Ajoutez les personnes à joindre. Chaque contact reste indépendant et peut servir plusieurs "
    "clients.",
    "Add the people to reach. Each contact stays independent and can belong to several clients."};
inline constexpr Text new_foot{
    "Seul le nom du client est nécessaire. Tout le reste pourra être complété plus tard.",
    "Only the client’s name is needed. Everything else can be completed later."};
inline constexpr Text new_contact{"Nouveau contact", "New contact"};
inline constexpr Text new_main{"Principal", "Main"};
inline constexpr Text new_remove_contact{"Retirer ce contact", "Remove this contact"};
inline constexpr Text new_previous{"Précédent", "Previous"};
inline constexpr Text new_next{"Suivant", "Next"};
inline constexpr Text new_finish{"Terminer maintenant", "Finish now"};
inline constexpr Text new_create{"Créer le client", "Create the client"};
inline constexpr Text new_done{"{name} créé", "{name} created"};
inline constexpr Text new_draft{"Brouillon enregistré", "Draft saved"};
inline constexpr Text new_draft_forget{"Effacer le brouillon", "Discard the draft"};
inline constexpr Text new_section_reach{"Joindre", "Reach"};
inline constexpr Text new_section_legal{"Identifiants", "Identifiers"};
inline constexpr Text new_section_follow{"Suivi", "Follow-up"};
inline constexpr Text new_section_address{"Adresse principale", "Main address"};
inline constexpr Text duplicate_title{"Ressemblances", "Look-alikes"};
inline constexpr Text duplicate_none{
    "Aucun client qui ressemble à celui-ci.", "No client looks like this one."};
inline constexpr Text duplicate_text{"Doublon probable\u00a0:", "Probable duplicate:"};
inline constexpr Text duplicate_open{"Ouvrir la fiche", "Open the sheet"};
inline constexpr Text duplicate_not{"Pas un doublon", "Not a duplicate"};
inline constexpr Text duplicate_score{"Ressemblance {score}\u00A0%", "Likeness {score}%"};
inline constexpr Text not_allowed_title{"Création réservée", "Creation is restricted"};

} // namespace carnet::texts
