// Every text of the catalogue is said somewhere: what nothing uses is deleted. French signs have
// their space.
#include "tests/repo/sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using carnet::repo::in;
using carnet::repo::SourceFile;
using carnet::repo::sources;

// A text by the last part of its namespace and its name: "list", "filter_reset".
using Name = std::pair<std::string, std::string>;

bool in_catalogue(const SourceFile& file) {
    return in(file.path, "shared/texts/");
}

std::string_view without_comment(std::string_view line) {
    return line.substr(0, line.find("//"));
}

struct Known {
    Name name;
    std::string where;
};

std::vector<Known> texts_of(const SourceFile& file) {
    const std::regex space(R"re(^namespace (?:\w+::)*(\w+) \{)re"),
        text(R"re(^inline constexpr (?:Text|PluralText|auto|std::array<.*>) (\w+))re");
    std::vector<Known> found;
    std::string here;
    std::smatch match;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (std::regex_search(file.lines[i], match, space))
            here = match[1];
        if (std::regex_search(file.lines[i], match, text))
            found.push_back({{here, match[1]}, file.path + ":" + std::to_string(i + 1)});
    }
    return found;
}

bool is_word(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Adds every "left::right" of the file, `left` as the namespace it stands for.
void collect_uses(const SourceFile& file, std::set<Name>& uses) {
    const std::regex alias(R"re(^\s*namespace (\w+) = (?:\w+::)*(\w+);)re");
    std::map<std::string, std::string, std::less<>> aliases;
    std::smatch match;
    for (const std::string& line : file.lines)
        if (std::regex_search(line, match, alias))
            aliases[match[1]] = match[2];
    for (const std::string& whole : file.lines) {
        const std::string_view line = without_comment(whole);
        for (auto at = line.find("::"); at != std::string_view::npos;
             at = line.find("::", at + 2)) {
            std::size_t from = at, to = at + 2;
            while (from > 0 && is_word(line[from - 1]))
                --from;
            while (to < line.size() && is_word(line[to]))
                ++to;
            const std::string_view left = line.substr(from, at - from);
            const auto known = aliases.find(left);
            uses.insert(
                {known == aliases.end() ? std::string(left) : known->second,
                 std::string(line.substr(at + 2, to - at - 2))}
            );
        }
    }
}

// How often the word stands in the file: a table of the catalogue may name its own texts.
int count_word(const SourceFile& file, const std::string& word) {
    int count = 0;
    for (const std::string& whole : file.lines) {
        const std::string_view line = without_comment(whole);
        for (auto at = line.find(word); at != std::string_view::npos;
             at = line.find(word, at + word.size())) {
            const std::size_t end = at + word.size();
            count +=
                (at == 0 || !is_word(line[at - 1])) && (end == line.size() || !is_word(line[end]));
        }
    }
    return count;
}

// `actions.hpp` is one table outside the namespace of texts, read by its key.
constexpr std::string_view tables[] = {"action_texts"};

// What stands between quotation marks in a line, one after the other.
std::string said_in(std::string_view line) {
    std::string said;
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) {
            inside = !inside;
            said += '\n';
        } else if (inside)
            said += line[i];
    }
    return said;
}

} // namespace

TEST_CASE("French signs keep to their word: no plain space before : ; ! ? % € » nor after «") {
    // Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, 2002.
    const std::regex plain(R"re([^\s] (?:[:;!?%]|€|»)|« )re");
    for (const SourceFile& file : sources()) {
        if (!in_catalogue(file))
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string& line = file.lines[i];
            const std::size_t mark = line.find_first_not_of(' ');
            if (mark != std::string::npos && line.compare(mark, 2, "//") == 0)
                continue;
            CHECK_MESSAGE(
                !std::regex_search(said_in(line), plain), file.path << ":" << i + 1 << ": " << line
            );
        }
    }
}

TEST_CASE("every text of the catalogue is used") {
    std::set<Name> uses;
    for (const SourceFile& file : sources())
        if (!in(file.path, "tests/"))
            collect_uses(file, uses);
    std::size_t texts = 0;
    for (const SourceFile& file : sources()) {
        if (!in_catalogue(file))
            continue;
        for (const auto& [name, where] : texts_of(file)) {
            ++texts;
            const bool table =
                std::find(std::begin(tables), std::end(tables), name.second) != std::end(tables);
            const bool used = table || uses.count(name) == 1 || count_word(file, name.second) > 1;
            CHECK_MESSAGE(used, where << ": nothing uses " << name.first << "::" << name.second);
        }
    }
    CHECK(texts > 1000); // The test reads what it believes to read.
}
