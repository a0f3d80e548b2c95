// Streets, job titles, projects and the sentences of timelines. Content of the demonstration, in
// French whatever the interface's language: a real workspace's content is not translated either.
#include "backend/features/demo/words.hpp"

#include <array>

namespace carnet::demo {

namespace {

constexpr auto street_kind_table = std::to_array<const char*>(
    {"rue",
     "rue",
     "rue",
     "rue",
     "avenue",
     "boulevard",
     "place",
     "impasse",
     "chemin",
     "quai",
     "allée",
     "route"}
);
constexpr auto street_name_table = std::to_array<const char*>({
    "des Charpentiers", "du Commerce",      "de la République", "Victor-Hugo",
    "Jean-Jaurès",      "de l’Église",      "de la Mairie",     "des Écoles",
    "du Moulin",        "des Tanneurs",     "de Bretagne",      "du Général-de-Gaulle",
    "Pasteur",          "des Lilas",        "de la Gare",       "Émile-Zola",
    "des Artisans",     "de l’Industrie",   "Louis-Blériot",    "Marie-Curie",
    "du Stade",         "de Verdun",        "Aristide-Briand",  "des Frères-Lumière",
    "du 8-Mai-1945",    "de la Liberté",    "Jules-Ferry",      "des Acacias",
    "de l’Océan",       "du Port",          "Anatole-France",   "des Chênes",
    "de la Fontaine",   "du Château-d’Eau", "Gustave-Eiffel",   "Ampère",
    "des Quatre-Vents", "de la Poste",      "Saint-Michel",     "du Bois-Joli",
});
constexpr auto job_title_table = std::to_array<const char*>({
    "Gérant",
    "Directeur général",
    "Responsable informatique",
    "Comptable",
    "Assistante de direction",
    "Responsable d’atelier",
    "Responsable des achats",
    "Secrétaire",
    "Chef de projet",
    "Directeur technique",
    "Responsable d’exploitation",
    "Associé",
    "Intendant",
    "Responsable maintenance",
    "Office manager",
});
constexpr auto project_table = std::to_array<const char*>({
    "Refonte du réseau",
    "Wi-Fi des locaux",
    "Téléphonie IP",
    "Vidéosurveillance",
    "Câblage de l’extension",
    "Migration de la messagerie",
    "Sauvegarde externalisée",
    "Contrôle d’accès",
    "Fibre et lien de secours",
    "Salle serveur",
    "Renouvellement des postes",
    "Pare-feu et VPN",
    "Affichage dynamique",
    "Baie de brassage",
    "Audit de sécurité",
    "Interphonie",
    "Maintenance annuelle",
    "Standard téléphonique",
    "Bornes extérieures",
    "Déménagement informatique",
});
constexpr auto call_table = std::to_array<const char*>({
    "Fait le point sur l’installation, tout fonctionne.",
    "Demande un passage la semaine prochaine, plutôt le matin.",
    "Valide le devis par téléphone, signature à suivre.",
    "Signale une coupure brève ce matin, ligne rétablie.",
    "Souhaite deux bornes de plus pour l’étage.",
    "Rappelle au sujet de la facture de septembre.",
    "Change de comptable, nouvelles coordonnées à venir.",
    "Pas de réponse, message laissé.",
    "Confirme le rendez-vous de jeudi à 14 h.",
    "Intéressé par la sauvegarde externalisée, envoyer une documentation.",
});
constexpr auto email_table = std::to_array<const char*>({
    "Envoi du compte rendu de visite.",
    "Demande d’attestation de TVA.",
    "Devis révisé envoyé, valable 30 jours.",
    "Plan d’implantation reçu, deux prises à déplacer.",
    "Relance aimable pour le bon de commande.",
    "Confirme la date de mise en service.",
    "Envoie les accès au local technique.",
    "Demande le détail de l’abonnement.",
});
constexpr auto sms_table = std::to_array<const char*>({
    "Technicien en route, arrivée vers 9 h 30.",
    "Code du portail modifié : voir la fiche.",
    "Rendez-vous décalé d’une heure.",
    "Merci, tout est rétabli.",
});
constexpr auto meeting_table = std::to_array<const char*>({
    "Visite des locaux et relevé des besoins.",
    "Revue annuelle : satisfaction bonne, renouvellement probable.",
    "Présentation de l’offre à la direction.",
    "Réunion de lancement avec le responsable technique.",
    "Rencontre sur le salon, besoin de téléphonie pour trois sites.",
});
constexpr auto note_table = std::to_array<const char*>({
    "Préfère un seul interlocuteur pour le chantier.",
    "Budget voté en janvier, recontacter à ce moment-là.",
    "Paiement toujours à 45 jours, ne pas relancer avant.",
    "Projet d’agrandissement évoqué pour l’an prochain.",
    "Contrat avec un concurrent jusqu’à l’été.",
    "Site difficile d’accès pour les poids lourds.",
});
constexpr auto memo_table = std::to_array<const char*>({
    "Sonner à l’entrée livraison.",
    "Clés à retirer à l’accueil avant 17 h.",
    "Ne pas couper le réseau avant 18 h.",
    "Chien dans la cour, prévenir avant de venir.",
    "Local technique au sous-sol, badge obligatoire.",
    "Fermé le mercredi après-midi.",
    "Demander Mme la directrice avant toute intervention.",
    "Prévoir l’escabeau, plafonds de 4 m.",
    "Stationnement réservé aux livraisons derrière le bâtiment.",
});
constexpr auto access_table = std::to_array<const char*>({
    "Portail gris, stationnement cour",
    "Entrée par la rue de derrière",
    "Accueil au rez-de-chaussée",
    "Ascenseur en panne, prévoir l’escalier",
    "Interphone au nom de la société",
});

} // namespace

WordList street_kinds() {
    return street_kind_table;
}
WordList street_names() {
    return street_name_table;
}
WordList job_titles() {
    return job_title_table;
}
WordList project_names() {
    return project_table;
}
WordList call_texts() {
    return call_table;
}
WordList email_texts() {
    return email_table;
}
WordList sms_texts() {
    return sms_table;
}
WordList meeting_texts() {
    return meeting_table;
}
WordList note_texts() {
    return note_table;
}
WordList memo_texts() {
    return memo_table;
}
WordList access_texts() {
    return access_table;
}

} // namespace carnet::demo
