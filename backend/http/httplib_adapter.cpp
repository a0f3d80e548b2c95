// cpp-httplib's requests and answers as ours.

// Many browsers reconnect at once after a restart; the library's default would refuse all but five.
#define CPPHTTPLIB_LISTEN_BACKLOG 512
// How often an idle connection looks whether the server stops: a hundred times a second would keep
// a machine with many open pages awake.
#define CPPHTTPLIB_KEEPALIVE_TIMEOUT_CHECK_INTERVAL_USECOND 250000

#if defined(__GNUC__) && !defined(__clang__)
// std::regex inside the library, seen by g++ 12 with sanitizers (GCC bug 105562): a false alarm.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "backend/http/httplib_adapter.hpp"

#include "backend/app.hpp"
#include "backend/http/connection_threads.hpp"
#include "backend/http/security.hpp"
#include "shared/texts/server.hpp"

#include <httplib.h>

namespace carnet {
namespace {

// A live stream and an idle connection each hold a thread (8 KB of it in use).
constexpr std::size_t most_threads = 2000;
constexpr std::size_t longest_target = 4000;

class Sink : public StreamSink {
  public:
    explicit Sink(httplib::DataSink& sink) : _sink(sink) {}
    bool write(std::string_view bytes) override { return _sink.write(bytes.data(), bytes.size()); }

  private:
    httplib::DataSink& _sink;
};

class Threads : public httplib::TaskQueue {
  public:
    bool enqueue(std::function<void()> connection) override {
        return _threads.serve(std::move(connection));
    }
    void shutdown() override { _threads.shutdown(); }

  private:
    ConnectionThreads _threads{most_threads};
};

bool is_loopback(std::string_view address) {
    return address.substr(0, 4) == "127." || address == "::1";
}

Request to_request(const httplib::Request& from, bool secure) {
    Request to;
    to.method = parse_method(from.method).value_or(Method::get);
    const std::size_t question = from.target.find('?');
    to.path = from.target.substr(0, question);
    if (question != std::string::npos)
        to.query = from.target.substr(question + 1);
    for (const auto& [name, value] : from.headers)
        to.headers.emplace_back(name, value);
    to.remote_address = from.remote_addr;
    to.secure = secure;
    // A proxy on this machine speaks for the real client; anybody else could write what he likes.
    if (is_loopback(from.remote_addr)) {
        if (to.header("X-Forwarded-Proto") == "https")
            to.secure = true;
        const std::string forwarded(to.header("X-Forwarded-For"));
        if (!forwarded.empty()) {
            const std::size_t last = forwarded.find_last_of(", ");
            to.remote_address = forwarded.substr(last == std::string::npos ? 0 : last + 1);
        }
    }
    return to;
}

void send(Response&& from, httplib::Response& to) {
    // A plain success stays the library's to number: 206 when the request asked for a range.
    if (from.status != 200)
        to.status = from.status;
    for (const auto& [name, value] : from.headers)
        to.headers.emplace(name, value);
    if (from.stream) {
        // Proxies must not collect the events.
        to.headers.emplace("X-Accel-Buffering", "no");
        auto stream = std::make_shared<std::function<bool(StreamSink&)>>(std::move(from.stream));
        to.set_chunked_content_provider(
            from.content_type,
            [stream](std::size_t, httplib::DataSink& sink) {
                Sink ours(sink);
                if ((*stream)(ours))
                    return true;
                sink.done();
                return true;
            }
        );
        return;
    }
    if (from.provider) {
        to.set_content_provider(
            static_cast<std::size_t>(from.length),
            from.content_type,
            [give = std::move(from.provider
             )](std::size_t offset, std::size_t, httplib::DataSink& sink) {
                Sink ours(sink);
                return give(static_cast<std::int64_t>(offset), ours);
            }
        );
        return;
    }
    // The library writes the type of a provided body itself; twice, a browser would not compile the
    // program while it arrives.
    if (!from.content_type.empty() && from.static_body.empty())
        to.set_header("Content-Type", from.content_type);
    if (!from.static_body.empty()) {
        const std::string_view bytes = from.static_body;
        to.set_content_provider(
            bytes.size(),
            from.content_type,
            [bytes](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                return sink.write(bytes.data() + offset, length);
            }
        );
    } else {
        to.body = std::move(from.body);
    }
}

// What the library refuses by itself (bad request line, headers too long) gets our words and
// headers too.
void say_refused(httplib::Response& to) {
    to.set_header("X-Content-Type-Options", "nosniff");
    to.set_header("Cache-Control", "no-store");
    to.set_content(
        "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":" +
            std::to_string(to.status) + ",\"code\":\"malformed\"}",
        "application/problem+json"
    );
}

// What is refused before the request is read whole.
struct Refusal {
    int status;
    ErrorCode code;
    const Text& text;
    std::string allow = {}; // Value of Allow, which 405 has to name (RFC 9110 §15.5.6).
};
void refuse(const httplib::Request& from, httplib::Response& to, const Refusal& refusal) {
    const Language language = parse_language(from.get_header_value("Accept-Language").substr(0, 2));
    Response response =
        problem_response(make_error(refusal.code, tr(refusal.text, language)), refusal.status);
    response.header("Cache-Control", "no-store");
    if (refusal.status == 405)
        response.header("Allow", refusal.allow);
    add_security_headers(response, false);
    send(std::move(response), to);
}

} // namespace

struct HttpServer::Data {
    App* app = nullptr; // Set before the first request is read.
    Options options;
    std::unique_ptr<httplib::Server> server;

    explicit Data(Options o) : options(std::move(o)) {}
    bool secure() const { return !options.tls_cert.empty(); }
    void answer(
        const httplib::Request& from, httplib::Response& to, const httplib::ContentReader* reader
    );
    httplib::Server::HandlerResponse refused(const httplib::Request& from, httplib::Response& to);
    void set_up();
};

void HttpServer::Data::answer(
    const httplib::Request& from, httplib::Response& to, const httplib::ContentReader* reader
) {
    Request request = to_request(from, secure());
    // A DELETE without a length has no body (RFC 9112, 6.3). Version 0.41 of the library would wait
    // for one after the answer, and swallow the next request of the connection.
    if (!from.has_header("Content-Length") && !from.has_header("Transfer-Encoding"))
        const_cast<httplib::Request&>(from).body_consumed_ = true;
    if (reader) {
        const auto no = [&](ErrorCode code, const Text& text) {
            const Language language =
                parse_language(from.get_header_value("Accept-Language").substr(0, 2));
            Response response =
                app->refuse(request, make_error(code, tr(text, language)), language);
            response.header("Cache-Control", "no-store");
            add_security_headers(response, false);
            send(std::move(response), to);
        };
        const bool parts = request.media_type() == "multipart/form-data";
        if (parts && app->body_kind(request.method, request.path) != BodyKind::any_form)
            return no(ErrorCode::unsupported_type, texts::json_expected);
        if (from.has_header("Content-Encoding"))
            return no(ErrorCode::unsupported_type, texts::json_expected);
        const std::size_t limit = app->body_limit(request.method, request.path);
        if (from.get_header_value_u64("Content-Length") > limit)
            return no(ErrorCode::too_large, texts::body_too_large);
        request.body.reserve(static_cast<std::size_t>(from.get_header_value_u64("Content-Length")));
        bool fits = true;
        const auto take = [&](const char* bytes, std::size_t count) {
            fits = request.body.size() + count <= limit;
            if (fits)
                request.body.append(bytes, count);
            return fits;
        };
        // The library takes a form's parts from each other, when it knows their type by its own
        // reading; what they hold counts for the limit and is nothing we use.
        if (from.is_multipart_form_data())
            (*reader)([](const auto&) { return true; }, take);
        else
            (*reader)(take);
        if (!fits)
            return no(ErrorCode::too_large, texts::body_too_large);
        if (parts)
            request.body.clear();
    }
    Response response = app->handle(std::move(request));
    // Ranges of files are cut by us (files/file_response.cpp): the library must not cut them again.
    // A Range means something to GET alone (RFC 9110 §14.2): the answer to a write is given whole.
    if (response.provider || from.method != "GET")
        const_cast<httplib::Request&>(from).ranges.clear();
    send(std::move(response), to);
}

// The library refuses a Range that it cannot read, and asks nobody before. What is no range of
// bytes is ignored (RFC 9110 §14.2): the request is answered, and the connection ends after it, as
// the library has decided. A body it has not read either, and it shows nobody the way to it: other
// methods stay refused, before anything has happened.
httplib::Server::HandlerResponse
HttpServer::Data::refused(const httplib::Request& from, httplib::Response& to) {
    if (to.has_header("X-Content-Type-Options"))
        return httplib::Server::HandlerResponse::Unhandled;
    const bool reads = from.method == "GET" || from.method == "HEAD";
    if (to.status != 416 || !reads || from.target.size() > longest_target) {
        say_refused(to);
        return httplib::Server::HandlerResponse::Handled;
    }
    auto& request = const_cast<httplib::Request&>(from);
    request.ranges.clear();
    request.headers.erase("Connection");
    request.set_header("Connection", "close");
    to.status = 200;
    answer(from, to, nullptr);
    return httplib::Server::HandlerResponse::Handled;
}

void HttpServer::Data::set_up() {
    using Handled = httplib::Server::HandlerResponse;
    server->new_task_queue = [] { return new Threads; };
    // Only this: the library's own choice (SO_REUSEPORT) would let two servers share a port without
    // noticing.
    server->set_socket_options([](socket_t sock) {
        const int yes = 1;
        setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server->set_tcp_nodelay(true);
    server->set_keep_alive_max_count(1'000'000);
    server->set_keep_alive_timeout(30);
    server->set_read_timeout(15);
    server->set_write_timeout(15);
    constexpr std::size_t largest_body = std::size_t{64} * 1024 * 1024;
    server->set_payload_max_length(largest_body);
    server->set_error_handler(httplib::Server::HandlerWithResponse(
        [this](const httplib::Request& from, httplib::Response& to) { return refused(from, to); }
    ));
    server->set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
        // Our table does the routing; the library's is only asked for requests with a body.
        if (from.target.size() > longest_target)
            return refuse(from, to, {414, ErrorCode::malformed, texts::address_too_long}),
                   Handled::Handled;
        if (from.method == "GET" || from.method == "HEAD")
            return answer(from, to, nullptr), Handled::Handled;
        if (parse_method(from.method))
            return Handled::Unhandled;
        const std::string path = from.target.substr(0, from.target.find('?'));
        refuse(
            from,
            to,
            {405, ErrorCode::malformed, texts::method_not_allowed, app->allowed_methods(path)}
        );
        return Handled::Handled;
    });
    const auto with_body = [this](
                               const httplib::Request& from,
                               httplib::Response& to,
                               const httplib::ContentReader& reader
                           ) { answer(from, to, &reader); };
    const char* everything = "[\\s\\S]*";
    server->Post(everything, with_body);
    server->Put(everything, with_body);
    server->Patch(everything, with_body);
    server->Delete(everything, with_body);
}

HttpServer::HttpServer(Options options) : _data(std::make_unique<Data>(std::move(options))) {
    const Options& o = _data->options;
    if (_data->secure())
        _data->server = std::make_unique<httplib::SSLServer>(o.tls_cert.c_str(), o.tls_key.c_str());
    else
        _data->server = std::make_unique<httplib::Server>();
    _data->set_up();
}

HttpServer::~HttpServer() = default;

bool HttpServer::tls_ready() const {
    return _data->server->is_valid();
}

int HttpServer::bind() {
    const Options& o = _data->options;
    if (o.port == 0)
        return std::max(0, _data->server->bind_to_any_port(o.address));
    return _data->server->bind_to_port(o.address, o.port) ? o.port : 0;
}

void HttpServer::run(App& app) {
    _data->app = &app;
    _data->server->listen_after_bind();
}
void HttpServer::stop() {
    _data->server->stop();
}

} // namespace carnet
