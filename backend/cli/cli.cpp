// Reading the command line, its help, and the sentences for what goes wrong around a command.
#include "backend/cli/cli.hpp"

#include "backend/app.hpp"
#include "backend/cli/data_folder.hpp"
#include "backend/features/all_features.hpp"
#include "backend/version.hpp"
#include "shared/texts/cli.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>

namespace carnet {
namespace {

constexpr CommandOption data_option{"data", "DIR", texts::cli_data};
constexpr CommandOption serve_options[] = {
    {"port", "N", texts::cli_port},
    {"address", "A", texts::cli_address},
    {"tls-cert", "FILE", texts::cli_tls_cert},
    {"tls-key", "FILE", texts::cli_tls_key},
};
constexpr CommandOption restore_options[] = {{"force", "", texts::cli_force}};
constexpr CommandOption user_options[] = {{"role", "ROLE", texts::cli_role}};

int complain(const std::string& message, int code = exit_failed) {
    std::fprintf(stderr, "carnet: %s\n", message.c_str());
    return code;
}

std::string
database_sentence(const DatabaseError& error, const std::string& folder, Language language) {
    const auto say = [&](const Text& text) {
        return fill(tr(text, language), {{"folder", folder}, {"detail", error.what()}});
    };
    switch (error.kind()) {
    case DatabaseError::Kind::full:
        return say(texts::cli_disk_full);
    case DatabaseError::Kind::read_only:
    case DatabaseError::Kind::cannot_open:
        return say(texts::folder_read_only);
    case DatabaseError::Kind::corrupt:
        return say(texts::cli_corrupt);
    case DatabaseError::Kind::incomplete:
        return say(texts::cli_incomplete);
    case DatabaseError::Kind::too_new:
        return say(texts::cli_too_new);
    case DatabaseError::Kind::busy:
        return say(texts::cli_busy);
    default:
        return say(texts::cli_failed);
    }
}

void print_option(const CommandOption& option, Language language) {
    std::string left = "--" + std::string(option.name);
    if (!option.value.empty())
        left.append(" ").append(option.value);
    std::printf("  %-18s %s\n", left.c_str(), tr(option.help, language));
}

void print_help(const std::vector<Command>& commands, Language language) {
    std::printf("%s\n\n%s\n", tr(texts::cli_usage, language), tr(texts::cli_commands, language));
    for (const Command& command : commands) {
        std::string left(command.name);
        if (!command.operands.empty())
            left.append(" ").append(command.operands);
        std::printf("  %-18s %s\n", left.c_str(), tr(command.summary, language));
    }
    std::printf("\n%s\n", tr(texts::cli_options, language));
    print_option(data_option, language);
    print_option({"help", "", texts::cli_help}, language);
    print_option({"version", "", texts::cli_version}, language);
    std::printf("\n%s\n%s\n", tr(texts::cli_exit_codes, language), tr(texts::cli_more, language));
}

void print_command_help(const Command& command, Language language) {
    std::printf(
        "carnet %.*s %.*s\n%s\n\n%s\n",
        static_cast<int>(command.name.size()),
        command.name.data(),
        static_cast<int>(command.operands.size()),
        command.operands.data(),
        tr(command.summary, language),
        tr(texts::cli_options, language)
    );
    for (const CommandOption& option : command.options)
        print_option(option, language);
    print_option(data_option, language);
    std::printf("\n%s\n", tr(texts::cli_exit_codes, language));
}

const CommandOption* find_option(const Command& command, std::string_view name) {
    if (name == data_option.name)
        return &data_option;
    for (const CommandOption& option : command.options)
        if (option.name == name)
            return &option;
    return nullptr;
}

// Takes the words behind the command apart. Throws CommandError.
CommandInput
read_input(const Command& command, const std::vector<std::string>& words, Language language) {
    CommandInput input{.language = language};
    const auto refuse = [&](const Text& text, std::string_view name) {
        throw CommandError{
            fill(tr(text, language), {{"name", name}, {"command", command.name}}), exit_usage};
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word.size() < 3 || word.compare(0, 2, "--") != 0) {
            input.operands.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const CommandOption* option = find_option(command, name);
        if (!option)
            refuse(texts::cli_unknown_option, "--" + name);
        std::string value;
        if (equals != std::string::npos)
            value = word.substr(equals + 1);
        else if (!option->value.empty() && i + 1 < words.size())
            value = words[++i];
        if (!option->value.empty() && value.empty())
            refuse(texts::cli_option_value, "--" + name);
        input.options.emplace_back(name, value);
    }
    const int operands = static_cast<int>(input.operands.size());
    if (operands < command.min_operands || operands > command.max_operands)
        refuse(texts::cli_operands, "");
    return input;
}

int run(const Command& command, const CommandInput& input) {
    if (command.folder == FolderUse::none)
        return command.run(input, nullptr);
    const std::string folder = data_folder(input.option("data"));
    // A typing mistake in the name of a folder must not become a workspace.
    refuse_lost_database(folder, input.language);
    const bool makes = command.folder == FolderUse::made;
    std::error_code error;
    const auto size = std::filesystem::file_size(folder + "/carnet.db", error);
    if (!makes && (error || size == 0))
        throw CommandError{
            fill(tr(texts::folder_no_workspace, input.language), {{"folder", folder}})};
    if (makes)
        make_folder(folder, input.language);
    std::unique_ptr<FolderLock> lock;
    if (command.folder != FolderUse::read)
        lock = std::make_unique<FolderLock>(folder, input.language);
    App app({.data_folder = folder, .log = false});
    return command.run(input, &app);
}

} // namespace

bool CommandInput::has(std::string_view name) const {
    return std::any_of(options.begin(), options.end(), [&](const auto& option) {
        return option.first == name;
    });
}

std::string CommandInput::option(std::string_view name, std::string_view fallback) const {
    for (const auto& [key, value] : options)
        if (key == name)
            return value;
    return std::string(fallback);
}

Language terminal_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (!value || !*value)
            continue;
        const std::string_view tag = std::string_view(value).substr(0, 2);
        return tag == "fr" ? Language::fr : Language::en;
    }
    return Language::en;
}

std::vector<Command> all_commands() {
    std::vector<Command> commands{
        {.name = "serve",
         .summary = texts::cli_serve,
         .options = serve_options,
         .check = &check_serve,
         .run = &serve_command}};
    for (const Command& command : feature_commands())
        commands.push_back(command);
    commands.insert(
        commands.end(),
        {{.name = "backup",
          .operands = "DEST",
          .min_operands = 1,
          .max_operands = 1,
          .summary = texts::cli_backup,
          .run = &backup_command},
         {.name = "restore",
          .operands = "SRC",
          .min_operands = 1,
          .max_operands = 1,
          .summary = texts::cli_restore,
          .options = restore_options,
          .run = &restore_command},
         {.name = "user",
          .operands = "…",
          .min_operands = 1,
          .max_operands = 3,
          .summary = texts::cli_user,
          .options = user_options,
          .folder = FolderUse::alone,
          .check = &check_user,
          .run = &user_command},
         {.name = "check",
          .summary = texts::cli_check,
          .folder = FolderUse::read,
          .run = &check_command}}
    );
    return commands;
}

int run_command_line(int count, char** argv) {
    ::umask(077); // What a workspace holds is nobody else's to read on this machine.
    const Language language = terminal_language();
    std::vector<std::string> words(argv + 1, argv + count);
    const std::vector<Command> commands = all_commands();
    const auto asks = [&](const char* option) {
        return std::find(words.begin(), words.end(), option) != words.end();
    };
    if (asks("--version"))
        return std::printf("carnet %s\n", std::string(version).c_str()), 0;
    std::string name = "serve";
    if (!words.empty() && words[0].compare(0, 1, "-") != 0) {
        name = words[0];
        words.erase(words.begin());
    } else if (asks("--help")) {
        return print_help(commands, language), 0;
    }
    const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command& c) {
        return c.name == name;
    });
    if (command == commands.end()) {
        return complain(
            fill(tr(texts::cli_unknown_command, language), {{"name", name}}), exit_usage
        );
    }
    if (asks("--help"))
        return print_command_help(*command, language), 0;
    CommandInput input{.language = language};
    try {
        input = read_input(*command, words, language);
        if (command->check)
            command->check(input);
        return run(*command, input);
    } catch (const CommandError& error) {
        return complain(error.message, error.code);
    } catch (const DatabaseError& error) {
        return complain(database_sentence(error, data_folder(input.option("data")), language));
    } catch (const std::exception& error) {
        return complain(fill(tr(texts::cli_failed, language), {{"detail", error.what()}}));
    }
}

} // namespace carnet
