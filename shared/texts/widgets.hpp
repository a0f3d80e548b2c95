// Words that the widgets themselves say: names of small buttons, hints, calendars, summaries of
// errors.
#pragma once

#include "shared/core/i18n.hpp"

#include <array>

namespace carnet::texts::widget {

inline constexpr Text breadcrumb{"Fil d’Ariane", "Breadcrumb"};
inline constexpr Text cancel{"Annuler", "Cancel"};
inline constexpr Text close{"Fermer", "Close"};
inline constexpr Text clear{"Effacer", "Clear"};
inline constexpr Text copy{"Copier", "Copy"};
inline constexpr Text copied{"Copié", "Copied"};
inline constexpr Text optional{"(facultatif)", "(optional)"};
inline constexpr Text filter{"Filtrer", "Filter"};
inline constexpr Text nothing_found{"Aucun résultat", "No result"};
inline constexpr Text choose{"Choisir…", "Choose…"};
inline constexpr Text more{"Plus", "More"};
inline constexpr Text loading{"Chargement…", "Loading…"};
inline constexpr Text online{"En ligne", "Online"};
inline constexpr Text remove_filter{"Retirer le filtre {name}", "Remove the filter {name}"};
inline constexpr Text remove_tag{"Retirer {name}", "Remove {name}"};
inline constexpr Text select_all{"Tout cocher", "Tick all"};
inline constexpr Text select_row{"Cocher {name}", "Tick {name}"};
inline constexpr Text open_calendar{"Ouvrir le calendrier", "Open the calendar"};
inline constexpr Text previous_month{"Mois précédent", "Previous month"};
inline constexpr Text next_month{"Mois suivant", "Next month"};
inline constexpr Text today{"Aujourd’hui", "Today"};
inline constexpr Text in_30_days{"+ 30 jours", "+ 30 days"};
inline constexpr Text week{"S {n}", "W {n}"};
inline constexpr Text date_hint{"jj/mm/aaaa", "dd/mm/yyyy"};
inline constexpr Text not_a_date{
    "Date illisible, écrivez jj/mm/aaaa", "Unreadable date, write dd/mm/yyyy"};
inline constexpr Text not_a_number{"Nombre illisible", "Unreadable number"};
inline constexpr Text not_an_amount{"Montant illisible", "Unreadable amount"};
inline constexpr Text euro{"€", "€"};
inline constexpr Text percent{"%", "%"};
inline constexpr Text client_state{"État\u00A0: {name}", "State: {name}"};
inline constexpr Text no_right{
    "Réservé, demandez l’accès à un administrateur", "Restricted, ask an administrator for access"};
inline constexpr PluralText fields_to_correct{
    {"{n} champ à corriger.", "{n} field to correct."},
    {"{n} champs à corriger.", "{n} fields to correct."}};
inline constexpr Text mine{"La mienne", "Mine"};
inline constexpr Text theirs{"Celle de {name}", "{name}’s"};
inline constexpr Text theirs_at{"Celle de {name}, {time}", "{name}’s, {time}"};
inline constexpr Text original{"Avant les deux", "Before both"};
inline constexpr Text see_original{"Voir l’original", "See the original"};
inline constexpr Text combine{"Combiner", "Combine"};
inline constexpr Text keep_mine{"Garder la mienne", "Keep mine"};
inline constexpr Text keep_theirs{"Garder l’autre", "Keep the other"};
inline constexpr Text empty_value{"(vide)", "(empty)"};
inline constexpr Text notifications{"Notifications", "Notifications"};
inline constexpr Text escape_key{"Échap", "Esc"};
inline constexpr Text leave_title{"Quitter sans enregistrer\u00A0?", "Leave without saving?"};
inline constexpr Text leave_text{
    "Ce que vous avez modifié ici n’est pas enregistré.", "What you changed here is not saved."};
inline constexpr Text leave_verb{"Quitter sans enregistrer", "Leave without saving"};
inline constexpr Text leave_stay{"Rester", "Stay"};

inline constexpr auto months = std::to_array<Text>({
    {"Janvier", "January"},
    {"Février", "February"},
    {"Mars", "March"},
    {"Avril", "April"},
    {"Mai", "May"},
    {"Juin", "June"},
    {"Juillet", "July"},
    {"Août", "August"},
    {"Septembre", "September"},
    {"Octobre", "October"},
    {"Novembre", "November"},
    {"Décembre", "December"},
});
inline constexpr auto week_days = std::to_array<Text>({
    {"lu", "Mo"},
    {"ma", "Tu"},
    {"me", "We"},
    {"je", "Th"},
    {"ve", "Fr"},
    {"sa", "Sa"},
    {"di", "Su"},
});

} // namespace carnet::texts::widget
