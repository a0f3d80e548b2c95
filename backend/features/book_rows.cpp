// Five statements, each ordered by client, walked side by side: the whole book is five sequential
// scans, and one client is five look-ups with the same SQL.
#include "backend/features/book_rows.hpp"

#include "shared/domain/client.hpp"
#include "shared/domain/contact.hpp"
#include "shared/domain/project.hpp"

#include <algorithm>
#include <optional>

namespace carnet {

namespace {

constexpr std::string_view client_sql =
    "SELECT id, kind, state, legal_name, trade_name, first_name, last_name, reference, "
    "previous_reference, siren, siret, email, phone, owner_id, tag_ids, archived_at, created_at "
    "FROM client WHERE id BETWEEN :low AND :high AND deleted_at IS NULL ORDER BY id";
constexpr std::string_view contact_sql =
    "SELECT l.client_id, l.is_main, l.is_active, l.roles, p.first_name, p.last_name, p.email, "
    "p.phone, p.mobile FROM client_contact l JOIN contact p ON p.id = l.contact_id "
    "WHERE l.client_id BETWEEN :low AND :high ORDER BY l.client_id";
constexpr std::string_view address_sql =
    "SELECT client_id, postal_code, city FROM address "
    "WHERE client_id BETWEEN :low AND :high AND is_main = 1 ORDER BY client_id";
constexpr std::string_view project_sql =
    "SELECT client_id, state, progress, budget_cents, team_ids FROM project "
    "WHERE client_id BETWEEN :low AND :high ORDER BY client_id";
// The index (client_id, happened_at, kind) answers this without touching the table; the last row of
// a client counts.
// Without files: the row is everybody's, and not everybody may know of every folder.
constexpr std::string_view activity_sql = "SELECT client_id, happened_at, kind FROM activity "
                                          "WHERE client_id BETWEEN :low AND :high AND kind <> "
                                          "'file' ORDER BY client_id, happened_at, kind";

template <class E>
E to_enum(std::string_view word, E fallback) {
    const auto choices = choices_of(fallback);
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].value == word)
            return static_cast<E>(i);
    return fallback;
}

// A statement ordered by client, its first column, read one client at a time.
class Cursor {
  public:
    Cursor(Transaction& tx, std::string_view sql) : _statement(tx.prepare(sql)) {}

    void start(std::int64_t low, std::int64_t high) {
        _statement.reset();
        _statement.bind("low", low).bind("high", high);
        _more = _statement.step();
    }
    // Calls `row` for each row of the client; rows of clients before it (in the bin) are passed
    // over.
    template <class Row>
    void rows_of(std::int64_t client_id, const Row& row) {
        while (_more && _statement.integer(0) < client_id)
            _more = _statement.step();
        while (_more && _statement.integer(0) == client_id) {
            row(_statement);
            _more = _statement.step();
        }
    }

  private:
    Statement _statement;
    bool _more = false;
};

void read_client(const Statement& s, BookRow& row) {
    Client client;
    client.kind = to_enum(s.view(1), ClientKind::company);
    client.legal_name = s.view(3);
    client.trade_name = s.view(4);
    client.first_name = s.view(5);
    client.last_name = s.view(6);
    row.id = s.integer(0);
    row.kind = client.kind;
    row.state = to_enum(s.view(2), ClientState::prospect);
    row.name = display_name(client);
    if (client.legal_name != row.name)
        row.legal_name = client.legal_name;
    row.reference = s.view(7);
    row.previous_reference = s.view(8);
    row.siren = s.view(9);
    row.siret = s.view(10);
    row.email = s.view(11);
    row.phone = s.view(12);
    row.owner_id = s.integer(13);
    row.tag_ids = parse_ids(s.view(14));
    row.archived = !s.is_null(15);
    row.created_ms = s.instant(16).ms;
}

void add_line(std::string& text, std::string_view line) {
    if (line.empty())
        return;
    if (!text.empty())
        text += '\n';
    text += line;
}

// The first word of a JSON array of words: ["technical","billing"] gives technical.
std::string_view first_word(std::string_view json) {
    const auto begin = json.find('"');
    if (begin == std::string_view::npos)
        return {};
    const auto end = json.find('"', begin + 1);
    return end == std::string_view::npos ? std::string_view{}
                                         : json.substr(begin + 1, end - begin - 1);
}

void read_contact(const Statement& s, BookRow& row) {
    Contact contact;
    contact.first_name = s.view(4);
    contact.last_name = s.view(5);
    const std::string name = display_name(contact);
    add_line(row.contacts_text, name);
    for (int column = 6; column <= 8; ++column)
        add_line(row.contacts_text, s.view(column));
    const bool is_main = s.integer(1) != 0, is_active = s.integer(2) != 0;
    if (!is_main || !is_active)
        return;
    row.contact_name = name;
    row.contact_role = first_word(s.view(3));
}

struct ProjectSums {
    ClientFigures figures;
    std::int64_t progress = 0; // Of those that run.
};

void read_project(const Statement& s, BookRow& row, ProjectSums& sums) {
    const auto state = to_enum(s.view(1), ProjectState::running);
    for (const auto user : parse_ids(s.view(4)))
        if (std::find(row.assigned_ids.begin(), row.assigned_ids.end(), user) ==
            row.assigned_ids.end())
            row.assigned_ids.push_back(user);
    add_project(sums.figures, state, s.integer(3));
    if (state == ProjectState::running)
        sums.progress += s.integer(2);
}

class Loader {
  public:
    explicit Loader(Transaction& tx)
        : _client(tx.prepare(client_sql)), _contacts(tx, contact_sql), _addresses(tx, address_sql),
          _projects(tx, project_sql), _activities(tx, activity_sql) {}

    template <class Take>
    void load(std::int64_t low, std::int64_t high, const Take& take) {
        _client.reset();
        _client.bind("low", low).bind("high", high);
        for (Cursor* cursor : {&_contacts, &_addresses, &_projects, &_activities})
            cursor->start(low, high);
        while (_client.step()) {
            _row = BookRow{};
            read_client(_client, _row);
            read_children();
            take(std::move(_row));
        }
        _client.reset();
    }

  private:
    void read_children() {
        _contacts.rows_of(_row.id, [&](const Statement& s) { read_contact(s, _row); });
        _addresses.rows_of(_row.id, [&](const Statement& s) {
            _row.postal_code = s.view(1);
            _row.city = s.view(2);
        });
        ProjectSums sums;
        _projects.rows_of(_row.id, [&](const Statement& s) { read_project(s, _row, sums); });
        _row.value_cents = sums.figures.value_cents;
        _row.running_value_cents = sums.figures.running_value_cents;
        _row.active_projects = sums.figures.active_projects;
        if (_row.active_projects > 0)
            _row.progress = sums.progress / _row.active_projects;
        else if (sums.figures.waiting_projects == 0 && sums.figures.ended_projects > 0)
            _row.progress = 100;
        std::string latest, kind;
        _activities.rows_of(_row.id, [&](const Statement& s) {
            latest = s.view(1);
            kind = s.view(2);
        });
        if (const auto at = parse_iso_instant(latest)) {
            _row.last_activity_ms = at->ms;
            _row.last_activity_kind = to_enum(kind, ActivityKind::note);
        }
    }

    Statement _client;
    Cursor _contacts, _addresses, _projects, _activities;
    BookRow _row;
};

} // namespace

void load_book_rows(Transaction& tx, const std::function<void(BookRow&&)>& take) {
    Loader(tx).load(1, INT64_MAX, take);
}

std::vector<BookRow> book_rows(Transaction& tx, std::span<const std::int64_t> ids) {
    std::vector<BookRow> rows;
    if (ids.empty())
        return rows;
    rows.reserve(ids.size());
    Loader loader(tx);
    const auto span = ids.back() - ids.front() + 1;
    // One walk over the range costs about as much as look-ups for a quarter of it.
    if (ids.size() > 64 && span / 4 < static_cast<std::int64_t>(ids.size())) {
        loader.load(ids.front(), ids.back(), [&](BookRow&& row) {
            if (std::binary_search(ids.begin(), ids.end(), row.id))
                rows.push_back(std::move(row));
        });
        return rows;
    }
    for (const auto id : ids)
        loader.load(id, id, [&](BookRow&& row) { rows.push_back(std::move(row)); });
    return rows;
}

Ids parse_ids(std::string_view json) {
    Ids ids;
    std::int64_t id = 0;
    bool digits = false;
    for (const char c : json) {
        if (c >= '0' && c <= '9') {
            id = id * 10 + (c - '0');
            digits = true;
        } else if (digits) {
            ids.push_back(id);
            id = 0;
            digits = false;
        }
    }
    if (digits) // A single number without brackets.
        ids.push_back(id);
    return ids;
}

} // namespace carnet
