// Addresses of a client: one main one, any number of others (FS-18, FS-19).
#pragma once

#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

struct Address {
    std::int64_t id = 0;
    Reference client_id;
    std::string label; // "Atelier", "Showroom".
    std::string line1;
    std::string line2;
    std::string postal_code;
    std::string city;
    std::string country = "FR";
    bool is_main = false; // Exactly one when the client has addresses.
    std::string access_code;
    std::string floor;
    std::string access_notes; // "Portail gris, stationnement cour".
    std::string site_contact; // Name and phone of the person on site.
};

inline constexpr auto address_fields = std::to_array<Field>({
    field<&Address::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system}
    ),
    field<&Address::label>({.name = "label", .label = {"Libellé", "Label"}, .max_length = 80}),
    field<&Address::line1>({.name = "line1", .label = {"Adresse", "Address"}, .max_length = 160}),
    field<&Address::line2>(
        {.name = "line2", .label = {"Complément", "Address, second line"}, .max_length = 160}
    ),
    field<&Address::postal_code>(
        {.name = "postal_code",
         .label = {"Code postal", "Postal code"},
         .kind = FieldKind::postal_code}
    ),
    field<&Address::city>({.name = "city", .label = {"Ville", "City"}, .max_length = 100}),
    field<&Address::country>(
        {.name = "country", .label = {"Pays", "Country"}, .kind = FieldKind::country}
    ),
    field<&Address::is_main>(
        {.name = "is_main", .label = {"Principale", "Main"}, .kind = FieldKind::boolean}
    ),
    field<&Address::access_code>(
        {.name = "access_code", .label = {"Code d’accès", "Access code"}, .max_length = 40}
    ),
    field<&Address::floor>({.name = "floor", .label = {"Étage", "Floor"}, .max_length = 40}),
    field<&Address::access_notes>(
        {.name = "access_notes", .label = {"Accès", "Access"}, .max_length = 400}
    ),
    field<&Address::site_contact>(
        {.name = "site_contact",
         .label = {"Contact sur place", "Contact on site"},
         .max_length = 120}
    ),
});
static_assert(well_formed(address_fields));

template <>
struct EntityOf<Address> {
    static constexpr EntitySpec spec = make_entity<Address>(
        {.name = "address",
         .table = "address",
         .label = {"Adresse", "Address"},
         .fields = address_fields,
         .client_field = "client_id"}
    );
};

// An address says something: a street, a postal code or a city.
std::vector<FieldError> check(const Address& address, Language language);

} // namespace carnet
