// Large files over loopback: a plain server of cpp-httplib to compare with, and the client that
// measures both.
//   copy serve FOLDER              prints its port; PUT /NAME?offset=N writes a piece of a file,
//                                  GET /NAME sends it back
//   copy up PORT PATH COOKIE SIZE  PUT of SIZE bytes in pieces of 4 MB to PATH?offset=N; prints
//                                  seconds
//   copy down PORT PATH COOKIE     GET, thrown away; prints bytes and seconds
#include <httplib.h>

#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t piece_size = std::size_t{4} << 20;

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

int serve(const std::string& folder) {
    httplib::Server server;
    server.set_tcp_nodelay(true);
    server.set_payload_max_length(std::size_t{64} << 20);
    server.Put(
        "/[a-z]+",
        [&](const httplib::Request& request,
            httplib::Response& response,
            const httplib::ContentReader& reader) {
            std::string body;
            reader([&](const char* bytes, std::size_t count) {
                return body.append(bytes, count), true;
            });
            const int file = ::open((folder + request.path).c_str(), O_RDWR | O_CREAT, 0600);
            const bool wrote =
                ::pwrite(
                    file, body.data(), body.size(), std::stoll(request.get_param_value("offset"))
                ) == static_cast<ssize_t>(body.size());
            ::close(file);
            response.status = wrote ? 200 : 500;
            response.set_content("{}", "application/json");
        }
    );
    server.Get("/[a-z]+", [&](const httplib::Request& request, httplib::Response& response) {
        const int file = ::open((folder + request.path).c_str(), O_RDONLY);
        const auto size = static_cast<std::size_t>(::lseek(file, 0, SEEK_END));
        auto piece = std::make_shared<std::string>(std::size_t{256} << 10, '\0');
        response.set_content_provider(
            size,
            "application/octet-stream",
            [file, piece](std::size_t offset, std::size_t, httplib::DataSink& sink) {
                const auto got =
                    ::pread(file, piece->data(), piece->size(), static_cast<off_t>(offset));
                return got > 0 && sink.write(piece->data(), static_cast<std::size_t>(got));
            },
            [file](bool) { ::close(file); }
        );
    });
    const int port = server.bind_to_any_port("127.0.0.1");
    std::printf("%d\n", port);
    std::fflush(stdout);
    return server.listen_after_bind() ? 0 : 1;
}

int up(int port, const std::string& path, const std::string& cookie, std::int64_t size) {
    httplib::Client client("127.0.0.1", port);
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    std::string piece(piece_size, '\0');
    const auto start = Clock::now();
    for (std::int64_t offset = 0; offset < size;) {
        const auto count =
            static_cast<std::size_t>(std::min<std::int64_t>(size - offset, piece_size));
        for (std::size_t i = 0; i < piece.size();
             i += 4096) // No two pages alike, as in real files.
            piece[i] = static_cast<char>((offset + static_cast<std::int64_t>(i)) >> 12);
        const auto answer = client.Put(
            path + "?offset=" + std::to_string(offset),
            {{"Cookie", cookie}},
            piece.data(),
            count,
            "application/octet-stream"
        );
        if (!answer || answer->status != 200) {
            std::fprintf(
                stderr,
                "PUT at %lld: %d %s\n",
                static_cast<long long>(offset),
                answer ? answer->status : 0,
                answer ? answer->body.c_str() : ""
            );
            return 1;
        }
        offset += static_cast<std::int64_t>(count);
    }
    std::printf("{\"seconds\":%.4f}\n", since(start));
    return 0;
}

int down(int port, const std::string& path, const std::string& cookie) {
    httplib::Client client("127.0.0.1", port);
    std::int64_t bytes = 0;
    const auto start = Clock::now();
    const auto answer = client.Get(path, {{"Cookie", cookie}}, [&](const char*, std::size_t count) {
        bytes += static_cast<std::int64_t>(count);
        return true;
    });
    if (!answer || answer->status != 200)
        return 1;
    std::printf("{\"bytes\":%lld,\"seconds\":%.4f}\n", static_cast<long long>(bytes), since(start));
    return 0;
}

} // namespace

int main(int count, char** argument) {
    const std::string mode = count > 1 ? argument[1] : "";
    if (mode == "serve" && count == 3)
        return serve(argument[2]);
    if (mode == "up" && count == 6)
        return up(std::stoi(argument[2]), argument[3], argument[4], std::stoll(argument[5]));
    if (mode == "down" && count == 5)
        return down(std::stoi(argument[2]), argument[3], argument[4]);
    return 2;
}
