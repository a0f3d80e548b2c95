// Tables that people can read and tests compare with: whitespace between columns, '#' starts a
// comment, the first line that is left holds the headings.
#pragma once

#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

namespace carnet {

inline std::string read_test_file(const std::string& name) {
    const std::string path = std::string(CARNET_SOURCE_DIR) + "/tests/shared/" + name;
    std::string content;
    if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
        char buffer[4096];
        for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
            content.append(buffer, count);
        std::fclose(file);
    }
    return content;
}

inline std::vector<std::vector<std::string>> read_table(const std::string& name) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(read_test_file(name));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        std::istringstream words(line);
        rows.emplace_back();
        for (std::string word; words >> word;)
            rows.back().push_back(word);
    }
    if (!rows.empty())
        rows.erase(rows.begin());
    return rows;
}

} // namespace carnet
