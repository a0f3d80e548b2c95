// Where a column of a file may go: fields of the client, its main contact and its main address, and
// words that stand for other records (person in charge, tags, lists).
#pragma once

#include "shared/domain/address.hpp"
#include "shared/domain/client.hpp"
#include "shared/domain/contact.hpp"

#include <span>
#include <string>
#include <string_view>

namespace carnet {

enum class TargetKind : std::uint8_t {
    client,
    contact,
    link,
    address,      // A field of that entity; `field` says which.
    name,         // The client's name: legal name of a company, first and last name of a person.
    contact_name, // First and last name in one cell.
    owner,        // Name or e-mail of a user.
    tags,         // Names, separated.
    sector,
    size,      // Name of a list's word.
    size_code, // INSEE's tranche d'effectif.
    is_open,   // Sirene's "est_active": false makes the client inactive.
};

struct ImportTarget {
    std::string_view name; // "siren", "contact.email", "address.city", "owner".
    TargetKind kind = TargetKind::client;
    std::string_view field_name; // For the first four kinds.
    std::string_view
        headings; // What files call it: folded texts, separated by '|', the commonest first.
};
std::span<const ImportTarget> import_targets();
const ImportTarget* find_target(std::string_view name); // Null when there is none.
const Field* field_of(const ImportTarget& target);      // Null for the last kinds.
std::string target_label(const ImportTarget& target, Language language);

} // namespace carnet
