// The database of one workspace: one writer thread that shares commits between the requests that
// wait, and a small pool of read connections that never wait for it. Everything that depends on the
// engine is in backend/db.
#pragma once

#include "backend/db/transaction.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace carnet {

// The environment broke. Caught once, in the dispatcher or in main.
class DatabaseError : public std::runtime_error {
  public:
    enum class Kind {
        busy,       // Somebody else holds the lock.
        full,       // No space left.
        read_only,  // File or folder may not be written.
        corrupt,    // Not a database, or damaged.
        incomplete, // Tables or columns that the program needs are not there.
        cannot_open,
        too_new, // Written by a later version of the program.
        unique,  // Constraints: our callers check before, these are races and bugs.
        foreign_key,
        constraint,
        other,
    };
    DatabaseError(Kind kind, const std::string& detail) : std::runtime_error(detail), _kind(kind) {}
    Kind kind() const { return _kind; }

  private:
    Kind _kind;
};

class Connection;

class Database {
  public:
    struct Options {
        std::string path; // Of carnet.db.
        std::function<Instant()> clock;
        int readers = 4; // Read connections kept open.
        bool create = true;
    };
    // Opens, checks that it is ours, migrates, starts the writer. Throws DatabaseError.
    explicit Database(Options options);
    ~Database(); // Finishes what waits, checkpoints.
    Database(const Database&) = delete;

    // Runs `work` on the writer thread inside a savepoint of the current group and returns when it
    // is on the disk. `work` returns true to keep its changes, false to take them back. What it
    // throws is thrown here, after its changes were taken back. Not from within another transaction
    // of the same thread.
    void write(std::int64_t user_id, const std::function<bool(Transaction&)>& work);
    // A consistent view; any thread; never waits for the writer.
    void read(const std::function<void(Transaction&)>& work);

    // Called on the writer thread after each group was committed and before its requests are
    // answered: keeps the book and the directory in step. The transaction is a read-only one that
    // sees the new state.
    using CommitListener = std::function<void(Transaction&, const std::vector<Commit>&)>;
    void set_commit_listener(CommitListener listener);

    std::int64_t position() const { return _position.load(); } // Of the last commit.
    std::uint64_t group_count() const {
        return _groups.load();
    } // Commits so far, for tests and figures.
    std::uint64_t write_count() const { return _writes.load(); } // Requests in them.

    // Sentences about what is wrong with the file: pages, foreign keys. Empty when it is sound.
    std::vector<std::string> integrity_errors();
    void checkpoint();

  private:
    struct Writer;
    struct Pool;
    std::unique_ptr<Writer> _writer;
    std::unique_ptr<Pool> _pool;
    Options _options;
    std::atomic<std::int64_t> _position{0};
    std::atomic<std::uint64_t> _groups{0};
    std::atomic<std::uint64_t> _writes{0};
};

// A consistent copy of a database into one file, while others work on it. Throws DatabaseError.
void copy_database(const std::string& source, const std::string& destination);
// True when the file is a whole, undamaged database of ours.
bool sound_database(const std::string& path);

} // namespace carnet
