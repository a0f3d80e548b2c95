// Listens on a socket and hands each request to App::handle. The server library is known to
// httplib_adapter.cpp alone.
#pragma once

#include <memory>
#include <string>

namespace carnet {

class App;

class HttpServer {
  public:
    struct Options {
        std::string address = "127.0.0.1";
        int port = 8080;      // 0: any free one.
        std::string tls_cert; // PEM files; both or none.
        std::string tls_key;
    };
    explicit HttpServer(Options options);
    ~HttpServer();

    // False when the TLS files cannot be read or do not belong together.
    bool tls_ready() const;
    // The port it listens on; 0 when it is taken or the address is not this machine's. Whoever
    // calls before run() waits.
    int bind();
    void run(App& app); // Serves until stop(); finishes the requests under way.
    void stop();        // From any thread.

  private:
    struct Data;
    std::unique_ptr<Data> _data;
};

} // namespace carnet
