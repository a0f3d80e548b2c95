// `carnet demo`: a workspace like a real one, always the same for the same day and number of
// clients.
#pragma once

#include "backend/cli/command.hpp"
#include "backend/db/transaction.hpp"
#include "shared/core/result.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace carnet {

class App;

namespace demo {

inline constexpr std::int64_t default_clients = 1284; // As in the design's pictures.
// The demonstration's password, the same for everybody. Real workspaces have none that anybody
// knows.
inline constexpr const char* password = "mistral-demonstration";

struct Account {
    const char* name;
    const char* email;
    const char* role;
};
std::span<const Account> people(); // In the order of Person.

// Fills an empty workspace. `progress` is told the number of clients from time to time.
Status
fill_workspace(App& app, std::int64_t clients, const std::function<void(std::int64_t)>& progress);

// True when the workspace was made by the demo: its accounts may be printed.
bool is_demo(Transaction& tx);
// "Karim Benali, owner  karim@mistral.example  password", one line each.
std::string accounts_text(Language language);

} // namespace demo

std::span<const Command> demo_commands();

} // namespace carnet
