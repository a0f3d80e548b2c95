// `carnet backup` and `carnet restore`: a workspace is carnet.db and files/, and so is its backup.
#include "backend/cli/cli.hpp"
#include "backend/cli/data_folder.hpp"
#include "backend/db/database.hpp"
#include "backend/files/file_store.hpp"
#include "shared/texts/cli.hpp"

#include <cstdio>
#include <filesystem>
#include <utility>
#include <vector>

namespace carnet {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const Text& text, const std::string& folder, Language language) {
    throw CommandError{fill(tr(text, language), {{"folder", folder}})};
}

// Documents are named by their content and never change: those that are there in full length are
// the same. One that vanishes meanwhile was never named by anything.
void copy_files(const fs::path& from, const fs::path& to) {
    std::vector<std::pair<std::string, fs::path>> files;
    FileStore(from).each([&](const std::string& sha256, const fs::path& path) {
        if (!sha256.empty())
            files.emplace_back(sha256, path);
    });
    const FileStore copies(to);
    for (const auto& [sha256, path] : files) {
        const fs::path copy = copies.path_of(sha256);
        std::error_code error;
        const auto size = fs::file_size(path, error);
        if (error || (fs::exists(copy) && fs::file_size(copy) == size))
            continue;
        fs::create_directories(copy.parent_path());
        // Under another name until it is whole.
        const fs::path unfinished = copy.string() + ".part";
        fs::remove(unfinished);
        fs::copy_file(path, unfinished);
        fs::rename(unfinished, copy);
    }
}

// Moves what is there aside; returns where to.
fs::path set_aside(const fs::path& folder) {
    fs::path old;
    for (int n = 1; old.empty() || fs::exists(old); ++n)
        old = folder / ("replaced-" + std::to_string(n));
    fs::create_directories(old);
    for (const char* name : {"carnet.db", "carnet.db-wal", "carnet.db-shm", "files"})
        if (fs::exists(folder / name))
            fs::rename(folder / name, old / name);
    return old;
}

} // namespace

int backup_command(const CommandInput& input, App*) {
    const fs::path from = data_folder(input.option("data"));
    const fs::path to = input.operands[0];
    if (!fs::exists(from / "carnet.db"))
        refuse(texts::folder_no_workspace, from, input.language);
    if (fs::exists(to / "carnet.db"))
        refuse(texts::backup_exists, to, input.language);
    const bool is_new = !fs::exists(to);
    make_folder(to, input.language);
    const fs::path unfinished = to / "carnet.db.part";
    fs::remove(unfinished);
    try {
        copy_database(from / "carnet.db", unfinished);
        // Better no backup than one that nobody can restore.
        if (!sound_database(unfinished))
            throw DatabaseError(DatabaseError::Kind::corrupt, "the copy is damaged");
    } catch (...) {
        fs::remove(unfinished);
        if (is_new)
            fs::remove(to);
        throw;
    }
    // After the database: each document that it names is there by now, and stays.
    copy_files(from, to);
    fs::rename(unfinished, to / "carnet.db");
    std::printf(
        "%s\n", fill(tr(texts::backed_up, input.language), {{"folder", to.string()}}).c_str()
    );
    return 0;
}

int restore_command(const CommandInput& input, App*) {
    const fs::path from = input.operands[0];
    const fs::path to = data_folder(input.option("data"));
    if (!fs::exists(from / "carnet.db") || !sound_database(from / "carnet.db"))
        refuse(texts::restore_no_backup, from, input.language);
    make_folder(to, input.language);
    const FolderLock lock(to, input.language);
    const bool used = fs::exists(to / "carnet.db");
    if (used && !input.has("force"))
        refuse(texts::restore_used, to, input.language);
    const fs::path unfinished = to / "carnet.db.part";
    fs::remove(unfinished);
    copy_database(from / "carnet.db", unfinished);
    if (used) {
        const fs::path old = set_aside(to);
        std::printf(
            "%s\n", fill(tr(texts::old_kept, input.language), {{"folder", old.string()}}).c_str()
        );
    }
    copy_files(from, to);
    fs::rename(unfinished, to / "carnet.db");
    std::printf(
        "%s\n", fill(tr(texts::restored, input.language), {{"folder", to.string()}}).c_str()
    );
    return 0;
}

} // namespace carnet
