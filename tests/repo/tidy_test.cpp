// The rules of the repository that a compiler does not know: who may include whom, where colours
// and the database's name may occur, what lies at the top. Long files are printed, not failed.
#include "tests/repo/sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using carnet::repo::in;
using carnet::repo::read_lines;
using carnet::repo::SourceFile;
using carnet::repo::sources;

// Reports every line of the chosen files that matches; `why` ends the message.
void forbid(
    const std::regex& pattern,
    std::string_view why,
    const std::function<bool(std::string_view)>& chosen
) {
    for (const SourceFile& file : sources()) {
        if (!chosen(file.path))
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (!std::regex_search(file.lines[i], pattern))
                continue;
            const std::string where = file.path + ":" + std::to_string(i + 1);
            FAIL_CHECK(where << ": " << why << "\n    " << file.lines[i]);
        }
    }
}

// The part of the program a file belongs to: "shared/core", "backend", "web/views".
std::string layer(std::string_view path) {
    const std::size_t first = path.find('/');
    if (!in(path, "shared/") && !in(path, "web/"))
        return std::string(path.substr(0, first));
    const std::size_t second = path.find('/', first + 1);
    return std::string(path.substr(0, second == std::string_view::npos ? first : second));
}

struct LayerRule {
    std::string_view from;
    std::vector<std::string_view> may_include;
};

const std::vector<LayerRule> layer_rules{
    // Words lie at the very bottom: a text file includes nothing but core/i18n.hpp and the like.
    {"shared/core", {"shared/core", "shared/texts"}},
    {"shared/texts", {"shared/core", "shared/texts"}},
    {"shared/schema", {"shared/core", "shared/texts", "shared/schema"}},
    {"shared/domain", {"shared/core", "shared/texts", "shared/schema", "shared/domain"}},
    {"shared/api", {"shared/"}},
    {"shared/import", {"shared/"}},
    {"shared/book", {"shared/"}},
    {"backend", {"shared/", "backend"}},
    {"web/platform", {"shared/core", "shared/texts", "web/platform"}},
    {"web/net", {"shared/", "web/net", "web/platform"}},
    {"web/ui", {"shared/", "web/ui", "web/platform"}},
    // The clients' program: nothing of the team's screens, nor of the tables of its fields.
    {"web/portal",
     {"shared/core",
      "shared/texts/portal.hpp",
      "shared/texts/app_net.hpp",
      "shared/texts/format.hpp",
      "shared/api",
      "web/net/resource_cache.hpp",
      "web/net/writes.hpp",
      "web/ui",
      "web/platform",
      "web/portal",
      "web/program.hpp"}},
    {"web/", {"shared/", "web/"}},
};

} // namespace

TEST_CASE("layers include only what lies below them") {
    const std::regex include(R"re(^\s*#include "((?:shared|backend|web|tests)/[^"]+)")re");
    for (const SourceFile& file : sources()) {
        const std::string from = layer(file.path);
        const auto rule =
            std::find_if(layer_rules.begin(), layer_rules.end(), [&](const LayerRule& r) {
                return in(from + "/", r.from);
            });
        if (rule == layer_rules.end())
            continue;
        for (const std::string& line : file.lines) {
            std::smatch match;
            if (!std::regex_search(line, match, include))
                continue;
            const std::string to = match[1];
            const bool allowed = std::any_of(
                rule->may_include.begin(),
                rule->may_include.end(),
                [&](std::string_view folder) { return in(to, folder); }
            );
            CHECK_MESSAGE(allowed, file.path << " must not include " << to);
        }
    }
}

TEST_CASE("only the platform's own files see past platform.hpp") {
    forbid(
        std::regex(R"re(#include "web/platform/(?!platform\.hpp|agent_input\.hpp|native))re"),
        "include web/platform/platform.hpp instead",
        [](std::string_view path) {
            return in(path, "web/") && !in(path, "web/platform/") && path != "web/main.cpp";
        }
    );
    forbid(
        std::regex("__EMSCRIPTEN__|#include <emscripten"),
        "the browser is known in web/platform alone",
        [](std::string_view path) {
            return (in(path, "web/") && !in(path, "web/platform/") && path != "web/main.cpp") ||
                   in(path, "shared/domain") || in(path, "shared/schema");
        }
    );
}

TEST_CASE("colours are named in the theme alone") {
    forbid(
        std::regex(R"(IM_COL32\(|#[0-9A-Fa-f]{6}\b|ImVec4\([0-9.]+f?,)"),
        "take a colour of the theme",
        [](std::string_view path) {
            return in(path, "web/views/") || in(path, "web/app/") ||
                   (in(path, "web/ui/") && !in(path, "web/ui/theme"));
        }
    );
}

TEST_CASE("views keep their state in their own structs") {
    forbid(
        std::regex(R"(^\s+static (?!const\b|constexpr\b|inline\b|_assert))"),
        "no static locals in a view",
        [](std::string_view path) { return in(path, "web/views/"); }
    );
}

TEST_CASE("the database engine is named in backend/db alone") {
    forbid(
        std::regex(R"(#include <sqlite3|\bsqlite3_|PRAGMA )"),
        "go through backend/db",
        [](std::string_view path) { return in(path, "backend/") && !in(path, "backend/db/"); }
    );
    forbid(
        std::regex("#include <httplib"),
        "httplib is known in backend/http alone",
        [](std::string_view path) {
            return (in(path, "backend/") && !in(path, "backend/http/")) || in(path, "shared/") ||
                   in(path, "web/");
        }
    );
}

TEST_CASE("what is left to do has an issue") {
    forbid(
        std::regex(R"(\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\):))"),
        "write TODO(#issue):",
        [](std::string_view path) { return !in(path, "tests/repo/"); }
    );
}

TEST_CASE("every file opens with what lives in it") {
    for (const SourceFile& file : sources()) {
        const bool commented = !file.lines.empty() && in(file.lines.front(), "//");
        CHECK_MESSAGE(commented, file.path << " must open with a comment");
        if (file.lines.size() > 600)
            std::printf("long: %s has %zu lines\n", file.path.c_str(), file.lines.size());
    }
}

TEST_CASE("the top level holds only what architecture names") {
    const std::set<std::string> allowed{
        "CMakeLists.txt",
        "LICENSE",
        "README.md",
        "assets",
        "backend",
        "dev",
        "emsdk-version.txt",
        "shared",
        "tests",
        "web"};
    for (const auto& entry : fs::directory_iterator(CARNET_SOURCE_DIR)) {
        const std::string name = entry.path().filename().string();
        CHECK_MESSAGE(
            (name.front() == '.' || allowed.count(name) == 1),
            name << " does not belong at the top level"
        );
    }
}

TEST_CASE("every folder has a README that is read in a minute") {
    for (const char* folder : {"shared", "backend", "web", "assets", "tests"}) {
        const fs::path readme = fs::path(CARNET_SOURCE_DIR) / folder / "README.md";
        CHECK_MESSAGE(fs::exists(readme), folder << "/README.md is missing");
        const std::size_t lines = read_lines(readme.string()).size();
        CHECK_MESSAGE(lines <= 80, folder << "/README.md has " << lines << " lines, more than 80");
    }
}

TEST_CASE("no address of a package registry is written down") {
    for (const char* name : {"tests/browser/package-lock.json", ".dev/setup.sh", "dev"}) {
        for (const std::string& line : read_lines((fs::path(CARNET_SOURCE_DIR) / name).string())) {
            const bool clean = line.find("\"resolved\"") == std::string::npos &&
                               line.find("registry.") == std::string::npos;
            CHECK_MESSAGE(clean, name << ": " << line);
        }
    }
}
