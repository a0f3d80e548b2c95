// `carnet serve`: opens the workspace, listens, stops in good order.
#include "backend/app.hpp"
#include "backend/cli/cli.hpp"
#include "backend/cli/data_folder.hpp"
#include "backend/features/demo/demo.hpp"
#include "backend/features/sessions.hpp"
#include "backend/http/httplib_adapter.hpp"
#include "backend/mail/worker.hpp"
#include "backend/sessions.hpp"
#include "shared/texts/cli.hpp"

#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <malloc.h>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace carnet {
namespace {

int read_port(const CommandInput& input) {
    const std::string text = input.option("port", "8080");
    int port = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port < 0 || port > 65535)
        throw CommandError{tr(texts::cli_bad_port, input.language), exit_usage};
    return port;
}

bool is_loopback(const std::string& address) {
    return address.compare(0, 4, "127.") == 0 || address == "::1" || address == "localhost";
}

std::string url_of(const HttpServer::Options& options, int port) {
    const std::string host = options.address.find(':') != std::string::npos
                                 ? "[" + options.address + "]"
                                 : options.address;
    return (options.tls_cert.empty() ? "http://" : "https://") + host + ":" + std::to_string(port);
}

void say(const Text& text, Language language, std::initializer_list<Placeholder> values = {}) {
    std::printf("%s\n", fill(tr(text, language), values).c_str());
    std::fflush(stdout);
}

// Nobody can sign in yet: whoever sees this terminal becomes the owner.
void offer_first_start(App& app, const std::string& url, Language language) {
    if (!app.directory().state()->users.empty())
        return;
    std::string token;
    app.database().write(0, [&](Transaction& tx) {
        token = Sessions::create_link(tx, LinkPurpose::start, 0);
        return true;
    });
    say(texts::first_start, language);
    std::printf("  %s%s\n", url.c_str(), link_path(LinkPurpose::start, token).c_str());
    std::fflush(stdout);
}

// A demonstration is for looking around: how to sign in is no secret.
void show_demo_accounts(App& app, Language language) {
    bool demo = false;
    app.database().read([&](Transaction& tx) { demo = demo::is_demo(tx); });
    if (demo)
        std::printf("%s", demo::accounts_text(language).c_str());
    std::fflush(stdout);
}

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

// Waits for SIGTERM or SIGINT, then stops the server; a request that hangs delays the end by some
// seconds at most.
class Stopper {
  public:
    Stopper(App& app, HttpServer& server, MailWorker& mails, Language language)
        : _thread([this, &app, &server, &mails, language] { wait(app, server, mails, language); }) {
    }
    ~Stopper() {
        {
            const std::lock_guard lock(_mutex);
            _finished = true;
        }
        _wake.notify_all();
        // It waits for this signal (sigwait): nothing is killed.
        // NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread)
        pthread_kill(_thread.native_handle(), SIGTERM);
        _thread.join();
    }

  private:
    void wait(App& app, HttpServer& server, MailWorker& mails, Language language) {
        const sigset_t set = stop_signals();
        int received = 0;
        sigwait(&set, &received);
        std::unique_lock lock(_mutex);
        if (_finished)
            return;
        say(texts::stopping, language);
        mails.stop();
        app.stop();
        server.stop();
        constexpr auto patience = std::chrono::milliseconds(2500);
        if (_wake.wait_for(lock, patience, [&] { return _finished; }))
            return;
        say(texts::stop_late, language);
        _exit(0);
    }

    std::mutex _mutex;
    std::condition_variable _wake;
    bool _finished = false;
    std::thread _thread;
};

} // namespace

void check_serve(const CommandInput& input) {
    read_port(input);
    if (input.option("tls-cert").empty() != input.option("tls-key").empty())
        throw CommandError{tr(texts::cli_tls_both, input.language), exit_usage};
}

int serve_command(const CommandInput& input, App*) {
    const Language language = input.language;
    HttpServer::Options options{
        .address = input.option("address", "127.0.0.1"),
        .port = read_port(input),
        .tls_cert = input.option("tls-cert"),
        .tls_key = input.option("tls-key")};
    // Before any thread starts, so that none of them receives the signals.
    const sigset_t set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    // Hundreds of threads that mostly sleep must not each keep memory of their own.
    mallopt(M_ARENA_MAX, 4);
    // Large buffers (the book, compression) are given back when they are freed. Without a fixed
    // limit the library raises it up to 32 MB and keeps them for later.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);

    // First the port: where it is taken, nothing is made in the data folder.
    HttpServer server(options);
    if (!server.tls_ready())
        throw CommandError{tr(texts::tls_bad, language)};
    errno = 0;
    const int port = server.bind();
    if (port == 0) {
        const Text& text = errno == EACCES ? texts::port_forbidden : texts::port_taken;
        throw CommandError{fill(
            tr(text, language),
            {{"port", std::to_string(options.port)}, {"address", options.address}}
        )};
    }
    const std::string folder = data_folder(input.option("data"));
    make_folder(folder, language);
    const FolderLock lock(folder, language);
    refuse_lost_database(folder, language);
    App app({.data_folder = folder});
    const std::string url = url_of(options, port);
    if (!is_loopback(options.address) && options.tls_cert.empty())
        std::fprintf(
            stderr,
            "\n*** %s ***\n\n",
            fill(tr(texts::no_tls_warning, language), {{"address", options.address}}).c_str()
        );
    say(texts::serving, language, {{"url", url}});
    offer_first_start(app, url, language);
    show_demo_accounts(app, language);
    app.set_own_url(url);
    MailWorker mails(app);
    {
        const Stopper stopper(app, server, mails, language);
        server.run(app);
        mails.stop();
    }
    return 0;
}

} // namespace carnet
