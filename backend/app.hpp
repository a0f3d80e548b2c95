// The whole backend as one function: Response App::handle(const Request&). Sockets are the
// adapter's affair, so tests call handle() directly. Features find here what they share: database,
// book, directory of people, live hub, clock.
#pragma once

#include "backend/db/database.hpp"
#include "backend/directory.hpp"
#include "backend/http/route_table.hpp"
#include "backend/live_hub.hpp"
#include "shared/book/book.hpp"

#include <functional>
#include <memory>
#include <shared_mutex>
#include <string>

namespace carnet {

class Sessions;
class ContactAccounts;
struct ContactSignedIn;

struct AppOptions {
    std::string data_folder;
    std::function<Instant()> clock; // The system's when empty.
    int hash_memory_kib = 0;        // Cost of password hashes; 0: the product's. Tests take less.
    bool log = true;                // One JSON line per request on standard error.
};

// The book of all clients, in step with the database after each commit. Lock `mutex` shared to
// read, alone to change.
struct SharedBook {
    mutable std::shared_mutex mutex;
    Book book;
    std::int64_t position = 0; // Journal position the book stands at.
};

class App {
  public:
    // Opens and migrates the data folder, loads directory and book. Throws DatabaseError.
    explicit App(AppOptions options);
    ~App();

    Response handle(Request request);
    // How large a body this request may have; the adapter stops reading there.
    std::size_t body_limit(Method method, std::string_view path) const;
    BodyKind body_kind(Method method, std::string_view path) const;
    // "GET, HEAD, POST": what a path knows, for a method that nothing knows.
    std::string allowed_methods(std::string_view path) const;
    // A refusal before or instead of the handler's answer: a problem for programs, a page with the
    // same words for people.
    Response refuse(const Request& request, const Error& error, Language language) const;

    Database& database() { return *_database; }
    SharedBook& book() { return _book; }
    Directory& directory() { return _directory; }
    LiveHub& live() { return _live; }
    Sessions& sessions() { return *_sessions; }
    ContactAccounts& contact_accounts() { return *_contact_accounts; }
    Instant now() const { return _options.clock(); }
    const AppOptions& options() const { return _options; }
    // Where this server answers, for links in mails when nobody set another address.
    std::string own_url() const;
    void set_own_url(std::string url);
    std::span<const Route> routes() const { return _routes; }

    void stop() { _live.close(); } // Ends open streams; safe from any thread.

    // Where a feature keeps what it holds in memory for the life of the server (presence, uploads,
    // caches): `struct Uploads : Keep {…}; app.keep<Uploads>()`. Made at first use; guard it
    // yourself.
    struct Keep {
        virtual ~Keep() = default;
        // Waits for its threads, while everything they use is still there.
        virtual void finish() {}
    };
    template <class T>
    T& keep() {
        static const char key = 0;
        return static_cast<T&>(kept(&key, [] { return std::unique_ptr<Keep>(new T()); }));
    }

  private:
    void finish_kept();
    Keep& kept(const void* key, std::unique_ptr<Keep> (*make)());
    void on_commit(Transaction& tx, const std::vector<Commit>& commits);
    ContactSignedIn contact_of_cookie(const Request& request);
    Response answer(
        Request& request,
        const RouteMatch& match,
        const Actor& actor,
        std::string_view session,
        ContactSignedIn& contact
    );
    Response
    run(const Request& request,
        const Route& route,
        const Actor& actor,
        std::string_view session,
        ContactSignedIn& contact);
    Response run_write(
        const Request& request, const Route& route, const Actor& actor, std::string_view session
    );
    Response
    run_portal(const Request& request, const Route& route, Language language, ContactSignedIn& who);
    Response run_for_contact(
        const Request& request,
        const Route& route,
        Transaction& tx,
        Language language,
        ContactSignedIn& who
    );

    AppOptions _options;
    std::unique_ptr<Database> _database;
    Directory _directory;
    SharedBook _book;
    LiveHub _live;
    std::unique_ptr<Sessions> _sessions;
    std::unique_ptr<ContactAccounts> _contact_accounts;
    std::vector<Route> _routes;
    std::string _own_url; // Under _kept_mutex.
    mutable std::mutex _kept_mutex;
    std::vector<std::pair<const void*, std::unique_ptr<Keep>>> _kept;
};

} // namespace carnet
