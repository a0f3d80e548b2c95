// Whatever arrives as the JSON of a write: read with its limits, held against every entity's
// fields, refused or checked; what passes can be written again.
#include "shared/core/json.hpp"
#include "backend/db/records.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace carnet;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto json = parse_json(bytes, Language::fr);
    if (!json)
        return 0;
    if (!parse_json(dump(*json), Language::fr))
        std::abort();
    for (const EntitySpec* spec : all_entities()) {
        (void)parse_changes(*spec, *json, 1000, Language::fr);
        (void)parse_changes(*spec, json_at(*json, "fields"), 1000, Language::en);
        void* entity = spec->create();
        if (parse_new(*spec, *json, entity, "", Language::fr))
            (void)check_fields(*spec, entity, Language::fr);
        spec->destroy(entity);
    }
    return 0;
}
