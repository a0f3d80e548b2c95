// Every row of the feature list is held by a test: its identifier (CF-04) stands in the name of at
// least one test of the server and of one of the page. What cannot be tested on one side is named
// here with the reason.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

// Families of identifiers and how many rows each has: CF-01 … CF-33.
struct Family {
    std::string_view prefix;
    int rows;
};
constexpr auto families = std::to_array<Family>({{"CF", 33}});

// Rows without a test on a side: identifier, folder, reason. The aim is none.
struct Exception {
    std::string_view row, folder, reason;
};
constexpr std::array<Exception, 0> exceptions{};

std::string row_name(const Family& family, int number) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.*s-%02d", 2, family.prefix.data(), number);
    return text.data();
}

// The identifiers in the names of a folder's tests.
std::set<std::string> tested_rows(const char* folder) {
    const std::regex name(R"re(^\s*test\((['`"])(.*?)\1,)re"), row(R"(\b[A-Z]{2}-[0-9]{2}\b)");
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(fs::path(CARNET_SOURCE_DIR) / folder)) {
        if (!entry.path().filename().string().ends_with(".test.mjs"))
            continue;
        std::ifstream file(entry.path());
        std::smatch match;
        for (std::string line; std::getline(file, line);) {
            if (!std::regex_search(line, match, name))
                continue;
            const std::string words = match[2];
            for (std::sregex_iterator it(words.begin(), words.end(), row), end; it != end; ++it)
                found.insert(it->str());
        }
    }
    return found;
}

bool excepted(std::string_view row, std::string_view folder) {
    for (const Exception& one : exceptions)
        if (one.row == row && one.folder == folder)
            return true;
    return false;
}

} // namespace

TEST_CASE("every row of the feature list has a test on the server and one in the page") {
    for (const char* folder : {"tests/server", "tests/browser"}) {
        const std::set<std::string> tested = tested_rows(folder);
        for (const Family& family : families)
            for (int i = 1; i <= family.rows; ++i) {
                const std::string row = row_name(family, i);
                const bool held = tested.count(row) == 1;
                CHECK_MESSAGE(held != excepted(row, folder), row << " in " << folder);
            }
    }
}

TEST_CASE("tests name rows that exist") {
    for (const char* folder : {"tests/server", "tests/browser"})
        for (const std::string& row : tested_rows(folder))
            for (const Family& family : families) {
                if (!row.starts_with(family.prefix))
                    continue;
                const int number = std::stoi(row.substr(3));
                const bool exists = number >= 1 && number <= family.rows;
                CHECK_MESSAGE(exists, row << " in " << folder);
            }
}
