// What one command of the command line is: a row with its options and a function. The list is in
// cli/main_cli.cpp, features add theirs through feature_commands() (features/all_features.cpp).
#pragma once

#include "shared/core/i18n.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carnet {

class App;

// Exit codes of every command, as carnet --help tells them.
inline constexpr int exit_failed = 1; // Understood, but refused or failed.
inline constexpr int exit_usage = 2;  // The command line itself is wrong.

// A sentence for the person at the terminal; ends the command.
struct CommandError {
    std::string message;
    int code = exit_failed;
};

struct CommandOption {
    std::string_view name;  // "clients": typed as --clients N or --clients=N.
    std::string_view value; // "N", for the help; empty: a switch without value.
    Text help;
};

// A command line, taken apart: only options of the command's row get here.
struct CommandInput {
    Language language = Language::fr;
    std::vector<std::string> operands;
    std::vector<std::pair<std::string, std::string>> options;

    bool has(std::string_view option) const;
    std::string option(std::string_view name, std::string_view fallback = "") const;
};

// What the command needs of the data folder; `--data` is understood wherever it needs one.
enum class FolderUse {
    none,  // The command opens what it wants itself.
    read,  // An App beside a running server, only to read.
    alone, // An App, nobody else has the folder open.
    made,  // As `alone`, but the workspace may be missing: the command makes it.
};

struct Command {
    std::string_view name;
    std::string_view operands; // "FILE", for the help.
    int min_operands = 0;
    int max_operands = 0;
    Text summary;
    std::span<const CommandOption> options;
    FolderUse folder = FolderUse::none;
    // Looks at the words before anything is opened; throws CommandError with exit_usage.
    void (*check)(const CommandInput& input) = nullptr;
    int (*run
    )(const CommandInput& input, App* app) = nullptr; // Exit code; `app` null for FolderUse::none.
};

} // namespace carnet
