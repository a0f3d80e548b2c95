// `carnet check`: is the workspace sound.
#include "backend/db/check.hpp"
#include "backend/app.hpp"
#include "backend/cli/cli.hpp"
#include "shared/texts/cli.hpp"

#include <cstdio>

namespace carnet {

int check_command(const CommandInput& input, App* app) {
    std::vector<std::string> problems;
    for (const std::string& detail : app->database().integrity_errors())
        problems.push_back(fill(tr(texts::check_file, input.language), {{"detail", detail}}));
    CheckReport report;
    app->database().read([&](Transaction& tx) { report = check_journal(tx, input.language); });
    problems.insert(problems.end(), report.problems.begin(), report.problems.end());
    for (const std::string& problem : problems)
        std::printf("%s\n", problem.c_str());
    const std::string rows = std::to_string(report.rows), changes = std::to_string(report.changes);
    const std::string count = std::to_string(problems.size());
    const Text& text = problems.empty() ? texts::check_clean : texts::check_found;
    std::printf(
        "%s\n",
        fill(
            tr(text, input.language), {{"rows", rows}, {"changes", changes}, {"count", count}}
        ).c_str()
    );
    return problems.empty() ? 0 : 1;
}

} // namespace carnet
