// See sign_in.hpp.
#include "backend/features/sign_in.hpp"

#include "backend/app.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

Result<Credentials> read_credentials(const Context& c) {
    const Json& body = c.request.json;
    for (const auto& [name, value] : body.items())
        if (name != "email" && name != "password" && name != "remember")
            return invalid(name, tr(texts::unknown_field, c.language()));
    for (const char* name : {"email", "password"})
        if (!json_at(body, name).is_string())
            return invalid(name, tr(texts::wrong_type, c.language()));
    return Credentials{
        json_string(body, "email"), json_string(body, "password"), json_bool(body, "remember")};
}

std::string form_value(const std::vector<NameValue>& form, std::string_view name) {
    for (const auto& [key, value] : form)
        if (key == name && text::valid_utf8(value) && value.find('\0') == std::string::npos)
            return value;
    return {};
}

} // namespace carnet
