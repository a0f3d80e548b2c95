// Rules of a client that span several fields.
#include "shared/domain/client.hpp"

#include "shared/core/text.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {
namespace {

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

int completeness(const Client& client, int contacts, int addresses) {
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
        count(contacts > 0);
        count(contacts > 1);
    }
    return given * 100 / wanted;
}

} // namespace carnet
