// Loading and updating of the shared book; see book_sync.hpp.
#include "backend/features/book_sync.hpp"

#include "backend/features/access.hpp"
#include "backend/features/book_rows.hpp"
#include "backend/features/document_journal.hpp"
#include "backend/features/live.hpp"
#include "backend/features/row_pipe.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>

namespace carnet {

namespace {

// A stream does not carry more rows than this in one event; the reader loads the book again.
constexpr std::size_t live_row_limit = 2000;

void set_owner_names(App& app) {
    std::vector<std::pair<std::int64_t, std::string>> names;
    for (const auto& user : app.directory().state()->users)
        names.emplace_back(user.id, user.name);
    app.book().book.set_owner_names(names);
}

// Up to which revision each order was prepared. Preparing waits for the first reader who needs the
// column, not for the writer.
struct BookOrders : App::Keep {
    std::array<std::atomic<std::uint64_t>, static_cast<std::size_t>(BookColumn::column_count)>
        ready_revision{}; // Revisions begin at 1.
};

void sort_once(Ids& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool changes_words(const JournalRow& row) {
    return row.entity == "tag" || row.entity == "option" || row.entity == "user" ||
           row.entity == "workspace" || row.entity == "role_grant" || row.entity == "saved_view";
}

// What one commit touched; `clients` sorted, each once.
struct Touched {
    Ids clients;
    std::vector<LiveTouch> entities;
    bool words = false;
};

void touch(
    Touched& touched, const std::string& entity, std::int64_t client_id, std::int64_t folder_id = -1
) {
    touched.clients.push_back(client_id);
    if (!touched.entities.empty() && touched.entities.back().client_id == client_id &&
        touched.entities.back().entity == entity && touched.entities.back().folder_id == folder_id)
        return;
    if (touched.entities.size() < live_row_limit)
        touched.entities.push_back({entity, client_id, folder_id});
}

Touched touched_by(Transaction& tx, const Commit& commit) {
    Touched touched;
    std::int64_t last_contact = 0;
    for (const auto& row : commit.rows) {
        if (row.entity == "client") {
            touch(touched, row.entity, row.entity_id);
        } else if (row.client_id != 0) {
            touch(touched, row.entity, row.client_id, folder_of_row(tx, row));
        } else if (row.entity == "contact" && row.entity_id != last_contact) {
            last_contact = row.entity_id;
            for (const auto id : clients_of_contact(tx, row.entity_id))
                touch(touched, row.entity, id);
        } else if (changes_words(row)) {
            touched.words = true;
        }
    }
    sort_once(touched.clients);
    return touched;
}

using BeforeAfter = std::map<std::int64_t, LiveClient>;

void remember_before(const Book& book, std::int64_t id, LiveClient& client) {
    client.id = id;
    const Slot slot = book.slot_of(id);
    if (slot == no_slot)
        return;
    const Audience audience = book.audience(slot);
    client.was_there = true;
    client.old_owner_id = audience.owner_id;
    client.old_assigned_ids.assign(audience.assigned.begin(), audience.assigned.end());
}

// Puts the rows of `ids` as they are now into the book, which then stands at `position`: nobody may
// see new rows with an old position. Fills `clients` unless there are too many to tell.
void refresh(
    App& app, Transaction& tx, const Ids& ids, std::int64_t position, BeforeAfter& clients
) {
    const bool tell = ids.size() <= live_row_limit;
    const auto rows = book_rows(tx, ids);
    std::unique_lock lock(app.book().mutex);
    app.book().position = position;
    Book& book = app.book().book;
    auto row = rows.begin();
    for (const auto id : ids) {
        if (tell)
            remember_before(book, id, clients[id]);
        if (row != rows.end() && row->id == id) {
            book.put(*row);
            if (tell)
                clients[id].row = std::make_shared<const BookRow>(*row);
            ++row;
        } else {
            book.remove(id);
        }
    }
}

LiveEventPtr
make_event(const Commit& commit, const Touched& touched, const BeforeAfter& clients, bool rights) {
    auto event = std::make_shared<LiveEvent>();
    event->position = commit.position;
    event->user_id = commit.action.user_id;
    event->action_id = commit.action.id;
    event->touched = touched.entities;
    event->words = touched.words;
    event->rights = rights;
    for (const auto id : touched.clients) {
        const auto found = clients.find(id);
        if (found == clients.end())
            event->too_many = true;
        else
            event->clients.push_back(found->second);
    }
    return event;
}

} // namespace

void load_book(App& app, Transaction& tx) {
    const std::int64_t position = tx.position();
    auto count = tx.prepare("SELECT count(*) FROM client WHERE deleted_at IS NULL");
    const std::int64_t clients = count.step() ? count.integer(0) : 0;
    std::unique_lock lock(app.book().mutex);
    Book& book = app.book().book;
    book.clear();
    book.reserve(static_cast<std::size_t>(clients));
    set_owner_names(app);
    RowPipe pipe(book);
    load_book_rows(tx, [&](BookRow&& row) { pipe.give(std::move(row)); });
    pipe.finish();
    app.book().position = position;
}

void sync_book(
    App& app, Transaction& tx, const std::vector<Commit>& commits, bool directory_changed
) {
    std::vector<Touched> touched;
    Ids all;
    for (const auto& commit : commits) {
        touched.push_back(touched_by(tx, commit));
        all.insert(all.end(), touched.back().clients.begin(), touched.back().clients.end());
    }
    sort_once(all);
    BeforeAfter clients;
    if (!commits.empty())
        refresh(app, tx, all, commits.back().position, clients);
    if (directory_changed) {
        const std::unique_lock lock(app.book().mutex);
        set_owner_names(app);
    }
    for (std::size_t i = 0; i < commits.size(); ++i)
        app.live().publish(make_event(commits[i], touched[i], clients, directory_changed));
}

BookReader::BookReader(App& app) : _shared(app.book()), _lock(_shared.mutex) {}

BookReader::BookReader(App& app, BookColumn sorted_by) : BookReader(app) {
    auto& ready = app.keep<BookOrders>().ready_revision[static_cast<std::size_t>(sorted_by)];
    while (ready.load() != _shared.book.revision()) {
        _lock.unlock();
        {
            std::unique_lock alone(_shared.mutex);
            _shared.book.prepare(sorted_by, -1);
            ready = _shared.book.revision();
        }
        _lock.lock();
    }
}

bool BookReader::sees(const Actor& actor, std::int64_t client_id) const {
    const Slot slot = _shared.book.slot_of(client_id);
    return slot != no_slot && can_see(actor, _shared.book.audience(slot));
}

} // namespace carnet
