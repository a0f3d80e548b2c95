// Names of people, companies and towns. Postal codes are those of La Poste's public list (base
// officielle des codes postaux, open licence), one per town.
#include "backend/features/demo/words.hpp"

#include <array>

namespace carnet::demo {

namespace {

// clang-format off
constexpr auto city_table = std::to_array<City>({
    {"Nantes", "44000"}, {"Rezé", "44400"}, {"Saint-Nazaire", "44600"}, {"Saint-Herblain", "44800"},
    {"Orvault", "44700"}, {"Vertou", "44120"}, {"Carquefou", "44470"}, {"Pornic", "44210"},
    {"Châteaubriant", "44110"}, {"Ancenis-Saint-Géréon", "44150"}, {"Clisson", "44190"},
    {"Guérande", "44350"}, {"La Baule-Escoublac", "44500"}, {"Rennes", "35000"},
    {"Saint-Malo", "35400"}, {"Fougères", "35300"}, {"Vitré", "35500"}, {"Redon", "35600"},
    {"Cesson-Sévigné", "35510"}, {"Bruz", "35170"}, {"Dinard", "35800"}, {"Vannes", "56000"},
    {"Lorient", "56100"}, {"Auray", "56400"}, {"Pontivy", "56300"}, {"Ploërmel", "56800"},
    {"Quimper", "29000"}, {"Brest", "29200"}, {"Morlaix", "29600"}, {"Concarneau", "29900"},
    {"Douarnenez", "29100"}, {"Landerneau", "29800"}, {"Carhaix-Plouguer", "29270"},
    {"Saint-Brieuc", "22000"}, {"Lannion", "22300"}, {"Dinan", "22100"}, {"Guingamp", "22200"},
    {"Paimpol", "22500"}, {"Lamballe-Armor", "22400"}, {"Angers", "49000"}, {"Cholet", "49300"},
    {"Saumur", "49400"}, {"Segré-en-Anjou Bleu", "49500"}, {"La Roche-sur-Yon", "85000"},
    {"Les Sables-d’Olonne", "85100"}, {"Challans", "85300"}, {"Fontenay-le-Comte", "85200"},
    {"Les Herbiers", "85500"}, {"Le Mans", "72000"}, {"La Flèche", "72200"},
    {"Sablé-sur-Sarthe", "72300"}, {"Laval", "53000"}, {"Mayenne", "53100"},
    {"Château-Gontier-sur-Mayenne", "53200"}, {"La Rochelle", "17000"}, {"Rochefort", "17300"},
    {"Saintes", "17100"}, {"Royan", "17200"}, {"Niort", "79000"}, {"Bressuire", "79300"},
    {"Parthenay", "79200"}, {"Poitiers", "86000"}, {"Châtellerault", "86100"}, {"Tours", "37000"},
    {"Joué-lès-Tours", "37300"}, {"Chinon", "37500"}, {"Orléans", "45000"}, {"Blois", "41000"},
    {"Caen", "14000"}, {"Bayeux", "14400"}, {"Lisieux", "14100"},
    {"Cherbourg-en-Cotentin", "50100"}, {"Saint-Lô", "50000"}, {"Granville", "50400"},
    {"Avranches", "50300"}, {"Alençon", "61000"}, {"Argentan", "61200"}, {"Rouen", "76000"},
    {"Le Havre", "76600"}, {"Dieppe", "76200"}, {"Évreux", "27000"}, {"Bordeaux", "33000"},
    {"Mérignac", "33700"}, {"Pessac", "33600"}, {"Libourne", "33500"}, {"Arcachon", "33120"},
    {"Angoulême", "16000"}, {"Cognac", "16100"}, {"Limoges", "87000"}, {"Périgueux", "24000"},
    {"Bergerac", "24100"}, {"Agen", "47000"}, {"Mont-de-Marsan", "40000"}, {"Dax", "40100"},
    {"Bayonne", "64100"}, {"Biarritz", "64200"}, {"Pau", "64000"}, {"Tarbes", "65000"},
    {"Toulouse", "31000"}, {"Albi", "81000"}, {"Montauban", "82000"}, {"Montpellier", "34000"},
    {"Béziers", "34500"}, {"Sète", "34200"}, {"Nîmes", "30000"}, {"Alès", "30100"},
    {"Perpignan", "66000"}, {"Carcassonne", "11000"}, {"Narbonne", "11100"}, {"Avignon", "84000"},
    {"Aix-en-Provence", "13100"}, {"Arles", "13200"}, {"Toulon", "83000"}, {"Fréjus", "83600"},
    {"Cannes", "06400"}, {"Antibes", "06600"}, {"Ajaccio", "20000"}, {"Bastia", "20200"},
    {"Grenoble", "38000"}, {"Vienne", "38200"}, {"Chambéry", "73000"}, {"Annecy", "74000"},
    {"Villeurbanne", "69100"}, {"Saint-Étienne", "42000"}, {"Roanne", "42300"},
    {"Valence", "26000"}, {"Montélimar", "26200"}, {"Bourg-en-Bresse", "01000"},
    {"Oyonnax", "01100"}, {"Dijon", "21000"}, {"Beaune", "21200"}, {"Besançon", "25000"},
    {"Montbéliard", "25200"}, {"Dole", "39100"}, {"Mâcon", "71000"}, {"Chalon-sur-Saône", "71100"},
    {"Nevers", "58000"}, {"Auxerre", "89000"}, {"Troyes", "10000"}, {"Reims", "51100"},
    {"Épernay", "51200"}, {"Châlons-en-Champagne", "51000"}, {"Metz", "57000"}, {"Nancy", "54000"},
    {"Épinal", "88000"}, {"Strasbourg", "67000"}, {"Haguenau", "67500"}, {"Colmar", "68000"},
    {"Mulhouse", "68100"}, {"Lille", "59000"}, {"Roubaix", "59100"}, {"Tourcoing", "59200"},
    {"Dunkerque", "59140"}, {"Valenciennes", "59300"}, {"Arras", "62000"}, {"Calais", "62100"},
    {"Lens", "62300"}, {"Amiens", "80000"}, {"Abbeville", "80100"}, {"Beauvais", "60000"},
    {"Compiègne", "60200"}, {"Laon", "02000"}, {"Versailles", "78000"},
    {"Évry-Courcouronnes", "91000"}, {"Nanterre", "92000"}, {"Montreuil", "93100"},
    {"Créteil", "94000"}, {"Pontoise", "95000"}, {"Melun", "77000"}, {"Clermont-Ferrand", "63000"},
    {"Vichy", "03200"}, {"Aurillac", "15000"}, {"Rodez", "12000"},
});

constexpr auto trade_table = std::to_array<Trade>({
    {"Menuiserie", "43.32A", 8, true}, {"Ébénisterie", "31.09A", 0, true},
    {"Ateliers", "31.09B", 0, true}, {"Garage", "45.20A", 14, true},
    {"Boulangerie", "10.71C", 3, true}, {"Brasserie", "11.05Z", 3, true},
    {"Boucherie", "47.22Z", 9, true}, {"Pharmacie", "47.73Z", 1, true},
    {"Imprimerie", "18.12Z", 10, true}, {"Transports", "49.41B", 5, true},
    {"Déménagements", "49.42Z", 5, true}, {"Ambulances", "86.90A", 1, true},
    {"Cabinet", "69.20Z", 6, true}, {"Étude", "69.10Z", 6, true}, {"Plomberie", "43.22A", 8, true},
    {"Électricité", "43.21A", 8, true}, {"Maçonnerie", "43.99C", 8, true},
    {"Couverture", "43.91B", 8, true}, {"Charpentes", "43.91A", 8, true},
    {"Peintures", "43.34Z", 8, true}, {"Carrelages", "43.33Z", 8, true},
    {"Serrurerie", "43.32B", 8, true}, {"Pépinières", "01.30Z", 13, true},
    {"Paysages", "81.30Z", 13, true}, {"Fleurs", "47.76Z", 9, true}, {"Optique", "47.78A", 9, true},
    {"Coiffure", "96.02A", 6, true}, {"Pressing", "96.01B", 6, true}, {"Taxis", "49.32Z", 5, true},
    {"Conserverie", "10.20Z", 3, true}, {"Biscuiterie", "10.72Z", 3, true},
    {"Fromagerie", "10.51C", 3, true}, {"Charcuterie", "10.13B", 3, true},
    {"Scierie", "16.10A", 10, true}, {"Fonderie", "24.51Z", 10, true},
    {"Métallerie", "25.11Z", 10, true}, {"Chaudronnerie", "25.29Z", 10, true},
    {"Mécanique", "25.62B", 10, true}, {"Plastiques", "22.29A", 10, true},
    {"Domaine", "01.21Z", 13, true}, {"Vignobles", "01.21Z", 13, true},
    {"Agence", "68.31Z", 12, true}, {"Architectes", "71.11Z", 6, true},
    {"Librairie", "47.61Z", 9, true}, {"Chocolaterie", "10.82Z", 3, true},
    {"Cycles", "47.64Z", 9, true}, {"Nautisme", "30.12Z", 10, true},
    {"Voilerie", "13.92Z", 10, true}, {"Clinique", "86.10Z", 1, false},
    {"Résidence", "68.20A", 12, false}, {"Hôtel", "55.10Z", 4, false},
    {"Restaurant", "56.10A", 4, false}, {"Auberge", "55.10Z", 4, false},
    {"Camping", "55.30Z", 4, false}, {"Mairie", "84.11Z", 2, false}, {"Lycée", "85.31Z", 7, false},
    {"Collège", "85.31Z", 7, false}, {"École", "85.20Z", 7, false},
    {"Coopérative", "46.21Z", 13, false}, {"Association", "94.99Z", 11, false},
    {"Laboratoire", "86.90B", 1, false}, {"Centre équestre", "93.12Z", 11, false},
    {"Cinéma", "59.14Z", 11, false}, {"Théâtre", "90.04Z", 11, false},
    {"Maison de retraite", "87.10A", 1, false}, {"Crèche", "88.91A", 1, false},
});
// clang-format on

constexpr auto sector_table = std::to_array<const char*>({
    "Ameublement",
    "Santé",
    "Collectivité",
    "Agroalimentaire",
    "Hôtellerie et restauration",
    "Transport",
    "Services",
    "Enseignement",
    "Bâtiment",
    "Commerce",
    "Industrie",
    "Association et culture",
    "Immobilier",
    "Agriculture et viticulture",
    "Automobile",
});
constexpr auto size_table = std::to_array<const char*>({
    "Sans salarié",
    "1 à 9 salariés",
    "10 à 19 salariés",
    "20 à 49 salariés",
    "50 à 99 salariés",
    "100 à 249 salariés",
    "250 salariés et plus",
});
constexpr auto function_table =
    std::to_array<const char*>({"Direction", "Commercial", "Technique", "Administratif", "Achats"});

constexpr auto family_table = std::to_array<const char*>({
    "Martin",      "Bernard",   "Thomas",    "Petit",     "Robert",    "Richard",    "Durand",
    "Dubois",      "Moreau",    "Laurent",   "Simon",     "Michel",    "Lefèvre",    "Leroy",
    "Roux",        "David",     "Bertrand",  "Morel",     "Fournier",  "Girard",     "Bonnet",
    "Dupont",      "Lambert",   "Fontaine",  "Rousseau",  "Vincent",   "Muller",     "Faure",
    "André",       "Mercier",   "Blanc",     "Guérin",    "Boyer",     "Garnier",    "Chevalier",
    "François",    "Legrand",   "Gauthier",  "Garcia",    "Perrin",    "Robin",      "Clément",
    "Morin",       "Nicolas",   "Henry",     "Roussel",   "Mathieu",   "Gautier",    "Masson",
    "Marchand",    "Duval",     "Denis",     "Dumont",    "Marie",     "Lemaire",    "Noël",
    "Meyer",       "Dufour",    "Meunier",   "Brun",      "Blanchard", "Giraud",     "Joly",
    "Rivière",     "Lucas",     "Brunet",    "Gaillard",  "Barbier",   "Arnaud",     "Martinez",
    "Gérard",      "Roche",     "Renard",    "Schmitt",   "Roy",       "Colin",      "Vidal",
    "Caron",       "Picard",    "Aubert",    "Fabre",     "Lemoine",   "Renaud",     "Dumas",
    "Lacroix",     "Olivier",   "Philippe",  "Bourgeois", "Pierre",    "Benoît",     "Rey",
    "Leclerc",     "Payet",     "Rolland",   "Leclercq",  "Guillaume", "Lecomte",    "Lopez",
    "Jean",        "Dupuy",     "Guillot",   "Hubert",    "Berger",    "Carpentier", "Sanchez",
    "Dupuis",      "Moulin",    "Louis",     "Deschamps", "Huet",      "Vasseur",    "Perez",
    "Boucher",     "Fleury",    "Royer",     "Klein",     "Jacquet",   "Adam",       "Paris",
    "Poirier",     "Marty",     "Aubry",     "Guyot",     "Carré",     "Charles",    "Renault",
    "Charpentier", "Ménard",    "Maillard",  "Baron",     "Bertin",    "Bailly",     "Hervé",
    "Schneider",   "Fernandez", "Le Goff",   "Collet",    "Léger",     "Bouvier",    "Julien",
    "Prévost",     "Millet",    "Perrot",    "Daniel",    "Le Roux",   "Cousin",     "Germain",
    "Breton",      "Besson",    "Langlois",  "Rémy",      "Le Gall",   "Pelletier",  "Lévêque",
    "Perrier",     "Leblanc",   "Barré",     "Lebrun",    "Marchal",   "Weber",      "Mallet",
    "Hamon",       "Boulanger", "Jacob",     "Monnier",   "Michaud",   "Rodriguez",  "Guichard",
    "Gillet",      "Étienne",   "Grondin",   "Poulain",   "Tessier",   "Chevallier", "Collin",
    "Chauvin",     "Da Silva",  "Bouchet",   "Gay",       "Lemaître",  "Bénard",     "Maréchal",
    "Humbert",     "Reynaud",   "Antoine",   "Hoarau",    "Perret",    "Barthélemy", "Cordier",
    "Pichon",      "Lejeune",   "Gilbert",   "Lamy",      "Delaunay",  "Pasquier",   "Carlier",
    "Laporte",     "Kermarrec", "Quéméneur", "Kerguen",   "Bréhat",    "Rivoal",     "Thibaud",
    "Ouali",       "Santerre",  "Bellanger", "Haddad",    "Rault",     "Benali",     "Tanguy",
    "Le Bihan",    "Guivarc’h", "Cloarec",   "Corre",     "Bothorel",  "Kervella",   "Madec",
    "Prigent",     "Riou",      "Salaün",    "N’Diaye",   "Traoré",    "Nguyen",     "Belkacem",
    "Ferreira",    "Kowalski",  "O’Connor",  "D’Arras",   "L’Hostis",  "Müller",
});
constexpr auto female_table = std::to_array<const char*>({
    "Claire",    "Nadège",    "Solène",   "Hélène",      "Odile",       "Agnès",    "Martine",
    "Judith",    "Léa",       "Sophie",   "Inès",        "Maëlle",      "Camille",  "Nadia",
    "Élodie",    "Aurélie",   "Chloé",    "Zoé",         "Anaïs",       "Gaëlle",   "Rozenn",
    "Françoise", "Catherine", "Isabelle", "Nathalie",    "Sylvie",      "Céline",   "Émilie",
    "Manon",     "Juliette",  "Margaux",  "Fatima",      "Yasmine",     "Aïcha",    "Mélanie",
    "Stéphanie", "Véronique", "Brigitte", "Anne-Sophie", "Marie-Laure", "Lucie",    "Pauline",
    "Charlotte", "Noémie",    "Éléonore", "Valérie",     "Sandrine",    "Delphine", "Florence",
    "Bénédicte",
});
constexpr auto male_table = std::to_array<const char*>({
    "Paul",       "Rémi",      "Bruno",    "Yann",    "Gaël",     "Farid",   "Luc",
    "Loïc",       "Thomas",    "Hugo",     "Karim",   "Julien",   "Marc",    "Étienne",
    "Jérôme",     "François",  "Benoît",   "Mickaël", "Joël",     "Noël",    "Raphaël",
    "Cédric",     "Stéphane",  "Frédéric", "Grégory", "Mathéo",   "Théo",    "Léo",
    "Maël",       "Erwan",     "Ronan",    "Tanguy",  "Goulven",  "Antoine", "Guillaume",
    "Nicolas",    "Sébastien", "Olivier",  "Patrick", "Philippe", "Alain",   "Jean-Luc",
    "Jean-Marie", "Mohamed",   "Rachid",   "Samir",   "Amadou",   "Minh",    "Pierre-Yves",
    "Aurélien",
});
constexpr auto saint_table = std::to_array<const char*>({
    "Saint-Aubin",
    "Saint-Joseph",
    "Saint-Clair",
    "Sainte-Anne",
    "Saint-Félix",
    "Saint-Gildas",
    "Sainte-Marthe",
    "Saint-Yves",
    "Sainte-Thérèse",
    "Saint-Guénolé",
    "Saint-Éloi",
    "Sainte-Cécile",
    "Saint-Briac",
    "Saint-Hélier",
});
constexpr auto place_table = std::to_array<const char*>({
    "du Vieux-Port", "des Halles",   "du Marais",     "de la Cathédrale", "du Château",
    "des Quais",     "de l’Écluse",  "du Moulin",     "de la Gare",       "des Deux-Rives",
    "du Littoral",   "de la Forêt",  "du Phare",      "des Remparts",     "de la Vallée",
    "du Bocage",     "des Tilleuls", "de l’Estuaire", "des Genêts",       "du Grand Large",
    "de la Prairie", "des Érables",  "du Pont-Neuf",  "de la Source",     "des Peupliers",
    "de l’Étang",    "des Mésanges", "du Chêne-Vert",
});
constexpr auto brand_beginning_table = std::to_array<const char*>({
    "Nord", "Alt",   "Armor", "Océa", "Vén",   "Cél",  "Hélia", "Novi",  "Tern", "Lumi",
    "Brév", "Opti",  "Syn",   "Axi",  "Vali",  "Éco",  "Géo",   "Prima", "Équi", "Mari",
    "Ligé", "Atlan", "Oré",   "Kalé", "Zéphy", "Méri", "Sola",  "Iro",
});
constexpr auto brand_ending_table = std::to_array<const char*>(
    {"dis",
     "éo",
     "tia",
     "via",
     "nova",
     "lys",
     "tec",
     "rys",
     "lia",
     "mex",
     "tys",
     "nergie",
     "web",
     "soft",
     "pro",
     "ta"}
);
constexpr auto brand_domain_table = std::to_array<const char*>({
    "Logistique", "Conseil",       "Réseaux",      "Énergies",   "Industrie",
    "Services",   "Ingénierie",    "Distribution", "Formation",  "Médical",
    "Numérique",  "Environnement", "Sécurité",     "Immobilier", "Communication",
    "Solutions",  "Emballage",     "Propreté",     "Événements", "Santé",
});
constexpr auto legal_form_table =
    std::to_array<const char*>({"SARL", "SAS", "EURL", "SA", "SASU", "SCOP", "SNC"});

} // namespace

std::span<const City> cities() {
    return city_table;
}
std::span<const Trade> trades() {
    return trade_table;
}
WordList sector_names() {
    return sector_table;
}
WordList size_names() {
    return size_table;
}
WordList function_names() {
    return function_table;
}
WordList family_names() {
    return family_table;
}
WordList female_names() {
    return female_table;
}
WordList male_names() {
    return male_table;
}
WordList saints() {
    return saint_table;
}
WordList places() {
    return place_table;
}
WordList brand_beginnings() {
    return brand_beginning_table;
}
WordList brand_endings() {
    return brand_ending_table;
}
WordList brand_domains() {
    return brand_domain_table;
}
WordList legal_forms() {
    return legal_form_table;
}

} // namespace carnet::demo
