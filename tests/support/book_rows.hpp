// Made-up clients as a French company has them, the same for the same seed: for tests and
// benchmarks of the book.
#pragma once

#include "shared/book/book.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

class RowMaker {
  public:
    explicit RowMaker(std::uint64_t seed) : _state(seed * 2 + 1) {}

    std::uint32_t number(std::uint32_t below) {
        _state = _state * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>((_state >> 33) % below);
    }

    BookRow row(std::int64_t id) {
        BookRow row;
        row.id = id;
        const std::string last = std::string(pick(last_names)),
                          first = std::string(pick(first_names));
        const bool person = number(10) == 0;
        const std::string_view town = pick(towns);
        row.kind = person ? ClientKind::person : ClientKind::company;
        const std::string trade = std::string(pick(trades)), word = std::string(pick(second_words));
        row.name = person ? first + " " + last : trade + " " + word + " " + last;
        if (!person && number(4) == 0)
            row.legal_name = last + " et fils SARL";
        row.state = static_cast<ClientState>(number(4));
        const std::string digits = std::to_string(100000 + id).substr(1);
        row.reference = (row.state == ClientState::prospect ? "PR-" : "CL-") + digits;
        if (number(8) == 0)
            row.previous_reference = "PR-" + digits;
        row.archived = number(25) == 0;
        row.owner_id = number(12) == 0 ? 0 : 1 + number(20);
        for (std::uint32_t i = number(4); i > 0; --i)
            add_tag(row, 1 + number(12));
        if (!person) {
            row.siren = digits_of(9);
            row.siret = row.siren;
            row.siret += digits_of(5);
        }
        row.postal_code = digits_of(5);
        row.city = town;
        const std::string domain = lower(last) + std::to_string(number(900)) + ".fr";
        row.email = "contact@" + domain;
        row.phone = "+33" + digits_of(9);
        row.contact_name = first + " " + last;
        row.contact_role = std::string(pick(roles));
        row.contacts_text =
            row.contact_name + "\n" + lower(first) + "." + lower(last) + "@" + domain + "\n+336";
        row.contacts_text += digits_of(8);
        if (number(2) == 0) {
            row.contacts_text += "\n" + std::string(pick(first_names)) + " ";
            row.contacts_text += std::string(pick(last_names)) + "\n+337";
            row.contacts_text += digits_of(8);
        }
        row.active_projects = number(4);
        row.progress = row.active_projects == 0 ? number(2) * 100 : number(101);
        row.value_cents = number(3) == 0 ? 0 : static_cast<std::int64_t>(number(400'000)) * 100;
        row.running_value_cents = row.value_cents / 2;
        row.last_activity_ms =
            number(6) == 0 ? 0 : now_ms - static_cast<std::int64_t>(number(700 * 24 * 60)) * 60'000;
        row.last_activity_kind =
            row.last_activity_ms == 0 ? ActivityKind::note : static_cast<ActivityKind>(number(6));
        row.created_ms = now_ms - static_cast<std::int64_t>(number(2'000'000'000)) * 97;
        for (std::uint32_t i = number(3); i > 0; --i)
            row.assigned_ids.push_back(1 + number(20));
        return row;
    }

    static constexpr std::int64_t now_ms = 1'790'000'000'000;

    static constexpr auto last_names = std::to_array<std::string_view>({
        "Lefèvre",   "Martin",  "Bernard",  "Thomas",    "Petit",      "Robert",   "Richard",
        "Durand",    "Dubois",  "Moreau",   "Laurent",   "Simon",      "Michel",   "Garçon",
        "Leroy",     "Roux",    "Gauthier", "Müller",    "Béranger",   "Fournier", "Girard",
        "Bonnet",    "Dupont",  "Lambert",  "Fontaine",  "Rousseau",   "Vincent",  "Mercier",
        "Boyer",     "Blanc",   "Guérin",   "Chevalier", "François",   "Legrand",  "Gautier",
        "Perrin",    "Robin",   "Clément",  "Morin",     "Nicolas",    "Henry",    "Roussel",
        "Mathieu",   "Gérard",  "Masson",   "Marchand",  "Duval",      "Denis",    "Dumont",
        "Marie",     "Lemaire", "Noël",     "Meyer",     "Dufour",     "Meunier",  "Brun",
        "Blanchard", "Giraud",  "Joly",     "Rivière",   "Lucas",      "Brunet",   "Gaillard",
        "Barbier",   "Arnaud",  "Martinez", "Œuvrard",   "L’Hermitte", "Coté",     "Côté",
        "Cote",      "Côte",    "Zélie",    "Étienne",   "d’Été",
    });
    static constexpr auto first_names = std::to_array<std::string_view>({
        "Léa",  "Hugo",        "Chloé", "Sophie", "Amélie", "Jules", "Zoé",   "Noémie",
        "Paul", "Jean-Pierre", "Anaïs", "Loïc",   "Gaël",   "Inès",  "Émile", "Françoise",
        "Marc", "Nathalie",    "Théo",  "Maëlys", "Karim",  "Aïcha", "Björn", "Ysé",
    });
    static constexpr auto trades = std::to_array<std::string_view>({
        "Boulangerie", "Menuiserie", "Plomberie",   "Électricité", "Garage",         "Pharmacie",
        "Cabinet",     "Atelier",    "Imprimerie",  "Transports",  "Maçonnerie",     "Fleuriste",
        "Librairie",   "Brasserie",  "Hôtel",       "Société",     "Établissements", "Agence",
        "Clinique",    "Fonderie",   "Association", "Coopérative", "Les Jardins",    "Au Bon Pain",
        "Studio",      "3D",         "Œnothèque",
    });
    static constexpr auto second_words = std::to_array<std::string_view>({
        "du Marché",
        "de la Gare",
        "Saint-Denis",
        "des Lilas",
        "moderne",
        "générale",
        "du Midi",
        "de l’Ouest",
        "& Cie",
        "des Alpes",
        "du Port",
        "centrale",
        "parisienne",
        "des Écoles",
        "du Nord",
        "de l’Étoile",
        "l’Été",
        "n° 12",
    });
    static constexpr auto towns = std::to_array<std::string_view>({
        "Paris",       "Lyon",    "Marseille", "Saint-Étienne",   "Nîmes",    "Angers",
        "Orléans",     "Évreux",  "Le Mans",   "Aix-en-Provence", "Besançon", "L’Haÿ-les-Roses",
        "Châteauroux", "Béziers", "Tours",     "Nancy",           "Metz",     "Rouen",
        "Dijon",       "Quimper", "",
    });
    static constexpr auto roles =
        std::to_array<std::string_view>({"decision_maker", "technical", "accounting", ""});

  private:
    template <class List>
    std::string_view pick(const List& list) {
        return list[number(static_cast<std::uint32_t>(list.size()))];
    }
    static void add_tag(BookRow& row, std::int64_t tag) {
        for (const std::int64_t other : row.tag_ids)
            if (other == tag)
                return;
        row.tag_ids.push_back(tag);
    }
    std::string digits_of(std::size_t count) {
        std::string out;
        while (out.size() < count)
            out += static_cast<char>('0' + number(10));
        return out;
    }
    static std::string lower(std::string_view name) {
        std::string out;
        for (const char c : name)
            if (static_cast<unsigned char>(c) < 0x80)
                out += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        return out;
    }

    std::uint64_t _state;
};

} // namespace carnet
