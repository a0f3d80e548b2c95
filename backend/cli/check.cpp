// `carnet check`: is the workspace sound.
#include "backend/db/check.hpp"
#include "backend/app.hpp"
#include "backend/cli/cli.hpp"
#include "backend/files/check_files.hpp"
#include "backend/files/file_store.hpp"
#include "shared/core/format.hpp"
#include "shared/texts/cli.hpp"
#include "shared/texts/server_files.hpp"

#include <cstdio>

namespace carnet {

namespace {

void say_files(const FilesReport& files, Language language) {
    if (files.files > 0)
        std::printf(
            "%s\n",
            fill(
                tr(texts::check_files_summary, language),
                {{"count", std::to_string(files.files)},
                 {"bytes", format_size(static_cast<std::uint64_t>(files.bytes), language)}}
            ).c_str()
        );
    if (files.left_over > 0)
        std::printf(
            "%s\n",
            fill(
                tr(texts::check_files_left, language), {{"count", std::to_string(files.left_over)}}
            ).c_str()
        );
}

} // namespace

int check_command(const CommandInput& input, App* app) {
    std::vector<std::string> problems;
    for (const std::string& detail : app->database().integrity_errors())
        problems.push_back(fill(tr(texts::check_file, input.language), {{"detail", detail}}));
    CheckReport report;
    FilesReport files;
    app->database().read([&](Transaction& tx) {
        report = check_journal(tx, input.language);
        files = check_files(tx, FileStore(app->options().data_folder), input.language);
    });
    problems.insert(problems.end(), report.problems.begin(), report.problems.end());
    problems.insert(problems.end(), files.problems.begin(), files.problems.end());
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
    say_files(files, input.language);
    return problems.empty() ? 0 : 1;
}

} // namespace carnet
