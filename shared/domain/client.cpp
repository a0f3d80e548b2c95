// Rules of a client that span several fields.
#include "shared/domain/client.hpp"

#include "shared/core/text.hpp"
#include "shared/domain/contact.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {
namespace {

constexpr std::int64_t review_after_ms = 90LL * 86'400'000;

void check_company_numbers(
    const Client& client, Language language, std::vector<FieldError>& errors
) {
    if (client.siren.empty())
        return;
    if (!client.siret.empty() && client.siret.substr(0, 9) != client.siren)
        errors.push_back({.field = "siret", .message = tr(texts::siret_not_of_siren, language)});
    // Monaco's numbers carry no SIREN.
    const bool french = client.vat_number.size() == 13 && client.vat_number.substr(0, 2) == "FR";
    if (french && client.vat_number.substr(4, 3) != "000" &&
        client.vat_number.substr(4) != client.siren)
        errors.push_back({.field = "vat_number", .message = tr(texts::vat_not_of_siren, language)});
}

} // namespace

std::string display_name(const Client& client) {
    if (client.kind == ClientKind::company)
        return client.trade_name.empty() ? client.legal_name : client.trade_name;
    if (client.first_name.empty() || client.last_name.empty())
        return client.first_name + client.last_name;
    return client.first_name + " " + client.last_name;
}

std::vector<FieldError> check(const Client& client, Language language) {
    std::vector<FieldError> errors;
    if (client.kind == ClientKind::company && client.legal_name.empty() &&
        client.trade_name.empty())
        errors.push_back({.field = "legal_name", .message = tr(texts::client_name, language)});
    if (client.kind == ClientKind::person && client.last_name.empty())
        errors.push_back({.field = "last_name", .message = tr(texts::person_name, language)});
    check_company_numbers(client, language, errors);
    return errors;
}

std::string default_reference(ClientState state, std::int64_t number) {
    const std::string digits = std::to_string(number);
    const std::string zeros(digits.size() < 5 ? 5 - digits.size() : 0, '0');
    return (state == ClientState::prospect ? "PR-" : "CL-") + zeros + digits;
}

int completeness(const Client& client, std::span<const ClientContact> contacts, int addresses) {
    const bool company = client.kind == ClientKind::company;
    int wanted = 0, given = 0;
    const auto count = [&](bool filled) { ++wanted, given += filled ? 1 : 0; };
    count(!display_name(client).empty());
    count(!client.email.empty());
    count(!client.phone.empty());
    count(client.owner_id != 0);
    count(addresses > 0);
    if (company) {
        count(!client.siren.empty() || !client.siret.empty());
        count(client.sector_id != 0);
        count(client.size_id != 0);
        count(!client.website.empty());
        // Good practice: two people, one who decides and one who knows the technique.
        const auto any_is = [&](std::string_view role) {
            return std::any_of(contacts.begin(), contacts.end(), [&](const ClientContact& c) {
                return std::find(c.roles.begin(), c.roles.end(), role) != c.roles.end();
            });
        };
        count(!contacts.empty());
        count(contacts.size() > 1);
        count(any_is("decision_maker"));
        count(any_is("technical"));
    }
    count(!client.notes.empty());
    return given * 100 / wanted;
}

ClientState suggested_state(ClientState state, const ClientFigures& figures) {
    const bool runs = figures.active_projects > 0;
    const bool finished = !runs && figures.waiting_projects == 0 && figures.ended_projects > 0;
    if (runs && (state == ClientState::prospect || state == ClientState::inactive))
        return ClientState::active;
    return finished && state == ClientState::active ? ClientState::inactive : state;
}

bool to_review(
    ClientKind kind, ClientState state, const ClientFigures& figures, std::int64_t now_ms
) {
    if (kind == ClientKind::company && !figures.has_contact)
        return true;
    if (state == ClientState::inactive && now_ms - figures.last_activity_ms > review_after_ms)
        return true;
    return suggested_state(state, figures) != state;
}

} // namespace carnet
