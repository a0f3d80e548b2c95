// Reads the sources once.
#include "tests/repo/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace carnet::repo {

namespace fs = std::filesystem;

bool in(std::string_view path, std::string_view folder) {
    return path.substr(0, folder.size()) == folder;
}

std::vector<std::string> read_lines(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

const std::vector<SourceFile>& sources() {
    static const std::vector<SourceFile> files = [] {
        std::vector<SourceFile> found;
        const fs::path root = CARNET_SOURCE_DIR;
        for (const char* folder : {"shared", "backend", "web", "tests"}) {
            for (auto it = fs::recursive_directory_iterator(root / folder); it != fs::end(it);
                 ++it) {
                if (it->path().filename() == "node_modules")
                    it.disable_recursion_pending();
                const std::string extension = it->path().extension().string();
                if (extension != ".cpp" && extension != ".hpp")
                    continue;
                found.push_back(
                    {fs::relative(it->path(), root).generic_string(),
                     read_lines(it->path().string())}
                );
            }
        }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return a.path < b.path;
        });
        return found;
    }();
    return files;
}

} // namespace carnet::repo
