// The sources of the repository as its tests read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace carnet::repo {

struct SourceFile {
    std::string path; // from the root: "shared/core/result.hpp"
    std::vector<std::string> lines;
};

// All C++ of shared/, backend/, web/ and tests/, by path.
const std::vector<SourceFile>& sources();
std::vector<std::string> read_lines(const std::string& path);
bool in(std::string_view path, std::string_view folder);

} // namespace carnet::repo
