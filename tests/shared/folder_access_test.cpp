// Who sees a folder: inheritance, what a person's place says first, the cascade. And names of
// files.
#include "shared/domain/file_name.hpp"
#include "shared/domain/folder_access.hpp"

#include <doctest/doctest.h>

using namespace carnet;

namespace {

constexpr auto none = FolderAccess::none, reads = FolderAccess::read, full = FolderAccess::full;

// 1 ─ 2 ─ 3
//   └ 4        5 at the top
const std::vector<FolderPlace> tree{{3, 2}, {1, 0}, {2, 1}, {4, 1}, {5, 0}};

std::vector<FolderAccess> accesses(std::vector<FolderRule> rules, FolderPerson person) {
    const auto found = folder_accesses(tree, rules, person);
    // In the order of the numbers, which is easier to read.
    return {found[1], found[2], found[0], found[3], found[4]};
}

Actor actor_of(Role role) {
    Actor actor;
    actor.user_id = 7;
    actor.role = role;
    actor.grants = default_grants(role);
    return actor;
}

std::string checked(std::string name) {
    return check_file_name(name, Language::en) ? name : "refused";
}

} // namespace

TEST_CASE("a name that shows less than it holds is refused") {
    for (const char* letter :
         {"\u00AD", "\u061C", "\u180E", "\u200B", "\u200E", "\u200F", "\u2028",
          "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2060", "\u2063",
          "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF", "\uFFFD", "\u0085"}) {
        CAPTURE(letter);
        CHECK(checked(std::string("plan") + letter + "fdp.exe") == "refused");
        CHECK(checked(letter + std::string("plan.pdf")) != letter + std::string("plan.pdf"));
    }
    // What people write with is not.
    for (const char* name :
         {"Été – plan n°2.pdf", "👩\u200D💻.png", "می\u200Cخواهم.txt", "❤\uFE0F.png"})
        CHECK(checked(name) == name);
}

TEST_CASE("a folder without a right of its own has that of the folder above") {
    CHECK(accesses({}, {.top = reads}) == std::vector{reads, reads, reads, reads, reads});
    CHECK(accesses({{1, none}}, {.top = reads}) == std::vector{none, none, none, none, reads});
    CHECK(
        accesses({{1, none}, {3, full}}, {.top = reads}) ==
        std::vector{none, none, full, none, reads}
    );
    CHECK(
        accesses({{2, full}, {99, full}}, {.top = none}) ==
        std::vector{none, full, full, none, none}
    );
}

TEST_CASE("the verdict names the folder that decided, and none where the top does") {
    const std::vector<FolderRule> rules{{1, none}, {3, full}};
    const auto found = folder_verdicts(tree, rules, {.top = reads});
    const auto by = [&](std::size_t at) { return found[at].by; };
    CHECK(
        std::vector{by(0), by(1), by(2), by(3), by(4)} == std::vector<std::int64_t>{3, 1, 1, 1, 0}
    );
    for (const auto& verdict : folder_verdicts(tree, rules, {.top = none, .rules_count = false}))
        CHECK((verdict.by == 0 && verdict.access == none));
}

TEST_CASE("where folders have no say, the top decides everywhere") {
    const std::vector<FolderRule> rules{{1, full}, {5, none}};
    CHECK(
        accesses(rules, {.top = none, .rules_count = false}) ==
        std::vector{none, none, none, none, none}
    );
    CHECK(
        accesses(rules, {.top = full, .rules_count = false}) ==
        std::vector{full, full, full, full, full}
    );
}

TEST_CASE("folders that go round in circles or hang on nothing count as at the top") {
    const std::vector<FolderPlace> odd{{1, 2}, {2, 1}, {3, 3}, {4, 99}};
    const std::vector<FolderRule> rules{{1, full}};
    const auto found = folder_accesses(odd, rules, {.top = reads});
    CHECK(found[0] == full);
    CHECK(found[2] == reads);
    CHECK(found[3] == reads);
}

TEST_CASE("a person of the team begins with what the permissions on documents say") {
    const std::vector<std::int64_t> team{7};
    const Audience theirs{1, team}, others{1, {}};
    CHECK(folder_person(actor_of(Role::member), theirs).top == full);
    CHECK(folder_person(actor_of(Role::member), others).top == none);
    CHECK_FALSE(folder_person(actor_of(Role::member), others).rules_count);
    CHECK(folder_person(actor_of(Role::manager), others).rules_count);
    CHECK_FALSE(folder_person(actor_of(Role::owner), others).rules_count);
    Actor reader = actor_of(Role::manager);
    reader.grants[static_cast<std::size_t>(Permission::documents_edit)] = Grant::none;
    CHECK(folder_person(reader, others).top == reads);
    CHECK(folder_person(Actor{}, theirs).top == none);
}

TEST_CASE("a contact reads while the portal shows documents, and nothing when it does not") {
    ClientContact contact;
    CHECK(folder_person(contact).top == none);
    CHECK_FALSE(folder_person(contact).rules_count);
    contact.has_portal = true;
    CHECK(folder_person(contact).top == none);
    contact.portal_documents = true;
    CHECK(folder_person(contact).top == reads);
    CHECK(folder_person(contact).rules_count);
    contact.is_active = false;
    CHECK(folder_person(contact).top == none);
    CHECK_FALSE(folder_person(contact).rules_count);
}

TEST_CASE("a cascade gives the folders below the access of the folder, and says which change") {
    const std::vector<FolderRule> rules{{1, reads}, {2, none}, {3, full}, {5, full}};
    const Cascade made = cascade(tree, rules, {.top = none}, 1, {});
    REQUIRE(made.changes.size() == 2);
    CHECK(made.changes[0].folder_id == 3);
    CHECK(made.changes[0].before == full);
    CHECK(made.changes[0].after == reads);
    CHECK(made.changes[1].folder_id == 2);
    CHECK(made.changes[1].before == none);
    CHECK(accesses(made.rules, {.top = none}) == std::vector{reads, reads, reads, reads, full});
    CHECK(made.rules.size() == 2); // Nothing is said twice.
}

TEST_CASE("a folder outside the cascade keeps its access, and so do those in it") {
    const std::vector<FolderRule> rules{{1, reads}, {2, none}};
    const std::vector<std::int64_t> untouched{2};
    const Cascade kept = cascade(tree, rules, {.top = full}, 1, untouched);
    CHECK(kept.changes.empty());
    CHECK(accesses(kept.rules, {.top = full}) == std::vector{reads, none, none, reads, full});
    // It inherited what now changes above it: written down, so that it stays.
    const std::vector<FolderRule> inherited{{1, reads}, {2, none}};
    const std::vector<std::int64_t> leaf{3};
    const Cascade pinned = cascade(tree, inherited, {.top = full}, 1, leaf);
    REQUIRE(pinned.changes.size() == 1);
    CHECK(pinned.changes[0].folder_id == 2);
    CHECK(accesses(pinned.rules, {.top = full}) == std::vector{reads, reads, none, reads, full});
}

TEST_CASE("a cascade changes nothing for whom folders have no say") {
    const std::vector<FolderRule> rules{{2, none}};
    const Cascade made = cascade(tree, rules, {.top = full, .rules_count = false}, 1, {});
    CHECK(made.changes.empty());
    CHECK(made.rules.size() == 1);
}

TEST_CASE("names of files: any letters and emoji, no slashes, no tricks") {
    CHECK(checked("  Devis été 2026.pdf ") == "Devis été 2026.pdf");
    CHECK(checked("📷 Façade.jpg") == "📷 Façade.jpg");
    CHECK(checked(std::string(255, 'a')) == std::string(255, 'a'));
    CHECK(checked(".gitignore") == ".gitignore");
    for (const char* wrong :
         {"",
          "   ",
          ".",
          "..",
          "…/..",
          "a/b",
          "a\\b",
          "a\nb",
          "facture\u202Efdp.exe",
          "\u200B\u2060",
          "\xff"})
        CHECK(checked(wrong) == "refused");
    CHECK(checked(std::string(256, 'a')) == "refused");
}

TEST_CASE("a taken name gets a number before its ending") {
    CHECK(numbered_name("Plan.pdf", 2) == "Plan (2).pdf");
    CHECK(numbered_name("Plan", 3) == "Plan (3)");
    CHECK(numbered_name(".bashrc", 2) == ".bashrc (2)");
    CHECK(numbered_name(std::string(255, 'a') + "", 2).size() == 255);
}
