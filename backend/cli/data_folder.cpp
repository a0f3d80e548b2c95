// Data folder and its lock.
#include "backend/cli/data_folder.hpp"

#include "shared/texts/cli.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>

namespace carnet {

std::string data_folder(std::string_view option) {
    if (!option.empty())
        return std::string(option);
    const char* set = std::getenv("CARNET_DATA");
    return set && *set ? set : "./carnet-data";
}

void make_folder(const std::string& folder, Language language) {
    std::error_code error;
    if (std::filesystem::is_directory(folder, error))
        return;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw CommandError{fill(tr(texts::cannot_make_folder, language), {{"folder", folder}})};
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
}

void refuse_lost_database(const std::string& folder, Language language) {
    namespace fs = std::filesystem;
    std::error_code error;
    const auto size = fs::file_size(folder + "/carnet.db", error);
    if (!error && size > 0)
        return;
    for (const auto& file : fs::recursive_directory_iterator(folder + "/files", error))
        if (file.is_regular_file(error))
            throw CommandError{
                fill(tr(texts::folder_lost_database, language), {{"folder", folder}})};
}

FolderLock::FolderLock(const std::string& folder, Language language) {
    const std::string path = folder + "/carnet.lock";
    _file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (_file < 0)
        throw CommandError{fill(tr(texts::folder_read_only, language), {{"folder", folder}})};
    if (flock(_file, LOCK_EX | LOCK_NB) == 0)
        return;
    ::close(_file);
    throw CommandError{fill(tr(texts::folder_in_use, language), {{"folder", folder}})};
}

FolderLock::~FolderLock() {
    if (_file >= 0)
        ::close(_file);
}

} // namespace carnet
