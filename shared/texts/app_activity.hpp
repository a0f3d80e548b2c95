// Timeline and composer of the client sheet.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text composer_name{"Consigner une activité", "Log an activity"};
inline constexpr Text composer_kind{"Type d’activité", "Type of activity"};
inline constexpr Text composer_body{
    "Ce qui s’est dit, ce qui est convenu", "What was said, what was agreed"};
inline constexpr Text composer_to{"à", "to"};
inline constexpr Text composer_now{"Maintenant", "Now"};
inline constexpr Text composer_date{"Date", "Date"};
inline constexpr Text composer_time{"Heure", "Time"};
inline constexpr Text composer_time_help{"14:30", "14:30"};
inline constexpr Text composer_duration{"Durée", "Duration"};
inline constexpr Text composer_minutes{"min", "min"};
inline constexpr Text composer_direction{"Sens", "Direction"};
inline constexpr Text composer_contact{"Contact", "Contact"};
inline constexpr Text composer_visibility{"Visibilité", "Visibility"};
inline constexpr Text composer_send{"Consigner", "Log"};
inline constexpr Text composer_save{"Enregistrer", "Save"};
inline constexpr Text composer_done{"Activité consignée", "Activity logged"};
inline constexpr Text composer_changed{"Activité modifiée", "Activity changed"};
inline constexpr Text composer_bad_time{"Heure au format 14:30", "Time as 14:30"};
inline constexpr Text incoming{"Entrant", "Incoming"};
inline constexpr Text outgoing{"Sortant", "Outgoing"};

inline constexpr Text timeline_name{"Historique de la relation", "History of the relationship"};
inline constexpr Text timeline_filter{"Filtrer la chronologie", "Filter the timeline"};
inline constexpr Text filter_all{"Tout", "All"};
inline constexpr Text filter_exchanges{"Échanges", "Exchanges"};
inline constexpr Text filter_notes{"Notes", "Notes"};
inline constexpr Text filter_projects{"Projets", "Projects"};
inline constexpr Text filter_states{"États", "States"};
inline constexpr Text filter_portal{"Portail", "Portal"};
inline constexpr Text timeline_search{"Chercher dans l’activité", "Search the activity"};
inline constexpr Text timeline_empty_title{"Aucune activité", "No activity"};
inline constexpr Text timeline_empty{
    "Consignez le premier appel, e-mail ou rendez-vous.", "Log the first call, e-mail or meeting."};
inline constexpr Text timeline_filtered{
    "Rien de ce type pour l’instant.", "Nothing of this type for now."};
inline constexpr Text timeline_denied{
    "L’historique est réservé. Demandez l’accès à un administrateur.",
    "The history is restricted. Ask an administrator for access."};
inline constexpr Text activity_menu{"Actions sur cette activité", "Actions on this activity"};
inline constexpr Text activity_edit{"Modifier", "Edit"};
inline constexpr Text activity_delete{"Supprimer…", "Delete…"};
inline constexpr Text activity_delete_title{
    "Supprimer cette activité\u00A0?", "Delete this activity?"};
inline constexpr Text activity_delete_verb{"Supprimer", "Delete"};
inline constexpr Text activity_deleted{"Activité supprimée", "Activity deleted"};
inline constexpr Text call_in{"Appel entrant", "Incoming call"};
inline constexpr Text call_out{"Appel sortant", "Outgoing call"};
inline constexpr Text email_in{"E-mail reçu", "E-mail received"};
inline constexpr Text email_out{"E-mail envoyé", "E-mail sent"};
inline constexpr Text sms_in{"SMS reçu", "Text message received"};
inline constexpr Text sms_out{"SMS envoyé", "Text message sent"};
inline constexpr Text with_person{" de {name}", " from {name}"};
inline constexpr Text to_person{" à {name}", " to {name}"};
inline constexpr Text and_person{" avec {name}", " with {name}"};

// History of fields
inline constexpr Text history_name{"Historique des modifications", "History of changes"};
inline constexpr Text history_empty{"Aucune modification.", "No change."};
inline constexpr Text history_revert{"Remettre cette valeur", "Put this value back"};
inline constexpr Text history_reverted{"Valeur remise", "Value put back"};
inline constexpr Text history_only{"Champ\u00a0: {field}", "Field: {field}"};
inline constexpr Text history_all_fields{"Tous les champs", "All fields"};
inline constexpr Text history_undone{"Annulé", "Undone"};
inline constexpr Text history_from_to{"{old} → {new}", "{old} → {new}"};
inline constexpr Text history_nothing{"(vide)", "(empty)"};

} // namespace carnet::texts
