// Rules of an address that span several fields.
#include "shared/domain/address.hpp"

#include "shared/core/text.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

std::vector<FieldError> check(const Address& address, Language language) {
    std::vector<FieldError> errors;
    if (address.line1.empty() && address.postal_code.empty() && address.city.empty())
        errors.push_back({.field = "line1", .message = tr(texts::address_empty, language)});
    if (!address.postal_code.empty()) {
        std::string code = address.postal_code;
        if (const Problem problem = normalize_postal_code(code, address.country))
            errors.push_back({.field = "postal_code", .message = tr(*problem, language)});
    }
    return errors;
}

} // namespace carnet
