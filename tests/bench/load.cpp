// A load generator small enough not to disturb what it measures: one thread, plain non-blocking
// sockets on loopback.
//   load get PORT COOKIE CONNECTIONS SECONDS         paths on standard input, sent one after the
//   other, round and round load patch PORT COOKIE CONNECTIONS SECONDS POS   identifiers of clients
//   on standard input; writes their phone load commits FILE SECONDS                        what the
//   disk can do: SQLite commits, one at a time
// The answer is one line of JSON on standard output.
#include <sqlite3.h>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

double now_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

[[noreturn]] void die(const std::string& message) {
    std::fprintf(stderr, "load: %s\n", message.c_str());
    std::exit(1);
}

std::vector<std::string> lines_of_input() {
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);)
        if (!line.empty())
            lines.push_back(line);
    if (lines.empty())
        die("nothing on standard input");
    return lines;
}

// What happened so far; printed at the end.
struct Tally {
    std::vector<float> ms;
    long errors = 0;
    std::string first_error;
    double bytes = 0;

    void print(double seconds) {
        std::sort(ms.begin(), ms.end());
        const auto at = [&](double part) {
            return ms.empty()
                       ? 0.0f
                       : ms[static_cast<std::size_t>(part * static_cast<double>(ms.size() - 1))];
        };
        std::string shown;
        for (const char c : first_error.substr(0, 300))
            if (c >= ' ' && c != '"' && c != '\\')
                shown += c;
        std::printf(
            "{\"done\":%zu,\"seconds\":%.3f,\"rate\":%.1f,\"errors\":%ld,\"median_ms\":%.3f,\"p95_"
            "ms\":%.3f,\"bytes\":%.0f,\"error\":\"%s\"}\n",
            ms.size(),
            seconds,
            static_cast<double>(ms.size()) / seconds,
            errors,
            at(0.5),
            at(0.95),
            bytes,
            shown.c_str()
        );
    }
};

// The value of a header, names in any case; empty when absent.
std::string_view header(std::string_view head, std::string_view name) {
    for (std::size_t at = 0; (at = head.find("\r\n", at)) != std::string_view::npos;) {
        at += 2;
        if (head.size() - at < name.size() + 1 || head[at + name.size()] != ':')
            continue;
        const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
        if (!std::equal(
                name.begin(), name.end(), head.begin() + static_cast<std::ptrdiff_t>(at), same
            ))
            continue;
        auto value = head.substr(at + name.size() + 1);
        value = value.substr(0, value.find("\r\n"));
        while (!value.empty() && value.front() == ' ')
            value.remove_prefix(1);
        return value;
    }
    return {};
}

// One kept-alive connection with one request under way.
struct Connection {
    int socket = -1;
    std::string out, in;
    std::size_t sent = 0;
    double started = 0;
    std::size_t item = 0; // What the request was about; the caller's business.

    void open(int port) {
        socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            die("no server on that port");
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    void send(std::string request) {
        out = std::move(request);
        in.clear();
        sent = 0;
        started = now_s();
        write_more();
    }
    void write_more() {
        while (sent < out.size()) {
            const auto n =
                ::send(socket, out.data() + sent, out.size() - sent, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (n <= 0)
                return;
            sent += static_cast<std::size_t>(n);
        }
    }
    // False when the server has closed the connection.
    bool read_more() {
        char piece[65536];
        for (;;) {
            const auto n = recv(socket, piece, sizeof piece, MSG_DONTWAIT);
            if (n == 0)
                return false;
            if (n < 0)
                return errno == EAGAIN || errno == EWOULDBLOCK;
            in.append(piece, static_cast<std::size_t>(n));
        }
    }
    bool complete() const {
        const auto end = in.find("\r\n\r\n");
        if (end == std::string::npos)
            return false;
        const std::string_view head(in.data(), end + 2);
        if (const auto length = header(head, "content-length"); !length.empty())
            return in.size() >= end + 4 + std::strtoull(std::string(length).c_str(), nullptr, 10);
        if (header(head, "transfer-encoding").empty())
            return true; // 204
        return in.size() >= end + 9 && in.compare(in.size() - 5, 5, "0\r\n\r\n") == 0;
    }
    std::string_view body() const { return std::string_view(in).substr(in.find("\r\n\r\n") + 4); }
    int status() const { return in.size() > 12 ? std::atoi(in.c_str() + 9) : 0; }
};

using Next = std::function<std::string(Connection&)>; // The next request of a connection.
using Answered = std::function<void(const Connection&)>;

// Closed loop: each connection sends its next request when the answer is there. The last answers
// are waited for, not counted: what comes after the load must not meet writes that are still under
// way.
void drive(int port, int count, double seconds, const Next& next, const Answered& answered) {
    std::vector<Connection> connections(static_cast<std::size_t>(count));
    std::vector<pollfd> polls;
    for (auto& connection : connections) {
        connection.open(port);
        polls.push_back({connection.socket, POLLIN, 0});
    }
    Tally tally;
    const double start = now_s(), end = start + seconds;
    for (auto& connection : connections)
        connection.send(next(connection));
    double now = start;
    const auto finish = [&](std::size_t i) {
        close(connections[i].socket);
        polls[i].fd = -1;
        --count;
    };
    while (count > 0 && now < end + 10) {
        if (poll(polls.data(), polls.size(), 200) < 0)
            die("poll");
        now = now_s();
        for (std::size_t i = 0; i < polls.size(); ++i) {
            auto& connection = connections[i];
            connection.write_more();
            if (!polls[i].revents)
                continue;
            const bool open = connection.read_more();
            if (!connection.complete()) {
                if (open)
                    continue;
                ++tally.errors;
                tally.first_error = "connection closed";
                if (now >= end) {
                    finish(i);
                    continue;
                }
                close(connection.socket);
                connection.open(port);
                polls[i].fd = connection.socket;
                connection.send(next(connection));
                continue;
            }
            if (now >= end) {
                finish(i);
                continue;
            }
            tally.bytes += static_cast<double>(connection.in.size());
            const bool fine = connection.status() >= 200 && connection.status() < 300;
            if (fine)
                tally.ms.push_back(static_cast<float>((now - connection.started) * 1000));
            else if (tally.errors++ == 0)
                tally.first_error = connection.in;
            answered(connection);
            if (!open || header(connection.in, "connection") == "close") {
                close(connection.socket);
                connection.open(port);
                polls[i].fd = connection.socket;
            }
            connection.send(next(connection));
        }
    }
    tally.print(end - start);
}

void get(char** argument) {
    const auto paths = lines_of_input();
    std::vector<std::string> requests;
    for (const auto& path : paths)
        requests.push_back(
            "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + argument[0] +
            "\r\nCookie: " + argument[1] + "\r\nAccept: application/json\r\n\r\n"
        );
    std::size_t turn = 0;
    drive(
        std::atoi(argument[0]),
        std::atoi(argument[2]),
        std::atof(argument[3]),
        [&](Connection&) { return requests[turn++ % requests.size()]; },
        [](const Connection&) {}
    );
}

void patch(char** argument) {
    const auto ids = lines_of_input();
    std::vector<std::string> versions(ids.size(), argument[4]);
    std::size_t turn = 0;
    const auto run = std::to_string(getpid()) + "-" + std::to_string(static_cast<long>(now_s()));
    const auto next = [&](Connection& connection) {
        connection.item = turn++ % ids.size();
        char body[160], number[16];
        std::snprintf(number, sizeof number, "06%08zu", turn % 90000000 + 10000000);
        std::snprintf(
            body,
            sizeof body,
            "{\"fields\":{\"phone\":{\"value\":\"%s\",\"version\":%s}}}",
            number,
            versions[connection.item].c_str()
        );
        return "PATCH /api/clients/" + ids[connection.item] +
               " HTTP/1.1\r\nHost: 127.0.0.1:" + argument[0] + "\r\nCookie: " + argument[1] +
               "\r\nContent-Type: application/json\r\nIdempotency-Key: bench-" + run + "-" +
               std::to_string(turn) + "\r\nContent-Length: " + std::to_string(std::strlen(body)) +
               "\r\n\r\n" + body;
    };
    const auto answered = [&](const Connection& connection) {
        const auto body = connection.body();
        const auto at = body.find("\"position\":");
        if (at != std::string_view::npos)
            versions[connection.item] = std::to_string(std::atoll(body.data() + at + 11));
    };
    drive(std::atoi(argument[0]), std::atoi(argument[2]), std::atof(argument[3]), next, answered);
}

void commits(const char* file, double seconds) {
    std::remove(file);
    sqlite3* db = nullptr;
    const auto run = [&](const char* sql) {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            die(sqlite3_errmsg(db));
    };
    if (sqlite3_open(file, &db) != SQLITE_OK)
        die("cannot open the database");
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("CREATE TABLE client(id INTEGER PRIMARY KEY, phone TEXT); CREATE TABLE journal(seq INTEGER "
        "PRIMARY KEY, client INTEGER, value TEXT)");
    run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT "
        "INTO client SELECT i, 'phone' FROM n");
    Tally tally;
    const double start = now_s(), end = start + seconds;
    double now = start;
    for (int i = 1; now < end; ++i) {
        char sql[256];
        std::snprintf(
            sql,
            sizeof sql,
            "BEGIN IMMEDIATE; UPDATE client SET phone='06%08d' WHERE id=%d; INSERT INTO "
            "journal(client, value) VALUES(%d, '06%08d'); COMMIT",
            i,
            i % 1000 + 1,
            i % 1000 + 1,
            i
        );
        const double before = now;
        run(sql);
        now = now_s();
        tally.ms.push_back(static_cast<float>((now - before) * 1000));
    }
    sqlite3_close(db);
    tally.print(now - start);
}

} // namespace

int main(int count, char** argument) {
    const std::string_view what = count > 1 ? argument[1] : "";
    if (what == "get" && count == 6)
        get(argument + 2);
    else if (what == "patch" && count == 7)
        patch(argument + 2);
    else if (what == "commits" && count == 4)
        commits(argument[2], std::atof(argument[3]));
    else
        die("get PORT COOKIE CONNECTIONS SECONDS | patch PORT COOKIE CONNECTIONS SECONDS POSITION "
            "| commits FILE SECONDS");
}
