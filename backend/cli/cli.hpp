// The command line: finds the command, reads its options, opens what it needs, says in one sentence
// what went wrong.
#pragma once

#include "backend/cli/command.hpp"

namespace carnet {

// Exit code: 0 done, else as in command.hpp.
int run_command_line(int count, char** words);

// Language of the terminal: LC_ALL, LC_MESSAGES, LANG.
Language terminal_language();

// All commands, in the order of the help.
std::vector<Command> all_commands();

void check_serve(const CommandInput& input);
void check_user(const CommandInput& input);
int serve_command(const CommandInput& input, App* app);
int backup_command(const CommandInput& input, App* app);
int restore_command(const CommandInput& input, App* app);
int user_command(const CommandInput& input, App* app);
int check_command(const CommandInput& input, App* app);

} // namespace carnet
