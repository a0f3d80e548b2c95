// Whatever arrives as a file to import: decoded, read, its columns guessed, its first rows planned.
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/import/columns.hpp"
#include "shared/import/decode.hpp"
#include "shared/import/plan.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace carnet;

// A workspace that knows nobody.
class NoClients : public ExistingClients {
  public:
    Ids find(std::string_view, std::string_view) const override { return {}; }
    bool load(std::int64_t, std::string_view, std::string_view, ImportedClient&) const override {
        return false;
    }
    std::int64_t user_id(std::string_view) const override { return 0; }
    std::int64_t option_id(std::string_view, std::string_view) const override { return 0; }
    std::int64_t tag_id(std::string_view) const override { return 0; }
    std::string word_name(std::string_view, std::int64_t) const override { return ""; }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto text = decode_text(bytes, Language::fr);
    if (!text)
        return 0;
    if (!text::valid_utf8(text->text))
        std::abort();
    const auto table = read_csv(text->text, Language::fr);
    if (!table)
        return 0;
    ImportSettings settings;
    for (const ColumnGuess& guess : guess_columns(*table))
        settings.mapping.push_back(guess.target);
    const NoClients existing;
    const ImportPlanner planner(*table, settings, existing, Language::fr);
    (void)planner.check();
    for (std::size_t row = 0; row < std::min<std::size_t>(planner.rows(), 50); ++row) {
        PlannedRow planned = planner.row(row);
        (void)dump(to_json(planned));
        // What passed the plan passes the checks of a write.
        if (planned.action == RowAction::create &&
            !check_fields(EntityOf<Client>::spec, &planned.after.client, Language::fr).empty())
            std::abort();
    }
    return 0;
}
