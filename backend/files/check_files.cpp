// See check_files.hpp. Which entities name files is told by their field tables: a field "sha256".
#include "backend/files/check_files.hpp"

#include "backend/db/transaction.hpp"
#include "backend/files/file_store.hpp"
#include "backend/files/sha256.hpp"
#include "shared/domain/all_entities.hpp"
#include "shared/texts/server_files.hpp"

#include <set>

namespace carnet {

namespace {

constexpr std::size_t most_problems = 50;

void add(FilesReport& report, std::string problem) {
    if (report.problems.size() < most_problems)
        report.problems.push_back(std::move(problem));
}

bool is_whole(const OpenFile& file, std::int64_t size, std::string_view sha256) {
    if (file.size() != size)
        return false;
    Sha256 sum;
    try {
        hash_file(file, size, sum);
    } catch (const FileError&) {
        return false;
    }
    return sum.hex() == sha256;
}

void check_rows(
    Transaction& tx, const std::set<std::string>& known, Language language, FilesReport& report
) {
    for (const EntitySpec* spec : all_entities()) {
        if (!find_field(*spec, "sha256"))
            continue;
        auto rows = tx.prepare(
            "SELECT id, sha256 FROM " + std::string(spec->table) + " WHERE sha256 IS NOT NULL"
        );
        while (rows.step()) {
            const std::string sha256 = rows.text(1);
            if (!known.contains(sha256))
                add(report,
                    fill(
                        tr(texts::check_file_unknown, language),
                        {{"entity", spec->name},
                         {"id", std::to_string(rows.integer(0))},
                         {"sha256", sha256}}
                    ));
        }
    }
}

} // namespace

FilesReport check_files(Transaction& tx, const FileStore& store, Language language) {
    FilesReport report;
    std::set<std::string> known;
    auto rows = tx.prepare("SELECT sha256, size_bytes FROM stored_file ORDER BY sha256");
    while (rows.step()) {
        const std::string sha256 = rows.text(0);
        known.insert(sha256);
        const OpenFile file = store.open(sha256);
        if (!file) {
            add(report, fill(tr(texts::check_file_missing, language), {{"sha256", sha256}}));
            continue;
        }
        ++report.files;
        report.bytes += rows.integer(1);
        if (!is_whole(file, rows.integer(1), sha256))
            add(report, fill(tr(texts::check_file_damaged, language), {{"sha256", sha256}}));
    }
    check_rows(tx, known, language, report);
    store.each([&](const std::string& sha256, const std::filesystem::path&) {
        report.left_over += !known.contains(sha256);
    });
    return report;
}

} // namespace carnet
