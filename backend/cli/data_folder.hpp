// The data folder of a workspace: where it is, and the lock that keeps two servers out of one.
#pragma once

#include "backend/cli/command.hpp"

#include <string>
#include <string_view>

namespace carnet {

// `option` if given, else $CARNET_DATA, else ./carnet-data.
std::string data_folder(std::string_view option);

// Makes the folder when it is missing (readable by nobody else). Throws CommandError.
void make_folder(const std::string& folder, Language language);

// Stored files without a database are somebody's documents, not a new workspace: the server would
// take them for left-overs and remove them. Throws CommandError.
void refuse_lost_database(const std::string& folder, Language language);

// Held for the life of the process; released by the system even after a crash.
class FolderLock {
  public:
    // Throws CommandError when another process has it.
    FolderLock(const std::string& folder, Language language);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;

  private:
    int _file = -1;
};

} // namespace carnet
