// The writer thread with its shared commits, and the pool of readers.
#include "backend/db/database.hpp"

#include "backend/db/connection.hpp"
#include "backend/db/dialect.hpp"
#include "backend/db/migrations.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace carnet {
namespace {

using Clock = std::chrono::steady_clock;

struct Job {
    std::int64_t user_id = 0;
    const std::function<bool(Transaction&)>* work = nullptr;
    std::promise<void> done;
    std::exception_ptr failure;
    std::vector<Commit> commit; // One when it kept changes, else none.
};

} // namespace

struct Database::Writer {
    Database& owner;
    Connection connection;
    CommitListener listener;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job*> queue;
    bool stopping = false;
    std::size_t last_group = 1;
    Clock::duration last_commit{};
    std::thread thread;

    Writer(Database& database, const std::string& path, Connection::Mode mode)
        : owner(database), connection(path, mode) {}

    void loop();
    std::vector<Job*> take();
    void run_group(const std::vector<Job*>& jobs);
    void run_job(Job& job, std::int64_t& position);
    void tell(const std::vector<Job*>& jobs);
};

struct Database::Pool {
    std::string path;
    std::size_t most = 4;
    std::mutex mutex;
    std::vector<std::unique_ptr<Connection>> free;

    std::unique_ptr<Connection> take() {
        {
            const std::lock_guard lock(mutex);
            if (!free.empty()) {
                auto connection = std::move(free.back());
                free.pop_back();
                return connection;
            }
        }
        return std::make_unique<Connection>(path, Connection::Mode::read);
    }
    void give_back(std::unique_ptr<Connection> connection) {
        const std::lock_guard lock(mutex);
        if (free.size() < most)
            free.push_back(std::move(connection));
    }
};

void Database::Writer::loop() {
    for (;;) {
        const std::vector<Job*> jobs = take();
        if (jobs.empty())
            return;
        run_group(jobs);
        for (Job* job : jobs) {
            // Moved out first: the waiting thread owns the job and may be gone right after.
            std::promise<void> done = std::move(job->done);
            if (job->failure)
                done.set_exception(job->failure);
            else
                done.set_value();
        }
    }
}

// Everybody who waits goes into one group. When several came together the last time, they are
// probably on their way again: a short wait, small beside the commit itself, lets them share this
// one too.
std::vector<Job*> Database::Writer::take() {
    constexpr std::size_t largest_group = 256;
    std::unique_lock lock(mutex);
    wake.wait(lock, [&] { return stopping || !queue.empty(); });
    if (!stopping && queue.size() < last_group) {
        const auto patience =
            std::min<Clock::duration>(last_commit / 2, std::chrono::milliseconds(5));
        wake.wait_for(lock, patience, [&] { return stopping || queue.size() >= last_group; });
    }
    const std::size_t count = std::min(queue.size(), largest_group);
    std::vector<Job*> jobs(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(count));
    queue.erase(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(count));
    last_group = count;
    return jobs;
}

void Database::Writer::run_group(const std::vector<Job*>& jobs) {
    try {
        connection.run("BEGIN IMMEDIATE");
        std::int64_t position = owner._position;
        for (Job* job : jobs)
            run_job(*job, position);
        const auto start = Clock::now();
        connection.run("COMMIT");
        last_commit = Clock::now() - start;
        owner._position = position;
        owner._groups += 1;
        owner._writes += jobs.size();
    } catch (...) {
        // The whole group is lost: nobody may believe that his changes were kept.
        for (Job* job : jobs) {
            job->commit.clear();
            if (!job->failure)
                job->failure = std::current_exception();
        }
        try {
            if (connection.in_transaction())
                connection.run("ROLLBACK");
        } catch (const DatabaseError&) {
            // The next BEGIN will say so again.
        }
        return;
    }
    tell(jobs);
}

// Throws only when the engine took the whole group back by itself.
void Database::Writer::run_job(Job& job, std::int64_t& position) {
    connection.run("SAVEPOINT request");
    Transaction tx(connection, true, owner._options.clock(), job.user_id);
    tx._began = true;
    tx._position = position;
    bool keep = false;
    try {
        keep = (*job.work)(tx);
        if (keep)
            tx.finish_action();
    } catch (...) {
        job.failure = std::current_exception();
        keep = false;
        if (!connection.in_transaction())
            throw;
    }
    if (!keep)
        connection.run("ROLLBACK TO request");
    connection.run("RELEASE request");
    if (!keep || tx._journal.empty())
        return;
    position = tx._position;
    job.commit.push_back({tx._action, std::move(tx._journal), position});
}

void Database::Writer::tell(const std::vector<Job*>& jobs) {
    std::vector<Commit> commits;
    for (Job* job : jobs)
        for (Commit& commit : job->commit)
            commits.push_back(std::move(commit));
    if (commits.empty() || !listener)
        return;
    Transaction tx(connection, false, owner._options.clock(), 0);
    try {
        listener(tx, commits);
        if (tx._began)
            connection.run("COMMIT");
    } catch (const std::exception& error) {
        // What was committed stays so; the requests are answered.
        std::fprintf(
            stderr, "{\"level\":\"error\",\"message\":\"after a commit: %s\"}\n", error.what()
        );
        try {
            if (connection.in_transaction())
                connection.run("ROLLBACK");
        } catch (const DatabaseError&) {
        }
    }
}

Database::Database(Options options) : _options(std::move(options)) {
    if (!_options.clock) {
        _options.clock = [] {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
        };
    }
    const auto mode = _options.create ? Connection::Mode::create : Connection::Mode::write;
    _writer = std::make_unique<Writer>(*this, _options.path, mode);
    migrate(_writer->connection, _options.clock());
    _position = _writer->connection.integer("SELECT COALESCE(MAX(seq), 0) FROM journal");
    _pool = std::make_unique<Pool>();
    _pool->path = _options.path;
    _pool->most = static_cast<std::size_t>(_options.readers);
    _writer->thread = std::thread([this] { _writer->loop(); });
}

Database::~Database() {
    {
        const std::lock_guard lock(_writer->mutex);
        _writer->stopping = true;
    }
    _writer->wake.notify_all();
    _writer->thread.join();
    _pool.reset();
    try {
        _writer->connection.run("PRAGMA optimize");
        _writer->connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const DatabaseError&) {
        // The log is still there and is read at the next start.
    }
}

void Database::write(std::int64_t user_id, const std::function<bool(Transaction&)>& work) {
    Job job;
    job.user_id = user_id;
    job.work = &work;
    std::future<void> done = job.done.get_future();
    {
        const std::lock_guard lock(_writer->mutex);
        if (_writer->stopping)
            throw DatabaseError(DatabaseError::Kind::busy, "the server is stopping");
        _writer->queue.push_back(&job);
    }
    _writer->wake.notify_one();
    done.get();
}

void Database::read(const std::function<void(Transaction&)>& work) {
    std::unique_ptr<Connection> connection = _pool->take();
    {
        Transaction tx(*connection, false, _options.clock(), 0);
        work(tx); // When it throws, the connection is closed instead of going back.
        if (tx._began)
            connection->run("COMMIT");
    }
    _pool->give_back(std::move(connection));
}

void Database::set_commit_listener(CommitListener listener) {
    _writer->listener = std::move(listener);
}

void copy_database(const std::string& source, const std::string& destination) {
    Connection(source, Connection::Mode::read).copy_to(destination);
}

bool sound_database(const std::string& path) {
    try {
        Connection connection(path, Connection::Mode::read);
        return has_table(connection, "migration") &&
               connection.text("PRAGMA integrity_check(1)") == "ok";
    } catch (const DatabaseError&) {
        return false;
    }
}

std::vector<std::string> Database::integrity_errors() {
    Connection connection(_options.path, Connection::Mode::read);
    std::vector<std::string> errors;
    {
        Statement rows = connection.prepare("PRAGMA integrity_check(20)");
        while (rows.step())
            if (rows.view(0) != "ok")
                errors.push_back(rows.text(0));
    }
    Statement rows = connection.prepare("PRAGMA foreign_key_check");
    while (rows.step() && errors.size() < 40)
        errors.push_back(rows.text(0) + " " + rows.text(1) + " → " + rows.text(2));
    return errors;
}

void Database::checkpoint() {
    Connection connection(_options.path, Connection::Mode::write);
    connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace carnet
