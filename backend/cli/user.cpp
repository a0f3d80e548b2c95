// `carnet user`: accounts from the terminal, for whoever has the machine.
#include "backend/app.hpp"
#include "backend/cli/cli.hpp"
#include "backend/cli/data_folder.hpp"
#include "backend/db/records.hpp"
#include "backend/features/sessions.hpp"
#include "backend/features/users.hpp"
#include "backend/sessions.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/cli.hpp"
#include "shared/texts/server.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace carnet {
namespace {

const EntitySpec& spec = EntityOf<User>::spec;

std::string message_of(const Error& error) {
    std::string message = error.message;
    for (const FieldError& field : error.fields)
        message += "\n  " + field.field + ": " + field.message;
    return message;
}

User user_of(App& app, const std::string& email, Language language) {
    const auto state = app.directory().state();
    if (const User* user = state->find_user(std::string_view(email)))
        return *user;
    throw CommandError{fill(tr(texts::user_unknown, language), {{"email", email}})};
}

void say(const Text& text, Language language, std::initializer_list<Placeholder> values) {
    std::printf("%s\n", fill(tr(text, language), values).c_str());
}

Role role_of(const std::string& word, Language language) {
    Role role{};
    if (!parse_role(word, role))
        throw CommandError{fill(tr(texts::user_bad_role, language), {{"role", word}}), exit_usage};
    return role;
}

int add(App& app, const CommandInput& input) {
    User user{.name = input.operands[1], .email = text::to_lower(input.operands[2])};
    // The first one owns the workspace: somebody must be able to give rights.
    const bool first = app.directory().state()->users.empty();
    user.role = role_of(input.option("role", first ? "owner" : "member"), input.language);
    Result<std::int64_t> id = std::int64_t{0};
    std::string token;
    app.database().write(0, [&](Transaction& tx) {
        tx.set_action("user_create", {{"name", user.name}});
        if (!find<Workspace>(tx, 1)) {
            Workspace workspace{
                .id = 1, .name = "Carnet", .language = language_tag(input.language)};
            if (auto made = insert(tx, workspace, input.language); !made)
                return id = made.error(), false;
        }
        if (email_taken(tx, user.email, 0))
            return id = make_error(ErrorCode::conflict, tr(texts::email_taken, input.language)),
                   false;
        id = insert(tx, user, input.language);
        if (!id)
            return false;
        token = Sessions::create_link(tx, LinkPurpose::invite, *id);
        return true;
    });
    if (!id)
        throw CommandError{message_of(id.error())};
    say(texts::user_added,
        input.language,
        {{"name", user.name}, {"link", link_path(LinkPurpose::invite, token)}});
    return 0;
}

int list(App& app, const CommandInput& input) {
    const auto state = app.directory().state();
    for (const User& user : state->users) {
        std::printf(
            "%-4lld %-8s %-30s %s%s%s\n",
            static_cast<long long>(user.id),
            std::string(role_name(user.role)).c_str(),
            user.email.c_str(),
            user.name.c_str(),
            user.is_active ? "" : " – ",
            user.is_active ? "" : tr(texts::user_inactive, input.language)
        );
    }
    return 0;
}

// From the terminal without showing it, or from a pipe.
std::string read_password(Language language) {
    termios before{};
    const bool terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        std::fputs(tr(texts::user_new_password, language), stderr);
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    std::string line;
    std::getline(std::cin, line);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputs("\n", stderr);
    }
    return line;
}

int password(App& app, const CommandInput& input, const User& user) {
    const std::string wanted = read_password(input.language);
    const std::string_view names[] = {
        user.name, std::string_view(user.email).substr(0, user.email.find('@'))};
    if (const Text* wrong = check_password(wanted, names))
        throw CommandError{tr(*wrong, input.language)};
    const auto hash = app.sessions().hash_password(wanted, input.language);
    if (!hash)
        throw CommandError{hash.error().message};
    app.database().write(0, [&](Transaction& tx) {
        Sessions::store_password(tx, user.id, *hash);
        return true;
    });
    app.sessions().close_all(user.id);
    say(texts::user_changed, input.language, {{"name", user.name}});
    return 0;
}

int change_field(App& app, const CommandInput& input, const User& user, const FieldChange& wanted) {
    Result<int> changed = 0;
    app.database().write(0, [&](Transaction& tx) {
        tx.set_action("user_update", {{"name", user.name}});
        const std::span changes(&wanted, 1);
        if (Status governed = keeps_an_owner(tx, user, changes, input.language); !governed)
            return changed = make_error(governed.error().code, governed.error().message), false;
        changed = update(tx, spec, user.id, changes, input.language);
        return static_cast<bool>(changed);
    });
    if (!changed)
        throw CommandError{message_of(changed.error())};
    say(texts::user_changed, input.language, {{"name", user.name}});
    return 0;
}

int link(App& app, const CommandInput& input, const User& user) {
    std::string token;
    app.database().write(0, [&](Transaction& tx) {
        token = Sessions::create_link(tx, LinkPurpose::reset, user.id);
        return true;
    });
    say(texts::user_link, input.language, {{"link", link_path(LinkPurpose::reset, token)}});
    return 0;
}

} // namespace

void check_user(const CommandInput& input) {
    struct Verb {
        std::string_view name;
        std::size_t operands;
    };
    constexpr Verb verbs[] = {
        {"add", 3}, {"list", 1}, {"password", 2}, {"role", 3}, {"deactivate", 2}, {"link", 2}};
    const auto fits = [&](const Verb& verb) {
        return verb.name == input.operands[0] && verb.operands == input.operands.size();
    };
    if (std::none_of(std::begin(verbs), std::end(verbs), fits))
        throw CommandError{tr(texts::user_bad_verb, input.language), exit_usage};
    if (input.operands[0] == "role")
        role_of(input.operands[2], input.language);
    if (input.has("role"))
        role_of(input.option("role"), input.language);
}

int user_command(const CommandInput& input, App* app) {
    const std::string& verb = input.operands[0];
    if (verb == "add")
        return add(*app, input);
    if (verb == "list")
        return list(*app, input);
    const User user = user_of(*app, input.operands[1], input.language);
    if (verb == "password")
        return password(*app, input, user);
    if (verb == "link")
        return link(*app, input, user);
    if (verb == "deactivate")
        return change_field(*app, input, user, change(spec, "is_active", false));
    const Role role = role_of(input.operands[2], input.language);
    return change_field(*app, input, user, change(spec, "role", std::string(role_name(role))));
}

} // namespace carnet
