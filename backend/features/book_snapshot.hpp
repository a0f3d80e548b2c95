// The whole book as bytes, compressed once and served to everybody who sees every client. It may be
// some hundred changes old: readers ask for the changes since its position.
#pragma once

#include "backend/app.hpp"
#include "backend/http/compression.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace carnet {

struct BookSnapshot {
    std::int64_t position = 0;
    std::string etag;
    std::string brotli;
    std::string gzip; // Made when somebody asks for it.
};

class BookSnapshots : public App::Keep {
  public:
    using Ptr = std::shared_ptr<const BookSnapshot>;

    // At most this many journal rows old, and never older than the last change of people or rights:
    // whoever reads on from there would be told to load again, for ever. Makes one when there is
    // none; several callers wait for the same one.
    static constexpr std::int64_t most_behind = 500;
    Ptr current(App& app, Coding coding);
    void warm(App& app);

    void finish() override;

  private:
    std::mutex _mutex;
    Ptr _snapshot;
    std::thread _warmer;
};

// The rows an actor may see, encoded. Sets `position`.
std::string encode_book_for(App& app, const Actor& actor, std::int64_t& position);

} // namespace carnet
