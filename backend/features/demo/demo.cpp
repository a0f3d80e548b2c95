// See demo.hpp.
#include "backend/features/demo/demo.hpp"

#include "backend/app.hpp"
#include "backend/features/demo/deliveries.hpp"
#include "backend/features/demo/documents.hpp"
#include "backend/features/demo/store.hpp"
#include "backend/sessions.hpp"
#include "shared/texts/demo.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace carnet {

namespace demo {

namespace {

constexpr auto accounts = std::to_array<Account>({
    {"Karim Benali", "karim@mistral.example", "owner"},
    {"Camille Roux", "camille@mistral.example", "admin"},
    {"Léa Martin", "lea@mistral.example", "manager"},
    {"Sophie Lefèvre", "sophie@mistral.example", "manager"},
    {"Inès Moreau", "ines@mistral.example", "member"},
    {"Thomas Girard", "thomas@mistral.example", "member"},
    {"Hugo Petit", "hugo@mistral.example", "member"},
    {"Maëlle Le Goff", "maelle@mistral.example", "member"},
});
static_assert(accounts.size() == person_count);

constexpr std::size_t batch =
    4000; // Clients per transaction: few waits for the disk, 20 MB of memory.

// Hands out the clients by ascending number: those of the pictures at their own, invented ones
// between.
class Sequence {
  public:
    Sequence(std::int64_t total, Instant now) : _now(now), _pictured(pictured(now)) {
        const auto wanted =
            std::min<std::size_t>(_pictured.size(), static_cast<std::size_t>(total));
        _pictured.resize(wanted);
        _invented = total - static_cast<std::int64_t>(wanted);
        _total = total;
    }
    // False at the end.
    bool next(DemoClient& out) {
        while (_place < _pictured.size() &&
               (_invented == 0 || _pictured[_place].client.number == _number)) {
            out = std::move(_pictured[_place++]);
            _number = out.client.number + 1;
            return true;
        }
        if (_invented == 0)
            return false;
        --_invented;
        out = generate(_number++, _total, _now);
        return true;
    }

  private:
    Instant _now;
    std::vector<DemoClient> _pictured;
    std::size_t _place = 0;
    std::int64_t _invented = 0, _total = 0, _number = 1;
};

// One batch in one transaction. Returns how many were stored, or the first error.
Result<std::size_t> store_batch(App& app, const Ground& ground, Sequence& sequence) {
    std::vector<DemoClient> clients;
    DemoClient client;
    while (clients.size() < batch && sequence.next(client))
        clients.push_back(std::move(client));
    if (clients.empty())
        return std::size_t{0};
    Status stored = Ok{};
    app.database().write(0, [&](Transaction& tx) {
        tx.set_action("demo");
        for (auto& made : clients) {
            stored = store_client(tx, ground, made);
            if (stored)
                stored = store_documents(tx, ground, app.options().data_folder, made);
            if (stored)
                stored = store_deliveries(tx, ground, app.options().data_folder, made);
            if (stored)
                stored = store_messages(tx, ground, made);
            if (!stored)
                return false;
        }
        return true;
    });
    if (!stored)
        return stored.error();
    return clients.size();
}

} // namespace

std::span<const Account> people() {
    return accounts;
}

Status
fill_workspace(App& app, std::int64_t clients, const std::function<void(std::int64_t)>& progress) {
    if (!app.directory().state()->users.empty())
        return Error{ErrorCode::conflict, tr(texts::demo_not_empty, Language::fr), {}};
    const auto hash = app.sessions().hash_password(password, Language::fr);
    if (!hash)
        return hash.error();
    // Nobody listens yet: the book is loaded anew at the next start.
    app.database().set_commit_listener({});
    Result<Ground> ground = Ground{};
    app.database().write(0, [&](Transaction& tx) {
        tx.set_action("demo");
        ground = store_ground(tx, *hash);
        return static_cast<bool>(ground);
    });
    if (!ground)
        return ground.error();
    Sequence sequence(clients, app.now());
    for (std::int64_t done = 0;;) {
        const auto stored = store_batch(app, *ground, sequence);
        if (!stored)
            return stored.error();
        if (*stored == 0)
            return Ok{};
        done += static_cast<std::int64_t>(*stored);
        progress(done);
    }
}

bool is_demo(Transaction& tx) {
    auto statement =
        tx.prepare("SELECT 1 FROM action WHERE kind = 'demo' AND id = (SELECT min(id) FROM action)"
        );
    return statement.step();
}

std::string accounts_text(Language language) {
    std::string text = std::string(tr(texts::demo_accounts, language)) + "\n";
    for (const auto& account : accounts) {
        Role role = Role::member;
        parse_role(account.role, role);
        text += fill(
            tr(texts::demo_account, language),
            {{"email", account.email},
             {"name", account.name},
             {"role", tr(role_label(role), language)},
             {"word", account.role},
             {"password", password}}
        );
        text += "\n";
    }
    text += fill(
        tr(texts::demo_contact, language),
        {{"name", "Claire Fontaine"},
         {"client", "Ateliers Fontaine"},
         {"email", "claire@fontaine.example"},
         {"password", password}}
    );
    return text + "\n";
}

} // namespace demo

namespace {

std::int64_t read_count(const CommandInput& input) {
    const std::string given = input.option("clients", std::to_string(demo::default_clients));
    std::int64_t clients = 0;
    const auto read = std::from_chars(given.data(), given.data() + given.size(), clients);
    if (read.ec != std::errc{} || read.ptr != given.data() + given.size() || clients < 1 ||
        clients > 2'000'000)
        throw CommandError{tr(texts::demo_bad_count, input.language), exit_usage};
    return clients;
}

int demo_command(const CommandInput& input, App* app) {
    const std::int64_t clients = read_count(input);
    const auto start = std::chrono::steady_clock::now();
    const auto filled = demo::fill_workspace(*app, clients, [&](std::int64_t done) {
        if (done % 10'000 == 0)
            std::fprintf(stderr, "%lld\n", static_cast<long long>(done));
    });
    if (!filled) {
        std::fprintf(stderr, "%s\n", filled.error().message.c_str());
        for (const auto& field : filled.error().fields)
            std::fprintf(stderr, "  %s: %s\n", field.field.c_str(), field.message.c_str());
        return 1;
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const auto tenths = static_cast<long long>(seconds.count() * 10);
    const std::string took = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    std::printf(
        "%s\n%s",
        fill(
            tr(texts::demo_done, input.language),
            {{"count", std::to_string(clients)}, {"seconds", took}}
        ).c_str(),
        demo::accounts_text(input.language).c_str()
    );
    return 0;
}

constexpr CommandOption options[] = {
    {"clients",
     "N",
     {"Nombre de clients, 1284 sans autre demande", "Number of clients, 1284 unless asked for"}},
};

constexpr Command commands[] = {
    {.name = "demo",
     .summary =
         {"Remplit un dossier vide d’un espace de démonstration",
          "Fills an empty folder with a demonstration workspace"},
     .options = options,
     .folder = FolderUse::made,
     .check = [](const CommandInput& input) { read_count(input); },
     .run = &demo_command},
};

} // namespace

std::span<const Command> demo_commands() {
    return commands;
}

} // namespace carnet
